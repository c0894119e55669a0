"""Between networkx's graphs and compressed rows.

Who is whose neighbour is converted once and kept in the graph's cache, which networkx empties when
nodes or edges come or go. Weights are read in every call: networkx is not told when somebody writes
into an edge's dict, so that a weight that is kept may be an old one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, compress
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from graphkit.backend.adjacency import Adjacency, Floats
from graphkit.backend.incidence import Incidence
from graphkit.backend.info import SLOT
from graphkit.paused_gc import collector_at_rest

if TYPE_CHECKING:
    import networkx as nx

Rows = Sequence[Mapping[Any, Mapping[str, Any]]]

# Sums, inverses and squares of weights between these stay finite and above 0; what happens
# elsewhere differs between Python's numbers and numpy's.
_SMALLEST, _LARGEST = 1e-100, 1e100


def from_networkx(graph: nx.Graph[Any], weights: Mapping[str, Any]) -> Adjacency | Incidence:
    """The compressed form of a graph with the named edge attributes, each with its default.

    It is what stands in the graph's cache where that still holds. Raises NotImplementedError for
    parallel edges and for an attribute that is not a number, or too large or too small a one.
    """
    if graph.is_multigraph():
        raise NotImplementedError("parallel edges")
    rows = _rows(graph)
    form = kept(graph)
    if form is None or not _fits(form, graph, rows):
        form = _structure(graph, rows)
        _keep(graph, form)
    edges = form.one_mode()
    # Only networkx's own classes are known to hold one dict for both directions of an edge.
    once = not edges.directed and _is_stock(graph)
    numbers = {
        name: _numbers(rows, edges, once, name, default) for name, default in weights.items()
    }
    if isinstance(form, Incidence) and all(
        np.array_equal(values, edges.weights.get(name, ())) for name, values in numbers.items()
    ):
        return form
    return edges.weighed(numbers)


def with_attributes(graph: nx.Graph[Any]) -> Adjacency:
    """The compressed rows of a graph without weights, with what it and its nodes are called."""
    form = from_networkx(graph, {}).one_mode().weighed({})
    form.graph = dict(graph.graph)
    form.attributes = [graph.nodes[node] for node in form.nodes]
    return form


def kept(graph: Any) -> Adjacency | Incidence | None:
    """The compressed form in a graph's cache; networkx lets a user set the cache to None."""
    return (getattr(graph, "__networkx_cache__", None) or {}).get(SLOT)


def _keep(graph: Any, form: Adjacency) -> None:
    import networkx as nx

    cache = getattr(graph, "__networkx_cache__", None)
    if cache is not None and _is_stock(graph) and nx.config.cache_converted_graphs:
        cache[SLOT] = form


def _is_stock(graph: Any) -> bool:
    """Whether a graph is of networkx's own classes: views and others may redefine their rows."""
    import networkx as nx

    return type(graph) in (nx.Graph, nx.DiGraph) and not hasattr(graph, "_graph")


def _fits(form: Adjacency | Incidence, graph: nx.Graph[Any], rows: Rows) -> bool:
    """Whether a form has the nodes of the graph and, for each, as many neighbours."""
    return list(form.nodes) == list(graph) and np.array_equal(
        np.diff(form.one_mode().offsets), _lengths(rows)
    )


def _structure(graph: nx.Graph[Any], rows: Rows) -> Adjacency:
    nodes = list(graph)
    index = {node: position for position, node in enumerate(nodes)}
    offsets = np.zeros(len(nodes) + 1, dtype=np.int64)
    np.cumsum(_lengths(rows), out=offsets[1:])
    places = list(map(index.__getitem__, chain.from_iterable(rows)))
    neighbours = np.array(places, dtype=np.int32)
    return Adjacency(nodes, offsets, neighbours, directed=graph.is_directed())


def _lengths(rows: Rows) -> npt.NDArray[np.int64]:
    return np.fromiter(map(len, rows), np.int64, len(rows))


def _rows(graph: nx.Graph[Any]) -> Rows:
    """Each node's neighbours with their edges."""
    if _is_stock(graph):
        rows: Any = graph
        return list(rows._adj.values())
    return [neighbours for _, neighbours in graph.adjacency()]


def _numbers(rows: Rows, form: Adjacency, once: bool, name: str, default: Any) -> Floats:
    """An edge attribute, one number an entry of `neighbours`; `once` reads each edge only once."""
    edges: Iterable[Mapping[str, Any]] = chain.from_iterable(row.values() for row in rows)
    if once:
        edges = compress(edges, form.first.tobytes())
    values = [edge.get(name, default) for edge in edges]
    kinds = set(map(type, values))
    if not kinds <= {int, float, bool}:
        raise NotImplementedError(f"the edge attribute {name!r} is not a plain number everywhere")
    try:
        numbers = np.array(values, dtype=np.float64)
    except OverflowError:
        raise NotImplementedError(f"the edge attribute {name!r} is too large a number") from None
    size = np.abs(numbers)
    if not np.isfinite(numbers).all():
        raise NotImplementedError(f"the edge attribute {name!r} is not finite everywhere")
    if size.max(initial=0.0) > _LARGEST or size.min(initial=1.0, where=size > 0) < _SMALLEST:
        raise NotImplementedError(
            f"the edge attribute {name!r} is beyond {_LARGEST:g} or below {_SMALLEST:g} somewhere"
        )
    # networkx adds whole numbers without end, floating point only up to here.
    if int in kinds and size.max(initial=0.0) * len(rows) > 2**53:
        raise NotImplementedError(f"the edge attribute {name!r} is too large to be added up")
    return numbers[form.edge] if once else numbers


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
