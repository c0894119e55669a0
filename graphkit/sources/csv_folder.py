"""Read a folder of CSV files, one per table, as spreadsheets and people write them.

The encoding is told by the decoded text (`encodings`), the delimiter by the header (`csv_text`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graphkit.model import Problem
from graphkit.sources.csv_text import read_csv
from graphkit.sources.raw import (
    AS_IT_IS,
    RawTable,
    Reader,
    Reading,
    ReadingOptions,
    is_passed_over,
    no_table,
    printable,
    table_named,
)
from graphkit.sources.readers import reader_by_ending

_EXTENSIONS = (".csv", ".tsv")


def read_folder(folder: Path, options: ReadingOptions = AS_IT_IS) -> Reading:
    """All tables of a folder; files that are not CSV and subfolders are skipped."""
    origin = printable(folder.name or str(folder))
    tables: list[RawTable] = []
    problems: list[Problem] = []
    remarks: list[str] = []
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
        return Reading(origin, (), (_no_csv(folder, origin, paths),))
    for path in paths:
        if path.suffix.lower() not in _EXTENSIONS or is_passed_over(path.stem):
            continue
        name = printable(path.name)
        table = table_named(path.stem)
        if table is None:
            problems.append(no_table(name, printable(path.stem), "file"))
        else:
            tables.append(read_csv(path, table, name, options, problems, remarks))
    return Reading(origin, tuple(tables), tuple(problems), tuple(remarks))


def _no_csv(folder: Path, origin: str, paths: Sequence[Path]) -> Problem:
    what = "the folder contains no CSV files"
    if others := [path for path in paths if reader_by_ending(path)]:
        cure = f"read the file in it: {printable(str(others[0]))}"
    elif inner := sorted(path for path in folder.iterdir() if path.is_dir()):
        what = "the folder itself contains no files that graphkit reads"
        cure = f"give a folder in it, such as {printable(str(inner[0]))}, or files"
    else:
        cure = "see `graphkit init`"
    return Problem(origin, None, None, what, cure)


def _is_of_csv(path: Path) -> bool:
    """Whether a path is a folder, and not one of Parquet files alone."""
    try:
        endings = {each.suffix.lower() for each in path.iterdir()} if path.is_dir() else set()
    except OSError:  # reading says why
        return True
    return path.is_dir() and (bool(endings & {*_EXTENSIONS}) or ".parquet" not in endings)


CSV_FOLDER = Reader("a folder of CSV files", read_folder, sniff=_is_of_csv)
