"""How each function of the backend is called in the tests, and networkx's function of a name."""

from __future__ import annotations

from typing import Any

import networkx as nx

Calls = list[dict[str, Any]]

_SOURCES: Calls = [{"k": 1, "seed": 3}, {"k": 3, "seed": 3}, {"k": 3, "seed": 5}]
CALLS: dict[str, Calls] = {
    "degree_centrality": [{}],
    "in_degree_centrality": [{}],
    "out_degree_centrality": [{}],
    "betweenness_centrality": [
        {},
        {"normalized": False},
        {"endpoints": True},
        {"weight": "distance"},
        {"weight": "weight", "endpoints": True, "normalized": False},
        *_SOURCES,
        *({**each, "endpoints": True, "normalized": False} for each in _SOURCES),
        *({**each, "normalized": False} for each in _SOURCES),
        *({**each, "weight": "distance"} for each in _SOURCES),
    ],
    "edge_betweenness_centrality": [
        {},
        {"normalized": False},
        {"weight": "distance"},
        {"k": 2, "seed": 1},
        {"k": 2, "seed": 1, "normalized": False},
    ],
    "closeness_centrality": [{}, {"wf_improved": False}, {"distance": "distance"}],
    "harmonic_centrality": [{}, {"distance": "distance"}],
    "eigenvector_centrality": [{"max_iter": 500}, {"max_iter": 500, "weight": "weight"}, {}],
    "pagerank": [{}, {"weight": None}, {"alpha": 0.5, "tol": 1e-9}, {"max_iter": 1}],
    "constraint": [{}, {"weight": "weight"}],
    "effective_size": [{}],
    "triangles": [{}],
    "clustering": [{}],
    "average_clustering": [{}, {"count_zeros": False}],
    "transitivity": [{}],
    "core_number": [{}],
    "connected_components": [{}],
    "number_connected_components": [{}],
    "is_connected": [{}],
    "articulation_points": [{}],
    "bridges": [{}],
    "has_bridges": [{}],
    "all_pairs_shortest_path_length": [{}, {"cutoff": 1}],
    "eccentricity": [{}],
    "diameter": [{}],
    "radius": [{}],
    "periphery": [{}],
    "average_shortest_path_length": [{}, {"weight": "distance"}],
    "louvain_communities": [
        {"seed": 1},
        {"seed": 2, "weight": None, "resolution": 0.7},
        {"seed": 3, "max_level": 1},
    ],
    "louvain_partitions": [{"seed": 4}],
}
BIPARTITE = {
    "bipartite_degree_centrality": nx.bipartite.degree_centrality,
    "bipartite_betweenness_centrality": nx.bipartite.betweenness_centrality,
    "bipartite_closeness_centrality": nx.bipartite.closeness_centrality,
    "projected_graph": nx.bipartite.projected_graph,
    "weighted_projected_graph": nx.bipartite.weighted_projected_graph,
    "collaboration_weighted_projected_graph": nx.bipartite.collaboration_weighted_projected_graph,
    "overlap_weighted_projected_graph": nx.bipartite.overlap_weighted_projected_graph,
}


def function(name: str) -> Any:
    """The public function of networkx that dispatches under a name."""
    return getattr(nx if hasattr(nx, name) else nx.community, name)


def call_of(name: str) -> Any:
    """The same, also for the functions on two-mode graphs."""
    return BIPARTITE[name] if name in BIPARTITE else function(name)
