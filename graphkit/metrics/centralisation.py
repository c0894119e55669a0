"""Centralisation: how far a network is arranged around one organisation, as a star is.

By how much all organisations fall short of the most central one, over the most that this can be
(Freeman 1979): of degree, betweenness and closeness.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from graphkit.metrics.entry import ALIKE, FREEMAN_1979, STEPS, Entry
from graphkit.metrics.network_measure import Measure
from graphkit.metrics.ranking import measurable, measure
from graphkit.metrics.ranking_metrics import METRICS
from graphkit.metrics.steps import Reach
from graphkit.model import Node
from graphkit.network import Network

_SAME = 1e-9

ENTRIES = (
    Entry(
        name="degree-centralisation",
        on=("network",),
        meaning="how much ties concentrate on one organisation: 1 in a star, 0 when even",
        formula="the sum over i of (max d - d_i) / ((n-1)(n-2))",
        normalisation="0 to 1 (a star)",
        weights=ALIKE,
        apart="isolates count; no value for fewer than three organisations",
        reference=FREEMAN_1979,
        function="graphkit.metrics.cohesion",
        command="graphkit cohesion",
    ),
    Entry(
        name="betweenness-centralisation",
        on=("network",),
        meaning="how much shortest paths concentrate on one organisation",
        formula="the sum over i of (max b - b_i) / (n-1), b betweenness as `rank` gives it",
        normalisation="0 to 1 (a star)",
        weights=STEPS,
        apart="isolates count; pairs without a path add nothing; no value for fewer than three",
        reference=FREEMAN_1979,
        function="graphkit.metrics.cohesion",
        command="graphkit cohesion",
    ),
    Entry(
        name="closeness-centralisation",
        on=("network",),
        meaning="how much closer one organisation is to all others than the rest are",
        formula="the sum over i of (max c - c_i) / ((s-1)(s-2)/(2s-3)), c_i = (s-1) / (the sum of "
        "the distances from i), in the largest component, of size s",
        normalisation="0 to 1 (a star)",
        weights=STEPS,
        apart="defined for one component, so measured on the largest (if several, the first by "
        "id); no value where it has fewer than three organisations",
        reference=FREEMAN_1979,
        function="graphkit.metrics.cohesion",
        command="graphkit cohesion",
    ),
)


def degree_centralisation(nodes: Sequence[Node], degree: npt.NDArray[np.integer]) -> Measure:
    """How much ties concentrate, with the organisations at the centre."""
    values = degree.astype(float)
    return _with_centre("degree", nodes, values, centralisation_of("degree", values))


def distance_centralisations(
    network: Network,
    nodes: Sequence[Node],
    found: Reach,
    largest: npt.NDArray[np.int64],
) -> Iterator[Measure]:
    """Those of betweenness and closeness, each with the organisations at its centre.

    From a network's nodes and how they reach each other; closeness is measured on the largest
    component, an array of indices of nodes.
    """
    values = _betweenness(network)
    yield _with_centre("betweenness", nodes, values, centralisation_of("betweenness", values))
    yield _closeness([nodes[each] for each in largest.tolist()], found, largest, len(nodes))


def centralisation_of(of: str, values: npt.NDArray[np.float64]) -> float:
    """The centralisation of `degree` or `betweenness`; NaN for fewer than three organisations."""
    n = len(values)
    return _share(values, (n - 1) * (n - 2) if of == "degree" else n - 1)


def _closeness(nodes: list[Node], found: Reach, largest: npt.NDArray[np.int64], n: int) -> Measure:
    """Freeman's closeness needs a path between any two: that of the largest component."""
    s = len(nodes)
    farness = found.farness()[largest] if s > 1 else np.ones(s)
    note = "" if s == n else f"of the largest component, {s} of {n} organisations"
    most = (s - 1) * (s - 2) / (2 * s - 3) if s > 1 else 0
    values = (s - 1) / farness
    return _with_centre("closeness", nodes, values, _share(values, most), note)


def _betweenness(network: Network) -> npt.NDArray[np.float64]:
    return np.array(measure(measurable(network.tied), METRICS["betweenness"], "none"), dtype=float)


def _share(values: npt.NDArray[np.float64], most: float) -> float:
    """Freeman's: by how much all fall short of the highest, over the most that this can be."""
    return float((values.max() - values).sum()) / most if len(values) > 2 else float("nan")


def _with_centre(
    of: str, nodes: Sequence[Node], values: npt.NDArray[np.float64], share: float, note: str = ""
) -> Measure:
    """A centralisation with the organisations of the highest value, unless that is all."""
    name = f"{of}-centralisation"
    if len(nodes) < 3:
        return Measure(name, "", share, note)
    top = float(values.max())
    first = np.flatnonzero(values >= top - _SAME * max(top, 1.0)).tolist()
    centre = tuple(nodes[each] for each in first) if len(first) < len(nodes) else ()
    return Measure(name, "", share, note, centre)
