"""Figures with their unit and nature: reported, aimed at or forecast."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graphkit.documents.finding.findings import Cell
from graphkit.documents.finding.organisation import Find, Organisation
from graphkit.documents.finding.reading_sentences import Scene, Sentence
from graphkit.documents.finding.things import Collaboration

_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?![\d])(?:,\d+)?|\d+(?:[.,]\d+)?")
_BETWEEN = re.compile(r"\s*[-–—]\s*$")
_CURRENCY = {"£": "GBP", "€": "EUR", "$": "USD"}
_CODES = ("EUR", "GBP", "PLN", "USD")
_REACH = 4
_SHORTEST_NOUN = 4
_LEAST_IN_WORDS = 10
"""Smaller numbers that are written out seldom are figures: "two rounds", "three kinds"."""
_BEFORE, _BEHIND = 110, 15
"""How many letters before or behind a number a word may stand that tells its nature."""


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    value: float
    until: float | None = None
    currency: str = ""


class Figures:
    """Finds the figures of one document."""

    def __init__(self, scene: Scene, observed: str) -> None:
        self._scene = scene
        self._observed = observed
        self._units = scene.spoken.table("figure_units")
        self._what = scene.spoken.table("figures")
        self._measures = scene.spoken.table("measures")
        self._no_units = scene.words_of("not_units.time")
        self._scales = scene.spoken.table("scales")
        self._words = scene.spoken.table("numbers")

    def read(self, sentence: Sentence) -> None:
        """Add the figures of a sentence."""
        scene = self._scene
        tokens = sentence.passage.tokens
        text = sentence.passage.text
        for number in self._numbers(sentence):
            at = next(
                (i for i in range(sentence.first, sentence.last) if tokens[i].start >= number.end),
                sentence.last,
            )
            scale = 1
            while at < sentence.last and (
                tokens[at].text == "." or (factor := self._scale(tokens[at].text))
            ):
                if tokens[at].text != ".":
                    scale *= factor
                at += 1
            unit, noun, end = self._unit(sentence, at, number.currency)
            if not unit:
                continue
            subject = self._subject(sentence, number.start)
            if subject is None:
                continue
            measure = self._measure(sentence, number.start, end, noun, unit)
            value, until = number.value * scale, number.until
            if until is not None:
                until *= scale
            last = tokens[min(end, sentence.last) - 1].end
            locator, quote = sentence.passage.place(number.start, last)
            nature = self._nature(sentence, number.start)
            cells: dict[str, Cell] = {
                "subject": subject,
                "measure": measure,
                "value": _plain(value),
                "value_to": "" if until is None else _plain(until),
                "unit": unit,
                "nature": nature,
                **self._when(sentence, text, number.start, nature),
            }
            find = Find(locator, quote, 0.7, "number with a unit")
            scene.findings.add("figures", find, cells)

    def _numbers(self, sentence: Sentence) -> list[_Number]:
        tokens, text = sentence.passage.tokens, sentence.passage.text
        start, end = tokens[sentence.first].start, tokens[sentence.last - 1].end
        dated = [(each.start, each.end) for each in sentence.dates]
        found: list[_Number] = []
        for each in _NUMBER.finditer(text, start, end):
            if any(a <= each.start() < b for a, b in dated):
                continue
            before = text[each.start() - 1] if each.start() else " "
            if (
                before.isalnum() or (before in "/.-" and text[max(0, each.start() - 2)].isalnum())
            ) and not (found and _BETWEEN.search(text[found[-1].end : each.start()])):
                continue
            value = _value(each.group())
            if found and _BETWEEN.fullmatch(text[found[-1].end : each.start()] or "x"):
                first = found.pop()
                found.append(_Number(first.start, each.end(), first.value, value, first.currency))
                continue
            currency = _CURRENCY.get(before, "") or self._currency_before(text[: each.start()])
            found.append(_Number(each.start(), each.end(), value, None, currency))
        for at in range(sentence.first, sentence.last):
            token = tokens[at]
            said = self._words.get(token.text.casefold())
            scaled = at + 1 < sentence.last and self._scale(tokens[at + 1].text)
            if said and (scaled or int(said) >= _LEAST_IN_WORDS):
                found.append(_Number(token.start, token.end, float(said)))
        return found

    def _currency_before(self, text: str) -> str:
        """The currency whose code stands before a number: "EUR 2 million"."""
        code = text.split()[-1:] if text[-1:].isspace() else []
        return next((each for each in code if each in _CODES), "")

    def _scale(self, word: str) -> int:
        for lemma in sorted(self._scene.words.lemmas(word)):
            if lemma in self._scales:
                return int(self._scales[lemma])
        return 0

    def _unit(self, sentence: Sentence, at: int, currency: str) -> tuple[str, str, int]:
        """The unit behind a number, the noun that tells it, and where it ends."""
        tokens = sentence.passage.tokens
        if currency:
            return currency, "amount", at
        for end in range(at, min(at + _REACH, sentence.last)):
            word = tokens[end].text
            if word in ",.;:()" or word.casefold() in self._words or word[0].isdigit():
                break
            lemmas = self._scene.words.lemmas(word)
            for lemma in sorted(lemmas & self._units.keys()):
                return self._units[lemma], lemma, end + 1
            if word.casefold() in self._units:
                return self._units[word.casefold()], word.casefold(), end + 1
        return self._counted(sentence, at)

    def _counted(self, sentence: Sentence, at: int) -> tuple[str, str, int]:
        """A noun in the plural that is counted, such as buses, as its own unit."""
        tokens = sentence.passage.tokens
        for end in range(at, min(at + 2, sentence.last)):
            word = tokens[end].text
            if not word.isalpha() or not word.islower() or len(word) < _SHORTEST_NOUN:
                break
            if lemma := self._scene.words.plural_of(word):
                return ("", "", at) if lemma in self._no_units else (lemma, lemma, end + 1)
        return "", "", at

    def _measure(self, sentence: Sentence, start: int, end: int, noun: str, unit: str) -> str:
        tokens = sentence.passage.tokens
        near: list[tuple[int, str]] = []
        for at in range(sentence.first, sentence.last):
            for lemma in sorted(self._scene.words.lemmas(tokens[at].text) & self._measures.keys()):
                near.append((abs(tokens[at].start - start), self._measures[lemma]))
        if near and min(near)[0] < 60:
            return min(near)[1]
        return self._what.get(noun, unit)

    def _nature(self, sentence: Sentence, start: int) -> str:
        scene, tokens = self._scene, sentence.passage.tokens
        first, last = sentence.first, sentence.last
        for nature in ("forecast", "target"):
            for at in scene.cues.places(nature, tokens, first, last):
                distance = start - tokens[at].start
                if -_BEHIND < distance < _BEFORE:
                    return nature
        return "reported"

    def _subject(self, sentence: Sentence, start: int) -> Organisation | Collaboration | None:
        tokens = sentence.passage.tokens
        spots = [each for each in sentence.spots if each.what is not None]
        before = [each for each in spots if tokens[each.first].start < start]
        chosen = before[-1:] or spots[:1]
        if chosen:
            return chosen[0].what
        for sort in ("group", "project"):
            if (known := self._scene.latest.get(sort)) is not None:
                return known
        return self._scene.default_group or self._scene.default_project

    def _when(self, sentence: Sentence, text: str, start: int, nature: str) -> dict[str, Cell]:
        periods = [each for each in sentence.dates if each.until]
        if periods:
            return {"start": periods[0].value, "end": periods[0].until}
        since = self._scene.words_of("words.since")
        dates = [
            each
            for each in sentence.dates
            if not {*text[max(0, each.start - 12) : each.start].casefold().split()[-1:]} & since
        ]
        near = sorted(dates, key=lambda each: abs(each.start - start))
        if near and nature == "reported":
            return {"observed": near[0].value}
        if near:
            return {"start": near[0].value}
        return {"observed": self._observed} if nature == "reported" else {}


def _value(text: str) -> float:
    """The value of a number as it is written in either language."""
    bare = re.sub(r"[ \u00a0\u202f]", "", text)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", bare):
        return float(re.sub(r"[.,]", "", bare))
    return float(bare.replace(",", "."))


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(round(value, 6))
