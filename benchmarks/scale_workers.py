"""What N workers of a Spark cluster would take, from runs on one and on two.

    python -m benchmarks.scale_workers

A standalone cluster on this machine ranks networks of several sizes by PageRank. Processor seconds
are measured, not the time by the clock: of the process that asks, with its Java, and of all
executors together. The first part does not become less with more workers, the second is shared.
Each is fitted as a constant and a slope, and compared with a run that the fit has not seen.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import psutil

from benchmarks.scale import write_network

RUNS = ((100_000, 1), (100_000, 2), (1_000_000, 2))
"""The memberships and workers that are fitted to."""

PHASES = ("read", "prepare", "round")
ROUNDS = 10
PAGERANK = 49
"""The rounds of PageRank until no value changes by more than 1e-12 of itself, at each size."""


def main() -> None:
    """Print what was measured, the fit, its error, and what other clusters would take."""
    wanted = argparse.ArgumentParser()
    wanted.add_argument("--held-out", type=int, default=300_000)
    wanted.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    given = wanted.parse_args()
    if given.one:
        print(json.dumps(_measure(Path(given.one[0]), int(given.one[1]))))
        return
    found = {}
    print(f"{'memberships':>12}{'workers':>8}" + "".join(f"{each:>18}" for each in PHASES))
    for size, workers in [*RUNS, (given.held_out, 2)]:
        found[size, workers] = _in_its_own_process(size, workers)
        both = (found[size, workers][phase] for phase in PHASES)
        said = "".join(f"{here:>9.2f} +{there:>7.2f}" for here, there in both)
        print(f"{size:>12,}{workers:>8}{said}", flush=True)
    model = {phase: _fit([(run, found[run][phase]) for run in RUNS]) for phase in PHASES}
    for phase in PHASES:
        (fixed, slope), (each, shared) = model[phase]
        print(
            f"{phase}: {fixed:.2f} s and {slope:.2f} s a million memberships here; {each:.2f} s of "
            f"each worker, and {shared:.2f} s a million memberships shared by them"
        )
    measured = _pagerank(found[given.held_out, 2], 2)
    expected = _expected(model, given.held_out, 2)
    print(f"held out: {measured:.0f} s measured, {expected:.0f} s expected")
    for size in (10_000_000, 100_000_000):
        said = (f"{n} workers {_expected(model, size, n):,.0f} s" for n in (1, 2, 4, 8, 16, 32))
        print(f"{size:,} memberships: {', '.join(said)}")


def _in_its_own_process(memberships: int, workers: int) -> dict[str, list[float]]:
    with tempfile.TemporaryDirectory(prefix="graphkit-scale-") as folder:
        write_network(Path(folder), memberships)
        asked = [sys.executable, "-m", "benchmarks.scale_workers", "--one", folder, str(workers)]
        done = subprocess.run(asked, capture_output=True, text=True, check=True)
        found: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
        return found


def _measure(folder: Path, workers: int) -> dict[str, list[float]]:
    from graphkit.engines import Limits
    from graphkit.engines.pairs import Pairs
    from graphkit.engines.spark.session import session
    from graphkit.engines.spark.spark_pairs import SparkPairs
    from tests.spark_cluster import running_cluster

    spent: dict[str, list[float]] = {}
    with (
        running_cluster(folder / "cluster", workers, "-XX:+UseSerialGC") as cluster,
        session(Limits(master=cluster.address, memory="900MB", spill=str(folder))) as spark,
    ):
        driver = [psutil.Process(), *_java_of(psutil.Process(), cluster.master, *cluster.workers)]

        def both() -> np.ndarray:
            executors = [each for worker in cluster.workers for each in worker.children(True)]
            return np.array([_processor(driver), _processor(executors)])

        before = np.zeros(2)
        on = SparkPairs(spark, Pairs(str(folder / "pairs.parquet"), "none"))
        spent["read"] = (both() - before).tolist()
        before = both()
        inflow = on.inflow(weighed=False)
        values = np.ones(on.organisations)
        for _ in range(3):  # Java compiles what it does often
            inflow(values)
        spent["prepare"] = (both() - before).tolist()
        before = both()
        for _ in range(ROUNDS):
            inflow(values)
        spent["round"] = ((both() - before) / ROUNDS).tolist()
        on.release()
    return spent


def _java_of(own: psutil.Process, *others: psutil.Process) -> list[psutil.Process]:
    """The Java that this process started, but for the cluster's."""
    not_ours = {each.pid for each in others}
    return [each for each in own.children() if each.pid not in not_ours]


def _processor(processes: list[psutil.Process]) -> float:
    return sum(sum(each.cpu_times()[:2]) for each in processes)


def _fit(runs: list[tuple[tuple[int, int], list[float]]]) -> np.ndarray:
    """Of this machine and of the workers, a constant (of each worker) and a slope, not below 0."""
    from scipy.optimize import nnls

    sizes = np.array([size / 1e6 for (size, _), _ in runs])
    workers = np.array([float(number) for (_, number), _ in runs])
    here, there = np.array([spent for _, spent in runs]).T
    return np.array(
        [
            nnls(np.column_stack([np.ones_like(sizes), sizes]), here)[0],
            nnls(np.column_stack([workers, sizes]), there)[0],
        ]
    )


def _pagerank(spent: dict[str, list[float]], workers: int) -> float:
    """The time of PageRank by the clock if no processor waits."""
    here, there = (
        spent["read"][who] + spent["prepare"][who] + PAGERANK * spent["round"][who]
        for who in (0, 1)
    )
    return here + there / workers


def _expected(model: dict[str, np.ndarray], memberships: int, workers: int) -> float:
    size = memberships / 1e6
    spent = {
        phase: [fixed + slope * size, each * workers + shared * size]
        for phase, ((fixed, slope), (each, shared)) in model.items()
    }
    return _pagerank(spent, workers)


if __name__ == "__main__":
    main()
