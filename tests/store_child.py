"""A process of its own for tests that kill, signal or crowd one: `python store_child.py WHAT …`.

load PATH SIZE VERSION          loads a generated data set, pruning; prints a line at each step
query PATH TEXT                 asks with a handler that turns SIGTERM into an exception
hold PATH MODE                  holds a store, `write` or `read`, until its input ends
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from graphkit.model import Dataset, Fact, GraphkitError, Node, date_properties, fact_id
from graphkit.store import open_store, plan
from graphkit.store.embedded import first_load

MARK = "version"


def generated(size: int, version: int) -> Dataset:
    """`size` memberships in groups of ten; a version changes all facts and replaces some."""
    groups = size // 10
    nodes = [
        Node("Organisation", f"g{n}", {"name": f"Group {n}"}, "Cluster") for n in range(groups)
    ]
    nodes += [Node("Organisation", f"o{n}", {"name": f"Org {n}"}, "Company") for n in range(groups)]
    facts = [
        _member(f"o{(n * 7 + n // groups) % groups}", f"g{n % groups}", n, version)
        for n in range(version * 10, size + version * 10)
    ]
    return Dataset.of("generated", nodes, facts)


def _member(start: str, end: str, ordinal: int, version: int) -> Fact:
    return Fact(
        "MEMBER_OF",
        fact_id("generated", "memberships", [start, end], "", ordinal),
        ("Organisation", start),
        ("Organisation", end),
        {MARK: version, **date_properties("2014-11", None, None)},
    )


def load(path: Path, size: int, version: int) -> None:
    """Load in small steps, telling each of them."""
    first_load._CHUNK = plan.BATCH = size // 12
    stated = generated(size, version)
    with open_store(path) as store:
        store.load(stated, prune=True, progress=lambda *step: print(*step, flush=True))
    print("closed", flush=True)


def query(path: Path, text: str) -> None:
    """Ask, and end with status 7 when a signal stops it."""

    def stop(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)
    with open_store(path) as store:
        print("asking", flush=True)
        try:
            store.query(text)
        except KeyboardInterrupt:
            assert store.query("RETURN 1").rows == ((1,),)
            print("stopped", flush=True)
            sys.exit(7)


def hold(path: Path, mode: str) -> None:
    """Open, tell how that went, and wait."""
    try:
        with open_store(path, read_only=mode == "read") as store:
            print(f"holding {len(list(store.nodes('Organisation')))}", flush=True)
            sys.stdin.read()
    except GraphkitError as error:
        print(f"{type(error).__name__}: {error}", flush=True)


if __name__ == "__main__":
    verb, place, *rest = sys.argv[1:]
    if verb == "load":
        load(Path(place), int(rest[0]), int(rest[1]))
    elif verb == "query":
        query(Path(place), rest[0])
    else:
        hold(Path(place), rest[0])
