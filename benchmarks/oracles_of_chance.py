"""P-values computed from the definitions of chance, by enumeration and by nothing of graphkit.

Every outcome is listed, so the networks must be small: the deals of the categories, and the tables
of who is in which group.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

import numpy as np
from scipy.optimize import root

Floats = np.ndarray[Any, np.dtype[np.float64]]


def dealt_ei_index(
    edges: Iterable[tuple[Hashable, Hashable]], of: Mapping[Hashable, str]
) -> tuple[float, float]:
    """The mean E-I index over all deals of the categories, and the two-sided p-value.

    The categories are dealt among the ends of the edges. The p-value is the share of the deals
    whose index is at least as far from the mean as that of the actual one.
    """
    pairs = list(edges)
    ends = sorted({str(end) for pair in pairs for end in pair})
    place = {end: number for number, end in enumerate(ends)}
    rows, columns = np.array([[place[str(end)] for end in pair] for pair in pairs]).T
    categories = sorted({of[end] for end in ends})
    actual = np.array([categories.index(of[end]) for end in ends])
    counts = [int((actual == code).sum()) for code in range(len(categories))]
    deals = _deals(counts)
    # 2 E - ties, times the number of deals: whole numbers, so that nothing is rounded.
    found = 2 * (deals[:, rows] != deals[:, columns]).sum(axis=1, dtype=np.int64) - len(pairs)
    now = 2 * int((actual[rows] != actual[columns]).sum()) - len(pairs)
    total = int(found.sum())
    far = abs(now * len(deals) - total)
    p_value = np.count_nonzero(np.abs(found * len(deals) - total) >= far) / len(deals)
    return total / len(deals) / len(pairs), float(p_value)


def _deals(counts: Sequence[int]) -> np.ndarray[Any, np.dtype[np.int8]]:
    """A row for each way to give places the categories 0 and on, as often as `counts` says."""
    places = sum(counts)
    deals = np.zeros((1, places), dtype=np.int8)
    free = np.arange(places)[None]
    for code, count in enumerate(counts):
        number = free.shape[1]
        chosen = np.array(list(combinations(range(number), count)))
        left = np.array([sorted(set(range(number)) - set(each)) for each in chosen], dtype=int)
        deals = np.repeat(deals, len(chosen), axis=0)
        np.put_along_axis(deals, free[:, chosen].reshape(len(deals), -1), code, axis=1)
        free = free[:, left].reshape(len(deals), -1)
    return deals


def place_chances(table: Floats) -> Floats:
    """The bipartite configuration model: the probability of each place of a table.

    It is 1 / (1 + exp(-(a + b))) with a number a for each row and b for each column; one of them
    is free, so the last is 0. scipy finds where the expected sums are the observed ones.
    """
    rows, columns = table.shape
    sums = np.concatenate([table.sum(axis=1), table.sum(axis=0)])[:-1]

    def chances(numbers: Floats) -> Floats:
        place = np.append(numbers, 0.0)
        return 1 / (1 + np.exp(-(place[:rows, None] + place[None, rows:])))

    def excess(numbers: Floats) -> Floats:
        found = chances(numbers)
        return np.concatenate([found.sum(axis=1), found.sum(axis=0)])[:-1] - sums

    return chances(root(excess, np.zeros(rows + columns - 1), tol=1e-14).x)


def sharing_p_values(table: Floats) -> dict[tuple[int, int], float]:
    """How likely each pair of rows shares as many columns as it does: the sum over all tables."""
    chances = place_chances(table).ravel()
    number = np.arange(2**chances.size)
    tables = (number[:, None] >> np.arange(chances.size) & 1).astype(bool)
    weights = np.where(tables, chances, 1 - chances).prod(axis=1)
    tables = tables.reshape(-1, *table.shape)
    return {
        (a, b): float(
            weights[(tables[:, a] & tables[:, b]).sum(axis=1) >= table[a] @ table[b]].sum()
        )
        for a, b in combinations(range(len(table)), 2)
    }
