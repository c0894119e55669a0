"""Groups that are called as one of their members is: a coalition and the party that founded it.

Both are loaded, as two organisations of one name, so that the membership is not one of an
organisation in itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graphkit.model import SCHEMES
from graphkit.model.wording import counted
from graphkit.sources.known_organisations import comparable
from graphkit.sources.mapping.cells.listed_names import names_in
from graphkit.sources.mapping.form.sheet_mapping import SheetMapping, names_as_role
from graphkit.sources.mapping.rows.drafts import Mapped
from graphkit.sources.problem_texts import bare

_SHOWN = 3


def namesakes(sheet: Mapped) -> dict[str, str]:
    """The names of groups that stand in a row with a member of the same name.

    Parameters
    ----------
    sheet : Mapped
        A sheet of members and groups.

    Returns
    -------
    dict of str to str
        Each name as written, by the form in which names are compared. None where groups are
        agreements or projects, or where ids tell who is who.
    """
    mapping = sheet.mapping
    if mapping.layer != "membership" or sheet.closed or _has_ids(sheet):
        return {}
    roles = enumerate(mapping.roles)
    members = [at for at, role in roles if role == "member" or names_as_role(role)]
    groups = mapping.columns("group")
    if not members or (groups and not _share_texts(sheet, members, groups)):
        return {}
    found: dict[str, str] = {}
    for _, row in sheet.body:
        named = {*map(comparable, _names(sheet, row, members))}
        for name in _names(sheet, row, groups) if groups else [mapping.group]:
            if name and (called := comparable(name)) in named:
                found.setdefault(called, name)
    return found


def only_of_themselves(
    mapping: SheetMapping,
    rows: Iterable[tuple[int, Sequence[str]]],
    members: Sequence[int],
    groups: Sequence[int],
) -> set[str]:
    """The groups, in the form in which names are compared, of nobody but an organisation so called.

    Parameters
    ----------
    mapping : SheetMapping
        The mapping of members and groups.
    rows : iterable of (int, sequence of str)
        The rows with their numbers.
    members, groups : sequence of int
        The columns that name them.

    Returns
    -------
    set of str
        None where groups are agreements or projects, have ids, or stand in lists.
    """
    split = {mapping.header[at] for at, role in enumerate(mapping.roles)
             if role == "group" or role == "member" or names_as_role(role)}  # fmt: skip
    lists = not split.isdisjoint(mapping.split)
    if mapping.layer != "membership" or mapping.group or "group id" in mapping.roles or lists:
        return set()
    of: dict[str, set[str]] = {}
    for _, row in rows:
        named = {comparable(row[at]) for at in members if at < len(row) and row[at].strip()}
        for at in groups:
            if at < len(row) and row[at].strip():
                of.setdefault(comparable(row[at]), set()).update(named)
    return {group for group, named in of.items() if named == {group}}


def said_of(names: Sequence[str]) -> str:
    """The remark on groups that are called as one of their members is."""
    shown = ", ".join(map(bare, names[:_SHOWN])) + (", …" if len(names) > _SHOWN else "")
    have = "has the name of one of its members" if len(names) == 1 else (
        "have the names of members of theirs"
    )  # fmt: skip
    return f"{counted(len(names), 'group')} {have}, and both are loaded: {shown}"


def _has_ids(sheet: Mapped) -> bool:
    held = {*sheet.mapping.roles}
    numbers = {f"member {scheme}" for scheme in ("id", *SCHEMES)}
    return bool(held & numbers) and "group id" in held


def _share_texts(sheet: Mapped, members: Sequence[int], groups: Sequence[int]) -> bool:
    """Whether any text stands in a column of members and in one of groups."""
    if any(sheet.header[at] in sheet.mapping.split for at in (*members, *groups)):
        return True
    left, right = (
        {row[at] for _, row in sheet.body for at in places if at < len(row)}
        for places in (members, groups)
    )
    return not {*map(comparable, left)}.isdisjoint(map(comparable, right))


def _names(sheet: Mapped, row: Sequence[str], places: Sequence[int]) -> Iterator[str]:
    for at in places:
        if at < len(row) and row[at].strip():
            yield from names_in(row[at].strip(), sheet.mapping.split.get(sheet.header[at], ""))
