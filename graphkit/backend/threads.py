"""Running a kernel over slices of its sources, in threads.

The kernels let go of the interpreter, so that threads run side by side. The number of slices
depends on the work alone and their sums are taken in order, so that the result is the same to the
last bit on one core and on many.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

S = TypeVar("S")
T = TypeVar("T")

_SLICES = 32


def threads() -> int:
    """How many threads kernels use: networkx's setting `backends.graphkit.threads`, else all cores.

    The setting is read in every call: `networkx.config.backends.graphkit.threads = 2`.
    """
    import networkx as nx

    wanted = int(nx.config.backends["graphkit"].get("threads", 0) or 0)
    if wanted > 0:
        return wanted
    if hasattr(os, "sched_getaffinity"):  # in a container, or under taskset, fewer than there are
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def sliced(work: Callable[[int, int], T], amount: int) -> Iterator[T]:
    """What `work(slice, slices)` gives for each slice, in order; `amount` is what is to be divided.

    Slices are meant as strides (every n-th source), so that heavy neighbours are spread evenly.
    """
    slices = max(1, min(_SLICES, amount))
    if slices == 1 or (workers := min(threads(), slices)) == 1:
        for each in range(slices):
            yield work(each, slices)
        return
    with ThreadPoolExecutor(workers) as pool:
        yield from pool.map(lambda each: work(each, slices), range(slices))


def in_turn(work: Callable[[S], T], items: Iterable[S]) -> Iterator[T]:
    """What `work` gives for each item, in order; as many items are worked on as there are threads.

    Items are taken from the iterable as they are needed, in one thread.
    """
    workers = threads()
    pool = ThreadPoolExecutor(workers)
    waiting: deque[Future[T]] = deque()
    try:
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) > workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
