"""Loads that are killed: there is no store or a whole one, which holds all of the load or what it
held before, and loading again completes it.

Each load runs in a process that is killed with SIGKILL, which nothing can hear or tidy up after, at
moments spread over its steps from the first to the last.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from graphkit.model import Dataset
from graphkit.store import Changes, open_store, plan
from graphkit.store.embedded import first_load
from graphkit.store.embedded.store import EmbeddedStore
from tests import store_child
from tests.faulty_places import bytes_of
from tests.store_child import MARK, generated
from tests.store_places import held

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX")

SIZE = 600
CHANCE = random.Random(7)
MOMENTS = [((at + CHANCE.random()) / 4, CHANCE.uniform(0, 0.1)) for at in range(4)]
"""After which part of its steps each load is killed, and how many seconds after that step."""
ROOT = Path(__file__).parent.parent


def loading(path: Path, version: int) -> subprocess.Popen[str]:
    """A process that loads that version, pruning what it replaces, and prints its steps."""
    child = ROOT / "tests" / "store_child.py"
    return subprocess.Popen(
        [sys.executable, child, "load", path, str(SIZE), str(version)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


@pytest.fixture
def undisturbed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[Path, int], int]:
    """Loads a version here, as a process would, and gives the number of its steps."""

    def load(path: Path, version: int) -> int:
        for module, name in ((first_load, "_CHUNK"), (plan, "BATCH")):
            monkeypatch.setattr(module, name, getattr(module, name))  # `load` changes them
        store_child.load(path, SIZE, version)
        out = capsys.readouterr().out
        assert out.endswith("closed\n")
        return out.count("\n")

    return load


def killed(path: Path, version: int, steps: int, moment: tuple[float, float]) -> bool:
    """Load in a process that is killed at a moment of its `steps`; whether it still ran then."""
    process = loading(path, version)
    assert process.stdout is not None
    for _ in range(1 + int(moment[0] * (steps - 1))):
        process.stdout.readline()
    time.sleep(moment[1])
    process.kill()
    process.communicate()
    return process.returncode == -signal.SIGKILL


def counts(store: EmbeddedStore, stated: Dataset) -> set[int]:
    """How many memberships there are by traversal, by a scan of the type, by the index on id, and
    by going back from their ends."""
    database = store._checked()
    by_scan = database.query("sql", "SELECT count(*) AS n FROM MEMBER_OF").next().getProperty("n")
    by_traversal = store.query("MATCH ()-[r:MEMBER_OF]->() RETURN count(r)").rows[0][0]
    backwards = store.query("MATCH (b:Cluster)<-[r:MEMBER_OF]-(a) RETURN count(r)").rows[0][0]
    by_index = store.query(
        "MATCH ()-[r:MEMBER_OF]->() WHERE r.id IN $ids RETURN count(r)",
        {"ids": [fact.id for fact in stated.facts]},
    ).rows[0][0]
    return {int(str(count)) for count in (by_scan, by_traversal, backwards, by_index)}


def check_completed(path: Path, version: int) -> None:
    """Load once more, undisturbed: exactly that version is there, and nothing beside it."""
    stated = generated(SIZE, version)
    with open_store(path) as store:
        assert isinstance(store, EmbeddedStore)
        store.load(stated, prune=True)
        assert counts(store, stated) == {SIZE}
        assert held(store, stated.name) == stated
        assert store.load(stated, prune=True).facts == Changes(unchanged=SIZE)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_first_load_that_is_killed_leaves_no_store_or_a_whole_one(
    tmp_path: Path, undisturbed: Callable[[Path, int], int]
) -> None:
    steps = undisturbed(tmp_path / "whole" / "store", 0)
    outcomes = []
    for number, moment in enumerate(MOMENTS):
        path = tmp_path / str(number) / "store"
        outcomes.append(killed(path, 0, steps, moment))
        if path.exists():
            stated = generated(SIZE, 0)
            with open_store(path, create=False) as store:
                assert held(store, stated.name) == stated
    assert sum(outcomes) >= 2
    for number in range(len(MOMENTS)):
        check_completed(tmp_path / str(number) / "store", 0)


def test_an_update_that_is_killed_leaves_all_of_it_or_nothing(
    tmp_path: Path, undisturbed: Callable[[Path, int], int]
) -> None:
    path = tmp_path / "store"
    undisturbed(path, 0)
    steps = undisturbed(path, 1)
    outcomes = []
    held_version = 1
    for version, moment in enumerate(MOMENTS, start=2):
        outcomes.append(killed(path, version, steps, moment))
        before = bytes_of(path)
        with open_store(path, read_only=True) as store:
            found = held(store, "generated")
        assert bytes_of(path) == before
        assert found in (generated(SIZE, held_version), generated(SIZE, version))
        stated = found.facts[0].properties[MARK]
        assert isinstance(stated, int)
        held_version = stated
    assert sum(outcomes) >= 2
    check_completed(path, len(MOMENTS) + 1)
    assert not list(path.glob("graphkit-update-*"))
