"""The faults of a soak run: what goes wrong while a store is at work; see `soak`.

Each fault is a context manager that takes the run, the piece of work and its version. It yields how
the work ended when it does the work itself, else "".
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

from tests.faulty_places import fill, ordinary_user

if TYPE_CHECKING:
    from tests.soak import EmbeddedSoak, Soak

ROOT = Path(__file__).parent.parent
KILLED = "killed process"

Fault = Callable[["Soak", str, int], AbstractContextManager[str]]


def file_of(soak: EmbeddedSoak, among: Callable[[Path], object] = Path.exists) -> Path:
    """A file of the store by chance."""
    files = sorted(
        file
        for file in soak.path.iterdir()
        if file.is_file() and file.suffix != ".lock" and among(file)
    )
    return soak.chance.choice(files)


def holds_something(file: Path) -> bool:
    """Whether a file is not empty."""
    return file.stat().st_size > 0


@contextmanager
def changed(soak: EmbeddedSoak, file: Path, change: Callable[[Path, bytes], None]) -> Iterator[str]:
    """A file of the store is changed, and put back when the work is done."""
    content = file.read_bytes()
    change(file, content)
    yield ""
    if soak.path.is_dir():
        file.write_bytes(content)


def flipped(soak: EmbeddedSoak, _work: str, _number: int) -> AbstractContextManager[str]:
    """One bit of one file is another."""

    def flip(file: Path, content: bytes) -> None:
        at = soak.chance.randrange(len(content))
        bit = 1 << soak.chance.randrange(8)
        file.write_bytes(content[:at] + bytes([content[at] ^ bit]) + content[at + 1 :])

    return changed(soak, file_of(soak, holds_something), flip)


def cut(soak: EmbeddedSoak, _work: str, _number: int) -> AbstractContextManager[str]:
    """One file is shorter."""
    return changed(
        soak,
        file_of(soak, holds_something),
        lambda file, content: os.truncate(file, soak.chance.randrange(len(content))),
    )


def missing(soak: EmbeddedSoak, _work: str, _number: int) -> AbstractContextManager[str]:
    """One file is not there."""
    return changed(soak, file_of(soak), lambda file, _: file.unlink())


def from_a_backup(soak: EmbeddedSoak, _work: str, _number: int) -> AbstractContextManager[str]:
    """One file is as it once was."""

    def differs(file: Path) -> bool:
        older = soak.backup / file.name
        return older.exists() and older.read_bytes() != file.read_bytes()

    def restore(file: Path, _: bytes) -> None:
        if differs(file):
            file.write_bytes((soak.backup / file.name).read_bytes())

    changing = any(differs(file) for file in soak.path.iterdir() if file.is_file())
    return changed(soak, file_of(soak, differs if changing else Path.exists), restore)


@contextmanager
def unreadable(soak: EmbeddedSoak, _work: str, _number: int) -> Iterator[str]:
    """One file may not be read."""
    file = file_of(soak)
    mode = file.stat().st_mode
    file.chmod(0)
    with ordinary_user():
        yield ""
    if file.exists():
        file.chmod(mode & 0o777)


@contextmanager
def full_disk(soak: EmbeddedSoak, _work: str, _number: int) -> Iterator[str]:
    """The disk of the store has little room, or none."""
    filler = fill(soak.place, soak.chance.choice([0, 10_000, 1_000_000, 6_400_000, 7_900_000]))
    yield ""
    filler.unlink()


@contextmanager
def few_handles(soak: Soak, _work: str, _number: int) -> Iterator[str]:
    """Few files may be open: in a process of its own, as a limit cannot always be raised again."""
    few = soak.chance.randrange(120, 330)
    code = (
        f"import resource; resource.setrlimit(resource.RLIMIT_NOFILE, ({few}, {few})); "
        "from graphkit.cli.main import main; main()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, "info", "--store", soak.address],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    if ran.returncode and not any(
        said in ran.stderr for said in ("too few file handles", "there is no store here")
    ):
        soak.wrong.append(f"few file handles ({few}): {ran.stderr}")
    yield "refused" if ran.returncode else "right"


@contextmanager
def two_writers(soak: Soak, work: str, number: int) -> Iterator[str]:
    """Somebody else holds the store to write, and on a server loads at the same time."""
    if not soak.address.startswith("bolt"):
        if soak.path.exists():
            with soak.open():
                yield ""
        else:  # a first load holds nothing that could be held
            yield ""
        return
    if work not in WRITING:
        yield ""
        return
    prune = work != "update"
    # Another version where the last load decides alone what the store holds.
    theirs = (number + 1) % soak.versions if prune else number
    states = soak.states_after(theirs, prune=prune)
    other = SPARE.sent(soak, theirs, prune=prune)
    yield ""
    other.communicate()
    soak.allowed |= states


@contextmanager
def clock_set_back(soak: Soak, _work: str, _number: int) -> Iterator[str]:
    """The clock is set back, to before the files were made."""
    if soak.path.is_dir():
        for file in soak.path.iterdir():
            os.utime(file, (0, 0))
    with mock.patch("time.time", return_value=1000.0):
        yield ""


@contextmanager
def killed(soak: Soak, work: str, number: int) -> Iterator[str]:
    """A process that loads is killed at some moment."""
    prune = work != "update"
    soak.allowed |= soak.states_after(number, prune=prune)
    process = SPARE.sent(soak, number, prune=prune)
    time.sleep(soak.chance.random() * 1.2)
    process.kill()
    process.communicate()
    yield "killed" if process.returncode < 0 else "right"


class Spare:
    """A process that has started Java and waits to be told what to load, so that nobody waits."""

    def __init__(self) -> None:
        self._next: subprocess.Popen[str] | None = None

    def sent(self, soak: Soak, number: int, *, prune: bool) -> subprocess.Popen[str]:
        """A process that begins to load a version now."""
        process = self._next or self._started()
        self._next = self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.readline()
        process.stdin.write(f"{number} {prune} {soak.address}\n")
        process.stdin.flush()
        return process

    def close(self) -> None:
        """End the one that waits."""
        if self._next is not None:
            self._next.kill()
            self._next.wait()

    def _started(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.soak", "--child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )


SPARE = Spare()
WRITING = ("load", "update", "prune")

OF_FILES: dict[str, Callable[..., AbstractContextManager[str]]] = {
    "flipped bit": flipped,
    "truncated file": cut,
    "missing file": missing,
    "file of a backup": from_a_backup,
    "unreadable file": unreadable,
}
"""Faults of a file of the store, which a first load has none of."""

FAULTS: dict[str, Callable[..., AbstractContextManager[str]]] = {
    **OF_FILES,
    "full disk": full_disk,
    "few file handles": few_handles,
    "two writers": two_writers,
    "clock set back": clock_set_back,
    KILLED: killed,
}

ON_NEO4J = ("few file handles", "two writers", "clock set back", KILLED)
