"""The names of cells as a spreadsheet shows them, such as XFD7."""

from __future__ import annotations

from functools import lru_cache


def column_name(index: int) -> str:
    """The letters of a column, counted from 0.

    >>> column_name(0), column_name(26), column_name(16_383)
    ('A', 'AA', 'XFD')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(reference: str) -> int:
    """The column of a cell's name, counted from 0; -1 without letters.

    >>> column_index("A1"), column_index("XFD7")
    (0, 16383)
    """
    return _index_of(reference.rstrip("0123456789"))


@lru_cache(maxsize=2**15)
def _index_of(reference: str) -> int:
    index = 0
    for character in reference:
        if not "A" <= character <= "Z":
            break
        index = index * 26 + ord(character) - 64
    return index - 1
