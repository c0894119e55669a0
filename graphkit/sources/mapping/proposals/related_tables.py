"""Read tables that belong together, as a dump of a database has them.

    organisations: org_id, org_name    groups: group_id, group_name    memberships: org_id, group_id

A table whose rows another table names by id is about organisations or about groups, whatever else
its columns look like. The names of the tables and of their ids say which.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graphkit.model.graph_columns import JOINED
from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.header_words import meaning, plain, stem_of
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.fitting_cells import fits
from graphkit.sources.mapping.cells.header_nouns import names_people
from graphkit.sources.mapping.cells.kinds_of_groups import group_kind_in
from graphkit.sources.mapping.cells.listed_names import names_in
from graphkit.sources.mapping.cells.roles_of_columns import role_of_column
from graphkit.sources.mapping.form.doubt import Doubt
from graphkit.sources.mapping.form.sheet_mapping import (
    AS_ROLE,
    ATTRIBUTE,
    LAYERS,
    SKIP,
    Shape,
    SheetMapping,
    names_as_role,
    roles_of,
)
from graphkit.sources.mapping.proposals.proposal import Made, Proposed
from graphkit.sources.mapping.proposals.proposed_ties import roles_of_ties
from graphkit.sources.mapping.proposals.tables_of_nodes import ends_in, is_of_places

_ID_WORDS = {*"id ids code key slug number no nr ref rcn uid uuid kod numer".split()}
PERSON = "person"
_FOUND = 0.9
"""The share of the ids of a column that must stand in the table to which it refers."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of which each row has an id and a name; subject: what the rows are, or nothing."""

    number: int
    key: int
    name: int
    ids: frozenset[str]
    words: frozenset[str]
    subject: str


def related(made: Sequence[Made], subjects: Mapping[int, str] | None = None) -> list[Made]:
    """The proposals for sheets, with tables that refer to each other read together.

    Parameters
    ----------
    made : sequence of (Sheet, Proposed)
        The sheets, each with what is proposed for it alone.
    subjects : mapping of int to str, optional
        What the rows of tables are where that is known, by the number of the sheet: `member`, or
        the layer of groups.

    Returns
    -------
    list of (Sheet, Proposed)
        The proposals. `Proposed.unclear` says where it cannot be told which table holds groups.
    """
    found = [*made]
    tables = [table for n, each in enumerate(made) if (table := _table(n, *each)) is not None]
    if subjects:
        tables = [replace(each, subject=subjects.get(each.number, each.subject)) for each in tables]
    for number, (_, proposed) in enumerate(made):
        if _ties(found, number, tables):
            continue
        ends = _ends(number, proposed, tables)
        if len(ends) == 2:
            _link(found, number, ends)
        elif len(ends) == 1:
            _describe(found, number, *next(iter(ends.items())))
        _name_roles(found, number, tables)
    return found


def names_rows(sheet: Sheet, proposed: Proposed) -> bool:
    """Whether each row of a table has an id and a name, so that others may refer to it."""
    return _table(0, sheet, proposed) is not None


def _table(number: int, sheet: Sheet, proposed: Proposed) -> _Table | None:
    names = proposed.head.names
    keys = [at for at, name in enumerate(names) if _is_id(name)]
    keys += [at for at, name in enumerate(names) if _is_acronym(name)]
    key = next(iter(keys), None)
    if key is None or not proposed.head.row:
        return None
    ids = _column(proposed, key)
    named = [at for at, name in enumerate(names) if at != key and _is_name(name)]
    if not named or not all(ids) or len({*ids}) < len(ids):
        return None
    title = sheet.title or Path(sheet.file).stem
    words = frozenset(map(stem_of, (*_noun(names[key]).split(), *plain(title).split())))
    about = (_noun(names[key]), title, names[named[0]])
    people = names_people(_noun(names[key])) or names_people(title)
    subject = PERSON if people else next(filter(None, map(_subject, about)), "")
    return _Table(number, key, named[0], frozenset(ids), words, subject)


def _ends(number: int, proposed: Proposed, tables: Sequence[_Table]) -> dict[int, _Table]:
    """The columns of a sheet that hold ids of other tables, each with its table."""
    found: dict[int, _Table] = {}
    for at, name in enumerate(proposed.head.names):
        if not (_is_id(name) or _is_acronym(name) or meaning(name)[1] == "name"):
            continue
        called = [
            table
            for table in tables
            if table.number != number
            and all(table is not other for other in found.values())
            and any(stem_of(word) in table.words for word in _noun(name).split())
        ]
        texts = _parts(proposed, at) if called else set()
        near = [each for each in called if texts and len(texts & each.ids) >= _FOUND * len(texts)]
        if near:
            found[at] = near[0]
    return found


def _parts(proposed: Proposed, at: int) -> set[str]:
    """What stands in a column, each part of a list for itself; lists of JSON have bars in cells."""
    cells = _column(proposed, at)
    listed = JOINED if any(JOINED in text for text in cells) else ""
    mark = proposed.mapping.split.get(proposed.head.names[at], listed)
    return {part for text in cells for part in names_in(text, mark)}


def _ties(found: list[Made], number: int, tables: Sequence[_Table]) -> bool:
    """A table of ties between the rows of several tables; whether it is one."""
    sheet, proposed = found[number]
    names = proposed.head.names
    others = [table for table in tables if table.number != number]
    if not others:
        return False
    cells = [_column(proposed, at) for at in range(len(names))]
    ends = ends_in(names, cells, [table.ids for table in others])
    if ends is None or any(others[at].subject in LAYERS for at in ends[2]):
        return False
    first, second, named = ends
    roles = roles_of_ties(proposed.looks, first, second)
    roles[first], roles[second] = "a id", "b id"
    mapping = replace(
        proposed.mapping, shape=Shape.TIES, roles=tuple(roles), group="", split={}, group_kind=""
    )
    found[number] = (sheet, replace(proposed, mapping=mapping, doubts=(), untied=None))
    for table in (others[at] for at in named):
        _as(found, table, "member", mapping)
        title = _title(found, table)
        if table.subject == PERSON or is_of_places(title):
            held, made = found[table.number]
            roles = [role if role == "member id" else SKIP for role in made.mapping.roles]
            skipped = replace(made.mapping, shape=Shape.SKIP, roles=tuple(roles))
            said = f"{held.place} holds no organisations; it is left out, with ties to its rows"
            found[table.number] = (held, replace(made, mapping=skipped, doubts=(Doubt(said),)))
    return True


def _link(found: list[Made], number: int, ends: dict[int, _Table]) -> None:
    """A table that does no more than relate the rows of two others."""
    (sheet, proposed) = found[number]
    (one, first), (other, second) = ends.items()
    subjects = (first.subject, second.subject)
    named = proposed.mapping.shape is Shape.PAIRS and {"member", "group"} <= {
        *proposed.mapping.roles
    }
    if named and not all(proposed.looks[at].numbers > _FOUND for at in ends):
        return
    by_name = proposed.mapping.column("member")
    known = _is_member(*subjects) or _is_member(*reversed(subjects))
    if named and not known and by_name not in ends:
        return  # the rows name members, beside two that they belong to
    if _is_member(*subjects):
        member, group, layer = one, other, second.subject
    elif _is_member(*reversed(subjects)):
        member, group, layer = other, one, first.subject
    else:
        _leave_out(found, number, ends)
        return
    roles = [*map(_of_fact, proposed.mapping.roles, proposed.looks)]
    roles[member], roles[group] = "member id", "group id"
    kind = group_kind_in(layer, f"{plain(proposed.head.names[group])} {_title(found, ends[group])}")
    mapping = replace(
        proposed.mapping, shape=Shape.PAIRS, layer=layer, group="", group_kind=kind, split={},
        roles=tuple(roles),
    )  # fmt: skip
    found[number] = (sheet, replace(proposed, mapping=mapping, doubts=(), untied=None))
    _as(found, ends[member], "member", mapping)
    _as(found, ends[group], "group", mapping)


def _leave_out(found: list[Made], number: int, ends: dict[int, _Table]) -> None:
    """Leave out what relates people, who do not become nodes, or tables that may be anything."""
    sheet, proposed = found[number]
    names = " and ".join(proposed.head.names[at] for at in ends)
    places = " and ".join(found[table.number][0].place for table in ends.values())
    people = [table for table in ends.values() if table.subject == PERSON]
    said = f"{sheet.place}: {names} relate the rows of {places}, "
    said += (
        "and people do not become nodes; they are left out"
        if people
        else "and their names do not say which are organisations and which are groups"
    )
    for each in (number, *(table.number for table in people or ends.values())):
        held = found[each][1]
        mapping = replace(
            held.mapping, shape=Shape.SKIP, roles=(SKIP,) * len(held.head.names), split={}
        )
        doubts, unclear = ((Doubt(said),) if each == number else (), "") if people else ((), said)
        left_out = replace(held, mapping=mapping, doubts=doubts, untied=None, unclear=unclear)
        found[each] = (found[each][0], left_out)
    for table in ends.values() if people else ():
        if table.subject in LAYERS:
            kind = group_kind_in(table.subject, _title(found, table))
            _as(
                found,
                table,
                "group",
                replace(proposed.mapping, layer=table.subject, group_kind=kind),
            )


def _describe(found: list[Made], number: int, at: int, table: _Table) -> None:
    """A table whose rows another one names by id, beside names of its own."""
    mapping = found[number][1].mapping
    word = mapping.roles[at].removesuffix(" id")
    if mapping.shape is not Shape.PAIRS or word not in ("member", "group"):
        return
    if word == "group" and table.subject == "member" and "member" not in mapping.roles:
        turned = {"group": "member", "member": "group"}
        pairs = (role.partition(" ") for role in mapping.roles)
        swapped = tuple(f"{turned.get(of, of)}{space}{what}" for of, space, what in pairs)
        mapping, word = replace(mapping, roles=swapped), "member"
        sheet, proposed = found[number]
        found[number] = (sheet, replace(proposed, mapping=mapping, doubts=(), numbered=None))
        _as(found, table, word, mapping)
    theirs = found[table.number][1].mapping
    names = found[table.number][1].head.names
    if _lists(found, number, at) and _parts(found[number][1], at) <= table.ids:
        mapping = _by_id(mapping, at, word)
        found[number] = (found[number][0], replace(found[number][1], mapping=mapping))
    if theirs.shape is Shape.ORGANISATIONS and word == "group":
        _as(found, table, word, mapping)
    if theirs.shape is Shape.PAIRS and theirs.group and word == "member":
        _as(found, table, word, mapping)  # who is in the group of all is said by the lists
    stated = any(
        names_as_role(role) or (role == "member" and meaning(name)[0] == "member")
        for role, name in zip(theirs.roles, names, strict=True)
    )
    if theirs.shape is Shape.PAIRS and word == "group" and not stated:
        if _is_acronym(names[table.key]):
            sheet, proposed = found[number]
            roles = [f"{word} id" if n == at else role for n, role in enumerate(mapping.roles)]
            mapping = replace(mapping, roles=tuple(roles), own_ids=True)
            found[number] = (sheet, replace(proposed, mapping=mapping))
            sheet, proposed = found[table.number]
            kept = replace(proposed.mapping, own_ids=True)  # else the acronym would be lost
            found[table.number] = (sheet, replace(proposed, mapping=kept))
        _as(found, table, word, mapping)


def _by_id(mapping: SheetMapping, at: int, word: str) -> SheetMapping:
    """The mapping, in which a column lists ids."""
    if f"{word} id" in mapping.roles and mapping.roles[at] != f"{word} id":
        return mapping
    roles = [f"{word} id" if n == at else role for n, role in enumerate(mapping.roles)]
    split = {mapping.header[at]: JOINED, **mapping.split}
    return replace(mapping, roles=tuple(roles), split=split)


def _lists(found: Sequence[Made], number: int, at: int) -> bool:
    """Whether cells of a column hold several ids."""
    return any(JOINED in text for text in _column(found[number][1], at))


def _name_roles(found: list[Made], number: int, tables: Sequence[_Table]) -> None:
    """Columns that give the id of an organisation in a role, such as the lead of a project."""
    sheet, proposed = found[number]
    mapping = proposed.mapping
    if mapping.shape is not Shape.PAIRS or mapping.group:
        return
    roles = [*mapping.roles]
    for at, name in enumerate(proposed.head.names):
        role = f"{AS_ROLE}{role_of_column(name)}"
        if role == AS_ROLE or role in roles or not roles[at].endswith(ATTRIBUTE):
            continue
        texts = {*_column(proposed, at)} - {""}
        if any(
            texts and texts <= table.ids and found[table.number][1].mapping.column("member id")
            is not None
            for table in tables
            if table.number != number
        ):  # fmt: skip
            roles[at] = role
    found[number] = (sheet, replace(proposed, mapping=replace(mapping, roles=tuple(roles))))


def _as(found: list[Made], table: _Table, word: str, link: SheetMapping) -> None:
    """Take each row of a table for an organisation, or for a group."""
    sheet, proposed = found[table.number]
    shape = Shape.GROUPS if word == "group" else Shape.ORGANISATIONS
    known = roles_of(shape)
    dates = {"start": "founded", "end": "dissolved", "founded": "start", "dissolved": "end"}
    roles = []
    for role, look in zip(proposed.mapping.roles, proposed.looks, strict=True):
        what = _said(role, look)
        as_date = word == "member" or link.layer == "membership"
        if what in dates and (what in ("start", "end")) == as_date:
            what = dates[what]
        said = f"{word} {what}"
        roles.append(said if said in known and said not in roles else f"{word} attribute")
    roles[table.key], roles[table.name] = f"{word} id", word
    if word == "group":
        proposed = replace(proposed, mapping=replace(proposed.mapping, layer=link.layer))
    mapping = replace(
        proposed.mapping, shape=shape, roles=tuple(roles), group="", split={}, kind="",
        group_kind=link.group_kind if word == "group" else "",
    )  # fmt: skip
    found[table.number] = (
        sheet, replace(proposed, mapping=mapping, doubts=(), untied=None, numbered=None)
    )  # fmt: skip


def _is_member(member: str, group: str) -> bool:
    """Whether rows of the first subject are in those of the second, and not the other way."""
    if member == "membership":
        return group in ("declaration", "collaboration")
    return member == "member" and group in LAYERS


def _of_fact(role: str, look: Look) -> str:
    """What a column of a table of relations says of the relation."""
    what = _said(role, look)
    named = what in roles_of(Shape.PAIRS) and what not in ("member", "group")
    return what if named else {"founded": "start", "dissolved": "end"}.get(what, "attribute")


def _said(role: str, look: Look) -> str:
    """What a column says, of whatever it says that; a proposal may have had no place for it."""
    what = role.removeprefix("member ").removeprefix("group ")
    if what == ATTRIBUTE and look.texts:
        found = meaning(look.name)[1]
        what = found if fits(look, found) else what
    return what.replace("_", " ")


def _title(found: Sequence[Made], table: _Table) -> str:
    sheet = found[table.number][0]
    return sheet.title or Path(sheet.file).stem


def _column(proposed: Proposed, at: int) -> list[str]:
    return [row[at].strip() if at < len(row) else "" for _, row in proposed.head.body]


def _is_id(name: str) -> bool:
    words = plain(name).split()
    return bool({*words[:1], *words[-1:]} & _ID_WORDS)


def _is_acronym(name: str) -> bool:
    """Whether a column tells groups apart by a short name: `Project acronym`."""
    subject, what = meaning(name)
    return subject in LAYERS and what == "aliases"


def _is_name(name: str) -> bool:
    """Whether a column names the rows: `Organisation`, `title`, `vessel_name`."""
    return meaning(name)[1] == "name" or any(
        meaning(word) == ("", "name") for word in plain(name).split()[-1:]
    )


def _noun(name: str) -> str:
    """What an id is of: the name of its column without the word for an id."""
    return " ".join(word for word in plain(name).split() if word not in _ID_WORDS)


def _subject(text: str) -> str:
    """What a noun names, in the singular or plural: a member, or groups of a layer."""
    words = plain(text).split()
    forms = (text, *words, *(word.removesuffix("s") for word in words))
    return next((subject for subject, _ in map(meaning, forms) if subject), "")
