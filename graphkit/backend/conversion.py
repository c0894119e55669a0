"""Between networkx's graphs and compressed rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from graphkit.backend.adjacency import Adjacency, Floats
from graphkit.backend.incidence import Incidence
from graphkit.paused_gc import collector_at_rest

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


def unchanged(graph: Any, form: Adjacency | Incidence, weights: Iterable[str]) -> bool:
    """Whether a graph still has the weights of the form in its cache.

    networkx empties the cache when edges come or go, not when a user writes into an edge's dict.
    """
    edges = form.one_mode() if weights else None
    for name in weights:
        values = [edge.get(name) for row in _rows(graph) for edge in row.values()]
        if edges is None or name not in edges.weights or values != edges.weights[name].tolist():
            return False
    return True


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
    if not kinds <= {int, float, bool}:
        raise NotImplementedError(f"the edge attribute {name!r} is not a plain number everywhere")
    numbers = np.array(values, dtype=np.float64)
    if not np.isfinite(numbers).all():
        raise NotImplementedError(f"the edge attribute {name!r} is not finite everywhere")
    # networkx adds whole numbers without end, floating point only up to here.
    if int in kinds and np.abs(numbers).max(initial=0.0) * len(rows) > 2**53:
        raise NotImplementedError(f"the edge attribute {name!r} is too large to be added up")
    return numbers


def to_networkx(form: Adjacency) -> nx.Graph[Any]:
    """The networkx graph with the same nodes, neighbours and weights in the same order."""
    import networkx as nx

    graph: nx.Graph[Any] = nx.DiGraph() if form.directed else nx.Graph()
    graph.graph.update(form.graph)
    graph.add_nodes_from(zip(form.nodes, form.attributes or ({} for _ in form.nodes), strict=True))
    with collector_at_rest():
        _fill(graph, form)
    return graph


def _fill(graph: Any, form: Adjacency) -> None:
    neighbours = list(map(form.nodes.__getitem__, form.neighbours.tolist()))
    if form.directed:
        entries = np.arange(len(neighbours))
        starts = map(form.nodes.__getitem__, form.rows.tolist())
        graph.add_edges_from(zip(starts, neighbours, _values(form, entries), strict=True))
        return
    # Both rows of an edge hold one and the same dict, which networkx relies on.
    entries, turned = np.arange(len(neighbours)), form.turned()
    first = entries <= turned
    edge = (np.cumsum(first) - 1)[np.minimum(entries, turned)]
    values = list(map(_values(form, entries[first]).__getitem__, edge.tolist()))
    ends = form.offsets.tolist()
    for node, start, end in zip(form.nodes, ends, ends[1:], strict=False):
        graph._adj[node] = dict(zip(neighbours[start:end], values[start:end], strict=True))


def _values(form: Adjacency, entries: npt.NDArray[np.int64]) -> list[dict[str, Any]]:
    """The attributes of the edges of these entries, each a dict of its own."""
    names = list(form.weights)
    if len(names) == 1:
        (name,) = names
        return [{name: value} for value in form.weights[name][entries].tolist()]
    if not names:
        return [{} for _ in entries]
    columns = [form.weights[name][entries].tolist() for name in names]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]
