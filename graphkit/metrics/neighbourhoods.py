"""Metrics of an organisation's neighbourhood: the core that it is in, and who around it is tied.

A ranking has them when they are named. Groups with many members raise both, because all members of
a group are tied to each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.metrics.entry import ALIKE, Metric

if TYPE_CHECKING:
    from graphkit.metrics.entry import Graph, Values


def _core_number(graph: Graph, weight: str | None) -> Values:
    import networkx as nx

    found: Values = nx.core_number(graph)
    return found


def _local_clustering(graph: Graph, weight: str | None) -> Values:
    import networkx as nx

    found = nx.clustering(graph)
    assert isinstance(found, dict)
    return {node: float(value) for node, value in found.items()}  # 0 may be an integer


ENTRIES = (
    Metric(
        name="core-number",
        label={"en": "core number", "pl": "numer rdzenia"},
        on=("organisation",),
        meaning="the largest k for which it is in a k-core: a part of the network in which all "
        "are tied to at least k others of that part",
        formula="the largest k such that i is left when organisations with fewer than k ties are "
        "taken away until there are none",
        normalisation="none: 0 to the largest degree; a group of k members is in the (k-1)-core",
        weight="ignored",
        weights=ALIKE,
        apart="an isolate has 0; components do not matter",
        reference="Seidman, S. B. (1983). Network structure and minimum degree. Social Networks 5, "
        "269-287.",
        function="networkx.core_number",
        command="graphkit rank --by core-number",
        compute=_core_number,
    ),
    Metric(
        name="local-clustering",
        label={"en": "local clustering", "pl": "lokalne grupowanie"},
        on=("organisation",),
        meaning="the share of pairs of its neighbours that are tied to each other",
        formula="2 t_i / (d_i (d_i - 1)), t_i ties among the neighbours of i",
        normalisation="0 to 1 (all of them tied); large groups raise it, because they tie all "
        "their members",
        weight="ignored",
        weights=ALIKE,
        apart="0 for fewer than two neighbours; components do not matter",
        reference="Watts, D. J. and Strogatz, S. H. (1998). Nature 393, 440-442.",
        function="networkx.clustering",
        command="graphkit rank --by local-clustering",
        compute=_local_clustering,
    ),
)
