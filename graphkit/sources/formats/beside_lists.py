"""What an object of JSON holds beside the lists that are read: said, so that nothing goes unseen,
and given as sheets that a person can choose.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from graphkit.sources.formats.nested_rows import is_records, rows_of
from graphkit.sources.formats.sheet import Sheet, table_of
from graphkit.sources.raw import printable

_MOST_NAMED = 4
_MOST_LISTS = 3


def left_beside(held: Mapping[str, Any], read: Collection[str]) -> str:
    """What is not kept of an object of which some parts are read; nothing where all are.

    Parameters
    ----------
    held : mapping of str to object
        The object.
    read : collection of str
        The names of the parts that are read.

    Returns
    -------
    str
        The names of the other parts, and how many values these hold.

    Examples
    --------
    >>> left_beside({"members": [], "capitals": {"PL": "Warsaw", "DE": "Berlin"}}, ["members"])
    '2 values beside members are not kept: capitals'
    """
    others = {name: count for name in held if name not in read and (count := _values(held[name]))}
    if not others:
        return ""
    named = [printable(name) for name in others]
    listed = ", ".join(named[:_MOST_NAMED])
    if len(named) > _MOST_NAMED:
        listed += f" and {len(named) - _MOST_NAMED:,} more"
    number = sum(others.values())
    said = "1 value" if number == 1 else f"{number:,} values"
    verb = "is" if number == 1 else "are"
    beside = " and ".join(map(printable, read)) if len(read) < _MOST_NAMED else "the lists"
    return f"{said} beside {beside} {verb} not kept: {listed}"


def lists_beside(held: Mapping[str, Any], read: Collection[str], file: str) -> tuple[Sheet, ...]:
    """The lists of records in the parts of an object that are not read, of which three at most.

    Parameters
    ----------
    held : mapping of str to object
        The object.
    read : collection of str
        The names of the parts that are read.
    file : str
        The name of the file.

    Returns
    -------
    tuple of Sheet
        A sheet for each, which is left out unless a person wants it read.
    """
    found: dict[str, Any] = {}
    for name, part in held.items():
        if name not in read and is_records(part):
            found[name] = part
        elif name not in read and isinstance(part, Mapping):
            inner = ((f"{name}.{each}", value) for each, value in part.items())
            found |= {each: value for each, value in inner if is_records(value)}
    return tuple(
        Sheet(file, table_of(rows_of(records)), printable(name), beside=True)
        for name, records in [*found.items()][:_MOST_LISTS]
    )


def _values(part: Any) -> int:
    """How many plain values a part holds; nothing counts none."""
    if isinstance(part, Mapping):
        return sum(map(_values, part.values()))
    if isinstance(part, list):
        return sum(map(_values, part))
    return part not in (None, "")
