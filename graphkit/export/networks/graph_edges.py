"""The edges of a network's graph: who is in which group, and who is tied to whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from graphkit.export.networks.graph import GraphEdge, Spell, Value, common, joined, text
from graphkit.export.networks.graph_nodes import stated_values
from graphkit.model import LAYERS, PAIRED, RELATIONS, TABLES
from graphkit.model.graph_columns import JOINED, SOURCES, one_of_several
from graphkit.network.cited_facts import citations, statement_of
from graphkit.network.in_force import AFTER_ALL, BEFORE_ALL, Bounds

if TYPE_CHECKING:
    from graphkit.network import Network, TwoMode

_TABLES = {
    relation.layer: relation.table for relation in RELATIONS.values() if relation.layer is not None
}
_DATES = ("startDate", "endDate", "observedDate", "datesFrom")


NEVER_TOGETHER = "neverTogether"
"""Of a tie between two who were certainly never in what they share at the same time."""

OUTSIDE = "outsideLifetime"
"""Of an edge whose facts all lie outside the lifetimes of their organisations."""


def memberships(network: Network, first_group: int) -> Iterator[GraphEdge]:
    """Who is in which group, with what the facts say of it.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence.
    first_group : int
        The position of the first group among the nodes.

    Returns
    -------
    iterator of GraphEdge
        One edge for each organisation in a group, in order. That of a cluster to its own group
        states nothing, because it is there through its members.
    """
    form = network.two_mode
    facts = _facts_of_places(network)
    spells, stated = _spells(network, network.facts.lasting), _spells(network, network.facts.bounds)
    said: dict[int, dict[str, Value]] = {}
    for place, (organisation, group) in enumerate(form.members.T.tolist()):
        own = form.groups[group]
        rows = [] if _is_own(form, group, organisation) else facts[place]
        for row in rows:
            if row not in said:
                said[row] = _fact_values(network, row)
        # One fact may count for several organisations: a part's name says whose it is.
        values = _side_by_side([said[row] | _part(network, row, own.layer) for row in rows])
        if not spells[place]:
            values = values | {OUTSIDE: True}
        # Outside its lifetime an organisation is not there, so no day shows these edges.
        times = spells[place] or stated[place]
        yield GraphEdge(organisation, first_group + group, 1.0, values, times)


def ties(network: Network) -> Iterator[GraphEdge]:
    """Who is tied to whom, with what they share and the sources that state it.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence.

    Returns
    -------
    iterator of GraphEdge
        One edge for each pair with a tie, in order.
    """
    form = network.two_mode
    spells, stated = _spells(network, network.facts.lasting), _spells(network, network.facts.bounds)
    cited = _citations_of_places(network)
    place = {
        (organisation, group): at
        for at, (organisation, group) in enumerate(form.members.T.tolist())
    }
    matrix = network.tied.projection().tocoo()
    pairs = zip(matrix.row.tolist(), matrix.col.tolist(), matrix.data.tolist(), strict=True)
    for one, other, weight in sorted(each for each in pairs if each[0] < each[1]):
        shared = network.shared(one, other).tolist()
        titles: dict[str, None] = {}
        times: list[Spell] = []
        outside: list[Spell] = []
        for group in shared:
            here, there = place[one, group], place[other, group]
            # A cluster is in its own group through all its members: those of this one count.
            titles |= {} if _is_own(form, group, one) else cited[here]
            titles |= {} if _is_own(form, group, other) else cited[there]
            times += common(spells[here], spells[there])
            outside += common(stated[here], stated[there])
        layers = {form.groups[group].layer for group in shared}
        names = [form.groups[group].name for group in shared]
        values: dict[str, Value] = {"groups": len(shared)}
        if shared_names := [one_of_several(name) for name in names if name]:
            values["shared"] = JOINED.join(shared_names)
        values["layers"] = JOINED.join(layer for layer in LAYERS if layer in layers)
        if titles:
            values[SOURCES] = JOINED.join(map(one_of_several, titles))
        if not times:
            values[NEVER_TOGETHER] = True
        yield GraphEdge(one, other, weight, values, joined(times or outside))


def _is_own(form: TwoMode, group: int, organisation: int) -> bool:
    """Whether a group is the organisation itself, with its members."""
    own = form.groups[group]
    return own.layer == "membership" and own.id == form.organisations[organisation]


def _fact_values(network: Network, row: int) -> dict[str, Value]:
    """What a fact says, its dates as stated or inherited."""
    said = statement_of(network, row)
    table = TABLES[_TABLES[LAYERS[network.facts.layer[row]]]]
    order = [column.property for column in table.columns if column.property]
    values = stated_values(
        network, network.facts.stated[row], order, ("weight", "representedById", *_DATES)
    )
    dates = zip(_DATES, (said.start, said.end, said.observed, said.dates_from), strict=True)
    values |= {name: value for name, value in dates if value}
    if said.representative_name:
        values["representedBy"] = said.representative_name
    # A bar parts the facts that state the same.
    return {
        name: one_of_several(value) if isinstance(value, str) and name != SOURCES else value
        for name, value in values.items()
    }


def _part(network: Network, row: int, layer: str) -> dict[str, Value]:
    """The part of an organisation of which a fact is stated, when it counts as its whole."""
    position = network.facts.organisation[row]
    if layer in PAIRED or network.wholes[position] == position:
        return {}
    return {"part": network.organisations[position].name}


def _side_by_side(facts: list[dict[str, Value]]) -> dict[str, Value]:
    """The values of facts that state the same: of several joined, in the order of the facts."""
    if len(facts) == 1:
        return facts[0]
    names = dict.fromkeys(name for each in facts for name in each)
    return {
        name: JOINED.join(
            one_of_several(text(each[name])) if name in each else "" for each in facts
        )
        for name in names
    }


def _facts_of_places(network: Network) -> dict[int, list[int]]:
    """The rows of the facts that state each place of the two-mode form."""
    found: dict[int, list[int]] = defaultdict(list)
    for row, place in zip(*(each.tolist() for each in network.supports), strict=True):
        found[place].append(row)
    return found


def _citations_of_places(network: Network) -> list[dict[str, None]]:
    """The titles of the sources of each place, each once."""
    stated = network.facts.stated
    titles: dict[int, dict[str, None]] = {}
    found: list[dict[str, None]] = [{} for _ in range(network.two_mode.members.shape[1])]
    for row, place in zip(*(each.tolist() for each in network.supports), strict=True):
        if row not in titles:
            said = stated[row]
            cited = citations(network, said.get("sourceIds"), said.get("locators"))
            titles[row] = dict.fromkeys(map(str, cited))
        found[place] |= titles[row]
    return found


def spell_of(bounds: Bounds, row: int) -> Spell:
    """The time in which a fact may have been in force."""
    first, last = bounds.days[row, 0].item(), bounds.days[row, 3].item()
    begun = None if first == BEFORE_ALL else date.fromordinal(first)
    ended = None if last in (AFTER_ALL, date.max.toordinal()) else date.fromordinal(last)
    return begun, ended


def _spells(network: Network, bounds: Bounds) -> list[tuple[Spell, ...]]:
    """The times in which each place may have been in force, by the bounds of the facts."""
    found: dict[int, list[Spell]] = defaultdict(list)
    for row, place in zip(*(each.tolist() for each in network.supports), strict=True):
        found[place].append(spell_of(bounds, row))
    return [joined(found[place]) for place in range(network.two_mode.members.shape[1])]
