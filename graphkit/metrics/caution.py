"""What to know before a result is quoted: that it rests on one group or one source, does not tell
the first ones of a ranking apart, counts organisations of which nothing is known, or one as two.

The limits stand here, and nowhere else. Nothing is said about shares of fewer than `LEAST`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from graphkit.metrics.arguments import require_of
from graphkit.metrics.counted_twice import CountedTwice, counted_twice
from graphkit.metrics.entry import Metric
from graphkit.metrics.ranking import Ranking, fact_counts, rank
from graphkit.metrics.ranking_metrics import METRICS, ORGANISATION_METRICS
from graphkit.network import Group, Network, TwoMode

HALF = 0.5
"""A group that makes more than this share of the ties is named, and a source that alone states more
than this share of the facts."""

WITHOUT_FACTS = 0.2
"""From this share on, the organisations without a fact are counted."""

FIRST = 10
"""The number of first places of which no rank should hold half."""

LEAST = 10
"""Shares of fewer ties, facts or organisations are not looked at."""

MOST_STEPS = 20_000_000
"""Organisations times ties up to which it is tried what else tells organisations apart."""


@dataclass(frozen=True, slots=True)
class LargeGroup:
    """One group makes more than half of all ties.

    Attributes
    ----------
    group : Group
        The group.
    organisations : int
        How many organisations are in it.
    ties : int
        How many ties are between these.
    of : int
        How many ties there are.
    places : int
        How many of the first places these organisations fill, up to the first rank that another
        shares; 0 without a ranking.
    """

    group: Group
    organisations: int
    ties: int
    of: int
    places: int


@dataclass(frozen=True, slots=True)
class SharedRank:
    """One rank holds half of the first places or more.

    Attributes
    ----------
    by : str
        The metric of the ranking.
    rank : int
        The rank.
    organisations : int
        How many share it.
    alike : int
        The largest number of these that are in the same groups, so that no measure of the network
        can tell them apart.
    tied : bool
        Whether these share groups with others; False when they have no ties.
    tried : bool
        Whether it was tried what else tells them apart. That is not done where more than half are
        alike, or the network is large.
    helps : tuple of (str, str, int)
        What at least halves the number that share a rank, best first: a parameter, its value, and
        how many then share a rank at most. The parameter is `by`, `weight` or `backbone`.
    """

    by: str
    rank: int
    organisations: int
    alike: int
    tied: bool
    tried: bool
    helps: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class WithoutFacts:
    """A fifth or more of the organisations have no fact.

    Attributes
    ----------
    organisations : int
        How many have none in this selection.
    of : int
        How many organisations there are.
    ranked : bool
        Whether they are ranked, and so come last.
    """

    organisations: int
    of: int
    ranked: bool


@dataclass(frozen=True, slots=True)
class OneSource:
    """More than half of the facts are stated by one source alone.

    Attributes
    ----------
    source : str
        The id of the source.
    title : str
        Its title, or its id if it has none.
    facts : int
        How many facts it states.
    alone : int
        How many of these no other source states.
    of : int
        How many facts there are.
    """

    source: str
    title: str
    facts: int
    alone: int
    of: int


Caution = LargeGroup | SharedRank | WithoutFacts | OneSource | CountedTwice


def cautions(network: Network, ranking: Ranking | None = None) -> tuple[Caution, ...]:
    """Find what to know before a ranking or another result is quoted.

    Parameters
    ----------
    network : Network
        The network as selected.
    ranking : Ranking, optional
        A ranking of this network. Without one, only what holds for every result is looked at: all
        but a shared rank and one that is counted twice.

    Returns
    -------
    tuple of LargeGroup, SharedRank, WithoutFacts, OneSource or CountedTwice
        What there is to know, in this order; empty where nothing is.

    Raises
    ------
    UsageError
        If the ranking is of another network.

    See Also
    --------
    graphkit.metrics.rank_bands : How stable ranks are when facts are dropped at random.
    graphkit.metrics.find_duplicates : All organisations that may be one.

    Notes
    -----
    Organisations in the same groups have the same place in the network, and every measure of it
    gives them the same value. For others that share a rank it is tried which metric of the ranking,
    `weight` newman or `backbone` tells them apart.

    Examples
    --------
    >>> from graphkit.metrics import rank
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample())
    >>> large, *_ = cautions(network, rank(network))
    >>> large.group.id, large.organisations, large.ties, large.of
    ('deklaracja-bialystok-2014', 12, 66, 99)
    """
    if ranking is not None:
        ids = (node.id for node in ranking.organisations)
        require_of(network, "ranking", ranking.selection, ids)
    found = (
        _large_group(network, ranking),
        None if ranking is None else _shared_rank(network, ranking),
        _without_facts(network, ranked=ranking is not None),
        _one_source(network),
        None if ranking is None else counted_twice(network, ranking),
    )
    return tuple(each for each in found if each is not None)


def _large_group(network: Network, ranking: Ranking | None) -> LargeGroup | None:
    if network.selection.backbone:  # whose ties are between pairs, of no group alone
        return None
    form = network.two_mode
    sizes = form.sizes()
    pairs = sizes * (sizes - 1) / 2
    if pairs.max(initial=0) <= HALF * _least_ties(network.tied):
        return None
    ties = network.tied.compressed.number_of_edges()
    if ties < LEAST:
        return None
    for column in np.flatnonzero(pairs > HALF * ties).tolist():
        made = _ties_of(network, column)
        if made > HALF * ties:
            inside = {form.organisations[row] for row in form.members[0, form.members[1] == column]}
            places = 0 if ranking is None else _first_places(ranking, inside)
            return LargeGroup(form.groups[column], len(inside), made, ties, places)
    return None


def _least_ties(form: TwoMode) -> float:
    """A number of ties that there are at least: each organisation's in its largest group."""
    rows, columns = form.members
    most = np.ones(len(form.organisations))
    np.maximum.at(most, rows, form.sizes()[columns])
    return float((most - 1).sum()) / 2


def _ties_of(network: Network, column: int) -> int:
    """How many pairs a group ties: with `overlap`, only those who can have been in it together."""
    cut = network.slices if network.selection.overlap else None
    if cut is None:
        size = int(network.two_mode.sizes()[column])
        return size * (size - 1) // 2
    return sum(len(others) for others in _companions(network, column)) // 2


def _companions(network: Network, column: int) -> list[set[int]]:
    cut = network.slices
    assert cut is not None
    rows, slices = cut.form.members
    here = cut.of[slices] == column
    inside: dict[int, set[int]] = {}
    for row, piece in zip(rows[here].tolist(), slices[here].tolist(), strict=True):
        inside.setdefault(piece, set()).add(row)
    met: dict[int, set[int]] = {}
    for together in inside.values():
        for row in together:
            met.setdefault(row, set()).update(together)
    return [others - {row} for row, others in met.items()]


def _first_places(ranking: Ranking, inside: set[str]) -> int:
    """How many first places these organisations fill, up to the first rank with another in it; 0
    where there are no others.
    """
    ranks = ranking.ranks
    for place, node in enumerate(ranking.organisations):
        if node.id not in inside:
            return ranks[place] - 1
    return 0  # there is nobody else


def _shared_rank(network: Network, ranking: Ranking) -> SharedRank | None:
    if len(ranking) < LEAST or ranking.by in ranking.remarks:
        return None
    ranks, numbers = np.unique(ranking.ranks, return_counts=True)
    among_first = np.minimum(ranks + numbers - 1, FIRST) - np.minimum(ranks - 1, FIRST)
    largest = int(among_first.argmax())
    if among_first[largest] < FIRST / 2:
        return None
    start, number = int(ranks[largest]) - 1, int(numbers[largest])
    sharing = [node.id for node in ranking.organisations[start : start + number]]
    alike, tied = _alike(network, sharing)
    tried = 2 * alike <= number and _steps(network.tied) <= MOST_STEPS
    return SharedRank(
        by=ranking.by,
        rank=start + 1,
        organisations=number,
        alike=alike,
        tied=tied,
        tried=tried,
        helps=_helps(network, ranking, sharing) if tried else (),
    )


def _steps(form: TwoMode) -> int:
    return len(form.organisations) * form.compressed.number_of_edges()


def _alike(network: Network, ids: list[str]) -> tuple[int, bool]:
    """How many of these are in the same groups with others at most, and whether in any."""
    form = network.tied
    position = {name: row for row, name in enumerate(form.organisations)}
    shared = form.sizes() > 1
    groups = Counter(
        tuple(column for column in form.groups_of(position[each]).tolist() if shared[column])
        for each in ids
    )
    found, number = groups.most_common(1)[0]
    return number, bool(found)


def _helps(network: Network, ranking: Ranking, ids: list[str]) -> tuple[tuple[str, str, int], ...]:
    """What at least halves the number of these that share a rank, best first."""
    here = set(ids)
    found: list[tuple[str, str, int]] = []

    def try_out(name: str, value: str, tried: Ranking, by: str) -> None:
        ranks = zip(tried.organisations, tried.ranks_by(by), strict=True)
        most = max(Counter(rank for node, rank in ranks if node.id in here).values())
        if 2 * most <= len(here):
            found.append((name, value, most))

    by = ranking.by
    others = METRICS if network.selection.backbone else ORGANISATION_METRICS
    every = rank(network, by, others)
    for name in others:
        if name != by:
            try_out("by", name, every, name)
    metric = ORGANISATION_METRICS[by]
    if not isinstance(metric, Metric):  # of the two modes, which know neither
        return _best_first(found)
    if metric.weight != "ignored" and network.selection.weight != "newman":
        try_out("weight", "newman", rank(network.select(weight="newman"), by), by)
    if not network.selection.backbone:
        try_out("backbone", "", rank(network.select(backbone=True), by), by)
    return _best_first(found)


def _best_first(found: list[tuple[str, str, int]]) -> tuple[tuple[str, str, int], ...]:
    return tuple(sorted(found, key=lambda each: each[2]))


def _without_facts(network: Network, *, ranked: bool) -> WithoutFacts | None:
    of = len(network.two_mode.organisations)
    if of < LEAST:
        return None
    facts = fact_counts(network)
    number = sum(facts[each][0] == 0 for each in network.two_mode.organisations)
    return WithoutFacts(number, of, ranked) if number >= WITHOUT_FACTS * of else None


def _one_source(network: Network) -> OneSource | None:
    alone = network.facts.stated_alone()
    if len(network.facts) < LEAST or not alone:
        return None
    source, number = alone.most_common(1)[0]
    if number <= HALF * len(network.facts):
        return None
    node = network.nodes.get(("Source", source))
    return OneSource(
        source=source,
        title=source if node is None else node.name,
        facts=sum(source in each for each in network.facts.sources),
        alone=number,
        of=len(network.facts),
    )
