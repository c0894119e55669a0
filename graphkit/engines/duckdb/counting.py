"""Counting a whole network, and all its ties, with DuckDB."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from graphkit.engines.duckdb.duckdb_pairs import DuckDBPairs, held
from graphkit.engines.duckdb.links import Links, Rows, mapped, starts
from graphkit.engines.engine import Counted, Limits, Ties, folder_for
from graphkit.engines.pairs import Pairs


def counted(pairs: Pairs, limits: Limits) -> Counted:
    """Count a whole network; see `Engine.count`."""
    with held(pairs, limits) as on:
        layers = on.rows(
            "select layer, count(*) from (select distinct layer, name from stated "
            "where name is not null) group by layer order by layer"
        )
        return Counted(
            on.ids(),
            np.rint(on.flow(np.ones(on.organisations), weighed=False)).astype(np.int64),
            on.components,
            dict(layers),
            int(on.rows("select count(*) from members")[0][0]),
            int(on.rows("select coalesce(max(size), 0) from sizes")[0][0]),
        )


@contextmanager
def tied(pairs: Pairs, limits: Limits) -> Iterator[Ties]:
    """Give all ties; see `Engine.ties`."""
    with held(pairs, limits) as on, folder_for(limits) as folder:
        links = links_of(on, folder)
        weights = np.ones(on.groups)
        found = on.columns("select grp, weight from sizes")
        weights[found["grp"]] = found["weight"]
        yield Ties(on.ids(), (block for _, block in links.shared(1, weights)))


def links_of(on: DuckDBPairs, folder: Path) -> Links:
    """Who is in a group with somebody else, both ways, in files of that folder."""

    def rows(row: str, column: str, many: int) -> Rows:
        lengths = np.zeros(many, dtype=np.int64)
        found = on.columns(f"select {row}, count(*) as many from links group by {row}")
        lengths[found[row]] = found["many"]
        parts = on.streamed(f"select {column} from links order by {row}, {column}")
        return Rows(starts(lengths), mapped(folder / row, parts, np.int32))

    return Links(rows("node", "grp", on.organisations), rows("grp", "node", on.groups))
