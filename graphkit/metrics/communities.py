"""Communities: groups of organisations with many ties within and few between, and who bridges them.

Blondel, V. D., Guillaume, J.-L., Lambiotte, R. and Lefebvre, E. (2008). Fast unfolding of
communities in large networks. Journal of Statistical Mechanics P10008. The partition is one of
several that are nearly as good; modularity says how good it is, and the seed which it is.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from graphkit.backend.threads import threads
from graphkit.metrics.arguments import require_whole
from graphkit.metrics.partition_agreement import Agreement, Labels, agreement_of
from graphkit.model import Node, UsageError
from graphkit.model.tabular import Tabular
from graphkit.network import Network


@dataclass(frozen=True, slots=True)
class Belonging:
    """A member of a community.

    Attributes
    ----------
    organisation : Node
        The organisation.
    inside : int
        Its ties within the community.
    outside : int
        Its ties to other communities.
    to : tuple of int
        The numbers of these communities, in order.
    """

    organisation: Node
    inside: int
    outside: int
    to: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Community:
    """A community of organisations that have ties, named after its best-connected member.

    Attributes
    ----------
    number : int
        1 for the largest.
    members : tuple of Belonging
        The members, those with most ties first.
    inside : int
        The ties between members.
    """

    number: int
    members: tuple[Belonging, ...]
    inside: int

    @property
    def name(self) -> str:
        """The name of the member with most ties."""
        return self.members[0].organisation.name

    @property
    def bridges(self) -> tuple[Belonging, ...]:
        """The members with ties to other communities, those with most such ties first."""
        return tuple(
            sorted(
                (each for each in self.members if each.outside),
                key=lambda each: (-each.outside, -len(each.to), *_named(each.organisation)),
            )
        )


@dataclass(frozen=True)
class Partition(Tabular):
    """The communities of a network, largest first.

    Attributes
    ----------
    communities : tuple of Community
        Each with its number, its members (those with most ties first), its ties inside, its name
        (that of its first member) and its bridges to other communities.
    alone : tuple of Node
        The organisations without any tie.
    modularity : float
        How much better than by chance ties fall within communities; NaN without ties.
    weighed : bool
        Whether the strengths of ties were used.
    resolution : float
        The resolution.
    seed : int or None
        The seed of the run that found it; None from an engine that takes none.
    agreement : Agreement or None
        How far the partitions of several runs agree; None after a single run.
    """

    TABLE = "graphkit.export.communities:communities_table"

    communities: tuple[Community, ...]
    alone: tuple[Node, ...]
    modularity: float
    weighed: bool
    resolution: float
    seed: int | None
    agreement: Agreement | None = None


def find_communities(
    network: Network, *, resolution: float = 1.0, seed: int = 0, restarts: int = 1
) -> Partition:
    """Find communities by the Louvain method.

    Parameters
    ----------
    network : Network
        The network as selected. The strengths of ties count when the selection weighs ties.
    resolution : float, default 1.0
        Above 1 for more and smaller communities, below 1 for fewer and larger ones.
    seed : int, default 0
        The seed; the same seed gives the same communities.
    restarts : int, default 1
        How many runs to choose from, with the seeds from `seed` on. The partition with the highest
        modularity is taken, of equal ones the first.

    Returns
    -------
    Partition
        The communities, their members and who bridges them; after several runs also how far the
        partitions of the organisations with ties agree.

    Raises
    ------
    UsageError
        If the resolution is not positive, or `restarts` is below 1.

    Notes
    -----
    The partition is one of several that are nearly as good [1]_. Modularity says how good it is;
    the seed decides which it is. Agreement is the adjusted Rand index [2]_ of each two runs.

    References
    ----------
    .. [1] Blondel, V. D., Guillaume, J.-L., Lambiotte, R. and Lefebvre, E. (2008). Fast unfolding
       of communities in large networks. Journal of Statistical Mechanics P10008.
    .. [2] Hubert, L. and Arabie, P. (1985). Comparing partitions. Journal of Classification 2,
       193-218.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> found = find_communities(Network.of(read_sample()))
    >>> len(found.communities), found.communities[0].name, len(found.alone)
    (5, 'Białostocka Fundacja Kształcenia Kadr', 21)
    """
    if not 0 < resolution < math.inf:
        raise UsageError(f"`resolution` {resolution:g}: give a number above 0, such as 1")
    require_whole(1, restarts=restarts)
    form = network.tied
    weight = None if form.scheme == "none" else "weight"
    seeds = range(seed, seed + restarts)
    runs = list(_runs(form.numbered(), weight, resolution, seeds))
    return partition_of(network, runs, resolution=resolution, seeds=seeds)


def partition_of(
    network: Network,
    runs: Sequence[list[set[int]]],
    *,
    resolution: float = 1.0,
    seeds: range | None = None,
) -> Partition:
    """The best of several partitions of a network, described.

    runs: each the sets of places in `network.tied.organisations`. seeds: that of each run; None
    for a single one that took none.
    """
    import networkx as nx

    form = network.tied
    graph = form.numbered()
    edges = form.compressed.one_mode()
    nodes = [network.organisations[network.index[name]] for name in form.organisations]
    weight = None if form.scheme == "none" else "weight"
    some = len(edges.neighbours) > 0

    def quality(sets: list[set[int]]) -> float:
        if not some:
            return math.nan
        found = nx.community.modularity(graph, sets, weight=weight, resolution=resolution)
        return float(found)

    qualities = list(map(quality, runs))
    # The last digits of a modularity depend on the order of a sum: of equal runs the first counts.
    least = max(qualities) - 1e-12
    best = next(place for place, each in enumerate(qualities) if not each < least)
    sets = runs[best]
    strengths = dict(enumerate(value for _, value in edges.degree(weight)))
    tied = np.array([value > 0 for value in strengths.values()], dtype=bool)
    together = [sorted(each) for each in sets if any(strengths[node] for node in each)]
    together.sort(key=lambda each: (-len(each), *_named(nodes[_best(each, strengths, nodes)])))
    number_of = {each: place for place, members in enumerate(together, 1) for each in members}
    communities = []
    for number, members in enumerate(together, 1):
        listed = []
        for each in members:
            near = [number_of[other] for other in edges.row(each)]
            others = [place for place in near if place != number]
            inside = len(near) - len(others)
            listed.append((each, Belonging(nodes[each], inside, len(others), _once(others))))
        listed.sort(key=lambda pair: (-strengths[pair[0]], *_named(pair[1].organisation)))
        communities.append(
            Community(
                number=number,
                members=tuple(each for _, each in listed),
                inside=sum(each.inside for _, each in listed) // 2,
            )
        )
    return Partition(
        communities=tuple(communities),
        alone=tuple(node for place, node in enumerate(nodes) if place not in number_of),
        modularity=qualities[best],
        weighed=weight is not None,
        resolution=resolution,
        seed=seeds[best] if seeds else None,
        agreement=agreement_of([_labels(each, len(nodes))[tied] for each in runs], seeds[0])
        if seeds and len(seeds) > 1
        else None,
    )


def _runs(
    graph: Any, weight: str | None, resolution: float, seeds: range
) -> Iterator[list[set[int]]]:
    """The sets that the method finds with each seed, in order."""
    import networkx as nx

    def run(seed: int) -> list[set[int]]:
        found: list[set[int]] = nx.community.louvain_communities(
            graph, weight=weight, resolution=resolution, seed=seed
        )
        return found

    with ThreadPoolExecutor(min(threads(), len(seeds))) as pool:
        yield from pool.map(run, seeds)


def _labels(sets: list[set[int]], nodes: int) -> Labels:
    """The number of the set that each node is in."""
    labels = np.empty(nodes, dtype=np.int64)
    for number, each in enumerate(sets):
        labels[list(each)] = number
    return labels


def _best(members: list[int], strengths: Mapping[int, float], nodes: list[Node]) -> int:
    return min(members, key=lambda each: (-strengths[each], *_named(nodes[each])))


def _once(numbers: list[int]) -> tuple[int, ...]:
    return tuple(sorted(set(numbers)))


def _named(node: Node) -> tuple[str, str]:
    return node.name.casefold(), node.id
