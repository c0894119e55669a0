"""An object of JSON that holds groups by their names, each with lists of its members."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from graphkit.sources.formats.beside_lists import left_beside
from graphkit.sources.formats.nested import flat
from graphkit.sources.formats.nested_rows import is_records
from graphkit.sources.header_words import meaning, plain
from graphkit.sources.raw import printable

Record = Mapping[str, Any]
_IN_NONE = re.compile(
    r"(?:non|no|not|without|outside)\b.*|none|unaffiliated|unaligned|independents?"
)


def groups_by_name(held: Record) -> tuple[list[dict[str, str]], list[str]]:
    """The members of groups, of which some list more than these, or that stand beside others.

    Parameters
    ----------
    held : mapping of str to object
        An object of JSON.

    Returns
    -------
    (list of dict of str to str, list of str)
        A row for each member, and what is not kept. No rows of any other object. Whoever stands in
        another list than that of the members, such as `departed`, has its name as a role. A list
        beside the groups is read where it is called after no group, such as `non_alliance`.

    Examples
    --------
    >>> groups_by_name({
    ...     "Star": {"members": [{"name": "Acme"}]},
    ...     "Sky": {"members": [{"name": "Best"}], "departed": [{"name": "Cool"}]},
    ... })[0][-1]
    {'member of': 'Sky', 'name': 'Cool', 'role': 'departed'}
    """
    groups = {name: part for name, part in held.items() if isinstance(part, Mapping)}
    none = {name: part for name, part in held.items() if is_records(part)}
    listed = {name: _lists_of(part) for name, part in groups.items()}
    if len(groups) < 2 or not all(any(map(_of_members, lists)) for lists in listed.values()):
        return [], []
    if not all(map(_is_of_none, none)):
        return [], []
    key = _name_in([*_members(listed), *none.values()])
    if not key:
        return [], []
    read = {
        group: {name: part for name, part in lists.items() if all(key in each for each in part)}
        for group, lists in listed.items()
    }
    if not none and all(len(lists) == 1 for lists in read.values()):
        return [], []
    named = key if meaning(key)[1] == "name" else f"member ({key})"
    rows: list[dict[str, str]] = []
    left: list[str] = []
    for group, lists in read.items():
        own = {key: part for key, part in groups[group].items() if not isinstance(part, list)}
        said = {f"group {name}": text for name, text in flat(own).items()}
        for name, members in lists.items():
            role = {} if _of_members(name) else {"role": plain(name)}
            for each in members:
                rows.append({"member of": group, **said, **_called(each, key, named), **role})
        if beside := left_beside(groups[group], [*own, *lists]):
            left.append(f"{printable(group)}: {beside}")
    for members in none.values():
        rows += [{"member of": "", **_called(each, key, named)} for each in members]
    if beside := left_beside(held, [*groups, *none]):
        left.append(beside)
    return rows, left


def _lists_of(part: Record) -> dict[str, Sequence[Record]]:
    return {name: held for name, held in part.items() if is_records(held)}


def _of_members(name: str) -> bool:
    return meaning(name) == ("member", "name")


def _is_of_none(name: str) -> bool:
    return bool(_IN_NONE.fullmatch(plain(name)))


def _members(listed: Mapping[str, Mapping[str, Sequence[Record]]]) -> list[Sequence[Record]]:
    return [part for lists in listed.values() for name, part in lists.items() if _of_members(name)]


def _name_in(lists: Sequence[Sequence[Record]]) -> str:
    """The field that names each member of all lists: one that is called so, or the first text that
    no list repeats; nothing where there is none.
    """
    fields = [
        name
        for name in lists[0][0]
        if all(isinstance(each.get(name), str) and each[name] for part in lists for each in part)
        and all(len({each[name] for each in part}) == len(part) for part in lists)
    ]
    return next((name for name in fields if meaning(name)[1] == "name"), "") or next(
        (name for name in fields if meaning(name) == ("", "")), ""
    )


def _called(record: Record, key: str, named: str) -> dict[str, str]:
    return {named if name == key else name: text for name, text in flat(record).items()}
