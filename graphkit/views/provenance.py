"""What a picture of a network rests on."""

from __future__ import annotations

from graphkit.network import Network, summarise
from graphkit.views.excerpt import Excerpt
from graphkit.views.view import Provenance


def provenance_of(network: Network, excerpt: Excerpt | None, shown: int) -> Provenance:
    """What a picture rests on that shows a number of organisations of a network.

    Raises UsageError if the network was read without evidence.
    """
    cited: set[str] = set()
    for stated in network.facts.stated:
        ids = stated.get("sourceIds")
        cited.update(ids if isinstance(ids, list) else [])
    return Provenance(
        selection=network.selection,
        counts=network.counts(),
        backbone=network.backbone,
        sources=len(cited),
        datasets=tuple(sorted(summarise(network).datasets)),
        excerpt=excerpt,
        shown=shown,
        of=len(network.tied.organisations),
    )
