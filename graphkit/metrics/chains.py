"""Chains: the shortest ways from one organisation to another, with what makes each step.

Without weights a chain is as long as it has steps; when the selection weighs ties, a step is as
long as the inverse of the tie's strength.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise
from typing import Any

from graphkit.metrics.path_lengths import SAME_LENGTH
from graphkit.model import Node, UsageError
from graphkit.model.tabular import Tabular
from graphkit.network import Group, Member, Network, members_by_group


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a chain, from one organisation to the next.

    Attributes
    ----------
    start, end : Member
        The two ends.
    strength : float
        The strength of the tie.
    groups : tuple of (Group, Member, Member)
        Each group that they share, with the facts that put the two into it.
    """

    start: Member
    end: Member
    strength: float
    groups: tuple[tuple[Group, Member, Member], ...]


@dataclass(frozen=True)
class Chains(Tabular):
    """The shortest chains of ties between two organisations.

    Attributes
    ----------
    start, end : Node
        The two ends.
    length : float
        The number of steps or, with weighed ties, the sum of the inverses of their strengths;
        infinite when there is no chain.
    count : int
        How many chains are as short.
    shown : tuple of tuple of Step
        The first of them, in order of the ids along the way. Each step holds its two ends, the
        strength of their tie, and the groups that they share with the facts.
    weighed : bool
        Whether strengths say how long a step is.
    reach : (int, int)
        How many organisations each of the two ends can reach.
    """

    TABLE = "graphkit.export.chains:chains_table"

    start: Node
    end: Node
    length: float
    count: int
    shown: tuple[tuple[Step, ...], ...]
    weighed: bool
    reach: tuple[int, int]


def shortest_chains(network: Network, start: Node, end: Node, *, most: int = 1) -> Chains:
    """Find the shortest chains of ties from one organisation to another.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence. When the selection weighs ties, the length
        of a step is the inverse of the strength of its tie; otherwise it is 1.
    start, end : Node
        The two ends, nodes of the network.
    most : int, default 1
        The largest number of chains to show.

    Returns
    -------
    Chains
        How long and how many they are, and the first of them with the facts behind each step.

    Raises
    ------
    UsageError
        If both ends are the same, an end is not a node of the network, for example because the
        selection leaves it out, or the network was read without evidence.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample())
    >>> start, end = network.organisation("bfkk"), network.organisation("ssse")
    >>> chains = shortest_chains(network, start, end)
    >>> chains.length, chains.count, [step.end.id for step in chains.shown[0]]
    (2.0, 1, ['kom', 'ssse'])
    """
    import networkx as nx

    if start.id == end.id:
        raise UsageError(f"{start.name} is both ends of the path; name another organisation")
    form = network.tied
    graph = form.numbered_graph()
    first, last = network.position(start), network.position(end)
    weighed = form.scheme != "none"
    left: dict[int, float]
    if weighed:
        left = dict(nx.single_source_dijkstra_path_length(graph, last, weight="distance"))
    else:
        left = dict(nx.single_source_shortest_path_length(graph, last))
    if first not in left:
        reach = (len(nx.node_connected_component(graph, first)) - 1, len(left) - 1)
        return Chains(start, end, math.inf, 0, (), weighed, reach)
    nearer = _nearer(graph, left, weighed)
    ways = list(islice(_ways(nearer, first, last), most))
    members = members_by_group(network)
    return Chains(
        start=start,
        end=end,
        length=float(left[first]),
        count=_count(nearer, left, first, last),
        shown=tuple(
            tuple(
                _step(network, members, form.organisations[a], form.organisations[b], graph[a][b])
                for a, b in pairwise(way)
            )
            for way in ways
        ),
        weighed=weighed,
        reach=(len(left) - 1, len(left) - 1),
    )


def _nearer(graph: Any, left: dict[int, float], weighed: bool) -> Any:
    """A function that gives, for a node, its neighbours on a shortest way to the end, in order."""

    @cache
    def nearer(node: int) -> tuple[int, ...]:
        return tuple(
            sorted(
                other
                for other, tie in graph[node].items()
                if math.isclose(
                    left[node],
                    left[other] + (tie["distance"] if weighed else 1),
                    rel_tol=SAME_LENGTH,
                )
            )
        )

    return nearer


def _ways(nearer: Any, first: int, last: int) -> Iterator[tuple[int, ...]]:
    """Every shortest way, in order of its nodes."""
    waiting: list[tuple[int, ...]] = [(first,)]
    while waiting:
        way = waiting.pop()
        if way[-1] == last:
            yield way
        else:
            waiting.extend((*way, each) for each in reversed(nearer(way[-1])))


def _count(nearer: Any, left: dict[int, float], first: int, last: int) -> int:
    """How many shortest ways there are: those of the nodes nearer to the end, added up."""
    counts = {last: 1}
    seen = {first}
    waiting = [first]
    while waiting:
        for each in nearer(waiting.pop()):
            if each not in seen:
                seen.add(each)
                waiting.append(each)
    for node in sorted(seen - {last}, key=left.__getitem__):
        counts[node] = sum(counts[each] for each in nearer(node))
    return counts[first]


def _step(
    network: Network,
    members: dict[Group, tuple[Member, ...]],
    start: str,
    end: str,
    tie: dict[str, float],
) -> Step:
    form = network.two_mode
    place = {name: number for number, name in enumerate(form.organisations)}
    shared = network.shared(place[start], place[end])
    groups = []
    for group in (form.groups[column] for column in shared.tolist()):
        inside = {member.id: member for member in members[group]}
        groups.append((group, inside[start], inside[end]))
    return Step(groups[0][1], groups[0][2], tie["weight"], tuple(groups))
