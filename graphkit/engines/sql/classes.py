"""Organisations in classes: those that are in the same large groups together.

Pairs of members of a large group are never listed. What passes among them is the same for all of a
class, so that only classes are compared.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from graphkit.engines.sql.links import Floats, Integers, Links, Rows, starts, transposed

CHEAP = 1 << 26
"""Up to this number of pairs of members are always listed."""

MOST = 1 << 31
"""More than this number of pairs are never listed."""

_EACH = 32
"""Between the two, this number for each link."""


def budget_for(links: int) -> int:
    """How many pairs of members may be listed in a network with this number of links.

    The groups that do not fit into that, the largest, are called large.
    """
    return min(max(_EACH * links, CHEAP), MOST)


class Classes:
    """Organisations by the large groups that they are in, all that are in the same together."""

    def __init__(self, links: Links) -> None:
        rows = links.groups_of
        self._rows = rows
        inside = np.flatnonzero(rows.lengths)
        number: dict[bytes, int] = {}
        first: list[int] = []
        found = np.empty(len(inside), dtype=np.int64)
        for place, each in enumerate(inside.tolist()):
            groups = rows.columns[rows.offsets[each] : rows.offsets[each + 1]]
            found[place] = number.setdefault(groups.tobytes(), len(number))
            if found[place] == len(first):
                first.append(each)
        self._inside, self._class = inside, found
        lengths = rows.lengths[first]
        columns = [rows.columns[rows.offsets[each] : rows.offsets[each + 1]] for each in first]
        groups_of = Rows(starts(lengths), np.concatenate([np.zeros(0, np.int32), *columns]))
        self._own = np.maximum(lengths - 1.0, 0.0)
        self._links = Links(groups_of, transposed(groups_of, len(links.members_of.offsets) - 1))

    @property
    def some(self) -> bool:
        """Whether anybody is in a large group and in another."""
        return len(self._inside) > 0

    def times(self, values: Floats) -> Floats:
        """As `Repeats.times`, of large groups alone."""
        from graphkit.backend.kernels.sharing import repeated

        got = np.zeros(len(values))
        if not self.some:
            return got
        here = values[self._inside]
        totals = np.bincount(self._class, weights=here, minlength=len(self._own))
        groups_of, members_of = self._links.groups_of, self._links.members_of
        sums = self._own * totals + repeated(
            groups_of.offsets, groups_of.columns, members_of.offsets, members_of.columns, totals
        )
        got[self._inside] = sums[self._class] - self._own[self._class] * here
        return got

    def add_shared(self, ones: Integers, others: npt.NDArray[np.int32], amounts: Floats) -> None:
        """Add 1 to the amount of each pair that shares a large group."""
        from graphkit.backend.kernels.sharing import overlapping

        if self.some:
            overlapping(self._rows.offsets, self._rows.columns, ones, others, amounts)
