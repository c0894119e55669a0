"""The engine Neo4j Graph Data Science: a server with that plugin measures what is handed over.

The plugin (GPL-3.0) is not part of graphkit; only its procedures are called. Ties are made on the
server from the pairs, in memory, and are gone afterwards. Nothing is written to its database.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from graphkit.engines.engine import Engine, Limits, Measured, Offer
from graphkit.engines.pairs import Pairs

_UNWEIGHED = Offer(weighed=False)


class GdsEngine(Engine):
    """Hands pairs over to the server that NEO4J_URI names, and asks its plugin."""

    name = "gds"
    offers: ClassVar[Mapping[str, Offer]] = {
        "degree": Offer(),
        "strength": Offer(),
        "closeness": _UNWEIGHED,
        "harmonic": _UNWEIGHED,
        "betweenness": _UNWEIGHED,
        "pagerank": Offer(),
    }

    def measure(self, pairs: Pairs, metrics: Iterable[str], limits: Limits) -> Measured:
        """Compute metrics that it offers."""
        from graphkit.engines.gds.measuring import measured

        return measured(pairs, tuple(metrics))


ENGINE = GdsEngine()
