"""The lists of a JSON file that the look can take in, which are left out at first."""

from __future__ import annotations

from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.mapping.form.doubt import Change
from graphkit.sources.mapping.form.sheet_mapping import Shape
from graphkit.sources.mapping.proposals.proposal import propose
from graphkit.sources.mapping.revision.shown_proposals import Proposal


def left_out(proposal: Proposal) -> list[int]:
    """The numbers of the lists that are left out."""
    return [
        number
        for number, (sheet, proposed) in enumerate(proposal.made)
        if sheet.beside and proposed.mapping.shape is Shape.SKIP
    ]


def as_it_may_be(sheet: Sheet) -> Change:
    """The change to what the rows of a list seem to be: organisations, where nothing tells more."""
    shape = propose(sheet).mapping.shape
    return Change.to("", shape=Shape.ORGANISATIONS if shape is Shape.SKIP else shape)
