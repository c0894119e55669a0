"""Offer to read the name of a column as the known word that is one or two letters away from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graphkit.model.wording import letters_apart
from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.header_lexicon import properties, subjects
from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.cells.header_nouns import names_people
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.proposals.proposal import Proposed, propose

_SHORTEST = 5
_LONG = 8
"""How many letters words have of which two may be wrong."""
_OF_MATRICES = ("group column", "member column")
_WIDEST = 60
"""Tables with more columns name groups by them."""


def with_spellings(sheet: Sheet, proposed: Proposed) -> Proposed:
    """The proposal, with the reading that a name of a column would have if it were spelt otherwise.

    Parameters
    ----------
    sheet : Sheet
        The sheet.
    proposed : Proposed
        What is proposed for it.

    Returns
    -------
    Proposed
        The proposal, with a doubt for each name whose other spelling changes the reading.
    """
    head, mapping = proposed.head, proposed.mapping
    if not head.row:
        return proposed
    doubts = [*proposed.doubts]
    for at, name, word in _misspelt(proposed):
        names = tuple(word if place == at else each for place, each in enumerate(head.names))
        other = propose(sheet, replace(head, names=names)).mapping
        if (other.shape, other.roles, other.layer) == (mapping.shape, mapping.roles, mapping.layer):
            continue
        split = {name if each == word else each: mark for each, mark in other.split.items()}
        otherwise = name if other.otherwise == word else other.otherwise
        other = replace(other, header=head.names, split=split, otherwise=otherwise)
        said = f"{name} may be a slip for {word}; if so, write {other.roles[at]!r} for it"
        doubts.append(Doubt(said, (Change.back_to(f"{name} is {word}", other),)))
    return replace(proposed, doubts=tuple(doubts))


def _misspelt(proposed: Proposed) -> Iterator[tuple[int, str, str]]:
    """The places and names of columns that nobody knows, with the one known word next to each."""
    mapping = proposed.mapping
    named = {plain(name) for name in mapping.header}
    if len(mapping.header) > _WIDEST and len({*mapping.roles}) == 1:
        return
    for at, (name, role) in enumerate(zip(mapping.header, mapping.roles, strict=True)):
        word = plain(name)
        if role in _OF_MATRICES or len(word) < _SHORTEST or meaning(name) != ("", ""):
            continue
        if not proposed.looks[at].texts or not word.isalpha() or names_people(name):
            continue
        most = 2 if len(word) >= _LONG else 1
        near = {
            known: away
            for known in {**subjects(), **properties()}
            if len(known) >= _SHORTEST
            and known[0] == word[0]
            and abs(len(known) - len(word)) <= most
            and known not in named
            and _ends_alike(known.rstrip("s"), word.rstrip("s"))
            and (away := letters_apart(word, known, most)) <= most
        }
        nearest = [known for known, away in near.items() if away == min(near.values())]
        if nearest and len({meaning(known) for known in nearest}) == 1:
            yield at, name, nearest[0]


def _ends_alike(known: str, word: str) -> bool:
    """Whether two words may be one: `employees` and `employer` are two, told by their endings."""
    return known != word and (known[-1] == word[-1] or sorted(known) == sorted(word))
