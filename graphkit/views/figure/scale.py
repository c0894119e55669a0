"""The scale of a picture on paper: from pixels of the view to points, and the size of its words."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from graphkit.model import UsageError
from graphkit.views.figure.labels import Box, Floats
from graphkit.views.layout.two_mode_layout import HUB_RADIUS
from graphkit.views.marks import REACH
from graphkit.views.view import View

RING = 0.3
"""How far a ring is from its mark, in sizes of text."""

LEAST_TEXT = 7.0
"""Journals want letters of at least 7 points; nothing on a figure is smaller."""

_SIDE, _ABOVE, _BELOW = 3.5, 1.6, 3.2
"""Room around the marks for names, in sizes of text."""

_LARGEST_SCALE = 1 / 9
_SMALLEST_MARK = 0.27
_FARTHEST = 1e7
_SECONDARY = 0.9


@dataclass(frozen=True, slots=True)
class Scale:
    """From pixels of the view to points on paper; grow: by how much more marks are enlarged."""

    factor: float
    x: float
    y: float
    grow: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A place on paper."""
        return round(self.x + x * self.factor, 2), round(self.y + y * self.factor, 2)

    def length(self, radius: float) -> float:
        """A mark's radius on paper."""
        return round(radius * self.factor * self.grow, 2)


def scaled(view: View, box: Box, text: float, spread: float = 0.0) -> tuple[Scale, float]:
    """The scale at which the view fills the box, and where the picture then ends.

    spread: how much more room there is above and below the marks, in sizes of text.
    """
    discs = [(node.x, node.y, node.size * REACH[node.mark.shape]) for node in view.nodes]
    discs += [(*group.point, HUB_RADIUS) for group in view.groups if group.point is not None]
    for (x, y, radius), node in zip(discs, view.nodes, strict=False):
        if not all(math.isfinite(each) and abs(each) < _FARTHEST for each in (x, y, radius)):
            raise UsageError(
                f"{node.id}: its position {x:g}, {y:g} cannot be drawn; correct it where "
                "positions are given, or leave it out"
            )
    circles = np.array(discs)
    if not np.isfinite(circles).all():
        raise UsageError("a shared group has a position that is not a number; leave it out")
    low = (circles[:, :2] - circles[:, 2:]).min(axis=0)
    high = (circles[:, :2] + circles[:, 2:]).max(axis=0)
    side, above, below = _SIDE * text, (_ABOVE + spread) * text, (_BELOW + spread) * text
    largest = _LARGEST_SCALE * text
    if view.ground is not None:
        # The frame of a map has room for names within, and fills the box.
        low, high = np.array(view.ground.frame).reshape(2, 2)
        side = above = below = 0.0
        largest = math.inf
    across, down = np.maximum(high - low, 1.0).tolist()
    wide = box[2] - box[0] - 2 * side
    tall = box[3] - box[1] - above - below
    factor = max(min(wide / across, tall / down, largest), 1e-9)
    smallest = min(node.size for node in view.nodes) * factor
    grow = max(1.0, min(_SMALLEST_MARK * text / smallest, _free(circles)))
    middle = (box[0] + box[2]) / 2
    top = box[1] + above
    x = middle - factor * float(low[0] + high[0]) / 2
    y = top - factor * float(low[1])
    return Scale(factor, x, y, grow), top + factor * down + below


def small(text: float) -> float:
    """The size of secondary words beside text of a size."""
    return max(LEAST_TEXT, _SECONDARY * text)


def _free(circles: Floats) -> float:
    """By how much all circles can grow before two of them touch."""
    from scipy.spatial import cKDTree

    reach = 4 * float(np.median(circles[:, 2])) + 2 * float(circles[:, 2].max())
    pairs = cKDTree(circles[:, :2]).query_pairs(reach, output_type="ndarray").astype(np.int64)
    if not len(pairs):
        return 4.0
    first, second = circles[pairs[:, 0]], circles[pairs[:, 1]]
    gap = np.hypot(first[:, 0] - second[:, 0], first[:, 1] - second[:, 1])
    return min(4.0, 0.95 * float((gap / (first[:, 2] + second[:, 2])).min()))
