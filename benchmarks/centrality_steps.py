"""One measurement of the centrality benchmark, in a process of its own; `centrality.py` runs it.

A side builds its own graph from the same pairs of node and group, then computes. Where the whole
would take a side hours it computes from some sources, and the time is multiplied: `of` says by how
much. Prints seconds of processor time, peak memory and that factor as JSON.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from networks import NETWORKS, Pairs

Step = Callable[[Any, int], object]
"""Computes on a side's graph from so many sources; 0 for all, where there is a choice."""

EXACT, SOURCES, FEW = 0, 200, 10


def edges(pairs: Pairs) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """The projection's edges, shape (e, 2), and how many groups each pair shares."""
    from graphkit.backend import Incidence

    graph = Incidence(range(pairs.nodes), pairs.members, np.ones(pairs.groups)).one_mode()
    once = graph.rows < graph.neighbours
    ends = np.stack((graph.rows[once], graph.neighbours[once]), axis=1)
    return ends, graph.weights["weight"][once]


def drawn(nodes: int, count: int) -> list[int]:
    """The sources that `betweenness_centrality(k=count, seed=1)` draws."""
    return random.Random(1).sample(range(nodes), count)


class Graphkit:
    """The engine, called by networkx's functions on the two-mode form."""

    def build(self, pairs: Pairs) -> Any:
        """The incidence: nothing is computed yet."""
        from graphkit.backend import Incidence

        return Incidence(range(pairs.nodes), pairs.members, np.ones(pairs.groups))

    def steps(self) -> dict[str, Step]:
        """By metric."""
        return _networkx_steps(closeness_at_once=True)


class Networkx:
    """networkx on its own graph."""

    def build(self, pairs: Pairs) -> Any:
        """The graph with weights."""
        import networkx as nx

        ends, weights = edges(pairs)
        graph = nx.Graph()
        graph.add_nodes_from(range(pairs.nodes))
        graph.add_edges_from(
            (one, other, {"weight": weight, "distance": 1 / weight})
            for (one, other), weight in zip(ends.tolist(), weights.tolist(), strict=True)
        )
        return graph

    def steps(self) -> dict[str, Step]:
        """By metric."""
        return _networkx_steps(closeness_at_once=False)


def _networkx_steps(*, closeness_at_once: bool) -> dict[str, Step]:
    import networkx as nx

    def between(graph: Any, sources: int, **options: Any) -> object:
        return nx.betweenness_centrality(graph, k=sources or None, seed=1, **options)

    def close(graph: Any, sources: int) -> object:
        if closeness_at_once:
            return nx.closeness_centrality(graph)
        return [nx.closeness_centrality(graph, u=each) for each in drawn(len(graph), sources)]

    def harmonic(graph: Any, sources: int) -> object:
        some = None if closeness_at_once else drawn(len(graph), sources)
        return nx.harmonic_centrality(graph, nbunch=some)

    return {
        "betweenness": between,
        "sampled betweenness": between,
        "weighted betweenness": lambda graph, sources: between(graph, sources, weight="distance"),
        "closeness": close,
        "harmonic": harmonic,
        "pagerank": lambda graph, _: nx.pagerank(graph, weight=None),
        "eigenvector": lambda graph, _: nx.eigenvector_centrality(graph, max_iter=1000),
        "clustering": lambda graph, _: nx.clustering(graph),
        "core number": lambda graph, _: nx.core_number(graph),
        "components": lambda graph, _: list(nx.connected_components(graph)),
        "constraint": lambda graph, _: nx.constraint(graph),
        "effective size": lambda graph, _: nx.effective_size(graph),
        "louvain": lambda graph, _: nx.community.louvain_communities(graph, seed=1),
    }


class Igraph:
    """igraph (C)."""

    def build(self, pairs: Pairs) -> Any:
        """The graph with lengths."""
        import igraph

        ends, weights = edges(pairs)
        graph = igraph.Graph(pairs.nodes, ends)
        graph.es["length"] = 1 / weights
        return graph

    def steps(self) -> dict[str, Step]:
        """By metric."""

        def some(graph: Any, sources: int) -> Any:
            return drawn(graph.vcount(), sources) if sources else None

        return {
            "betweenness": lambda g, k: g.betweenness(sources=some(g, k)),
            "sampled betweenness": lambda g, k: g.betweenness(sources=some(g, k)),
            "weighted betweenness": lambda g, k: g.betweenness(
                sources=some(g, k), weights="length"
            ),
            "closeness": lambda g, k: g.closeness(some(g, k)),
            "harmonic": lambda g, k: g.harmonic_centrality(some(g, k)),
            "pagerank": lambda g, _: g.pagerank(),
            "eigenvector": lambda g, _: g.eigenvector_centrality(),
            "clustering": lambda g, _: g.transitivity_local_undirected(mode="zero"),
            "core number": lambda g, _: g.coreness(),
            "components": lambda g, _: g.connected_components(),
            "constraint": lambda g, _: g.constraint(),
            "louvain": lambda g, _: g.community_multilevel(),
        }


class Networkit:
    """networkit (C++), with all its threads."""

    def build(self, pairs: Pairs) -> Any:
        """The graph, and one with lengths."""
        import networkit

        ends, weights = edges(pairs)
        one, other = (column.astype(np.uint64) for column in ends.T)
        return tuple(
            networkit.GraphFromCoo((values, (one, other)), n=pairs.nodes, weighted=weighted)
            for values, weighted in ((np.ones(len(ends)), False), (1 / weights, True))
        )

    def steps(self) -> dict[str, Step]:
        """By metric."""
        from networkit import centrality as c
        from networkit import components

        return {
            "betweenness": lambda g, _: c.Betweenness(g[0]).run(),
            "sampled betweenness": lambda g, k: c.EstimateBetweenness(g[0], k).run(),
            "weighted betweenness": lambda g, _: c.Betweenness(g[1]).run(),
            "closeness": lambda g, _: c.Closeness(g[0], True, True).run(),
            "harmonic": lambda g, _: c.HarmonicCloseness(g[0], True).run(),
            "pagerank": lambda g, _: c.PageRank(g[0]).run(),
            "eigenvector": lambda g, _: c.EigenvectorCentrality(g[0]).run(),
            "clustering": lambda g, _: c.LocalClusteringCoefficient(g[0], True).run(),
            "core number": lambda g, _: c.CoreDecomposition(g[0]).run(),
            "components": lambda g, _: components.ConnectedComponents(g[0]).run(),
        }


class Rustworkx:
    """rustworkx (Rust)."""

    def build(self, pairs: Pairs) -> Any:
        """The graph."""
        import rustworkx

        graph = rustworkx.PyGraph(multigraph=False)
        graph.add_nodes_from(range(pairs.nodes))
        ends, weights = edges(pairs)
        graph.add_edges_from(
            [(a, b, w) for (a, b), w in zip(ends.tolist(), weights.tolist(), strict=True)]
        )
        return graph

    def steps(self) -> dict[str, Step]:
        """By metric."""
        import rustworkx as rx

        return {
            "betweenness": lambda g, _: rx.betweenness_centrality(g),
            "closeness": lambda g, _: rx.closeness_centrality(g),
            "eigenvector": lambda g, _: rx.eigenvector_centrality(g, max_iter=1000),
            "core number": lambda g, _: rx.core_number(g),
            "components": lambda g, _: rx.connected_components(g),
        }


SIDES = {
    "graphkit": Graphkit,
    "networkx": Networkx,
    "igraph": Igraph,
    "networkit": Networkit,
    "rustworkx": Rustworkx,
}
# Metrics that take sources, and from how many a side computes when all would take too long.
BY_SOURCES = ("betweenness", "weighted betweenness", "closeness", "harmonic")


def main(side: str, metric: str, network: str, sources: str) -> None:
    """Measure one side's metric on one network and print what it took."""
    made = SIDES[side]()
    step = made.steps()[metric]
    count = int(sources)
    step(made.build(NETWORKS["tiny"]()), min(count, 20))  # so that what is compiled is loaded
    pairs = NETWORKS[network]()
    began = time.process_time()
    graph = made.build(pairs)
    built = time.process_time() - began
    began = time.process_time()
    step(graph, count)
    ran = time.process_time() - began
    whole = metric in BY_SOURCES and count > 0
    factor = pairs.nodes / count if whole else 1.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    mebibytes = peak / (2**20 if sys.platform == "darwin" else 2**10)
    print(json.dumps({"seconds": built + ran * factor, "mebibytes": mebibytes, "of": factor}))


if __name__ == "__main__":
    main(*sys.argv[1:])
