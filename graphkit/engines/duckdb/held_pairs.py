"""`HeldPairs`: pairs in the tables of DuckDB, numbered, and what flows along them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from graphkit.engines.engine import Limits, folder_for
from graphkit.engines.pairs import NO_ORGANISATION, NO_WEIGHT, TWO_WEIGHTS, Pairs, wrong_at
from graphkit.model import GraphkitError, UsageError

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


class HeldPairs:
    """Who is in which group, in DuckDB. Organisations and groups have numbers from 0 on.

    Parameters
    ----------
    connection : duckdb.DuckDBPyConnection
        A database of its own.
    pairs : Pairs
        The file that is read into it.

    Notes
    -----
    The tables are `organisations` (node, id), in order of id; `sizes` (grp, size, weight); and
    `links` (node, grp, weight), who is in a group with somebody else.
    """

    def __init__(self, connection: Any, pairs: Pairs) -> None:
        self._connection = connection
        columns = {
            row[0]
            for row in self.rows("describe select * from read_parquet($file)", file=pairs.file)
        }
        layer = "coalesce(layer::varchar, '')" if "layer" in columns else "''"
        weight = "weight::double" if "weight" in columns else "1.0::double"
        self.run(
            f"create view stated as select organisation::varchar as id, {layer} as layer, "
            f'"group"::varchar as name, {weight} as weight, file_row_number as place '
            "from read_parquet(" + _quoted(pairs.file) + ", file_row_number = true)"
        )
        self._check(pairs)
        self.run(
            "create table organisations as select (row_number() over (order by id) - 1)::integer "
            "as node, id from (select distinct id from stated)"
        )
        self.run(
            "create temp table named as select (row_number() over (order by layer, name) - 1)"
            "::integer as grp, layer, name, any_value(weight) as weight from stated "
            "where name is not null group by layer, name"
        )
        self.run(
            "create table members as select distinct node, grp from stated "
            "join organisations using (id) join named using (layer, name) order by grp, node"
        )
        self.run(
            "create table sizes as select grp, size, weight from named "
            "join (select grp, count(*) as size from members group by grp) using (grp)"
        )
        self.run("drop table named")
        self.run(
            "create table links as select node, grp, weight from members "
            "join sizes using (grp) where size > 1 order by grp, node"
        )
        self.organisations = int(self.rows("select count(*) from organisations")[0][0])
        self.groups = int(self.rows("select count(*) from sizes")[0][0])

    def run(self, statement: str) -> None:
        """Run a statement that gives nothing back."""
        self._connection.execute(statement)

    def rows(self, query: str, **parameters: object) -> list[tuple[Any, ...]]:
        """The rows of a small result."""
        found: list[tuple[Any, ...]] = self._connection.execute(query, parameters).fetchall()
        return found

    def columns(self, query: str) -> dict[str, Any]:
        """The columns of a result, as arrays by name."""
        found: dict[str, Any] = self._connection.execute(query).fetchnumpy()
        return found

    def vector(self, query: str) -> Floats:
        """One number for each organisation, from rows of node and value; 0 where there is none."""
        found = self.columns(query)
        result = np.zeros(self.organisations)
        result[found["node"]] = found["value"]
        return result

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

    def ids(self) -> list[str]:
        """The ids of the organisations, in order."""
        found: list[str] = self.columns("select id from organisations order by node")["id"].tolist()
        return found

    def flow(self, values: Floats, *, weighed: bool) -> Floats:
        """What each organisation gets when each sends its value along each of its ties.

        Values go to the groups and back, and what comes back to its own sender is taken off.
        Unweighted, who shares k groups would get a value k times, so k - 1 are taken off.
        """
        factor = "weight" if weighed else "1.0"
        with self.given("sent", value=values):
            got = self.vector(
                "with totals as (select grp, sum(value) as total from links "
                "join sent using (node) group by grp) "
                f"select node, sum({factor} * total) as value from links "
                "join totals using (grp) group by node"
            )
            got -= (self._weight_of_own if weighed else self._number_of_own) * values
            if not weighed and self._repeats:
                got -= self.vector(
                    "select node, sum(often * value) as value from (select node as other, value "
                    "from sent) join repeats using (other) group by node"
                )
        return got

    @cached_property
    def _number_of_own(self) -> Floats:
        return self.vector("select node, count(*)::double as value from links group by node")

    @cached_property
    def _weight_of_own(self) -> Floats:
        return self.vector("select node, sum(weight) as value from links group by node")

    @cached_property
    def _repeats(self) -> int:
        """Make the table of pairs that share k > 1 groups, with k - 1; how many there are."""
        self.run(
            "create table several as select node, grp from links join "
            "(select node from links group by node having count(*) > 1) using (node)"
        )
        self.run(
            "create table repeats as with pairs as (select a.node as one, b.node as two, "
            "count(*) - 1 as often from several a join several b on a.grp = b.grp and "
            "a.node < b.node group by all having count(*) > 1) select one as node, two as other, "
            "often from pairs union all select two, one, often from pairs"
        )
        self.run("drop table several")
        return int(self.rows("select count(*) from repeats")[0][0])

    @cached_property
    def components(self) -> Integers:
        """The component of each organisation, numbered in order of their first organisations.

        In each round an organisation, and the one whose number it has taken so far, take the least
        number in its groups, and numbers of numbers are followed to their ends. Paths of any length
        need few rounds.
        """
        least = np.arange(self.organisations, dtype=np.int64)
        while True:
            with self.given("sent", value=least):
                found = self.columns(
                    "with lows as (select grp, min(value) as low from links "
                    "join sent using (node) group by grp) "
                    "select node, min(low) as value from links join lows using (grp) group by node"
                )
            new = least.copy()
            nodes, low = found["node"], found["value"]
            np.minimum.at(new, least[nodes], low)
            new[nodes] = np.minimum(new[nodes], low)
            while (new[new] != new).any():
                new = new[new]
            if (new == least).all():
                return np.unique(least, return_inverse=True)[1].astype(np.int64)
            least = new

    def _check(self, pairs: Pairs) -> None:
        for query, what in (
            ("select min(place) from stated where id is null", NO_ORGANISATION),
            (
                "select min(place) from stated where name is not null "
                "and not coalesce(weight > 0 and isfinite(weight), false)",
                NO_WEIGHT,
            ),
            (
                "select min(place) from (select max(place) as place from stated where name is not "
                "null group by layer, name having min(weight) < max(weight))",
                TWO_WEIGHTS,
            ),
        ):
            place = self.rows(query)[0][0]
            if place is not None:
                raise wrong_at(pairs, int(place), what)


@contextmanager
def held(pairs: Pairs, limits: Limits) -> Iterator[HeldPairs]:
    """Read pairs into a database of their own, which is gone on leaving.

    Parameters
    ----------
    pairs : Pairs
        The file.
    limits : Limits
        The memory that DuckDB may take, and where it writes what does not fit.

    Yields
    ------
    HeldPairs
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
            yield HeldPairs(connection, pairs)
        except duckdb.OutOfMemoryException as error:
            said = str(error).splitlines()[0]
            raise GraphkitError(
                f"DuckDB ran out of memory ({said}); give it more with `memory`, or more disk with "
                "`spill`"
            ) from None
        except duckdb.IOException as error:
            raise GraphkitError(f"DuckDB: {str(error).splitlines()[0]}") from None


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
