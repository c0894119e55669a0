"""Core and periphery: how well a network fits a core tied to all and a periphery tied only to the
core.

Discrete: the core is the set for which the ties correlate best with the ideal pattern, in which two
organisations are tied when one of them is in the core. Continuous: each has a coreness c, and a tie
is expected in proportion to c_i c_j (see `coreness`).

Borgatti, S. P. and Everett, M. G. (2000). Models of core/periphery structures. Social Networks 21,
375-395.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from graphkit.metrics.coreness import (
    Floats,
    coreness_fit,
    least_residual,
    of_length_one,
    stars_as_good,
)
from graphkit.metrics.entry import ALIKE, BORGATTI_EVERETT_2000, Entry
from graphkit.metrics.steps import adjacency
from graphkit.model import Node
from graphkit.network import Network, Selection

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_TRIED = 14
"""Up to this number of organisations every core is tried."""

_STARTS = 10
_SAME = 1e-12

ENTRIES = (
    Entry(
        name="core-periphery-fit",
        on=("network",),
        meaning="how well the network fits a core tied to all and a periphery tied only to "
        "the core",
        formula="the correlation, over all pairs, between being tied and having a member in the "
        "core, for the core that makes it highest",
        normalisation="up to 1 (a perfect fit, as in a star)",
        weights=ALIKE,
        apart="isolates belong to the periphery; there is one core, even with several components",
        reference=BORGATTI_EVERETT_2000,
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
    (5, 'Klaster Obróbki Metali', 0.3)
    """
    form = network.tied
    ties = adjacency(form)
    strength = form.projection() if network.selection.weight != "none" else ties
    values = least_residual(strength)
    coreness = of_length_one(values)
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
    """The first few of an order, for the numbers that fit best, best first."""
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
    """The pair to exchange between core and periphery, so that the most ties touch the core.

    The one that enters gains, besides its own worth, the tie to the one that leaves. So for each
    that might leave, only the best of its neighbours and the best of all need checking.
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
