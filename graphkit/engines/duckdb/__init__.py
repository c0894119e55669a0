"""The engine DuckDB: pairs larger than memory on one machine.

It writes to disk what does not fit into memory. What it is asked is in `graphkit.engines.sql`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from typing import ClassVar

from graphkit.engines.engine import Counted, Engine, Limits, Measured, Offer, Ties
from graphkit.engines.pairs import Pairs

_SAMPLED = Offer(
    weighed=False,
    error="exact in components of at most `pivots` organisations; in larger ones estimated from "
    "that number drawn at random, with an error that holds for 95 of 100 values",
)


class DuckDBEngine(Engine):
    """Counts in SQL, and solves with vectors that SQL multiplies."""

    name = "duckdb"
    offers: ClassVar[Mapping[str, Offer]] = {
        "degree": Offer(),
        "strength": Offer(),
        "closeness": _SAMPLED,
        "harmonic": _SAMPLED,
        "eigenvector": Offer(),
        "pagerank": Offer(),
        "two-mode-degree": Offer(),
    }
    tasks = ("count", "ties")

    def measure(self, pairs: Pairs, metrics: Iterable[str], limits: Limits) -> Measured:
        """Compute metrics that it offers."""
        from graphkit.engines.duckdb.duckdb_pairs import held
        from graphkit.engines.sql.measuring import measured

        return measured(self, held, pairs, tuple(metrics), limits)

    def count(self, pairs: Pairs, limits: Limits) -> Counted:
        """Count the whole network."""
        from graphkit.engines.duckdb.counting import counted

        return counted(pairs, limits)

    def ties(self, pairs: Pairs, limits: Limits) -> AbstractContextManager[Ties]:
        """Give all ties, a few at a time."""
        from graphkit.engines.duckdb.counting import tied

        return tied(pairs, limits)


ENGINE = DuckDBEngine()
