"""The engine Neo4j Graph Data Science: a server with that plugin measures what is handed over.

The plugin (GPL-3.0) is not part of graphkit; only its procedures are called. Ties are made on the
server from the pairs, in memory, and are gone afterwards. Its database is written only by
`write_back`, when somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar

from graphkit.engines.engine import Counted, Engine, Limits, Measured, Offer, Task, Ties
from graphkit.engines.pairs import Pairs

if TYPE_CHECKING:
    from graphkit.engines.engine import Grouped

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
        "core-number": Offer(),
        "local-clustering": Offer(),
    }
    tasks: ClassVar[Collection[Task]] = ["count", "ties", "communities"]

    def measure(self, pairs: Pairs, metrics: Iterable[str], limits: Limits) -> Measured:
        """Compute metrics that it offers."""
        from graphkit.engines.gds.measuring import measured

        return measured(pairs, tuple(metrics))

    def count(self, pairs: Pairs, limits: Limits) -> Counted:
        """Count the whole network."""
        from graphkit.engines.gds.measuring import counted

        return counted(pairs)

    @contextmanager
    def ties(self, pairs: Pairs, limits: Limits) -> Iterator[Ties]:
        """Give all ties, a few at a time."""
        from graphkit.engines.gds.streamed_ties import streamed

        with streamed(pairs) as ties:
            yield ties

    def communities(self, pairs: Pairs, limits: Limits) -> Grouped:
        """Find communities by the Louvain method, which takes no seed here."""
        from graphkit.engines.gds.measuring import grouped

        return grouped(pairs)


ENGINE = GdsEngine()
