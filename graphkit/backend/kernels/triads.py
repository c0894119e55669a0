"""Triangles, in all and by the colours of their corners."""

from __future__ import annotations

import numpy as np

from graphkit.backend.kernels.compiling import compiled


@compiled
def _seen_from(own, one, other):
    """Which of the seven patterns of colours a node sees; see `triangles`."""
    if one < 0 or other < 0:
        return 6
    if own < 0:
        return 4 if one == other else 5
    if one == other:
        return 0 if one == own else 2
    return 1 if one == own or other == own else 3


@compiled
def triangles(offsets, neighbours, rank, colour, part, parts):
    """The triangles that each node is in, counted at every `parts`-th lowest corner.

    `rank` orders nodes by degree: each triangle is found once, at its corner of lowest rank, among
    the neighbours of higher rank (Chiba and Nishizeki 1985). Rows are sorted by that rank.

    colour: a number for each node, negative where it has none; empty to count all alike. Gives a
    row for each node, with one column, or with colours one for: all three alike; one of the others
    like it; the others alike and not like it; all three different; the node without a colour and
    the others alike, or different; one of the others without a colour.
    """
    nodes = len(offsets) - 1
    coloured = len(colour) > 0
    count = np.zeros((nodes, 7 if coloured else 1), np.int64)
    mark = np.zeros(nodes, np.uint8)
    for u in range(part, nodes, parts):
        first = offsets[u + 1]
        while first > offsets[u] and rank[neighbours[first - 1]] > rank[u]:
            first -= 1
        for j in range(first, offsets[u + 1]):
            mark[neighbours[j]] = 1
        for j in range(first, offsets[u + 1]):
            v = neighbours[j]
            k = offsets[v + 1] - 1
            while k >= offsets[v] and rank[neighbours[k]] > rank[v]:
                w = neighbours[k]
                if mark[w] and not coloured:
                    count[u, 0] += 1
                    count[v, 0] += 1
                    count[w, 0] += 1
                elif mark[w]:
                    count[u, _seen_from(colour[u], colour[v], colour[w])] += 1
                    count[v, _seen_from(colour[v], colour[u], colour[w])] += 1
                    count[w, _seen_from(colour[w], colour[u], colour[v])] += 1
                k -= 1
        for j in range(first, offsets[u + 1]):
            mark[neighbours[j]] = 0
    return count
