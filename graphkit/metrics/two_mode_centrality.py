"""Centrality in who is in which group: of organisations, and of the groups that connect them.

The two-mode graph joins each organisation to its groups. A projection forgets which group ties two
organisations, and has no place for groups.

Borgatti, S. P. and Everett, M. G. (1997). Network analysis of 2-mode data. Social Networks 19,
243-269.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.metrics.entry import TwoModeMetric

if TYPE_CHECKING:
    from graphkit.metrics.entry import Values
    from graphkit.metrics.memberships import Memberships

_BORGATTI_EVERETT_1997 = (
    "Borgatti, S. P. and Everett, M. G. (1997). Network analysis of 2-mode data. Social Networks "
    "19, 243-269."
)
_ALIKE = "ignored: memberships are alike"


def _degree(memberships: Memberships) -> Values:
    others = _sizes(memberships)[::-1]
    return {
        node: degree / max(others[node in memberships.groups], 1)
        for node, degree in memberships.graph.degree()
    }


def _betweenness(memberships: Memberships) -> Values:
    import networkx as nx

    most = [most_between(*sizes) for sizes in _both_ways(*_sizes(memberships))]
    totals = nx.betweenness_centrality(memberships.graph, normalized=False)
    return {
        node: total / most[node in memberships.groups] if total else 0.0
        for node, total in totals.items()
    }


def _closeness(memberships: Memberships) -> Values:
    import networkx as nx

    graph = memberships.graph
    others = len(graph) - 1
    mean_distance = nx.closeness_centrality(graph, wf_improved=False)
    values = dict.fromkeys(range(len(graph)), 0.0)
    for piece in nx.connected_components(graph):
        reached = len(piece) - 1
        if not reached:
            continue
        there = sum(node in memberships.groups for node in piece)
        least = [other + 2 * (own - 1) for own, other in _both_ways(len(piece) - there, there)]
        for node in piece:
            # The inverse of a mean: the total is whole, so that rounding it gives it exactly.
            total = round(reached / mean_distance[node])
            values[node] = (reached / others) * (least[node in memberships.groups] / total)
    return values


def _s_betweenness(memberships: Memberships) -> Values:
    import networkx as nx
    import numpy as np
    from scipy.sparse import csr_array

    from graphkit.metrics.memberships import numbered_graph

    form, s = memberships.form, memberships.s
    large = np.flatnonzero(form.sizes() >= s)
    inside = csr_array(form.incidence()[:, large])
    shared = (inside.T @ inside).tocoo()
    near = (shared.data >= s - 0.5) & (shared.row != shared.col)
    graph = numbered_graph(
        len(large), shared.row[near].astype(np.int64), shared.col[near].astype(np.int64)
    )
    found = nx.betweenness_centrality(graph)
    values = dict.fromkeys(range(memberships.groups.stop), float("nan"))
    first = memberships.groups.start
    return values | {
        first + group: float(found[place]) for place, group in enumerate(large.tolist())
    }


def most_between(own: int, other: int) -> float:
    """The betweenness that a node can have at most in a two-mode graph, in pairs of others.

    own: how many nodes there are of its mode, it included; other: of the other. It has the most
    when it is next to all of the other mode, and the rest of its own mode hang from these as evenly
    as can be (Borgatti and Everett 1997).
    """
    p, rest = divmod(own - 1, max(other, 1))
    return (
        other**2 * (p + 1) ** 2 + other * (p + 1) * (2 * rest - p - 1) - rest * (2 * p - rest + 3)
    ) / 2


def _sizes(memberships: Memberships) -> tuple[int, int]:
    return len(memberships.organisations), len(memberships.groups)


def _both_ways(one: int, other: int) -> tuple[tuple[int, int], tuple[int, int]]:
    return (one, other), (other, one)


ENTRIES = (
    TwoModeMetric(
        name="two-mode-degree",
        on=("organisation", "group"),
        meaning="the share of groups that it is in; of a group, the share of organisations in it",
        formula="of an organisation, its groups / m; of a group, its organisations / n",
        normalisation="0 to 1 (in every group; everybody is in it)",
        weights=_ALIKE,
        apart="an isolate has 0; components do not matter",
        reference=_BORGATTI_EVERETT_1997,
        function="networkx.bipartite.degree_centrality",
        command="graphkit rank --by two-mode-degree",
        compute=_degree,
    ),
    TwoModeMetric(
        name="two-mode-betweenness",
        on=("organisation", "group"),
        meaning="the share of shortest paths, from member to group to member, that run through it",
        formula="the sum over pairs of others, of either mode, of (shortest paths through it) / "
        "(shortest paths), divided by the most that one of its mode can have",
        normalisation="0 to 1: the most depends on n and m, and differs between organisations and "
        "groups",
        weights=_ALIKE,
        apart="pairs without a path add 0, so values are small in a disconnected network; an "
        "isolate has 0",
        reference=_BORGATTI_EVERETT_1997,
        function="networkx.bipartite.betweenness_centrality",
        command="graphkit rank --of groups --by two-mode-betweenness",
        compute=_betweenness,
    ),
    TwoModeMetric(
        name="two-mode-closeness",
        on=("organisation", "group"),
        meaning="how few steps, from member to group to member, lead to all that it can reach, "
        "scaled by their share",
        formula="(r/(n+m-1)) * (the least sum of distances possible) / (the sum of the distances "
        "to the r that it reaches); of an organisation that reaches q groups and p-1 other "
        "organisations, the least is q + 2(p-1), of a group likewise",
        normalisation="0 to 1: next to all of the other mode",
        weights=_ALIKE,
        apart="scaled by the share that it reaches, and compared with the least within its "
        "component, so that small components do not rank high; an isolate has 0",
        reference=f"{_BORGATTI_EVERETT_1997} For several components, as Wasserman, S. and Faust, "
        "K. (1994). Social Network Analysis, p. 201.",
        function="graphkit.metrics.rank_groups",
        command="graphkit rank --of groups --by two-mode-closeness",
        compute=_closeness,
    ),
    TwoModeMetric(
        name="s-betweenness",
        on=("group",),
        meaning="the share of shortest paths between other groups that run through it, where a "
        "step leads to a group with at least s members in common",
        formula="the sum over pairs of other groups of (shortest s-paths through it) / (shortest "
        "s-paths), divided by the pairs; s is 2 unless it is set",
        normalisation="divided by the pairs of other groups that have at least s members: 0 to 1",
        weights=_ALIKE,
        apart="a group of fewer than s members has no value and is ranked last; pairs without a "
        "path add 0",
        reference="Aksoy, S. G. et al. (2020). Hypernetwork science via high-order hypergraph "
        "walks. EPJ Data Science 9, 16.",
        function="graphkit.metrics.rank_groups",
        command="graphkit rank --of groups --by s-betweenness",
        compute=_s_betweenness,
    ),
)
