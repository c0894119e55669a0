"""Propose what separates several values in the cells of a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphkit.sources.countries import country_of
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.hyphened_lists import HYPHEN
from graphkit.sources.mapping.cells.listed_names import (
    counted_separator,
    is_unsure,
    names_several,
    names_stand_again,
    separator_of,
)
from graphkit.sources.mapping.proposals.doubts import is_named
from graphkit.sources.mapping.proposals.proposed_roles import Roles

_LONG = 80
"""Titles of more letters on average hold commas of their own."""


def splits(columns: Sequence[Look], found: Roles) -> dict[str, str]:
    """What separates several values in the cells of columns, by the names of these.

    Parameters
    ----------
    columns : sequence of Look
        The columns.
    found : Roles
        What each of them holds.

    Returns
    -------
    dict of str to str
        The marks, of columns that hold lists only.
    """
    split: dict[str, str] = {}
    for look, role in zip(columns, found.roles, strict=True):
        listed = is_named(role) or role.endswith((" country code", " aliases", " website"))
        if role.endswith(" country"):
            if mark := _listing_countries(look):
                split[look.name] = mark
        elif (
            listed
            and (mark := separator_in(look, role) or _counted(look, role, columns))
            and not (is_unsure(mark) and _has_one_id(role, mark, columns, found))
        ):
            split[look.name] = mark
    return split


def without_hyphens(split: Mapping[str, str]) -> dict[str, str]:
    """The marks without hyphens: where no column names a group, those who stand together in a
    cell are one that the row describes.
    """
    return {name: mark for name, mark in split.items() if mark != HYPHEN}


def _counted(look: Look, role: str, columns: Sequence[Look]) -> str:
    """What separates names that another column counts."""
    return counted_separator(look, columns) if is_named(role) else ""


def _has_one_id(role: str, mark: str, columns: Sequence[Look], found: Roles) -> bool:
    """Whether each cell of names stands beside one id, so that it is one name."""
    ids = [look for look, each in zip(columns, found.roles, strict=True) if each == f"{role} id"]
    return bool(ids) and not any(mark in text for text in ids[0].texts)


def separator_in(look: Look, role: str) -> str:
    """What separates the names in a column; the title of an agreement may hold a comma or slash."""
    mark = separator_of(look)
    if role != "group" or names_several(look.name):
        return mark
    long = sum(map(len, look.texts)) > _LONG * len(look.texts)
    if is_unsure(mark) and (look.unlike > 0.9 or long):
        return ""  # the title of a convention, with its commas
    # Wind; a study: a mark within titles separates names only where these stand elsewhere too.
    return mark if look.dates or names_stand_again(look, mark) else ""


def _listing_countries(look: Look) -> str:
    """What separates countries that stand together in a cell."""
    for mark in (";", "|", ","):
        having = [text for text in look.texts if mark in text and country_of(text) is None]
        parts = [part.strip() for text in having for part in text.split(mark)]
        if parts and sum(country_of(part) is not None for part in parts) * 3 > len(parts) * 2:
            return mark
    return ""
