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
from graphkit.model.tabular import Tabular
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
        normalisation="none; above 0 when two organisations are tied",
        weights="this is the weight itself; its inverse is the distance",
        apart="0 between organisations that share no group",
        reference="Newman, M. E. J. (2001). Scientific collaboration networks II. Physical Review "
        "E 64, 016132.",
        function="graphkit.Network.graph",
        command="",
    ),
)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An organisation that another is tied to.

    Attributes
    ----------
    organisation : Node
        The neighbour.
    groups : tuple of Group
        The groups that the two share.
    strength : float
        The strength of their tie.
    shared : int
        How many other neighbours it is tied to itself.
    """

    organisation: Node
    groups: tuple[Group, ...]
    strength: float
    shared: int


@dataclass(frozen=True)
class Ego(Tabular):
    """An organisation and its neighbours, the most strongly tied first.

    Attributes
    ----------
    organisation : Node
        The organisation.
    neighbours : tuple of Neighbour
        Each with the groups shared with it, the strength of the tie, and how many other neighbours
        it is tied to.
    sectors : mapping of str to int
        How many neighbours are of each sector; "" where it is not known.
    ties : int
        The number of ties between neighbours.
    density : float
        The share of pairs of neighbours that are tied, without the organisation itself; NaN with
        fewer than two neighbours.
    constraint, effective_size : float
        Burt's measures of structural holes; NaN without neighbours.
    """

    TABLE = "graphkit.export.ego:ego_table"

    organisation: Node
    neighbours: tuple[Neighbour, ...]
    sectors: Mapping[str, int]
    ties: int
    density: float
    constraint: float
    effective_size: float


def ego_network(network: Network, organisation: Node) -> Ego:
    """Describe the neighbours of an organisation, and how they hang together without it.

    Parameters
    ----------
    network : Network
        The network as selected. The strengths of ties count in constraint and effective size when
        the selection weighs ties.
    organisation : Node
        The organisation, a node of the network.

    Returns
    -------
    Ego
        Its neighbours and the measures.

    Raises
    ------
    UsageError
        If the organisation is not a node of the network, for example because the selection leaves
        it out.

    References
    ----------
    .. [1] Burt, R. S. (1992). Structural Holes, chapter 2. Harvard University Press.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample())
    >>> ego = ego_network(network, network.organisation("kom"))
    >>> len(ego.neighbours), ego.ties, round(ego.density, 3), ego.effective_size
    (20, 75, 0.395, 12.5)
    """
    form = network.tied
    own = network.two_mode
    node = network.position(organisation)
    matrix = form.projection()
    around = matrix[[node]].indices
    strengths = matrix[[node]].data
    rows = matrix[around]
    between = rows[:, around]
    shared = np.diff(between.indptr)
    neighbours = [
        Neighbour(
            organisation=network.organisations[network.index[form.organisations[each]]],
            groups=tuple(own.groups[column] for column in network.shared(node, each).tolist()),
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
