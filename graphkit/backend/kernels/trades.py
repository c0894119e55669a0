"""Trades between groups: a random walk over all incidences with the same margins (curveball).

In a trade two groups put the members that only one of them has into one pool and deal them out
again, so that each has as many as before. Every deal is equally likely, and which groups trade
depends on their sizes alone, which never change. So a trade and its reverse have the same
probability, and in the long run all incidences that trades can reach have the same.

A node that must stay in its group takes no part in the trades of that group, and no trade of
another group can bring it in a second time. Where three groups have such a node each, some
incidences cannot be reached by trades. They differ from others by a hexagon: of three groups A, B
and C with the fixed nodes a, b and c, A has b, B has c and C has a, or else A has c, B has a and C
has b. So hexagons are turned as well.

The random numbers are those of splitmix64, made here so that they are the same everywhere.
"""

from __future__ import annotations

import numpy as np

from graphkit.backend.kernels.compiling import compiled

_STEP = np.uint64(0x9E3779B97F4A7C15)
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)
_LOW = np.uint64(0xFFFFFFFF)
_HALF = np.uint64(32)


@compiled
def _below(state, limit):
    """A random whole number from 0 to limit - 1, each equally likely (Lemire 2019)."""
    bound = np.uint64(limit)
    least = (np.uint64(1) << _HALF) % bound
    while True:
        state[0] += _STEP
        z = state[0]
        z = (z ^ (z >> np.uint64(30))) * _FIRST
        z = (z ^ (z >> np.uint64(27))) * _SECOND
        z = z ^ (z >> np.uint64(31))
        product = (z >> _HALF) * bound
        if (product & _LOW) >= least:
            return np.int64(product >> _HALF)


@compiled
def _put_first(items, start, end, mark, stamp):
    """Move the items that have the stamp to the front of their range; gives where they end."""
    for i in range(start, end):
        item = items[i]
        if mark[item] == stamp:
            items[i] = items[start]
            items[start] = item
            start += 1
    return start


@compiled
def _trade(offsets, items, fixed, mark, stamp, state, one, other):
    """Deal out again what only one of two groups has."""
    inside, both = stamp, stamp + 1
    for i in range(offsets[one], offsets[one + 1]):
        mark[items[i]] = inside
    if fixed[one] >= 0:
        mark[fixed[one]] = inside
    for i in range(offsets[other], offsets[other + 1]):
        if mark[items[i]] == inside:
            mark[items[i]] = both
    if fixed[other] >= 0 and mark[fixed[other]] == inside:
        mark[fixed[other]] = both
    first = _put_first(items, offsets[one], offsets[one + 1], mark, both)
    second = _put_first(items, offsets[other], offsets[other + 1], mark, both)
    few, many = offsets[one + 1] - first, offsets[other + 1] - second
    if few > many:
        first, second = second, first
        few, many = many, few
    # The places of the smaller part are filled one by one from all that is left in the pool.
    for i in range(few):
        j = i + _below(state, few + many - i)
        place = first + j if j < few else second + j - few
        items[first + i], items[place] = items[place], items[first + i]


@compiled
def _place(offsets, items, group, item):
    """Where an item of a group is; -1 if it is not in it."""
    for i in range(offsets[group], offsets[group + 1]):
        if items[i] == item:
            return i
    return -1


@compiled
def _turn(offsets, items, fixed, state, having):
    """Turn the hexagon of three groups with fixed nodes that are drawn, if they form one."""
    count = len(having)
    i, j, k = _below(state, count), _below(state, count - 1), _below(state, count - 2)
    if j >= i:
        j += 1
    low, high = min(i, j), max(i, j)
    if k >= low:
        k += 1
    if k >= high:
        k += 1
    a, b, c = having[i], having[j], having[k]
    in_a = _place(offsets, items, a, fixed[b])
    in_b = _place(offsets, items, b, fixed[c])
    in_c = _place(offsets, items, c, fixed[a])
    if in_a < 0 or in_b < 0 or in_c < 0:
        return
    if _place(offsets, items, a, fixed[c]) >= 0:
        return
    if _place(offsets, items, b, fixed[a]) >= 0:
        return
    if _place(offsets, items, c, fixed[b]) >= 0:
        return
    items[in_a], items[in_b], items[in_c] = fixed[c], fixed[a], fixed[b]


@compiled
def walk(offsets, items, fixed, owner, trading, having, mark, state, rounds):
    """Walk on from the incidence in `items`, in place, for a number of rounds.

    offsets, items: each of m groups with its nodes, without the fixed one. fixed: that of each
    group, or -1. owner: the group of each place of `items`. trading: the groups with items.
    having: the groups with a fixed node, if there are three or more. mark: n + 1 numbers, the last
    of which counts the stamps used. state: one number, that of the random numbers.

    In a round there are as many trades as groups that trade. One group of each is drawn evenly, so
    that every group trades; the other in proportion to its size, so that large groups, of which a
    trade with a small one moves only little, trade often.
    """
    last = len(mark) - 1
    for _ in range(rounds):
        for _ in range(len(trading)):
            one = trading[_below(state, len(trading))]
            other = owner[_below(state, len(items))]
            if one != other:
                mark[last] += 2
                _trade(offsets, items, fixed, mark, mark[last], state, one, other)
        for _ in range(len(having)):
            _turn(offsets, items, fixed, state, having)


@compiled
def by_node(offsets, items, fixed, first, groups):
    """Write the groups of each node, in order, from place `first` of each on.

    first: shape (n,), where each node's groups begin in `groups`. It is changed.
    """
    for group in range(len(offsets) - 1):
        for i in range(offsets[group], offsets[group + 1]):
            node = items[i]
            groups[first[node]] = group
            first[node] += 1
        node = fixed[group]
        if node >= 0:
            groups[first[node]] = group
            first[node] += 1
