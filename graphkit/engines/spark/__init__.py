"""The engine Spark: pairs larger than one machine, on a cluster or in a local session.

Workers need no Python, since all that they are asked is SQL: see `graphkit.engines.sql`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, ClassVar

from graphkit.engines.engine import Limits, Offer, Ties
from graphkit.engines.pairs import Pairs
from graphkit.engines.sql.sql_engine import SAMPLED, SqlEngine

if TYPE_CHECKING:
    from graphkit.engines.spark.spark_pairs import SparkPairs


class SparkEngine(SqlEngine):
    """Counts in SQL, and solves with vectors that SQL multiplies."""

    name = "spark"
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

    def held(self, pairs: Pairs, limits: Limits) -> AbstractContextManager[SparkPairs]:
        """Hold pairs in a session until that is left."""
        from graphkit.engines.spark.spark_pairs import held

        return held(pairs, limits)

    @contextmanager
    def ties(self, pairs: Pairs, limits: Limits) -> Iterator[Ties]:
        """Give all ties, a few at a time."""
        with self.held(pairs, limits) as on:
            yield Ties(on.ids(), on.ties())


ENGINE = SparkEngine()
