"""A view as a map: organisations stand where they are, with the ground below.

Those at one place, and those whose marks would cover each other, stand side by side around it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from graphkit.views.layout.packing import free_place
from graphkit.views.layout.saved_positions import Positions
from graphkit.views.layout.two_mode_layout import HUB_RADIUS
from graphkit.views.map.coordinates import Coordinates
from graphkit.views.map.ground import Ground
from graphkit.views.map.outlines import land_in
from graphkit.views.map.projection import projection_for
from graphkit.views.marks import REACH
from graphkit.views.view import View, ViewGroup, ViewNode

Floats = npt.NDArray[np.float64]

ACROSS = 1000.0
"""The width of a map in pixels, unless many organisations at one place need more."""

_GAP = 3.0
_AROUND = 0.16
"""The room between the outermost places and the frame, as a share of the width."""

_LEAST = 60.0
"""The least that a map shows in each direction, in kilometres."""

_ASPECTS = (0.75, 1.6)
_CROWD, _FILLED = 0.06, 0.5
"""The surroundings in which marks must have room, as a share of the width, and what they fill."""

_DETAIL = 0.8
"""How near, in pixels, two corners of an outline may be."""


def mapped(view: View, found: Coordinates, missing: tuple[tuple[str, str], ...]) -> View:
    """A view of organisations that all have coordinates as a map.

    missing: as in `Ground`.
    """
    nodes = view.nodes
    degrees = np.array([found.of[node.id] for node in nodes], dtype=float)
    projection = projection_for(degrees)
    plane = projection(degrees)
    frame = _frame(plane)
    factor = _scale(plane, nodes, frame[2] - frame[0])
    shift = np.array([(frame[0] + frame[2]) / 2, (frame[1] + frame[3]) / 2])
    true = (plane - shift) * factor
    places, taken = _side_by_side(true, nodes)
    edges = np.array(frame).reshape(2, 2)
    box = ((edges - shift) * factor).round(1).ravel().tolist()
    land = tuple(
        tuple(
            (round((x - shift[0]) * factor, 1) + 0.0, round((y - shift[1]) * factor, 1) + 0.0)
            for x, y in outline
        )
        for outline in land_in(frame, projection, _DETAIL / factor)
    )
    at = {node.id: (x, y) for node, (x, y) in zip(nodes, places.tolist(), strict=True)}
    groups = _groups(view, at, taken)
    return replace(
        view,
        nodes=tuple(replace(node, x=at[node.id][0], y=at[node.id][1], side="") for node in nodes),
        groups=groups,
        isolates=None,
        positions=Positions(
            organisations=at,
            groups={each.group.key: each.point for each in groups if each.point is not None},
        ),
        ground=Ground(
            frame=(box[0], box[1], box[2], box[3]),
            land=land,
            placed=len(nodes),
            farthest=float(np.hypot(*(places - true).T).max()) / factor,
            several=sum(node.id in found.several for node in nodes),
            missing=missing,
        ),
    )


def _frame(plane: Floats) -> tuple[float, float, float, float]:
    """What is shown, in kilometres: all places with room around, not too tall and not too wide."""
    low, high = plane.min(axis=0), plane.max(axis=0)
    middle = (low + high) / 2
    half = np.maximum((high - low) / 2, _LEAST)
    half = half + 2 * _AROUND * half.max()
    half[0] = max(half[0], half[1] * _ASPECTS[0])
    half[1] = max(half[1], half[0] / _ASPECTS[1])
    return (*(middle - half).tolist(), *(middle + half).tolist())


def _scale(plane: Floats, nodes: Sequence[ViewNode], across: float) -> float:
    """Pixels to a kilometre, so that the marks of the busiest surroundings have room there."""
    from scipy.spatial import cKDTree

    squares = np.array([node.size * REACH[node.mark.shape] + _GAP for node in nodes]) ** 2
    around = cKDTree(plane).query_ball_point(plane, _CROWD * across)
    busiest = max(float(squares[near].sum()) for near in around)
    # Discs side by side fill about two thirds of what is around them.
    return max(ACROSS, math.sqrt(busiest / _FILLED) / _CROWD) / across


def _side_by_side(true: Floats, nodes: Sequence[ViewNode]) -> tuple[Floats, Floats]:
    """Places in which no mark covers another, the first of the ranking where they are; and their
    boxes, shape (n, 4).
    """
    boxes = np.empty((0, 4))
    places = []
    for at, node in zip(true, nodes, strict=True):
        reach = np.full(2, node.size * REACH[node.mark.shape] + _GAP / 2)
        place = free_place(at, reach, reach, boxes).round(1) + 0.0
        places.append(place)
        boxes = np.vstack([boxes, np.concatenate([place - reach, place + reach])])
    return np.array(places), boxes


def _groups(view: View, at: dict[str, tuple[float, float]], taken: Floats) -> tuple[ViewGroup, ...]:
    """The groups, their points in the middle of their members."""
    groups = []
    reach = np.full(2, HUB_RADIUS + _GAP / 2)
    for group in view.groups:
        point = None
        if group.point is not None:
            middle = np.array([at[member.id] for member in group.members]).mean(axis=0)
            place = free_place(middle, reach, reach, taken).round(1) + 0.0
            taken = np.vstack([taken, np.concatenate([place - reach, place + reach])])
            point = (float(place[0]), float(place[1]))
        groups.append(replace(group, point=point))
    return tuple(groups)
