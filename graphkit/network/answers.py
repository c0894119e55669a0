"""The answers of surveys that a selection keeps, by question, with those that were asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from graphkit.model import LAYERS, Node, UsageError
from graphkit.model.scales import Scale, scale_of
from graphkit.network.network import Network
from graphkit.network.rated_ties import questions, selected_ratings


@dataclass(frozen=True)
class Answers:
    """The answers to one question, and which organisations were asked.

    Organisations are given by their index in `Network.organisations`; a part counts as its whole.

    Attributes
    ----------
    question : Node
        The question.
    scale : Scale
        Its scale.
    values : mapping of (int, int) to float
        What the first organisation answered about the second. Several answers, of parts or in
        several surveys, give their mean.
    answered : frozenset of int
        Those that answered anything in the surveys of the question.
    asked : frozenset of int
        Those that take part in these surveys, or answered.
    surveys : frozenset of str
        The ids of the surveys.
    """

    question: Node
    scale: Scale
    values: Mapping[tuple[int, int], float]
    answered: frozenset[int]
    asked: frozenset[int]
    surveys: frozenset[str]


def answers_of(network: Network, question: str | None = None) -> tuple[Answers, ...]:
    """Collect the answers that a selection keeps.

    Parameters
    ----------
    network : Network
        The network as selected. Its words about facts (`dataset`, `status`, `at`) and organisations
        count; its `layer` does not.
    question : str, optional
        The id of one question.

    Returns
    -------
    tuple of Answers
        Those of each question, in order of their ids.

    Raises
    ------
    UsageError
        If the network has no question, or not this one.
    """
    known = questions(network.nodes)
    if not known:
        raise UsageError(
            "the network has no answers of a survey; load the tables questions and ratings"
        )
    if question is not None and question not in {node.id for node in known}:
        listed = ", ".join(node.id for node in known)
        raise UsageError(f"the network has no question {question}; use one of: {listed}")
    whole = network.whole or network
    table = selected_ratings(whole, replace(network.selection, layer=()))
    given: dict[str, dict[tuple[int, int], list[float]]] = defaultdict(lambda: defaultdict(list))
    surveys: dict[str, set[str]] = defaultdict(set)
    respondents: dict[str, set[int]] = defaultdict(set)
    ends = network.wholes[table.organisation].tolist(), network.wholes[table.other].tolist()
    for who, about, stated in zip(*ends, table.stated, strict=True):
        name, survey = str(stated["questionId"]), str(stated.get("surveyId", ""))
        surveys[name].add(survey)
        respondents[survey].add(who)
        value = stated.get("value")
        if isinstance(value, int | float) and who != about:
            given[name][who, about].append(float(value))
    for fact in whole.context:
        if fact.relation == "ASKED_IN":
            surveys[fact.start[1]].add(fact.end[1])
    here = {at for at, stands in enumerate(network.stands.tolist()) if stands}
    frames = _frames(network, whole)
    return tuple(
        Answers(
            node,
            scale_of(node),
            {
                pair: sum(each) / len(each)
                for pair, each in sorted(given[node.id].items())
                if {*pair} <= here
            },
            frozenset(here & _together(respondents, surveys[node.id])),
            frozenset(
                here
                & (_together(respondents, surveys[node.id]) | _together(frames, surveys[node.id]))
            ),
            frozenset(surveys[node.id] - {""}),
        )
        for node in known
        if question in (None, node.id)
    )


def _frames(network: Network, whole: Network) -> dict[str, set[int]]:
    """The organisations that each survey asked, by its id."""
    facts = whole.facts
    found: dict[str, set[int]] = defaultdict(set)
    collaboration = LAYERS.index("collaboration")
    ends = network.wholes[facts.organisation].tolist()
    for layer, group, who in zip(facts.layer.tolist(), facts.group, ends, strict=True):
        if layer == collaboration and group in whole.surveys:
            found[group].add(who)
    return found


def _together(of_surveys: Mapping[str, set[int]], surveys: set[str]) -> set[int]:
    found: set[int] = set()
    for survey in surveys:
        found |= of_surveys.get(survey, set())
    return found
