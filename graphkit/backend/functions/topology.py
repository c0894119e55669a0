"""Clustering, cores, components, cut nodes and bridges."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from graphkit.backend.adjacency import Adjacency
from graphkit.backend.components import labels
from graphkit.backend.incidence import Incidence
from graphkit.backend.triads import Triads

Graph = Adjacency | Incidence
Ints = npt.NDArray[np.int64]


def triangles(G: Graph, nodes: Any = None) -> Any:
    """See networkx."""
    return G.for_nodes(nodes, _triangles(G)[0].tolist())


def clustering(G: Graph, nodes: Any = None, weight: None = None) -> Any:
    """See networkx."""
    return G.for_nodes(nodes, _clustering(G))


def average_clustering(
    G: Graph, nodes: Any = None, weight: None = None, count_zeros: bool = True
) -> float:
    """See networkx."""
    values = G.for_nodes(nodes, _clustering(G)).values()
    counted = list(values) if count_zeros else [value for value in values if abs(value) > 0]
    return float(sum(counted) / len(counted))


def transitivity(G: Graph) -> float:
    """See networkx."""
    found, degree = _triangles(G)
    closed = 2 * int(found.sum())
    return 0 if closed == 0 else closed / int((degree * (degree - 1)).sum())


def core_number(G: Graph) -> dict[Hashable, int]:
    """See networkx."""
    import networkx as nx

    from graphkit.backend.kernels.topology import cores

    graph = G.one_mode()
    if graph.loops.any():
        raise nx.NetworkXNotImplemented(
            "Input graph has self loops which is not permitted; "
            "Consider using G.remove_edges_from(nx.selfloop_edges(G))."
        )
    return graph.by_node(cores(graph.offsets, graph.neighbours, np.diff(graph.offsets)))


def connected_components(G: Graph) -> Iterator[set[Hashable]]:
    """See networkx."""
    label = labels(G)
    order = np.argsort(label, kind="stable")
    ends = np.cumsum(np.bincount(label)).tolist()
    names = [G.nodes[position] for position in order.tolist()]
    return (set(names[start:end]) for start, end in zip([0, *ends], ends, strict=False))


def number_connected_components(G: Graph) -> int:
    """See networkx."""
    return int(labels(G).max(initial=-1)) + 1


def is_connected(G: Graph) -> bool:
    """See networkx."""
    import networkx as nx

    if len(G) == 0:
        raise nx.NetworkXPointlessConcept("Connectivity is undefined for the null graph.")
    return number_connected_components(G) == 1


def node_connected_component(G: Graph, n: Hashable) -> set[Hashable]:
    """See networkx."""
    label = labels(G)
    return {G.nodes[position] for position in np.flatnonzero(label == label[G.index[n]]).tolist()}


def articulation_points(G: Graph) -> Iterator[Hashable]:
    """See networkx."""
    from graphkit.backend.kernels.topology import cuts

    graph = G.one_mode()
    return (graph.nodes[position] for position in cuts(graph.offsets, graph.neighbours)[0].tolist())


def bridges(G: Graph, root: None = None) -> Iterator[tuple[Hashable, Hashable]]:
    """See networkx."""
    from graphkit.backend.kernels.topology import cuts

    graph = G.one_mode()
    entries = np.flatnonzero(cuts(graph.offsets, graph.neighbours)[1])
    ends = np.sort(np.stack((graph.rows[entries], graph.neighbours[entries])), axis=0)
    # In the order of the graph's edges: by the first end, then as it stands among its neighbours.
    keys = {(row, column) for row, column in ends.T.tolist()}
    nodes, offsets, neighbours = graph.nodes, graph.offsets, graph.neighbours
    return (
        (nodes[row], nodes[column])
        for row in np.unique(ends[0]).tolist()
        for column in neighbours[offsets[row] : offsets[row + 1]].tolist()
        if (row, column) in keys
    )


def has_bridges(G: Graph, root: None = None) -> bool:
    """See networkx."""
    return next(bridges(G), None) is not None


def _clustering(graph: Graph) -> list[float]:
    found, degree = _triangles(graph)
    pairs = degree * (degree - 1)
    # networkx writes the integer 0 where there is no triangle.
    return [
        2 * count / most if count else 0
        for count, most in zip(found.tolist(), pairs.tolist(), strict=True)
    ]


def _triangles(graph: Graph) -> tuple[Ints, Ints]:
    """The triangles of each node and its neighbours, itself not counted."""
    edges = graph.one_mode()
    rows, neighbours = edges.rows, edges.neighbours
    if edges.loops.any():
        rows, neighbours = rows[~edges.loops], neighbours[~edges.loops]
    triads = Triads.of(rows, neighbours, len(edges))
    return triads.triangles(), triads.degree
