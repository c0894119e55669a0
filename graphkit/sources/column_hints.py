"""Which column of a table an unknown name means: a misspelt one, or another word for one.

Other words are those of `header_words`. What is neither near in spelling nor in meaning
gets no suggestion.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from graphkit.model import TABLES
from graphkit.model.own_columns import name_made_of
from graphkit.model.wording import nearest
from graphkit.sources.header_words import ends, meaning
from graphkit.sources.raw import table_of

_NAMED_BY = {
    "organisations": {"member": "name", "membership": "name", "": "name"},
    "memberships": {"member": "member", "membership": "group", "": "member"},
    "declarations": {"declaration": "title", "": "title"},
    "signatories": {"member": "organisation", "declaration": "declaration", "": "organisation"},
    "collaborations": {"collaboration": "title", "": "title"},
    "participants": {
        "member": "organisation",
        "collaboration": "collaboration",
        "": "organisation",
    },
    "places": {"": "name"},
    "people": {"member": "organisation", "": "name"},
    "questions": {"": "text"},
    "sources": {"": "title"},
}
"""The column that a name or an id of a subject means; "" is a name that says no subject."""

_OTHER_NAMES = {
    "organisations": {"country": "place", "city": "place"},
    "declarations": {"country": "place", "city": "place", "start": "signed"},
    "collaborations": {"country": "place", "city": "place"},
    "places": {"city": "name"},
    "sources": {"website": "url", "start": "published"},
    "figures": {"weight": "value"},
}
"""Columns that mean a property under another name than the property's own."""

_OF_PLACES = ("latitude", "longitude", "coordinates")


def cure_of(name: str, table: str, free: Collection[str]) -> tuple[str | None, str]:
    """The column that an unknown name means, if any, and what to do about it.

    free: the columns of the table that the header does not name yet.

    >>> cure_of("Type", "organisations", ["kind", "place"])
    ('kind', 'did you mean kind?')
    >>> cure_of("lat", "organisations", ["vat", "place"])
    (None, 'give it in the column latitude of the table places, and name the place in place')
    """
    meant = nearest(name, free) or (_by_meaning(name, table) if table in TABLES else None)
    if meant in free:
        return meant, f"did you mean {meant}?"
    if table not in TABLES:  # a table of decisions, which keeps no columns of one's own
        known = ", ".join([column.name for column in table_of(table).columns])
        return None, f"delete it; the columns are {known}"
    what = meaning(name)[1]
    if what in _OF_PLACES and any(column.name == "place" for column in TABLES[table].columns):
        column = "latitude" if what == "coordinates" else what
        return None, (
            f"give it in the column {column} of the table places, and name the place in place"
        )
    return None, f"name it {name_made_of(name)} to keep it, or delete it"


def ends_of_ties(header: Sequence[str], table: str) -> Mapping[int, str]:
    """The columns of an edge list that a header of ties names as other programs do, by position.

    Its `Source` is then an end of the tie and not a document.

    >>> ends_of_ties(["Source", "Target", "Weight"], "ties")
    {0: 'a', 1: 'b'}
    """
    if table != "ties" or {name.strip().casefold() for name in header} & {"a", "b"}:
        return {}
    found = ends(list(header))
    return {} if found is None else {found[0]: "a", found[1]: "b"}


def _by_meaning(name: str, table: str) -> str | None:
    subject, what = meaning(name)
    if what in ("name", "id") and (subject or table != "figures"):
        own = {column.name for column in TABLES[table].columns}
        if what == "id" and not subject and "id" in own:
            return "id"
        return _NAMED_BY.get(table, {}).get(subject)
    return _OTHER_NAMES.get(table, {}).get(what, what) if what else None
