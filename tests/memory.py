"""The memory that reading files takes at its highest point.

`tracemalloc` crashes a process now and then if a thread of Java takes memory while it starts or
stops, and the embedded store leaves such threads behind. So files are read in a process that has no
store.
"""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from graphkit.model import InvalidData

Reading = Callable[[Path], tuple[int, str]]
"""Reads a file; the bytes taken at the highest point, and why it was refused, "" if it was not."""


@pytest.fixture(scope="session")
def reading() -> Iterator[Reading]:
    """Read files in one other process, which all tests of a worker share."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        yield lambda path: pool.submit(_read, path).result()


def _read(path: Path) -> tuple[int, str]:
    from graphkit.sources import read_files

    refusal = ""
    tracemalloc.start()
    try:
        read_files([path], yes=True, save=False)
    except InvalidData as error:
        refusal = str(error)
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return peak, refusal
