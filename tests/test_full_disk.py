"""A full disk is called one where results, positions, pictures and servers are written.

What it does to stores is in test_store_updates.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graphkit.sources import read_sample
from graphkit.store import open_store
from tests.commands import graphkit
from tests.faulty_places import ROOT_ON_LINUX, disk, fill

pytestmark = ROOT_ON_LINUX


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("full") / "store"
    with open_store(path) as opened:
        opened.load(read_sample())
    return path


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Path]:
    """A disk with no room left."""
    with disk(tmp_path / "disk", "size=2m") as place:
        fill(place, 0)
        yield place


@pytest.mark.parametrize(
    "command",
    [
        ["rank", "-o", "FULL/ranking.csv"],
        ["view", "-o", "FULL/page.html"],
        ["view", "-o", "page.html", "--positions", "FULL/positions.json"],
        ["figure", "-o", "FULL/figure.svg"],
    ],
    ids=["a result", "a page", "positions", "a figure"],
)
def test_a_file_that_a_full_disk_does_not_take_is_named_with_the_cure(
    store: Path, full: Path, tmp_path: Path, command: list[str]
) -> None:
    words = [word.replace("FULL", str(full)) for word in command]
    file = next(word for word in words if word.startswith(str(full)))
    ran = graphkit(*words, "--store", store, cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (1, "")
    *_, line = ran.stderr.splitlines()
    assert f"{file} cannot be written: the disk is full; make room there" in line
    assert [each.name for each in full.iterdir()] == ["filler"]


def test_no_server_is_started_on_a_full_disk(full: Path, tmp_path: Path) -> None:
    ran = graphkit("neo4j", "start", full / "server", "--port", "0", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (4, "")
    (line,) = ran.stderr.splitlines()
    assert f"{full / 'server'} has 0 MB free" in line
    assert "free some space" in line


def test_a_full_disk_for_temporary_files_is_named(store: Path, full: Path, tmp_path: Path) -> None:
    """A reader takes the place in memory instead."""
    ran = graphkit("rank", "--store", store, cwd=tmp_path, TMPDIR=str(full))
    assert ran.returncode == 0, ran.stderr
