"""A network as GEXF 1.3, for Gephi and Gephi Lite: attributes, times as spells, colours, positions.

A spell is the longest time that the dates allow, so the graph of a day is the network selected at
that day, with facts of unknown standing included. The dates as they are stated are attributes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graphkit.export.networks.appearance import appearances
from graphkit.export.networks.formats import Export
from graphkit.export.networks.graph import ALWAYS, Spell, Value, text
from graphkit.export.networks.xml_text import attributes, content
from graphkit.version import __version__


def as_gexf(export: Export) -> str:
    """GEXF with the manifest as its description."""
    return "\n".join([*_lines(export), ""])


def _lines(export: Export) -> Iterator[str]:
    graph = export.graph
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">'
    )
    yield "  <meta>"
    yield f"    <creator>graphkit {__version__}</creator>"
    yield f"    <keywords>{content(export.title)}</keywords>"
    yield f"    <description>{content(export.said)}</description>"
    yield "  </meta>"
    times = {"timeformat": "date", "timerepresentation": "interval"} if graph.is_dated else {}
    mode = "dynamic" if graph.is_dated else "static"
    kind = "directed" if graph.directed else "undirected"
    yield f"  <graph{attributes(defaultedgetype=kind, mode=mode, **times)}>"
    nodes, edges = _keys(graph.node_columns), _keys(graph.edge_columns)
    yield from _declared("node", nodes, graph.node_columns)
    yield from _declared("edge", edges, graph.edge_columns)
    yield f"    <nodes{attributes(count=len(graph.nodes))}>"
    for node, look in zip(graph.nodes, appearances(export.network, graph), strict=True):
        yield f"      <node{attributes(id=node.id, label=node.label)}>"
        yield from _values(node.values, nodes)
        yield from _spells([node.spell])
        red, green, blue = (int(look.colour[at : at + 2], 16) for at in (1, 3, 5))
        yield f"        <viz:color{attributes(r=red, g=green, b=blue)}/>"
        if look.place is not None:
            # Gephi's y goes upwards.
            x, y = look.place[0], -look.place[1] + 0.0
            yield f"        <viz:position{attributes(x=x, y=y, z=0.0)}/>"
        yield f"        <viz:size{attributes(value=look.size)}/>"
        yield "      </node>"
    yield "    </nodes>"
    yield f"    <edges{attributes(count=len(graph.edges))}>"
    for number, edge in enumerate(graph.edges):
        ends = {"source": graph.nodes[edge.source].id, "target": graph.nodes[edge.target].id}
        weight = edge.weight if export.mode != "two" else None
        yield f"      <edge{attributes(id=number, **ends, weight=weight)}>"
        yield from _values(edge.values, edges)
        yield from _spells(edge.spells)
        yield "      </edge>"
    yield "    </edges>"
    yield "  </graph>"
    yield "</gexf>"


def _keys(columns: Mapping[str, str]) -> dict[str, str]:
    return {name: str(at) for at, name in enumerate(columns)}


def _declared(of: str, keys: Mapping[str, str], columns: Mapping[str, str]) -> Iterator[str]:
    if not keys:
        return
    yield f"    <attributes{attributes(**{'class': of, 'mode': 'static'})}>"
    for name, key in keys.items():
        yield f"      <attribute{attributes(id=key, title=name, type=columns[name])}/>"
    yield "    </attributes>"


def _values(values: Mapping[str, Value], keys: Mapping[str, str]) -> Iterator[str]:
    if not values:
        return
    yield "        <attvalues>"
    for name, value in values.items():
        yield "          <attvalue" + attributes(**{"for": keys[name], "value": text(value)}) + "/>"
    yield "        </attvalues>"


def _spells(spells: Sequence[Spell]) -> Iterator[str]:
    bounded = [spell for spell in spells if spell != ALWAYS]
    if not bounded:
        return
    yield "        <spells>"
    for start, end in bounded:
        yield f"          <spell{attributes(start=start, end=end)}/>"
    yield "        </spells>"
