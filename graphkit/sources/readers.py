"""The formats that can be read, in one table; reading, help and messages follow from it.

To add a format, write a module that makes a `Reader`, and name it here.
"""

from __future__ import annotations

import pkgutil
from pathlib import Path

from graphkit.sources.problem_texts import either
from graphkit.sources.raw import Reader

READERS = [
    "graphkit.sources.csv_folder:CSV_FOLDER",
    "graphkit.sources.workbook:WORKBOOK",
    "graphkit.sources.parquet_folder:PARQUET_FOLDER",
]
"""Where each `Reader` is, as `module:name`. Of several that know a file, the first reads it."""


def readers() -> tuple[Reader, ...]:
    """The readers of the table, in its order."""
    return tuple(pkgutil.resolve_name(place) for place in READERS)


def reader_by_ending(path: Path) -> Reader | None:
    """The reader to which the ending of a file's name belongs."""
    ending = path.suffix.lower()
    return next((reader for reader in readers() if ending in reader.endings), None)


def reader_by_content(path: Path) -> Reader | None:
    """The reader that knows a file or folder by what is in it."""
    return next((reader for reader in readers() if reader.sniff(path)), None)


def readable() -> str:
    """Name the formats that can be read, as a person lists alternatives.

    Returns
    -------
    str
        The formats, joined by "or".

    Examples
    --------
    >>> print(readable())
    a folder of CSV files, an .xlsx workbook or a folder of graphkit's Parquet files
    """
    return either(reader.name for reader in readers())
