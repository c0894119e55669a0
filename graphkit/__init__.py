"""Partnership networks: who connects the others, and which documents say so.

Read tables (`read`), keep them in a store (`open_store`), take a `Network` from either, `rank` its
organisations, `explain` a position by its facts, draw it (`build_view`). These are the names to
begin with; the others are in `graphkit.metrics`, `graphkit.network`, `graphkit.views`,
`graphkit.store`, `graphkit.sources` and `graphkit.model`. Names are loaded when first used, so that
importing graphkit costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from graphkit.version import __version__

if TYPE_CHECKING:
    from graphkit.backend import use_in_networkx
    from graphkit.engines import rank
    from graphkit.model import GraphkitError
    from graphkit.network import Network, Selection, explain
    from graphkit.sources import read
    from graphkit.store import open_store, stored_queries
    from graphkit.views import build_view, write_figure, write_page

_HOME = {
    "GraphkitError": "model",
    "Network": "network",
    "Selection": "network",
    "build_view": "views",
    "explain": "network",
    "open_store": "store",
    "rank": "engines",
    "read": "sources",
    "stored_queries": "store",
    "use_in_networkx": "backend",
    "write_figure": "views",
    "write_page": "views",
}

__all__ = [
    "GraphkitError",
    "Network",
    "Selection",
    "__version__",
    "build_view",
    "explain",
    "open_store",
    "rank",
    "read",
    "stored_queries",
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
