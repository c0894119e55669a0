"""Known names in a text: in any case, with other punctuation, the longest one first."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphkit.documents.finding.legal_forms import legal_form_at, without_legal_form
from graphkit.documents.finding.morphology import Morphology
from graphkit.documents.finding.organisation import Mention, Organisation
from graphkit.documents.finding.passages import TOKEN, Passage, Token

_BETWEEN = frozenset("-–—„”“\"«»'’.,&()")
_QUOTED = re.compile(r"[„“\"«]([^„“”\"«»]+)[”“\"»]")
_SHORT = 3
_LEGAL = 6


@dataclass(frozen=True, slots=True, eq=False)
class _Name:
    """A name that is sought, as its words and their lemmas; `own` unless it is an alias."""

    said: list[str]
    lemmas: list[frozenset[str]]
    organisation: Organisation
    own: bool


class Gazetteer:
    """Finds organisations by their names.

    Parameters
    ----------
    organisations : iterable of Organisation
        The organisations.
    words : Morphology
        The forms of words.
    """

    def __init__(self, organisations: Iterable[Organisation], words: Morphology) -> None:
        self._words = words
        sought = [
            entry
            for each in organisations
            for name in dict.fromkeys(names_sought(each))
            if (entry := self._entry(name, each)) is not None
        ]
        counts = Counter(lemma for each in sought for lemmas in each.lemmas for lemma in lemmas)
        self._by_rarest: dict[str, list[tuple[int, _Name]]] = defaultdict(list)
        """Names by their rarest word, with its place: one of many foundations is found at once."""
        for each in sought:
            rarity = [sum(counts[lemma] for lemma in lemmas) for lemmas in each.lemmas]
            at = rarity.index(min(rarity))
            for lemma in each.lemmas[at]:
                self._by_rarest[lemma].append((at, each))

    def _entry(self, name: str, organisation: Organisation) -> _Name | None:
        said = [found for found in TOKEN.findall(name) if found[0].isalnum()]
        if not said or (len(said) == 1 and len(said[0]) < _SHORT - 1):
            return None
        lemmas = [self._words.lemmas(each) for each in said]
        return _Name(said, lemmas, organisation, name == organisation.name)

    def find(self, passage: Passage) -> list[Mention]:
        """The mentions in a passage, in order; of those that overlap the longest."""
        tokens = passage.tokens
        places = [at for at, token in enumerate(tokens) if token.text[0].isalnum()]
        near: dict[int, list[_Name]] = defaultdict(list)
        for at, place in enumerate(places):
            for lemma in self._words.lemmas(tokens[place].text):
                for before, name in self._by_rarest.get(lemma, ()):
                    near[at - before].append(name)
        found: list[Mention] = []
        at = 0
        while at < len(places):
            best = self._best(tokens, places, at, near.get(at, ()))
            if best is None:
                at += 1
                continue
            last, organisation, others = best
            end = places[last - 1] + 1
            end = _with_legal_form(passage, places[at], _closed(tokens, places[at], end))
            found.append(Mention(places[at], end, organisation, others))
            at = last
        return found

    def _best(
        self, tokens: Sequence[Token], places: list[int], at: int, near: Iterable[_Name]
    ) -> tuple[int, Organisation, bool] | None:
        """The longest name here: where it ends, whose it is, and whether it is others' as well."""
        longest, owners = 0, dict[Organisation, bool]()
        for name in near:
            last = at + len(name.said)
            if last > len(places) or last < longest:
                continue
            if self._fits(tokens, places[at:last], name.said, name.lemmas):
                if last > longest:
                    longest, owners = last, {}
                owners[name.organisation] = owners.get(name.organisation, False) or name.own
        # Who has it as its own name comes before who goes by it too; of several the first by id.
        meant = [each for each, own in owners.items() if own] or list(owners)
        meant.sort(key=lambda each: each.id)
        return (longest, meant[0], len(meant) > 1) if meant else None

    def _fits(
        self,
        tokens: Sequence[Token],
        places: list[int],
        said: list[str],
        lemmas: list[frozenset[str]],
    ) -> bool:
        first = tokens[places[0]].text
        if len(said) == 1:
            if _is_acronym(said[0]):
                return first == said[0] or (
                    first.startswith(said[0])
                    and len(first) <= len(said[0]) + 2
                    and not first[len(said[0]) :].isupper()
                )
            return first[0].isupper() and bool(self._words.lemmas(first) & lemmas[0])
        if not any(tokens[at].is_capital for at in places):
            return False
        before = places[0]
        for at, wanted in zip(places, lemmas, strict=True):
            if any(tokens[between].text not in _BETWEEN for between in range(before + 1, at)):
                return False
            if not self._words.lemmas(tokens[at].text) & wanted:
                return False
            before = at
        return True


def _is_acronym(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > 1


def _with_legal_form(passage: Passage, first: int, end: int) -> int:
    """The end of a mention, with the legal form that ends in it or follows it."""
    tokens = passage.tokens
    for at in range(max(first + 1, end - _LEGAL), min(end + 1, len(tokens))):
        if tokens[at].is_word and tokens[at].gap:
            stop = legal_form_at(passage.text, tokens[at].start)
            while end < len(tokens) and tokens[end].end <= stop:
                end += 1
    return end


def _closed(tokens: Sequence[Token], first: int, end: int) -> int:
    """The end of a mention, with the quotation mark that closes one opened in it."""
    opened = any(tokens[at].text in '„“"«' for at in range(first, end))
    return end + 1 if opened and end < len(tokens) and tokens[end].text in '”“"»' else end


def names_sought(organisation: Organisation) -> list[str]:
    """The names under which an organisation is looked for: also without its legal form."""
    names = [organisation.name, *organisation.aliases, *organisation.keys]
    found = list(names)
    for name in names:
        bare = without_legal_form(name)
        found.append(bare)
        for quoted in _QUOTED.findall(name):
            found.append(quoted)
            shorter = _QUOTED.sub("", name).strip()
            if len(shorter.split()) > 2:
                found.append(shorter)
    return [each for each in found if each]
