"""How the words of two names answer to each other: equal, misspelt, inflected, cut short, initials,
or written apart; and what is left over on each side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graphkit.names.folding import Folded
from graphkit.names.institution_words import COMMON
from graphkit.names.rarity import Rarity

_ENDINGS = re.compile(
    r"(?:|a|e|i|o|u|y|ia|ie|ii|iu|io|em|om|ow|owi|owie|ami|ach|iach|iami|iom|ego|emu|ej|ych|ym|ymi|ich"
    r"|im|imi|iego|iej|ania|anie|aniu|s|es|n|en|er|as|os|us|is|um|es)"
)
_LEAST_STEM = 4
_LEAST_CUT = 3
_THREE_LETTERS = 0.6
_LEAST_RATIO = 55

ALIKE = {
    "inflection": 0.86,
    "typo": 1.0,
    "typo of the first letter": 0.65,
    "typo or another word": 0.45,
    "abbreviation": 0.7,
    "apart": 1.0,
    "initials": 1.0,
    "cognate": 0.5,
}
"""How much of a word's weight counts as shared, by how two words answer to each other. Of a typing
error that is at most the share of its letters that are right: a letter of Bielski makes Bialski.
"""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The words of two names beside each other.

    Attributes
    ----------
    shared : float
        The weight of the words that answer to each other.
    left, right : tuple of str
        The words of each name that answer to none of the other.
    lost : float
        What the words that answer to each other differ by.
    ways : frozenset of str
        How words that are not equal answer to each other: the keys of `ALIKE`.
    """

    shared: float
    left: tuple[str, ...]
    right: tuple[str, ...]
    lost: float
    ways: frozenset[str]


def aligned(first: Folded, second: Folded, rarity: Rarity) -> Alignment:
    """Lay the words of two folded names beside each other.

    rarity: how much each word says about which organisation is meant.
    """
    left = dict(enumerate(first.words))
    right = dict(enumerate(second.words))
    shared, lost, ways = 0.0, 0.0, set[str]()
    for at, word in enumerate(first.words):
        there = next((place for place, each in right.items() if each == word), None)
        if there is not None:
            del left[at], right[there]
            shared += rarity(word)
    pairs = sorted(
        (-_share(way, first.spelt[at], second.spelt[there]), at, there, way)
        for at in left
        for there in right
        if (way := _way(first, at, second, there, rarity)) is not None
    )
    for share, at, there, way in pairs:
        if at in left and there in right:
            heavy = min(rarity(left.pop(at)), rarity(right.pop(there)))
            shared -= share * heavy
            lost += (1 + share) * heavy
            ways.add(way)
    rest = [list(left.values()), list(right.values())]
    if all(rest):
        shared += _written_apart(rest[0], rest[1], rarity, ways)
        shared += _written_apart(rest[1], rest[0], rarity, ways)
    spelt = [[first.spelt[at] for at in left], [second.spelt[at] for at in right]]
    if all(rest) and len(rest[0]) == len(spelt[0]) and len(rest[1]) == len(spelt[1]):
        shared += _initials(rest[0], rest[1], spelt[1], rarity, ways)
        shared += _initials(rest[1], rest[0], spelt[0], rarity, ways)
    for words, name in zip(rest, (second, first), strict=True):
        for word in list(words):
            if abbreviates(word, name):
                words.remove(word)
                ways.add("initials")
    return Alignment(shared, tuple(rest[0]), tuple(rest[1]), lost, frozenset(ways))


def _way(first: Folded, at: int, second: Folded, there: int, rarity: Rarity) -> str | None:
    """How a word of one name may be a word of the other, a key of `ALIKE`; None if it is not."""
    a, b = first.words[at], second.words[there]
    way = answers(first.spelt[at], second.spelt[there])
    known = {a, b} & COMMON
    if known and not str(way).startswith("typo"):  # the table has the forms of these
        _, short = min((first.spelt[at], a), (second.spelt[there], b), key=_length)
        return way if way == "abbreviation" and short not in COMMON else None
    if way and way.startswith("typo") and not known and min(rarity.count[a], rarity.count[b]) > 1:
        return "typo or another word"
    return way


def _share(way: str, a: str, b: str) -> float:
    """How much of the weight of two words counts as shared."""
    from rapidfuzz.distance import OSA

    right = OSA.normalized_similarity(a, b) if way.startswith("typo") else 1.0
    return min(ALIKE[way], right)


def _length(pair: tuple[str, str]) -> int:
    return len(pair[0])


def answers(a: str, b: str) -> str | None:
    """How a word may be another one, a key of `ALIKE`; None where it is not."""
    from rapidfuzz.distance import OSA

    short, long = sorted((a, b), key=len)
    if _digits(a) != _digits(b):  # another number is not a misspelling
        return None
    same = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        same += 1
    if (
        same >= _LEAST_STEM
        and _ENDINGS.fullmatch(a[same:])
        and _ENDINGS.fullmatch(b[same:])
        and len(long) - same <= 5
    ):
        return "inflection"
    if same == len(short) >= _LEAST_CUT and len(long) > len(short):
        return "abbreviation"
    most = 2 if len(short) >= 9 else 1 if len(short) >= 4 else 0
    if most and OSA.distance(a, b, score_cutoff=most) <= most:
        return "typo" if same else "typo of the first letter"
    if same > _LEAST_STEM and same >= 0.7 * len(long):
        return "cognate"
    if len(short) >= 3 and short[0] == long[0] and _contraction(short, long):
        return "abbreviation"
    return None


def _digits(word: str) -> str:
    return "".join(filter(str.isdigit, word))


def _contraction(short: str, long: str) -> bool:
    """Whether a word is another one without vowels in its middle: "ctr" of "centre"."""
    rest = iter(long)
    return len(short) <= 5 < len(long) and (
        not set(short[1:]) & set("aeiouy") and all(letter in rest for letter in short)
    )


def _written_apart(one: list[str], other: list[str], rarity: Rarity, ways: set[str]) -> float:
    """Take out a word that is two or three of the other name written together."""
    for word in list(one):
        for number in (2, 3):
            for at in range(len(other) - number + 1):
                if "".join(other[at : at + number]) == word:
                    one.remove(word)
                    del other[at : at + number]
                    ways.add("apart")
                    return rarity(word)
    return 0.0


def _initials(
    one: list[str], other: list[str], spelt: list[str], rarity: Rarity, ways: set[str]
) -> float:
    """Take out a word that is the initials of words of the other name in a row: INSA Lyon."""
    first = "".join([word[0] for word in spelt])
    for word in one:
        at = first.find(word) if 2 < len(word) < 9 else -1
        if at >= 0:
            stands_for = other[at : at + len(word)]
            one.remove(word)
            del other[at : at + len(word)], spelt[at : at + len(word)]
            ways.add("initials")
            return sum(map(rarity, stands_for)) * (1.0 if len(word) > 3 else _THREE_LETTERS)
    return 0.0


def unlike(one: Folded, other: Folded) -> bool:
    """Whether two names are not worth laying beside each other; quick."""
    from rapidfuzz.fuzz import ratio

    return not ratio(one.key, other.key, score_cutoff=_LEAST_RATIO) and not (
        any(abbreviates(word, other) for word in one.spelt)
        or any(abbreviates(word, one) for word in other.spelt)
    )


def abbreviates(word: str, name: Folded) -> bool:
    """Whether a word is made of the initials of a name: CNRS, and INSERM, which leaves some out."""
    if not 2 < len(word) < 9 or not word.isalpha():
        return False
    for initials in name.initials:
        if word in initials:
            return True
        rest = iter(initials)
        if len(word) > 3 and word[0] == initials[:1] and all(letter in rest for letter in word):
            return True
    return False
