"""Closeness by searches from many organisations at once.

A search goes from members to groups to members, a step at a time. One bit of a number stands for
one beginning, so that a round of SQL advances 256 searches. Searches in different components never
meet, and share bits.

Eppstein, D. and Wang, J. (2004). Fast approximation of centrality. Journal of Graph Algorithms and
Applications 8, 39-45.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graphkit.engines.engine import Limits
from graphkit.engines.sql.held_pairs import Floats, HeldPairs, Integers

_WORDS = 4
_BITS = 64 * _WORDS

WITHIN = 2.2
"""The standard errors that hold 95 of 100 values: errors are estimates, and slightly skewed."""


@dataclass(frozen=True)
class Closenesses:
    """Closeness and harmonic closeness of each organisation, with their relative standard errors.

    Attributes
    ----------
    values, errors : mapping of str to ndarray of float, shape (n,)
        By metric; an error is 0 where the value is exact.
    pivots : int
        How many organisations of a component were drawn.
    estimated : int
        How many organisations are in components larger than that.
    """

    values: dict[str, Floats]
    errors: dict[str, Floats]
    pivots: int
    estimated: int

    def said(self, name: str) -> str:
        """From what the values were estimated, and how far they may be off."""
        errors = self.errors[name][self.errors[name] > 0]
        usual, largest = np.quantile(errors * WITHIN, [0.5, 1.0]) if len(errors) else (0.0, 0.0)
        return (
            f"estimated from {self.pivots:,} organisations drawn at random in each component that "
            f"has more; 95 of 100 values are off by at most {usual:.2%} (median) to {largest:.2%}"
        )


def closenesses(on: HeldPairs, limits: Limits) -> Closenesses:
    """Compute both from the distances to the pivots of each component.

    How many organisations are one step away is known; of those farther away some are drawn.
    """
    component = on.components
    sizes = np.bincount(component, minlength=1)
    place = _places(component, limits.seed)
    count, total, squares, inverse, inverses = (np.zeros(on.organisations) for _ in range(5))
    pivots = min(limits.pivots, int(sizes.max()))
    for first in range(0, pivots, _BITS):
        bit = np.where(place < pivots, place - first, -1)
        for steps, front in _searches(on, np.where(bit < _BITS, bit, -1)):
            if steps > 1:
                reached = _ones(front)
                count += reached
                total += steps * reached
                squares += steps**2 * reached
                inverse += reached / steps
                inverses += reached / steps**2
    near = on.flow(np.ones(on.organisations), weighed=False)
    others = (sizes[component] - 1).astype(np.float64)
    far = others - near
    seen = np.maximum(count, 1.0)
    some = count > 0
    # Where nobody was drawn, no more is known than that they are two steps away or farther.
    mean, mean_inverse = np.where(some, total / seen, 2.0), np.where(some, inverse / seen, 0.5)
    # The error is that of a mean over those drawn of the far; none is left where all were drawn.
    rest = np.sqrt(np.maximum(1.0 - count / np.maximum(far, 1.0), 0.0) / np.maximum(count - 1.0, 1))
    step = mean_inverse - 1.0 / (1.0 / mean_inverse + 1.0)
    off = _spread(count, squares / seen - mean**2, 1.0) * rest * far
    off_inverse = _spread(count, inverses / seen - mean_inverse**2, step) * rest * far
    distances, harmonic = near + mean * far, near + mean_inverse * far
    reached_share = others / max(on.organisations - 1, 1)
    return Closenesses(
        {"closeness": reached_share * _share(others, distances), "harmonic": harmonic},
        {"closeness": _share(off, distances), "harmonic": _share(off_inverse, harmonic)},
        pivots,
        int(sizes[sizes > pivots].sum()),
    )


def _spread(count: Floats, variance: Floats, step: Floats | float) -> Floats:
    """The standard deviation of those drawn and one more, a step away from their mean.

    Without that one, a few who happen to be equally far would look like certainty.
    """
    more = count * np.maximum(variance, 0.0) + np.maximum(count, 1.0) / (count + 1.0) * step**2
    found: Floats = np.sqrt(more / (count + 1.0))
    return found


def _share(part: Floats, whole: Floats) -> Floats:
    return np.divide(part, whole, out=np.zeros_like(whole), where=whole > 0)


def _places(component: Integers, seed: int) -> Integers:
    """The place of each organisation in its component, shuffled."""
    n = len(component)
    order = np.lexsort((np.random.default_rng(seed).permutation(n), component))
    sizes = np.bincount(component, minlength=1)
    places = np.empty(n, dtype=np.int64)
    places[order] = np.arange(n) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return places


def _searches(on: HeldPairs, bit: Integers) -> Iterator[tuple[int, npt.NDArray[np.uint64]]]:
    """After each step its number, and for each organisation the searches that reach it with it.

    bit: the number of the search that begins at each organisation; -1 where none does.
    """
    n = on.organisations
    begun = np.flatnonzero(bit >= 0)
    front = np.zeros((_WORDS, n), dtype=np.uint64)
    front[bit[begun] // 64, begun] = np.uint64(1) << (bit[begun] % 64).astype(np.uint64)
    seen = front.copy()
    words = [f"w{number}" for number in range(_WORDS)]
    steps = 0
    while front.any():
        steps += 1
        got = on.passed("bit_or", dict(zip(words, front, strict=True)))
        front = np.zeros_like(front)
        for number, word in enumerate(words):
            front[number, got["node"]] = got[word]
        front &= ~seen
        seen |= front
        yield steps, front


def _ones(bits: npt.NDArray[np.uint64]) -> Floats:
    found: Floats = np.bitwise_count(bits).sum(axis=0).astype(np.float64)
    return found
