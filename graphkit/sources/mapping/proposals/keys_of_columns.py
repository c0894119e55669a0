"""Read a matrix whose columns are ids with the table that says what each id is.

    m: Organisation, G1, G2    groups: Code, Name     codebook: Variable, Description

The columns are named, and described, by the rows of the other table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.header_words import layer_in, meaning, plain
from graphkit.sources.mapping.cells.columns import Look, looks
from graphkit.sources.mapping.cells.kinds_of_groups import group_kind_in
from graphkit.sources.mapping.cells.table_head import find_head
from graphkit.sources.mapping.cells.worded_columns import is_worded
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, SKIP, Shape, is_role, roles_of
from graphkit.sources.mapping.proposals.proposal import Made, Proposed

_FOUND = 0.8
_FEWEST = 2
_LONGEST = 24
"""How long the ids of columns are at most."""
_SHAPES = (Shape.MATRIX, Shape.SQUARE, Shape.SKIP, Shape.ORGANISATIONS)
_CODES = {"0", "1", "2", "3", "0.0", "1.0"}
_VARIABLES = {*"variable variables column columns field fields item items zmienna spalte".split()}
_SAID = {*"description label meaning definition title text opis beschreibung".split()}


def only_columns_of_others(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets; of a codebook only the rows that say what columns of yes and no of another sheet
    are, since its other rows describe further columns.
    """
    if len(sheets) < _FEWEST:
        return [*sheets]
    found = []
    for sheet in sheets:
        head = find_head(sheet.rows)
        if not head.row or _VARIABLES.isdisjoint(plain(head.names[0]).split()):
            found.append(sheet)
            continue
        stated = {cells[0].strip() for _, cells in head.body if cells}
        marked = {
            look.name
            for other in sheets
            if other is not sheet
            for look in _columns(other)
            if _is_marked(look) and look.name in stated
        }
        kept = [row for row in head.body if row[1] and row[1][0].strip() in marked]
        if len(marked) < _FEWEST or len(kept) == len(head.body):
            found.append(sheet)
            continue
        above = [row for row in sheet.rows if row[0] <= head.row]
        found.append(replace(sheet, rows=[*above, *kept]))
    return found


def _columns(sheet: Sheet) -> list[Look]:
    head = find_head(sheet.rows)
    return looks(head.names, head.body) if head.row else []


def by_keys_of_columns(made: Sequence[Made]) -> list[Made]:
    """The proposals for sheets; a table whose ids name the columns of another describes these.

    Parameters
    ----------
    made : sequence of (Sheet, Proposed)
        The sheets, each with what is proposed for it.

    Returns
    -------
    list of (Sheet, Proposed)
        The proposals.
    """
    found = [*made]
    for number, (sheet, proposed) in enumerate(made):
        listed = proposed.mapping.shape is Shape.PAIRS and bool(proposed.mapping.group)
        if not listed and proposed.mapping.shape not in _SHAPES:
            continue
        marked = [
            look.name
            for look in proposed.looks
            if look.texts and _is_marked(look) and len(look.name) <= _LONGEST
        ]
        if len(marked) < _FEWEST or not proposed.head.row:
            continue
        for other, (_, table) in enumerate(made):
            key = None if other == number else _key(table, marked)
            name = None if key is None else _name(table, key)
            if key is None or name is None:
                continue
            found[other] = _named(found[other], key, name, proposed)
            if proposed.mapping.shape is Shape.SKIP:
                found[number] = (sheet, _as_matrix(proposed, table, key, number, made))
            elif proposed.mapping.shape is not Shape.SQUARE:
                found[number] = (sheet, _of_known_groups(proposed, table, key))
            break
    return found


def _is_marked(look: Look) -> bool:
    """Whether the cells of a column say yes and no, or how in a code."""
    return bool(look.texts) and (look.marks == 1.0 or {*look.texts} <= _CODES)


def _of_known_groups(proposed: Proposed, table: Proposed, key: int) -> Proposed:
    """A matrix whose columns with ids of the other table are all groups; codes are roles."""
    mapping = proposed.mapping
    if "member" not in mapping.roles and "member id" not in mapping.roles:
        return proposed
    ids = {*table.looks[key].texts}
    roles = [
        "group column" if look.name in ids and _is_marked(look) else role
        for look, role in zip(proposed.looks, mapping.roles, strict=True)
    ]
    texts = {
        text
        for look, role in zip(proposed.looks, roles, strict=True)
        if role == "group column"
        for text in look.texts
    }
    if mapping.shape is not Shape.MATRIX:
        roles = [role if is_role(role, Shape.MATRIX) else f"member {ATTRIBUTE}" for role in roles]
        kind = group_kind_in(mapping.layer, Path(table.mapping.file).stem)
        mapping = replace(mapping, shape=Shape.MATRIX, group="", kind="", group_kind=kind)
        proposed = replace(proposed, untied=None, numbered=None)
    if texts <= {"0", "1", "0.0", "1.0"} or not texts <= _CODES:
        return replace(proposed, mapping=replace(mapping, roles=tuple(roles)))
    said = f"nothing says what {', '.join(sorted(texts - {'0', '1'}))} means; it is kept as a role"
    read = replace(mapping, roles=tuple(roles), cells="roles")
    return replace(proposed, mapping=read, doubts=(Doubt(said), *proposed.doubts))


def _key(table: Proposed, marked: Sequence[str]) -> int | None:
    """The column of a table in which the names of columns of another stand."""
    for at, look in enumerate(table.looks):
        ids = {*look.texts}
        if look.unlike == 1 and len(ids & {*marked}) >= _FOUND * len(marked):
            return at
    return None


def _name(table: Proposed, key: int) -> int | None:
    worded = [
        at for at, look in enumerate(table.looks)
        if at != key and is_worded(look) and look.unlike == 1 and len(look.texts) > 1
    ]  # fmt: skip
    called = [at for at in worded if meaning(table.head.names[at])[1] == "name"]
    called += [at for at in worded if not _SAID.isdisjoint(plain(table.head.names[at]).split())]
    return next(iter([*called, *worded]), None)


def _named(held: Made, key: int, name: int, matrix: Proposed) -> Made:
    """The table, as one of organisations with ids, unless it is so already."""
    sheet, proposed = held
    mapping = proposed.mapping
    if mapping.roles[key] == "member id" and mapping.roles[name] == "member":
        if mapping.shape is Shape.PAIRS and mapping.group:  # they have nothing else in common
            mapping = replace(mapping, shape=Shape.ORGANISATIONS, group="")
            return sheet, replace(proposed, mapping=mapping, doubts=(), untied=None, guess="")
        return held
    known = roles_of(Shape.ORGANISATIONS)
    roles = []
    for role in mapping.roles:
        said = f"member {role.removeprefix('member ').removeprefix('group ')}"
        fits = said in known and said not in roles and role not in ("member", "group", SKIP)
        roles.append(said if fits else f"member {ATTRIBUTE}")
    roles[key], roles[name] = "member id", "member"
    read = replace(mapping, shape=Shape.ORGANISATIONS, roles=tuple(roles), group="", split={})
    said = f"{proposed.head.names[name]} names the columns of {matrix.mapping.file}"
    doubt = Doubt(said, (Change.to("it does not", shape="skip"),))
    return sheet, replace(
        proposed, mapping=read, doubts=(doubt,), untied=None, numbered=None, guess=""
    )


def _as_matrix(
    proposed: Proposed, table: Proposed, key: int, number: int, made: Sequence[Made]
) -> Proposed:
    """A table of ids by ids as a matrix, where the ids of its rows stand in another table."""
    ids = {*table.looks[key].texts}
    mapping = proposed.mapping
    roles = [
        "group column" if look.name in ids else f"member {ATTRIBUTE}" for look in proposed.looks
    ]
    texts = {*proposed.looks[0].texts}
    others = [held for n, (_, held) in enumerate(made) if n != number]
    by_id = any(
        texts and len(texts & {*look.texts}) >= _FOUND * len(texts)
        for held in others
        for look, role in zip(held.looks, held.mapping.roles, strict=True)
        if role.endswith(" id")
    )
    roles[0] = "member id" if by_id else "member"
    layer = layer_in(" ".join((table.mapping.file, *table.head.names))) or "membership"
    read = replace(mapping, shape=Shape.MATRIX, roles=tuple(roles), cells="marks", layer=layer)
    return replace(proposed, mapping=read, doubts=(), untied=None, numbered=None)
