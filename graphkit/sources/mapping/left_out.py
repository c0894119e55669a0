"""Files and sheets that are left out: remarks beside tables, and data that must not be lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.header_words import plain
from graphkit.sources.mapping.form.sheet_mapping import Shape, SheetMapping
from graphkit.sources.mapping.proposals.doubts import NO_ORGANISATION, why_left_out
from graphkit.sources.mapping.proposals.proposal import Made, Proposed
from graphkit.sources.mapping.revision.shown_proposals import UNTIED

_READ_ME = {
    *"readme read license licence copyright about notes note changelog metadata liesmich".split(),
    *"lisezmoi lizenz licencja czytaj uwagi terms citation".split(),
}
"""Words in the names of files that describe the tables beside them."""


def why_of(sheet: Sheet, proposed: Proposed) -> str:
    """Why a sheet is left out, and what can be loaded instead."""
    return why_left_out(sheet.title or Path(sheet.file).stem, proposed.head.names)


def unless_remarks(sheet: Sheet, proposed: Proposed) -> Proposed:
    """The proposal, but to skip a sheet of remarks: lines without column names beside tables."""
    if proposed.head.row or len(proposed.head.names) > 1:
        return proposed
    if sheet.title is None and not _is_read_me(sheet):
        return proposed
    return replace(proposed, mapping=replace(proposed.mapping, shape=Shape.SKIP, roles=("skip",)))


def _is_read_me(sheet: Sheet) -> bool:
    """Whether a file beside tables describes them, by its name or by its sentences."""
    if {*plain(Path(sheet.file).stem).split()} & _READ_ME:
        return True
    lines = [text for _, cells in sheet.rows for text in cells if text.strip()]
    return sum(line.rstrip().endswith((".", ":")) for line in lines) * 2 > len(lines)


def lost_whole(made: Sequence[Made], known: Sequence[SheetMapping]) -> str:
    """Why nothing is loaded where no file ties organisations and one with data would be left out.

    Parameters
    ----------
    made : sequence of (Sheet, Proposed)
        The sheets, each with what is proposed for it.
    known : sequence of SheetMapping
        The mappings of the sheets that were read otherwise.

    Returns
    -------
    str
        The reason; nothing where all that is left out describes what is read.
    """
    mappings = [*known, *(proposed.mapping for _, proposed in made)]
    if any(each.shape not in UNTIED or "member part_of" in each.roles for each in mappings):
        return ""
    kept = {sheet.file for sheet, p in made if p.mapping.shape is not Shape.SKIP}
    kept |= {mapping.file for mapping in known}
    for sheet, proposed in made:
        table = proposed.head.row and len(proposed.head.names) > 1 and proposed.head.body
        why = why_of(sheet, proposed)
        unknown = why == NO_ORGANISATION  # people are left out on purpose
        if table and unknown and sheet.file not in kept and not _is_read_me(sheet):
            return (
                f"{sheet.place}: {why}; without it, nothing ties the "
                "organisations of the other files"
            )
    return ""
