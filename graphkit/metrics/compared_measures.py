"""Measures of two networks side by side, each against chance.

Two networks differ in size, and size alone moves density, centralisation and the E-I index: a
network twice as large is less dense, and one with larger groups is denser. So each value is set
beside those of networks in which the groups have the same sizes and the organisations are in as
many groups, but chance says who is in which. How far a value lies from the mean of these draws, in
their standard deviations (z), has no size, and can be compared. The same draws say how much the two
networks would differ by chance alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt

from graphkit.backend.threads import threads
from graphkit.metrics.null_model import null_draws
from graphkit.metrics.organisation_categories import Categories, categories
from graphkit.metrics.ranking import measurable, measure
from graphkit.metrics.ranking_metrics import METRICS
from graphkit.metrics.steps import adjacency
from graphkit.network import Network, TwoMode

MEASURES = ("density", "degree-centralisation", "betweenness-centralisation", "ei-index")
"""The measures that are compared, by their names in the catalogue."""

_MOST_THREADS = 8

_SAME = 1e-9

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class AgainstChance:
    """A value, and where it lies among those of networks drawn at random.

    Attributes
    ----------
    value : float
        The value; NaN where there is none.
    expected : float
        The mean of the draws; NaN without draws, as are all below.
    low, high : float
        The 2.5 % and 97.5 % quantiles of the draws: 95 % lie between them.
    z : float
        (value - expected) / the standard deviation of the draws; NaN where they are all equal.
    at_least : float
        The share of draws whose value is at least as large, the network counted among them.
    """

    value: float
    expected: float
    low: float
    high: float
    z: float
    at_least: float

    @classmethod
    def of(cls, value: float, drawn: npt.NDArray[np.float64]) -> AgainstChance:
        """From the value and those of the draws, shape (draws,); draws without a value are left
        out.
        """
        told = drawn[np.isfinite(drawn)]
        nan = float("nan")
        if not len(told) or math.isnan(value):
            return cls(value, nan, nan, nan, nan, nan)
        room = _SAME * max(1.0, abs(value))
        expected, spread = float(told.mean()), float(told.std(ddof=1)) if len(told) > 1 else 0.0
        low, high = np.quantile(told, (0.025, 0.975), method="inverted_cdf").tolist()
        return cls(
            value,
            expected,
            low,
            high,
            (value - expected) / spread if spread > room else nan,
            float((1 + np.count_nonzero(told >= value - room)) / (1 + len(told))),
        )

    @property
    def inside(self) -> bool | None:
        """Whether the value is in the range of chance; None where no draw differs from another."""
        if math.isnan(self.z):
            return None
        room = _SAME * max(1.0, abs(self.value))
        return self.low - room <= self.value <= self.high + room


@dataclass(frozen=True, slots=True)
class ComparedMeasure:
    """A measure of two networks.

    Attributes
    ----------
    name : str
        Its name in the catalogue.
    a, b : AgainstChance
        Its value in each.
    difference : AgainstChance
        b minus a, and how much two networks drawn at random, one for each, differ.
    """

    name: str
    a: AgainstChance
    b: AgainstChance
    difference: AgainstChance


def compared_measures(
    a: Network, b: Network, by: str, draws: int, seed: int, progress: Progress | None = None
) -> tuple[ComparedMeasure, ...]:
    """The `MEASURES` of two networks, each with `draws` networks of the null model; 0 for none."""
    sides = [(network, categories(network, by)) for network in (a, b)]
    values = [_values(network.tied, of) for network, of in sides]
    drawn = [
        _drawn(network, of, draws, seed + at, f"draws for {'AB'[at]}", progress)
        for at, (network, of) in enumerate(sides)
    ]
    return tuple(
        ComparedMeasure(
            name,
            AgainstChance.of(values[0][at], drawn[0][:, at]),
            AgainstChance.of(values[1][at], drawn[1][:, at]),
            AgainstChance.of(values[1][at] - values[0][at], drawn[1][:, at] - drawn[0][:, at]),
        )
        for at, name in enumerate(MEASURES)
    )


def _drawn(
    network: Network, of: Categories, draws: int, seed: int, what: str, progress: Progress | None
) -> npt.NDArray[np.float64]:
    """The measures of each draw, shape (draws, measures)."""
    found = np.full((draws, len(MEASURES)), np.nan)
    if not draws or not len(network.tied.groups):
        return found
    forms = null_draws(network, draws, seed=seed)
    workers = min(threads(), _MOST_THREADS)
    done = 0
    with ThreadPoolExecutor(workers) as pool:
        while some := list(islice(forms, 2 * workers)):
            for values in pool.map(lambda form: _values(form, of), some):
                found[done] = values
                done += 1
            if progress is not None:
                progress(what, done, draws)
    return found


def _values(form: TwoMode, of: Categories) -> list[float]:
    return list(_each_value(form, of))


def _each_value(form: TwoMode, of: Categories) -> Iterator[float]:
    ties = adjacency(form)
    n = ties.shape[0]
    degree = np.diff(ties.indptr).astype(np.float64)
    yield _over(float(degree.sum()), n * (n - 1))
    yield _over(_short_of_first(degree), (n - 1) * (n - 2))
    between = np.array(measure(measurable(form), METRICS["betweenness"], "none"), dtype=float)
    yield _over(_short_of_first(between), n - 1 if n > 2 else 0)
    here, there = (of.codes[part] for part in ties.nonzero())
    known = (here >= 0) & (there >= 0)
    outward, told = (int(each.sum()) for each in (known & (here != there), known))
    yield _over(2.0 * outward - told, told)


def _short_of_first(values: npt.NDArray[np.float64]) -> float:
    """By how much all fall short of the highest, added up."""
    return float((values.max() - values).sum()) if len(values) else 0.0


def _over(value: float, most: float) -> float:
    return value / most if most > 0 else float("nan")
