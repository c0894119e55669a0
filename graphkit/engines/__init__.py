"""The metrics on engines that outgrow this process, from pairs handed over as Parquet."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from graphkit.engines.engine import ENGINES, Limits, engine_named

if TYPE_CHECKING:
    from graphkit.engines.ranking import RankedPairs, rank, rank_pairs

_HOME = {"RankedPairs": "ranking", "rank": "ranking", "rank_pairs": "ranking"}

__all__ = ["ENGINES", "Limits", "RankedPairs", "engine_named", "rank", "rank_pairs"]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"graphkit.engines.{_HOME[name]}"), name)
    globals()[name] = value
    return value
