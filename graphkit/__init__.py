"""Partnership networks: who connects the others, and which documents say so.

Read tables (`read`), keep them in a store (`open_store`), take a `Network` from either, `rank` its
organisations, `explain` a position by its facts, draw it (`build_view`). Names are loaded when
first used, so that importing graphkit costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphkit.engine import use_in_networkx
    from graphkit.metrics import (
        CATALOGUE,
        METRICS,
        Brokers,
        Cohesion,
        CorePeriphery,
        EIIndex,
        KeyPlayers,
        Ranking,
        TwoModeMeasures,
        brokers,
        cohesion,
        core_periphery,
        ei_index,
        key_players,
        rank,
        two_mode_measures,
    )
    from graphkit.model import Dataset, GraphkitError, InvalidData
    from graphkit.network import Explanation, Network, Selection, explain, summarise
    from graphkit.sources import read
    from graphkit.store import Store, open_store, stored_queries
    from graphkit.views import View, build_view, write_page

__version__ = "0.1.0"

_HOME = {
    "CATALOGUE": "metrics",
    "METRICS": "metrics",
    "Brokers": "metrics",
    "Cohesion": "metrics",
    "CorePeriphery": "metrics",
    "Dataset": "model",
    "EIIndex": "metrics",
    "Explanation": "network",
    "GraphkitError": "model",
    "InvalidData": "model",
    "KeyPlayers": "metrics",
    "Network": "network",
    "Ranking": "metrics",
    "Selection": "network",
    "Store": "store",
    "TwoModeMeasures": "metrics",
    "View": "views",
    "brokers": "metrics",
    "build_view": "views",
    "cohesion": "metrics",
    "core_periphery": "metrics",
    "ei_index": "metrics",
    "explain": "network",
    "key_players": "metrics",
    "open_store": "store",
    "rank": "metrics",
    "read": "sources",
    "stored_queries": "store",
    "summarise": "network",
    "two_mode_measures": "metrics",
    "use_in_networkx": "engine",
    "write_page": "views",
}

__all__ = [
    "CATALOGUE",
    "METRICS",
    "Brokers",
    "Cohesion",
    "CorePeriphery",
    "Dataset",
    "EIIndex",
    "Explanation",
    "GraphkitError",
    "InvalidData",
    "KeyPlayers",
    "Network",
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
    "ei_index",
    "explain",
    "key_players",
    "open_store",
    "rank",
    "read",
    "stored_queries",
    "summarise",
    "two_mode_measures",
    "use_in_networkx",
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
