"""From degrees to kilometres on a plane: an equal-area projection that suits what is shown.

A part of the world is shown in Lambert's azimuthal equal-area projection around its middle, as maps
of the European Union are. What spans more than a hemisphere is shown in Equal Earth.

Snyder, J. P. (1987). Map projections: a working manual. US Geological Survey Professional Paper
1395, 182-190. Šavrič, B., Patterson, T. and Jenny, B. (2019). The Equal Earth map projection.
International Journal of Geographical Information Science 33, 454-465.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Projection = Callable[[Floats], Floats]
"""From longitudes and latitudes in degrees to x and y in kilometres, y downwards; shape (n, 2)."""

EARTH = 6371.0
"""The mean radius of the Earth in kilometres."""

_WIDE = 60.0
"""From this many degrees around its middle on, a region is shown on a map of the world."""

_FARTHEST = 175.0
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_M = math.sqrt(3) / 2


def middle_of(places: Floats) -> tuple[float, float]:
    """The longitude and latitude in the middle of places, opposite the widest gap around the globe.

    >>> middle_of(np.array([[170.0, 10.0], [-170.0, 20.0]]))
    (180.0, 15.0)
    """
    around = np.sort(np.unique(places[:, 0] % 360.0))
    gaps = np.diff(np.append(around, around[0] + 360.0))
    widest = int(gaps.argmax())
    begin = around[(widest + 1) % len(around)]
    across = 360.0 - gaps[widest]
    longitude = (begin + across / 2 + 180.0) % 360.0 - 180.0
    low, high = places[:, 1].min(), places[:, 1].max()
    return float(longitude if longitude > -180.0 else 180.0), float((low + high) / 2)


def projection_for(places: Floats) -> Projection:
    """The projection that suits places, given as longitudes and latitudes, shape (n, 2), n > 0."""
    longitude, latitude = middle_of(places)
    if float(_angles(places, longitude, latitude).max()) > _WIDE:
        return equal_earth
    return azimuthal(longitude, latitude)


def azimuthal(longitude: float, latitude: float) -> Projection:
    """Lambert's azimuthal equal-area projection around a middle, on a sphere.

    >>> [round(each, 1) for each in azimuthal(20.0, 50.0)(np.array([[20.0, 51.0]]))[0].tolist()]
    [0.0, -111.2]
    """
    up = math.radians(latitude)

    def projected(places: Floats) -> Floats:
        east = np.radians(places[:, 0] - longitude)
        north = np.radians(places[:, 1])
        cosine = math.sin(up) * np.sin(north) + math.cos(up) * np.cos(north) * np.cos(east)
        # What lies on the other side of the globe is far away in its direction.
        factor = np.sqrt(2.0 / (1.0 + np.maximum(cosine, math.cos(math.radians(_FARTHEST)))))
        x = factor * np.cos(north) * np.sin(east)
        y = factor * (math.cos(up) * np.sin(north) - math.sin(up) * np.cos(north) * np.cos(east))
        return EARTH * np.column_stack([x, -y])

    return projected


def equal_earth(places: Floats) -> Floats:
    """The Equal Earth projection around Greenwich.

    >>> [round(each) for each in equal_earth(np.array([[0.0, 90.0]]))[0].tolist()]
    [0, -8393]
    """
    theta = np.arcsin(_M * np.sin(np.radians(places[:, 1])))
    square = theta**2
    sixth = square**3
    slope = _A[0] + 3 * _A[1] * square + sixth * (7 * _A[2] + 9 * _A[3] * square)
    x = np.radians(places[:, 0]) * np.cos(theta) / (_M * slope)
    y = theta * (_A[0] + _A[1] * square + sixth * (_A[2] + _A[3] * square))
    return EARTH * np.column_stack([x, -y])


def _angles(places: Floats, longitude: float, latitude: float) -> Floats:
    """How far places are from a middle, in degrees of a great circle."""
    east, north = np.radians(places[:, 0] - longitude), np.radians(places[:, 1])
    up = math.radians(latitude)
    cosine = math.sin(up) * np.sin(north) + math.cos(up) * np.cos(north) * np.cos(east)
    angles: Floats = np.degrees(np.arccos(np.clip(cosine, -1.0, 1.0)))
    return angles
