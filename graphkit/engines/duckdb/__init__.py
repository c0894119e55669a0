"""The engine DuckDB: pairs larger than memory on one machine.

It writes to disk what does not fit into memory. What it is asked is in `graphkit.engines.sql`; the
links that values pass along are in files that are mapped into memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import ClassVar

from graphkit.engines.engine import Counted, Engine, Limits, Measured, Offer, Ties
from graphkit.engines.pairs import Pairs

_SAMPLED = Offer(
    weighed=False,
    error="exact in components of at most `pivots` organisations; in larger ones estimated from "
    "that number drawn at random, with an error that holds for 95 of 100 values",
)


class DuckDBEngine(Engine):
    """Reads and sorts in SQL, and solves with vectors that pass along mapped links."""

    name = "duckdb"
    offers: ClassVar[Mapping[str, Offer]] = {
        "degree": Offer(),
        "strength": Offer(),
        "closeness": _SAMPLED,
        "harmonic": _SAMPLED,
        "eigenvector": Offer(),
        "pagerank": Offer(),
        "core-number": Offer(),
        "local-clustering": Offer(),
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
        from graphkit.engines.duckdb.duckdb_pairs import held
        from graphkit.engines.sql.counting import counted

        return counted(held, pairs, limits)

    @contextmanager
    def ties(self, pairs: Pairs, limits: Limits) -> Iterator[Ties]:
        """Give all ties, a few at a time."""
        from graphkit.engines.duckdb.duckdb_pairs import held

        with held(pairs, limits) as on:
            blocks = (block for _, block in on.links.shared(1, on.weights))
            yield Ties(on.ids(), blocks)


ENGINE = DuckDBEngine()
