"""The graph's schema as the embedded store needs it: every type and unique index, made up front.

What a load needs is made before anything is loaded, because the engine takes a new type badly in
the same opening as facts that are loaded in bulk. An organisation of a kind lives in a compound
type (`Company~Organisation`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from graphkit.model import DATASET, DECISION, KINDS, LABELS, RELATIONS, Node, is_own_kind, own_kinds
from graphkit.model.fact_columns import BOUNDS, LIFETIME


def vertex_type(label: str, kind: str | None) -> str:
    """The type in which the embedded store keeps nodes of a label and kind.

    >>> vertex_type("Organisation", "Company")
    'Company~Organisation'
    """
    return label if kind is None else "~".join(sorted((kind, label)))


def kinds_needed(nodes: Collection[Node]) -> list[str]:
    """The kinds that nodes have or define."""
    return sorted({node.kind for node in nodes if node.kind} | own_kinds(nodes).keys())


def make_types(database: Any, kinds: Iterable[str]) -> None:
    """Make every type, property and index of the vocabulary and of these kinds that is not there.

    A store of an earlier version may lack what the vocabulary has got since. Each kind costs files,
    which are copied with the store, so a store has types only for the kinds that it needs.
    """
    schema = database.getSchema()
    statements = [
        statement
        for name, made in _types(kinds)
        if not schema.existsType(name)
        for statement in made
    ]
    if statements:
        database.command("sqlscript", "".join(f"{statement};\n" for statement in statements))


def lacks_types(database: Any, kinds: Iterable[str]) -> bool:
    """Whether `make_types` would make any."""
    schema = database.getSchema()
    return not all(schema.existsType(name) for name, _ in _types(kinds))


def _types(kinds: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    for label in (*LABELS, DATASET, DECISION):
        yield label, [f"CREATE VERTEX TYPE `{label}` BUCKETS 1", *_properties(label)]
    for kind in kinds:
        if kind not in KINDS and not is_own_kind(kind):
            raise ValueError(f"{kind!r} cannot be a kind")
        compound = vertex_type("Organisation", kind)
        yield kind, [f"CREATE VERTEX TYPE `{kind}` BUCKETS 0"]
        extended = f"EXTENDS `{kind}`, `Organisation`"
        yield compound, [f"CREATE VERTEX TYPE `{compound}` {extended} BUCKETS 1"]
    for relation in RELATIONS:
        yield relation, [f"CREATE EDGE TYPE `{relation}` BUCKETS 1", *_properties(relation)]


def _properties(name: str) -> Iterator[str]:
    yield f"CREATE PROPERTY `{name}`.`id` STRING"
    for date in (*BOUNDS, *LIFETIME) if name == "Organisation" else BOUNDS:
        yield f"CREATE PROPERTY `{name}`.`{date}` DATE"
    yield f"CREATE INDEX ON `{name}` (`id`) UNIQUE"
