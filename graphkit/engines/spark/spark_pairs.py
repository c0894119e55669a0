"""Spark's dialect, and a session for one file of pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
from graphkit.engines.spark.matrix import Matrix
from graphkit.engines.spark.neighbourhoods import OWN, keep_neighbours
from graphkit.engines.spark.repeats import Repeats
from graphkit.engines.spark.session import session
from graphkit.engines.sql.held_pairs import Floats, HeldPairs
from graphkit.engines.sql.links import ranges, starts

if TYPE_CHECKING:
    from scipy.sparse import csr_array

FEW = 1_000_000
"""So many organisations are sent to every worker with their ids."""

BLOCK = 50_000
"""So many memberships are in a block. The vector is copied for each, so that many are better."""

SPARK_PARTS = "200"
"""The parts into which Spark divides tables where its configuration does not say."""

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
        self._matrices: list[Matrix] = []
        super().__init__(pairs)

    def _state(self, pairs: Pairs) -> Pairs:
        read = self._read.parquet(_address(pairs.file))
        if not pairs.scheme:
            pairs = settled(pairs, dict(read.dtypes), self._beside(pairs))
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
        return str(found[0]).encode() if found else b""  # empty where `*` in the name hid it

    def _check(self) -> None:
        nobody, weightless, rows = self.rows(
            "select min(place) filter (where id is null), min(place) filter (where name is not "
            "null and not coalesce(weight > 0 and weight < 'infinity'::double, false)), "
            "count(name) from stated"
        )[0]
        self._require(nobody, NO_ORGANISATION)
        self._require(weightless, NO_WEIGHT)
        self._blocks = rows // BLOCK + 1
        parts = "spark.sql.shuffle.partitions"
        if self._spark.conf.get(parts) == SPARK_PARTS:  # most would be empty
            self._spark.conf.set(parts, str(min(self._blocks + 1, int(SPARK_PARTS))))

    def _require(self, place: int | None, what: str) -> None:
        if place is not None:
            raise wrong_at(self.pairs, place, what)

    def _number(self) -> tuple[int, int]:
        import pyarrow

        ids = self._spark.sql("select distinct id from stated").toArrow()["id"].combine_chunks()
        self._ids = ids.sort()
        nodes = np.arange(len(ids), dtype=np.int32)
        numbered = self._spark.createDataFrame(
            pyarrow.table({"node": nodes, "id": self._ids.cast(pyarrow.string())})
        )
        numbered = numbered.hint("broadcast") if len(ids) < FEW else numbered
        numbered.createOrReplaceTempView("organisations")
        crowds = (
            "select struct(layer, name) as grp, min(weight) as weight, max(weight) as most, "
            "max(place) as place, array_sort(collect_set(node)) as nodes from stated "
            "join organisations using (id) where name is not null group by layer, name"
        )
        self.keep(
            "blocks",
            "select collect_list(struct(grp, weight, nodes)) as crowds, "
            f"min(place) filter (where weight < most) as wrong from ({crowds}) "
            f"group by pmod(hash(grp), {self._blocks})",
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
            self.view(view, query)
        return len(ids), int(groups or 0)

    def ids(self) -> list[str]:
        """The ids of the organisations, in order."""
        found: list[str] = self._ids.to_pylist()
        return found

    def view(self, name: str, query: str) -> None:
        """Have a query as a table of that name, which is asked each time."""
        self._spark.sql(query).createOrReplaceTempView(name)

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
        for matrix in self._matrices:
            matrix.release()
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
        with self._everywhere(name, {"node": nodes} | columns):
            yield

    @contextmanager
    def sent(self, name: str, **arrays: Any) -> Iterator[None]:
        """Have arrays, of numpy or pyarrow, as a table of that name with one row of them.

        Its queries must have run when this is left.
        """
        from pyarrow import ListArray

        whole = {each: ListArray.from_arrays([0, len(of)], of) for each, of in arrays.items()}
        with self._everywhere(name, whole):
            yield

    @contextmanager
    def _everywhere(self, name: str, columns: Mapping[str, Any]) -> Iterator[None]:
        """Have columns as a table that every worker gets."""
        import pyarrow

        frame = self._spark.createDataFrame(pyarrow.table(dict(columns)))
        frame.hint("broadcast").createOrReplaceTempView(name)
        try:
            yield
        finally:
            self._spark.catalog.dropTempView(name)

    def passed(
        self, fold: str, columns: Mapping[str, npt.NDArray[Any]], *, weighed: bool = False
    ) -> dict[str, Any]:
        """Pass values to groups and back: what each organisation in a group gets."""
        arrays = {name: values.view(_sendable(values.dtype)) for name, values in columns.items()}
        folded = ", ".join(
            f"{_FOLDS[fold].format(name, self.organisations)} as {name}" for name in columns
        )
        # Zeros would add no bits, and most values of a search are zeros.
        some = f" where {' or '.join(f'{name} <> 0' for name in columns)}" * (fold == "bit_or")
        factor = "weight * " if weighed else ""
        back = ", ".join(f"{fold}({factor}{name}) as {name}" for name in columns)
        with self.sent("sent", **arrays):
            return self.columns(
                f"select node, {back} from (select weight, explode(nodes) as node, "
                f"{', '.join(columns)} from (select inline(transform(filter(crowds, crowd -> "
                "size(crowd.nodes) > 1), crowd -> struct(crowd.weight as weight, crowd.nodes as "
                f"nodes, {folded}))) from (select crowds from blocks) cross join sent){some}) "
                "group by node"
            )

    def repeated(self, values: Floats) -> Floats:
        """What each gets too often: k - 1 times the value of who shares k > 1 groups with it."""
        return self._repeated.times(values)

    @cached_property
    def _repeated(self) -> Repeats:
        return Repeats(self, self._number_of_own)

    def own(self, metric: str) -> Floats:
        """Core numbers and local clustering."""
        if "neighbours" not in self._kept:
            keep_neighbours(self, metric)
        return OWN[metric](self)

    def ties(self) -> Iterator[csr_array]:
        """The ties of some organisations after the other, as in `Ties`."""
        from scipy.sparse import csr_array

        room = self.vector(
            "select node, cast(sum(size - 1) as double) as value from (select explode(nodes) as "
            "node, size(nodes) as size from crowds) group by node"
        )
        # The sum of whole numbers is the same in any order; of others that of groups is kept.
        whole = self.rows("select coalesce(bool_and(weight = floor(weight)), true) from crowds")
        added = (
            "sum(weight)"
            if whole[0][0]
            else "aggregate(array_sort(collect_list(struct(grp, weight))), 0d, (sum, each) -> sum "
            "+ each.weight)"
        )
        for start, stop in ranges(starts(np.minimum(room, self.organisations).astype(np.int64))):
            found = self.columns(
                f"select one, two, {added} as weight from (select grp, weight, one, explode(nodes) "
                "as two from (select grp, weight, nodes, explode(filter(nodes, node -> node >= "
                f"{start} and node < {stop})) as one from crowds where size(nodes) > 1)) "
                "where one <> two group by one, two"
            )
            shape = (stop - start, self.organisations)
            block = csr_array((found["weight"], (found["one"] - start, found["two"])), shape=shape)
            block.sort_indices()
            yield block

    def inflow(self, *, weighed: bool) -> Callable[[Floats], Floats]:
        """`flow`, for many rounds.

        Groups are rows of a matrix. Unweighted, so are pairs that share k groups, with values of
        different signs, which take k - 1 values off.
        """
        # A Spark Connect server has no Java that this process could ask.
        if not hasattr(self._spark, "_jsparkSession") or not self._number_of_own.any():
            return super().inflow(weighed=weighed)
        entry = "sqrt(weight)" if weighed else "1d"
        rows = (
            f"select nodes, array_repeat({entry}, size(nodes)) as entries from crowds "
            "where size(nodes) > 1"
        )
        own = self._weight_of_own if weighed else self._number_of_own
        if not weighed and self._repeated.listed:
            own = own + self._repeated.own
            rows += (
                " union all select array(one, two), array(sqrt(often), -sqrt(often)) from repeats"
            )
        matrix = Matrix(self._spark, rows, self.organisations)
        self._matrices.append(matrix)

        def inflow(values: Floats) -> Floats:
            got = matrix.there_and_back(values) - own * values
            return got if weighed else got - self._repeated.times_large(values)

        return inflow


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
