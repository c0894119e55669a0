"""Whom to introduce to whom: pairs without a tie, by how many acquaintances they have in common.

Two organisations that many others know both of are the likeliest to meet, and the easiest to bring
together. This is the count of common neighbours, the simplest of the indices of link prediction.

Liben-Nowell, D. and Kleinberg, J. (2007). The link-prediction problem for social networks. Journal
of the American Society for Information Science and Technology 58, 1019-1031.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graphkit.metrics.arguments import require_whole
from graphkit.metrics.steps import adjacency
from graphkit.model import Node
from graphkit.network import Network

_BLOCK = 256
"""How many organisations are looked at side by side."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """Two organisations that are not tied and have acquaintances in common.

    Attributes
    ----------
    one, other : Node
        The two.
    through : tuple of Node
        The acquaintances, organisations that are tied to both, in order of name.
    """

    one: Node
    other: Node
    through: tuple[Node, ...]


def introductions(
    network: Network, organisation: Node | None = None, *, most: int = 20
) -> tuple[Introduction, ...]:
    """Find whom to introduce to whom.

    Parameters
    ----------
    network : Network
        The network as selected.
    organisation : Node, optional
        The one to introduce to others, a node of the network; by default any two.
    most : int, default 20
        How many at most, at least 1.

    Returns
    -------
    tuple of Introduction
        Those with most acquaintances in common first, equal ones in order of id. With an
        organisation, it is the first of each two.

    Raises
    ------
    UsageError
        If `most` is below 1, or the organisation is not a node of the network.

    Notes
    -----
    The number of common neighbours [1]_ does not weigh ties.

    References
    ----------
    .. [1] Liben-Nowell, D. and Kleinberg, J. (2007). The link-prediction problem for social
       networks. Journal of the American Society for Information Science and Technology 58,
       1019-1031.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample())
    >>> found = introductions(network, network.organisation("malow"), most=1)[0]
    >>> found.other.name, [each.name for each in found.through]
    ('Białostocka Fundacja Kształcenia Kadr', ['ChM', 'Klaster Obróbki Metali'])
    """
    require_whole(1, most=most)
    ties = adjacency(network.tied)
    names = network.tied.organisations
    nodes = [network.organisations[network.index[each]] for each in names]
    size = len(nodes)
    starts = range(0, size, _BLOCK)
    if organisation is not None:
        starts = range(network.position(organisation), network.position(organisation) + 1)
    best: list[tuple[int, int, int]] = []
    for start in starts:
        stop = start + 1 if organisation is not None else min(start + _BLOCK, size)
        common: npt.NDArray[np.int64] = (ties[start:stop] @ ties).toarray().astype(np.int64)
        common[ties[start:stop].toarray() > 0] = 0
        rows, columns = np.nonzero(common)
        apart = columns != rows + start if organisation is not None else columns > rows + start
        rows, columns = rows[apart], columns[apart]
        counts = common[rows, columns]
        # A row of the block is followed by its columns, so that equal counts are in order of id.
        first = np.argsort(-counts, kind="stable")[:most]
        best += zip(
            (-counts[first]).tolist(),
            (rows[first] + start).tolist(),
            columns[first].tolist(),
            strict=True,
        )
        best = sorted(best)[:most]
    return tuple(
        Introduction(nodes[one], nodes[other], _both_know(ties, nodes, one, other))
        for _, one, other in best
    )


def _both_know(ties: object, nodes: list[Node], one: int, other: int) -> tuple[Node, ...]:
    near = [set(ties[[each]].indices.tolist()) for each in (one, other)]  # type: ignore[index]
    found = [nodes[each] for each in near[0] & near[1]]
    return tuple(sorted(found, key=lambda node: (node.name.casefold(), node.id)))
