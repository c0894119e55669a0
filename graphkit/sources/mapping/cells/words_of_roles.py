"""Words for roles: in Polish or in capitals in the file, plain and in English in the graph."""

from __future__ import annotations

from collections.abc import Mapping

from graphkit.model.naming import fold

MEMBER_OF = frozenset(
    ("member of", "member", "membership", "is member of", "is a member of", "belongs to",
     "czlonek", "członek", "należy do", "nalezy do", "memberof", "affiliated with")
)  # fmt: skip
"""Kinds of ties that say that the first organisation is a member of the second."""

_KNOWN = {
    "koordynator": "coordinator",
    "czlonek": "member",
    "lider": "leader",
    "obserwator": "observer",
    "uczestnik": "participant",
    "sygnatariusz": "signatory",
    "zalozyciel": "founder",
    "czlonek zalozyciel": "founder",
    "czlonek wspierajacy": "supporting member",
    "organizator": "organiser",
    "organizer": "organiser",
    "beneficjent": "beneficiary",
    **dict.fromkeys(
        "coordinador coordinadora coordinatore coordinateur capofila".split(), "coordinator"
    ),
    "chef de file": "coordinator",
    **dict.fromkeys("mitglied membre miembro membro".split(), "member"),
    **dict.fromkeys("partenaire socio".split(), "partner"),
    **dict.fromkeys("vorsitz vorsitzender vorsitzende".split(), "chair"),
    **dict.fromkeys("unterzeichner signataire firmante firmatario".split(), "signatory"),
    **dict.fromkeys("teilnehmer participante partecipante".split(), "participant"),
    "thirdparty": "third party",
    "associatedpartner": "associated partner",
}


def plain_role(text: str, named: Mapping[str, str]) -> str:
    """A role as graphkit writes it.

    >>> plain_role("Koordynator", {}), plain_role("VIP", {"VIP": "host"})
    ('coordinator', 'host')
    """
    text = " ".join(text.split())
    if text in named:
        return named[text]
    if text.isupper() or text.istitle() or (text[:1].isupper() and text[1:].islower()):
        text = text.lower()
    return _KNOWN.get(fold(text), text)
