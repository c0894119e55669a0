"""The graph's schema as the embedded store needs it: every type and unique index, made up front.

All of it is made in a new, empty store, because the engine takes a new type badly once facts have
been loaded in bulk. An organisation of a kind lives in a compound type (`Company~Organisation`).
"""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.model import DATASET, KINDS, LABELS, RELATIONS
from graphkit.model.fact_columns import BOUNDS, LIFETIME


def vertex_type(label: str, kind: str | None) -> str:
    """The type in which the embedded store keeps nodes of a label and kind.

    >>> vertex_type("Organisation", "Company")
    'Company~Organisation'
    """
    return label if kind is None else "~".join(sorted((kind, label)))


def schema_script() -> str:
    """The SQL script that makes every type, property and index of the vocabulary."""
    return "".join(f"{statement};\n" for statement in _statements())


def _statements() -> Iterator[str]:
    for label in (*LABELS, DATASET):
        yield f"CREATE VERTEX TYPE `{label}` BUCKETS 1"
        yield from _properties(label)
    for kind in KINDS:
        compound = vertex_type("Organisation", kind)
        yield f"CREATE VERTEX TYPE `{kind}` BUCKETS 1"
        yield f"CREATE VERTEX TYPE `{compound}` EXTENDS `{kind}`, `Organisation` BUCKETS 1"
    for relation in RELATIONS:
        yield f"CREATE EDGE TYPE `{relation}` BUCKETS 1"
        yield from _properties(relation)


def _properties(name: str) -> Iterator[str]:
    yield f"CREATE PROPERTY `{name}`.`id` STRING"
    for date in (*BOUNDS, *LIFETIME) if name == "Organisation" else BOUNDS:
        yield f"CREATE PROPERTY `{name}`.`{date}` DATE"
    yield f"CREATE INDEX ON `{name}` (`id`) UNIQUE"
