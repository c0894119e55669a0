"""Leave out the numbers of a list that stand in its names: `1. Acme`, `2. Best`, `3. Cool`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graphkit.model.wording import counted
from graphkit.sources.formats.sheet import Holds, Sheet
from graphkit.sources.raw import Row

_NUMBERED = re.compile(r"\s*(\d{1,4})[.)]\s+(?=[^\W\d_])")
_FEWEST = 3
_ABOVE = 4
"""In how many rows at the top of a table titles and the names of columns stand."""

_Place = tuple[int, int]
"""A row and a column of a table, each by its place."""


def without_numbering(sheets: Sequence[Sheet]) -> tuple[list[Sheet], list[str]]:
    """Tables without the numbers 1, 2, 3 … before the names of a column or before those of columns.

    They stay where another cell says a name with its number: the number is then a part of it.

    Parameters
    ----------
    sheets : sequence of Sheet
        The tables.

    Returns
    -------
    list of Sheet, list of str
        The tables, and what is to be said of them.

    Examples
    --------
    >>> list_of = Sheet("w.txt", [(1, ["1. Acme"]), (2, ["2. Best"]), (3, ["3. Cool"])])
    >>> found, said = without_numbering([list_of])
    >>> found[0].rows[2], said
    ((3, ['Cool']), ['w.txt: 3 names are numbered 1, 2, 3 …, which is left out'])
    """
    found, said = [*sheets], []
    for number, sheet in enumerate(sheets):
        runs = [*_runs(sheet)] if sheet.holds is Holds.CELLS else []
        if not runs:
            continue
        others = (other for n, other in enumerate(sheets) if n != number)
        kept = [run for run in runs if not _said_elsewhere(sheet, run, runs, others)]
        places = {place for run in kept for place in run}
        if places:
            rows = [
                (at, _without(cells, n, places)) for n, (at, cells) in enumerate(sheet.rows)
            ]  # fmt: skip
            found[number] = replace(sheet, rows=rows)
            names = counted(len(places), "name")
            said.append(f"{sheet.place}: {names} are numbered 1, 2, 3 …, which is left out")
    return found, said


def _runs(sheet: Sheet) -> Iterator[list[_Place]]:
    """The places of texts that are numbered without a gap: all below the names of a column, or
    names of columns that stand beside each other.
    """
    rows = sheet.rows
    first = next((n for n, (_, cells) in enumerate(rows[: _ABOVE + 1]) if _any_is_first(cells)), -1)
    if first < 0:
        return
    for at in range(max(len(cells) for _, cells in rows[: _ABOVE + 1])):
        top = (n for n in range(min(len(rows), _ABOVE + 1)) if _number(_text(rows, (n, at))) == 1)
        start = next(top, len(rows))
        column = [(n, at) for n in range(start, len(rows)) if _text(rows, (n, at))]
        if _counts(rows, column):
            yield column
    beside = [(first, at) for at in range(len(rows[first][1])) if _text(rows, (first, at))]
    one = next((n for n, place in enumerate(beside) if _number(_text(rows, place)) == 1), 0)
    if _counts(rows, beside[one:]):
        yield beside[one:]


def _any_is_first(cells: Sequence[str]) -> bool:
    return any(_number(cell) == 1 for cell in cells)


def _counts(rows: Sequence[Row], places: Sequence[_Place]) -> bool:
    numbers = [_number(_text(rows, place)) for place in places]
    return len(numbers) >= _FEWEST and numbers == [*range(1, len(numbers) + 1)]


def _number(text: str) -> int:
    match = _NUMBERED.match(text)
    return int(match[1]) if match else 0


def _text(rows: Sequence[Row], place: _Place) -> str:
    cells = rows[place[0]][1]
    return cells[place[1]].strip() if place[1] < len(cells) else ""


def _said_elsewhere(
    sheet: Sheet, run: Sequence[_Place], runs: Iterable[Sequence[_Place]], others: Iterable[Sheet]
) -> bool:
    """Whether a text of a run stands in a cell beside the runs too, or in another table."""
    texts = {_text(sheet.rows, place) for place in run}
    numbered = {place for each in runs for place in each}
    own = any(
        cell.strip() in texts and (n, at) not in numbered
        for n, (_, cells) in enumerate(sheet.rows)
        for at, cell in enumerate(cells)
    )
    return own or any(
        cell.strip() in texts for other in others for _, cells in other.rows for cell in cells
    )


def _without(cells: Sequence[str], row: int, places: set[_Place]) -> list[str]:
    return [
        _NUMBERED.sub("", cell, count=1) if (row, at) in places else cell
        for at, cell in enumerate(cells)
    ]
