"""A table of names that organisations also have, such as in other languages: any table that
graphkit reads.

The first row names the columns. Every cell of a row is a name of the same organisation; where
columns are called name, label, alias or acronym (as in the dump of the Research Organization
Registry), only these count. A cell may hold several names between semicolons or bars, and a
language before each ("pl: Uniwersytet Warszawski").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from graphkit.model import InvalidData, Problem
from graphkit.names import other_names
from graphkit.sources.files_read import sheets_of
from graphkit.sources.formats import Sheet, Wanted
from graphkit.sources.unpacking import Given

_NAMES = re.compile(r"name|label|alias|acronym", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]+)?:\s+")
_BETWEEN = re.compile(r"[;|]")


def read_other_names(path: str | Path) -> Mapping[str, tuple[str, ...]]:
    """Read further names of organisations from a table.

    Parameters
    ----------
    path : str or Path
        The file.

    Returns
    -------
    mapping of str to tuple of str
        As of `graphkit.names.other_names`.

    Raises
    ------
    InvalidData
        If the file cannot be read, or no row has two names.
    """
    file = Path(path)
    found = other_names(
        row
        for sheet in sheets_of([Given(file, file.name, file.parent)], Wanted(), str(path))
        for row in _rows(sheet)
    )
    if not any(found.values()):
        what, cure = "no row has two names", "write the names of an organisation in one row"
        raise InvalidData([Problem(file.name, None, None, what, cure)])
    return found


def _rows(sheet: Sheet) -> Iterator[list[str]]:
    rows = iter(sheet.rows)
    _, header = next(rows, (0, ()))
    named = [at for at, title in enumerate(header) if _NAMES.search(title)]
    wanted = named if len(named) > 1 else range(len(header))
    for _, cells in rows:
        row = [cells[at] for at in wanted if at < len(cells)]
        yield [_LANGUAGE.sub("", name.strip(), 1) for cell in row for name in _BETWEEN.split(cell)]
