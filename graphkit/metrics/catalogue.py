"""The metric catalogue, collected: one line for each module that holds entries.

These modules import numpy; `graphkit.metrics` loads the catalogue when it is first used.
"""

from __future__ import annotations

from importlib import import_module

from graphkit.metrics.entry import Entry
from graphkit.metrics.ranking_metrics import METRICS, NEIGHBOURHOOD_METRICS, TWO_MODE_METRICS
from graphkit.model.wording import chosen

_MODULES = (
    "brokerage",
    "homophily",
    "coreness",
    "core_and_periphery",
    "ego",
    "key_player_sets",
    "blockmodels",
    "whole_network",
    "centralisation",
    "two_mode_structure",
    "shared_layers",
    "mixing_matrix",
    "rating_entries",
)

CATALOGUE: dict[str, Entry] = {**METRICS, **NEIGHBOURHOOD_METRICS, **TWO_MODE_METRICS} | {
    entry.name: entry
    for module in _MODULES
    for entry in import_module(f"graphkit.metrics.{module}").ENTRIES
}
"""Every metric by name: those of a ranking, then what else can be measured."""


def in_catalogue(name: str) -> Entry:
    """Find the catalogue entry of a metric.

    Parameters
    ----------
    name : str
        The name, in any case.

    Returns
    -------
    Entry
        What to know about it; for a metric of `rank` a `Metric`.

    Raises
    ------
    UsageError
        If there is none of that name. The message names the nearest.

    Examples
    --------
    >>> in_catalogue("density").command
    'graphkit cohesion'
    """
    return CATALOGUE[chosen("metric", name, CATALOGUE)]
