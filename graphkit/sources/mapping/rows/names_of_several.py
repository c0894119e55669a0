"""The names that several organisations have, which another column tells apart."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.sources.known_organisations import comparable
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.mapping.form.told_apart import as_told, told_by
from graphkit.sources.mapping.rows.drafts import Mapped

_NAMED = ("member", "a", "b")


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
        for word in _NAMED:
            named, at = sheet.mapping.column(word), told_by(sheet.mapping, word)
            if named is None or at is None:
                continue
            for _, cells in sheet.body:
                if not is_blank(cells[named]) and not is_blank(cells[at]):
                    told = as_told(sheet.mapping, at, cells[at])
                    found.setdefault(comparable(cells[named]), set()).add(comparable(told))
    return frozenset(name for name, texts in found.items() if len(texts) > 1)
