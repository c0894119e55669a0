"""What the cells of a column look like as names: words, people, codes, sentences, addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.sources.header_words import layer_in, meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.listed_names import names_several, separator_of
from graphkit.sources.mapping.form.lenient import has_date
from graphkit.sources.role_words import ROLE_WORDS

FIRMS = {
    *"organisation organization company firm institution entity".split(),
    *"organizacja firma instytucja".split(),
    *"unternehmen einrichtung entreprise organisme nazwa podmiot".split(),
}
SIGNERS = {
    *"signatory signatories signer signers signed by author endorser supporter speaker".split(),
    *"signed by|sygnatariusz|unterzeichner|signataire|participant|uczestnik|teilnehmer".split("|"),
}
BODIES = {
    *"university institute department centre center laboratory lab school faculty division".split(),
    *"office agency unit branch section college academy bureau ministry directorate".split(),
    *"wydzial instytut katedra zaklad oddzial urzad institut abteilung fakultat amt".split(),
    *"laboratoire departement faculte ecole facultad departamento instituto centro".split(),
}
"""Words of the names of institutes, offices and the like."""
_STREETS = {
    *"address addresses street adresse strasse anschrift adres ulica direccion rue".split(),
}
_PERSON = re.compile(r"(?:[^\W\d_]+\. )*[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}")
_CODE = re.compile(r"[A-Z0-9][A-Z0-9.\-/]{0,5}")
_ID = re.compile(r"[A-Za-z]{0,4}[-_.]?\d{1,8}")
_MAIL = re.compile(r"<?\S+@\S+\.\w+>?")
_LISTED = re.compile(r"[;|\n]")
_LONGEST, _SHORT_TEXT = 120, 50
"""How long the cells of a column of names are at most on average, and of one of descriptions."""


def like_people(look: Look) -> bool:
    """Whether the cells of a column may be the names of people: each other, and a few words."""
    fits = sum(_PERSON.fullmatch(text) is not None for text in look.texts)
    return bool(look.texts) and fits * 10 >= len(look.texts) * 8


def name_bodies(look: Look) -> bool:
    """Whether a good part of the names say that they are of an institute, an office or the like."""
    told = sum(not BODIES.isdisjoint(plain(text).split()) for text in look.texts)
    return told * 3 > len(look.texts)


def are_salutations(look: Look) -> bool:
    """Whether titles are those of people: Dr, Prof. or Ms."""
    return sum(len(text) < 9 and len(text.split()) < 3 for text in look.texts) * 2 > len(look.texts)


def are_sentences(look: Look) -> bool:
    """Whether the cells of a column are too long for names, also for lists of names."""
    parts = sum(len(_LISTED.split(text)) for text in look.texts)
    return sum(map(len, look.texts)) > _LONGEST * parts


def are_ids(look: Look) -> bool:
    """Whether the cells of a column are codes of letters and figures, such as D13."""
    codes = sum(_ID.fullmatch(text) is not None for text in look.texts)
    return codes * 10 >= len(look.texts) * 9


def are_codes(look: Look) -> bool:
    """Whether a column holds short codes in capital letters and figures, such as those of shares.

    Where all of them are, they may be acronyms by which organisations are called.
    """
    codes = sum(_CODE.fullmatch(text) is not None for text in look.texts)
    return look.unlike > 0.95 and codes * 10 >= len(look.texts) * 9


def mostly_lists(look: Look) -> bool:
    """Whether a good part of the cells of a column name several organisations."""
    mark = separator_of(look)
    return bool(mark) and sum(mark in text for text in look.texts) * 3 > len(look.texts)


def is_worded(look: Look) -> bool:
    """Whether a column holds words, and no numbers, dates, marks or addresses."""
    worded = look.numbers < 0.5 and look.dates < 0.5 and look.marks < 0.9
    return bool(look.texts) and worded and not are_addresses(look) and not are_objects(look)


def are_described(look: Look) -> bool:
    """Whether a column of descriptions holds another short text in each row, as names do."""
    short = sum(map(len, look.texts)) <= _SHORT_TEXT * len(look.texts)
    apart = look.unlike == 1.0 and short and is_worded(look) and not are_sentences(look)
    return meaning(look.name) == ("", "description") and apart


def are_objects(look: Look) -> bool:
    """Whether most cells of a column are objects of JSON, of which nothing is called a name."""
    return sum(text.startswith('{"') for text in look.texts) * 2 > len(look.texts)


def are_addresses(look: Look) -> bool:
    """Whether most cells of a column are web addresses, or such of e-mail."""
    found = sum("://" in text or _MAIL.fullmatch(text) is not None for text in look.texts)
    return found * 2 > len(look.texts)


def says_where(look: Look) -> bool:
    """Whether a column is called after streets or addresses."""
    return not _STREETS.isdisjoint(plain(look.name).split())


def name_nobody(look: Look) -> bool:
    """Whether most of the different texts of a column, or parts of these, are dates, days of any
    year such as 01 Jan, or addresses.
    """
    parts = {part.strip() for text in {*look.texts} for part in text.split("|")} - {""}
    told = sum("://" in part or has_date(part) or _is_day(part) for part in parts)
    return told * 2 > len(parts)


def _is_day(text: str) -> bool:
    return any(map(str.isdecimal, text)) and has_date(f"{text} 2000")


def beside_codes(columns: Sequence[Look]) -> dict[int, int]:
    """The places of codes, each with that of the names for them: of `hub` and `hub_name`."""
    words = [plain(look.name) for look in columns]
    found: dict[int, int] = {}
    for at, word in enumerate(words):
        of = word.removesuffix(" name")
        if of == word or of not in words:
            continue
        codes, names = columns[words.index(of)], columns[at]
        pairs = {*zip(codes.texts, names.texts, strict=False)}
        alone = len(pairs) == codes.distinct == names.distinct
        if alone and len(codes.texts) == len(names.texts) and are_ids(codes):
            found[words.index(of)] = at
    return found


def are_groups(look: Look) -> bool:
    """Whether most texts of a column name groups, as African Group does, and not regions."""
    texts = {*look.texts}
    said = sum(layer_in(text) == "membership" and not names_several(text) for text in texts)
    return 2 * said > len(texts) and look.distinct > 1


def may_name(look: Look) -> bool:
    """Whether the cells of a column may be names, for which dates and marks are none."""
    return bool(look.texts) and look.dates < 0.9 and not only_marks(look) and not are_objects(look)


def holds_roles(look: Look) -> bool:
    """Whether a column holds a few roles again and again, such as member and observer, even if it
    is called `member`.
    """
    said = sum(text.casefold() in ROLE_WORDS for text in look.texts)
    few = look.distinct * 4 <= len(look.texts)
    return bool(look.texts) and few and said * 10 >= 8 * len(look.texts)


def only_marks(look: Look) -> bool:
    """Whether a column holds yes and no; groups may be called X and Y, which both mean yes."""
    texts = {text.casefold() for text in look.texts}
    return look.marks == 1.0 and not (texts <= {"x", "y", "t"} and len(texts) > 1)


def complete_id(
    columns: Sequence[Look], roles: Sequence[str], meanings: Sequence[tuple[str, str]], partial: int
) -> int | None:
    """A column of ids that has one in every row, where the ids of another are missing.

    roles, meanings: of the columns. partial: the place of the other column.
    """
    rows = max(len(look.texts) for look in columns)
    if len(columns[partial].texts) == rows:
        return None
    found = [
        at
        for at, look in enumerate(columns)
        if not roles[at]
        and meanings[at][1] in ("", "id")
        and "id" in (words := plain(look.name).split())[:1] + words[-1:]
        and look.unlike == 1.0
        and len(look.texts) == rows
    ]
    return found[-1] if found else None
