"""Join names that go on in the next row, as tables do that were taken from a PDF.

Bolivia (Plurinational State, 43 665, 2004   -> Bolivia (Plurinational State of), 43 665, 2004
of)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.formats.sheet import Holds, Sheet
from graphkit.sources.header_words import meaning
from graphkit.sources.mapping.cells.table_head import find_head
from graphkit.sources.raw import Row

_FILLED = 3
"""In how many cells all other rows state something where a row of one cell goes on with a name."""


def with_whole_names(sheet: Sheet) -> tuple[Sheet, str]:
    """The sheet with such rows joined to those above, and what to say of that; unchanged and
    nothing where rows of one cell may be names or headings.
    """
    if sheet.holds is not Holds.CELLS:
        return sheet, ""
    head = find_head(sheet.rows) if len(sheet.rows) > _FILLED else None
    if head is None or not head.row or len(head.names) < _FILLED:
        return sheet, ""
    if meaning(head.names[0])[1] == "id":
        return sheet, ""  # an id, of which nothing else is stated
    parts = {row for row, cells in head.body if _alone(cells)}
    if not parts or not _go_on(head.body, parts):
        return sheet, ""
    joined: list[Row] = []
    for row, cells in sheet.rows:
        if row in parts:
            above, held = joined[-1]
            whole = f"{held[0].rstrip()} {cells[0].strip()}"
            joined[-1] = (above, [whole, *held[1:]])
        else:
            joined.append((row, cells))
    told = (
        "1 row goes on with the name above it and was"
        if len(parts) == 1
        else f"{len(parts):,} rows go on with the names above them and were"
    )
    return replace(sheet, rows=joined), f"{told} joined"


def _alone(cells: Sequence[str]) -> bool:
    """Whether a row fills its first cell only."""
    return bool(cells) and bool(cells[0].strip()) and not any(map(str.strip, cells[1:]))


def _go_on(body: Sequence[Row], parts: set[int]) -> bool:
    """Whether rows of one cell go on with the names above: one closes a bracket that is open
    there, or begins with a small letter; and all other rows are full.
    """
    if body[0][0] in parts:
        return False
    least = min(sum(bool(c.strip()) for c in cells) for row, cells in body if row not in parts)
    if least < _FILLED:
        return False
    sure = False
    before = ""
    for row, cells in body:
        text = cells[0].strip() if cells else ""
        if row in parts:
            closes = text.count(")") > text.count("(") and before.count("(") > before.count(")")
            sure = sure or closes or text[:1].islower()
        before = text
    return sure
