"""The centralities of `graphkit rank`: networkx's, but for those that it leaves unfinished.

Each function takes the graph of `Network.graph()`, its nodes numbered in order, and the edge
attribute to use. An attribute is a strength (larger is closer) or a distance (larger is farther);
the entry says which one a metric takes, because networkx's own functions differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.metrics.entry import FREEMAN_1979, Metric

if TYPE_CHECKING:
    from graphkit.metrics.entry import Graph, Values


def _degree(graph: Graph, weight: str | None) -> Values:
    return {node: int(degree) for node, degree in graph.degree()}


def _strength(graph: Graph, weight: str | None) -> Values:
    return {node: float(total) for node, total in graph.degree(weight="weight")}


def _betweenness(graph: Graph, weight: str | None) -> Values:
    import networkx as nx

    from graphkit.metrics.path_lengths import betweenness_by_length

    if weight is None:
        return nx.betweenness_centrality(graph)
    return betweenness_by_length(graph, weight)


def _closeness(graph: Graph, weight: str | None) -> Values:
    import networkx as nx

    return nx.closeness_centrality(graph, distance=weight)


def _harmonic(graph: Graph, weight: str | None) -> Values:
    import networkx as nx

    totals = nx.harmonic_centrality(graph, distance=weight)
    return {node: float(total) for node, total in totals.items()}  # an isolate's is the integer 0


def _eigenvector(graph: Graph, weight: str | None) -> Values:
    from graphkit.metrics.converged_vectors import eigenvector

    return eigenvector(graph, weight)


def _pagerank(graph: Graph, weight: str | None) -> Values:
    from graphkit.metrics.converged_vectors import pagerank

    return pagerank(graph, weight)


def _constraint(graph: Graph, weight: str | None) -> Values:
    import networkx as nx

    return nx.constraint(graph, weight=weight)


ENTRIES = (
    Metric(
        name="degree",
        label={"en": "degree", "pl": "stopień"},
        on=("organisation",),
        meaning="the number of organisations it is tied to",
        formula="d_i = the number of j tied to i",
        normalisation="none: 0 to n - 1",
        weight="ignored",
        weights="ignored: all ties count the same",
        apart="an isolate has 0; components do not matter",
        reference=FREEMAN_1979,
        function="networkx.degree",
        command="graphkit rank --by degree",
        compute=_degree,
    ),
    Metric(
        name="strength",
        label={"en": "strength", "pl": "siła"},
        on=("organisation",),
        meaning="the sum of the weights of its ties; without weights, of shared groups",
        formula="s_i = the sum of w_ij over j",
        normalisation="none",
        weight="strength",
        weights="a strength; with weight none each shared group counts 1, a direct tie its "
        "own weight",
        apart="an isolate has 0; components do not matter",
        reference="Barrat, A. et al. (2004). The architecture of complex weighted networks. "
        "PNAS 101, 3747-3752.",
        function="networkx.degree",
        command="graphkit rank --by strength",
        compute=_strength,
    ),
    Metric(
        name="betweenness",
        label={"en": "betweenness", "pl": "pośrednictwo"},
        on=("organisation",),
        meaning="the share of shortest paths between others that run through it",
        formula="b_i = the sum over pairs j, k of (shortest paths from j to k through i) / "
        "(shortest paths from j to k)",
        normalisation="divided by the (n-1)(n-2)/2 pairs of others: 0 to 1 (the hub of a star)",
        weight="distance",
        weights="a step has length 1/weight, and lengths within a relative 1e-10 are equal; with "
        "weight none, every step has length 1",
        apart="pairs without a path add 0, so values are small in a disconnected network; an "
        "isolate has 0",
        reference="Freeman, L. C. (1977). A set of measures of centrality based on "
        "betweenness. Sociometry 40, 35-41; Brandes, U. (2001). Journal of Mathematical "
        "Sociology 25, 163-177.",
        function="networkx.betweenness_centrality",
        command="graphkit rank --by betweenness",
        compute=_betweenness,
    ),
    Metric(
        name="closeness",
        label={"en": "closeness", "pl": "bliskość"},
        on=("organisation",),
        meaning="how close it is to those it can reach, scaled by their share",
        formula="c_i = (r/(n-1)) * r / (the sum of the distances from i to the r it reaches)",
        normalisation="0 to 1 (tied to all others) when every step has length 1; can be larger "
        "when weights above 1 make steps shorter",
        weight="distance",
        weights="a step has length 1/weight; with weight none, every step has length 1",
        apart="scaled by the share that it reaches, so that small components do not rank high; an "
        "isolate has 0",
        reference="Wasserman, S. and Faust, K. (1994). Social Network Analysis, p. 201.",
        function="networkx.closeness_centrality",
        command="graphkit rank --by closeness",
        compute=_closeness,
    ),
    Metric(
        name="harmonic",
        label={"en": "harmonic closeness", "pl": "bliskość harmoniczna"},
        on=("organisation",),
        meaning="the sum of the inverse distances to all others",
        formula="h_i = the sum over j of 1/d_ij",
        normalisation="none: 0 to n - 1 when every step has length 1",
        weight="distance",
        weights="a step has length 1/weight; with weight none, every step has length 1",
        apart="unreachable organisations add 0; an isolate has 0",
        reference="Boldi, P. and Vigna, S. (2014). Axioms for centrality. Internet "
        "Mathematics 10, 222-262.",
        function="networkx.harmonic_centrality",
        command="graphkit rank --by harmonic",
        compute=_harmonic,
    ),
    Metric(
        name="eigenvector",
        label={"en": "eigenvector", "pl": "wektor własny"},
        on=("organisation",),
        meaning="how central its neighbours are",
        formula="x_i = (1/lambda) * the sum over j of w_ij x_j, for the largest lambda",
        normalisation="the squares of all values sum to 1",
        weight="strength",
        weights="a strength; with weight none, all ties count the same",
        apart="only the component with the largest lambda has values; the others and isolates have "
        "0; no value where the two largest lambda, of one component or of two, agree to 1e-9",
        reference="Bonacich, P. (1987). Power and centrality. American Journal of Sociology "
        "92, 1170-1182.",
        function="networkx.eigenvector_centrality",
        command="graphkit rank --by eigenvector",
        compute=_eigenvector,
    ),
    Metric(
        name="pagerank",
        label={"en": "PageRank", "pl": "PageRank"},
        on=("organisation",),
        meaning="how often a random walk along the ties visits it",
        formula="p_i = 0.15/n + 0.85 * the sum over j of p_j w_ij / s_j",
        normalisation="all values sum to 1",
        weight="strength",
        weights="a strength: the walk follows ties in proportion; with weight none, all ties "
        "count the same",
        apart="the walk jumps to a random organisation with probability 0.15, and always "
        "from isolates, so every organisation has a value, unless there are no ties",
        reference="Page, L. et al. (1999). The PageRank citation ranking: bringing order to "
        "the web. Stanford InfoLab.",
        function="networkx.pagerank",
        command="graphkit rank --by pagerank",
        compute=_pagerank,
    ),
    Metric(
        name="constraint",
        label={"en": "constraint", "pl": "ograniczenie"},
        on=("organisation",),
        meaning="how redundant its contacts are; low values mark brokers",
        formula="the sum over neighbours j of (p_ij + the sum over q of p_iq p_qj)^2, with "
        "p_ij = w_ij / s_i",
        normalisation="none: near 0 for many unconnected neighbours, 1 for one neighbour; can "
        "exceed 1",
        weight="strength",
        weights="a strength: p_ij is j's share of i's; with weight none, all ties count the same",
        apart="an isolate has no value and is ranked last; components do not matter",
        reference="Burt, R. S. (1992). Structural Holes, ch. 2.",
        function="networkx.constraint",
        command="graphkit rank --by constraint",
        compute=_constraint,
        best="lowest",
    ),
)
