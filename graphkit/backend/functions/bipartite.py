"""The bipartite centralities, and projections as sparse products."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from graphkit.backend import betweenness, distances
from graphkit.backend.adjacency import Adjacency
from graphkit.backend.conversion import to_networkx

if TYPE_CHECKING:
    import networkx as nx
    from scipy.sparse import csr_array

Values = dict[Hashable, float]


def bipartite_degree_centrality(G: Adjacency, nodes: Iterable[Hashable]) -> Values:
    """See networkx. A node that is not in the graph counts as one of its side, without a value."""
    top, bottom = _sides(G, nodes)
    degree = G.by_node(G.degrees())
    to_bottom, to_top = 1.0 / len(bottom), 1.0 / len(top)
    values = {node: degree[node] * to_bottom for node in top if node in degree}
    return values | {node: degree[node] * to_top for node in bottom}


def bipartite_betweenness_centrality(G: Adjacency, nodes: Iterable[Hashable]) -> Values:
    """See networkx."""
    top, bottom = _sides(G, nodes)
    values: Values = G.by_node(betweenness.of_nodes(G, None, None) / 2)
    for side, other in ((top, bottom), (bottom, top)):
        most = _most_between(len(side), len(other))
        for node in side:
            values[node] /= most
    return values


def bipartite_closeness_centrality(
    G: Adjacency, nodes: Iterable[Hashable], normalized: bool = True
) -> Values:
    """See networkx."""
    import networkx as nx

    top, bottom = _sides(G, nodes)
    if strangers := [node for node in top if node not in G]:
        raise nx.NodeNotFound(f"Source {strangers[0]} is not in G")
    sums = distances.sums(G, None, None, inward=True)
    total, reached = G.by_node(sums.total), G.by_node(sums.reached)
    values: Values = {}
    for side, other in ((top, bottom), (bottom, top)):
        least = len(other) + 2 * (len(side) - 1)
        for node in side:
            value = least / total[node] if total[node] > 0 else 0.0
            if normalized and total[node] > 0:
                value *= reached[node] / (len(G) - 1)
            values[node] = value
    return values


def projected_graph(
    B: Adjacency, nodes: Iterable[Hashable], multigraph: bool = False
) -> nx.Graph[Any]:
    """See networkx."""
    names = list(nodes)
    return _graph(B, names, _Shared(B, names).counts, None)


def weighted_projected_graph(
    B: Adjacency, nodes: Sequence[Hashable], ratio: bool = False
) -> nx.Graph[Any]:
    """See networkx."""
    import networkx as nx

    others = len(B) - len(nodes)
    if others < 1 and all(B.index[node] >= 0 for node in nodes):  # KeyError comes first
        raise nx.NetworkXAlgorithmError(
            f"the size of the nodes to project onto ({len(nodes)}) is >= the graph size "
            f"({len(B)}).\nThey are either not a valid bipartite partition or contain duplicates"
        )
    names = list(nodes)
    counts = _Shared(B, names).counts
    return _graph(B, names, counts, counts.data / others if ratio else counts.data.astype(int))


def collaboration_weighted_projected_graph(
    B: Adjacency, nodes: Iterable[Hashable]
) -> nx.Graph[Any]:
    """See networkx."""
    names = list(nodes)
    shared = _Shared(B, names)
    degree = np.diff(B.offsets)
    product = shared.product(1.0 / np.maximum(degree - 1, 1))
    return _graph(B, names, product, product.data)


def overlap_weighted_projected_graph(
    B: Adjacency, nodes: Iterable[Hashable], jaccard: bool = True
) -> nx.Graph[Any]:
    """See networkx."""
    names = list(nodes)
    shared = _Shared(B, names)
    counts = shared.counts
    degree = np.diff(B.offsets)[shared.positions]
    one = np.repeat(degree, np.diff(counts.indptr))
    other = degree[counts.indices]
    whole = one + other - counts.data if jaccard else np.minimum(one, other)
    return _graph(B, names, counts, counts.data / whole)


class _Shared:
    """What the nodes of one side share with each other on the other side."""

    def __init__(self, graph: Adjacency, names: list[Hashable]) -> None:
        if len(set(names)) < len(names) or graph.loops.any():
            raise NotImplementedError("nodes named twice, or self-loops")
        self.positions = np.array([graph.index[name] for name in names], dtype=np.int64)
        self._rows = graph.matrix()[self.positions]
        inside = np.zeros(len(graph), dtype=bool)
        inside[self.positions] = True
        second = np.unique(self._rows.indices)
        reached = graph.matrix()[second].indices
        if not inside[reached].all():
            raise NotImplementedError("the nodes do not form one side of a bipartite graph")
        self.counts = self.product(np.ones(len(graph)))

    def product(self, weights: npt.NDArray[np.float64]) -> csr_array:
        """The sum of the weights of what each two nodes share."""
        from scipy.sparse import csr_array, diags_array

        product = csr_array(csr_array(self._rows @ diags_array(weights)) @ self._rows.T)
        product.setdiag(0.0)
        product.eliminate_zeros()
        product.sort_indices()
        return product


def _graph(
    origin: Adjacency,
    names: list[Hashable],
    pairs: csr_array,
    weight: npt.NDArray[Any] | None,
) -> nx.Graph[Any]:
    attributes = origin.attributes
    assert attributes is not None
    return to_networkx(
        Adjacency(
            names,
            pairs.indptr.astype(np.int64),
            pairs.indices.astype(np.int32),
            {} if weight is None else {"weight": weight},
            graph=origin.graph,
            attributes=[attributes[origin.index[name]] for name in names],
        )
    )


def _sides(graph: Adjacency, nodes: Iterable[Hashable]) -> tuple[set[Hashable], set[Hashable]]:
    top = set(nodes)
    return top, set(graph) - top


def _most_between(side: int, other: int) -> float:
    """The largest betweenness that a node can have among `side` nodes facing `other` ones.

    Borgatti, S. P. and Halgin, D. (2011). Analyzing affiliation networks, p. 424.
    """
    s, t = divmod(side - 1, other)
    return (other**2 * (s + 1) ** 2 + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2.0
