"""The forms of words: what a word may stand for, and names put into the nominative.

A language whose data name no morphology has the plain one, which takes words as they are written.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import islice
from typing import Any

from graphkit.documents.language import Language
from graphkit.model import UsageError


class Morphology:
    """The plain morphology: a word is its own lemma, without the ending of a plural or genitive."""

    def lemmas(self, word: str) -> frozenset[str]:
        """The dictionary forms that a word may have, in lower case, and the word itself."""
        folded = word.casefold()
        found = {folded}
        if folded.endswith(("'s", "’s")):
            found.add(folded[:-2])
        if len(folded) > 3 and folded.endswith("s") and not folded.endswith("ss"):
            found.add(folded[:-1])
            if folded.endswith("ies"):
                found.add(f"{folded[:-3]}y")
            if folded.endswith("es"):
                found.add(folded[:-2])
        return frozenset(found)

    def labels(self, word: str) -> frozenset[str]:
        """What kinds of names a word is: `place`, `first name`, `surname`."""
        return frozenset()

    def nominative(
        self, words: Sequence[str], head: int, *, plural: bool = False, place: bool = False
    ) -> list[str]:
        """The words of a name whose head is put into the nominative.

        place: whether it is the name of a town.
        """
        return list(words)

    def is_adjective_of(self, word: str, head: str) -> bool:
        """Whether a word is an adjective that agrees with a noun."""
        return False

    def is_genitive(self, word: str) -> bool:
        """Whether a word may stand in the genitive, as in the tail of a name."""
        return False

    def is_nominative(self, word: str) -> bool:
        """Whether a noun may stand in the nominative."""
        return True

    def is_known(self, word: str) -> bool:
        """Whether the dictionary has a word."""
        return True

    def is_singular(self, word: str, lemma: str) -> bool:
        """Whether a word may be the singular of a noun."""
        return word.casefold() == lemma

    def plural_of(self, word: str) -> str:
        """The noun of which a word is the plural, or ""."""
        folded = word.casefold()
        if not folded.endswith("s") or folded.endswith(("ss", "us", "is")):
            return ""
        return f"{folded[:-3]}y" if folded.endswith("ies") else folded[:-1]

    def is_function_word(self, word: str) -> bool:
        """Whether a word is a preposition, a conjunction, a particle or a verb, never a name."""
        return False

    def as_noun(self, word: str) -> str:
        """A word in the nominative, such as a town in the locative."""
        return word

    def is_person(self, words: Sequence[str]) -> bool:
        """Whether a first name and a surname both stand in the nominative."""
        return False

    def person(self, words: Sequence[str]) -> str:
        """The name of a person in the nominative."""
        return _spelt(words)


_GENDERS = "mnf"
"""Of two towns with one form, such as Zamość and Zamoście, the first gender is the likelier."""

_LABELS = {"nazwa_geograficzna": "place", "imię": "first name", "nazwisko": "surname"}


class _Morfeusz(Morphology):
    """Polish, by the dictionary of Morfeusz 2."""

    def __init__(self) -> None:
        try:
            import morfeusz2
        except ModuleNotFoundError:
            raise UsageError(
                "Polish documents need the package morfeusz2; install it with: "
                'pip install "graphkit[documents]"'
            ) from None
        self._dictionary = morfeusz2.Morfeusz()
        self._known: dict[str, list[tuple[str, list[str], list[str]]]] = {}
        self._made: dict[str, list[tuple[str, list[str]]]] = {}
        self._lemmas: dict[str, frozenset[str]] = {}

    def _read(self, word: str) -> list[tuple[str, list[str], list[str]]]:
        """Lemma, parts of the tag and labels of each reading of a word."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) > 200_000:
                self._known.clear()
                self._lemmas.clear()
            found = []
            for form in dict.fromkeys((word, word.lower(), word.capitalize())):
                readings: list[Any] = self._dictionary.analyse(form)
                if any(each[1] != 1 for each in readings):
                    continue
                for _, _, (_, lemma, tag, labels, _) in readings:
                    if tag != "ign":
                        found.append((lemma, tag.split(":"), labels))
            self._known[word] = found
        return found

    def _forms(self, lemma: str) -> list[tuple[str, list[str]]]:
        found = self._made.get(lemma)
        if found is None:
            found = self._made[lemma] = [
                (each[0], each[2].split(":")) for each in self._dictionary.generate(lemma)
            ]
        return found

    def lemmas(self, word: str) -> frozenset[str]:
        found = self._lemmas.get(word)
        if found is None:
            named = {lemma.split(":")[0].casefold() for lemma, _, _ in self._read(word)}
            found = self._lemmas[word] = frozenset(named | {word.casefold()})
        return found

    def labels(self, word: str) -> frozenset[str]:
        return frozenset(
            _LABELS[label]
            for lemma, _, labels in self._read(word)
            for label in labels
            if label in _LABELS and lemma[:1].isupper()
        )

    def is_known(self, word: str) -> bool:
        return bool(self._read(word))

    def is_genitive(self, word: str) -> bool:
        return any(
            tag[0] in ("subst", "adj", "ger", "ppas", "pact") and "gen" in tag[2].split(".")
            for _, tag, _ in self._read(word)
            if len(tag) > 2
        )

    def is_nominative(self, word: str) -> bool:
        nouns = [tag for _, tag, _ in self._read(word) if tag[0] in ("subst", "adj", "ger")]
        return not nouns or any("nom" in tag[2].split(".") for tag in nouns if len(tag) > 2)

    def is_singular(self, word: str, lemma: str) -> bool:
        return any(
            tag[0] == "subst" and "sg" in tag[1].split(".") and of.split(":")[0].casefold() == lemma
            for of, tag, _ in self._read(word)
        )

    def plural_of(self, word: str) -> str:
        return next(
            (
                lemma.split(":")[0].casefold()
                for lemma, tag, _ in self._read(word)
                if tag[0] == "subst" and "pl" in tag[1].split(".") and lemma[:1].islower()
            ),
            "",
        )

    def is_function_word(self, word: str) -> bool:
        readings = self._read(word)
        return bool(readings) and all(
            tag[0]
            in ("prep", "conj", "comp", "part", "qub", "adv", "praet", "fin", "imps", "ppron3",
                "pred", "inf", "bedzie", "pcon", "pant", "siebie", "interj")
            for _, tag, _ in readings
        )  # fmt: skip

    def as_noun(self, word: str) -> str:
        """The lemma of a place, else of a noun."""
        nouns = [
            (_GENDERS.find(tag[3][:1]), lemma, labels)
            for lemma, tag, labels in self._read(word)
            if tag[0] == "subst" and len(tag) > 3
        ]
        places = [each[:2] for each in nouns if "nazwa_geograficzna" in each[2]]
        best = min(places or [(0, each[1]) for each in nouns[:1]] or [(0, word)])
        lemma = best[1].split(":")[0]
        return lemma if lemma[:1].isupper() or word[:1].islower() else lemma.capitalize()

    def is_person(self, words: Sequence[str]) -> bool:
        return any(
            "nom" in cases and "nom" in other and gender == of
            for _, cases, gender in self._named(words[0], "imię")
            for _, other, of in self._named(words[-1], "nazwisko")
        )

    def person(self, words: Sequence[str]) -> str:
        """First name and surname, where both have readings in the same case and gender."""
        whole = [each for each in words if each != "-"]
        if self.is_person(whole):
            return _spelt(words)
        for first, cases, gender in self._named(whole[0], "imię"):
            found = [first]
            for word in whole[1:]:
                fitting = (
                    lemma for lemma, said, of in self._named(word) if of == gender and said & cases
                )
                found += islice(fitting, 1)
            if len(found) == len(whole):
                lemmas = iter(found)
                return _spelt([each if each == "-" else next(lemmas) for each in words])
        return _spelt(words)

    def _named(self, word: str, label: str = "") -> list[tuple[str, set[str], str]]:
        """Lemma, cases and gender of each reading of a word as a name."""
        return [
            (lemma.split(":")[0], set(tag[2].split(".")), tag[3][:1])
            for lemma, tag, labels in self._read(word)
            if tag[0] == "subst" and len(tag) > 3 and "sg" in tag[1].split(".")
            if lemma[:1].isupper() and (not label or label in labels)
        ]

    def _agreeing(self, word: str, noun: Sequence[str]) -> tuple[str, list[str], set[str]] | None:
        """The reading of an adjective that agrees with the tag of a noun, and the cases of both."""
        gender = noun[3] if len(noun) > 3 else ""
        for lemma, tag, _ in self._read(word):
            if tag[0] in ("adj", "ppas", "pact") and len(tag) > 3:
                cases = set(tag[2].split(".")) & set(noun[2].split("."))
                numbers = set(tag[1].split(".")) & set(noun[1].split("."))
                if cases and numbers and gender in tag[3].split("."):
                    return lemma, tag, cases
        return None

    def is_adjective_of(self, word: str, head: str) -> bool:
        return any(
            self._agreeing(word, tag) is not None
            for _, tag, _ in self._read(head)
            if tag[0] == "subst" and len(tag) > 2
        )

    def nominative(
        self, words: Sequence[str], head: int, *, plural: bool = False, place: bool = False
    ) -> list[str]:
        found = list(words)
        nouns = [
            (lemma, tag)
            for lemma, tag, labels in self._read(words[head])
            if tag[0] == "subst" and len(tag) > 3 and (plural or "sg" in tag[1].split("."))
            if not place or "nazwa_geograficzna" in labels
        ]
        adjectives = [at for at in range(len(words)) if at != head]
        fitting = []
        for lemma, tag in nouns:
            cases = set(tag[2].split("."))
            for at in adjectives:
                if abs(at - head) > 1:
                    continue
                agreed = self._agreeing(words[at], tag)
                if agreed is not None:
                    cases &= agreed[2]
            if cases:
                fitting.append((lemma, tag, cases))
        if not fitting or any("nom" in cases for _, _, cases in fitting):
            return found
        lemma, tag, cases = fitting[0]
        number = "sg" if "sg" in tag[1].split(".") else "pl"
        said = self._form(lemma, "subst", number, tag[3], "")
        if not said:
            return found
        found[head] = _cased(said, words[head])
        for step in (-1, 1):
            at = head + step
            while 0 <= at < len(words):
                noun = [tag[0], number, ".".join(sorted(cases)), tag[3]]
                agreed = self._agreeing(words[at], noun)
                if agreed is None:
                    break
                degree = agreed[1][4] if len(agreed[1]) > 4 else ""
                form = self._form(agreed[0], agreed[1][0], number, tag[3], degree)
                if form:
                    found[at] = _cased(form, words[at])
                at += step
        return found

    def _form(self, lemma: str, part: str, number: str, gender: str, degree: str) -> str:
        for form, tag in self._forms(lemma):
            if (
                tag[0] == part
                and len(tag) > 3
                and number in tag[1].split(".")
                and "nom" in tag[2].split(".")
                and gender in tag[3].split(".")
                and (not degree or len(tag) < 5 or tag[4] == degree)
            ):
                return form
        return ""


def _spelt(words: Sequence[str]) -> str:
    return " ".join(words).replace(" - ", "-")


def _cased(form: str, like: str) -> str:
    """A form with capitals where the word that it stands for has them."""
    if len(like) > 1 and like.isupper():
        return form.upper()
    return form[:1].upper() + form[1:] if like[:1].isupper() else form


def morphology_of(spoken: Language) -> Morphology:
    """The morphology of a language."""
    return _made(str(spoken.data.get("morphology", "")))


@cache
def _made(name: str) -> Morphology:
    return _Morfeusz() if name == "morfeusz2" else Morphology()
