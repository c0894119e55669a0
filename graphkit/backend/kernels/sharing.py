"""Who shares groups with whom, and sums over groups, straight from who is in which group."""

from __future__ import annotations

import numpy as np

from graphkit.backend.kernels.compiling import compiled


@compiled
def sharing(offsets, groups, group_offsets, members, weights, first, last, least, seen, others):
    """Whom the nodes from `first` to before `last` share at least `least` groups with.

    offsets, groups: compressed rows, the groups of each node. group_offsets, members: the members
    of each group. weights: one for each group, or none to count groups. seen: a zero for each node,
    and again when this ends. others: room for all that may be found.

    Gives how many were found for each of these nodes, and for each one found, beside its number in
    `others`, the sum of the weights of the groups that are shared, taken in group order.
    """
    found = np.zeros(last - first, np.int64)
    amounts = np.zeros(len(others))
    weighed = len(weights) > 0
    total = np.zeros(len(seen) if weighed else 0)
    met = np.empty(len(seen), np.int32)
    at = 0
    for v in range(first, last):
        many = 0
        for j in range(offsets[v], offsets[v + 1]):
            g = groups[j]
            for k in range(group_offsets[g], group_offsets[g + 1]):
                u = members[k]
                if seen[u] == 0:
                    met[many] = u
                    many += 1
                seen[u] += 1
                if weighed:
                    total[u] += weights[g]
        for j in range(many):
            u = met[j]
            if seen[u] >= least and u != v:
                others[at] = u
                amounts[at] = total[u] if weighed else seen[u]
                at += 1
                found[v - first] += 1
            seen[u] = 0
            if weighed:
                total[u] = 0.0
    return found, amounts[:at]


@compiled
def repeated(offsets, groups, group_offsets, members, values):
    """For each node the sum of k - 1 times the value of each other, k the groups that both are in.

    offsets, groups, group_offsets, members: as in `sharing`. Nothing is kept of the pairs.
    """
    nodes = len(offsets) - 1
    sums = np.zeros(nodes)
    seen = np.zeros(nodes, np.int32)
    met = np.empty(nodes, np.int32)
    for v in range(nodes):
        many = 0
        for j in range(offsets[v], offsets[v + 1]):
            g = groups[j]
            for k in range(group_offsets[g], group_offsets[g + 1]):
                u = members[k]
                if seen[u] == 0:
                    met[many] = u
                    many += 1
                seen[u] += 1
        for j in range(many):
            u = met[j]
            if u != v:
                sums[v] += (seen[u] - 1) * values[u]
            seen[u] = 0
    return sums


@compiled
def overlapping(offsets, groups, ones, others, amounts):
    """Add 1 to the amount of each pair of nodes that share one of these groups.

    offsets, groups: compressed rows, the groups of each node, in order. ones, others: the pairs.
    """
    for i in range(len(ones)):
        j = offsets[ones[i]]
        k = offsets[others[i]]
        while j < offsets[ones[i] + 1] and k < offsets[others[i] + 1]:
            if groups[j] == groups[k]:
                amounts[i] += 1.0
                break
            if groups[j] < groups[k]:
                j += 1
            else:
                k += 1


@compiled
def summed(offsets, columns, values, first, last, sums):
    """Put the sum of the values of each row's columns into `sums`, from one row to before another.

    offsets, columns: compressed rows.
    """
    for row in range(first, last):
        total = 0.0
        for j in range(offsets[row], offsets[row + 1]):
            total += values[columns[j]]
        sums[row] = total
