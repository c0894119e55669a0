"""The nodes of a network's graph: organisations and groups, with what is stated about them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import compress
from typing import TYPE_CHECKING

from graphkit.export.networks.graph import GraphNode, Spell, Value
from graphkit.model import FOREVER, PAIRED, TABLES, Node, Properties
from graphkit.model.fact_columns import BOUNDS, LIFETIME
from graphkit.model.graph_columns import JOINED, NODE_TYPE, ORGANISATION, SOURCES, one_of_several
from graphkit.network.cited_facts import citations

if TYPE_CHECKING:
    from graphkit.network import Group, Network

_LABELS = {"declaration": "Declaration", "collaboration": "Collaboration"}
_TABLES = {"Organisation": "organisations"} | {
    label: f"{layer}s" for layer, label in _LABELS.items()
}
_OTHERWISE = ("name", "title", "sourceIds", "locators", "datasets", *BOUNDS, *LIFETIME)
"""Properties that are the label, or part of another attribute, or follow from others."""

_OF_FORMATS = ("label", "source", "target", "weight", "spells", "x", "y", NODE_TYPE)
"""Names that formats give to something of their own; a column so called gets an underscore."""

_RELATED = {"LOCATED_IN": "place", "PART_OF": "partOf", "SUCCEEDS": "succeeds"}


def organisation_nodes(network: Network) -> list[GraphNode]:
    """The organisations of a network, in its order.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence.

    Returns
    -------
    list of GraphNode
        Those that stand as nodes.
    """
    related = _related(network)
    return [
        GraphNode(
            node.id,
            node.name,
            {NODE_TYPE: ORGANISATION}
            | ({"kind": node.kind} if node.kind else {})
            | described(network, node)
            | related.get(("Organisation", node.id), {}),
            _span(node.properties, *LIFETIME[:1], *LIFETIME[-1:]),
        )
        for node in compress(network.organisations, network.stands)
    ]


def group_nodes(network: Network) -> Iterator[GraphNode]:
    """The groups of a network, in its order.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence.

    Returns
    -------
    iterator of GraphNode
        The groups. A direct tie is the group of its two ends, and is named after them.
    """
    form = network.two_mode
    related = _related(network)
    members: dict[int, list[str]] = defaultdict(list)
    for organisation, group in form.members.T.tolist():
        if form.groups[group].layer in PAIRED:
            members[group].append(
                network.organisations[network.index[form.organisations[organisation]]].name
            )
    for at, (group, weight) in enumerate(zip(form.groups, form.weights.tolist(), strict=True)):
        node = _node_of(network, group)
        values: dict[str, Value] = {NODE_TYPE: group.layer}
        spell: Spell = (None, None)
        if node is not None:
            if node.kind:
                values["kind"] = node.kind
            values |= described(network, node) | related.get((node.label, node.id), {})
            names = LIFETIME if node.kind else BOUNDS
            spell = _span(node.properties, names[0], names[3])
        values["weight"] = weight
        yield GraphNode(group.key, group.name or " – ".join(members[at]), values, spell)


def described(network: Network, node: Node) -> dict[str, Value]:
    """What a node states: the columns of its table in their order, then its other properties.

    Parameters
    ----------
    network : Network
        The network that holds its sources.
    node : Node
        The node.

    Returns
    -------
    dict of str to (str, int, float or bool)
        The values by property, and the sources.
    """
    order = [column.property for column in TABLES[_TABLES[node.label]].columns]
    return stated_values(network, node.properties, [each for each in order if each])


def stated_values(
    network: Network, stated: Properties, order: Iterable[str], without: Iterable[str] = ()
) -> dict[str, Value]:
    """What the properties of a node or fact say, as values of attributes.

    Parameters
    ----------
    network : Network
        The network that holds its sources.
    stated : mapping of str to Value
        The properties.
    order : iterable of str
        The properties that come first; the others follow by name.
    without : iterable of str
        Properties to leave out.

    Returns
    -------
    dict of str to (str, int, float or bool)
        The values, and the sources.
    """
    left_out = {*_OTHERWISE, *without, "id"}
    first = [name for name in order if name in stated]
    names = [*first, *sorted(stated.keys() - set(first))]
    found = {
        f"{name}_" if name in _OF_FORMATS else name: _value(stated[name])
        for name in names
        if name not in left_out and not _is_endless(stated[name])
    }
    cited = citations(network, stated.get("sourceIds"), stated.get("locators"))
    if cited:
        found[SOURCES] = JOINED.join(one_of_several(str(each)) for each in cited)
    return found


def _is_endless(value: object) -> bool:
    """Whether a value is NaN or infinite, which neither JSON nor XML Schema writes as Python."""
    return isinstance(value, float) and not math.isfinite(value)


def _value(value: object) -> Value:
    if isinstance(value, list):
        return JOINED.join(one_of_several(str(each)) for each in value)
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str | int | float) else str(value)


def _node_of(network: Network, group: Group) -> Node | None:
    if group.layer == "membership":
        return network.organisations[network.index[group.id]]
    label = _LABELS.get(group.layer)
    return None if label is None else network.nodes[label, group.id]


def _span(stated: Properties, first: str, last: str) -> Spell:
    begun, ended = stated.get(first), stated.get(last)
    return (
        begun if isinstance(begun, date) else None,
        ended if isinstance(ended, date) and ended != FOREVER else None,
    )


def _related(network: Network) -> Mapping[tuple[str, str], dict[str, Value]]:
    """The names of the places, wholes and predecessors of each node, by label and id."""
    names: dict[tuple[str, str], dict[str, dict[str, None]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for fact in network.context:
        if fact.relation not in _RELATED or fact.start[0] == "Place":
            continue
        label, key = fact.end
        other = (
            network.organisations[network.index[key]]
            if label == "Organisation"
            else network.nodes[fact.end]
        )
        names[fact.start][_RELATED[fact.relation]][one_of_several(other.name)] = None
    return {
        key: {name: JOINED.join(found[name]) for name in _RELATED.values() if name in found}
        for key, found in names.items()
    }
