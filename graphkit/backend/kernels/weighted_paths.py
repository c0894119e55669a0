"""Shortest paths by weights: betweenness and distances (Dijkstra 1959, Brandes 2001).

Which of two paths is shorter, and whether they tie, is decided by comparing sums of lengths, taken
from the source outwards as networkx takes them. networkx compares them exactly, so two paths of the
same length tie or not as rounding has it; with a tolerance they tie when they differ by no more
than that part of their length. Nodes are settled in networkx's order, first found first among
equals, so that zero weights too have the answers that they have there.
"""

from __future__ import annotations

import numpy as np

from graphkit.backend.kernels.compiling import compiled


@compiled
def _push(keys, ticks, items, size, key, tick, item):
    i = size
    while i > 0:
        parent = (i - 1) >> 1
        if keys[parent] < key or (keys[parent] == key and ticks[parent] < tick):
            break
        keys[i] = keys[parent]
        ticks[i] = ticks[parent]
        items[i] = items[parent]
        i = parent
    keys[i] = key
    ticks[i] = tick
    items[i] = item


@compiled
def _drop_first(keys, ticks, items, size):
    """Close the gap after the first of `size` + 1 entries has been taken."""
    key = keys[size]
    tick = ticks[size]
    item = items[size]
    i = 0
    while True:
        child = 2 * i + 1
        if child >= size:
            break
        if child + 1 < size and (
            keys[child + 1] < keys[child]
            or (keys[child + 1] == keys[child] and ticks[child + 1] < ticks[child])
        ):
            child += 1
        if keys[child] > key or (keys[child] == key and ticks[child] >= tick):
            break
        keys[i] = keys[child]
        ticks[i] = ticks[child]
        items[i] = items[child]
        i = child
    keys[i] = key
    ticks[i] = tick
    items[i] = item


@compiled
def dependencies(
    offsets,
    neighbours,
    lengths,
    size,
    passable,
    sources,
    multiplicity,
    edges,
    tolerance,
    part,
    parts,
):
    """The sum of multiplicity times dependencies over every `parts`-th source.

    A node stands for `size` alike; one that is not `passable` is never between others and is looked
    beyond only as a source. Gives the sums of the nodes and, when `edges` says so, of the entries
    of `neighbours`. tolerance: of lengths, relative; 0.0 compares them exactly.
    """
    shorter = 1.0 - tolerance
    longer = 1.0 + tolerance
    nodes = len(offsets) - 1
    total = np.zeros(nodes)
    on_edges = np.zeros(len(neighbours) if edges else 0)
    distance = np.zeros(nodes)
    seen = np.zeros(nodes, np.uint8)
    settled = np.zeros(nodes, np.uint8)
    sigma = np.zeros(nodes)
    delta = np.zeros(nodes)
    first_before = np.zeros(nodes, np.int32)
    # The predecessors of each node as a chain of entries; each entry of `neighbours` is in one.
    head = np.full(nodes, -1, np.int64)
    following = np.empty(len(neighbours), np.int64)
    before = np.empty(len(neighbours), np.int32)
    entry = np.empty(len(neighbours), np.int64)
    order = np.empty(nodes, np.int32)
    ends = np.empty(nodes, np.int32)
    keys = np.empty(len(neighbours) + 1)
    ticks = np.empty(len(neighbours) + 1, np.int64)
    items = np.empty(len(neighbours) + 1, np.int32)
    for number in range(part, len(sources), parts):
        source = sources[number]
        used = 0
        tick = 0
        heap = 1
        reached = 0
        closed = 0
        distance[source] = 0.0
        seen[source] = 1
        sigma[source] = 1.0
        first_before[source] = source
        keys[0] = 0.0
        ticks[0] = 0
        items[0] = source
        while heap > 0:
            u = items[0]
            here = keys[0]
            heap -= 1
            _drop_first(keys, ticks, items, heap)
            if settled[u]:
                continue
            settled[u] = 1
            b = first_before[u]
            sigma[u] += sigma[b] * (size[b] if b != source else 1.0)
            order[reached] = u
            reached += 1
            distance[u] = here
            for j in range(offsets[u], offsets[u + 1]):
                v = neighbours[j]
                length = here + lengths[j]
                if not settled[v] and (not seen[v] or length < distance[v] * shorter):
                    if not passable[v]:
                        if not seen[v]:
                            ends[closed] = v
                            closed += 1
                    else:
                        tick += 1
                        _push(keys, ticks, items, heap, length, tick, v)
                        heap += 1
                    seen[v] = 1
                    distance[v] = length
                    sigma[v] = 0.0
                    first_before[v] = u
                    head[v] = used
                    following[used] = -1
                    before[used] = u
                    entry[used] = j
                    used += 1
                # Of settled nodes, whose paths were passed on, only an exact tie counts: with a
                # tolerance there is one of steps that are next to nothing long.
                elif length == distance[v] or (not settled[v] and length <= distance[v] * longer):
                    sigma[v] += sigma[u] * (size[u] if u != source else 1.0)
                    following[used] = head[v]
                    head[v] = used
                    before[used] = u
                    entry[used] = j
                    used += 1
        for i in range(closed):
            v = ends[i]
            b = first_before[v]
            sigma[v] += sigma[b] * (size[b] if b != source else 1.0)
            coefficient = size[v] / sigma[v]
            link = head[v]
            while link >= 0:
                b = before[link]
                delta[b] += sigma[b] * coefficient
                link = following[link]
            seen[v] = 0
            head[v] = -1
        for i in range(reached - 1, -1, -1):
            w = order[i]
            coefficient = size[w] * (1.0 + delta[w]) / sigma[w]
            link = head[w]
            while link >= 0:
                b = before[link]
                across = sigma[b] * coefficient
                delta[b] += across
                if edges:
                    on_edges[entry[link]] += across
                link = following[link]
            if w != source:
                total[w] += multiplicity[number] * delta[w]
        for i in range(reached):
            w = order[i]
            settled[w] = 0
            seen[w] = 0
            head[w] = -1
            delta[w] = 0.0
    return total, on_edges


@compiled
def distances(offsets, neighbours, lengths, sources, part, parts):
    """For every `parts`-th source: the sum of distances to all it reaches, how many these are
    without itself, and the largest; and for every node the sum of inverse distances from the
    sources. Shapes (3, sources) and (n,); zero distances have no inverse and count as none.
    """
    nodes = len(offsets) - 1
    sums = np.zeros((3, len(sources)))
    inverse = np.zeros(nodes)
    distance = np.full(nodes, np.inf)
    settled = np.zeros(nodes, np.uint8)
    order = np.empty(nodes, np.int32)
    keys = np.empty(len(neighbours) + 1)
    ticks = np.empty(len(neighbours) + 1, np.int64)
    items = np.empty(len(neighbours) + 1, np.int32)
    for number in range(part, len(sources), parts):
        source = sources[number]
        distance[source] = 0.0
        keys[0] = 0.0
        ticks[0] = 0
        items[0] = source
        heap = 1
        reached = 0
        tick = 0
        while heap > 0:
            u = items[0]
            here = keys[0]
            heap -= 1
            _drop_first(keys, ticks, items, heap)
            if settled[u]:
                continue
            settled[u] = 1
            order[reached] = u
            reached += 1
            for j in range(offsets[u], offsets[u + 1]):
                v = neighbours[j]
                length = here + lengths[j]
                if not settled[v] and length < distance[v]:
                    distance[v] = length
                    tick += 1
                    _push(keys, ticks, items, heap, length, tick, v)
                    heap += 1
        for i in range(reached):
            v = order[i]
            d = distance[v]
            sums[0, number] += d
            sums[2, number] = max(sums[2, number], d)
            if d > 0.0:
                inverse[v] += 1.0 / d
            distance[v] = np.inf
            settled[v] = 0
        sums[1, number] = reached - 1
    return sums, inverse
