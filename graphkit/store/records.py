"""From rows of the graph to the model's records, the same way for every store.

Other programs may write to the same graph. Nodes and relationships that do not follow graphkit's
schema are ignored: those whose id is not a string, and relationships between labels that their type
does not connect.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any

from graphkit.model import (
    KINDS,
    LABELS,
    RELATIONS,
    Fact,
    Node,
    StoredDataset,
    UsageError,
    is_own_kind,
)
from graphkit.model.fact_columns import (
    BOUNDS,
    LIFETIME,
    FactColumns,
    is_direct,
    ordinals,
    ranking_properties,
)
from graphkit.model.own_columns import own_types
from graphkit.names.joining import JOINED
from graphkit.store import statements, stored
from graphkit.store.statements import DATE_PROPERTIES
from graphkit.store.stored import StoredFact, StoredNode

Read = Callable[[str], Iterable[Mapping[str, Any]]]
"""Runs a statement and returns its rows as dicts by column, which the caller may change."""

Key = tuple[str, str]
"""The label and the id of a node."""


def nodes(read: Read, *labels: str) -> dict[str, list[Node]]:
    """All nodes of these labels in order of id. Properties have `datasets` besides what was stated.

    One statement reads them all.
    """
    kinds = {label: kinds_there(read, label) for label in labels}
    found: dict[str, list[tuple[dict[str, Any], str | None]]] = {label: [] for label in labels}
    for row in read(statements.all_nodes(*map(checked_label, labels))):
        for label in found.keys() & row["labels"]:
            properties = _dated(dict(row["properties"]))
            found[label].append((properties, kind_of(row["labels"], kinds[label])))
    return {label: nodes_of(label, rows) for label, rows in found.items()}


def nodes_of(label: str, found: Iterable[tuple[dict[str, Any], str | None]]) -> list[Node]:
    """Nodes from all that is stored of each, and its kind."""
    made = [
        Node(label, row.pop("id"), _stated(row), kind)
        for row, kind in found
        if is_id(row.get("id"))
    ]
    return sorted(made, key=attrgetter("id"))


def named(read: Read, label: str) -> Iterator[Node]:
    """All nodes of a label in order of id, with the properties of `ranking_properties` and the
    columns of one's own alone.
    """
    own = own_names(read(statements.DATASETS), checked_label(label))
    rows = list(read(statements.named(label, own)))
    names = (*ranking_properties(label), *own)
    columns = [[row[name] for row in rows] for name in ("id", "labels", *names)]
    return iter(named_nodes(label, names, columns, kinds_there(read, label)))


def own_names(rows: Iterable[Mapping[str, Any]], label: str) -> tuple[str, ...]:
    """The columns of one's own that the data sets of a store have of organisations; none of other
    labels. rows: those of `statements.DATASETS`.
    """
    if label != "Organisation":
        return ()
    return tuple(own_types(label, (each.columns for each in datasets(rows))))


def named_nodes(
    label: str, names: Sequence[str], columns: Sequence[list[Any]], kinds: AbstractSet[str]
) -> list[Node]:
    """Nodes in order of id from columns: their ids, labels and some properties, dates as text.

    kinds: those that the store knows.
    """
    ids, labels, *others = columns
    for place, name in enumerate(names):
        if name in LIFETIME:
            others[place] = [_day(text) for text in others[place]]
    made = [
        Node(
            label,
            key,
            {name: it for name, it in zip(names, row, strict=True) if it is not None},
            kind_of(every, kinds),
        )
        for key, every, *row in zip(ids, labels, *others, strict=True)
        if is_id(key)
    ]
    return sorted(made, key=attrgetter("id"))


def facts(read: Read, *relations: str) -> dict[str, list[Fact]]:
    """All facts of these relationship types in order of id; properties as those of `nodes`."""
    found: dict[str, list[tuple[dict[str, Any], Key, Key]]] = {name: [] for name in relations}
    for row in read(statements.all_facts(*map(checked_relation, relations))):
        start, end = _between(row)
        if start and end:
            found[row["type"]].append((_dated(row["properties"]), start, end))
    return {relation: facts_of(relation, rows) for relation, rows in found.items()}


def facts_of(relation: str, found: Iterable[tuple[dict[str, Any], Key, Key]]) -> list[Fact]:
    """Facts from all that is stored of each, and its ends."""
    made = [
        Fact(relation, row.pop("id"), start, end, _stated(row))
        for row, start, end in found
        if is_id(row.get("id")) and is_id(start[1]) and is_id(end[1])
    ]
    return sorted(made, key=attrgetter("id"))


def fact_columns(read: Read, relation: str) -> FactColumns:
    """All facts of a relationship type as columns."""
    rows = [
        row
        for start, end in _ends(relation)
        for row in read(statements.fact_columns(relation, start, end))
        if is_id(row["id"]) and is_id(row["start"]) and is_id(row["end"])
    ]
    return FactColumns.made(
        relation,
        [row["id"] for row in rows],
        [row["start"] for row in rows],
        [row["end"] for row in rows],
        status=(row["status"] for row in rows),
        weight=(row["weight"] for row in rows),
        sources=(row["sources"] for row in rows),
        dates_from=(row["datesFrom"] for row in rows),
        datasets=(row["datasets"] for row in rows),
        kind=[row["kind"] for row in rows] if is_direct(relation) else None,
        days={name: ordinals([_day(row[name]) for row in rows]) for name in BOUNDS},
    )


def stored_nodes(read: Read, *labels: str) -> dict[str, list[StoredNode]]:
    """All nodes of these labels with all properties, also those written by other means."""
    kinds = {label: kinds_there(read, label) for label in labels}
    found: dict[str, list[StoredNode]] = {label: [] for label in labels}
    for row in read(statements.stored_nodes(*map(checked_label, labels))):
        for label in found.keys() & row["labels"]:
            properties = dict(_as_stored(row))
            found[label].append(StoredNode(label, row["labels"], properties, kinds[label]))
    return found


def stored_facts(read: Read, *relations: str) -> dict[str, list[StoredFact]]:
    """All facts of these types with all properties, also those written by other means."""
    found: dict[str, list[StoredFact]] = {relation: [] for relation in relations}
    for row in read(statements.stored_facts(*map(checked_relation, relations))):
        relation = row["type"]
        found[relation].append(StoredFact(relation, *_between(row), _as_stored(row)))
    return found


def _between(row: Mapping[str, Any]) -> tuple[Key | None, Key | None]:
    """Label and id of the two ends of a fact; None for a node that it cannot have there."""
    ends = (row["startLabels"], row["start"]), (row["endLabels"], row["end"])
    return stored.ends(row["type"], *ends)


def _as_stored(row: Mapping[str, Any]) -> dict[str, Any]:
    """The properties of a row; a text that stands in the place of a date stays one."""
    properties: dict[str, Any] = row["properties"]
    if row["texts"]:
        return {key: value for key, value in properties.items() if value is not None}
    return _dated(properties)


def datasets(rows: Iterable[Mapping[str, Any]]) -> tuple[StoredDataset, ...]:
    """What the nodes of `statements.DATASETS` say, in order of name."""
    kept = (row["properties"] for row in rows)
    made = [
        StoredDataset(
            each["id"],
            str(each.get("digest", "")),
            _count(each, "nodes"),
            _count(each, "facts"),
            tuple(map(str, each.get("columns") or ())),
            str(each.get(statements.UPDATING) or ""),
        )
        for each in kept
        if is_id(each.get("id"))
    ]
    return tuple(sorted(made, key=attrgetter("name")))


def _count(properties: Mapping[str, Any], name: str) -> int:
    value = properties.get(name)
    return value if type(value) is int else 0


def is_id(value: object) -> bool:
    """Whether a value is an id as graphkit gives them."""
    return type(value) is str


def checked_label(label: str) -> str:
    """The label; UsageError when it is not in the vocabulary."""
    if label not in LABELS:
        raise UsageError(f"{label} is not a label; use one of: {', '.join(LABELS)}")
    return label


def checked_relation(relation: str) -> str:
    """The relationship type; UsageError when it is not in the vocabulary."""
    if relation not in RELATIONS:
        raise UsageError(
            f"{relation} is not a relationship type; use one of: {', '.join(RELATIONS)}"
        )
    return relation


def _ends(relation: str) -> tuple[tuple[str, str], ...]:
    return RELATIONS[checked_relation(relation)].ends


def kind_of(labels: Iterable[str], kinds: AbstractSet[str]) -> str | None:
    """The kind among the labels of a node, of the kinds that the store knows."""
    return next((name for name in labels if name in kinds), None)


def kinds_there(read: Read, label: str) -> AbstractSet[str]:
    """The kinds that nodes of a label may have: for organisations the built-in and own ones."""
    if label != "Organisation":
        return frozenset()
    return kinds_of(row["id"] for row in read(statements.OWN_KINDS))


def kinds_of(ids: Iterable[object]) -> AbstractSet[str]:
    """The built-in kinds, and those with these ids as far as they can be kinds."""
    return KINDS.keys() | {each for each in ids if isinstance(each, str) and is_own_kind(each)}


def _stated(properties: dict[str, Any]) -> dict[str, Any]:
    """The properties as they were stated, of those that are stored."""
    for name in ("hash", "claims", JOINED):
        properties.pop(name, None)
    return properties


def _dated(properties: dict[str, Any]) -> dict[str, Any]:
    """The properties of a row with real dates."""
    for name in DATE_PROPERTIES:
        if (text := properties.pop(name, None)) is not None:
            properties[name] = _day(text)
    return properties


@lru_cache(maxsize=20_000)
def _day(text: str | None) -> date | str | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:  # graphkit did not write this
        return text
