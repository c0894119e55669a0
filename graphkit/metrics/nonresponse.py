"""What a ranking by answers would be, whatever is assumed about those that did not answer.

Stork, D. and Richards, W. D. (1992). Nonrespondents in communication network studies. Group and
Organization Management 17, 193-209, for taking what others said of them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import networkx as nx
import numpy as np

from graphkit.metrics.ranking import shared_ranks
from graphkit.metrics.ranking_metrics import METRICS
from graphkit.model import Node, UsageError
from graphkit.model.tabular import Tabular
from graphkit.model.wording import chosen
from graphkit.network import Network, Selection
from graphkit.network.answers import Answers, answers_of
from graphkit.network.rating_conditions import RatingCondition

RULES: dict[str, str] = {
    "dropped": "only organisations that answered, tied where both answers meet the condition",
    "one-sided": "all organisations, tied where one of the two answers meets it",
    "as-named": "all organisations, tied where both meet it; those that did not answer are taken "
    "to say what the others said",
}
"""What is assumed about those that did not answer."""


@dataclass(frozen=True)
class RankingByAnswers(Tabular):
    """The ranks of organisations under each rule about those that did not answer.

    Attributes
    ----------
    selection : Selection
        What was selected.
    condition : str
        What an answer must be.
    by : str
        The metric.
    asked, answered : int
        How many organisations were asked, and how many answered.
    organisations : tuple of Node
        The organisations, those with the best rank first.
    responded : tuple of bool
        Whether each answered.
    ranks : mapping of str to tuple of (int or None)
        By rule the rank of each; None of one that the rule drops.
    """

    TABLE = "graphkit.export.ratings:ranks_table"

    selection: Selection
    condition: str
    by: str
    asked: int
    answered: int
    organisations: tuple[Node, ...]
    responded: tuple[bool, ...]
    ranks: Mapping[str, tuple[int | None, ...]]

    def band(self, place: int) -> tuple[int, int]:
        """Find the best and the worst rank of an organisation under any rule.

        Parameters
        ----------
        place : int
            Its place in `organisations`.

        Returns
        -------
        (int, int)
            The two ranks.
        """
        there = [rank for each in self.ranks.values() if (rank := each[place]) is not None]
        return min(there), max(there)


def rank_by_answers(
    network: Network, condition: str | None = None, *, by: str = "degree"
) -> RankingByAnswers:
    """Rank organisations by answers under each of the `RULES` about those that did not answer.

    Parameters
    ----------
    network : Network
        The network as selected.
    condition : str, optional
        The question and what an answer must be, such as `contact>=2`. By default the first
        condition of the selection, or else any answer above 0 to the only question.
    by : str, default "degree"
        A metric of `METRICS`.

    Returns
    -------
    RankingByAnswers
        The ranks.

    Raises
    ------
    UsageError
        If the network has no answers, no such question or no such metric, or several questions and
        no condition.
    """
    metric = METRICS[chosen("metric", by, METRICS)]
    asked_for = _condition(network, condition)
    (answers,) = answers_of(network, asked_for.question)
    everyone = sorted({*answers.asked, *(at for pair in answers.values for at in pair)})
    ranks: dict[str, dict[int, int]] = {}
    for rule, tie in _TIES.items():
        nodes = [at for at in everyone if rule != "dropped" or at in answers.answered]
        graph: nx.Graph[int] = nx.Graph()
        graph.add_nodes_from(range(len(nodes)))
        graph.add_edges_from(
            (one, other)
            for one in range(len(nodes))
            for other in range(one + 1, len(nodes))
            if tie(answers, asked_for, nodes[one], nodes[other])
        )
        values = metric.compute(graph, None) if nodes else {}
        each = np.array([values[at] for at in range(len(nodes))], dtype=float)
        ranks[rule] = dict(zip(nodes, shared_ranks(each, metric).tolist(), strict=True))
    ordered = sorted(
        everyone,
        key=lambda at: (
            sorted(found[at] for found in ranks.values() if at in found),
            network.organisations[at].name.casefold(),
            network.organisations[at].id,
        ),
    )
    return RankingByAnswers(
        network.selection,
        str(asked_for),
        metric.name,
        len(answers.asked),
        len(answers.answered),
        tuple(network.organisations[at] for at in ordered),
        tuple(at in answers.answered for at in ordered),
        {rule: tuple(found.get(at) for at in ordered) for rule, found in ranks.items()},
    )


def _condition(network: Network, condition: str | None) -> RatingCondition:
    text = condition or next(iter(network.selection.rating), None)
    if text is not None:
        return RatingCondition.parse(text)
    every = answers_of(network)
    if len(every) > 1:
        listed = ", ".join(each.question.id for each in every)
        raise UsageError(f"name a question, such as {every[0].question.id}>=2; there are {listed}")
    return RatingCondition.parse(every[0].question.id)


def _meets(answers: Answers, condition: RatingCondition, who: int, about: int) -> bool:
    value = answers.values.get((who, about), math.nan)
    return value > 0 and condition.met(value)


def _both(answers: Answers, condition: RatingCondition, one: int, other: int) -> bool:
    return _meets(answers, condition, one, other) and _meets(answers, condition, other, one)


def _either(answers: Answers, condition: RatingCondition, one: int, other: int) -> bool:
    return _meets(answers, condition, one, other) or _meets(answers, condition, other, one)


def _as_named(answers: Answers, condition: RatingCondition, one: int, other: int) -> bool:
    heard = {one, other} & answers.answered
    tied = _both if len(heard) == 2 else _either
    return tied(answers, condition, one, other)


_TIES: Mapping[str, Callable[[Answers, RatingCondition, int, int], bool]] = {
    "dropped": _both,
    "one-sided": _either,
    "as-named": _as_named,
}
assert _TIES.keys() == RULES.keys()
