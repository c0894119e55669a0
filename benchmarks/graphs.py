"""What the engine does for a user's own networkx graphs: conversion and all, beside others.

    python benchmarks/graphs.py

One graph has one mode (30,000 nodes and 300,000 edges by preferential attachment), the other two
(145,000 participations with the shape of CORDIS), which is projected. Each measurement runs in a
process of its own, in processor time, with kernels that were compiled before; igraph counts the
building of its graph from the edges. ~ marks a time projected from 200 sources.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import networkx as nx
import numpy as np
from shapes import paired

_NODES, _SOURCES = 30_000, 200
_ROUNDS = 3


def one_mode(nodes: int = _NODES) -> nx.Graph:
    """The user's graph."""
    return nx.barabasi_albert_graph(nodes, 10, seed=1)


def two_mode() -> tuple[nx.Graph, list[str]]:
    """The user's two-mode graph, and the nodes to project it on."""
    pairs = paired(35_000, 31_000, 145_000, random.Random(1))
    graph = nx.Graph((f"o{one}", f"p{other}") for one, other in pairs)
    return graph, sorted(node for node in graph if node.startswith("o"))


def in_igraph(graph: nx.Graph) -> Any:
    """igraph's own."""
    import igraph

    return igraph.Graph(len(graph), list(graph.edges))


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
    if side == "graphkit" and make is one_mode:
        small = one_mode(300)
        nx.betweenness_centrality(small, backend="graphkit")
        nx.closeness_centrality(small, backend="graphkit")
    given = make()
    began = time.process_time()
    compute(given)
    return (time.process_time() - began) * factor


def main() -> None:
    """Print a table."""
    print("| metric | graphkit s | other s | ratio |\n|---|--:|--:|--:|", flush=True)
    for metric, sides in STEPS.items():
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
    if len(sys.argv) > 1:
        print(measure(sys.argv[1], sys.argv[2]))
    else:
        main()
