"""How likely one letter follows another in a language, from the words of `words_of_languages`.

A first-order chain with absolute smoothing towards the frequency of the letter: enough to tell
`Liège` from `Ličge`, and no more is needed.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache
from itertools import pairwise
from math import log

from graphkit.sources.words_of_languages import WORDS

_SMOOTHING = 5.0
_ASCII_LETTERS = 27
_FOREIGN = 2e-6
"""The likelihood of a letter that a language does not have."""


class LetterChain(dict[tuple[str, str], float]):
    """The logarithm of the likelihood of each letter after another.

    A space stands before and after each word.
    """

    def __init__(self, words: str) -> None:
        super().__init__()
        letters: Counter[str] = Counter()
        pairs: Counter[tuple[str, str]] = Counter()
        for word in words.lower().split():
            letters.update(word)
            letters[" "] += 1
            pairs.update(pairwise(f" {word} "))
        self._letters = letters
        self._pairs = pairs
        self._total = sum(letters.values())

    def __missing__(self, pair: tuple[str, str]) -> float:
        one, two = pair
        alone = self._letters[two] / self._total
        if two.isascii():
            alone = 0.8 * alone + 0.2 / _ASCII_LETTERS
        elif not alone:
            alone = _FOREIGN
        seen = self._pairs[pair] + _SMOOTHING * alone
        value = self[pair] = log(seen / (self._letters[one] + _SMOOTHING))
        return value


@cache
def chains(script: str) -> tuple[LetterChain, ...]:
    """The chains of the languages that are written in a script, and of English.

    For "" those of all languages.
    """
    return tuple(
        LetterChain(words)
        for language, words in WORDS.items()
        if not script or script == _script(words) or language == "English"
    )


def _script(words: str) -> str:
    return unicodedata.name(words.split()[0][0]).split()[0]
