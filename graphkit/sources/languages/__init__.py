"""The words of which the names of columns are made in the languages of Europe, as data.

Each module holds a table for each of its languages: from what is meant to the words for it, in
their own spelling, with `_` for a blank. What is meant is a subject or a property of
`header_vocabulary`, or one of these:

- date: what a date or a year is called; of_joining, of_ends, of_founding, of_dissolving,
  of_records: the words beside it that say of what;
- people: what columns of people are called;
- members, signatories, participants, partners: what lists of these are called;
- counts: words before a noun that say that it is counted;
- ends: the two ends of a tie, with a hyphen between.

English, and what several languages share, stands in `header_vocabulary`.
"""

from __future__ import annotations

from graphkit.sources.languages.germanic import WORDS as GERMANIC
from graphkit.sources.languages.other_families import WORDS as OTHER_FAMILIES
from graphkit.sources.languages.romance import WORDS as ROMANCE
from graphkit.sources.languages.slavic import WORDS as SLAVIC

LANGUAGES: dict[str, dict[str, str]] = GERMANIC | ROMANCE | SLAVIC | OTHER_FAMILIES
_IN_ASCII = (str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"}),
             str.maketrans({"å": "aa", "ø": "oe", "æ": "ae"}))  # fmt: skip
"""How letters are written where only those of English can be."""


def words_for(what: str) -> list[str]:
    """The words of all languages for something, in their spelling and in English letters.

    Examples
    --------
    >>> "mål" in words_for("member"), "företag" in words_for("member")
    (False, True)
    >>> "foereningar" in words_for("membership")
    True
    """
    found = [word for each in LANGUAGES.values() for word in each.get(what, "").split()]
    spelt = [word.translate(table) for word in found for table in _IN_ASCII]
    return [*dict.fromkeys(word.replace("_", " ") for word in (*found, *spelt))]
