"""The columns of a table with one statement per row: group, organisation, role, dates, sources."""

from __future__ import annotations

from graphkit.export.own_cells import NO_OWN, OwnCells
from graphkit.network import Group, Statement

_FIRST = (
    "layer",
    "group",
    "name",
    "organisation",
    "role",
    "other",
    "start",
    "end",
    "observed",
    "dates_from",
    "status",
)
_LAST = ("sources", "note")

STATEMENT_DATES = ("start", "end", "observed")
"""The columns that hold dates."""

STATEMENT_TYPES = {"sources": list}
"""The columns that hold no texts."""


def statement_columns(*more: str, own: OwnCells = NO_OWN) -> tuple[str, ...]:
    """The names of the columns; `more` stand before the sources, columns of one's own last."""
    return (*_FIRST, *more, *_LAST, *own.names)


def statement_cells(
    group: Group,
    statement: Statement,
    *more: object,
    role: str | None = None,
    own: OwnCells = NO_OWN,
) -> tuple[object, ...]:
    """The cells of a statement; `more` stand before the sources, columns of one's own last.

    `role` replaces the stated one. What is not stated is None.
    """
    return (
        group.layer,
        group.id,
        group.name or None,
        statement.organisation,
        (statement.role if role is None else role) or None,
        statement.other or None,
        statement.start or None,
        statement.end or None,
        statement.observed or None,
        statement.dates_from or None,
        statement.status,
        *more,
        [str(citation) for citation in statement.citations],
        statement.note or None,
        *own(statement.own),
    )
