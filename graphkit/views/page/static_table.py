"""The table of all organisations for where scripts do not run, with the script's columns."""

from __future__ import annotations

from collections.abc import Callable

from graphkit.views.page.facts import Json
from graphkit.views.translation import Words, number
from graphkit.views.view import View


def table_columns(content: Json) -> list[str]:
    """The labels of the columns between the name and the metrics, from the page's content."""
    return [label for label, _ in _columns(content)]


def table_rows(view: View, content: Json, texts: Words) -> list[Json]:
    """One row per organisation; `stated` holds the cells between the name and the metrics."""
    columns = [cell for _, cell in _columns(content)]
    return [
        {
            "rank": node.rank,
            "label": node.label,
            "stated": [cell(at) for cell in columns],
            "values": [number(node.values[name], texts) for name in view.metrics],
        }
        for at, node in enumerate(view.organisations)
    ]


def _columns(content: Json) -> list[tuple[str, Callable[[int], str]]]:
    """Labels, and what gives the cell of an organisation: facets, then what else is shown."""
    facets = [facet for facet in content["facets"] if facet["of"] == "nodes"]
    known = {facet["name"] for facet in facets}
    shown = [each for each in content["columns"] if each["table"] and each["name"] not in known]
    return [(facet["label"], _facet_cell(facet)) for facet in facets] + [
        (column["label"], _column_cell(content["nodes"], column["name"])) for column in shown
    ]


def _facet_cell(facet: Json) -> Callable[[int], str]:
    labels = [value["label"] if value["value"] else "" for value in facet["values"]]

    def cell(at: int) -> str:
        each = facet["each"][at]
        return ", ".join(labels[place] for place in (each if isinstance(each, list) else [each]))

    return cell


def _column_cell(nodes: list[Json], name: str) -> Callable[[int], str]:
    def cell(at: int) -> str:
        values = nodes[at].get("stated", {}).get(name, [])
        return ", ".join(each if isinstance(each, str) else each["text"] for each in values)

    return cell
