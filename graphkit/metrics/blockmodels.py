"""Blockmodels: organisations in like positions, and which positions are tied to which.

A position holds organisations with like ties to the same others; unlike a community, its members
need not be tied to each other. The densities of ties within and between positions are the
blockmodel.

White, H. C., Boorman, S. A. and Breiger, R. L. (1976). Social structure from multiple networks.
American Journal of Sociology 81, 730-780. Wasserman, S. and Faust, K. (1994). Social Network
Analysis, ch. 9 and 10.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graphkit.metrics.arguments import require_whole
from graphkit.metrics.entry import Entry
from graphkit.metrics.structural_equivalence import clusters_of, profile_correlations
from graphkit.model import Node, UsageError
from graphkit.model.tabular import Tabular
from graphkit.network import Network

POSITIONS = 4

MOST_COMPARED = 3_000
"""All pairs are compared: at this number they take about 600 MB."""

_SAME = 1e-9
"""Densities nearer to alpha than this part of it are equal to it."""

_WASSERMAN_FAUST = "Wasserman, S. and Faust, K. (1994). Social Network Analysis"

ENTRIES = (
    Entry(
        name="profile-correlation",
        on=("pair",),
        meaning="how far two organisations have the same ties to the same others",
        formula="the correlation of w_ik and w_jk over all k but i and j",
        normalisation="-1 to 1 (structurally equivalent)",
        weights="compared as they are; with weight none, a tie is 1",
        apart="isolates are left out; where one of the two is tied alike to all others there is no "
        "correlation: 1 if both are, else 0",
        reference=f"Burt, R. S. (1976). Positions in networks. Social Forces 55, 93-122; "
        f"{_WASSERMAN_FAUST}, eq. 9.2.",
        function="graphkit.metrics.profile_correlations",
        command="graphkit blockmodel",
    ),
    Entry(
        name="block-density",
        on=("set",),
        meaning="the share of pairs of organisations in two positions, or in one, that are tied",
        formula="ties / pairs; with weights, the sum of the weights / pairs",
        normalisation="0 to 1 without weights; the image has a 1 where it is at least alpha",
        weights="summed; with weight none, a tie is 1",
        apart="isolates are left out; no value within a position of one",
        reference="White, H. C., Boorman, S. A. and Breiger, R. L. (1976). Social structure from "
        "multiple networks. American Journal of Sociology 81, 730-780; "
        f"{_WASSERMAN_FAUST}, ch. 10.",
        function="graphkit.metrics.blockmodel",
        command="graphkit blockmodel --blocks",
    ),
)


@dataclass(frozen=True, slots=True)
class Position:
    """Organisations with like ties.

    Attributes
    ----------
    number : int
        1 for the largest.
    members : tuple of Node
        The organisations, those with most ties first.
    ties : tuple of int
        How many ties each has.
    alike : float
        The lowest correlation of two members' profiles; NaN with a single member.
    """

    number: int
    members: tuple[Node, ...]
    ties: tuple[int, ...]
    alike: float


@dataclass(frozen=True)
class Blockmodel(Tabular):
    """Positions and how they are tied.

    Attributes
    ----------
    positions : tuple of Position
        The positions, largest first.
    densities : tuple of tuple of float
        The density of ties between each two positions, within them on the diagonal; NaN within a
        position of one.
    pairs : tuple of tuple of int
        The pairs of organisations that each density is taken over.
    ties : tuple of tuple of int
        How many of these pairs are tied.
    density : float
        That of all ties; NaN without any.
    alpha : float
        The density from which on two positions count as tied in the image.
    alone : tuple of Node
        The organisations without ties, which are in no position.
    weighed : bool
        Whether the strengths of ties were used.
    """

    TABLE = "graphkit.export.blockmodels:positions_table"

    positions: tuple[Position, ...]
    densities: tuple[tuple[float, ...], ...]
    pairs: tuple[tuple[int, ...], ...]
    ties: tuple[tuple[int, ...], ...]
    density: float
    alpha: float
    alone: tuple[Node, ...]
    weighed: bool

    @property
    def image(self) -> tuple[tuple[bool | None, ...], ...]:
        """Whether each two positions count as tied; None where there is no density."""
        least = self.alpha * (1 - _SAME)
        return tuple(
            tuple(None if math.isnan(value) else value >= least for value in row)
            for row in self.densities
        )


def blockmodel(
    network: Network, positions: int = POSITIONS, *, alpha: float | None = None
) -> Blockmodel:
    """Find positions of structurally equivalent organisations, and how these are tied.

    Parameters
    ----------
    network : Network
        The network as selected. The strengths of ties count when the selection weighs ties.
    positions : int, default 4
        How many positions to find, at least 1. There can be fewer, because organisations that are
        equally alike stay together.
    alpha : float, optional
        The density from which on two positions count as tied in the image; by default that of the
        whole network.

    Returns
    -------
    Blockmodel
        The positions with their members, the densities between them, and the image.

    Raises
    ------
    UsageError
        If `positions` is below 1, `alpha` is negative, or more than 3,000 organisations have ties.

    Notes
    -----
    Profiles are correlated [1]_ and put together by hierarchical clustering, not by CONCOR. Its
    linkage is complete, so that each two members of a position are at least as alike as its `alike`
    says. The image has a tie where the density is at least alpha [2]_.

    References
    ----------
    .. [1] Burt, R. S. (1976). Positions in networks. Social Forces 55, 93-122.
    .. [2] Wasserman, S. and Faust, K. (1994). Social Network Analysis, ch. 9 and 10.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> found = blockmodel(Network.of(read_sample()), 3)
    >>> [len(position.members) for position in found.positions]
    [12, 9, 6]
    """
    require_whole(1, positions=positions)
    if alpha is not None and not 0 <= alpha < math.inf:
        raise UsageError(f"`alpha` {alpha:g}: give a density, at least 0")
    form = network.tied
    tied = form.have_ties()
    number = int(tied.sum())
    if number > MOST_COMPARED:
        raise UsageError(
            f"{number:,} organisations have ties, and a blockmodel compares all pairs of at most "
            f"{MOST_COMPARED:,}; select fewer with `layer`, `sector`, `kind` or `component`"
        )
    nodes = [network.organisations[network.index[name]] for name in form.organisations]
    here = np.flatnonzero(tied)
    matrix = form.projection()[here][:, here]
    weighed = form.scheme != "none"
    there = matrix.copy()
    there.data = np.ones_like(there.data)
    values = matrix if weighed else there
    correlations = profile_correlations(values)
    degrees = np.asarray(there.sum(axis=1)).astype(np.int64).ravel()
    labels = clusters_of(correlations, positions)
    order = np.array(
        sorted(range(number), key=lambda each: (-degrees[each], *_named(nodes[here[each]]))),
        dtype=np.int64,
    )
    members = [order[labels[order] == label] for label in range(labels.max(initial=-1) + 1)]
    members.sort(key=lambda each: (-len(each), *_named(nodes[here[each[0]]])))
    sums, ties = (_between(each.toarray(), members) for each in (values, there))
    sizes = np.array([len(each) for each in members], dtype=np.int64)
    pairs = np.outer(sizes, sizes)
    np.fill_diagonal(pairs, sizes * (sizes - 1) // 2)
    with np.errstate(invalid="ignore"):
        densities = np.where(pairs > 0, sums / pairs, np.nan)
    all_pairs = number * (number - 1) // 2
    density = float(values.sum() / 2 / all_pairs) if all_pairs else math.nan
    return Blockmodel(
        positions=tuple(
            Position(
                place,
                tuple(nodes[here[each]] for each in inside),
                tuple(degrees[inside].tolist()),
                float(correlations[np.ix_(inside, inside)].min()) if len(inside) > 1 else math.nan,
            )
            for place, inside in enumerate(members, 1)
        ),
        densities=tuple(map(tuple, densities.tolist())),
        pairs=tuple(map(tuple, pairs.tolist())),
        ties=tuple(map(tuple, ties.astype(np.int64).tolist())),
        density=density,
        alpha=density if alpha is None else alpha,
        alone=tuple(nodes[each] for each in np.flatnonzero(~tied)),
        weighed=weighed,
    )


def _between(
    values: npt.NDArray[np.float64], members: list[npt.NDArray[np.int64]]
) -> npt.NDArray[np.float64]:
    """The sum of the values of pairs in each two sets, each pair once."""
    inside = np.zeros((len(members), len(values)))
    for place, each in enumerate(members):
        inside[place, each] = 1.0
    sums: npt.NDArray[np.float64] = inside @ values @ inside.T
    sums[np.diag_indices(len(members))] /= 2
    return sums


def _named(node: Node) -> tuple[str, str]:
    return node.name.casefold(), node.id
