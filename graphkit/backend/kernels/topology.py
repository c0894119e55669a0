"""Cores, cut nodes and levels of a graph without directions."""

from __future__ import annotations

import numpy as np

from graphkit.backend.kernels.compiling import compiled


@compiled
def _bins(core):
    """Nodes in bins by degree: where each bin begins, the order, and each node's place in it."""
    nodes = len(core)
    highest = 0
    for v in range(nodes):
        highest = max(highest, core[v])
    begins = np.zeros(highest + 2, np.int64)
    for v in range(nodes):
        begins[core[v] + 1] += 1
    for d in range(highest + 1):
        begins[d + 1] += begins[d]
    order = np.empty(nodes, np.int32)
    place = np.empty(nodes, np.int32)
    filled = begins.copy()
    for v in range(nodes):
        place[v] = filled[core[v]]
        order[place[v]] = v
        filled[core[v]] += 1
    return begins, order, place


@compiled
def _lower(u, core, begins, order, place):
    """Move a node to the bin below its own."""
    swap = order[begins[core[u]]]
    if swap != u:
        order[place[u]] = swap
        order[begins[core[u]]] = u
        place[swap] = place[u]
        place[u] = begins[core[u]]
    begins[core[u]] += 1
    core[u] -= 1


@compiled
def cores(offsets, neighbours, degree):
    """The core number of each node, by taking away the lowest degree first; shape (n,).

    Nodes stand in bins by degree, so that each removal costs one swap a neighbour (Batagelj and
    Zaversnik 2003).
    """
    core = degree.copy()
    begins, order, place = _bins(core)
    for i in range(len(core)):
        v = order[i]
        for j in range(offsets[v], offsets[v + 1]):
            u = neighbours[j]
            if core[u] > core[v]:
                _lower(u, core, begins, order, place)
    return core


@compiled
def cores_of_groups(offsets, groups, group_offsets, members, degree):
    """The same where neighbours share a group: the groups of each node, the members of each group.

    A neighbour that shares several groups with a node is met several times, and lowered once.
    """
    core = degree.copy()
    begins, order, place = _bins(core)
    met = np.full(len(core), -1, np.int32)
    for i in range(len(core)):
        v = order[i]
        met[v] = v
        for j in range(offsets[v], offsets[v + 1]):
            g = groups[j]
            for k in range(group_offsets[g], group_offsets[g + 1]):
                u = members[k]
                if core[u] > core[v] and met[u] != v:
                    met[u] = v
                    _lower(u, core, begins, order, place)
    return core


@compiled
def cuts(offsets, neighbours):
    """Cut nodes in the order in which networkx finds them, and which entries are bridges.

    One depth-first search a component with the lowest discovery that each branch reaches back to
    (Hopcroft and Tarjan 1973); without parallel edges and with self-loops passed over.
    """
    nodes = len(offsets) - 1
    found = np.full(nodes, -1, np.int32)
    low = np.zeros(nodes, np.int32)
    position = offsets[:-1].copy()
    above = np.full(nodes, -1, np.int32)
    by = np.full(nodes, -1, np.int64)  # the entry through which a node was found
    cut = np.zeros(nodes, np.uint8)
    cut_nodes = np.empty(nodes, np.int32)
    cuts = 0
    bridge = np.zeros(len(neighbours), np.uint8)
    clock = 0
    for start in range(nodes):
        if found[start] >= 0:
            continue
        found[start] = low[start] = clock
        clock += 1
        children = 0
        v = start
        while True:
            if position[v] < offsets[v + 1]:
                entry = position[v]
                w = neighbours[entry]
                position[v] += 1
                if w == v or w == above[v]:
                    continue
                if found[w] < 0:
                    found[w] = low[w] = clock
                    clock += 1
                    above[w] = v
                    by[w] = entry
                    v = w
                else:
                    low[v] = min(low[v], found[w])
                continue
            parent = above[v]
            if parent < 0:
                break
            if low[v] > found[parent]:
                bridge[by[v]] = 1
            if parent == start:
                children += 1
            elif low[v] >= found[parent] and not cut[parent]:
                cut[parent] = 1
                cut_nodes[cuts] = parent
                cuts += 1
            low[parent] = min(low[parent], low[v])
            v = parent
        if children > 1:
            cut[start] = 1
            cut_nodes[cuts] = start
            cuts += 1
    return cut_nodes[:cuts], bridge


@compiled
def levels(offsets, neighbours, source, cutoff):
    """The nodes within `cutoff` steps of a source as they are met, and all distances."""
    nodes = len(offsets) - 1
    distance = np.full(nodes, -1, np.int64)
    order = np.empty(nodes, np.int32)
    order[0] = source
    distance[source] = 0
    last = 1
    i = 0
    while i < last:
        u = order[i]
        i += 1
        if distance[u] >= cutoff:
            break
        for j in range(offsets[u], offsets[u + 1]):
            v = neighbours[j]
            if distance[v] < 0:
                distance[v] = distance[u] + 1
                order[last] = v
                last += 1
    return order[:last], distance


@compiled
def holes(offsets, neighbours, weight, nodes_wanted, part, parts):
    """Burt's constraint and effective size of every `parts`-th wanted node; shapes (wanted,).

    With p(u, v) the share of u's weight that its tie to v has, and m(v, q) a tie's weight over the
    largest of v's: constraint is the sum over neighbours v of (p(u, v) + sum over q of
    p(u, q) p(q, v))^2, effective size the sum over v of 1 - sum over q of p(u, q) m(v, q) (Burt
    1992, ch. 2). Both are read in one walk over the neighbours' neighbours. Self-loops are none.
    """
    nodes = len(offsets) - 1
    total = np.zeros(nodes)
    largest = np.zeros(nodes)
    for u in range(nodes):
        for j in range(offsets[u], offsets[u + 1]):
            total[u] += weight[j]
            largest[u] = max(largest[u], weight[j])
    constraint = np.zeros(len(nodes_wanted))
    effective = np.zeros(len(nodes_wanted))
    mark = np.full(nodes, -1, np.int32)
    share = np.zeros(nodes)
    gathered = np.zeros(nodes)
    for i in range(part, len(nodes_wanted), parts):
        u = nodes_wanted[i]
        first = offsets[u]
        last = offsets[u + 1]
        for j in range(first, last):
            v = neighbours[j]
            mark[v] = u
            share[v] = weight[j] / total[u]
            gathered[v] = share[v]
        redundant = 0.0
        for j in range(first, last):
            q = neighbours[j]
            through = share[q] / total[q]
            common = 0.0
            for k in range(offsets[q], offsets[q + 1]):
                v = neighbours[k]
                if mark[v] == u:
                    gathered[v] += through * weight[k]
                    common += share[v] * weight[k]
            redundant += common / largest[q]
        squares = 0.0
        for j in range(first, last):
            squares += gathered[neighbours[j]] ** 2
        constraint[i] = squares
        effective[i] = (last - first) - redundant
    return constraint, effective
