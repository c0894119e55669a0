"""Comparing the lengths of paths, and the betweenness that follows.

A path's length is a sum of inverse weights, and in floating point two sums of the same value differ
in their last bits: 1/2 + 1/2 + 1/3 taken from one end and from the other need not be equal.
networkx compares them exactly and so misses ties; here lengths are equal when they differ by less
than a ten thousand millionth of themselves, as in igraph.
"""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import count
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphkit.metrics.entry import Graph, Values

SAME_LENGTH = 1e-10
"""Paths whose lengths differ by no more than this part of them are equally short."""


def betweenness_by_length(graph: Graph, length: str) -> Values:
    """The betweenness of each node by the edge attribute `length`, normalised as by networkx.

    Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical
    Sociology 25, 163-177. A compressed graph goes to the backend's kernel, and a small one stays in
    Python, where no kernel need be loaded.

    Parameters
    ----------
    graph
        A graph without directions whose nodes are 0 to n-1, or its compressed form.
    length
        The edge attribute with the length of a step, above 0.
    """
    import networkx as nx

    if not isinstance(graph, nx.Graph):
        found: Values = nx.betweenness_centrality(
            graph, weight=length, backend="graphkit", tolerance=SAME_LENGTH
        )
        return found
    n = len(graph)
    steps = [[(other, tie[length]) for other, tie in graph[node].items()] for node in range(n)]
    totals = [0.0] * n
    for source in range(n):
        for node, share in _dependencies(steps, source):
            totals[node] += share
    pairs = max((n - 1) * (n - 2), 1)
    return {node: total / pairs for node, total in enumerate(totals)}


def _dependencies(steps: list[list[tuple[int, Any]]], source: int) -> list[tuple[int, float]]:
    """How much of the shortest paths from the source runs through each node beyond it."""
    distance = {source: 0.0}
    paths = {source: 1.0}
    before: dict[int, list[int]] = {source: []}
    settled: dict[int, None] = {}
    found = count()
    waiting = [(0.0, next(found), source)]
    while waiting:
        here, _, node = heappop(waiting)
        if node in settled:
            continue
        settled[node] = None
        for other, step in steps[node]:
            if other in settled:
                continue
            length = here + step
            known = distance.get(other)
            if known is None or length < known * (1.0 - SAME_LENGTH):
                distance[other] = length
                paths[other] = 0.0
                before[other] = []
                heappush(waiting, (length, next(found), other))
            elif length > known * (1.0 + SAME_LENGTH):
                continue
            paths[other] += paths[node]
            before[other].append(node)
    shares = dict.fromkeys(settled, 0.0)
    for node in reversed(settled):
        for earlier in before[node]:
            shares[earlier] += paths[earlier] / paths[node] * (1.0 + shares[node])
    del shares[source]
    return list(shares.items())
