"""What the system or the user does to a store that is healthy: each has its message and its cure,
and none is called damage or a defect.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from graphkit.model import StoreError, StoreUnavailable, UsageError
from graphkit.network import Network
from graphkit.store import open_store, parse_parameters, verify
from graphkit.store.parameters import check_values
from tests.faulty_places import ROOT_ON_LINUX, command, disk, ordinary_user
from tests.networks import dataset

STATED = dataset({"kom": "Cluster", "a": "Company"}, members=[("a", "kom")])
MORE = dataset({"kom": "Cluster", "a": "Company", "b": "Company"}, members=[("b", "kom")])
ROOT = Path(__file__).parent.parent
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such names or modes")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store that no test changes."""
    path = tmp_path_factory.mktemp("original") / "store"
    with open_store(path) as store:
        store.load(STATED)
    return path


def works(path: Path) -> None:
    """A store is made at a place, read, changed and written to there."""
    with open_store(path) as store:
        store.load(STATED)
    with open_store(path, read_only=True) as store:
        assert len(list(store.nodes("Organisation"))) == 2
    with open_store(path) as store:
        store.load(MORE)
        store.query("CREATE (:Place {id: 'p'})", write=True)
    with open_store(path, read_only=True) as store:
        assert len(list(store.nodes("Organisation"))) == 3
        assert store.query("MATCH (p:Place) RETURN p.id").rows == (("p",),)


@pytest.mark.parametrize("name", ["..x", "a..b", "x..", ".x", '-x\n"*b?'])
@POSIX
def test_any_name_is_a_place(tmp_path: Path, name: str) -> None:
    works(tmp_path / name)


@POSIX
def test_a_name_that_is_not_utf8_is_a_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9")
    works(path)
    assert command("info", "--store", path) == 0
    next(path.glob("*.dict")).unlink()
    assert command("info", "--store", path) == 4
    assert "caf\\udce9: this store is damaged (dict" in capsys.readouterr().err


@POSIX
def test_a_place_with_accents_works_where_the_language_settings_know_none(tmp_path: Path) -> None:
    code = f"from tests.test_store_refusals import *; works(Path({str(tmp_path / 'skład')!r}))"
    subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        check=True,
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
    )


def test_too_few_file_handles_are_said(original: Path) -> None:
    resource = pytest.importorskip("resource")
    code = """
import resource, sys
resource.setrlimit(resource.RLIMIT_NOFILE, (140, 140))
from graphkit.cli.main import main
main(["info", "--store", sys.argv[1]])
"""
    assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] > 140
    ran = subprocess.run(
        [sys.executable, "-c", code, str(original)], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (4, "")
    assert "too few file handles" in ran.stderr
    assert "may open 140; allow more (ulimit -n 1024)" in ran.stderr


def test_a_low_limit_of_file_handles_is_raised_as_far_as_it_may_be(original: Path) -> None:
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (200, limits[1]))
    try:
        with open_store(original, read_only=True) as store:
            assert len(list(store.nodes("Organisation"))) == 2
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)


@POSIX
@pytest.mark.skipif(
    getattr(os, "geteuid", int)() == 0 and sys.platform != "linux", reason="root may do everything"
)
def test_a_forbidden_folder_is_said(
    original: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "text").write_text("CREATE (:Place {id: 'p'})")
    parent = tmp_path / "parent"
    shutil.copytree(original, parent / "store")
    parent.chmod(0)
    try:
        with ordinary_user():
            for words in (["info"], ["query", "--write", "--file", tmp_path / "text"]):
                assert command(*words, "--store", parent / "store") == 4
                said = capsys.readouterr().err
                assert str(parent / "store") in said
                assert "may not be read; let its owner give you the right" in said
            with (
                pytest.raises(StoreUnavailable, match="may not be read"),
                open_store(parent / "new") as store,
            ):
                store.load(STATED)
        parent.chmod(0o500)
        with (
            ordinary_user(),
            pytest.raises(StoreUnavailable, match="may not be written; let its owner"),
            open_store(parent / "new") as store,
        ):
            store.load(STATED)
    finally:
        parent.chmod(0o700)


@ROOT_ON_LINUX
def test_no_free_inodes_are_said(original: Path, tmp_path: Path) -> None:
    with disk(tmp_path / "disk", "size=80m,nr_inodes=300") as place:
        path = Path(shutil.copytree(original, place / "store"))
        for number in range(300):
            try:
                (place / str(number)).touch()
            except OSError:
                break
        for target in (path, place / "new"):
            with (
                pytest.raises(
                    StoreUnavailable, match="too few free inodes; remove files"
                ) as raised,
                open_store(target) as store,
            ):
                store.load(MORE)
            assert str(target) in str(raised.value)
        with open_store(path, read_only=True) as store:
            assert len(list(store.nodes("Organisation"))) == 2


@ROOT_ON_LINUX
def test_too_few_inodes_for_a_first_load_are_said(tmp_path: Path) -> None:
    """By then the files that were made are gone again, so that some inodes are free."""
    with disk(tmp_path / "disk", "size=80m,nr_inodes=60") as place:
        with (
            pytest.raises(StoreUnavailable, match="too few free inodes; remove files"),
            open_store(place / "store") as store,
        ):
            store.load(MORE)
        assert list(place.iterdir()) == []


@POSIX
def test_a_garbled_log_of_changes_is_said(original: Path, tmp_path: Path) -> None:
    path = Path(shutil.copytree(original, tmp_path / "store"))
    code = """
import os, signal, sys
from graphkit.store import open_store
store = open_store(sys.argv[1])
for n in range(20):
    store.query("CREATE (:Place {id: $id})", {"id": f"12345678-{n}"}, write=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run(
        [sys.executable, "-c", code, str(path)],
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    logs = [log for log in path.glob("*.wal") if log.stat().st_size]
    assert logs
    for log in logs:  # something within a record, so that whole records follow
        content = log.read_bytes()
        at = content.index(b"12345678", len(content) // 4)
        log.write_bytes(content[:at] + b"\xff" * 400 + content[at + 400 :])
    for read_only in (True, False):
        with pytest.raises(StoreUnavailable, match=r"\.wal.*garbled.*backup") as raised:
            open_store(path, read_only=read_only)
        assert "\n" not in str(raised.value)


def test_a_value_that_is_nested_too_deeply_is_said() -> None:
    for text in ("[" * 100_000, "[" * 100_000 + "]" * 100_000, '{"a":' * 100_000):
        with pytest.raises(UsageError, match="parameter x"):
            parse_parameters([f"x=json:{text}"])
    value: list[object] = []
    for _ in range(2000):
        value = [value]
    with pytest.raises(UsageError, match=r"parameter x: a list is not a value .* more than 100"):
        check_values({"x": value})


@pytest.mark.parametrize("depth", [100, 5000])
def test_a_value_that_cypher_nested_too_deeply_is_named_with_the_cure(
    original: Path, tmp_path: Path, depth: int
) -> None:
    deep = f"reduce(list = [1], i IN range(1, {depth}) | [list])"
    with open_store(Path(shutil.copytree(original, tmp_path / "store"))) as store:
        with pytest.raises(StoreError, match=r"^so deep: this value is nested more than 100"):
            store.query(f"RETURN 1 AS flat, {deep} AS `so deep`")
        for found, name in (
            ("(r:Organisation)", "Organisation.aliases"),
            ("(r:Organisation)", "Organisation.own"),
            ("()-[r:MEMBER_OF]->()", "MEMBER_OF.sourceIds"),
            ("()-[r:MEMBER_OF]->()", "MEMBER_OF.own"),
        ):
            column = name.partition(".")[2]
            store.query(f"MATCH {found} SET r.{column} = {deep}", write=True)
            for read in (Network.of, verify, lambda store: store.load(STATED)):
                with pytest.raises(StoreError, match=f"^{name}: the store holds") as raised:
                    read(store)
            cure = re.search(r"by Cypher \((.*)\) and load the data again$", str(raised.value))
            assert cure is not None
            store.query(cure[1], write=True)
            store.load(STATED)
            assert verify(store, STATED).differences == ()


def test_a_value_that_the_engine_itself_cannot_follow_is_said(original: Path) -> None:
    with (
        open_store(original, read_only=True) as store,
        pytest.raises(StoreError, match="nested too deeply; use less of it"),
    ):
        store.query("RETURN reduce(list = [1], i IN range(1, 100000) | [list]) AS deep")
