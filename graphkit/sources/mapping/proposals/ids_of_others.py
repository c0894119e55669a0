"""Read a table whose columns nothing names by the ids of another table that stand in them.

    firms: no, name    seats: firm_no, body, rubric    ->    who sits in which body

What the cells hold decides; names of columns count only where ids are numbers, as rows and amounts
are numbered too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.header_words import meaning, plain, stem_of
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.header_nouns import names_people
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping
from graphkit.sources.mapping.proposals.guessed_groups import in_groups, likeliest, may_be_group
from graphkit.sources.mapping.proposals.proposal import Made, Proposed
from graphkit.sources.mapping.proposals.proposed_ties import roles_of_ties

_FOUND = 0.9
"""The share of the texts of a column that must be ids of the other table."""
_LOOKED_AT = 3000


@dataclass(frozen=True, slots=True)
class _Ids:
    """The ids of the organisations of a table, and the stems of the words that name these."""

    place: str
    ids: frozenset[str]
    words: frozenset[str]


def by_ids_of_others(made: Sequence[Made]) -> list[Made]:
    """The proposals for sheets; one that would be left out is read by the ids of another.

    Parameters
    ----------
    made : sequence of (Sheet, Proposed)
        The sheets, each with what is proposed for it.

    Returns
    -------
    list of (Sheet, Proposed)
        The proposals. `Proposed.guess` says of each such sheet what to look at before it is loaded.
    """
    tables = [table for each in made if (table := _ids_of(*each)) is not None]
    return [(sheet, _read(sheet, proposed, tables)) for sheet, proposed in made]


def _ids_of(sheet: Sheet, proposed: Proposed) -> _Ids | None:
    mapping = proposed.mapping
    key = mapping.column("member id")
    if key is None or mapping.shape not in (Shape.ORGANISATIONS, Shape.PAIRS):
        return None
    cells = [row[key].strip() if key < len(row) else "" for _, row in proposed.head.body]
    if not all(cells) or len({*cells}) < len(cells):
        return None
    name = mapping.column("member")
    named = [mapping.header[at] for at in (key, name) if at is not None]
    words = plain(" ".join((*named, sheet.title or Path(sheet.file).stem))).split()
    return _Ids(sheet.place, frozenset(cells), frozenset(map(stem_of, words)))


def _read(sheet: Sheet, proposed: Proposed, tables: Sequence[_Ids]) -> Proposed:
    mapping, columns = proposed.mapping, proposed.looks
    about = (sheet.title or Path(sheet.file).stem, *mapping.header)
    if not proposed.head.row or proposed.unclear:
        return proposed
    named = _guessed(mapping)
    if mapping.shape is not Shape.SKIP and named is None:
        return proposed
    if any(names_people(plain(each).removesuffix(" id")) for each in about):
        return proposed
    for table in tables:
        places = [at for at, look in enumerate(columns) if _holds(look, table)]
        read = _as_ties(mapping, columns, places) if len(places) == 2 else None
        if named is not None and not (read and mapping.column("group") in places):
            read = _by_id(mapping, named) if named in places else None
            places = [named]
        elif len(places) == 1:
            read = _in_groups(proposed, places[0])
        if read is not None:
            ends = " and ".join(mapping.header[at] for at in places)
            hold = "hold" if len(places) > 1 else "holds"
            group = read.column("group")
            taken = (
                "so that the rows are taken for ties between these"
                if group is None
                else f"and {mapping.header[group]} is taken for the group that these are in"
            )
            guess = f"{ends} {hold} ids of {table.place}, {taken}"
            return replace(proposed, mapping=read, guess=guess, untied=None, numbered=None)
    return proposed


def _guessed(mapping: SheetMapping) -> int | None:
    """The column of members in groups that is not called so, or None."""
    at = mapping.column("member")
    if mapping.shape is not Shape.PAIRS or at is None or "group" not in mapping.roles:
        return None
    return at if meaning(mapping.header[at]) == ("", "") else None


def _by_id(mapping: SheetMapping, at: int) -> SheetMapping | None:
    """The mapping, in which a column holds the ids of members."""
    if "member id" in mapping.roles:
        return None
    roles = ["member id" if n == at else role for n, role in enumerate(mapping.roles)]
    return replace(mapping, roles=tuple(roles))


def _holds(look: Look, table: _Ids) -> bool:
    """Whether a column holds ids of a table."""
    texts = {*look.texts}
    if not texts or len(texts & table.ids) < _FOUND * len(texts):
        return False
    if any(map(str.isalpha, "".join(texts))):
        return True
    return meaning(look.name)[0] == "member" or bool(
        {stem_of(word) for word in plain(look.name).split() if word != "id"} & table.words
    )


def _as_ties(mapping: SheetMapping, columns: Sequence[Look], places: Sequence[int]) -> SheetMapping:
    first, second = places
    roles = roles_of_ties(columns, first, second)
    roles[first], roles[second] = "a id", "b id"
    return replace(mapping, shape=Shape.TIES, roles=tuple(roles))


def _in_groups(proposed: Proposed, at: int) -> SheetMapping | None:
    """The mapping of memberships in the groups that another column names, or None."""
    columns, body = proposed.looks, proposed.head.body[:_LOOKED_AT]
    likely = [other for other, look in enumerate(columns) if other != at and may_be_group(look)]
    if not likely:
        return None
    roles = [ATTRIBUTE] * len(columns)
    roles[at] = "member id"
    bare = replace(proposed.mapping, shape=Shape.PAIRS, roles=tuple(roles), layer="membership")
    # A group stands in every row; what is blank in some is said of it.
    full = [other for other in likely if not columns[other].empty] or likely
    group = full[0] if len(full) == 1 else likeliest(columns, full, at, body)
    return in_groups(bare, group, columns, body)
