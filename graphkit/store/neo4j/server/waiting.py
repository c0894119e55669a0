"""Waiting until a server that has been started answers, or finding out why it does not."""

from __future__ import annotations

import re
import socket
import subprocess
import time
from pathlib import Path

from graphkit.model import StoreUnavailable

USERNAME = "neo4j"

_SHOWN = 8
_INTERVAL = 0.1


def wait_for_answer(
    process: subprocess.Popen[bytes], uri: str, password: str, patience: float, log: Path, said: int
) -> None:
    """Return when a query is answered.

    `said` is how long the log was before. Raises StoreUnavailable when the server ends, wants
    another password, or has not answered within the time limit.
    """
    deadline = time.monotonic() + patience
    while process.poll() is None:
        refusal = _refusal(uri, password)
        if refusal is None:
            return
        if time.monotonic() > deadline:
            raise StoreUnavailable(
                f"Neo4j has not answered after {patience:.0f} seconds ({refusal}) and was ended; "
                f"a busy machine can need more (`wait`). {last_words(log, said)}"
            )
        time.sleep(_INTERVAL)
    raise StoreUnavailable(f"Neo4j has not started. {last_words(log, said)}")


def log_lines(log: Path, most: int) -> list[str]:
    """The last lines of the log; none when there is no log."""
    try:
        with log.open("rb") as stream:
            end = stream.seek(0, 2)
            stream.seek(max(0, end - most * 1000))
            text = stream.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return text.splitlines()[-most:]


def length(log: Path) -> int:
    """How much there is in the log, in bytes."""
    return log.stat().st_size if log.exists() else 0


def last_words(log: Path, said: int) -> str:
    """What the log says since it was `said` long, without the frames of Java's stack."""
    with log.open("rb") as stream:
        stream.seek(said)
        text = stream.read().decode("utf-8", errors="replace")
    lines = [line for line in text.splitlines() if line and not re.match(r"\s+(at |\.\.\. )", line)]
    shown = "".join(f"\n  {line}" for line in lines[-_SHOWN:])
    return f"The end of {log}:{shown}" if shown else f"{log} is empty"


def _refusal(uri: str, password: str) -> str | None:
    """Why a query is not answered now; None when it is."""
    scheme, _, address = uri.partition("://")
    host, _, port = address.rpartition(":")
    try:
        socket.create_connection((host, int(port)), timeout=2).close()
    except OSError as error:
        return error.strerror or str(error)
    import neo4j
    from neo4j.exceptions import AuthError, DriverError, Neo4jError

    try:
        with (
            neo4j.GraphDatabase.driver(
                f"{scheme}://{address}", auth=(USERNAME, password), connection_timeout=5
            ) as driver,
            driver.session() as session,
        ):
            session.run("RETURN 1").consume()
    except AuthError:
        raise StoreUnavailable(
            "Neo4j refused the password in the folder's file `password`, and was stopped; write "
            "the password that was set last into that file"
        ) from None
    except (Neo4jError, DriverError) as error:
        return str(getattr(error, "message", None) or error).partition("\n")[0]
    return None
