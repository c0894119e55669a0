"""The records of one CSV file, read as a stream of text in the encoding that it is in.

The delimiter is told from the header. Nothing here knows what a cell means.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from graphkit.model import Problem
from graphkit.model.progress import Progress, told
from graphkit.sources.encodings import (
    SAVE_AGAIN,
    Encoding,
    check_decodes,
    detect,
    named_encoding,
)
from graphkit.sources.formula_guards import unguarded
from graphkit.sources.header_row import LOOKED_AT, known_names, raw_table
from graphkit.sources.kept_rows import KeptRows
from graphkit.sources.problem_texts import Fault, shown
from graphkit.sources.raw import RawTable, ReadingOptions, printable

_DELIMITERS = ",;\t"
_WORKBOOK = b"PK\x03\x04"
_LONGEST_HEADER = 2**20
SEPARATOR = re.compile(r'"?sep=(.)"?(?:\r?\n|\r|$)', re.IGNORECASE)
"""What Excel reads as the delimiter of a file; it does not show that line, nor count it."""


def read_csv(
    path: Path,
    table: str,
    name: str,
    options: ReadingOptions,
    problems: list[Problem],
    remarks: list[str],
) -> RawTable:
    """One table from a CSV file; whatever its bytes are, errors become problems."""
    try:
        if not path.is_file():
            raise Fault("is not a file, or is a broken link", "replace it with the file itself")
        with path.open("rb") as stream:
            encoding = encoding_of(stream, options.encoding)
            with io.TextIOWrapper(stream, encoding.codec, newline="") as text:
                lines = lines_told(text, path, options.progress)
                found = parse(lines, table, name, problems, remarks)
    except OSError as error:
        fault = Fault(f"cannot be read: {error.strerror}", "check its permissions")
    except Fault as wrong:
        fault = wrong
    else:
        if encoding.example:
            remarks.append(
                f"{name}: read as {encoding.name}, as in {shown(encoding.example)}; "
                "`encoding` sets another"
            )
        return found
    problems.append(Problem(name, None, None, fault.what, fault.cure))
    return RawTable(table, name, (), (), complete=False)


def encoding_of(stream: io.BufferedReader, wanted: str | None) -> Encoding:
    """The encoding that a person names for a file, or else the one that it is found to be in.

    Raises Fault when the file cannot be decoded, and leaves the stream at its beginning.
    """
    if stream.peek(len(_WORKBOOK)).startswith(_WORKBOOK):
        raise Fault("is a workbook, not CSV", "rename it to .xlsx and read that file")
    if wanted is None:
        found = detect(stream)
    else:
        codec = named_encoding(wanted)
        found = Encoding("utf-8-sig" if codec == "utf-8" else codec, wanted)
    check_decodes(stream, found)
    return found


def lines_told(text: io.TextIOWrapper, path: Path, progress: Progress | None) -> Iterator[str]:
    """The lines of a file that is opened as text; now and then tell how much of it is read."""

    def done() -> int:
        return os.lseek(text.fileno(), 0, os.SEEK_CUR)

    return told(text, progress, f"reading {printable(path.name)}", path.stat().st_size, done)


def parse(
    text: Iterable[str], table: str, name: str, problems: list[Problem], remarks: list[str]
) -> RawTable:
    """The records of CSV lines; a row's number counts records, as a spreadsheet does."""
    lines = iter(text)
    first = list(islice(lines, LOOKED_AT))
    if first and (said := SEPARATOR.fullmatch(first[0])):
        delimiter = said[1]
        del first[0]
    else:
        delimiter = _delimiter(first, table)
    reader = csv.reader(chain(first, lines), delimiter=delimiter, strict=True)
    rows = KeptRows()
    number = 0
    complete = True
    while True:
        try:
            for cells in reader:
                number += 1
                rows.add(number, map(unguarded, cells))
            break
        except csv.Error as error:
            number += 1
            complete = False
            found, goes_on = _broken_record(name, number, str(error))
            problems.append(found)
            if not goes_on:
                break
    return raw_table(table, name, rows, problems, remarks, complete=complete)


def _broken_record(name: str, row: int, message: str) -> tuple[Problem, bool]:
    """The problem of a record that is not CSV, and whether later records can still be read."""
    if "expected after" in message:
        what = "text follows a closing quotation mark"
        cure = 'write a quotation mark inside a quoted cell twice: ""'
        return Problem(name, row, None, what, cure), True
    if "field limit" in message:
        what = "a cell is longer than 131,072 characters, or a quotation mark is open"
        cure = "shorten the cell, or close the quotation mark in it or before it"
        return Problem(name, row, None, what, cure), False
    if "unexpected end" in message:
        what = "a quotation mark is opened but not closed"
        cure = "close it, or write it twice if it is part of the text"
        return Problem(name, row, None, what, cure), False
    return Problem(name, row, None, f"is not CSV: {message}", SAVE_AGAIN), False


def _delimiter(lines: Sequence[str], table: str) -> str:
    """The delimiter that gives the most known column names in one of the first lines."""

    def fitness(delimiter: str) -> tuple[int, int]:
        return max((_names(line, delimiter, table) for line in lines), default=(0, 0))

    return max(_DELIMITERS, key=fitness)


def _names(line: str, delimiter: str, table: str) -> tuple[int, int]:
    """How many known column names, and how many cells, a line has with this delimiter."""
    try:
        cells = next(csv.reader([line[:_LONGEST_HEADER]], delimiter=delimiter), [])
    except csv.Error:
        return 0, 0
    found = known_names(cells, table)
    return found, len(cells) if found else 0
