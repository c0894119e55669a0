"""How long `graphkit rank` takes on CORDIS 2014: all eight metrics of 5,682 organisations.

    python benchmarks/ranking.py

Loads the participations into an embedded store, then runs the command as a user does, and takes the
analysis apart: the network from the store, the eight metrics, the bands of 200 draws.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from networks import cordis_2014

T = TypeVar("T")


def main() -> None:
    """Print seconds by the clock and of the processor."""
    with tempfile.TemporaryDirectory(prefix="graphkit-benchmark-") as folder:
        store = Path(folder, "store")
        _load(store)
        command = [sys.executable, "-m", "graphkit", "rank", "--store", str(store), "-o"]
        _run("graphkit rank, for the first time", command, folder)
        _run("graphkit rank", command, folder)
        import graphkit.metrics

        with graphkit.open_store(store, read_only=True) as opened:
            network = _timed(
                "the network from the open store",
                lambda: graphkit.Network.of(opened, evidence=False),
            )
        _timed(
            "the eight metrics, kernels loaded now",
            lambda: graphkit.rank(network, metrics=graphkit.metrics.METRICS),
        )
        ranking = _timed(
            "the eight metrics again",
            lambda: graphkit.rank(network, metrics=graphkit.metrics.METRICS),
        )
        _timed("bands of 200 draws", lambda: graphkit.metrics.rank_bands(network, ranking))


def _load(store: Path) -> None:
    import graphkit.metrics
    from graphkit.model import Dataset, Fact, Node, fact_id

    pairs = cordis_2014()
    nodes = [
        *(
            Node("Organisation", f"o{each}", {"name": f"Organisation {each}"}, "Other")
            for each in range(pairs.nodes)
        ),
        *(
            Node("Collaboration", f"p{each}", {"name": f"Project {each}"})
            for each in range(pairs.groups)
        ),
    ]
    facts = [
        Fact(
            "PARTICIPATES_IN",
            fact_id("cordis", "participants", (f"p{group}", f"o{node}"), "", 0),
            ("Organisation", f"o{node}"),
            ("Collaboration", f"p{group}"),
            {},
        )
        for node, group in pairs.members.T.tolist()
    ]
    with graphkit.open_store(store) as opened:
        opened.load(Dataset.of("cordis", nodes, facts))


def _run(name: str, command: list[str], folder: str) -> None:
    import psutil

    began = time.perf_counter()
    process = psutil.Popen([*command, str(Path(folder, "rank.csv"))], stderr=subprocess.DEVNULL)
    used = 0.0
    while process.poll() is None:
        try:
            times = process.cpu_times()
            used = times.user + times.system
        except psutil.Error:
            break
        time.sleep(0.02)
    process.wait()
    print(f"{name}: {time.perf_counter() - began:.1f} s, {used:.1f} s of processor", flush=True)


def _timed(name: str, work: Callable[[], T]) -> T:
    began, used = time.perf_counter(), time.process_time()
    result = work()
    wall, cpu = time.perf_counter() - began, time.process_time() - used
    print(f"{name}: {wall:.1f} s, {cpu:.1f} s of processor", flush=True)
    return result


if __name__ == "__main__":
    main()
