"""The places without coordinates as a table to check, in the columns of the table `places`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from graphkit.export.table import Table
from graphkit.model.wording import counted
from graphkit.views import Town, Unplaced

MOST_CANDIDATES = 10
"""How many towns are listed for one place at most."""


def unplaced_table(places: Iterable[Unplaced], *, suggested: bool, short: bool = False) -> Table:
    """One row per place; or one per candidate, where its name can stand for several towns.

    suggested: whether the names were looked up. `short` has coordinates as text, so that a terminal
    shows all their digits.
    """
    written: Callable[[float], object] = "{:.5f}".format if short else float
    return Table.of(
        ("id", "name", "latitude", "longitude", "country", "note"),
        (row for place in places for row in _rows(place, suggested, written)),
        title="places",
        types={} if short else {"latitude": float, "longitude": float},
    )


def _rows(
    place: Unplaced, suggested: bool, written: Callable[[float], object]
) -> Iterator[tuple[object, ...]]:
    used = counted(place.organisations, "organisation")
    if not place.towns:
        note = f"{used}; {_nothing(place)}" if suggested else used
        yield place.id, place.name, None, None, place.country, note
    listed = place.towns[:MOST_CANDIDATES]
    for number, town in enumerate(listed, 1):
        note = f"{used}; {_said(place, number)}{_entry(town)}"
        at = written(town.latitude), written(town.longitude)
        yield place.id, place.name, *at, town.country, note


def _said(place: Unplaced, number: int) -> str:
    """What the row of a candidate says first."""
    if place.suggestion is not None:
        return ""
    said = f"candidate {number} of {len(place.towns)}: "
    return said if place.is_town else f"{said}the place is a {place.kind}, this is a town: "


def _entry(town: Town) -> str:
    return f"{town.name}, {counted(town.people, 'person', 'people')} (GeoNames {town.number})"


def _nothing(place: Unplaced) -> str:
    if not place.known_country:
        return f"unknown country {place.country}; give an ISO 3166 code"
    return "no town of this name" + (f" in {place.country}" if place.country else "")


def unplaced_remarks(places: Iterable[Unplaced], *, suggested: bool) -> Iterator[str]:
    """What was found, and what to do next."""
    listed = tuple(places)
    if not listed:
        yield "every place where organisations are has coordinates"
        return
    yield f"{counted(len(listed), 'place')} without coordinates"
    if not suggested:
        return
    sure = sum(each.suggestion is not None for each in listed)
    several = sum(bool(each.towns) for each in listed) - sure
    yield (
        f"{sure} with a suggestion, {several} with candidates, "
        f"{len(listed) - sure - several} with nothing found"
    )
    if sure or several:
        yield (
            "nothing is changed: check the rows and copy latitude and longitude of the right ones "
            "into the table places; GeoNames asks to be named (CC BY 4.0)"
        )
