"""The scale and the kind of a question, by the answers that were given and its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graphkit.model.naming import fold
from graphkit.model.own_columns import said_yes
from graphkit.sources.header_words import plain
from graphkit.sources.mapping.form.lenient import is_number, plain_number
from graphkit.sources.mapping.form.mapped_questions import is_no_answer, numbered_word, one_line

_NOTHING = {"never", "not at all", "none at all", "no contact", "nigdy", "wcale", "brak kontaktu"}
_LISTS = (
    (
        "never/no contact/not at all/nigdy/wcale/brak kontaktu", "rarely/seldom/hardly ever/rzadko",
        "less than yearly/less than once a year/rzadziej niz raz w roku",
        "yearly/annually/once a year/every year/raz w roku/co rok/rocznie",
        "twice a year/half yearly/dwa razy w roku", "several times a year/kilka razy w roku",
        "quarterly/every quarter/every three months/co kwartal/raz na kwartal",
        "sometimes/occasionally/czasami/czasem/od czasu do czasu",
        "monthly/once a month/every month/raz w miesiacu/co miesiac/miesiecznie",
        "several times a month/kilka razy w miesiacu", "often/frequently/regularly/czesto",
        "weekly/once a week/every week/raz w tygodniu/co tydzien/tygodniowo",
        "several times a week/kilka razy w tygodniu", "very often/bardzo czesto",
        "daily/every day/codziennie", "always/constantly/zawsze",
    ),
    (
        "strongly disagree/zdecydowanie nie", "disagree/raczej nie/nie zgadzam sie",
        "neither agree nor disagree/neutral/ani tak ani nie", "agree/raczej tak/zgadzam sie",
        "strongly agree/zdecydowanie tak",
    ),
    (
        "not at all/wcale/none at all", "a little/slightly/a small amount/troche/w malym stopniu",
        "somewhat/moderately/a fair amount/srednio/umiarkowanie/w srednim stopniu",
        "a lot/very much/considerably/a great deal/bardzo/w duzym stopniu",
        "completely/fully/extremely/calkowicie/w pelni",
    ),
    (
        "none/zero", "very low/bardzo niski/bardzo niskie/bardzo male",
        "low/small/niski/niskie/male", "medium/moderate/average/sredni/srednie",
        "high/large/wysoki/wysokie/duze", "very high/very large/bardzo wysoki/bardzo wysokie",
    ),
)  # fmt: skip
"""Words of answers in order; those in one entry mean the same."""
_RANKS = [
    {word: at for at, words in enumerate(each) for word in words.split("/")} for each in _LISTS
]
_KINDS = {
    "frequency": ("often", "frequen", "contact", "czest", "kontakt"),
    "trust": ("trust", "reliab", "zaufa", "ufa"),
    "outcome": ("outcome", "result", "achiev", "efekt", "wynik", "rezultat"),
    "value": ("valu", "important", "contribut", "wartos", "wazn"),
}
_MOST_WORDS = 12
_MOST = 10
"""The highest number of a scale of steps."""
_GAP = 2
"""Answers may be missing, so numbers that are so near are of one scale."""
_MOST_TOLD = 5


@dataclass(frozen=True, slots=True)
class FoundScale:
    """The scale that answers show; wrong: why a person has to look at it, or ""."""

    parts: tuple[str, ...]
    kind: str = ""
    wrong: str = ""


def kind_of_question(text: str) -> str:
    """The kind of a question by its words, or "".

    >>> kind_of_question("How far do you trust it?"), kind_of_question("Rate it")
    ('trust', '')
    """
    words = plain(text.rstrip("?")).split()
    for kind, starts in _KINDS.items():
        if any(word.startswith(starts) for word in words):
            return kind
    return ""


def scale_found(texts: Iterable[str]) -> FoundScale | None:
    """The scale of the answers to one question; None where they do not lie on one.

    >>> scale_found(["3", "0", "2"]).parts, scale_found(["weekly", "never"]).parts
    (('0..3',), ('0=never', '1=weekly'))
    """
    given = [*dict.fromkeys(text.strip() for text in texts if not is_no_answer(text))]
    if not given:
        return None
    if all(map(is_number, given)):
        return _of_numbers(sorted({float(plain_number(text)) for text in given}))
    pairs = [numbered_word(text) for text in given]
    if all(pairs):
        return _of_pairs([pair for pair in pairs if pair is not None])
    if len(given) > _MOST_WORDS:
        return None
    if all(said_yes(text) is not None for text in given):
        return FoundScale((), "yes/no")
    return _of_words(given)


def _of_numbers(numbers: Sequence[float]) -> FoundScale:
    """The range of numbers; of fractions and of large ones any number may be an answer.

    A number that stands apart from the others, such as 99 for no answer, does not belong to it.
    """
    near = [[numbers[0]]]
    for one, other in pairwise(numbers):
        if other - one > _GAP and len(numbers) > 2:
            near.append([])
        near[-1].append(other)
    main = max(near, key=len)
    if main[-1] > _MOST or not all(map(float.is_integer, numbers)):
        return FoundScale(())
    scale = f"{main[0] if len(main) > 1 else min(main[0] - 1, 0):g}..{main[-1]:g}"
    if len(numbers) == 1:
        return FoundScale((scale,), wrong=f"has only the answer {main[0]:g}")
    apart = [f"{each:g}" for part in near if part is not main for each in part]
    listed = ", ".join(apart[:_MOST_TOLD])
    return FoundScale((scale,), wrong=f"has the answers {scale} and also {listed}" if apart else "")


def _of_pairs(pairs: Iterable[tuple[int | float, str]]) -> FoundScale:
    words: dict[int | float, str] = {}
    wrong = ""
    for number, word in sorted(pairs):
        if fold(words.setdefault(number, word)) != fold(word):
            wrong = f"has two words for {number}: {words[number]} and {word}"
    return FoundScale(tuple(f"{n}={_clean(word)}" for n, word in words.items()), wrong=wrong)


def _of_words(given: Sequence[str]) -> FoundScale | None:
    folded = {" ".join(plain(text).split()): text for text in given}
    for ranks in _RANKS:
        if folded.keys() <= ranks.keys():
            ordered = sorted(folded, key=lambda word: ranks[word])
            if len({ranks[word] for word in ordered}) < len(ordered):
                return _in_doubt(folded.values())
            first = 0 if ordered[0] in _NOTHING else 1
            if len(ordered) == 2 and first == 1 and len(given) < 2:
                return None
            return FoundScale(
                tuple(f"{at}={_clean(folded[word])}" for at, word in enumerate(ordered, first))
            )
    return _in_doubt(folded.values())


def _in_doubt(words: Iterable[str]) -> FoundScale:
    listed = sorted(map(_clean, words))
    scale = tuple(f"{at}={word}" for at, word in enumerate(listed, 1))
    return FoundScale(scale, wrong="has answers in words whose order graphkit does not know")


def _clean(word: str) -> str:
    return one_line(word.replace("|", "/"))
