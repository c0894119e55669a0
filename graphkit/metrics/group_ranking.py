"""Ranking groups: which clusters, declarations and collaborations connect organisations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from graphkit.metrics.arguments import require_whole
from graphkit.metrics.memberships import Memberships
from graphkit.metrics.ranking import require_groups, shared_ranks
from graphkit.metrics.ranking_metrics import GROUP_METRICS, METRICS
from graphkit.model import PAIRED, STATUSES, UsageError
from graphkit.model.tabular import Tabular
from graphkit.model.wording import chosen
from graphkit.network import Group, Network, Selection

OVERLAP = 2
"""How many organisations groups must share by default to be next to each other."""


@dataclass(frozen=True)
class GroupRanking(Tabular):
    """Groups in order of one metric, with others beside it; columns of equal length.

    Attributes
    ----------
    by : str
        The metric that orders them.
    s : int
        How many organisations groups must share for `s-betweenness`.
    selection : Selection
        What was selected.
    groups : tuple of Group
        The groups, best first; those of equal rank in order of name.
    ranks : tuple of int
        1 for the first. Equal values share a rank, and the next rank counts them.
    sizes : tuple of int
        How many of the selected organisations are in each.
    values : mapping of str to tuple of float
        The values of each metric asked for; NaN where it has none.
    facts : tuple of int
        How many facts put organisations into the group.
    inferred, undated : tuple of int
        How many of these facts are inferred, and how many carry no date.
    ties : int
        How many direct ties count in paths and among the groups, but are not ranked.
    """

    TABLE = "graphkit.export.group_ranking:group_ranking_table"

    by: str
    s: int
    selection: Selection
    groups: tuple[Group, ...]
    ranks: tuple[int, ...]
    sizes: tuple[int, ...]
    values: Mapping[str, tuple[float, ...]]
    facts: tuple[int, ...]
    inferred: tuple[int, ...]
    undated: tuple[int, ...]
    ties: int

    def __len__(self) -> int:
        """The number of groups."""
        return len(self.groups)


def rank_groups(
    network: Network,
    by: str = "two-mode-betweenness",
    metrics: Iterable[str] = (),
    *,
    s: int = OVERLAP,
) -> GroupRanking:
    """Rank every cluster, declaration and collaboration of a network by how it connects.

    Parameters
    ----------
    network : Network
        The organisations and their groups, as selected.
    by : str, default "two-mode-betweenness"
        The metric that orders them: `two-mode-degree`, `two-mode-betweenness`,
        `two-mode-closeness` or `s-betweenness`.
    metrics : iterable of str, optional
        Further metrics of these to compute, the other columns of the ranking.
    s : int, default 2
        How many organisations two groups must share to be next to each other in `s-betweenness`.

    Returns
    -------
    GroupRanking
        The groups in order, with their ranks, sizes and the values of each metric, and how many
        facts each rests on. With `overlap` selected, a group whose members were not all in it
        together stands as slices of time, with the facts of the whole group.

    Raises
    ------
    UsageError
        If a metric is unknown or does not rank groups, `s` is below 1, or the network is one of the
        pairs of a backbone.

    See Also
    --------
    graphkit.metrics.rank : The organisations that connect.
    graphkit.metrics.in_catalogue : The meaning, formula and source of each metric.

    Notes
    -----
    Paths lead from member to group to member [1]_. A direct tie is a group of two: it counts in
    paths and in the number of groups, but is not ranked. A cluster with members is one of its own
    members unless `group_nodes` excludes it. Only selected organisations are members.

    References
    ----------
    .. [1] Borgatti, S. P. and Everett, M. G. (1997). Network analysis of 2-mode data. Social
       Networks 19, 243-269.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> ranking = rank_groups(Network.of(read_sample()))
    >>> [(rank, group.name) for rank, group in zip(ranking.ranks, ranking.groups)][:1]
    [(1, 'Deklaracja partnerów strategicznych Klastra Obróbki Metali (Białystok)')]
    """
    metric = GROUP_METRICS[_chosen(by)]
    asked = (metrics,) if isinstance(metrics, str) else metrics
    others = set(map(_chosen, asked))
    require_whole(1, s=s)
    require_groups(network)
    form = network.tied
    memberships = Memberships(form, s)
    computed = {
        each.name: each.compute(memberships)
        for each in GROUP_METRICS.values()
        if each is metric or each.name in others
    }
    here = [place for place, group in enumerate(form.groups) if group.layer not in PAIRED]
    numbers = [memberships.groups[place] for place in here]
    best = computed[metric.name]
    ranks = shared_ranks(np.array([best[number] for number in numbers], dtype=float), metric)
    order = sorted(
        range(len(here)),
        key=lambda at: (
            int(ranks[at]),
            form.groups[here[at]].name.casefold(),
            form.groups[here[at]].key,
        ),
    )
    counts = _fact_counts(network)
    sizes = form.sizes()
    return GroupRanking(
        by=metric.name,
        s=s,
        selection=network.selection,
        groups=tuple(form.groups[here[at]] for at in order),
        ranks=tuple(int(ranks[at]) for at in order),
        sizes=tuple(int(sizes[here[at]]) for at in order),
        values={
            name: tuple(values[numbers[at]] for at in order) for name, values in computed.items()
        },
        facts=tuple(int(counts[here[at], 0]) for at in order),
        inferred=tuple(int(counts[here[at], 1]) for at in order),
        undated=tuple(int(counts[here[at], 2]) for at in order),
        ties=len(form.groups) - len(here),
    )


def _chosen(name: str) -> str:
    """The name of a metric of groups; of one of organisations, an error that lists those."""
    if name.casefold() in METRICS:
        raise UsageError(
            f"{name} ranks organisations; groups are ranked by {', '.join(GROUP_METRICS)}"
        )
    return chosen("metric", name, GROUP_METRICS)


def _fact_counts(network: Network) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """By position in `network.tied`, the facts of each group, the inferred and the undated ones.

    A fact counts once, also if it ties the group's own organisation besides a member.
    """
    form = network.two_mode
    rows, places = network.supports
    groups = form.members[1, places].astype(np.int64)
    groups, rows = np.unique(np.stack([groups, rows]), axis=1)
    facts = network.facts
    counts = np.zeros((len(form.groups), 3), dtype=np.int64)
    flags = [
        np.ones(len(rows), dtype=np.int64),
        facts.status[rows] == STATUSES.index("inferred"),
        ~facts.bounds.dated()[rows],
    ]
    np.add.at(counts, groups, np.column_stack(flags))
    cut = network.slices if network.selection.overlap else None
    return counts if cut is None else counts[cut.of]
