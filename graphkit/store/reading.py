"""From rows of the graph to the model's records, the same way for every store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any

from graphkit.model import KINDS, LABELS, RELATIONS, Fact, Node, UsageError
from graphkit.store import statements
from graphkit.store.schema import DATE_PROPERTIES

Read = Callable[[str], Iterable[Mapping[str, Any]]]
"""Runs a statement and gives its rows, each by column; dicts in them may be changed."""


def nodes(read: Read, label: str) -> Iterator[Node]:
    """All nodes of a label in order of id. Properties have `datasets` besides what was stated."""
    if label not in LABELS:
        raise UsageError(f"{label} is no label; these are: {', '.join(LABELS)}")
    found = []
    for row in read(statements.all_nodes(label)):
        properties = _stated(row["properties"])
        key = properties.pop("id")
        kind = next((name for name in row["labels"] if name in KINDS), None)
        found.append(Node(label, key, properties, kind))
    return iter(sorted(found, key=attrgetter("id")))


def facts(read: Read, relation: str) -> Iterator[Fact]:
    """All facts of a relationship type in order of id; properties as those of `nodes`."""
    if relation not in RELATIONS:
        raise UsageError(f"{relation} is no relation; these are: {', '.join(RELATIONS)}")
    found = []
    for start, end in RELATIONS[relation].ends:
        for row in read(statements.all_facts(relation, start, end)):
            properties = _stated(row["properties"])
            key = properties.pop("id")
            found.append(Fact(relation, key, (start, row["start"]), (end, row["end"]), properties))
    return iter(sorted(found, key=attrgetter("id")))


def _stated(properties: dict[str, Any]) -> dict[str, Any]:
    """The properties of a row as they were stated, with real dates."""
    for name in ("hash", "claims"):
        properties.pop(name, None)
    for name in DATE_PROPERTIES:
        if (text := properties.pop(name)) is not None:
            properties[name] = _day(text)
    return properties


@lru_cache(maxsize=20_000)
def _day(text: str) -> date | str:
    try:
        return date.fromisoformat(text)
    except ValueError:  # whoever wrote it, it was not graphkit
        return text
