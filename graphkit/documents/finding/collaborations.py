"""Names of projects and events: titles in quotation marks, and capitals around a noun."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graphkit.documents.finding.dates import Dates
from graphkit.documents.finding.morphology import Morphology
from graphkit.documents.finding.name_bounds import CLOSING, DASHES, OPENING, first_of_run
from graphkit.documents.finding.names import spelt
from graphkit.documents.finding.organisation import Find, Mention
from graphkit.documents.finding.passages import Passage, Token
from graphkit.documents.finding.things import Collaboration, Spot
from graphkit.documents.language import Language

_LONGEST_TITLE = 40
_TITLED = ("project", "programme", "survey", "campaign")
_JOINING = ("and", "i", "of", "for", "the", "&")
_NEAR = 4
_OPENING = 3
_SUBTITLE = re.compile(r"\s+[–—-]\s+\w|[:.]\s+\w")
_CAPITAL_KINDS = ("event", "strategy")


class Collaborations:
    """Finds the collaborations of one document."""

    def __init__(self, spoken: Language, words: Morphology) -> None:
        self._spoken = spoken
        self._words = words
        self._nouns = spoken.table("collaborations")
        self._links = spoken.words("links")
        self._opens = spoken.words("opens")
        self._months = spoken.table("months")
        self._defines = spoken.words("words.defines")
        self._by_case = bool(spoken.data.get("morphology"))
        self.found: dict[str, Collaboration] = {}

    def find(self, passage: Passage, mentions: Sequence[Mention]) -> list[Spot]:
        """The collaborations that a passage names."""
        spots: list[Spot] = []
        for first, last, title, kind, rule, sure in self._titles(passage, mentions):
            if any(first < other.last and other.first < last for other in spots):
                continue
            locator, quote = passage.said(first, last)
            key = " ".join(title.casefold().split())
            made = self.found.get(key) or self._with_subtitle(title)
            if made is None:
                made = self.found[key] = Collaboration(title, kind)
            made.finds.append(Find(locator, quote, sure, rule))
            spots.append(Spot(first, last, made, "event" if kind == "event" else "project"))
        return spots

    def name_again(self, passages: Sequence[Passage], named: Sequence[list[Spot]]) -> None:
        """Add the places where titles appear without their noun: "CeraLab"."""
        by_first: dict[str, list[tuple[list[str], Collaboration]]] = defaultdict(list)
        for made in self.found.values():
            said = made.title.split()
            by_first[said[0].strip(":,")].append((said, made))
        for passage, taken in zip(passages, named, strict=True):
            tokens = passage.tokens
            for at, token in enumerate(tokens):
                for said, made in by_first.get(token.text, ()) if token.is_capital else ():
                    last = at + len(said)
                    if [each.text for each in tokens[at:last]] != said:
                        continue
                    if any(at < other.last and other.first < last for other in taken):
                        continue
                    sort = "event" if made.kind == "event" else "project"
                    taken.append(Spot(at, last, made, sort))

    def meeting(self, passages: Sequence[Passage], dates: Dates) -> Collaboration | None:
        """The meeting whose minutes a document is: "Minutes of the 3rd meeting of the board"."""
        for at, passage in enumerate(passages[:_OPENING]):
            if not passage.tokens or not self._is(passage.tokens[0], "minutes"):
                continue
            for part in passages[at : at + 2]:
                if part is not passage and part.text.rstrip().endswith((".", ":")):
                    continue  # a sentence of the minutes, not what they are of
                tokens = part.tokens
                first = next((n for n, each in enumerate(tokens) if self._is(each, "of")), -1)
                while 0 <= first < len(tokens) and self._is(tokens[first], "of"):
                    first += 1
                if not 0 < first < min(2 * _NEAR, len(tokens)):
                    continue
                stops = {each.start for each in dates.find(part.text)}
                last = first
                while last < len(tokens) and not (
                    tokens[last].text in ",.;:"
                    or tokens[last].start in stops
                    or self._is(tokens[last], "end")
                ):
                    last += 1
                lists = last < len(tokens) and tokens[last].text == ":"
                if last > first and not lists:
                    return self._meeting(part, first, last)
        return None

    def _is(self, token: Token, name: str) -> bool:
        return bool(self._words.lemmas(token.text) & self._spoken.words(f"meetings.{name}"))

    def _meeting(self, passage: Passage, first: int, last: int) -> Collaboration:
        tokens = passage.tokens
        noun = self._words.as_noun(tokens[first].text)
        title = f"{noun}{passage.text[tokens[first].end : tokens[last - 1].end]}"
        locator, quote = passage.said(first, last)
        made = Collaboration(title[:1].upper() + title[1:], "event")
        made.finds.append(Find(locator, quote, 0.8, "minutes of a meeting"))
        return self.found.setdefault(made.title.casefold(), made)

    def take_subtitles(self, passages: Iterable[Passage]) -> None:
        """Give each its whole title where a heading has more of it: "CeraLab – open laboratory"."""
        for passage in passages:
            if passage.kind != "heading":
                continue
            for made in self.found.values():
                if _is_subtitled(passage.text, made.title):
                    made.title = passage.text.rstrip(" .")

    def _with_subtitle(self, title: str) -> Collaboration | None:
        """What was found under this title with or without its subtitle; it keeps the longer one."""
        for made in self.found.values():
            if _is_subtitled(title, made.title):
                made.title = title
                return made
            if _is_subtitled(made.title, title):
                return made
        return None

    def _kind(self, word: str) -> str:
        found = self._words.lemmas(word) & self._nouns.keys()
        return self._nouns[min(found)] if found else ""

    def _titles(
        self, passage: Passage, mentions: Sequence[Mention]
    ) -> Iterator[tuple[int, int, str, str, str, float]]:
        tokens = passage.tokens
        inside = {at for each in mentions for at in range(each.first, each.last)}
        for at, token in enumerate(tokens):
            if token.text in OPENING and (token.gap or token.text == "„"):
                end = self._close(passage, at)
                if end < 0 or at in inside:
                    continue
                kind, first = self._noun_near(passage, at, end)
                if kind:
                    title = passage.text[tokens[at].end : tokens[end].start].strip(" ,")
                    yield (
                        first,
                        end + 1,
                        " ".join(title.split()),
                        kind,
                        "title in quotation marks",
                        0.9,
                    )
                continue
            kind = self._kind(token.text) if token.is_capital and at not in inside else ""
            if kind in _CAPITAL_KINDS or (kind and not self._by_case):
                span = self._capitals(passage, at, inside)
                if span is not None:
                    first, last = span
                    yield first, last, self._title(passage, first, last, at), kind, "capitals", 0.75
            elif kind and not self._by_case:
                continue
            elif at not in inside and (kind := self._kind(token.text)) in _TITLED:
                yield from self._behind_noun(passage, at, kind, inside)
                yield from self._defined(passage, at, kind, inside)
            if token.text == "," and at > 0 and tokens[at - 1].text in self._months:
                continue
            if not self._by_case and token.text == "," and at > 0 and at - 1 not in inside:
                # "SecondCharge, the cluster's recycling project"
                yield from self._apposition(passage, at, inside)

    def _close(self, passage: Passage, at: int) -> int:
        for end in range(at + 1, min(len(passage.tokens), at + _LONGEST_TITLE)):
            if passage.tokens[end].text in CLOSING:
                return end
        return -1

    def _noun_near(self, passage: Passage, at: int, end: int) -> tuple[str, int]:
        """The noun before a title, or behind it: projekt „…”, "…" programme, "…", our project."""
        tokens = passage.tokens
        for before in range(at - 1, max(-1, at - _NEAR), -1):
            if tokens[before].text in ".;:":
                break
            if kind := self._kind(tokens[before].text):
                return kind, before
        if self._by_case:
            return "", at
        for after in range(end + 1, min(len(tokens), end + _NEAR + 2)):
            if tokens[after].text in ".;:":
                break
            if kind := self._kind(tokens[after].text):
                return kind, at
        return "", at

    def _capitals(self, passage: Passage, at: int, inside: set[int]) -> tuple[int, int] | None:
        tokens = passage.tokens
        if self._by_case:
            first = at
            while first > 0 and tokens[first - 1].is_capital and first - 1 not in inside:
                before = tokens[first - 1].text
                if not (before.isupper() or self._words.is_adjective_of(before, tokens[at].text)):
                    break
                first -= 1
            last = at + 1
            while last < len(tokens) and tokens[last].is_capital:
                last += 1
            return (first, last) if last > at + 1 else None
        first = first_of_run(tokens, at)
        while first < at and tokens[first].text in self._opens:
            first += 1
        if first == at or any(each in inside for each in range(first, at)):
            return None
        return first, at + 1

    def _title(self, passage: Passage, first: int, last: int, at: int) -> str:
        tokens = passage.tokens[first:last]
        places = [each for each, token in enumerate(tokens) if token.text not in DASHES]
        texts = [token.text for token in tokens]
        forms = self._words.nominative([texts[each] for each in places], places.index(at - first))
        for place, form in zip(places, forms, strict=True):
            texts[place] = form
        if sum(text.isupper() and len(text) > 3 for text in texts) > 1:
            texts = [
                text if set(text) <= set("IVX") or len(text) < 3 else text.capitalize()
                for text in texts
            ]
        return spelt(texts, tokens)

    def _behind_noun(
        self, passage: Passage, at: int, kind: str, inside: set[int]
    ) -> Iterator[tuple[int, int, str, str, str, float]]:
        """A title of capitals behind its noun: "the project Shared Loads", "projekt CeraLab"."""
        tokens = passage.tokens
        first = last = at + 1
        while last < len(tokens) and last not in inside and tokens[last].is_capital:
            last += 1
            joined = tokens[last].text.casefold() in _JOINING if last + 1 < len(tokens) else False
            if joined and tokens[last + 1].is_capital and last + 1 not in inside:
                last += 1
        if last == first or tokens[first].text in self._months:
            return
        if self._by_case and self._words.is_known(tokens[first].text):
            labels = self._words.labels(tokens[first].text)
            if labels or not self._words.is_nominative(tokens[first].text):
                return
        title = spelt([each.text for each in tokens[first:last]], tokens[first:last])
        yield at, last, title, kind, "capitals behind a noun", 0.65

    def _defined(
        self, passage: Passage, at: int, kind: str, inside: set[int]
    ) -> Iterator[tuple[int, int, str, str, str, float]]:
        """A title that a sentence begins with and explains: "PeatLess is a research project"."""
        tokens = passage.tokens
        start = next(first for first, last in passage.sentences if first <= at < last)
        verb = next((each for each in range(start, at) if tokens[each].text in self._defines), -1)
        if verb <= start or at - verb > _NEAR + 2 or {*range(start, verb)} & inside:
            return
        title = tokens[start:verb]
        small = sum(each.is_word and not each.is_capital for each in title)
        if tokens[start].text in self._opens or not title[-1].is_capital:
            return
        if 2 * small > len(title):
            return
        if any(token.text in ",;." for token in tokens[verb:at]):
            return
        said = passage.text[title[0].start : title[-1].end]
        yield start, verb, " ".join(said.split()), kind, "named and explained", 0.7

    def _apposition(
        self, passage: Passage, at: int, inside: set[int]
    ) -> Iterator[tuple[int, int, str, str, str, float]]:
        tokens = passage.tokens
        first = first_of_run(tokens, at - 1) if tokens[at - 1].is_capital else at
        while first < at and tokens[first].text in self._opens:
            first += 1
        if first >= at or any(each in inside for each in range(first, at)):
            return
        for after in range(at + 1, min(len(tokens), at + 7)):
            if tokens[after].text in ",.;:":
                return
            if kind := self._kind(tokens[after].text):
                if kind in ("project", "programme"):
                    title = spelt([each.text for each in tokens[first:at]], tokens[first:at])
                    yield first, at, title, kind, "named and explained", 0.75
                return


def _is_subtitled(title: str, short: str) -> bool:
    """Whether a title is another one with a subtitle."""
    return title.startswith(short) and bool(_SUBTITLE.match(title[len(short) :]))
