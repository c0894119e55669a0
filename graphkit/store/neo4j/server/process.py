"""The server's process: begun apart from ours, recognised again, and ended."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphkit.model import StoreUnavailable
from graphkit.store.neo4j.server.java import needs

if TYPE_CHECKING:
    import psutil

# The clock may be set between two readings of when a process began.
_CLOCK_STEP = 5.0


def begin(
    command: Sequence[str], home: Path, log: Path, environment: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    """Start a process that outlives this one and its terminal, its words going to the log."""
    apart: dict[str, Any] = {"start_new_session": True, "umask": 0o077}
    if sys.platform == "win32":
        apart = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        return subprocess.Popen(  # noqa: S603 (the command is ours)
            command,
            cwd=home,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=handle,
            stderr=subprocess.STDOUT,
            **apart,
        )
    except OSError as error:
        raise StoreUnavailable(
            f"{command[0]} cannot be run on this machine: {error.strerror}; to use a server that "
            "runs elsewhere, set NEO4J_URI to its address"
        ) from error
    finally:
        os.close(handle)


def running(pid: int | None, started: float | None) -> psutil.Process | None:
    """The process of that number if it began then, and not another that got its number since."""
    if pid is None or started is None:
        return None
    lookup = _psutil()
    try:
        process = lookup.Process(pid)
        if process.status() == lookup.STATUS_ZOMBIE:
            return None
        return process if abs(process.create_time() - started) < _CLOCK_STEP else None
    except lookup.Error:
        return None


def began(pid: int) -> float:
    """When a process began, in seconds since 1970; 0 when it is gone already."""
    lookup = _psutil()
    try:
        return float(lookup.Process(pid).create_time())
    except lookup.Error:
        return 0.0


def end(process: psutil.Process, patience: float) -> bool:
    """Ask a process to stop, and kill it after a time limit; returns whether it stopped.

    Windows has no such asking: there it is killed, which Neo4j mends at the next start.
    """
    lookup = _psutil()
    try:
        process.terminate()
        process.wait(patience)
    except lookup.TimeoutExpired:
        kill(process)
        return False
    except lookup.NoSuchProcess:
        pass
    return True


def kill(process: psutil.Process) -> None:
    """End a process at once, and wait until it is gone."""
    lookup = _psutil()
    try:
        process.kill()
        process.wait(30)
    except lookup.NoSuchProcess:
        pass


def _psutil() -> Any:
    try:
        import psutil
    except ImportError:
        raise needs("psutil") from None
    return psutil
