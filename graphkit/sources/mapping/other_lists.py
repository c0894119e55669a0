"""Lists of a JSON file that are left out: shown to a person, who may want one of them read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.mapping.form.sheet_mapping import SKIP, Shape, SheetMapping
from graphkit.sources.mapping.proposals.proposal import Made, propose
from graphkit.sources.mapping.saved_mappings import fitting_layout


def with_wanted_lists(
    sheets: Sequence[Sheet], mappings: Sequence[SheetMapping], *, named: bool
) -> tuple[list[Sheet], list[Sheet]]:
    """The sheets to read, among them lists that a mapping reads; and the lists that are left out.

    Parameters
    ----------
    sheets : sequence of Sheet
        The sheets.
    mappings : sequence of SheetMapping
        The mappings that are known.
    named : bool
        Whether a person named the mapping.

    Returns
    -------
    list of Sheet, list of Sheet
        Both.
    """
    read, left = [], []
    for sheet in sheets:
        if sheet.beside and not _is_wanted(sheet, mappings, named=named):
            left.append(sheet)
        else:
            read.append(sheet)
    return read, left


def _is_wanted(sheet: Sheet, mappings: Sequence[SheetMapping], *, named: bool) -> bool:
    mine = [each for each in mappings if each.sheet == sheet.title and each.shape is not Shape.SKIP]
    return bool(mine) and fitting_layout(sheet, sheet, mine, named=named)[1] is not None


def as_left_out(sheet: Sheet) -> Made:
    """A list as it is shown: with its columns, and left out."""
    proposed = propose(sheet)
    roles = (SKIP,) * len(proposed.mapping.header)
    mapping = replace(proposed.mapping, shape=Shape.SKIP, roles=roles, group="", split={})
    return sheet, replace(
        proposed, mapping=mapping, doubts=(), untied=None, numbered=None, guess="", unclear=""
    )


def without_left_out(made: Sequence[Made]) -> list[Made]:
    """The proposals without the lists that stay left out."""
    return [
        (sheet, proposed)
        for sheet, proposed in made
        if not sheet.beside or proposed.mapping.shape is not Shape.SKIP
    ]
