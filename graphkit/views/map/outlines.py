"""The outlines of countries, cut to what a map shows.

They are Natural Earth's at 1:50 million, as the npm package world-atlas has them; the build puts
them beside the page's script. The file is TopoJSON: borders are arcs that neighbours share, each a
list of steps from point to point.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

import numpy as np
import numpy.typing as npt

from graphkit.views.bundled import bundled
from graphkit.views.map.ground import Corner
from graphkit.views.map.projection import Projection

Floats = npt.NDArray[np.float64]
Box = tuple[float, float, float, float]

FILE = "outlines.json"


@cache
def rings() -> tuple[Floats, ...]:
    """Every outline, as longitudes and latitudes, shape (n, 2). Raises `NotBuilt`."""
    topology = json.loads(bundled(FILE))
    scale, shift = (np.array(topology["transform"][name]) for name in ("scale", "translate"))
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in topology["arcs"]]
    return tuple(
        np.concatenate([arcs[at] if at >= 0 else arcs[~at][::-1] for at in ring])
        for country in topology["objects"]["countries"]["geometries"]
        for polygon in _polygons(country)
        for ring in polygon
    )


def _polygons(country: dict[str, object]) -> list[list[list[int]]]:
    arcs = country.get("arcs", [])
    assert isinstance(arcs, list)
    return [arcs] if country["type"] == "Polygon" else arcs


def land_in(frame: Box, projection: Projection, detail: float) -> tuple[tuple[Corner, ...], ...]:
    """The outlines within a frame of the plane, none with corners nearer than `detail`."""
    return tuple(
        tuple((round(x, 1), round(y, 1)) for x, y in cut)
        for ring in rings()
        for cut in _cut(projection(ring), frame, detail)
    )


def _cut(ring: Floats, frame: Box, detail: float) -> Iterator[list[Corner]]:
    """The ring within a frame (Sutherland and Hodgman's clipping), if any of it is there."""
    low, high = ring.min(axis=0), ring.max(axis=0)
    if low[0] > frame[2] or high[0] < frame[0] or low[1] > frame[3] or high[1] < frame[1]:
        return
    left: list[Corner] = [(float(x), float(y)) for x, y in _thinned(ring, detail).tolist()]
    for axis, edge, sign in (
        (0, frame[0], 1),
        (0, frame[2], -1),
        (1, frame[1], 1),
        (1, frame[3], -1),
    ):
        found: list[Corner] = []
        for at, corner in enumerate(left):
            before = left[at - 1]
            inside, was = sign * (corner[axis] - edge) >= 0, sign * (before[axis] - edge) >= 0
            if inside is not was:
                share = (edge - before[axis]) / (corner[axis] - before[axis])
                cut = [a + share * (b - a) for a, b in zip(before, corner, strict=True)]
                cut[axis] = edge
                found.append((cut[0], cut[1]))
            if inside:
                found.append(corner)
        left = found
    if len(left) > 2:
        yield left


def _thinned(ring: Floats, detail: float) -> Floats:
    """The ring without corners that are nearer than `detail` to the one before."""
    cells = np.floor(ring / detail)
    keep = np.append(True, (np.diff(cells, axis=0) != 0).any(axis=1))
    thinned: Floats = ring[keep]
    return thinned
