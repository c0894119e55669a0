"""Logging in where a store is served: with the password, and without it not at all.

The engine locks a user out for half a minute after five wrong passwords, so that any program on
this machine could keep the owner out. It also keeps connections that never log in for
half a minute, up to 500 of them, and refuses new ones then. Here a wrong password delays only the
connection that gave it; each connection has a few seconds to log in; and when too many have not
logged in yet, the oldest is closed, so that a new one is never refused.
"""

from __future__ import annotations

import hmac
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from graphkit.store.embedded import jvm

DELAY = 1.0
"""Seconds that a connection waits for its answer after a wrong password."""

PATIENCE = 5.0
"""Seconds in which a connection has to log in."""

WAITING = 100
"""How many connections that have not logged in yet are kept."""

_LOOK = 0.1
_UNLIMITED = 1_000_000

SETTINGS = {
    "arcadedb.network.socketTimeout": int(1000 * PATIENCE),  # where a client logs off again
    "arcadedb.network.maxPreAuthConnections": _UNLIMITED,
}
"""Settings of the engine that this replaces."""


class Logins:
    """Lets a connection log in with the password.

    Parameters
    ----------
    username, password
        What a client has to give.
    """

    def __init__(self, username: str, password: str) -> None:
        self._expected = _bytes(username), _bytes(password)
        self._user: Any = None
        self._delayed: dict[Any, threading.Event] = {}
        self._since: dict[Any, float] = {}
        self._closed = threading.Event()

    def security(self, server: Any, settings: Any, folder: Path) -> Any:
        """The engine's keeper of users, made so that it asks `admit`; its files are in `folder`."""
        return _security_class(folder)(server, settings, str(folder / "config"), self.admit)

    def open(self, user: Any, listener: Any) -> None:
        """Let clients log in as this user of the engine, and watch the listener's connections."""
        self._user = user
        threading.Thread(
            target=self._watch, args=(listener,), name="graphkit-serve", daemon=True
        ).start()

    def close(self) -> None:
        """Let nobody log in any more, and end every delay."""
        self._closed.set()
        for delayed in list(self._delayed.values()):
            delayed.set()

    def admit(self, username: Any, password: Any) -> Any:
        """The engine's user if name and password are right; otherwise None, after a delay.

        The engine calls this in the connection's thread; that thread is the connection.
        """
        given = _bytes(str(username)), _bytes(str(password))
        right = [hmac.compare_digest(*pair) for pair in zip(given, self._expected, strict=True)]
        if all(right) and not self._closed.is_set():
            return self._user
        connection = jvm.java("java.lang.Thread").currentThread()
        self._delayed[connection] = delayed = threading.Event()
        if not self._closed.is_set():
            delayed.wait(DELAY)
        self._delayed.pop(connection, None)
        return None

    def _watch(self, listener: Any) -> None:
        """Close connections that take too long to log in, and the oldest of too many."""
        active = member(listener, "Field", "activeConnections").get(listener)
        gate = member(listener, "Field", "preAuthGate").get(listener)
        try:
            while not self._closed.wait(_LOOK):
                if gate.getPending():
                    self._look(list(active))
                else:
                    self._since.clear()
        finally:
            jvm.java("java.lang.Thread").detach()

    def _look(self, connections: list[Any]) -> None:
        now = time.monotonic()
        waiting = [each for each in connections if member(each, "Field", "user").get(each) is None]
        self._since = {each: self._since.get(each, now) for each in waiting}
        oldest_first = sorted(waiting, key=self._since.__getitem__)
        too_many = len(waiting) - WAITING
        for place, each in enumerate(oldest_first):
            if place < too_many or now - self._since[each] > PATIENCE:
                self._shut(each)

    def _shut(self, connection: Any) -> None:
        with suppress(jvm.java("java.io.IOException")):
            member(connection, "Field", "socket").get(connection).close()
        delayed = self._delayed.get(connection)
        if delayed is not None:
            delayed.set()


def member(target: Any, sort: str, name: str) -> Any:
    """A field or method of the engine that is not public; `sort` is Field or Method."""
    found = getattr(target.getClass(), f"getDeclared{sort}")(name)
    found.setAccessible(True)
    return found


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _security_class(folder: Path) -> Callable[..., Any]:
    """The engine's class that keeps users, with one method replaced.

    The engine offers no interface for this, so Java makes a class here from bytes like those of:

        public class Security extends ServerSecurity {
            public BiFunction admit;
            public Security(ArcadeDBServer s, ContextConfiguration c, String f, BiFunction admit) {
                super(s, c, f);
                this.admit = admit;
            }
            public ServerSecurityUser authenticate(String user, String password, String database) {
                return (ServerSecurityUser) admit.apply(user, password);
            }
        }
    """
    import jpype

    described = jvm.java("java.lang.constant.ClassDesc")
    method = jvm.java("java.lang.constant.MethodTypeDesc").of
    void = described.ofDescriptor("V")
    thing, text = described.of("java.lang.Object"), described.of("java.lang.String")
    function = described.of("java.util.function.BiFunction")
    server = described.of("com.arcadedb.server.ArcadeDBServer")
    settings = described.of("com.arcadedb.ContextConfiguration")
    above = described.of("com.arcadedb.server.security.ServerSecurity")
    user = described.of("com.arcadedb.server.security.ServerSecurityUser")
    made = described.of("graphkit.Security")
    public = 1

    def construct(code: Any) -> None:
        code.aload(0).aload(1).aload(2).aload(3)
        code.invokespecial(above, "<init>", method(void, [server, settings, text]))
        code.aload(0).aload(4).putfield(made, "admit", function).return_()

    def authenticate(code: Any) -> None:
        code.aload(0).getfield(made, "admit", function).aload(1).aload(2)
        code.invokeinterface(function, "apply", method(thing, [thing, thing]))
        code.checkcast(user).areturn()

    def build(new: Any) -> None:
        new.withSuperclass(above).withFlags(public).withField("admit", function, public)
        given = [server, settings, text, function]
        new.withMethodBody("<init>", method(void, given), public, construct)
        asked = method(user, [text, text, text])
        new.withMethodBody("authenticate", asked, public, authenticate)

    file = folder / "graphkit" / "Security.class"
    file.parent.mkdir()
    file.write_bytes(bytes(jvm.java("java.lang.classfile.ClassFile").of().build(made, build)))
    loader = jvm.java("java.net.URLClassLoader")(
        [jvm.java("java.io.File")(str(folder)).toURI().toURL()],
        jvm.java("com.arcadedb.server.ArcadeDBServer").class_.getClassLoader(),
    )
    found: Callable[..., Any] = jpype.JClass(loader.loadClass("graphkit.Security"))
    loader.close()
    return found
