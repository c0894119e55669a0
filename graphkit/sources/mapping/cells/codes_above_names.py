"""Find the names of columns in a row below one of codes, such as tickers above names of companies.

Owner,  Country, 000059 CS,   000210 KS
Source,        , Huajin Corp, Daelim Co
Acme,   Poland,  0,           13.5
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?%?")
_WORD = re.compile(r"[^\W\d_]{3,}")
_TICKER = re.compile(r"[A-Z]{2,8}\b")
_DIGIT = re.compile(r"\d")
_FEWEST = 3
_MOST_WITHOUT = 0.2
"""The share of other texts up to which the rest are codes, or names, all the same."""


def names_below_codes(
    upper: Sequence[str], lower: Sequence[str], columns: Sequence[Sequence[str]]
) -> list[str] | None:
    """The names of columns where a row of names stands below one of codes; None where none does.

    Parameters
    ----------
    upper, lower : sequence of str
        The first two rows.
    columns : sequence of sequence of str
        What stands below them in each column.

    Returns
    -------
    list of str or None
        The names: the lower ones above numbers, and the upper ones elsewhere.
    """
    last = max((at for at, text in enumerate(upper) if text.strip()), default=-1)
    if len(upper) != len(lower) or len(columns) != len(upper) or not all(upper[: last + 1]):
        return None
    places = [at for at in range(1, last + 1) if columns[at] and _are_numbers(columns[at])]
    others = [at for at in range(1, last + 1) if at not in places]
    codes, names = ([row[at].strip() for at in places] for row in (upper, lower))
    # A cell that spans both rows says the same in the lower one.
    otherwise = any(lower[at].strip() not in ("", upper[at].strip()) for at in others)
    if len(places) < _FEWEST or not all(names) or otherwise:
        return None
    if len({*codes}) < len(codes) or {*codes} & {*names} or any(map(_NUMBER.fullmatch, names)):
        return None
    least = (1 - _MOST_WITHOUT) * len(places)
    words = sum(_WORD.search(name) is not None for name in names)
    if sum(map(_is_code, codes)) < least or words < least or all(map(str.isdecimal, codes)):
        return None
    own = {*places, *range(last + 1, len(upper))}
    return [lower[at].strip() if at in own else text.strip() for at, text in enumerate(upper)]


def _is_code(text: str) -> bool:
    """Whether a text has a figure, or begins with a short word in capital letters: DOW US."""
    return _DIGIT.search(text) is not None or _TICKER.match(text) is not None


def _are_numbers(texts: Sequence[str]) -> bool:
    return all(_NUMBER.fullmatch(text) for text in texts)
