"""How far partitions of the same organisations agree: the adjusted Rand index.

Hubert, L. and Arabie, P. (1985). Comparing partitions. Journal of Classification 2, 193-218.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

Labels = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the partitions of several runs agree.

    Attributes
    ----------
    runs : int
        The number of runs, at least 2.
    seed : int
        The seed of the first run; each of the others has the next one.
    different : int
        How many different partitions they found.
    mean, lowest : float
        The mean and the lowest adjusted Rand index of two runs, over all pairs of runs. 1 for the
        same partition, 0 on average by chance.
    """

    runs: int
    seed: int
    different: int
    mean: float
    lowest: float


def agreement_of(partitions: Sequence[Labels], seed: int) -> Agreement:
    """Compare all pairs of at least two partitions, each given as in `adjusted_rand_index`."""
    found = [
        adjusted_rand_index(partitions[one], partitions[other])
        for one, other in combinations(range(len(partitions)), 2)
    ]
    return Agreement(
        runs=len(partitions),
        seed=seed,
        different=len({_numbered(each).tobytes() for each in partitions}),
        mean=sum(found) / len(found),
        lowest=min(found),
    )


def adjusted_rand_index(one: Labels, other: Labels) -> float:
    """Compute the adjusted Rand index of two partitions of the same things.

    Parameters
    ----------
    one, other : ndarray of int64, shape (n,)
        The class of each thing in either partition, as any number from 0.

    Returns
    -------
    float
        1 for the same partition, 0 on average for partitions that are drawn at random with classes
        of the same sizes; it can be below 0. 1 where only one pair of partitions has such sizes.

    Notes
    -----
    With P the pairs of things, A and B those that are in one class in either partition, and C those
    that are in both, the index is (C - AB/P) / ((A + B)/2 - AB/P) [1]_.

    References
    ----------
    .. [1] Hubert, L. and Arabie, P. (1985). Comparing partitions. Journal of Classification 2,
       193-218.

    Examples
    --------
    >>> adjusted_rand_index(np.array([0, 0, 1, 1]), np.array([5, 5, 2, 2]))
    1.0
    >>> round(adjusted_rand_index(np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])), 12)
    -0.5
    """
    width = int(other.max(initial=0)) + 1
    _, in_both = np.unique(one * width + other, return_counts=True)
    together = _pairs(in_both)
    first, second = _pairs(np.bincount(one)), _pairs(np.bincount(other))
    by_chance = first * second / max(len(one) * (len(one) - 1) // 2, 1)
    most = (first + second) / 2
    return 1.0 if most == by_chance else (together - by_chance) / (most - by_chance)


def _pairs(sizes: Labels) -> int:
    return int((sizes * (sizes - 1) // 2).sum())


def _numbered(labels: Labels) -> Labels:
    """The same partition with its classes numbered as they are met."""
    _, first, where = np.unique(labels, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[where]
