"""What differs between two selections: two dates, places, sectors, clusters or data sets.

Both sides are compared over the organisations that are active in them, those with a tie: an
organisation that no fact ties on one side says nothing of how that side is built.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graphkit.metrics.arguments import require_whole
from graphkit.metrics.bands import Bands, rank_bands
from graphkit.metrics.chance import DRAWS, FEWEST, Progress, Slow
from graphkit.metrics.compared_measures import SideBySide, side_by_side
from graphkit.metrics.ranking import Ranking, rank
from graphkit.metrics.turnover import (
    STATUSES,
    ComparedCluster,
    ComparedTie,
    Status,
    Turnover,
    cluster_changes,
    named,
    status_of,
    tie_changes,
    tied_pairs,
)
from graphkit.model import Node, UsageError
from graphkit.model.tabular import Tabular
from graphkit.network import Network, Selection


@dataclass(frozen=True, slots=True)
class Position:
    """The rank of an organisation in one of the networks.

    Attributes
    ----------
    rank, low, high : int
        The rank, and the range of 90 % of its ranks when facts are dropped at random.
    of : int
        The number of organisations that are ranked.
    tied : int
        The number of organisations that share the rank.
    """

    rank: int
    low: int
    high: int
    of: int
    tied: int = 1

    @property
    def share(self) -> float:
        """The rank as a share that does not depend on the size of the network: 0 for the first, 1
        for the last. A shared rank counts as the middle of the places that it takes.
        """
        return self._share(self.rank + (self.tied - 1) / 2)

    @property
    def shares(self) -> tuple[float, float]:
        """The range as such shares, with all places that a shared rank takes."""
        return self._share(self.low), self._share(min(self.high + self.tied - 1, self.of))

    def _share(self, place: float) -> float:
        return (place - 1) / (self.of - 1) if self.of > 1 else 0.0


@dataclass(frozen=True, slots=True)
class ComparedOrganisation:
    """An organisation that is active in A or B.

    Attributes
    ----------
    organisation : Node
        The organisation.
    status : {"kept", "gained", "lost"}
        Whether it is active in both, only in B, or only in A.
    a, b : Position or None
        Its rank in each; None where it is not active.
    """

    organisation: Node
    status: Status
    a: Position | None
    b: Position | None

    @property
    def moved(self) -> float | None:
        """How far it moved up, as a share of the ranking; None where it is not in both."""
        if self.a is None or self.b is None:
            return None
        return self.a.share - self.b.share

    @property
    def apart(self) -> bool | None:
        """Whether the ranges of its ranks are apart; None where it is not in both.

        Ranges that overlap say that the move may come from a few facts being known or not.
        """
        if self.a is None or self.b is None:
            return None
        (low, high), (lower, higher) = self.a.shares, self.b.shares
        return high < lower or higher < low


@dataclass(frozen=True)
class Comparison(Tabular):
    """What differs between two networks, A and B.

    Attributes
    ----------
    a, b : Selection
        What each of them is.
    metric, by : str
        The metric of the ranks, and the attribute of the E-I index.
    draws, seed : int
        The number of draws behind each range, and the seed.
    organisations, ties, ties_among_kept : Turnover
        The organisations, the ties, and the ties between organisations that are active in both.
    changes : tuple of ComparedOrganisation
        Each organisation that is active in either: those in both first, then those only in B and
        those only in A, each in order of rank.
    tie_changes : tuple of ComparedTie
        Each pair that is tied in either, in the same order, then by name.
    clusters : tuple of ComparedCluster
        Each cluster that has members in either, in order of name.
    measures : SideBySide
        Density, centralisation and E-I index of both, against chance.
    """

    TABLE = "graphkit.export.comparison:comparison_table"

    a: Selection
    b: Selection
    metric: str
    by: str
    draws: int
    seed: int
    organisations: Turnover
    ties: Turnover
    ties_among_kept: Turnover
    changes: tuple[ComparedOrganisation, ...]
    tie_changes: tuple[ComparedTie, ...]
    clusters: tuple[ComparedCluster, ...]
    measures: SideBySide

    @property
    def has_ranges(self) -> bool:
        """Whether there were enough draws for ranges of ranks."""
        return self.draws >= FEWEST


def compare(
    a: Network,
    b: Network,
    *,
    metric: str = "betweenness",
    by: str = "sector",
    draws: int = DRAWS,
    seed: int = 0,
    progress: Progress | None = None,
    slow: Slow | None = None,
    ranked: Callable[[Network, str], Ranking] = rank,
) -> Comparison:
    """Compare two networks: what stayed, what came and went, and whether it is more than chance.

    Parameters
    ----------
    a, b : Network
        The networks as selected; of one store, or of two that use the same ids.
    metric : str, default "betweenness"
        The metric of `METRICS` that ranks the organisations of each.
    by : str, default "sector"
        The attribute of the E-I index, as `categories` takes it.
    draws : int, default 200
        The number of draws behind each range, of facts for ranks and of networks for measures. 0
        leaves chance out. With fewer than 19 ranks have no range.
    seed : int, default 0
        The seed; the same seed gives the same comparison.
    progress : callable, optional
        Called after each draw with what is being done, how many are done, and of how many.
    slow : callable, optional
        Called for each side, after its first draws, with the seconds that all will take, if they
        are more than 600.
    ranked : callable, default `rank`
        What ranks the organisations of a network by a metric.

    Returns
    -------
    Comparison
        The organisations, ties and clusters that stayed, came and went, the changes of rank, and
        the measures of both side by side.

    Raises
    ------
    UsageError
        If nobody is active in a network, a metric or attribute is unknown, `draws` or `seed` is
        below 0, or a network is selected with `overlap` or `backbone`, which `null_draws` refuses.

    See Also
    --------
    graphkit.network.written_words : The form in which the command line takes A and B.

    Notes
    -----
    Only organisations with a tie are compared, and so all numbers are those of the networks without
    isolates. A rank is compared as a share of the ranking, from 0 for the first to 1 for the last,
    and a measure by its distance from chance, so that networks of different sizes compare. A shared
    rank counts as the middle of the places that it takes. A centralisation is by itself a share of
    that of a star of the same size [1]_. The networks of the two sides are drawn independently;
    where A and B share facts, the range of their difference is therefore too wide rather than too
    narrow.

    References
    ----------
    .. [1] Freeman, L. C. (1979). Centrality in social networks: conceptual clarification. Social
       Networks 1, 215-239.

    Examples
    --------
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample())
    >>> found = compare(network.select(at="2011"), network.select(at="2014-11"), draws=20)
    >>> found.organisations
    Turnover(kept=9, gained=16, lost=2)
    """
    require_whole(0, draws=draws, seed=seed)
    for name, network in (("A", a), ("B", b)):
        for word in ("overlap", "backbone"):
            if draws and getattr(network.selection, word):
                raise UsageError(
                    f"`{word}` in {name} cannot be compared with chance; give `draws` 0 to compare "
                    "without chance"
                )
    sides = _active(a, "A"), _active(b, "B")
    measures = side_by_side(*sides, by, draws, seed, progress, slow)
    rankings = [ranked(network, metric) for network in sides]
    positions = [
        _positions(network, ranking, draws, seed, f"ranks in {name}", progress)
        for network, ranking, name in zip(sides, rankings, "AB", strict=True)
    ]
    nodes = {node.id: node for network in sides for node in network.organisations}
    here = [set(each) for each in positions]
    pairs = [tied_pairs(network) for network in sides]
    both = here[0] & here[1]
    return Comparison(
        a=a.selection,
        b=b.selection,
        metric=rankings[0].by,
        by=by,
        draws=draws,
        seed=seed,
        organisations=Turnover.of(*here),
        ties=Turnover.of(*pairs),
        ties_among_kept=Turnover.of(
            *({pair for pair in each if both.issuperset(pair)} for each in pairs)
        ),
        changes=_changes(nodes, *positions),
        tie_changes=tie_changes(nodes, *pairs),
        clusters=tuple(cluster_changes(nodes, *sides)),
        measures=measures,
    )


def _active(network: Network, name: str) -> Network:
    """The network of the organisations that have a tie."""
    active = network.select(isolates="exclude")
    if not len(active.tied.organisations):
        raise UsageError(
            f"in {name} ({network.selection}) no organisation has a tie; select more in {name}"
        )
    return active


def _positions(
    network: Network,
    ranking: Ranking,
    draws: int,
    seed: int,
    what: str,
    progress: Progress | None,
) -> dict[str, Position]:
    """The rank of each organisation, by id; with too few draws its range is the rank itself."""
    bands: Bands | None = None
    if draws >= FEWEST:
        told = None if progress is None else lambda _, done, total: progress(what, done, total)
        bands = rank_bands(network, ranking, draws=draws, seed=seed, progress=told)
    low, high = (ranking.ranks,) * 2 if bands is None else (bands.low, bands.high)
    tied = Counter(ranking.ranks)
    return {
        node.id: Position(shown, least, most, len(ranking), tied[shown])
        for node, shown, least, most in zip(
            ranking.organisations, ranking.ranks, low, high, strict=True
        )
    }


def _changes(
    nodes: dict[str, Node], a: dict[str, Position], b: dict[str, Position]
) -> tuple[ComparedOrganisation, ...]:
    found = [
        ComparedOrganisation(nodes[each], status_of(each in a, each in b), a.get(each), b.get(each))
        for each in a.keys() | b.keys()
    ]

    def order(change: ComparedOrganisation) -> tuple[int, int, int, str, str]:
        ranks = [each.rank for each in (change.b, change.a) if each is not None]
        return (
            STATUSES.index(change.status),
            ranks[0],
            ranks[-1],
            *named(change.organisation),
        )

    return tuple(sorted(found, key=order))


def moves(changes: Sequence[ComparedOrganisation]) -> tuple[ComparedOrganisation, ...]:
    """The organisations in both, those that moved furthest first.

    Parameters
    ----------
    changes : sequence of ComparedOrganisation
        The organisations of a comparison.

    Returns
    -------
    tuple of ComparedOrganisation
        Those in both; of equal moves in order of their rank in B.
    """
    kept = [each for each in changes if each.moved is not None]
    return tuple(sorted(kept, key=lambda each: -abs(each.moved or 0.0)))
