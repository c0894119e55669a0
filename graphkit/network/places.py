"""Where organisations are: the places stated of them, and what lies in a place.

A place lies in those that it is part of, and in those that these are part of. Facts of a status
that is not selected do not count, nor do those that were not in force at the selected date.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graphkit.model import Fact, Node
from graphkit.model.places_above import all_above
from graphkit.network.conditions import Answer
from graphkit.network.in_force import Standing, standings_of
from graphkit.network.named_nodes import named_node
from graphkit.network.selection import Selection

if TYPE_CHECKING:
    from graphkit.network.selectable import Selectable


def places_of(network: Selectable, selection: Selection) -> dict[str, set[str]]:
    """The ids of the places that organisations are stated to be in, by the organisation's id."""
    found: dict[str, set[str]] = defaultdict(set)
    for fact in _counted(network, selection, "LOCATED_IN", "Organisation"):
        found[fact.start[1]].add(fact.end[1])
    return dict(found)


def answers_of_places(whole: Selectable, selection: Selection) -> list[Answer]:
    """Whether each organisation is in one of the places of `selection.place`; None if unknown.

    It is unknown where no place is stated of an organisation, or only one in which a selected place
    lies: an organisation of a country may be in any of its regions.
    """
    every = places(whole)
    asked = {named_node("place", every, each).id for each in selection.place}
    above = places_above(whole, selection)
    wider = set().union(*(all_above(each, above) for each in asked)) - asked
    inside: dict[str, bool] = {}
    stated = places_of(whole, selection)

    def lies_in(each: str) -> bool:
        if each not in inside:
            inside[each] = bool(all_above(each, above) & asked)
        return inside[each]

    answers: list[Answer] = []
    for node in whole.organisations:
        found = stated.get(node.id, set())
        if any(map(lies_in, found)):
            answers.append(True)
        else:
            answers.append(False if found and not found & wider else None)
    return answers


def places_above(network: Selectable, selection: Selection) -> dict[str, set[str]]:
    """The ids of the places in which each place lies, directly, by its id."""
    above: dict[str, set[str]] = defaultdict(set)
    for fact in _counted(network, selection, "PART_OF", "Place"):
        above[fact.start[1]].add(fact.end[1])
    return above


def places(network: Selectable) -> list[Node]:
    """Every place, in order of id."""
    return [node for (label, _), node in sorted(network.nodes.items()) if label == "Place"]


def _counted(network: Selectable, selection: Selection, relation: str, label: str) -> list[Fact]:
    """The facts of a relationship type from nodes of a label that count."""
    facts = [
        fact
        for fact in network.context
        if fact.relation == relation
        and fact.start[0] == label
        and (not selection.status or fact.properties.get("status", "stated") in selection.status)
    ]
    if selection.at is None:
        return facts
    least = Standing.UNKNOWN if selection.unknown == "include" else Standing.IN_FORCE
    answers = standings_of(facts, selection.at, network.lifetimes, network.index)
    return [fact for fact, answer in zip(facts, answers, strict=True) if answer >= least]
