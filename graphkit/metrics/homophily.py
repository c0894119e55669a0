"""The E-I index: whether ties lead out of a category (a sector, say) or stay within it.

(E - I) / (E + I), with E the ties between categories and I those within one: -1 where all ties
stay within, 1 where all lead out. Sizes alone move it (of two equal categories most pairs are
between), so the network's index is compared with what chance gives: the ties stay, the categories
are dealt again among the organisations at their ends. Organisations without a tie take no part in
the deal: they would lend it categories that no tie has.

Krackhardt, D. and Stern, R. N. (1988). Informal networks and organizational crises: an experimental
simulation. Social Psychology Quarterly 51, 123-140.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from graphkit.metrics.arguments import require_whole
from graphkit.metrics.entry import ALIKE, Entry
from graphkit.metrics.organisation_categories import UNKNOWN_APART, Categories, categories
from graphkit.metrics.steps import adjacency
from graphkit.network import Network

if TYPE_CHECKING:
    from scipy.sparse import csr_array

ENTRIES = (
    Entry(
        name="ei-index",
        on=("organisation", "set", "network"),
        meaning="whether ties lead out of the category (1) or stay within it (-1)",
        formula="(E - I) / (E + I) with E ties between and I ties within categories; for one "
        "category, only its ties, each counted once",
        normalisation="-1 to 1. It depends on the sizes of categories, so it is compared with "
        "its values after shuffling the categories (seeded) among the organisations with ties",
        weights=ALIKE,
        apart=f"an isolate has no value; {UNKNOWN_APART}: ties to them are left out",
        reference="Krackhardt, D. and Stern, R. N. (1988). Informal networks and organizational "
        "crises. Social Psychology Quarterly 51, 123-140.",
        function="graphkit.metrics.ei_index",
        command="graphkit cohesion --by sector",
    ),
)


@dataclass(frozen=True, slots=True)
class GroupIndex:
    """The E-I index of a category.

    Attributes
    ----------
    name : str
        The category.
    organisations : int
        How many organisations it has.
    external, internal : int
        The ties that lead out, and the ties within.
    value : float
        The index; NaN without ties.
    """

    name: str
    organisations: int
    external: int
    internal: int
    value: float


@dataclass(frozen=True, slots=True)
class EIIndex:
    """The E-I index of a network, of each category and of each organisation.

    Attributes
    ----------
    by : str
        The attribute.
    value : float
        The index of the network; NaN without ties between organisations of known category.
    external, internal : int
        The ties between categories and those within one.
    apart : int
        The ties with an end of unknown category, which are not counted.
    groups : tuple of GroupIndex
        For each category its organisations, the ties that lead out, the ties within (counted once)
        and its index.
    organisations : mapping of str to float
        The index of each organisation, by id, over its ties to those of known category. NaN without
        such ties, or where its own category is not known.
    draws : int
        The number of permutations.
    dealt : int
        The number of organisations, at the ends of the ties counted, that categories are dealt
        among.
    expected : float
        The mean index over all ways to deal the categories.
    p_value : float
        Two-sided: the share of draws, the actual network counted among them, whose index is at
        least as far from that mean, on either side.
    """

    by: str
    value: float
    external: int
    internal: int
    apart: int
    groups: tuple[GroupIndex, ...]
    organisations: Mapping[str, float]
    draws: int
    dealt: int
    expected: float
    p_value: float


def ei_index(
    network: Network,
    by: str | Mapping[str, str] = "sector",
    *,
    draws: int = 1000,
    seed: int = 0,
) -> EIIndex:
    """Measure whether ties lead out of categories or stay within them, and test it.

    Parameters
    ----------
    network : Network
        The network as selected. Ties count alike whatever their weight.
    by : str or mapping of str to str, default "sector"
        The categories, as `categories` takes them.
    draws : int, default 1000
        The number of permutations of the test; 0 for none.
    seed : int, default 0
        The seed; the same seed gives the same test.

    Returns
    -------
    EIIndex
        The index and the outcome of the test.

    Raises
    ------
    UsageError
        If the attribute is unknown, or `draws` or `seed` is below 0.

    Notes
    -----
    The index [1]_ is (E - I) / (E + I), with E the ties between categories and I those within one:
    -1 when all ties stay within, 1 when all lead out. The sizes of categories alone move it. So it
    is compared with chance: the ties stay, and the categories are dealt out again among the
    organisations that have one.

    References
    ----------
    .. [1] Krackhardt, D. and Stern, R. N. (1988). Informal networks and organizational crises: an
       experimental simulation. Social Psychology Quarterly 51, 123-140.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> index = ei_index(Network.of(read_sample()), "sector", draws=100)
    >>> index.external, index.internal, round(index.value, 2)
    (76, 23, 0.54)
    """
    require_whole(0, draws=draws, seed=seed)
    ties = adjacency(network.tied)
    of = categories(network, by)
    each = ei_of_each(ties, of)
    ends = np.array([part[_once(ties)] for part in ties.nonzero()])
    codes = of.codes[ends]
    known = (codes >= 0).all(axis=0)
    here, there = codes[:, known]
    outward = here != there
    external = int(np.count_nonzero(outward))
    internal = len(here) - external
    groups = []
    for code, name in enumerate(of.names):
        touching = (here == code) | (there == code)
        out = int(np.count_nonzero(touching & outward))
        inside = int(np.count_nonzero(touching)) - out
        groups.append(
            GroupIndex(name, int((of.codes == code).sum()), out, inside, _index(out, inside))
        )
    tied = np.unique(ends[:, known])
    expected = _expected(of.codes[tied])
    p_value = _p_value(np.searchsorted(tied, ends[:, known]), of.codes[tied], expected, draws, seed)
    return EIIndex(
        by=of.by,
        value=_index(external, internal),
        external=external,
        internal=internal,
        apart=int(np.count_nonzero(~known)),
        groups=tuple(groups),
        organisations=dict(zip(network.tied.organisations, each.tolist(), strict=True)),
        draws=draws,
        dealt=len(tied),
        expected=2.0 * expected - 1.0,
        p_value=p_value,
    )


def ei_of_each(ties: csr_array, of: Categories) -> npt.NDArray[np.float64]:
    """Each organisation's E-I index over its ties to those of known category, shape (n,).

    >>> from scipy.sparse import csr_array
    >>> path = csr_array([[0, 1, 0], [1, 0, 1], [0, 1, 0]])
    >>> ei_of_each(path, Categories.of("sector", ["business", "business", "public"])).tolist()
    [-1.0, 0.0, 1.0]
    """
    near = (ties @ of.indicator()).toarray()
    total = near.sum(axis=1)
    inside = np.zeros(len(total))
    rows = np.flatnonzero(of.known)
    inside[rows] = near[rows, of.codes[rows]]
    values = np.full(len(total), np.nan)
    told = of.known & (total > 0)
    values[told] = (total[told] - 2 * inside[told]) / total[told]
    return values


def _once(ties: csr_array) -> npt.NDArray[np.bool_]:
    """Of the entries of a symmetric matrix, those that stand for each pair once."""
    rows, columns = ties.nonzero()
    below: npt.NDArray[np.bool_] = rows < columns
    return below


def _index(external: int, internal: int) -> float:
    ties = external + internal
    return (external - internal) / ties if ties else float("nan")


def _expected(codes: npt.NDArray[np.int64]) -> float:
    """The probability that two organisations have different categories after a deal."""
    n = len(codes)
    if n < 2:
        return float("nan")
    counts = np.bincount(codes)
    return 1.0 - float((counts * (counts - 1)).sum()) / (n * (n - 1))


def _p_value(
    ends: npt.NDArray[np.int64],
    codes: npt.NDArray[np.int64],
    expected: float,
    draws: int,
    seed: int,
) -> float:
    """The share of deals in which as many ties too many, or too few, lead out as do now."""
    ties = ends.shape[1]
    if not ties or draws < 1:
        return float("nan")
    random = np.random.default_rng(seed)
    dealt = codes.copy()
    rows, columns = ends
    outward = np.empty(draws + 1, dtype=np.int64)
    outward[0] = np.count_nonzero(codes[rows] != codes[columns])
    for draw in range(1, draws + 1):
        random.shuffle(dealt)
        outward[draw] = np.count_nonzero(dealt[rows] != dealt[columns])
    off = np.abs(outward - expected * ties)
    return float(np.mean(off >= off[0] - 1e-9 * ties))
