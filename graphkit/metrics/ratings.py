"""What organisations answered about each other: who names whom, whether it is returned, how far the
two ends agree, and what trust and value an organisation receives.

An organisation names another where its answer is above 0. Reciprocity and agreement compare only
organisations that answered, since of the others nobody knows what they would have said.

Wasserman, S. and Faust, K. (1994). Social Network Analysis, ch. 4.3, 13 and 14.
Varda, D. M., Chandra, A., Stern, S. A. and Lurie, N. (2008). Core dimensions of connectivity in
public health collaboratives. Journal of Public Health Management and Practice 14(5), E1-E7, for the
scores, which are those of PARTNER.
Carstens, C., Berger, A. and Strona, G. (2016). Curveball: a new generation of sampling algorithms
for graphs with fixed degree sequence, for the draws.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from graphkit.metrics.chance import Expectation
from graphkit.metrics.entry import Entry
from graphkit.model import Node
from graphkit.model.tabular import Tabular
from graphkit.network import Network, Selection
from graphkit.network.answers import Answers, answers_of

MIN_RATERS = 3
DRAWS = 200

_UNWEIGHTED = "the answers are the weights; those of a selection have no effect"
_APART = "organisations that did not answer are left out of what compares two ends"


def _entry(name: str, meaning: str, formula: str, normalisation: str, reference: str) -> Entry:
    return Entry(
        name=name,
        on=("organisation",) if name.startswith(("received", "named")) else ("network",),
        meaning=meaning,
        formula=formula,
        normalisation=normalisation,
        weights=_UNWEIGHTED,
        apart=_APART,
        reference=reference,
        function="graphkit.metrics.ratings_of",
        command="graphkit ratings",
    )


_FAUST = "Wasserman, S. and Faust, K. (1994). Social Network Analysis, Cambridge University Press"
_VARDA = (
    "Varda, D. M., Chandra, A., Stern, S. A. and Lurie, N. (2008). Core dimensions of connectivity "
    "in public health collaboratives. Journal of Public Health Management and Practice 14(5), E1-E7"
)

ENTRIES = (
    _entry(
        "named-by",
        "how many organisations name it in a survey (in-degree); names, how many it names itself "
        "(out-degree)",
        "the number of answers about it above 0",
        "none; a, b and c answer, b and c name a, and only a names b: named-by of a is 2, its "
        "names 1",
        f"{_FAUST}, ch. 4.3.",
    ),
    _entry(
        "received-score",
        "the trust or value that others see in it: the mean of what they answered about it",
        "the sum of the answers about it over their number, the raters",
        "on the scale of the question; answers 4, 3 and 2 give 3. Withheld with fewer raters "
        "than asked for",
        f"{_VARDA}.",
    ),
    _entry(
        "network-trust",
        "how much trust there is of all that the answers allow; of a question about value the same",
        "the mean answer over the highest of the scale",
        "0 to 1; answers 4, 3 and 2 on a scale to 4 give 0.75",
        f"{_VARDA}.",
    ),
    _entry(
        "reciprocity",
        "whether those that are named name the other in return",
        "named pairs that are returned, over all named pairs, each direction counted",
        "0 to 1; a names b and c, and b names a: 2 of 3 are returned, 0.667. Compared with "
        "networks in which each names, and is named by, as many as here",
        f"{_FAUST}, ch. 13 and 14.",
    ),
    _entry(
        "agreement",
        "how far two organisations say the same of their tie",
        "intraclass correlation over the pairs that both answered about each other: Pearson's r, "
        "each pair counted in both orders",
        "-1 to 1; pairs (1, 1), (3, 3) and (1, 3) give 0.333",
        "Krackhardt, D. (1987). Cognitive social structures. Social Networks 9, 109-134.",
    ),
)


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
        rows = _received(answers, organisations, min_raters)
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


def _received(answers: Answers, organisations: tuple[Node, ...], min_raters: int) -> list[Received]:
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
            names=_named(given[at]),
            named_by=_named(about[at]),
            raters=len(about[at]),
            received=_mean(about[at]) if len(about[at]) >= min_raters else math.nan,
            given=_mean(given[at]),
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


def _measured(answers: Answers, draws: int, random: np.random.Generator) -> QuestionMeasures:
    values = answers.values
    there = [*values.values()]
    mean, most = _mean(there), answers.scale.most
    names = _names(answers)
    reciprocity = _reciprocity(names)
    chance = None
    if draws and not math.isnan(reciprocity):
        drawn = [[_reciprocity(each)] for each in _drawn(names, draws, random)]
        chance = Expectation.of([reciprocity], drawn) if drawn else None
    both = [
        (value, values[other, who])
        for (who, other), value in values.items()
        if who < other and (other, who) in values
    ]
    return QuestionMeasures(
        question=answers.question,
        asked=len(answers.asked),
        answered=len(answers.answered),
        answers=len(there),
        named=_named(there),
        mean=mean,
        of_most=mean / most if most else math.nan,
        reciprocity=reciprocity,
        chance=chance,
        pairs=len(both),
        alike=_mean([float(one == other) for one, other in both]),
        agreement=_agreement(both),
    )


def _names(answers: Answers) -> dict[int, set[int]]:
    """Whom each organisation that answered names, of those that answered."""
    here = answers.answered
    found: dict[int, set[int]] = {at: set() for at in sorted(here)}
    for (who, other), value in answers.values.items():
        if value > 0 and who in here and other in here:
            found[who].add(other)
    return found


def _reciprocity(names: Mapping[int, set[int]]) -> float:
    total = sum(map(len, names.values()))
    returned = sum(who in names[other] for who, named in names.items() for other in named)
    return returned / total if total else math.nan


def _drawn(
    names: Mapping[int, set[int]], draws: int, random: np.random.Generator
) -> Iterable[dict[int, set[int]]]:
    """Networks with the same out- and in-degrees: organisations trade the ones that they name."""
    now = {who: set(named) for who, named in names.items()}
    who = [*now]
    if len(who) < 3:
        return
    for _ in range(draws):
        for one, other in _pairs(who, random):
            mine = now[one] - now[other] - {other}
            theirs = now[other] - now[one] - {one}
            if not mine or not theirs:
                continue
            pool = random.permutation(sorted(mine | theirs)).tolist()
            now[one] = (now[one] - mine) | {*pool[: len(mine)]}
            now[other] = (now[other] - theirs) | {*pool[len(mine) :]}
        yield now


def _pairs(who: list[int], random: np.random.Generator) -> Iterable[tuple[int, int]]:
    """Pairs to trade: five times as many as there are organisations."""
    size = len(who)
    first = random.integers(size, size=5 * size)
    second = (first + random.integers(1, size, size=5 * size)) % size
    return (
        (who[one], who[other]) for one, other in zip(first.tolist(), second.tolist(), strict=True)
    )


def _agreement(both: list[tuple[float, float]]) -> float:
    """The intraclass correlation of pairs whose order means nothing.

    >>> round(_agreement([(1, 1), (3, 3), (1, 3)]), 3)
    0.333
    """
    if not both:
        return math.nan
    one = np.array([*both, *((other, first) for first, other in both)], dtype=float)
    off = one - one.mean()
    spread = float((off[:, 0] ** 2).sum())
    return float((off[:, 0] * off[:, 1]).sum()) / spread if spread else math.nan


def _named(values: Iterable[float]) -> int:
    return sum(value > 0 for value in values)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else math.nan
