"""How stable ranks are when facts are dropped at random.

In each of many draws every fact is kept or dropped by chance and the organisations are ranked
again. The range of an organisation's ranks says how much its place depends on single facts. It is
not a confidence interval: it does not say how probable it is that the rank is right, and knows
nothing of facts that are wrong or of organisations that no document names.

Borgatti, S. P., Carley, K. M. and Krackhardt, D. (2006). On the robustness of centrality measures
under conditions of imperfect data. Social Networks 28, 124-136.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graphkit.backend.threads import threads
from graphkit.metrics.arguments import require_of, require_whole
from graphkit.metrics.ranking import Ranking, measurable, measure, shared_ranks
from graphkit.metrics.ranking_metrics import ORGANISATION_METRICS
from graphkit.model import UsageError
from graphkit.model.tabular import Tabular
from graphkit.network import Network, Standing, backbone_of, tied_by
from graphkit.network.overlap import slices_of

DRAWS = 200
KEEP = 0.9
KEEP_UNKNOWN = 0.5
"""The probability of keeping a fact that may or may not have been in force at the date."""

TOP = 10

_MOST_THREADS = 8
"""More draws at a time would cost more memory than they save time."""


@dataclass(frozen=True)
class Bands(Tabular):
    """The ranks of a ranking's organisations, in its order, over draws of the facts.

    Attributes
    ----------
    ranking : Ranking
        The ranking of all facts.
    top : int
        How many first places `in_top` is about.
    draws : int
        The number of draws.
    keep : float
        The probability with which each fact was kept.
    seed : int
        The seed of the draws.
    unknown : int
        How many facts of unknown standing at the selected date were kept with the probability 0.5.
    low, high : tuple of int
        The 5 % and 95 % quantiles of each organisation's rank, both ranks that it had.
    in_top : tuple of float
        The share of draws in which it is among the first `top`. Equal ones at the edge share the
        places that are left.
    first : int
        How many at the head of the ranking are looked at as an order: at most `top`, and fewer
        where a shared rank reaches beyond it.
    same_first : float
        The share of draws in which these are ahead of all others; NaN when `first` is 0.
    same_order : float
        The share of draws in which, besides, none of them that differ in rank change places or come
        level; NaN when `first` is 0.
    """

    TABLE = "graphkit.export.ranking:bands_table"

    ranking: Ranking
    top: int
    draws: int
    keep: float
    seed: int
    unknown: int
    low: tuple[int, ...]
    high: tuple[int, ...]
    in_top: tuple[float, ...]
    first: int
    same_first: float
    same_order: float


def rank_bands(
    network: Network,
    ranking: Ranking,
    *,
    top: int = TOP,
    draws: int = DRAWS,
    keep: float = KEEP,
    seed: int = 0,
    progress: Callable[[str, int, int], None] | None = None,
) -> Bands:
    """Rank the organisations again in many random draws of the facts.

    Parameters
    ----------
    network : Network
        The network as selected.
    ranking : Ranking
        A ranking of this network; its metric is the one that is ranked by again.
    top : int, default 10
        How many first places to look at.
    draws : int, default 200
        The number of draws, at least 1.
    keep : float, default 0.9
        The probability with which each fact is kept, above 0 and at most 1. Facts of unknown
        standing at the selected date are kept with the probability 0.5.
    seed : int, default 0
        The seed; the same seed gives the same bands.
    progress : callable, optional
        Called after each draw with what is being done, how many are done, and of how many.

    Returns
    -------
    Bands
        The range of each organisation's ranks, and how stable the first places are.

    Raises
    ------
    UsageError
        If `draws` or `top` is below 1, `seed` below 0, or `keep` is not a probability, or the
        ranking is of another network.

    Notes
    -----
    The range says how much an organisation's place owes to single facts [1]_. It is not a
    confidence interval: facts that are wrong, and organisations that no document names, are not
    modelled.
    Organisations always stay, as isolates when none of their facts is kept. Which part counts as
    which whole is not drawn. A backbone is taken again in each draw.

    References
    ----------
    .. [1] Borgatti, S. P., Carley, K. M. and Krackhardt, D. (2006). On the robustness of centrality
       measures under conditions of imperfect data. Social Networks 28, 124-136.

    Examples
    --------
    >>> from graphkit.metrics import rank
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample())
    >>> bands = rank_bands(network, rank(network, "degree"), draws=20, top=3)
    >>> bands.low[:2], bands.high[:2]
    ((1, 2), (1, 13))
    """
    require_whole(1, draws=draws, top=top)
    require_whole(0, seed=seed)
    require_of(network, "ranking", ranking.selection, (node.id for node in ranking.organisations))
    if not 0 < keep <= 1:
        raise UsageError(f"`keep` {keep:g}: give a probability above 0 and at most 1, such as 0.9")
    # Organisations that were dropped for their ties stay out, but their facts shape the others'.
    whole = network.before or network
    here = network.stands[whole.stands]
    form = whole.two_mode
    metric = ORGANISATION_METRICS[ranking.by]
    selection = network.selection
    rows, pairs = whole.supports
    chances = np.full(len(whole.facts), keep)
    unknown = np.zeros(len(whole.facts), dtype=bool)
    if whole.answers is not None:
        unknown = whole.answers == Standing.UNKNOWN
        chances[unknown] = KEEP_UNKNOWN
    position = {name: place for place, name in enumerate(network.two_mode.organisations)}
    order = [position[node.id] for node in ranking.organisations]

    def draw(number: int) -> npt.NDArray[np.int64]:
        kept = np.random.default_rng([seed, number]).random(len(chances)) < chances
        stated = np.zeros(form.members.shape[1], dtype=bool)
        stated[pairs[kept[rows]]] = True
        left = form.take(stated)
        together = left
        if selection.overlap and whole.slices is not None:
            cut = slices_of(left, whole.times.left(kept[rows], stated))
            together = left if cut is None else cut.form
        if selection.backbone:
            left = tied_by(together, backbone_of(left, selection.fdr, together))
        else:
            left = together
        if network.before is not None:
            left = left.part(here)
        values = np.array(measure(measurable(left), metric, left.scheme), dtype=float)
        return shared_ranks(values, metric)[order]

    drawn = np.empty((draws, len(order)), dtype=np.int64)
    pool = ThreadPoolExecutor(min(threads(), _MOST_THREADS))
    try:
        for number, ranks in enumerate(pool.map(draw, range(draws))):
            drawn[number] = ranks
            if progress is not None:
                progress("draws", number + 1, draws)
    finally:
        pool.shutdown(cancel_futures=True)
    low, high = np.quantile(drawn, (0.05, 0.95), axis=0, method="inverted_cdf")
    shown = np.array(ranking.ranks, dtype=np.int64)
    first = int((shown < shown[top]).sum()) if len(shown) > top else len(shown)
    same_first, same_order = _stable(drawn, shown, first)
    return Bands(
        ranking=ranking,
        top=top,
        draws=draws,
        keep=keep,
        seed=seed,
        unknown=int(unknown.sum()),
        low=tuple(low.astype(int).tolist()),
        high=tuple(high.astype(int).tolist()),
        in_top=tuple(np.mean([_places(ranks, top) for ranks in drawn], axis=0).tolist()),
        first=first,
        same_first=same_first,
        same_order=same_order,
    )


def _places(ranks: npt.NDArray[np.int64], top: int) -> npt.NDArray[np.float64]:
    """Each one's share of a place among the first `top`: 1, 0, or between for ties at the edge."""
    tied = np.bincount(ranks)[ranks]
    shares: npt.NDArray[np.float64] = np.clip(top - (ranks - 1), 0, tied) / tied
    return shares


def _stable(
    drawn: npt.NDArray[np.int64], shown: npt.NDArray[np.int64], first: int
) -> tuple[float, float]:
    """In which share of the draws the first ones stay first, and stay in their order as well.

    In order means that of any two that differ in the shown rank the same one is ahead.
    """
    if first == 0:
        return float("nan"), float("nan")
    highest = np.maximum.accumulate(drawn, axis=1)
    lowest = np.minimum.accumulate(drawn[:, ::-1], axis=1)[:, ::-1]
    ahead = highest[:, :-1] < lowest[:, 1:]
    same = ahead[:, first - 1] if first < len(shown) else np.ones(len(drawn), dtype=bool)
    ordered = ahead[:, np.flatnonzero(np.diff(shown[:first]))].all(axis=1)
    return float(same.mean()), float((same & ordered).mean())
