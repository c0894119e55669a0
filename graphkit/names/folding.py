"""Names without what spelling changes: case, accents, alphabets, punctuation, legal forms,
abbreviations, inflection and numerals.

Two names with the same words after folding are the same to a reader. Folding is careful: it never
joins two towns, two ordinals or two subjects. How much two different names are alike is for
`graphkit.names.scoring`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from graphkit.model.naming import fold
from graphkit.names.institution_words import BEGINS, DROPPED, EXACT
from graphkit.names.legal_forms import ANYWHERE, AT_FIRST, LEGAL_FORMS, LONGEST

_ELISION = re.compile(r"\b(l|d|dell|all|nell|sull|un|qu)'(?=\w)")
_GENITIVE = re.compile(r"'s\b")
_WORD = re.compile(r"[a-z0-9]+")
_UMLAUT = re.compile(r"([aou])e+")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|er|e|eme|go|ga|sza|y|a)")
_ROMAN = {
    word: str(number)
    for number, word in enumerate(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(), 1
    )
}
_ADJECTIVE = re.compile(
    r"(\w{2,}(?:sk|ck|dzk))(?:iego|iemu|iej|imi|im|ich|ie|i|a)"
    r"|(\w{3,}(?:czn|aln|jn|ow))(?:ego|emu|ej|ymi|ym|ych|y|a|e)"
)
"""Polish adjectives of places and subjects, whose forms differ by gender, number and case."""

# What is longer is not a name; comparing it word by word would take long.
_MOST_LETTERS, _MOST_WORDS, _LONGEST_WORD = 10_000, 60, 40
_LONGEST_ENDING = 5
_SHORTEST_WITH_UMLAUT = 5
_FEWEST_FOR_BEGINNING = min(map(len, BEGINS))
_OF_LEGAL_FORMS = frozenset(word for form in (*LEGAL_FORMS, *AT_FIRST) for word in form)


@dataclass(frozen=True, slots=True)
class Folded:
    """A name after folding.

    Attributes
    ----------
    words : tuple of str
        Its words in their order, without legal forms, articles and prepositions.
    legal : frozenset of str
        The legal forms that were taken away.
    initials : tuple of str
        The first letters of the words as they are written, with and without articles and
        prepositions.
    spelt : tuple of str
        The words as they are spelt, without case and accents.
    written : str
        All words but the legal forms, without spaces.
    whole : str
        All words as they are spelt, as one text.
    key : str
        The words in the order of the alphabet: names with one key are the same to a reader.
    """

    words: tuple[str, ...]
    legal: frozenset[str] = frozenset()
    initials: tuple[str, ...] = field(default=(), compare=False)
    spelt: tuple[str, ...] = field(default=(), compare=False)
    written: str = field(default="", compare=False)
    whole: str = field(default="", compare=False)
    key: str = field(default="", compare=False)

    @property
    def text(self) -> str:
        """The words as one text; folding it again changes nothing."""
        return " ".join(self.words)

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers and ordinals in the name."""
        return frozenset(word for word in self.words if word.isdigit())


@lru_cache(maxsize=100_000)
def folded(name: str) -> Folded:
    """Fold a name.

    Parameters
    ----------
    name : str
        A name or alias of an organisation, in any alphabet.

    Returns
    -------
    Folded
        Its words. Where nothing would be left, such as of a name that is a legal form, the words
        stay.

    Examples
    --------
    >>> folded("Przedsiębiorstwo MALOW Sp. z o.o.").text
    'enterprise malow'
    >>> folded("POLITECHNIKI BIALOSTOCKIEJ").text == folded("Politechnika Białostocka").text
    True
    >>> folded("Université Montpellier II").key == folded("UNIV. MONTPELLIER 2").key
    True
    """
    legal: set[str] = set()
    read = [(word, word) for word in _spelt(name)]
    spelt = tuple([word[:_LONGEST_WORD] for word, _ in _joined_words(read)])
    words = _without_legal_forms([(word, word) for word in spelt], legal)
    plain = [word for word, _ in words]
    for _ in range(len(spelt) + 3):  # each round only shortens, or brings words to their forms
        before = words
        words = _numerals([(_standing_for(word), spelt) for word, spelt in words])
        words = [each for each in words if each[0] not in DROPPED] or words
        words = _joined_words(words)
        words = _without_legal_forms(words, legal)
        if words == before:
            break
    return Folded(
        words=tuple([word for word, _ in words]),
        spelt=tuple([spelt for _, spelt in words]),
        legal=frozenset(legal),
        initials=_initials(plain),
        written=_together(plain),
        key=" ".join(sorted([word for word, _ in words])),
        whole=_UMLAUT.sub(r"\1", " ".join(spelt)),
    )


_Word = tuple[str, str]
"""A word, and how it is spelt."""


def _together(words: Sequence[str]) -> str:
    return _UMLAUT.sub(r"\1", "".join(words))


def _initials(words: Sequence[str]) -> tuple[str, ...]:
    every = "".join([word[0] for word in words])
    telling = "".join([word[0] for word in words if word not in DROPPED])
    return (every,) if telling == every else (every, telling)


def _spelt(name: str) -> tuple[str, ...]:
    """The words of a name in the letters a to z."""
    text = fold(name[:_MOST_LETTERS])
    if not text.isascii():
        from anyascii import anyascii

        text = fold(anyascii(text))
    text = text.replace("`", "'").replace("a/s", "as")
    if "'" in text:
        text = _GENITIVE.sub("", _ELISION.sub(" ", text))
    return tuple(_WORD.findall(text)[:_MOST_WORDS])


def _joined_words(words: list[_Word]) -> list[_Word]:
    """Single letters that follow each other are one word: "S.A." and "A.G.H."."""
    found: list[_Word] = []
    open_ = False
    for word, spelt in words:
        single = len(word) == 1 and word.isalpha()
        if single and open_:
            before, so_far = found[-1]
            found[-1] = (before + word, so_far + spelt)
        else:
            found.append((word, spelt))
        open_ = single
    return found


@lru_cache(maxsize=100_000)
def _standing_for(word: str) -> str:
    """The word that stands for this one, for its abbreviation and for its inflected forms."""
    if word.isdigit():
        return word.lstrip("0") or "0"
    if ordinal := _ORDINAL.fullmatch(word):
        return ordinal[1].lstrip("0") or "0"
    if word in EXACT:
        return EXACT[word]
    for length in range(len(word), max(len(word) - _LONGEST_ENDING, _FEWEST_FOR_BEGINNING) - 1, -1):
        if word[:length] in BEGINS:
            return BEGINS[word[:length]]
    plain = _UMLAUT.sub(r"\1", word)
    if plain != word and len(word) >= _SHORTEST_WITH_UMLAUT:
        return _standing_for(plain)
    if adjective := _ADJECTIVE.fullmatch(word):
        return (adjective[1] or adjective[2]) + "i"
    return word


def _without_legal_forms(words: list[_Word], legal: set[str]) -> list[_Word]:
    """The words without legal forms; the first and the last word are never taken both."""
    left = words
    while len(left) > 1:
        found = _legal_form([word for word, _ in left])
        if found is None:
            break
        first, after, form = found
        legal.add(form)
        left = left[:first] + left[after:]
    return left


def _legal_form(words: list[str]) -> tuple[int, int, str] | None:
    """Where a legal form stands: at the end, at the beginning, or a plain one anywhere."""
    if _OF_LEGAL_FORMS.isdisjoint(words):
        return None
    number = len(words)
    for length in range(min(LONGEST, number - 1), 0, -1):
        last, first = tuple(words[-length:]), tuple(words[:length])
        if last in LEGAL_FORMS:
            return number - length, number, LEGAL_FORMS[last]
        if first in AT_FIRST or first in ANYWHERE:
            return 0, length, LEGAL_FORMS.get(first) or AT_FIRST[first]
        for at in range(1, number - length):
            inside = tuple(words[at : at + length])
            if inside in ANYWHERE:
                return at, at + length, LEGAL_FORMS[inside]
    return None


def _numerals(words: list[_Word]) -> list[_Word]:
    """Roman numerals as digits; single letters only at the ends, as elsewhere they are words."""
    if len(words) < 2:
        return words
    ends = (0, len(words) - 1)
    return [
        (_ROMAN[word], spelt) if word in _ROMAN and (len(word) > 1 or at in ends) else (word, spelt)
        for at, (word, spelt) in enumerate(words)
    ]
