"""Degree, betweenness, closeness and eigenvector centralities."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Mapping
from random import Random
from typing import Any

import numpy as np
import numpy.typing as npt

from graphkit.backend import betweenness, distances
from graphkit.backend.adjacency import Adjacency
from graphkit.backend.incidence import Incidence

Graph = Adjacency | Incidence
Floats = npt.NDArray[np.float64]
Values = dict[Hashable, float]


def degree_centrality(G: Graph) -> Values:
    """See networkx."""
    return _shares(G, G.degrees())


def in_degree_centrality(G: Adjacency) -> Values:
    """See networkx."""
    return _shares(G, np.bincount(G.neighbours, minlength=len(G)))


def out_degree_centrality(G: Adjacency) -> Values:
    """See networkx."""
    return _shares(G, np.diff(G.offsets))


def betweenness_centrality(
    G: Graph,
    k: int | None = None,
    normalized: bool = True,
    weight: str | None = None,
    endpoints: bool = False,
    seed: Random | None = None,
    *,
    tolerance: float = 0.0,
) -> Values:
    """See networkx; with `tolerance` paths that differ by that part of their length are alike."""
    sources = _sampled(G, None if k == len(G) else k, seed)
    totals = betweenness.of_nodes(G, weight, sources, tolerance)
    if endpoints:
        totals = totals + betweenness.endpoints(G, sources)
    scale = _scale(len(G), normalized, G.is_directed(), endpoints, sources)
    return G.by_node(totals * scale)


def edge_betweenness_centrality(
    G: Graph,
    k: int | None = None,
    normalized: bool = True,
    weight: str | None = None,
    seed: Random | None = None,
    *,
    tolerance: float = 0.0,
) -> dict[tuple[Hashable, Hashable], float]:
    """See networkx; `tolerance` as for nodes."""
    graph = G.one_mode()
    sources = _sampled(graph, k, seed)
    totals = betweenness.of_edges(graph, weight, sources, tolerance)
    rows, columns = graph.rows, graph.neighbours
    if graph.directed:
        kept = np.ones(len(columns), dtype=bool)
    else:
        kept = rows <= columns  # networkx names an edge from the node that comes first
        totals = totals + totals[graph.turned()] * ~graph.loops
    scale = _scale(len(graph), normalized, graph.directed, True, sources)
    nodes = graph.nodes
    return {
        (nodes[row], nodes[column]): value
        for row, column, value in zip(
            rows[kept].tolist(),
            columns[kept].tolist(),
            (totals[kept] * scale).tolist(),
            strict=True,
        )
    }


def closeness_centrality(
    G: Graph,
    u: Hashable | None = None,
    distance: str | None = None,
    wf_improved: bool = True,
    *,
    sp: None = None,
) -> Values | float:
    """See networkx."""
    sums = distances.sums(G, distance, None if u is None else _positions(G, [u]), inward=True)
    reached, total = sums.reached, sums.total
    nodes = len(G)
    with np.errstate(divide="ignore", invalid="ignore"):
        values = np.where(total > 0, reached / total, 0.0)
    if wf_improved and nodes > 1:
        values = values * (reached / (nodes - 1))
    if u is not None:
        return float(values[0])
    return G.by_node(values)


def harmonic_centrality(
    G: Graph,
    nbunch: Iterable[Hashable] | Hashable | None = None,
    distance: str | None = None,
    sources: Iterable[Hashable] | None = None,
) -> dict[Hashable, float]:
    """See networkx."""
    inverse = distances.sums(G, distance, None, inward=True).inverse
    values = G.by_node(inverse)
    # networkx takes the nodes as a set, and counts from the integer 0.
    return {node: values[node] or 0 for node in set(G.nodes)}


def eigenvector_centrality(
    G: Graph,
    max_iter: int = 100,
    tol: float = 1e-6,
    nstart: Mapping[Hashable, float] | None = None,
    weight: str | None = None,
) -> Values:
    """See networkx."""
    import networkx as nx

    if len(G) == 0:
        raise nx.NetworkXPointlessConcept("cannot compute centrality for the null graph")
    start = np.ones(len(G)) if nstart is None else np.array([nstart[v] for v in G], dtype=float)
    if not start.any():
        raise nx.NetworkXError("initial vector cannot have all zero values")
    values = start / start.sum()
    inflow = G.inflow(weight or None)
    for _ in range(max_iter):
        before = values
        values = before + inflow(before)
        values = values / (math.hypot(*values.tolist()) or 1)
        if np.abs(values - before).sum() < len(G) * tol:
            return G.by_node(values)
    raise nx.PowerIterationFailedConvergence(max_iter)


def _shares(graph: Graph, degrees: npt.NDArray[np.int64]) -> dict[Hashable, Any]:
    if len(graph) <= 1:
        return dict.fromkeys(graph, 1)
    return graph.by_node(degrees * (1.0 / (len(graph) - 1.0)))


def _positions(graph: Graph, nodes: Iterable[Hashable]) -> npt.NDArray[np.int64]:
    import networkx as nx

    for node in nodes:
        if node not in graph:
            raise nx.NodeNotFound(f"Source {node} is not in G")
    return np.array([graph.index[node] for node in nodes], dtype=np.int64)


def _sampled(graph: Graph, k: int | None, seed: Random | None) -> npt.NDArray[np.int64] | None:
    """The positions of k sources, drawn as networkx draws them; None for all."""
    if k is None:
        return None
    return np.array((seed or Random()).sample(range(len(graph)), k), dtype=np.int64)  # noqa: S311


def _scale(
    nodes: int,
    normalized: bool,
    directed: bool,
    endpoints: bool,
    sources: npt.NDArray[np.int64] | None,
) -> Floats | float:
    """What sums of dependencies are multiplied by; a number, or one a node when it matters who
    was a source (see the notes of networkx's `betweenness_centrality`).
    """
    others = nodes if endpoints else nodes - 1
    if others < 2:
        return 1.0
    starts = others if sources is None else len(sources)
    ways = 1 if directed else 2
    if sources is None or endpoints:
        return 1 / (starts * (others - 1)) if normalized else others / (starts * ways)
    scale = np.full(nodes, 1 / (starts * (others - 1)) if normalized else others / (starts * ways))
    if starts == 1:
        scale[sources] = math.nan  # nothing is known of the only source
    elif normalized:
        scale[sources] = 1 / ((starts - 1) * (others - 1))
    else:
        scale[sources] = others / ((starts - 1) * ways)
    return scale
