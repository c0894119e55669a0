"""Where organisations are: their own coordinates, else those of their place."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphkit.model import Node, UsageError
from graphkit.model.own_columns import PREFIX
from graphkit.network import Network
from graphkit.network.places import places_of

_LATITUDES = ("latitude", "lat")
_LONGITUDES = ("longitude", "lon", "lng", "long")


@dataclass(frozen=True)
class Coordinates:
    """Where organisations are, by id: longitude and latitude in degrees.

    missing: of each organisation that has none, by id, its place; "" where none is stated.
    several: the ids of those that have several places.
    """

    of: Mapping[str, tuple[float, float]]
    missing: Mapping[str, str]
    several: frozenset[str]


def coordinates(network: Network, organisations: Iterable[str]) -> Coordinates:
    """Where organisations are, given by id.

    Raises UsageError for coordinates that are not on the globe, and where nobody has any.
    """
    stated = places_of(network, network.selection)
    points = {
        key: point
        for (label, key), node in network.nodes.items()
        if label == "Place" and (point := stated_point(node, "")) is not None
    }
    of: dict[str, tuple[float, float]] = {}
    missing: dict[str, str] = {}
    several = set()
    for each in organisations:
        node = network.organisations[network.index[each]]
        point = stated_point(node, PREFIX)
        places = sorted(stated.get(each, ()))
        known = [place for place in places if place in points]
        if point is None and known:
            point = points[known[0]]
            if len(known) > 1:
                several.add(each)
        if point is not None:
            of[each] = point
        else:
            missing[each] = network.nodes["Place", places[0]].name if places else ""
    if not of:
        raise UsageError(
            "no organisation here has coordinates; give latitude and longitude in the table "
            "places, or x_latitude and x_longitude in the table organisations"
        )
    return Coordinates(of, missing, frozenset(several))


def stated_point(node: Node, prefix: str) -> tuple[float, float] | None:
    """The longitude and latitude that a node states, if it states both."""
    found = []
    for names, most in ((_LONGITUDES, 180.0), (_LATITUDES, 90.0)):
        value = next(
            (v for name in names if (v := node.properties.get(prefix + name)) is not None), None
        )
        if value is None:
            return None
        try:
            number = float(str(value).replace(",", "."))
        except ValueError:
            number = math.nan
        if not abs(number) <= most:
            raise UsageError(
                f"{node.name} has the {names[0]} {value}; give degrees between -{most:g} and "
                f"{most:g}, or leave the cell blank"
            )
        found.append(number)
    return found[0], found[1]
