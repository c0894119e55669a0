"""What goes wrong with a real Neo4j server: each is one line with its cure and an exit code, and
nothing is lost, doubled or left half done.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import threading
import time
from pathlib import Path

import neo4j
import pytest

from graphkit.model import StoreError
from graphkit.store import Login, open_store
from graphkit.store.neo4j.transactions import Work
from tests.neo4j_commands import (
    begin,
    check_cut_short,
    check_loads_again,
    check_whole,
    count,
    run,
    said,
    until,
    until_under_way,
    write_tables,
)
from tests.neo4j_servers import Neo4j
from tests.neo4j_versions import VERSIONS_IN_TURN
from tests.networks import dataset
from tests.store_places import ON_NEO4J, SERVERS, EmbeddedPlace, Neo4jPlace

pytestmark = ON_NEO4J

ENDLESS = (
    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 100000) AS c "
    "RETURN count(*)"
)


@pytest.fixture
def place(neo4j_526: Neo4j) -> Neo4jPlace:
    neo4j_526.clear()
    return Neo4jPlace(neo4j_526)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tables(tmp_path_factory.mktemp("tables"))


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


def test_a_login_given_in_code_goes_before_the_settings(
    place: Neo4jPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"):
        monkeypatch.setenv(name, "wrong")
    login = Login(place.server.username, place.server.password)
    with open_store(place.server.uri, login=login) as store:
        assert store.query("RETURN 1").rows == ((1,),)
    assert login.password not in f"{login!r} {login}"


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
    monkeypatch.setattr("graphkit.store.stopping.GRACE", 0.1)
    hard = "RETURN size([x IN range(1, 6000) WHERE any(y IN range(1, 3000) WHERE y < 0)]) AS n"
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


POSIX = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


def stop(process: subprocess.Popen[str], number: signal.Signals) -> None:
    """Send the signal: the process says that it stopped, and nothing else."""
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, said(err.strip())) == (128 + number, "", "graphkit: stopped")


@POSIX
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
    stop(process, number)
    until(lambda: ENDLESS not in transactions(place.server), 10)


@POSIX
def test_a_signal_ends_a_load_into_a_file_and_the_next_completes_it(
    tmp_path: Path, tables: Path
) -> None:
    at = EmbeddedPlace(tmp_path / "store")
    settings = {"GRAPHKIT_STORE": str(at.path)}
    process = begin("load", tables, settings=settings)
    until(lambda: bool(list(tmp_path.glob("store.building-*/store/*.bucket"))))
    stop(process, signal.SIGINT)
    assert list(tmp_path.iterdir()) == []
    check_loads_again(at, tables, settings)


@POSIX
def test_a_signal_ends_a_load_into_a_server_and_the_next_completes_it(
    place: Neo4jPlace, tables: Path
) -> None:
    process = begin("load", tables, settings=place.settings)
    until_under_way(place.server)
    stop(process, signal.SIGTERM)
    check_cut_short(place.server)
    check_loads_again(place, tables, place.settings)


@pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")
def test_what_goes_wrong_while_a_transaction_is_ended_is_not_printed() -> None:
    """The command may close the driver while a thread asks the server for the end: then anything
    can go wrong, here a `KeyError` of the driver's pool.
    """

    def closed() -> neo4j.Session:
        raise KeyError("connection")

    Work(closed, "RETURN 1", {}, write=False).end()
    for thread in threading.enumerate():
        if thread.name == "graphkit-end":
            thread.join()


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


@VERSIONS_IN_TURN
@pytest.mark.parametrize("version", SERVERS)
def test_two_loads_at_once_make_no_duplicates(
    version: str, request: pytest.FixtureRequest, tables: Path
) -> None:
    server: Neo4j = request.getfixturevalue(SERVERS[version])
    server.empty()
    place = Neo4jPlace(server)
    both = [begin("load", tables, settings=place.settings) for _ in range(2)]
    errors = [process.communicate(timeout=300)[1] for process in both]
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
