"""Remarks on the sheets and rows that a workbook hides."""

from __future__ import annotations

from collections.abc import Sequence


def hidden_sheet(*, visible: bool) -> str:
    """The remark on a hidden sheet.

    visible: whether only visible sheets and rows are read.
    """
    if visible:
        return "left out, because the sheet is hidden"
    return "the sheet is hidden, but read; `visible` leaves it out"


def hidden_rows(rows: Sequence[int], *, visible: bool) -> str:
    """The remark on hidden rows, by their numbers.

    visible: whether only visible sheets and rows are read.
    """
    listed = ", ".join(map(str, rows[:5])) + (" …" if len(rows) > 5 else "")
    if len(rows) == 1:
        where = f"row {listed} is hidden"
        return f"{where} and left out" if visible else f"{where}, but read; `visible` leaves it out"
    where = f"{len(rows):,} rows are hidden"
    if visible:
        return f"{where} and left out (rows {listed})"
    return f"{where}, but read (rows {listed}); `visible` leaves them out"
