"""The metrics of an organisation's position: what each is called, means and assumes.

Each entry's function takes the graph of `Network.graph()`, its nodes numbered in order, and the
edge attribute to use, and calls networkx. An attribute is a strength (larger is closer) or a
distance (larger is farther); which one a metric takes is said in its entry, because networkx's own
functions differ.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.Graph[int]

Values = Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric.

    weight: how it reads the weight of a tie when the selection weighs ties. best: whether the
    first rank goes to the highest or the lowest value.
    """

    name: str
    meaning: str
    weight: Literal["ignored", "strength", "distance"]
    reference: str
    compute: Callable[[Graph, str | None], Values]
    best: Literal["highest", "lowest"] = "highest"


def _degree(graph: Graph, weight: str | None) -> Values:
    return {node: int(degree) for node, degree in graph.degree()}


def _strength(graph: Graph, weight: str | None) -> Values:
    return {node: float(total) for node, total in graph.degree(weight="weight")}


def _betweenness(graph: Graph, weight: str | None) -> Values:
    import networkx as nx

    return nx.betweenness_centrality(graph, weight=weight)


def _closeness(graph: Graph, weight: str | None) -> Values:
    import networkx as nx

    return nx.closeness_centrality(graph, distance=weight)


def _harmonic(graph: Graph, weight: str | None) -> Values:
    import networkx as nx

    totals = nx.harmonic_centrality(graph, distance=weight)
    return {node: float(total) for node, total in totals.items()}  # an isolate's is the integer 0


def _eigenvector(graph: Graph, weight: str | None) -> Values:
    import networkx as nx

    try:
        return nx.eigenvector_centrality(graph, max_iter=5_000, weight=weight)
    except nx.PowerIterationFailedConvergence:
        # Two components of nearly equal pull: there is no one answer to give.
        return dict.fromkeys(graph, float("nan"))


def _pagerank(graph: Graph, weight: str | None) -> Values:
    import networkx as nx

    try:
        return nx.pagerank(graph, weight=weight)
    except nx.PowerIterationFailedConvergence:
        return dict.fromkeys(graph, float("nan"))


def _constraint(graph: Graph, weight: str | None) -> Values:
    import networkx as nx

    return nx.constraint(graph, weight=weight)


METRICS: dict[str, Metric] = {
    metric.name: metric
    for metric in (
        Metric(
            "degree",
            "how many organisations it is tied to",
            "ignored",
            "Freeman, L. C. (1979). Centrality in social networks. Social Networks 1, 215-239.",
            _degree,
        ),
        Metric(
            "strength",
            "the sum of the weights of its ties; the number of shared groups unless weighed",
            "strength",
            "Barrat, A. et al. (2004). PNAS 101, 3747-3752.",
            _strength,
        ),
        Metric(
            "betweenness",
            "the share of shortest paths between others that run through it",
            "distance",
            "Freeman, L. C. (1977). Sociometry 40, 35-41; Brandes, U. (2001).",
            _betweenness,
        ),
        Metric(
            "closeness",
            "how near it is to those it can reach, scaled by how many these are",
            "distance",
            "Wasserman, S. and Faust, K. (1994). Social Network Analysis, p. 201.",
            _closeness,
        ),
        Metric(
            "harmonic",
            "the sum of the inverse distances to all others",
            "distance",
            "Boldi, P. and Vigna, S. (2014). Internet Mathematics 10, 222-262.",
            _harmonic,
        ),
        Metric(
            "eigenvector",
            "how well it is tied to the well tied",
            "strength",
            "Bonacich, P. (1987). American Journal of Sociology 92, 1170-1182.",
            _eigenvector,
        ),
        Metric(
            "pagerank",
            "how often a walk along the ties comes by",
            "strength",
            "Page, L. et al. (1999). The PageRank citation ranking.",
            _pagerank,
        ),
        Metric(
            "constraint",
            "how far its ties lead back to the same few; low is the broker's place",
            "strength",
            "Burt, R. S. (1992). Structural Holes, ch. 2.",
            _constraint,
            best="lowest",
        ),
    )
}
"""The metrics of `graphkit rank`, in the order of its columns."""
