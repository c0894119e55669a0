"""Tell a list whose rows are all members of one group, which no column names."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.sources.header_words import layer_in, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.list_words import says_list
from graphkit.sources.mapping.proposals.proposed_roles import Roles
from graphkit.sources.role_words import ROLE_WORDS

_JOINED = (
    "join", "adher", "beitritt", "beigetret", "eintritt", "eingetret", "acces", "admi", "przystap",
    "adhes", "ades", "member",
)  # fmt: skip
"""How words begin that say that somebody became a member."""


def says_signed(name: str) -> bool:
    """Whether a column of dates says when something was signed or ratified."""
    return any(word in plain(name) for word in ("sign", "podpis", "ratif", "ratyfik"))


def says_joined(name: str) -> bool:
    """Whether a column of dates says when somebody became a member or signed."""
    return says_signed(name) or any(
        word.startswith(_JOINED) for word in plain(name).split() if word != "entry"
    )


def _are_roles(look: Look) -> bool:
    """Whether most cells of a column hold the role of a member, such as chair."""
    low = [text.casefold() for text in look.texts]
    roles = sum(text in ROLE_WORDS or text.endswith(" member") for text in low)
    return roles * 2 > len(look.texts)


def is_list_of_members(columns: Sequence[Look], about: str, found: Roles) -> bool:
    """Whether all rows belong to one group, which the title or the name of the file is about."""
    if says_list(about) or layer_in(about) == "declaration":
        return True
    if found.people or "member part of" in found.roles:
        return False  # their roles and dates are those of people; a register says what owns what
    pairs = zip(columns, found.roles, strict=True)
    named = (look for look in columns if look.name not in found.counts and look.numbers < 0.5)
    return any(says_list(look.name) for look in named) or any(
        (role == "role" and _are_roles(look)) or (role == "start" and says_joined(look.name))
        for look, role in pairs
    )
