"""The ego network: an organisation, those it is tied to, and the ties among these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from graphkit.model import Node
from graphkit.network import Group, Network


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One that the organisation is tied to: by which groups, how strongly, and to how many of its
    other neighbours it is tied itself.
    """

    organisation: Node
    groups: tuple[Group, ...]
    strength: float
    shared: int


@dataclass(frozen=True)
class Ego:
    """An organisation and its neighbours, the most strongly tied first.

    sectors: how many neighbours are of each sector, "" for none known. ties: between neighbours.
    density: the share of pairs of neighbours that are tied, the organisation itself left out; NaN
    with fewer than two. constraint, effective_size: Burt, R. S. (1992). Structural Holes, ch. 2;
    NaN without neighbours.
    """

    organisation: Node
    neighbours: tuple[Neighbour, ...]
    sectors: Mapping[str, int]
    ties: int
    density: float
    constraint: float
    effective_size: float


def ego_network(network: Network, organisation: Node) -> Ego:
    """The neighbours of a node of the network and how they hang together without it.

    Strengths enter constraint and effective size when the selection weighs ties.
    """
    import networkx as nx

    form = network.tied
    graph = form.numbered_graph()
    own = network.two_mode
    place = {name: number for number, name in enumerate(form.organisations)}
    node = place[organisation.id]
    weight = None if form.scheme == "none" else "weight"
    around = graph.subgraph(graph[node])
    groups = own.groups_of(node)
    neighbours = [
        Neighbour(
            organisation=network.organisations[network.index[form.organisations[each]]],
            groups=tuple(
                own.groups[column]
                for column in np.intersect1d(groups, own.groups_of(each)).tolist()
            ),
            strength=tie["weight"],
            shared=around.degree(each),
        )
        for each, tie in graph[node].items()
    ]
    neighbours.sort(
        key=lambda each: (
            -each.strength,
            -each.shared,
            each.organisation.name.casefold(),
            each.organisation.id,
        )
    )
    many = len(neighbours)
    ties = around.number_of_edges()
    counts = Counter(str(each.organisation.properties.get("sector", "")) for each in neighbours)
    return Ego(
        organisation=organisation,
        neighbours=tuple(neighbours),
        sectors=dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))),
        ties=ties,
        density=2.0 * ties / (many * (many - 1)) if many > 1 else float("nan"),
        # Asked for by node: over all nodes networkx computes weighted values another way.
        constraint=float(nx.constraint(graph, nodes=[node], weight=weight)[node]),
        effective_size=float(nx.effective_size(graph, nodes=[node], weight=weight)[node]),
    )
