"""Lists of a record of JSON that go together, part by part: `members: [..], joined: [..]`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from graphkit.sources.header_words import meaning

_SAID = ("start", "end", "role", "weight", "kind", "observed", "status")
"""What the parts of one list say of those of another."""
_DATE = re.compile(r"\d{4}(?:-\d\d?){0,2}(?:T.*)?|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}[./-]\d{4}")
_NAMED = ("member", "group", "membership", "a", "b")


def paired(records: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Records with lists that go together, as a record for each of their parts.

    Parameters
    ----------
    records : sequence of mapping of str to object
        Records as JSON has them.

    Returns
    -------
    list of mapping of str to object
        The same records where no lists go together: those that are of the same length in all
        records, one of which holds names, and another dates or roles.
    """
    names = _together(records)
    if not names:
        return [*records]
    found: list[Mapping[str, Any]] = []
    for record in records:
        lists = {name: record.get(name) or [] for name in names}
        for parts in zip(*lists.values(), strict=True):
            rest = {key: value for key, value in record.items() if key not in lists}
            found.append(rest | dict(zip(map(_of_one, names), parts, strict=True)))
        if not any(lists.values()):
            found.append(record)
    return found


def _together(records: Sequence[Mapping[str, Any]]) -> list[str]:
    """The names of the lists that go together; none where it is not certain that some do."""
    # Only names of long lists are asked of every record: a file may have a name for each record.
    names = {
        name: None
        for record in records
        for name, value in record.items()
        if isinstance(value, list) and len(value) > 1
    }
    lengths: dict[str, tuple[int, ...]] = {}
    for name in names:
        held = [record.get(name) or [] for record in records]
        if all(isinstance(each, list) and all(map(_is_plain, each)) for each in held):
            lengths[name] = tuple(map(len, held))
    alike: dict[tuple[int, ...], list[str]] = {}
    for name, of in lengths.items():
        alike.setdefault(of, []).append(name)
    sets = [names for names in alike.values() if len(names) > 1 and _say_of_each(names, records)]
    return sets[0] if len(sets) == 1 else []


def _of_one(name: str) -> str:
    """What a part of a list is called: a date of `dates`, where only that is a known word.

    >>> _of_one("dates"), _of_one("members")
    ('date', 'members')
    """
    one = name.removesuffix("s")
    return one if meaning(name) == ("", "") and meaning(one)[1] in _SAID else name


def _is_plain(value: Any) -> bool:
    return value is None or isinstance(value, str | int | float)


def _say_of_each(names: Sequence[str], records: Sequence[Mapping[str, Any]]) -> bool:
    """Whether one of the lists says something of the parts of the others: when, or in what role."""
    said = [
        name for name in names if meaning(_of_one(name))[1] in _SAID or _are_dates(name, records)
    ]
    named = [name for name in names if meaning(name)[0] in _NAMED]
    return bool(said) and len(said) < len(names) + bool(named)


def _are_dates(name: str, records: Sequence[Mapping[str, Any]]) -> bool:
    texts = [str(part) for record in records for part in record.get(name) or [] if part]
    return bool(texts) and all(map(_DATE.fullmatch, texts))
