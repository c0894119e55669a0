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
    moved, neighbour = np.concatenate([edges, edges[:, ::-1]]).T.copy()
    # A bit generator's raw stream never changes; what numpy makes of it may.
    stream = np.random.Philox(key=7)
    for turn in range(_ROUNDS):
        rate = _RATE * (1 - turn / _ROUNDS)
        order = _order(stream.random_raw(len(moved)))
        strangers = _drawn(stream, _REPELLED * len(moved), len(x)).reshape(_REPELLED, -1)
        for batch in range(_BATCHES):
            chosen, drawn = order[batch::_BATCHES], strangers[:, batch::_BATCHES].copy()
            _move(x, y, moved[chosen], neighbour[chosen], drawn, rate)
    return x, y


def _order(keys: npt.NDArray[np.uint64]) -> Indices:
    """Positions by key. Of equal keys, which are rare, the first comes first."""
    order = np.argsort(keys)
    ordered = keys[order]
    return np.argsort(keys, kind="stable") if (ordered[1:] == ordered[:-1]).any() else order


def _drawn(stream: np.random.Philox, count: int, below: int) -> Indices:
    """`count` numbers from 0 to below - 1, two from each 64 bits of the stream."""
    raw, half = stream.random_raw((count + 1) // 2), np.uint64(32)
    halves = np.concatenate([raw, raw])
    halves[: len(raw)] >>= half
    halves[len(raw) :] &= np.uint64(0xFFFFFFFF)
    halves *= np.uint64(below)
    halves >>= half
    return halves[:count].view(np.int64)


def _move(
    x: Floats, y: Floats, moved: Indices, neighbour: Indices, strangers: Indices, rate: float
) -> None:
    """Move one end of each edge to its neighbour, and away from the strangers drawn for it.

    Most arrays are written into again, as making one takes longer than filling it.
    """
    here_x, here_y = x[moved], y[moved]
    along, down = here_x - x[neighbour], here_y - y[neighbour]
    pull = -2 * rate / (1 + along * along + down * down)
    along *= pull
    down *= pull
    dx, dy = x[strangers], y[strangers]
    np.subtract(here_x, dx, dx)
    np.subtract(here_y, dy, dy)
    push, squared = dx * dx, dy * dy
    squared += push
    # rate * min(4, 2 / ((0.01 + squared) * (1 + squared)))
    np.add(0.01, squared, push)
    squared += 1
    push *= squared
    np.divide(2, push, push)
    np.minimum(4.0, push, out=push)
    push *= rate
    dx *= push
    dy *= push
    along += dx.sum(axis=0)
    down += dy.sum(axis=0)
    times = np.maximum(np.bincount(moved, minlength=len(x)), 1)
    x += np.bincount(moved, along, minlength=len(x)) / times
    y += np.bincount(moved, down, minlength=len(x)) / times
