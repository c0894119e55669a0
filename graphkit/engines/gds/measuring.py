"""Results of the procedures of Graph Data Science, on the scale of the metric catalogue.

Harmonic closeness comes divided by n - 1, betweenness as a number of paths. PageRank is linear in
what everyone starts with, and organisations without ties pass on nothing; divided by its sum it is
the PageRank of the catalogue. What adds up numbers does so in one thread, so that the last digits
are the same in every run.

Two procedures are left out. The eigenvector can turn to zero before it has settled, as it does on a
star of four, and with weights it is another vector. Sampled betweenness prefers organisations with
many ties, and does not say which it took, so that the bias cannot be taken out.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from graphkit.engines.engine import Counted, Grouped, Measured
from graphkit.engines.gds.projection import Projection, projected
from graphkit.engines.pairs import Pairs
from graphkit.engines.reading import read_pairs

_WEIGHED = {"relationshipWeightProperty": "weight"}
_ONE_THREAD = {"concurrency": 1}
_UNTIL_SETTLED = {"dampingFactor": 0.85, "tolerance": 1e-15, "maxIterations": 10_000}
_UNTIL_BEST = {"tolerance": 1e-7, "maxIterations": 1_000, "maxLevels": 100}


@dataclass(frozen=True, slots=True)
class _Procedure:
    """A procedure, its settings, the column of its result, and whether it may weigh ties."""

    name: str
    settings: dict[str, Any] = field(default_factory=dict)
    column: str = "score"
    weighed: bool = False


PROCEDURES: dict[str, _Procedure] = {
    "degree": _Procedure("gds.degree"),
    "strength": _Procedure("gds.degree", _ONE_THREAD | _WEIGHED),
    "closeness": _Procedure("gds.closeness", {"useWassermanFaust": True}),
    "harmonic": _Procedure("gds.closeness.harmonic"),
    "betweenness": _Procedure("gds.betweenness", _ONE_THREAD),
    "pagerank": _Procedure("gds.pageRank", _ONE_THREAD | _UNTIL_SETTLED, weighed=True),
    "core-number": _Procedure("gds.kcore", column="coreValue"),
    "local-clustering": _Procedure(
        "gds.localClusteringCoefficient", column="localClusteringCoefficient"
    ),
}
"""The procedure for each metric."""

_LOUVAIN = _Procedure("gds.louvain", _ONE_THREAD | _UNTIL_BEST, "communityId", weighed=True)


def measured(pairs: Pairs, metrics: tuple[str, ...]) -> Measured:
    """The values of each organisation."""
    form = read_pairs(pairs)
    values, remarks = {}, {}
    with projected(form) as ties:
        for metric in metrics:
            if metric == "pagerank" and form.organisations and not ties.pairs:
                values[metric] = np.full(len(form.organisations), np.nan)
                remarks[metric] = "nobody is tied"
            else:
                values[metric] = _scaled(metric, _run(ties, PROCEDURES[metric]))
    return Measured(form.organisations, values, remarks)


def counted(pairs: Pairs) -> Counted:
    """A whole network, counted; see `Engine.count`."""
    form = read_pairs(pairs)
    layers = Counter(group.layer for group in form.groups)
    with projected(form) as ties:
        degrees = ties.stream("gds.degree", {})
        components = _in_order(ties, _Procedure("gds.wcc", column="componentId"))
    return Counted(
        form.organisations,
        np.rint(degrees).astype(np.int64),
        components,
        dict(sorted(layers.items())),
        form.members.shape[1],
        int(form.sizes().max(initial=0)),
    )


def grouped(pairs: Pairs) -> Grouped:
    """The communities; see `Engine.communities`."""
    form = read_pairs(pairs)
    with projected(form) as ties:
        return Grouped(form.organisations, _in_order(ties, _LOUVAIN))


def _run(ties: Projection, procedure: _Procedure) -> npt.NDArray[np.float64]:
    weighed = _WEIGHED if procedure.weighed and ties.form.scheme != "none" else {}
    return ties.stream(procedure.name, procedure.settings | weighed, procedure.column)


def _in_order(ties: Projection, procedure: _Procedure) -> npt.NDArray[np.int64]:
    """The group of each organisation, numbered in order of where each comes first."""
    if not ties.pairs:
        return np.arange(len(ties.form.organisations))
    _, first, number = np.unique(_run(ties, procedure), return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[number].astype(np.int64)


def _scaled(metric: str, scores: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    count = len(scores)
    if metric == "harmonic":
        return scores * (count - 1)
    if metric == "betweenness":
        return scores / max((count - 1) * (count - 2) / 2, 1)
    return scores / scores.sum() if metric == "pagerank" else scores
