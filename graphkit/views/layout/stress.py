"""Positions for one connected graph: distances on paper that follow path lengths.

The method is stress by stochastic gradient descent, every step moving one vertex's distances at
once (Zheng, J. X., Pawar, S. and Goodman, D. F. M. (2018). Graph drawing by stochastic gradient
descent. IEEE TVCG 25, 2738-2748). Only sums, products, quotients and square roots in a fixed order
are used, all of which IEEE 754 defines to the last bit, so that every machine draws the same
picture; linear algebra libraries do not promise that.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from graphkit.views.layout.refinement import refine

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]

_ROUNDS = 30
_FULL_BELOW = 900
_PIVOTS = 200
_LAST_STEP = 0.1
_REFINE_ABOVE = 40
_DIGITS = 6


def stress_layout(lengths: csr_array, seed: int = 7) -> Floats:
    """Coordinates, shape (n, 2), of a connected graph's vertices, its long axis horizontal.

    lengths: a symmetric n-by-n matrix of edge lengths above 0. Below a size every vertex pulls
    every other; above it a few hundred pivots do, spread over the graph, and each edge (Ortmann,
    M., Klimenta, M. and Brandes, U. (2017). A sparse stress model. JGAA 21, 791-821).
    """
    count = lengths.shape[0]
    if count == 1:
        return np.zeros((1, 2))
    pivots, distances = _distances(lengths)
    shares = _shares(distances)
    spread = float(distances.max())
    generator = Random(seed)  # noqa: S311
    start = np.array([[generator.random(), generator.random()] for _ in range(count)])
    x, y = (np.round((start[:, axis] - 0.5) * spread, _DIGITS) for axis in (0, 1))
    near = _edges(lengths) if len(pivots) < count else None
    squared = np.maximum(distances * distances, 1e-12)
    for step in _steps(distances, shares):
        # Only random() is promised to give the same numbers in every Python; shuffle() is not.
        keys = [generator.random() for _ in pivots]
        order = sorted(range(len(pivots)), key=keys.__getitem__)
        _pull(x, y, pivots, order, distances, np.minimum(1.0, step * shares / squared) * 0.5)
        if near is not None:
            _pull_pairs(x, y, *near, step)
    if count > _REFINE_ABOVE:
        x, y = refine(x, y, _edges(lengths)[0])
    return _level(x, y)


def _distances(lengths: csr_array) -> tuple[list[int], Floats]:
    """The pivots, and the path lengths from each to every vertex, shape (pivots, n)."""
    from scipy.sparse.csgraph import dijkstra

    count = lengths.shape[0]
    if count <= _FULL_BELOW:
        return list(range(count)), np.round(dijkstra(lengths, directed=False), _DIGITS)
    pivots = [int(np.argmax(np.diff(lengths.indptr)))]
    rows: list[Floats] = []
    nearest = np.full(count, np.inf)
    while True:
        row = dijkstra(lengths, directed=False, indices=np.array(pivots[-1:]))[0]
        rows.append(np.round(row, _DIGITS))
        if len(pivots) == _PIVOTS:
            return pivots, np.array(rows)
        nearest = np.minimum(nearest, rows[-1])
        pivots.append(int(np.argmax(nearest)))


def _shares(distances: Floats) -> Floats:
    """For how many vertices each pivot stands in pulling a vertex: those of its region that lie
    at most half as far from it; 1 where every vertex is a pivot.
    """
    pivots, count = distances.shape
    if pivots == count:
        return np.ones((pivots, count))
    owner = np.argmin(distances, axis=0)
    result = np.empty((pivots, count))
    for pivot in range(pivots):
        region = np.sort(distances[pivot, owner == pivot])
        result[pivot] = np.searchsorted(region, distances[pivot] / 2, side="right")
    return np.maximum(result, 1.0)


def _steps(distances: Floats, shares: Floats) -> list[float]:
    """Step sizes, falling from where every pull is whole to where even the nearest is small."""
    apart = distances > 0
    weights = shares[apart] / (distances[apart] * distances[apart])
    first, last = 1 / float(weights.min()), _LAST_STEP / float(weights.max())
    ratio = math.log(last / first) / (_ROUNDS - 1)
    # exp and log differ in the last bit from one C library to the next: nine digits are enough.
    return [float(f"{first * math.exp(ratio * turn):.9g}") for turn in range(_ROUNDS)]


def _pull(
    x: Floats,
    y: Floats,
    pivots: Sequence[int],
    order: Sequence[int],
    distances: Floats,
    parts: Floats,
) -> None:
    """Move every vertex towards its wanted distance from one pivot after the other.

    parts: how far, shape (pivots, n): half way, or less where the step does not let it. The arrays
    in between are made once, as in most networks making one takes longer than filling it.
    """
    dx, dy, apart, move = (np.empty_like(x) for _ in range(4))
    for turn in order:
        pivot = pivots[turn]
        np.subtract(x, x[pivot], dx)
        np.subtract(y, y[pivot], dy)
        np.multiply(dx, dx, apart)
        np.multiply(dy, dy, move)
        np.add(apart, move, apart)
        np.sqrt(apart, apart)
        np.maximum(apart, 1e-9, out=apart)
        np.subtract(apart, distances[turn], move)
        np.multiply(parts[turn], move, move)
        np.divide(move, apart, move)
        move[pivot] = 0.0
        np.multiply(move, dx, dx)
        np.multiply(move, dy, dy)
        np.subtract(x, dx, x)
        np.subtract(y, dy, y)


def _edges(lengths: csr_array) -> tuple[Indices, Floats]:
    """The edges, shape (m, 2), sorted, and their lengths."""
    entries = lengths.tocoo()
    once = entries.row < entries.col
    rows, columns, data = entries.row[once], entries.col[once], entries.data[once]
    order = np.lexsort((columns, rows))
    return np.column_stack([rows, columns])[order].astype(np.int64), data[order].astype(np.float64)


def _pull_pairs(x: Floats, y: Floats, edges: Indices, wanted: Floats, step: float) -> None:
    """Move the ends of each edge to their wanted distance, a vertex by the mean of its moves."""
    a, b = edges.T
    dx, dy = x[a] - x[b], y[a] - y[b]
    apart = np.maximum(np.sqrt(dx * dx + dy * dy), 1e-9)
    move = np.minimum(1.0, step / (wanted * wanted)) * (apart - wanted) / apart * 0.5
    times = np.maximum(np.bincount(edges.ravel(), minlength=len(x)), 1)
    for line, along in ((x, move * dx), (y, move * dy)):
        shift = np.bincount(b, along, minlength=len(x)) - np.bincount(a, along, minlength=len(x))
        line += shift / times


def _level(x: Floats, y: Floats) -> Floats:
    """Centre, and turn the long axis (the first principal one) to the horizontal."""
    x, y = x - x.mean(), y - y.mean()
    angle = math.atan2(2 * float((x * y).sum()), float((x * x - y * y).sum())) / 2
    cosine, sine = round(math.cos(angle), _DIGITS), round(math.sin(angle), _DIGITS)
    level: Floats = np.column_stack([x * cosine + y * sine, y * cosine - x * sine])
    return level.round(_DIGITS)
