"""Tell our own tables, which are read strictly, from files that need a mapping."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graphkit.model import KINDS, TABLES, InvalidData, Problem
from graphkit.sources.csv_text import read_csv
from graphkit.sources.raw import RawTable, Reading, ReadingOptions, printable, table_named
from graphkit.sources.readers import reader_by_content, reader_by_ending
from graphkit.sources.unpacking import NOT_THERE, is_data, is_stream, right_name

_MARKING = {"id", "kind"}
"""Columns of organisations that other people's tables seldom have together."""
_LEAST = {"id", "name"}
_COLUMNS = {column.name.casefold() for column in TABLES["organisations"].columns}


def own_reading(paths: Sequence[Path], options: ReadingOptions) -> Reading | None:
    """The reading of our own tables, or None when the paths are not ours.

    Parameters
    ----------
    paths : sequence of Path
        A folder, a workbook, or CSV files named after tables.
    options : ReadingOptions
        How to read them.

    Returns
    -------
    Reading or None
        What was found. Files, a folder or a workbook are ours when half of the tables with names
        of ours have half of the columns that every row of them needs, and the organisations an id
        and a kind; so is a folder with such a workbook and nothing else, and a folder of Parquet
        files that graphkit has written.

    Raises
    ------
    InvalidData
        If the only path does not exist.
    """
    if any(map(is_stream, paths)):
        return None
    if len(paths) == 1 and not paths[0].is_dir():
        _check_exists(paths[0])
    if all(_is_table(path) for path in paths):
        return _of_files(paths, options)
    if len(paths) != 1:
        return None
    path = _only_file(paths[0])
    reader = reader_by_ending(path) if path.is_file() else reader_by_content(path)
    if reader is None and path.is_file() and not is_data(path.name):
        reader = reader_by_content(path)
    if reader is None:
        return None
    reading = reader.read(path, options)
    if reader.certain:
        return reading
    if path.is_dir() and not any(is_data(each.name) for each in _files_in(path)):
        return reading
    return reading if _are_ours(reading) else None


def _only_file(path: Path) -> Path:
    """The workbook that is all that a folder holds, or else the path itself."""
    held = [each for each in _files_in(path) if is_data(each.name)] if path.is_dir() else []
    return held[0] if len(held) == 1 and held[0].suffix.lower() not in (".csv", ".tsv") else path


def _check_exists(path: Path) -> None:
    try:
        exists = path.exists()
    except (OSError, ValueError):  # the path is too long or contains a NUL
        exists = False
    if not exists:
        raise InvalidData([Problem(printable(str(path)), None, None, NOT_THERE, right_name(path))])


def _files_in(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _is_table(path: Path) -> bool:
    return path.suffix.lower() in (".csv", ".tsv") and table_named(path.stem) is not None


def _of_files(paths: Sequence[Path], options: ReadingOptions) -> Reading | None:
    """Our tables as single files, when the organisations are among them."""
    problems: list[Problem] = []
    remarks: list[str] = []
    tables = [
        read_csv(
            path, path.stem.strip().casefold(), printable(path.name), options, problems, remarks
        )
        for path in paths
    ]
    reading = Reading(printable(paths[0].name), tuple(tables), tuple(problems), tuple(remarks))
    held = any(table.table == "organisations" and table.header for table in tables)
    return reading if held and _are_ours(reading) else None


def _are_ours(reading: Reading) -> bool:
    """Whether tables are ours by their headers: other people call tables `organisations` too."""
    named = [table for table in reading.tables if table.header]
    if not named:
        # Tables of which no header could be read: what is wrong with them is what a person needs.
        return bool(reading.tables)
    others = [table for table in named if table.table != "organisations"]
    ours = [table for table in others if _has_ours(table)]
    marked = [
        table
        for table in named
        if table.table == "organisations" and _are_organisations(table, beside=bool(ours))
    ]
    return 2 * (len(ours) + len(marked)) >= len(named)


def _are_organisations(table: RawTable, *, beside: bool) -> bool:
    """Whether a table of organisations is ours; `beside`: whether others beside it are."""
    held = _held(table)
    if beside:
        return held >= _LEAST
    return held >= _MARKING and (held <= _COLUMNS or _states_our_kinds(table))


def _states_our_kinds(table: RawTable) -> bool:
    """Whether most organisations are of kinds as graphkit spells them; others write firm or uni."""
    at = [cell.strip().casefold() for cell in table.header].index("kind")
    kinds = [cells[at].strip() for _, cells in table.rows if at < len(cells)]
    return 2 * sum(kind in KINDS for kind in kinds) > sum(map(bool, kinds))


def _has_ours(table: RawTable) -> bool:
    required = {column.name for column in TABLES[table.table].columns if column.required}
    return 2 * len(required & _held(table)) >= len(required) + (len(required) > 2)


def _held(table: RawTable) -> set[str]:
    return {cell.strip().casefold() for cell in table.header}
