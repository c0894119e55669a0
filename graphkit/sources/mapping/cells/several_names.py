"""What the other cells of a row say of each of several names that stand together in one cell."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from graphkit.sources.mapping.cells.tally import Said
from graphkit.sources.mapping.form.lenient import is_blank, is_number

_OF_EACH = ("kind", "sector", "country", "country_code", "region", "city")
"""What may hold for several organisations; a number or a website is that of one."""


def may_hold_for_each(word: str) -> bool:
    """Whether several organisations may have the same, as they may have one country.

    >>> may_hold_for_each("country"), may_hold_for_each("krs")
    (True, False)
    """
    return word in _OF_EACH


def cells_of_each(
    cells: Sequence[str],
    columns: Collection[int],
    split: tuple[int, str],
    shared: Collection[int],
    remark: Callable[[int, str, Said], None],
) -> list[list[str]]:
    """The cells of a row once for each name.

    Parameters
    ----------
    cells : sequence of str
        The row.
    columns : collection of int
        The columns that say something of the names.
    split : (int, str)
        How many names there are, and what separates them.
    shared : collection of int
        The columns of which a single value, or any text of a further column, holds for each.
    remark : callable
        Takes the column, its text, and what was done, where the row does not say it of each name.

    Returns
    -------
    list of list of str
        As many parts as there are names belong to one name each.
    """
    number, mark = split
    found = [list(cells) for _ in range(number)]
    for column in columns:
        text = cells[column].strip()
        one = mark == "," and is_number(text)  # 1 234,50 is one number
        parts = [text] if one else [part.strip() for part in text.split(mark)]
        if len(parts) != number:
            given = column in shared
            parts = [text if given else ""] * number
            if not is_blank(text):
                remark(column, text, _GIVEN if given else _LEFT_OUT)
        for own, part in zip(found, parts, strict=True):
            own[column] = part
    return found


_GIVEN = Said(
    "was stated once for several names", "were stated once for several names", "is given to each"
)
_LEFT_OUT = Said(
    "fits none of several names in its row",
    "fit none of several names in their rows",
    "was left out",
)
