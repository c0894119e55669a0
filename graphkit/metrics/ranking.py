"""Ranking organisations by their position, with the facts each rank rests on counted."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from graphkit.metrics.entry import Entry, Metric, NoValue, TwoModeMetric
from graphkit.metrics.memberships import Memberships
from graphkit.metrics.ranking_metrics import ORGANISATION_METRICS
from graphkit.model import STATUSES, Node, UsageError
from graphkit.model.tabular import Tabular
from graphkit.model.wording import chosen
from graphkit.network import Network, Selection, TwoMode

# Sums taken in another order differ in their last bits; values nearer than this share a rank.
_SAME = 1e-9

_ATTRIBUTES = {"ignored": None, "strength": "weight", "distance": "distance"}


@dataclass(frozen=True)
class Ranking(Tabular):
    """Organisations in order of one metric, with others beside it; columns of equal length n.

    Attributes
    ----------
    by : str
        The metric that orders them.
    selection : Selection
        What was selected.
    organisations : tuple of Node
        The organisations, best first; those of equal rank in order of name.
    ranks : tuple of int
        1 for the first. Equal values share a rank, and the next rank counts them.
    values : mapping of str to tuple of float
        The values of each metric asked for; NaN where it has none, such as an isolate's constraint.
    facts : tuple of int
        How many facts put the organisation into its groups.
    inferred, undated : tuple of int
        How many of these facts are inferred, and how many carry no date.
    remarks : mapping of str to str
        By metric, why nobody has a value.
    errors : mapping of str to str
        By metric that an engine estimated, from what, and how far values may be off.
    """

    TABLE = "graphkit.export.ranking:ranking_table"

    by: str
    selection: Selection
    organisations: tuple[Node, ...]
    ranks: tuple[int, ...]
    values: Mapping[str, tuple[float, ...]]
    facts: tuple[int, ...]
    inferred: tuple[int, ...]
    undated: tuple[int, ...]
    remarks: Mapping[str, str]
    errors: Mapping[str, str] = field(default_factory=dict)

    def __len__(self) -> int:
        """The number of organisations."""
        return len(self.organisations)

    def ranks_by(self, name: str) -> tuple[int | None, ...]:
        """Rank the organisations by another of the computed metrics.

        Parameters
        ----------
        name : str
            A metric in `values`.

        Returns
        -------
        tuple of (int or None)
            The rank of each organisation, in the order of this ranking; None where it has no value.
        """
        ranks = shared_ranks(
            np.array(self.values[name], dtype=float), ORGANISATION_METRICS[name]
        ).tolist()
        return tuple(
            None if math.isnan(value) else rank
            for rank, value in zip(ranks, self.values[name], strict=True)
        )


def rank(network: Network, by: str = "betweenness", metrics: Iterable[str] = ()) -> Ranking:
    """Rank every organisation of a network by a metric.

    Parameters
    ----------
    network : Network
        The organisations and what ties them, as selected.
    by : str, default "betweenness"
        The metric that orders them: one of `METRICS`, or of the two modes, such as
        "two-mode-betweenness".
    metrics : iterable of str, optional
        Further metrics to compute, the other columns of the ranking; `METRICS` gives all but those
        of the two modes. Only `by` and these are computed.

    Returns
    -------
    Ranking
        The organisations in order, with their ranks, the values of each metric, and how many facts
        each rank rests on. Organisations of equal rank are in order of name.

    Raises
    ------
    UsageError
        If a metric is unknown; the message names the nearest. If a metric of the two modes is asked
        for with a backbone, which keeps pairs and no groups.

    See Also
    --------
    graphkit.metrics.rank_groups : The clusters, declarations and collaborations that connect.
    graphkit.metrics.rank_bands : How stable ranks are when facts are dropped at random.
    graphkit.metrics.in_catalogue : The meaning, formula and source of each metric.

    Notes
    -----
    When the selection weighs ties, weights are read as strengths or, inverted, as distances, as the
    entry of each metric says. With weight none only `strength` uses them.

    Examples
    --------
    >>> import graphkit
    >>> from graphkit.sources import read_sample
    >>> network = graphkit.Network.of(read_sample())
    >>> ranking = graphkit.rank(network, by="degree", metrics=["closeness"])
    >>> [(rank, node.name) for rank, node in zip(ranking.ranks, ranking.organisations)][:2]
    [(1, 'Klaster Obróbki Metali'), (2, 'Białostocka Fundacja Kształcenia Kadr')]
    >>> sorted(ranking.values)
    ['closeness', 'degree']
    >>> ranking.facts[0], ranking.inferred[0]
    (6, 2)
    """
    asked = asked_for(network, by, metrics)
    form = network.tied
    graph = measurable(form)
    remarks: dict[str, str] = {}
    computed = {
        name: measure(graph, ORGANISATION_METRICS[name], form.scheme, remarks) for name in asked
    }
    return ranking_of(network, asked, computed, remarks)


def asked_for(network: Network, by: str, metrics: Iterable[str]) -> tuple[str, ...]:
    """The metric that orders a ranking and then the others, by their names in the catalogue.

    Raises UsageError as `rank` does.
    """
    first = chosen("metric", by, ORGANISATION_METRICS)
    others = (metrics,) if isinstance(metrics, str) else metrics
    asked = dict.fromkeys(
        [first, *(chosen("metric", name, ORGANISATION_METRICS) for name in others)]
    )
    if any(isinstance(ORGANISATION_METRICS[name], TwoModeMetric) for name in asked):
        require_groups(network)
    return tuple(asked)


def ranking_of(
    network: Network,
    asked: tuple[str, ...],
    computed: Mapping[str, Sequence[float]],
    remarks: Mapping[str, str],
) -> Ranking:
    """The ranking of a network by the first of these metrics.

    computed: by metric, the value of each organisation of `network.tied`.
    """
    metric = ORGANISATION_METRICS[asked[0]]
    ids = network.tied.organisations
    by_id = {
        name: dict(zip(ids, computed[name], strict=True))
        for name in ORGANISATION_METRICS
        if name in asked
    }
    nodes = [network.organisations[network.index[each]] for each in ids]
    order, ranks = in_order(nodes, by_id[metric.name], metric)
    counts = fact_counts(network)
    return Ranking(
        by=metric.name,
        selection=network.selection,
        organisations=tuple(order),
        ranks=tuple(ranks),
        values={name: tuple(values[node.id] for node in order) for name, values in by_id.items()},
        facts=tuple(counts[node.id][0] for node in order),
        inferred=tuple(counts[node.id][1] for node in order),
        undated=tuple(counts[node.id][2] for node in order),
        remarks=remarks,
    )


@dataclass(frozen=True)
class Measurable:
    """What metrics are computed on: n organisations with the numbers 0 to n-1.

    Attributes
    ----------
    ties : networkx.Graph or Incidence
        The projection.
    memberships : Memberships
        Who is in which group.
    """

    ties: Any
    memberships: Memberships


def measurable(form: TwoMode) -> Measurable:
    """What metrics are computed on."""
    return Measurable(form.numbered(), Memberships(form))


def measure(
    on: Measurable,
    metric: Metric | TwoModeMetric,
    scheme: str,
    remarks: dict[str, str] | None = None,
) -> list[float]:
    """The metric of each organisation of what is `measurable`, in order; NaN where it has none.

    scheme: none, count or newman, by which ties are weighed or not. remarks: takes the reason, by
    the metric's name, when nobody has a value.
    """
    organisations = on.memberships.organisations
    if not organisations:
        return []
    try:
        if isinstance(metric, TwoModeMetric):
            values = metric.compute(on.memberships)
        else:
            attribute = None if scheme == "none" else _ATTRIBUTES[metric.weight]
            values = metric.compute(on.ties, attribute)
    except NoValue as reason:
        if remarks is not None:
            remarks[metric.name] = str(reason)
        return [math.nan] * len(organisations)
    return [values[number] for number in organisations]


def require_groups(network: Network) -> None:
    """Raise UsageError for a network whose ties are pairs of a backbone."""
    if network.selection.backbone:
        raise UsageError(
            "`backbone` keeps pairs of organisations and no groups, so the two modes cannot be "
            "measured; leave it out"
        )


def in_order(
    nodes: list[Node], values: Mapping[str, float], metric: Entry
) -> tuple[list[Node], list[int]]:
    """The organisations from the metric's best to its worst, and their ranks.

    Values equal but for rounding share a rank and stand in order of name; without a value comes
    last.
    """
    ranks = shared_ranks(np.array([values[node.id] for node in nodes], dtype=float), metric)
    named = sorted(
        zip(ranks.tolist(), nodes, strict=True),
        key=lambda pair: (pair[0], pair[1].name.casefold(), pair[1].id),
    )
    return [node for _, node in named], [rank for rank, _ in named]


def shared_ranks(values: npt.NDArray[np.float64], metric: Entry) -> npt.NDArray[np.int64]:
    """The rank of each value: 1 for the metric's best, equal ones alike, the next counting them.

    Values equal but for rounding are equal, and NaN, no value, comes last.
    """
    keys = np.where(np.isnan(values), np.inf, values if metric.best == "lowest" else -values)
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    same = _close(ordered[1:], ordered[:-1])
    heads = np.append(True, ~same)[: len(keys)]
    first = np.maximum.accumulate(np.where(heads, np.arange(len(keys)), 0))
    # Each value is compared with the first of its rank: near ones in a row must not add up.
    while not (near := _close(ordered, ordered[first])).all():
        breaks = np.flatnonzero(~near)
        at = breaks[np.append(True, first[breaks[1:]] != first[breaks[:-1]])]
        starts = np.where(first == np.arange(len(keys)), first, 0)
        starts[at] = at
        first = np.maximum.accumulate(starts)
    ranks = np.empty(len(keys), dtype=np.int64)
    ranks[order] = first + 1
    return ranks


def _close(a: npt.NDArray[np.float64], b: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    """As `math.isclose`, element by element."""
    with np.errstate(invalid="ignore"):
        near = np.abs(a - b) <= np.maximum(_SAME * np.maximum(np.abs(a), np.abs(b)), 1e-15)
    result: npt.NDArray[np.bool_] = (a == b) | (near & np.isfinite(a) & np.isfinite(b))
    return result


def fact_counts(network: Network) -> Mapping[str, tuple[int, int, int]]:
    """For each organisation, by id, its facts, the inferred ones and the undated ones.

    A group's own node is there through its members' facts, so these count for it.
    """
    facts = network.facts
    flags = np.column_stack(
        [
            np.ones(len(facts), dtype=np.int64),
            facts.status == STATUSES.index("inferred"),
            ~facts.bounds.dated(),
        ]
    )
    totals = np.zeros((len(network.organisations), 3), dtype=np.int64)
    starts = network.wholes[facts.organisation]
    np.add.at(totals, starts, flags)
    far = facts.other >= 0
    ends = network.wholes[facts.other[far]]
    np.add.at(totals, ends[ends != starts[far]], flags[far][ends != starts[far]])
    result: dict[str, tuple[int, int, int]] = defaultdict(lambda: (0, 0, 0))
    for node, row in zip(network.organisations, totals.tolist(), strict=True):
        result[node.id] = (row[0], row[1], row[2])
    return result
