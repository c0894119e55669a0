"""Read every sheet of a workbook of Excel 2007 or later as the texts that it shows."""

from __future__ import annotations

import zipfile
from functools import partial
from pathlib import Path

from graphkit.sources.formats.sheet import Format, Sheet, Wanted
from graphkit.sources.hidden_parts import hidden_rows, hidden_sheet
from graphkit.sources.raw import printable
from graphkit.sources.xlsx_parts import check_archive, read_parts
from graphkit.sources.xlsx_rows import sheet_rows


def read_xlsx(path: Path, options: Wanted) -> tuple[Sheet, ...]:
    """The sheets of a workbook that hold something."""
    check_archive(path)
    sheets: list[Sheet] = []
    with zipfile.ZipFile(path) as archive:
        parts = read_parts(archive)
        for each in parts.sheets:
            place = f"{printable(path.name)}, sheet {printable(each.title)}"
            if each.hidden:
                options.remarks.append(f"{place}: {hidden_sheet(visible=options.visible)}")
                if options.visible:
                    continue
            tell = partial(options.progress, f"reading {place}") if options.progress else None
            found = sheet_rows(archive, each.part, parts, progress=tell)
            if hidden := [row.number for row in found if row.hidden]:
                options.remarks.append(f"{place}: {hidden_rows(hidden, visible=options.visible)}")
            rows = [
                (row.number, row.cells) for row in found if not (options.visible and row.hidden)
            ]
            if rows:
                sheets.append(
                    Sheet(printable(path.name), rows, printable(each.title), workbook=True)
                )
    return tuple(sheets)


def _is_xlsx(head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04") and (b"xl/" in head or b"[Content_Types].xml" in head)


XLSX = Format("an .xlsx workbook", (".xlsx", ".xlsm"), read_xlsx, _is_xlsx)
