"""Whether groups have their ids among those of organisations, or numbers of their own.

A dump of a database numbers organisations 1, 2, 3 … and groups 1, 2, 3 … in tables of their own;
in other files one table holds both.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.sources.mapping.form.sheet_mapping import Shape
from graphkit.sources.mapping.rows.drafts import Mapped

_MEMBERSHIP = "membership"


def share_numbers(sheets: Sequence[Mapped]) -> bool:
    """Whether a group that only an id names is the organisation with that id.

    Parameters
    ----------
    sheets : sequence of Mapped
        The sheets.

    Returns
    -------
    bool
        False where a table describes the groups, or where the table of organisations calls its ids
        as memberships call those of members, and the ids of members are also ids of groups.
    """
    of_groups = [
        sheet
        for sheet in sheets
        if sheet.mapping.column("group id") is not None and sheet.mapping.layer == _MEMBERSHIP
    ]
    if any(sheet.mapping.shape is Shape.GROUPS for sheet in of_groups):
        return False
    tables = [sheet for sheet in sheets if sheet.mapping.shape is Shape.ORGANISATIONS]
    held = {text for table in tables for text in _ids(table, "member id")}
    names = {name for table in tables for name in _names(table, "member id")}
    return bool(held) and all(
        _ids(sheet, "group id") <= held
        and (
            names.isdisjoint(_names(sheet, "member id"))
            or _ids(sheet, "group id").isdisjoint(_ids(sheet, "member id"))
        )
        for sheet in of_groups
    )


def _ids(sheet: Mapped, role: str) -> set[str]:
    at = sheet.mapping.column(role)
    texts = {row[at].strip() for _, row in sheet.body if at < len(row)} if at is not None else set()
    return texts - {""}


def _names(sheet: Mapped, role: str) -> set[str]:
    return {sheet.header[at].casefold() for at in sheet.mapping.columns(role)}
