"""The questions of a survey that a mapping declares: a part `[[question]]` for each.

    [[question]]
    id = "trust"
    text = "How far do you trust it?"
    kind = "trust"
    scale = ["1..4"]

A column then has a role such as "answer trust about Alpha Works".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphkit.model.scales import Number, Scale
from graphkit.model.vocabulary import QUESTIONS
from graphkit.model.wording import loose, meant
from graphkit.sources.mapping.form.lenient import is_blank, is_number, plain_number
from graphkit.sources.mapping.form.mapped_kinds import WrongKind

_ROLE = re.compile(r"answer (\S+)(?: about (\S.*))?")
_ID = re.compile(r"[^\s=<>!|,]+")
_SETTINGS = ("id", "text", "kind", "scale")
_NUMBERED = (
    re.compile(r"([+-]?\d+)\s*[-–—=.):]+\s*(\D.*)"),  # 3 - weekly
    re.compile(r"()(.*\S)\s*[(\[]([+-]?\d+)[)\]]"),  # weekly (3)
)
_NO_ANSWER = {
    *("don't know", "dont know", "do not know", "not sure", "no answer", "no opinion", "refused"),
    *("prefer not to say", "nie wiem", "trudno powiedziec", "bez odpowiedzi", "odmowa"),
}


@dataclass(frozen=True, slots=True)
class MappedQuestion:
    """A question: its id, how it was asked, its kind, and the answers there are."""

    id: str
    text: str
    kind: str
    scale: tuple[str, ...] = ()

    @property
    def answers(self) -> Scale:
        """The scale."""
        return Scale.of(self.scale, self.kind)


def asked_in(role: str) -> tuple[str, str]:
    """The question whose answers a column holds, and about whom; nothing for other columns.

    >>> asked_in("answer trust about Alpha Works"), asked_in("answer trust"), asked_in("member")
    (('trust', 'Alpha Works'), ('trust', ''), ('', ''))
    """
    match = _ROLE.fullmatch(role)
    return (match[1], match[2] or "") if match else ("", "")


def one_line(text: str) -> str:
    """A text of a file as one line, without what a reader cannot see."""
    return " ".join("".join(filter(str.isprintable, " ".join(text.split()))).split())


def is_no_answer(text: str) -> bool:
    """Whether a cell says that nobody answered."""
    return is_blank(text) or loose(text) in map(loose, _NO_ANSWER)


def numbered_word(text: str) -> tuple[Number, str] | None:
    """The number and the word of an answer that states both.

    >>> numbered_word("3 - weekly"), numbered_word("weekly (3)"), numbered_word("weekly")
    ((3, 'weekly'), (3, 'weekly'), None)
    """
    for form in _NUMBERED:
        if match := form.fullmatch(text.strip()):
            return int(match[1] or match[3]), match[2].strip()
    return None


def answer_in(text: str, scale: Scale) -> Number:
    """The number of an answer; ValueError where the scale does not have it."""
    if is_number(text):
        value = float(plain_number(text))
        return scale.number(int(value) if value.is_integer() else value)
    both = numbered_word(text)
    return scale.number(text if both is None else both[0])


def questions_in(parts: Sequence[Mapping[str, Any]]) -> tuple[MappedQuestion, ...]:
    """The questions that the parts of a mapping declare. Raises WrongKind.

    >>> questions_in([{"id": "trust", "kind": "trust", "scale": ["1..4"]}])[0].answers.most
    4
    """
    found: dict[str, MappedQuestion] = {}
    for part in parts:
        for name in part:
            if name not in _SETTINGS:
                cure = meant(name, _SETTINGS)
                raise WrongKind(f"question {name}", "there is no such setting", cure)
        key, kind, scale = part.get("id", ""), part.get("kind", ""), part.get("scale", [])
        if not isinstance(key, str) or not _ID.fullmatch(key) or key in found:
            cure = "give each question a word of its own, such as trust"
            raise WrongKind("question id", f"{key!r} is not one", cure)
        if kind not in QUESTIONS:
            cure = f"use {', '.join(QUESTIONS)}"
            raise WrongKind("question kind", f"{kind!r} is not known", cure)
        scale = [scale] if isinstance(scale, str) else scale
        if not isinstance(scale, list) or not all(isinstance(each, str) for each in scale):
            raise WrongKind("question scale", "is not a list of texts", 'write such as ["0..4"]')
        try:
            Scale.of(scale, kind)
        except ValueError as error:
            cure = 'write ["0..4"], or each answer with its word: ["0=never", "1=yearly"]'
            raise WrongKind("question scale", str(error), cure) from None
        found[key] = MappedQuestion(key, str(part.get("text", key)), kind, tuple(scale))
    return tuple(found.values())


def settings_of(questions: Iterable[MappedQuestion]) -> Iterator[tuple[str, str | list[str]]]:
    """What a mapping says of questions: settings with their values, each question from its id."""
    for question in questions:
        yield "id", question.id
        yield "text", question.text
        yield "kind", question.kind
        yield "scale", [*question.scale]


def wrong_survey(
    part: Mapping[str, Any], columns: Mapping[str, str], questions: Sequence[MappedQuestion]
) -> tuple[str, str, str] | None:
    """What is wrong with the part of a survey: the setting, what it is, and the cure."""
    if not part.get("group"):
        return "group", "is missing", 'name the survey: group = "Survey 2024"'
    known = [question.id for question in questions]
    asked = {name: asked_in(role) for name, role in columns.items() if asked_in(role)[0]}
    if not asked:
        return (
            "columns",
            "no column holds answers",
            'write such as "answer trust about Alpha Works"',
        )
    for name, (question, about) in asked.items():
        if question not in known:
            what = f"there is no question {question!r}"
            return f"column {name!r}", what, "declare it in a part [[question]]"
        if not about and not {"about", "about id"} & {*columns.values()}:
            cure = f'write such as "answer {question} about Alpha Works"'
            return f"column {name!r}", "does not say about whom", cure
    return None
