"""Spark's dialect, and a session for one file of pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from graphkit.engines.engine import Limits
from graphkit.engines.pairs import (
    NO_ORGANISATION,
    NO_WEIGHT,
    TWO_WEIGHTS,
    Pairs,
    manifest_of,
    settled,
    wrong_at,
)
from graphkit.engines.spark.session import session
from graphkit.engines.sql.held_pairs import Floats, HeldPairs

FEW = 1_000_000
"""So many organisations are sent to every worker with their ids."""

BLOCK = 50_000
"""So many memberships are in a block. The vector is copied for each, so that many are better."""

_FOLDS = {
    "sum": "aggregate(crowd.nodes, 0d, (sum, node) -> sum + sent.{0}[node])",
    "min": "aggregate(crowd.nodes, {1}l, (low, node) -> least(low, sent.{0}[node]))",
    "bit_or": "aggregate(crowd.nodes, 0l, (bits, node) -> bits | sent.{0}[node])",
}


class SparkPairs(HeldPairs):
    """Pairs in a session of Spark.

    Parameters
    ----------
    spark : pyspark.sql.SparkSession
        A session with no tables of those names.
    pairs : Pairs
        The file that is read.

    Notes
    -----
    There is one table, `blocks`, each of which holds some groups with their members as an array.
    `crowds` (grp, weight, nodes), `sizes`, `members` and `links` are views of it. A vector is sent
    to the workers as one array. So a round needs no join: groups fold the values of their members
    where they are, and only what organisations get is sent about.

    Tables are kept in the memory and on the disks of workers, together with what they are made
    from: if a worker is lost, Spark makes its part again. What changes from round to round are
    vectors, which this process has. So nothing has to be written where every worker can read it.
    """

    def __init__(self, spark: Any, pairs: Pairs) -> None:
        self._spark = spark
        self._kept: dict[str, Any] = {}
        self._own: dict[str, Floats] = {}
        super().__init__(pairs)

    def _state(self, pairs: Pairs) -> Pairs:
        read = self._read.parquet(_address(pairs.file))
        if not pairs.scheme:
            pairs = settled(pairs, read.columns, self._beside(pairs))
        read.selectExpr(
            "cast(organisation as string) as id",
            ("coalesce(cast(layer as string), '')" if "layer" in read.columns else "''")
            + " as layer",
            "cast(`group` as string) as name",
            ("cast(weight as double)" if "weight" in read.columns else "1d") + " as weight",
            "_metadata.row_index as place",
        ).createOrReplaceTempView("stated")
        return pairs

    @property
    def _read(self) -> Any:
        """What reads a file by its name, which is not a pattern."""
        return self._spark.read.option("__globPaths__", "false")

    def _beside(self, pairs: Pairs) -> bytes:
        """The manifest beside pairs at an address, or nothing."""
        from pyspark.errors import AnalysisException

        try:
            found = self._read.text(manifest_of(pairs), wholetext=True).first()
        except AnalysisException as error:
            if error.getCondition() != "PATH_NOT_FOUND":
                raise
            return b""
        return str(found[0]).encode()

    def _check(self) -> None:
        nobody, weightless, rows = self.rows(
            "select min(place) filter (where id is null), min(place) filter (where name is not "
            "null and not coalesce(weight > 0 and weight < 'infinity'::double, false)), "
            "count(name) from stated"
        )[0]
        self._require(nobody, NO_ORGANISATION)
        self._require(weightless, NO_WEIGHT)
        self._blocks = rows // BLOCK + 1

    def _require(self, place: int | None, what: str) -> None:
        if place is not None:
            raise wrong_at(self.pairs, place, what)

    def _number(self) -> tuple[int, int]:
        import pyarrow
        from pyspark.sql.functions import broadcast

        ids = self._spark.sql("select distinct id from stated").toArrow()["id"].combine_chunks()
        self._ids = ids.sort()
        nodes = np.arange(len(ids), dtype=np.int32)
        numbered = self._spark.createDataFrame(
            pyarrow.table({"node": nodes, "id": self._ids.cast(pyarrow.string())})
        )
        numbered = broadcast(numbered) if len(ids) < FEW else numbered
        numbered.createOrReplaceTempView("organisations")
        self._block(
            "blocks",
            "select struct(layer, name) as grp, min(weight) as weight, max(weight) as most, "
            "max(place) as place, array_sort(collect_set(node)) as nodes from stated "
            "join organisations using (id) where name is not null group by layer, name",
            "min(place) filter (where weight < most) as wrong",
        )
        groups, wrong = self.rows("select sum(size(crowds)), min(wrong) from blocks")[0]
        self._require(wrong, TWO_WEIGHTS)
        for view, query in (
            ("crowds", "select inline(crowds) from blocks"),
            ("sizes", "select grp, size(nodes) as size, weight from crowds"),
            ("members", "select explode(nodes) as node, grp from crowds"),
            (
                "links",
                "select explode(nodes) as node, grp, weight from crowds where size(nodes) > 1",
            ),
        ):
            self._spark.sql(query).createOrReplaceTempView(view)
        return len(ids), int(groups or 0)

    def _block(self, name: str, crowds: str, *others: str) -> None:
        """Keep crowds in blocks, under a name; with other aggregates of each block."""
        also = "".join(f", {each}" for each in others)
        self.keep(
            name,
            f"select collect_list(struct(grp, weight, nodes)) as crowds{also} from ({crowds}) "
            f"group by pmod(hash(grp), {self._blocks})",
        )

    def ids(self) -> list[str]:
        """The ids of the organisations, in order."""
        found: list[str] = self._ids.to_pylist()
        return found

    def keep(self, name: str, query: str, *, along: str = "") -> None:
        """Keep what a query finds as a table of that name, parted by the column `along`."""
        from pyspark import StorageLevel

        found = self._spark.sql(query)
        if along:
            found = found.repartition(along)
        found = found.persist(StorageLevel.MEMORY_AND_DISK)
        found.createOrReplaceTempView(name)
        self._kept[name] = found

    def drop(self, name: str) -> None:
        """Let a table go."""
        self._spark.catalog.dropTempView(name)
        self._kept.pop(name).unpersist()

    def release(self) -> None:
        """Let all tables go."""
        for name in list(self._kept):
            self.drop(name)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """The rows of a small result."""
        return [tuple(row) for row in self._spark.sql(query).collect()]

    def columns(self, query: str) -> dict[str, Any]:
        """The columns of a result, as arrays by name."""
        table = self._spark.sql(query).toArrow()
        return {
            name: column.to_numpy()
            for name, column in zip(table.column_names, table.columns, strict=True)
        }

    @contextmanager
    def given(self, name: str, **columns: npt.NDArray[Any]) -> Iterator[None]:
        """Have arrays as a table of that name, with the column `node` beside them."""
        nodes = np.arange(self.organisations, dtype=np.int32)
        with self._sent(name, {"node": nodes} | columns):
            yield

    @contextmanager
    def _sent(self, name: str, columns: Mapping[str, Any]) -> Iterator[None]:
        """Have columns as a table that every worker gets."""
        import pyarrow
        from pyspark.sql.functions import broadcast

        frame = self._spark.createDataFrame(pyarrow.table(dict(columns)))
        broadcast(frame).createOrReplaceTempView(name)
        try:
            yield
        finally:
            self._spark.catalog.dropTempView(name)

    def passed(
        self, fold: str, columns: Mapping[str, npt.NDArray[Any]], *, weighed: bool = False
    ) -> dict[str, Any]:
        """Pass values to groups and back: what each organisation in a group gets."""
        return self._passed("blocks", fold, columns, weighed=weighed)

    def _passed(
        self, blocks: str, fold: str, columns: Mapping[str, npt.NDArray[Any]], *, weighed: bool
    ) -> dict[str, Any]:
        from pyarrow import ListArray

        lists = {
            name: ListArray.from_arrays([0, len(values)], values.view(_sendable(values.dtype)))
            for name, values in columns.items()
        }
        folded = ", ".join(
            f"{_FOLDS[fold].format(name, self.organisations)} as {name}" for name in columns
        )
        # Zeros would add no bits, and most values of a search are zeros.
        some = f" where {' or '.join(f'{name} <> 0' for name in columns)}" * (fold == "bit_or")
        factor = "weight * " if weighed else ""
        back = ", ".join(f"{fold}({factor}{name}) as {name}" for name in columns)
        with self._sent("sent", lists):
            return self.columns(
                f"select node, {back} from (select weight, explode(nodes) as node, "
                f"{', '.join(columns)} from (select inline(transform(filter(crowds, crowd -> "
                "size(crowd.nodes) > 1), crowd -> struct(crowd.weight as weight, crowd.nodes as "
                f"nodes, {folded}))) from (select crowds from {blocks}) cross join sent){some}) "
                "group by node"
            )

    def flow(self, values: Floats, *, weighed: bool) -> Floats:
        """What each organisation gets when each sends its value along each of its ties.

        Unweighted, two that share k groups have one more group, which takes k - 1 values off.
        """
        if not weighed and "once" not in self._kept:
            self._tie_once()
        blocks = "blocks" if weighed else "once"
        if blocks not in self._own:
            self._own[blocks] = self.vector(
                "select node, sum(weight) as value from (select explode(nodes) as node, weight "
                f"from (select inline(crowds) from {blocks}) where size(nodes) > 1) group by node"
            )
        passed = self._passed(blocks, "sum", {"value": values}, weighed=True)
        got = -self._own[blocks] * values
        got[passed["node"]] += passed["value"]
        return got

    def _tie_once(self) -> None:
        """Make the blocks of crowds that tie each pair once."""
        from pyarrow import ListArray

        own = self.vector("select node, count(*)::double as value from links group by node")
        with self._sent("sent", {"several": ListArray.from_arrays([0, len(own)], own > 1)}):
            self._block(
                "once",
                "with several as (select inline(transform(crowds, crowd -> struct(filter("
                "crowd.nodes, node -> sent.several[node]) as nodes))) from blocks "
                "cross join sent), "
                "ones as (select explode(nodes) as one, nodes from several where size(nodes) > 1), "
                "pairs as (select one, explode(nodes) as two from ones) "
                "select grp.name as grp, 1d as weight, nodes from crowds where size(nodes) > 1 "
                "union all select concat(one, ' ', two) as grp, 1d - count(*) as weight, "
                "array(one, two) as nodes from pairs where one < two group by one, two "
                "having count(*) > 1",
            )
            self.rows("select count(*) from once")


@contextmanager
def held(pairs: Pairs, limits: Limits) -> Iterator[SparkPairs]:
    """Read pairs into a session, whose tables are gone on leaving.

    Parameters
    ----------
    pairs : Pairs
        The file, or an address that Spark reaches.
    limits : Limits
        The master, and what the session may use.

    Yields
    ------
    SparkPairs
        The pairs in Spark.

    Raises
    ------
    UsageError
        If pyspark is not installed, or a limit does not apply.
    GraphkitError
        If Spark fails.
    """
    with session(limits) as spark:
        on = SparkPairs(spark, pairs)
        try:
            yield on
        finally:
            on.release()


def _sendable(kind: np.dtype[Any]) -> np.dtype[Any]:
    """Spark has no unsigned numbers; of 64 bits the sign is one like the others."""
    return np.dtype(np.int64) if kind == np.uint64 else kind


def _address(file: str) -> str:
    """A local file as an address, since a plain name may be one on the cluster's file system."""
    return file if "://" in file else "file:///" + Path(file).absolute().as_posix().lstrip("/")
