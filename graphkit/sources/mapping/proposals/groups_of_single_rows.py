"""Offer that each row is a group of its own, where rows name several organisations and no group."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.sources.header_words import meaning
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.listed_names import names_in
from graphkit.sources.mapping.form.doubt import GROUP_OF_ROW, Change
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping


def offers_of_rows(
    mapping: SheetMapping, columns: Sequence[Look], title: str
) -> tuple[Change, ...]:
    """That each row is a group of its own, as in a list of agreements that names only the parties.

    Parameters
    ----------
    mapping : SheetMapping
        The mapping.
    columns : sequence of Look
        The columns.
    title : str
        What the table is about, by which the groups are called.

    Returns
    -------
    tuple of Change
        The change; none where a column names groups, or rows do not name several organisations.
    """
    named = {"group", "group id"} & {*mapping.roles} or mapping.group_of_row
    members = [at for at, role in enumerate(mapping.roles) if role == "member"]
    if mapping.shape not in (Shape.PAIRS, Shape.ORGANISATIONS) or named or not members:
        return ()
    rows = zip(*(look.cells for look in columns), strict=True)
    found = [frozenset(names_of_row(mapping, row, members)) for row in rows]
    several = [names for names in found if len(names) > 1]
    if len({*several}) < 2 or len(several) * 2 < sum(map(bool, found)):
        return ()
    roles = {
        look.name: _of_row(look)
        for look, role in zip(columns, mapping.roles, strict=True)
        if role in (ATTRIBUTE, f"member {ATTRIBUTE}", "member founded")
    }
    roles |= {columns[at].name: "member" for at in members}
    settings = (("shape", "pairs"), ("group", title), (GROUP_OF_ROW, title))
    return (Change("each row is a group of its own", settings, (*roles.items(),)),)


def _of_row(look: Look) -> str:
    """What a column says of the group that its row is, or of being in it."""
    what = meaning(look.name)[1]
    return what if what in ("start", "end") and look.dates == 1 else f"group {ATTRIBUTE}"


def names_of_row(mapping: SheetMapping, row: Sequence[str], members: Sequence[int]) -> list[str]:
    """The names of the organisations that stand in some columns of a row.

    Parameters
    ----------
    mapping : SheetMapping
        The mapping, which says how cells are split.
    row : sequence of str
        The cells.
    members : sequence of int
        The columns.

    Returns
    -------
    list of str
        The names.
    """
    return [
        name
        for at in members
        if at < len(row) and not is_blank(row[at])
        for name in names_in(row[at].strip(), mapping.split.get(mapping.header[at], ""))
    ]
