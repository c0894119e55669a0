"""Name the rows of a square matrix that has none after its columns, which are in the same order.

    aes,arn,aut / 0,1,0 / 1,0,0 / 0,0,0   ->   a first column with aes, arn and aut

Nothing in the file says so, so that a person has to look at it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.formats.sheet import Holds, Sheet
from graphkit.sources.header_words import ends, meaning
from graphkit.sources.mapping.cells.table_head import find_head
from graphkit.sources.mapping.cells.words_of_marks import is_mark
from graphkit.sources.mapping.form.lenient import is_number
from graphkit.sources.mapping.form.sheet_mapping import Shape, SheetMapping
from graphkit.sources.raw import Row

_ROW = "Row, named after its column"
_FEWEST = 3
_MOST = 3_000
"""More columns than this are unlikely to be a matrix."""


def with_names_of_rows(sheet: Sheet) -> tuple[Sheet, str]:
    """The sheet with a column that names its rows, and what to say of that; unchanged and nothing
    unless it is a square of marks and numbers.
    """
    if sheet.holds is not Holds.CELLS or not _FEWEST < len(sheet.rows) <= _MOST:
        return sheet, ""
    head = find_head(sheet.rows)
    width = len(head.names)
    if not head.row or len(head.body) != width or not _are_names(head.names):
        return sheet, ""
    if not all(_is_cell(cell) for _, cells in head.body for cell in cells):
        return sheet, ""
    body = [[*cells, *[""] * (width - len(cells))] for _, cells in head.body]
    if any(len(cells) > width for cells in body) or len({r[at] for at, r in enumerate(body)}) > 1:
        return sheet, ""  # nobody is tied to oneself, or all are
    rows: list[Row] = [row for row in sheet.rows if row[0] in head.above]
    rows.append((head.row, [_ROW, *head.names]))
    numbers = [number for number, _ in head.body]
    named = zip(numbers, head.names, body, strict=True)
    rows += [(number, [name, *cells]) for number, name, cells in named]
    said = f"{sheet.place}: the rows have no names, and are named after the columns in their order"
    return replace(sheet, rows=rows), said


def guess_of_rows(mapping: SheetMapping) -> str:
    """What to look at where the rows of a matrix were named after its columns, or nothing."""
    if mapping.shape is not Shape.SQUARE or mapping.header[0] != _ROW:
        return ""
    return "nothing names the rows; they are taken for the columns, in the same order"


def _are_names(names: Sequence[str]) -> bool:
    known = any(meaning(name)[1] not in ("", "name") for name in names)
    return not (known or ends([*names]) or any(map(is_number, names)))


def _is_cell(cell: str) -> bool:
    text = cell.strip()
    return not text or is_number(text) or is_mark(text)
