"""Reads an XLSX workbook, one table a sheet, as texts that mean what the spreadsheet shows.

A file is looked at before it is parsed: one that would unpack to more than any table needs, or that
declares a document type, is refused. Formulas are never computed; their saved values are read.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphkit.model import Problem
from graphkit.sources.cleaning import NO_VALUE
from graphkit.sources.problem_texts import Fault, bare
from graphkit.sources.raw import (
    RawTable,
    Reading,
    Row,
    is_passed_over,
    no_table,
    printable,
    raw_table,
    table_named,
)

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

LARGEST_UNPACKED = 2**30
LARGEST_RATIO = 200
_RATIO_COUNTS_FROM = 10 * 2**20
_LAST_ROW = 2**20
_CHUNK = 2**20
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_QUOTED_IN_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')

_SAVE_AGAIN = "open it in a spreadsheet program and save it again as .xlsx"


def read_workbook(path: Path) -> Reading:
    """All tables of a workbook; whatever its bytes are, what is wrong comes as a problem."""
    origin = printable(path.name)
    problems: list[Problem] = []
    tables: list[RawTable] = []
    try:
        has_formulas = _inspect(path)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that openpyxl leaves out, which hold no rows
            tables += _tables(path, origin, problems, has_formulas)
    except Fault as fault:
        problems.append(Problem(origin, None, None, fault.what, fault.cure))
    except Exception as error:  # openpyxl raises all kinds on a damaged file
        problems.append(_unreadable(origin, None, error))
    return Reading(origin, tuple(tables), tuple(problems))


def _unreadable(place: str, row: int | None, error: Exception) -> Problem:
    reason = bare(str(error)) or type(error).__name__
    return Problem(place, row, None, f"cannot be read: {reason}", _SAVE_AGAIN)


def _inspect(path: Path) -> bool:
    """Refuse what no spreadsheet program writes; tell whether there are formulas."""
    if not zipfile.is_zipfile(path):
        raise Fault(
            "is no .xlsx workbook", "an older or a password-protected one must be saved as .xlsx"
        )
    with zipfile.ZipFile(path) as archive:
        unpacked = sum(part.file_size for part in archive.infolist())
        packed = sum(part.compress_size for part in archive.infolist())
        if unpacked > LARGEST_UNPACKED or (
            unpacked > _RATIO_COUNTS_FROM and unpacked > LARGEST_RATIO * packed
        ):
            raise Fault(f"would unpack to {unpacked // 2**20} MiB", "split it, or save it as CSV")
        has_formulas = False
        for part in archive.infolist():
            if not part.filename.endswith((".xml", ".rels")):
                continue
            with archive.open(part) as stream:
                if b"<!DOCTYPE" in stream.read(1024).upper():
                    raise Fault("declares a document type, as no workbook does", _SAVE_AGAIN)
            if "/worksheets/" in part.filename and not has_formulas:
                has_formulas = _holds_formula(archive, part)
    return has_formulas


def _holds_formula(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    with archive.open(part) as stream:
        tail = b""
        while chunk := stream.read(_CHUNK):
            if _FORMULA.search(tail + chunk):
                return True
            tail = chunk[-64:]
    return False


def _tables(
    path: Path, origin: str, problems: list[Problem], has_formulas: bool
) -> Iterator[RawTable]:
    from openpyxl import load_workbook

    values = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    formulas = (
        load_workbook(path, read_only=True, data_only=False, keep_links=False)
        if has_formulas
        else None
    )
    try:
        for sheet in values.worksheets:
            title = printable(str(sheet.title))
            if is_passed_over(title):
                continue
            table = table_named(title)
            if table is None:
                problems.append(no_table(f"{origin}, sheet {title}", title, "sheet"))
            else:
                yield _read_sheet(sheet, formulas, table, origin, problems)
    finally:
        values.close()
        if formulas is not None:
            formulas.close()


def _read_sheet(
    sheet: Any, formulas: Workbook | None, table: str, origin: str, problems: list[Problem]
) -> RawTable:
    title = printable(str(sheet.title))
    rows: list[Row] = []
    complete = True
    number = 0
    try:
        for number, texts in enumerate(_texts(sheet, formulas), start=1):
            if number > _LAST_ROW:
                raise ValueError("it has more rows than a spreadsheet can have")
            if texts:
                rows.append((number, texts))
    except Exception as error:  # openpyxl parses while it is iterated
        complete = False
        problems.append(_unreadable(f"{origin}, sheet {title}", number + 1, error))
    return raw_table(table, origin, rows, problems, sheet=title, complete=complete)


def _texts(sheet: Any, formulas: Workbook | None) -> Iterator[list[str]]:
    """The texts of each row, also of blank ones; a formula without a saved value is marked."""
    values = _rows(sheet)
    if formulas is None:
        for cells in values:
            yield ["" if cell.value is None else _text(cell) for cell in cells]
        return
    for cells, written in zip_longest(values, _rows(formulas[sheet.title]), fillvalue=()):
        yield [
            _text(cell)
            if cell.value is not None
            else NO_VALUE
            # A formula whose value is the empty text says so in its cell's type.
            if formula is not None and formula.data_type == "f" and cell.data_type == "n"
            else ""
            for cell, formula in zip_longest(cells, written)
            if cell is not None
        ]


def _rows(sheet: Any) -> Iterator[Sequence[Any]]:
    sheet.reset_dimensions()  # what the file says of them is often wrong
    return iter(sheet.iter_rows())


def _text(cell: Any) -> str:
    """A cell's value as one would type it into a CSV file."""
    value = cell.value
    if isinstance(value, str):
        return value.replace("_x000D_", "")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        if value.time() == time(0):
            return _day(value, cell.number_format or "")
        return value.isoformat(" ", "seconds")
    return str(value)


def _day(value: datetime, number_format: str) -> str:
    """The date to the day, month or year, as the cell shows it.

    Spreadsheet programs make the first of November of a typed `2014-11` and show the month; the
    day would be more than was written.
    """
    codes = _QUOTED_IN_FORMAT.sub("", number_format).lower()
    day = value.date().isoformat()
    if "d" in codes or "y" not in codes:
        return day
    return day[:7] if "m" in codes else day[:4]
