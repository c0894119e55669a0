"""Apostrophes that keep a spreadsheet program from running a text of a CSV file as a formula.

Such a text gets one before it, the programs' own mark for plain text; and one within it, where a
program that expects another delimiter would begin a cell with a formula. Reading takes them off
again, so nothing is lost.
"""

from __future__ import annotations

import re

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
