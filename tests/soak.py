"""A soak run of the embedded store: `make soak`, or `python -m tests.soak --faults 300 --seed 1`.

At random moments of loading, updating, pruning, ranking and drawing something goes wrong: a process
is killed, a file is unreadable, flipped, cut, missing or from a backup, the disk is full, file
handles run out, somebody else writes, the clock is set back. After each fault the store has to give
the right answer, which is that of a network made from the tables without a store, or an error of
graphkit's that names the cause. Anything else ends the run with exit code 1. The same seed gives
the same faults; only the moments of kills depend on the machine. Needs root on Linux.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import replace
from io import StringIO
from pathlib import Path
from unittest import mock

from graphkit.export.ranking import ranking_table
from graphkit.metrics import METRICS, rank
from graphkit.model import Dataset, GraphkitError
from graphkit.network import Network
from graphkit.sources import read_sample
from graphkit.store import open_store
from tests.faulty_places import command, disk, fill, ordinary_user
from tests.store_places import held

VERSIONS = 5
ROOT = Path(__file__).parent.parent
SAMPLE = read_sample()


def version(number: int) -> Dataset:
    """The sample with a seventh of its facts left out and a remark on the others."""
    facts = [
        replace(fact, properties={**fact.properties, "remark": f"version {number}"})
        for at, fact in enumerate(SAMPLE.facts)
        if at % 7 != number
    ]
    return Dataset.of(SAMPLE.name, SAMPLE.nodes, facts)


def ranks(network: Network) -> str:
    """Every rank and value of every organisation."""
    return repr(ranking_table(rank(network, "betweenness", METRICS)).rows)


class Soak:
    """One run: a store, which versions it may hold by now, and what was seen so far."""

    def __init__(self, place: Path, seed: int) -> None:
        self.place, self.path = place, place / "store"
        self.chance = random.Random(seed)
        self.data = [version(number) for number in range(VERSIONS)]
        self.right = [ranks(Network.of(each)) for each in self.data]
        self.seen: Counter[tuple[str, str]] = Counter()
        self.wrong: list[str] = []
        self.load(0)
        self.allowed = {0}
        self.backup = Path(shutil.copytree(self.path, place.parent / "backup"))

    def load(self, number: int) -> None:
        """Load a version, pruning what it does not state."""
        with open_store(self.path) as store:
            store.load(self.data[number], prune=True)

    def held(self) -> int:
        """Which version the store answers with; ValueError when it is none."""
        with open_store(self.path, create=False, read_only=True) as store:
            number = self.data.index(held(store, SAMPLE.name))
            network = Network.of(store)
        if ranks(network) != self.right[number]:
            raise ValueError(f"the ranking of version {number} is not that of its tables")
        return number

    def drawn(self) -> None:
        """Draw the network, which reads the store."""
        page = self.place.parent / "page.html"
        said = StringIO()
        with redirect_stdout(StringIO()), redirect_stderr(said):
            code = command("view", "--store", self.path, "-o", page)
        if code:
            raise GraphkitError(said.getvalue().strip())

    def tried(self, fault: str, work: str, number: int) -> str:
        """Do a piece of work under a fault; gives how it ended."""
        try:
            if work == "load":
                self.allowed.add(number)
                self.load(number)
                self.allowed = {number}
            elif work == "view":
                self.drawn()
            elif self.held() not in self.allowed:
                self.wrong.append(f"{fault}, {work}: the answer of another version")
        except GraphkitError as error:
            said = str(error)
            if "\n" in said or "defect" in said or "Traceback" in said or not said:
                self.wrong.append(f"{fault}, {work}: {said}")
            return "refused"
        except Exception as error:
            self.wrong.append(f"{fault}, {work}: {type(error).__name__}: {error}")
            return "failed"
        return "right"

    def one(self) -> None:
        """One fault, and whether the store is right when it has passed."""
        fault = self.chance.choice(sorted(FAULTS))
        work = self.chance.choice(["load", "load", "rank", "rank", "view"])
        number = self.chance.randrange(VERSIONS)
        with FAULTS[fault](self) as undone:
            ended = undone or self.tried(fault, work, number)
        self.seen[fault, ended] += 1
        try:
            found = self.held()
            if found not in self.allowed:
                self.wrong.append(f"after {fault} in {work}: version {found}")
            self.allowed = {found}
        except Exception as error:
            self.wrong.append(f"after {fault} in {work}: {type(error).__name__}: {error}")
            shutil.rmtree(self.path)
            self.load(0)
            self.allowed = {0}


Fault = Callable[[Soak], "Iterator[str]"]


def file_of(soak: Soak, among: Callable[[Path], object] = Path.exists) -> Path:
    """A file of the store by chance."""
    files = sorted(file for file in soak.path.iterdir() if file.suffix != ".lock" and among(file))
    return soak.chance.choice(files)


def holds_something(file: Path) -> bool:
    """Whether a file is not empty."""
    return file.stat().st_size > 0


@contextmanager
def changed(soak: Soak, file: Path, change: Callable[[Path, bytes], None]) -> Iterator[str]:
    """A file of the store is changed, and put back when the work is done."""
    content = file.read_bytes()
    change(file, content)
    yield ""
    if soak.path.is_dir():
        file.write_bytes(content)


def flipped(soak: Soak) -> Iterator[str]:
    def flip(file: Path, content: bytes) -> None:
        at = soak.chance.randrange(len(content))
        bit = 1 << soak.chance.randrange(8)
        file.write_bytes(content[:at] + bytes([content[at] ^ bit]) + content[at + 1 :])

    return changed(soak, file_of(soak, holds_something), flip)


def cut(soak: Soak) -> Iterator[str]:
    return changed(
        soak,
        file_of(soak, holds_something),
        lambda file, content: os.truncate(file, soak.chance.randrange(len(content))),
    )


def missing(soak: Soak) -> Iterator[str]:
    return changed(soak, file_of(soak), lambda file, _: file.unlink())


def from_a_backup(soak: Soak) -> Iterator[str]:
    def differs(file: Path) -> bool:
        older = soak.backup / file.name
        return older.exists() and older.read_bytes() != file.read_bytes()

    def restore(file: Path, _: bytes) -> None:
        if differs(file):
            file.write_bytes((soak.backup / file.name).read_bytes())

    changing = any(differs(file) for file in soak.path.iterdir())
    return changed(soak, file_of(soak, differs if changing else Path.exists), restore)


@contextmanager
def unreadable(soak: Soak) -> Iterator[str]:
    file = file_of(soak)
    mode = file.stat().st_mode
    file.chmod(0)
    with ordinary_user():
        yield ""
    if file.exists():
        file.chmod(mode & 0o777)


@contextmanager
def full_disk(soak: Soak) -> Iterator[str]:
    filler = fill(soak.place, soak.chance.choice([0, 10_000, 1_000_000, 14_500_000, 16_000_000]))
    yield ""
    filler.unlink()


@contextmanager
def few_handles(soak: Soak) -> Iterator[str]:
    """A process of its own, because a limit that was lowered cannot always be raised again."""
    few = soak.chance.randrange(120, 330)
    code = (
        f"import resource; resource.setrlimit(resource.RLIMIT_NOFILE, ({few}, {few})); "
        "from graphkit.cli.main import main; main()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, "info", "--store", soak.path],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    if ran.returncode and "too few file handles" not in ran.stderr:
        soak.wrong.append(f"few file handles ({few}): {ran.stderr}")
    yield "refused" if ran.returncode else "right"


@contextmanager
def two_writers(soak: Soak) -> Iterator[str]:
    with open_store(soak.path):
        yield ""


@contextmanager
def clock_set_back(soak: Soak) -> Iterator[str]:
    for file in soak.path.iterdir():
        os.utime(file, (0, 0))
    with mock.patch("time.time", return_value=1000.0):
        yield ""


@contextmanager
def killed(soak: Soak) -> Iterator[str]:
    """A process that loads, or writes by statements, is killed at some moment."""
    number = soak.chance.randrange(VERSIONS)
    soak.allowed.add(number)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.soak", "--load", str(number), str(soak.path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    process.stdout.readline()  # Java runs, and the load begins
    time.sleep(soak.chance.random() * 1.5)
    process.kill()
    process.communicate()
    yield "killed" if process.returncode < 0 else "right"


FAULTS = {
    "flipped bit": flipped,
    "truncated file": cut,
    "missing file": missing,
    "file of a backup": from_a_backup,
    "unreadable file": unreadable,
    "full disk": full_disk,
    "few file handles": few_handles,
    "two writers": two_writers,
    "clock set back": clock_set_back,
    "killed process": killed,
}


def main() -> int:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faults", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--load", nargs=2, metavar=("VERSION", "PATH"), help="what killed ones do")
    given = parser.parse_args()
    if given.load:
        with open_store(given.load[1]) as store:
            print("ready", flush=True)
            store.load(version(int(given.load[0])), prune=True)
        return 0
    with (
        tempfile.TemporaryDirectory() as folder,
        disk(Path(folder) / "disk", "size=60m") as place,
    ):
        soak = Soak(place, given.seed)
        for _ in range(given.faults):
            soak.one()
        report(soak)
    return 1 if soak.wrong else 0


def report(soak: Soak) -> None:
    """A line for each fault and how the work under it ended, and everything that was wrong."""
    for (fault, ended), count in sorted(soak.seen.items()):
        print(f"{fault:18} {ended:8} {count:5}")
    print(f"{sum(soak.seen.values())} faults, {len(soak.wrong)} wrong")
    for each in soak.wrong:
        print(each)


if __name__ == "__main__":
    sys.exit(main())
