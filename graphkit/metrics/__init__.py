"""What is measured: the metric catalogue, and the functions that measure.

The catalogue is plain data; what measures needs numpy and is loaded when first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from graphkit.metrics.catalogue import METRICS, Entry, Metric
from graphkit.metrics.measures import CATALOGUE, in_catalogue

if TYPE_CHECKING:
    from graphkit.metrics.affiliation import TwoModeMeasures, two_mode_measures
    from graphkit.metrics.attributes import Categories, categories
    from graphkit.metrics.brokerage import ROLES, Brokers, brokers
    from graphkit.metrics.core import CorePeriphery, core_periphery
    from graphkit.metrics.homophily import EIIndex, ei_index
    from graphkit.metrics.players import KeyPlayers, key_players
    from graphkit.metrics.ranking import Ranking, rank
    from graphkit.metrics.whole_network import Cohesion, Measure, cohesion

_HOME = {
    "Brokers": "brokerage",
    "Categories": "attributes",
    "Cohesion": "whole_network",
    "CorePeriphery": "core",
    "EIIndex": "homophily",
    "KeyPlayers": "players",
    "Measure": "whole_network",
    "ROLES": "brokerage",
    "Ranking": "ranking",
    "TwoModeMeasures": "affiliation",
    "brokers": "brokerage",
    "categories": "attributes",
    "cohesion": "whole_network",
    "core_periphery": "core",
    "ei_index": "homophily",
    "key_players": "players",
    "rank": "ranking",
    "two_mode_measures": "affiliation",
}

__all__ = [
    "CATALOGUE",
    "METRICS",
    "ROLES",
    "Brokers",
    "Categories",
    "Cohesion",
    "CorePeriphery",
    "EIIndex",
    "Entry",
    "KeyPlayers",
    "Measure",
    "Metric",
    "Ranking",
    "TwoModeMeasures",
    "brokers",
    "categories",
    "cohesion",
    "core_periphery",
    "ei_index",
    "in_catalogue",
    "key_players",
    "rank",
    "two_mode_measures",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"graphkit.metrics.{_HOME[name]}"), name)
