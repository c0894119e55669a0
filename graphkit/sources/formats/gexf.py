"""Read GEXF 1.1 to 1.3: attributes, and the spells in which nodes and edges were there.

An edge with several spells becomes several rows, one for each: they are separate facts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

from graphkit.sources.formats.sheet import Format, Graph, Sheet, Wanted
from graphkit.sources.formats.xml_text import parse_xml
from graphkit.sources.problem_texts import Fault, shown
from graphkit.sources.raw import printable

_YEAR = re.compile(r"(\d{4})\.0+")
_INFINITE = ("-infinity", "infinity", "-inf", "inf")


def read_gexf(path: Path, options: Wanted) -> tuple[Sheet, ...]:
    """The nodes and edges of a GEXF file."""
    root = parse_xml(path)
    if root.tag != "gexf":
        raise Fault(f"its first element is {shown(root.tag)}, not gexf", "give a GEXF file")
    graph = Graph()
    whole = root.find("graph")
    if whole is None:
        raise Fault("contains no graph", "export it again from the program that wrote it")
    graph.directed = whole.get("defaultedgetype", "undirected") == "directed"
    titles = {
        each.get("class", "node"): {
            one.get("id", ""): one.get("title", one.get("id", ""))
            for one in each.findall("attribute")
        }
        for each in whole.findall("attributes")
    }
    defaults = {
        each.get("class", "node"): {
            one.get("title", ""): (one.findtext("default") or "").strip()
            for one in each.findall("attribute")
            if one.find("default") is not None
        }
        for each in whole.findall("attributes")
    }
    for node in whole.iter("node"):
        key = node.get("id")
        if key is None:
            raise Fault("a node has no id", "export it again from the program that wrote it")
        own = {"label": node.get("label", "")} | defaults.get("node", {})
        own |= _values(node, titles.get("node", {}))
        if node.get("pid"):
            own["part_of"] = node.get("pid", "")
        start, end = _outermost(_spells(node))
        graph.node(key, **own, **{"start": start, "end": end})
    for edge in whole.iter("edge"):
        _edge(edge, graph, titles.get("edge", {}), defaults.get("edge", {}))
    if not graph.nodes:
        raise Fault("contains no nodes", "export it again from the program that wrote it")
    return graph.sheets(printable(path.name), "gexf")


def _edge(
    edge: Element, graph: Graph, titles: Mapping[str, str], defaults: Mapping[str, str]
) -> None:
    start, end = edge.get("source"), edge.get("target")
    if start is None or end is None:
        raise Fault("an edge has no source or no target", "export it again")
    own = {name: edge.get(name, "") for name in ("weight", "kind", "label") if edge.get(name)}
    own |= {**defaults, **_values(edge, titles)}
    spells = _spells(edge) or [("", "")]
    graph.edge(start, end, *(own | {"start": begun, "end": ended} for begun, ended in spells))


def _values(element: Element, titles: Mapping[str, str]) -> dict[str, str]:
    """The values of an element's attributes; of a value that changes, the last one."""
    return {
        titles.get(name, name): each.get("value", "")
        for each in element.findall("attvalues/attvalue")
        if (name := each.get("for") or each.get("id") or "")
    }


def _spells(element: Element) -> list[tuple[str, str]]:
    """The starts and ends of an element, in the order of the file."""
    found = element.findall("spells/spell") or [element]
    spells = [
        (
            _date(each.get("start") or each.get("startopen") or ""),
            _date(each.get("end") or each.get("endopen") or ""),
        )
        for each in found
    ]
    return [spell for spell in spells if any(spell)]


def _outermost(spells: list[tuple[str, str]]) -> tuple[str, str]:
    if not spells:
        return "", ""
    starts, ends = zip(*spells, strict=True)
    return min(starts), "" if "" in ends else max(ends)


def _date(text: str) -> str:
    text = text.strip()
    if text.lower() in _INFINITE:
        return ""
    match = _YEAR.fullmatch(text)
    return match[1] if match else text.partition("T")[0]


def _is_gexf(head: bytes) -> bool:
    return b"<gexf" in head


GEXF = Format("a GEXF file", (".gexf",), read_gexf, _is_gexf, certain=True)
