"""Place the names on a figure: as many as have room, the most important first.

The first ones are always named: where there is no room beside their marks they stand apart, at the
end of a thin line, and as long as one of them has no room at all nobody else is named.

Greedy point-feature placement: each label in its turn takes the place that is free of other labels
and marks, not next to another mark, and on the fewest lines (after Christensen, J., Marks, J. and
Shieber, S. (1995). An empirical study of algorithms for point-feature label placement. ACM TOG 14,
203-232). Knows boxes and lines only; the unit is that of its input, y downwards.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Box = tuple[float, float, float, float]

_ORDER_COST, _WRAP_COST, _LINE_COST, _NEAR_COST, _COVER_COST, _CUT_COST, _LEADER_COST = (
    0.3,
    0.4,
    1.0,
    1.5,
    30.0,
    2.5,
    2.0,
)
_PASSED_COST = 12.0
"""A line that runs through another mark seems to name it."""
_MOST_CROSSED = 4
_TRIES, _HOPELESS = 8, 8
"""How often another order is tried, and how many names without room end the tries."""
_DISTANCES = (4.0, 8.0, 12.0, 16.0, 20.0, 25.0, 30.0, 36.0, 42.0, 50.0, 60.0, 75.0, 95.0)
"""From its mark to a label that stands apart, in gaps."""

_DIRECTIONS = np.array(
    [
        (round(math.cos(turn * math.pi / 24), 6), round(math.sin(turn * math.pi / 24), 6))
        for turn in range(48)
    ]
)
_TURNS = 2
"""Every second direction is tried, but where marks crowd every one."""
_CLEAR = (25.0, 42.0)
"""The least distances of labels that stand apart from a crowd, which leave room for more lines."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label to place: the middle of its mark, how far the mark reaches, and the ways to write it.

    forms: each a width, a height and whether it is the whole name, the better ones first. below:
    whether it may stand below its mark only. asked: whether the author wants it, even if its line
    runs through other marks.
    """

    x: float
    y: float
    reach: float
    forms: tuple[tuple[float, float, bool], ...]
    below: bool = False
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A label that has a place: which of the wanted, in which form, in which box.

    leader: the line from its mark to one that stands apart.
    """

    index: int
    form: int
    box: Box
    leader: Box | None = None


def place_labels(
    wanted: Sequence[Wanted],
    room: Box,
    lines: Floats,
    *,
    taken: Sequence[Box] = (),
    gap: float = 2.0,
    most: int | None = None,
    sure: int = 0,
    covering: int = 0,
    crowded: bool = False,
) -> list[Label]:
    """Places for labels in the room, no two of which overlap; those without a free place have none.

    wanted: the most important first; one without forms gets no place, but its mark is kept free.
    The first `sure` ones may stand apart, and the first `covering` of them may cover marks of the
    rest, when there is no better place. Where one of them has no room in their order, it is tried
    before the others. lines: shape (m, 4), from x, y to x, y. taken: boxes to keep free. most: how
    many labels at most. crowded: whether marks stand in crowds, as on a map: where one of the first
    has no room, labels then stand farther from them and lines may pass marks of the rest.
    """
    placed: list[Label] = []
    # How far the labels that stand apart are at least, and how many may cover marks.
    ways = [(0.0, covering)] + [(clear, sure) for clear in _CLEAR if crowded and sure]
    for clear, most_covering in ways:
        order = [*range(len(wanted))]
        for _ in range(_TRIES if sure else 1):
            found = _placed(
                wanted, order, room, lines, taken, gap, most, sure, most_covering, clear
            )
            if len(found) > len(placed) or not placed:
                placed = found
            named = {label.index for label in found}
            missed = [at for at in order[:sure] if at not in named and wanted[at].forms]
            if not missed:
                return placed
            if len(missed) > _HOPELESS:
                break
            order = [*missed, *(at for at in order if at not in missed)]
    return placed


def _placed(
    wanted: Sequence[Wanted],
    turns: Sequence[int],
    room: Box,
    lines: Floats,
    taken: Sequence[Box],
    gap: float,
    most: int | None,
    sure: int,
    covering: int,
    clear: float,
) -> list[Label]:
    """Places in one order, of which the first `sure` are those of `wanted`."""
    marks = np.array(
        [(each.x - r, each.y - r, each.x + r, each.y + r) for each in wanted for r in (each.reach,)]
    ).reshape(-1, 4)
    boxes = np.array(taken, dtype=float).reshape(-1, 4)
    ends = lines[:, :2], lines[:, 2:]
    extents = np.hstack([np.minimum(*ends), np.maximum(*ends)])
    placed: list[Label] = []
    missed = False
    for index in turns:
        each = wanted[index]
        if (most is not None and len(placed) >= most) or (missed and index >= sure):
            break
        best: tuple[float, Label] | None = None
        first = index < sure
        shown = marks if index >= covering else marks[:sure]
        kept_clear = np.vstack([boxes, np.delete(shown, index, axis=0)]) if first else boxes
        for form, (width, height, whole) in enumerate(each.forms):
            beside = [(box, None, 0.0, None) for box in _candidates(each, width, height, gap)]
            apart: Iterable[tuple[Box, Box, float, npt.NDArray[np.bool_]]] = ()
            if first:
                apart = _apart(
                    each, index, (width, height), gap, clear, room, kept_clear, boxes, marks
                )
            for order, (box, leader, away, passed) in enumerate(chain(beside, apart)):
                cost = _WRAP_COST * form + (0.0 if whole else _CUT_COST)
                cost += _ORDER_COST * order if leader is None else _LEADER_COST + away / 6
                if best is not None and cost >= best[0]:
                    if leader is not None:
                        break  # those farther away cost no less
                    continue
                if leader is None and (not _within(box, room) or _hit(boxes, box).any()):
                    continue
                covered = _hit(marks, box)
                covered[index] = False
                if covered.any():
                    if index >= covering or covered[:sure].any():
                        continue
                    cost += _COVER_COST * int(covered.sum())
                if passed is not None:
                    passed &= ~covered
                    if passed.any() and index >= covering and not each.asked:
                        continue
                    cost += _PASSED_COST * int(passed.sum())
                near = _hit(marks, _wider(box, 2 * gap))
                near[index] = False
                cost += _NEAR_COST * int(near.sum())
                if best is not None and cost >= best[0]:
                    continue
                crossed = _crossed(lines[_touching(extents, box)], np.array([box]))
                cost += _LINE_COST * min(int(crossed.sum()), _MOST_CROSSED)
                if best is None or cost < best[0]:
                    best = cost, Label(index, form, box, leader)
        if best is not None:
            placed.append(best[1])
            boxes = np.vstack([boxes, best[1].box, *_along(best[1].leader, gap)])
        elif first and each.forms:
            missed = True
    return placed


def _apart(
    at: Wanted,
    own: int,
    size: tuple[float, float],
    gap: float,
    clear: float,
    room: Box,
    kept_clear: Floats,
    boxes: Floats,
    marks: Floats,
) -> Iterator[tuple[Box, Box, float, npt.NDArray[np.bool_]]]:
    """Boxes around a mark, ever farther away: each with its line, its distance in gaps, which is at
    least `clear`, and which of the marks but its own the line runs through.

    They are in the room and overlap nothing that is kept clear; no line runs through other boxes.
    """
    width, height = size
    distances = np.array([away for away in _DISTANCES if away >= clear])
    directions = _DIRECTIONS if clear else _DIRECTIONS[::_TURNS]
    reach = (at.reach + distances * gap)[:, None]
    x = (at.x + directions[:, 0] * (reach + width / 2) - width / 2).ravel()
    y = (at.y + directions[:, 1] * (reach + height / 2) - height / 2).ravel()
    around = np.column_stack([x, y, x + width, y + height])
    away = np.repeat(distances, len(directions))
    within = (around[:, :2] >= room[:2]).all(axis=1) & (around[:, 2:] <= room[2:]).all(axis=1)
    around, away = around[within], away[within]
    free = ~_hit(kept_clear, around.T[:, :, None]).any(axis=1)
    around, away = around[free], away[free]
    lines = _leaders(at, around)
    free = ~_run_through(lines, boxes).any(axis=1)
    around, away, lines = around[free], away[free], lines[free]
    passed = _run_through(lines, marks)
    passed[:, own] = False
    for box, line, far, over in zip(
        around.tolist(), lines.tolist(), away.tolist(), passed, strict=True
    ):
        yield tuple(box), tuple(line), far, over


def _leaders(at: Wanted, boxes: Floats) -> Floats:
    """The lines from the rim of a mark to the nearest place of each box."""
    middle = np.array([at.x, at.y])
    ends = np.minimum(np.maximum(middle, boxes[:, :2]), boxes[:, 2:])
    far = [math.hypot(*way) or 1.0 for way in (ends - middle).tolist()]
    parts = at.reach / np.array(far)[:, None]
    return np.hstack([middle + (ends - middle) * parts, ends])


def _along(leader: Box | None, step: float) -> list[Box]:
    """Small boxes along a line, which labels placed later keep clear of."""
    if leader is None:
        return []
    x, y, u, v = leader
    count = max(1, math.ceil(math.hypot(u - x, v - y) / step))
    shares = [(at + 0.5) / count for at in range(count)]
    middles = [(x + (u - x) * share, y + (v - y) * share) for share in shares]
    half = step / 4
    return [(at - half, down - half, at + half, down + half) for at, down in middles]


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


def _hit(boxes: Floats, box: Box | Floats) -> npt.NDArray[np.bool_]:
    """Which of the boxes overlap this one. Of many, given by their sides as columns, a row each."""
    overlap: npt.NDArray[np.bool_] = (
        (boxes[:, 0] < box[2])
        & (boxes[:, 2] > box[0])
        & (boxes[:, 1] < box[3])
        & (boxes[:, 3] > box[1])
    )
    return overlap


def _touching(boxes: Floats, box: Box | Floats) -> npt.NDArray[np.bool_]:
    """Which of the boxes overlap this one or touch it: what a line in it may run through."""
    near: npt.NDArray[np.bool_] = (
        (boxes[:, 0] <= box[2])
        & (boxes[:, 2] >= box[0])
        & (boxes[:, 1] <= box[3])
        & (boxes[:, 3] >= box[1])
    )
    return near


def _run_through(lines: Floats, boxes: Floats) -> npt.NDArray[np.bool_]:
    """Which of the boxes each line runs through, a row for each."""
    ends = lines[:, :2], lines[:, 2:]
    extents = np.hstack([np.minimum(*ends), np.maximum(*ends)])
    through = _touching(boxes, extents.T[:, :, None])
    line, box = np.nonzero(through)
    through[line, box] = _crossed(lines[line], boxes[box])
    return through


def _crossed(lines: Floats, boxes: Floats) -> npt.NDArray[np.bool_]:
    """Which lines run through which boxes (Liang and Barsky's clipping): one of either, or as many
    of both.
    """
    x, y = lines[:, 0], lines[:, 1]
    dx, dy = lines[:, 2] - x, lines[:, 3] - y
    shape = np.broadcast_shapes(x.shape, boxes[:, 0].shape)
    enter, leave = np.zeros(shape), np.ones(shape)
    outside = np.zeros(shape, dtype=bool)
    for along, distance in (
        (-dx, x - boxes[:, 0]),
        (dx, boxes[:, 2] - x),
        (-dy, y - boxes[:, 1]),
        (dy, boxes[:, 3] - y),
    ):
        still = along == 0
        outside |= still & (distance < 0)
        share = np.divide(distance, along, out=np.zeros(shape), where=~still)
        enter = np.where(along < 0, np.maximum(enter, share), enter)
        leave = np.where(along > 0, np.minimum(leave, share), leave)
    return ~outside & (enter < leave)
