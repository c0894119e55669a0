"""Measures of two networks side by side, each against chance.

Two networks differ in size, and size alone moves density, centralisation and the E-I index: a
network twice as large is less dense, and one with larger groups is denser. So each value is set
beside those of networks in which the groups have the same sizes and the organisations are in as
many groups, but chance says who is in which. How far a value lies from the mean of these draws, in
their standard deviations (z), has no size, and can be compared. The same draws say how much the two
networks would differ by chance alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graphkit.metrics.centralisation import centralisation_of
from graphkit.metrics.chance import (
    Expectation,
    Progress,
    Slow,
    drawn_betweenness,
    over_draws,
    sources_for,
)
from graphkit.metrics.chance_of_cohesion import ei_indices
from graphkit.metrics.null_model import null_draws
from graphkit.metrics.organisation_categories import Categories, categories
from graphkit.metrics.steps import adjacency
from graphkit.network import Network, TwoMode

MEASURES = ("density", "degree-centralisation", "betweenness-centralisation", "ei-index")
"""The measures that are compared, by their names in the catalogue."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The `MEASURES` of two networks, and what chance gives for each; in that order.

    Attributes
    ----------
    a, b : Expectation
        Their values in each network, and those of its draws.
    difference : Expectation
        b minus a, and how much two networks drawn at random, one for each, differ.
    """

    a: Expectation
    b: Expectation
    difference: Expectation


def side_by_side(
    a: Network,
    b: Network,
    by: str,
    draws: int,
    seed: int,
    progress: Progress | None = None,
    slow: Slow | None = None,
) -> SideBySide:
    """The `MEASURES` of two networks, each with `draws` networks of the null model; 0 for none."""
    values, drawn = [], []
    for at, network in enumerate((a, b)):
        of = categories(network, by)
        values.append(_values(network.tied, of, None, (seed, 0)))
        told = None if progress is None else _about(progress, f"draws for {'AB'[at]}")
        drawn.append(_drawn(network, of, draws, seed + at, told, slow))
    return SideBySide(
        Expectation.of(values[0], drawn[0]),
        Expectation.of(values[1], drawn[1]),
        Expectation.of(values[1] - values[0], drawn[1] - drawn[0]),
    )


def _about(progress: Progress, what: str) -> Progress:
    return lambda _, done, total: progress(what, done, total)


def _drawn(
    network: Network,
    of: Categories,
    draws: int,
    seed: int,
    progress: Progress | None,
    slow: Slow | None,
) -> npt.NDArray[np.float64]:
    """The measures of each draw, shape (draws, measures); without draws one row of NaN."""
    if not draws:
        return np.full((1, len(MEASURES)), np.nan)
    sources = sources_for(network.two_mode, "none")

    def measures(item: tuple[int, TwoMode]) -> npt.NDArray[np.float64]:
        number, form = item
        return _values(form, of, sources, (seed, number))

    forms = enumerate(null_draws(network, draws, seed=seed))
    return over_draws(measures, forms, draws, progress, slow)


def _values(
    form: TwoMode, of: Categories, sources: int | None, seed: tuple[int, int]
) -> npt.NDArray[np.float64]:
    ties = adjacency(form)
    n = ties.shape[0]
    degree = np.diff(ties.indptr).astype(np.float64)
    between = drawn_betweenness(form, "none", sources, seed)
    return np.array(
        [
            degree.sum() / (n * (n - 1)) if n > 1 else np.nan,
            centralisation_of("degree", degree),
            centralisation_of("betweenness", between),
            ei_indices(ties, of)[0],
        ]
    )
