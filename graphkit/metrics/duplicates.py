"""Organisations that are likely one under two ids, ordered by what merging them would change.

Spelling decides rankings: an organisation that stands under four names has a quarter of its ties
under each. Of hundreds of likely pairs a person can look at a few, so those come first whose
merging moves the first places, and a report says how far the ranking rests on what nobody decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from graphkit.metrics.ranking import Ranking, rank
from graphkit.metrics.ranking_metrics import ORGANISATION_METRICS
from graphkit.model import Node
from graphkit.model.tabular import Tabular
from graphkit.model.wording import chosen
from graphkit.names import LEAST, NEAR_CERTAIN, LikelyPair, likely_pairs
from graphkit.network import Merge, Network
from graphkit.network.hypothetical import changed
from graphkit.network.surroundings import setting_of, verdicts_of

SORTS = ("score", "effect")
"""How pairs can be ordered: the likeliest first, or by what merging them would change."""

FIRST = 10
"""The number of first places whose changes are counted."""

MOST_TRIED = 300
"""The largest number of pairs that are merged to see what changes."""

LEAST_TRIED = 20
"""The number of pairs that are merged even in a large network."""

MOST_STEPS = 20_000_000_000
"""Organisations times ties, over all merged networks, up to which more than these are tried."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two organisations that may be one.

    Attributes
    ----------
    left, right : Node
        The two. The left one, which would be kept, is in more groups; of two in as many, more is
        stated of it.
    left_rank, right_rank : int or None
        Their ranks as two; None for one that is not ranked.
    score : float
        How likely they are one, between 0 and 1.
    reasons, against : tuple of str
        What speaks for it, and what against it.
    decided : str
        What was decided about the pair: same, different or unsure; "" when nothing was.
    places : int or None
        How many of the first ten places another organisation would have if the two were one; None
        where that was not tried.
    moved : float or None
        The share of the metric that would lie with others, between 0 and 1.
    """

    left: Node
    right: Node
    left_rank: int | None
    right_rank: int | None
    score: float
    reasons: tuple[str, ...]
    against: tuple[str, ...]
    decided: str = ""
    places: int | None = None
    moved: float | None = None


@dataclass(frozen=True)
class Duplicates(Tabular):
    """Likely pairs in order.

    Attributes
    ----------
    ranking : Ranking
        The ranking of the organisations as they are.
    sort : {"score", "effect"}
        How the pairs are ordered.
    pairs : tuple of Duplicate
        The pairs.
    tried : int
        How many pairs were merged to see what changes.
    """

    TABLE = "graphkit.export.duplicates:duplicates_table"

    ranking: Ranking
    sort: str
    pairs: tuple[Duplicate, ...]
    tried: int = 0


@dataclass(frozen=True)
class Reliance(Tabular):
    """How far a ranking rests on pairs about which nobody has decided.

    Attributes
    ----------
    ranking : Ranking
        The ranking of the organisations as they are.
    near_certain, likely : tuple of Duplicate
        The undecided pairs with a score of 0.95 or more, and all of at least 0.5.
    if_near_certain, if_likely : Ranking
        The ranking if the two of each of these pairs were one.
    places_if_near_certain, places_if_likely : int
        How many of the first ten places another organisation would then have.
    """

    TABLE = "graphkit.export.duplicates:reliance_table"

    ranking: Ranking
    near_certain: tuple[Duplicate, ...]
    likely: tuple[Duplicate, ...]
    if_near_certain: Ranking
    if_likely: Ranking
    places_if_near_certain: int
    places_if_likely: int


def find_duplicates(
    network: Network,
    *,
    by: str = "betweenness",
    sort: str = "score",
    least: float = LEAST,
    decided: bool = False,
    other_names: Mapping[str, Collection[str]] | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> Duplicates:
    """Find organisations of a network that may be one, and what merging them would change.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence. Pairs are sought among its nodes.
    by : str, default "betweenness"
        The metric of the ranking.
    sort : {"score", "effect"}, default "score"
        Whether the likeliest pairs come first, or those whose merging is expected to change the
        first places most.
    least : float, default 0.5
        The lowest score of a pair.
    decided : bool, default False
        Whether pairs are also listed of which somebody decided that they are different, or that it
        is not sure. A pair decided to be the same is one organisation in the store.
    other_names : mapping of str to collection of str, optional
        Further names, such as translations, by the folded text of a name.
    progress : callable, optional
        Called after each merge with what is being done, how many are done, and of how many.

    Returns
    -------
    Duplicates
        The pairs in order.

    Raises
    ------
    UsageError
        If the metric or the order is unknown.

    See Also
    --------
    reliance : How far a ranking rests on undecided pairs.
    graphkit.names.likely_pairs : How a pair gets its score.

    Notes
    -----
    The expected change of a pair is its score times how many of the first ten places another
    organisation would have; of equal pairs, that comes first which moves a larger expected share of
    the metric. At most 300 pairs are tried, in a large network fewer: those with the largest
    product of score and groups of the smaller one. Pairs that were not tried come last.

    Examples
    --------
    >>> from graphkit.sources import read_sample
    >>> len(find_duplicates(Network.of(read_sample())).pairs)
    0
    """
    by = ORGANISATION_METRICS[chosen("metric", by, ORGANISATION_METRICS)].name
    sort = chosen("order", sort, SORTS)
    ranking = rank(network, by)
    pairs = _pairs(network, ranking, least, other_names)
    if not decided:
        pairs = [pair for pair in pairs if not pair.decided]
    if sort == "score":
        return Duplicates(ranking, sort, tuple(pairs))
    tried = _worth_trying(network, pairs)
    found: list[Duplicate] = []
    for done, pair in enumerate(tried, 1):
        found.append(_with_effect(network, ranking, pair))
        if progress is not None:
            progress("merging pairs", done, len(tried))
    rest = [pair for pair in pairs if pair not in tried]
    return Duplicates(ranking, sort, (*sorted(found, key=_expected), *rest), len(tried))


def reliance(
    network: Network,
    *,
    by: str = "betweenness",
    other_names: Mapping[str, Collection[str]] | None = None,
) -> Reliance:
    """Rank as if all undecided pairs were one that are nearly certain, or at least likely.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence.
    by : str, default "betweenness"
        The metric of the ranking.
    other_names : mapping of str to collection of str, optional
        Further names, by the folded text of a name.

    Returns
    -------
    Reliance
        The pairs and the three rankings.

    See Also
    --------
    find_duplicates : The pairs in the order in which they are worth deciding.

    Notes
    -----
    A pair is left out that would join two organisations of which somebody decided that they are
    different.

    Examples
    --------
    >>> from graphkit.sources import read_sample
    >>> found = reliance(Network.of(read_sample()))
    >>> len(found.likely), found.if_likely == found.ranking
    (0, True)
    """
    every = find_duplicates(network, by=by, other_names=other_names)
    certain = tuple(pair for pair in every.pairs if pair.score >= NEAR_CERTAIN)
    verdicts = verdicts_of(network).items()
    apart = [pair for pair, verdict in verdicts if verdict == "different"]

    def merged(pairs: Sequence[Duplicate]) -> tuple[Ranking, int]:
        merges, kept = _merges(pairs, apart)
        if not merges:
            return every.ranking, 0
        after = rank(changed(network, merges), by)
        return after, _places(every.ranking, after, kept)

    if_certain, places = merged(certain)
    if_likely, likely_places = merged(every.pairs)
    return Reliance(
        every.ranking, certain, every.pairs, if_certain, if_likely, places, likely_places
    )


def _pairs(
    network: Network,
    ranking: Ranking,
    least: float,
    other_names: Mapping[str, Collection[str]] | None,
) -> list[Duplicate]:
    setting = setting_of(network)
    standing = zip(network.organisations, network.standing.tolist(), strict=True)
    nodes = [node for node, stands in standing if stands]
    verdicts = verdicts_of(network)
    ranks = dict(zip((node.id for node in ranking.organisations), ranking.ranks, strict=True))

    def duplicate(pair: LikelyPair) -> Duplicate:
        left, right = sorted(
            (pair.left, pair.right),
            key=lambda node: (
                -len(setting.groups_of(node.id)),
                -len(node.properties),
                node.id,
            ),
        )
        return Duplicate(
            left,
            right,
            ranks.get(left.id),
            ranks.get(right.id),
            pair.score,
            pair.reasons,
            pair.against,
            verdicts.get((pair.left.id, pair.right.id), ""),
        )

    found = likely_pairs(nodes, setting, least=least, other_names=other_names)
    return [duplicate(pair) for pair in found]


def _worth_trying(network: Network, pairs: Sequence[Duplicate]) -> list[Duplicate]:
    steps = len(network.tied.organisations) * max(1, network.tied.compressed.number_of_edges())
    number = min(MOST_TRIED, max(LEAST_TRIED, MOST_STEPS // max(1, steps)))
    setting = setting_of(network)
    weight = {
        (pair.left.id, pair.right.id): pair.score * len(setting.groups_of(pair.right.id))
        for pair in pairs
    }
    ordered = sorted(pairs, key=lambda pair: -weight[pair.left.id, pair.right.id])
    return ordered[:number]


def _with_effect(network: Network, ranking: Ranking, pair: Duplicate) -> Duplicate:
    after = rank(changed(network, [Merge(pair.left.id, pair.right.id)]), ranking.by)
    kept = {pair.right.id: pair.left.id}
    return replace(
        pair,
        places=_places(ranking, after, kept),
        moved=_moved(_shares(ranking, kept), _shares(after, kept)),
    )


def _places(before: Ranking, after: Ranking, kept: Mapping[str, str]) -> int:
    """How many of the first places another organisation has; of two that are one, the first
    counts.
    """
    once = dict.fromkeys(kept.get(node.id, node.id) for node in before.organisations)
    now = [kept.get(node.id, node.id) for node in after.organisations]
    return sum(one != other for one, other in zip(list(once)[:FIRST], now[:FIRST], strict=True))


def _shares(ranking: Ranking, kept: Mapping[str, str]) -> dict[str, float]:
    values = np.nan_to_num(np.array(ranking.values[ranking.by], dtype=float))
    total = float(np.abs(values).sum())
    found: defaultdict[str, float] = defaultdict(float)
    for node, value in zip(ranking.organisations, values.tolist(), strict=True):
        found[kept.get(node.id, node.id)] += value / total if total else 0.0
    return found


def _moved(before: Mapping[str, float], after: Mapping[str, float]) -> float:
    """Half the sum of the differences: the share that lies elsewhere."""
    every = sorted({*before, *after})
    return sum(abs(before.get(each, 0.0) - after.get(each, 0.0)) for each in every) / 2


def _expected(pair: Duplicate) -> tuple[float, float, float, str, str]:
    places, moved = pair.places or 0, pair.moved or 0.0
    expected = (-round(pair.score * places, 9), -round(pair.score * moved, 9))
    return (*expected, -round(pair.score, 9), pair.left.id, pair.right.id)


def _merges(
    pairs: Iterable[Duplicate], apart: Collection[tuple[str, str]]
) -> tuple[list[Merge], dict[str, str]]:
    """Merges of these pairs, and one id for each that is merged; but none of organisations that
    somebody decided to be different.
    """
    of: dict[str, set[str]] = {}
    merges: list[Merge] = []
    for pair in pairs:
        left = of.get(pair.left.id, {pair.left.id})
        right = of.get(pair.right.id, {pair.right.id})
        both = left | right
        if left is right or any(a in both and b in both for a, b in apart):
            continue
        of.update(dict.fromkeys(both, both))
        merges.append(Merge(pair.left.id, pair.right.id))
    return merges, {key: min(both) for key, both in of.items()}
