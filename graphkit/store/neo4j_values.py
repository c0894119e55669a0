"""Values from a Neo4j server in plain Python, in the forms that the embedded store gives."""

from __future__ import annotations

from typing import Any

import neo4j.graph
import neo4j.spatial
import neo4j.time

_PLAIN = {str, int, float, bool, type(None)}


def to_python(value: Any) -> Any:
    """The plain Python value: a node or a relationship is the dict of its properties, a path the
    list of both in turn, a duration or a time of day its ISO text.
    """
    if type(value) in _PLAIN:
        return value
    if type(value) is dict:
        return {key: it if type(it) in _PLAIN else to_python(it) for key, it in value.items()}
    if type(value) is list:
        return [item if type(item) in _PLAIN else to_python(item) for item in value]
    if isinstance(value, neo4j.time.Date):
        return value.to_native()
    if isinstance(value, neo4j.time.DateTime):
        return value.to_native()
    if isinstance(value, tuple) and not isinstance(value, neo4j.spatial.Point):
        if isinstance(value, neo4j.time.Duration):
            return value.iso_format()
        return [to_python(item) for item in value]
    if isinstance(value, neo4j.graph.Node | neo4j.graph.Relationship):
        return {key: to_python(item) for key, item in value.items()}
    if isinstance(value, neo4j.graph.Path):
        steps = [
            to_python(item)
            for pair in zip(value.nodes, value.relationships, strict=False)
            for item in pair
        ]
        return [*steps, to_python(value.nodes[-1])]
    if isinstance(value, neo4j.time.Time):
        return value.iso_format()
    return str(value)
