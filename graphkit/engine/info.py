"""What networkx is told about the backend when it is imported; so this imports nothing."""

from __future__ import annotations

from typing import Any

# Where networkx itself is as quick, counting the conversion and the compiler's start from its
# cache: measured by benchmarks/centrality.py. What visits all pairs pays first.
_PAIRS, _EDGES, _STEPS = 300, 1_000, 3_000

SLOT = "graphkit"
"""Where a graph's cache holds its compressed form; networkx empties it when the graph is edited."""

MODULES: dict[str, dict[str, int]] = {
    "centrality": {
        "degree_centrality": _STEPS,
        "in_degree_centrality": _STEPS,
        "out_degree_centrality": _STEPS,
        "betweenness_centrality": _PAIRS,
        "edge_betweenness_centrality": _PAIRS,
        "closeness_centrality": _PAIRS,
        "harmonic_centrality": _PAIRS,
        "eigenvector_centrality": _EDGES,
    },
    "link_analysis": {"pagerank": _EDGES},
    "structural_holes": {"constraint": _EDGES, "effective_size": _EDGES},
    "structure": {
        "triangles": _EDGES,
        "clustering": _EDGES,
        "average_clustering": _EDGES,
        "transitivity": _EDGES,
        "core_number": _EDGES,
        "connected_components": _STEPS,
        "number_connected_components": _STEPS,
        "is_connected": _STEPS,
        "node_connected_component": _STEPS,
        "articulation_points": _STEPS,
        "bridges": _STEPS,
        "has_bridges": _STEPS,
    },
    "paths": {
        "single_source_shortest_path_length": _STEPS,
        "all_pairs_shortest_path_length": _PAIRS,
        "eccentricity": _PAIRS,
        "diameter": _PAIRS,
        "radius": _PAIRS,
        "periphery": _PAIRS,
        "average_shortest_path_length": _PAIRS,
    },
    "bipartite": {
        "bipartite_degree_centrality": _STEPS,
        "bipartite_betweenness_centrality": _PAIRS,
        "bipartite_closeness_centrality": _PAIRS,
        "projected_graph": _EDGES,
        "weighted_projected_graph": _EDGES,
        "collaboration_weighted_projected_graph": _EDGES,
        "overlap_weighted_projected_graph": _EDGES,
    },
    "community": {"louvain_communities": _EDGES, "louvain_partitions": _EDGES},
}
"""The functions of the backend by the module of `graphkit.engine.functions` that has them, each
with the number of nodes from which it is worth its while."""

SMALLEST = {name: nodes for module in MODULES.values() for name, nodes in module.items()}
MODULE_OF = {name: module for module, names in MODULES.items() for name in names}


def get_info() -> dict[str, Any]:
    """See networkx's documentation of `networkx.backend_info`."""
    return {
        "backend_name": "graphkit",
        "project": "graphkit",
        "package": "graphkit",
        "short_summary": "Exact results at compiled speed, best for projections of two-mode data.",
        "default_config": {"threads": 0, "smallest": None},
        "functions": {
            name: {"additional_docs": f"graphkit takes graphs from {nodes} nodes on by itself."}
            for name, nodes in SMALLEST.items()
        },
    }
