"""Real Neo4j servers for the tests, of both versions: `neo4j_526` and `neo4j_2026`.

Import the fixtures into `conftest.py`. A server belongs to one pytest process, so to one worker of
xdist: Community has a single database, which tests empty, and two workers cannot share that. It is
started when the first test asks for it, and killed at the end; when pytest itself is killed, a
process that watches it kills the server.

With NEO4J_URI set, that server's default database stands for both versions; it must be empty at the
start, and is emptied at the end. In CI (`CI` is set) nothing is skipped: what cannot be had is a
failure.
"""

from __future__ import annotations

import functools
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import neo4j
import pytest
from click.testing import CliRunner, Result

from graphkit.model import StoreUnavailable
from graphkit.store.neo4j.server import VERSIONS, Running, Server, fetch, gds, jars

# Compiling less halves the time that a server takes to start; not verifying classes saves a quarter
# of the rest. With more room for classes and compiled code Java need not look again and again for
# what could go. Tests empty the database again and again, and the server would plan every statement
# anew when the number of nodes has changed, and for each order of length of its texts and lists.
QUICK_JAVA = (
    "-XX:TieredStopAtLevel=1 -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote "
    "-XX:MetaspaceSize=192m -XX:ReservedCodeCacheSize=240m"
)
QUICK = {
    "server.jvm.additional": QUICK_JAVA,
    "dbms.cypher.min_replan_interval": "1h",
    "dbms.cypher.statistics_divergence_threshold": "1",
    "internal.cypher.use_parameter_size": "false",
}
HEAP = "512m"
WAIT = 300.0

_PREFIX = "graphkit-tests-neo4j-"

# Reads folders, a line each, until the other end is closed, by whatever end the tests come to.
_WATCH = f"""
import pathlib, shutil, signal, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)
from graphkit.store.neo4j.server import Server
for folder in sys.stdin.read().splitlines():
    try:
        Server(folder).kill()
        if pathlib.Path(folder).name.startswith("{_PREFIX}"):
            shutil.rmtree(folder, ignore_errors=True)
    except Exception as error:
        print(folder, error, file=sys.stderr)
"""


@dataclass(frozen=True)
class Neo4j:
    """A server to test against; `server` is None when it is not ours."""

    uri: str
    username: str
    password: str
    server: Server | None = None

    def driver(self) -> neo4j.Driver:
        return neo4j.GraphDatabase.driver(self.uri, auth=(self.username, self.password))

    def clear(self) -> None:
        """Remove every node and relationship; constraints take long to make and stay."""
        with self.driver() as driver:
            driver.execute_query("MATCH (n) DETACH DELETE n")

    def empty(self) -> None:
        """Remove every node, relationship, constraint and index."""
        self.clear()
        with self.driver() as driver:
            for kind, kinds in (("CONSTRAINT", "CONSTRAINTS"), ("INDEX", "INDEXES")):
                for row in driver.execute_query(f"SHOW {kinds} YIELD *").records:
                    if row.get("type") != "LOOKUP":
                        driver.execute_query(f"DROP {kind} `{row['name']}`")


@pytest.fixture(scope="session")
def neo4j_526() -> Iterator[Neo4j]:
    yield from _lent("5.26")


@pytest.fixture(scope="session")
def neo4j_2026() -> Iterator[Neo4j]:
    yield from _lent("2026")


@contextmanager
def a_server(folder: Path) -> Iterator[Server]:
    """A server in a folder, whatever becomes of it: none is left when the block is."""
    server = Server(folder)
    _watch(folder)
    try:
        yield server
    finally:
        server.kill()


def fetched(version: str) -> None:
    """See that a version can be started; otherwise skip the test, or fail in CI."""
    try:
        fetch(version)
    except StoreUnavailable as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))


def _lent(version: str) -> Iterator[Neo4j]:
    lent = _server(version)
    yield lent
    if lent.server is None:
        lent.empty()
    else:
        lent.server.kill()
        shutil.rmtree(lent.server.folder, ignore_errors=True)


# By version, so that the fixtures may be imported in several places and give one server each.
@functools.cache
def _server(version: str) -> Neo4j:
    if uri := os.environ.get("NEO4J_URI"):
        return _given(uri)
    fetched(version)
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    _watch(folder)
    server = Server(folder)
    plugin = version == gds.VERSION and _can_have_plugin()
    now = server.start(version, port=0, heap=HEAP, settings=QUICK, gds=plugin, wait=WAIT)
    return Neo4j(now.uri, now.username, now.password, server)


def _can_have_plugin() -> bool:
    """Whether Graph Data Science can be had, which its own tests need and others do not."""
    try:
        jars.fetched(gds.GDS, gds.RELEASE)
    except StoreUnavailable:
        if os.environ.get("CI"):
            raise
        return False
    return True


@functools.cache
def _given(uri: str) -> Neo4j:
    if int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")) > 1:
        pytest.fail("NEO4J_URI names one database, and tests empty it: run pytest with -n 0")
    if os.environ.get("NEO4J_DATABASE"):
        pytest.fail("tests use the default database of NEO4J_URI; unset NEO4J_DATABASE")
    given = Neo4j(
        uri, os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", "")
    )
    with given.driver() as driver:
        held = (
            driver.execute_query(text).records
            for text in ("MATCH (n) RETURN n LIMIT 1", "SHOW CONSTRAINTS")
        )
        if any(held):
            pytest.fail(
                f"{uri} (NEO4J_URI) holds data or constraints, which the tests would delete; "
                "empty it, name another, or unset NEO4J_URI and the tests start their own"
            )
    return given


@functools.cache
def _watcher() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", _WATCH], stdin=subprocess.PIPE, start_new_session=True
    )


def _watch(folder: Path) -> None:
    pipe = _watcher().stdin
    assert pipe is not None
    pipe.write(f"{folder}\n".encode())
    pipe.flush()


def start(server: Server, version: str | None = None, **options: Any) -> Any:
    """Start a server on a free port, with little memory."""
    return server.start(version, **({"port": 0, "heap": HEAP, "wait": WAIT} | options))


def ask(server: Running, text: str) -> list[neo4j.Record]:
    """What a server answers."""
    auth = (server.username, server.password)
    with neo4j.GraphDatabase.driver(server.uri, auth=auth) as driver:
        return driver.execute_query(text).records  # type: ignore[arg-type]


def check_reached_and_kept_to_itself(server: Server, now: Running, version: str) -> None:
    """A server that was just started is of this version, answers this machine only, and no file of
    its holds the password but the one that only its owner can read.
    """
    import psutil

    row, *_ = ask(now, "CALL dbms.components() YIELD versions RETURN versions[0] AS version")
    assert row["version"] == VERSIONS[version]
    assert server.status().state == "running"
    assert any("Started." in line for line in server.log())
    if os.name == "posix":
        assert stat.S_IMODE(now.password_file.stat().st_mode) == 0o600
    for path in server.folder.rglob("*"):
        if path.is_file() and path != now.password_file:
            assert now.password.encode() not in path.read_bytes(), path
    found = psutil.Process(now.pid).net_connections()
    listening = {each.laddr.ip for each in found if each.status == psutil.CONN_LISTEN}
    assert listening <= {"127.0.0.1", "::ffff:127.0.0.1"}


def run(*arguments: object, code: int = 0) -> Result:
    """Run `graphkit neo4j` with these arguments."""
    from graphkit.cli.main import cli

    ran = CliRunner().invoke(cli, ["neo4j", *map(str, arguments)], prog_name="graphkit")
    if ran.exception is not None and not isinstance(ran.exception, SystemExit):
        raise ran.exception
    assert ran.exit_code == code, ran.output
    return ran
