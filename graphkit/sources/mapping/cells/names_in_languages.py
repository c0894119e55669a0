"""Columns that name one organisation in several languages: `name_fr` and `name_en`, or
`Institution` and `Name (local)`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, SKIP, Shape, SheetMapping
from graphkit.sources.raw import Row

_CODES = {
    *"en eng fr fra fre de deu ger es spa pl pol it ita nl nld por pt cs ces cz sk slk".split(),
    *"hu hun ro ron bg bul hr hrv sl slv sr srp uk ukr ru rus lt lit lv lav et est fi fin".split(),
    *"sv swe da dan nb nn nor el ell gr ga gle mt mlt eu eus ca cat gl glg sq sqi mk mkd".split(),
    *"tr tur ar ara zh ja jp ko he iw fa ur hi bn ta te th vi km kh am ka hy az kk uz be".split(),
    *"orig loc int".split(),
}
"""Codes of languages; `no` is left out, which is a number in other files."""
_NO_COUNTRIES = {"en", "eng", "orig", "loc", "int"}
"""Codes that are none of a country, behind which a column `Partner` may have one for each."""
_WORDS = {
    *"english french german spanish polish italian dutch portuguese czech slovak hungarian".split(),
    *"romanian bulgarian croatian slovenian serbian ukrainian russian lithuanian latvian".split(),
    *"estonian finnish swedish danish norwegian greek irish maltese basque catalan arabic".split(),
    *"chinese japanese local native national original international latin cyrillic".split(),
}
_PARTS = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LOOKED_AT = 3000
_SHAPES = (Shape.PAIRS, Shape.ORGANISATIONS, Shape.MATRIX)


def _stem(name: str) -> tuple[str, str]:
    """What the name of a column says without a language, and the language or "".

    >>> _stem("name_en"), _stem("Name (local)"), _stem("English name"), _stem("Nom")
    (('name', 'en'), ('name', 'local'), ('name', 'english'), ('nom', ''))
    """
    words = [word.casefold() for word in _PARTS.findall(_CAMEL.sub(" ", name))]
    if len(words) > 1 and words[-1] in _CODES | _WORDS:
        rest = words[:-1]
        return " ".join(rest[:-1] if len(rest) > 1 and rest[-1] == "in" else rest), words[-1]
    if len(words) > 1 and words[0] in _WORDS:
        return " ".join(words[1:]), words[0]
    return " ".join(words), ""


def _names(stem: str, mark: str) -> bool:
    """Whether a column of that name, without the language, names organisations."""
    subject, what = meaning(stem)
    if stem.endswith("s") and not mark:
        return False  # a list of others
    if what != "name" or subject not in ("", "member"):
        return False
    return not mark or mark in _NO_COUNTRIES | _WORDS or subject == "" or "name" in plain(stem)


def names_of_one(names: Sequence[str]) -> list[int]:
    """The places of columns that name one organisation in several languages.

    Parameters
    ----------
    names : sequence of str
        The names of the columns.

    Returns
    -------
    list of int
        The places, first that of the column without a language, or the first; none where fewer than
        two columns are such.

    Examples
    --------
    >>> names_of_one(["name_fr", "Country", "name_en"]), names_of_one(["name_en", "Institution"])
    ([0, 2], [1, 0])
    >>> names_of_one(["Partner DE", "Partner PL"]), names_of_one(["Organisation", "Name"])
    ([], [])
    """
    found: dict[str, int] = {}
    for at, name in enumerate(names):
        stem, mark = _stem(name)
        if _names(stem, mark) and found.setdefault(mark, at) != at and mark:
            return []  # of two organisations, each in several languages
    bare = {at for mark, at in found.items() if not mark}
    marked = [at for mark, at in found.items() if mark]
    if not marked or len(found) < 2:
        return []
    return [*bare, *marked]


def with_names_in_languages(mapping: SheetMapping, body: Sequence[Row]) -> SheetMapping:
    """The mapping in which each row is named by the first of such columns that is filled.

    Parameters
    ----------
    mapping : SheetMapping
        A proposal.
    body : sequence of (int, sequence of str)
        The rows.

    Returns
    -------
    SheetMapping
        The proposal. The other columns hold aliases.
    """
    family = names_of_one(mapping.header)
    grouped = mapping.layer == "membership"
    for word in ("member", "group") if grouped else ("member",):
        named = mapping.columns(word)
        if mapping.shape not in _SHAPES or len(named) != 1 or named[0] not in family:
            continue
        if mapping.header[named[0]] in mapping.split:
            continue
        roles = [*mapping.roles]
        others = [
            at
            for at in family
            if roles[at] == SKIP or roles[at].endswith((ATTRIBUTE, f"{word} aliases"))
        ]
        for at in others:
            roles[at] = f"{word} aliases"
        blank = [row for _, row in body[:_LOOKED_AT] if _is_blank(row, named[0])]
        otherwise = (
            mapping.header[at] for at in others if any(not _is_blank(row, at) for row in blank)
        )
        return replace(mapping, roles=tuple(roles), name_otherwise=tuple(otherwise))
    return mapping


def _is_blank(row: Sequence[str], at: int) -> bool:
    return at >= len(row) or is_blank(row[at])
