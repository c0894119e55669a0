"""Serving an embedded store to other programs: over Bolt, the protocol of Neo4j's drivers, on this
machine's loopback address, to clients that know a password made for this run.

The engine brings a server, which opens HTTP too when it is started. So it is made and not started:
of its parts only the keeper of its users and its listener for Bolt do anything. What they keep on
the disk is in a temporary folder, for this user alone, that ends with the serving and does not hold
the password; the store's own folder holds nothing of it. `bolt_login` says who may log in.

A client may do as its group may: read, or read and write. No group may what the engine calls
updating its security: reading files and addresses, importing and exporting, scripts, users.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from graphkit.model import StoreUnavailable, UsageError
from graphkit.store.base import shown
from graphkit.store.embedded import jvm, values
from graphkit.store.embedded.bolt_login import SETTINGS, Logins, member
from graphkit.store.embedded.store import EmbeddedStore
from graphkit.store.embedded.task import Task
from graphkit.store.embedded.temporary_folders import temporary_folder
from graphkit.store.ports import DEFAULT_PORT, claim_port, free_port
from graphkit.store.stopping import GRACE

USERNAME = "graphkit"

_HOST = "127.0.0.1"
_SECRET = 24
"""Bytes of a password: 192 bits."""
_GROUP = "clients"
_READING = ("readRecord",)
_WRITING = (*_READING, "createRecord", "updateRecord", "deleteRecord")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Served:
    """A served store: its address, user and password."""

    uri: str
    username: str
    password: str = field(repr=False)


@contextmanager
def serve(path: str | Path, *, port: int = DEFAULT_PORT, write: bool = False) -> Iterator[Served]:
    """Serve the store in the folder `path` while the block runs; port 0 takes a free one.

    Clients may read; with `write` they may change the store. Nobody else may open it meanwhile.
    Raises UsageError for an address, or a port that is not for us, and StoreUnavailable when the
    port is taken or the store cannot be opened.
    """
    if "://" in str(path):
        raise UsageError(
            f"{shown(str(path))} is an address; only a store in a folder can be served"
        )
    port = port or free_port()
    claim_port(port)
    jvm.start()
    password = secrets.token_urlsafe(_SECRET)
    with temporary_folder(str(path), large=True) as root:
        server = _apart(lambda: _Server(root, port, Logins(USERNAME, password)))
        try:
            server.admit(write=write)
            with _GuardedStore(Path(path).expanduser(), server.guard, write=write) as store:
                _listen(server, store.database, port)
                try:
                    yield Served(f"bolt://{_HOST}:{port}", USERNAME, password)
                finally:
                    server.hang_up()
        finally:
            server.close()


class _GuardedStore(EmbeddedStore):
    """The embedded store, whose engine asks a guard what the current client may do."""

    def __init__(self, path: Path, guard: Any, *, write: bool) -> None:
        self._guard = guard
        super().__init__(path, create=False, read_only=not write)

    @property
    def database(self) -> Any:
        """The engine's database: the store's own to write, a copy of it to read."""
        return self._checked() if self._read_only else self._to_write()


class _Server:
    """The engine's server, of which only the users and the listener for Bolt are alive."""

    def __init__(self, root: Path, port: int, logins: Logins) -> None:
        self._logins = logins
        self._settings = jvm.java("com.arcadedb.ContextConfiguration")()
        for name, value in {
            "arcadedb.server.rootPath": str(root),
            "arcadedb.bolt.host": _HOST,
            "arcadedb.bolt.port": port,
            **SETTINGS,
        }.items():
            self._settings.setValue(name, value)
        self._server = jvm.java("com.arcadedb.server.ArcadeDBServer")(self._settings)
        # It would speak up on standard error when Java ends, about a server that never ran.
        member(self._server, "Method", "removeShutdownHook").invoke(self._server)
        self._users = logins.security(self._server, self._settings, root)
        member(self._server, "Field", "security").set(self._server, self._users)
        self._bolt = jvm.java("com.arcadedb.bolt.BoltProtocolPlugin")()

    @property
    def guard(self) -> Any:
        """Who tells the engine what a client may do."""
        return self._users.getDatabaseSecurityManager()

    def admit(self, *, write: bool) -> None:
        """Make the user, who may do what its group may.

        The engine keeps a hash of the password in a file, so it is given another, which is of no
        use: it is `Logins` that compares passwords.
        """
        record = jvm.java("com.arcadedb.serializer.json.JSONObject")
        group = {
            "access": ["updateSchema"] if write else [],
            "types": {"*": {"access": _WRITING if write else _READING}},
            "resultSetLimit": -1,
            "readTimeout": -1,
        }
        user = {
            "name": USERNAME,
            "password": str(self._users.encodePassword(secrets.token_urlsafe(_SECRET))),
            "databases": {"*": [_GROUP]},  # there is one, and no way to another
        }
        self._users.saveGroup("*", _GROUP, record(json.dumps(group)))
        self._users.createUser(record(json.dumps(user)))

    def listen(self, database: Any) -> None:
        """Let clients in. Whatever exception Java has about it comes through.

        They may call the database `neo4j`, or by no name. The name that it has here has to be its
        own: under another one the engine loses a transaction between two statements.
        """
        self._server.registerDatabase(database.getName(), database)
        self._bolt.configure(self._server, self._settings)
        self._bolt.startService()
        self._logins.open(self._users.getUser(USERNAME), self._listener)

    def hang_up(self) -> None:
        """Let nobody in any more, stop what is at work, and part from every client.

        A transaction that is not committed by now is undone. Waits a little, and no longer, for
        what the engine cannot stop.
        """
        listener = self._listener
        self._bolt.stopService()
        self._logins.close()
        until = time.monotonic() + GRACE
        _await(listener, until)
        clients = list(member(listener, "Field", "activeConnections").get(listener))
        for query in self._server.getRunningQueries().getRunning():
            query.terminate(USERNAME)
        for client in clients:
            member(client, "Field", "socket").get(client).close()
        for client in clients:
            _await(client, until)

    def close(self) -> None:
        """Forget the users."""
        self._users.stopService()

    @property
    def _listener(self) -> Any:
        return member(self._bolt, "Field", "listener").get(self._bolt)


def _listen(server: _Server, database: Any, port: int) -> None:
    try:
        _apart(lambda: server.listen(database))
    except Exception as error:
        if not values.is_from_java(error):
            raise
        raise StoreUnavailable(
            f"the server cannot listen on port {port} ({values.said(error)}); choose another `port`"
        ) from error


def _apart(work: Callable[[], T]) -> T:
    """Do it in a thread of its own. Java takes such a thread for one that need not end, and so the
    threads that it begins: no client can keep the process alive.
    """
    return Task[T](lambda _: work()).run()


def _await(thread: Any, until: float) -> None:
    thread.join(max(1, int(1000 * (until - time.monotonic()))))
