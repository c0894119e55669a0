"""Ties that a file states from both ends in two words: child of one, and parent of the other."""

from __future__ import annotations

from collections.abc import Mapping

from graphkit.sources.header_words import plain
from graphkit.sources.mapping.drafts import Mapped

_INVERSE = {
    "child": "parent",
    "subsidiary": "parent",
    "subsidiary of": "parent of",
    "owned by": "owns",
    "predecessor": "successor",
    "funded by": "funds",
    "part of": "has part",
    "member of": "has member",
    "supplier": "client",
}
"""Of the two words of a relation the one that is turned round, and what it is then called."""


class InverseTies:
    """Turns ties round whose word is the inverse of another word of the sheet.

    A word without its inverse in the sheet stays: it says in which direction all ties were stated.
    """

    def __init__(self, sheet: Mapped) -> None:
        at = sheet.mapping.column("kind")
        texts: set[str] = set()
        if at is not None:
            texts = {row[at].strip() for _, row in sheet.body if at < len(row)}
        written = {plain(text): text for text in sorted(texts)}
        self._turned: Mapping[str, str] = {
            written[word]: written[other]
            for word, other in _INVERSE.items()
            if word in written and other in written
        }

    def of(self, own: Mapping[str, str]) -> tuple[bool, Mapping[str, str]]:
        """Whether a tie is turned round, and what is then said of it.

        own: what the columns of the fact say.
        """
        word = self._turned.get(own.get("kind", ""))
        return (False, own) if word is None else (True, {**own, "kind": word})
