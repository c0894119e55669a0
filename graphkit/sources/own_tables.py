"""Tell our own tables, which are read strictly, from files that need a mapping."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graphkit.model import TABLES
from graphkit.sources.raw import RawTable, Reading, ReadingOptions
from graphkit.sources.readers import reader_by_content, reader_by_ending
from graphkit.sources.unpacking import STANDARD_INPUT


def own_reading(paths: Sequence[Path], options: ReadingOptions) -> Reading | None:
    """The reading of our own tables, or None when the paths are not ours.

    Parameters
    ----------
    paths : sequence of Path
        A folder, a workbook, or several files named after tables.
    options : ReadingOptions
        How to read them.

    Returns
    -------
    Reading or None
        What was found. A folder or workbook is ours when one of its tables has most of the columns
        that every row of it needs.
    """
    if len(paths) != 1 or str(paths[0]) == STANDARD_INPUT:
        return None
    path = paths[0]
    reader = reader_by_ending(path) if path.is_file() else None
    if reader is None and (path.is_dir() or (path.is_file() and not path.suffix)):
        reader = reader_by_content(path)
    if reader is None:
        return None
    reading = reader.read(path, options)
    if any(_is_ours(table) for table in reading.tables):
        return reading
    return None


def _is_ours(table: RawTable) -> bool:
    required = {column.name for column in TABLES[table.table].columns if column.required}
    held = {cell.strip().casefold() for cell in table.header}
    return 2 * len(required & held) > len(required)
