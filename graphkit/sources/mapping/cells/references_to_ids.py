"""Which column of a sheet refers to the organisations of another one by their ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.table_head import Head
from graphkit.sources.mapping.form.sheet_mapping import Shape, SheetMapping

_FOUND = 0.9
"""The share of the texts of a column that must be ids of the other sheet."""
_LOOKED_AT = 100_000


def ids_of_members(head: Head, mapping: SheetMapping) -> frozenset[str]:
    """The ids of the organisations that a sheet names; none where another column tells them apart.

    Parameters
    ----------
    head : Head
        The header with the rows.
    mapping : SheetMapping
        The mapping of the sheet.

    Returns
    -------
    frozenset of str
        The ids.
    """
    key = mapping.column("member id")
    if key is None or "member" not in mapping.roles or mapping.shape is Shape.SKIP:
        return frozenset()
    rows = head.body[:_LOOKED_AT]
    return frozenset(row[key].strip() for _, row in rows if key < len(row)) - {""}


def with_ids_of_others(
    mapping: SheetMapping, columns: Sequence[Look], ids: Sequence[frozenset[str]]
) -> SheetMapping:
    """The mapping of a sheet, with the one column that holds ids of another as those of members.

    Parameters
    ----------
    mapping : SheetMapping
        The mapping, in which no column names or numbers organisations yet.
    columns : sequence of Look
        The columns.
    ids : sequence of frozenset of str
        The ids of the organisations of each other sheet.

    Returns
    -------
    SheetMapping
        The mapping; as it was where no column does so, or several do.
    """
    found = [at for at, look in enumerate(columns) if any(_holds(look, each) for each in ids)]
    if len(found) != 1 or mapping.shape is not Shape.SKIP:
        return mapping
    roles = [*mapping.roles]
    roles[found[0]] = "member id"
    return replace(mapping, roles=tuple(roles))


def _holds(look: Look, ids: frozenset[str]) -> bool:
    texts = {*look.texts}
    if not texts or not ids or len(texts & ids) < _FOUND * len(texts):
        return False
    # Amounts and counts are numbered as ids are, and then the name of the column decides.
    lettered = any(map(str.isalpha, "".join(texts)))
    return lettered or meaning(look.name)[1] == "id" or plain(look.name).endswith(" id")
