"""The engine Spark: pairs larger than one machine, on a cluster or in a local session.

Workers need no Python, since all that they are asked is SQL: see `graphkit.engines.sql`.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, ClassVar

from graphkit.engines.engine import Limits, Offer
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
        "two-mode-degree": Offer(),
    }

    def held(self, pairs: Pairs, limits: Limits) -> AbstractContextManager[SparkPairs]:
        """Hold pairs in a session until that is left."""
        from graphkit.engines.spark.spark_pairs import held

        return held(pairs, limits)


ENGINE = SparkEngine()
