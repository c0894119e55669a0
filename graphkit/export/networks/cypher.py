"""What a selection states as a script of Cypher, for any database that speaks it.

One statement per line, for an empty database: constraints first, so that a second run fails rather
than doubles everything. Labels and types come from the vocabulary; every value is a literal.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice

from graphkit.export.networks.formats import Export
from graphkit.model import LABELS, Dataset, Fact, Node, Value
from graphkit.model.own_columns import is_own_name
from graphkit.model.visible_text import visible
from graphkit.store.statements import property_name

_AT_ONCE = 100
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_ESCAPED = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNSAFE = re.compile(r"[\\'\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_HALVES = re.compile("[\ud800-\udfff]")


def as_cypher(export: Export) -> str:
    """A script with the manifest as a comment."""
    return "\n".join([f"// {visible(export.said)}", *statements(export.statements), ""])


def statements(dataset: Dataset) -> Iterator[str]:
    """The statements that make a data set, each on a line of its own.

    Parameters
    ----------
    dataset : Dataset
        The data set.

    Yields
    ------
    str
        A statement with a semicolon at its end.

    Examples
    --------
    >>> from graphkit.model import Dataset, Node
    >>> acme = Node("Organisation", "acme", {"name": "O'Neill"}, "Company")
    >>> print(*list(statements(Dataset.of("mine", [acme], [])))[-1:])
    UNWIND [{id: 'acme', name: 'O\\'Neill'}] AS row CREATE (n:Organisation:Company) SET n += row;
    """
    by_label: dict[tuple[str, ...], list[Node]] = {}
    for node in dataset.nodes:
        labels = (node.label, *([node.kind] if node.kind else []))
        by_label.setdefault(labels, []).append(node)
    for label in dict.fromkeys(labels[0] for labels in by_label):
        assert label in LABELS
        yield (
            f"CREATE CONSTRAINT graphkit_{label.lower()}_id IF NOT EXISTS "
            f"FOR (n:{label}) REQUIRE n.id IS UNIQUE;"
        )
    for labels, nodes in by_label.items():
        yield from _created(
            f"CREATE (n:{':'.join(labels)}) SET n += row",
            ({"id": node.id, **node.properties} for node in nodes),
        )
    by_ends: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in dataset.facts:
        by_ends.setdefault((fact.relation, fact.start[0], fact.end[0]), []).append(fact)
    for (relation, start, end), facts in by_ends.items():
        made = (
            f"{{a: {text_literal(fact.start[1])}, b: {text_literal(fact.end[1])}, "
            f"own: {_map({'id': fact.id, **fact.properties})}}}"
            for fact in facts
        )
        for some in _batches(made, _AT_ONCE):
            yield (
                f"UNWIND [{', '.join(some)}] AS row MATCH (a:{start} {{id: row.a}}) "
                f"MATCH (b:{end} {{id: row.b}}) CREATE (a)-[f:{relation}]->(b) SET f += row.own;"
            )


def _batches(texts: Iterable[str], count: int) -> Iterator[list[str]]:
    each = iter(texts)
    while some := list(islice(each, count)):
        yield some


def _created(clause: str, records: Iterable[Mapping[str, Value]]) -> Iterator[str]:
    for some in _batches(map(_map, records), _AT_ONCE):
        yield f"UNWIND [{', '.join(some)}] AS row {clause};"


def _map(values: Mapping[str, Value]) -> str:
    return (
        "{"
        + ", ".join(
            f"{property_name(name)}: {literal(value)}"
            for name, value in values.items()
            if _PLAIN.fullmatch(name) or is_own_name(name)
        )
        + "}"
    )


def literal(value: Value) -> str:
    """A value as a literal of Cypher.

    No dialect has a word for infinity that all others know, so it is a quotient.

    >>> literal([1.5, True]), literal("a'b"), literal(date(2014, 11, 7))
    ('[1.5, true]', "'a\\\\'b'", "date('2014-11-07')")
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not math.isfinite(value):
        return "(0.0/0.0)" if math.isnan(value) else "(1.0/0.0)" if value > 0 else "(-1.0/0.0)"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, date):
        return f"date('{value.isoformat()}')"
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    return text_literal(value)


def text_literal(text: str) -> str:
    """A text as a literal: nothing in it ends the literal or the line."""
    text = _HALVES.sub("\N{REPLACEMENT CHARACTER}", text)
    return "'" + _UNSAFE.sub(_escaped, text) + "'"


def _escaped(found: re.Match[str]) -> str:
    return _ESCAPED.get(found[0]) or f"\\u{ord(found[0]):04x}"
