"""Loads that are killed: there is no store or a whole one, never half a fact, and loading again
completes it.

Each load runs in a process that is killed with SIGKILL, which nothing can hear or tidy up after, at
moments spread over the time that an undisturbed load takes here.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graphkit.model import Dataset
from graphkit.store import Changes, open_store
from graphkit.store.embedded import EmbeddedStore
from tests.store_child import MARK, generated
from tests.store_places import held

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX")

SIZE = 15_000
CHANCE = random.Random(7)
MOMENTS = [(at + CHANCE.random()) / 5 for at in range(5)]
WHOLE = {MARK, "startDate", "startFrom", "startTo", "datasets"}
ROOT = Path(__file__).parent.parent


def loading(path: Path, version: int) -> subprocess.Popen[str]:
    """A process that has just begun to load that version, pruning what it replaces."""
    child = ROOT / "tests" / "store_child.py"
    process = subprocess.Popen(
        [sys.executable, child, "load", path, str(SIZE), str(version), "prune"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "loading\n"
    return process


def undisturbed(path: Path, version: int) -> float:
    """Load in a process and give the seconds that it took."""
    began = time.monotonic()
    process = loading(path, version)
    process.communicate()
    assert process.returncode == 0
    return time.monotonic() - began


def killed(path: Path, version: int, after: float) -> bool:
    """Load in a process that is killed after so many seconds; whether it still ran then."""
    process = loading(path, version)
    time.sleep(after)
    process.kill()
    process.communicate()
    return process.returncode == -signal.SIGKILL


def counts(store: EmbeddedStore, stated: Dataset) -> set[int]:
    """How many memberships there are by traversal, by a scan of the type, by the index on id, and
    by going back from their ends."""
    database = store._database
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


def test_a_first_load_that_is_killed_leaves_no_store_or_a_whole_one(tmp_path: Path) -> None:
    whole = undisturbed(tmp_path / "whole" / "store", 0)
    outcomes = []
    for number, moment in enumerate(MOMENTS):
        path = tmp_path / str(number) / "store"
        outcomes.append(killed(path, 0, moment * whole))
        if path.exists():
            stated = generated(SIZE, 0)
            with open_store(path, create=False) as store:
                assert held(store, stated.name) == stated
    assert sum(outcomes) >= 3
    for number in (0, 2, 4):
        check_completed(tmp_path / str(number) / "store", 0)


def test_an_update_that_is_killed_leaves_whole_facts(tmp_path: Path) -> None:
    path = tmp_path / "store"
    undisturbed(path, 0)
    whole = undisturbed(path, 1)
    outcomes = []
    versions: set[int] = set()
    for version, moment in enumerate(MOMENTS, start=2):
        outcomes.append(killed(path, version, moment * whole))
        with open_store(path, create=False) as store:
            facts = list(store.facts("MEMBER_OF"))
            for fact in facts:
                stated = fact.properties[MARK]
                assert isinstance(stated, int)
                assert fact.properties.keys() == WHOLE
                versions.add(stated)
            assert len({fact.id for fact in facts}) == len(facts)
            assert SIZE <= len(facts) <= SIZE + 10 * len(MOMENTS)
    assert sum(outcomes) >= 3
    assert len(versions) > 1
    check_completed(path, len(MOMENTS) + 1)
