"""Shortest paths over the edges of a graph: betweenness of its nodes and edges (Brandes 2001).

The search runs for `LANES` sources at once, as that of `incidence_paths` does over groups: each
node has a short row of numbers, one a source, so that one look at a neighbour serves them all.
"""

from __future__ import annotations

import numpy as np

from graphkit.backend.kernels.compiling import compiled

LANES = 8


@compiled
def dependencies(offsets, neighbours, sources, edges, part, parts):
    """The sum of dependencies over every `parts`-th batch of sources.

    Gives those of the nodes, shape (n,), and, when `edges` says so, those of the entries of
    `neighbours`, each in the direction away from the source; else an empty array.
    """
    nodes = len(offsets) - 1
    total = np.zeros(nodes)
    on_edges = np.zeros(len(neighbours) if edges else 0)
    distance = np.full((nodes, LANES), -1, np.int32)
    sigma = np.zeros((nodes, LANES))
    outgoing = np.zeros((nodes, LANES))  # sigma of nodes on the level, else 0
    arriving = np.zeros((nodes, LANES))
    near = np.zeros((nodes, LANES))  # (1 + delta) / sigma of nodes on this level, else 0
    far = np.zeros((nodes, LANES))  # and on the level after it
    touched = np.zeros(nodes, np.int64)
    found = np.zeros(nodes, np.int32)
    order = np.empty(nodes * LANES + 1, np.int32)
    begins = np.zeros(nodes + 3, np.int64)
    delta = np.zeros(LANES)
    stamp = 0
    batches = (len(sources) + LANES - 1) // LANES
    for batch in range(part, batches, parts):
        first = batch * LANES
        count = min(LANES, len(sources) - first)
        last = 0
        for lane in range(count):
            source = sources[first + lane]
            distance[source, lane] = 0
            sigma[source, lane] = 1.0
            if found[source] == 0:
                order[last] = source
                last += 1
            found[source] += 1
        level = 0
        begins[1] = last
        while begins[level] < begins[level + 1]:
            stamp += 1
            for i in range(begins[level], begins[level + 1]):
                u = order[i]
                for lane in range(LANES):
                    outgoing[u, lane] = sigma[u, lane] if distance[u, lane] == level else 0.0
                for j in range(offsets[u], offsets[u + 1]):
                    v = neighbours[j]
                    if found[v] == LANES:
                        continue
                    if touched[v] != stamp:
                        touched[v] = stamp
                        order[last] = v
                        last += 1
                        for lane in range(LANES):
                            arriving[v, lane] = outgoing[u, lane]
                    else:
                        for lane in range(LANES):
                            arriving[v, lane] += outgoing[u, lane]
            kept = begins[level + 1]
            for i in range(begins[level + 1], last):
                v = order[i]
                new = 0
                for lane in range(LANES):
                    first_time = (distance[v, lane] < 0) & (arriving[v, lane] > 0.0)
                    sigma[v, lane] = arriving[v, lane] if first_time else sigma[v, lane]
                    distance[v, lane] = level + 1 if first_time else distance[v, lane]
                    new += first_time
                if new > 0:
                    order[kept] = v
                    kept += 1
                    found[v] += new
            last = kept
            level += 1
            begins[level + 1] = last
        for back in range(level - 1, -1, -1):
            for i in range(begins[back], begins[back + 1]):
                v = order[i]
                for lane in range(LANES):
                    delta[lane] = 0.0
                for j in range(offsets[v], offsets[v + 1]):
                    w = neighbours[j]
                    for lane in range(LANES):
                        delta[lane] += far[w, lane]
                if edges:
                    for j in range(offsets[v], offsets[v + 1]):
                        w = neighbours[j]
                        across = 0.0
                        for lane in range(LANES):
                            across += (
                                sigma[v, lane] * far[w, lane] if distance[v, lane] == back else 0.0
                            )
                        on_edges[j] += across
                added = 0.0
                for lane in range(LANES):
                    here = distance[v, lane] == back
                    x = delta[lane] * sigma[v, lane]
                    near[v, lane] = (1.0 + x) / sigma[v, lane] if here else 0.0
                    added += x if here else 0.0
                if back > 0:
                    total[v] += added
            for i in range(begins[back + 1], begins[back + 2] if back + 2 <= level else 0):
                far[order[i], :] = 0.0
            near, far = far, near
        for i in range(begins[0], begins[1]):
            far[order[i], :] = 0.0
        for i in range(last):
            v = order[i]
            found[v] = 0
            distance[v, :] = -1
    return total, on_edges
