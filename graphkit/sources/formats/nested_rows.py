"""Records with lists of records in them as rows: one for each part of the list that matters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from graphkit.model import SCHEMES
from graphkit.sources.formats.nested import flat
from graphkit.sources.formats.parallel_lists import paired
from graphkit.sources.header_words import meaning, plain
from graphkit.sources.problem_texts import Fault
from graphkit.sources.raw import MOST_CELLS

_DEEPEST = 6
_LONGEST = 2
"""How many parts of the name of a column stay, where these tell it from all others."""
_MEMBER = "member"


def is_records(value: Any) -> bool:
    """Whether a value is a list of records that is not empty."""
    return isinstance(value, list) and bool(value) and all(isinstance(x, Mapping) for x in value)


def rows_of(records: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Records without nesting.

    Parameters
    ----------
    records : sequence of mapping of str to object
        Records as JSON has them.

    Returns
    -------
    list of dict of str to str
        A row for each, or for each part where one list of parts says more than their names, such as
        members with their roles. Of several such lists, the one that is called after members or
        groups counts. Raises Fault when that makes too many cells.
    """
    records = [_with_roles(each) for each in map(_without_single_lists(records), records)]
    records = paired(records)
    sides = _sides(records)
    records = _with_sides(records, sides) if sides else records
    path = (_MEMBER,) if sides else _path_of_parts(records)
    if not path:
        return _shortened([*map(flat, records)])
    named = _MEMBER if _are_members(path[-1]) else path[-1]
    rows: list[dict[str, str]] = []
    cells = 0
    for record in records:
        for row in _opened(record, path, named):
            cells += len(row)
            if cells > MOST_CELLS:
                where = ".".join(path)
                raise Fault(
                    f"makes more than {MOST_CELLS:,} cells, with a row for each {where}", ""
                )
            rows.append(row)
    return _with_projects(_shortened(rows), named)


def _with_roles(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """A record with one list of its members, where an object holds a list for each role."""
    found: dict[str, Any] = {}
    for key, value in record.items():
        lists = [*value.values()] if isinstance(value, Mapping) else []
        named = lists and all(isinstance(x, list) and all(map(_is_name, x)) for x in lists)
        if named and len(lists) > 1 and meaning(str(key)) == ("member", "name"):
            found[key] = [
                {**(each if isinstance(each, Mapping) else {"name": each}), "role": str(role)}
                for role, held in value.items()
                for each in held
            ]
    return {**record, **found} if found else record


def _is_name(value: Any) -> bool:
    return isinstance(value, str | Mapping)


def _path_of_parts(records: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Where the list stands whose parts become rows; nothing where none does."""
    found: dict[tuple[str, ...], int] = {}
    for record in records:
        _find(record, (), found)
    lists = [path for path, most in found.items() if most > 1]
    above = [path for path in lists if len(path) == 1]
    members = [path for path in lists if meaning(path[-1]) == ("member", "name")]
    if len(above) == 1 and not any(len(path) > 1 for path in members):
        return above[0]
    named = [path for path in above if meaning(path[-1])[1] == "name"]
    chosen = members if len(members) == 1 else named
    return chosen[0] if len(chosen) == 1 else ()


def _sides(records: Sequence[Mapping[str, Any]]) -> list[str]:
    """The lists of an agreement's sides, such as `contractors` and `procurers`: all lists of
    records, if there are several, and all have one field for a name and one for the same official
    number.
    """
    lists: dict[str, list[Mapping[str, Any]]] = {}
    for record in records:
        for key, value in record.items():
            if is_records(value):
                lists.setdefault(key, []).extend(value)
    fields = [{str(field) for part in parts for field in part} for parts in lists.values()]
    shared = set.intersection(*fields) if len(fields) > 1 else set()
    named = [field for field in shared if meaning(field) in (("", "name"), ("member", "name"))]
    if len(named) != 1 or not any(meaning(field)[1] in SCHEMES for field in shared):
        return []
    held = [record.get(key) for record in records for key in lists]
    return [*lists] if all(is_records(value) or not value for value in held) else []


def _with_sides(
    records: Sequence[Mapping[str, Any]], sides: Sequence[str]
) -> list[Mapping[str, Any]]:
    """Records with one list of members in place of the lists of their sides, which are roles.

    What a record says in a field that its sides have too, it says of itself.
    """
    every = [
        [{**part, "role": side} for side in sides for part in record.get(side) or []]
        for record in records
    ]
    fields = {key for parts in every for part in parts for key in part}
    found: list[Mapping[str, Any]] = []
    for record, parts in zip(records, every, strict=True):
        own = {key: value for key, value in record.items() if key not in sides}
        told = {f"agreement {key}" if key in fields else key: own[key] for key in own}
        found.append(told | {_MEMBER: parts})
    return found


def _find(
    record: Mapping[str, Any], above: tuple[str, ...], found: dict[tuple[str, ...], int]
) -> None:
    """Note the lists of records in a record, and how many fields their parts have at most."""
    if len(above) > _DEEPEST:
        return
    for key, value in record.items():
        path = (*above, str(key))
        if is_records(value):
            found[path] = max(found.get(path, 0), *map(len, value))
            for part in value:
                _find(part, path, found)
        elif isinstance(value, Mapping):
            _find(value, path, found)


def _opened(
    record: Mapping[str, Any], path: Sequence[str], named: str, before: str = ""
) -> Iterator[dict[str, str]]:
    """The rows of a record, one for each part of the list at a path; named: what the parts are."""
    key, *below = path
    rest = flat({name: value for name, value in record.items() if name != key}, before)
    held = record.get(key)
    parts: list[Mapping[str, Any]] = [held] if isinstance(held, Mapping) else []
    if isinstance(held, list) and is_records(held):
        parts = held
    inside = f"{before}{key if below else named}."
    if not parts:
        yield rest
    for part in parts:
        for row in _opened(part, below, named, inside) if below else (flat(part, inside),):
            yield rest | row


def _are_members(key: str) -> bool:
    """Whether a list that is called after one group, such as `consortium`, holds its members."""
    subject, what = meaning(key)
    return subject == "membership" and what == "name" and not plain(key).endswith(("s", "y"))


def _with_projects(rows: list[dict[str, str]], named: str) -> list[dict[str, str]]:
    """Rows whose records have no other name than an acronym: that of a project."""
    outer = {name for row in rows for name in row if not name.startswith(f"{named}.")}
    short = next((name for name in outer if plain(name) == "acronym"), "")
    if not short or any(meaning(name)[1] == "name" for name in outer):
        return rows
    return [
        {f"project {short}" if name == short else name: text for name, text in row.items()}
        for row in rows
    ]


def _shortened(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Rows whose deeply nested columns are called by the last parts of their names."""
    names = dict.fromkeys(name for row in rows for name in row)
    deep = [name for name in names if name.count(".") >= _LONGEST]
    if not deep:
        return rows
    short = {name: _short(name.split(".")) for name in deep}
    taken = [*(name for name in names if name not in short), *short.values()]
    once = {name for name, word in short.items() if taken.count(word) == 1}
    return [
        {short[name] if name in once else name: text for name, text in row.items()} for row in rows
    ]


def _short(parts: list[str]) -> str:
    """The last parts of a name: those from the first that names a subject, such as members; or
    only the last if it has several words, as `briefTitle` has.
    """
    of = next((at for at, part in enumerate(parts) if meaning(part)[0]), len(parts))
    if of >= len(parts) - 1 and " " in plain(parts[-1]):
        return parts[-1]
    return ".".join(parts[min(of, len(parts) - _LONGEST) :])


def _without_single_lists(
    records: Sequence[Mapping[str, Any]],
) -> Callable[[Mapping[str, Any]], Mapping[str, Any]]:
    """Takes a record, and gives it with the lists opened that hold one record at most in all."""
    held: dict[str, int] = {}
    for record in records:
        for key, value in record.items():
            if is_records(value):
                held[key] = max(held.get(key, 0), len(value))
    single = {key for key, most in held.items() if most == 1}
    if len(single) < 2:  # a row for each part says the same
        return lambda record: record
    return lambda record: {
        key: value[0] if key in single and is_records(value) else value
        for key, value in record.items()
    }
