"""Measures of who is in which group, taken from the two-mode form and not from the projection.

A projection turns each group into a clique, so its density and clustering say more of the sizes of
groups than about who meets others. These do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from graphkit.metrics.entry import Entry
from graphkit.metrics.steps import product_at
from graphkit.network import TwoMode

if TYPE_CHECKING:
    from scipy.sparse import csr_array

ENTRIES = (
    Entry(
        name="two-mode-density",
        on=("network",),
        meaning="the share of possible memberships (pairs of organisation and group) that exist",
        formula="memberships / (organisations * groups)",
        normalisation="0 to 1; a direct tie is a group of two",
        weights="ignored: all memberships count the same",
        apart="isolates count among the organisations",
        reference="Borgatti, S. P. and Everett, M. G. (1997). Network analysis of 2-mode data. "
        "Social Networks 19, 243-269.",
        function="graphkit.metrics.two_mode_measures",
        command="graphkit cohesion",
    ),
    Entry(
        name="reinforcement",
        on=("network",),
        meaning="whether organisations that share one group also share another",
        formula="4 * cycles of four memberships / paths of three",
        normalisation="0 to 1 (organisations that share one group share all their groups)",
        weights="ignored: all memberships count the same",
        apart="isolates do not matter; no value without a path of three memberships",
        reference="Robins, G. and Alexander, M. (2004). Small worlds among interlocking directors. "
        "Computational and Mathematical Organization Theory 10, 69-94.",
        function="graphkit.metrics.two_mode_measures",
        command="graphkit cohesion",
    ),
    Entry(
        name="two-mode-clustering",
        on=("network",),
        meaning="whether two organisations that each share a group with a third also share one "
        "with each other",
        formula="paths i-p-j-q-k of memberships whose i and k share a group other than p and q / "
        "all such paths",
        normalisation="0 to 1; unlike in the projection, large groups do not raise it",
        weights="ignored: all memberships count the same",
        apart="isolates do not matter; no value without a path of four memberships",
        reference="Opsahl, T. (2013). Triadic closure in two-mode networks: redefining the global "
        "and local clustering coefficients. Social Networks 35, 159-167.",
        function="graphkit.metrics.two_mode_measures",
        command="graphkit cohesion",
    ),
)


@dataclass(frozen=True, slots=True)
class TwoModeMeasures:
    """Measures of who is in which group; NaN where there is nothing to take a share of.

    Attributes
    ----------
    density : float
        The share of all pairs of an organisation and a group that are memberships.
    reinforcement : float
        Of the paths of three memberships (two organisations share a group and one of them is in
        another) the share in which the other is in that one too.
    clustering : float
        Of the paths of four memberships (i and j share a group, j and k another) the share in which
        i and k share a third.
    """

    density: float
    reinforcement: float
    clustering: float


def two_mode_measures(form: TwoMode) -> TwoModeMeasures:
    """Measure density, reinforcement and clustering of the memberships.

    Parameters
    ----------
    form : TwoMode
        Who is in which group, such as `Network.two_mode`.

    Returns
    -------
    TwoModeMeasures
        The three measures.

    Notes
    -----
    A projection turns each group into a clique, so its density and clustering say more about the
    sizes of groups than about meetings. These measures do not: see [1]_ for reinforcement and
    [2]_ for clustering. A direct tie is a group of two, and a cluster's own node is a member of it.

    References
    ----------
    .. [1] Robins, G. and Alexander, M. (2004). Small worlds among interlocking directors.
       Computational and Mathematical Organization Theory 10, 69-94.
    .. [2] Opsahl, T. (2013). Triadic closure in two-mode networks. Social Networks 35, 159-167.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> measures = two_mode_measures(Network.of(read_sample()).two_mode)
    >>> round(measures.density, 3), round(measures.reinforcement, 3)
    (0.062, 0.192)
    """
    cells = len(form.organisations) * len(form.groups)
    return TwoModeMeasures(
        density=form.members.shape[1] / cells if cells else float("nan"),
        reinforcement=reinforcement(form),
        clustering=clustering(form),
    )


def reinforcement(form: TwoMode) -> float:
    """Four times the cycles of four memberships over the paths of three; NaN without paths.

    Two organisations that share both of two groups make one cycle, and four paths.
    """
    sizes = form.sizes()
    groups_of = np.bincount(form.members[0], minlength=len(form.organisations))
    paths = int(((groups_of[form.members[0]] - 1) * (sizes[form.members[1]] - 1)).sum())
    incidence = form.incidence()
    shared = (incidence @ incidence.T).tocoo()
    often = np.rint(shared.data[shared.row < shared.col]).astype(np.int64)
    cycles = int((often * (often - 1) // 2).sum())
    return 4 * cycles / paths if paths else float("nan")


def clustering(form: TwoMode) -> float:
    """Closed paths of four memberships over all of them; NaN without any.

    A path is i - p - j - q - k of different organisations i, j, k and different groups p, q; it is
    closed by a group other than p and q with both i and k in it. Nothing is enumerated. Let s_ij
    count the groups that i and j share, and t those that all three share. There are s_ij s_jk - t
    paths; how many of them are closed depends on s_ik:

        s_ik = 1    (s_ij - t)(s_jk - t) = s_ij s_jk - t (s_ij + s_jk - 1), as t is 0 or 1
        s_ik = 2    s_ij s_jk - t^2
        s_ik > 2    s_ij s_jk - t

    The sum of s_ij s_jk over j is an entry of the square of the matrix of s. What is taken from it
    needs the members j of the groups that i and k share: sums over these groups, so entries of
    products of the incidence B with a weight a membership. With s_ik = 2 and groups g and h, t is
    1 or, in both, 2, so t^2 sums to |g| - 2 + |h| - 2 + 2 (|g and h| - 2).
    """
    from scipy.sparse import csr_array, diags_array

    incidence = form.incidence()
    sizes = form.sizes().astype(np.float64)
    shared = csr_array(incidence @ incidence.T)
    shared.setdiag(0.0)
    shared.eliminate_zeros()
    row_sums = np.asarray(shared.sum(axis=1)).ravel()
    squares = np.asarray((shared * shared).sum(axis=1)).ravel()
    in_one_group = float((sizes * (sizes - 1) * (sizes - 2)).sum())
    paths = float((row_sums**2 - squares).sum()) - in_one_group
    if paths <= 0:
        return float("nan")

    tied = shared.copy()
    tied.data = np.ones_like(tied.data)
    closed = float(product_at(shared, shared, tied).sum())
    once, twice = _equal_to(shared, 1), _equal_to(shared, 2)
    many = csr_array(tied - once - twice)
    others = csr_array(incidence @ diags_array(sizes - 2)) @ incidence.T  # sums of |g| - 2
    met = csr_array((shared @ incidence) * incidence)  # at (i, g): the sum of s_ij for j in g
    closed -= 2 * float((csr_array(met @ incidence.T) * once).sum())
    closed += float((csr_array(incidence @ diags_array(sizes) @ incidence.T) * once).sum())
    closed -= float((csr_array(others) * many).sum())
    closed -= float((csr_array(others) * twice).sum())
    closed -= _in_both(incidence, twice)
    return closed / paths


def _equal_to(shared: csr_array, number: int) -> csr_array:
    """The matrix of ones where two organisations share at least `least` groups."""
    from scipy.sparse import csr_array

    found = shared.tocoo()
    here = np.rint(found.data) == number
    ones = np.ones(int(np.count_nonzero(here)))
    return csr_array((ones, (found.row[here], found.col[here])), shape=shared.shape)


def _in_both(incidence: csr_array, twice: csr_array) -> float:
    """For the pairs with exactly two groups g and h, the sum of 2 (|g and h| - 2)."""
    rows, columns = twice.nonzero()
    if not len(rows):
        return 0.0
    groups = (incidence[rows] * incidence[columns]).tocsr().indices.reshape(-1, 2)
    groups.sort(axis=1)
    pairs, counts = np.unique(groups, axis=0, return_counts=True)
    by_group = incidence.T.tocsr()
    overlap = np.asarray((by_group[pairs[:, 0]] * by_group[pairs[:, 1]]).sum(axis=1)).ravel()
    return float((2 * (overlap - 2) * counts).sum())
