"""Read an XLSX workbook, one table per sheet, as the texts that a spreadsheet shows.

A file is inspected before it is parsed: one that would unpack to more than any table needs, or that
declares a document type, is refused. Formulas are never computed; their saved values are read.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from graphkit.model import Problem
from graphkit.sources.cell_names import column_name
from graphkit.sources.header_row import raw_table
from graphkit.sources.hidden_parts import hidden_rows, hidden_sheet
from graphkit.sources.problem_texts import Fault, bare
from graphkit.sources.raw import (
    AS_IT_IS,
    RawTable,
    Reader,
    Reading,
    ReadingOptions,
    is_passed_over,
    no_table,
    printable,
    table_meant,
    table_named,
)
from graphkit.sources.xlsx_parts import SAVE_AGAIN, Parts, SheetPart, check_archive, read_parts
from graphkit.sources.xlsx_rows import SheetRow, sheet_rows


def read_workbook(path: Path, options: ReadingOptions = AS_IT_IS) -> Reading:
    """All tables of a workbook; whatever its bytes are, errors become problems."""
    origin = printable(path.name)
    problems: list[Problem] = []
    remarks: list[str] = []
    tables: list[RawTable] = []
    try:
        check_archive(path)
        with zipfile.ZipFile(path) as archive:
            tables += _tables(archive, origin, options, problems, remarks)
    except Exception as error:  # a damaged archive raises all kinds of errors
        problems.append(_problem(origin, error))
    return Reading(origin, tuple(tables), tuple(problems), tuple(remarks))


def _problem(place: str, error: Exception) -> Problem:
    if isinstance(error, Fault):
        return Problem(place, None, None, error.what, error.cure)
    reason = bare(str(error)) or type(error).__name__
    return Problem(place, None, None, f"cannot be read: {reason}", SAVE_AGAIN)


def _tables(
    archive: zipfile.ZipFile,
    origin: str,
    options: ReadingOptions,
    problems: list[Problem],
    remarks: list[str],
) -> Iterator[RawTable]:
    parts = read_parts(archive)
    for sheet in parts.sheets:
        title = printable(sheet.title)
        if is_passed_over(title):
            continue
        place = f"{origin}, sheet {title}"
        table = table_named(title)
        if table is None:
            if table_meant(title) is None:
                remarks.append(f"{place}: not read, because its name is not that of a table")
            else:
                problems.append(no_table(place, title, "sheet"))
            continue
        if sheet.hidden:
            remarks.append(f"{place}: {hidden_sheet(visible=options.visible)}")
        if not (sheet.hidden and options.visible):
            yield _read_sheet(archive, sheet, parts, table, origin, options, problems, remarks)


def _read_sheet(
    archive: zipfile.ZipFile,
    sheet: SheetPart,
    parts: Parts,
    table: str,
    origin: str,
    options: ReadingOptions,
    problems: list[Problem],
    remarks: list[str],
) -> RawTable:
    title = printable(sheet.title)
    place = f"{origin}, sheet {title}"
    rows: list[SheetRow] = []
    complete = True
    tell = partial(options.progress, f"reading {place}") if options.progress else None
    try:
        rows = sheet_rows(archive, sheet.part, parts, table, tell)
    except Exception as error:  # a damaged archive raises all kinds of errors
        complete = False
        problems.append(_problem(place, error))
    if hidden := [row.number for row in rows if row.hidden]:
        remarks.append(f"{place}: {hidden_rows(hidden, visible=options.visible)}")
        if options.visible:
            rows = [row for row in rows if not row.hidden]
    found = [(row.number, row.cells) for row in rows]
    made = raw_table(table, origin, found, problems, remarks, sheet=title, complete=complete)
    problems += _beyond(rows, made)
    return made


def _beyond(rows: list[SheetRow], made: RawTable) -> Iterator[Problem]:
    """Rows whose text to the right of the header belongs to no column."""
    place = made.place
    for row in rows:
        if row.beyond and row.number > made.header_row:
            last = f"{column_name(len(made.header) - 1)}{made.header_row}"
            yield Problem(
                place,
                row.number,
                None,
                f"cell {row.beyond} is to the right of the last column name, in {last}",
                "name its column, or delete the cell",
            )


def _is_workbook(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except Exception:  # zipfile raises all kinds on a damaged file
        return False


WORKBOOK = Reader("an .xlsx workbook", read_workbook, sniff=_is_workbook, endings=(".xlsx",))
