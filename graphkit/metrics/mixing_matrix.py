"""The mixing matrix: how many ties there are between each two categories, and whether like is tied
to like (assortativity).

Newman, M. E. J. (2003). Mixing patterns in networks. Physical Review E 67, 026126.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graphkit.metrics.arguments import require_whole
from graphkit.metrics.chance import Expectation
from graphkit.metrics.entry import ALIKE, Entry
from graphkit.metrics.organisation_categories import UNKNOWN_APART, categories
from graphkit.metrics.steps import adjacency
from graphkit.model.tabular import Tabular
from graphkit.network import Network, Selection

DRAWS = 1000

ENTRIES = (
    Entry(
        name="assortativity",
        on=("network",),
        meaning="whether ties join organisations of the same category: 1 where all do, 0 as their "
        "degrees alone give, below 0 where they avoid it",
        formula="(sum e_cc - sum a_c^2) / (1 - sum a_c^2), e_cc the share of ties within c, a_c "
        "that of the ends of ties in c",
        normalisation="at most 1; its least value depends on the categories. Compared with its "
        "values after shuffling the categories (seeded) among the organisations with ties, or "
        "shuffling who is in which group",
        weights=ALIKE,
        apart=f"an isolate takes no part; {UNKNOWN_APART}: ties to them are left out; no value "
        "where all ties are in one category",
        reference="Newman, M. E. J. (2003). Mixing patterns in networks. Physical Review E 67, "
        "026126.",
        function="graphkit.metrics.mixing",
        command="graphkit mixing --by sector",
    ),
)


@dataclass(frozen=True)
class Mixing(Tabular):
    """How many ties there are between each two of c categories.

    Attributes
    ----------
    selection : Selection
        What was selected.
    by : str
        The attribute.
    names : tuple of str, length c
        The categories with ties, sorted.
    organisations : tuple of int, length c
        How many organisations with ties each has.
    ties : tuple of tuple of int, shape (c, c)
        The ties between two categories and, on the diagonal, within one; symmetric.
    by_degree : tuple of tuple of float, shape (c, c)
        The same if only degrees decided: each end of a tie as likely as its degree says.
    apart : int
        The ties with an end of unknown category, which are not counted.
    assortativity : Expectation
        The coefficient, a single number, and what it is after shuffling the categories among the
        organisations.
    draws, seed : int
        The number of shuffles, and the seed.
    """

    TABLE = "graphkit.export.mixing:mixing_table"

    selection: Selection
    by: str
    names: tuple[str, ...]
    organisations: tuple[int, ...]
    ties: tuple[tuple[int, ...], ...]
    by_degree: tuple[tuple[float, ...], ...]
    apart: int
    assortativity: Expectation
    draws: int
    seed: int


def mixing(
    network: Network,
    by: str | Mapping[str, str] = "sector",
    *,
    draws: int = DRAWS,
    seed: int = 0,
) -> Mixing:
    """Count the ties between each two categories, and measure whether like is tied to like.

    Parameters
    ----------
    network : Network
        The network as selected. Ties count alike whatever their weight.
    by : str or mapping of str to str, default "sector"
        The categories, as `categories` takes them.
    draws : int, default 1000
        How often categories are shuffled for the comparison with chance; 0 for none.
    seed : int, default 0
        The seed; the same seed gives the same result.

    Returns
    -------
    Mixing
        The matrix, what degrees alone would give, and the assortativity coefficient.

    Raises
    ------
    UsageError
        If the attribute is unknown, or `draws` or `seed` is below 0.

    See Also
    --------
    graphkit.metrics.mixing_chance : The same with memberships shuffled, which shows for each two
        categories whether they have more ties than chance gives.
    graphkit.metrics.ei_index : The same question for each category and organisation.

    Notes
    -----
    The coefficient is Newman's [1]_: the share of ties within categories, less what degrees alone
    would give, over the most that this can be.

    References
    ----------
    .. [1] Newman, M. E. J. (2003). Mixing patterns in networks. Physical Review E 67, 026126.

    Examples
    --------
    >>> from graphkit.sources import read_sample
    >>> found = mixing(Network.of(read_sample()), "sector", draws=100)
    >>> found.names[:2], found.ties[0][:2]
    (('business', 'civil'), (3, 1))
    >>> round(found.assortativity.values[0], 3)
    -0.038
    """
    require_whole(0, draws=draws, seed=seed)
    of = categories(network, by)
    rows, columns = adjacency(network.tied).nonzero()
    ends = np.stack([rows[rows < columns], columns[rows < columns]])
    known = (of.codes[ends] >= 0).all(axis=0)
    tied, ends_of_tied = np.unique(ends[:, known], return_inverse=True)
    places = ends_of_tied.reshape(2, -1)
    present, codes = np.unique(of.codes[tied], return_inverse=True)
    ties = _matrix(codes[places], len(present))
    random = np.random.default_rng(seed)
    drawn = [
        [assortativity(_matrix(random.permutation(codes)[places], len(present)))]
        for _ in range(draws)
    ]
    halves = ties.sum(axis=1) / 2.0
    by_degree = np.outer(halves, halves) * 2.0 / max(float(halves.sum()), 1.0)
    by_degree[np.diag_indices(len(present))] /= 2.0
    counted = ties.copy()
    counted[np.diag_indices(len(present))] //= 2
    return Mixing(
        selection=network.selection,
        by=of.by,
        names=tuple(of.names[code] for code in present.tolist()),
        organisations=tuple(np.bincount(codes, minlength=len(present)).tolist()),
        ties=tuple(map(tuple, counted.tolist())),
        by_degree=tuple(map(tuple, by_degree.tolist())),
        apart=int(np.count_nonzero(~known)),
        assortativity=Expectation.of([assortativity(ties)], drawn or [[math.nan]]),
        draws=draws,
        seed=seed,
    )


def _matrix(codes: npt.NDArray[np.int64], size: int) -> npt.NDArray[np.int64]:
    """How often an end of each category has one of each at the other end, shape (size, size)."""
    flat = np.bincount(codes[0] * size + codes[1], minlength=size * size)
    one_way: npt.NDArray[np.int64] = flat.reshape(size, size)
    return one_way + one_way.T


def assortativity(ties: npt.NDArray[np.int64] | npt.NDArray[np.float64]) -> float:
    """The coefficient of a symmetric matrix of ends, where a tie within a category has two; NaN
    without ties, and where all are in one category.

    >>> assortativity(np.array([[6, 2], [2, 6]]))
    0.5
    """
    every = float(ties.sum())
    if not every:
        return float("nan")
    ends = ties.sum(axis=1) / every
    by_degree = float(ends @ ends)
    within = float(np.trace(ties)) / every
    return (within - by_degree) / (1.0 - by_degree) if by_degree < 1.0 else float("nan")
