"""The tags of the Humanitarian Exchange Language, which stand in a row below the names of columns.

Organización, Sector, Fecha
#org+es, #sector+es, #date+start
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

_TAG = re.compile(r"#[a-z][a-z0-9_]*(?:\s*\+\s*[a-z][a-z0-9_]*)*", re.IGNORECASE)
_NAMED = {
    "org": "member",
    "sector": "membership",
    "cluster": "membership",
    "group": "membership",
    "project": "collaboration",
    "activity": "collaboration",
    "event": "collaboration",
}
"""What tags name: who does something, in which sector or project."""
_SAID = {"code": "id", "id": "id", "acronym": "aliases", "type": "kind"}
"""What attributes of such a tag say of it, beside its name."""


def are_tags(cells: Sequence[str]) -> bool:
    """Whether a row holds nothing but tags.

    >>> are_tags(["#org+es", "", "#sector + es"]), are_tags(["#1", "Acme"])
    (True, False)
    """
    held = [text for text in map(str.strip, cells) if text]
    return len(held) > 1 and all(map(_TAG.fullmatch, held))


@cache
def meaning_of_tag(name: str) -> tuple[str, str] | None:
    """What a column says by its tag: the subject and the property, or None for other names.

    >>> meaning_of_tag("#org+es"), meaning_of_tag("#date+start"), meaning_of_tag("#affected")
    (('member', 'name'), ('', 'start'), ('', ''))
    """
    if not _TAG.fullmatch(name.strip()):
        return None
    tag, *attributes = re.split(r"\s*\+\s*", name.strip().lower())
    if (subject := _NAMED.get(tag[1:])) is not None:
        return subject, next((_SAID[each] for each in attributes if each in _SAID), "name")
    if tag == "#contact":
        return "", "person"
    if tag == "#date":
        found = {"start", "end"} & {*attributes}
        return "", found.pop() if found else "observed"
    return "", ""
