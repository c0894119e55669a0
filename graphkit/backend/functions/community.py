"""Louvain communities, move for move as networkx finds them from the same seed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from itertools import islice
from random import Random
from typing import Any

import numpy as np
import numpy.typing as npt

from graphkit.backend.adjacency import Adjacency, Floats
from graphkit.backend.incidence import Incidence
from graphkit.backend.release import networkx_is_at_least

Ints = npt.NDArray[np.int64]
Partition = list[set[Hashable]]


def louvain_communities(
    G: Adjacency | Incidence,
    weight: str | None = "weight",
    resolution: float = 1,
    threshold: float = 1e-7,
    max_level: int | None = None,
    seed: Random | None = None,
) -> Partition:
    """See networkx."""
    if max_level is not None and max_level <= 0:
        raise ValueError("max_level argument must be a positive integer or None")
    levels = louvain_partitions(G, weight, resolution, threshold, seed)
    return list(islice(levels, max_level))[-1]


def louvain_partitions(
    G: Adjacency | Incidence,
    weight: str | None = "weight",
    resolution: float = 1,
    threshold: float = 1e-7,
    seed: Random | None = None,
) -> Iterator[Partition]:
    """See networkx."""
    from graphkit.backend.kernels.louvain import settle

    edges = G.one_mode()
    if not len(edges.neighbours):
        yield [{node} for node in G]
        return
    chance = seed or Random()  # noqa: S311
    level = _Level(len(edges), *_edges_of(edges, weight))
    quality = level.modularity(np.arange(len(edges)), resolution)
    since_37 = networkx_is_at_least(3, 7)
    # Their last bits decide between equal gains: networkx adds up its own graph's, since 3.7 ours.
    half = sum(_degrees(edges, weight) if since_37 else level.degrees) / 2
    member = np.arange(len(edges))  # each node's community
    while True:
        order = list(range(len(level.degrees)))
        chance.shuffle(order)
        moved_to, moves = settle(
            level.offsets,
            level.neighbours,
            level.weights,
            np.array(level.degrees, dtype=float),
            np.array(order, dtype=np.int64),
            float(half),
            float(resolution),
            since_37,
        )
        if not moves and len(level.degrees) < len(edges):
            return
        _, community = np.unique(moved_to, return_inverse=True)
        member = community[member]
        yield _sets(G, member)
        better = level.modularity(community, resolution)
        if not better - quality > threshold:
            return
        quality = better
        level = level.merged(community)


def modularity(
    G: Adjacency | Incidence,
    communities: Iterable[Iterable[Hashable]],
    weight: str | None = "weight",
    resolution: float = 1,
) -> float:
    """See networkx."""
    import networkx as nx

    sets: Any = communities if isinstance(communities, list) else list(communities)
    member = {node: number for number, each in enumerate(sets) for node in each if node in G}
    if not len(G) == len(member) == sum(map(len, sets)):
        whole: Any = G
        raise nx.community.quality.NotAPartition(whole, sets)
    edges = G.one_mode()
    found = np.array([member[node] for node in G], dtype=np.int64)
    return _Level(len(edges), *_edges_of(edges, weight)).modularity(found, resolution)


class _Level:
    """A graph whose nodes are the communities of the level below, in networkx's two orders.

    It is made by adding edges in turn. starts, ends, loads: each edge once, in the order in which
    the graph then iterates over them, from the end that comes first. offsets, neighbours, weights:
    rows without self-loops, in the order of adding. The two orders differ.
    """

    def __init__(self, nodes: int, starts: Ints, ends: Ints, loads: Floats) -> None:
        rows, columns, weights = _both_ways(starts, ends, loads)
        once = rows <= columns
        self.starts, self.ends, self.loads = rows[once], columns[once], weights[once]
        offsets = np.concatenate(([0], np.cumsum(np.bincount(rows, minlength=nodes))))
        own = np.zeros(nodes)
        loop = starts == ends
        own[starts[loop]] = loads[loop]
        self.degrees = _sums(offsets, weights, own)
        apart = rows != columns
        self.offsets = np.concatenate(([0], np.cumsum(np.bincount(rows[apart], minlength=nodes))))
        self.neighbours, self.weights = columns[apart], weights[apart]

    def modularity(self, community: Ints, resolution: float) -> float:
        """Newman's modularity of a partition, with Reichardt and Bornholdt's resolution."""
        total = sum(self.degrees)
        if total == 0 and networkx_is_at_least(3, 7):
            return 0
        if total == 0:
            raise ZeroDivisionError("the weights of all ties sum to 0")
        inside = community[self.starts] == community[self.ends]
        held = np.bincount(community[self.starts[inside]], self.loads[inside], community.max() + 1)
        degree = np.bincount(community, self.degrees, community.max() + 1)
        return float((held / (total / 2) - resolution * degree**2 / total**2).sum())

    def merged(self, community: Ints) -> _Level:
        """The graph of the communities: its edges are added in the order in which they are met."""
        starts, ends = community[self.starts], community[self.ends]
        count = int(community.max()) + 1
        key = np.minimum(starts, ends) * count + np.maximum(starts, ends)
        _, first, which = np.unique(key, return_index=True, return_inverse=True)
        place = np.argsort(np.argsort(first))
        loads = np.zeros(len(first))
        np.add.at(loads, place[which], self.loads)
        met = np.sort(first)
        return _Level(count, starts[met], ends[met], loads)


def _edges_of(graph: Adjacency, weight: str | None) -> tuple[Ints, Ints, Floats]:
    """Each edge once, from the end that comes first, as networkx iterates over them."""
    kept = graph.rows <= graph.neighbours
    return (
        graph.rows[kept].astype(np.int64),
        graph.neighbours[kept].astype(np.int64),
        graph.weight(weight)[kept],
    )


def _degrees(graph: Adjacency, weight: str | None) -> list[float]:
    """The sum of each row's weights, in the order of the row; a self-loop counts twice."""
    weights = graph.weight(weight)
    own = np.zeros(len(graph))
    own[graph.rows[graph.loops]] = weights[graph.loops]
    return _sums(graph.offsets, weights, own)


def _sums(offsets: Ints, weights: Floats, more: Floats) -> list[float]:
    """Each row's sum and something more, by Python's own sum: the last bits are networkx's."""
    values, ends = weights.tolist(), offsets.tolist()
    rows = zip(ends, ends[1:], more.tolist(), strict=False)
    return [sum(values[start:end]) + extra for start, end, extra in rows]


def _both_ways(starts: Ints, ends: Ints, loads: Floats) -> tuple[Ints, Ints, Floats]:
    """The rows that adding the edges in turn gives: each edge in both, a self-loop once."""
    apart = np.repeat(starts != ends, 2)
    apart[::2] = True
    rows = np.stack((starts, ends), axis=1).ravel()[apart]
    columns = np.stack((ends, starts), axis=1).ravel()[apart]
    weights = np.repeat(loads, 2)[apart]
    order = np.argsort(rows, kind="stable")
    return rows[order], columns[order], weights[order]


def _sets(graph: Adjacency | Incidence, member: Ints) -> Partition:
    found: Partition = [set() for _ in range(int(member.max()) + 1)]
    for node, community in zip(graph.nodes, member.tolist(), strict=True):
        found[community].add(node)
    return found
