"""Ranks after hypothetical changes: what if two organisations were one, or a source were wrong?"""

from __future__ import annotations

from collections.abc import Iterable

from graphkit.metrics.ranking import Ranking, rank
from graphkit.network import Network
from graphkit.network.hypothetical import Change, changed


def rank_under(
    network: Network,
    changes: Change | Iterable[Change],
    by: str = "betweenness",
    metrics: Iterable[str] = (),
) -> Ranking:
    """Rank the organisations as if something were different, without loading anything again.

    Parameters
    ----------
    network : Network
        The organisations and what ties them, as selected.
    changes : Merge, DropSource or DropFact, or iterable of these
        What is different: `Merge(kept, merged)` makes two organisations one, `DropSource(id)` drops
        the facts that only this source states, and `DropFact(id)` drops one fact. The selection
        applies to what they leave.
    by : str, default "betweenness"
        The metric of `METRICS` that orders them.
    metrics : iterable of str, optional
        Further metrics of `METRICS` to compute.

    Returns
    -------
    Ranking
        The ranking that loading the changed tables would give.

    Raises
    ------
    UsageError
        If something else is given as a change, the network has no such organisation, source or
        fact, or a metric is unknown.

    See Also
    --------
    graphkit.metrics.impact_of : What happens when organisations leave.

    Notes
    -----
    Organisations stay when a source is dropped, as isolates when none of their facts is left. A
    merged organisation has the kind, the sector and the dates of the one that is kept.

    Examples
    --------
    >>> from graphkit.metrics import rank
    >>> from graphkit.network import DropSource, Network
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample())
    >>> rank(network, "degree").organisations[0].id
    'kom'
    >>> rank_under(network, [DropSource("kom-partnerzy")], "degree").organisations[0].id
    'umwl'
    """
    return rank(changed(network, changes), by, metrics)
