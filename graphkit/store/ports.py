"""Ports on this machine: a free one, and whether a server will be able to listen on a given one."""

from __future__ import annotations

import secrets
import socket
import sys

from graphkit.model import StoreUnavailable, UsageError

DEFAULT_PORT = 7687
"""The port of Bolt, Neo4j's protocol, unless another is asked for."""


def free_port() -> int:
    """A port on which nobody listens now.

    The system's own choice would be one that it may give to an outgoing connection a moment later,
    before the server listens; these it does not give.
    """
    while True:
        port = 20_000 + secrets.randbelow(12_000)
        with socket.socket() as listener:
            try:
                listener.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


def claim_port(port: int) -> None:
    """See that the server will be able to listen there.

    Raises UsageError when the port is not for us and StoreUnavailable when it is taken.
    """
    with socket.socket() as listener:
        if sys.platform == "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:  # as Java does: connections that are about to close do not matter
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", port))
            listener.listen()
        except PermissionError:
            raise UsageError(
                f"`port` {port} is not for ordinary programs; choose one above 1023"
            ) from None
        except OverflowError:
            raise UsageError(f"`port` {port} is no port; choose one from 1024 to 65535") from None
        except OSError:
            raise StoreUnavailable(
                f"port {port} is taken by another program; stop that, or choose another `port`, "
                f"such as {free_port()}"
            ) from None
