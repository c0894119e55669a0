"""Between networkx's graphs and compressed rows.

Who is whose neighbour is converted once and kept in the graph's cache, which networkx empties when
nodes or edges come or go. Weights are read in every call, because networkx is not told when
somebody writes into an edge's dict. Their array is used again only when every value is the same
object as in the call before.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from graphkit.backend.adjacency import Adjacency, Floats
from graphkit.backend.edge_dicts import EdgeDicts, Rows, as_numbers, lengths
from graphkit.backend.incidence import Incidence
from graphkit.backend.info import EDGES_SLOT, SLOT
from graphkit.paused_gc import collector_at_rest

if TYPE_CHECKING:
    import networkx as nx


def from_networkx(graph: nx.Graph[Any], weights: Mapping[str, Any]) -> Adjacency | Incidence:
    """The compressed form of a graph with the named edge attributes, each with its default.

    It is what stands in the graph's cache where that still holds. Raises NotImplementedError for
    parallel edges and for an attribute that is not a number, or too large or too small a one.
    """
    if graph.is_multigraph():
        raise NotImplementedError("parallel edges")
    rows = _rows(graph)
    form = kept(graph)
    fits = form is not None and _fits(form, graph, rows)
    dicts = _dicts(graph, rows) if weights or not fits else None
    if form is None or not fits or (dicts is not None and not _joins(dicts, form)):
        form = _structure(graph, rows, dicts)
        _keep(graph, SLOT, form)
    edges = form.one_mode()
    numbers = {
        name: _numbers(rows, name, default) if dicts is None else dicts.numbers(name, default)
        for name, default in weights.items()
    }
    if isinstance(form, Incidence) and all(
        np.array_equal(values, edges.weights.get(name, ())) for name, values in numbers.items()
    ):
        return form
    return edges.weighed(numbers) if dicts is None else dicts.weighed(edges, numbers)


def with_attributes(graph: nx.Graph[Any]) -> Adjacency:
    """The compressed rows of a graph without weights, with what it and its nodes are called."""
    form = from_networkx(graph, {}).one_mode().weighed({})
    form.graph = dict(graph.graph)
    form.attributes = [graph.nodes[node] for node in form.nodes]
    return form


def kept(graph: Any) -> Adjacency | Incidence | None:
    """The compressed form in a graph's cache; networkx lets a user set the cache to None."""
    return (getattr(graph, "__networkx_cache__", None) or {}).get(SLOT)


def _keep(graph: Any, slot: str, what: Adjacency | EdgeDicts) -> None:
    import networkx as nx

    cache = getattr(graph, "__networkx_cache__", None)
    if cache is not None and _is_stock(graph) and nx.config.cache_converted_graphs:
        cache[slot] = what


def _is_stock(graph: Any) -> bool:
    """Whether a graph is of networkx's own classes: others may redefine their rows.

    Views are too, but do not get here (`refusals`).
    """
    import networkx as nx

    return type(graph) in (nx.Graph, nx.DiGraph)


def _fits(form: Adjacency | Incidence, graph: nx.Graph[Any], rows: Rows) -> bool:
    """Whether a form has the nodes of the graph and, for each, as many neighbours."""
    return list(form.nodes) == list(graph) and np.array_equal(
        np.diff(form.one_mode().offsets), lengths(rows)
    )


def _dicts(graph: nx.Graph[Any], rows: Rows) -> EdgeDicts | None:
    """The dicts of a graph's edges, those of the last call if they still fit.

    None for directed graphs, and for classes that are not networkx's own: they may hold two dicts
    for the two directions of an edge.
    """
    if graph.is_directed() or not _is_stock(graph):
        return None
    cache = getattr(graph, "__networkx_cache__", None) or {}
    dicts: EdgeDicts | None = cache.get(EDGES_SLOT)
    if dicts is None or not dicts.fit(rows):
        dicts = EdgeDicts.of(rows)
        if dicts is not None:
            _keep(graph, EDGES_SLOT, dicts)
    return dicts


def _joins(dicts: EdgeDicts, form: Adjacency | Incidence) -> bool:
    """Whether the edges join the same nodes, in the same order, as those of a form."""
    return np.array_equal(dicts.neighbours, form.one_mode().neighbours)


def _structure(graph: nx.Graph[Any], rows: Rows, dicts: EdgeDicts | None) -> Adjacency:
    nodes = list(graph)
    offsets = np.zeros(len(nodes) + 1, dtype=np.int64)
    np.cumsum(lengths(rows), out=offsets[1:])
    if dicts is not None:
        return Adjacency(nodes, offsets, dicts.neighbours)
    index = {node: position for position, node in enumerate(nodes)}
    places = map(index.__getitem__, chain.from_iterable(rows))
    neighbours = np.fromiter(places, np.int32, int(offsets[-1]))
    return Adjacency(nodes, offsets, neighbours, directed=graph.is_directed())


def _rows(graph: nx.Graph[Any]) -> Rows:
    """Each node's neighbours with their edges."""
    if _is_stock(graph):
        rows: Any = graph
        return list(rows._adj.values())
    return [neighbours for _, neighbours in graph.adjacency()]


def _numbers(rows: Rows, name: str, default: Any) -> Floats:
    """An edge attribute, one number an entry of the rows."""
    edges = chain.from_iterable(row.values() for row in rows)
    return as_numbers([edge.get(name, default) for edge in edges], name, len(rows))


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
    once = _values(form, np.flatnonzero(form.first))
    values = list(map(once.__getitem__, form.edge.tolist()))
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
