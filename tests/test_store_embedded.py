"""The embedded store as a folder and as a part of a process: opening, sharing, damage, silence."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graphkit.model import Dataset, StoreError, StoreUnavailable, UsageError
from graphkit.sources import read_files
from graphkit.store import Changes, open_store
from graphkit.store.embedded import first_load, jvm
from graphkit.store.embedded.first_load import clear_leftovers
from graphkit.store.locks import FileLock
from tests.commands import graphkit
from tests.networks import dataset

STATED = dataset({"kom": "Cluster", "a": "Company"}, members=[("a", "kom")])
ROOT = Path(__file__).parent.parent
CHILD = Path(__file__).with_name("store_child.py")
ENDLESS = (
    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 100000) AS c "
    "RETURN count(*)"
)
Child = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store that no test changes."""
    path = tmp_path_factory.mktemp("original") / "store"
    with open_store(path) as store:
        store.load(STATED)
    return path


@pytest.fixture
def path(original: Path, tmp_path: Path) -> Path:
    """A closed store of the test's own."""
    return Path(shutil.copytree(original, tmp_path / "store"))


@pytest.fixture
def child() -> Iterator[Child]:
    """Start processes that are ended with the test."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: object, code: str | None = None) -> subprocess.Popen[str]:
        program = ["-c", code] if code is not None else [str(CHILD)]
        process = subprocess.Popen(
            [sys.executable, *program, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def line(process: subprocess.Popen[str]) -> str:
    """The next line that a process prints."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_an_address_of_no_store_is_not_taken_for_a_folder() -> None:
    for address in ("http://localhost", "file:///tmp/store", "postgresql://host/name"):
        with pytest.raises(UsageError, match="address"):
            open_store(address)


def test_nothing_is_made_before_the_first_load(tmp_path: Path) -> None:
    with open_store(tmp_path / "deep" / "store"):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("how", [{"create": False}, {"read_only": True}])
def test_a_store_that_is_missing_is_not_made(tmp_path: Path, how: dict[str, bool]) -> None:
    with pytest.raises(StoreUnavailable, match="load data first: graphkit load PATH"):
        open_store(tmp_path / "store", **how)
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_not_taken_for_a_store(tmp_path: Path) -> None:
    file = tmp_path / "store"
    file.write_text("mine")
    with pytest.raises(StoreUnavailable, match="file"):
        open_store(file)
    assert file.read_text() == "mine"


def test_another_folder_is_not_taken_for_a_store(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(StoreUnavailable, match="something other than a store"):
        open_store(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_an_empty_folder_can_become_a_store(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        assert store.load(STATED).nodes == Changes(added=2)
    with open_store(tmp_path, create=False) as store:
        assert len(list(store.nodes("Organisation"))) == 2


def test_names_with_spaces_and_accents_are_places(tmp_path: Path) -> None:
    path = tmp_path / "mój skład [1]*" / "skład"
    with open_store(path) as store:
        store.load(STATED)
    with open_store(path, read_only=True) as store:
        assert len(list(store.facts("MEMBER_OF"))) == 1


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="needs a user who may not write")
def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with open_store(tmp_path / "store") as store, pytest.raises(StoreUnavailable, match="store"):
        store.load(STATED)


def test_a_place_under_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with (
        open_store(tmp_path / "file" / "store") as store,
        pytest.raises(StoreUnavailable, match="no store can be made here"),
    ):
        store.load(STATED)


def test_a_store_for_reading_does_not_write(path: Path) -> None:
    before = {file.name: file.stat().st_mtime_ns for file in path.glob("*.bucket")}
    with open_store(path, read_only=True) as store:
        with pytest.raises(StoreError, match="read-only"):
            store.load(STATED)
        with pytest.raises(StoreError, match="read-only"):
            store.query("CREATE (:Place {id: 'x'})", write=True)
        assert len(list(store.nodes("Organisation"))) == 2
    assert {file.name: file.stat().st_mtime_ns for file in path.glob("*.bucket")} == before


def test_the_same_store_cannot_be_opened_twice_to_write(path: Path) -> None:
    with open_store(path) as store:
        with pytest.raises(StoreUnavailable, match="in use"):
            open_store(path)
        with pytest.raises(StoreUnavailable, match="in use"):
            open_store(path, read_only=True)
        assert len(list(store.nodes("Organisation"))) == 2
    with open_store(path):
        pass


def test_several_stores_are_open_at_once(original: Path, path: Path) -> None:
    with open_store(original, read_only=True) as one, open_store(path) as two:
        two.load(Dataset.of("test", [], []), prune=True)
        assert len(list(one.nodes("Organisation"))) == 2
        assert len(list(two.nodes("Organisation"))) == 0


def test_another_process_has_to_wait_for_a_writer(path: Path, child: Child) -> None:
    holder = child("hold", path, "write")
    assert line(holder) == "holding 2"
    for read_only in (False, True):
        with pytest.raises(StoreUnavailable, match="in use") as raised:
            open_store(path, read_only=read_only)
        assert "\n" not in str(raised.value)
    holder.communicate("")
    with open_store(path):
        pass


def test_processes_that_only_read_share(path: Path, child: Child) -> None:
    holder = child("hold", path, "read")
    assert line(holder) == "holding 2"
    with open_store(path, read_only=True) as store:
        assert len(list(store.nodes("Organisation"))) == 2
    with pytest.raises(StoreUnavailable, match="in use"):
        open_store(path)
    holder.communicate("")


def test_of_two_that_make_the_same_store_the_second_is_told(
    original: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new" / "store"
    marked = first_load._mark

    def overtaken(store: Path, name: str) -> object:
        marker = marked(store, name)
        shutil.copytree(original, path)
        return marker

    monkeypatch.setattr(first_load, "_mark", overtaken)
    with (
        open_store(path) as second,
        pytest.raises(StoreUnavailable, match="made here by another process meanwhile; load again"),
    ):
        second.load(STATED)
    assert [each.name for each in path.parent.iterdir()] == ["store"]
    with open_store(path, create=False) as store:
        assert store.load(STATED).facts == Changes(unchanged=1)


def test_a_holder_that_was_killed_holds_nothing(path: Path, child: Child) -> None:
    for read_only in (False, True):
        holder = child("hold", path, "write")
        assert line(holder) == "holding 2"
        holder.kill()
        holder.wait()
        with open_store(path, read_only=read_only) as store:
            assert len(list(store.nodes("Organisation"))) == 2


def cut(file: Path, size: int) -> None:
    with file.open("rb+") as opened:
        opened.truncate(size)


DAMAGES: dict[str, Callable[[Path], None]] = {
    "no schema": lambda path: (path / "schema.json").unlink(),
    "empty schema": lambda path: cut(path / "schema.json", 0),
    "half a schema": lambda path: cut(path / "schema.json", 2000),
    "another schema": lambda path: (path / "schema.json").write_text('{"types": {}}') and None,
    "half a marker": lambda path: cut(path / "graphkit-store.json", 30),
    "a marker of another": lambda path: (path / "graphkit-store.json").write_text("[]") and None,
    "no nodes": lambda path: next(path.glob("Cluster*Organisation_0.*.bucket")).unlink(),
    "no facts": lambda path: next(path.glob("MEMBER_OF_0.*.bucket")).unlink(),
    "half the facts": lambda path: cut(next(path.glob("MEMBER_OF_0.*.bucket")), 4096),
    "no dictionary": lambda path: next(path.glob("*.dict")).unlink(),
    "a garbled dictionary": lambda path: (
        next(path.glob("*.dict")).write_bytes(b"\xff" * 327680) and None
    ),
}


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_store_is_not_opened(path: Path, damage: str, read_only: bool) -> None:
    DAMAGES[damage](path)
    with pytest.raises(StoreUnavailable, match=r"damaged .*load the data again") as raised:
        open_store(path, read_only=read_only)
    assert "\n" not in str(raised.value)


def test_a_store_of_a_later_version_is_not_opened(path: Path) -> None:
    (path / "graphkit-store.json").write_text('{"format": 99, "files": {}}')
    with pytest.raises(StoreUnavailable, match="later graphkit"):
        open_store(path)


def test_leftovers_of_killed_loads_go_and_those_of_live_ones_stay(tmp_path: Path) -> None:
    dead, alive = tmp_path / "store.building-1", tmp_path / "store.building-2"
    others = tmp_path / "store2.building-1"
    for place in (dead, alive, others):
        (place / "store").mkdir(parents=True)
        (place / "store" / "x").write_text("")
    with FileLock(alive / "lock"):
        clear_leftovers(tmp_path / "store")
        assert sorted(file.name for file in tmp_path.iterdir()) == [alive.name, others.name]


def test_a_load_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def fail(what: str, _done: int, _of: int) -> None:
        if what == "facts":
            raise RuntimeError("mine")

    with open_store(tmp_path / "store") as store:
        with pytest.raises(RuntimeError, match="mine"):
            store.load(STATED, progress=fail)
        assert list(tmp_path.iterdir()) == []
        assert store.load(STATED).nodes == Changes(added=2)


def test_a_process_is_silent_and_ends_well(tmp_path: Path, child: Child) -> None:
    code = """
import sys
from pathlib import Path
from graphkit.store import open_store
sys.path.insert(0, sys.argv[2])
from store_child import generated
store = open_store(Path(sys.argv[1]))
store.load(generated(100, 0))
store.load(generated(100, 1), prune=True)
assert len(list(store.facts("MEMBER_OF"))) == 100
try:
    store.query("RETURN unknown")
except Exception:
    print("said", file=sys.stderr)
# left open on purpose
"""
    process = child(tmp_path / "store", CHILD.parent, code=code)
    out, err = process.communicate(timeout=120)
    assert (process.returncode, out, err) == (0, "", "said\n")
    with open_store(tmp_path / "store") as store:
        assert len(list(store.facts("MEMBER_OF"))) == 100
    assert [file.name for file in tmp_path.iterdir()] == ["store"]


def test_importing_stores_imports_no_engine(child: Child) -> None:
    code = """
import sys
import graphkit.store
graphkit.store.open_store("nowhere/to/be/seen").close()
graphkit.store.stored_queries()
print(sorted({"jpype", "arcadedb_embedded", "neo4j", "numpy", "networkx"} & set(sys.modules)))
"""
    out, err = child(code=code).communicate(timeout=60)
    assert (out, err) == ("[]\n", "")


def test_a_small_load_asks_java_for_less_memory_and_makes_the_same_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only `graphkit load` does: in other processes queries may follow, which need more to sort."""
    asked: list[str] = []
    start = jvm.start

    def note(*, default: str = jvm.DEFAULT_HEAP) -> None:
        asked.append(default)
        start()  # with the memory that other tests of this process need

    monkeypatch.setattr(jvm, "start", note)
    (tmp_path / "ties.csv").write_text("Source,Target\nAcme,Best\nBest,Cool\n")
    assert graphkit("load", "ties.csv", "--yes", cwd=tmp_path).returncode == 0
    by_command, by_library = tmp_path / "graphkit-store", tmp_path / "library"
    assert asked[0] == jvm.heap_to_load(5) == "640m"
    asked.clear()
    with open_store(by_library) as store:
        report = store.load(read_files([tmp_path / "ties.csv"]).dataset)
    assert asked[0] == jvm.DEFAULT_HEAP == "1g"
    with open_store(by_command, read_only=True) as store:
        assert [held.digest for held in store.datasets()] == [report.digest]
    first, second = (
        {file.name: file.read_bytes() for file in path.glob("*.bucket")}
        for path in (by_command, by_library)
    )
    assert first == second


def test_a_large_load_asks_for_more_memory_within_that_of_the_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By hand: 1,436,000 items of 1,280 bytes are 1,753 MiB, and the next multiple of 256 is 1,792;
    half of a machine of 3 GiB is 1,536 MiB.
    """
    for memory, expected in ((16, "1792m"), (3, "1536m"), (1, "1g"), (0, "1792m")):
        monkeypatch.setattr(jvm, "_memory_of_machine", lambda memory=memory: memory << 30)
        assert jvm.heap_to_load(1_436_000) == expected
        assert jvm.heap_to_load(250_001) == "1g"


def test_a_heap_of_another_form_is_refused(path: Path, child: Child) -> None:
    code = """
import os, sys
os.environ["GRAPHKIT_HEAP"] = sys.argv[2]
from graphkit.store import open_store
try:
    open_store(sys.argv[1])
except Exception as error:
    print(type(error).__name__, error)
"""
    out, err = child(path, "lots", code=code).communicate(timeout=60)
    assert out.startswith("UsageError GRAPHKIT_HEAP=lots is not a size")
    out, err = child(path, "9999999g", code=code).communicate(timeout=60)
    assert (out.split(" is ")[0], err) == ("UsageError GRAPHKIT_HEAP=9999999g", "")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_a_query_cleanly(path: Path, child: Child, number: signal.Signals) -> None:
    process = child("query", path, ENDLESS)
    assert line(process) == "asking"
    time.sleep(1)
    process.send_signal(number)
    out, err = process.communicate(timeout=120)
    assert (process.returncode, out, err) == (7, "stopped\n", "")
    with open_store(path) as store:
        assert len(list(store.nodes("Organisation"))) == 2


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_sigterm_that_nobody_handles_kills_without_a_crash(path: Path, child: Child) -> None:
    process = child("hold", path, "write")
    assert line(process) == "holding 2"
    process.terminate()
    process.wait(timeout=120)
    assert process.stderr is not None
    assert (process.returncode, process.stderr.read()) == (-signal.SIGTERM, "")
    with open_store(path) as store:
        assert len(list(store.nodes("Organisation"))) == 2
