"""DuckDB's dialect, and a database for one file of pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from graphkit.engines.addresses import as_fsspec, is_address, unreached
from graphkit.engines.duckdb.neighbourhoods import OWN
from graphkit.engines.duckdb.repeats import Repeats
from graphkit.engines.engine import Limits
from graphkit.engines.pairs import Pairs, manifest_of, settled
from graphkit.engines.spilling import folder_for, unwritten
from graphkit.engines.sql.held_pairs import Floats, HeldPairs
from graphkit.engines.sql.links import Links, Rows, mapped, starts
from graphkit.model import GraphkitError, UsageError

_PART = 1 << 20
"""The rows of a part of a long result."""


class DuckDBPairs(HeldPairs):
    """Pairs in the tables of DuckDB, and the links among them in mapped files.

    DuckDB reads, checks, numbers and sorts. What passes along links many times is faster from
    files of numbers than from a query each time.

    Parameters
    ----------
    connection : duckdb.DuckDBPyConnection
        A database of its own.
    pairs : Pairs
        The file that is read into it.
    folder : Path
        An empty folder for the files.
    """

    def __init__(self, connection: Any, pairs: Pairs, folder: Path) -> None:
        self._connection = connection
        self._folder = folder
        super().__init__(pairs)

    def _state(self, pairs: Pairs) -> Pairs:
        columns = self._columns_of(pairs.file)
        if not pairs.scheme:
            pairs = settled(pairs, columns, self._beside(pairs))
        layer = "coalesce(layer::varchar, '')" if "layer" in columns else "''"
        weight = "weight::double" if "weight" in columns else "1.0::double"
        self._connection.execute(
            f"create view stated as select organisation::varchar as id, {layer} as layer, "
            f'"group"::varchar as name, {weight} as weight, file_row_number as place '
            f"from {_read(pairs.file, 'file_row_number = true')}"
        )
        return pairs

    def _columns_of(self, file: str) -> dict[str, str]:
        """The columns of a file, with their types; at an address, fsspec or pyarrow may read it."""
        import duckdb

        query = f"describe select * from {_read(file)}"
        try:
            return {row[0]: row[1] for row in self.rows(query)}
        except duckdb.Error as error:
            filesystem = as_fsspec(file) if is_address(file) else None
            if filesystem is None:
                raise (unreached(file, str(error)) if is_address(file) else error) from None
            self._connection.register_filesystem(filesystem)
        try:
            return {row[0]: row[1] for row in self.rows(query)}
        except (duckdb.Error, OSError) as error:
            raise unreached(file, str(error)) from None

    def _keep_members(self) -> None:
        # One join at a time: each has the texts of one side in memory.
        self.keep(
            "placed",
            "select node, layer, name from stated join organisations using (id) "
            "where name is not null",
        )
        self.keep(
            "members",
            "select distinct node, grp from placed join named using (layer, name)",
        )
        self.drop("placed")

    def _beside(self, pairs: Pairs) -> bytes:
        """The manifest beside pairs at an address, or nothing."""
        import duckdb

        try:
            found = self._connection.execute(
                "select content from read_blob($file)", {"file": _literal(manifest_of(pairs))}
            ).fetchone()
        except duckdb.IOException:  # there is none
            return b""
        return bytes(found[0]) if found else b""

    def keep(self, name: str, query: str, *, along: str = "") -> None:
        """Keep what a query finds as a table of that name, in any order: links are sorted later."""
        self._connection.execute(f"create table {name} as {query}")

    def drop(self, name: str) -> None:
        """Let a table go."""
        self._connection.execute(f"drop table {name}")

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """The rows of a small result."""
        found: list[tuple[Any, ...]] = self._connection.execute(query).fetchall()
        return found

    def columns(self, query: str) -> dict[str, Any]:
        """The columns of a result, as arrays by name."""
        found: dict[str, Any] = self._connection.execute(query).fetchnumpy()
        return found

    @contextmanager
    def given(self, name: str, **columns: npt.NDArray[Any]) -> Iterator[None]:
        """Have arrays as a table of that name, with the column `node` beside them."""
        import pyarrow

        nodes = np.arange(self.organisations, dtype=np.int32)
        self._connection.register(name, pyarrow.table({"node": nodes, **columns}))
        try:
            yield
        finally:
            self._connection.unregister(name)

    @cached_property
    def links(self) -> Links:
        """Who is in a group with somebody else. The table of that name is no longer needed then."""
        found = Links(
            self._rows_of("node", "grp", self.organisations),
            self._rows_of("grp", "node", self.groups),
        )
        self.drop("links")
        return found

    @cached_property
    def weights(self) -> Floats:
        """The weight of each group."""
        found = self.columns("select grp, weight from sizes")
        weights = np.ones(self.groups)
        weights[found["grp"]] = found["weight"]
        return weights

    def passed(
        self, fold: str, columns: Mapping[str, npt.NDArray[Any]], *, weighed: bool = False
    ) -> dict[str, Any]:
        """Pass values to groups and back: what each organisation in a group gets."""
        groups_of, members_of = self.links.groups_of, self.links.members_of
        nodes = np.flatnonzero(groups_of.lengths)
        got: dict[str, Any] = {"node": nodes}
        for name, values in columns.items():
            folded = members_of.folded(fold, values)
            got[name] = groups_of.folded(fold, folded * self.weights if weighed else folded)[nodes]
        return got

    def repeated(self, values: Floats) -> Floats:
        """What each gets too often: k - 1 times the value of who shares k > 1 groups with it."""
        return self._repeated.times(values)

    def own(self, metric: str) -> Floats:
        """Core numbers and local clustering."""
        return OWN[metric](
            self.links, self.flow(np.ones(self.organisations), weighed=False), self._folder
        )

    @cached_property
    def _repeated(self) -> Repeats:
        return Repeats(self.links, self._folder)

    @cached_property
    def _number_of_own(self) -> Floats:
        return self.links.groups_of.lengths.astype(np.float64)

    @cached_property
    def _weight_of_own(self) -> Floats:
        return self.links.groups_of.folded("sum", self.weights)

    def let_go(self) -> None:
        """Close the mapped files: not every system deletes a file that is open."""
        for name in ("links", "_repeated"):
            self.__dict__.pop(name, None)

    def _rows_of(self, row: str, column: str, many: int) -> Rows:
        lengths = np.zeros(many, dtype=np.int64)
        found = self.columns(f"select {row}, count(*) as many from links group by {row}")
        lengths[found[row]] = found["many"]
        query = f"select {column} from links order by {row}, {column}"
        batches = self._connection.sql(query).to_arrow_reader(_PART)
        parts = (batch.column(0).to_numpy() for batch in batches)
        return Rows(starts(lengths), mapped(self._folder / row, parts, np.int32))


@contextmanager
def held(pairs: Pairs, limits: Limits) -> Iterator[DuckDBPairs]:
    """Read pairs into a database of their own, which is gone on leaving.

    Parameters
    ----------
    pairs : Pairs
        The file.
    limits : Limits
        The memory that DuckDB may take, and where it writes what does not fit.

    Yields
    ------
    DuckDBPairs
        The pairs in DuckDB.

    Raises
    ------
    UsageError
        If DuckDB is not installed, or does not take a limit.
    GraphkitError
        If neither memory nor disk suffice, or the file cannot be read.
    """
    try:
        import duckdb
    except ImportError:
        raise UsageError(
            'duckdb is not installed; pip install "graphkit[duckdb]", or choose the engine local'
        ) from None
    with folder_for(limits) as spill, duckdb.connect() as connection:
        connection.execute("set temp_directory = " + _quoted(str(spill)))
        connection.execute("set preserve_insertion_order = false")
        if limits.memory:
            try:
                connection.execute("set memory_limit = " + _quoted(limits.memory))
            except duckdb.Error:
                raise UsageError(f"`memory` {limits.memory}: write a size such as 2GB") from None
        try:
            folder = spill / "links"
            folder.mkdir()
            on = DuckDBPairs(connection, pairs, folder)
            try:
                yield on
            finally:
                on.let_go()
        except duckdb.OutOfMemoryException as error:
            said = str(error).splitlines()[0]
            raise GraphkitError(
                f"DuckDB ran out of memory ({said}); give it more with `memory`, or more disk with "
                "`spill`"
            ) from None
        except OSError as error:
            raise unwritten(spill.parent, error) from None
        except (duckdb.IOException, duckdb.InvalidInputException) as error:
            raise GraphkitError(f"DuckDB: {str(error).splitlines()[0]}") from None


def _read(file: str, *options: str) -> str:
    """A file as a table. Names of folders such as `group=7` are not read as columns."""
    stated = [_quoted(_literal(file)), "hive_partitioning = false", *options]
    return f"read_parquet({', '.join(stated)})"


def _literal(file: str) -> str:
    """A local file as a pattern that finds it alone; at other addresses `?` begins a query."""
    if is_address(file) and not file.startswith("file:"):
        return file
    return re.sub(r"[*?\[]", r"[\g<0>]", file)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
