"""What is nested in JSON as texts of cells."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

_DEEPEST = 50


def flat(record: Mapping[str, Any], before: str = "", depth: int = 0) -> dict[str, str]:
    """A record without nesting, every value a text.

    >>> flat({"name": "Acme", "seat": {"city": "Oslo"}, "tags": ["a", "b"], "since": None})
    {'name': 'Acme', 'seat.city': 'Oslo', 'tags': 'a|b', 'since': ''}
    """
    result: dict[str, str] = {}
    for key, value in record.items():
        name = f"{before}{key}"
        if (point := _point(value)) is not None:
            result |= {f"{before}{word}": text_of_value(each) for word, each in point.items()}
        elif isinstance(value, Mapping) and depth < _DEEPEST:
            result |= flat(value, f"{name}.", depth + 1)
        else:
            result[name] = text_of_value(value)
            result |= _beside_names(value, name)
    return result


def _point(value: Any) -> dict[str, Any] | None:
    """The place of a point of GeoJSON, which has the longitude first; None for all else."""
    if not isinstance(value, Mapping) or {*value} != {"type", "coordinates"}:
        return None
    point = value["coordinates"]
    if value["type"] != "Point" or not isinstance(point, list) or len(point) < 2:
        return None
    return {"latitude": point[1], "longitude": point[0]}


def _beside_names(value: Any, name: str) -> dict[str, str]:
    """What a list of records with names says beside these, in a column for each field."""
    if not isinstance(value, list) or not value or not all(isinstance(x, Mapping) for x in value):
        return {}
    called = [next((key for key in _CALLED if key in each), None) for each in value]
    if None in called:
        return {}  # each stands in the cell as a whole
    more = dict.fromkeys(
        key for each, own in zip(value, called, strict=True) for key in each if key != own
    )
    columns = {key: [text_of_value(each.get(key)) for each in value] for key in more}
    return {f"{name}.{key}": "|".join(texts) for key, texts in columns.items() if any(texts)}


def text_of_value(value: Any) -> str:
    """A plain value as the text of a cell; a list of them is separated by |."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, list):
        if _is_series_with_gaps(value):
            return json.dumps(value)  # a bar less would move the numbers behind it
        return "|".join(_listed(each) for each in value)
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _is_series_with_gaps(listed: list[Any]) -> bool:
    """Whether a list holds numbers, and null in place of some."""
    held = [each for each in listed if each is not None]
    return 0 < len(held) < len(listed) and all(type(each) in (int, float) for each in held)


_CALLED = ("name", "label", "title", "display_name", "displayName", "description", "id", "@id")


def _listed(value: Any) -> str:
    if isinstance(value, Mapping):
        for name in _CALLED:
            if name in value:
                return text_of_value(value[name])
    if isinstance(value, list):  # ["Dr", null, "Chair"] in a list of such
        return ", ".join(filter(None, map(text_of_value, value)))
    return text_of_value(value)


def parts_of(record: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """The records in a list of a record; none where it has no such list."""
    held = record.get(name)
    return [part for part in held if isinstance(part, Mapping)] if isinstance(held, list) else []
