"""Room on the page: push overlapping boxes apart, and pack components side by side.

It knows only boxes, not graphs. Like `stress`, it uses only arithmetic that gives the same bits on
every machine.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]

_ROUNDS = 400
_LEEWAY = 0.01
_COLUMNS = 240
_GOLDEN_ANGLE = 2.399963


def separate(
    centres: Floats, low: Floats, high: Floats, held: npt.NDArray[np.bool_] | None = None
) -> Floats:
    """Centres, shape (n, 2), moved as little as need be until no two boxes overlap.

    A box reaches from `centre - low` to `centre + high`. All overlapping boxes step apart at once,
    the larger one less; what that cannot settle is settled by spreading the whole picture. held:
    boxes that move only to part from each other.
    """
    centres = _apart_at_all(centres)
    extent = low + high
    ease = 1 / np.maximum(extent[:, 0] * extent[:, 1], 1e-9)
    if held is not None:
        ease = np.where(held, ease * 1e-6, ease)
    # Marks alone are about round, and part along the line between them; boxes with labels are wide,
    # and part along the axis on which they overlap less.
    bare = (low == high).all(axis=1) & (low[:, 0] == low[:, 1])
    for turn in range(_ROUNDS):
        first, second = _touching(centres, low, high)
        if not len(first):
            break
        if turn >= _ROUNDS // 4:
            centres = centres * 1.005
        move = np.where(
            (bare[first] & bare[second])[:, None],
            _along_the_line(centres, low, high, first, second),
            _along_an_axis(centres, low, high, first, second),
        )
        share = (ease[second] / (ease[first] + ease[second]))[:, None]
        shift = [
            np.bincount(second, move[:, axis] * share[:, 0], minlength=len(centres))
            - np.bincount(first, move[:, axis] * (1 - share[:, 0]), minlength=len(centres))
            for axis in (0, 1)
        ]
        centres = centres + 1.4 * np.column_stack(shift)
    while len(_touching(centres, low, high)[0]):
        centres = centres * 1.05
    return centres


def free_place(at: Floats, low: Floats, high: Floats, others: Floats) -> Floats:
    """The place nearest to `at`, as a spiral finds it, where a box overlaps none of the others.

    others: left, top, right and bottom of each, shape (k, 4).
    """
    step = float((low + high).min()) / 3
    first, after = 0, 32
    while True:
        tried = at + step * _spiral(after)[first:]
        (left, top), (right, bottom) = tried.min(axis=0) - low, tried.max(axis=0) + high
        near = others[
            (others[:, 2] > left)
            & (others[:, 0] < right)
            & (others[:, 3] > top)
            & (others[:, 1] < bottom)
        ]
        (left, top), (right, bottom) = (tried - low).T[:, :, None], (tried + high).T[:, :, None]
        met = (near[:, 2] > left) & (near[:, 0] < right)
        met &= (near[:, 3] > top) & (near[:, 1] < bottom)
        free = np.flatnonzero(~met.any(axis=1))
        if len(free):
            place: Floats = tried[free[0]]
            return place
        first, after = after, 2 * after


@cache
def _spiral(count: int) -> Floats:
    """Points ever farther from 0, a golden angle from one to the next: no direction comes twice."""
    turns = [(math.sqrt(turn), turn * _GOLDEN_ANGLE) for turn in range(count)]
    return np.array(
        [(reach * math.cos(angle), reach * math.sin(angle)) for reach, angle in turns]
    ).round(6)


def pack(
    sizes: Sequence[tuple[float, float]],
    aspect: float,
    below: Callable[[float], float] = lambda across: 0.0,
) -> list[tuple[float, float]]:
    """The lower corners of boxes put side by side in their order, in about this shape together.

    Each goes to the lowest place of a skyline; the strip's width is tried at several values, and
    that taken which lets the result be shown largest. below: the height of what stands under boxes
    of a width in all.
    """
    if not sizes:
        return []
    area = sum(width * height for width, height in sizes)
    widest = max(width for width, _ in sizes)
    best: tuple[float, list[tuple[float, float]]] | None = None
    for turn in range(16):
        strip = max(widest, (0.6 + 0.12 * turn) * float(np.sqrt(area * aspect)))
        corners = _skyline(sizes, strip)
        pairs = list(zip(corners, sizes, strict=True))
        across = max(x + width for (x, _), (width, _) in pairs)
        down = max(y + height for (_, y), (_, height) in pairs) + below(across)
        extent = max(across / aspect, down)
        if best is None or extent < best[0]:
            best = extent, corners
    assert best is not None
    return best[1]


def grid(
    count: int, cell: tuple[float, float], across: float, down: float, aspect: float
) -> tuple[int, float]:
    """How many columns a grid of cells takes below a box, and the height that it adds.

    The width of the box is filled, or exceeded where that lets all be shown larger.
    """
    choices = [
        (max(across, columns * cell[0]) / aspect, down + -(-count // columns) * cell[1], columns)
        for columns in range(max(1, min(count, int(across // cell[0]))), count + 1)
    ]
    _, height, columns = min(choices, key=lambda choice: (max(choice[:2]), choice[2]))
    return columns, height - down


def _skyline(sizes: Sequence[tuple[float, float]], strip: float) -> list[tuple[float, float]]:
    skyline = np.zeros(_COLUMNS)
    step = strip / _COLUMNS
    corners = []
    for width, height in sizes:
        columns = min(_COLUMNS, max(1, int(np.ceil(width / step - 1e-9))))
        tops = np.lib.stride_tricks.sliding_window_view(skyline, columns).max(axis=1)
        at = int(np.argmin(tops))
        corners.append((at * step, float(tops[at])))
        skyline[at : at + columns] = tops[at] + height
    return corners


def _apart_at_all(centres: Floats) -> Floats:
    """Centres of which no two are the same, so that every pair has a direction to part in."""
    step = 1e-3 * np.arange(len(centres))
    _, which = np.unique(np.round(centres, 6), axis=0, return_index=True)
    again = np.ones(len(centres), dtype=bool)
    again[which] = False
    return np.where(again[:, None], centres + np.column_stack([step, -step]), centres)


def _touching(centres: Floats, low: Floats, high: Floats) -> tuple[Indices, Indices]:
    """The pairs of boxes that overlap, in a fixed order."""
    from scipy.spatial import cKDTree

    if len(centres) < 2:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    middles = centres + (high - low) / 2
    extent = (low + high).max(axis=1)
    # A few boxes with labels are many times as large as the marks: each of them is compared with
    # everybody, so that the marks need be compared with what is near only.
    large = extent > 3 * np.partition(extent, len(extent) // 2)[len(extent) // 2]
    small = np.flatnonzero(~large)
    near = cKDTree(middles[small]).query_pairs(
        float(extent[small].max()), p=np.inf, output_type="ndarray"
    )
    found = [small[near.astype(np.int64).reshape(-1, 2)]]
    for one in np.flatnonzero(large):
        close = np.abs(middles - middles[one]) < (low + high + (low + high)[one]) / 2
        other = np.flatnonzero(close.all(axis=1) & (~large | (np.arange(len(large)) > one)))
        found.append(np.column_stack([np.full(len(other), one), other]))
    pairs = np.sort(np.concatenate(found), axis=1)
    pairs = pairs[(_overlap(centres, low, high, *pairs.T) > _LEEWAY).all(axis=1)]
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    return pairs[:, 0], pairs[:, 1]


def _overlap(centres: Floats, low: Floats, high: Floats, first: Indices, second: Indices) -> Floats:
    """How far two boxes reach into each other on each axis; below 0 they are apart."""
    ahead = centres[first] + high[first] - centres[second] + low[second]
    behind = centres[second] + high[second] - centres[first] + low[first]
    return np.minimum(ahead, behind)


def _along_an_axis(
    centres: Floats, low: Floats, high: Floats, first: Indices, second: Indices
) -> Floats:
    """Each pair's step apart, shape (pairs, 2), along the axis on which that is shorter."""
    overlap = _overlap(centres, low, high, first, second)
    middles = centres + (high - low) / 2
    gap = middles[second] - middles[first]
    rows, axis = np.arange(len(first)), np.argmin(overlap, axis=1)
    move = np.zeros((len(first), 2))
    sign = np.where(gap[rows, axis] < 0, -1.0, 1.0)
    move[rows, axis] = sign * (overlap[rows, axis] / 2 + _LEEWAY)
    return move


def _along_the_line(
    centres: Floats, low: Floats, high: Floats, first: Indices, second: Indices
) -> Floats:
    """Each pair's step apart, shape (pairs, 2), along the line between the centres."""
    gap = centres[second] - centres[first]
    apart = np.sqrt(gap[:, 0] * gap[:, 0] + gap[:, 1] * gap[:, 1])
    wanted = high[first, 0] + low[second, 0]
    # At a slant the corners of squares meet before the circles do: a small step always remains.
    step = np.maximum(wanted - apart, 0.1 * wanted) / 2 + _LEEWAY
    move: Floats = gap / np.maximum(apart, 1e-9)[:, None] * step[:, None]
    return move
