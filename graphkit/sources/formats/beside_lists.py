"""Say what an object of JSON holds beside the lists that are read, so that nothing goes unseen."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from graphkit.sources.raw import printable

_MOST_NAMED = 4


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


def _values(part: Any) -> int:
    """How many plain values a part holds; nothing counts none."""
    if isinstance(part, Mapping):
        return sum(map(_values, part.values()))
    if isinstance(part, list):
        return sum(map(_values, part))
    return part not in (None, "")
