"""The places that the cells of a row state of an organisation or a group."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from graphkit.model.own_columns import PREFIX
from graphkit.sources.languages.no_place import names_no_place
from graphkit.sources.mapping.cells.tally import Said, Tally
from graphkit.sources.mapping.rows.entities import Entity, Place, Places

PLACE = ("country", "country_code", "city", "region", "latitude", "longitude", "coordinates")
"""What columns say of where something is."""
_NAMED = ("country", "country_code", "city", "region")

_COORDINATES = re.compile(r"[(\[]?\s*(-?\d+(?:\.\d+)?)\s*[,;| ]\s*(-?\d+(?:\.\d+)?)\s*[)\]]?")
_OTHER_COUNTRY = Said(
    "states another country than an earlier one; both were kept",
    "state another country than an earlier one; both were kept",
)
_KEPT = "which was kept; others are in x_latitude and x_longitude"
_OTHER_POINT = Said(
    f"states another point of a town than an earlier one, {_KEPT}",
    f"state other points of a town than earlier ones, {_KEPT}",
)
_NO_PLACE = Said("names no place", "name no place", "was left out")
_NO_POINT = Said("states no point on the map", "state no point on the map", "was left out")


class StatedPlaces:
    """Adds places to entities.

    place: the sheet, as problems name it. called: the columns, by what they say. mark: what
    separates several countries in a cell, or "".
    """

    def __init__(
        self, place: str, called: Mapping[str, str], places: Places, mark: str, tally: Tally
    ) -> None:
        self._place = place
        self._called = called
        self._places = places
        self._mark = mark
        self._tally = tally

    def add(self, entity: Entity, texts: Mapping[str, str], at: int, row: int) -> None:
        """Add the place that the cells of a row state, which stands in the sheet at `row`."""
        places = self._places
        texts = {word: text for word, text in texts.items() if self._is_place(word, text, row)}
        countries = [texts.get("country", "")]
        if self._mark and countries[0]:
            parts = [each.strip() for each in countries[0].split(self._mark)]
            countries = [each for each in parts if self._is_place("country", each, row)]
        country: Place | None = None
        for text in countries:
            code = texts.get("country_code", "") if len(countries) == 1 else ""
            if text or code:
                country = places.country(text, code, at)
                if len(countries) > 1:
                    entity.places.setdefault(country)
        point = (texts.get("latitude", ""), texts.get("longitude", ""))
        if match := _COORDINATES.fullmatch(texts.get("coordinates", "")):
            point = (match[1], match[2])
        elif texts.get("coordinates"):
            self._tally.remark(self._place, row, texts["coordinates"], _NO_POINT)
        if not self._on_earth(point, row):
            point = ("", "")
        if texts.get("city"):
            town = places.town(texts["city"], country, texts.get("region", ""), point, at)
            entity.places.setdefault(town)
            self._keep_point(entity, town, point, row)
        elif texts.get("region"):
            entity.places.setdefault(places.region(texts["region"], country, at))
            self._keep(entity, point)
        elif any(point):
            entity.places.setdefault(places.point(point, country, at))
        elif country and len(countries) == 1:
            if any(place.lies_in(country) for place in entity.places):
                return
            if entity.places:
                name = f"{entity.name}: {country.name}"
                self._tally.remark(self._place, row, name, _OTHER_COUNTRY)
            entity.places[country] = None

    def _is_place(self, word: str, text: str, row: int) -> bool:
        """Whether a text names a place, or says something else than where something is."""
        if word not in _NAMED or not names_no_place(text):
            return True
        column = self._called[word]
        said = replace(_NO_PLACE, column=column)
        self._tally.lenient(self._place, row, column, text, said, "leave the cell blank")
        return False

    def _keep_point(self, entity: Entity, town: Place, point: tuple[str, str], row: int) -> None:
        """Keep a point that is another than the one of its town, which the first row has stated."""
        if not any(point) or town.point == point:
            return
        if not any(town.point):
            town.point = point
            return
        self._keep(entity, point)
        self._tally.remark(self._place, row, f"{entity.name}: {', '.join(point)}", _OTHER_POINT)

    def _keep(self, entity: Entity, point: tuple[str, str]) -> None:
        """Keep a point in columns of the organisation, for which its place has no room."""
        for word, text in zip(("latitude", "longitude"), point, strict=True):
            if text:
                entity.attributes.setdefault(f"{PREFIX}{word}", text)

    def _on_earth(self, point: tuple[str, str], row: int) -> bool:
        if not any(point):
            return False
        try:
            if abs(float(point[0])) <= 90 and abs(float(point[1])) <= 180:
                return True
        except ValueError:
            pass
        self._tally.remark(self._place, row, ", ".join(point), _NO_POINT)
        return False
