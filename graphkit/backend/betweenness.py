"""Counting shortest paths through nodes and edges: which kernel does it for which graph."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from graphkit.backend.adjacency import Adjacency, Floats
from graphkit.backend.incidence import Incidence
from graphkit.backend.threads import sliced
from graphkit.backend.twins import Twins

Sources = npt.NDArray[np.int64] | None


def of_nodes(
    graph: Adjacency | Incidence, weight: str | None, sources: Sources, tolerance: float = 0.0
) -> Floats:
    """The sum over sources (None: all) of their dependencies on each node, shape (n,).

    Every ordered pair of a source and a target adds the share of its shortest paths that pass
    through the node; `weight` names the length of edges, `tolerance` the part of its length by
    which a path may differ from another and be as short.
    """
    if isinstance(graph, Incidence):
        if weight is None:
            return _over_groups(graph, sources)
        if weight == "distance":
            return _over_classes(graph, sources, tolerance)
    return _over_edges(graph.one_mode(), weight, sources, tolerance, edges=False)[0]


def of_edges(
    graph: Adjacency, weight: str | None, sources: Sources, tolerance: float = 0.0
) -> Floats:
    """As `of_nodes`, for each entry of `neighbours` in its direction."""
    return _over_edges(graph, weight, sources, tolerance, edges=True)[1]


def endpoints(graph: Adjacency | Incidence, sources: Sources) -> Floats:
    """What networkx's `endpoints` adds: the paths that each node begins or ends, shape (n,).

    A source begins one to everything it reaches, and each of those ends one.
    """
    from graphkit.backend import distances

    if not graph.is_directed():
        from graphkit.backend.components import labels

        label = labels(graph)
        size = np.bincount(label)[label].astype(np.float64)
        if sources is None:
            return 2.0 * (size - 1.0)
        is_source = np.zeros(len(graph))
        is_source[sources] = 1.0
        of_component = np.bincount(label, is_source).astype(np.float64)
        return of_component[label] + is_source * (size - 2.0)
    reach = distances.sums(graph.one_mode().reversed(), None, sources, inward=True).reached
    met = distances.met(graph.one_mode(), sources)
    if sources is None:
        return met + reach
    met[sources] += reach
    return met


def _over_edges(
    graph: Adjacency, weight: str | None, sources: Sources, tolerance: float, *, edges: bool
) -> tuple[Floats, Floats]:
    chosen = np.arange(len(graph)) if sources is None else sources
    offsets, neighbours = graph.offsets, graph.neighbours
    if weight is None:
        return _over_steps(graph, chosen, edges)
    from graphkit.backend.kernels.weighted_paths import dependencies

    alike = np.ones(len(graph))
    rest = (graph.weight(weight), alike, np.ones(len(graph), dtype=np.uint8))
    starts = (chosen.astype(np.int32), np.ones(len(chosen)))
    arrays = (offsets, neighbours, *rest, *starts, edges, float(tolerance))
    return _summed(lambda part, parts: dependencies(*arrays, part, parts), len(chosen))


def _over_steps(
    graph: Adjacency, chosen: npt.NDArray[np.int64], edges: bool
) -> tuple[Floats, Floats]:
    """By the unweighted kernel, with the nodes numbered along a walk: near ones near in memory."""
    from scipy.sparse.csgraph import reverse_cuthill_mckee

    from graphkit.backend.kernels.adjacency_paths import LANES, dependencies

    if not len(graph):
        return np.zeros(0), np.zeros(0)
    matrix = graph.matrix()
    walk = reverse_cuthill_mckee(matrix, symmetric_mode=not graph.directed).astype(np.int64)
    place = np.empty(len(graph), dtype=np.int64)
    place[walk] = np.arange(len(graph))
    entries = np.lexsort((place[graph.neighbours], place[graph.rows]))
    counts = np.diff(graph.offsets)[walk]
    offsets = np.concatenate(([0], np.cumsum(counts)))
    neighbours = place[graph.neighbours[entries]].astype(np.int32)
    starts = np.sort(place[chosen]).astype(np.int32)
    nodes_moved, entries_moved = _summed(
        lambda part, parts: dependencies(offsets, neighbours, starts, edges, part, parts),
        -(-len(starts) // LANES),
    )
    of_entries = np.zeros(len(entries) if edges else 0)
    if edges:
        of_entries[entries] = entries_moved
    return nodes_moved[place], of_entries


def _over_groups(graph: Incidence, sources: Sources) -> Floats:
    """Over the groups, see `kernels.incidence_paths`, with pendants in closed form."""
    from graphkit.backend.kernels.incidence_paths import LANES, dependencies

    twins = Twins.of(graph, hang=True)
    count = twins.counted(sources)
    here = twins.counted(None)
    by_class = np.zeros(twins.classes)
    # A terminal of a pendant sees everything beyond its group through the host, for which it
    # counts, besides, as one more source.
    pendant = np.flatnonzero(twins.host >= 0)
    host = twins.host[pendant]
    waiting = count[twins.classes + pendant]
    beyond = twins.reach[host] - 1 - here[twins.classes + pendant]
    np.add.at(by_class, host, waiting * beyond)
    np.add.at(count, host, waiting)
    count[twins.classes + pendant] = 0.0
    chosen = np.flatnonzero(count).astype(np.int32)
    arrays = (
        *twins.class_groups,
        *twins.group_classes,
        *twins.repeats,
        twins.size,
        twins.terminals,
        twins.hanging,
        chosen,
        count[chosen],
    )
    batches = -(-len(chosen) // LANES)
    for share in sliced(lambda part, parts: dependencies(*arrays, part, parts), batches):
        by_class += share
    return twins.of_nodes(by_class)


def _over_classes(graph: Incidence, sources: Sources, tolerance: float) -> Floats:
    """By weights, over the projection of the classes.

    What holds for steps holds for lengths of 1/weight: two that share a group are at most as far
    apart as either is from one that has no other group, so that a terminal is never between others.
    """
    from graphkit.backend.kernels.weighted_paths import dependencies

    twins = Twins.of(graph, hang=False)
    matrix = twins.projection(graph)
    size = np.concatenate((twins.size, twins.terminals))
    passable = np.arange(len(size)) < twins.classes
    count = twins.counted(sources)
    chosen = np.flatnonzero(count).astype(np.int32)
    arrays = (
        matrix.indptr.astype(np.int64),
        matrix.indices.astype(np.int32),
        1.0 / matrix.data,
        size,
        passable.astype(np.uint8),
        chosen,
        count[chosen],
        False,
        float(tolerance),
    )
    totals, _ = _summed(lambda part, parts: dependencies(*arrays, part, parts), len(chosen))
    return twins.of_nodes(totals[: twins.classes])


def _summed(work: Callable[[int, int], tuple[Any, Any]], amount: int) -> tuple[Floats, Floats]:
    """The sums of both results over all slices, in order."""
    parts = sliced(work, amount)
    first, second = next(parts)
    for one, other in parts:
        first += one
        second += other
    return first, second
