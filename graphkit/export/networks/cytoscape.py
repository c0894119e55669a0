"""A network as JSON for Cytoscape and Cytoscape.js."""

from __future__ import annotations

from graphkit.export.networks.appearance import appearances
from graphkit.export.networks.formats import Export
from graphkit.export.networks.json_lines import as_json
from graphkit.export.networks.node_link import spells
from graphkit.version import __version__


def as_cytoscape(export: Export) -> str:
    """A network of Cytoscape 3, one element per line.

    networkx takes it too: `value` is what it names nodes by.
    """
    graph = export.graph
    ids = [node.id for node in graph.nodes]
    looks = appearances(export.network, graph)
    nodes = [
        {
            "data": {
                **node.values,
                **spells([node.spell]),
                "id": node.id,
                "value": node.id,
                "name": node.label,
                "shared_name": node.label,
                "colour": look.colour,
                "size": look.size,
            },
            **({"position": dict(zip("xy", look.place, strict=True))} if look.place else {}),
        }
        for node, look in zip(graph.nodes, looks, strict=True)
    ]
    edges = [
        {
            "data": {
                **edge.values,
                **spells(edge.spells),
                "id": f"edge {number}",
                "source": ids[edge.source],
                "target": ids[edge.target],
                **({"weight": edge.weight} if export.mode != "two" else {}),
            }
        }
        for number, edge in enumerate(graph.edges)
    ]
    return as_json(
        {
            "format_version": "1.0",
            "generated_by": f"graphkit-{__version__}",
            "target_cytoscapejs_version": "~2.1",
            "directed": graph.directed,
            "multigraph": False,
            "data": {"name": export.title, "shared_name": export.title, "manifest": export.said},
            "elements": {"nodes": nodes, "edges": edges},
        }
    )
