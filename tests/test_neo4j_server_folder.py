"""The folder of a Neo4j server: what is refused with a cure, and whose process it claims."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from graphkit.model import StoreError, UsageError
from graphkit.store.neo4j.server import Server
from graphkit.store.neo4j.server.folder import Folder
from graphkit.store.neo4j.server.process import began
from tests.neo4j_servers import run, start


def test_a_folder_that_holds_something_else_is_refused_and_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    for act in (Server(tmp_path).start, Server(tmp_path).stop, Server(tmp_path).status):
        with pytest.raises(UsageError, match=r"contains something else|not the folder of a server"):
            act()
    assert [each.name for each in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").touch()
    for place in (tmp_path / "file", tmp_path / "file" / "server"):
        with pytest.raises(UsageError, match="is a file; name a folder"):
            Server(place).start()


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere; Windows has ACLs"
)
def test_a_folder_that_cannot_be_written_is_refused(tmp_path):
    (tmp_path / "closed").mkdir(mode=0o500)
    with pytest.raises(UsageError, match=r"cannot be written: .*; choose another folder"):
        Server(tmp_path / "closed" / "server").start()


def test_data_of_a_later_version_are_refused(tmp_path):
    server = Server(tmp_path)
    state = {"version": "2026.08.1", "port": 7687, "pid": None, "started": None}
    (tmp_path / "graphkit-neo4j.json").write_text(json.dumps(state))
    with pytest.raises(
        StoreError, match=r"data of Neo4j 2026\.08\.1, .* use `version` 2026\.08\.1"
    ):
        server.start("5.26")


def test_a_pid_that_another_process_has_now_is_not_taken_for_the_server(tmp_path):
    state = {"version": "2026.08.1", "port": 7687, "pid": os.getpid(), "started": 1.0}
    state["home"] = str(tmp_path)
    (tmp_path / "graphkit-neo4j.json").write_text(json.dumps(state))
    server = Server(tmp_path)
    assert server.status().state == "crashed"
    server.kill()
    (tmp_path / "run").mkdir()
    assert not server.stop()
    assert server.status().state == "stopped"


@contextmanager
def stood_in(folder: Path):
    """A folder whose server is a process that does not stop when it is asked to."""
    script = "import signal, time; signal.signal(15, lambda *_: 0); print(1, flush=True)\n"
    process = subprocess.Popen(
        [sys.executable, "-c", script + "while True: time.sleep(1)"], stdout=subprocess.PIPE
    )
    try:
        process.stdout.readline()
        (folder / "run").mkdir(parents=True)
        state = {"version": "2026.08.1", "port": 7687, "pid": process.pid}
        state |= {"started": began(process.pid), "home": str(folder.resolve())}
        (folder / "graphkit-neo4j.json").write_text(json.dumps(state))
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def test_a_copy_of_a_folder_does_not_claim_the_process(tmp_path):
    with stood_in(tmp_path / "server") as process:
        shutil.copytree(tmp_path / "server", tmp_path / "copy")
        assert Server(tmp_path / "server").status().state == "running"
        copy = Server(tmp_path / "copy")
        assert copy.status().state == "crashed"
        copy.kill()
        assert copy.stop() is None
        assert process.poll() is None


def test_a_server_that_does_not_stop_is_killed_and_that_is_said(tmp_path):
    with stood_in(tmp_path / "server"):
        said = run("stop", tmp_path / "server", "--wait", "0.2").stderr
        assert said == "The server did not stop within 0.2 s and was killed. Its data are kept.\n"
    assert Server(tmp_path / "server").status().state == "stopped"


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_a_folder_that_others_can_write_is_refused(tmp_path, monkeypatch):
    home = tmp_path / "server"
    home.mkdir()
    for state in (None, {"version": "2026.08.1", "port": 7687}):
        if state is not None:
            (home / "graphkit-neo4j.json").write_text(json.dumps(state))
        for mode in (0o770, 0o702):
            home.chmod(mode)
            with pytest.raises(UsageError, match=r"written by other users; .* chmod go-w /"):
                Server(home).start(port=0)
    with pytest.raises(UsageError, match="written by other users"):
        Server(home).status()
    home.chmod(0o755)
    assert Server(home).status().state == "stopped"
    monkeypatch.setattr(os, "geteuid", lambda: home.stat().st_uid + 1)
    for act in (Server(home).status, Server(home).stop, lambda: Server(home).start(port=0)):
        with pytest.raises(UsageError, match="belongs to another user"):
            act()


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda path: path.write_text(""), "is empty"),
        (lambda path: path.symlink_to("nothing"), "not there"),
        (lambda path: path.mkdir(), "cannot be read"),
        (lambda path: path.write_bytes(b"\xff"), "holds no password"),
        (lambda path: [path.write_text("known"), path.chmod(0o644)], "chmod 600 /"),
    ],
)
@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights and few links")
def test_a_password_file_that_is_none_is_said(tmp_path, made, said):
    made(tmp_path / "password")
    with pytest.raises(StoreError, match=said):
        Folder(tmp_path).password()


@pytest.mark.parametrize(
    "state",
    [
        {"version": 5, "port": 1},
        {"version": "2026.08.1", "port": "1"},
        {"version": "2026.08.1", "port": 1, "pid": "1", "started": 1.0},
        {"version": "2026.08.1", "port": 1, "pid": 1, "started": [1]},
        {"version": "2026.08.1", "port": 1, "more": 1},
        ["2026.08.1"],
    ],
)
def test_a_damaged_state_is_said(tmp_path, state):
    (tmp_path / "graphkit-neo4j.json").write_text(json.dumps(state))
    with pytest.raises(StoreError, match="is damaged; empty the file"):
        Server(tmp_path).status()


def test_a_lost_password_is_said_and_no_new_one_made(tmp_path, monkeypatch):
    server = Server(tmp_path)
    state = {"version": "2026.08.1", "port": 7687, "pid": None, "started": None}
    (tmp_path / "graphkit-neo4j.json").write_text(json.dumps(state))
    (tmp_path / "data" / "databases" / "system").mkdir(parents=True)
    monkeypatch.setattr("graphkit.store.neo4j.server.server.fetch", lambda *_: tmp_path)
    with pytest.raises(StoreError, match=r"password is gone, .* write it into that file"):
        start(server)
    assert not (tmp_path / "password").exists()
