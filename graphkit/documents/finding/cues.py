"""Cues: phrases such as "member of" that say what a sentence states, and words that deny it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphkit.documents.finding.morphology import Morphology
from graphkit.documents.finding.passages import Token
from graphkit.documents.language import Language

_RELATIONS = (
    "sign",
    "member",
    "member_into",
    "partner",
    "participant",
    "present",
    "organiser",
    "left",
    "left_from",
    "founded",
)
_BEFORE, _AFTER = 5, 3
_CLAUSE = 12
_SMALL = 2


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue from token `first` to before `last`; `role` of a role noun or verb."""

    first: int
    last: int
    what: str
    role: str = ""


class Cues:
    """Finds the cues of one language."""

    def __init__(self, spoken: Language, words: Morphology) -> None:
        self._words = words
        self._phrases = {name: spoken.phrases(f"cues.{name}") for name in spoken.data["cues"]}
        self._roles = spoken.table("roles")
        self._months = spoken.table("months")
        """In English a month has the form of a cue: May."""
        self._begun: dict[str, dict[str, list[tuple[str, ...]]]] = {}
        self._role_of: dict[str, str] = {}

    def find(self, tokens: Sequence[Token], first: int, last: int) -> list[Cue]:
        """The cues of a sentence, in order."""
        found: list[Cue] = []
        for at in range(first, last):
            word = tokens[at].text
            role = self._role(word)
            if role:
                found.append(Cue(at, at + 1, "role", role))
            for name in _RELATIONS if self._beginning(word) else ():
                if name == "partner" and role:
                    continue
                length = self._length(name, tokens, at, last)
                if length:
                    found.append(Cue(at, at + length, name))
        return found

    def has(self, name: str, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Whether a sentence has a cue of a list."""
        return any(self._length(name, tokens, at, last) for at in range(first, last))

    def places(self, name: str, tokens: Sequence[Token], first: int, last: int) -> Iterator[int]:
        """Where the cues of a list stand."""
        for at in range(first, last):
            if self._length(name, tokens, at, last):
                yield at

    def denied(self, tokens: Sequence[Token], cue: Cue, first: int, last: int) -> bool:
        """Whether a sentence denies what a cue says."""
        for at in self.places("not_so", tokens, first, last):
            if not cue.first - _BEFORE <= at <= cue.last + _AFTER:
                continue
            if any(
                tokens[each].text in ";:" for each in range(min(at, cue.first), max(at, cue.first))
            ):
                continue
            before = tokens[at - 1].text.casefold() if at > first else ""
            after = tokens[at + 1].text.casefold() if at + 1 < last else ""
            if at >= cue.last and before in ("a", "but", "and", ","):
                continue
            if after in ("tylko", "only"):
                continue
            return True
        return False

    def open(self, tokens: Sequence[Token], cue: Cue, first: int, last: int) -> bool:
        """Whether what a cue says is only planned, asked for or possible."""
        start = cue.first
        while start > max(first, cue.first - _CLAUSE) and tokens[start - 1].text not in ";:–—":
            start -= 1
        end = cue.last
        while end < last and tokens[end].text not in ",;:–—.":
            end += 1
        return any(True for _ in self.places("not_yet", tokens, start, end))

    def _role(self, word: str) -> str:
        found = self._role_of.get(word)
        if found is None:
            lemmas = sorted(self._words.lemmas(word))
            found = next((self._roles[each] for each in lemmas if each in self._roles), "")
            self._role_of[word] = found
        return found

    def _beginning(self, word: str) -> dict[str, list[tuple[str, ...]]]:
        """The phrases of each list that begin with a word."""
        found = self._begun.get(word)
        if found is None:
            lemmas = frozenset() if word in self._months else self._words.lemmas(word)
            found = {}
            for name, phrases in self._phrases.items():
                if begun := [phrase for phrase in phrases if phrase[0] in lemmas]:
                    found[name] = sorted(begun, key=len, reverse=True)
            self._begun[word] = found
        return found

    def _length(self, name: str, tokens: Sequence[Token], at: int, last: int) -> int:
        for phrase in self._beginning(tokens[at].text).get(name, ()):
            end = at + 1
            for wanted in phrase[1:]:
                end = self._next(wanted, tokens, end, last)
                if not end:
                    break
            if end:
                return end - at
        return 0

    def _next(self, wanted: str, tokens: Sequence[Token], at: int, last: int) -> int:
        """Where a word of a phrase ends, with small words before it: "należy ponadto do"."""
        for end in range(at, min(at + 1 + _SMALL, last)):
            if wanted in self._words.lemmas(tokens[end].text):
                return end + 1
            if not self._words.is_function_word(tokens[end].text):
                return 0
        return 0
