"""What is measured: the metric catalogue and the rankings made with it.

The catalogue is plain data; ranking needs numpy and is loaded when first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from graphkit.metrics.catalogue import METRICS, Metric

if TYPE_CHECKING:
    from graphkit.metrics.bands import Bands, rank_bands
    from graphkit.metrics.ranking import Ranking, rank

_HOME = {
    "Bands": "bands",
    "Ranking": "ranking",
    "rank": "ranking",
    "rank_bands": "bands",
}

__all__ = ["METRICS", "Bands", "Metric", "Ranking", "rank", "rank_bands"]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"graphkit.metrics.{_HOME[name]}"), name)
