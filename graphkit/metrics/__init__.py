"""What is measured: the metric catalogue and the rankings made with it."""

from graphkit.metrics.catalogue import METRICS, Metric
from graphkit.metrics.ranking import Ranking, rank

__all__ = ["METRICS", "Metric", "Ranking", "rank"]
