"""Read graphs in JSON: nodes and links, the elements of Cytoscape or Kumu, exports of Neo4j.

Nodes stand in a list, or in an object by their ids. What holds the rest of a node, such as
`attributes` in Kumu, adds nothing to the names of its columns.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from graphkit.sources.formats.json_shapes import ELEMENT_PARTS
from graphkit.sources.formats.nested import flat, text_of_value
from graphkit.sources.formats.sheet import Graph
from graphkit.sources.header_words import ends, plain
from graphkit.sources.problem_texts import Fault

_NODES = ("nodes", "elements", "vertices", "actors", "entities")
_EDGES = ("links", "edges", "connections", "relationships", "relations", "ties")
PARTS = frozenset((*_NODES, *_EDGES))
"""What the parts of a graph are called."""
_SURE = ("links", "edges")
"""What the edges beside `nodes` are called where nothing else can be meant."""
_ENDS = (("source", "target"), ("from", "to"), ("start", "end"), ("startnode", "endnode"))
_PARTS = (".id", ".key", ".name")
_IDS = ("id", "_id", "key", "elementId")
_HOLDING = ("attributes.", "properties.", "display.")


def graph_of(held: Mapping[str, Any]) -> Graph | None:
    """The graph that an object of JSON holds, or None where it holds something else.

    Parameters
    ----------
    held : mapping of str to object
        What the text of a file says.

    Returns
    -------
    Graph or None
        The graph. Raises Fault where an edge does not name two nodes.
    """
    elements = held.get("elements")
    if isinstance(elements, Mapping):
        parts = [each for name in ("nodes", "edges") for each in elements.get(name) or ()]
        return elements_of(parts)
    if isinstance(elements, list) and (graph := elements_of(elements)):
        return graph
    nodes = next((found for name in _NODES if (found := _records(held.get(name)))), None)
    called = next((name for name in _EDGES if _records(held.get(name)) is not None), "")
    if "nodes" in held and isinstance(held["nodes"], list | Mapping):
        nodes = nodes if nodes is not None else _records(held["nodes"])
    sure = "nodes" in held and called in _SURE
    edges = _records(held.get(called))
    if nodes is None or edges is None or (not sure and not _have_ends(edges)):
        return None
    graph = Graph(directed=held.get("directed") is True)
    ids: list[str] = []
    for at, each in enumerate(nodes):
        own = _typed(_flat(each)) if isinstance(each, Mapping) else {"id": text_of_value(each)}
        key = next((own.pop(name) for name in _IDS if own.get(name)), "")
        key = key or own.get("name", "") or str(at)
        ids.append(key)
        graph.node(key, **own)
    stated = []
    for each in edges:
        if isinstance(each, Mapping):
            own = _flat(each)
            start, end = _ends_of(own)
            own.pop("key", None)
            stated.append((start, end, own))
    by_place = _are_places({key for edge in stated for key in edge[:2]}, ids)
    for start, end, own in stated:
        both = (ids[int(start)], ids[int(end)]) if by_place else (start, end)
        if not nodes:
            graph.nodes |= {key: {} for key in both}
        graph.edge(*both, own)
    return graph


def _records(held: Any) -> list[Any] | None:
    """A list, or what stands in an object by ids, each with its id."""
    if isinstance(held, Mapping) and held and all(isinstance(x, Mapping) for x in held.values()):
        return [{"id": key, **each} for key, each in held.items()]
    return held if isinstance(held, list) else None


def _have_ends(edges: Sequence[Any]) -> bool:
    """Whether each of some edges names two nodes."""
    if not edges or not all(isinstance(each, Mapping) for each in edges):
        return False
    try:
        return all(all(_ends_of(_flat(each))) for each in edges)
    except Fault:
        return False


def _are_places(ends: Collection[str], ids: Sequence[str]) -> bool:
    """Whether edges name nodes by their places in the list, as D3 does, and none by its id."""
    return not {*ids} & {*ends} and all(end.isdecimal() and int(end) < len(ids) for end in ends)


def _flat(record: Mapping[str, Any]) -> dict[str, str]:
    own: dict[str, str] = {}
    for name, value in flat(record).items():
        before = next((each for each in _HOLDING if name.startswith(each)), "")
        own.setdefault(name.removeprefix(before), value)
    return own


def _typed(own: dict[str, str]) -> dict[str, str]:
    """A node whose labels, as Neo4j calls them, are its types."""
    if "labels" not in own or "type" in own:
        return own
    return {"type" if name == "labels" else name: value for name, value in own.items()}


def _ends_of(own: dict[str, str]) -> tuple[str, str]:
    """What names the nodes of an edge, which is taken from its attributes."""
    words = {name.casefold(): name for name in reversed(own)}
    for both in _ENDS:
        names = [
            next((words[at] for at in (each, *(each + part for part in _PARTS)) if at in words), "")
            for each in both
        ]
        if all(names):
            return own.pop(names[0]), own.pop(names[1])
    names = [*own]
    if (places := ends(names)) is not None:
        return own.pop(names[places[0]]), own.pop(names[places[1]])
    numbered = [name for name in names if plain(name) in ("node1 id", "node2 id")]
    if len(numbered) == 2:
        return own.pop(numbered[0]), own.pop(numbered[1])
    raise Fault("an edge names no source or no target", "give each edge both")


def graph_in_lines(records: Sequence[Mapping[str, Any]]) -> Graph | None:
    """The graph that Neo4j exports as a record for each node and each relationship, or None."""
    if {each.get("type") for each in records} != {"node", "relationship"}:
        return None
    graph = Graph(directed=True)
    for each in records:
        if each["type"] == "node":
            own = _typed(_flat({k: v for k, v in each.items() if k != "type"}))
            graph.node(own.pop("id", ""), **own)
        else:
            both = {k: v for k, v in each.items() if k in ("start", "end")}
            start, end = _ends_of(flat(both))
            held = each.get("properties")
            rest = flat(held) if isinstance(held, Mapping) else {}
            graph.edge(start, end, {"kind": text_of_value(each.get("label"))} | rest)
    return graph


def elements_of(parts: Sequence[Any]) -> Graph | None:
    """The graph of Cytoscape's elements, or None where they are something else."""
    graph = Graph()
    for each in parts:
        data = each.get("data") if isinstance(each, Mapping) else None
        if not isinstance(data, Mapping):
            return None
        own = flat(data)
        if "source" in own and "target" in own:
            own.pop("id", None)
            graph.edge(own.pop("source"), own.pop("target"), own)
        else:
            key = own.pop("id", "")
            if not key and not ELEMENT_PARTS.issuperset(each):
                return None  # a record with a part called data
            if not key:
                raise Fault("a node has no id", "export it again from the program that wrote it")
            graph.node(key, **own)
    return graph if graph.nodes else None
