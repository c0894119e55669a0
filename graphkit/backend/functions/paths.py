"""Shortest path lengths and what is said with them: eccentricity, diameter, average."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

import numpy as np

from graphkit.backend import distances
from graphkit.backend.adjacency import Adjacency
from graphkit.backend.incidence import Incidence

Graph = Adjacency | Incidence
Lengths = dict[Hashable, int]

_FEW = 16
"""Up to this number of nodes a search from each is faster than the bit-parallel one from all."""


def single_source_shortest_path_length(
    G: Graph, source: Hashable, cutoff: float | None = None
) -> Lengths:
    """See networkx."""
    import networkx as nx

    from graphkit.backend.kernels.topology import levels

    if source not in G:
        raise nx.NodeNotFound(f"Source {source} is not in G")
    graph = G.one_mode()
    limit = float(len(graph) if cutoff is None else cutoff)
    order, distance = levels(graph.offsets, graph.neighbours, graph.index[source], limit)
    nodes = graph.nodes
    return dict(
        zip((nodes[each] for each in order.tolist()), distance[order].tolist(), strict=True)
    )


def all_pairs_shortest_path_length(
    G: Graph, cutoff: float | None = None
) -> Iterator[tuple[Hashable, Lengths]]:
    """See networkx."""
    return ((node, single_source_shortest_path_length(G, node, cutoff)) for node in G)


def eccentricity(G: Graph, v: Any = None, sp: None = None, weight: None = None) -> Any:
    """See networkx, which asks only whether the nodes of `v` reach all others."""
    import networkx as nx

    asked = [v] if v is not None and v in G else list(G.for_nodes(v, G.nodes))
    positions = np.array([G.index[node] for node in asked], dtype=np.int64)
    few = len(asked) <= _FEW
    sums = distances.sums(G, None, positions if few else None, inward=False)
    chosen = slice(None) if few else positions
    if (sums.reached[chosen] < len(G) - 1).any():
        raise nx.NetworkXError(
            "Found infinite path length because the digraph is not strongly connected"
            if G.is_directed()
            else "Found infinite path length because the graph is not connected"
        )
    farthest = sums.farthest[chosen].astype(int).tolist()
    return farthest[0] if v is not None and v in G else dict(zip(asked, farthest, strict=True))


def diameter(G: Graph, e: Any = None, usebounds: bool = False, weight: None = None) -> Any:
    """See networkx."""
    return max((eccentricity(G) if e is None else e).values())


def radius(G: Graph, e: Any = None, usebounds: bool = False, weight: None = None) -> Any:
    """See networkx."""
    return min((eccentricity(G) if e is None else e).values())


def periphery(
    G: Graph, e: Any = None, usebounds: bool = False, weight: None = None
) -> list[Hashable]:
    """See networkx."""
    values = eccentricity(G) if e is None else e
    most = max(values.values())
    return [node for node, value in values.items() if value == most]


def average_shortest_path_length(
    G: Graph, weight: str | None = None, method: str | None = None
) -> float:
    """See networkx."""
    import networkx as nx

    nodes = len(G)
    if nodes == 0:
        raise nx.NetworkXPointlessConcept(
            "the null graph has no paths, thus there is no average shortest path length"
        )
    if nodes == 1:
        return 0
    sums = distances.sums(G, weight, None, inward=False)
    if (sums.reached < nodes - 1).any():
        raise nx.NetworkXError(
            "Graph is not strongly connected." if G.is_directed() else "Graph is not connected."
        )
    return float(np.sum(sums.total) / (nodes * (nodes - 1)))
