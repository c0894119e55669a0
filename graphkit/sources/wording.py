"""Words for problems: faults found in a cell, texts shown safely, and the nearest known name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

_LONGEST_SHOWN = 60
_LONGEST_COMPARED = 100


class Fault(Exception):
    """One thing wrong with one cell, and its cure; whoever catches it knows the row."""

    def __init__(self, what: str, cure: str) -> None:
        super().__init__(what, cure)
        self.what = what
        self.cure = cure


def shown(text: str) -> str:
    """The text in quotation marks, cut when long, with nothing that a terminal would obey."""
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


def loose(text: str) -> str:
    """What is compared where case, spaces, underscores and hyphens do not count."""
    return "".join(character for character in text.casefold() if character not in " _-\u00a0")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like this one, or None when none is like it.

    >>> nearest("organizations", ["organisations", "places"])
    'organisations'
    """
    return nearest_of(word, {loose(candidate): candidate for candidate in known})


def nearest_of(word: str, known: Mapping[str, str]) -> str | None:
    """As `nearest`, among known words that are kept by what `loose` makes of them."""
    close = difflib.get_close_matches(loose(word[:_LONGEST_COMPARED]), known, n=1)
    return known[close[0]] if close else None
