"""A network as GraphML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graphkit.export.networks.formats import Export
from graphkit.export.networks.graph import Spell, Value, intervals, text
from graphkit.export.networks.xml_text import attributes, content
from graphkit.model.graph_columns import JOINED

_LABEL, _WEIGHT, _SPELLS = "label", "weight", "spells"


def as_graphml(export: Export) -> str:
    """GraphML with a key for each attribute; the description holds the manifest."""
    return "\n".join([*_lines(export), ""])


def _lines(export: Export) -> Iterator[str]:
    graph = export.graph
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
        'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">'
    )
    default = "directed" if graph.directed else "undirected"
    times = {_SPELLS: "string"} if graph.is_dated else {}
    nodes = _keys("n", {_LABEL: "string", **graph.node_columns, **times})
    weighed = {_WEIGHT: "double"} if export.mode != "two" else {}
    edges = _keys("e", weighed | graph.edge_columns | times)
    for of, keys in (("node", nodes), ("edge", edges)):
        for name, (key, kind) in keys.items():
            yield (
                "  <key"
                + attributes(id=key, **{"for": of, "attr.name": name, "attr.type": kind})
                + "/>"
            )
    yield f"  <graph{attributes(id=export.title, edgedefault=default)}>"
    yield f"    <desc>{content(export.said)}</desc>"
    for node in graph.nodes:
        yield f"    <node{attributes(id=node.id)}>"
        yield from _data({_LABEL: node.label, **node.values, **_spells([node.spell])}, nodes)
        yield "    </node>"
    for number, edge in enumerate(graph.edges):
        ends = {"source": graph.nodes[edge.source].id, "target": graph.nodes[edge.target].id}
        yield f"    <edge{attributes(id=f'e{number}', **ends)}>"
        own = {_WEIGHT: edge.weight} if weighed else {}
        yield from _data({**own, **edge.values, **_spells(edge.spells)}, edges)
        yield "    </edge>"
    yield "  </graph>"
    yield "</graphml>"


def _keys(letter: str, columns: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    return {name: (f"{letter}{at}", kind) for at, (name, kind) in enumerate(columns.items())}


def _spells(spells: Sequence[Spell]) -> dict[str, Value]:
    found = intervals(spells)
    return {_SPELLS: JOINED.join(found)} if found else {}


def _data(values: Mapping[str, Value], keys: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    for name, value in values.items():
        yield f"      <data{attributes(key=keys[name][0])}>{content(text(value))}</data>"
