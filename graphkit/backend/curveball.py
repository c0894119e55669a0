"""Random incidences with the margins of a given one: who is in which group is shuffled.

Every node keeps the number of its groups, and every group the number of its nodes.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

Members = npt.NDArray[np.int32]

ROUNDS = 20
"""How many trades there are from one draw to the next, for each group."""


def shuffled(
    members: Members,
    *,
    fixed: npt.NDArray[np.bool_] | None = None,
    seed: int = 0,
    rounds: int = ROUNDS,
) -> Iterator[Members]:
    """Draw incidences with the same margins at random, without end.

    Parameters
    ----------
    members : ndarray of int32, shape (2, pairs)
        The pairs (node, group), each once, sorted by node, then group.
    fixed : ndarray of bool, shape (pairs,), optional
        The pairs that stay. No two of them share a node or a group.
    seed : int, default 0
        The seed, at least 0.
    rounds : int, default 20
        How many trades there are from one draw to the next, for each group.

    Returns
    -------
    iterator of ndarray of int32, shape (2, pairs)
        The pairs of the next draw, sorted as `members` are.

    Notes
    -----
    In a trade of the curveball algorithm [1]_ two groups deal out again the nodes that only one of
    them has. In the long run every incidence with the same margins is equally likely [2]_. With
    fixed pairs, trades alone do not reach all of them; hexagons are turned as well [3]_. One walk
    gives all draws, and each begins where the last one ended. It uses a random generator of its
    own, so that the draws of a seed are the same on every machine and with any number of threads.

    References
    ----------
    .. [1] Strona, G., Nappo, D., Boccacci, F., Fattorini, S. and San-Miguel-Ayanz, J. (2014). A
       fast and unbiased procedure to randomize ecological binary matrices with fixed row and column
       totals. Nature Communications 5, 4114.
    .. [2] Carstens, C. J. (2015). Proof of uniform sampling of binary matrices with fixed row sums
       and column sums for the fast Curveball algorithm. Physical Review E 91, 042812.
    .. [3] Erdos, P. L., Kiss, S. Z., Miklos, I. and Soukup, L. (2015). Approximate counting of
       graphical realizations. PLoS ONE 10, e0131300.

    Examples
    --------
    >>> members = np.array([[0, 0, 1, 2, 2, 3], [0, 1, 1, 0, 2, 2]], dtype=np.int32)
    >>> draws = shuffled(members, seed=1)
    >>> next(draws).tolist()
    [[0, 0, 1, 2, 2, 3], [0, 1, 2, 0, 2, 1]]
    """
    from graphkit.backend.kernels.trades import by_node, walk

    rows, columns = members
    nodes, groups = (int(side.max(initial=-1)) + 1 for side in members)
    stays = np.zeros(len(rows), dtype=bool) if fixed is None else fixed
    own = np.full(groups, -1, dtype=np.int32)
    own[columns[stays]] = rows[stays]
    if np.count_nonzero(own >= 0) < stays.sum() or len(np.unique(rows[stays])) < stays.sum():
        raise ValueError("`fixed` has two pairs that share a node or a group")
    free = np.flatnonzero(~stays)
    free = free[np.argsort(columns[free], kind="stable")]
    sizes = np.bincount(columns[free], minlength=groups)
    offsets = np.concatenate(([0], np.cumsum(sizes)))
    items, owner = rows[free].copy(), columns[free].copy()
    having = np.flatnonzero(own >= 0)
    starts = np.searchsorted(rows, np.arange(nodes))
    walking = (
        offsets,
        items,
        own,
        owner,
        np.flatnonzero(sizes),
        having if len(having) > 2 else having[:0],
        np.zeros(nodes + 1, dtype=np.int64),
        np.array([seed], dtype=np.uint64),
    )
    while True:
        walk(*walking, rounds)
        drawn = np.empty_like(members)
        drawn[0] = rows
        by_node(offsets, items, own, starts.copy(), drawn[1])
        yield drawn
