"""Words for messages: suggestions for misspelt words, and lists as people write them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from graphkit.model.errors import UsageError

_LONGEST_COMPARED = 100


def loose(text: str) -> str:
    """The text without case, spaces, underscores and hyphens, for comparing."""
    return "".join(character for character in text.casefold() if character not in " _-\u00a0")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most similar to this one, or None.

    >>> nearest("organizations", ["organisations", "places"])
    'organisations'
    """
    return nearest_of(word, {loose(candidate): candidate for candidate in known})


def nearest_of(word: str, known: Mapping[str, str]) -> str | None:
    """As `nearest`, with the known words keyed by their `loose` form."""
    close = difflib.get_close_matches(loose(word[:_LONGEST_COMPARED]), known, n=1)
    return known[close[0]] if close else None


def meant(word: str, known: Iterable[str]) -> str:
    """The cure for an unknown word: the nearest known word, or all of them.

    >>> meant("betweeness", ["degree", "betweenness"])
    'did you mean betweenness?'
    """
    listed = list(known)
    near = nearest(word, listed)
    return f"did you mean {near}?" if near else f"use {', '.join(listed) or 'none'}"


def chosen(what: str, word: str, known: Iterable[str]) -> str:
    """The word of a closed list that matches, ignoring case.

    Raises UsageError that says there is no such `what` and suggests the nearest word.
    """
    listed = list(known)
    found = {each.casefold(): each for each in listed}.get(word.strip().casefold())
    if found is None:
        raise UsageError(f"there is no {what} {word}; {meant(word, listed)}")
    return found
