"""New names of organisations: by head noun, legal form, quotation marks, and the role of a person.

In a language with cases a name is its head noun with the adjectives that agree with it and the
words behind it; elsewhere it is the run of capitals around its head noun.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.documents.finding.legal_forms import legal_form_at
from graphkit.documents.finding.morphology import Morphology
from graphkit.documents.finding.name_bounds import (
    CLOSING,
    DASHES,
    LONGEST_NAME,
    OPENING,
    ROMAN,
    NameBounds,
    after_quote,
    legal_form_at_token,
    shouted,
    token_after,
)
from graphkit.documents.finding.passages import Passage, Token
from graphkit.documents.language import Language


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a passage: its tokens from `first` to before `last`."""

    first: int
    last: int
    name: str
    kind: str
    rule: str
    sure: float
    head: str = ""


class Names(NameBounds):
    """Finds names of organisations in the passages of one language."""

    def __init__(self, spoken: Language, words: Morphology) -> None:
        super().__init__(spoken, words)
        self._with = spoken.table("heads_with")
        only = spoken.data.get("only_after", {})
        self._only = {head: frozenset(str(said).split()) for head, said in only.items()}
        self._no_heads = spoken.words("names.no_heads")
        self._bodies = spoken.words("names.bodies")
        self._announce = spoken.words("names.announce")
        self._only_announce = spoken.words("names.only_announce")
        self._persons = spoken.words("names.persons")
        self._after_person = spoken.words("names.after_person")
        self._no_name_after = spoken.words("no_name_after")

    def find(self, passage: Passage) -> list[Named]:
        """The names of a passage, in order; of two that overlap the longer one."""
        by_head = list(self._by_head(passage))
        ends = {each.last for each in by_head}
        by_form = [each for each in self._by_form(passage) if each.last not in ends]
        found = [*by_head, *by_form, *self._by_role(passage)]
        found.sort(key=lambda each: (each.first - each.last, each.first))
        kept: list[Named] = []
        for each in found:
            if not any(each.first < other.last and other.first < each.last for other in kept):
                kept.append(each)
        return sorted(kept, key=lambda each: each.first)

    # --- by head noun -------------------------------------------------------------------------

    def _by_head(self, passage: Passage) -> Iterator[Named]:
        tokens = passage.tokens
        at = 0
        while at < len(tokens):
            head = self.head_of(tokens[at].text) if tokens[at].is_word else ""
            if head in self._only_announce:
                head = ""
            span = self._span(passage, at, head) if head else None
            if span is None:
                at += 1
                continue
            first, last = span
            yield self._named(passage, first, last, at, head)
            at = max(last, at + 1)

    def _span(self, passage: Passage, at: int, head: str) -> tuple[int, int] | None:
        tokens = passage.tokens
        first = self._leftwards(tokens, at)
        last = self._rightwards(passage, at)
        said = [each for each in tokens[first:last] if each.is_word]
        quoted = any(each.text in OPENING for each in tokens[at + 1 : min(at + 3, last)])
        if not tokens[at].is_capital:
            cluster = self._by_case and first < at and self._heads[head] == "Cluster"
            if not (cluster or quoted):
                return None
        if (
            len(said) < 2 or not any(each.is_capital for each in said if each is not tokens[at])
        ) and not self._lower_adjective(passage, at, last):
            return None
        if head in self._announce and quoted and not tokens[at].is_capital:
            return None
        before = tokens[max(0, first - 2) : first]
        if any(self.words.lemmas(each.text) & self._no_name_after for each in before):
            return None
        if any(self.words.lemmas(each.text) & self._bodies for each in tokens[max(0, at - 1) : at]):
            return None
        if head in self._only and not self._allowed(tokens, first, last, at, head):
            return None
        if not self._by_case and self._ends_otherwise(tokens, first, at):
            return None
        return first, last

    def _ends_otherwise(self, tokens: tuple[Token, ...], first: int, at: int) -> bool:
        """Whether a run of capitals is named by another noun behind the head: "Cluster Day"."""
        run = at + 1
        while run < len(tokens) and tokens[run].is_capital:
            run += 1
        after = tokens[at + 1 : run]
        if not after or legal_form_at_token(after[0]):
            return False
        lemmas = self.words.lemmas(after[-1].text)
        if lemmas & (self._no_heads | self._breaks) or any(self.head_of(e.text) for e in after):
            return True
        return (first < at and not shouted(after[0])) or (shouted(tokens[at]) and first < at)

    def _allowed(
        self, tokens: tuple[Token, ...], first: int, last: int, at: int, head: str
    ) -> bool:
        wanted = self._only[head]
        if not wanted:
            return tokens[at].is_capital and (first < at or last > at + 1)
        if "_last" in wanted:
            return first < at and last == at + 1
        others = [each for each in tokens[first:last] if each is not tokens[at]]
        return any(
            each.text.casefold() in wanted or self.words.lemmas(each.text) & wanted
            for each in others
        )

    def _lower_adjective(self, passage: Passage, at: int, last: int) -> bool:
        """Whether an item of a list is a head noun and a small adjective: "Klaster turystyczny"."""
        return last > at + 1 and passage.tokens[at].is_capital and at == 0

    def _named(self, passage: Passage, first: int, last: int, at: int, head: str) -> Named:
        tokens = passage.tokens[first:last]
        name = self.in_nominative(tokens, at - first, plural=head in self._plural)
        kind = self._kind(passage.tokens, first, last, head)
        form = legal_form_at(passage.text, passage.tokens[last - 1].start) > 0
        known = self._heads[head] in ("Cluster", "University") or form
        return Named(first, last, name, kind, "head noun", 0.9 if known else 0.8, head)

    def _kind(self, tokens: tuple[Token, ...], first: int, last: int, head: str) -> str:
        for token in tokens[first:last]:
            for lemma in sorted(self.words.lemmas(token.text) & self._with.keys()):
                other = self._with[lemma]
                if (head, other) in _STRONGER or (self._heads[head], other) in _STRONGER:
                    return other
        return self._heads[head]

    def in_nominative(self, tokens: tuple[Token, ...], head: int, *, plural: bool = False) -> str:
        """The name that tokens spell, with its head in the nominative."""
        places = [
            at for at, token in enumerate(tokens) if token.is_word and not _prefix(tokens, at)
        ]
        if head not in places:
            places = sorted({*places, head})
        forms = self.words.nominative(
            [tokens[at].text for at in places], places.index(head), plural=plural
        )
        texts = [token.text for token in tokens]
        for at, form in zip(places, forms, strict=True):
            texts[at] = form
        shouted = [text for text, token in zip(texts, tokens, strict=True) if token.is_word]
        if len(shouted) > 1 and all(each.isupper() for each in shouted):
            texts = [
                text if text in ROMAN or not text.isalpha() else text.capitalize() for text in texts
            ]
        return spelt(texts, tokens)

    # --- by legal form, and after the role of a person -----------------------------------------

    def _by_form(self, passage: Passage) -> Iterator[Named]:
        tokens = passage.tokens
        for at, token in enumerate(tokens):
            if not token.is_word or not token.gap or at == 0:
                continue
            end = legal_form_at(passage.text, token.start)
            if end < 0:
                continue
            first = self._before_form(tokens, at)
            if first >= at:
                continue
            last = token_after(tokens, end, at)
            name = self.in_nominative(tokens[first:last], 0, plural=True)
            if self._by_case and self.words.is_nominative(tokens[first].text):
                name = spelt([each.text for each in tokens[first:last]], tokens[first:last])
            yield Named(first, last, name, "Company", "legal form", 0.9)

    def _before_form(self, tokens: tuple[Token, ...], at: int) -> int:
        first = at
        while first > 0 and at - first < LONGEST_NAME:
            before = tokens[first - 1]
            word = before.text.casefold()
            joins = word in ("i", "and", "&", "-", "of", "de", "der", "van", "von", "(", ")")
            if self.words.lemmas(before.text) & self._announce or self.ends_date(tokens, first - 1):
                break
            if (
                (before.is_capital and before.text not in self._opens)
                or before.text.isdigit()
                or before.text in OPENING + CLOSING
            ):
                first -= 1
            elif joins and first > 1 and (tokens[first - 2].is_capital or word in "()-"):
                if word in ("i", "and") and self._separate(tokens, first):
                    break
                first -= 1
            else:
                break
        while first < at and not (tokens[first].is_capital or tokens[first].text in OPENING):
            first += 1
        starts = first == 0 or tokens[first - 1].text in ".:?!"
        if starts and self.words.is_function_word(tokens[first].text):
            first += 1
        return first

    def _separate(self, tokens: tuple[Token, ...], first: int) -> bool:
        """Whether "and" stands between two names and not within one."""
        if legal_form_at_token(tokens[first - 2]):
            return True
        run = first - 2
        while run >= 0 and (tokens[run].is_capital or tokens[run].text.casefold() in self._links):
            if self.head_of(tokens[run].text):
                return True
            run -= 1
        return run >= 0 and tokens[run].text in (",", ":", "between", "pomiędzy", "między")

    def _by_role(self, passage: Passage) -> Iterator[Named]:
        """A brand after the role of a person or the word firm: "prezes SALAG"."""
        tokens = passage.tokens
        for at, token in enumerate(tokens):
            if not token.is_word:
                continue
            lemmas = self.words.lemmas(token.text)
            if not lemmas & (self._persons | self._announce):
                continue
            next_ = at + 1
            while (
                next_ < len(tokens) and self.words.lemmas(tokens[next_].text) & self._after_person
            ):
                next_ += 1
            if next_ >= len(tokens):
                continue
            if lemmas & self._announce and tokens[next_].text in OPENING:
                last = after_quote(tokens, next_)
                if last > next_ + 2:
                    inside = tokens[next_ + 1 : last - 1]
                    name = spelt([each.text for each in inside], inside)
                    yield Named(next_, last, name, "Company", "quotation marks", 0.75)
                continue
            word = tokens[next_]
            brand = sum(letter.isupper() for letter in word.text) > 1 and len(word.text) > 2
            if word.is_word and brand and not self.head_of(word.text):
                yield Named(next_, next_ + 1, word.text, "Company", "role of a person", 0.7)


_STRONGER = {
    ("LocalGovernment", "LabourOffice"),
    ("School", "University"),
    ("zakład", "TrainingProvider"),
    ("Faculty", "ResearchInstitute"),
    ("grupa", "Association"),
}


def _prefix(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a token is the first part of a compound such as "Naukowo-Technologiczny"."""
    if at + 2 >= len(tokens) or tokens[at + 1].text not in DASHES:
        return False
    return tokens[at].text.casefold().endswith("o")


def spelt(texts: list[str], tokens: tuple[Token, ...]) -> str:
    """Texts as one name, with the spaces of the tokens; compounds have a plain hyphen."""
    name = ""
    for at, (text, token) in enumerate(zip(texts, tokens, strict=True)):
        compound = token.text in DASHES or (at and tokens[at - 1].text in DASHES)
        if name and token.gap and not compound:
            name += " "
        name += "-" if token.text in DASHES else text
    return name
