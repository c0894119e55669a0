"""Ranking organisations by their position, with the facts each rank rests on counted."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from graphkit.metrics.catalogue import METRICS, Entry
from graphkit.model import STATUSES, Node
from graphkit.model.wording import chosen
from graphkit.network import Network, Selection

# Sums taken in another order differ in their last bits; values nearer than this share a rank.
_SAME = 1e-9


@dataclass(frozen=True)
class Ranking:
    """Organisations in order of one metric, with all metrics; columns of equal length n.

    ranks: 1 for the first; equal values share a rank, and the next rank counts them. values: for
    each metric its values, NaN where it has none (an isolate's constraint). facts, inferred,
    undated: how many facts put the organisation into its groups, and how many of these are
    inferred or carry no date.
    """

    by: str
    selection: Selection
    organisations: tuple[Node, ...]
    ranks: tuple[int, ...]
    values: Mapping[str, tuple[float, ...]]
    facts: tuple[int, ...]
    inferred: tuple[int, ...]
    undated: tuple[int, ...]

    def __len__(self) -> int:
        """The number of organisations."""
        return len(self.organisations)


def rank(network: Network, by: str = "betweenness") -> Ranking:
    """Rank every organisation of the network by a metric of `METRICS`, computing all of them.

    Weighed ties (`Selection.weight`) are read as strengths or, inverted, as distances, as each
    metric's entry says; with weight none only strength uses them. Ties in rank stand in order of
    name. Raises UsageError for an unknown metric.
    """
    metric = METRICS[chosen("metric", by, METRICS)]
    names = network.two_mode.organisations
    numbered: Any = network.two_mode.numbered()
    attribute = {"ignored": None, "strength": "weight", "distance": "distance"}
    computed = {
        each.name: _named(
            names,
            each.compute(
                numbered, attribute[each.weight] if network.selection.weight != "none" else None
            )
            if names
            else {},
        )
        for each in METRICS.values()
    }
    nodes = [network.organisations[network.index[name]] for name in names]
    order, ranks = in_order(nodes, computed[metric.name], metric)
    counts = fact_counts(network)
    return Ranking(
        by=metric.name,
        selection=network.selection,
        organisations=tuple(order),
        ranks=tuple(ranks),
        values={
            name: tuple(values[node.id] for node in order) for name, values in computed.items()
        },
        facts=tuple(counts[node.id][0] for node in order),
        inferred=tuple(counts[node.id][1] for node in order),
        undated=tuple(counts[node.id][2] for node in order),
    )


def _named(names: Iterable[str], values: Mapping[int, float]) -> Mapping[str, float]:
    return {name: values[number] for number, name in enumerate(names)}


def in_order(
    nodes: list[Node], values: Mapping[str, float], metric: Entry
) -> tuple[list[Node], list[int]]:
    """The organisations from the metric's best to its worst, and their ranks.

    Values equal but for rounding share a rank and stand in order of name; without a value comes
    last.
    """
    sign = -1.0 if metric.best == "highest" else 1.0

    def key(node: Node) -> float:
        value = values[node.id]
        return math.inf if math.isnan(value) else sign * value

    ordered = sorted(nodes, key=key)
    ranks: list[int] = []
    for position, node in enumerate(ordered):
        same = position > 0 and math.isclose(
            key(node), key(ordered[ranks[-1] - 1]), rel_tol=_SAME, abs_tol=1e-15
        )
        ranks.append(ranks[-1] if same else position + 1)
    named = sorted(
        zip(ranks, ordered, strict=True),
        key=lambda pair: (pair[0], pair[1].name.casefold(), pair[1].id),
    )
    return [node for _, node in named], ranks


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
