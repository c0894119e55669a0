"""Read .xlsb workbooks through calamine, which gives values and not what cells show.

Whole numbers come as floats and dates as Python's; both are written as people write them. calamine
makes a full grid of a sheet, so its extent is looked up before.
"""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from graphkit.sources.formats.sheet import Format, Sheet, Wanted
from graphkit.sources.formats.short_cells import CELLS, SHORT, records, with_columns
from graphkit.sources.hidden_parts import hidden_sheet
from graphkit.sources.problem_texts import Fault
from graphkit.sources.raw import MOST_CELLS, Row, printable
from graphkit.sources.xlsx_parts import SAVE_AGAIN, check_archive

_ROW = 0


def read_xlsb(path: Path, options: Wanted) -> tuple[Sheet, ...]:
    """The sheets of a workbook that hold something."""
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    given: Path | io.BytesIO = path
    if zipfile.is_zipfile(path):
        check_archive(path)
        _check_extent(path)
        given = with_columns(path)
    try:
        book = CalamineWorkbook.from_object(given)
    except PasswordError:
        raise Fault("is protected by a password", "save it without one") from None
    except CalamineError:
        raise Fault("is damaged, or is not an .xlsb workbook", SAVE_AGAIN) from None
    sheets: list[Sheet] = []
    for known in book.sheets_metadata:
        if known.typ != SheetTypeEnum.WorkSheet:  # a chart, which has no cells
            continue
        if known.visible != SheetVisibleEnum.Visible:
            place = f"{printable(path.name)}, sheet {printable(known.name)}"
            options.remarks.append(f"{place}: {hidden_sheet(visible=options.visible)}")
            if options.visible:
                continue
        found = book.get_sheet_by_name(known.name)
        grid = [list(map(_shown, cells)) for cells in found.to_python(skip_empty_area=False)]
        for (top, left), (bottom, right) in found.merged_cell_ranges or ():
            _fill(grid, top, left, bottom, right)
        rows: list[Row] = [
            (number, _trimmed(cells)) for number, cells in enumerate(grid, 1) if any(cells)
        ]
        if rows:
            sheets.append(Sheet(printable(path.name), rows, printable(known.name), workbook=True))
    return tuple(sheets)


def _check_extent(path: Path) -> None:
    """Refuse a sheet whose last row and column make a larger grid than any table. Raises Fault."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not (name.startswith("xl/worksheets/") and name.endswith(".bin")):
                continue
            rows, columns = extent(archive.read(name))
            if rows * columns > MOST_CELLS:
                raise Fault(f"has more than {MOST_CELLS:,} cells", "split it, or save it as CSV")


def extent(part: bytes) -> tuple[int, int]:
    """How many rows and columns the records of a sheet reach.

    Each record begins with its type and its size, in bytes of seven bits; a cell with its column,
    the start of a row with the number of the row (MS-XLSB 2.1.4, 2.4).
    """
    rows = columns = column = 0
    for kind, held, _ in records(part):
        number = int.from_bytes(held[:4], "little")
        if kind == _ROW:
            rows, column = max(rows, number + 1), 0
        elif kind in CELLS or kind in SHORT:
            column = column + 1 if kind in SHORT else number + 1
            columns = max(columns, column)
    return rows, columns


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


def _never(head: bytes) -> bool:
    return False


BINARY_WORKBOOK = Format("an .xlsb workbook", (".xlsb",), read_xlsb, _never)
