"""The metrics on engines that outgrow this process, from pairs handed over as Parquet."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from graphkit.engines.engine import ENGINES, Limits, engine_named

if TYPE_CHECKING:
    from graphkit.engines.communities import find_communities
    from graphkit.engines.comparison import compare
    from graphkit.engines.gds.write_back import write_back
    from graphkit.engines.ranking import RankedPairs, rank, rank_pairs
    from graphkit.engines.summary import PairsSummary, summarise, summarise_pairs
    from graphkit.engines.tie_file import write_ties, write_ties_of_pairs
    from graphkit.engines.whole_network import cohesion, cohesion_of_pairs

_HOME = {
    "PairsSummary": "summary",
    "RankedPairs": "ranking",
    "cohesion": "whole_network",
    "cohesion_of_pairs": "whole_network",
    "compare": "comparison",
    "find_communities": "communities",
    "rank": "ranking",
    "rank_pairs": "ranking",
    "summarise": "summary",
    "summarise_pairs": "summary",
    "write_back": "gds.write_back",
    "write_ties": "tie_file",
    "write_ties_of_pairs": "tie_file",
}

__all__ = [
    "ENGINES",
    "Limits",
    "PairsSummary",
    "RankedPairs",
    "cohesion",
    "cohesion_of_pairs",
    "compare",
    "engine_named",
    "find_communities",
    "rank",
    "rank_pairs",
    "summarise",
    "summarise_pairs",
    "write_back",
    "write_ties",
    "write_ties_of_pairs",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"graphkit.engines.{_HOME[name]}"), name)
    globals()[name] = value
    return value
