"""Ties that a file states in both directions, in two words (child of one and parent of the other),
or the other way round than graphkit: from the parent to its member.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from graphkit.sources.header_words import plain
from graphkit.sources.mapping.cells.mutual_kinds import are_alike, is_mutual
from graphkit.sources.mapping.cells.tally import Tally
from graphkit.sources.mapping.cells.words_of_roles import MEMBER_OF
from graphkit.sources.mapping.rows.drafts import Drafts, Mapped
from graphkit.sources.mapping.rows.said_of_rows import with_another
from graphkit.sources.mapping.rows.stated_facts import Stated

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


def halved(drafts: Drafts, before: int, number: int, sheet: Mapped, tally: Tally) -> None:
    """Drop one of each two ties of a sheet when all stand in both directions, or one of two of a
    kind that is the same from both ends.

    What only the second row of a tie says in a further column is kept; where both say something
    else, the first counts.

    Parameters
    ----------
    drafts : Drafts
        The facts, from which ties are removed.
    before : int
        How many facts there were before those of the sheet.
    number : int
        That of the sheet.
    sheet : Mapped
        The sheet.
    tally : Tally
        Takes what was dropped.
    """
    facts = drafts.facts
    stated = facts.since(before)
    made = [each for each in stated if each.table == "ties"]
    if len(made) < 2:
        return
    held = {(id(each.first), id(each.second), *sorted(each.cells.items())): each for each in made}
    backs = [
        held.get((id(each.second), id(each.first), *sorted(each.cells.items()))) for each in made
    ]
    every = all(backs)
    mutual = _Mutual(sheet)
    if not every and not any(
        back and mutual.of(each) for each, back in zip(made, backs, strict=True)
    ):
        return
    kept: dict[int, Stated] = {}
    second: list[tuple[Stated, Stated]] = []
    for each, back in zip(made, backs, strict=True):
        alone = back is None or not (every or mutual.of(each))
        if alone or back is None or back.at > each.at or (
            back.at == each.at and id(back) not in kept
        ):  # fmt: skip
            kept[id(each)] = each
        elif back.at < each.at:
            second.append((each, back))
    tally.note(sheet.place, _said_of(len(made) - len(kept), every=every))
    for each, back in second:
        said = kept[id(back)].attributes
        for name, text in each.attributes.items():
            if text and text != said.get(name, text):
                called = drafts.columns[number].get(("fact", name), name)
                row = drafts.origins[each.at][1]
                tally.remark(sheet.place, row, text, with_another(called))
        if not each.attributes.keys() <= said.keys():
            content = facts.content("ties", back.cells, {**each.attributes, **said})
            kept[id(back)] = replace(back, content=content)
        if not every:
            drafts.also[back.first.number, back.second.number, back.at] = each.at
    others = [each for each in stated if each.table != "ties"]
    facts.keep(before, [*others, *kept.values()])


def _said_of(number: int, *, every: bool) -> str:
    if every:
        return "every tie is stated in both directions; each is loaded once"
    once = "1 tie is" if number == 1 else f"{number:,} ties are"
    return f"{once} stated from both ends, and loaded once; directed = true keeps both"


class _Mutual:
    """Tells which ties of a sheet say the same from both ends."""

    def __init__(self, sheet: Mapped) -> None:
        ends = [
            sheet.header[at]
            for end in ("a", "b")
            for at in (*sheet.mapping.columns(end), *sheet.mapping.columns(f"{end} id"))[:1]
        ]
        titles = (*ends, sheet.mapping.sheet or "", Path(sheet.mapping.file).stem)
        self._always = any(map(is_mutual, titles)) or (len(ends) == 2 and are_alike(*ends))

    def of(self, tie: Stated) -> bool:
        """Whether a tie does, by its kind, or where it has none by what the sheet is called."""
        kind = tie.cells.get("kind", "")
        return is_mutual(kind) if kind else self._always
