"""The metrics of `graphkit rank`, collected: one line for each module that holds some.

Help texts list these, so the modules here import nothing heavy.
"""

from __future__ import annotations

from importlib import import_module

from graphkit.metrics.entry import Metric

_MODULES = (
    "centrality",
)  # fmt: skip

METRICS: dict[str, Metric] = {
    metric.name: metric
    for module in _MODULES
    for metric in import_module(f"graphkit.metrics.{module}").ENTRIES
}
"""The metrics of a ranking by name, in the order of its columns."""
