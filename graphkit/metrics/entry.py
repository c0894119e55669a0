"""What a metric is: its entry in the catalogue, and how one of `graphkit rank` is computed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import networkx as nx

    from graphkit.metrics.memberships import Memberships

    Graph = nx.Graph[int]

Values = Mapping[int, float]

Subject = Literal["organisation", "group", "pair", "set", "network"]


class NoValue(Exception):
    """A metric has no value on a network; the text says why."""


ALIKE = "ignored: ties are alike"
STEPS = "ignored: distances are in steps"

BORGATTI_2006 = (
    "Borgatti, S. P. (2006). Identifying sets of key players in a social network. Computational "
    "and Mathematical Organization Theory 12, 21-34."
)
BORGATTI_EVERETT_2000 = (
    "Borgatti, S. P. and Everett, M. G. (2000). Models of core/periphery structures. Social "
    "Networks 21, 375-395."
)
FREEMAN_1979 = (
    "Freeman, L. C. (1979). Centrality in social networks: conceptual clarification. Social "
    "Networks 1, 215-239."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What to know about a metric before relying on it.

    Attributes
    ----------
    name : str
        The name by which `in_catalogue` finds it.
    on : tuple of {"organisation", "group", "pair", "set", "network"}
        What it is measured on. A group is a cluster, a declaration, a collaboration or a direct
        tie; a set is any organisations taken together, such as those of a sector.
    meaning : str
        What it says, in a sentence for an analyst.
    formula : str
        How it is computed; n organisations, i and j two of them, and m groups.
    normalisation : str
        What the values range over.
    weights : str
        What the weight of a tie does.
    apart : str
        What happens with isolates, and with a network in several components.
    reference : str
        Where the metric comes from.
    function : str
        Its name in Python.
    command : str
        The command that prints it.
    best : {"highest", "lowest"}
        Which value comes first in a ranking.
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
    """A metric of an organisation's position, as `rank` computes it.

    An `Entry`, with its attributes, and these.

    Attributes
    ----------
    label : mapping of str to str
        What pages and figures call it, by language: "en", "pl".
    weight : {"ignored", "strength", "distance"}
        How it reads the weight of a tie when the selection weighs ties.
    compute : callable
        Takes the graph and the name of the edge attribute to use, or None, and returns the value of
        each node. It imports networkx and the like itself: help texts import the modules with
        metrics.
    """

    label: Mapping[str, str]
    weight: Literal["ignored", "strength", "distance"]
    compute: Callable[[Graph, str | None], Values]


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoModeMetric(Entry):
    """A metric of the position of organisations or groups in who is in which group.

    An `Entry`, with its attributes, and this.

    Attributes
    ----------
    compute : callable
        Takes the memberships and returns a value for each number of an organisation or a group. It
        imports networkx and the like itself, as that of a `Metric`.
    """

    compute: Callable[[Memberships], Values]
