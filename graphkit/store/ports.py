"""Ports on this machine: find a free one, and check that a server can listen on a given one."""

from __future__ import annotations

import secrets
import socket
import sys

from graphkit.model import StoreUnavailable, UsageError

DEFAULT_PORT = 7687
"""The port of Bolt, Neo4j's protocol, unless another is asked for."""


def free_port() -> int:
    """A port that is free now.

    The system's own choice could go to an outgoing connection before the server listens; the ports
    chosen here are outside that range.
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
    """Check that a server can listen on the port.

    Raises UsageError when the port is not allowed and StoreUnavailable when it is taken.
    """
    with socket.socket() as listener:
        if sys.platform == "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:  # as Java does, so that connections about to close do not matter
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", port))
            listener.listen()
        except PermissionError:
            raise UsageError(
                f"`port` {port} is reserved for the system; choose one above 1023"
            ) from None
        except OverflowError:
            raise UsageError(
                f"`port` {port} is not a port; choose one from 1024 to 65535"
            ) from None
        except OSError:
            raise StoreUnavailable(
                f"port {port} is used by another program; stop that program, or choose another "
                f"`port`, such as {free_port()}"
            ) from None
