"""Read .xls workbooks through xlrd, which keeps the cells that there are and no others.

A workbook of a few bytes can hold one cell in its last row and column. A reader that makes a full
grid of it takes gigabytes, or ends the process.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from graphkit.sources.formats.sheet import Format, Sheet, Wanted
from graphkit.sources.hidden_parts import hidden_rows, hidden_sheet
from graphkit.sources.problem_texts import Fault
from graphkit.sources.raw import printable
from graphkit.sources.xlsx_parts import SAVE_AGAIN
from graphkit.sources.xlsx_rows import SheetRow, fill_merged
from graphkit.sources.xlsx_values import number_text

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The part of a container of that kind in which newer workbooks stand that have a password."""


def read_xls(path: Path, options: Wanted) -> tuple[Sheet, ...]:
    """The sheets of a workbook that hold something."""
    import xlrd

    sheets: list[Sheet] = []
    try:
        with xlrd.open_workbook(
            str(path), logfile=io.StringIO(), formatting_info=True, ragged_rows=True, on_demand=True
        ) as book:
            for at in range(book.nsheets):
                if (sheet := _sheet(path, book, book.sheet_by_index(at), options)) is not None:
                    sheets.append(sheet)
                book.unload_sheet(at)
    except MemoryError:
        raise
    except Exception as error:  # a damaged file raises all kinds of errors
        if "encrypted" in str(error) or _ENCRYPTED in path.read_bytes():
            raise Fault("is protected by a password", "save it without one") from None
        raise Fault("is damaged, or is not an .xls workbook", SAVE_AGAIN) from None
    return tuple(sheets)


def _sheet(path: Path, book: Any, sheet: Any, options: Wanted) -> Sheet | None:
    place = f"{printable(path.name)}, sheet {printable(sheet.name)}"
    if sheet.visibility:
        options.remarks.append(f"{place}: {hidden_sheet(visible=options.visible)}")
        if options.visible:
            return None
    found = [_row(book, sheet, at) for at in range(sheet.nrows)]
    spans = [(top + 1, bottom, left) for top, bottom, left, _ in sheet.merged_cells]
    fill_merged(found, [span for span in spans if span[0] < span[1]])
    found = [row for row in found if any(row.cells)]
    if hidden := [row.number for row in found if row.hidden]:
        options.remarks.append(f"{place}: {hidden_rows(hidden, visible=options.visible)}")
    rows = [(row.number, row.cells) for row in found if not (options.visible and row.hidden)]
    return Sheet(printable(path.name), rows, printable(sheet.name), workbook=True) if rows else None


def _row(book: Any, sheet: Any, at: int) -> SheetRow:
    cells = [
        _shown(book, sheet, at, column, kind, value)
        for column, (kind, value) in enumerate(
            zip(sheet.row_types(at), sheet.row_values(at), strict=True)
        )
    ]
    while cells and not cells[-1]:
        cells.pop()
    about = sheet.rowinfo_map.get(at)
    return SheetRow(at + 1, cells, hidden=bool(about is not None and about.hidden))


def _shown(book: Any, sheet: Any, row: int, column: int, kind: int, value: Any) -> str:
    """The text that one would type for a cell."""
    import xlrd

    if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return ""
    if kind == xlrd.XL_CELL_TEXT:
        return str(value).strip()
    if kind == xlrd.XL_CELL_BOOLEAN:
        return "true" if value else "false"
    if kind == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(value, "#VALUE!"))
    style = book.xf_list[sheet.cell_xf_index(row, column)]
    code = book.format_map[style.format_key].format_str
    return number_text(repr(value), code, from_1904=book.datemode == 1)


def _is_xls(head: bytes) -> bool:
    return head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


OLD_WORKBOOK = Format("an .xls workbook", (".xls",), read_xls, _is_xls, certain=True)
