"""The ego network: an organisation, those it is tied to, and the ties among these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from graphkit.metrics.entry import Entry
from graphkit.model import Node
from graphkit.network import Group, Network

if TYPE_CHECKING:
    from scipy.sparse import csr_array

ENTRIES = (
    Entry(
        name="tie-weight",
        on=("pair",),
        meaning="how much two organisations share",
        formula="the sum over shared groups of 1 (count) or 1/(size - 1) (newman), times a direct "
        "tie's own weight",
        normalisation="none; above 0 where two are tied",
        weights="this is the weight; its inverse is the distance",
        apart="0 between organisations that share no group",
        reference="Newman, M. E. J. (2001). Scientific collaboration networks II. Physical Review "
        "E 64, 016132.",
        function="graphkit.Network.graph",
        command="",
    ),
)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One that the organisation is tied to: by which groups, how strongly, and to how many of its
    other neighbours it is tied itself.
    """

    organisation: Node
    groups: tuple[Group, ...]
    strength: float
    shared: int


@dataclass(frozen=True)
class Ego:
    """An organisation and its neighbours, the most strongly tied first.

    sectors: how many neighbours are of each sector, "" for none known. ties: between neighbours.
    density: the share of pairs of neighbours that are tied, the organisation itself left out; NaN
    with fewer than two. constraint, effective_size: Burt, R. S. (1992). Structural Holes, ch. 2;
    NaN without neighbours.
    """

    organisation: Node
    neighbours: tuple[Neighbour, ...]
    sectors: Mapping[str, int]
    ties: int
    density: float
    constraint: float
    effective_size: float


def ego_network(network: Network, organisation: Node) -> Ego:
    """The neighbours of a node of the network and how they hang together without it.

    Strengths enter constraint and effective size when the selection weighs ties.
    """
    form = network.tied
    own = network.two_mode
    node = form.organisations.index(organisation.id)
    matrix = form.projection()
    around = matrix[[node]].indices
    strengths = matrix[[node]].data
    rows = matrix[around]
    between = rows[:, around]
    shared = np.diff(between.indptr)
    groups = own.groups_of(node)
    neighbours = [
        Neighbour(
            organisation=network.organisations[network.index[form.organisations[each]]],
            groups=tuple(
                own.groups[column]
                for column in np.intersect1d(groups, own.groups_of(each)).tolist()
            ),
            strength=strength,
            shared=ties,
        )
        for each, strength, ties in zip(
            around.tolist(), strengths.tolist(), shared.tolist(), strict=True
        )
    ]
    neighbours.sort(
        key=lambda each: (
            -each.strength,
            -each.shared,
            each.organisation.name.casefold(),
            each.organisation.id,
        )
    )
    many = len(neighbours)
    ties = int(shared.sum()) // 2
    counts = Counter(str(each.organisation.properties.get("sector", "")) for each in neighbours)
    if form.scheme == "none":
        strengths = np.ones(many)
        rows.data[:] = between.data[:] = 1.0
    constraint, effective_size = _holes(strengths, rows, between)
    return Ego(
        organisation=organisation,
        neighbours=tuple(neighbours),
        sectors=dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))),
        ties=ties,
        density=2.0 * ties / (many * (many - 1)) if many > 1 else float("nan"),
        constraint=constraint,
        effective_size=effective_size,
    )


def _holes(
    strengths: npt.NDArray[np.float64], rows: csr_array, between: csr_array
) -> tuple[float, float]:
    """Burt's constraint and effective size, as networkx defines them for one node.

    strengths: of the ties to the k neighbours. rows: the neighbours' ties to everybody. between:
    those to each other. With p the share of a tie in all that its organisation has, constraint is
    the sum over neighbours j of (p_ij + sum_q p_iq p_qj)^2. With m a tie's strength relative to
    the strongest of j, effective size is the sum over j of 1 - sum_q p_iq m_jq.

    networkx takes seconds to hours for a hub, as it looks at each pair of neighbours in Python.
    """
    if not len(strengths):
        return float("nan"), float("nan")
    shares = strengths / strengths.sum()
    totals = np.asarray(rows.sum(axis=1)).reshape(-1)
    indirect = between.T @ (shares / totals)
    strongest = rows.max(axis=1).toarray().reshape(-1)
    redundant = (between @ shares) / strongest
    return float(((shares + indirect) ** 2).sum()), float(len(shares) - redundant.sum())
