"""Apostrophes that keep a spreadsheet program from running a text of a CSV file as a formula.

Such a text gets one before it, the programs' own mark for plain text; and one within it, where a
program that expects another delimiter would begin a cell with a formula. Reading takes them off
again, so nothing is lost.

Other programs write every cell as a formula of a text, ="0123", to keep the zeros in front. Reading
gives the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from graphkit.workbooks import FORMULA_STARTS

_STARTS = re.escape("".join(FORMULA_STARTS))
_BEFORE = f"(?:^|[;\t,][\"]*)(?='*[{_STARTS}])"
_BARE = re.compile(_BEFORE)
_GUARDED = re.compile(f"({_BEFORE})'")


def guarded(text: str) -> str:
    """The text with its guards.

    >>> guarded("=1+1"), guarded("plain; text"), guarded("a;=b"), guarded("'=x")
    ("'=1+1", 'plain; text', "a;'=b", "''=x")
    """
    return _BARE.sub(r"\g<0>'", text)


def unguarded(text: str) -> str:
    """The text without them.

    >>> [unguarded(guarded(text)) for text in ("=1", "'=1", "a;'=b", "it's", "'quoted'")]
    ['=1', "'=1", "a;'=b", "it's", "'quoted'"]
    """
    return _GUARDED.sub(r"\1", text) if "'" in text else text


def texts_of_formulas(lines: Iterable[str], delimiter: str) -> Iterator[str]:
    """Lines of delimited text in which each cell ="0123" is the quoted text "0123".

    >>> list(texts_of_formulas(['="01";="a;b";=1'], ";"))
    ['"01";"a;b";=1']
    """
    formula = _formula(delimiter)
    for line in lines:
        yield formula.sub(r"\1\2", line) if '="' in line else line


@cache
def _formula(delimiter: str) -> re.Pattern[str]:
    mark = re.escape(delimiter)
    return re.compile(f'(^|{mark})=("(?:[^"]|"")*")(?={mark}|\r?\n?$)')
