"""What is left to networkx: graphs and arguments that the engine would answer in another way."""

from __future__ import annotations

import inspect
from functools import cache
from typing import Any

import numpy as np

from graphkit.backend.adjacency import Adjacency
from graphkit.backend.functions import named
from graphkit.backend.incidence import Incidence
from graphkit.backend.release import networkx_is_at_least

# Functions that have kernels for graphs without directions only.
_UNDIRECTED = frozenset(
    """
    constraint effective_size clustering average_clustering transitivity core_number
    bipartite_degree_centrality bipartite_betweenness_centrality bipartite_closeness_centrality
    projected_graph weighted_projected_graph collaboration_weighted_projected_graph
    overlap_weighted_projected_graph louvain_communities louvain_partitions modularity
    """.split()
)

# In networkx a self-loop takes part in these in ways of its own.
_NO_LOOPS = frozenset({"constraint", "effective_size"})

# Of a graph without nodes networkx says that there is nothing to measure, some of it since 3.7.
_SOME_NODE = _NO_LOOPS | {"eccentricity", "diameter", "radius", "periphery"}

# Arguments for which networkx runs, by function: the ones that are not None, or not False.
_UNLIKELY = {
    "closeness_centrality": ("sp",),
    "harmonic_centrality": ("nbunch", "sources"),
    "clustering": ("weight",),
    "average_clustering": ("weight",),
    "bridges": ("root",),
    "has_bridges": ("root",),
    "eccentricity": ("sp", "weight"),
    "diameter": ("usebounds", "weight"),
    "radius": ("usebounds", "weight"),
    "periphery": ("usebounds", "weight"),
    "average_shortest_path_length": ("method",),
    "projected_graph": ("multigraph",),
}

# Arguments that networkx did not have before a release.
_SINCE = {("closeness_centrality", "sp"): (3, 7)}

_WRONG = "networkx says what is wrong with the arguments"


def refusal(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str | None:
    """The reason why networkx has to run a call itself, or None."""
    try:
        given = _signature(name).bind(*args, **kwargs).arguments
    except TypeError:
        return _WRONG
    if any(
        (name, word) in _SINCE and not networkx_is_at_least(*_SINCE[name, word]) for word in given
    ):
        return _WRONG
    graph: Any = next(iter(given.values()), None)
    ours = isinstance(graph, Adjacency | Incidence)
    if not ours and not hasattr(graph, "adjacency"):
        return "not a graph"
    if graph.is_multigraph():
        return "parallel edges"
    if graph.is_directed() and name in _UNDIRECTED:
        return "edges with a direction"
    for word in _UNLIKELY.get(name, ()):
        value = given.get(word)
        if value is not None and value is not False:  # a node may be 0, several an array
            return f"the argument {word}"
    if any(callable(given.get(word)) for word in ("weight", "distance")):
        return "a weight that is a function"
    start = given.get("nstart") if name == "eigenvector_centrality" else None
    if start is not None and (list(start) != list(graph) or sum(start.values()) == 0):
        return "an nstart that does not give the graph's nodes in order a sum"
    if not np.isfinite(given.get("resolution", 1)):
        return "a resolution without end"
    if name in _SOME_NODE and len(graph) == 0:
        return "networkx says that there is nothing to measure"
    if ours:
        return None
    if hasattr(graph, "_graph"):
        return "a view, whose graph may change unseen"
    if name in _NO_LOOPS and any(node in graph[node] for node in graph):
        return "self-loops"
    if name == "effective_size" and given.get("nodes") is None and given.get("weight") is not None:
        return "networkx's value for all nodes at once differs from that for each"
    return None


@cache
def _signature(name: str) -> inspect.Signature:
    return inspect.signature(named(name))
