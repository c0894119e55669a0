"""Burt's constraint and effective size."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Literal

import numpy as np

from graphkit.backend.adjacency import Adjacency
from graphkit.backend.incidence import Incidence
from graphkit.backend.threads import sliced
from graphkit.backend.twins import Twins


def constraint(
    G: Adjacency | Incidence,
    nodes: Iterable[Hashable] | None = None,
    weight: str | None = None,
) -> dict[Hashable, float]:
    """See networkx."""
    return _holes(G, nodes, weight, 0)


def effective_size(
    G: Adjacency | Incidence,
    nodes: Iterable[Hashable] | None = None,
    weight: str | None = None,
) -> dict[Hashable, float]:
    """See networkx, whose values with `weight` are those it gives for `nodes` one by one."""
    return _holes(G, nodes, weight, 1)


def _holes(
    graph: Adjacency | Incidence,
    nodes: Iterable[Hashable] | None,
    weight: str | None,
    which: Literal[0, 1],
) -> dict[Hashable, float]:
    from graphkit.backend.kernels.topology import holes

    names = list(graph) if nodes is None else list(nodes)
    wanted = np.array([graph.index[name] for name in names], dtype=np.int32)
    # Twins have the same values: one of each is computed.
    first, position = wanted, np.arange(len(wanted))
    if isinstance(graph, Incidence):
        place = Twins.of(graph, hang=False).place[wanted]
        kind = np.where(place < 0, -1 - wanted, place)
        _, chosen, position = np.unique(kind, return_index=True, return_inverse=True)
        first = wanted[chosen]
    edges = graph.one_mode()
    if not (edges.weight(weight) > 0).all():
        raise NotImplementedError("weights that are not above 0")
    arrays = (edges.offsets, edges.neighbours, edges.weight(weight), first)
    values = np.zeros(len(first))
    for parts in sliced(lambda part, parts: holes(*arrays, part, parts), len(first)):
        values += parts[which]
    values[np.diff(edges.offsets)[first] == 0] = np.nan  # nothing can be said of an isolate
    return dict(zip(names, values[position].tolist(), strict=True))
