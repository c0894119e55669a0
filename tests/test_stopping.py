"""Work of stores in other threads, which can be stopped; expected values are by hand."""

from __future__ import annotations

import threading

import pytest

from graphkit.model import StoreError
from graphkit.store.stopping import Stoppable, Stopped


class _Work(Stoppable[str]):
    """Work that lasts until it is ended, or gives what it is told to at once."""

    def __init__(self, gives: str | BaseException | None = None) -> None:
        super().__init__()
        self.gives = gives
        self.told = threading.Event()
        self.ends = 0

    def do(self) -> str:
        if isinstance(self.gives, BaseException):
            raise self.gives
        if self.gives is None:
            self.told.wait(30)
            self.check()
            return "not stopped"
        self.check()
        return self.gives

    def end(self) -> None:
        self.ends += 1
        self.told.set()


def test_work_gives_its_result_and_its_error():
    work = _Work("done")
    assert work.run() == "done"
    assert work.run(5) == "done"
    assert work.ends == 0
    with pytest.raises(KeyError, match="mine"):
        _Work(KeyError("mine")).run()


def test_work_that_does_not_end_does_not_hold_up_the_end_of_the_program():
    class Looking(_Work):
        def do(self) -> str:
            return str(threading.current_thread().daemon)

    assert Looking().run() == "True"


def test_a_thread_does_more_work_unless_its_work_was_stopped():
    threads = []

    class Noting(_Work):
        def do(self) -> str:
            threads.append(threading.current_thread())
            return super().do()

    Noting("").run()
    Noting("").run()
    with pytest.raises(StoreError, match="stopped after"):
        Noting().run(0.05)
    Noting("").run()
    first, second, stopped, last = threads
    assert first is second is stopped
    assert last is not stopped


def test_work_beyond_its_time_limit_is_ended_and_told():
    work = _Work()
    with pytest.raises(StoreError) as raised:
        work.run(0.05)
    assert str(raised.value) == "stopped after 0.05 s; raise the time limit or ask for less"
    assert work.ends == 1
    with pytest.raises(Stopped):
        work.check()


def test_a_time_limit_is_called_as_the_caller_calls_it():
    with pytest.raises(StoreError, match="stopped after 7 s"):
        _Work().run(0.05, said=7)
