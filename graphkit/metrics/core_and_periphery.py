"""Core and periphery: how near a network is to a core tied to everybody and a periphery tied to
the core alone.

Discrete: the core is the set for which the ties correlate best with the ideal pattern, in which two
organisations are tied when one of them is in the core. Continuous: each has a coreness c, and a tie
is expected in proportion to c_i c_j; the c are those that come nearest to the ties by least squares
without the diagonal (minimum residuals, Comrey 1962), of length 1. There are local minima, so the
search begins from many places. And there may be no best values at all: with one c growing without
bound and the others shrinking, the fit approaches a star around that one. Where nothing finite fits
better than that, the fit is degenerate.

Borgatti, S. P. and Everett, M. G. (2000). Models of core/periphery structures. Social Networks 21,
375-395.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from graphkit.metrics.entry import ALIKE, Entry
from graphkit.metrics.steps import adjacency
from graphkit.model import Node
from graphkit.network import Network, Selection

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_TRIED = 14
"""Up to so many organisations every core is tried."""

_STARTS = 10
_SCREENED = 60
_FOLLOWED = 4
_ROUNDS = 2_000
_STILL = 1e-10
_LARGE = 1e6
_ALL_OF_IT = 0.999
"""The share of all squares at which one value stands for a star."""

_SAME = 1e-12

Floats = npt.NDArray[np.float64]

_SOURCE = (
    "Borgatti, S. P. and Everett, M. G. (2000). Models of core/periphery structures. Social "
    "Networks 21, 375-395."
)

ENTRIES = (
    Entry(
        name="coreness",
        on=("organisation",),
        meaning="how much it is of the core, when ties are expected among those of the core",
        formula="the c >= 0 that minimise the sum over i != j of (w_ij - c_i c_j)^2",
        normalisation="the squares of all values sum to 1",
        weights="a strength; with weight none ties are alike",
        apart="an isolate has 0; other components than the densest have about 0; where a star fits "
        "no worse than any finite values, its centre has 1 and all others 0, with a remark",
        reference=_SOURCE,
        function="graphkit.metrics.core_periphery",
        command="",
    ),
    Entry(
        name="core-periphery-fit",
        on=("network",),
        meaning="how well a core tied to everybody and a periphery tied to the core alone describe "
        "the network",
        formula="the correlation over pairs of being tied with either being in the core, for the "
        "core for which it is highest",
        normalisation="to 1: exactly so, as in a star",
        weights=ALIKE,
        apart="isolates are of the periphery; there is one core, whatever the components",
        reference=_SOURCE,
        function="graphkit.metrics.core_periphery",
        command="graphkit cohesion",
    ),
)


@dataclass(frozen=True)
class CorePeriphery:
    """How well a core and a periphery describe a network.

    Attributes
    ----------
    selection : Selection
        What was selected.
    core : tuple of Node
        The organisations of the core, in order of coreness.
    fit : float
        The correlation, over all pairs of organisations, of being tied with the ideal pattern, in
        which two are tied when either is in the core. NaN where nobody or everybody is tied.
    exact : bool
        Whether every core was tried. Otherwise it is the best that exchanges reach from cores by
        degree and by coreness.
    organisations : tuple of Node
        All organisations, those with most coreness first.
    coreness : tuple of float
        Their coreness. Where the fit is degenerate, 1 for the centre of the one star that fits no
        worse; NaN where several stars do, and without ties.
    coreness_fit : float
        The correlation of the strengths of ties with the products of the corenesses of their ends.
    remark : str
        Says when the fit of the coreness is degenerate; "" otherwise.
    density : (float, float, float)
        The share of pairs tied within the core, between core and periphery, and within the
        periphery.
    """

    selection: Selection
    core: tuple[Node, ...]
    fit: float
    exact: bool
    organisations: tuple[Node, ...]
    coreness: tuple[float, ...]
    coreness_fit: float
    remark: str
    density: tuple[float, float, float]


def core_periphery(network: Network) -> CorePeriphery:
    """Find the best core of a network and the coreness of each organisation.

    Parameters
    ----------
    network : Network
        The network as selected. The core ignores weights. Coreness takes the weight of a tie as its
        strength when the selection weighs ties.

    Returns
    -------
    CorePeriphery
        The core, the coreness of each organisation, and how well both fit.

    Notes
    -----
    The core is the set for which ties correlate best with the ideal pattern, in which two
    organisations are tied when either is in the core [1]_. Corenesses c are those for which c_i c_j
    comes nearest to the ties by least squares without the diagonal; the vector has length 1.
    Isolates belong to the periphery, and a network of several components still has one core.
    Nothing is drawn at random.

    References
    ----------
    .. [1] Borgatti, S. P. and Everett, M. G. (2000). Models of core/periphery structures. Social
       Networks 21, 375-395.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> found = core_periphery(Network.of(read_sample()))
    >>> len(found.core), found.organisations[0].name, round(found.fit, 3)
    (5, 'Klaster Obróbki Metali', 0.305)
    """
    form = network.tied
    ties = adjacency(form)
    strength = form.projection() if network.selection.weight != "none" else ties
    values = least_residual(strength)
    coreness = _of_length_one(values)
    core, exact = best_core(ties, coreness)
    nodes = [network.organisations[network.index[each]] for each in form.organisations]
    remark = ""
    centres = stars_as_good(strength, values)
    if len(centres):
        coreness = np.full(len(nodes), np.nan)
        remark = "coreness is degenerate: no finite values fit better than a star around "
        if len(centres) == 1:
            coreness = np.zeros(len(nodes))
            coreness[centres] = 1.0
            remark += nodes[centres[0]].name
        else:
            remark += f"any of {len(centres)} organisations"
    rounded = np.round(np.nan_to_num(coreness), 9).tolist()
    order = sorted(
        range(len(nodes)), key=lambda each: (-rounded[each], nodes[each].name.casefold(), each)
    )
    return CorePeriphery(
        selection=network.selection,
        core=tuple(nodes[each] for each in order if core[each]),
        fit=pattern_fit(ties, core),
        exact=exact,
        organisations=tuple(nodes[each] for each in order),
        coreness=tuple(float(coreness[each]) for each in order),
        coreness_fit=coreness_fit(strength, coreness),
        remark=remark,
        density=_densities(ties, core),
    )


def pattern_fit(ties: csr_array, core: npt.NDArray[np.bool_]) -> float:
    """The correlation of ties with the pattern that ties two when either is in the core.

    >>> from scipy.sparse import csr_array
    >>> star = csr_array([[0, 1, 1], [1, 0, 0], [1, 0, 0]])
    >>> pattern_fit(star, np.array([True, False, False]))
    1.0
    """
    inside = np.flatnonzero(core)
    degree = np.diff(ties.indptr)
    within = ties[inside][:, inside].nnz / 2
    touched = np.array([degree[inside].sum() - within])
    found = _correlations(len(core), ties.nnz / 2, np.array([len(inside)]), touched)
    return float(found[0])


def _correlations(n: int, ties: float, size: npt.NDArray[np.int64], touched: Floats) -> Floats:
    """Of cores by their size and how many ties touch them; NaN where one side does not vary."""
    pairs = n * (n - 1) / 2
    ideal = size * (size - 1) / 2 + size * (n - size)
    spread = ties * (pairs - ties) * ideal * (pairs - ideal)
    fits = np.full(len(size), np.nan)
    varies = spread > 0
    fits[varies] = (pairs * touched - ties * ideal)[varies] / np.sqrt(spread[varies])
    return fits


def best_core(ties: csr_array, coreness: Floats) -> tuple[npt.NDArray[np.bool_], bool]:
    """The core of the best fit as a mask of shape (n,), and whether every core was tried.

    Without ties, or with all of them, no core fits better than another: there is none.
    """
    n = ties.shape[0]
    degree = np.diff(ties.indptr).astype(np.int64)
    if not ties.nnz or ties.nnz == n * (n - 1):
        return np.zeros(n, dtype=bool), True
    if n <= _TRIED:
        return _best_of_all(ties, degree), True
    best: tuple[float, npt.NDArray[np.bool_]] = (-np.inf, np.zeros(n, dtype=bool))
    for order in (np.argsort(-degree, kind="stable"), np.argsort(-coreness, kind="stable")):
        for start in _best_prefixes(ties, degree, order):
            core = _improved(ties, degree, start)
            if (fit := pattern_fit(ties, core)) > best[0] + _SAME:
                best = (fit, core)
    return best[1], False


def _best_of_all(ties: csr_array, degree: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    n = len(degree)
    sets = (np.arange(1, 1 << n)[:, None] >> np.arange(n)) & 1
    within = ((sets @ ties.toarray().astype(np.int64)) * sets).sum(axis=1) / 2
    fits = _correlations(n, ties.nnz / 2, sets.sum(axis=1), sets @ degree - within)
    fits[np.isnan(fits)] = -np.inf
    best = np.flatnonzero(fits > fits.max() - _SAME)
    # Of cores that fit alike the smallest, then the one with the most ties.
    first = np.lexsort((-(sets[best] @ degree), sets[best].sum(axis=1)))[0]
    chosen: npt.NDArray[np.bool_] = sets[best[first]].astype(bool)
    return chosen


def _best_prefixes(
    ties: csr_array, degree: npt.NDArray[np.int64], order: npt.NDArray[np.int64]
) -> Iterator[npt.NDArray[np.bool_]]:
    """The first so many of an order, for the numbers that fit best, best first."""
    n = len(degree)
    place = np.empty(n, dtype=np.int64)
    place[order] = np.arange(n)
    rows, columns = ties.nonzero()
    earlier = np.bincount(rows[place[columns] < place[rows]], minlength=n)
    touched = np.cumsum((degree - earlier)[order]).astype(np.float64)
    fits = _correlations(n, ties.nnz / 2, np.arange(1, n + 1), touched)
    fits[np.isnan(fits)] = -np.inf
    for last in np.argsort(-fits, kind="stable")[:_STARTS].tolist():
        core = np.zeros(n, dtype=bool)
        core[order[: last + 1]] = True
        yield core


def _improved(
    ties: csr_array, degree: npt.NDArray[np.int64], core: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    """The core after moving one in or out, or exchanging two, as long as that fits better."""
    n, edges = len(degree), ties.nnz / 2
    core = core.copy()
    inward = (ties @ core.astype(np.float64)).astype(np.int64)  # ties into the core
    size = int(core.sum())
    touched = float(degree[core].sum() - inward[core].sum() / 2)
    fit = _correlations(n, edges, np.array([size]), np.array([touched]))[0]
    while True:
        worth = degree - inward  # ties that touch the core through this one alone
        moved = _correlations(
            n, edges, np.where(core, size - 1, size + 1), touched + np.where(core, -worth, worth)
        )
        moved[np.isnan(moved)] = -np.inf
        flip = [int(np.argmax(moved))]
        gain = float(moved[flip[0]])
        exchange, change = _exchange(ties, core, worth)
        exchanged = _correlations(n, edges, np.array([size]), np.array([touched + change]))[0]
        if exchange and exchanged > gain:
            flip, gain = exchange, float(exchanged)
        if not gain > fit + _SAME:
            return core
        for each in flip:
            sign = -1 if core[each] else 1
            touched += sign * int(degree[each] - inward[each])
            core[each] = not core[each]
            size += sign
            inward[ties.indices[ties.indptr[each] : ties.indptr[each + 1]]] += sign
        fit = gain


def _exchange(
    ties: csr_array, core: npt.NDArray[np.bool_], worth: npt.NDArray[np.int64]
) -> tuple[list[int], float]:
    """Whom to take out of the core and whom in, so that the most ties touch it.

    Who comes in gains, besides its worth, the tie to the one who leaves; so for each who might
    leave only the best of its neighbours and the best of all need be looked at.
    """
    outside = np.where(core, -1, worth)
    if core.all() or not core.any():
        return [], 0.0
    best_in = int(np.argmax(outside))
    best: tuple[float, list[int]] = (-np.inf, [])
    for leaving in np.flatnonzero(core).tolist():
        near = ties.indices[ties.indptr[leaving] : ties.indptr[leaving + 1]]
        tied = near[~core[near]]
        options = [(float(outside[best_in] + (best_in in tied)), best_in)]
        if len(tied):
            other = int(tied[np.argmax(outside[tied])])
            options.append((float(outside[other] + 1), other))
        gain, coming = max(options, key=lambda option: option[0])
        if gain - worth[leaving] > best[0]:
            best = (gain - float(worth[leaving]), [leaving, coming])
    return best[1], best[0]


def corenesses(strength: csr_array) -> Floats:
    """Each organisation's coreness, shape (n,), of length 1; NaN without any tie."""
    return _of_length_one(least_residual(strength))


def _of_length_one(values: Floats) -> Floats:
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


def _densities(ties: csr_array, core: npt.NDArray[np.bool_]) -> tuple[float, float, float]:
    inside, outside = np.flatnonzero(core), np.flatnonzero(~core)
    k, m = len(inside), len(outside)
    found = (
        (ties[inside][:, inside].nnz, k * (k - 1)),
        (ties[inside][:, outside].nnz, k * m),
        (ties[outside][:, outside].nnz, m * (m - 1)),
    )
    first, second, third = (tied / pairs if pairs else float("nan") for tied, pairs in found)
    return first, second, third
