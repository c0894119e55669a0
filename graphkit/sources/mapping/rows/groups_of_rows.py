"""Name groups that are of one row alone, which the file calls by a word such as Coalition."""

from __future__ import annotations

from pathlib import Path

from graphkit.sources.mapping.rows.drafts import Mapped

_REJECTED = ".rejected"
"""What the name of a file of rejected rows ends with, before `.csv`."""


def name_of_row(word: str, row: int, sheet: Mapped, sheets: int) -> str:
    """The name of the group of a row.

    Rows of several sheets have the same numbers, and so have those of a file of rejected rows.

    Parameters
    ----------
    word : str
        What the file calls the group.
    row : int
        The number of the row.
    sheet : Mapped
        The sheet.
    sheets : int
        How many sheets are read together.

    Returns
    -------
    str
        The name.
    """
    rejected = _REJECTED in sheet.place
    if sheets == 1 and not rejected:
        return f"{word} (row {row})"
    file = Path(sheet.place if rejected else sheet.mapping.file).stem
    where = [file, *([sheet.mapping.sheet] if sheet.mapping.sheet else [])]
    return f"{word} ({', '.join(where)}, row {row})"
