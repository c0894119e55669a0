"""What the names of columns mean, in the languages in which people write such tables.

A name is cut into plain words ("legalEntityType" is "legal entity type"). It names a subject (a
member, a group), a property (its country), or both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from graphkit.model.naming import fold
from graphkit.sources.header_tags import meaning_of_tag
from graphkit.sources.header_vocabulary import (
    ENDS,
    OF_DISSOLVING,
    OF_ENDS,
    OF_FACTS,
    OF_FOUNDING,
    OF_QUESTIONS,
    OF_RECORDS,
    OF_SEATS,
    PROPERTIES,
    SUBJECTS,
    YEARS,
)

_CAMEL = re.compile(r"(?<=[a-ząćęłńóśźż0-9])(?=[A-ZĄĆĘŁŃÓŚŹŻ])|(?<=[A-Z])(?=[A-Z][a-z])")
_BREAKS = re.compile(r"[^\w#]+|_+")
_IN_BRACKETS = re.compile(r"\s*[\(\[][^)\]]*[)\]]\s*$")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
_NUMBERED = re.compile(r"(.*?)[ ]?([0-9]{1,2}|[ab])(?: name)?")
_OF_ENDS = re.compile(
    r" (?:uuid|id|uid|slug|key|code|name|permalink|organisation|organization|org|company)$"
)
_OF_GROUPS = re.compile(r" (?:group|entity|node|member)$")
_ORGANISATIONS = {"organisation", "organization", "institution"}
_ORGANISED = {*"org organisation organization company firm institution partner party".split()}
"""How the names of two columns end that each have an id beside them."""
_COUNTS = {*"num nb n count total number".split()}
_NESTED = ("collaborations.", "collaboration.")
_CONTACTS = {*"contact phone telephone tel mobile fax telefon".split()}
_OF_OTHERS = {*"of other number type parent umbrella size per in to by".split()}
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
    return " ".join(_BREAKS.sub(" ", fold(_CAMEL.sub(" ", name))).split())


@cache
def _properties() -> dict[str, str]:
    return {
        word.replace("_", " "): role for role, words in PROPERTIES.items() for word in words.split()
    }


@cache
def _subjects() -> dict[str, str]:
    return {word.replace("_", " "): role for role, words in SUBJECTS.items() for word in words}


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
    """
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
    if whole in _properties() and whole not in _subjects():
        return "", _properties()[whole]
    if whole in _subjects():
        return _subjects()[whole], "name"
    if words[1:2] == ["of"] and words[0] in ("number", "no", "nr", "count"):
        return "", ""  # how many there are
    if len(words) == 2 and words[0] in _CONTACTS and _properties().get(words[1]) == "id":
        return "", ""  # Contact No.
    if len(words) == 2 and words[0] in _COUNTS and words[1].endswith("s"):
        return "", ""  # numProjects
    if words[:1] == ["memberships"]:
        return _in_memberships(" ".join(words[1:]))
    for cut in range(min(len(words) - 1, 3), 0, -1):
        subject = _subjects().get(" ".join(words[:cut]))
        what = _properties().get(" ".join(words[cut:]))
        if subject and what:
            return subject, what
        what = _properties().get(" ".join(words[:cut]))
        rest = [word for word in words[cut:] if word not in ("of", "the", "de", "der", "du", "la")]
        subject = _subjects().get(" ".join(rest))
        if subject and what:
            return subject, what
    if len(words) > 1 and all(_subjects().get(word) == "member" for word in words[:2]):
        subject, what = meaning(" ".join(words[1:]))  # participants.organisation in JSON
        return subject or "member", what
    if len(words) > 1 and words[0] in OF_SEATS:
        return meaning(" ".join(words[1:]))
    if len(words) > 1 and words[0] in YEARS:
        if OF_FOUNDING & {*words}:
            return "", "founded"
        if OF_DISSOLVING & {*words}:
            return "", "dissolved"
    if len(words) > 1 and words[0] in ("date", "data", "datum", "fecha"):
        if OF_RECORDS & {*words}:
            return "", ""
        return "", "end" if OF_ENDS & {*words} else "start"
    if len(words) > 1 and words[-1] == "date" and not OF_RECORDS & {*words}:
        return "", "end" if OF_ENDS & {*words} else "start"  # such as Award Date
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
    """
    words = [plain(name) for name in names]
    stems = [_OF_ENDS.sub("", word) for word in words]
    bare = [_OF_GROUPS.sub("", stem) for stem in stems]
    joined = [word.removesuffix("id") for word in words]  # fromid
    for said in (words, stems, bare, joined):
        for first, second in ENDS:
            if said.count(first) == said.count(second) == 1:
                return said.index(first), said.index(second)
    found = numbered(names)
    for places in found.values():
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
        if _subjects().get(stem) == "member" or stem in _OF_TIES:
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
    if {
        "signatory",
        "signatories",
        "signed",
        "sygnatariusze",
        "signataires",
        "endorsers",
        *"unterzeichner unterzeichnende firmantes signatarios firmatari".split(),
    } & {*words}:
        return "declaration"
    if {
        "members",
        "member",
        "membership",
        "memberships",
        "czlonkowie",
        "mitglieder",
        "membres",
        *"adherents miembros socios membri soci hub hubs".split(),
    } & {*words}:
        return "membership"
    for word in (*pairs, *words):
        subject = _subjects().get(word) or _subjects().get(word.removesuffix("s"))
        if subject in ("declaration", "collaboration", "membership"):
            return subject
    if {
        "participants",
        "participant",
        "uczestnicy",
        "beneficiaries",
        "consortium",
        "consortia",
        *"teilnehmer projektpartner participantes partecipanti".split(),
    } & {*words}:
        return "collaboration"
    if {"partners", "partner", "partnerzy"} & {*words}:
        return "membership"
    return ""
