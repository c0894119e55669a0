"""What the names of columns mean, in the languages in which people write such tables.

A name is cut into plain words ("legalEntityType" is "legal entity type"). It names a subject (a
member, a group), a property (its country), or both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from graphkit.sources.header_compounds import in_parts
from graphkit.sources.header_lexicon import (
    as_written,
    ends_of_ties,
    of_dissolving,
    of_ends,
    of_founding,
    of_records,
    plain_words,
    properties,
    spelt_plainly,
    subjects,
    years,
)
from graphkit.sources.header_tags import meaning_of_tag
from graphkit.sources.header_vocabulary import ENDS, OF_FACTS, OF_MEMBERS, OF_QUESTIONS, OF_SEATS

_CAMEL = re.compile(r"(?<=[a-ząćęłńóśźż0-9])(?=[A-ZĄĆĘŁŃÓŚŹŻ])|(?<=[A-Z])(?=[A-Z][a-z])")
_IN_BRACKETS = re.compile(r"\s*[\(\[][^)\]]*[)\]]\s*$")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
_NUMBERED = re.compile(r"(.*?)[ ]?([0-9]{1,2}|[ab])(?: name)?")
_ONE_NUMBER = re.compile(r"\d")
_OF_ENDS = re.compile(
    r" (?:uuid|id|uid|slug|key|code|name|permalink|organisation|organization|org|company)$"
)
_OF_GROUPS = re.compile(r" (?:group|entity|node|member)$")
_ORGANISATIONS = {"organisation", "organization", "institution"}
_ORGANISED = {*"org organisation organization company firm institution partner party".split()}
"""How the names of two columns end that each have an id beside them."""
_ARTICLES = {
    *"of the de der des dem den du la le l les d del della dell delle degli dei da do das".split(),
    *"dos di el los las van het een pa av af i for till til al a ai".split(),
}
"""Words between a property and whose it is."""
_DATES = ("date", "data", "datum", "fecha")
"""Words for a date before which nothing else says that something began."""
_OF_JOINING = {*"joined joining accession signature signed signing entered".split()}
_OF_SIGNING = {"firma"}
"""Words that are organisations in some languages, and say what a date is one of in others."""
_COUNTS = {*"num nb n count total number".split()}
_NESTED = ("collaborations.", "collaboration.")
_CONTACTS = {*"contact phone telephone tel mobile fax telefon".split()}
_OF_OTHERS = {*"of other number type parent umbrella size per in to by".split()}
_WHERE = {"location", "place", "town", "locality", "headquarters", "hq"}
"""Words that say where something is, in front of a word for a name."""
_OF_TIES = {"node", "vertex", "name", "state name", "country", "country name", "state", "nation"}
"""What the two ends of a tie are called, beside the words for organisations."""


_REMEMBERED = 2**14
"""For how many names it is kept what they mean, since wide tables are asked for each many times."""


@lru_cache(maxsize=_REMEMBERED)
def plain(name: str) -> str:
    """The name of a column as plain words, without case, accents, brackets and punctuation.

    >>> plain("legalEntityType"), plain("Data podpisania (rrrr-mm-dd)"), plain("Country_Code")
    ('legal entity type', 'data podpisania', 'country code')
    """
    name = _POSSESSIVE.sub("", _IN_BRACKETS.sub("", name.strip()) or name)
    return spelt_plainly(_CAMEL.sub(" ", name))


@lru_cache(maxsize=_REMEMBERED)
def meaning(name: str) -> tuple[str, str]:
    """What the name of a column says: of which subject, and which property of it.

    Parameters
    ----------
    name : str
        The name as written.

    Returns
    -------
    (str, str)
        The subject (member, or membership, declaration or collaboration for a group) and the
        property. What the name does not say is empty.

    Examples
    --------
    >>> meaning("Organisation"), meaning("project_acronym"), meaning("Data podpisania")
    (('member', 'name'), ('collaboration', 'aliases'), ('', 'start'))
    >>> meaning("Prosjektnavn"), meaning("Organisaation nimi"), meaning("Дата вступу")
    (('collaboration', 'name'), ('member', 'name'), ('', 'start'))
    """
    if (short := as_written().get(name.strip().casefold())) is not None:
        return short
    if (found := _meaning(name)) != ("", ""):
        return found
    words = plain(name).split()
    parts = in_parts(words)
    return _meaning(" ".join(parts)) if parts != words else found


def _meaning(name: str) -> tuple[str, str]:
    if name.startswith("#") and (tag := meaning_of_tag(name)) is not None:
        return tag
    if ":" in name and (head := meaning(name.partition(":")[0])) == ("membership", "name"):
        return head  # Is member of: list of associations and networks
    if name.startswith(_NESTED):  # the list is not a number of them
        said = meaning(name.rpartition(".")[2])
        return (said[0] or "collaboration" if said[1] else "", said[1])
    words = _asked(plain(name).split()) if name.rstrip().endswith("?") else plain(name).split()
    words = [word for at, word in enumerate(words) if word not in words[at - 1 : at]]
    if len(words) > 1 and words[0] in ("your", "our"):
        return meaning(" ".join(words[1:]))
    whole = " ".join(words)
    if whole in ("organisation id", "organization id"):
        return "member", "id"
    if whole in properties() and whole not in subjects():
        return "", properties()[whole]
    if whole in subjects():
        return subjects()[whole], "name"
    if words[1:2] == ["of"] and words[0] in ("number", "no", "nr", "count"):
        return "", ""  # how many there are
    if len(words) == 2 and words[0] in _CONTACTS and properties().get(words[1]) == "id":
        return "", ""  # Contact No.
    if len(words) == 2 and words[0] in _COUNTS and words[1].endswith("s"):
        return "", ""  # numProjects
    if words[:1] == ["memberships"]:
        return _in_memberships(" ".join(words[1:]))
    for cut in range(min(len(words) - 1, 3), 0, -1):
        subject = subjects().get(" ".join(words[:cut]))
        what = properties().get(" ".join(words[cut:]))
        if subject and what:
            return subject, what
        what = properties().get(" ".join(words[:cut]))
        rest = [word for word in words[cut:] if word not in _ARTICLES]
        subject = subjects().get(" ".join(rest))
        if subject and what and not (belongs_to_fact(what) and _OF_SIGNING & {*rest}):
            return subject, what
    if len(words) > 1 and all(subjects().get(word) == "member" for word in words[:2]):
        subject, what = meaning(" ".join(words[1:]))  # participants.organisation in JSON
        return subject or "member", what
    if len(words) == 2 and words[0] in OF_MEMBERS and subjects().get(words[1]) == "member":
        return "member", "name"  # current signatories
    if len(words) == 2 and properties().get(words[1]) == "name":
        where = "city" if words[0] in _WHERE else properties().get(words[0], "")
        if where in ("country", "city", "region"):
            return "", where  # city_name, location_name
    if len(words) > 1 and words[0] in OF_SEATS:
        return meaning(" ".join(words[1:]))
    if len(words) > 1 and _ONE_NUMBER.fullmatch(words[-1]):
        said = meaning(" ".join(words[:-1]))  # Synonym 1, Synonym 2
        return said if said[1] == "aliases" else ("", "")
    if len(words) > 1 and (of_date := _of_dates(words)) is not None:
        return "", of_date
    if len(words) > 2 and words[0] in ("category", "type", "kind") and words[1] == "of":
        return "", "kind"
    if len(words) > 1 and words[-1] in ("category", "type", "kind", "rodzaj"):
        return "", "kind"
    if 1 < len(words) < 4 and words[-1] in _ORGANISATIONS and not _OF_OTHERS & {*words}:
        return "member", "name"  # such as Cluster organisation
    if len(words) > 1 and words[-1] == "label":
        return meaning(" ".join(words[:-1]))  # countryLabel in Wikidata's answers
    if len(words) == 2 and words[1] == "slug" and words[0].endswith("s"):
        said = meaning(words[0])  # members_slug, where no column spells them out
        return said if said == ("member", "name") else ("", "")
    if words and words[-1] in ("url", "link"):
        return "", "link"
    if (inner := _IN_BRACKETS.search(name.strip())) and words:
        said = meaning(inner[0].strip(" ()[]"))  # Duration (start)
        return said if said in (("", "start"), ("", "end")) else ("", "")
    return "", ""


def _of_dates(words: list[str]) -> str | None:
    """What a date or a year is one of; None where the words are about something else.

    In English and the languages that say `date of …`, a date is one of a start where nothing says
    otherwise; in others that must be said.
    """
    if words[0] not in years() and words[-1] not in years():
        return None
    beside = {*words}
    if words[0] in years() or words[-1] != "date":
        if of_founding() & beside:
            return "founded"
        if of_dissolving() & beside:
            return "dissolved"
    sure = words[0] in _DATES or words[-1] == "date"  # such as Award Date
    if of_records() & beside:
        return "" if sure else None
    if of_ends() & beside:
        return "end"
    return "start" if sure or _OF_JOINING & beside or plain_words("of_joining") & beside else None


def _in_memberships(part: str) -> tuple[str, str]:
    """What a part of memberships says: their organisation is the group, their dates the fact's."""
    subject, what = meaning(part)
    if subject or what == "name":
        return "membership", what
    return "", what if belongs_to_fact(what) else ""


def _asked(words: list[str]) -> list[str]:
    """What a question of a survey asks for: "What is the name of your organisation?"."""
    return [word for word in words if word not in OF_QUESTIONS]


def belongs_to_fact(what: str) -> bool:
    """Whether a property belongs to the fact rather than to an organisation."""
    return what in OF_FACTS


def ends(names: list[str]) -> tuple[int, int] | None:
    """Which two columns are the ends of a tie, by their names.

    >>> ends(["Weight", "Source", "Target"]), ends(["Partner 1", "Partner 2"]), ends(["Name"])
    ((1, 2), (0, 1), None)
    >>> ends(["BaseOrgID", "BaseOrgName", "CollabOrgID", "CollabOrgName"])
    (1, 3)
    >>> ends(["Origine", "Cible", "Source"])
    (0, 1)
    """
    words = [plain(name) for name in names]
    stems = [_OF_ENDS.sub("", word) for word in words]
    bare = [_OF_GROUPS.sub("", stem) for stem in stems]
    joined = [word.removesuffix("id") for word in words]  # fromid
    for said in (words, stems, bare, joined):
        found = [
            pair
            for pair in (*ENDS, *ends_of_ties())
            if said.count(pair[0]) == said.count(pair[1]) == 1
        ]
        if found:
            # Beside other words for the ends, a source is where the row was taken from.
            first, second = next((each for each in found if "source" not in each), found[0])
            return said.index(first), said.index(second)
    for places in numbered(names).values():
        if len(places) == 2:
            return places[0], places[1]
    if ("", "name") in map(meaning, names):
        return None
    of = [word.removesuffix(" name") for word in words]
    told = [at for at, stem in enumerate(of) if stem != words[at] and f"{stem} id" in words]
    if len(told) == 2 and all(_ORGANISED & {of[at].split()[-1]} for at in told):
        return told[0], told[1]
    return None


def numbered(names: list[str]) -> dict[str, list[int]]:
    """Columns that are named alike but for a number or a letter at the end: Party 1, Party 2 …"""
    found: dict[str, list[int]] = {}
    for at, name in enumerate(names):
        match = _NUMBERED.fullmatch(plain(name))
        stem = match[1] if match else ""
        if subjects().get(stem) == "member" or stem in _OF_TIES:
            found.setdefault(stem, []).append(at)
    return {stem: places for stem, places in found.items() if len(places) > 1}


def labelled(names: Sequence[str]) -> dict[int, int]:
    """The places of ids, each with that of its name: of `member` and `memberLabel` in Wikidata's.

    >>> labelled(["item", "itemLabel", "start"])
    {0: 1}
    """
    places = {plain(name): at for at, name in enumerate(names)}
    pairs = ((places.get(name.removesuffix(" label")), at) for name, at in places.items())
    return {of: at for of, at in pairs if of is not None and of != at}


def stem_of(word: str) -> str:
    """The part of a plain word that its plural and cases share: an `org` is an organisation.

    >>> stem_of("klastry") == stem_of("klastra"), stem_of("org") == stem_of("organizations")
    (True, True)
    >>> stem_of("party") == stem_of("parties")
    True
    """
    if word.startswith("org"):
        return "organ"
    return (f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s"))[:5]


def layer_in(text: str) -> str:
    """The layer that a title or the name of a file suggests, or nothing.

    >>> layer_in("Signatories of the Charter 2024"), layer_in("list_of_members")
    ('declaration', 'membership')
    """
    words = plain(text).split()
    pairs = [" ".join(words[at : at + 2]) for at in range(len(words))]
    if ({
        "signatory",
        "signatories",
        "signed",
        "sygnatariusze",
        "signataires",
        "endorsers",
        *"unterzeichner unterzeichnende firmantes signatarios firmatari".split(),
    } | plain_words("signatories")) & {*words}:  # fmt: skip
        return "declaration"
    if ({
        "members",
        "member",
        "membership",
        "memberships",
        "czlonkowie",
        "mitglieder",
        "membres",
        *"adherents miembros socios membri soci hub hubs".split(),
    } | plain_words("members")) & {*words}:  # fmt: skip
        return "membership"
    for word in (*pairs, *words):
        subject = subjects().get(word) or subjects().get(word.removesuffix("s"))
        if subject in ("declaration", "collaboration", "membership"):
            return subject
    if ({
        "participants",
        "participant",
        "uczestnicy",
        "beneficiaries",
        "consortium",
        "consortia",
        *"teilnehmer projektpartner participantes partecipanti".split(),
    } | plain_words("participants")) & {*words}:  # fmt: skip
        return "collaboration"
    if ({"partners", "partner", "partnerzy"} | plain_words("partners")) & {*words}:
        return "membership"
    return ""
