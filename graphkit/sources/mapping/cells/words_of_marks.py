"""What the cells of a matrix say: no, yes, or yes in part, as an observer, in the chair."""

from __future__ import annotations

import re

from graphkit.model.naming import fold

YES = frozenset(
    "1 1.0 x yes y true t tak ✓ ✔ ✗✓ oui ja sí si full ● • + jā jah igen "
    "áno ano taip sim kyllä да так ναι evet".split()
)
NO = frozenset("0 0.0 no n false f nie ✗ ✘ non nein o none ○ nee nei nej não "
    "nem nie нет ні όχι hayır".split()) | {
    "", "not yet", "jeszcze nie", "noch nicht", "pas encore",
}  # fmt: skip
_ROLES = {
    "partial": "partial partially partly czesciowo teilweise partiel partiellement",
    "observer": "observer obserwator obserwatorka beobachter beobachterin observateur observatrice",
    "chair": "chair przewodniczacy przewodniczaca vorsitz vorsitzender vorsitzende president",
    "planned": "planned planowane geplant prevu",
    "(x)": "(x)",
}
_ROLE_OF = {word: role for role, words in _ROLES.items() for word in words.split()}
_ONE, _ZERO = re.compile(r"1[.,]0+"), re.compile(r"0*[.,]0+")
"""How programs write 1 and 0 where they keep decimals."""
_WITH_ROLE = re.compile(r"(\S+)(?: ?\((.+)\)|(?: [-–] |, ?|: ?)(.+))")


def role_of_mark(text: str) -> str | None:
    """The role of which a cell says yes, "" for a plain yes, and None for no and for other texts.

    >>> role_of_mark("tak"), role_of_mark("Yes (chair)"), role_of_mark("obserwator")
    ('', 'chair', 'observer')
    >>> role_of_mark("not yet"), role_of_mark("maybe")
    (None, None)
    """
    low = " ".join(text.split()).casefold()
    if low in YES or _ONE.fullmatch(low):
        return ""
    if (match := _WITH_ROLE.fullmatch(low)) and match[1] in YES:
        return _ROLE_OF.get(fold(match[2] or match[3]))
    return _ROLE_OF.get(low) or _ROLE_OF.get(fold(low))


def is_mark(text: str) -> bool:
    """Whether the text says yes, no or in part.

    >>> is_mark("pas encore"), is_mark("maybe")
    (True, False)
    """
    return says_no(text) or role_of_mark(text) is not None


def says_no(text: str) -> bool:
    """Whether the text says no, or is blank.

    >>> says_no("nein"), says_no(".0"), says_no("1")
    (True, True, False)
    """
    return text.strip().casefold() in NO or _ZERO.fullmatch(text.strip()) is not None
