"""Ties and distances in steps, straight from the two-mode form.

Two organisations are one step apart when they share a group, so a breadth-first search may go from
organisations to groups and back: it visits each membership once instead of each pair, and gives the
distances of the projection. Searches from many organisations run side by side, a bit each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from graphkit.backend import Incidence
from graphkit.backend.components import labels
from graphkit.network import TwoMode

if TYPE_CHECKING:
    from scipy.sparse import csr_array

UNREACHED = 255
"""Stands in a table of distances for: no path."""

_BATCH = 2048  # searches side by side: their bits for 30,000 organisations take 8 MB

_BLOCK = 1 << 22  # entries of a product at a time

Members = npt.NDArray[np.int32]


def adjacency(form: TwoMode) -> csr_array:
    """The n-by-n matrix of ones where two organisations are tied."""
    return form.compressed.matrix()


def product_at(first: csr_array, second: csr_array, third: csr_array) -> npt.NDArray[np.float64]:
    """The row sums of (first @ second) * third, shape (n,), the product taken where third is.

    It is made in blocks of rows, so that a product much fuller than its factors needs no memory.
    """
    from scipy.sparse import csr_array

    sums = np.zeros(first.shape[0])
    # An upper bound of what each row of the product holds: the rows of its neighbours together.
    lengths = np.diff(second.indptr)
    filled = np.append(0, np.cumsum(lengths[first.indices]))[first.indptr]
    start = 0
    while start < len(sums):
        stop = int(np.searchsorted(filled, filled[start] + _BLOCK, side="right")) - 1
        stop = min(max(stop, start + 1), len(sums))
        product = csr_array(first[start:stop] @ second) * third[start:stop]
        sums[start:stop] = np.asarray(product.sum(axis=1)).ravel()
        start = stop
    return sums


def without(members: Members, removed: list[int]) -> Members:
    """The pairs (organisation, group) but for those of some organisations."""
    return members[:, ~np.isin(members[0], removed)] if removed else members


def components(members: Members, n: int) -> npt.NDArray[np.int64]:
    """Each organisation's component, numbered in order of its first organisation; shape (n,)."""
    return labels(Incidence(range(n), members, np.ones(int(members[1].max(initial=-1)) + 1)))


def distances(members: Members, n: int, sources: npt.NDArray[np.int64]) -> npt.NDArray[np.uint8]:
    """Steps from each source to each organisation, shape (sources, n); `UNREACHED` without a path.

    Paths of more than 254 steps count as 254.
    """
    table = np.full((len(sources), n), UNREACHED, dtype=np.uint8)
    for start in range(0, len(sources), _BATCH):
        batch = sources[start : start + _BATCH]
        part = table[start : start + _BATCH]
        part[np.arange(len(batch)), batch] = 0
        for step, (rows, new) in enumerate(_levels(members, n, batch), 1):
            here = np.unpackbits(new.view(np.uint8), axis=1, bitorder="little")[:, : len(batch)]
            found, columns = np.nonzero(here)
            part[columns, rows[found]] = min(step, UNREACHED - 1)
    return table


@dataclass(frozen=True, slots=True)
class Reach:
    """How many organisations each reaches in how many steps.

    counts: at [d, v] how many organisations are d+1 steps from v; shape (longest distance, n).
    """

    counts: npt.NDArray[np.int64]

    @property
    def totals(self) -> npt.NDArray[np.int64]:
        """Ordered pairs of organisations by distance, shape (longest,)."""
        totals: npt.NDArray[np.int64] = self.counts.sum(axis=1)
        return totals

    @property
    def inverse(self) -> float:
        """The sum of the inverse distances over ordered pairs, pairs without a path adding 0."""
        return float((self.totals / np.arange(1, len(self.counts) + 1)).sum())

    def farness(self) -> npt.NDArray[np.int64]:
        """The sum of the distances from each to those it reaches, shape (n,)."""
        farness: npt.NDArray[np.int64] = np.arange(1, len(self.counts) + 1) @ self.counts
        return farness


def reach(members: Members, n: int) -> Reach:
    """Distances between all pairs of n organisations, counted for each organisation."""
    counts: list[npt.NDArray[np.int64]] = []
    for start in range(0, n, _BATCH):
        batch = np.arange(start, min(start + _BATCH, n))
        for step, (rows, new) in enumerate(_levels(members, n, batch)):
            if step == len(counts):
                counts.append(np.zeros(n, dtype=np.int64))
            # Distances are symmetric: who is newly reached from how many is counted at its row.
            counts[step][rows] += _ones(new)
    return Reach(np.array(counts, dtype=np.int64).reshape(len(counts), n))


def _levels(
    members: Members, n: int, sources: npt.NDArray[np.int64]
) -> Iterator[tuple[npt.NDArray[np.int32], npt.NDArray[np.uint64]]]:
    """Step by step, the organisations that are in a group and, a bit a source, who newly reaches
    them: arrays of shape (r,) and (r, sources/64).
    """
    if not members.size or not len(sources):
        return
    by_group = np.argsort(members[1], kind="stable")
    in_group, group_starts = members[0][by_group], _starts(members[1][by_group])
    number = np.empty(members.shape[1], dtype=np.int64)  # a membership's group among the occupied
    number[by_group] = np.repeat(
        np.arange(len(group_starts)), np.diff([*group_starts, members.shape[1]])
    )
    starts = _starts(members[0])
    rows = members[0][starts]
    seen = np.zeros((n, -(-len(sources) // 64)), dtype=np.uint64)
    place = np.arange(len(sources))
    seen[sources, place // 64] |= np.uint64(1) << (place % 64).astype(np.uint64)
    while True:
        gathered = np.bitwise_or.reduceat(seen[in_group], group_starts, axis=0)
        reached = np.bitwise_or.reduceat(gathered[number], starts, axis=0)
        new = reached & ~seen[rows]
        if not new.any():
            return
        seen[rows] |= new
        yield rows, new


def _starts(sorted_numbers: npt.NDArray[np.int32]) -> npt.NDArray[np.int64]:
    """Where each run of equal numbers begins."""
    return np.flatnonzero(np.diff(sorted_numbers, prepend=sorted_numbers[0] - 1))


def _ones(bits: npt.NDArray[np.uint64]) -> npt.NDArray[np.int64]:
    """How many bits are set in each row."""
    counts: npt.NDArray[np.int64] = np.bitwise_count(bits).sum(axis=1, dtype=np.int64)
    return counts
