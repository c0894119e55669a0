"""Cut compounds in the names of columns in two, as German, Scandinavian and Finnish have them.

The last part says what a column holds, and the part before it of what: `Prosjektnavn` is the name
of a project. Lower-case names such as `projectname` are cut in the same way.
"""

from __future__ import annotations

from functools import cache, lru_cache

from graphkit.sources.header_lexicon import plain_words, properties, subjects, years

_LINKS = ("", "s", "es", "n", "en", "e", "er", "ns", "i", "un")
"""Letters that stand between the parts."""
_SHORT_TAILS = {*"nr id ar ev ort typ art url name nev navn namn nimi data date".split()}
_LEAST_TAIL, _LEAST_HEAD = 4, 3
_TOLD = 6
"""From how many letters on a word for a group is told within another."""
_ORGANISATIONS = {
    *"organisation organisasjon organisatie organisaatio organisatsioon szervezet jarjesto".split(),
    *"organisationer organisasjoner organisaties organisaatiot jarjestot organisationen".split(),
}
"""What may stand behind any word: `Ungdomsorganisasjon` is an organisation."""
_FIRST = ("id", "cod", "codigo", "nom", "nome", "nombre", "num", "nr")
"""What stands before its noun in Romance names of columns: `idalianza`, `nompartido`."""
_WHOLE = {"identidad"}
_MEMBERS = {
    *"mitglied mitglieder medlem medlems lid leden jasen tag clen partner partners member".split(),
}
_SHOWN = {"country": "country", "city": "city", "region": "region", "website": "website",
          "kind": "kind", "role": "role", "sector": "sector"}  # fmt: skip
_LEADING = ("of_joining", "of_ends", "of_founding", "of_dissolving", "of_records")


@cache
def _tails() -> frozenset[str]:
    words = {*properties(), *subjects(), *years()}
    return frozenset(
        word
        for word in words
        if " " not in word and (len(word) >= _LEAST_TAIL or word in _SHORT_TAILS)
    )


@cache
def _heads() -> frozenset[str]:
    words = {*properties(), *subjects(), *years(), "org", "start"}
    for what in _LEADING:
        words |= plain_words(what)
    return frozenset(word for word in words if " " not in word and len(word) >= _LEAST_HEAD)


@lru_cache(maxsize=2**14)
def cut(word: str) -> tuple[str, str] | None:
    """The two parts of a plain word; None where it cannot be cut so.

    >>> cut("prosjektnavn"), cut("foreningsnavn"), cut("ungdomsorganisasjon")
    (('prosjekt', 'navn'), ('forening', 'navn'), ('', 'organisasjon'))
    >>> cut("membership"), cut("landscape"), cut("idalianza")
    (None, None, ('alianza', 'id'))
    """
    for first in _FIRST:
        if word.startswith(first) and word.removeprefix(first) in subjects() and word not in _WHOLE:
            return word.removeprefix(first), first
    for at in range(_LEAST_HEAD, len(word) - 1):
        if word[at:] in _tails() and (head := _head(word[:at])):
            return head, word[at:]
    for tail in _ORGANISATIONS:
        if word.endswith(tail) and len(word) - len(tail) >= _LEAST_HEAD:
            return "", tail
    return None


def _head(text: str) -> str:
    """The known word that a first part is, without letters that link it to the next."""
    for link in _LINKS:
        if text.endswith(link) and (bare := text.removesuffix(link)) in _heads():
            return bare
    return ""


def in_parts(words: list[str]) -> list[str]:
    """Plain words with the compounds among them cut; those that are known stay whole.

    A compound of two words for organisations, such as `Mitgliedsorganisation`, is its last part,
    and one that ends with a name or a number of a place is the place.

    >>> in_parts(["prosjektnavn"]), in_parts(["mitgliedsverein"]), in_parts(["landsnavn"])
    (['prosjekt', 'navn'], ['member'], ['country'])
    """
    found = []
    for word in words:
        known = word in properties() or word in subjects() or word in years()
        parts = None if known else cut(word)
        found += [word] if parts is None else _joined(*parts)
    return found


def holds_group(words: str) -> bool:
    """Whether plain words hold a word for a group, also within a longer word that is not known.

    >>> holds_group("prosjektforkynavn"), holds_group("capital")
    (True, False)
    """
    return any(group in words for group in _groups())


@cache
def _groups() -> frozenset[str]:
    return frozenset(
        word for word, of in subjects().items() if of != "member" and len(word) >= _TOLD
    )


def _joined(head: str, tail: str) -> list[str]:
    if not head:
        return [tail]
    if tail in subjects():
        return ["member"] if head in _MEMBERS else [tail]
    shown = _SHOWN.get(properties().get(head, "")) if head not in subjects() else None
    if shown and properties().get(tail) in ("name", "id"):
        return [shown]
    return [head, tail]
