"""The best set of k among n, for a measure that can tell the worth of a set and any one more.

All sets where they are few enough; else the greedy set and random ones, each improved by
exchanging one member for the best other until no exchange helps (Borgatti 2006, p. 32).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np
import numpy.typing as npt

_SAME = 1e-12

Scores = Callable[[list[int]], npt.NDArray[np.float64]]
"""From the members of a set to the worth, for each of n, of the set with that one added."""


@dataclass(frozen=True, slots=True)
class Sought:
    """The members of the best set found, sorted, and its score; whether all sets were tried, and
    then how many are as good, else None.
    """

    members: tuple[int, ...]
    score: float
    exact: bool
    equals: int | None


def best_set(
    k: int,
    candidates: npt.NDArray[np.int64],
    scores: Scores,
    *,
    few: int,
    restarts: int,
    seed: int,
) -> Sought:
    """The set of k candidates (sorted positions) of the highest score, the first of equals.

    All sets are tried when there are no more than `few`.
    """
    k = min(k, len(candidates))
    if comb(len(candidates), k) <= few:
        return _all(k, candidates, scores)
    random = np.random.default_rng(seed)
    best = _exchanged(_built(k, candidates, scores), candidates, scores)
    for _ in range(restarts):
        start = sorted(random.choice(candidates, k, replace=False).tolist())
        found = _exchanged(start, candidates, scores)
        if found[0] > best[0] + _SAME or (abs(found[0] - best[0]) <= _SAME and found[1] < best[1]):
            best = found
    return Sought(best[1], best[0], False, None)


def _all(k: int, candidates: npt.NDArray[np.int64], scores: Scores) -> Sought:
    best: tuple[float, tuple[int, ...]] = (-np.inf, ())
    equals = 0
    for first in combinations(candidates.tolist(), k - 1):
        last = candidates[candidates > first[-1]] if first else candidates
        if not len(last):
            continue
        values = scores(list(first))[last]
        top = float(values.max())
        if top > best[0] + _SAME:
            best, equals = (top, (*first, int(last[np.argmax(values > top - _SAME)]))), 0
        if top > best[0] - _SAME:
            equals += int(np.count_nonzero(values > best[0] - _SAME))
    return Sought(best[1], best[0], True, equals)


def _built(k: int, candidates: npt.NDArray[np.int64], scores: Scores) -> list[int]:
    """Greedily, one by one."""
    taken: list[int] = []
    while len(taken) < k:
        taken.append(_best_other(taken, candidates, scores)[1])
    return sorted(taken)


def _exchanged(
    members: list[int], candidates: npt.NDArray[np.int64], scores: Scores
) -> tuple[float, tuple[int, ...]]:
    best = float(scores(members[:-1])[members[-1]])
    improved = True
    while improved:
        improved = False
        for place in range(len(members)):
            rest = members[:place] + members[place + 1 :]
            score, other = _best_other(rest, candidates, scores)
            if score > best + _SAME:
                best, members, improved = score, sorted([*rest, other]), True
                break
    return best, tuple(members)


def _best_other(
    taken: list[int], candidates: npt.NDArray[np.int64], scores: Scores
) -> tuple[float, int]:
    open_to = candidates[~np.isin(candidates, taken)]
    values = scores(taken)[open_to]
    place = int(np.argmax(values > values.max() - _SAME))  # the first of equals
    return float(values[place]), int(open_to[place])
