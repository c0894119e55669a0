"""Read .xls, .xlsb and .ods through calamine, which gives values and not what cells show.

Whole numbers come as floats and dates as Python's; both are written as people write them. The sheet
begins at its first cell, so empty rows above the table do not shift the numbers of the rows.
"""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from graphkit.sources.formats.sheet import Format, Sheet, Wanted
from graphkit.sources.problem_texts import Fault
from graphkit.sources.raw import Row, printable
from graphkit.sources.xlsx_parts import SAVE_AGAIN, check_archive
from graphkit.sources.xlsx_rows import MOST_CELLS

_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"


def read_old(path: Path, options: Wanted) -> tuple[Sheet, ...]:
    """The sheets of a workbook that hold something."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    if zipfile.is_zipfile(path):
        check_archive(path)
    try:
        book = CalamineWorkbook.from_path(str(path))
    except PasswordError:
        raise Fault("is protected by a password", "save it without one") from None
    except CalamineError:
        raise Fault("is damaged, or is not an .xls, .xlsb or .ods workbook", SAVE_AGAIN) from None
    sheets: list[Sheet] = []
    for known in book.sheets_metadata:
        if options.visible and known.visible != SheetVisibleEnum.Visible:
            continue
        found = book.get_sheet_by_name(known.name)
        if found.total_height * found.total_width > MOST_CELLS:
            raise Fault(f"has more than {MOST_CELLS:,} cells", "split it, or save it as CSV")
        grid = [list(map(_shown, cells)) for cells in found.to_python(skip_empty_area=False)]
        for (top, left), (bottom, right) in found.merged_cell_ranges or ():
            _fill(grid, top, left, bottom, right)
        rows: list[Row] = [
            (number, _trimmed(cells)) for number, cells in enumerate(grid, 1) if any(cells)
        ]
        if rows:
            sheets.append(Sheet(printable(path.name), rows, printable(known.name)))
    return tuple(sheets)


def _fill(grid: list[list[str]], top: int, left: int, bottom: int, right: int) -> None:
    """Give a merged cell's text to every row that it spans, as in newer workbooks."""
    if top >= len(grid) or left >= len(grid[top]):
        return
    text = grid[top][left]
    for cells in grid[top + 1 : bottom + 1]:
        if left < len(cells) and any(cells):
            cells[left] = cells[left] or text


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value) if isinstance(value, int | timedelta) else ""


def _trimmed(cells: list[str]) -> list[str]:
    width = len(cells)
    while width and not cells[width - 1]:
        width -= 1
    return cells[:width]


def _is_old(head: bytes) -> bool:
    return head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") or _OPEN_DOCUMENT in head


OLD_SPREADSHEETS = Format(
    "an .xls, .xlsb or .ods workbook", (".xls", ".xlsb", ".ods"), read_old, _is_old, certain=True
)
