"""Temporary folders: those of killed processes are cleared away, and no others."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from graphkit.sources import read_sample
from graphkit.store import open_store
from graphkit.store.embedded import temporary_folders
from graphkit.store.embedded.temporary_folders import clear_leftovers, temporary_folder
from tests.commands import graphkit
from tests.faulty_places import ROOT_ON_LINUX

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX")

ROOT = Path(__file__).parent.parent
NOBODY = 65534
PATIENCE = 60.0

PROCESS = """
import sys, tempfile
from pathlib import Path
from graphkit.store.embedded import temporary_folders
temporary_folders._IN_MEMORY = Path("/nowhere")
tempfile.tempdir = sys.argv[1]
with temporary_folders.temporary_folder("store") as place:
    (place / "content").write_text("secret")
    print(place, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only place for temporary folders."""
    place = tmp_path / "tmp"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    monkeypatch.setattr(temporary_folders, "_IN_MEMORY", tmp_path / "none")
    return place


def owner(folder: Path) -> tuple[subprocess.Popen[str], Path]:
    """A process that has a temporary folder, and the folder."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROCESS, folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    return process, Path(process.stdout.readline().strip())


def killed(folder: Path) -> Path:
    """The folder of a process that was killed."""
    process, place = owner(folder)
    process.kill()
    process.communicate()
    assert (place / "content").exists()
    return place


def test_the_next_one_removes_the_folder_of_a_killed_process(folder: Path) -> None:
    left = killed(folder)
    with temporary_folder("store") as mine:
        assert not left.exists()
        assert list(folder.iterdir()) == [mine]
        assert mine.stat().st_mode & 0o077 == 0
    assert list(folder.iterdir()) == []


def test_the_folder_of_a_living_process_stays(folder: Path) -> None:
    process, place = owner(folder)
    try:
        clear_leftovers()
        assert (place / "content").read_text() == "secret"
    finally:
        process.communicate()
    assert not place.exists()


def test_ones_own_folder_stays(folder: Path) -> None:
    with temporary_folder("store") as mine:
        clear_leftovers()
        assert mine.exists()


def test_other_things_of_a_like_name_stay(folder: Path) -> None:
    (folder / "graphkit-notes_12").mkdir()
    (folder / "graphkit-notes_12" / "mine.txt").touch()
    (folder / "graphkit-file__12").touch()
    (folder / "graphkit-link__12").symlink_to(killed(folder.parent))
    (folder / "graphkit-benchmark").mkdir()
    for place in folder.iterdir():
        os.utime(place, (0, 0), follow_symlinks=False)
    clear_leftovers()
    assert sorted(each.name for each in folder.iterdir()) == [
        "graphkit-benchmark",
        "graphkit-file__12",
        "graphkit-link__12",
        "graphkit-notes_12",
    ]
    assert (folder / "graphkit-link__12" / "content").exists()


def test_an_empty_folder_that_is_old_goes_and_a_new_one_stays(folder: Path) -> None:
    for name in ("the__old", "the__new"):
        (folder / f"graphkit-{name}").mkdir()
    os.utime(folder / "graphkit-the__old", (0, 0))
    clear_leftovers()
    assert [each.name for each in folder.iterdir()] == ["graphkit-the__new"]


@ROOT_ON_LINUX
def test_the_folder_of_another_user_stays(folder: Path) -> None:
    left = killed(folder)
    for each in (left, *left.iterdir()):
        os.chown(each, NOBODY, NOBODY)
    clear_leftovers()
    assert (left / "content").exists()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("left") / "store"
    with open_store(path) as opened:
        opened.load(read_sample())
    return path


@pytest.mark.parametrize("command", [("serve", "--port", "0"), ("rank",)])
def test_what_a_killed_command_left_goes_with_the_next_command(
    store: Path, folder: Path, command: tuple[str, ...]
) -> None:
    code = (
        "import sys, time; from pathlib import Path; "
        "from graphkit.store.embedded import temporary_folders; "
        "temporary_folders._IN_MEMORY = Path('/nowhere'); "
        "from graphkit.network import Network; "
        "Network.of = lambda *a, **k: time.sleep(3600); "
        "from graphkit.cli.main import main; main()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, *command, "--store", store],
        env={**os.environ, "TMPDIR": str(folder), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
    )
    until = time.monotonic() + PATIENCE
    while sum(1 for _ in folder.glob("graphkit-*/*/schema.json")) < 1:
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert list(folder.glob("graphkit-*"))
    ran = graphkit("info", "--store", store, cwd=folder.parent, TMPDIR=str(folder))
    assert ran.returncode == 0, ran.stderr
    assert list(folder.iterdir()) == []
