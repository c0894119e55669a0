"""Coreness: how much each organisation is of the core, as numbers whose products explain the ties.

The c are those that come nearest to the ties by least squares without the diagonal (minimum
residuals, Comrey 1962), of length 1. There are local minima, so the search begins from many places.
And there may be no best values at all: with one c growing without bound and the others shrinking,
the fit approaches a star around that one. Where nothing finite fits better than that, the fit is
degenerate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from graphkit.metrics.entry import BORGATTI_EVERETT_2000, Entry

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Floats = npt.NDArray[np.float64]

_STARTS = 10
"""How many hubs, and how many ties, the search begins from, besides the degrees."""

_SCREENED = 60
"""Rounds with all starts before the best are chosen."""

_FOLLOWED = 4
_ROUNDS = 2_000
_STILL = 1e-10
_LARGE = 1e6
_ALL_OF_IT = 0.999
"""The share of all squares at which one value stands for a star."""

ENTRIES = (
    Entry(
        name="coreness",
        on=("organisation",),
        meaning="how close it is to a core whose members are tied to each other",
        formula="the c >= 0 that minimise the sum over i != j of (w_ij - c_i c_j)^2",
        normalisation="the squares of all values sum to 1",
        weights="a strength; with weight none, all ties count the same",
        apart="an isolate has 0; components other than the densest have about 0; if no finite "
        "values fit better than a star, its centre has 1 and all others 0, with a remark",
        reference=BORGATTI_EVERETT_2000,
        function="graphkit.metrics.core_periphery",
        command="",
    ),
)


def corenesses(strength: csr_array) -> Floats:
    """Each organisation's coreness, shape (n,), of length 1; NaN without any tie."""
    return of_length_one(least_residual(strength))


def of_length_one(values: Floats) -> Floats:
    """The values as parts of their length; NaN where all are 0."""
    length = float(np.sqrt((values * values).sum()))
    return values / length if length else np.full(len(values), np.nan)


def least_residual(strength: csr_array) -> Floats:
    """The c >= 0, shape (n,), that leave the least of the ties over; 0 without any tie.

    Strengths are taken as parts of the largest. The best of several starts is found by rounds over
    all of them at once, and the most promising are then followed to their minima.
    """
    n = strength.shape[0]
    if not strength.nnz:
        return np.zeros(n)
    ties = _parts_of_the_largest(strength)
    starts = _starts(ties)
    for _ in range(_SCREENED):
        squares = starts * starts
        others = np.maximum(squares.sum(axis=0) - squares, 1e-300)
        starts = (starts + np.minimum((ties @ starts) / others, _LARGE)) / 2.0
    order = np.argsort([residual(ties, each) for each in starts.T], kind="stable")
    found = [_settled(ties, starts[:, each]) for each in order[:_FOLLOWED].tolist()]
    return min(found, key=lambda each: residual(ties, each))


def _parts_of_the_largest(strength: csr_array) -> csr_array:
    ties = strength.astype(np.float64)
    ties.data /= ties.data.max()
    return ties


def _starts(ties: csr_array) -> Floats:
    """Where the search begins, a column each: degrees, hubs with their ties, and strong ties."""
    n = ties.shape[0]
    degree = np.asarray(ties.sum(axis=1)).ravel()
    columns = [degree / np.sqrt(degree.sum())]
    for hub in np.argsort(-degree, kind="stable")[:_STARTS].tolist():
        around = np.zeros(n)
        near = slice(ties.indptr[hub], ties.indptr[hub + 1])
        around[ties.indices[near]] = ties.data[near]
        around[hub] = 1.0
        columns.append(around)
    rows = np.repeat(np.arange(n), np.diff(ties.indptr))
    strongest = np.lexsort((ties.indices, rows, -ties.data))
    strongest = strongest[rows[strongest] < ties.indices[strongest]]
    for entry in strongest[:_STARTS].tolist():
        pair = np.full(n, 1e-3)
        pair[[rows[entry], ties.indices[entry]]] = 1.0
        columns.append(pair)
    return np.stack(columns, axis=1)


def residual(ties: csr_array, values: Floats) -> float:
    """The sum over i != j of (w_ij - c_i c_j)^2."""
    squares = values * values
    expected = float(squares.sum()) ** 2 - float((squares * squares).sum())
    return float((ties.data**2).sum() - 2.0 * (values @ (ties @ values)) + expected)


def stars_as_good(strength: csr_array, values: Floats) -> npt.NDArray[np.int64]:
    """The centres of the stars that fit no worse than these values; none where the values do best.

    With c_i growing without bound and the others shrinking to w_ij / c_i all ties of i are met
    and all others are left over.
    """
    if not strength.nnz:
        return np.zeros(0, dtype=np.int64)
    ties = _parts_of_the_largest(strength)
    squares = np.zeros(len(values))
    np.add.at(squares, ties.nonzero()[0], ties.data**2)
    left = squares.sum() - 2.0 * squares
    least = float(left.min())
    if residual(ties, values) < least - 1e-6 * squares.sum():
        return np.zeros(0, dtype=np.int64)
    centres: npt.NDArray[np.int64] = np.flatnonzero(left <= least + 1e-9 * squares.sum())
    return centres


def _settled(ties: csr_array, start: Floats) -> Floats:
    """The minimum that is downhill from a start.

    Each c_i in turn is set to its best value given the others, so the residual never grows, until
    none moves or one has grown out of all proportion; c_i >= 0 since strengths are.
    """
    data = ties.data.tolist()
    columns = ties.indices.tolist()
    ends = ties.indptr.tolist()
    values = start.tolist()
    for _ in range(_ROUNDS):
        squares = sum(value * value for value in values)
        if max(values) ** 2 > _ALL_OF_IT * squares:
            break
        moved = 0.0
        for each, old in enumerate(values):
            others = squares - old * old
            drawn = sum(
                data[place] * values[columns[place]] for place in range(ends[each], ends[each + 1])
            )
            new = drawn / others if others > 0 else 0.0
            if new != old:
                values[each] = new
                squares = others + new * new
                moved = max(moved, abs(new - old))
        if moved < _STILL:
            break
    return np.array(values)


def coreness_fit(strength: csr_array, coreness: Floats) -> float:
    """The correlation over all pairs of the strength of their tie with c_i c_j."""
    n = len(coreness)
    pairs = n * (n - 1) / 2
    if not strength.nnz or np.isnan(coreness).any():
        return float("nan")
    squares = coreness * coreness
    expected = (coreness.sum() ** 2 - squares.sum()) / 2
    expected_squares = (squares.sum() ** 2 - (squares * squares).sum()) / 2
    product = float(coreness @ (strength @ coreness)) / 2
    total, total_squares = strength.data.sum() / 2, (strength.data**2).sum() / 2
    spread = (pairs * total_squares - total**2) * (pairs * expected_squares - expected**2)
    if spread <= 1e-18 * pairs**2:
        return float("nan")
    return float((pairs * product - total * expected) / np.sqrt(spread))
