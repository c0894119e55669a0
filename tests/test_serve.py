"""`graphkit serve`: a real server for the official driver, what it refuses, and how it ends."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import neo4j
import psutil
import pytest
from neo4j.exceptions import AuthError, ClientError, DriverError, Neo4jError

from graphkit.model import StoreUnavailable, UsageError
from graphkit.sources import read
from graphkit.store import open_store, stored_queries
from graphkit.store.embedded import bolt_login
from graphkit.store.embedded.bolt import Served, serve
from graphkit.store.neo4j.values import to_python
from tests.commands import graphkit

ROOT = Path(__file__).parent.parent
QUERIES = {query.name: query for query in stored_queries()}
PATIENCE = 60.0

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows cannot send these signals")

NODES = "MATCH (n) RETURN labels(n) AS labels, n ORDER BY n.id, labels"
TIES = "MATCH (a)-[r]->(b) RETURN a.id, type(r) AS type, r, b.id ORDER BY type, r.id"

WRITES = (
    "CREATE (:Organisation {id: 'x'})",
    "MERGE (o:Organisation {id: 'x'}) RETURN o.id",
    "MATCH (o:Organisation {id: 'kom'}) SET o.name = 'x'",
    "MATCH (o:Organisation {id: 'kom'}) SET o = {}",
    "MATCH (o:Organisation {id: 'kom'}) REMOVE o.name",
    "MATCH (o:Organisation {id: 'kom'}) SET o:Other",
    "MATCH (o:Organisation {id: 'kom'}) REMOVE o:Cluster",
    "MATCH (a:Organisation {id: 'kom'}), (b:Organisation {id: 'chm'}) CREATE (a)-[:TIED]->(b)",
    "MATCH (a:Organisation {id: 'kom'}), (b:Organisation {id: 'chm'}) "
    "CREATE (a)-[:MEMBER_OF {id: 'x'}]->(b)",
    "MATCH ()-[r:MEMBER_OF]->() SET r.note = 'x'",
    "MATCH ()-[r:MEMBER_OF]->() DELETE r",
    "MATCH (n) DETACH DELETE n",
    "MATCH (o:Organisation) CALL { WITH o SET o.x = 1 } IN TRANSACTIONS OF 10 ROWS",
    "UNWIND [1] AS i FOREACH (x IN [i] | CREATE (:Organisation {id: 'x'}))",
    "CALL merge.node(['Organisation'], {id: 'x'}, {}, {}) YIELD node RETURN node",
    "CREATE CONSTRAINT other IF NOT EXISTS FOR (o:Organisation) REQUIRE o.other IS UNIQUE",
    "CREATE INDEX other FOR (o:Organisation) ON (o.other)",
    "DROP CONSTRAINT `MEMBER_OF[id]`",
    "DROP INDEX `MEMBER_OF[id]`",
)

REACHING_OUT = (
    "LOAD CSV FROM $file AS line RETURN line",
    "LOAD CSV FROM $path AS line RETURN line",
    "LOAD CSV FROM $address AS line RETURN line",
    "CALL apoc.load.json($file)",
    "CALL apoc.export.csv.all($path, {})",
    "CALL dbms.setConfigValue('arcadedb.opencypher.loadCsv.allowFileUrls', 'true')",
    "CALL sql('SELECT 1')",
    "CALL js('1 + 1')",
    "RETURN js('1 + 1')",
    "IMPORT DATABASE 'file:///etc/hostname'",
    "EXPORT DATABASE 'file:///tmp/out'",
    "BACKUP DATABASE",
    "ALTER DATABASE `arcadedb.opencypher.loadCsv.allowFileUrls` true",
    "CREATE DATABASE other",
    "CREATE USER eve SET PASSWORD 'evilevil'",
    "ALTER USER graphkit SET PASSWORD 'evilevil'",
    "DROP USER graphkit",
    "SHOW USERS",
)

ENDLESS = (
    "UNWIND range(1, 30000) AS a UNWIND range(1, 30000) AS b UNWIND range(1, 30000) AS c "
    "RETURN count(*) AS n"
)
# Inside one expression the engine hears nothing.
DEAF = "RETURN size([x IN range(1, 60000) WHERE any(y IN range(1, 30000) WHERE y < 0)]) AS n"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory) -> Path:
    """A store with the sample, to be copied."""
    path = tmp_path_factory.mktemp("loaded") / "store"
    with open_store(path) as store:
        store.load(read(ROOT / "graphkit" / "demo"))
    return path


@pytest.fixture
def store(loaded, tmp_path) -> Path:
    return Path(shutil.copytree(loaded, tmp_path / "store"))


@pytest.fixture(scope="module")
def known(loaded) -> dict:
    """What the store itself answers, opened directly."""
    with open_store(loaded, create=False, read_only=True) as opened:
        answers = {name: opened.query(each.text, each.example) for name, each in QUERIES.items()}
        return answers | {text: opened.query(text) for text in (NODES, TIES)}


@pytest.fixture(scope="module")
def served(loaded, known, tmp_path_factory):
    """A server that lets its clients read; what they did to the store is looked at in the end."""
    path = tmp_path_factory.mktemp("served") / "store"
    shutil.copytree(loaded, path)
    before = {file.name for file in path.iterdir()}
    with serve(path, port=0) as now:
        yield now
    assert {file.name for file in path.iterdir()} == before
    assert content(path) == {text: known[text] for text in (NODES, TIES)}


@pytest.fixture(scope="module")
def driver(served):
    with connected(served) as driver:
        yield driver


def connected(served: Served, **options) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(
        served.uri, auth=(served.username, served.password), max_transaction_retry_time=0, **options
    )


def content(path: Path) -> dict:
    """All nodes and relationships of a store; it can be opened, so it is whole."""
    with open_store(path, create=False, read_only=True) as opened:
        return {text: opened.query(text) for text in (NODES, TIES)}


def listening(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


def environment(tmp: Path, **more: str) -> dict[str, str]:
    tmp.mkdir(exist_ok=True)
    quiet = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
    return quiet | {"PYTHONPATH": str(ROOT), "TMPDIR": str(tmp), "TEMP": str(tmp)} | more


@dataclass
class Running:
    """A `graphkit serve`, with what it has printed so far."""

    process: subprocess.Popen
    folder: Path

    def printed(self) -> str:
        return (self.folder / "out.txt").read_text("utf-8")

    def said(self) -> str:
        return (self.folder / "err.txt").read_text("utf-8")

    def settings(self) -> dict[str, str]:
        """What it says is to be exported."""
        (line,) = (each for each in self.printed().splitlines() if each.startswith("export "))
        return dict(each.split("=", 1) for each in line.split()[1:])

    def served(self) -> Served:
        return Served(*self.settings().values())

    def stop(self, number: int) -> int:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


@contextmanager
def running(store: Path, *options):
    """`graphkit serve` in a process, its temporary folder beside the store."""
    folder = store.parent
    with (folder / "out.txt").open("w") as out, (folder / "err.txt").open("w") as err:
        process = subprocess.Popen(
            [sys.executable, "-m", "graphkit", "serve", "--store", store, "--port", "0", *options],
            cwd=folder,
            stdout=out,
            stderr=err,
            env=environment(folder / "tmp"),
        )
    now = Running(process, folder)
    try:
        until = time.monotonic() + PATIENCE
        while "Ctrl-C" not in now.said():
            assert process.poll() is None, now.said()
            assert time.monotonic() < until
            time.sleep(0.05)
        yield now
    finally:
        process.kill()
        process.wait()


@pytest.mark.parametrize("name", QUERIES)
def test_the_driver_gets_the_rows_that_the_store_gives(driver, known, name):
    query, expected = QUERIES[name], known[name]
    records, _, columns = driver.execute_query(query.text, dict(query.example))
    # Without a row the engine tells its clients no columns.
    assert tuple(columns) == (expected.columns if expected.rows else ())
    rows = tuple(tuple(to_python(value) for value in record) for record in records)
    assert list(map(repr, rows)) == list(map(repr, expected.rows))


def test_it_is_reached_by_every_kind_of_transaction_and_name(served):
    def one(transaction):
        return transaction.run("RETURN 1 AS one").single()["one"]

    with connected(served) as driver:
        for database in (None, "neo4j", "store"):
            with driver.session(database=database) as session:
                assert one(session) == 1
                assert session.execute_read(one) == 1
                assert session.execute_write(one) == 1
                with session.begin_transaction() as transaction:
                    assert one(transaction) == 1
    assert repr(served.password) not in repr(served)


@pytest.mark.parametrize("text", WRITES)
def test_a_write_is_refused(driver, text):
    for access in (neo4j.READ_ACCESS, neo4j.WRITE_ACCESS):
        with driver.session(default_access_mode=access) as session:
            with pytest.raises(Neo4jError):
                session.run(text).consume()
            with pytest.raises(Neo4jError):
                session.execute_write(lambda transaction: transaction.run(text).consume())


@pytest.mark.parametrize("text", REACHING_OUT)
def test_a_reader_reaches_nothing_but_the_store(driver, tmp_path, text):
    assert_refused(driver, tmp_path, text)


def assert_refused(driver, folder: Path, text: str) -> None:
    """The statement is refused, and not for a file that is not there or an address that is deaf."""
    path = folder / "lines.csv"
    path.write_text("a,b\n")
    with socket.create_server(("127.0.0.1", 0)) as web:
        web.settimeout(0.2)
        address = f"http://127.0.0.1:{web.getsockname()[1]}/lines.csv"
        with pytest.raises(Neo4jError):
            driver.execute_query(
                text, {"file": path.as_uri(), "path": str(path), "address": address}
            )
        with pytest.raises(TimeoutError):
            web.accept()
    assert path.read_text() == "a,b\n"


@pytest.mark.parametrize("database", ["other", "graphkit", "../store", "config", "."])
def test_no_other_database_is_reached_or_made(served, database):
    with connected(served) as driver, pytest.raises(ClientError):
        driver.execute_query("RETURN 1", database_=database)


@pytest.mark.parametrize(
    "auth", [("graphkit", "wrong"), ("root", "playwithdata"), ("neo4j", "neo4j"), None]
)
def test_who_does_not_know_the_password_is_refused(served, auth, monkeypatch):
    monkeypatch.setattr(bolt_login, "DELAY", 0.05)  # its length is of no matter here
    with neo4j.GraphDatabase.driver(served.uri, auth=auth) as driver, pytest.raises(ClientError):
        driver.execute_query("RETURN 1")


def test_a_second_one_of_any_name_has_another_password(served, store):
    odd = store.rename(store.with_name("Żółw & spółka.d"))
    with serve(odd, port=0) as second:
        with connected(second) as driver, driver.session() as session:
            assert session.execute_read(lambda transaction: transaction.run("RETURN 1").single())
        assert second.password != served.password
        assert second.uri != served.uri
        with (
            pytest.raises(AuthError),
            connected(Served(second.uri, "graphkit", served.password)) as d,
        ):
            d.verify_connectivity()


def test_what_cannot_be_served_is_said(served, store, tmp_path):
    port = int(served.uri.rpartition(":")[2])
    with pytest.raises(
        StoreUnavailable, match=rf"port {port} is used by another .* `port`, such as \d+"
    ):
        serve(store, port=port).__enter__()
    with pytest.raises(UsageError, match="is an address"):
        serve("bolt://127.0.0.1").__enter__()
    with pytest.raises(StoreUnavailable, match="graphkit load PATH"):
        serve(tmp_path / "none", port=0).__enter__()
    assert not (tmp_path / "none").exists()
    with open_store(store, create=False), pytest.raises(StoreUnavailable, match="in use"):
        serve(store, port=0).__enter__()
    with open_store(store, create=False) as opened:
        assert opened.query("RETURN 1").rows == ((1,),)


def test_writers_change_the_store_and_reach_nothing_else(store, tmp_path):
    with serve(store, port=0, write=True) as now, connected(now) as driver:
        driver.execute_query("CREATE (:Organisation:Company {id: 'new', name: 'New'})")
        for text in REACHING_OUT:
            assert_refused(driver, tmp_path, text)
        undone = driver.session().begin_transaction()
        undone.run("CREATE (:Organisation {id: 'undone'})").consume()
        with pytest.raises(StoreUnavailable, match="in use"):
            open_store(store, create=False, read_only=True)
    with open_store(store, create=False) as opened:
        text = "MATCH (o:Organisation) WHERE o.id IN ['new', 'undone'] RETURN o.id, labels(o)"
        assert opened.query(text).rows == (("new", ["Company", "Organisation"]),)


def asking(driver, text: str) -> threading.Thread:
    """A client at work on something that does not end; the thread ends when it is cut off."""

    def work():
        try:
            driver.execute_query(text)
        except (Neo4jError, DriverError):
            return
        raise AssertionError(f"{text} was answered")

    client = threading.Thread(target=work, daemon=True)
    client.start()
    time.sleep(1)
    assert client.is_alive()
    return client


def test_it_ends_while_a_client_is_at_work(store, known):
    with serve(store, port=0) as now, connected(now) as driver:
        client = asking(driver, ENDLESS)
        began = time.monotonic()
    assert time.monotonic() - began < 15
    client.join(PATIENCE)
    assert not client.is_alive()
    assert content(store) == {text: known[text] for text in (NODES, TIES)}


@POSIX
def test_a_signal_ends_it_and_nothing_is_left(store, known):
    with running(store) as now:
        driver = connected(now.served())
        driver.execute_query("RETURN 1")
        temporary = list((now.folder / "tmp").iterdir())
        assert len(temporary) == 2  # of the users, and of the copy that is read
        assert not any(each.stat().st_mode & 0o077 for each in temporary)
        (port,) = (
            each.laddr
            for each in psutil.Process(now.process.pid).net_connections("inet")
            if each.status == psutil.CONN_LISTEN
        )
        assert f"bolt://127.0.0.1:{port.port}" == now.settings()["NEO4J_URI"]
        assert port.ip in ("127.0.0.1", "::ffff:127.0.0.1")
        assert now.stop(signal.SIGTERM) == 0
        assert not listening(port.port)
        driver.close()
    assert now.printed().count(now.served().password) == 1
    assert [line for line in now.said().splitlines() if "Ctrl-C" not in line] == [
        "The store is closed."
    ]
    assert list((now.folder / "tmp").iterdir()) == []
    assert {each.name for each in now.folder.iterdir()} == {"store", "tmp", "out.txt", "err.txt"}
    assert content(store) == {text: known[text] for text in (NODES, TIES)}


@POSIX
def test_ctrl_c_ends_it_whatever_a_client_does_and_what_was_written_is_there(store):
    with running(store, "--write") as now, connected(now.served()) as driver:
        driver.execute_query("CREATE (:Organisation:Company {id: 'new', name: 'New'})")
        asking(driver, DEAF)
        assert now.stop(signal.SIGINT) == 0
    with open_store(store, create=False) as opened:
        assert opened.query("MATCH (o {id: 'new'}) RETURN o.name").rows == (("New",),)


@POSIX
def test_graphkit_itself_is_a_client_and_a_second_process_gets_one_line(store, tmp_path):
    commands = (["rank"], ["query", "co-members", "--example"])
    direct = [graphkit(*command, "--store", store, cwd=tmp_path).stdout for command in commands]
    assert all(direct)
    graphkit("init", "tables", "--sample", cwd=tmp_path)
    with running(store) as now:
        for command, expected in zip(commands, direct, strict=True):
            ran = graphkit(*command, cwd=tmp_path, **now.settings())
            assert ran.stdout == expected, ran.stderr
        ran = graphkit(*commands[0], "--store", store, cwd=tmp_path)
        assert ran.stdout == direct[0], ran.stderr
        create = "CREATE (:Organisation {id: 'x'})"
        ran = graphkit("query", "-", "--write", cwd=tmp_path, stdin=create, **now.settings())
        assert (ran.returncode, len(ran.stderr.splitlines())) == (1, 1)
        port = now.settings()["NEO4J_URI"].rpartition(":")[2]
        for refused, word in (
            (["load", "tables", "--store", store], "in use"),
            (["serve", "--store", store, "--port", port], "is used by another program"),
        ):
            ran = graphkit(*refused, cwd=tmp_path)
            assert (ran.returncode, ran.stdout) == (4, "")
            (line,) = ran.stderr.splitlines()
            assert word in line


def test_an_address_is_nothing_to_serve(tmp_path):
    ran = graphkit("serve", "--store", "bolt://127.0.0.1:7687", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert len(ran.stderr.splitlines()) == 1


def test_a_password_in_an_address_is_not_shown(tmp_path):
    address = "http://neo4j:SECRET@@host"
    for open_it in (lambda: serve(address).__enter__(), lambda: open_store(address)):
        with pytest.raises(UsageError, match="http://host") as raised:
            open_it()
        assert "SECRET" not in str(raised.value)
