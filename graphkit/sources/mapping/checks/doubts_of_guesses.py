"""What is in doubt once a likelier mapping stands in place of the first proposal."""

from __future__ import annotations

from dataclasses import replace

from graphkit.sources.mapping.cells.differing_values import given_to_facts
from graphkit.sources.mapping.checks.groups_without_names import NO_NAME, doubt_of_nouns
from graphkit.sources.mapping.checks.offers_of_guesses import offers_of
from graphkit.sources.mapping.form.doubt import Doubt
from graphkit.sources.mapping.form.sheet_mapping import SheetMapping
from graphkit.sources.mapping.proposals.doubts import doubts_of
from graphkit.sources.mapping.proposals.proposal import Proposed
from graphkit.sources.mapping.proposals.rows_that_say_no import with_rows_that_say_no
from graphkit.sources.mapping.proposals.two_modes import doubts_of_kinds


def as_guessed(proposed: Proposed, mapping: SheetMapping, guess: str) -> Proposed:
    """The proposal with a likelier mapping in its place, and the doubts that this one leaves.

    Parameters
    ----------
    proposed : Proposed
        The first proposal.
    mapping : SheetMapping
        The likelier one, which is written.
    guess : str
        Why the first may be wrong as a whole, which is to be looked at before all else.

    Returns
    -------
    Proposed
        The proposal. Doubts that follow from a mapping are those of the likelier one.
    """
    if mapping != proposed.mapping:
        mapping = given_to_facts(mapping, proposed.head.body)
    mapping = with_rows_that_say_no(mapping, proposed.looks)
    asked = Doubt(guess, offers_of(proposed, mapping, guess))
    if mapping == proposed.mapping:
        nouns = doubt_of_nouns(mapping, proposed.looks, proposed.head.body)
        more = [nouns] if nouns and NO_NAME not in guess else []
        return replace(proposed, doubts=(asked, *more, *proposed.doubts))
    return with_mapping(proposed, mapping, asked)


def with_mapping(proposed: Proposed, mapping: SheetMapping, *asked: Doubt) -> Proposed:
    """The proposal with another mapping in its place, and the doubts that this one leaves.

    Doubts that do not follow from the mapping are kept. asked: doubts to say before all others.
    """
    first = (proposed.mapping, proposed.numbered or proposed.mapping)
    gone = {doubt for each in first for doubt in doubts_of(each, proposed.looks, proposed.found)}
    gone |= {doubt for each in first for doubt in doubts_of_kinds(each)}
    found = proposed.found
    if found is not None:
        both = zip(mapping.header, mapping.roles, strict=True)
        named = [name for name, role in both if role in ("group", "group id")]
        unsure = found.unsure if mapping.layer == found.layer else ""
        found = replace(found, roles=mapping.roles, group_words=named, unsure=unsure)
    rows = proposed.head.body
    before = doubt_of_nouns(proposed.mapping, proposed.looks, rows)
    kept = [doubt for doubt in proposed.doubts if doubt not in gone and doubt != before]
    nouns = doubt_of_nouns(mapping, proposed.looks, rows)
    left = [
        *([nouns] if nouns else []),
        *doubts_of(mapping, proposed.looks, found),
        *doubts_of_kinds(mapping),
    ]
    return replace(proposed, mapping=mapping, doubts=tuple(dict.fromkeys((*asked, *kept, *left))))
