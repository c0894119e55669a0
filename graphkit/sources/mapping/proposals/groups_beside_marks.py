"""Columns that name groups beside those of yes and no: `Organisation, Network, Energy, Water`.

Each organisation is in the groups of which its row says yes, and in those that such a column names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.header_lexicon import years
from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.header_nouns import layer_of_noun
from graphkit.sources.mapping.cells.kind_words import kind_of, sector_of
from graphkit.sources.mapping.cells.listed_names import separator_of
from graphkit.sources.mapping.cells.worded_columns import are_sentences, is_worded
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.form.lenient import is_date
from graphkit.sources.mapping.form.sheet_mapping import (
    ATTRIBUTE,
    FURTHER_GROUP,
    Shape,
    SheetMapping,
)

_SORTS = {"group", "groups", "cluster", "clusters", "category", "type"}
"""Words for columns that sort organisations as often as they name what these are members of."""
_OF_MEMBER = f"member {ATTRIBUTE}"
_SEVERAL = 2
"""From this many columns of dates on, these may be groups that the rows joined then."""


def with_further_groups(mapping: SheetMapping, columns: Sequence[Look]) -> SheetMapping:
    """The matrix with columns that name groups in which each row is too.

    Parameters
    ----------
    mapping : SheetMapping
        A proposal.
    columns : sequence of Look
        The columns.

    Returns
    -------
    SheetMapping
        The proposal.
    """
    roles, split = [*mapping.roles], dict(mapping.split)
    for at, look in enumerate(columns):
        if _names_groups(mapping, at, look) and plain(look.name) not in _SORTS:
            roles[at] = FURTHER_GROUP
            if mark := separator_of(look, several=True):
                split[look.name] = mark
    return replace(mapping, roles=tuple(roles), split=split)


def doubts_of_further_groups(mapping: SheetMapping, columns: Sequence[Look]) -> list[Doubt]:
    """What is in doubt of columns that name groups beside a matrix, or may do so."""
    doubts = []
    for at, (look, role) in enumerate(zip(columns, mapping.roles, strict=True)):
        if role == FURTHER_GROUP:
            said = (
                f"{look.name} is taken for groups that the organisations are in too; if it says "
                f'something else of them, write "{_OF_MEMBER}" for it'
            )
            none = Change.to("it says something else of them", {look.name: _OF_MEMBER})
            doubts.append(Doubt(said, (none,)))
        elif _names_groups(mapping, at, look):
            said = (
                f"{look.name} is kept as a further column; if it names groups that the "
                f'organisations are in too, write "{FURTHER_GROUP}" for it'
            )
            groups = Change.to("it names groups that they are in too", {look.name: FURTHER_GROUP})
            doubts.append(Doubt(said, (groups,)))
    return doubts + _of_dated_columns(mapping, columns)


def _of_dated_columns(mapping: SheetMapping, columns: Sequence[Look]) -> list[Doubt]:
    """The doubt on columns of dates beside that of groups, whose names do not speak of dates."""
    if mapping.shape is not Shape.PAIRS or mapping.column("start") is not None:
        return []
    dated = [
        look.name
        for look, role in zip(columns, mapping.roles, strict=True)
        if role.endswith(ATTRIBUTE)
        and meaning(look.name) == ("", "")
        and look.texts
        and "" in look.cells
        and all(map(is_date, look.texts))
        and look.numbers == 0
        and years().isdisjoint(plain(look.name).split())
    ]
    if len(dated) < _SEVERAL:
        return []
    said = (
        f"{' and '.join(dated[:_SEVERAL])} hold dates and are kept as further columns; if each "
        'names a group, write shape = "matrix", cells = "dates" and "group column" for each'
    )
    return [Doubt(said)]


def _names_groups(mapping: SheetMapping, at: int, look: Look) -> bool:
    """Whether a column beside a matrix may name groups, of which some have several members."""
    if mapping.shape is not Shape.MATRIX or mapping.roles[at] not in (ATTRIBUTE, _OF_MEMBER):
        return False
    named = meaning(look.name) == ("membership", "name")
    if not (named or layer_of_noun(look.name) == "membership") or not is_worded(look):
        return False
    again = look.unlike < 1 or bool(separator_of(look, several=True))
    kinds = sum(bool(kind_of(text) or sector_of(text)) for text in {*look.texts})
    return again and 2 * kinds < look.distinct and not are_sentences(look)
