"""No answer from half a store: every file is compared with the marker before the engine sees it,
and reading changes no byte.
"""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

import pytest

from graphkit.model import KINDS, Dataset, Node, StoreUnavailable
from graphkit.sources import read_sample
from graphkit.store import Changes, open_store
from graphkit.store.embedded.bolt import serve
from graphkit.store.embedded.marker import check_schema
from graphkit.store.embedded.schema import vertex_type
from tests.faulty_places import ROOT_ON_LINUX, bytes_of, command, disk, ordinary_user, remount
from tests.networks import dataset
from tests.store_places import held, rich_dataset

ROOT = Path(__file__).parent.parent
CHILD = Path(__file__).with_name("store_child.py")
SAMPLE = read_sample()


def made(folder: Path) -> Path:
    """A closed store of the sample."""
    with open_store(folder / "store") as store:
        store.load(SAMPLE)
    return folder / "store"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store of the sample that every test leaves as it was."""
    return made(tmp_path_factory.mktemp("original"))


@pytest.fixture(scope="module")
def another(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store of something else, and of the sample's kinds."""
    path = tmp_path_factory.mktemp("another") / "store"
    with open_store(path) as store:
        store.load(rich_dataset())
        store.load(SAMPLE)
    return path


@pytest.fixture
def path(original: Path, tmp_path: Path) -> Path:
    """A closed store of the test's own."""
    return Path(shutil.copytree(original, tmp_path / "store"))


def engine_files(store: Path) -> list[Path]:
    """What the engine keeps in a store: all files but graphkit's own."""
    return [file for file in sorted(store.iterdir()) if not file.name.startswith("graphkit-store")]


def counterpart(file: Path, store: Path) -> Path:
    """The file of another store that is for the same as `file`: the names of indexes differ."""
    stem = file.name.split(".")[0].rstrip("0123456789")
    found = [each for each in engine_files(store) if each.suffix == file.suffix]
    return next(each for each in found if each.name.split(".")[0].rstrip("0123456789") == stem)


def flipped(content: bytes) -> bytes:
    """The content with one bit changed, in its second half."""
    at = len(content) * 2 // 3
    return content[:at] + bytes([content[at] ^ 0x10]) + content[at + 1 :]


WRONG: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda content: b"",
    "cut": lambda content: content[: len(content) // 2],
    "cut by a byte": lambda content: content[:-1],
    "longer": lambda content: content + b"\0",
    "flipped": lambda content: flipped(content) if content else content,
}


def refusal(store: Path, *, read_only: bool) -> str:
    """What opening a store is refused with; nothing when it opens."""
    try:
        with open_store(store, create=False, read_only=read_only):
            return ""
    except StoreUnavailable as error:
        return str(error)


def wrongs(store: Path, file: Path, say: str, *, read_only: bool) -> Iterator[str]:
    """What is wrong with the answers of a store that has something wrong with `file`."""
    before = times_of(store)
    said = refusal(store, read_only=read_only)
    if file.name not in said or "\n" in said or not said.startswith(str(store)):
        yield f"{file.name} {say}: {said or 'opened'}"
    if times_of(store) != before:
        yield f"{file.name} {say}: the store was changed"


def times_of(store: Path) -> dict[str, tuple[int, int, int]]:
    """Size and times of every file of a store."""
    found = {entry.name: entry.stat() for entry in os.scandir(store)}
    return {
        name: (each.st_size, each.st_mtime_ns, each.st_ctime_ns) for name, each in found.items()
    }


def test_every_file_that_is_not_as_it_was_is_named(original: Path, another: Path) -> None:
    found = []
    for number, file in enumerate(engine_files(original)):
        read_only = number % 2 == 0
        content, times = file.read_bytes(), file.stat()
        wrong = {say: change(content) for say, change in WRONG.items()}
        if file.suffix != ".bin":
            wrong["of another store"] = counterpart(file, another).read_bytes()
        if file.suffix in (".bucket", ".umtidx"):  # of which there are many: three in turn
            wrong = dict(islice(cycle(wrong.items()), number % len(wrong), number % len(wrong) + 3))
        for say, replaced in wrong.items():
            if replaced != content:
                file.write_bytes(replaced)
                found += wrongs(original, file, say, read_only=read_only)
        aside = file.rename(original.parent / "aside")
        found += wrongs(original, file, "missing", read_only=read_only)
        aside.rename(file)
        file.write_bytes(content)
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert found == []
    assert refusal(original, read_only=True) == ""


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_every_file_that_may_not_be_read_is_named_and_not_called_damaged(original: Path) -> None:
    found = []
    for file in [*engine_files(original), original / "graphkit-store.json"]:
        mode = file.stat().st_mode
        file.chmod(0)
        with ordinary_user():
            said = refusal(original, read_only=True)
        file.chmod(mode)
        if file.name not in said or "damaged" in said or "right to read" not in said:
            found.append(f"{file.name}: {said or 'opened'}")
    assert found == []


def test_a_ranking_after_a_file_became_unreadable_is_refused(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("rank", "--store", path, "--top", "3", "--format", "csv") == 0
    right = capsys.readouterr().out
    bucket = next(path.glob("SIGNED_0.*.bucket"))
    bucket.chmod(0)
    before = (path / "schema.json").read_bytes()
    with ordinary_user():
        assert command("rank", "--store", path, "--top", "3") == 4
    said = capsys.readouterr()
    assert said.out == ""
    assert bucket.name in said.err
    assert (path / "schema.json").read_bytes() == before
    bucket.chmod(0o644)
    assert command("rank", "--store", path, "--top", "3", "--format", "csv") == 0
    assert capsys.readouterr().out == right
    with open_store(path) as store:
        assert store.load(SAMPLE).facts == Changes(unchanged=len(SAMPLE.facts))


@pytest.mark.parametrize("content", ["", "[]", '{"format": 2}', '{"format": 2, "files": {}}'])
def test_a_marker_that_says_nothing_is_damage(path: Path, content: str) -> None:
    (path / "graphkit-store.json").write_text(content)
    assert "graphkit-store.json" in refusal(path, read_only=True)


def test_a_missing_marker_is_damage(path: Path) -> None:
    (path / "graphkit-store.json").unlink()
    assert "damaged (graphkit-store.json is missing)" in refusal(path, read_only=True)


def test_a_flipped_bit_in_the_marker_is_said_of_the_marker(path: Path) -> None:
    marker = path / "graphkit-store.json"
    content = marker.read_text()
    digit = next(at for at in range(len(content) // 2, len(content)) if content[at] in "1234567")
    marker.write_text(content[:digit] + str(int(content[digit]) + 1) + content[digit + 1 :])
    assert "graphkit-store.json has changed" in refusal(path, read_only=True)


def test_a_schema_that_has_lost_something_is_not_marked_as_whole(path: Path) -> None:
    names = [file.name for file in engine_files(path)]
    check_schema(path, names)
    index = next(path.glob("Place_0_*.umtidx")).name.split(".")[0]
    for lost in ("PART_OF_0", "Place_0_out_edges", index):
        fewer = [name for name in names if not name.startswith(lost)]
        with pytest.raises(StoreUnavailable, match=lost):
            check_schema(path, fewer)
    whole = (path / "schema.json").read_text()
    schema = json.loads(whole)
    schema["types"]["MEMBER_OF"]["buckets"] = []
    (path / "schema.json").write_text(json.dumps(schema))
    with pytest.raises(StoreUnavailable, match="MEMBER_OF"):
        check_schema(path, names)
    schema = json.loads(whole)
    del schema["types"]["Company~Organisation"]
    (path / "schema.json").write_text(json.dumps(schema))
    with pytest.raises(StoreUnavailable, match="lacks the type of Company%7EOrganisation_0"):
        check_schema(path, names)


def test_kinds_get_files_when_something_is_of_them(tmp_path: Path) -> None:
    path = tmp_path / "store"
    with open_store(path) as store:
        store.load(Dataset("one", (Node("Organisation", "a", {"name": "A"}, kind="Company"),), ()))
        few = kinds_with_files(path)
        store.load(Dataset("two", (Node("Organisation", "b", {"name": "B"}, kind="Park"),), ()))
        more = kinds_with_files(path)
        store.query("MATCH (n:Organisation {id: 'none'}) DELETE n", write=True)
    assert (few, more) == ({"Company"}, {"Company", "Park"})
    assert kinds_with_files(path) == set(KINDS)  # a statement may name any of them


def kinds_with_files(path: Path) -> set[str]:
    """The kinds of organisations that have files of their own."""
    schema = json.loads((path / "schema.json").read_text())
    return {name for name in KINDS if schema["types"].get(vertex_type("Organisation", name))}


READING = {
    "info": ["info"],
    "rank": ["rank"],
    "why": ["why", "kom"],
    "brokers": ["brokers"],
    "keyplayers": ["keyplayers", "-k", "2"],
    "cohesion": ["cohesion"],
    "ego": ["ego", "kom"],
    "path": ["path", "kom", "chm"],
    "communities": ["communities"],
    "impact": ["impact", "kom"],
    "view": ["view", "-o", "OUT.html"],
    "figure": ["figure", "-o", "OUT.svg"],
    "query": ["query", "--example", "co-members"],
}


@pytest.mark.parametrize("name", READING)
def test_a_reading_command_changes_no_byte(original: Path, tmp_path: Path, name: str) -> None:
    words = [word.replace("OUT", str(tmp_path / "out")) for word in READING[name]]
    before = bytes_of(original)
    assert command(*words, "--store", original) == 0
    assert bytes_of(original) == before


def test_serving_for_reading_changes_no_byte(original: Path) -> None:
    before = bytes_of(original)
    with serve(original, port=0) as served, open_store_of(served) as store:
        assert len(list(store.nodes("Organisation"))) > 0
    assert bytes_of(original) == before


def open_store_of(served):  # type: ignore[no-untyped-def]
    from unittest import mock

    with mock.patch.dict(
        os.environ, {"NEO4J_USERNAME": served.username, "NEO4J_PASSWORD": served.password}
    ):
        return open_store(served.uri, read_only=True)


def test_loading_what_is_there_already_changes_no_byte(path: Path) -> None:
    before = bytes_of(path)
    with open_store(path) as store:
        assert store.load(SAMPLE, prune=True).facts == Changes(unchanged=len(SAMPLE.facts))
    assert bytes_of(path) == before


@pytest.fixture(scope="module")
def unclosed(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store to which a process has written two organisations, and was killed before it closed it;
    no test changes it.
    """
    path = Path(shutil.copytree(original, tmp_path_factory.mktemp("unclosed") / "store"))
    code = """
import os, signal, sys
from graphkit.store import open_store
store = open_store(sys.argv[1])
for name in ("one", "two"):
    store.query("CREATE (:Organisation:Company {id: $id, name: $id, datasets: ['x']})",
                {"id": name}, write=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run(
        [sys.executable, "-c", code, str(path)], env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    return path


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX")
def test_after_a_killed_writer_a_reader_reads_a_recovered_copy(
    unclosed: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copytree(unclosed, tmp_path / "store"))
    before = bytes_of(path)
    with open_store(path, read_only=True) as store:
        found = {node.id for node in store.nodes("Organisation")}
    assert {"one", "two"} < found
    assert len(found) == 2 + sum(node.label == "Organisation" for node in SAMPLE.nodes)
    assert bytes_of(path) == before
    with open_store(path) as store:
        assert store.load(SAMPLE).facts == Changes(unchanged=len(SAMPLE.facts))
    recovered = bytes_of(path)
    assert not [name for name in recovered if name.endswith((".wal", ".lck"))]
    with open_store(path, read_only=True) as store:
        assert {node.id for node in store.nodes("Organisation")} == found
        assert held(store, "sample") == SAMPLE
    assert bytes_of(path) == recovered


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX")
def test_damage_is_seen_in_a_store_that_was_not_closed_too(unclosed: Path, tmp_path: Path) -> None:
    path = Path(shutil.copytree(unclosed, tmp_path / "store"))
    bucket = next(path.glob("SIGNED_0.*.bucket"))
    content = bucket.read_bytes()
    bucket.write_bytes(content[:4096])
    assert bucket.name in refusal(path, read_only=True)
    bucket.unlink()
    assert bucket.name in refusal(path, read_only=False)
    bucket.write_bytes(content)
    assert refusal(path, read_only=True) == ""


def test_a_store_of_the_first_form_can_be_read_and_becomes_one_of_today(path: Path) -> None:
    sizes = {file.name: file.stat().st_size for file in path.glob("*.bucket")}
    (path / "graphkit-store.json").write_text(json.dumps({"format": 1, "files": sizes}))
    with open_store(path, read_only=True) as store:
        assert held(store, "sample") == SAMPLE
    with open_store(path) as store:
        store.load(SAMPLE)
    assert json.loads((path / "graphkit-store.json").read_text())["format"] == 2
    assert refusal(path, read_only=True) == ""


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_every_file_of_a_store_has_the_mode_of_new_files(path: Path, tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        fresh = tmp_path / "fresh"
        with open_store(fresh) as store:
            store.load(dataset("a b"))
        with open_store(fresh) as store:
            store.load(dataset("a b c"))
        with open_store(fresh) as store:
            store.query("MATCH (o:Organisation {id: 'a'}) SET o.x = 1", write=True)
    finally:
        os.umask(before)
    assert {stat.S_IMODE(file.stat().st_mode) for file in fresh.iterdir()} == {0o640}


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_a_store_that_its_owner_closed_to_others_stays_closed(path: Path) -> None:
    for file in path.iterdir():
        file.chmod(0o600)
    with open_store(path) as store:
        store.load(dataset("a b", name="more"))
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.iterdir()} == {0o600}


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_a_store_that_may_be_read_and_not_written_can_be_read(path: Path) -> None:
    for file in path.iterdir():
        file.chmod(0o444)
    path.chmod(0o555)
    try:
        with ordinary_user(), open_store(path, read_only=True) as store:
            assert held(store, "sample") == SAMPLE
        with (
            ordinary_user(),
            pytest.raises(StoreUnavailable, match="may not be written"),
            open_store(path) as store,
        ):
            store.load(dataset("a b"))
    finally:
        path.chmod(0o755)


@ROOT_ON_LINUX
def test_a_store_on_a_read_only_disk_can_be_read(original: Path, tmp_path: Path) -> None:
    with disk(tmp_path / "disk", "size=40m") as place:
        shutil.copytree(original, place / "store")
        shutil.copytree(original, place / "without")
        (place / "without" / "graphkit-store.lock").unlink()
        remount(place, "ro")
        for name in ("store", "without"):
            with open_store(place / name, read_only=True) as store:
                assert held(store, "sample") == SAMPLE
        with (
            pytest.raises(StoreUnavailable, match="read-only"),
            open_store(place / "store") as store,
        ):
            store.load(dataset("a b"))
        with pytest.raises(StoreUnavailable, match="read-only"), open_store(place / "new") as store:
            store.load(dataset("a b"))
