"""Columns of groups beside the first: `Coalition 1` and `Coalition 2`, a network and an alliance.

A catalogue of grants names joint projects in one column, and leaves it blank where a grant is not
part of one. The title of the grant then names what is a project too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.header_nouns import layer_of_noun
from graphkit.sources.mapping.cells.worded_columns import is_worded
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.mapping.form.sheet_mapping import (
    ATTRIBUTE,
    Shape,
    SheetMapping,
    as_role,
)
from graphkit.sources.raw import Row


def alike_groups(columns: Sequence[Look], taken: Sequence[int], free: Sequence[int]) -> list[int]:
    """The places of columns that name groups of the same sort, or none.

    Those of different names cross: of a committee and its subcommittee, one is the group.

    Parameters
    ----------
    columns : sequence of Look
        The columns of a list.
    taken : sequence of int
        The column that names groups, where it is known.
    free : sequence of int
        The columns of which nothing is known.
    """
    free = [at for at in free if is_worded(columns[at])]
    for at in taken or free:
        stem = _unnumbered(columns[at].name)
        if "membership" not in (meaning(stem)[0], layer_of_noun(stem)):
            continue
        more = [n for n in free if n != at and _is_further(columns[at], columns[n])]
        return [at, *more] if more else []
    return []


def _is_further(one: Look, two: Look) -> bool:
    stem = _unnumbered(two.name)
    if stem != plain(two.name):
        return stem == _unnumbered(one.name)
    return layer_of_noun(stem) == "membership" and _cross(one, two)


def _unnumbered(name: str) -> str:
    """The plain name of a column without the number behind it: that of `Coalition 2`."""
    words = plain(name).split()
    return " ".join(words[:-1] if len(words) > 1 and words[-1].isdecimal() else words)


def _cross(one: Look, other: Look) -> bool:
    """Whether neither of two columns tells the other, as that of subcommittees tells committees."""
    rows = {*zip(one.cells, other.cells, strict=True)}
    return all(
        len({row[place] for row in rows if row[place]}) < sum(bool(row[place]) for row in rows)
        for place in (0, 1)
    )


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
