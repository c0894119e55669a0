"""What a noun in the name of a column suggests where the whole name is not known.

`Banking group` names groups as `Group` does, but `Age group` does not. `Contact person` names
people, who do not become nodes.
"""

from __future__ import annotations

from graphkit.sources.header_lexicon import plain_words
from graphkit.sources.header_words import meaning, plain

_PEOPLE = {
    *"person persons people individual individuals participant_name first_name last_name".split(),
    *"firstname lastname forenames middlename givenname fullname_of_person nom_prenom".split(),
    *"surname family_name given_name forename full_name_of_person contact_person contact".split(),
    *"representative representatives represented_by delegate delegates director directors".split(),
    *"chairperson speaker speakers official politician minister lobbyist lobbyists mep mp".split(),
    *"employee researcher principal_investigator signed_by_name name_of_representative".split(),
    *"osoba osoby imie nazwisko imie_i_nazwisko przedstawiciel reprezentant delegat".split(),
    *"jmeno prijmeni jmeno_prijmeni jmeno_a_prijmeni apellido apellidos nombre_y_apellidos".split(),
    *"vorname nachname ansprechpartner vertreter prenom personne nom_de_famille".split(),
}
_LAST = {"person", "persons", "representative", "delegate", "surname", "osoba", "nazwisko"}
_CONTACTS = ("contact", "kontakt", "ansprech", "contatt")
_CATEGORIES = {
    *"age income product peer target size blood control ethnic risk occupational user".split(),
    *"customer focus price functional commodity material test asset species language".split(),
    *"country wiekowa produktow docelowa".split(),
}
_NO_NAMES = {*"number no nr count total share type kind date year cost size status liczba".split()}


_WITHIN = {*"in within at im w dans en nel a".split()}
"""Words behind a noun that say where its groups are."""


def names_people(header: str) -> bool:
    """Whether a column names people.

    >>> names_people("Contact person"), names_people("First name"), names_people("Organisation")
    (True, True, False)
    """
    words = plain(header)
    if words in plain_words("people") and meaning(header)[1] in ("", "person"):
        return True
    return words.replace(" ", "_") in _PEOPLE or words.split()[-1:] in [[word] for word in _LAST]


def names_contacts(header: str) -> bool:
    """Whether a column names people to write to, each for the organisation of its row.

    >>> names_contacts("Contact person"), names_contacts("Person")
    (True, False)
    """
    return names_people(header) and any(
        word.startswith(_CONTACTS) for word in plain(header).split()
    )


def layer_of_noun(header: str) -> str:
    """The layer of the groups that a column names by a noun with a word before it, or nothing.

    >>> layer_of_noun("Banking group"), layer_of_noun("Age group"), layer_of_noun("Pilot project")
    ('membership', '', 'collaboration')
    >>> layer_of_noun("Group in the EP")
    'membership'
    """
    words = plain(header).split()
    if len(words) > 2 and words[1] in _WITHIN:  # Group in the EP
        subject, what = meaning(words[0])
        return subject if what == "name" and subject != "member" else ""
    if not 2 <= len(words) <= 3 or {*words} & (_CATEGORIES | _NO_NAMES):
        return ""
    subject, what = meaning(words[-1])
    return subject if what == "name" and subject != "member" else ""
