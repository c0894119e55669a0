"""Names of organisations that do not exist, and misspelt copies of them, by the kind of error.

Institutions of many towns, firms, unions and chambers in five languages: towns and firms are made
of syllables, so that most names differ from others by one word only, as real ones do.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from graphkit.names.folding import folded

_TOWN = (
    "bia su ło tor za kra ru wil os lub mal gra pol sto mie cho dre hal bur ver mon lan tre vil "
    "per gri nor sal ban kel tur fal mar ros dol".split()
)
_TOWN_END = (
    "stok wałki mość brzeg ków nica sław bork burg stadt heim ford ton bury ville court ano enza "
    "ona ello borg stad dorf berg mouth".split()
)
_FIRM = (
    "al be co da el fo ga hy in ju ka lo me no op pra qui re so ta ul va xe yo zu bro cle dri fle "
    "gro ste tra vin wel mix lux nex tek dyn vor".split()
)
_INSTITUTIONS = (
    "Politechnika w {town}|Uniwersytet Medyczny w {town}|Urząd Miejski w {town}|Izba Rzemieślnicza "
    "w {town}|Wyższa Szkoła Ekonomiczna w {town}|Szpital Wojewódzki im. Jana Śniadeckiego w {town}|"
    "Centrum Kształcenia Zawodowego w {town}|Powiatowy Urząd Pracy w {town}|Bank Spółdzielczy w "
    "{town}|Fundacja Rozwoju Przedsiębiorczości {town}|Związek Zawodowy Rolników {town}|"
    "Spółdzielnia Mleczarska {town}|Park Naukowo-Technologiczny {town}|University of {town}|"
    "{town} Chamber of Commerce|Technical University of {town}|{town} City Council|"
    "Institute of Materials Research {town}|Università degli Studi di {town}|Politecnico di {town}|"
    "Comune di {town}|Camera di Commercio di {town}|Université de {town}|"
    "École Nationale Supérieure de Chimie de {town}|"
    "Chambre de Commerce et d'Industrie de {town}|Universität {town}|Technische Universität {town}|"
    "Universitätsklinikum {town}|Industrie- und Handelskammer {town}|Fachhochschule {town}"
).split("|")
_FIRMS = (
    "{firm}|{firm} Group|Przedsiębiorstwo Produkcyjno-Handlowe {firm}|Zakłady Mięsne {firm}|"
    "Fabryka Maszyn {firm}|{firm} Engineering|{firm} Technologies|{firm} Consulting|"
    "{firm} Maschinenbau|"
    "Officine Meccaniche {firm}|Constructions Métalliques {firm}|{firm} Logistyka|{firm} Software|"
    "Biuro Projektów {firm}"
).split("|")
_FORMS = (
    ("Sp. z o.o.", "spółka z ograniczoną odpowiedzialnością", "Sp z oo"),
    ("S.A.", "Spółka Akcyjna", "SA"),
    ("GmbH", "Gesellschaft mit beschränkter Haftung", "G.m.b.H."),
    ("Ltd", "Limited", "LTD."),
    ("S.r.l.", "Società a responsabilità limitata", "SRL"),
    ("SAS", "Société par actions simplifiée", "S.A.S."),
)
_SHORT = {
    "Uniwersytet": "Uniw.",
    "Politechnika": "Polit.",
    "Szpital": "Szpit.",
    "Centrum": "Centr.",
    "Przedsiębiorstwo": "Przeds.",
    "Fundacja": "Fund.",
    "Spółdzielnia": "Spółdz.",
    "University": "Univ.",
    "Institute": "Inst.",
    "Technical": "Tech.",
    "Technologies": "Tech.",
    "Engineering": "Eng.",
    "Università": "Univ.",
    "Université": "Univ.",
    "Universität": "Univ.",
    "Technische": "Techn.",
    "Nationale": "Nat.",
    "Industrie": "Ind.",
    "Commerce": "Comm.",
    "Wyższa": "Wyż.",
    "Zawodowego": "Zaw.",
    "Research": "Res.",
    "Group": "Grp.",
    "Zakłady": "Zakł.",
    "Wojewódzki": "Woj.",
    "Powiatowy": "Pow.",
    "Consulting": "Cons.",
    "Handelskammer": "HK",
    "Maschinenbau": "Masch.",
    "Constructions": "Constr.",
    "Officine": "Off.",
    "Logistyka": "Log.",
    "Naukowo-Technologiczny": "Nauk.-Techn.",
}
_BARE = str.maketrans("ąćęłńóśźżÀÈÉÖÜàâäçèéêîïôöùûü", "acelnoszzAEEOUaaaceeeiioouuu")
_CUT = 30


class Made(NamedTuple):
    """A misspelt name, with the number of the right one and the kind of error."""

    of: int
    kind: str
    name: str


def made_names(number: int, seed: int = 1) -> list[str]:
    """Different names; no two are equal after folding."""
    draw = random.Random(seed)
    towns = sorted({_word(draw, _TOWN, 1, 2, _TOWN_END) for _ in range(1_200)})
    found: dict[tuple[str, ...], str] = {}
    while len(found) < number:
        if draw.random() < 0.5:
            name = draw.choice(_INSTITUTIONS).format(town=draw.choice(towns))
        else:
            name = draw.choice(_FIRMS).format(firm=_word(draw, _FIRM, 3, 4, [""]))
            if draw.random() < 0.8:
                name += f" {draw.choice(_FORMS)[0]}"
        if draw.random() < 0.05:
            name += f" {draw.choice(('I', 'II', '3', 'nr 7'))}"
        found.setdefault(folded(name).key, name)
    return list(found.values())


def misspelt(names: list[str], seed: int = 2) -> list[Made]:
    """Each name with one error, of each kind in turn where the name allows it.

    A name is only cut where no other one begins so: nobody could tell which of them it was.
    """
    beginnings = Counter(name[:_CUT] for name in names)
    draw = random.Random(seed)
    kinds = list(ERRORS)
    made: list[Made] = []
    for at, name in enumerate(names):
        for turn in range(len(kinds)):
            kind = kinds[(at + turn) % len(kinds)]
            wrong = ERRORS[kind](name, draw)
            if kind == "truncation" and beginnings[name[:_CUT]] > 1:
                continue
            if wrong is not None and wrong != name:
                made.append(Made(at, kind, wrong))
                break
    return made


def _word(draw: random.Random, parts: list[str], least: int, most: int, ends: list[str]) -> str:
    body = "".join(draw.choice(parts) for _ in range(draw.randint(least, most)))
    return (body + draw.choice(ends)).capitalize()


def _typo(name: str, draw: random.Random) -> str | None:
    places = [at for at in range(1, len(name) - 1) if name[at - 1 : at + 2].isalpha()]
    long = [at for at in places if len(_word_at(name, at)) >= 5]
    if not long:
        return None
    at = draw.choice(long)
    letter = draw.choice("abcdefghijklmnoprstuwyz")
    return draw.choice(
        (
            name[:at] + letter + name[at + 1 :],
            name[:at] + name[at + 1 :],
            name[:at] + letter + name[at:],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        )
    )


def _word_at(name: str, at: int) -> str:
    return name[name.rfind(" ", 0, at) + 1 :].split(" ")[0]


def _order(name: str, draw: random.Random) -> str | None:
    form = next((forms[0] for forms in _FORMS if name.endswith(f" {forms[0]}")), "")
    words = name.removesuffix(form).split()
    if len(words) < 2:
        return None
    at = draw.randrange(1, len(words))
    return " ".join([*words[at:], *words[:at], form]).strip()


def _abbreviation(name: str, draw: random.Random) -> str | None:
    words = [_SHORT.get(word, word) for word in name.split()]
    return " ".join(words)


def _diacritics(name: str, draw: random.Random) -> str | None:
    return name.translate(_BARE)


def _legal_form(name: str, draw: random.Random) -> str | None:
    for forms in _FORMS:
        if name.endswith(f" {forms[0]}"):
            bare = name.removesuffix(forms[0]).rstrip()
            return draw.choice((bare, *(f"{bare} {form}" for form in forms[1:])))
    return None


def _truncation(name: str, draw: random.Random) -> str | None:
    return name[:_CUT].rstrip() if len(name) > _CUT + 2 else None


ERRORS: dict[str, Callable[[str, random.Random], str | None]] = {
    "typo": _typo,
    "order": _order,
    "abbreviation": _abbreviation,
    "diacritics": _diacritics,
    "legal form": _legal_form,
    "truncation": _truncation,
}
"""By kind of error, what makes it; None where a name does not allow it."""
