"""What is measured: the metric catalogue and the rankings made with it.

The catalogue is plain data; ranking needs numpy and is loaded when first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphkit.metrics.catalogue import METRICS, Metric

if TYPE_CHECKING:
    from graphkit.metrics.ranking import Ranking, rank

__all__ = ["METRICS", "Metric", "Ranking", "rank"]


def __getattr__(name: str) -> Any:
    if name not in ("Ranking", "rank"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from graphkit.metrics import ranking

    return getattr(ranking, name)
