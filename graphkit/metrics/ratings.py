"""What organisations answered about each other: who names whom, whether it is returned, how far the
two ends agree, and what trust and value an organisation receives.

Varda, D. M., Chandra, A., Stern, S. A. and Lurie, N. (2008). Core dimensions of connectivity in
public health collaboratives. Journal of Public Health Management and Practice 14(5), E1-E7, for the
scores, which are those of PARTNER.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from graphkit.metrics.chance import Expectation
from graphkit.metrics.reception import Received, count_named, mean_of, reception_of
from graphkit.metrics.reciprocity import (
    agreement_of,
    both_answers,
    drawn_namings,
    namings,
    share_returned,
)
from graphkit.model import Node
from graphkit.model.tabular import Tabular
from graphkit.network import Network, Selection
from graphkit.network.answers import Answers, answers_of

MIN_RATERS = 3
DRAWS = 200


@dataclass(frozen=True, slots=True)
class QuestionMeasures:
    """What the answers to a question say as a whole.

    Attributes
    ----------
    question : Node
        The question.
    asked, answered : int
        How many organisations were asked, and how many of them answered.
    answers, named : int
        How many answers there are, and how many of them are above 0.
    mean, of_most : float
        The mean answer, and that over the highest of the scale (network trust); NaN without one.
    reciprocity : float
        The share of namings among organisations that answered that are returned.
    chance : Expectation or None
        What chance gives for it; None without draws.
    pairs : int
        How many pairs answered about each other.
    alike, agreement : float
        The share of these pairs with the same answer, and the intraclass correlation.
    """

    question: Node
    asked: int
    answered: int
    answers: int
    named: int
    mean: float
    of_most: float
    reciprocity: float
    chance: Expectation | None
    pairs: int
    alike: float
    agreement: float

    @property
    def response_rate(self) -> float:
        """The share of those asked that answered; NaN where nobody was asked."""
        return self.answered / self.asked if self.asked else math.nan


@dataclass(frozen=True)
class Ratings(Tabular):
    """The answers of surveys, measured.

    Attributes
    ----------
    selection : Selection
        What was selected.
    questions : tuple of QuestionMeasures
        Each question, in order of id.
    received : tuple of Received
        By question every organisation that was asked, answered or was named, those that most name
        first.
    silent : tuple of (str, Node, int)
        By question the organisations that did not answer: the question, the organisation, and how
        many name it; those that most name first.
    min_raters, draws, seed : int
        With how many raters a mean is given, the number of draws, and the seed.
    """

    TABLE = "graphkit.export.ratings:ratings_table"

    selection: Selection
    questions: tuple[QuestionMeasures, ...]
    received: tuple[Received, ...]
    silent: tuple[tuple[str, Node, int], ...]
    min_raters: int
    draws: int
    seed: int

    @property
    def withheld(self) -> int:
        """How many means are withheld because too few answered about the organisation."""
        return sum(0 < each.raters < self.min_raters for each in self.received)


def ratings_of(
    network: Network,
    question: str | None = None,
    *,
    min_raters: int = MIN_RATERS,
    draws: int = DRAWS,
    seed: int = 0,
) -> Ratings:
    """Measure what organisations answered about each other.

    Parameters
    ----------
    network : Network
        The network as selected.
    question : str, optional
        The id of one question; all by default.
    min_raters : int, default 3
        With fewer raters the mean that an organisation receives is withheld.
    draws : int, default 200
        The number of random networks with which reciprocity is compared; 0 for none. In each, every
        organisation names as many others, and is named by as many, as here.
    seed : int, default 0
        The seed of the draws.

    Returns
    -------
    Ratings
        Degrees, means and raters of each organisation; response rate, reciprocity and agreement of
        each question.

    Raises
    ------
    UsageError
        If the network has no answers, or not this question.

    Examples
    --------
    >>> from graphkit.model import Dataset, Fact, Node
    >>> nodes = [Node("Organisation", each, {"name": each}, "Company") for each in "abc"]
    >>> asked = Node("Question", "trust", {"name": "Trust?", "kind": "trust", "scale": ["1..4"]})
    >>> facts = [
    ...     Fact("RATES", f"{a}{b}", ("Organisation", a), ("Organisation", b),
    ...          {"questionId": "trust", "value": value})
    ...     for a, b, value in (("a", "b", 4), ("b", "a", 2), ("a", "c", 3))
    ... ]
    >>> found = ratings_of(Network.of(Dataset.of("mine", [*nodes, asked], facts)), draws=0)
    >>> found.questions[0].of_most, found.questions[0].reciprocity
    (0.75, 1.0)
    """
    every = answers_of(network, question)
    organisations = network.organisations
    received: list[Received] = []
    silent: list[tuple[str, Node, int]] = []
    measured = []
    for number, answers in enumerate(every):
        rows = reception_of(answers, organisations, min_raters)
        received += rows
        silent += [
            (answers.question.id, each.organisation, each.named_by)
            for each in rows
            if not each.answered
        ]
        measured.append(_measured(answers, draws, np.random.default_rng([seed, number])))
    return Ratings(
        network.selection,
        tuple(measured),
        tuple(received),
        tuple(silent),
        min_raters,
        draws,
        seed,
    )


def _measured(answers: Answers, draws: int, random: np.random.Generator) -> QuestionMeasures:
    there = [*answers.values.values()]
    mean, most = mean_of(there), answers.scale.most
    names, both = namings(answers), both_answers(answers)
    reciprocity = share_returned(names)
    chance = None
    if draws and not math.isnan(reciprocity):
        drawn = [[share_returned(each)] for each in drawn_namings(names, draws, random)]
        chance = Expectation.of([reciprocity], drawn) if drawn else None
    return QuestionMeasures(
        question=answers.question,
        asked=len(answers.asked),
        answered=len(answers.answered),
        answers=len(there),
        named=count_named(there),
        mean=mean,
        of_most=mean / most if most else math.nan,
        reciprocity=reciprocity,
        chance=chance,
        pairs=len(both),
        alike=mean_of([float(one == other) for one, other in both]),
        agreement=agreement_of(both),
    )
