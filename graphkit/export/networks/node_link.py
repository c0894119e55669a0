"""A network as node-link JSON, which networkx and D3 read."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.export.networks.formats import Export
from graphkit.export.networks.graph import Spell, intervals
from graphkit.export.networks.json_lines import as_json


def as_node_link(export: Export) -> str:
    """An object with `nodes` and `links`, which networkx takes with `edges="links"`."""
    graph = export.graph
    weighed = export.mode != "two"
    ids = [node.id for node in graph.nodes]
    return as_json(
        {
            "directed": graph.directed,
            "multigraph": False,
            "graph": {"name": export.title, "manifest": export.said},
            "nodes": [
                {"id": node.id, "label": node.label, **node.values, **spells([node.spell])}
                for node in graph.nodes
            ],
            "links": [
                {
                    "source": ids[edge.source],
                    "target": ids[edge.target],
                    **({"weight": edge.weight} if weighed else {}),
                    **edge.values,
                    **spells(edge.spells),
                }
                for edge in graph.edges
            ],
        }
    )


def spells(times: Sequence[Spell]) -> dict[str, list[str]]:
    """The attribute `spells`, texts of ISO 8601; there is none for what has no bound."""
    found = intervals(times)
    return {"spells": found} if found else {}
