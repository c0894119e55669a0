"""PageRank."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

import numpy as np

from graphkit.backend.adjacency import Adjacency, Floats
from graphkit.backend.incidence import Incidence


def pagerank(
    G: Adjacency | Incidence,
    alpha: float = 0.85,
    personalization: Mapping[Hashable, float] | None = None,
    max_iter: int = 100,
    tol: float = 1e-6,
    nstart: Mapping[Hashable, float] | None = None,
    weight: str | None = "weight",
    dangling: Mapping[Hashable, float] | None = None,
) -> dict[Hashable, float]:
    """See networkx."""
    import networkx as nx

    nodes = len(G)
    if nodes == 0:
        return {}
    inflow = G.inflow(weight)
    # Without directions what leaves a node is what comes in.
    leaving = G.matrix(weight).sum(axis=1) if G.is_directed() else inflow(np.ones(nodes))
    dead_ends = leaving == 0
    shares = np.divide(1.0, leaving, out=np.zeros(nodes), where=~dead_ends)
    even = np.full(nodes, 1.0 / nodes)
    if personalization is not None and _listed(G, personalization).sum() == 0:
        raise ZeroDivisionError
    home = even if personalization is None else _shares(G, personalization)
    values = even if nstart is None else _shares(G, nstart)
    after_dead_end = home if dangling is None else _shares(G, dangling)
    for _ in range(max_iter):
        before = values
        stranded = before[dead_ends].sum()
        values = alpha * (inflow(shares * before) + stranded * after_dead_end) + (1 - alpha) * home
        if np.abs(values - before).sum() < nodes * tol:
            return G.by_node(values)
    raise nx.PowerIterationFailedConvergence(max_iter)


def _shares(graph: Adjacency | Incidence, weights: Mapping[Hashable, float]) -> Floats:
    """The weights as shares of 1; of a sum of 0 they are undefined, and nothing converges."""
    values = _listed(graph, weights)
    shares: Floats = values / values.sum()
    return shares


def _listed(graph: Adjacency | Incidence, weights: Mapping[Hashable, float]) -> Floats:
    return np.array([weights.get(node, 0) for node in graph], dtype=float)
