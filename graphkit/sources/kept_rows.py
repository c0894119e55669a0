"""Rows of text kept in little memory: all cells in one list, and each text once.

A row that is a list of its own takes six times as much as three cells of it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from graphkit.sources.raw import Row
from graphkit.sources.repeated_texts import Once


class KeptRows(Sequence[Row]):
    """Rows with their numbers; each is made when it is asked for, and so is a part of them.

    Examples
    --------
    >>> rows = KeptRows()
    >>> for number, cells in ((1, ["name", "city"]), (3, ["Acme", "Kielce"])):
    ...     rows.add(number, cells)
    >>> rows[-1], [number for number, _ in rows[:1]]
    ((3, ['Acme', 'Kielce']), [1])
    """

    def __init__(self) -> None:
        self._numbers = array("q")
        self._ends = array("q", [0])
        self._cells: list[str] = []
        self._once = Once()
        self._within = range(0)
        self._width = 0

    def add(self, number: int, cells: Iterable[str]) -> None:
        """Take a row after the others."""
        self._cells += self._once(cells)
        self._numbers.append(number)
        self._ends.append(len(self._cells))
        self._within = range(len(self._numbers))

    def filled(self, width: int) -> KeptRows:
        """The same rows, of which each has this many cells at least, the last ones blank."""
        if width <= self._width:
            return self
        part = self[:]
        part._width = width
        return part

    def __len__(self) -> int:
        return len(self._within)

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> KeptRows: ...

    def __getitem__(self, at: int | slice) -> Row | KeptRows:
        if isinstance(at, slice):
            part = KeptRows()
            part._numbers, part._ends, part._cells = self._numbers, self._ends, self._cells
            part._within, part._width = self._within[at], self._width
            return part
        place = self._within[at]
        cells = self._cells[self._ends[place] : self._ends[place + 1]]
        return self._numbers[place], _filled(cells, self._width)

    def __iter__(self) -> Iterator[Row]:
        first, last, step = self._within.start, self._within.stop, self._within.step
        if step != 1:
            yield from map(self.__getitem__, range(len(self)))
            return
        cells, start, width = self._cells, self._ends[first], self._width
        numbers, ends = self._numbers[first:last], self._ends[first + 1 : last + 1]
        for number, end in zip(numbers, ends, strict=True):
            yield (
                number,
                cells[start:end] if end - start >= width else _filled(cells[start:end], width),
            )
            start = end


def filled(rows: Sequence[Row], width: int) -> Sequence[Row]:
    """Rows, each with at least as many cells as `width` says, the last ones blank.

    Workbooks and some text files leave out blank cells at the end of a row.

    >>> filled([(1, ["Acme", "Kielce"]), (2, ["Best"])], 2)
    [(1, ['Acme', 'Kielce']), (2, ['Best', ''])]
    """
    if isinstance(rows, KeptRows):
        return rows.filled(width)
    if all(len(cells) >= width for _, cells in rows):
        return rows
    return [(number, _filled(cells, width)) for number, cells in rows]


def _filled(cells: Sequence[str], width: int) -> Sequence[str]:
    short = width - len(cells)
    return cells if short <= 0 else [*cells, *[""] * short]
