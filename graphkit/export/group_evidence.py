"""The facts behind a declaration or a collaboration as a table and as text."""

from __future__ import annotations

from graphkit.export.evidence import paragraph
from graphkit.export.own_cells import OwnCells
from graphkit.export.phrases import group_named, names_of, standing_words, written
from graphkit.export.statement_columns import (
    STATEMENT_DATES,
    STATEMENT_TYPES,
    statement_cells,
    statement_columns,
)
from graphkit.export.table import Table
from graphkit.model.wording import counted
from graphkit.network.group_evidence import GroupExplanation


def group_explanation_table(explanation: GroupExplanation) -> Table:
    """One row per fact: the member that it puts into the group, its dates and its sources.

    `member` is the organisation that counts, which differs from the `organisation` that the fact
    names when a part counts as its whole. `only_here` marks those that have no tie without it.
    """
    facts = [(member, each) for member in explanation.members for each in member.statements]
    own = OwnCells.of(each.own for _, each in facts)
    rows = (
        statement_cells(
            explanation.group,
            each,
            standing_words(each.standing),
            each.representative or None,
            member.id,
            member.name,
            member.id in explanation.only_here,
            own=own,
        )
        for member, each in facts
    )
    more = ("standing", "represented_by", "member", "member_name", "only_here")
    return Table.of(
        statement_columns(*more, own=own),
        rows,
        dates={*STATEMENT_DATES, *own.dates},
        types=STATEMENT_TYPES | {"only_here": bool} | own.types,
    )


def group_explanation_text(explanation: GroupExplanation) -> str:
    """The group as text: each member with its facts and their sources."""
    group, members = explanation.group, explanation.members
    named = group_named(group)
    head = f"{named[:1].upper()}{named[1:]} ({group.id}): {counted(len(members), 'organisation')}"
    if not members:
        return written([head, "  the selection leaves it out, or nobody is in it"])
    number = len(explanation.only_here)
    alone = [member for member in members if member.id in explanation.only_here]
    only = f"  {number} of them would have no tie without it: {names_of(alone)}"
    facts = [
        line
        for member in members
        for each in member.statements
        for line in paragraph(each, member.name)
    ]
    return f"{written([head, *([only] if number else [])])}\n{written(facts)}"
