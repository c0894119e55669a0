"""What a metric is: its entry in the catalogue, and how one of `graphkit rank` is computed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.Graph[int]

Values = Mapping[int, float]

Subject = Literal["organisation", "pair", "group", "network"]

ALIKE = "ignored: ties are alike"
STEPS = "ignored: distances are in steps"

BORGATTI_2006 = (
    "Borgatti, S. P. (2006). Identifying sets of key players in a social network. Computational "
    "and Mathematical Organization Theory 12, 21-34."
)
FREEMAN_1979 = (
    "Freeman, L. C. (1979). Centrality in social networks: conceptual clarification. Social "
    "Networks 1, 215-239."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What there is to know of one metric before relying on it.

    on: what it is measured on; a group is any set of organisations. meaning: in a sentence, for an
    analyst. formula: n organisations, i and j two of them. normalisation: what the values range
    over. weights: what the weight of a tie does. apart: what becomes of isolates and of a network
    in several components. function: its name in Python. command: the one that prints it. best:
    whether the first rank goes to the highest or the lowest value.
    """

    name: str
    on: tuple[Subject, ...]
    meaning: str
    formula: str
    normalisation: str
    weights: str
    apart: str
    reference: str
    function: str
    command: str
    best: Literal["highest", "lowest"] = "highest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric(Entry):
    """A metric of an organisation's position, of `graphkit rank`.

    label: what pages and figures call it, by language ("en", "pl"). weight: how it reads the weight
    of a tie when the selection weighs ties. compute: its values by node. Modules with such metrics
    are imported for help texts, so `compute` imports networkx and the like itself.
    """

    label: Mapping[str, str]
    weight: Literal["ignored", "strength", "distance"]
    compute: Callable[[Graph, str | None], Values]
