"""Which pairs declared to work together and do not, and which do without a declaration.

A declaration is signed; what realises it is a collaboration that both take part in, or a direct tie
between them. Memberships are neither.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graphkit.model import Node
from graphkit.network import Network, TwoMode

_REALISED = ("collaboration", "tie")


@dataclass(frozen=True)
class DeclaredAndRealised:
    """Pairs of organisations by what ties them.

    Attributes
    ----------
    declarations, realisations : int
        How many declarations there are, and how many collaborations and direct ties.
    both : int
        How many pairs declared it and work together.
    declared_only : tuple of (Node, Node)
        The pairs that signed the same declaration and share no collaboration and no direct tie, in
        order of id.
    realised_only : tuple of (Node, Node)
        The pairs that share one and signed no declaration together, in order of id. Empty where
        there are no declarations.
    """

    declarations: int
    realisations: int
    both: int
    declared_only: tuple[tuple[Node, Node], ...]
    realised_only: tuple[tuple[Node, Node], ...]


def declared_and_realised(network: Network) -> DeclaredAndRealised:
    """Compare declarations with collaborations and direct ties, pair by pair.

    Parameters
    ----------
    network : Network
        The network as selected.

    Returns
    -------
    DeclaredAndRealised
        The pairs. Without declarations there is nothing to compare, and none are listed.

    Notes
    -----
    What is only planned does not count unless the selection includes it.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> found = declared_and_realised(Network.of(read_sample()))
    >>> found.declarations, len(found.declared_only), found.both
    (2, 75, 6)
    """
    form = network.two_mode
    layers = np.array([group.layer for group in form.groups], dtype=object)
    declaring = layers == "declaration"
    realising = np.isin(layers, _REALISED)
    declarations, realisations = int(declaring.sum()), int(realising.sum())
    if not declarations:
        return DeclaredAndRealised(0, realisations, 0, (), ())
    declared, realised = _pairs(form, declaring), _pairs(form, realising)
    nodes = [network.organisations[network.index[each]] for each in form.organisations]

    def named(pairs: npt.NDArray[np.int64]) -> tuple[tuple[Node, Node], ...]:
        size = len(nodes)
        return tuple((nodes[each // size], nodes[each % size]) for each in pairs.tolist())

    return DeclaredAndRealised(
        declarations,
        realisations,
        len(np.intersect1d(declared, realised)),
        named(np.setdiff1d(declared, realised)),
        named(np.setdiff1d(realised, declared)),
    )


def _pairs(form: TwoMode, groups: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """The pairs that share one of these groups, each as one number, sorted."""
    from scipy.sparse import csr_array, triu

    rows, columns = form.members[:, groups[form.members[1]]]
    shape = (len(form.organisations), len(form.groups))
    inside = csr_array((np.ones(len(rows), dtype=np.int64), (rows, columns)), shape=shape)
    one, other = triu(inside @ inside.T, k=1).nonzero()
    return np.sort(one.astype(np.int64) * shape[0] + other)
