"""Between networkx's graphs and compressed rows."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from graphkit.engine.adjacency import Adjacency, Floats

if TYPE_CHECKING:
    import networkx as nx


def from_networkx(graph: nx.Graph[Any], weights: Mapping[str, Any]) -> Adjacency:
    """The compressed rows of a graph with the named edge attributes, each with its default.

    Raises NotImplementedError for parallel edges and for an attribute that is not a number.
    """
    if graph.is_multigraph():
        raise NotImplementedError("parallel edges")
    nodes = list(graph)
    index = {node: position for position, node in enumerate(nodes)}
    rows = _rows(graph)
    offsets = np.zeros(len(nodes) + 1, dtype=np.int64)
    np.cumsum(np.fromiter(map(len, rows), np.int64, len(rows)), out=offsets[1:])
    neighbours = np.fromiter(
        map(index.__getitem__, chain.from_iterable(rows)), np.int32, int(offsets[-1])
    )
    return Adjacency(
        nodes,
        offsets,
        neighbours,
        {name: _numbers(rows, name, default) for name, default in weights.items()},
        directed=graph.is_directed(),
        graph=graph.graph,
        attributes=[graph.nodes[node] for node in nodes],
    )


def _rows(graph: nx.Graph[Any]) -> list[Mapping[Any, Mapping[str, Any]]]:
    """Each node's neighbours with their edges. Views and other subclasses define them anew."""
    import networkx as nx

    if type(graph) in (nx.Graph, nx.DiGraph):
        rows: Any = graph
        return list(rows._adj.values())
    return [neighbours for _, neighbours in graph.adjacency()]


def _numbers(rows: list[Mapping[Any, Mapping[str, Any]]], name: str, default: Any) -> Floats:
    values = [edge.get(name, default) for row in rows for edge in row.values()]
    kinds = set(map(type, values))
    if not kinds <= {int, float, bool} and not all(
        issubclass(kind, int | float | np.number) for kind in kinds
    ):
        raise NotImplementedError(f"the edge attribute {name!r} is not a number everywhere")
    numbers = np.array(values, dtype=np.float64)
    if int in kinds and np.abs(numbers).max(initial=0.0) > 2**53:
        raise NotImplementedError(f"the edge attribute {name!r} has too large a number")
    return numbers


def to_networkx(form: Adjacency) -> nx.Graph[Any]:
    """The networkx graph with the same nodes, neighbours and weights in the same order."""
    import networkx as nx

    graph: nx.Graph[Any] = nx.DiGraph() if form.directed else nx.Graph()
    graph.graph.update(form.graph)
    graph.add_nodes_from(zip(form.nodes, form.attributes or ({} for _ in form.nodes), strict=True))
    names = list(form.weights)
    columns = [values.tolist() for values in form.weights.values()]
    edges: list[dict[str, Any]] = (
        [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]
        if columns
        else [{} for _ in form.neighbours]
    )
    neighbours = [form.nodes[position] for position in form.neighbours.tolist()]
    if form.directed:
        starts = (form.nodes[position] for position in form.rows.tolist())
        graph.add_edges_from(zip(starts, neighbours, edges, strict=True))
        return graph
    # Both rows of an edge hold one and the same dict, which networkx relies on.
    turned = form.turned()
    edges = [edges[each] for each in np.minimum(np.arange(len(turned)), turned).tolist()]
    ends = form.offsets.tolist()
    rows: Any = graph
    for node, start, end in zip(form.nodes, ends, ends[1:], strict=False):
        rows._adj[node] = dict(zip(neighbours[start:end], edges[start:end], strict=True))
    return graph
