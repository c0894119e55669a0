"""Whether one of the first ten is nearly certainly the same as another organisation.

Only the first ten are compared with all others, so this costs little beside any ranking.
"""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.metrics.ranking import Ranking
from graphkit.model import Node
from graphkit.names import LEAST, NEAR_CERTAIN, likely_partners
from graphkit.network import Network
from graphkit.network.surroundings import setting_of, verdicts_of

FIRST = 10
"""Organisations of these ranks are compared with all others."""

MOST = 30
"""No more are, where many share a rank: those with the most facts."""


@dataclass(frozen=True, slots=True)
class CountedTwice:
    """One of the first ten is nearly certainly the same as another organisation.

    Attributes
    ----------
    first, other : Node
        The two, the one that is ranked higher first.
    rank : int
        The rank of the first.
    other_rank : int
        The rank of the other.
    pairs : int
        How many such pairs touch the first ten, this one among them.
    """

    first: Node
    other: Node
    rank: int
    other_rank: int
    pairs: int


def counted_twice(network: Network, ranking: Ranking) -> CountedTwice | None:
    """The highest of the first ten that somebody should decide about; None if there is none."""
    organisations = ranking.organisations
    first = [organisations[at] for at in _first(ranking)]
    if not likely_partners(first, organisations, least=LEAST):
        return None
    decided = verdicts_of(network)
    pairs = [
        pair
        for pair in likely_partners(first, organisations, setting_of(network), least=NEAR_CERTAIN)
        if (pair.left.id, pair.right.id) not in decided
    ]
    if not pairs:
        return None
    order = {node.id: at for at, node in enumerate(organisations)}
    places = sorted(sorted((order[each.left.id], order[each.right.id])) for each in pairs)
    one, other = places[0]
    ranks = ranking.ranks
    return CountedTwice(
        organisations[one], organisations[other], ranks[one], ranks[other], len(pairs)
    )


def _first(ranking: Ranking) -> list[int]:
    """Where the first ten stand; not those without facts, of which nothing is counted twice."""
    facts, ranks = ranking.facts, ranking.ranks
    places = [at for at, rank in enumerate(ranks) if rank <= FIRST and facts[at]]
    return sorted(places, key=lambda at: (ranks[at], -facts[at]))[:MOST]
