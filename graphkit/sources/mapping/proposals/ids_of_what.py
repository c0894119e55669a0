"""Tell ids of agreements or of rows from those of organisations, where names stand again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.differing_values import differs, without_row_numbers
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping
from graphkit.sources.mapping.proposals.list_columns import TITLES
from graphkit.sources.raw import Row

_LOOKED_AT = 3000
_ALIKE = 0.9
_FEWEST = 2
"""So many rows must repeat a name before ids that never repeat number rows."""
_OF_MEMBERS = ("member id", "member aliases", f"member {ATTRIBUTE}")


def with_ids_of_what(
    mapping: SheetMapping, body: Sequence[Row]
) -> tuple[SheetMapping, list[Doubt]]:
    """The mapping, in which a column called `id` numbers what it has another id for in each row.

    An organisation that stands in two rows would have its id in both. Where each row has another
    one, these are ids of the agreements or projects that the rows name once each, or of the rows.
    Where no name stands again, an id is that of the agreement or project whose name it stands
    before.

    Parameters
    ----------
    mapping : SheetMapping
        A proposal.
    body : sequence of (int, sequence of str)
        The rows of the sheet.

    Returns
    -------
    SheetMapping, list of Doubt
        The proposal, and what is in doubt.
    """
    key, member, group = (mapping.column(each) for each in ("member id", "member", "group"))
    if key is None or member is None or group is None or "group id" in mapping.roles:
        return mapping, []
    if mapping.shape is not Shape.PAIRS or meaning(mapping.header[key]) != ("", "id"):
        return mapping, []
    rows = [
        (row[key].strip(), row[member].strip(), row[group].strip())
        for _, row in body[:_LOOKED_AT]
        if max(key, member, group) < len(row)
    ]
    ids, names, groups = ([*each] for each in zip(*rows, strict=True)) if rows else ([], [], [])
    again = len(names) - len({*names})
    if not (again or key + 1 == group) or not all(ids) or len({*ids}) < max(len(ids), _FEWEST):
        return mapping, []
    if without_row_numbers(mapping, body).roles[key] != mapping.roles[key]:
        return mapping, []  # these count the rows
    name, called = mapping.header[key], mapping.header[member]
    if len({*groups}) == len(groups) and mapping.layer != "membership":
        said = f"{name} is taken for the ids of what {mapping.header[group]} names"
        return _read_as(mapping, key, "group id", f"{said}; if {_is_of(name, called)}")
    apart = [
        at
        for at, role in enumerate(mapping.roles)
        if role.startswith("member ") and role not in _OF_MEMBERS and differs(body, member, at)
    ]
    if again < _FEWEST or apart:
        return mapping, []
    said = f"{name} is another in each row, also where {called} says the same, and numbers the rows"
    return _read_as(mapping, key, ATTRIBUTE, f"{said}; if {_is_of(name, called)}")


def with_titles_of_ids(
    mapping: SheetMapping, columns: Sequence[Look]
) -> tuple[SheetMapping, list[Doubt]]:
    """The mapping, in which groups with ids are called by their titles.

    A call or programme that stands beside the id and the title of a project, and covers several
    projects or is blank, is not its name.

    Parameters
    ----------
    mapping : SheetMapping
        A proposal.
    columns : sequence of Look
        The columns.

    Returns
    -------
    SheetMapping, list of Doubt
        The proposal, and what is in doubt.
    """
    key, group = mapping.column("group id"), mapping.column("group")
    if key is None or group is None or TITLES & {*plain(columns[group].name).split()}:
        return mapping, []
    if mapping.layer == "membership" or columns[group].distinct * 2 > columns[key].distinct:
        return mapping, []
    titles = [
        look
        for look, role in zip(columns, mapping.roles, strict=True)
        if role.endswith(ATTRIBUTE)
        and plain(look.name) in TITLES
        and len(look.texts) >= len(columns[key].texts)
        and look.distinct >= _ALIKE * columns[key].distinct
    ]
    if len(titles) != 1:
        return mapping, []
    title, name = titles[0].name, columns[group].name
    roles = dict(zip(mapping.header, mapping.roles, strict=True))
    back = Change.to(f"{name} names them", {title: roles[title], name: "group"})
    roles |= {title: "group", name: f"group {ATTRIBUTE}"}
    said = (
        f"{title} is taken for the names of what {columns[key].name} numbers, and {name} for more"
    )
    doubt = Doubt(f'{said}; if {name} names them, write "group" for it', (back,))
    return replace(mapping, roles=(*roles.values(),)), [doubt]


def _is_of(name: str, called: str) -> str:
    return f'it tells organisations of one {called} apart, write "member id" for {name}'


def _read_as(
    mapping: SheetMapping, key: int, role: str, said: str
) -> tuple[SheetMapping, list[Doubt]]:
    roles = [*mapping.roles]
    roles[key] = role
    name = mapping.header[key]
    back = Change.to(f"{name} tells organisations of one name apart", {name: "member id"})
    return replace(mapping, roles=tuple(roles)), [Doubt(said, (back,))]
