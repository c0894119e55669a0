"""Running the embedded store's work so that it can be stopped: by a time limit or by a signal.

Python hears a signal only between two of its own instructions, never inside Java. So the work runs
in a thread of its own, registered with the engine as a running query, while the caller's thread
waits: Ctrl-C, or an exception that a SIGTERM handler raises, arrives there at once, and the engine
is told to end the work. What the engine cannot end (one expression that computes for hours) is left
behind in its thread, without a transaction to commit.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from graphkit.model import StoreError
from graphkit.store import jvm

T = TypeVar("T")

GRACE = 3.0
"""Seconds within which stopped work has to end before it is left behind."""

_LISTEN = 0.5
"""Seconds between looks for a signal where waiting cannot be interrupted (Windows)."""


class Stopped(Exception):
    """Raised inside work that looks whether it has been stopped."""


class Task(Generic[T]):
    """Work in a thread of its own. `work` gets the task, to call `check` between its steps."""

    def __init__(self, work: Callable[[Task[T]], T]) -> None:
        self._work = work
        self._ended = threading.Event()
        self._lock = threading.Lock()
        self._running: Any = None
        self._stopped = False
        self._result: list[T] = []
        self._error: BaseException | None = None

    def check(self) -> None:
        """Raise Stopped when the task is to end."""
        if self._stopped:
            raise Stopped

    def run(self, timeout: float | None = None) -> T:
        """Do the work and give its result; the work's exception is raised here.

        Raises StoreError when it takes longer than `timeout` seconds.
        """
        threading.Thread(target=self._do, name="graphkit-store", daemon=True).start()
        try:
            in_time = self._wait(timeout)
        except BaseException:
            self._stop()
            raise
        if not in_time:
            self._stop()
        if self._result:  # also when it was done in the very moment of being stopped
            return self._result[0]
        if not in_time:
            raise StoreError(f"stopped after {timeout:g} s; allow more time or ask for less")
        assert self._error is not None
        raise self._error

    def _wait(self, timeout: float | None) -> bool:
        left = timeout
        while left is None or left > 0:
            step = _LISTEN if left is None else min(_LISTEN, left)
            if self._ended.wait(step):
                return True
            left = None if left is None else left - step
        return self._ended.is_set()

    def _stop(self) -> None:
        with self._lock:
            self._stopped = True
            if self._running is not None:
                self._running.terminate("graphkit")
        self._ended.wait(GRACE)

    def _do(self) -> None:
        try:
            self._register()
            self._result.append(self._work(self))
        except BaseException as error:
            self._error = error
        finally:
            with self._lock:
                if self._running is not None:
                    self._running.close()
                self._running = None
            jvm.java("java.lang.Thread").detach()
            self._ended.set()

    def _register(self) -> None:
        registry = jvm.java("com.arcadedb.query.RunningQueryRegistry")()
        nobody = jvm.java("com.arcadedb.query.RunningQuery$Client").NONE
        with self._lock:
            self.check()
            self._running = registry.register(None, "", "graphkit", "embedded", None, nobody)
