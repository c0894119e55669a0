"""Names that begin with a form of address: `MR. Jan Nowak` is a person among organisations."""

from __future__ import annotations

import re
from collections.abc import Collection

from graphkit.model.naming import fold
from graphkit.sources.countries import country_of
from graphkit.sources.header_words import plain
from graphkit.sources.mapping.cells.header_nouns import names_people
from graphkit.sources.mapping.cells.known_names import OF_FIRMS, is_given_name, share_of_people
from graphkit.sources.mapping.cells.listed_names import is_legal_form
from graphkit.sources.mapping.cells.worded_columns import BODIES, FIRMS

_FORMS = {
    *"mr mrs dr prof professor herr frau hr fr m mme mlle monsieur madame mademoiselle".split(),
    *"pan pani p sr sra srta senor senora sig sra dott dhr mevr mevrouw heer ms miss sir".split(),
    *"dame lord lady don dona inz mgr hab ing khun shri smt datuk tan dato".split(),
}
_SURE = {*"mr mrs dr prof professor herr frau mme mlle monsieur madame mademoiselle".split()} | {
    *"mevrouw senor senora miss".split()
}
"""Forms that begin the names of few firms, however they are written."""
_WEAK = {*"m p pan pani sir dame lord lady don dona khun tan".split()}
"""Words that begin the names of firms too: a first name must follow."""
_TITLES_ONLY = {*"hab inz mgr ing m p hr fr".split()}
"""Forms that need a full stop, or follow another."""
_THAI = re.compile(r"(?:นางสาว|น\.ส\.|นาง|นาย)\s*(\S.*)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?\.?")
"""Behind a name these are its legal form, as in S.A.C. or E.I.R.L."""
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_OF_ORGANISATIONS = {
    *"airways airlines bakery beauty brands bros brothers catering clinic clothing coffee".split(),
    *"cosmetics council energy engineering enterprise enterprises estate estates farms".split(),
    *"family fashion film films food foods fund house industries insurance kosmetik klinik".split(),
    *"kliniken laboratories logistics logistica market media models oil party pharma".split(),
    *"pharmaceuticals praxis press price products properties publishing restaurant retail".split(),
    *"schools shop shops solar steel stiftung store stores studios team technics theatre".split(),
    *"trade trading travel trustees universe verlag world gruppe grupa firma sklep dom".split(),
    *"zentrum institute museum memorial gallery foods american european asian african".split(),
    *"technologies technology organisation organization organizacja magic".split(),
    *"construcciones constructora consultores contratistas ingenieros ingenieria".split(),
    *"inversiones negociaciones proyectos servicios transportes construcoes servicos".split(),
}
_MOST_WORDS = 4
_PEOPLE, _PEOPLE_OF_FIRMS, _PEOPLE_ANNOUNCED = 0.35, 0.7, 0.1
"""From which share on names are those of people, whose first names are only partly known: in a
column that nothing announces, in one of firms, and in one of contacts or other people.
"""
_ADDRESSED = 0.8
"""The same of names with a form of address, which are told one by one."""


def is_addressed(text: str) -> bool:
    """Whether a name is that of a person by the form of address before it, such as Mr or Pani.

    Examples
    --------
    >>> is_addressed("MR. Jan Nowak"), is_addressed("Prof. dr hab. Ewa Nowak")
    (True, True)
    >>> is_addressed("Mr Price Group Ltd"), is_addressed("Dr. Oetker"), is_addressed("Pan Oil Ltd")
    (False, False, False)
    >>> is_addressed("MR VILLAGE S.A.C."), is_addressed("M. Proyectos y Obras")
    (False, False)
    """
    if match := _THAI.fullmatch(text):
        rest = match[1].split()
        return 2 <= len(rest) <= _MOST_WORDS and not any("จำกัด" in word for word in rest)
    words = re.sub(r"(?<=[^\W\d_]{2})\.(?=[^\W\d_])", ". ", text).split()
    forms = 0
    while forms < len(words) and fold(words[forms].rstrip(".,")) in _FORMS:
        forms += 1
    rest = words[forms:]
    if not forms or not 2 <= len(rest) <= _MOST_WORDS:
        return False
    if not all(_WORD.fullmatch(word) for word in rest) or is_legal_form(rest[-1]):
        return False
    if _INITIALS.fullmatch(rest[-1]):
        return False
    if any(word.endswith(("'s", "’s")) for word in rest):
        return False
    folded = [fold(word.strip(".")) for word in rest]
    if not {*folded}.isdisjoint(OF_FIRMS | BODIES | _OF_ORGANISATIONS):
        return False
    if any(len(word) > 3 and country_of(word) for word in rest):
        return False
    return is_given_name(rest[0]) or any(map(_is_sure, words[:forms]))


def _is_sure(word: str) -> bool:
    """Whether a form of address alone says that a person follows."""
    form = fold(word.rstrip(".,"))
    if form in _WEAK:
        return False
    return form in _SURE or word.endswith(".") or (form not in _TITLES_ONLY and not word.isupper())


def seem_people(column: str, names: Collection[str]) -> bool:
    """Whether the names of a column are those of people, as far as such names are known.

    Parameters
    ----------
    column : str
        What it is called.
    names : collection of str
        Its names.

    Returns
    -------
    bool
        False where there is one name only.
    """
    different = {*names}
    if len(different) < 2:
        return False
    least = _PEOPLE_OF_FIRMS if {*plain(column).split()} & FIRMS else _PEOPLE
    least = _PEOPLE_ANNOUNCED if names_people(column) else least
    addressed = sum(map(is_addressed, different))
    return share_of_people(different) >= least or addressed >= _ADDRESSED * len(different)
