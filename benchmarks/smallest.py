"""From how many nodes on the engine pays, when it has to be started and the graph converted.

    python benchmarks/smallest.py

Each pair of measurements runs in a process of its own, with kernels that were compiled before:
networkx first, then the engine with all that it imports. The sizes in `graphkit/backend/info.py`
come from here.
"""

from __future__ import annotations

import subprocess
import sys
import time

import networkx as nx
import numpy as np
from networks import generated

FUNCTIONS = {
    "betweenness": (nx.betweenness_centrality, (250, 500, 1_000)),
    "closeness": (nx.closeness_centrality, (500, 1_000, 2_000)),
    "pagerank": (nx.pagerank, (500, 1_000, 2_000)),
    "eigenvector": (nx.eigenvector_centrality, (500, 1_000, 2_000)),
    "clustering": (nx.clustering, (1_500, 3_000, 6_000)),
    "constraint": (nx.constraint, (1_500, 3_000, 6_000)),
    "core number": (nx.core_number, (5_000, 10_000, 20_000)),
    "components": (nx.number_connected_components, (10_000, 20_000, 40_000)),
}


def measure(name: str, nodes: int) -> None:
    """Print a row: both times of a function on one graph."""
    from graphkit.backend import Incidence
    from graphkit.backend.conversion import to_networkx

    pairs = generated(nodes, nodes // 2)
    form = Incidence(range(nodes), pairs.members, np.ones(pairs.groups))
    graph = to_networkx(form.one_mode())
    function, _ = FUNCTIONS[name]
    times = []
    for options in ({}, {"backend": "graphkit"}):
        began = time.process_time()
        function(graph, **options)
        times.append(time.process_time() - began)
    print(f"| {name} | {nodes:,} | {times[0]:.3f} | {times[1]:.3f} |", flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(sys.argv[1], int(sys.argv[2]))
    else:
        print("| function | nodes | networkx s | graphkit s |\n|---|--:|--:|--:|", flush=True)
        for name, (_, sizes) in FUNCTIONS.items():
            for nodes in sizes:
                again = [sys.executable, "-W", "ignore", __file__, name, str(nodes)]
                subprocess.run(again, check=True)
