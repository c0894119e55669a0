"""Shortest paths over the groups of an incidence: betweenness of its projection.

A breadth-first search goes from classes to the groups they open and on to the groups' classes, so
that it touches each membership once where a search of the projection touches each pair. For a
source s, with d(v) the distance and sigma(v) the number of shortest paths to one member of v:

    S(g)     = sum of size(u) * sigma(u) over classes u at distance d in a group g first opened at d
    sigma(v) = sum of S(g) over groups g of v opened at d(v) - 1
               - sum of (k - 1) * size(u) * sigma(u) over u at d(v) - 1 that share k groups with v

and for the dependencies delta (Brandes 2001), summed from the farthest classes back, with
C(v) = size(v) * (1 + delta(v)) / sigma(v):

    D(g)     = terminals(g) / S(g) + sum of C(v) over v in g at distance d(g) + 1
    delta(v) = hanging(v) + sigma(v) * (sum of D(g) over g of v opened at d(v)
               - sum of (k - 1) * C(u) over u at d(v) + 1 that share k groups with v)

Path counts are whole numbers in floating point, exact below 2**53.

The search runs for `LANES` sources at once: each class and group has a short row of numbers, one a
source, and every inner loop runs over that row without branches, which the compiler turns into
vector instructions. A class that sources reach at different distances stands in several levels, and
numbers of lanes not on the level are zero. Sources that are near each other share most levels.
"""

from __future__ import annotations

import numpy as np

from graphkit.backend.kernels.compiling import compiled

LANES = 8


@compiled
def dependencies(
    class_offsets,
    class_groups,
    group_offsets,
    group_classes,
    repeat_offsets,
    repeat_classes,
    repeat_counts,
    size,
    terminals,
    hanging,
    sources,
    multiplicity,
    part,
    parts,
):
    """The sum, over every `parts`-th batch of sources, of multiplicity times delta; shape (c,).

    sources: classes, or the number of classes + a group for that group's terminals.
    """
    classes = len(class_offsets) - 1
    groups = len(group_offsets) - 1
    total = np.zeros(classes)

    distance = np.full((classes, LANES), -1, np.int32)
    opened = np.full((groups, LANES), -1, np.int32)
    sigma = np.zeros((classes, LANES))
    outgoing = np.zeros((classes, LANES))  # size * sigma of classes on the level, else 0
    arriving = np.zeros((classes, LANES))
    paths = np.zeros((groups, LANES))  # S
    gathered = np.zeros((groups, LANES))
    share = np.zeros((groups, LANES))  # D of groups on the level, else 0
    near = np.zeros((classes, LANES))  # C of classes on this level, else 0
    far = np.zeros((classes, LANES))  # C of classes on the level after it, else 0
    touched_class = np.zeros(classes, np.int64)
    touched_group = np.zeros(groups, np.int64)
    found_class = np.zeros(classes, np.int32)  # in how many lanes a class has a distance
    found_group = np.zeros(groups, np.int32)
    class_list = np.empty(classes * LANES + 1, np.int32)
    group_list = np.empty(groups * LANES + 1, np.int32)
    class_level = np.zeros(classes + 3, np.int64)  # where each level begins in the list
    group_level = np.zeros(classes + 3, np.int64)
    weight = np.zeros(LANES)
    delta = np.zeros(LANES)
    stamp = 0

    batches = (len(sources) + LANES - 1) // LANES
    for batch in range(part, batches, parts):
        first = batch * LANES
        count = min(LANES, len(sources) - first)
        stamp += 1
        last_class = 0
        last_group = 0
        weight[:] = 0.0
        for lane in range(count):
            source = sources[first + lane]
            weight[lane] = multiplicity[first + lane]
            if source < classes:
                distance[source, lane] = 0
                sigma[source, lane] = 1.0
                outgoing[source, lane] = 1.0  # the source alone sets out, not its twins
                found_class[source] += 1
                class_list[last_class] = source
                last_class += 1
            else:
                group = source - classes
                gathered[group, :] = 0.0
                gathered[group, lane] = 1.0
                touched_group[group] = stamp
                group_list[last_group] = group
                last_group += 1

        level = 0
        class_level[0] = 0
        class_level[1] = last_class
        group_level[0] = 0
        while True:
            # Classes of this level open their groups.
            for i in range(class_level[level], class_level[level + 1]):
                u = class_list[i]
                if level > 0:
                    for lane in range(LANES):
                        outgoing[u, lane] = (
                            sigma[u, lane] * size[u] if distance[u, lane] == level else 0.0
                        )
                for j in range(class_offsets[u], class_offsets[u + 1]):
                    g = class_groups[j]
                    if found_group[g] == LANES:
                        continue
                    if touched_group[g] != stamp:
                        touched_group[g] = stamp
                        group_list[last_group] = g
                        last_group += 1
                        for lane in range(LANES):
                            gathered[g, lane] = outgoing[u, lane]
                    else:
                        for lane in range(LANES):
                            gathered[g, lane] += outgoing[u, lane]
            kept = group_level[level]
            for i in range(group_level[level], last_group):
                g = group_list[i]
                new = 0
                for lane in range(LANES):
                    first_time = (opened[g, lane] < 0) & (gathered[g, lane] > 0.0)
                    gathered[g, lane] = gathered[g, lane] if first_time else 0.0
                    paths[g, lane] = gathered[g, lane] if first_time else paths[g, lane]
                    opened[g, lane] = level if first_time else opened[g, lane]
                    new += first_time
                if new > 0:
                    group_list[kept] = g
                    kept += 1
                    found_group[g] += new
            last_group = kept
            group_level[level + 1] = kept
            if kept == group_level[level]:
                break
            # Groups lead to their classes on the next level.
            stamp += 1
            last_class = class_level[level + 1]
            for i in range(group_level[level], kept):
                g = group_list[i]
                for j in range(group_offsets[g], group_offsets[g + 1]):
                    v = group_classes[j]
                    if found_class[v] == LANES:
                        continue
                    if touched_class[v] != stamp:
                        touched_class[v] = stamp
                        class_list[last_class] = v
                        last_class += 1
                        for lane in range(LANES):
                            arriving[v, lane] = gathered[g, lane]
                    else:
                        for lane in range(LANES):
                            arriving[v, lane] += gathered[g, lane]
            kept = class_level[level + 1]
            for i in range(class_level[level + 1], last_class):
                v = class_list[i]
                new = 0
                for lane in range(LANES):
                    first_time = (distance[v, lane] < 0) & (arriving[v, lane] > 0.0)
                    sigma[v, lane] = arriving[v, lane] if first_time else sigma[v, lane]
                    distance[v, lane] = level + 1 if first_time else distance[v, lane]
                    new += first_time
                if new > 0:
                    class_list[kept] = v
                    kept += 1
                    found_class[v] += new
                    for j in range(repeat_offsets[v], repeat_offsets[v + 1]):
                        u = repeat_classes[j]
                        for lane in range(LANES):
                            sigma[v, lane] -= (
                                repeat_counts[j] * outgoing[u, lane]
                                if distance[v, lane] == level + 1
                                else 0.0
                            )
            last_class = kept
            class_level[level + 2] = kept
            for i in range(class_level[level], class_level[level + 1]):
                outgoing[class_list[i], :] = 0.0
            level += 1
            stamp += 1
        for i in range(class_level[level], class_level[level + 1]):
            outgoing[class_list[i], :] = 0.0

        # Back from the farthest level. Nothing is gathered at the sources themselves.
        for back in range(level, 0, -1):
            for i in range(group_level[back], group_level[back + 1]):
                g = group_list[i]
                for lane in range(LANES):
                    share[g, lane] = terminals[g] / paths[g, lane]
                for j in range(group_offsets[g], group_offsets[g + 1]):
                    v = group_classes[j]
                    for lane in range(LANES):
                        share[g, lane] += far[v, lane]
                for lane in range(LANES):
                    share[g, lane] = share[g, lane] if opened[g, lane] == back else 0.0
            for i in range(class_level[back], class_level[back + 1]):
                v = class_list[i]
                for lane in range(LANES):
                    delta[lane] = 0.0
                for j in range(class_offsets[v], class_offsets[v + 1]):
                    g = class_groups[j]
                    for lane in range(LANES):
                        delta[lane] += share[g, lane]
                for j in range(repeat_offsets[v], repeat_offsets[v + 1]):
                    u = repeat_classes[j]
                    for lane in range(LANES):
                        delta[lane] -= repeat_counts[j] * far[u, lane]
                added = 0.0
                for lane in range(LANES):
                    here = distance[v, lane] == back
                    x = delta[lane] * sigma[v, lane] + hanging[v]
                    near[v, lane] = size[v] * (1.0 + x) / sigma[v, lane] if here else 0.0
                    added += weight[lane] * x if here else 0.0
                total[v] += added
            for i in range(group_level[back], group_level[back + 1]):
                share[group_list[i], :] = 0.0
            if back < level:
                for i in range(class_level[back + 1], class_level[back + 2]):
                    far[class_list[i], :] = 0.0
            near, far = far, near
        for i in range(class_level[1], class_level[2]):
            far[class_list[i], :] = 0.0
        for i in range(class_level[level + 1]):
            v = class_list[i]
            found_class[v] = 0
            distance[v, :] = -1
        for i in range(last_group):
            g = group_list[i]
            found_group[g] = 0
            opened[g, :] = -1
    return total
