"""Engines side by side on networks of any size: seconds, memory, and how far values differ.

    python benchmarks/scale.py                      # a million memberships
    python benchmarks/scale.py --memberships 10000000 --memory 2GB --engines duckdb
    graphkit neo4j start --gds --heap 2g
    python benchmarks/scale.py --memberships 100000 --engines local gds --metrics betweenness

Each engine measures each metric in a process of its own, from the same file of pairs. Reading the
file is part of the time, importing is not. The memory is the largest that the process ever had. For
gds the server in the folder `graphkit-neo4j` is used, and what it takes is counted too; its memory
is that of all it has done since it started.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow
from pyarrow import parquet

METRICS = (
    "degree",
    "strength",
    "pagerank",
    "eigenvector",
    "core-number",
    "local-clustering",
    "closeness",
)

SCHEMA = pyarrow.schema([("organisation", pyarrow.string()), ("group", pyarrow.string())])
PART = 10_000_000
"""The memberships that are drawn at a time."""


def main() -> None:
    """Print a line for each metric and engine."""
    wanted = argparse.ArgumentParser()
    wanted.add_argument("--memberships", type=int, default=1_000_000)
    wanted.add_argument("--engines", nargs="+", default=["local", "duckdb", "spark"])
    wanted.add_argument("--metrics", nargs="+", default=METRICS)
    wanted.add_argument("--weight", choices=("none", "count", "newman"), default="none")
    wanted.add_argument("--memory", default="")
    wanted.add_argument("--timeout", type=float, default=900.0)
    wanted.add_argument("--one", nargs=3, help=argparse.SUPPRESS)
    given = wanted.parse_args()
    if given.one:
        _measure(*given.one, given.weight, given.memory)
        return
    with tempfile.TemporaryDirectory(prefix="graphkit-scale-") as folder:
        organisations, groups, rows = write_network(Path(folder), given.memberships)
        print(f"{organisations:,} organisations in {groups:,} groups, {rows:,} memberships")
        print(f"{'metric':<18}{'engine':<8}{'wall s':>9}{'CPU s':>9}{'GB':>7}  largest difference")
        for metric in given.metrics:
            values = {}
            for engine in given.engines:
                said = _in_its_own_process(folder, engine, metric, given)
                saved = Path(folder, f"{engine}-{metric}.npy")
                if saved.exists():
                    values[engine] = np.load(saved)
                print(f"{metric:<18}{engine:<8}{said}  {_difference(values, engine)}", flush=True)


def write_network(folder: Path, memberships: int, seed: int = 1) -> tuple[int, int, int]:
    """Write pairs: groups of 2 to 60 members, organisations of which few are in most groups.

    Half of the members of a group come from its field, one of 400, and half from anywhere.
    Returns the numbers of organisations, groups and memberships.
    """
    chance = np.random.default_rng(seed)
    organisations = memberships // 5
    sizes = np.minimum(1 + chance.zipf(2.2, size=memberships // 2), 60)
    ends = np.cumsum(sizes)
    groups = int(np.searchsorted(ends, memberships)) + 1
    seen = np.zeros(organisations, dtype=bool)
    shuffled = None
    rows = start = 0
    with parquet.ParquetWriter(folder / "pairs.parquet", SCHEMA) as file:
        while start < groups:
            stop = int(np.searchsorted(ends, ends[start] + PART)) + 1
            group = np.repeat(np.arange(start, min(stop, groups)), sizes[start : min(stop, groups)])
            field = chance.integers(0, 400, size=group[-1] + 1 - start)[group - start]
            width = organisations // 400
            # A power of a uniform number: the first of those to draw from are drawn most often.
            anywhere = (organisations * chance.random(len(group)) ** 2.5).astype(np.int64)
            own = field * width + (width * chance.random(len(group)) ** 2).astype(np.int64)
            half = chance.random(len(group)) < 0.5
            if shuffled is None:
                shuffled = chance.permutation(organisations)
            who = np.where(half, own, shuffled[anywhere])
            group, who = np.divmod(np.unique(group * organisations + who), organisations)
            seen[who] = True
            columns = [pyarrow.array(each).cast(pyarrow.string()) for each in (who, group)]
            file.write_table(pyarrow.table(columns, schema=SCHEMA))
            rows += len(group)
            start = stop
    return int(seen.sum()), groups, rows


def _in_its_own_process(folder: str, engine: str, metric: str, given: argparse.Namespace) -> str:
    ran = [sys.executable, __file__, "--one", folder, engine, metric]
    ran += ["--weight", given.weight, *(["--memory", given.memory] if given.memory else [])]
    try:
        done = subprocess.run(ran, capture_output=True, text=True, timeout=given.timeout)
    except subprocess.TimeoutExpired:
        return f"  more than {given.timeout:g} s"
    if done.returncode:
        return f"  {done.stderr.strip().splitlines()[-1] if done.stderr else done.returncode}"
    return done.stdout.strip("\n")


def _measure(folder: str, engine: str, metric: str, weight: str, memory: str) -> None:
    import graphkit.metrics.ranking  # noqa: F401
    from graphkit.engines import Limits, engine_named
    from graphkit.engines.pairs import Pairs

    pairs = Pairs(f"{folder}/pairs.parquet", weight)
    server = _server() if engine == "gds" else None
    start, before = time.perf_counter(), _processor(server)
    found = engine_named(engine).measure(pairs, [metric], Limits(memory=memory))
    wall, cpu = time.perf_counter() - start, _processor(server) - before
    peak = sum(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    peak += server.memory_info().rss / 1000 if server else 0
    np.save(f"{folder}/{engine}-{metric}.npy", found.values[metric])
    print(f"{wall:9.1f}{cpu:9.1f}{peak / 1e6:7.2f}", *found.remarks.values())


def _server() -> Any:
    """The process of the server that the engine gds uses from now on."""
    import psutil

    from graphkit.store.neo4j.server import Server

    now = Server().status().running
    if now is None:
        raise SystemExit("no server runs in graphkit-neo4j: graphkit neo4j start --gds")
    os.environ |= {"NEO4J_URI": now.uri, "NEO4J_PASSWORD": now.password}
    return psutil.Process(now.pid)


def _processor(server: Any) -> float:
    spent = os.times()
    here = spent.user + spent.system + spent.children_user + spent.children_system
    return here + (sum(server.cpu_times()[:2]) if server else 0.0)


def _difference(values: dict[str, np.ndarray], engine: str) -> str:
    """The largest relative difference from the first engine."""
    if engine not in values or len(values) < 2:
        return ""
    one, other = next(iter(values.values())), values[engine]
    off = np.abs(one - other) / np.maximum(np.abs(one), 1e-300)
    return f"{np.max(off[one != other], initial=0.0):.1e}"


if __name__ == "__main__":
    main()
