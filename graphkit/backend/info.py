"""What networkx is told about the backend when it is imported; so this imports nothing."""

from __future__ import annotations

from typing import Any

# Up to here networkx itself is as quick, counting the conversion and the start of the compiler:
# measured by benchmarks/smallest.py. What visits all pairs pays first. One walk along the edges is
# over before the conversion is, so that only a graph that is compressed already is taken for it.
_PATHS, _PAIRS, _SPARSE, _EDGES, _WALK = 500, 900, 1_000, 3_000, None

SLOT = "graphkit"
"""Where a graph's cache holds its compressed form; networkx empties the cache when nodes or edges
come or go."""

EDGES_SLOT = "graphkit edges"
"""Where it holds what was read of its edges, in the same way."""

MODULES: dict[str, dict[str, int | None]] = {
    "centrality": {
        "degree_centrality": _WALK,
        "in_degree_centrality": _WALK,
        "out_degree_centrality": _WALK,
        "betweenness_centrality": _PATHS,
        "edge_betweenness_centrality": _PATHS,
        "closeness_centrality": _PAIRS,
        "harmonic_centrality": _PAIRS,
        "eigenvector_centrality": _SPARSE,
    },
    "link_analysis": {"pagerank": _SPARSE},
    "structural_holes": {"constraint": _EDGES, "effective_size": _EDGES},
    "topology": {
        "triangles": _EDGES,
        "clustering": _EDGES,
        "average_clustering": _EDGES,
        "transitivity": _EDGES,
        "core_number": 20_000,
        "connected_components": _WALK,
        "number_connected_components": _WALK,
        "is_connected": _WALK,
        "node_connected_component": _WALK,
        "articulation_points": _EDGES,
        "bridges": _EDGES,
        "has_bridges": _EDGES,
    },
    "paths": {
        "single_source_shortest_path_length": _WALK,
        "all_pairs_shortest_path_length": _PAIRS,
        "eccentricity": _PAIRS,
        "diameter": _PAIRS,
        "radius": _PAIRS,
        "periphery": _PAIRS,
        "average_shortest_path_length": _PAIRS,
    },
    "bipartite": {
        "bipartite_degree_centrality": _WALK,
        "bipartite_betweenness_centrality": _PATHS,
        "bipartite_closeness_centrality": _PAIRS,
        "projected_graph": _EDGES,
        "weighted_projected_graph": _EDGES,
        "collaboration_weighted_projected_graph": _EDGES,
        "overlap_weighted_projected_graph": _EDGES,
    },
    "community": {
        "louvain_communities": _EDGES,
        "louvain_partitions": _EDGES,
        "modularity": _WALK,
    },
}
"""The functions of the backend by the module of `graphkit.backend.functions` that has them, each
with the number of nodes from which it is worth its while; None when that is never."""

SMALLEST = {name: nodes for module in MODULES.values() for name, nodes in module.items()}
PROJECTIONS = frozenset(name for name in SMALLEST if name.endswith("projected_graph"))
MODULE_OF = {name: module for module, names in MODULES.items() for name in names}


def get_info() -> dict[str, Any]:
    """See networkx's documentation of `networkx.backend_info`."""
    return {
        "backend_name": "graphkit",
        "project": "graphkit",
        "package": "graphkit",
        "short_summary": "Exact results at compiled speed, best for projections of two-mode data.",
        "default_config": {"threads": 0, "smallest": None},
        "functions": {name: {"additional_docs": _when(nodes)} for name, nodes in SMALLEST.items()},
    }


def _when(nodes: int | None) -> str:
    if nodes is None:
        return "graphkit takes the graphs of its own networks."
    return f"graphkit takes graphs from {nodes} nodes on by itself, and those of its own networks."
