"""Structural equivalence: how far organisations have the same ties to the same others.

Two organisations are structurally equivalent when everybody else is tied to both or to neither. How
near they come to that is the correlation of their profiles, their rows of the matrix of ties.

Burt, R. S. (1976). Positions in networks. Social Forces 55, 93-122. Wasserman, S. and Faust, K.
(1994). Social Network Analysis, ch. 9.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_CONSTANT = 1e-12
"""A variance below this part of the mean square is a rounded zero."""

_DIGITS = 10
"""Correlations are rounded, so that the last bits do not decide which cluster comes first."""


def profile_correlations(ties: Any) -> Floats:
    """Correlate the profiles of each two nodes of a graph without directions.

    Parameters
    ----------
    ties : scipy.sparse.csr_array or ndarray, shape (n, n)
        The symmetric matrix of the weights of ties, zero on the diagonal.

    Returns
    -------
    ndarray of float, shape (n, n)
        The Pearson correlation of each two rows, in which these two themselves do not count [1]_.
        As ties have no directions, columns add nothing to rows. Where one of two profiles is
        constant there is no correlation: 1 if they are the same, else 0. The diagonal is 1.

    References
    ----------
    .. [1] Wasserman, S. and Faust, K. (1994). Social Network Analysis, eq. 9.2.

    Examples
    --------
    The ends of a path of four:

    >>> path = np.diag(np.ones(3), 1) + np.diag(np.ones(3), -1)
    >>> profile_correlations(path)[0].tolist()
    [1.0, 0.0, 0.0, -1.0]
    """
    dense: Floats = ties.toarray() if hasattr(ties, "toarray") else np.asarray(ties, dtype=float)
    others = len(dense) - 2
    # Row i without its tie to j, at (i, j): its sum and the sum of its squares. The tie of i to
    # itself is zero, so that products of i and j are without the two as they are.
    sums = dense.sum(axis=1)[:, None] - dense
    squares = (dense**2).sum(axis=1)[:, None] - dense**2
    spread = others * squares - sums**2
    constant = spread <= _CONSTANT * others * squares
    spread[constant] = 1.0
    products = np.asarray((ties @ ties).toarray() if hasattr(ties, "toarray") else dense @ dense)
    result = (others * products - sums * sums.T) / np.sqrt(spread * spread.T)
    either = constant | constant.T
    same = constant & constant.T & np.isclose(sums, sums.T, rtol=_CONSTANT)
    result[either] = same[either]
    np.fill_diagonal(result, 1.0)
    rounded: Floats = result.round(_DIGITS)
    return rounded


def clusters_of(correlations: Floats, most: int) -> npt.NDArray[np.int64]:
    """Put nodes of like profiles together, by complete linkage.

    Parameters
    ----------
    correlations : ndarray of float, shape (n, n)
        The correlation of each two profiles.
    most : int
        The highest number of clusters.

    Returns
    -------
    ndarray of int64, shape (n,)
        The number of each node's cluster, from 0. Clusters that are equally alike are merged at
        once, and nodes with the same profile always, so there can be fewer than `most`.

    Examples
    --------
    >>> clusters_of(np.array([[1.0, 0.9, 0.1], [0.9, 1.0, 0.0], [0.1, 0.0, 1.0]]), 2).tolist()
    [0, 0, 1]
    """
    from scipy.cluster.hierarchy import fcluster, linkage

    n = len(correlations)
    if n < 2:
        return np.zeros(n, dtype=np.int64)
    apart = 1.0 - correlations[np.triu_indices(n, 1)]
    tree = linkage(apart, method="complete")
    highest = tree[n - most - 1, 2] if most < n else 0.0
    labels = fcluster(tree, highest, criterion="distance")
    return np.asarray(labels, dtype=np.int64) - 1
