"""How fast stores load and are read, beside a bare loop that sends the same rows.

    python benchmarks/loading.py --size cordis --stores embedded,neo4j-2026

Each step runs in a process of its own, each load in an empty store: a new folder, or a new Neo4j
server. Floor and load take turns, and the table holds medians. `wall` is time as it passes, which
other work on the machine lengthens; `cpu` is processor time of all that takes part (Python, Java
and the server), which it hardly does. Ratios can be compared between machines, the rest cannot.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from loading_steps import SIZES

_STEPS = Path(__file__).with_name("loading_steps.py")
_AFTER = ("again", "verify", "change", "network", "analysis", "ends")
_SAID = {
    "floor": "bare loop",
    "first": "first load",
    "again": "unchanged second load",
    "verify": "`verify` with the tables",
    "change": "1 % changed",
    "network": "`Network.of(store)`",
    "analysis": "`Network.of(store, evidence=False)`",
    "ends": "ends of the facts by `query`",
}


@dataclass(frozen=True)
class Place:
    """Where a step finds its store: a folder, or a server with its password and process."""

    target: str
    password: str = ""
    pid: int | None = None


@dataclass(frozen=True)
class Took:
    """What a step took: seconds by the clock and of processor time, and its peak memory in MiB."""

    wall: float
    cpu: float
    mebibytes: float


def main() -> None:
    """Measure what the options ask for and print a table."""
    parser = argparse.ArgumentParser(description="Measure loading and reading, as ratios.")
    parser.add_argument("--size", choices=SIZES, default="small")
    parser.add_argument("--stores", default="embedded,neo4j-2026", help="separated by commas")
    parser.add_argument("--rounds", type=int, default=2, help="how often floor and load take turns")
    parser.add_argument("--fast-python", help="an interpreter that has neo4j-rust-ext and graphkit")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that no server is left behind
    organisations, collaborations, facts = SIZES[options.size]
    rows = organisations + collaborations + facts
    print(f"{organisations:,} organisations, {collaborations:,} collaborations, {facts:,} facts")
    print("\n| store | step | wall s | cpu s | rows/s | against | wall | cpu | peak MiB |")
    print("|---|---|--:|--:|--:|---|--:|--:|--:|", flush=True)
    for store in options.stores.split(","):
        drivers = [("", sys.executable)]
        if options.fast_python and store != "embedded":
            drivers.append((" + rust", options.fast_python))
        for word, python in drivers:
            taken = measure(store, options.size, python, options.rounds)
            for step, took in taken.items():
                print(_line(store + word, step, took, taken, rows, facts), flush=True)


def measure(store: str, size: str, python: str, rounds: int) -> dict[str, Took]:
    """The medians of every step on a store."""
    all_taken: dict[str, list[Took]] = defaultdict(list)
    for number in range(rounds):
        with _empty(store) as place:
            all_taken["floor"].append(_run("floor", place, size, python))
        with _empty(store) as place:
            all_taken["first"].append(_run("first", place, size, python))
            for step in _AFTER if number == rounds - 1 else ():
                for _ in range(rounds):
                    all_taken[step].append(_run(step, place, size, python))
    return {step: _median(taken) for step, taken in all_taken.items()}


@contextmanager
def _empty(store: str) -> Iterator[Place]:
    """An empty place for a store, which goes afterwards."""
    with tempfile.TemporaryDirectory(prefix="graphkit-benchmark-") as folder:
        if store == "embedded":
            yield Place(str(Path(folder, "store")))
            return
        from graphkit.store.neo4j.server import Server

        server = Server(folder)
        running = server.start(store.removeprefix("neo4j-"), port=0, wait=300)
        try:
            yield Place(running.uri, running.password, running.pid)
        finally:
            server.kill()


def _run(step: str, place: Place, size: str, python: str) -> Took:
    before = _server_time(place)
    done = subprocess.run(
        [python, str(_STEPS), step, place.target, size],
        env={**os.environ, "NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": place.password},
        stdout=subprocess.PIPE,
        check=True,
    )
    said = json.loads(done.stdout)
    took = Took(said["seconds"], said["cpu"] + _server_time(place) - before, said["mebibytes"])
    print(f"{place.target} {step}: {took}", file=sys.stderr)
    return took


def _server_time(place: Place) -> float:
    if place.pid is None:
        return 0.0
    import psutil

    times = psutil.Process(place.pid).cpu_times()
    return float(times.user + times.system)


def _median(taken: list[Took]) -> Took:
    return Took(
        statistics.median(took.wall for took in taken),
        statistics.median(took.cpu for took in taken),
        statistics.median(took.mebibytes for took in taken),
    )


def _line(store: str, step: str, took: Took, taken: dict[str, Took], rows: int, facts: int) -> str:
    """A line of the table. A load is put beside the floor, what follows it beside the load; the
    ratio of a first load is one of speeds, the others are ones of times.
    """
    done = facts if step in ("network", "analysis", "ends") else rows
    cells = [store, _SAID[step], f"{took.wall:.1f}", f"{took.cpu:.1f}", f"{done / took.wall:,.0f}"]
    if step == "first":
        floor = taken["floor"]
        ratios = floor.wall / took.wall, floor.cpu / took.cpu
        cells += ["speed of the loop", *(f"{ratio:.2f}" for ratio in ratios)]
    elif step in ("again", "verify", "change"):
        first = taken["first"]
        ratios = took.wall / first.wall, took.cpu / first.cpu
        cells += ["time of the first load", *(f"{ratio:.2f}" for ratio in ratios)]
    else:
        cells += ["", "", ""]
    return f"| {' | '.join([*cells, f'{took.mebibytes:,.0f}'])} |"


if __name__ == "__main__":
    main()
