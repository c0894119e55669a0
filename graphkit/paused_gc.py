"""Letting Python's collector of cycles rest while masses of plain records are made."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_MANY = 100_000
_counting = threading.Lock()
_resting = 0
_was_on = True


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Let the collector rest; nested uses, and those of other threads, end with the last.

    Rows and records have no cycles, and each of its passes would look through all of them; with
    the embedded store at work, JPype answers each with a collection in Java as well. Together that
    is most of the time that a large read or load takes.
    """
    global _resting, _was_on
    with _counting:
        if _resting == 0:
            _was_on = gc.isenabled()
            gc.disable()
        _resting += 1
    try:
        yield
    finally:
        with _counting:
            _resting -= 1
            if _resting == 0 and _was_on:
                _count_as_old()
                gc.enable()


def _count_as_old() -> None:
    """Count masses that were made as old, or the first pass would look through them at once.

    What somebody has frozen stays so.
    """
    if gc.get_count()[0] > _MANY and not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
