"""What a selection states as CSV files for `neo4j-admin database import`, with its arguments.

Nothing is guarded against spreadsheet programs here: the files are for Neo4j alone, which takes
every cell for what it is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from graphkit.export.networks.formats import Export
from graphkit.export.networks.graph import types_of
from graphkit.export.networks.tables import MANIFEST
from graphkit.model import Fact, Node, UsageError, Value
from graphkit.model.visible_text import visible_lines

ARGUMENTS = "import.args"
"""The file of arguments: `neo4j-admin database import full @import.args`, run in the folder."""

APART = "\x1f"
"""Between the values of a list; no text holds it, because control characters become escapes."""

Column = tuple[str, str]


def as_import_folder(export: Export) -> dict[str, str]:
    """One file per label, and one per relationship type and the labels that it joins."""
    dataset = export.statements
    files: dict[str, str] = {}
    nodes: dict[str, list[Node]] = {}
    for node in dataset.nodes:
        nodes.setdefault(node.label, []).append(node)
    arguments = [
        "--multiline-fields=true",
        "--trim-strings=false",
        f"--array-delimiter=U+{ord(APART):04X}",
    ]
    for label, some in nodes.items():
        name = f"{label.lower()}s.csv"
        files[name] = _nodes(label, some)
        arguments.append(f"--nodes=./{name}")
    facts: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in dataset.facts:
        facts.setdefault((fact.relation, fact.start[0], fact.end[0]), []).append(fact)
    for (relation, start, end), found in facts.items():
        name = f"{relation.lower()}-{start.lower()}-{end.lower()}.csv"
        files[name] = _facts(relation, start, end, found)
        arguments.append(f"--relationships={relation}=./{name}")
    files[ARGUMENTS] = "\n".join([*arguments, ""])
    files[MANIFEST] = export.manifest.text()
    return files


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
