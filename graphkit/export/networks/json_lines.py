"""JSON with one node or edge per line, so that two exports can be compared line by line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from graphkit.model.visible_text import visible_json


def as_json(content: Mapping[str, Any]) -> str:
    """An object with one member per line, of lists one item, those of inner objects too.

    >>> print(as_json({"directed": False, "nodes": [{"id": "a"}, {"id": "b"}]}), end="")
    {
      "directed": false,
      "nodes": [
        {"id": "a"},
        {"id": "b"}
      ]
    }
    """
    return visible_json(_object(content, "") + "\n")


def text_of(value: Any) -> str:
    """A value on one line."""
    return json.dumps(value, ensure_ascii=False)


def lines(records: Iterable[Mapping[str, Any]]) -> str:
    """One object per line."""
    return "".join(visible_json(text_of(record)) + "\n" for record in records)


def _object(content: Mapping[str, Any], indent: str) -> str:
    inner = f"{indent}  "
    members = ",\n".join(
        f"{inner}{text_of(name)}: {_member(value, inner)}" for name, value in content.items()
    )
    return f"{{\n{members}\n{indent}}}"


def _member(value: Any, indent: str) -> str:
    if isinstance(value, list) and value:
        items = ",\n".join(f"{indent}  {text_of(each)}" for each in value)
        return f"[\n{items}\n{indent}]"
    if isinstance(value, Mapping) and any(isinstance(each, list) for each in value.values()):
        return _object(value, indent)
    return text_of(value)
