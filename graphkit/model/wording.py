"""Words for messages: what a person may have meant, and lists as people write them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from graphkit.model.errors import UsageError

_LONGEST_COMPARED = 100


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


def meant(word: str, known: Iterable[str]) -> str:
    """The cure for a word that is none of the known: the nearest, or all of them.

    >>> meant("betweeness", ["degree", "betweenness"])
    'did you mean betweenness?'
    """
    listed = list(known)
    near = nearest(word, listed)
    return f"did you mean {near}?" if near else f"use {', '.join(listed) or 'none'}"


def chosen(what: str, word: str, known: Iterable[str]) -> str:
    """The word of a closed list that was meant, ignoring case.

    UsageError says that there is no such `what`, and which word may have been meant.
    """
    listed = list(known)
    found = {each.casefold(): each for each in listed}.get(word.strip().casefold())
    if found is None:
        raise UsageError(f"there is no {what} {word}; {meant(word, listed)}")
    return found
