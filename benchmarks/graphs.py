"""What the backend does for a user's own networkx graphs: conversion and all, beside others.

    python benchmarks/graphs.py [PART OF A NAME]

One graph has one mode (30,000 nodes and 300,000 edges by preferential attachment), one is a network
of partners with weights (14,460 nodes and about 208,000 edges), one has two modes (145,000
participations with the shape of CORDIS) and is projected. Each measurement runs in a
process of its own, in processor time, with kernels that were compiled before; igraph counts the
building of its graph from the edges. ~ marks a time projected from 200 sources.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from typing import Any

import networkx as nx
import numpy as np
from networks import generated
from shapes import paired

_NODES, _SOURCES = 30_000, 200
_ROUNDS = 3


def one_mode(nodes: int = _NODES) -> nx.Graph:
    """The user's graph."""
    return nx.barabasi_albert_graph(nodes, 10, seed=1)


def partners() -> nx.Graph:
    """A user's network of partners, each two that share groups tied, weighed by how many."""
    pairs = generated(14_460, 12_900)
    members: dict[int, list[int]] = {}
    for node, group in pairs.members.T.tolist():
        members.setdefault(group, []).append(node)
    shared = Counter(pair for inside in members.values() for pair in combinations(inside, 2))
    graph = nx.Graph()
    graph.add_nodes_from(f"o{node}" for node in range(pairs.nodes))
    graph.add_weighted_edges_from((f"o{u}", f"o{v}", count) for (u, v), count in shared.items())
    return graph


def ranked_once() -> nx.Graph:
    """The same, of which PageRank has been asked before by both sides."""
    graph = partners()
    nx.pagerank(graph, backend="networkx")
    nx.pagerank(graph, backend="graphkit")
    return graph


def two_mode() -> tuple[nx.Graph, list[str]]:
    """The user's two-mode graph, and the nodes to project it on."""
    pairs = paired(35_000, 31_000, 145_000, random.Random(1))
    graph = nx.Graph((f"o{one}", f"p{other}") for one, other in pairs)
    return graph, sorted(node for node in graph if node.startswith("o"))


def in_igraph(graph: nx.Graph) -> Any:
    """igraph's own."""
    import igraph

    place = {node: number for number, node in enumerate(graph)}
    return igraph.Graph(len(graph), [(place[u], place[v]) for u, v in graph.edges])


def some(graph: nx.Graph) -> list[int]:
    """The sources of a projected time."""
    return random.Random(1).sample(range(len(graph)), _SOURCES)


Step = tuple[Callable[[], Any], Callable[[Any], object], float]
"""Makes the input, computes, and by what the time is multiplied."""

STEPS: dict[str, dict[str, Step]] = {
    "betweenness from 200 sources": {
        "graphkit": (
            one_mode,
            lambda g: nx.betweenness_centrality(g, k=_SOURCES, seed=1, backend="graphkit"),
            1,
        ),
        "igraph": (one_mode, lambda g: in_igraph(g).betweenness(sources=some(g)), 1),
    },
    "closeness": {
        "graphkit": (one_mode, lambda g: nx.closeness_centrality(g, backend="graphkit"), 1),
        "igraph": (
            one_mode,
            lambda g: in_igraph(g).closeness(some(g)),
            _NODES / _SOURCES,
        ),
    },
    "betweenness of partners, 200 sources": {
        "graphkit": (
            partners,
            lambda g: nx.betweenness_centrality(g, k=_SOURCES, seed=1, backend="graphkit"),
            1,
        ),
        "igraph": (partners, lambda g: in_igraph(g).betweenness(sources=some(g)), 1),
    },
    "betweenness of partners, exact": {
        "graphkit": (partners, lambda g: nx.betweenness_centrality(g, backend="graphkit"), 1),
        "igraph": (partners, lambda g: in_igraph(g).betweenness(), 1),
    },
    "closeness of partners": {
        "graphkit": (partners, lambda g: nx.closeness_centrality(g, backend="graphkit"), 1),
        "igraph": (partners, lambda g: in_igraph(g).closeness(some(g)), 14_460 / _SOURCES),
    },
    "constraint of partners": {
        "graphkit": (partners, lambda g: nx.constraint(g, backend="graphkit"), 1),
        "igraph": (partners, lambda g: in_igraph(g).constraint(), 1),
    },
    "PageRank of partners": {
        "graphkit": (partners, lambda g: nx.pagerank(g, backend="graphkit"), 1),
        "networkx": (partners, lambda g: nx.pagerank(g, backend="networkx"), 1),
    },
    "PageRank of partners, called again": {
        "graphkit": (ranked_once, lambda g: nx.pagerank(g, backend="graphkit"), 1),
        "networkx": (ranked_once, lambda g: nx.pagerank(g, backend="networkx"), 1),
    },
    "weighted projection": {
        "graphkit": (
            two_mode,
            lambda g: nx.bipartite.weighted_projected_graph(*g, backend="graphkit"),
            1,
        ),
        "networkx": (two_mode, lambda g: nx.bipartite.weighted_projected_graph(*g), 1),
    },
    "projection as a matrix": {
        "graphkit": (two_mode, lambda g: _matrix(*g), 1),
        "networkx": (two_mode, lambda g: nx.bipartite.weighted_projected_graph(*g), 1),
    },
}


def _matrix(graph: nx.Graph, nodes: list[str]) -> object:
    """As `Network` holds it: the incidence, projected on the organisations without a graph."""
    from graphkit.backend import Incidence

    place = {node: number for number, node in enumerate(nodes)}
    group: dict[str, int] = {}
    pairs = [
        (place[node], group.setdefault(other, len(group)))
        for node in nodes
        for other in graph[node]
    ]
    members = np.array(sorted(pairs), dtype=np.int32).T
    return Incidence(nodes, members, np.ones(len(group))).matrix("weight")


def measure(metric: str, side: str) -> float:
    """Processor seconds of one side."""
    make, compute, factor = STEPS[metric][side]
    small = one_mode(300)
    if side == "graphkit" and make is not two_mode:
        nx.betweenness_centrality(small, backend="graphkit")
        nx.closeness_centrality(small, backend="graphkit")
        nx.constraint(small, backend="graphkit")
    nx.pagerank(small, backend="networkx")  # imports scipy for both
    given = make()
    began = time.process_time()
    compute(given)
    return (time.process_time() - began) * factor


def main(which: str = "") -> None:
    """Print a table of the measurements whose names have the text `which` in them."""
    print("| metric | graphkit s | other s | ratio |\n|---|--:|--:|--:|", flush=True)
    for metric, sides in STEPS.items():
        if which not in metric:
            continue
        medians = {}
        for side in sides:
            again = [sys.executable, "-W", "ignore", __file__, metric, side]
            medians[side] = statistics.median(
                float(subprocess.run(again, check=True, capture_output=True, text=True).stdout)
                for _ in range(_ROUNDS)
            )
        ours, (other, theirs) = medians["graphkit"], list(medians.items())[1]
        about = "~" if sides[other][2] > 1 else ""
        cells = [
            metric,
            f"{ours:.2f}",
            f"{other} {about}{theirs:.2f}",
            f"{about}{theirs / ours:.1f}",
        ]
        print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        print(measure(sys.argv[1], sys.argv[2]))
    else:
        main(*sys.argv[1:])
