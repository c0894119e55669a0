"""Find the rows of a table that its own cells name by their ids, before these rows are read."""

from __future__ import annotations

from graphkit.sources.mapping.rows.drafts import Drafts, Mapped
from graphkit.sources.mapping.rows.subjects import Subject


def know_rows_by_id(sheet: Mapped, drafts: Drafts, member: Subject, group: Subject) -> None:
    """Let the column that names rows of the table by their ids know all of them.

    Parameters
    ----------
    sheet : Mapped
        The sheet; nothing is done where it has no such column.
    drafts : Drafts
        What is stated so far.
    member, group : Subject
        Who reads the members and the groups.
    """
    mapping = sheet.mapping
    if not mapping.ids_of_rows:
        return
    named = {mapping.header[at] for at in mapping.columns("member")}
    whose, other = (group, member) if mapping.ids_of_rows in named else (member, group)
    for _, cells in sheet.body:
        if whose.is_numbered(cells):
            key, entity = whose.announced(cells, len(drafts.origins))
            other.by_id.setdefault(key, entity)
