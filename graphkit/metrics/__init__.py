"""What is measured: the metric catalogue and the rankings made with it.

The catalogue is plain data; ranking needs numpy and is loaded when first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from graphkit.metrics.catalogue import METRICS, Metric

if TYPE_CHECKING:
    from graphkit.metrics.bands import Bands, rank_bands
    from graphkit.metrics.chains import Chains, shortest_chains
    from graphkit.metrics.communities import Partition, find_communities
    from graphkit.metrics.ego import Ego, ego_network
    from graphkit.metrics.impact import Impact, impact_of
    from graphkit.metrics.ranking import Ranking, rank

_HOME = {
    "Bands": "bands",
    "Chains": "chains",
    "Ego": "ego",
    "Impact": "impact",
    "Partition": "communities",
    "Ranking": "ranking",
    "ego_network": "ego",
    "find_communities": "communities",
    "impact_of": "impact",
    "rank": "ranking",
    "rank_bands": "bands",
    "shortest_chains": "chains",
}

__all__ = [
    "METRICS",
    "Bands",
    "Chains",
    "Ego",
    "Impact",
    "Metric",
    "Partition",
    "Ranking",
    "ego_network",
    "find_communities",
    "impact_of",
    "rank",
    "rank_bands",
    "shortest_chains",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"graphkit.metrics.{_HOME[name]}"), name)
