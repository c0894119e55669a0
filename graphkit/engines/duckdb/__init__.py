"""The engine DuckDB: pairs larger than memory on one machine.

It writes to disk what does not fit into memory. What it is asked is in `graphkit.engines.sql`; the
links that values pass along are in files that are mapped into memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, ClassVar

from graphkit.engines.engine import Limits, Offer, Ties
from graphkit.engines.pairs import Pairs
from graphkit.engines.sql.sql_engine import SAMPLED, SqlEngine

if TYPE_CHECKING:
    from graphkit.engines.duckdb.duckdb_pairs import DuckDBPairs


class DuckDBEngine(SqlEngine):
    """Reads and sorts in SQL, and solves with vectors that pass along mapped links."""

    name = "duckdb"
    offers: ClassVar[Mapping[str, Offer]] = {
        "degree": Offer(),
        "strength": Offer(),
        "closeness": SAMPLED,
        "harmonic": SAMPLED,
        "eigenvector": Offer(),
        "pagerank": Offer(),
        "core-number": Offer(),
        "local-clustering": Offer(),
        "two-mode-degree": Offer(),
    }
    tasks = ("count", "ties")

    def held(self, pairs: Pairs, limits: Limits) -> AbstractContextManager[DuckDBPairs]:
        """Hold pairs in a database until that is left."""
        from graphkit.engines.duckdb.duckdb_pairs import held

        return held(pairs, limits)

    @contextmanager
    def ties(self, pairs: Pairs, limits: Limits) -> Iterator[Ties]:
        """Give all ties, a few at a time."""
        with self.held(pairs, limits) as on:
            blocks = (block for _, block in on.links.shared(1, on.weights))
            yield Ties(on.ids(), blocks)


ENGINE = DuckDBEngine()
