"""A soak run of the stores: `make soak`, or `python -m tests.soak --faults 300 --seed 1`.

At random moments of loading, updating, pruning, ranking, verifying and drawing something goes
wrong; `soak_faults` has the faults. After each fault the store has to give the right answer, which
is that of a network made from the tables without a store, or an error that names the cause. Once
the fault is over, the answer has to be right, on Neo4j after an interrupted load has been repeated.
Anything else ends the run with exit code 1. The same seed gives the same faults; only the moments
of kills depend on the machine. Needs root on Linux; with `--store neo4j`, a server is started.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from abc import ABC, abstractmethod
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from unittest import mock

from graphkit.export.ranking import ranking_table
from graphkit.metrics import METRICS, rank
from graphkit.model import Dataset, GraphkitError
from graphkit.network import Network
from graphkit.sources import read_sample
from graphkit.store import Store, open_store, verify
from graphkit.store.embedded import jvm
from graphkit.views import build_view, write_page
from tests import soak_faults
from tests.faulty_places import disk
from tests.neo4j_servers import Neo4j, a_server
from tests.soak_faults import KILLED, SPARE
from tests.store_places import Neo4jPlace, held

VERSIONS = 5
SAMPLE = read_sample()
WORKS = ("load", "update", "prune", "rank", "verify", "view")
WRITING = WORKS[:3]

State = tuple[int | None, ...]
"""For each fact of the sample, with which version it was loaded last; None when it is not there."""

ABSENT: State = (None,) * len(SAMPLE.facts)


def stated(number: int) -> State:
    """A version of the sample: it leaves out a seventh of the facts."""
    return tuple(None if at % 7 == number else number for at in range(len(SAMPLE.facts)))


def loaded(state: State, number: int, *, prune: bool) -> State:
    """What a store holds after a version has been loaded into one that held a state."""
    return tuple(
        before if now is None and not prune else now
        for before, now in zip(state, stated(number), strict=True)
    )


@lru_cache(200)
def dataset_of(state: State) -> Dataset:
    """What a state states: a version has a remark on each fact."""
    facts = [
        replace(fact, properties={**fact.properties, "remark": f"version {number}"})
        for fact, number in zip(SAMPLE.facts, state, strict=True)
        if number is not None
    ]
    return Dataset.of(SAMPLE.name, SAMPLE.nodes if facts else (), facts)


@lru_cache(200)
def right_ranks(state: State) -> str:
    """Every rank and value of every organisation, from the tables."""
    return ranks(Network.of(dataset_of(state)))


@lru_cache(50)
def right_page(state: State) -> bytes:
    """The page, from the tables."""
    return page(Network.of(dataset_of(state)))


def ranks(network: Network) -> str:
    """Every rank and value of every organisation of a network."""
    return repr(ranking_table(rank(network, "betweenness", METRICS)).rows)


def page(network: Network) -> bytes:
    """The interactive page of a network, with its digests as `--recompute` marks them."""
    datasets = tuple(replace(each, recomputed=True) for each in network.datasets)
    network = replace(network, origin=datasets)
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        write_page(build_view(network, title="Soak"), Path(folder, "page.html"))
        return Path(folder, "page.html").read_bytes()


class Wrong(Exception):
    """An answer that is not the right one."""


class Soak(ABC):
    """One run: a store, which states it may be in by now, and what was seen so far."""

    faults: tuple[str, ...]
    """The names of the faults that exist for this store."""

    versions = VERSIONS

    def __init__(self, place: Path, seed: int) -> None:
        self.place, self.path = place, place / "store"
        self.chance = random.Random(seed)
        self.seen: Counter[tuple[str, str, str]] = Counter()
        self.wrong: list[str] = []
        self.load(0, prune=True)
        self.allowed = {stated(0)}

    @property
    @abstractmethod
    def address(self) -> str:
        """Where the store is, for a process of its own."""

    @abstractmethod
    def empty(self) -> None:
        """Take everything out of the store."""

    def open(self, *, read_only: bool = False) -> Store:
        """Open the store."""
        return open_store(self.address, create=not read_only, read_only=read_only)

    def load(self, number: int, *, prune: bool) -> None:
        """Load a version."""
        with self.open() as store:
            store.load(dataset_of(stated(number)), prune=prune)

    def held(self) -> State:
        """The state that the store answers with; Wrong when it is none of those allowed."""
        with self.open(read_only=True) as store:
            found = self.network_and_state(store)
        return found[1]

    def network_and_state(self, store: Store) -> tuple[Network, State]:
        """What the store answers with, in full."""
        network = Network.of(store)
        found = held(store, SAMPLE.name)
        state = next((each for each in self.allowed if dataset_of(each) == found), None)
        if state is None:
            raise Wrong("the content is that of no state it may be in")
        if ranks(network) != right_ranks(state):
            raise Wrong("the ranking is not that of the tables")
        return network, state

    def work(self, work: str, number: int) -> None:
        """Do a piece of work, and see that its answer is right."""
        if work in WRITING:
            prune = work != "update"
            after = self.states_after(number, prune=prune)
            self.allowed |= after
            self.load(number, prune=prune)
            self.allowed = after
            return
        with self.open(read_only=True) as store:
            network, state = self.network_and_state(store)
            if work == "verify" and (found := verify(store, dataset_of(state)).differences):
                raise Wrong(f"verify finds {found[0]}")
        if work == "view" and page(network) != right_page(state):
            raise Wrong("the page is not that of the tables")

    def states_after(self, number: int, *, prune: bool) -> set[State]:
        """The states in which a load that succeeds may leave the store."""
        return {loaded(state, number, prune=prune) for state in self.allowed}

    def tried(self, fault: str, work: str, number: int) -> str:
        """Do a piece of work under a fault; gives how it ended."""
        try:
            self.work(work, number)
        except GraphkitError as error:
            said = str(error)
            if "\n" in said or "bug in graphkit" in said or "Traceback" in said or not said:
                self.wrong.append(f"{fault}, {work}: {said}")
            return "refused"
        except Exception as error:
            self.wrong.append(f"{fault}, {work}: {type(error).__name__}: {error}")
            return "failed"
        return "right"

    def one(self) -> None:
        """One fault, and whether the store is right when it has passed."""
        fault = self.chance.choice(self.faults)
        work = self.chance.choice(WORKS if fault not in soak_faults.OF_FILES else WORKS[1:])
        if fault == KILLED:
            work = self.chance.choice(WRITING)
        number = self.chance.randrange(VERSIONS)
        if work == "load":
            self.empty()
            self.allowed = {ABSENT}
        with soak_faults.FAULTS[fault](self, work, number) as undone:
            ended = undone or self.tried(fault, work, number)
        self.seen[fault, work, ended] += 1
        try:
            self.allowed = {self.after(number, prune=work != "update")}
        except Exception as error:
            self.wrong.append(f"after {fault} in {work}: {type(error).__name__}: {error}")
            self.empty()
            self.load(0, prune=True)
            self.allowed = {stated(0)}

    def after(self, number: int, *, prune: bool) -> State:
        """The state when a fault has passed."""
        return self.held()


class EmbeddedSoak(Soak):
    """A store in a folder, on a disk of its own."""

    faults = tuple(soak_faults.FAULTS)

    def __init__(self, place: Path, seed: int) -> None:
        super().__init__(place, seed)
        self.backup = Path(shutil.copytree(self.path, place.parent / "backup"))

    @property
    def address(self) -> str:
        return str(self.path)

    def empty(self) -> None:
        shutil.rmtree(self.path, ignore_errors=True)

    def after(self, number: int, *, prune: bool) -> State:
        if ABSENT in self.allowed and not self.path.exists():  # a first load that was refused
            self.load(number, prune=prune)
            self.allowed = {stated(number)}
        return self.held()


class Neo4jSoak(Soak):
    """The database of a server."""

    faults = soak_faults.ON_NEO4J

    def __init__(self, place: Path, seed: int, server: Neo4j) -> None:
        self.server = server
        server.clear()
        super().__init__(place, seed)

    @property
    def address(self) -> str:
        return self.server.uri

    def empty(self) -> None:
        self.server.clear()

    def after(self, number: int, *, prune: bool) -> State:
        try:
            state = self.held()
        except GraphkitError as error:
            if "has not finished" not in str(error):
                raise
        else:
            if state != ABSENT:
                return state
        self.load(number, prune=prune)  # which completes it
        self.allowed = self.states_after(number, prune=prune)
        return self.held()


def main() -> int:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faults", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop after these")
    parser.add_argument("--store", choices=["embedded", "neo4j"], default="embedded")
    parser.add_argument("--child", action="store_true", help="load what standard input says")
    given = parser.parse_args()
    if given.child:
        return child()
    until = time.monotonic() + given.seconds
    with (
        tempfile.TemporaryDirectory() as folder,
        disk(Path(folder) / "disk", "size=60m") as place,
    ):
        if given.store == "embedded":
            return soaked(EmbeddedSoak(place, given.seed), given.faults, until)
        with a_server(Path(folder, "server")) as server:
            now = server.start("5.26", port=0, heap="512m", wait=300.0)
            lent = Neo4j(now.uri, now.username, now.password, server)
            with mock.patch.dict(os.environ, Neo4jPlace(lent).settings):
                return soaked(Neo4jSoak(place, given.seed, lent), given.faults, until)


def soaked(soak: Soak, faults: int, until: float) -> int:
    """Let faults happen, and say how that went."""
    try:
        for number in range(1, faults + 1):
            if time.monotonic() > until:
                break
            known = len(soak.wrong)
            soak.one()
            for each in soak.wrong[known:]:  # now, in case the run does not come to its end
                print(f"fault {number}: {each}", file=sys.stderr, flush=True)
            if number % 100 == 0:
                print(f"{number} faults, {len(soak.wrong)} wrong", file=sys.stderr, flush=True)
    finally:
        SPARE.close()
        report(soak)
    return 1 if soak.wrong else 0


def report(soak: Soak) -> None:
    """A line for each fault with how the work under it ended, and everything that was wrong."""
    by_fault: Counter[tuple[str, str]] = Counter()
    for (fault, _, ended), count in soak.seen.items():
        by_fault[fault, ended] += count
    for (fault, ended), count in sorted(by_fault.items()):
        print(f"{fault:18} {ended:8} {count:5}")
    works: Counter[str] = Counter()
    for (_, work, _), count in soak.seen.items():
        works[work] += count
    print(", ".join(f"{work} {works[work]}" for work in WORKS))
    print(f"{sum(soak.seen.values())} faults, {len(soak.wrong)} wrong")
    for each in soak.wrong:
        print(each, flush=True)


def child() -> int:
    """Wait for a version and an address, and load it."""
    jvm.start()
    print("ready", flush=True)
    number, prune, address = sys.stdin.readline().rstrip("\n").split(" ", 2)
    with open_store(address) as store:
        print("loading", flush=True)
        try:
            store.load(dataset_of(stated(int(number))), prune=prune == "True")
        except GraphkitError as error:  # such as that another load has taken over
            print(error)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
