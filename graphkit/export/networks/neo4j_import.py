"""What a selection states as CSV files for `neo4j-admin database import`, with its arguments.

What is imported is a store as a load leaves it: with the hash and the data set of every node and
fact, and what a store keeps about the data set. Nothing is guarded against spreadsheet programs
here: the files are for Neo4j alone, which takes every cell for what it is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from graphkit.export.networks.formats import Export
from graphkit.export.networks.graph import types_of
from graphkit.export.networks.tables import MANIFEST
from graphkit.model import DATASET, Dataset, Fact, Node, Properties, UsageError, Value
from graphkit.model.digests import Leaves
from graphkit.model.stated_properties import own_columns
from graphkit.model.visible_text import visible_lines
from graphkit.store import shared_nodes
from graphkit.store.neo4j.import_folder import ARGUMENTS, CONSTRAINTS, DIGESTS, digest_lines
from graphkit.store.plan import dataset_content, fact_content
from graphkit.store.statements import uniqueness

APART = "\x1f"
"""Between the values of a list; no text holds it, because control characters become escapes."""

Column = tuple[str, str]


def as_import_folder(export: Export) -> dict[str, str]:
    """One file per label, and one per relationship type and the labels that it joins; the
    statements that make the constraints, and the digests of all files.
    """
    files = _tables(_as_kept(export.statements))
    files[CONSTRAINTS] = "".join(f"{text};\n" for text in uniqueness().values())
    files[MANIFEST] = export.manifest.text()
    files[DIGESTS] = digest_lines(files)
    return files


def _tables(dataset: Dataset) -> dict[str, str]:
    """The tables of a data set, and the arguments that name them."""
    leaves = Leaves.of(dataset)
    files: dict[str, str] = {}
    arguments = [
        "--multiline-fields=true",
        "--trim-strings=false",
        f"--array-delimiter=U+{ord(APART):04X}",
    ]
    about = dataset_content(dataset.name, leaves, own_columns(dataset))
    nodes = {DATASET: [Node(DATASET, dataset.name, _beside_id(about))]}
    for label, some in _by_label(dataset.nodes).items():
        nodes[label] = [
            replace(node, properties=_beside_id(_node_content(node, dataset.name, leaves)))
            for node in some
        ]
    for label, held in nodes.items():
        name = f"{label.lower()}s.csv"
        files[name] = _nodes(label, held)
        arguments.append(f"--nodes=./{name}")
    for (relation, start, end), found in _by_ends(dataset.facts).items():
        name = f"{relation.lower()}-{start.lower()}-{end.lower()}.csv"
        kept = [
            replace(fact, properties=_beside_id(_fact_content(fact, dataset.name, leaves)))
            for fact in found
        ]
        files[name] = _facts(relation, start, end, kept)
        arguments.append(f"--relationships={relation}=./{name}")
    files[ARGUMENTS] = "\n".join([*arguments, ""])
    return files


def _as_kept(dataset: Dataset) -> Dataset:
    """The data set with every value as its file holds it, which is what the digests are of."""
    nodes = [
        replace(node, id=_clean(node.id), properties=_kept(node.properties, types))
        for some in _by_label(dataset.nodes).values()
        for types in [types_of(node.properties for node in some)]
        for node in some
    ]
    facts = [
        replace(
            fact,
            id=_clean(fact.id),
            start=(fact.start[0], _clean(fact.start[1])),
            end=(fact.end[0], _clean(fact.end[1])),
            properties=_kept(fact.properties, types),
        )
        for some in _by_ends(dataset.facts).values()
        for types in [types_of(fact.properties for fact in some)]
        for fact in some
    ]
    return Dataset.of(dataset.name, nodes, facts)


def _kept(stated: Properties, types: Mapping[str, set[type]]) -> Properties:
    return {name: _kept_value(value, types[name]) for name, value in stated.items()}


def _kept_value(value: Value, types: set[type]) -> Value:
    if types == {int, float} and isinstance(value, int):
        return float(value)
    if isinstance(value, list):
        return [_clean(each) for each in value]
    return _clean(value) if isinstance(value, str) else value


def _by_label(nodes: Iterable[Node]) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = {}
    for node in nodes:
        found.setdefault(node.label, []).append(node)
    return found


def _by_ends(facts: Iterable[Fact]) -> dict[tuple[str, str, str], list[Fact]]:
    """Facts by relationship type and the labels of their ends."""
    found: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in facts:
        found.setdefault((fact.relation, fact.start[0], fact.end[0]), []).append(fact)
    return found


def _node_content(node: Node, dataset: str, leaves: Leaves) -> shared_nodes.Content:
    leaf = {dataset: leaves.nodes[node.label, node.id]}
    claims = {dataset: (node.kind, node.properties)}
    return shared_nodes.content(node.label, node.id, claims, leaf)


def _fact_content(fact: Fact, dataset: str, leaves: Leaves) -> shared_nodes.Content:
    return fact_content(fact, dataset, leaves.facts[fact.relation, fact.id])


def _beside_id(content: Mapping[str, Any]) -> Properties:
    return {name: value for name, value in content.items() if name != "id"}


def _nodes(label: str, nodes: Sequence[Node]) -> str:
    columns = _columns(node.properties for node in nodes)
    head = [f"id:ID({label})", *map(_header, columns), ":LABEL"]
    rows = (
        [
            _clean(node.id),
            *_cells(node.properties, columns),
            APART.join([label, *([node.kind] if node.kind else [])]),
        ]
        for node in nodes
    )
    return _written(head, rows)


def _facts(relation: str, start: str, end: str, facts: Sequence[Fact]) -> str:
    columns = _columns(fact.properties for fact in facts)
    head = [f":START_ID({start})", f":END_ID({end})", "id", *map(_header, columns)]
    rows = (
        [
            *map(_clean, (fact.start[1], fact.end[1], fact.id)),
            *_cells(fact.properties, columns),
        ]
        for fact in facts
    )
    return _written(head, rows)


def _columns(records: Iterable[Mapping[str, Value]]) -> list[Column]:
    """The properties of records with their types, in order of name."""
    types = types_of(records)
    return [(name, _type(name, types[name])) for name in sorted(types)]


def _type(name: str, types: set[type]) -> str:
    known = {bool: "boolean", int: "long", float: "double", date: "date", list: "string[]"}
    if types == {int, float}:
        return "double"
    if len(types) > 1:
        raise UsageError(
            f"the property {name} has values of several types, which this format cannot hold; "
            "choose cypher, or make them alike"
        )
    return known.get(next(iter(types)), "string")


def _header(column: Column) -> str:
    return f"{column[0]}:{column[1]}"


def _cells(stated: Mapping[str, Value], columns: Sequence[Column]) -> list[str | None]:
    return [_cell(stated[name]) if name in stated else None for name, _ in columns]


def _cell(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return APART.join(map(_clean, value))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return _clean(value) if isinstance(value, str) else repr(value)


def _clean(text: str) -> str:
    return visible_lines(text)


def _written(head: Sequence[str], rows: Iterable[Sequence[str | None]]) -> str:
    """Every text in quotation marks, and nothing at all for what is absent."""
    lines = (",".join(map(_quoted, row)) for row in (head, *rows))
    return "".join(f"{line}\n" for line in lines)


def _quoted(text: str | None) -> str:
    return "" if text is None else '"' + text.replace('"', '""') + '"'
