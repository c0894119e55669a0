"""What the names of columns mean, in the languages in which people write such tables.

A name is cut into plain words ("legalEntityType" is "legal entity type"). It names a subject (a
member, a group), a property (its country), or both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from graphkit.model.naming import fold

_CAMEL = re.compile(r"(?<=[a-ząćęłńóśźż0-9])(?=[A-ZĄĆĘŁŃÓŚŹŻ])|(?<=[A-Z])(?=[A-Z][a-z])")
_BREAKS = re.compile(r"[^\w#]+|_+")
_IN_BRACKETS = re.compile(r"\s*[\(\[][^)\]]*[)\]]\s*$")
_NUMBERED = re.compile(r"(.*?)[ ]?([0-9]{1,2}|[ab])")

_SUBJECTS = {
    "member": (
        "organisation organization org member members partner partners company companies firm "
        "institution institutions entity beneficiary beneficiaries participant participants "
        "signatory signatories party parties applicant undertaking undertakings ngo organisations "
        "organizations signed_by signers signer actor stakeholder endorser supporter author "
        "investor supplier employer university affiliate legal_entity participating_organisation "
        "participating_organisations participating_organization partner_organisation "
        "partner_organization member_organisation member_organization registrant client "
        # Polish
        "organizacja organizacje podmiot podmioty czlonek czlonkowie firma firmy instytucja "
        "instytucje uczestnik uczestnicy sygnatariusz sygnatariusze beneficjent wnioskodawca "
        "przedsiebiorstwo przedsiebiorca jednostka partnerzy strona strony czlonka uczestnika "
        # German and French
        "mitglied mitglieder unternehmen teilnehmer einrichtung unterzeichner membre membres "
        "partenaire partenaires entreprise signataire signataires organisme etablissement"
        " parents shareholders owners founders"
    ).split(),
    "collaboration": (
        "project projects projekt projekty projet programme program event grant conference "
        "initiative inicjatywa wydarzenie konferencja projektu veranstaltung vorhaben evenement "
        "meeting meetings workshop workshops study publication paper events conferences fair fairs "
        "mission missions campaign campaigns"
    ).split(),
    "declaration": (
        "agreement agreements umowa umowy porozumienie porozumienia declaration deklaracja charter "
        "karta treaty contract memorandum mou covenant pledge statement letter_of_intent case "
        "decision merger petition convention list_intencyjny vertrag abkommen accord convention "
        "commitment compact deal call_to_action open_letter treaties conventions protocol "
        "protocols pact pacts charters"
    ).split(),
    "membership": (
        "group groups cluster clusters klaster klastry klastra network networks association "
        "associations stowarzyszenie forum alliance platform consortium club clubs committee "
        "committees board boards federation federacja union council chamber izba coalition "
        "partnership working_group working_groups team teams affiliation affiliations "
        "grupa grupy siec "
        "sojusz konsorcjum gruppe netzwerk verband verein groupe reseau cercle bloc community"
        " joint_venture joint_ventures klastrowa klastru subgroup sub_group subgroups sub_groups "
        "member_of is_member_of is_a_member_of memberships belongs_to mitglied_in mitglied_von "
        "membre_de nalezy_do czlonek_w"
    ).split(),
}
_PROPERTIES = {
    "name": (
        "name names nazwa title tytul label full_name legal_name full_legal_name titre nom "
        "bezeichnung titel official_name company_name pelna_nazwa nazwa_pelna raison_sociale"
    ),
    "id": (
        "id ids identifier code number nr no key rcn ref reference uid uuid kod numer "
        "identyfikator lp identification_code"
    ),
    "kind": (
        "type typ kind category kategoria rodzaj legal_form forma_prawna activity_type "
        "entity_type legal_entity_type class schema organisation_type organization_type "
        "org_type rechtsform kategorie forme_juridique stakeholder_type type_of_organisation "
        "type_of_organization types"
    ),
    "sector": ("sector sektor branza industry branche secteur"),
    "aliases": (
        "short_name shortname abbreviation abbr acronym akronim skrot alias aliases "
        "other_names legal_short_name nazwa_skrocona english_name name_en trading_name "
        "also_known_as sigle abkuerzung former_name weak_alias previous_name"
    ),
    "country": (
        "country countries kraj land pays country_code panstwo nation country_of_origin iso "
        "iso2 iso_code head_office_country country_name jurisdiction"
    ),
    "region": ("region province wojewodztwo powiat county bundesland nuts"),
    "city": (
        "city miasto town ort stadt ville miejscowosc municipality seat siedziba "
        "head_office_city localisation"
    ),
    "latitude": ("lat latitude szerokosc"),
    "longitude": ("lon lng long longitude dlugosc"),
    "coordinates": ("geolocation coordinates coords lat_lon latlong wspolrzedne"),
    "website": (
        "website url site_url company_url www web homepage web_address strona_www web_site "
        "strona_internetowa organization_url organisation_url legal_url web_site_url domain "
        "site_web webseite home_page links"
    ),
    "founded": (
        "founded established created incorporated foundation_year founding_year founding_date "
        "incorporation_date date_founded year_founded year_established founded_in founded_on "
        "established_in established_on created_in incorporated_on creation_date foundation_date "
        "establishment_date zalozona zalozono utworzono gegrundet gegrundet_am grundungsjahr "
        "grundungsdatum grundung date_creation creation"
    ),
    "dissolved": (
        "dissolved dissolution_date closed liquidated defunct ceased dissolved_in dissolved_on "
        "closed_on liquidation_date deregistered deregistration_date year_dissolved aufgelost "
        "aufgelost_am auflosung auflosungsdatum zlikwidowano"
    ),
    "description": ("description opis about summary beschreibung"),
    "part_of": (
        "part_of parent parent_organisation parent_organization parent_company parent_group"
    ),
    "krs": ("krs krs_number numer_krs nr_krs"),
    "nip": ("nip numer_nip nr_nip"),
    "regon": ("regon numer_regon nr_regon"),
    "ror": ("ror ror_id"),
    "lei": ("lei lei_code"),
    "pic": ("pic pic_number pic_code"),
    "vat": ("vat vat_number vat_no vat_id vat_code"),
    "start": (
        "start start_date from signature since joined join_date date_joined member_since "
        "signature_date signed date_signed signed_on date data data_podpisania "
        "data_przystapienia od year rok beginn seit accession_date date_of_accession "
        "entry_date begin begin_date valid_from joined_on joining_date date_of_joining "
        "ec_signature_date date_of_signature data_rozpoczecia adhesion "
        "datum date_of_signing accession accession_year inception time starttime jahr annee"
    ),
    "end": (
        "end end_date to until till left exit_date date_left do expiry expiry_date valid_to "
        "bis ende koniec data_zakonczenia terminated termination_date left_on expires fin "
        "endtime end_of_participation"
    ),
    "observed": ("as_of stan_na observed as_at"),
    "role": (
        "role rola funkcja function position partner_role participation_type capacity "
        "member_type membership_type type_of_membership membership_category role_in_project "
        "funktion fonction"
    ),
    "weight": (
        "weight strength frequency waga gewicht poids ties collaborations joint_projects "
        "number_of_projects times value"
    ),
    "contribution": (
        "contribution ec_contribution eu_contribution funding net_ec_contribution eu_funding "
        "dofinansowanie"
    ),
    "currency": ("currency waluta"),
    "note": ("note notes comment comments uwagi remark remarks bemerkung remarque"),
}
_OF_FACTS = "start end observed role weight contribution currency note".split()
"""Properties that belong to the fact and not to an organisation, unless a group has them."""

_OF_ENDS = {
    *"end expiry expiration closing termination withdrawal exit zakonczenia wygasniecia".split(),
    *"wystapienia rozwiazania konca".split(),
}
_OF_RECORDS = {
    *"registration registered register entry update updated modified modification change".split(),
    *"changed publication published birth check checked access accessed retrieval".split(),
    *"retrieved added".split(),
    *"rejestracji wpisu aktualizacji zmiany publikacji urodzenia".split(),
}
"""Words of dates that say when something was written down, and not when it began or ended."""

_OF_FOUNDING = {
    *"foundation founding founded creation establishment established incorporation".split(),
    *"zalozenia powstania utworzenia fondation grundung".split(),
}
_OF_DISSOLVING = {
    *"dissolution dissolved liquidation closure deregistration likwidacji wykreslenia".split(),
}
_YEARS = ("year", "rok", "jahr", "annee", "date", "data", "datum")
_OF_SEATS = (
    "address adres location contact hq headquarters head registered official main seat office "
    "siedziba".split()
)
"""Words before a property that say no more than whose it is."""

_OF_QUESTIONS = {
    *"what which is are the of your you it do does in please give a an my our".split(),
    *"jaka jaki jakie jest panstwa prosze podac based in".split(),
}

_ENDS = (
    ("source", "target"),
    ("from", "to"),
    ("a", "b"),
    ("ego", "alter"),
    ("sender", "receiver"),
    ("i", "j"),
    ("zrodlo", "cel"),
    ("parent", "subsidiary"),
    ("parent", "child"),
    ("investor", "investee"),
    ("acquirer", "target"),
    ("owner", "asset"),
    ("tail", "head"),
    ("grantee", "funder"),
    ("funder", "grantee"),
    ("donor", "recipient"),
    ("supplier", "client"),
    ("buyer", "seller"),
    ("lender", "borrower"),
    ("von", "nach"),
    ("from node id", "to node id"),
    ("source name", "target name"),
    ("source id", "target id"),
    ("source organisation", "target organisation"),
    ("source organization", "target organization"),
    ("from organisation", "to organisation"),
    ("from organization", "to organization"),
    ("start node", "end node"),
    ("start node node id", "end node node id"),
    ("relationship start node node id", "relationship end node node id"),
)


def plain(name: str) -> str:
    """The name of a column as plain words, without case, accents, brackets and punctuation.

    >>> plain("legalEntityType"), plain("Data podpisania (rrrr-mm-dd)"), plain("Country_Code")
    ('legal entity type', 'data podpisania', 'country code')
    """
    name = _IN_BRACKETS.sub("", name.strip()) or name
    return " ".join(_BREAKS.sub(" ", fold(_CAMEL.sub(" ", name))).split())


@cache
def _properties() -> dict[str, str]:
    return {
        word.replace("_", " "): role
        for role, words in _PROPERTIES.items()
        for word in words.split()
    }


@cache
def _subjects() -> dict[str, str]:
    return {word.replace("_", " "): role for role, words in _SUBJECTS.items() for word in words}


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
    words = _asked(plain(name).split()) if name.rstrip().endswith("?") else plain(name).split()
    words = [word for at, word in enumerate(words) if word not in words[at - 1 : at]]
    whole = " ".join(words)
    if whole in ("organisation id", "organization id"):
        return "member", "id"
    if whole in _properties() and whole not in _subjects():
        return "", _properties()[whole]
    if whole in _subjects():
        return _subjects()[whole], "name"
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
    if len(words) > 1 and words[0] in _OF_SEATS:
        return meaning(" ".join(words[1:]))
    if len(words) > 1 and words[0] in _YEARS:
        if _OF_FOUNDING & {*words}:
            return "", "founded"
        if _OF_DISSOLVING & {*words}:
            return "", "dissolved"
    if len(words) > 1 and words[0] in ("date", "data", "datum"):
        if _OF_RECORDS & {*words}:
            return "", ""
        return "", "end" if _OF_ENDS & {*words} else "start"
    if len(words) > 2 and words[0] in ("category", "type", "kind") and words[1] == "of":
        return "", "kind"
    if len(words) > 1 and words[-1] in ("category", "type", "kind", "rodzaj"):
        return "", "kind"
    if words and words[-1] in ("url", "link"):
        return "", "link"
    return "", ""


def _in_memberships(part: str) -> tuple[str, str]:
    """What a part of memberships says: their organisation is the group, their dates the fact's."""
    subject, what = meaning(part)
    if subject or what == "name":
        return "membership", what
    return "", what if belongs_to_fact(what) else ""


def _asked(words: list[str]) -> list[str]:
    """What a question of a survey asks for: "What is the name of your organisation?"."""
    return [word for word in words if word not in _OF_QUESTIONS]


def belongs_to_fact(what: str) -> bool:
    """Whether a property belongs to the fact rather than to an organisation."""
    return what in _OF_FACTS


def ends(names: list[str]) -> tuple[int, int] | None:
    """Which two columns are the ends of a tie, by their names.

    >>> ends(["Weight", "Source", "Target"]), ends(["Partner 1", "Partner 2"]), ends(["Name"])
    ((1, 2), (0, 1), None)
    """
    words = [plain(name) for name in names]
    for first, second in _ENDS:
        if first in words and second in words:
            return words.index(first), words.index(second)
    found = numbered(names)
    for places in found.values():
        if len(places) == 2:
            return places[0], places[1]
    return None


def numbered(names: list[str]) -> dict[str, list[int]]:
    """Columns that are named alike but for a number or a letter at the end: Party 1, Party 2 …"""
    found: dict[str, list[int]] = {}
    for at, name in enumerate(names):
        match = _NUMBERED.fullmatch(plain(name))
        stem = match[1] if match else ""
        if _subjects().get(stem) == "member" or stem in ("node", "vertex", "name"):
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


def layer_in(text: str) -> str:
    """The layer that a title or the name of a file suggests, or nothing.

    >>> layer_in("Signatories of the Charter 2024"), layer_in("list_of_members")
    ('declaration', 'membership')
    """
    words = plain(text).split()
    pairs = [" ".join(words[at : at + 2]) for at in range(len(words))]
    if {"signatory", "signatories", "signed", "sygnatariusze", "signataires", "endorsers"} & {
        *words
    }:
        return "declaration"
    if {"members", "member", "membership", "memberships", "czlonkowie", "mitglieder", "membres"} & {
        *words
    }:
        return "membership"
    for word in (*pairs, *words):
        subject = _subjects().get(word)
        if subject in ("declaration", "collaboration", "membership"):
            return subject
    if {"participants", "participant", "uczestnicy", "beneficiaries", "consortium", "consortia"} & {
        *words
    }:
        return "collaboration"
    if {"partners", "partner", "partnerzy"} & {*words}:
        return "membership"
    return ""
