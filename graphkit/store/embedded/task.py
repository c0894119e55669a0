"""Work of the embedded store's database, registered with it so that it can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from graphkit.store.embedded import jvm
from graphkit.store.stopping import Stoppable

T = TypeVar("T")


class Task(Stoppable[T]):
    """Work of the embedded engine, registered with it as a running query; `work` gets the task."""

    def __init__(self, work: Callable[[Task[T]], T]) -> None:
        super().__init__()
        self._work = work
        self._lock = threading.Lock()
        self._running: Any = None

    def do(self) -> T:
        """Do the work between registering and leaving."""
        try:
            self._register()
            return self._work(self)
        finally:
            with self._lock:
                if self._running is not None:
                    self._running.close()
                self._running = None

    def end(self) -> None:
        """Tell the engine to end the query."""
        with self._lock:
            if self._running is not None:
                self._running.terminate("graphkit")

    def leave(self) -> None:
        """Have Java forget the thread."""
        jvm.java("java.lang.Thread").detach()

    def _register(self) -> None:
        registry = jvm.java("com.arcadedb.query.RunningQueryRegistry")()
        nobody = jvm.java("com.arcadedb.query.RunningQuery$Client").NONE
        with self._lock:
            self.check()
            self._running = registry.register(None, "", "graphkit", "embedded", None, nobody)
