"""What ranks owe to single sources: the organisations are ranked again without each source.

Facts are not lost one by one. A document is missed, or turns out to be wrong, with all that it
states. So each source is left out in turn, with the facts that no other source states.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from graphkit.metrics.arguments import require_of
from graphkit.metrics.hypothetical import rank_under
from graphkit.metrics.ranking import Ranking
from graphkit.model import Node
from graphkit.model.tabular import Tabular
from graphkit.network import DropSource, Network


@dataclass(frozen=True)
class SourceBands(Tabular):
    """The ranks of a ranking's organisations, in its order, without each source.

    Attributes
    ----------
    ranking : Ranking
        The ranking of all facts.
    sources : tuple of Node
        The sources that were left out, each once, in order of id: those that alone state a fact.
    alone : tuple of int
        How many facts each of them alone states.
    best, worst : tuple of int
        Each organisation's best and worst rank, the one with all sources among them.
    carrier : tuple of (Node or None)
        The source without which the organisation falls furthest; of several the first. None where
        it never falls.
    sharing : tuple of int
        How many organisations have the worst rank beside it, itself among them.
    """

    TABLE = "graphkit.export.source_bands:source_bands_table"

    ranking: Ranking
    sources: tuple[Node, ...]
    alone: tuple[int, ...]
    best: tuple[int, ...]
    worst: tuple[int, ...]
    carrier: tuple[Node | None, ...]
    sharing: tuple[int, ...]


def source_bands(
    network: Network,
    ranking: Ranking,
    *,
    progress: Callable[[str, int, int], None] | None = None,
) -> SourceBands:
    """Rank the organisations again without each source.

    Parameters
    ----------
    network : Network
        The network as selected.
    ranking : Ranking
        A ranking of this network; its metric is the one that is ranked by again.
    progress : callable, optional
        Called after each source with what is being done, how many are done, and of how many.

    Returns
    -------
    SourceBands
        The range of each organisation's ranks, and the source that carries it.

    Raises
    ------
    UsageError
        If the ranking is of another network.

    See Also
    --------
    graphkit.metrics.rank_bands : The same with single facts dropped at random.
    graphkit.metrics.rank_under : The ranking without one source.

    Notes
    -----
    Facts that another source states as well stay, and so do those without any source. An
    organisation that is no longer in the network, because `component` or `isolates` leaves it out,
    has the rank after the last.

    Examples
    --------
    >>> from graphkit.metrics import rank
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample())
    >>> found = source_bands(network, rank(network, "degree"))
    >>> found.worst[0], found.carrier[0].id
    (6, 'kom-partnerzy')
    """
    alone = network.facts.stated_alone()
    ids = [node.id for node in ranking.organisations]
    require_of(network, "ranking", ranking.selection, ids)
    best, worst = list(ranking.ranks), list(ranking.ranks)
    carrier: list[Node | None] = [None] * len(ids)
    shared = Counter(ranking.ranks)
    sharing = [shared[each] for each in ranking.ranks]
    # A fact may cite a source of which nothing else is known.
    sources = {
        each: network.nodes.get(("Source", each), Node("Source", each, {})) for each in alone
    }
    for number, source in enumerate(sorted(alone)):
        left = rank_under(network, [DropSource(source)], ranking.by)
        ranks = dict(zip((node.id for node in left.organisations), left.ranks, strict=True))
        # Without it, there can be organisations that otherwise count as parts of others.
        new = [ranks.get(each, len(left) + 1) for each in ids]
        shared = Counter(new)
        for place, now in enumerate(new):
            best[place] = min(best[place], now)
            if now > worst[place]:
                worst[place], carrier[place] = now, sources[source]
                sharing[place] = shared[now]
        if progress is not None:
            progress("sources", number + 1, len(alone))
    return SourceBands(
        ranking=ranking,
        sources=tuple(sources[each] for each in sorted(alone)),
        alone=tuple(alone[each] for each in sorted(alone)),
        best=tuple(best),
        worst=tuple(worst),
        carrier=tuple(carrier),
        sharing=tuple(sharing),
    )
