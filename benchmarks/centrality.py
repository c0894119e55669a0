"""How fast metrics are computed, side by side with networkx, igraph, networkit and rustworkx.

    python benchmarks/centrality.py --network cordis --rounds 3
    python benchmarks/centrality.py --network 30k --metrics betweenness,closeness --sides igraph

Each measurement runs in a process of its own and counts the building of the side's graph from the
same pairs of node and group; sides take turns; the table holds medians of processor time, of all
threads together, and ratios to ours: other work on the machine hardly lengthens it, and threads do
not shorten it, so that by the clock ours is quicker still where there are cores. Kernels were
compiled before and are loaded before the clock starts. Times of sides that would take hours are
projected from some sources and marked with a ~.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from centrality_steps import BY_SOURCES, EXACT, FEW, SIDES, SOURCES
from networks import NETWORKS

_STEPS = Path(__file__).with_name("centrality_steps.py")
_METRICS = (
    "betweenness,sampled betweenness,weighted betweenness,closeness,harmonic,pagerank,eigenvector,"
    "clustering,core number,components,constraint,effective size,louvain"
)


def main() -> None:
    """Measure what the options ask for and print a table."""
    parser = argparse.ArgumentParser(description="Compare the speed of metrics, as ratios.")
    parser.add_argument("--network", choices=[*NETWORKS], default="cordis")
    parser.add_argument("--metrics", default=_METRICS, help="separated by commas")
    parser.add_argument("--sides", default=",".join(SIDES), help="separated by commas")
    parser.add_argument("--rounds", type=int, default=3, help="how often the sides take turns")
    parser.add_argument("--limit", type=float, default=600, help="seconds that one may take")
    options = parser.parse_args()
    sides = ["graphkit", *(side for side in options.sides.split(",") if side != "graphkit")]
    pairs = NETWORKS[options.network]()
    print(f"{pairs.nodes:,} nodes in {pairs.groups:,} groups, {pairs.members.shape[1]:,} pairs\n")
    print("| metric | graphkit s | MiB | " + " | ".join(f"{s} × (MiB)" for s in sides[1:]) + " |")
    print("|---|--:|--:" + "|--:" * (len(sides) - 1) + "|", flush=True)
    for metric in options.metrics.split(","):
        taken = measure(metric, options.network, sides, options.rounds, options.limit)
        if "graphkit" not in taken:
            continue
        seconds, mebibytes, _ = taken["graphkit"]
        cells = [metric, f"{seconds:.3f}", f"{mebibytes:.0f}"]
        for side in sides[1:]:
            if side in taken:
                other, memory, factor = taken[side]
                about = "~" if factor > 1 else ""
                cells.append(f"{about}{other / seconds:,.1f} ({memory:.0f})")
            else:
                cells.append("")
        print(f"| {' | '.join(cells)} |", flush=True)


def measure(
    metric: str, network: str, sides: list[str], rounds: int, limit: float
) -> dict[str, tuple[float, float, float]]:
    """Medians of seconds and of peak memory, and the factor of projection, by side."""
    found: dict[str, list[dict[str, float]]] = defaultdict(list)
    out = {side for side in sides if metric not in SIDES[side]().steps()}
    for _ in range(rounds):
        for side in sides:
            if side in out:
                continue
            count = _sources(side, metric, network)
            try:
                done = subprocess.run(
                    [
                        sys.executable,
                        "-W",
                        "ignore",
                        str(_STEPS),
                        side,
                        metric,
                        network,
                        str(count),
                    ],
                    capture_output=True,
                    text=True,
                    check=True,
                    timeout=limit,
                )
            except subprocess.TimeoutExpired:
                print(f"{side}, {metric}: more than {limit:.0f} s", file=sys.stderr)
                out.add(side)
                found.pop(side, None)
                continue
            except subprocess.CalledProcessError as error:
                print(f"{side}, {metric}: {error.stderr.splitlines()[-1]}", file=sys.stderr)
                out.add(side)
                continue
            found[side].append(json.loads(done.stdout.splitlines()[-1]))
    return {
        side: (
            statistics.median(each["seconds"] for each in took),
            statistics.median(each["mebibytes"] for each in took),
            took[0]["of"],
        )
        for side, took in found.items()
    }


def _sources(side: str, metric: str, network: str) -> int:
    """From how many sources a side computes: all, unless that would take it hours."""
    if metric == "sampled betweenness":
        return SOURCES
    if metric not in BY_SOURCES or side in ("graphkit", "networkit", "rustworkx"):
        return EXACT
    if side == "networkx":
        return FEW if metric == "weighted betweenness" else 2 * FEW
    if network == "cordis":
        return EXACT
    return 2 * FEW if network == "200k" or metric == "weighted betweenness" else SOURCES


if __name__ == "__main__":
    main()
