"""Projects that the column of the group does not name, because they have one partner only.

A catalogue of grants names the joint project in one column, and leaves it blank where a grant is
not part of one. The title of the grant then names what is a project too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.columns import Look
from graphkit.sources.mapping.lenient import is_blank
from graphkit.sources.mapping.sheet_mapping import (
    ATTRIBUTE,
    Shape,
    SheetMapping,
    as_role,
)
from graphkit.sources.raw import Row

_LOOKED_AT = 3000
_TITLES = {*"thema title titel titre titolo titulo tytul subject topic".split()}
_IDS = {*"id fkz code number reference ref nr no award contract".split()}


def with_names_otherwise(
    mapping: SheetMapping, columns: Sequence[Look], body: Sequence[Row]
) -> SheetMapping:
    """The mapping of grants, with the column that names those which the group's column does not.

    `otherwise` is a column of titles, or of ids, that is filled in such rows.
    """
    group = mapping.column("group")
    given = any(map(as_role, mapping.roles))
    if mapping.shape is not Shape.PAIRS or group is None or "group id" in mapping.roles:
        return mapping
    if not given or mapping.layer != "collaboration":
        return mapping
    rows = [row for _, row in body[:_LOOKED_AT] if group >= len(row) or is_blank(row[group])]
    free = [
        at
        for at, role in enumerate(mapping.roles)
        if role.endswith(ATTRIBUTE)
        and rows
        and all(at < len(row) and not is_blank(row[at]) for row in rows)
    ]
    titles = [at for at in free if _TITLES & {*plain(mapping.header[at]).split()}]
    numbers = [at for at in free if columns[at].unlike == 1.0 and _is_id(mapping.header[at])]
    found = next(iter([*titles, *numbers]), None)
    return mapping if found is None else replace(mapping, otherwise=mapping.header[found])


def _is_id(name: str) -> bool:
    return meaning(name)[1] == "id" or bool(_IDS & {*plain(name).split()})
