"""Read cells that hold a list as a program writes it, `['Acme', 'Best']`, as names with a mark."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.problem_texts import bare

_ENDS = {"[": "]", "(": ")"}
_MARKS = ("; ", " | ")
_LOOKED_AT = 200
_LONGEST = 100_000


def with_plain_lists(sheet: Sheet) -> tuple[Sheet, str]:
    """The sheet, with `Acme; Best` for `['Acme', 'Best']` in columns of which all cells are lists.

    Parameters
    ----------
    sheet : Sheet
        The sheet.

    Returns
    -------
    Sheet, str
        The sheet, and what was done; nothing where no column holds lists of texts.
    """
    rows = sheet.rows
    width = max((len(cells) for _, cells in rows[:_LOOKED_AT]), default=0)
    columns = [at for at in range(width) if _are_lists(rows[1:_LOOKED_AT], at)]
    if not columns:
        return sheet, ""
    read = []
    first = ""
    for number, cells in rows:
        own = list(cells)
        for at in columns:
            if at < len(own) and (names := _list_in(own[at])) is not None:
                first = first or own[at]
                mark = next((m for m in _MARKS if not any(m.strip() in n for n in names)), ", ")
                own[at] = mark.join(names)
        read.append((number, own))
    noun = "column holds" if len(columns) == 1 else "columns hold"
    said = f"{len(columns)} {noun} lists such as {bare(first[:60])}, which are read as names"
    return replace(sheet, rows=read), said


def _are_lists(rows: Sequence[tuple[int, Sequence[str]]], at: int) -> bool:
    cells = [row[at] for _, row in rows if at < len(row) and row[at].strip()]
    return bool(cells) and all(_list_in(cell) is not None for cell in cells)


def _list_in(cell: str) -> list[str] | None:
    """The texts of a list, or None for any other cell."""
    text = cell.strip()
    if len(text) < 2 or _ENDS.get(text[0]) != text[-1] or len(text) > _LONGEST:
        return None
    try:
        held = ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    if not isinstance(held, list | tuple) or not all(isinstance(each, str) for each in held):
        return None
    return [" ".join(each.split()) for each in held if each.strip()]
