"""A network as node-link JSON, which networkx and D3 read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from graphkit.export.networks.formats import Export
from graphkit.export.networks.graph import ALWAYS, Spell
from graphkit.model.visible_text import visible_json


def as_node_link(export: Export) -> str:
    """An object with `nodes` and `links`, which networkx takes with `edges="links"`."""
    graph = export.graph
    weighed = export.mode == "one"
    ids = [node.id for node in graph.nodes]
    return as_json(
        {
            "directed": False,
            "multigraph": False,
            "graph": {"name": export.title, "manifest": export.manifest.content()},
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


def spells(times: Sequence[Spell]) -> dict[str, list[list[str | None]]]:
    """The attribute `spells`: pairs of a first and a last day, null where there is no bound.

    Without any bound there is no attribute.
    """
    if list(times) == [ALWAYS]:
        return {}
    return {"spells": [[_day(day) for day in spell] for spell in times]}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def as_json(content: Any) -> str:
    """JSON with one node or edge per line; characters that a terminal obeys as escapes."""
    lines = []
    for name, value in content.items():
        if isinstance(value, list) and value:
            inner = ",\n".join(f"    {_text(each)}" for each in value)
            lines.append(f"  {_text(name)}: [\n{inner}\n  ]")
        else:
            lines.append(f"  {_text(name)}: {_text(value)}")
    return visible_json("{\n" + ",\n".join(lines) + "\n}\n")


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
