"""A second pass over a layout that opens the neighbourhoods which stress leaves crowded.

Neighbours attract and a few vertices drawn at random repel, with the kernel 1/(1+d^2), as in
McInnes, L., Healy, J. and Melville, J. (2018), UMAP, arXiv:1802.03426. Edges are taken in batches;
within a batch a vertex moves by the mean of its moves, so that a hub is not thrown about.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]

_ROUNDS = 240
_BATCHES = 8
_REPELLED = 10
_RATE = 0.5
_EXTENT = 10.0


def refine(x: Floats, y: Floats, edges: Indices) -> tuple[Floats, Floats]:
    """New coordinates of n vertices; edges is an array of shape (m, 2) of their indices."""
    extent = max(float(np.abs(x).max()), float(np.abs(y).max()))
    x, y = x / extent * _EXTENT, y / extent * _EXTENT
    directed = np.concatenate([edges, edges[:, ::-1]])
    # A bit generator's raw stream never changes; what numpy makes of it may.
    stream = np.random.Philox(key=7)
    for turn in range(_ROUNDS):
        rate = _RATE * (1 - turn / _ROUNDS)
        order = np.argsort(stream.random_raw(len(directed)), kind="stable")
        strangers = _drawn(stream, _REPELLED * len(directed), len(x)).reshape(_REPELLED, -1)
        for batch in range(_BATCHES):
            chosen = order[batch::_BATCHES]
            _move(x, y, directed[chosen], strangers[:, batch::_BATCHES], rate)
    return x, y


def _drawn(stream: np.random.Philox, count: int, below: int) -> Indices:
    """`count` numbers from 0 to below - 1, two from each 64 bits of the stream."""
    raw, half = stream.random_raw((count + 1) // 2), np.uint64(32)
    halves = np.concatenate([raw >> half, raw & np.uint64(0xFFFFFFFF)])[:count]
    return (halves * np.uint64(below) >> half).astype(np.int64)


def _move(x: Floats, y: Floats, ends: Indices, strangers: Indices, rate: float) -> None:
    """Move the first end of each edge to the second, and away from the strangers drawn for it."""
    moved, neighbour = ends[:, 0], ends[:, 1]
    here_x, here_y = x[moved], y[moved]
    dx, dy = here_x - x[neighbour], here_y - y[neighbour]
    pull = -2 * rate / (1 + dx * dx + dy * dy)
    along, down = pull * dx, pull * dy
    dx, dy = here_x - x[strangers], here_y - y[strangers]
    squared = dx * dx + dy * dy
    push = rate * np.minimum(4.0, 2 / ((0.01 + squared) * (1 + squared)))
    along += (push * dx).sum(axis=0)
    down += (push * dy).sum(axis=0)
    times = np.maximum(np.bincount(moved, minlength=len(x)), 1)
    x += np.bincount(moved, along, minlength=len(x)) / times
    y += np.bincount(moved, down, minlength=len(x)) / times
