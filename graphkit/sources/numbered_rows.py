"""In which rows the organisations stand that have an official number, for what is said of them."""

from __future__ import annotations

from collections.abc import Callable

from graphkit.model import SCHEMES, Problem
from graphkit.sources.checking import Checked


def numbered_rows(
    organisations: Checked, located: Callable[[Problem], Problem] | None = None
) -> dict[str, str]:
    """The file and row of each organisation with an official number, by its id.

    located: gives the place in a file that a row was made from.
    """
    numbers = zip(*(organisations.values(scheme) for scheme in SCHEMES), strict=True)
    found: dict[str, str] = {}
    for at, (key, held) in enumerate(zip(organisations.values("id"), numbers, strict=True)):
        if key is not None and any(held):
            place = Problem(organisations.place, organisations.numbers[at], None, "", "")
            if located is not None:
                place = located(place)
            found[key] = f"{place.file}, {place.of} {place.row}" if place.row else place.file
    return found
