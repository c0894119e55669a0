"""What counts too often when values pass through groups: pairs that share k > 1 of them.

Without weights a pair that shares k groups is tied once, and gets a value k times. So k - 1 times
it is taken off. The pairs are listed from their groups, smallest first, as far as that is cheap.
The members of the groups beyond, the large ones, are taken together in classes: those that are in
the same large groups. However many members a group has, its pairs are never listed.

With s the small and l the large groups that a pair shares, k - 1 is s - 1 where s > 0, plus l - 1
where l > 0, plus 1 where both are. The first and the last need the pairs with s > 0, the second
classes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from graphkit.engines.sql.classes import Classes, budget_for
from graphkit.engines.sql.links import Floats, Links, Rows, opened, starts

if TYPE_CHECKING:
    from scipy.sparse import csr_array


class Repeats:
    """The pairs that share k > 1 groups, as k - 1.

    Parameters
    ----------
    links : Links
        Who is in which group.
    folder : Path
        Where the pairs are written.
    budget : int, optional
        How many pairs of members may be listed.
    """

    def __init__(self, links: Links, folder: Path, budget: int | None = None) -> None:
        several = links.groups_of.lengths > 1
        sizes = links.members_of.folded("sum", several.astype(np.int64))
        if budget is None:
            budget = budget_for(len(links.groups_of.columns))
        order = np.argsort(sizes, kind="stable")
        small = np.zeros(len(sizes), dtype=bool)
        small[order] = np.cumsum(sizes[order] ** 2) <= budget
        folders = [folder / name for name in ("small", "large")]
        for each in folders:
            each.mkdir()
        self._classes = Classes(links.among(several, ~small, folders[1]))
        pairs = links.among(several, small, folders[0]).shared(2 - self._classes.some)
        self._rows, self._amounts = self._listed(pairs, len(several), folder)

    def times(self, values: Floats) -> Floats:
        """For each organisation the sum of k - 1 times the value of the other of such a pair."""
        got = self._classes.times(values)
        for start, stop in self._rows.blocks():
            got[start:stop] += self._block(start, stop) @ values
        return got

    def _block(self, start: int, stop: int) -> csr_array:
        from scipy.sparse import csr_array

        offsets = self._rows.offsets[start : stop + 1]
        here = slice(offsets[0], offsets[-1])
        return csr_array(
            (self._amounts[here], self._rows.columns[here], offsets - offsets[0]),
            shape=(stop - start, len(self._rows.offsets) - 1),
        )

    def _listed(
        self, pairs: Iterator[tuple[int, csr_array]], n: int, folder: Path
    ) -> tuple[Rows, Floats]:
        """The pairs that share small groups: s - 1, and 1 more where they share large ones."""
        lengths = np.zeros(n, dtype=np.int64)
        files = folder / "others", folder / "amounts"
        with files[0].open("wb") as others, files[1].open("wb") as amounts:
            for start, block in pairs:
                row = np.repeat(np.arange(block.shape[0]), np.diff(block.indptr))
                often = block.data - 1.0
                self._classes.add_shared(start + row, block.indices, often)
                kept = often > 0
                lengths[start : start + block.shape[0]] = np.bincount(
                    row[kept], minlength=block.shape[0]
                )
                block.indices[kept].astype(np.int32).tofile(others)
                often[kept].tofile(amounts)
        return Rows(starts(lengths), opened(files[0], np.int32)), opened(files[1], np.float64)
