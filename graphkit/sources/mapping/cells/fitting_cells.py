"""Whether the cells of a column hold what its name says: dates, numbers, countries, kinds."""

from __future__ import annotations

import re

from graphkit.model import SCHEMES
from graphkit.sources.countries import country_of
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.kind_words import kind_of, sector_of
from graphkit.sources.mapping.cells.worded_columns import are_groups
from graphkit.sources.mapping.form.lenient import STILL

_IDS = re.compile(r"[\d|,; ]+")
_MINISTRIES = ("departementet", "ministeri", "ministry")
_LONGEST = 56
"""How long the name of a country is at most, in letters."""
_BODIES = {*"government private public state state-owned privately mixed unknown yes no".split()}
"""What a column called `Governed by` may hold where it tells kinds of bodies, and names none."""


def _too_long(text: str) -> bool:
    """Whether a text is longer than the name of any country, and names none."""
    return len(text) > _LONGEST and not any(
        country_of(part.strip()) for part in re.split(r"[;,|/]", text)
    )


def _are_ministries(look: Look) -> bool:
    """Whether most texts name ministries, which are called departments in Scandinavia."""
    said = sum(any(word in text.casefold() for word in _MINISTRIES) for text in look.texts)
    return said * 2 > len(look.texts)


def fits(look: Look, what: str) -> bool:
    """Whether the cells of a column hold what its name says."""
    if not look.texts:
        return True
    if what == "end":
        still = sum(text.casefold() in STILL for text in look.texts)
        return look.dates + still / len(look.texts) > 0.6
    if what in ("start", "observed", "founded", "dissolved"):
        return look.dates > 0.6
    if what in ("contribution", "latitude", "longitude", "weight"):
        return look.numbers > 0.6
    if what in ("country", "city", "region") and look.dates > 0.9 and look.numbers < 0.1:
        return False  # `Land Pact`: since when
    if what == "country":
        named = look.numbers < 0.5 and look.marks < 1.0 and not all(map(_IDS.fullmatch, look.texts))
        return named and sum(map(_too_long, look.texts)) * 20 <= len(look.texts)
    if what == "aliases":
        return look.numbers < 0.5  # else they number the rows
    if what == "city":
        return look.marks < 1.0
    if what == "region":
        return look.marks < 1.0 and not are_groups(look) and not _are_ministries(look)
    if what == "kind":
        known = sum(kind_of(text) is not None for text in look.texts)
        return known * 2 >= len(look.texts)
    if what == "part_of":
        return {*map(str.casefold, look.texts)}.isdisjoint(_BODIES)
    if what == "sector":
        return sum(sector_of(text) is not None for text in look.texts) * 2 >= len(look.texts)
    if what == "website":
        return sum("." in text for text in look.texts) * 2 > len(look.texts)
    if what in SCHEMES:
        return sum(any(map(str.isdigit, text)) for text in look.texts) * 2 > len(look.texts)
    if what == "coordinates":
        return sum(bool(re.search(r"\d.*[,|].*\d", text)) for text in look.texts) * 2 > len(
            look.texts
        )
    return True
