"""Kinds of ties that are the same from both ends, as a twinning or a co-operation is, and an
ownership is not.
"""

from __future__ import annotations

import re

from graphkit.sources.header_words import plain

_STEMS = (
    "twin", "sister", "partner", "partena", "parten", "parcer", "cooper", "co oper", "kooper",
    "collabor", "colabor", "kollabor", "wspolprac", "zusammenarbeit", "samarbe", "samenwerk",
    "yhteisty", "spoluprac", "suradnj", "sodelov", "egyuttmuk", "jumel", "gemell", "gemel",
    "hermana", "gemina", "blizniac", "zaprzyjazn", "stadtepart", "vanort", "venskab", "vennskap",
    "ystavyys", "druzb", "pobrat", "testver", "allian", "allied", "ally", "allies", "friend",
    "joint", "neighbo", "sasiad", "coalition", "koalic", "coalici", "federat",
    "партн", "сотруднич", "співпрац", "побратим",
)  # fmt: skip
"""How words begin that say the same of both ends."""
_DIRECTED = {
    *"of from to by lead leading leader own owns owned owner parent child subsidiary".split(),
    *"funds funded funder funding supplies supplier client customer contractor host".split(),
    *"subcontractor member coordinator shareholder investor donor recipient invited".split(),
}
"""Words of relations in which the two ends are not alike."""
_NUMBER = re.compile(r"\s*(?:\d|[ab])$")


def is_mutual(text: str) -> bool:
    """Whether a kind of tie, or the name of a column, says the same of both ends.

    >>> is_mutual("Twinning"), is_mutual("co-operation agreement"), is_mutual("jumelage")
    (True, True, True)
    >>> is_mutual("funds"), is_mutual("lead partner"), is_mutual("partner of"), is_mutual("")
    (False, False, False, False)
    """
    words = plain(text)
    told = any(words.startswith(stem) or f" {stem}" in words for stem in _STEMS)
    return told and not _DIRECTED & {*words.split()}


def are_alike(first: str, second: str) -> bool:
    """Whether two columns are called alike but for a number, so that neither end is the first.

    >>> are_alike("Organisation 1", "Organisation 2"), are_alike("country_a", "country_b")
    (True, True)
    >>> are_alike("Source", "Target"), are_alike("column 1", "column 2")
    (False, False)
    """
    one, other = plain(first), plain(second)
    stems = [_NUMBER.sub("", words) for words in (one, other)]
    named = stems[0] not in ("", "column")
    return named and one != other and stems[0] == stems[1] and not _DIRECTED & {*stems[0].split()}
