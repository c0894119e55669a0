"""`graphkit serve` under attack: wrong passwords, and connections that never log in.

The attacks are real, of a fixed size, and on this machine's loopback address only.
"""

from __future__ import annotations

import base64
import hashlib
import json
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import neo4j
import pytest

from graphkit.sources import read_sample
from graphkit.store import open_store
from graphkit.store.embedded import bolt_login, temporary_folders
from graphkit.store.embedded.bolt import Served, serve

ATTACKERS = 8
ATTEMPTS = 25
LATE = 30.0
"""Seconds after which a test gives up waiting for what should come much sooner."""

SUCCESS = bytes.fromhex("B170")
HANDSHAKE = bytes.fromhex("6060B017 00000404 00000000 00000000 00000000")


def packed(text: str) -> bytes:
    """A short text in PackStream."""
    return bytes([0xD0, len(text)]) + text.encode()


def hello(password: str) -> bytes:
    """Bolt's message to log in, in one chunk."""
    given = {"scheme": "basic", "principal": "graphkit", "credentials": password}
    given["user_agent"] = "attacker/1"
    pairs = b"".join(packed(name) + packed(value) for name, value in given.items())
    message = bytes([0xB1, 0x01, 0xA0 + len(given)]) + pairs
    return len(message).to_bytes(2, "big") + message + b"\0\0"


def port_of(served: Served) -> int:
    return int(served.uri.rpartition(":")[2])


def called(served: Served, *, sent: bytes = b"") -> socket.socket:
    """A connection that has sent this much, and waits for what comes."""
    caller = socket.create_connection(("127.0.0.1", port_of(served)), timeout=LATE)
    caller.sendall(sent)
    return caller


def everything(caller: socket.socket) -> bytes:
    """What the server sends until it closes the connection."""
    found = b""
    try:
        while more := caller.recv(4096):
            found += more
    except ConnectionError:  # closed with something unread
        pass
    return found


def answered(served: Served) -> int:
    """What a client that knows the password gets, on a new connection."""
    auth = (served.username, served.password)
    with neo4j.GraphDatabase.driver(served.uri, auth=auth, max_transaction_retry_time=0) as driver:
        (record,) = driver.execute_query("MATCH (o:Organisation) RETURN count(o) AS n").records
        return record["n"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "store"
    with open_store(path) as opened:
        opened.load(read_sample())
    return path


@pytest.fixture(scope="module")
def served(store: Path) -> Iterator[Served]:
    with serve(store, port=0) as now:
        yield now


ORGANISATIONS = sum(node.label == "Organisation" for node in read_sample().nodes)


def test_wrong_passwords_do_not_lock_out_who_knows_the_right_one(served: Served) -> None:
    answers, attempts = [], []

    def attack() -> None:
        for _ in range(ATTEMPTS):
            attempts.append(called(served, sent=HANDSHAKE + hello("wrong")))

    attackers = [threading.Thread(target=attack) for _ in range(ATTACKERS)]
    for each in attackers:
        each.start()
    while any(each.is_alive() for each in attackers) or len(answers) < 20:
        answers.append(answered(served))
    assert answers == [ORGANISATIONS] * len(answers)
    assert len(attempts) == ATTACKERS * ATTEMPTS
    for attempt in attempts:
        with attempt:
            assert SUCCESS not in everything(attempt)
    assert answered(served) == ORGANISATIONS


def test_only_the_connection_that_gave_a_wrong_password_waits(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bolt_login, "DELAY", 3600.0)
    monkeypatch.setattr(bolt_login, "PATIENCE", 3600.0)
    with called(served, sent=HANDSHAKE + hello("wrong")) as caller:
        assert caller.recv(4) == bytes.fromhex("00000404")  # the version that both speak
        assert answered(served) == ORGANISATIONS
        caller.settimeout(0.5)
        with pytest.raises(TimeoutError):
            caller.recv(1)


def test_a_wrong_password_is_refused_in_bolts_own_words(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bolt_login, "DELAY", 0.0)
    with called(served, sent=HANDSHAKE + hello("wrong")) as caller:
        caller.recv(4)
        assert b"Neo.ClientError.Security.Unauthorized" in caller.recv(4096)
    with called(served, sent=HANDSHAKE + hello(served.password)) as caller:
        caller.recv(4)
        assert SUCCESS in caller.recv(4096)


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(HANDSHAKE[:5], id="half a handshake"),
        pytest.param(HANDSHAKE, id="a handshake"),
        pytest.param(HANDSHAKE + hello("x")[:9], id="half a message"),
    ],
)
def test_a_connection_that_does_not_log_in_is_closed(
    served: Served, monkeypatch: pytest.MonkeyPatch, sent: bytes
) -> None:
    monkeypatch.setattr(bolt_login, "PATIENCE", 0.5)
    with called(served, sent=sent) as caller:
        assert b"Unauthorized" not in everything(caller)


def test_a_connection_that_sends_a_byte_now_and_then_is_closed(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bolt_login, "PATIENCE", 0.5)
    with called(served, sent=HANDSHAKE) as caller:
        caller.recv(4)
        caller.settimeout(0.2)
        sent = 0
        with suppress(ConnectionError):
            for byte in hello("x" * 200):
                caller.sendall(bytes([byte]))
                sent += 1
                with suppress(TimeoutError):
                    if caller.recv(1) == b"":
                        break
        assert sent < 200


def test_a_client_that_has_logged_in_may_rest(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bolt_login, "PATIENCE", 0.5)
    with called(served, sent=HANDSHAKE + hello(served.password)) as resting:
        logged_in = resting.recv(4) + resting.recv(4096)
        with called(served) as never:
            everything(never)  # which came later, and was closed
        resting.settimeout(0.5)
        assert SUCCESS in logged_in
        with pytest.raises(TimeoutError):
            resting.recv(4096)


def test_of_too_many_that_do_not_log_in_the_oldest_are_closed(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bolt_login, "PATIENCE", 3600.0)
    with ExitStack() as held:
        crowd = [held.enter_context(called(served)) for _ in range(bolt_login.WAITING + 50)]
        for caller in crowd[:50]:
            assert everything(caller) == b""
        assert answered(served) == ORGANISATIONS
        crowd[-1].settimeout(0.5)
        with pytest.raises(TimeoutError):
            crowd[-1].recv(1)


def test_the_password_has_128_bits_and_no_file_holds_it_or_its_hash(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(temporary_folders, "_IN_MEMORY", tmp_path / "none")
    with serve(store, port=0) as now:
        files = {each.name: each for each in tmp_path.rglob("*") if each.is_file()}
        user = json.loads(files["server-users.jsonl"].read_text("utf-8"))
        contents = [each.read_bytes() for each in files.values()]
    assert 8 * len(base64.urlsafe_b64decode(now.password + "==")) >= 128
    assert not [each for each in contents if now.password.encode() in each]
    _, rounds, salt, kept = user["password"].split("$")
    hashed = hashlib.pbkdf2_hmac("sha256", now.password.encode(), salt.encode(), int(rounds))
    assert base64.b64encode(hashed).decode() != kept


def test_nobody_logs_in_after_the_end(store: Path) -> None:
    with serve(store, port=0) as now:
        caller = called(now, sent=HANDSHAKE + hello("wrong"))
        began = time.monotonic()
    assert SUCCESS not in everything(caller)
    assert time.monotonic() - began < LATE
    caller.close()
