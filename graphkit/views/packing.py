"""Room on the page: boxes that touch are pushed apart, components are packed side by side.

Knows boxes only, nothing of graphs. Like `stress`, it keeps to arithmetic that gives the same bits
on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]

_ROUNDS = 400
_LEEWAY = 0.01
_COLUMNS = 240


def separate(centres: Floats, low: Floats, high: Floats) -> Floats:
    """Centres, shape (n, 2), moved as little as need be until no two boxes overlap.

    A box reaches from `centre - low` to `centre + high`. All overlapping boxes step apart at once,
    by half; what that cannot settle is settled by spreading the whole picture.
    """
    centres = _apart_at_all(centres)
    # Marks alone are about round, and part along the line between them; boxes with labels are wide,
    # and part along the axis on which they overlap less.
    part = _along_the_line if np.array_equal(low, high) else _along_an_axis
    for turn in range(_ROUNDS):
        first, second = _touching(centres, low, high)
        if not len(first):
            break
        if turn >= _ROUNDS // 2:
            centres = centres * 1.01
        move = part(centres, low, high, first, second)
        shift = [
            np.bincount(second, move[:, axis], minlength=len(centres))
            - np.bincount(first, move[:, axis], minlength=len(centres))
            for axis in (0, 1)
        ]
        centres = centres + 0.7 * np.column_stack(shift)
    while len(_touching(centres, low, high)[0]):
        centres = centres * 1.05
    return centres


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

    middles = centres + (high - low) / 2
    reach = float((low + high).max()) if len(centres) else 0.0
    pairs = cKDTree(middles).query_pairs(reach, p=np.inf, output_type="ndarray").astype(np.int64)
    pairs = np.sort(pairs.reshape(-1, 2), axis=1)
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
