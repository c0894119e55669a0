"""The answers of a survey as arcs, from the organisation that answers to the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graphkit.export.networks.graph import GraphEdge, Spell, Value, joined
from graphkit.export.networks.graph_edges import spell_of
from graphkit.model import UsageError
from graphkit.model.graph_columns import JOINED, SOURCES, one_of_several
from graphkit.network.cited_facts import citations
from graphkit.network.rating_conditions import RatingCondition

if TYPE_CHECKING:
    from graphkit.network import Network

ANSWER = "answer_"
"""How the attributes of arcs begin that hold answers; the rest is the id of the question."""


def arcs(network: Network) -> Iterator[GraphEdge]:
    """Who answered what about whom, where the answer ties.

    Parameters
    ----------
    network : Network
        The network as selected, with `layer` rating alone, read with its evidence.

    Yields
    ------
    GraphEdge
        One edge for each organisation that answered about another, in order; its weight is the
        answer to the first question that is selected by. Both ends of a tie have one where both
        answers meet the conditions.

    Raises
    ------
    UsageError
        If the selection has other layers.
    """
    selection = network.selection
    if selection.layer != ("rating",):
        raise UsageError(
            "`mode` directed writes answers of a survey; select `layer` rating and no other layer"
        )
    facts = network.facts
    given: dict[tuple[str, str], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    titles: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    times: dict[tuple[str, str], list[Spell]] = defaultdict(list)
    ends = (network.wholes[each].tolist() for each in (facts.organisation, facts.other))
    for row, (who, about) in enumerate(zip(*ends, strict=True)):
        said = facts.stated[row]
        value = said.get("value")
        if not isinstance(value, int | float):
            continue
        pair = network.organisations[who].id, network.organisations[about].id
        given[pair][str(said["questionId"])].append(value)
        cited = citations(network, said.get("sourceIds"), said.get("locators"))
        titles[pair] |= dict.fromkeys(map(str, cited))
        times[pair].append(spell_of(facts.lasting, row))
    asked = [RatingCondition.parse(text) for text in selection.rating]
    asked = asked or [RatingCondition.parse(key) for key in sorted({*_questions(given)})]
    place = {name: at for at, name in enumerate(network.two_mode.organisations)}
    found = []
    for pair, answers in given.items():
        means = {key: sum(each) / len(each) for key, each in answers.items()}
        if not {*pair} <= place.keys() or not all(
            means.get(each.question, 0) > 0 and each.met(means[each.question]) for each in asked
        ):
            continue
        values: dict[str, Value] = {f"{ANSWER}{key}": _whole(means[key]) for key in sorted(means)}
        if titles[pair]:
            values[SOURCES] = JOINED.join(map(one_of_several, titles[pair]))
        one, other = (place[name] for name in pair)
        weight = means[asked[0].question]
        found.append(GraphEdge(one, other, weight, values, joined(times[pair])))
    yield from sorted(found, key=lambda edge: (edge.source, edge.target))


def _questions(given: dict[tuple[str, str], dict[str, list[float]]]) -> Iterator[str]:
    return (key for answers in given.values() for key in answers)


def _whole(value: float) -> Value:
    return int(value) if float(value).is_integer() else value
