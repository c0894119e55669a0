"""All words of which the names of columns are made, plain, by what they mean."""

from __future__ import annotations

import re
from functools import cache

from graphkit.model.naming import fold
from graphkit.sources.header_vocabulary import (
    OF_DISSOLVING,
    OF_ENDS,
    OF_FOUNDING,
    OF_RECORDS,
    PROPERTIES,
    SUBJECTS,
    YEARS,
)
from graphkit.sources.languages import words_for

_BREAKS = re.compile(r"[^\w#]+|_+")
_ENGLISH = {"part", "rad", "sit", "oda", "koda", "red"}
"""Words that mean something else in English: `Párt`, but not `Part`."""
_SHORTEST = 3
"""Shorter words without their accents would be codes: `år`, but not `AR`."""


def spelt_plainly(text: str) -> str:
    """A text without case, accents and punctuation."""
    return " ".join(_BREAKS.sub(" ", fold(text)).split())


@cache
def properties() -> dict[str, str]:
    """The property that each word means."""
    found = {what: words.split() for what, words in PROPERTIES.items()}
    return _meant(found)


@cache
def subjects() -> dict[str, str]:
    """The subject that each word means."""
    return _meant(SUBJECTS)


def _meant(known: dict[str, list[str]]) -> dict[str, str]:
    found = {word.replace("_", " "): what for what, words in known.items() for word in words}
    for what in known:
        for word in words_for(what):
            spelt = spelt_plainly(word)
            if len(spelt) >= _SHORTEST and spelt not in _ENGLISH:
                found.setdefault(spelt, what)
    return found


@cache
def as_written() -> dict[str, tuple[str, str]]:
    """The meanings of words that only their accents tell from others, in their own spelling."""
    found = {word: ("", what) for what in PROPERTIES for word in words_for(what)}
    found |= dict.fromkeys(words_for("date"), ("", "start"))
    found |= {word: (what, "name") for what in SUBJECTS for word in words_for(what)}
    return {
        word: meant
        for word, meant in found.items()
        if not word.isascii()
        and (len(spelt := spelt_plainly(word)) < _SHORTEST or spelt in _ENGLISH)
    }


@cache
def plain_words(what: str) -> frozenset[str]:
    """The words of all languages but English for something, plain."""
    spelt = map(spelt_plainly, words_for(what))
    return frozenset(word for word in spelt if len(word) >= _SHORTEST)


@cache
def years() -> frozenset[str]:
    """What dates and years are called."""
    return plain_words("date") | {*YEARS}


@cache
def of_ends() -> frozenset[str]:
    """Words of dates at which something ended."""
    return plain_words("of_ends") | OF_ENDS


@cache
def of_founding() -> frozenset[str]:
    """Words of dates at which somebody was founded."""
    return plain_words("of_founding") | OF_FOUNDING


@cache
def of_dissolving() -> frozenset[str]:
    """Words of dates at which somebody was dissolved."""
    return plain_words("of_dissolving") | OF_DISSOLVING


@cache
def of_records() -> frozenset[str]:
    """Words of dates that say when something was written down, or somebody was born."""
    return plain_words("of_records") | OF_RECORDS


@cache
def ends_of_ties() -> tuple[tuple[str, str], ...]:
    """What the two ends of a tie are called in other languages than English."""
    pairs = (word.split("-") for word in words_for("ends"))
    return tuple((spelt_plainly(one), spelt_plainly(other)) for one, other in pairs)
