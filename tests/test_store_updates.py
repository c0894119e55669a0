"""Updates of the embedded store: visible whole or not at all, also when the disk is full or the
process ends between any two of its steps.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from graphkit.model import Dataset, StoreUnavailable
from graphkit.store import Changes, Store, open_store
from graphkit.store.embedded import copies, marker
from tests.faulty_places import ROOT_ON_LINUX, bytes_of, command, disk, fill
from tests.store_child import generated
from tests.store_places import held

OLD, NEW = generated(300, 0), generated(300, 1)
LARGE = generated(10_000, 2)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store of `OLD` that no test changes."""
    path = tmp_path_factory.mktemp("original") / "store"
    with open_store(path) as store:
        store.load(OLD)
    return path


@pytest.fixture
def path(original: Path, tmp_path: Path) -> Path:
    """A closed store of the test's own."""
    return Path(shutil.copytree(original, tmp_path / "store"))


def content(path: Path) -> Dataset:
    """What a store holds, read without changing a byte."""
    before = bytes_of(path)
    with open_store(path, read_only=True) as store:
        found = held(store, OLD.name)
    assert bytes_of(path) == before
    return found


def leftovers(path: Path) -> list[str]:
    """What a store's folder holds besides the files that its marker lists, and the two of ours."""
    ours = {"graphkit-store.json", "graphkit-store.lock"}
    return sorted({file.name for file in path.iterdir()} - ours - {*marker.listed(path)})


class Killed(BaseException):
    """Stands for the end of the process: nothing of ours catches it."""


STEPS: dict[str, tuple[object, str, Dataset]] = {
    "before anything is copied": (copies, "copy", OLD),
    "before the copy is listed": (copies, "listed", OLD),
    "before it is on the disk": (copies, "flush_folder", OLD),
    "before the marker is written": (copies, "write_marker", OLD),
    "before it is moved": (copies, "settle", NEW),
}


@pytest.mark.parametrize("step", STEPS)
def test_an_update_that_ends_at_any_step_is_there_whole_or_not_at_all(
    path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    where, name, expected = STEPS[step]

    def end(*_: object) -> None:
        raise Killed

    with open_store(path) as store, monkeypatch.context() as patched:
        patched.setattr(where, name, end)
        patched.setattr(copies, "_is_update", end)  # a killed process clears nothing away
        with pytest.raises(Killed):
            store.load(NEW, prune=True)
    assert content(path) == expected
    with open_store(path) as store:
        store.load(NEW, prune=True)
    assert content(path) == NEW
    assert leftovers(path) == []


def test_an_update_that_ends_in_the_middle_of_moving_is_there_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[Path] = []

    def move(source: Path, target: Path) -> None:
        if len(moved) == 3:
            raise Killed
        moved.append(target)
        source.rename(target)

    with open_store(path) as store, monkeypatch.context() as patched:
        patched.setattr(os, "replace", move)
        with pytest.raises(Killed):
            store.load(NEW, prune=True)
    assert content(path) == NEW
    with open_store(path) as store:
        assert store.load(NEW).facts == Changes(unchanged=300)
    assert content(path) == NEW
    assert leftovers(path) == []


def test_a_file_of_an_update_that_was_not_moved_is_compared_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(path) as store, monkeypatch.context() as patched:
        patched.setattr(copies, "settle", lambda *_: None)
        store.load(NEW, prune=True)
    bucket = next(path.glob("graphkit-update-*/MEMBER_OF_0.*.bucket"))
    whole = bucket.read_bytes()
    bucket.write_bytes(whole[:-1] + b"x")
    with pytest.raises(StoreUnavailable, match=bucket.name):
        open_store(path, read_only=True)
    bucket.write_bytes(whole)
    assert content(path) == NEW


def test_a_failing_update_leaves_the_store_as_it_was(path: Path) -> None:
    before = bytes_of(path)

    def fail(what: str, _done: int, _of: int) -> None:
        if what == "facts":
            raise RuntimeError("mine")

    with open_store(path) as store:
        with pytest.raises(RuntimeError, match="mine"):
            store.load(NEW, prune=True, progress=fail)
        assert held(store, OLD.name) == OLD
        assert store.load(NEW, prune=True).facts.removed == 10
        assert held(store, OLD.name) == NEW
    assert bytes_of(path) != before
    assert content(path) == NEW


def test_loads_and_writing_statements_take_turns(path: Path) -> None:
    with open_store(path) as store:
        store.query("CREATE (:Place {id: 'here', name: 'Here', datasets: ['x']})", write=True)
        assert [node.id for node in store.nodes("Place")] == ["here"]
        store.load(NEW, prune=True)
        assert [node.id for node in store.nodes("Place")] == ["here"]
        store.query("MATCH (p:Place) DETACH DELETE p", write=True)
        assert store.load(OLD, prune=True).facts.added == 10
        assert list(store.nodes("Place")) == []
    assert content(path) == OLD
    assert leftovers(path) == []


def test_a_store_can_change_where_its_parent_folder_cannot(path: Path) -> None:
    beside = path.parent / "beside"
    beside.write_text("")
    before = path.parent.stat().st_mtime_ns
    with open_store(path) as store:
        store.load(NEW, prune=True)
    assert path.parent.stat().st_mtime_ns == before


def refused(store: Store, dataset: Dataset) -> str:
    """How a load on a full disk is refused."""
    with pytest.raises(StoreUnavailable, match=r"the disk is full; make room") as raised:
        store.load(dataset, prune=True)
    assert "\n" not in str(raised.value)
    return str(raised.value)


@ROOT_ON_LINUX
@pytest.mark.parametrize("left", [0, 700_000, 7_000_000])
def test_an_update_on_a_full_disk_changes_nothing(
    original: Path, tmp_path: Path, left: int
) -> None:
    with disk(tmp_path / "disk", "size=60m") as place:
        path = Path(shutil.copytree(original, place / "store"))
        filler = fill(place, left)
        before = bytes_of(path)
        with open_store(path) as store:
            assert str(path) in refused(store, LARGE)
            assert held(store, OLD.name) == OLD
            fill(place, 0)
            assert store.load(OLD).facts == Changes(unchanged=300)
        assert bytes_of(path) == before
        assert leftovers(path) == []
        filler.unlink()
        with open_store(path) as store:
            store.load(NEW, prune=True)
        assert content(path) == NEW


@ROOT_ON_LINUX
@pytest.mark.parametrize("size", ["1m", "3m", "5m"])
def test_a_first_load_on_a_full_disk_leaves_nothing(tmp_path: Path, size: str) -> None:
    with disk(tmp_path / "disk", f"size={size}") as place:
        path = place / "store"
        with open_store(path) as store:
            assert str(path) in refused(store, LARGE)
        assert list(place.iterdir()) == []


@ROOT_ON_LINUX
def test_writing_statements_on_a_full_disk_lose_nothing(
    original: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with disk(tmp_path / "disk", "size=40m") as place:
        path = Path(shutil.copytree(original, place / "store"))
        with open_store(path) as store:  # makes what a statement may name
            store.query("MATCH (n:Place {id: 'none'}) DELETE n", write=True)
        filler = fill(place, 300_000)
        made = "UNWIND range(1, 2000) AS n CREATE (:Place {id: $x + n, name: $x, datasets: ['x']})"
        done = 0

        def write() -> None:
            nonlocal done
            with open_store(path) as store:
                for number in range(30):
                    store.query(made, {"x": f"{'x' * 500}{number}-"}, write=True)
                    done += 2000

        with pytest.raises(StoreUnavailable, match="disk"):
            write()
        capsys.readouterr()
        assert command("rank", "--store", path) == 0
        assert "damaged" not in capsys.readouterr().err
        filler.unlink()
        with open_store(path) as store:
            assert len(list(store.nodes("Place"))) in (done, done + 2000)
            assert held(store, OLD.name) == OLD
        assert leftovers(path) == []
