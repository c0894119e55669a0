"""Metrics by the procedures of Graph Data Science, on the scale of the metric catalogue.

Harmonic closeness comes divided by n - 1, betweenness as a number of paths. PageRank is linear in
what everyone starts with, and organisations without ties pass on nothing; divided by its sum it is
the PageRank of the catalogue.

Two procedures are left out. The eigenvector turns to zero on a network of several components before
it has settled. Sampled betweenness prefers those with many ties, and so is biased.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from graphkit.engines.engine import Measured
from graphkit.engines.gds.projection import projected
from graphkit.engines.pairs import Pairs
from graphkit.engines.reading import read_pairs

_WEIGHED = {"relationshipWeightProperty": "weight"}
_UNTIL_SETTLED = {"dampingFactor": 0.85, "tolerance": 1e-15, "maxIterations": 10_000}

PROCEDURES: dict[str, tuple[str, dict[str, Any]]] = {
    "degree": ("gds.degree", {}),
    "strength": ("gds.degree", _WEIGHED),
    "closeness": ("gds.closeness", {"useWassermanFaust": True}),
    "harmonic": ("gds.closeness.harmonic", {}),
    "betweenness": ("gds.betweenness", {}),
    "pagerank": ("gds.pageRank", _UNTIL_SETTLED),
}
"""The procedure for each metric, and its settings."""


def measured(pairs: Pairs, metrics: tuple[str, ...]) -> Measured:
    """The values of each organisation."""
    form = read_pairs(pairs)
    values = {}
    with projected(form) as ties:
        for metric in metrics:
            procedure, settings = PROCEDURES[metric]
            if metric == "pagerank" and form.scheme != "none":
                settings = settings | _WEIGHED
            values[metric] = _scaled(metric, ties.scores(procedure, settings))
    return Measured(form.organisations, values)


def _scaled(metric: str, scores: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    count = len(scores)
    if metric == "harmonic":
        return scores * (count - 1)
    if metric == "betweenness":
        return scores / max((count - 1) * (count - 2) / 2, 1)
    return scores / scores.sum() if metric == "pagerank" else scores
