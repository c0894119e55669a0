"""The roles that columns of names give to who stands in them, as `Koordynator klastra` does."""

from __future__ import annotations

from graphkit.sources.header_words import meaning, plain

_AS_ROLE = {
    "coordinator": "coordinator",
    "koordynator": "coordinator",
    "lead partner": "lead partner",
    "lead": "lead partner",
    "leader": "leader",
    "lider": "leader",
    "organiser": "organiser",
    "organizer": "organiser",
    "host": "host",
    "initiator": "initiator",
    "sponsor": "sponsor",
    "third party": "third party",
    "lead sponsor": "lead sponsor",
    "lead applicant": "coordinator",
    "publisher": "publisher",
    "acquirer": "acquirer",
    "acquiring party": "acquirer",
    "target": "target",
    "buyer": "buyer",
    "seller": "seller",
    "notifying party": "notifying party",
    "partie notifiante": "notifying party",
    "parties notifiantes": "notifying party",
    "entreprise concernee": "target",
    "entreprises concernees": "target",
    "lead organisation": "coordinator",
    "lead organization": "coordinator",
    "lead ro": "coordinator",
    "lead research organisation": "coordinator",
    **dict.fromkeys(
        "koordinator coordinador coordinatore coordinateur capofila coordenador coordonator "
        "coordinatrice coordinadora coordenadora koordinaattori koordinatorius koordinators "
        "koordinaator koordinatorka koordinerende_institusjon координатор συντονιστησ".split(),
        "coordinator",
    ),
    "chef de file": "coordinator",
    **dict.fromkeys(
        "zuwendungsempfanger perceptor tilskuddsmottaker tilskudsmodtager bidragsmottagare "
        "tuensaaja prijemce prijimatel kedvezmenyezett beneficiario subvencionado".split(),
        "recipient",
    ),
    **dict.fromkeys(
        "financiadora zuwendungsgeber fordergeber financiador finanziatore financeur spender "
        "geldgeber donateur donante doador donatore donator giver givare bidragsyter bidragyder "
        "darce darca darczynca adomanyozo lahjoittaja rahoittaja rahastaja donors".split(),
        "funder",
    ),
    "recipient": "recipient",
    "grantee": "recipient",
    "awardee": "recipient",
    "grant recipient": "recipient",
    "funder": "funder",
    "funding": "funder",
    "grantmaker": "funder",
    "grant maker": "funder",
    "donor": "funder",
    "funding body": "funder",
    "funding agency": "funder",
    "contracting authority": "buyer",
    "procuring entity": "buyer",
    "awarding authority": "buyer",
    "cae": "buyer",
    "supplier": "supplier",
    "winner": "supplier",
    "win": "supplier",
    "suppliers": "supplier",
    "contractor": "supplier",
}
_SMALL = {*"of the de der des du".split()}


def role_of_column(name: str) -> str:
    """The role that a column of names gives to who stands in it, as `Koordynator klastra` does."""
    path = [part for part in name.split("/") if not part.isdecimal()]
    if len(path) > 1:  # awards/0/suppliers/0/name
        name = " ".join(path[-2:])
    words = plain(name).removesuffix(" name")
    left = [word for word in words.split() if meaning(word)[1] != "name" and word not in _SMALL]
    if found := _AS_ROLE.get(words) or _AS_ROLE.get(left[0] if len(left) == 1 else "", ""):
        return found
    one = words.removesuffix("s")
    return "" if one in ("target", "lead") else _AS_ROLE.get(one, "")  # Targets are aims
