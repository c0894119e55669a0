"""The names that several organisations have, which another column tells apart."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.sources.known_organisations import comparable
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.mapping.rows.drafts import Mapped


def names_of_several(sheets: Sequence[Mapped]) -> frozenset[str]:
    """The names below which organisations differ in what the mapping tells them apart by.

    Parameters
    ----------
    sheets : sequence of Mapped
        The sheets; a name may stand in several of them.

    Returns
    -------
    frozenset of str
        The names, as they are compared.
    """
    found: dict[str, set[str]] = {}
    for sheet in sheets:
        member, by = sheet.mapping.column("member"), sheet.mapping.told_apart_by
        if member is None or not by:
            continue
        at = sheet.header.index(by)
        for _, cells in sheet.body:
            if not is_blank(cells[member]) and not is_blank(cells[at]):
                found.setdefault(comparable(cells[member]), set()).add(comparable(cells[at]))
    return frozenset(name for name, texts in found.items() if len(texts) > 1)
