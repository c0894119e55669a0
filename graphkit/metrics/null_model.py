"""The null model: networks in which chance alone says who is in which group.

A large group ties all its members to each other, and an organisation in many groups is on many
paths. So a number means little until it is compared with networks whose groups have the same sizes
and whose organisations are in as many groups, but shuffled (a conditional uniform graph test).

What stays in every draw:

- how many organisations each group has: each cluster, declaration and collaboration. A direct tie
  is a group of two;
- how many groups each organisation is in. Layers are not kept apart: an organisation that signed
  three declarations may have signed two and joined a project in a draw;
- that a cluster is in its own group, unless `group_nodes` excludes it;
- the weight of each group: under `newman` it follows from the size, and a direct tie has its own;
- which organisations there are, with their sectors and kinds, isolates among them, and which parts
  count as which wholes.

All of this is taken from the network as selected: with `at`, only facts in force are shuffled.
Draws do not keep dates and lifetimes, so they can put an organisation into a group that ended
before it was founded. They do not keep roles, and they need not be in one piece even where only the
largest component was selected.

Two selections are refused. With `overlap`, ties depend on who was in a group at the same time, and
a shuffled membership has no time. A backbone has already been compared with chance: it is what
chance does not explain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import numpy as np
import numpy.typing as npt

from graphkit.backend.curveball import ROUNDS, shuffled
from graphkit.metrics.arguments import require_whole
from graphkit.model import UsageError
from graphkit.network import Network, TwoMode

FIXED = "the same group sizes and as many groups for each organisation"
"""What stays, in words."""


def null_draws(
    of: Network | TwoMode, draws: int = 200, *, seed: int = 0, rounds: int = ROUNDS
) -> Iterator[TwoMode]:
    """Draw networks with the same group sizes and memberships at random.

    Parameters
    ----------
    of : Network or TwoMode
        The network as selected, or its two-mode form.
    draws : int, default 200
        How many to draw, at least 1.
    seed : int, default 0
        The seed, at least 0. The same seed gives the same draws on every machine and with any
        number of threads, and the first of many draws are those of few.
    rounds : int, default 20
        How many trades there are between two draws, for each group.

    Returns
    -------
    iterator of TwoMode
        For each draw the two-mode form with other `members`; everything else in it is the same. A
        draw is made when it is asked for.

    Raises
    ------
    UsageError
        If `draws` or `rounds` is below 1 or `seed` below 0, or the network is selected with
        `overlap` or `backbone`.

    Notes
    -----
    Every network with the same margins is equally likely; see `graphkit.backend.curveball.shuffled`
    for the method. The text of this module says what stays and what does not.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> form = Network.of(read_sample()).two_mode
    >>> for drawn in null_draws(form, 2):
    ...     print(drawn.projection().nnz // 2, drawn.sizes().tolist() == form.sizes().tolist())
    100 True
    101 True
    """
    require_whole(1, draws=draws, rounds=rounds)
    require_whole(0, seed=seed)
    form = of if isinstance(of, TwoMode) else of.two_mode
    if isinstance(of, Network):
        _refuse(of)
    elif form.surplus is not None:
        raise UsageError("these groups are slices of groups; take `Network.two_mode`")
    walk = shuffled(form.members, fixed=own_places(form), seed=seed, rounds=rounds)
    return (replace(form, members=members) for members in islice(walk, draws))


def own_places(form: TwoMode) -> npt.NDArray[np.bool_]:
    """Which pairs are those of a cluster in its own group, shape (pairs,)."""
    place = {name: number for number, name in enumerate(form.organisations)}
    own = np.array(
        [place.get(each.id, -1) if each.layer == "membership" else -1 for each in form.groups],
        dtype=np.int64,
    )
    rows, columns = form.members
    stays: npt.NDArray[np.bool_] = own[columns] == rows
    return stays


def _refuse(network: Network) -> None:
    selection = network.selection
    if selection.overlap:
        raise UsageError(
            "`overlap` ties those who were in a group at the same time, and a shuffled membership "
            "has no time; leave it out to compare with chance"
        )
    if selection.backbone:
        raise UsageError(
            "`backbone` keeps what chance does not explain, so comparing it with chance again says "
            "nothing; leave it out to compare with chance"
        )
