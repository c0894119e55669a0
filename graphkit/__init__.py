"""Partnership networks: who connects the others, and which documents say so.

Read tables (`read`), keep them in a store (`open_store`), take a `Network` from either, `rank` its
organisations, `explain` a position by its facts, draw it (`build_view`). Names are loaded when
first used, so that importing graphkit costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from graphkit.version import __version__

if TYPE_CHECKING:
    from graphkit.backend import use_in_networkx
    from graphkit.metrics import (
        CATALOGUE,
        METRICS,
        Bands,
        Brokers,
        Chains,
        Cohesion,
        CorePeriphery,
        Ego,
        EIIndex,
        Impact,
        KeyPlayers,
        Partition,
        Ranking,
        TwoModeMeasures,
        brokers,
        cohesion,
        core_periphery,
        ego_network,
        ei_index,
        find_communities,
        impact_of,
        key_players,
        rank,
        rank_bands,
        shortest_chains,
        two_mode_measures,
    )
    from graphkit.model import Dataset, GraphkitError, InvalidData
    from graphkit.network import Explanation, Network, Selection, explain, summarise
    from graphkit.sources import read
    from graphkit.store import Store, open_store, stored_queries
    from graphkit.views import View, build_view, write_figure, write_page

_HOME = {
    "Bands": "metrics",
    "Brokers": "metrics",
    "CATALOGUE": "metrics",
    "Chains": "metrics",
    "Cohesion": "metrics",
    "CorePeriphery": "metrics",
    "Dataset": "model",
    "EIIndex": "metrics",
    "Ego": "metrics",
    "Explanation": "network",
    "GraphkitError": "model",
    "Impact": "metrics",
    "InvalidData": "model",
    "KeyPlayers": "metrics",
    "METRICS": "metrics",
    "Network": "network",
    "Partition": "metrics",
    "Ranking": "metrics",
    "Selection": "network",
    "Store": "store",
    "TwoModeMeasures": "metrics",
    "View": "views",
    "brokers": "metrics",
    "build_view": "views",
    "cohesion": "metrics",
    "core_periphery": "metrics",
    "ego_network": "metrics",
    "ei_index": "metrics",
    "explain": "network",
    "find_communities": "metrics",
    "impact_of": "metrics",
    "key_players": "metrics",
    "open_store": "store",
    "rank": "metrics",
    "rank_bands": "metrics",
    "read": "sources",
    "shortest_chains": "metrics",
    "stored_queries": "store",
    "summarise": "network",
    "two_mode_measures": "metrics",
    "use_in_networkx": "backend",
    "write_figure": "views",
    "write_page": "views",
}

__all__ = [
    "CATALOGUE",
    "METRICS",
    "Bands",
    "Brokers",
    "Chains",
    "Cohesion",
    "CorePeriphery",
    "Dataset",
    "EIIndex",
    "Ego",
    "Explanation",
    "GraphkitError",
    "Impact",
    "InvalidData",
    "KeyPlayers",
    "Network",
    "Partition",
    "Ranking",
    "Selection",
    "Store",
    "TwoModeMeasures",
    "View",
    "__version__",
    "brokers",
    "build_view",
    "cohesion",
    "core_periphery",
    "ego_network",
    "ei_index",
    "explain",
    "find_communities",
    "impact_of",
    "key_players",
    "open_store",
    "rank",
    "rank_bands",
    "read",
    "shortest_chains",
    "stored_queries",
    "summarise",
    "two_mode_measures",
    "use_in_networkx",
    "write_figure",
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
