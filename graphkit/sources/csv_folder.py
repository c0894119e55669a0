"""Read a folder of CSV files, one per table, as spreadsheets and people write them.

Encoding and delimiter are detected: UTF-8 and UTF-16 from the bytes, else the Windows code page of
Central Europe (cp1250); comma, semicolon or tab from the header. Nothing here knows what a cell
means.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path

from graphkit.model import TABLES, Problem
from graphkit.sources.problem_texts import Fault
from graphkit.sources.raw import (
    RawTable,
    Reader,
    Reading,
    Row,
    is_passed_over,
    no_table,
    printable,
    raw_table,
    table_named,
)
from graphkit.sources.readers import reader_by_ending

_EXTENSIONS = (".csv", ".tsv")
_DELIMITERS = ",;\t"
_SAVE_AGAIN = "save it again as CSV UTF-8"


def read_folder(folder: Path) -> Reading:
    """All tables of a folder; files that are not CSV and subfolders are skipped."""
    origin = printable(folder.name or str(folder))
    tables: list[RawTable] = []
    problems: list[Problem] = []
    try:
        paths = sorted(
            path
            for path in folder.iterdir()
            if path.is_file() or (path.suffix.lower() in _EXTENSIONS and not path.is_dir())
        )
    except OSError as error:
        problem = Problem(origin, None, None, f"cannot be read: {error.strerror}", "")
        return Reading(origin, (), (problem,))
    if not any(path.suffix.lower() in _EXTENSIONS for path in paths):
        return Reading(origin, (), (_no_csv(origin, paths),))
    for path in paths:
        if path.suffix.lower() not in _EXTENSIONS or is_passed_over(path.stem):
            continue
        name = printable(path.name)
        table = table_named(path.stem)
        if table is None:
            problems.append(no_table(name, printable(path.stem), "file"))
        else:
            tables.append(_read_file(path, table, name, problems))
    return Reading(origin, tuple(tables), tuple(problems))


def _no_csv(origin: str, paths: Sequence[Path]) -> Problem:
    others = [path for path in paths if reader_by_ending(path)]
    cure = f"read the file in it: {printable(str(others[0]))}" if others else "see `graphkit init`"
    return Problem(origin, None, None, "the folder contains no CSV files", cure)


def _read_file(path: Path, table: str, name: str, problems: list[Problem]) -> RawTable:
    try:
        if not path.is_file():
            raise Fault("is not a file, or is a broken link", "replace it with the file itself")
        text = decode(path.read_bytes())
    except OSError as error:
        fault = Fault(f"cannot be read: {error.strerror}", "check its permissions")
    except Fault as found:
        fault = found
    else:
        return parse(text, table, name, problems)
    problems.append(Problem(name, None, None, fault.what, fault.cure))
    return RawTable(table, name, (), (), complete=False)


def decode(data: bytes) -> str:
    """The text of a file, decoded by its byte order mark or by its bytes; Fault when neither works.

    All but five bytes are valid cp1250, so UTF-8 is tried first. A file that is almost UTF-8 is
    reported, not read as cp1250, which would turn every Polish letter into two others.
    """
    if data.startswith(b"PK\x03\x04"):
        raise Fault("is a workbook, not CSV", "rename it to .xlsx and read that file")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise Fault(f"is not valid UTF-16: {error.reason}", _SAVE_AGAIN) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        broken = error
    if _is_nearly_utf8(data):
        raise Fault(f"is UTF-8 with a broken character on {_line(data, broken)}", _SAVE_AGAIN)
    try:
        return data.decode("cp1250")
    except UnicodeDecodeError as error:
        raise Fault(
            f"is neither UTF-8 nor cp1250: byte 0x{data[error.start]:02X} on {_line(data, error)}",
            _SAVE_AGAIN,
        ) from None


def _is_nearly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    return sum(not character.isascii() for character in text) > 2 * broken


def _line(data: bytes, error: UnicodeDecodeError) -> str:
    number = data.count(b"\n", 0, error.start) + 1
    return f"line {number}"


def parse(text: str, table: str, name: str, problems: list[Problem]) -> RawTable:
    """The records of a CSV text; a row's number counts records, as a spreadsheet does."""
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=_delimiter(text, table), strict=True
    )
    rows: list[Row] = []
    number = 0
    complete = True
    while True:
        try:
            for cells in reader:
                number += 1
                rows.append((number, cells))
            break
        except csv.Error as error:
            number += 1
            complete = False
            found, goes_on = _broken_record(name, number, str(error))
            problems.append(found)
            if not goes_on:
                break
    return raw_table(table, name, rows, problems, complete=complete)


def _broken_record(name: str, row: int, message: str) -> tuple[Problem, bool]:
    """The problem of a record that is not CSV, and whether later records can still be read."""
    if "expected after" in message:
        what = "text follows a closing quotation mark"
        cure = 'write a quotation mark inside a quoted cell twice: ""'
        return Problem(name, row, None, what, cure), True
    if "unexpected end" in message or "field limit" in message:
        what = "a quotation mark is opened but not closed"
        cure = "close it, or write it twice if it is part of the text"
        return Problem(name, row, None, what, cure), False
    return Problem(name, row, None, f"is not CSV: {message}", _SAVE_AGAIN), False


def _delimiter(text: str, table: str) -> str:
    """The delimiter that gives the most known column names in the header."""
    known = {column.name for column in TABLES[table].columns}
    header = re.split(r"[\r\n]", text, maxsplit=1)[0]

    def fitness(delimiter: str) -> tuple[int, int]:
        try:
            names = next(csv.reader([header], delimiter=delimiter), [])
        except csv.Error:
            return 0, 0
        return sum(name.strip().casefold() in known for name in names), len(names)

    return max(_DELIMITERS, key=fitness)


CSV_FOLDER = Reader("a folder of CSV files", read_folder, sniff=Path.is_dir)
