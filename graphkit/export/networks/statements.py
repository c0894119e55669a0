"""What a selection states: its facts, the nodes that they are about, and their sources.

Without any word of a selection that is all that the data sets state, what is only planned included.
Else it is the selected facts with their organisations and groups, the organisations that stand as
nodes, the parts that count as them, and what is known of all these: places, figures, wholes,
people, and the sources of everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from graphkit.model import KIND, LAYERS, PAIRED, RELATIONS, Dataset, Fact, Node, Properties
from graphkit.names.joining import STATED_AS, STATED_BY, STATED_END, STATED_IDS, STATED_START
from graphkit.network import Selection, Standing
from graphkit.network.in_force import standings_of

if TYPE_CHECKING:
    from graphkit.network import Network

Key = tuple[str, str]

_BY_END = ("DESCRIBES", "REPRESENTS")
"""Relations that lead from what is known to what it is known of; the others lead the other way."""

_FIGURE = "DESCRIBES"

_RATING = "RATES"

_BESIDE = {"datasets", STATED_AS, STATED_IDS, STATED_BY, STATED_START, STATED_END}
"""What a store adds to what is stated."""

_RELATION_OF = {
    relation.layer: relation for relation in RELATIONS.values() if relation.layer is not None
}


def statements_of(network: Network) -> Dataset:
    """Collect what a selection states.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence.

    Returns
    -------
    Dataset
        The nodes and facts, named after the data sets that state them.

    Raises
    ------
    UsageError
        If the network was read without evidence.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> sample = read_sample()
    >>> statements_of(Network.of(sample)) == sample
    True
    >>> len(statements_of(Network.of(sample).select(layer="tie")).facts)
    73
    """
    name = "-".join(sorted(each.name for each in network.datasets)) or "network"
    facts, nodes = _stated(network)
    kept = _once(facts, nodes)
    here = {fact.id for fact in kept}
    lost = {fact.start for fact in facts if fact.relation == _FIGURE and fact.id not in here}
    return Dataset.of(
        name,
        [
            Node(each.label, each.id, _own(each.properties), each.kind)
            for each in nodes
            if (each.label, each.id) not in lost
        ],
        [
            Fact(each.relation, each.id, each.start, each.end, _own(each.properties))
            for each in kept
        ],
    )


def repeats_of(network: Network, stated: Dataset) -> int:
    """How many facts of a selection `statements_of` leaves out because they repeat others."""
    return len(_stated(network)[0]) - len(stated.facts)


def _stated(network: Network) -> tuple[list[Fact], list[Node]]:
    if network.selection != Selection():
        return _selected(network)
    whole = network.whole or network
    return [*_tying(whole), *whole.context], [*whole.organisations, *whole.nodes.values()]


def _once(facts: Iterable[Fact], nodes: Iterable[Node]) -> list[Fact]:
    """The facts without those that repeat others: two data sets may state the same, and two ids of
    one organisation may have the same figure.
    """
    figures = {node.id: _said(node.properties) for node in nodes if node.label == "Figure"}
    found: dict[object, Fact] = {}
    for fact in sorted(facts, key=lambda fact: fact.id):
        start = figures[fact.start[1]] if fact.relation == _FIGURE else fact.start
        found.setdefault((fact.relation, start, fact.end, _said(fact.properties)), fact)
    return list(found.values())


def _said(stated: Properties) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, repr(value)) for name, value in _own(stated).items()))


def _own(stated: Properties) -> Properties:
    return {name: value for name, value in stated.items() if name not in _BESIDE}


def _tying(network: Network) -> Iterator[Fact]:
    facts = network.facts
    for row, (key, layer, stated) in enumerate(
        zip(facts.id, facts.layer.tolist(), facts.stated, strict=True)
    ):
        relation = _RELATION_OF[LAYERS[layer]]
        ((start, end),) = relation.ends
        one = network.organisations[facts.organisation[row]].id
        other = facts.group[row]
        if relation.layer in PAIRED:
            other = network.organisations[facts.other[row]].id
        yield Fact(relation.name, key, (start, one), (end, other), stated)


def _selected(network: Network) -> tuple[list[Fact], list[Node]]:
    facts = list(_tying(network))
    kept: set[Key] = {
        ("Organisation", node.id)
        for node, whole, exists in zip(
            network.organisations, network.wholes.tolist(), network.existing, strict=True
        )
        if exists and network.standing[whole]
    }
    for fact in facts:
        kept |= {fact.start, fact.end}
        if representative := fact.properties.get("representedById"):
            kept.add(("Organisation", str(representative)))
        if person := fact.properties.get("signedById"):
            kept.add(("Person", str(person)))
    known = [fact for fact, here in zip(network.context, _in_force(network), strict=True) if here]
    if network.selection.layer:  # the layers that are not selected are left out; rating is in facts
        known = [fact for fact in known if fact.relation != _RATING]
    for fact in (*facts, *known):
        if fact.relation == _RATING and {fact.start, fact.end} <= kept:
            kept |= _asked_by(fact)
    around = _around(known, kept)
    facts += around
    kept |= {end for fact in around for end in (fact.start, fact.end)}
    by_key = {("Organisation", node.id): node for node in network.organisations}
    by_key |= network.nodes
    kept |= {
        (KIND, node.kind)
        for key in list(kept)
        if (node := by_key.get(key)) is not None and node.kind in network.own_kinds
    }
    nodes = [by_key[key] for key in sorted(kept) if key in by_key]
    stated = [*(fact.properties for fact in facts), *(node.properties for node in nodes)]
    cited = {str(source) for each in stated for source in _listed(each.get("sourceIds"))}
    sources = [by_key["Source", key] for key in sorted(cited) if ("Source", key) in by_key]
    return facts, [*nodes, *sources]


def _asked_by(rating: Fact) -> set[Key]:
    """The question that a rating answers, and its survey."""
    asked = {("Question", str(rating.properties["questionId"]))}
    survey = rating.properties.get("surveyId")
    return asked | {("Collaboration", str(survey))} if survey else asked


def _around(known: list[Fact], kept: set[Key]) -> list[Fact]:
    """The facts about what is kept, and about what these lead to: the country of a town."""
    found: dict[int, Fact] = {}
    reached = set(kept)
    while True:
        new = [
            (at, fact)
            for at, fact in enumerate(known)
            if at not in found and _is_about(fact, reached)
        ]
        if not new:
            return list(found.values())
        found.update(new)
        reached |= {end for _, fact in new for end in (fact.start, fact.end)}


def _is_about(fact: Fact, kept: set[Key]) -> bool:
    if fact.relation in ("SUCCEEDS", _RATING):
        return fact.start in kept and fact.end in kept
    return (fact.end if fact.relation in _BY_END else fact.start) in kept


def _in_force(network: Network) -> list[bool]:
    """Which of the facts that tie nobody are of a selected status and not excluded by the date."""
    selection = network.selection
    here = [
        not selection.status or fact.properties.get("status", "stated") in selection.status
        for fact in network.context
    ]
    if selection.at is None:
        return here
    answers = standings_of(network.context, selection.at, network.lifetimes, network.index)
    return [
        each and answer != Standing.NOT_IN_FORCE
        for each, answer in zip(here, answers.tolist(), strict=True)
    ]


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []
