"""Conditions on the answers of a survey: `contact>=2`, or `contact` for any answer above 0."""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graphkit.model import UsageError

_FORM = re.compile(r"\s*([^=!<>\s]+)\s*(?:(!=|>=|<=|=|>|<)(?!\s*[=<>])\s*(\S+))?\s*")
_SIGNS: Mapping[str, Callable[[float, float], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}


@dataclass(frozen=True, slots=True)
class RatingCondition:
    """A condition on the answers to a question.

    question: its id. sign: =, !=, >=, <=, > or <. value: what the answer is compared with.
    """

    question: str
    sign: str
    value: float

    @classmethod
    def parse(cls, text: str) -> RatingCondition:
        """From `question>=number`, or the question alone. Raises UsageError."""
        match = _FORM.fullmatch(text)
        if match is None:
            raise UsageError(f"`rating` {text}: write such as contact>=2")
        question, sign, given = match.groups()
        try:
            value = float(given.replace(",", ".")) if sign else 0.0
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise UsageError(f"`rating` {text}: {given} is not a number; write such as contact>=2")
        return cls(question, sign or ">", value)

    def __str__(self) -> str:
        """The condition as it is written."""
        return f"{self.question}{self.sign}{self.value:g}"

    def met(self, answer: float) -> bool:
        """Whether an answer meets it."""
        return _SIGNS[self.sign](answer, self.value)
