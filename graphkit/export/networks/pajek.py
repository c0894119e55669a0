"""A network for Pajek: the network, partitions of its vertices into classes, vectors of numbers.

The name of a partition says what its classes are. Class 0 is unknown, and so is 999999998 in a
vector, as in Pajek itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.export.networks.appearance import appearances
from graphkit.export.networks.formats import Export
from graphkit.export.networks.graph import NetworkGraph
from graphkit.model.graph_columns import NODE_TYPE
from graphkit.model.visible_text import visible

UNKNOWN = "999999998"

_PARTITIONS = (NODE_TYPE, "kind", "sector", "stage")


def as_project(export: Export) -> str:
    """A project: the network, its partitions and its vectors; the manifest is a comment."""
    graph = export.graph
    return _text([*_network(export), *_partitions(graph), *_vectors(graph)])


def as_network(export: Export) -> str:
    """The network alone."""
    return _text(_network(export))


def _text(lines: Iterator[str] | list[str]) -> str:
    return "\n".join([*lines, ""])


def label(text: str) -> str:
    """A text in quotation marks, without what would end or change it.

    >>> print(label('The "A" or B'))
    "The 'A' or B"
    """
    return '"' + visible(text).replace('"', "'").replace("\\", "/") + '"'


def _network(export: Export) -> Iterator[str]:
    graph = export.graph
    yield f"% {export.said}"
    yield f"*Network {visible(export.title)}"
    two = f" {graph.organisations}" if export.mode == "two" else ""
    yield f"*Vertices {len(graph.nodes)}{two}"
    places = _shares([look.place for look in appearances(export.network, graph)])
    for number, (name, (x, y)) in enumerate(zip(graph.labels, places, strict=True), 1):
        yield f"{number} {label(name)} {x:.4f} {y:.4f} 0.5000"
    yield "*Arcs" if graph.directed else "*Edges"
    for edge in graph.edges:
        weight = repr(edge.weight) if export.mode != "two" else "1"
        yield f"{edge.source + 1} {edge.target + 1} {weight}"


def _shares(places: list[tuple[float, float] | None]) -> list[tuple[float, float]]:
    """Places within Pajek's window, from 0.05 to 0.95; the middle for what has none."""
    known = [place for place in places if place is not None]
    if not known:
        return [(0.5, 0.5)] * len(places)
    low = [min(place[axis] for place in known) for axis in (0, 1)]
    reach = max(max(place[axis] for place in known) - low[axis] for axis in (0, 1)) or 1.0
    found = []
    for place in places:
        x, y = place or (low[0] + reach / 2, low[1] + reach / 2)
        found.append((0.05 + 0.9 * (x - low[0]) / reach, 0.05 + 0.9 * (y - low[1]) / reach))
    return found


def _partitions(graph: NetworkGraph) -> Iterator[str]:
    for name in _PARTITIONS:
        words = [node.values.get(name) for node in graph.nodes]
        known = {str(word): None for word in words if word is not None}
        classes = {word: number for number, word in enumerate(sorted(known), 1)}
        if classes:
            listed = ", ".join(f"{number} {_plain(word)}" for word, number in classes.items())
            yield f"*Partition {name} ({listed})"
            yield f"*Vertices {len(words)}"
            yield from (str(classes.get(str(word), 0)) for word in words)


def _vectors(graph: NetworkGraph) -> Iterator[str]:
    yield "*Vector degree"
    yield f"*Vertices {len(graph.degrees)}"
    yield from map(str, graph.degrees)
    for name, kind in graph.node_columns.items():
        if kind in ("long", "double"):
            values = [node.values.get(name) for node in graph.nodes]
            yield f"*Vector {_plain(name)}"
            yield f"*Vertices {len(values)}"
            yield from (UNKNOWN if value is None else repr(value) for value in values)


def _plain(word: str) -> str:
    """A word without the marks that part classes."""
    return visible(word).replace(",", ";").replace("(", "[").replace(")", "]")
