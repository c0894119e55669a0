"""Sums of distances: which kernel takes them for which graph."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graphkit.backend.adjacency import Adjacency, Floats
from graphkit.backend.incidence import Incidence
from graphkit.backend.threads import sliced
from graphkit.backend.twins import Twins


@dataclass(frozen=True)
class Sums:
    """Of each node: the sum of its distances, of their inverses, how many other nodes they go to,
    and the largest; each of shape (n,), or of the nodes that were asked for.
    """

    total: Floats
    inverse: Floats
    reached: Floats
    farthest: Floats


def sums(
    graph: Adjacency | Incidence,
    length: str | None,
    wanted: npt.NDArray[np.int64] | None,
    *,
    inward: bool,
) -> Sums:
    """The distances from all nodes to each (inward), or from each to all; unreachable ones apart.

    `length` names the length of an edge, None counts steps. With lengths and `wanted`, inverses are
    those from the wanted nodes to each, shape (n,). Raises NotImplementedError for negative
    lengths, which only networkx can tell from contradictory ones.
    """
    if length is None and wanted is None:
        if isinstance(graph, Incidence):
            return _over_groups(graph)
        return _over_edges(graph if inward else graph.reversed())
    edges = graph.one_mode()
    if length is None:
        assert wanted is not None
        return _from_some(edges.reversed() if inward else edges, wanted)
    return _by_length(edges.reversed() if inward else edges, length, wanted)


def met(graph: Adjacency, sources: npt.NDArray[np.int64] | None) -> Floats:
    """From how many of the sources, itself apart, each node can be reached; shape (n,)."""
    chosen = np.arange(len(graph)) if sources is None else sources
    return _over_edges(graph, chosen).reached


def _over_edges(graph: Adjacency, sources: npt.NDArray[np.int64] | None = None) -> Sums:
    from graphkit.backend.kernels.distances import WORDS, lanes_of, over_edges

    chosen = np.arange(len(graph)) if sources is None else sources
    lanes, weights = lanes_of(chosen, np.ones(len(chosen), dtype=np.int64))
    arrays = (graph.offsets, graph.neighbours, lanes, weights)
    return _joined(
        np.stack(
            list(
                sliced(lambda part, parts: over_edges(*arrays, part, parts), len(weights) // WORDS)
            )
        )
        if len(graph)
        else np.zeros((1, 4, 0))
    )


def _over_groups(graph: Incidence) -> Sums:
    from graphkit.backend.kernels.distances import WORDS, lanes_of, over_groups

    twins = Twins.of(graph, hang=False)
    alike = np.concatenate((twins.size, twins.terminals)).astype(np.int64)
    lanes, weights = lanes_of(np.flatnonzero(alike), alike[alike > 0])
    arrays = (*twins.class_groups, *twins.group_classes, lanes, weights)
    if not len(weights):
        nothing = np.zeros(len(graph))
        return Sums(nothing, nothing, nothing, nothing)
    by_code = _joined(
        np.stack(
            list(
                sliced(lambda part, parts: over_groups(*arrays, part, parts), len(weights) // WORDS)
            )
        )
    )
    # Twins are at distance 1 from each other, which the search does not see; a terminal saw itself.
    own = np.concatenate((twins.size - 1, np.full(len(twins.terminals), -1.0)))
    farthest = np.maximum(by_code.farthest, own > 0)
    place = twins.place
    here = place >= 0

    def of_nodes(values: Floats) -> Floats:
        return np.where(here, values[place], 0.0)

    return Sums(
        of_nodes(by_code.total + own),
        of_nodes(by_code.inverse + own),
        of_nodes(by_code.reached + own),
        of_nodes(farthest),
    )


def _joined(parts: npt.NDArray[np.float64]) -> Sums:
    total, inverse, reached, _ = parts.sum(axis=0)
    return Sums(total, inverse, reached, parts[:, 3].max(axis=0))


def _from_some(graph: Adjacency, wanted: npt.NDArray[np.int64]) -> Sums:
    from graphkit.backend.kernels.topology import levels

    found = []
    for source in wanted.tolist():
        order, distance = levels(graph.offsets, graph.neighbours, source, float(len(graph)))
        steps = distance[order[1:]]
        found.append((steps.sum(), (1.0 / steps).sum(), len(steps), steps.max(initial=0)))
    return Sums(*np.array(found, dtype=float).reshape(-1, 4).T)


def _by_length(graph: Adjacency, length: str, wanted: npt.NDArray[np.int64] | None) -> Sums:
    from graphkit.backend.kernels.weighted_paths import distances

    if not (graph.weight(length) >= 0).all():
        raise NotImplementedError("negative lengths")
    chosen = np.arange(len(graph)) if wanted is None else wanted
    reverse = graph.reversed()
    arrays = (graph.offsets, graph.neighbours, graph.weight(length), chosen.astype(np.int32))
    parts = list(sliced(lambda part, parts: distances(*arrays, part, parts), len(chosen)))
    total, reached, farthest = np.sum([part[0] for part in parts], axis=0)
    if wanted is None and graph.directed:
        arrays = (reverse.offsets, reverse.neighbours, reverse.weight(length), arrays[3])
        parts = list(sliced(lambda part, parts: distances(*arrays, part, parts), len(chosen)))
    inverse = np.sum([part[1] for part in parts], axis=0)
    return Sums(total, inverse, reached, farthest)
