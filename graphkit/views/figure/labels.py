"""Place the names on a figure: as many as have room, the most important first.

Greedy point-feature placement: each label in its turn takes the place that is free of other labels
and marks, not next to another mark, and on the fewest lines (after Christensen, J., Marks, J. and
Shieber, S. (1995). An empirical study of algorithms for point-feature label placement. ACM TOG 14,
203-232). Knows boxes and lines only; the unit is that of its input, y downwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Box = tuple[float, float, float, float]

_ORDER_COST, _WRAP_COST, _LINE_COST, _NEAR_COST, _COVER_COST, _CUT_COST = (
    0.3,
    0.4,
    1.0,
    1.5,
    2.0,
    4.0,
)
_MOST_CROSSED = 4


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label to place: the middle of its mark, how far the mark reaches, and the ways to write it.

    forms: each a width, a height and whether it is the whole name, the better ones first. below:
    whether it may stand below its mark only.
    """

    x: float
    y: float
    reach: float
    forms: tuple[tuple[float, float, bool], ...]
    below: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A label that has a place: which of the wanted, in which form, in which box."""

    index: int
    form: int
    box: Box


def place_labels(
    wanted: Sequence[Wanted],
    room: Box,
    lines: Floats,
    *,
    taken: Sequence[Box] = (),
    gap: float = 2.0,
    most: int | None = None,
    sure: int = 0,
) -> list[Label]:
    """Places for labels in the room, no two of which overlap; those without a free place have none.

    wanted: the most important first. Their marks are not covered, but the first `sure` ones may
    cover marks of the rest when there is no better place. lines: shape (m, 4), from x, y to x, y.
    One without forms gets no place, but its mark is kept free. taken: boxes to keep free. most: how
    many labels at most.
    """
    marks = np.array(
        [(each.x - r, each.y - r, each.x + r, each.y + r) for each in wanted for r in (each.reach,)]
    ).reshape(-1, 4)
    boxes = np.array(taken, dtype=float).reshape(-1, 4)
    placed: list[Label] = []
    for index, each in enumerate(wanted):
        if most is not None and len(placed) >= most:
            break
        best: tuple[float, Label] | None = None
        for form, (width, height, whole) in enumerate(each.forms):
            for order, box in enumerate(_candidates(each, width, height, gap)):
                cost = _ORDER_COST * order + _WRAP_COST * form + (0.0 if whole else _CUT_COST)
                if (best is not None and cost >= best[0]) or not _within(box, room):
                    continue
                if _hit(boxes, box).any():
                    continue
                covered = _hit(marks, box)
                covered[index] = False
                if covered.any():
                    if index >= sure or covered[:sure].any():
                        continue
                    cost += _COVER_COST * int(covered.sum())
                near = _hit(marks, _wider(box, gap))
                near[index] = False
                cost += _NEAR_COST * int(near.sum())
                cost += _LINE_COST * min(int(_crossed(lines, box).sum()), _MOST_CROSSED)
                if best is None or cost < best[0]:
                    best = cost, Label(index, form, box)
        if best is not None:
            placed.append(best[1])
            boxes = np.vstack([boxes, best[1].box])
    return placed


def _candidates(at: Wanted, width: float, height: float, gap: float) -> tuple[Box, ...]:
    """Boxes for a label, in order of preference: below, above, aside, and at the four slants."""
    reach = at.reach + gap
    slant = at.reach * 0.75
    corners = (
        (at.x - width / 2, at.y + reach),
        (at.x - width / 2, at.y - reach - height),
        (at.x + reach, at.y - height / 2),
        (at.x - reach - width, at.y - height / 2),
        (at.x + slant, at.y + slant),
        (at.x - slant - width, at.y + slant),
        (at.x + slant, at.y - slant - height),
        (at.x - slant - width, at.y - slant - height),
    )
    places = corners[:1] if at.below else corners
    return tuple((x, y, x + width, y + height) for x, y in places)


def _wider(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _within(box: Box, room: Box) -> bool:
    return box[0] >= room[0] and box[1] >= room[1] and box[2] <= room[2] and box[3] <= room[3]


def _hit(boxes: Floats, box: Box) -> npt.NDArray[np.bool_]:
    """Which of the boxes overlap this one."""
    overlap: npt.NDArray[np.bool_] = (
        (boxes[:, 0] < box[2])
        & (boxes[:, 2] > box[0])
        & (boxes[:, 1] < box[3])
        & (boxes[:, 3] > box[1])
    )
    return overlap


def _crossed(lines: Floats, box: Box) -> npt.NDArray[np.bool_]:
    """Which lines run through a box (Liang and Barsky's clipping)."""
    x, y = lines[:, 0], lines[:, 1]
    dx, dy = lines[:, 2] - x, lines[:, 3] - y
    enter, leave = np.zeros(len(lines)), np.ones(len(lines))
    outside = np.zeros(len(lines), dtype=bool)
    for along, distance in (
        (-dx, x - box[0]),
        (dx, box[2] - x),
        (-dy, y - box[1]),
        (dy, box[3] - y),
    ):
        still = along == 0
        outside |= still & (distance < 0)
        share = np.divide(distance, along, out=np.zeros(len(lines)), where=~still)
        enter = np.where(along < 0, np.maximum(enter, share), enter)
        leave = np.where(along > 0, np.minimum(leave, share), leave)
    return ~outside & (enter < leave)
