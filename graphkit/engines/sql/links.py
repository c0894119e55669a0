"""Who is in which group in files that are mapped into memory, and whom each shares groups with.

The system reads what is needed of a mapped file and lets go of it when memory is short. In this
process there are a few numbers for each organisation and group, and one block at a time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

BLOCK = 1 << 22
"""The entries of a block."""

_PART = 1 << 20
"""The entries that a thread sums at a time."""

FOLDS: dict[str, np.ufunc] = {"sum": np.add, "min": np.minimum, "bit_or": np.bitwise_or}


@dataclass(frozen=True)
class Rows:
    """Compressed rows: the columns of each, in order.

    Attributes
    ----------
    offsets : ndarray of int64, shape (rows + 1,)
        Where each row begins in `columns`.
    columns : ndarray of int32
        The columns, row after row.
    """

    offsets: Integers
    columns: npt.NDArray[np.int32]

    @property
    def lengths(self) -> Integers:
        """How many columns each row has."""
        return np.diff(self.offsets)

    def blocks(self) -> Iterator[tuple[int, int]]:
        """The first and the last row, not included, of blocks of some `BLOCK` columns."""
        return ranges(self.offsets)

    def folded(self, fold: str, values: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """For each row the sum, say, of its columns' values; 0 for one without columns."""
        found = np.zeros(len(self.offsets) - 1, values.dtype)
        if fold == "sum" and values.dtype == np.float64:
            self._sum(values, found)
            return found
        for start, stop in self.blocks():
            begin, end = self.offsets[start], self.offsets[stop]
            full = start + np.flatnonzero(np.diff(self.offsets[start : stop + 1]))
            if len(full):
                here = values[self.columns[begin:end]]
                found[full] = FOLDS[fold].reduceat(here, self.offsets[full] - begin)
        return found

    def _sum(self, values: Floats, sums: Floats) -> None:
        """Sum in threads, a part of the rows each; a row is summed in order."""
        from graphkit.backend.kernels.sharing import summed
        from graphkit.backend.threads import in_turn

        def sum_rows(part: tuple[int, int]) -> None:
            summed(self.offsets, self.columns, values, *part, sums)

        deque(in_turn(sum_rows, ranges(self.offsets, _PART)), maxlen=0)


@dataclass(frozen=True)
class Links:
    """Who is in which group, both ways.

    Attributes
    ----------
    groups_of : Rows
        The groups of each organisation.
    members_of : Rows
        The members of each group.
    """

    groups_of: Rows
    members_of: Rows

    def bounds(self) -> Integers:
        """How many others each may share a group with, counted once for each group: at most."""
        return self.groups_of.folded("sum", self.members_of.lengths) - self.groups_of.lengths

    def shared(self, least: int, weights: Floats | None = None) -> Iterator[tuple[int, csr_array]]:
        """Who shares how many groups with whom, a block of organisations at a time.

        Parameters
        ----------
        least : int
            The number of groups from which on a pair is given.
        weights : ndarray of float, shape (groups,), optional
            The weight of each group.

        Yields
        ------
        tuple of (int, csr_array)
            The first organisation of the block, and a row for each from there on: how many groups
            it shares with each other organisation, or the sum of their weights.
        """
        from scipy.sparse import csr_array

        from graphkit.backend.kernels.sharing import sharing

        n = len(self.groups_of.offsets) - 1
        room = np.minimum(self.bounds(), n)
        seen = np.zeros(n, np.int32)
        for start, stop in ranges(starts(room)):
            others = np.empty(int(room[start:stop].sum()), np.int32)
            found, amounts = sharing(
                self.groups_of.offsets,
                self.groups_of.columns,
                self.members_of.offsets,
                self.members_of.columns,
                np.zeros(0) if weights is None else weights,
                start,
                stop,
                least,
                seen,
                others,
            )
            offsets = starts(found)
            block = csr_array((amounts, others[: len(amounts)], offsets), shape=(stop - start, n))
            block.sort_indices()
            yield start, block

    def among(
        self, organisations: npt.NDArray[np.bool_], groups: npt.NDArray[np.bool_], folder: Path
    ) -> Links:
        """The links of the organisations and groups marked True, whose numbers stay; in files."""
        return Links(
            _marked(self.groups_of, organisations, groups, folder / "groups"),
            _marked(self.members_of, groups, organisations, folder / "members"),
        )


def ranges(offsets: Integers, most: int | None = None) -> Iterator[tuple[int, int]]:
    """Rows in blocks of at most `BLOCK` entries, or `most`; or of one row that has more."""
    start, rows = 0, len(offsets) - 1
    most = BLOCK if most is None else most
    while start < rows:
        stop = int(np.searchsorted(offsets, offsets[start] + most, side="right")) - 1
        stop = min(max(stop, start + 1), rows)
        yield start, stop
        start = stop


def mapped(file: Path, parts: Iterable[npt.NDArray[Any]], dtype: type) -> npt.NDArray[Any]:
    """Write arrays one after the other into a file, and have it as one array."""
    with file.open("wb") as stream:
        for part in parts:
            part.astype(dtype, copy=False).tofile(stream)
    return opened(file, dtype)


def opened(file: Path, dtype: type) -> npt.NDArray[Any]:
    """A file of numbers as an array that is read as it is needed."""
    if not file.stat().st_size:
        return np.frombuffer(b"", dtype)
    return np.asarray(np.memmap(file, dtype, mode="r"))


def transposed(rows: Rows, width: int) -> Rows:
    """The rows of each column, in memory."""
    order = np.argsort(rows.columns, kind="stable")
    row = np.repeat(np.arange(len(rows.offsets) - 1, dtype=np.int32), rows.lengths)
    return Rows(starts(np.bincount(rows.columns, minlength=width)), row[order])


def starts(lengths: Integers) -> Integers:
    """Where each row begins, from how long rows are; the end of the last one too."""
    found = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(lengths, out=found[1:])
    return found


def _marked(
    rows: Rows, own: npt.NDArray[np.bool_], other: npt.NDArray[np.bool_], file: Path
) -> Rows:
    lengths = np.zeros_like(rows.lengths)

    def parts() -> Iterator[npt.NDArray[np.int32]]:
        for start, stop in rows.blocks():
            columns = rows.columns[rows.offsets[start] : rows.offsets[stop]]
            row = np.repeat(np.arange(start, stop), rows.lengths[start:stop])
            kept = own[row] & other[columns]
            lengths[start:stop] = np.bincount(row[kept] - start, minlength=stop - start)
            yield columns[kept]

    columns = mapped(file, parts(), np.int32)
    return Rows(starts(lengths), columns)
