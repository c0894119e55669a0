"""The engine Spark: pairs larger than one machine, on a cluster or in a local session.

Workers need no Python, since all that they are asked is SQL: see `graphkit.engines.sql`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import ClassVar

from graphkit.engines.engine import Counted, Engine, Limits, Measured, Offer, Task
from graphkit.engines.pairs import Pairs

_SAMPLED = Offer(
    weighed=False,
    error="exact in components of at most `pivots` organisations; in larger ones estimated from "
    "that number drawn at random, with an error that holds for 95 of 100 values",
)


class SparkEngine(Engine):
    """Counts in SQL, and solves with vectors that SQL multiplies."""

    name = "spark"
    offers: ClassVar[Mapping[str, Offer]] = {
        "degree": Offer(),
        "strength": Offer(),
        "closeness": _SAMPLED,
        "harmonic": _SAMPLED,
        "eigenvector": Offer(),
        "pagerank": Offer(),
        "two-mode-degree": Offer(),
    }
    tasks: ClassVar[Collection[Task]] = ["count"]

    def measure(self, pairs: Pairs, metrics: Iterable[str], limits: Limits) -> Measured:
        """Compute metrics that it offers."""
        from graphkit.engines.spark.spark_pairs import held
        from graphkit.engines.sql.measuring import measured

        return measured(self, held, pairs, tuple(metrics), limits)

    def count(self, pairs: Pairs, limits: Limits) -> Counted:
        """Count the whole network."""
        from graphkit.engines.spark.spark_pairs import held
        from graphkit.engines.sql.counting import counted

        return counted(held, pairs, limits)


ENGINE = SparkEngine()
