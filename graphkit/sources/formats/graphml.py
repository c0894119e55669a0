"""Read GraphML, with the labels that yEd draws, hyperedges and nested graphs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

from graphkit.sources.formats.sheet import Format, Graph, Sheet, Wanted
from graphkit.sources.formats.xml_text import parse_xml, text_in
from graphkit.sources.problem_texts import Fault, shown
from graphkit.sources.raw import printable


def read_graphml(path: Path, options: Wanted) -> tuple[Sheet, ...]:
    """The nodes and edges of a GraphML file."""
    root = parse_xml(path)
    if root.tag != "graphml":
        raise Fault(f"its first element is {shown(root.tag)}, not graphml", "give a GraphML file")
    keys, defaults = _keys(root)
    graph = Graph()
    for each in root.iter("graph"):
        graph.directed = graph.directed or each.get("edgedefault") == "directed"
    for node in root.iter("node"):
        key = node.get("id")
        if key is None:
            raise Fault("a node has no id", "export it again from the program that wrote it")
        own = defaults.get("node", {}) | _data(node, keys)
        graph.node(key, **own)
    for edge in root.iter("edge"):
        start, end = edge.get("source"), edge.get("target")
        if start is None or end is None:
            raise Fault("an edge has no source or no target", "export it again")
        graph.edge(start, end, defaults.get("edge", {}) | _data(edge, keys))
    for hyper in root.iter("hyperedge"):
        _hyperedge(hyper, graph)
    if not graph.nodes:
        raise Fault("contains no nodes", "export it again from the program that wrote it")
    return graph.sheets(printable(path.name), "graphml")


def _keys(root: Element) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """The name of each key, and the values that elements have by default."""
    keys: dict[str, str] = {}
    defaults: dict[str, dict[str, str]] = {}
    for each in root.iter("key"):
        name = each.get("attr.name") or each.get("yfiles.type") or each.get("id") or ""
        keys[each.get("id", "")] = name
        if text := text_in(each.find("default")):
            defaults.setdefault(each.get("for", "node"), {})[name] = text
    return keys, defaults


def _data(element: Element, keys: Mapping[str, str]) -> dict[str, str]:
    result: dict[str, str] = {}
    for data in element.findall("data"):
        name = keys.get(data.get("key", ""), data.get("key", ""))
        if len(data):  # what yEd draws
            drawn = [text_in(each) for tag in ("NodeLabel", "EdgeLabel") for each in data.iter(tag)]
            if label := next(filter(None, drawn), ""):
                result.setdefault("label", label)
        elif text := text_in(data):
            result[name] = text
    return result


def _hyperedge(element: Element, graph: Graph) -> None:
    """An edge of several ends, as a node to which each of them is tied."""
    ends = [each.get("node", "") for each in element.findall("endpoint")]
    key = element.get("id") or " + ".join(ends)
    graph.node(key, type="group")
    for end in filter(None, ends):
        graph.edge(end, key, {})


def _is_graphml(head: bytes) -> bool:
    return b"<graphml" in head


GRAPHML = Format("a GraphML file", (".graphml",), read_graphml, _is_graphml, certain=True)
