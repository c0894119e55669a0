"""Ties that a file states in both directions, in two words (child of one and parent of the other),
or the other way round than graphkit: from the parent to its member.
"""

from __future__ import annotations

from collections.abc import Mapping

from graphkit.sources.header_words import plain
from graphkit.sources.mapping.cells.words_of_roles import MEMBER_OF
from graphkit.sources.mapping.rows.drafts import Mapped
from graphkit.sources.mapping.rows.stated_facts import Stated, StatedFacts

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
_WHOLES = {"parent", "umbrella", "whole", "group"}
"""How a column begins that names what the other end is a member of."""


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
        first = sheet.mapping.columns("a") or sheet.mapping.columns("a id")
        words = plain(sheet.header[first[0]]).split() if first else []
        self._from_wholes = bool(words) and words[0] in _WHOLES
        self._turned: Mapping[str, str] = {
            written[word]: written[other]
            for word, other in _INVERSE.items()
            if word in written and other in written
        }

    def of(self, own: Mapping[str, str]) -> tuple[bool, Mapping[str, str]]:
        """Whether a tie is turned round, and what is then said of it.

        own: what the columns of the fact say.
        """
        kind = own.get("kind", "")
        if self._from_wholes and plain(kind) in MEMBER_OF:
            return True, own
        word = self._turned.get(kind)
        return (False, own) if word is None else (True, {**own, "kind": word})


def halved(facts: StatedFacts, before: int) -> bool:
    """Drop one of each two ties when all stand in both directions; whether they do.

    Parameters
    ----------
    facts : StatedFacts
        The facts, from which ties are removed.
    before : int
        How many facts there were before those of the sheet.
    """
    stated = facts.since(before)
    made = [each for each in stated if each.table == "ties"]
    if len(made) < 2:
        return False
    held = {(id(each.first), id(each.second), *sorted(each.cells.items())): each for each in made}
    kept: list[Stated] = []
    for each in made:
        there = (id(each.second), id(each.first), *sorted(each.cells.items()))
        if there not in held:
            return False
        if held[there] not in kept[-1:] and held[there].at > each.at:
            kept.append(each)
    others = [each for each in stated if each.table != "ties"]
    facts.keep(before, [*others, *kept])
    return True
