"""`SqlEngine`: what engines that speak SQL do alike once they hold the pairs."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, ClassVar

from graphkit.engines.engine import (
    Counted,
    Engine,
    Limits,
    Measured,
    Offer,
    Task,
    require_offered,
)
from graphkit.engines.pairs import Pairs

if TYPE_CHECKING:
    from graphkit.engines.sql.held_pairs import HeldPairs

SAMPLED = Offer(
    weighed=False,
    error="exact in components of at most `pivots` organisations; in larger ones estimated from "
    "that number drawn at random, with an error that holds for 95 of 100 values",
)


class SqlEngine(Engine):
    """Counts in SQL, and solves with vectors that pass along the pairs it holds."""

    tasks: ClassVar[Collection[Task]] = ["count"]

    @abstractmethod
    def held(self, pairs: Pairs, limits: Limits) -> AbstractContextManager[HeldPairs]:
        """Hold pairs in the engine until that is left."""

    def measure(self, pairs: Pairs, metrics: Iterable[str], limits: Limits) -> Measured:
        """Compute metrics that it offers."""
        from graphkit.engines.sql.measuring import measured

        asked = tuple(metrics)
        with self.held(pairs, limits) as on:
            require_offered(self, asked, on.pairs.scheme)
            return measured(on, asked, limits)

    def count(self, pairs: Pairs, limits: Limits) -> Counted:
        """Count the whole network."""
        from graphkit.engines.sql.counting import counted

        with self.held(pairs, limits) as on:
            return counted(on)
