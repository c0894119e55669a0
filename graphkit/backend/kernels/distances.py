"""Sums of distances from all nodes at once, by breadth-first searches whose sets are bits.

A pass searches from `WORDS` * 64 sources side by side: each node has that many bits for the sources
that have reached it, and a step joins whole words (Then et al. 2014). What is summed for a node is
the distances from the sources to it, level by level: the number of new bits times the level. In an
incidence the step goes through groups, and a source may stand for several alike: all sources of a
word have the same multiplicity, by which its bits count (`lanes_of` arranges them so).

Each kernel gives, for every node (class, or class count + group for that group's terminals), four
numbers: the sum of distances from the sources, the sum of their inverses, how many sources reach
it, and the largest distance.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numba import types
from numba.extending import intrinsic

from graphkit.backend.kernels.compiling import compiled

WORDS = 8
_PASS = WORDS * 64


@intrinsic
def _ones(typing_context, word):
    """How many bits of a word are set, as one machine instruction."""

    def generate(context, builder, signature, arguments):
        return builder.ctpop(arguments[0])

    return types.int64(types.uint64), generate


def lanes_of(
    codes: npt.NDArray[np.int64], multiplicity: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int64]]:
    """Sources in words of 64 of one power of two each; -1 fills a word up.

    A source of multiplicity 5 stands in a word that counts 4 and in one that counts 1.
    """
    lanes, weights = [], []
    for power in range(int(multiplicity.max(initial=0)).bit_length()):
        here = codes[(multiplicity >> power) & 1 == 1]
        words = -(-len(here) // 64)
        lanes += [here, np.full(words * 64 - len(here), -1)]
        weights += [1 << power] * words
    missing = -len(weights) % WORDS
    weights += [0] * missing
    lanes.append(np.full(missing * 64, -1))
    return np.concatenate(lanes).astype(np.int32), np.array(weights, dtype=np.int64)


@compiled
def over_edges(offsets, neighbours, lanes, weights, part, parts):
    """The four sums of each node of a graph over every `parts`-th pass; shape (4, n)."""
    nodes = len(offsets) - 1
    sums = np.zeros((4, nodes))
    seen = np.zeros((nodes, WORDS), np.uint64)
    front = np.zeros((nodes, WORDS), np.uint64)
    coming = np.zeros((nodes, WORDS), np.uint64)
    whole = np.zeros(WORDS, np.uint64)  # the bits of the sources of this pass
    done = np.zeros(nodes, np.uint8)  # all of them have reached the node
    touched = np.zeros(nodes, np.int64)
    active = np.empty(nodes, np.int32)
    met = np.empty(nodes, np.int32)
    one = np.uint64(1)
    stamp = 0
    for number in range(part, len(weights) // WORDS, parts):
        seen[:] = 0
        done[:] = 0
        whole[:] = 0
        count = 0
        stamp += 1
        for lane in range(_PASS):
            source = lanes[number * _PASS + lane]
            if source < 0:
                continue
            bit = one << np.uint64(lane & 63)
            if touched[source] != stamp:
                touched[source] = stamp
                active[count] = source
                count += 1
                front[source, :] = 0
            front[source, lane >> 6] |= bit
            seen[source, lane >> 6] |= bit
            whole[lane >> 6] |= bit
        level = 0
        while count > 0:
            level += 1
            stamp += 1
            found = 0
            for i in range(count):
                u = active[i]
                for j in range(offsets[u], offsets[u + 1]):
                    v = neighbours[j]
                    if done[v]:
                        continue
                    if touched[v] != stamp:
                        touched[v] = stamp
                        met[found] = v
                        found += 1
                        for word in range(WORDS):
                            coming[v, word] = front[u, word]
                    else:
                        for word in range(WORDS):
                            coming[v, word] |= front[u, word]
            count = 0
            for i in range(found):
                v = met[i]
                reached = 0
                missing = np.uint64(0)
                for word in range(WORDS):
                    new = coming[v, word] & ~seen[v, word]
                    front[v, word] = new
                    seen[v, word] |= new
                    missing |= whole[word] & ~seen[v, word]
                    reached += _ones(new) * weights[number * WORDS + word]
                if missing == 0:
                    done[v] = 1
                if reached > 0:
                    active[count] = v
                    count += 1
                    sums[0, v] += level * reached
                    sums[1, v] += reached / level
                    sums[2, v] += reached
                    sums[3, v] = max(sums[3, v], level)
    return sums


@compiled
def over_groups(
    class_offsets,
    class_groups,
    group_offsets,
    group_classes,
    lanes,
    weights,
    part,
    parts,
):
    """The four sums of each class and group over every `parts`-th pass; shape (4, c + g).

    A group's sums are those of a terminal of it, which sees itself at distance 1; a class does not
    see its own twins. The caller puts both right.
    """
    classes = len(class_offsets) - 1
    groups = len(group_offsets) - 1
    sums = np.zeros((4, classes + groups))
    seen = np.zeros((classes, WORDS), np.uint64)
    front = np.zeros((classes, WORDS), np.uint64)
    coming = np.zeros((classes, WORDS), np.uint64)
    entered = np.zeros((groups, WORDS), np.uint64)
    entering = np.zeros((groups, WORDS), np.uint64)
    whole = np.zeros(WORDS, np.uint64)
    class_done = np.zeros(classes, np.uint8)
    group_done = np.zeros(groups, np.uint8)
    class_touched = np.zeros(classes, np.int64)
    group_touched = np.zeros(groups, np.int64)
    active = np.empty(classes, np.int32)
    met = np.empty(classes, np.int32)
    opening = np.empty(groups, np.int32)
    one = np.uint64(1)
    stamp = 0
    for number in range(part, len(weights) // WORDS, parts):
        seen[:] = 0
        entered[:] = 0
        class_done[:] = 0
        group_done[:] = 0
        whole[:] = 0
        count = 0
        opened = 0
        stamp += 1
        for lane in range(_PASS):
            source = lanes[number * _PASS + lane]
            if source < 0:
                continue
            bit = one << np.uint64(lane & 63)
            whole[lane >> 6] |= bit
            if source < classes:
                if class_touched[source] != stamp:
                    class_touched[source] = stamp
                    active[count] = source
                    count += 1
                    front[source, :] = 0
                front[source, lane >> 6] |= bit
                seen[source, lane >> 6] |= bit
            else:
                group = source - classes
                if group_touched[group] != stamp:
                    group_touched[group] = stamp
                    opening[opened] = group
                    opened += 1
                    entering[group, :] = 0
                entering[group, lane >> 6] |= bit
        level = 0
        while count > 0 or opened > 0:
            for i in range(count):
                u = active[i]
                for j in range(class_offsets[u], class_offsets[u + 1]):
                    g = class_groups[j]
                    if group_done[g]:
                        continue
                    if group_touched[g] != stamp:
                        group_touched[g] = stamp
                        opening[opened] = g
                        opened += 1
                        for word in range(WORDS):
                            entering[g, word] = front[u, word]
                    else:
                        for word in range(WORDS):
                            entering[g, word] |= front[u, word]
            level += 1
            stamp += 1
            found = 0
            for i in range(opened):
                g = opening[i]
                reached = 0
                missing = np.uint64(0)
                for word in range(WORDS):
                    new = entering[g, word] & ~entered[g, word]
                    entering[g, word] = new
                    entered[g, word] |= new
                    missing |= whole[word] & ~entered[g, word]
                    reached += _ones(new) * weights[number * WORDS + word]
                if missing == 0:
                    group_done[g] = 1
                if reached == 0:
                    continue
                sums[0, classes + g] += level * reached
                sums[1, classes + g] += reached / level
                sums[2, classes + g] += reached
                sums[3, classes + g] = max(sums[3, classes + g], level)
                for j in range(group_offsets[g], group_offsets[g + 1]):
                    v = group_classes[j]
                    if class_done[v]:
                        continue
                    if class_touched[v] != stamp:
                        class_touched[v] = stamp
                        met[found] = v
                        found += 1
                        for word in range(WORDS):
                            coming[v, word] = entering[g, word]
                    else:
                        for word in range(WORDS):
                            coming[v, word] |= entering[g, word]
            opened = 0
            count = 0
            for i in range(found):
                v = met[i]
                reached = 0
                missing = np.uint64(0)
                for word in range(WORDS):
                    new = coming[v, word] & ~seen[v, word]
                    front[v, word] = new
                    seen[v, word] |= new
                    missing |= whole[word] & ~seen[v, word]
                    reached += _ones(new) * weights[number * WORDS + word]
                if missing == 0:
                    class_done[v] = 1
                if reached > 0:
                    active[count] = v
                    count += 1
                    sums[0, v] += level * reached
                    sums[1, v] += reached / level
                    sums[2, v] += reached
                    sums[3, v] = max(sums[3, v], level)
            stamp += 1
    return sums
