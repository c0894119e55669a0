"""Columns of groups that name the member itself where it is in none, such as AGIR in AGIR."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.model.wording import counted
from graphkit.sources.known_organisations import comparable
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.form.sheet_mapping import NO_GROUP, Shape, SheetMapping
from graphkit.sources.mapping.rows.namesakes import only_of_themselves

_FEWEST = 3
"""From this many such rows on, they are likely to say that there is no group."""


def with_rows_in_no_group(mapping: SheetMapping, columns: Sequence[Look]) -> SheetMapping:
    """The mapping by which groups of nobody but their namesake are none, where that is likely.

    Parameters
    ----------
    mapping : SheetMapping
        The proposal.
    columns : sequence of Look
        The columns.

    Returns
    -------
    SheetMapping
        The same where few rows name the member itself, or no other group has several members.
    """
    alone, shared = _alone(mapping, columns)
    return replace(mapping, same_name=NO_GROUP) if alone >= _FEWEST and shared else mapping


def doubts_of_same_names(mapping: SheetMapping, columns: Sequence[Look]) -> list[Doubt]:
    """The doubt on groups of nobody but an organisation of the same name.

    Parameters
    ----------
    mapping : SheetMapping
        The proposal.
    columns : sequence of Look
        The columns.

    Returns
    -------
    list of Doubt
        One at most.
    """
    alone, _ = _alone(mapping, columns)
    if not alone:
        return []
    name = mapping.header[mapping.columns("group")[0]]
    itself = "names the member itself" if alone == 1 else "name the member itself"
    rows = f"{name}: {counted(alone, 'row')} {itself}"
    if mapping.same_name:
        said = f"{rows} and {'is' if alone == 1 else 'are'} read as in no group"
        cure = "if each is a group of its own, delete same_name"
        return [Doubt(f"{said}; {cure}", (Change.to("each is a group of its own", same_name=""),))]
    said = f"{rows}, and each is read as a group of its own"
    cure = f'if there is no group in such rows, write same_name = "{NO_GROUP}"'
    change = Change.to("rows whose group is the member itself name no group", same_name=NO_GROUP)
    return [Doubt(f"{said}; {cure}", (change,))]


def _alone(mapping: SheetMapping, columns: Sequence[Look]) -> tuple[int, bool]:
    """How many rows name a group of nobody but its namesake, and whether others have several."""
    members, groups = mapping.columns("member"), mapping.columns("group")
    if mapping.shape is not Shape.PAIRS or len(members) != 1 or len(groups) != 1:
        return 0, False
    rows = [*zip(columns[members[0]].cells, columns[groups[0]].cells, strict=True)]
    alone = only_of_themselves(mapping, [*enumerate(rows)], [0], [1])
    if not alone:
        return 0, False
    of: dict[str, set[str]] = {}
    for member, group in rows:
        if member and group:
            of.setdefault(comparable(group), set()).add(comparable(member))
    number = sum(comparable(group) in alone for _, group in rows if group)
    return number, any(len(each) > 1 for each in of.values())
