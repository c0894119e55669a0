"""The archive of Java's classes: which file is used, who makes it, and that no answer changes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from graphkit.caches import cache_folder
from graphkit.store.embedded import java_cache, java_training
from graphkit.store.embedded.java_cache import SETTING, Archive, archive_for
from graphkit.store.embedded.machine import Machine, installed
from tests.commands import ENVIRONMENT, graphkit, graphkit_process

CONTENT = b"classes" * 1000


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """An archive for no Java: a file with a good name in a folder that only its user writes to."""
    found = Archive(tmp_path / "java", "key")
    assert found.make_folder()
    keep(found, CONTENT)
    return found


def keep(archive: Archive, content: bytes, named_for: bytes | None = None) -> Path:
    """Write a file whose name has the sum of that content; zlib's own sum is what it is for."""
    path = archive.folder / f"{archive.key}-{zlib.crc32(named_for or content):08x}.aot"
    path.write_bytes(content)
    path.chmod(0o600)
    return path


def test_a_whole_file_of_this_user_is_used(archive):
    path = archive.path()
    assert path is not None
    assert path.read_bytes() == CONTENT
    assert archive.options() == [f"-XX:AOTCache={path}", "-XX:AOTMode=auto"]
    assert archive.folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [b"", CONTENT[:-1], CONTENT[:3500] + b"?" + CONTENT[3501:]])
def test_what_is_cut_short_or_damaged_is_not_used(archive, content):
    keep(archive, content, named_for=CONTENT)
    assert archive.options() == []


def test_what_others_could_have_written_is_not_used(archive, tmp_path):
    path = archive.path()
    path.chmod(0o620)
    assert archive.options() == []
    path.chmod(0o600)
    archive.folder.chmod(0o707)
    assert archive.options() == []
    archive.folder.chmod(0o700)
    assert archive.options() != []
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert archive.options() == []


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no owners of files")
def test_a_file_of_another_user_is_not_used(archive, monkeypatch):
    monkeypatch.setattr(os, "getuid", lambda: os.geteuid() + 1)
    assert archive.options() == []


def test_its_name_says_all_that_it_depends_on(tmp_path, monkeypatch):
    monkeypatch.setenv(SETTING, str(tmp_path / "java"))
    for name in ("libjvm.so", "engine.jar", "org.jpype.jar"):
        (tmp_path / name).write_bytes(b"1")
    files = [tmp_path / name for name in ("libjvm.so", "java", "engine.jar", "org.jpype.jar")]
    machine = Machine(files[0], files[1], (files[2],), files[3])
    keys = [archive_for(machine).key, archive_for(machine).key]
    assert len(set(keys)) == 1
    for changed in (files[0], files[2], files[3]):
        changed.write_bytes(b"12")
        keys.append(archive_for(machine).key)
    os.utime(files[2], (1, 1))
    keys.append(archive_for(machine).key)
    keys.append(archive_for(replace(machine, jars=(files[2], files[3]))).key)
    monkeypatch.setattr(java_cache, "OPTIONS", (*java_cache.OPTIONS, "-Xint"))
    keys.append(archive_for(machine).key)
    assert len(set(keys)) == 7


def test_there_is_none_where_it_is_turned_off_or_java_has_options_of_its_own(monkeypatch, tmp_path):
    for name in (SETTING, "JAVA_TOOL_OPTIONS", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    assert archive_for(installed()).folder == cache_folder() / "java"
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-Xshare:off")
    assert archive_for(installed()) is None
    monkeypatch.delenv("JAVA_TOOL_OPTIONS")
    monkeypatch.setenv(SETTING, "Off")
    assert archive_for(installed()) is None
    monkeypatch.setenv(SETTING, str(tmp_path))
    assert archive_for(installed()).folder == tmp_path
    # For such a folder JPype loads classes in its own way, with which Java refuses an archive.
    assert archive_for(replace(installed(), of_jpype=tmp_path / "ż" / "org.jpype.jar")) is None


def told(path: Path) -> str:
    """What a stand-in for Python was started with, once it was."""
    for _ in range(200):
        if path.exists() and (text := path.read_text()).endswith("\n"):
            return text
        time.sleep(0.05)
    raise AssertionError(f"{path} was not written")


@pytest.mark.skipif(sys.platform == "win32", reason="a script of the shell stands for Python")
def test_the_first_process_has_it_made_when_it_ends(archive, tmp_path, monkeypatch):
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\necho "$@ ${SETTING}" >>{tmp_path}/told\n')
    python.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(python))
    archive._make()  # it is there by then
    archive.path().unlink()
    archive.failed.touch()
    archive._make()  # it could not be made a moment ago
    Archive(tmp_path / "python" / "java", "key")._make()  # there can be no such folder
    assert not (tmp_path / "told").exists()
    os.utime(archive.failed, (1, 1))
    with archive.lock():
        archive._make()  # another process makes it now
    archive._make()
    asked = f"-m graphkit.store.embedded.java_training {archive.folder}\n"
    assert told(tmp_path / "told") == asked


def test_one_process_at_a_time_makes_it(tmp_path, monkeypatch):
    monkeypatch.setenv(SETTING, str(tmp_path / "java"))
    (tmp_path / "java").mkdir(mode=0o700)
    with archive_for(installed()).lock():
        java_training.main()
    assert [each.name for each in (tmp_path / "java").iterdir()] == ["lock"]


def test_what_fails_is_told_from_what_was_never_tried(tmp_path, monkeypatch):
    monkeypatch.setenv(SETTING, str(tmp_path / "java"))
    left = tmp_path / "java" / "making-killed"
    left.mkdir(parents=True)
    (tmp_path / "java").chmod(0o700)

    def fail(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(java_training, "_make", fail)
    with pytest.raises(OSError, match="no space left"):
        java_training.main()
    archive = archive_for(installed())
    assert archive.has_failed()
    assert sorted(each.name for each in archive.folder.iterdir()) == [archive.failed.name, "lock"]
    said = graphkit("doctor", cwd=tmp_path, **{SETTING: str(archive.folder)}).stdout
    assert "java      starts without an archive of its classes, which could not be made" in said


def test_the_archives_that_were_used_last_stay(archive):
    os.utime(archive.path(), (1, 1))
    for age in range(7):
        path = archive.folder / f"other{age}-00000000.aot"
        path.touch()
        os.utime(path, (1000 - age, 1000 - age))
    assert archive.options() != []
    java_training._drop_old(archive)
    kept = sorted(each.name.partition("-")[0] for each in archive.folder.glob("*.aot"))
    assert kept == ["key", *(f"other{age}" for age in range(5))]


@pytest.fixture(scope="module")
def made() -> Archive:
    """The archive that the tests' processes share, made here unless `make test` has made it."""
    archive = archive_for(installed())
    assert archive is not None
    command = [sys.executable, "-m", "graphkit.store.embedded.java_training"]
    for _ in range(600):
        if archive.path():
            return archive
        subprocess.run(command, check=False, timeout=300)  # at once where another makes it
        time.sleep(0.2)
    raise AssertionError("the archive of Java's classes was not made")


USED = """
import sys
from pathlib import Path
from graphkit.store import open_store
with open_store("graphkit-store", read_only=True) as store:
    count = store.query("MATCH (n:Organisation) RETURN count(n)").rows
    print(count, sys.argv[1] in Path("/proc/self/maps").read_text())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a process has mapped")
def test_java_uses_it_with_another_heap_than_it_was_made_with(made, sample):
    ran = subprocess.run(
        [sys.executable, "-c", USED, str(made.path())],
        cwd=sample,
        env={**ENVIRONMENT, "GRAPHKIT_HEAP": "3g"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stdout, ran.stderr) == ("((53,),) True\n", "")


QUESTION = ("query", "in-several-clusters", "--format", "csv")


def test_no_answer_depends_on_it(made, sample, tmp_path):
    """One that fits, half of one with a name that lets it through to Java, an impossible folder."""
    expected = graphkit(*QUESTION, cwd=sample)
    half = Archive(tmp_path / "half", made.key)
    assert half.make_folder()
    whole = made.path().read_bytes()
    keep(half, whole[: len(whole) // 2])
    for folder in (made.folder, half.folder, Path(__file__) / "java"):
        ran = graphkit_process(*QUESTION, cwd=sample, **{SETTING: str(folder)})
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, expected.stdout, expected.stderr)
