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
        "coordinador coordinadora coordinatore coordinateur coordinatrice capofila koordinator "
        "koordinatorin coordenador coordenadora coordonator koordinaattori koordinatorius "
        "koordinators koordinaator координатор συντονιστησ koordinatorka".split(),
        "coordinator",
    ),
    "chef de file": "coordinator",
    **dict.fromkeys(
        "mitglied membre miembro membro lid medlem jasen clen membru tag liige narys biedrs uye "
        "член μελοσ".split(),
        "member",
    ),
    **dict.fromkeys(
        "partenaire socio parceiro partener kumppani партнер εταιροσ ortak partneris "
        "prosjektpartner projektpartner".split(),
        "partner",
    ),
    **dict.fromkeys(
        "vorsitz vorsitzender vorsitzende voorzitter ordforande puheenjohtaja predseda elnok "
        "presedinte pirmininkas esimees baskan styreleder przewodniczacy".split(),
        "chair",
    ),
    **dict.fromkeys(
        "unterzeichner signataire firmante firmatario signatario ondertekenaar underskriver "
        "undertecknare allekirjoittaja signatar alairo semnatar подписант підписант".split(),
        "signatory",
    ),
    **dict.fromkeys(
        "teilnehmer participante partecipante deelnemer deltaker deltager deltagare osallistuja "
        "ucastnik resztvevo participant dalyvis dalibnieks osaleja katilimci участник "
        "учасник".split(),
        "participant",
    ),
    **dict.fromkeys(
        "beobachter observateur observador osservatore waarnemer observator "
        "tarkkailija pozorovatel megfigyelo stebetojas наблюдатель спостерігач".split(),
        "observer",
    ),
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
