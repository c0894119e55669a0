"""What chance gives for a number: its expectation and range in networks drawn at random.

The draws are those of `null_draws`, whose module says what stays in them, or deals of the
categories. A number in the range of the draws is not a finding, however large it is: most networks
with such groups have about as much.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from graphkit.backend.betweenness import of_nodes
from graphkit.backend.threads import in_turn
from graphkit.metrics.memberships import Memberships
from graphkit.metrics.path_lengths import SAME_LENGTH
from graphkit.metrics.ranking import Measurable, measure
from graphkit.metrics.ranking_metrics import ORGANISATION_METRICS
from graphkit.network import TwoMode

T = TypeVar("T")
Progress = Callable[[str, int, int], None]
Slow = Callable[[float], None]

DRAWS = 200
LONG = 600.0
"""The seconds from which on a command says beforehand how long it will take."""

FEWEST = 19
"""With fewer draws not even a number outside all of them is among the rarest 5%."""

MORE, WITHIN, LESS = "more than chance", "within chance", "less than chance"

_SAME = 1e-9
_BLOCK = 4096
_CPU_SECONDS = LONG * 2 / DRAWS
"""Of a draw, if `DRAWS` of them take `LONG` on two cores."""
_A_STEP = 1.5e-8
"""Seconds for a source and a membership, by steps, or a tie that a group makes, by weights."""
_FEWEST = 200
_TIMED = 4
"""How many draws, after the first, are timed to estimate how long all will take."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What chance gives for k numbers; tuples of length k, NaN where there is nothing to compare.

    Attributes
    ----------
    values : tuple of float
        The actual numbers.
    expected : tuple of float
        Their means over the draws.
    low, high : tuple of float
        The 5 % and 95 % quantiles of the draws, both numbers that were drawn.
    z : tuple of float
        By how many standard deviations of the draws the actual number is above the mean; NaN where
        all draws are equal.
    share : tuple of float
        The share of draws that are at least as large, the actual network counted among them.
    counted : tuple of float
        How many draws have a value.
    """

    values: tuple[float, ...]
    expected: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    z: tuple[float, ...]
    share: tuple[float, ...]
    counted: tuple[float, ...]

    @classmethod
    def of(cls, values: npt.ArrayLike, drawn: npt.ArrayLike) -> Expectation:
        """Compare numbers with draws.

        Parameters
        ----------
        values : array_like, shape (k,)
            The actual numbers; NaN for none.
        drawn : array_like, shape (draws, k)
            The numbers of each draw; NaN for none, which is left out.

        Returns
        -------
        Expectation
            The comparison.

        Examples
        --------
        >>> found = Expectation.of([3.0], [[1.0], [2.0], [3.0], [2.0]] * 5)
        >>> found.expected, found.finding(0)
        ((2.0,), 'within chance')
        """
        actual, draws = np.asarray(values, dtype=float), np.asarray(drawn)
        parts = [slice(start, start + _BLOCK) for start in range(0, len(actual), _BLOCK)]
        blocks = [_compared(actual[part], draws[:, part].astype(float)) for part in parts]
        blocks = blocks or [np.empty((6, 0))]
        columns = np.concatenate(blocks, axis=1).tolist()
        return cls(tuple(actual.tolist()), *(tuple(column) for column in columns))

    def varies(self, place: int) -> bool:
        """Say whether there is something to compare.

        Parameters
        ----------
        place : int
            The place of the number.

        Returns
        -------
        bool
            False where it has no value, or no draw has one, or every draw gives the same as here.
        """
        value, low, high = self.values[place], self.low[place], self.high[place]
        if not low <= high or math.isnan(value):
            return False
        slack = _SAME * max(abs(low), abs(high))
        return not (math.isnan(self.z[place]) and abs(value - low) <= slack)

    def finding(self, place: int) -> str:
        """Say whether a number is outside the range of the draws.

        Parameters
        ----------
        place : int
            The place of the number.

        Returns
        -------
        str
            "more than chance", "less than chance" or "within chance"; "" where it has no value,
            where every draw gives this value, so that nothing could be found, and where there are
            fewer draws than `FEWEST`.
        """
        if not self.varies(place) or self.counted[place] < FEWEST:
            return ""
        value, low, high = self.values[place], self.low[place], self.high[place]
        slack = _SAME * max(abs(low), abs(high))
        return MORE if value > high + slack else LESS if value < low - slack else WITHIN


def _compared(
    values: npt.NDArray[np.float64], drawn: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Mean, quantiles, z, share and how many draws have a value, shape (6, k)."""
    drawn = np.sort(drawn, axis=0)  # NaN last
    counted = np.count_nonzero(~np.isnan(drawn), axis=0)
    some = counted > 0
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.nansum(drawn, axis=0) / counted
        spread = np.sqrt(np.nansum((drawn - mean) ** 2, axis=0) / (counted - 1))
        most = drawn[np.maximum(counted - 1, 0), np.arange(len(values))]
        flat = most - drawn[0] <= _SAME * np.maximum(np.abs(most), np.abs(drawn[0]))
        z = np.where(flat, np.nan, (values - mean) / spread)
        least = values - _SAME * np.abs(values)
        share = (1 + np.count_nonzero(drawn >= least, axis=0)) / (1 + counted)
        quantiles = [
            drawn[np.maximum(np.ceil(q * counted).astype(int) - 1, 0), np.arange(len(values))]
            for q in (0.05, 0.95)
        ]
    found = np.array([mean, *quantiles, z, share, counted])
    found[:5, ~some | np.isnan(values)] = np.nan
    return found


def over_draws(
    work: Callable[[T], npt.NDArray[np.float64]],
    items: Iterable[T],
    draws: int,
    progress: Progress | None,
    slow: Slow | None,
) -> npt.NDArray[np.float64]:
    """What `work` gives for each item, a row each, worked out in threads.

    progress: called after each with what is being done, how many are done, and of how many. slow:
    called once with the seconds that all will take, if that is more than `LONG`.
    """
    began = 0.0
    table: npt.NDArray[np.float64] | None = None
    for number, row in enumerate(in_turn(work, items)):
        if table is None:
            table = np.empty((draws, len(row)))
            began = time.monotonic()  # the kernels are loaded
        table[number] = row
        if progress is not None:
            progress("draws by chance", number + 1, draws)
        if slow is not None and number == _TIMED:
            seconds = (time.monotonic() - began) / number * draws
            if seconds > LONG:
                slow(seconds)
    assert table is not None
    return table


def sources_for(form: TwoMode, scheme: str) -> int | None:
    """From how many organisations paths are followed in each draw; None: from all.

    What an exact draw costs is estimated from the sizes of the network alone, so that the answer is
    the same on every machine.
    """
    n = len(form.organisations)
    sizes = form.sizes().astype(float)
    several = np.bincount(form.members[0], minlength=n) > 1
    starts = np.count_nonzero(several) + np.count_nonzero(sizes > 1)
    if scheme == "none":
        touched = float(np.count_nonzero(several[form.members[0]]))
    else:
        touched = float((sizes * (sizes - 1)).sum())
    seconds = _A_STEP * starts * touched
    if seconds <= _CPU_SECONDS:
        return None
    fewer = max(_FEWEST, round(n * _CPU_SECONDS / seconds))
    return fewer if fewer < n else None


def drawn_values(form: TwoMode, metric: str, scheme: str) -> npt.NDArray[np.float64]:
    """A metric of each organisation, by the compiled engine, shape (n,)."""
    on = Measurable(form.numbered_incidence(), Memberships(form))
    return np.array(measure(on, ORGANISATION_METRICS[metric], scheme), dtype=np.float64)


def drawn_betweenness(
    form: TwoMode, scheme: str, sources: int | None, seed: tuple[int, int]
) -> npt.NDArray[np.float64]:
    """Betweenness of each organisation, shape (n,), or an unbiased estimate of it.

    Without `sources` it is exact. Else only paths from that number of organisations, drawn evenly,
    are followed, and what they find is multiplied by n / sources.
    """
    if sources is None:
        return drawn_values(form, "betweenness", scheme)
    n = len(form.organisations)
    chosen = np.sort(np.random.default_rng(seed).choice(n, sources, replace=False))
    length = None if scheme == "none" else "distance"
    found = of_nodes(form.compressed, length, chosen.astype(np.int64), SAME_LENGTH)
    return np.asarray(found * (n / sources / max((n - 1) * (n - 2), 1)))
