"""Fetching Neo4j's jars: whom the connection trusts, and whether the jars are what was fetched."""

from __future__ import annotations

import hashlib
import http.server
import os
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import trustme

from graphkit.model import StoreUnavailable
from graphkit.store.neo4j.server import VERSIONS, fetch, gds, jars
from graphkit.store.neo4j.server.pinned_jars import download, list_name, pinned
from tests.neo4j_servers import fetched


class _Asked(http.server.BaseHTTPRequestHandler):
    """Says of everything that it is not there, and notes what was asked for."""

    paths: list[str]

    def do_GET(self) -> None:
        self.paths.append(self.path)
        self.send_error(404)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def inspecting(tmp_path: Path) -> Iterator[tuple[str, Path, list[str]]]:
    """A server with a certificate of an authority that only this machine's system may trust.

    Gives its address, the authority's certificate, and what was asked for.
    """
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    handler = type("Handler", (_Asked,), {"paths": []})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    yield f"https://127.0.0.1:{server.server_port}/", tmp_path / "authority.pem", handler.paths
    server.shutdown()
    server.server_close()


def fetch_from(address: str, home: Path, **environment: str) -> str:
    """What fetching from a mirror ends with, in a process with a bare environment."""
    (home / ".config").mkdir(parents=True)
    (home / ".config" / "jgo.conf").write_text(f"[repositories]\ncentral = {address}\n")
    script = (
        "from graphkit.model import StoreUnavailable\n"
        "from graphkit.store.neo4j.server import fetch\n"
        "try:\n    fetch('5.26')\nexcept StoreUnavailable as error:\n    print(error)\n"
        "import ssl\n"
        "print('still trusts', ssl.SSLContext.__module__)\n"
    )
    bare = {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "PATH": os.environ["PATH"]}
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=bare | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="how a system is told to trust differs")
def test_fetching_trusts_whom_the_system_trusts(
    inspecting: tuple[str, Path, list[str]], tmp_path: Path
) -> None:
    address, authority, asked = inspecting
    said = fetch_from(address, tmp_path / "a", SSL_CERT_FILE=str(authority))
    assert any(path.endswith(".jar") for path in asked), said
    assert "CERTIFICATE_VERIFY_FAILED" not in said
    # Once the fetch is over, the rest of the process trusts as before.
    assert "still trusts ssl" in said


@pytest.mark.skipif(sys.platform != "linux", reason="how a system is told to trust differs")
def test_an_authority_that_the_system_does_not_know_is_refused(
    inspecting: tuple[str, Path, list[str]], tmp_path: Path
) -> None:
    address, _, asked = inspecting
    said = fetch_from(address, tmp_path / "a")
    assert not asked
    assert "cannot be fetched" in said


def test_files_are_asked_for_over_connections_that_stay_open() -> None:
    asking: Any = import_module("jgo.util.http")

    class Kept(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        connections: list[object] = []  # noqa: RUF012 (of all requests together)

        def setup(self) -> None:
            super().setup()
            self.connections.append(self.client_address)

        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Kept)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    before = asking.requests
    with server, jars._open_connections():
        for _ in range(3):
            asking.get(f"http://127.0.0.1:{server.server_port}/", timeout=10)
        server.shutdown()
    assert len(Kept.connections) == 1
    assert asking.requests is before


class Repository(http.server.BaseHTTPRequestHandler):
    """Gives its path for every jar but one that is damaged, and notes what was asked for."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        content = b"damaged" if "damaged" in self.path else self.path.encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def repository() -> Iterator[tuple[str, list[str]]]:
    handler = type("Handler", (Repository,), {"asked": []})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with server:
        yield f"http://127.0.0.1:{server.server_port}/maven/", handler.asked
        server.shutdown()


def listed(*paths: str) -> dict[str, str]:
    """Jars whose content is their path in the repository, with their digests."""
    return {path: hashlib.sha256(f"/maven/{path}".encode()).hexdigest() for path in paths}


def silent(what: str, done: int, total: int) -> None:
    pass


def test_listed_jars_are_fetched_and_what_is_there_is_kept(
    repository: tuple[str, list[str]], tmp_path: Path
) -> None:
    address, asked = repository
    jars_of_it = listed("org/a/1/a-1.jar", "org/b/2/b-2.jar")
    (tmp_path / "org/a/1").mkdir(parents=True)
    (tmp_path / "org/a/1/a-1.jar").write_bytes(b"/maven/org/a/1/a-1.jar")
    (tmp_path / "org/b/2").mkdir(parents=True)
    (tmp_path / "org/b/2/b-2.jar").write_bytes(b"the half of it")
    found = download(jars_of_it, address, tmp_path, silent, "downloading")
    assert found == {tmp_path / path: digest for path, digest in jars_of_it.items()}
    assert asked == ["/maven/org/b/2/b-2.jar"]
    assert (tmp_path / "org/b/2/b-2.jar").read_bytes() == b"/maven/org/b/2/b-2.jar"


def test_a_jar_that_is_not_the_one_listed_is_refused(
    repository: tuple[str, list[str]], tmp_path: Path
) -> None:
    address, _ = repository
    with pytest.raises(ValueError, match=r"damaged-1\.jar is not the jar that graphkit was tested"):
        download(listed("org/damaged/1/damaged-1.jar"), address, tmp_path, silent, "downloading")
    assert not (tmp_path / "org/damaged/1/damaged-1.jar").exists()


def test_every_release_that_is_tested_is_listed() -> None:
    folder = Path(jars.__file__).parent / "pinned"
    lists = {list_name("neo4j", release) for release in VERSIONS.values()}
    assert {path.name for path in folder.iterdir()} == lists | {list_name("gds", gds.RELEASE)}
    for path, digest in pinned("gds", gds.RELEASE).items():
        assert path.endswith(".jar")
        assert len(digest) == 64
    assert any(path.startswith("org/neo4j/gds/proc/") for path in pinned("gds", gds.RELEASE))
    assert not pinned("neo4j", "5.26.1")


def a_cache(folder: Path) -> Path:
    """A cache with two jars of one version and what was written down of them."""
    place = folder / "graphkit" / "neo4j" / "5.26.30"
    place.mkdir(parents=True)
    lines = ""
    for name in ("a.jar", "b.jar"):
        (place / name).write_bytes(name.encode())
        lines += f"{hashlib.sha256(name.encode()).hexdigest()}  {name}\n"
    place.with_name("5.26.30.sha256").write_text(lines, encoding="utf-8")
    return place


def test_jars_as_they_were_fetched_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    place = a_cache(tmp_path)
    assert fetch("5.26") == place


@pytest.mark.parametrize("change", ["changed", "removed", "added"])
def test_jars_that_are_not_as_they_were_fetched_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    place = a_cache(tmp_path)
    if change == "changed":
        (place / "b.jar").write_bytes(b"B.jar")
    elif change == "removed":
        (place / "b.jar").unlink()
    else:
        (place / "c.jar").write_bytes(b"c")
    with pytest.raises(
        StoreUnavailable, match=r"[bc]\.jar has changed since it was fetched .*delete"
    ):
        fetch("5.26")


@pytest.mark.xdist_group("neo4j")
def test_what_is_fetched_is_written_down(tmp_path: Path) -> None:
    fetched("2026")
    folder = fetch("2026")
    record = folder.with_name(f"{folder.name}.sha256").read_text(encoding="utf-8").splitlines()
    assert len(record) == len(list(folder.iterdir())) > 100
    digest, _, name = record[0].partition("  ")
    assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


def test_the_whole_process_trusts_others_only_during_a_fetch() -> None:
    before = ssl.SSLContext
    with jars.system_certificates():
        assert ssl.SSLContext.__module__.startswith("truststore")
    assert ssl.SSLContext is before
