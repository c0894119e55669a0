"""Partnership networks: who connects the others, and which documents say so.

Read tables (`read`), keep them in a store (`open_store`), take a `Network` from either, `rank` its
organisations, `explain` a position by its facts, draw it (`build_view`). Names are loaded when
first used, so that importing graphkit costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphkit.metrics import (
        METRICS,
        Bands,
        Chains,
        Ego,
        Impact,
        Partition,
        Ranking,
        ego_network,
        find_communities,
        impact_of,
        rank,
        rank_bands,
        shortest_chains,
    )
    from graphkit.model import Dataset, GraphkitError, InvalidData
    from graphkit.network import Explanation, Network, Selection, explain, summarise
    from graphkit.sources import read
    from graphkit.store import Store, open_store, stored_queries
    from graphkit.views import View, build_view, write_page

__version__ = "0.1.0"

_HOME = {
    "METRICS": "metrics",
    "Bands": "metrics",
    "Chains": "metrics",
    "Dataset": "model",
    "Ego": "metrics",
    "Explanation": "network",
    "GraphkitError": "model",
    "Impact": "metrics",
    "InvalidData": "model",
    "Network": "network",
    "Partition": "metrics",
    "Ranking": "metrics",
    "Selection": "network",
    "Store": "store",
    "View": "views",
    "build_view": "views",
    "ego_network": "metrics",
    "explain": "network",
    "find_communities": "metrics",
    "impact_of": "metrics",
    "open_store": "store",
    "rank": "metrics",
    "rank_bands": "metrics",
    "read": "sources",
    "shortest_chains": "metrics",
    "stored_queries": "store",
    "summarise": "network",
    "write_page": "views",
}

__all__ = [
    "METRICS",
    "Bands",
    "Chains",
    "Dataset",
    "Ego",
    "Explanation",
    "GraphkitError",
    "Impact",
    "InvalidData",
    "Network",
    "Partition",
    "Ranking",
    "Selection",
    "Store",
    "View",
    "__version__",
    "build_view",
    "ego_network",
    "explain",
    "find_communities",
    "impact_of",
    "open_store",
    "rank",
    "rank_bands",
    "read",
    "shortest_chains",
    "stored_queries",
    "summarise",
    "write_page",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"graphkit.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
