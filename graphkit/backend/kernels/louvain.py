"""One level of the Louvain method (Blondel et al. 2008)."""

from __future__ import annotations

import numpy as np

from graphkit.backend.kernels.compiling import compiled


@compiled
def settle(
    offsets,
    neighbours,
    weights,
    degrees,
    order,
    half,
    resolution,
    multiplied,
):
    """Move nodes, in `order` and again, to the neighbouring community that gains most, until none
    moves. Gives each node's community, named after a node, and the number of moves.

    Communities are weighed in the order in which a node's neighbours show them, its own last when
    no neighbour is in it, and the first of equal gains wins. Rounding decides which gains are
    equal, so the gain is written as the release of networkx writes it: `multiplied` by the square
    of half the weight (since 3.7), or not.
    """
    nodes = len(offsets) - 1
    community = np.arange(nodes)
    total = degrees.copy()
    toward = np.zeros(nodes)
    listed = np.zeros(nodes, np.uint8)
    met = np.empty(nodes + 1, np.int64)
    all_moves = 0
    moves = 1
    while moves > 0:
        moves = 0
        for i in range(nodes):
            u = order[i]
            own = community[u]
            count = 0
            for j in range(offsets[u], offsets[u + 1]):
                c = community[neighbours[j]]
                if not listed[c]:
                    listed[c] = 1
                    met[count] = c
                    count += 1
                toward[c] += weights[j]
            if not listed[own]:
                listed[own] = 1
                met[count] = own
                count += 1
            degree = degrees[u]
            total[own] -= degree
            best = own
            if multiplied:
                best_gain = toward[own] * half - resolution / 2 * (total[own] * degree)
            else:
                best_gain = 0.0
                leaving = -toward[own] / half + resolution * (total[own] * degree) / (2 * half**2)
            for k in range(count):
                c = met[k]
                if multiplied:
                    gain = toward[c] * half - resolution / 2 * (total[c] * degree)
                else:
                    share = resolution * (total[c] * degree) / (2 * half**2)
                    gain = leaving + toward[c] / half - share
                if gain > best_gain:
                    best_gain = gain
                    best = c
            total[best] += degree
            for k in range(count):
                toward[met[k]] = 0.0
                listed[met[k]] = 0
            if best != own:
                community[u] = best
                moves += 1
        all_moves += moves
    return community, all_moves
