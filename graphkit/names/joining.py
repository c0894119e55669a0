"""What stands for several ids of one organisation, made of what is stated under each.

The id that stands for all has the say: what is stated under it wins, then what is stated under the
others, in order of id. No name, identifier or source is lost. `statedAs`, `statedIds` and
`statedBy` are lists side by side: the name, the id and the data set of each statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graphkit.model import SCHEMES, Dataset, Fact, Node, Value
from graphkit.model.fact_columns import BOUNDS, LIFETIME
from graphkit.names.decisions import Decision, revised
from graphkit.names.identities import Identities

KIN = ("PART_OF", "SUCCEEDS")
"""The relationship types whose ends are never joined by an identifier."""

JOINED = "joined"
STATED_AS, STATED_IDS, STATED_BY = "statedAs", "statedIds", "statedBy"
STATED_START, STATED_END = "statedStart", "statedEnd"

_SCHEMES = frozenset(SCHEMES)
_FROM = {"start": "startDate", "end": "endDate", "observed": "observedDate"}
_DERIVED = {
    name: _FROM.get(text, text)
    for name in (*BOUNDS, *LIFETIME)
    for text in [name.removesuffix("From").removesuffix("To")]
}
"""For each DATE property the one from which it is made; both come from the same statement."""


def merged(nodes: Sequence[Node]) -> dict[str, Value]:
    """Unite what is stated under several ids of one organisation.

    Parameters
    ----------
    nodes : sequence of Node
        The organisation under each of its ids, the one that stands for all first.

    Returns
    -------
    dict of str to Value
        The properties of the organisation, without `datasets` and what says who stated what.

    Examples
    --------
    >>> one = Node("Organisation", "pb", {"name": "Politechnika Białostocka"}, "University")
    >>> other = Node("Organisation", "x", {"name": "Politechnika", "nip": "5420208721"}, "Other")
    >>> merged([one, other])
    {'name': 'Politechnika Białostocka', 'nip': '5420208721', 'aliases': ['Politechnika']}
    """
    found: dict[str, Value] = {}
    for node in nodes:
        given = {_DERIVED.get(name, name) for name in found}
        for name, value in node.properties.items():
            if name != "datasets" and _DERIVED.get(name, name) not in given:
                found[name] = value
    called = [*_listed(nodes[0], "aliases")]
    for node in nodes[1:]:
        called += [str(node.properties.get("name", "")), *_listed(node, "aliases")]
    aliases = dict.fromkeys(each for each in called if each and each != found.get("name"))
    if aliases:
        found["aliases"] = list(aliases)
    return found | united_sources(nodes)


def united_sources(stated: Iterable[Node | Fact]) -> dict[str, Value]:
    """The sources of organisations or facts, each once with its place; nothing without any."""
    cited = dict.fromkeys(pair for each in stated for pair in _citations(each))
    if not cited:
        return {}
    return {
        "sourceIds": [source for source, _ in cited],
        "locators": [locator for _, locator in cited],
    }


def stated_by(statements: Iterable[tuple[str, str, str]]) -> dict[str, Value]:
    """The three lists that say who states an organisation: of name, id and data set each."""
    rows = list(statements)
    columns = [list(column) for column in zip(*rows, strict=True)] or [[], [], []]
    return dict(zip((STATED_AS, STATED_IDS, STATED_BY), columns, strict=True))


def moved(fact: Fact, identities: Identities) -> Fact:
    """The fact between the organisations that stand for its ends.

    It keeps the ends that it states, where they are others, in `statedStart` and `statedEnd`.
    """
    start, end = (
        (label, identities.of_id(key)) if label == "Organisation" else (label, key)
        for label, key in (fact.start, fact.end)
    )
    if (start, end) == (fact.start, fact.end):
        return fact
    ends = {STATED_START: (fact.start, start), STATED_END: (fact.end, end)}
    kept = {name: stated[1] for name, (stated, now) in ends.items() if stated != now}
    return replace(fact, start=start, end=end, properties={**fact.properties, **kept})


def identities_of(dataset: Dataset, decisions: Iterable[Decision] = ()) -> Identities:
    """Find out which organisations of a data set are the same.

    Parameters
    ----------
    dataset : Dataset
        The data set.
    decisions : iterable of Decision
        What people decided.

    Returns
    -------
    Identities
        By the decisions, and by identifiers that are equal.
    """
    decisions = tuple(decisions)
    decided = {key for each in decisions for key in each.pair}
    return Identities.of(
        (
            node
            for node in dataset.nodes
            if node.label == "Organisation"
            and (node.id in decided or not _SCHEMES.isdisjoint(node.properties))
        ),
        (
            (fact.start[1], fact.end[1])
            for fact in dataset.facts
            if fact.relation in KIN and fact.start[0] == "Organisation"
        ),
        decisions,
    )


def joined(dataset: Dataset, decisions: Iterable[Decision] = ()) -> Dataset:
    """Join the organisations of a data set that are the same, as a store does.

    Parameters
    ----------
    dataset : Dataset
        The data set.
    decisions : iterable of Decision
        What people decided; ids that the data set does not have do no harm.

    Returns
    -------
    Dataset
        The data set with one node for each organisation. Facts lead to that, and keep the ends that
        they state.

    Raises
    ------
    InvalidData
        If decisions contradict each other.

    Examples
    --------
    >>> nodes = [Node("Organisation", key, {"name": key.upper()}, "Company") for key in "abc"]
    >>> fact = Fact("MEMBER_OF", "f1", ("Organisation", "b"), ("Organisation", "c"), {})
    >>> found = joined(Dataset.of("letters", nodes, [fact]), [Decision("a", "b", "same")])
    >>> [node.name for node in found.nodes], found.facts[0].start
    (['A', 'C'], ('Organisation', 'a'))
    """
    identities = identities_of(dataset, revised(decisions))
    by_id = {node.id: node for node in dataset.nodes if node.label == "Organisation"}
    nodes: list[Node] = []
    for node in dataset.nodes:
        ids = identities.classes.get(node.id, ()) if node.label == "Organisation" else ()
        if ids:
            members = [by_id[each] for each in ids]
            said = stated_by((each.name, each.id, dataset.name) for each in members)
            nodes.append(replace(node, properties=merged(members) | said))
        elif node.label != "Organisation" or identities.of_id(node.id) == node.id:
            nodes.append(node)
    return Dataset.of(dataset.name, nodes, (moved(fact, identities) for fact in dataset.facts))


def _listed(node: Node | Fact, name: str) -> list[str]:
    found = node.properties.get(name)
    return [str(each) for each in found] if isinstance(found, list) else []


def _citations(node: Node | Fact) -> list[tuple[str, str]]:
    """The sources of an organisation or a fact, each with the place in it."""
    sources, locators = _listed(node, "sourceIds"), _listed(node, "locators")
    return list(zip(sources, [*locators, *[""] * len(sources)], strict=False))
