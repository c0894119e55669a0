"""The metrics of `graphkit rank`, collected: one line for each module that holds some.

Help texts list these, so the modules here import nothing heavy.
"""

from __future__ import annotations

from importlib import import_module

from graphkit.metrics.entry import Metric, TwoModeMetric
from graphkit.metrics.neighbourhoods import ENTRIES as _NEIGHBOURHOODS
from graphkit.metrics.two_mode_centrality import ENTRIES as _TWO_MODE

_MODULES = (
    "centrality",
)  # fmt: skip

METRICS: dict[str, Metric] = {
    metric.name: metric
    for module in _MODULES
    for metric in import_module(f"graphkit.metrics.{module}").ENTRIES
}
"""The metrics of a ranking by name, in the order of its columns."""

NEIGHBOURHOOD_METRICS: dict[str, Metric] = {metric.name: metric for metric in _NEIGHBOURHOODS}
"""Those of neighbourhoods, by name. A ranking has them only when they are named."""

TWO_MODE_METRICS: dict[str, TwoModeMetric] = {metric.name: metric for metric in _TWO_MODE}
"""The metrics of who is in which group, by name. A ranking has them only when they are named."""

GROUP_METRICS = {name: each for name, each in TWO_MODE_METRICS.items() if "group" in each.on}
"""Those by which groups are ranked."""

ORGANISATION_METRICS: dict[str, Metric | TwoModeMetric] = {
    **METRICS,
    **NEIGHBOURHOOD_METRICS,
    **{name: each for name, each in TWO_MODE_METRICS.items() if "organisation" in each.on},
}
"""Those by which organisations are ranked, with `METRICS` first."""
