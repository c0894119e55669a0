"""What the loss of each organisation would leave connected, for all of them in one search."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from graphkit.metrics.steps import Members, without


def cut_pairs(members: Members, n: int, removed: list[int]) -> npt.NDArray[np.float64]:
    """For each organisation v, the ordered pairs that paths still connect when v goes as well.

    members: the pairs (organisation, group); removed: organisations that are gone already. Shape
    (n,); at those gone, the pairs that are connected without them. One depth-first search of the
    two-mode graph: what hangs below v and has no way round it falls off as a component of its
    own (Hopcroft, J. and Tarjan, R. (1973). Communications of the ACM 16, 372-378), and groups
    carry a way but do not count.

    Three in a row, in two groups: without the middle one nobody is connected.

    >>> cut_pairs(np.array([[0, 1, 1, 2], [0, 0, 1, 1]], dtype=np.int32), 3, []).tolist()
    [2.0, 0.0, 2.0]
    """
    left = without(members, removed)
    groups = int(left[1].max()) + 1 if left.size else 0
    near = _neighbours(left, n, groups)
    found = [-1] * (n + groups)  # when the search came there
    low = [0] * (n + groups)  # the earliest to which there is a way round
    size = [0] * (n + groups)  # organisations at and below
    cut = [0] * n  # organisations that fall off when v goes, and their connected pairs
    cut_inside = [0] * n
    after = np.zeros(n)
    gone = set(removed)
    total = 0
    clock = 0
    for root in range(n):
        if found[root] >= 0 or root in gone:
            continue
        component = []
        found[root] = low[root] = clock
        clock += 1
        size[root] = 1
        stack = [(root, -1, iter(near[root]))]
        while stack:
            node, parent, rest = stack[-1]
            for other in rest:
                if found[other] < 0:
                    found[other] = low[other] = clock
                    clock += 1
                    size[other] = 1 if other < n else 0
                    stack.append((other, node, iter(near[other])))
                    break
                if other != parent and found[other] < low[node]:
                    low[node] = found[other]
            else:
                stack.pop()
                if node < n:
                    component.append(node)
                if parent >= 0:
                    size[parent] += size[node]
                    low[parent] = min(low[parent], low[node])
                    if parent < n and low[node] >= found[parent]:
                        cut[parent] += size[node]
                        cut_inside[parent] += size[node] * (size[node] - 1)
        whole = len(component)
        total += whole * (whole - 1)
        for node in component:
            rest_size = whole - 1 - cut[node]
            after[node] = cut_inside[node] + rest_size * (rest_size - 1) - whole * (whole - 1)
    after += total
    return after


def _neighbours(members: Members, n: int, groups: int) -> list[list[int]]:
    """The two-mode graph as lists: organisations from 0, groups from n."""
    near: list[list[int]] = [[] for _ in range(n + groups)]
    for row, column in members.T.tolist():
        near[row].append(n + column)
        near[n + column].append(row)
    return near
