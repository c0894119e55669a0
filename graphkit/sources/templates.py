"""Write tables to start from: empty or the sample's, with a table that explains every column.

Either all files are written or none, and no existing file is overwritten.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from graphkit.model import TABLES, Cell, Column, UsageError
from graphkit.model.own_kinds import PALETTE
from graphkit.sources.choices import CHOICES
from graphkit.sources.problem_texts import either
from graphkit.sources.raw import EXPLANATION
from graphkit.workbooks import Sheet, workbook

_Rows = Sequence[Sequence[str]]

_HOLDS = {
    Cell.TEXT: "text",
    Cell.ID: "an id: no spaces, no |",
    Cell.DATE: "a date: 2014, 2014-11 or 2014-11-07",
    Cell.END: "a date, or .. if not ended, or ? if it ended nobody knows when",
    Cell.NUMBER: "a number, such as 1234.5",
    Cell.URL: "a web address",
    Cell.IDENTIFIER: "an official number",
    Cell.KIND: "a word such as TradeUnion",
    Cell.COLOUR: f"#1F77B4, or one of: {', '.join(PALETTE)}",
    Cell.ANSWER: "a number, or a word of the question's scale",
    Cell.SOURCES: "an id of sources, or id:locator",
}


def write_empty(directory: str | Path, *, xlsx: bool = False) -> tuple[Path, ...]:
    """Write empty tables, with their headers, and a table that explains every column.

    Parameters
    ----------
    directory : str or Path
        The folder; it is made if needed.
    xlsx : bool, default False
        Whether to write one workbook instead of CSV files.

    Returns
    -------
    tuple of Path
        The files written. Either all are written or none.

    Raises
    ------
    UsageError
        If one of the files exists, or the folder cannot be written.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     files = write_empty(folder)
    >>> [file.name for file in files][:3]
    ['columns.csv', 'organisations.csv', 'memberships.csv']
    """
    headers = {table.name: [[c.name for c in table.columns]] for table in TABLES.values()}
    return _write(Path(directory), headers, xlsx)


def write_sample(directory: str | Path, *, xlsx: bool = False) -> tuple[Path, ...]:
    """Write the tables of the sample to edit, and a table that explains every column.

    Parameters
    ----------
    directory : str or Path
        The folder; it is made if needed.
    xlsx : bool, default False
        Whether to write one workbook instead of CSV files.

    Returns
    -------
    tuple of Path
        The files written. Either all are written or none.

    Raises
    ------
    UsageError
        If one of the files exists, or the folder cannot be written.
    """
    sample = files("graphkit.demo")
    tables: dict[str, _Rows] = {}
    for name in TABLES:
        file = sample / f"{name}.csv"
        if file.is_file():
            text = file.read_text("utf-8-sig")
            tables[name] = list(csv.reader(io.StringIO(text, newline="")))
    return _write(Path(directory), tables, xlsx)


def explanation() -> Iterator[tuple[str, str, str, str, str]]:
    """One row per column of each table: table, column, required, allowed values, meaning."""
    yield "table", "column", "required", "may hold", "meaning"
    for table in TABLES.values():
        for column in table.columns:
            required = "yes" if column.required else ""
            yield table.name, column.name, required, _holds(column), column.meaning


def _holds(column: Column) -> str:
    if column.choices:
        held = f"one of: {', '.join(CHOICES[column.choices])}{_MORE.get(column.choices, '')}"
    elif column.cell is Cell.REFERENCE:
        held = f"an id or unique name of {either(column.refers)}"
    else:
        held = _HOLDS[column.cell]
    return f"{held}; several separated by |" if column.many else held


def _write(directory: Path, tables: Mapping[str, _Rows], xlsx: bool) -> tuple[Path, ...]:
    sheets = {EXPLANATION: list(explanation()), **tables}
    if xlsx:
        book = f"{directory.resolve().name or 'graphkit'}.xlsx"
        contents = {directory / book: _as_workbook(sheets)}
    else:
        contents = {directory / f"{name}.csv": _as_csv(rows) for name, rows in sheets.items()}
    for path in contents:
        if path.exists() or path.is_symlink():
            raise UsageError(f"{path} already exists; name another folder, or move it away")
    _write_all(directory, contents)
    return tuple(contents)


def _write_all(directory: Path, contents: Mapping[Path, bytes]) -> None:
    """Write all files or none: after a failure, files already written are removed."""
    written: list[Path] = []
    made = [folder for folder in (directory, *directory.parents) if not folder.exists()]
    try:
        directory.mkdir(parents=True, exist_ok=True)
        for path, content in contents.items():
            with path.open("xb") as file:
                written.append(path)
                file.write(content)
    except OSError as error:
        for path in written:
            path.unlink(missing_ok=True)
        for folder in made:
            if folder.is_dir():
                folder.rmdir()
        raise UsageError(
            f"{directory} cannot be written: {error.strerror}; choose another place"
        ) from error


def _as_csv(rows: _Rows) -> bytes:
    """UTF-8 with a byte order mark, by which spreadsheet programs recognise it."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _as_workbook(sheets: Mapping[str, _Rows]) -> bytes:
    # As text: otherwise spreadsheets turn months into days and drop leading zeros.
    return workbook(
        Sheet(
            name,
            rows,
            _WIDTHS if name == EXPLANATION else [20] * len(rows[0]),
            wrapped=name == EXPLANATION,
            typed=False,
        )
        for name, rows in sheets.items()
    )


_MORE = {"kinds": ", or an id of the table kinds", "sectors": ", or a sector of your own"}
"""What else a column may hold whose list of words is open."""

_WIDTHS = (18, 18, 10, 60, 60)
