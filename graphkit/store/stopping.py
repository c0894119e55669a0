"""Run a store's work so that a time limit or a signal can stop it.

Python handles a signal only between two of its own instructions, never inside Java, and a driver
that waits for its server may swallow it. So the work runs in its own thread while the caller's
thread waits: Ctrl-C, or an exception raised by a SIGTERM handler, arrives there at once, and the
engine is told to end the work. Work that cannot be ended (one expression that computes for hours)
is left behind in its thread, without a transaction to commit.

A thread that has done its work waits for more: starting one takes longer than most work. One whose
work was stopped does not, for what stopped it may still be on its way.
"""

from __future__ import annotations

import os
import threading
from abc import ABC, abstractmethod
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

from graphkit.model import StoreError

T = TypeVar("T")

GRACE = 3.0
"""Seconds within which stopped work has to end before it is left behind."""

LISTEN = 0.5
"""Seconds between looks for a signal where waiting cannot be interrupted (Windows)."""


class Stopped(Exception):
    """Raised inside work that looks whether it has been stopped."""


class Stoppable(ABC, Generic[T]):
    """Work in another thread; how it is begun and ended is for those who know who does it."""

    def __init__(self) -> None:
        self._ended = threading.Event()
        self._stopped = False
        self._result: list[T] = []
        self._error: BaseException | None = None

    @abstractmethod
    def do(self) -> T:
        """The work. It calls `check` between its steps."""

    @abstractmethod
    def end(self) -> None:
        """Have the work end soon; called in the thread that waits for it."""

    def leave(self) -> None:
        """What the thread that did the work does before it ends, if it does."""

    def check(self) -> None:
        """Raise Stopped when the task is to end."""
        if self._stopped:
            raise Stopped

    def run(self, timeout: float | None = None, said: float | None = None) -> T:
        """Do the work and give its result; the work's exception is raised here.

        Raises StoreError when it takes longer than `timeout` seconds, which are called `said`.
        """
        try:
            _waiting.pop().put(self)
        except IndexError:
            threading.Thread(target=_work, args=(self, SimpleQueue()), daemon=True).start()
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
            raise StoreError(
                f"stopped after {said or timeout:g} s; raise the time limit or ask for less"
            )
        assert self._error is not None
        raise self._error

    def _wait(self, timeout: float | None) -> bool:
        left = timeout
        while left is None or left > 0:
            step = LISTEN if left is None else min(LISTEN, left)
            if self._ended.wait(step):
                return True
            left = None if left is None else left - step
        return self._ended.is_set()

    def _stop(self) -> None:
        self._stopped = True
        self.end()
        self._ended.wait(GRACE)

    def _do(self) -> None:
        try:
            self._result.append(self.do())
        except BaseException as error:
            self._error = error


_waiting: list[SimpleQueue[Stoppable[Any]]] = []
"""The ways to the threads that wait for work."""

if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_waiting.clear)  # the child has none of the threads


def _work(work: Stoppable[Any], following: SimpleQueue[Stoppable[Any]]) -> None:
    """Do one work after another, until one is stopped."""
    thread = threading.current_thread()
    while True:
        thread.name = "graphkit-store"
        work._do()
        stopped = work._stopped
        if stopped:
            work.leave()
        else:
            thread.name = "graphkit-waits"
            _waiting.append(following)
        work._ended.set()
        if stopped:
            return
        del work  # nor its result
        work = following.get()
