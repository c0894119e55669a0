"""Leave out the marks of footnotes in tables from web pages: `Acme[3]`, `1999[a]`, `Acme*`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graphkit.model.wording import counted
from graphkit.sources.formats.sheet import Holds, Sheet
from graphkit.sources.raw import Row

_LOOKED_AT = 1000
_MARKS = re.compile(
    r"(?<=\S)(?:\s*\[(?:\d{1,3}|[a-z]|[ivx]{2,4}|(?:note|nb|n) ?\d{1,3})\])+\s*$"
    r"|(?<=[^\W\d_][^\W\d_])(?:\*{1,3}|[†‡])\s*$",
    re.IGNORECASE,
)


def without_footnote_marks(sheet: Sheet) -> tuple[Sheet, str]:
    """A table without such marks at the ends of its cells, and what is to be said of them.

    A cell that holds nothing but a mark keeps it. Only tables with a mark in the first thousand
    rows are gone through.

    Examples
    --------
    >>> table = Sheet("w.csv", [(1, ["Name"]), (2, ["Acme [a][2]"])])
    >>> found, said = without_footnote_marks(table)
    >>> found.rows[1], said
    ((2, ['Acme']), '1 cell ends in a footnote mark such as [2], which is left out')
    """
    if sheet.holds is not Holds.CELLS or not any(
        _has_mark(cells) for _, cells in sheet.rows[:_LOOKED_AT]
    ):
        return sheet, ""
    rows: list[Row] = []
    number, example = 0, ""
    for at, cells in sheet.rows:
        if _has_mark(cells):
            clean = [_MARKS.sub("", cell) for cell in cells]
            changed = [cell for cell, now in zip(cells, clean, strict=True) if cell != now]
            number += len(changed)
            example = example or _mark_of(changed[0])
            rows.append((at, clean))
        else:
            rows.append((at, cells))
    marks = "ends in a footnote mark" if number == 1 else "end in footnote marks"
    done = "is" if number == 1 else "are"
    said = f"{counted(number, 'cell')} {marks} such as {example}, which {done} left out"
    return replace(sheet, rows=rows), said


def _mark_of(cell: str) -> str:
    """The last mark of a cell."""
    return cell[cell.rindex("[") :].strip() if cell.rstrip().endswith("]") else cell.rstrip()[-1]


def _has_mark(cells: Sequence[str]) -> bool:
    return any(
        cell.endswith(("]", "*", "†", "‡")) and _MARKS.search(cell)
        for cell in map(str.rstrip, cells)
    )
