"""The ground of a map on paper: the sea, the countries and the frame."""

from __future__ import annotations

from collections.abc import Callable

from graphkit.views.figure.primitives import Area, Paper
from graphkit.views.map.ground import Ground
from graphkit.views.themes import BORDER, LAND, SEA

_BORDER = 0.4


def draw_ground(
    paper: Paper, ground: Ground, place: Callable[[float, float], tuple[float, float]]
) -> None:
    """Draw the ground; place: where a place of the view is on paper."""
    left, top, right, bottom = ground.frame
    corners = (*place(left, top), *place(right, bottom))
    paper.areas.append(Area.box(*corners, SEA, BORDER))
    land = tuple(tuple(place(x, y) for x, y in outline) for outline in ground.land)
    if land:
        paper.areas.append(Area(land, LAND, BORDER, _BORDER))
