"""A selection written as text: `at=2011`, or `place=Podlasie,sector=business`.

Where two selections stand side by side, each is written in this form. The words are those of
`Selection`, so a new word can be written at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.model import UsageError
from graphkit.model.wording import loose, meant
from graphkit.network.selection import WORDS, Given, Word

EVERYTHING = "everything"
"""Written for a selection without any words."""

_FORM = "write word=value[,word=value], such as at=2014-11,sector=business"
_WORD = re.compile(r"\s*([^\W\d][\w-]*)\s*=(?!=)(.*)", re.DOTALL)
_ON = {"yes": True, "no": False}


def written_words(text: str) -> dict[str, Given]:
    """Read the words of a selection from text.

    Parameters
    ----------
    text : str
        `word=value[,word=value]`, with the keywords of `Selection`. A word that takes several
        values may be repeated, or its values separated by commas: `sector=business,research`. A
        switch is written alone, or with yes or no: `backbone`, `backbone=no`. `everything` stands
        for no words.

    Returns
    -------
    dict of str to object
        The words as `Network.select` and `Selection.refined` take them, which check the values.

    Raises
    ------
    UsageError
        If a word is unknown, has no value or has more than it takes. The message names the word
        and the cure.

    Examples
    --------
    >>> written_words("place=Podlasie,sector=business,research")
    {'place': ['Podlasie'], 'sector': ['business', 'research']}
    >>> written_words("at=2014-11, backbone")
    {'at': '2014-11', 'backbone': True}
    """
    if loose(text) == EVERYTHING:
        return {}
    values: dict[str, list[str]] = {}
    for name, value in _pairs(text):
        values.setdefault(name, []).append(value)
    return {name: _given(WORDS[name], listed) for name, listed in values.items()}


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Each word and value in turn; a piece without a word is a further value of the last one."""
    last = ""
    for piece in text.split(","):
        if found := _WORD.fullmatch(piece):
            last = _known(found[1], last)
            yield last, found[2].strip()
        elif (name := loose_words().get(loose(piece))) and _is_switch(WORDS[name]):
            last = name
            yield name, "yes"
        elif not last or not piece.strip():
            raise UsageError(f"{text!r} is not a selection; {_FORM}")
        else:
            yield last, piece.strip()


def loose_words() -> dict[str, str]:
    """The words of a selection by their spelling without case, hyphens and underscores."""
    return {loose(name): name for name in WORDS}


def _known(word: str, last: str) -> str:
    known = loose_words()
    if loose(word) in known:
        return known[loose(word)]
    cure = meant(word, WORDS)
    if last == "where":
        cure += f"; a further condition is written where={word}=…"
    raise UsageError(f"a selection has no word {word}; {cure}")


def _given(word: Word, values: list[str]) -> Given:
    if "" in values:
        example = word.allowed[0] if word.allowed else (word.example or "yes").lower()
        raise UsageError(f"`{word.name}` has no value; write such as {word.name}={example}")
    if word.several:
        return values
    if len(values) > 1:
        raise UsageError(
            f"`{word.name}` takes one value, and {' and '.join(values)} are given; leave one"
        )
    if not _is_switch(word):
        return values[0]
    if values[0].casefold() not in _ON:
        raise UsageError(f"`{word.name}` is a switch; write {word.name} or {word.name}=no")
    return _ON[values[0].casefold()]


def _is_switch(word: Word) -> bool:
    return isinstance(word.default, bool)
