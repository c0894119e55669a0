"""Values from a Neo4j server in plain Python, in the forms that the embedded store gives."""

from __future__ import annotations

from typing import Any

import neo4j.graph
import neo4j.spatial
import neo4j.time

_THIRD = {True: "-3D", False: "-3d"}
_PLAIN = {str, int, float, bool, type(None)}


def to_python(value: Any) -> Any:
    """The plain Python value: a node or a relationship is the dict of its properties in order of
    name, a path the list of both in turn, a duration or a time of day its ISO text, a point a dict.
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
        return {key: to_python(item) for key, item in sorted(value.items())}
    if isinstance(value, neo4j.graph.Path):
        steps = [
            to_python(item)
            for pair in zip(value.nodes, value.relationships, strict=False)
            for item in pair
        ]
        return [*steps, to_python(value.nodes[-1])]
    if isinstance(value, neo4j.time.Time):
        return _time(value)
    if isinstance(value, neo4j.spatial.Point):
        return _point(value)
    return str(value)


def _time(value: neo4j.time.Time) -> str:
    """As Java writes it: no seconds when they are 0, and 3, 6 or 9 digits of a fraction."""
    text = f"{value.hour:02}:{value.minute:02}"
    if value.second or value.nanosecond:
        text += f":{value.second:02}"
    if value.nanosecond:
        digits = f"{value.nanosecond:09}"
        text += "." + digits.removesuffix("000").removesuffix("000")
    offset = value.utc_offset()
    if offset is None:
        return text
    minutes = int(offset.total_seconds()) // 60
    if minutes == 0:
        return text + "Z"
    return text + f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _point(value: neo4j.spatial.Point) -> dict[str, object]:
    globe = isinstance(value, neo4j.spatial.WGS84Point)
    named = dict(zip(("longitude", "latitude", "height") if globe else (), value, strict=False))
    placed = dict(zip("xyz", value, strict=False))
    system = ("WGS-84" if globe else "cartesian") + (_THIRD[globe] if len(value) == 3 else "")
    return {**named, **placed, "crs": system, "srid": value.srid}
