"""Read memberships that a table states by the ids of its own rows.

    id, name, member_of
    12, Water Forum,
    40, Energy Club, 12
    41, Acme, 12;40

The rows 12 and 40 are the groups. Small numbers may also count groups that no row names, so that a
person has to look at it unless the column is called members or memberships.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.header_words import plain
from graphkit.sources.known_organisations import comparable
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.listed_names import mark_in, names_in, separator_of
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping
from graphkit.sources.mapping.proposals.proposal import Made

_FOUND = 0.9
"""The share of the parts of cells that must be ids of rows."""
_LARGEST = 2
"""Numbers up to this many more than there are different ones may count groups."""
_TAKEN = "holds ids of rows of the same table, which are taken for"
"""What guesses say where the other answer is that the column names something else."""


def by_ids_of_own_rows(made: Sequence[Made]) -> list[Made]:
    """The proposals for sheets; a column that no other sheet explains may name rows of its own.

    Parameters
    ----------
    made : sequence of (Sheet, Proposed)
        The sheets, each with what is proposed for it.

    Returns
    -------
    list of (Sheet, Proposed)
        The proposals.
    """
    found: list[Made] = []
    for sheet, proposed in made:
        mapping, doubts, guess = with_ids_of_own_rows(proposed.mapping, proposed.looks)
        if mapping != proposed.mapping:
            proposed = replace(
                proposed,
                mapping=mapping,
                doubts=(*proposed.doubts, *doubts),
                guess=proposed.guess or guess,
            )
        found.append((sheet, proposed))
    return found


def with_ids_of_own_rows(
    mapping: SheetMapping, columns: Sequence[Look]
) -> tuple[SheetMapping, list[Doubt], str]:
    """The mapping in which a column of groups, or of members, names rows by their ids.

    Parameters
    ----------
    mapping : SheetMapping
        A proposal.
    columns : sequence of Look
        The columns.

    Returns
    -------
    SheetMapping, list of Doubt, str
        The proposal, what is in doubt, and why nothing is loaded before a look.
    """
    if mapping.shape is not Shape.PAIRS or mapping.layer not in ("", "membership"):
        return mapping, [], ""
    for rows, others in (("member", "group"), ("group", "member")):
        key, name = mapping.column(f"{rows} id"), mapping.column(rows)
        at = mapping.column(others)
        if None in (key, name, at) or f"{others} id" in mapping.roles:
            continue
        look = columns[at or 0]
        mark = mapping.split.get(look.name) or separator_of(look, several=True)
        parts = [part for text in look.texts for part in names_in(text, mark)]
        if not _are_ids(parts, columns[key or 0], columns[name or 0]):
            continue
        listed = any(mark_in(text, mark) for text in look.texts) if mark else False
        numbers = all(part.isdecimal() for part in parts)
        if numbers and not listed and _may_count(parts):
            continue
        split = {**mapping.split, look.name: mark} if mark and listed else mapping.split
        read = replace(mapping, ids_of_rows=look.name, split=split)
        said = f"{look.name} {_TAKEN} the {others}s"
        if not numbers or "member" in plain(look.name):
            return read, [Doubt(said, (_not_so(look.name),))], ""
        guess = f"{said}; if it numbers something else, leave ids_of_rows out"
        return read, [], guess
    return mapping, [], ""


def offers_of_own_rows(mapping: SheetMapping, guess: str) -> list[Change]:
    """The other answer where a column may hold ids of rows."""
    return [_not_so(mapping.ids_of_rows)] if mapping.ids_of_rows and _TAKEN in guess else []


def _not_so(name: str) -> Change:
    further = {name: f"member {ATTRIBUTE}"}
    said = f"{name} holds something else, and is kept as a further column"
    return Change.to(said, further, ids_of_rows="")


def _are_ids(parts: Sequence[str], ids: Look, names: Look) -> bool:
    """Whether parts of cells are ids of rows that have names, and not names themselves."""
    held, called = {*ids.texts}, {comparable(text) for text in names.texts}
    found = sum(part in held for part in parts)
    named = sum(comparable(part) in called for part in parts)
    return bool(parts) and found >= _FOUND * len(parts) and 2 * named < len(parts)


def _may_count(parts: Sequence[str]) -> bool:
    """Whether numbers are 1, 2, 3 and so on, as those of groups are that no row names."""
    return max(map(int, parts)) <= len({*parts}) + _LARGEST
