"""Words in titles and names of columns that say that rows are the members of something."""

from __future__ import annotations

from functools import cache

from graphkit.sources.header_lexicon import plain_words
from graphkit.sources.header_words import plain

_LIST_WORDS = {
    "members", "member", "signatories", "signatory", "participants", "partners", "czlonkowie",
    "sygnatariusze", "uczestnicy", "partnerzy", "mitglieder", "membres", "signataires", "endorsers",
    "supporters", "beneficiaries",
    *"unterzeichner unterzeichnende teilnehmer adherents miembros socios firmantes".split(),
    *"signatarios participantes membri soci firmatari partecipanti".split(),
    "membership", "attendees", "constituents", "sponsors",
}  # fmt: skip


_BESIDE = {
    *"list of the all our lista states state countries country current full active".split(),
    *"organisations organizations institutions companies names".split(),
}
"""Words beside them that do not say of what."""


def says_list(text: str) -> bool:
    """Whether a title or the name of a column says that the rows are the members of something."""
    return bool({*plain(text).split()} & _all())


def says_nothing_else(title: str) -> bool:
    """Whether a title says no more than that rows are members: `Partners`, `list of members`."""
    words = {*plain(title).split()} - {*_BESIDE}
    return bool(words) and words <= _all()


@cache
def _all() -> frozenset[str]:
    lists = ("members", "signatories", "participants", "partners")
    return frozenset(_LIST_WORDS).union(*map(plain_words, lists))
