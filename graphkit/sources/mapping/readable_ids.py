"""Ids for what appears only as a name: readable, and the same whenever the file is read again."""

from __future__ import annotations

import hashlib
import re

from graphkit.model.naming import fold

_LONGEST = 60
_BREAKS = re.compile(r"[\W_]+")


def slug(name: str) -> str:
    """A name as an id: its letters and digits in lower case, joined by hyphens.

    >>> slug("Politechnika Białostocka"), slug("ACME (Poland) Ltd."), slug("Κέντρο")
    ('politechnika-bialostocka', 'acme-poland-ltd', 'κεντρο')
    """
    words = _BREAKS.sub("-", fold(name)).strip("-")
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rpartition("-")[0] or words[:_LONGEST]
    return words or digest(name)


def digest(text: str) -> str:
    """Six hexadecimal digits that stand for a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:6]


class Ids:
    """Gives each thing an id of its own.

    A wanted id that another thing has already gets a suffix made from what tells the two apart, so
    it does not depend on what else the file holds, but for the thing that came first.
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, wanted: str, told_apart_by: str) -> str:
        """The id for a thing, which nothing else has."""
        key = wanted
        if key in self._taken:
            key = f"{wanted}-{digest(told_apart_by)}"
        count = 1
        while key in self._taken:
            count += 1
            key = f"{wanted}-{digest(told_apart_by)}-{count}"
        self._taken.add(key)
        return key
