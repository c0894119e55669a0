"""What an organisation answered to a question, and what others answered about it.

An organisation names another where its answer is above 0.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphkit.model import Node
from graphkit.network.answers import Answers


@dataclass(frozen=True, slots=True)
class Received:
    """What one organisation answered to a question, and what others answered about it.

    Attributes
    ----------
    question : str
        The id of the question.
    organisation : Node
        The organisation.
    asked, answered : bool
        Whether the survey asked it, and whether it answered.
    names, named_by : int
        How many organisations it names, and how many name it (out- and in-degree).
    raters : int
        How many answered about it, also with 0.
    received : float
        The mean of these answers; NaN where there are none, or fewer than `min_raters`.
    given : float
        The mean of its own answers; NaN without any.
    """

    question: str
    organisation: Node
    asked: bool
    answered: bool
    names: int
    named_by: int
    raters: int
    received: float
    given: float


def reception_of(
    answers: Answers, organisations: tuple[Node, ...], min_raters: int
) -> list[Received]:
    """Every organisation that was asked, answered or was named, those that most name first."""
    given: dict[int, list[float]] = defaultdict(list)
    about: dict[int, list[float]] = defaultdict(list)
    for (who, other), value in answers.values.items():
        given[who].append(value)
        about[other].append(value)
    rows = [
        Received(
            question=answers.question.id,
            organisation=organisations[at],
            asked=at in answers.asked,
            answered=at in answers.answered,
            names=count_named(given[at]),
            named_by=count_named(about[at]),
            raters=len(about[at]),
            received=mean_of(about[at]) if len(about[at]) >= min_raters else math.nan,
            given=mean_of(given[at]),
        )
        for at in sorted({*answers.asked, *given, *about})
    ]
    return sorted(
        rows,
        key=lambda each: (
            -each.named_by,
            each.organisation.name.casefold(),
            each.organisation.id,
        ),
    )


def count_named(values: Iterable[float]) -> int:
    """How many of these answers name somebody."""
    return sum(value > 0 for value in values)


def mean_of(values: Sequence[float]) -> float:
    """The mean of answers; NaN without any."""
    return sum(values) / len(values) if values else math.nan
