"""Words for problems: faults found in a cell, and texts shown safely."""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST_SHOWN = 60


class Fault(Exception):
    """What is wrong with one cell, and the cure; the code that catches it knows the row."""

    def __init__(self, what: str, cure: str) -> None:
        super().__init__(what, cure)
        self.what = what
        self.cure = cure


def shown(text: str) -> str:
    """The text in quotation marks, shortened if long, without terminal control characters."""
    if len(text) > _LONGEST_SHOWN:
        text = text[: _LONGEST_SHOWN - 1] + "…"
    return repr(text)


def bare(text: str) -> str:
    """The text as `shown` gives it, without the quotation marks."""
    return shown(text)[1:-1]


def either(words: Iterable[str]) -> str:
    """The words as a person lists alternatives.

    >>> either(["place", "organisation", "collaboration"])
    'place, organisation or collaboration'
    """
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last


def with_article(noun: str) -> str:
    """The noun with its indefinite article.

    >>> with_article("organisation")
    'an organisation'
    """
    return f"{'an' if noun[0] in 'aeio' else 'a'} {noun}"
