"""What happens when organisations leave: which are cut off, from which coordinator, and who
takes their place.

An organisation that leaves takes its facts with it: its signatures, participations and ties, and,
when it is a cluster or another body with members, the memberships in it, so that its members are
no longer tied by them. Those who signed or took part in the same as it did remain tied.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from graphkit.backend.components import labels
from graphkit.metrics.entry import Metric
from graphkit.metrics.ranking import measurable, measure, shared_ranks
from graphkit.metrics.ranking_metrics import METRICS
from graphkit.model import LAYERS, Node, UsageError
from graphkit.model.tabular import Tabular
from graphkit.model.wording import chosen
from graphkit.network import Group, Network, TwoMode, tied_by
from graphkit.network.overlap import slices_of

COORDINATOR = "coordinator"
"""The role in a membership by which an organisation coordinates the group."""

_MEMBERSHIP = LAYERS.index("membership")


@dataclass(frozen=True, slots=True)
class Shape:
    """How a network hangs together.

    Attributes
    ----------
    organisations, ties : int
        How many there are.
    components, isolates : int
        The number of components, isolates included, and of isolates.
    largest : int
        The number of organisations in the largest component.
    connected : int
        How many pairs a path connects, of those that stay in either shape.
    """

    organisations: int
    ties: int
    components: int
    isolates: int
    largest: int
    connected: int


@dataclass(frozen=True, slots=True)
class Loss:
    """A group whose members lose their only path to those who coordinate it.

    Attributes
    ----------
    group : Group
        The group.
    coordinators : tuple of Node
        Those with this role in the memberships or, where none is stated, the group's own
        organisation.
    left : bool
        Whether all of these leave.
    size : int
        The number of members that stay.
    members : tuple of Node
        Those of them who lose their path.
    others : tuple of Node
        Organisations outside that lose it too; empty when all coordinators leave.
    """

    group: Group
    coordinators: tuple[Node, ...]
    left: bool
    size: int
    members: tuple[Node, ...]
    others: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """A change of rank among those that stay.

    Attributes
    ----------
    organisation : Node
        The organisation.
    before, after : int
        Its rank before and after.
    value_before, value_after : float
        Its value of the metric before and after.
    """

    organisation: Node
    before: int
    after: int
    value_before: float
    value_after: float


@dataclass(frozen=True)
class Impact(Tabular):
    """What happens when organisations leave.

    Attributes
    ----------
    leaving : tuple of Node
        The organisations that leave, in order of id.
    dissolved : tuple of Group
        The groups that go with them.
    before, after : Shape
        How the network hangs together: organisations, ties, components, isolates, the size of the
        largest component, and the pairs of those that stay that a path connects.
    parted : tuple of tuple of tuple of Node
        For each component that falls apart the pieces that it leaves, largest first.
    losses : tuple of Loss
        The groups whose members lose their only path to those who coordinate them.
    by : str
        The metric of the ranks.
    shifts : tuple of Shift
        Those that stay and change rank, the largest change in proportion to the rank first.
    """

    TABLE = "graphkit.export.impact:impact_table"

    leaving: tuple[Node, ...]
    dissolved: tuple[Group, ...]
    before: Shape
    after: Shape
    parted: tuple[tuple[tuple[Node, ...], ...], ...]
    losses: tuple[Loss, ...]
    by: str
    shifts: tuple[Shift, ...]

    @property
    def pairs_parted(self) -> int:
        """How many pairs of those that stay are no longer connected."""
        return self.before.connected - self.after.connected


def impact_of(network: Network, leaving: Sequence[Node], by: str = "betweenness") -> Impact:
    """Find what happens to a network when organisations leave together.

    Parameters
    ----------
    network : Network
        The network as selected.
    leaving : sequence of Node
        The organisations that leave, nodes of the network.
    by : str, default "betweenness"
        The metric of `METRICS` whose ranks are compared, among those that stay.

    Returns
    -------
    Impact
        Which organisations are cut off, from which coordinator, and which take their place.

    Raises
    ------
    UsageError
        If the metric is unknown, nobody leaves, or one that leaves is not a node of the network,
        for example because the selection leaves it out.

    Notes
    -----
    An organisation that leaves takes its facts with it: its signatures, participations and ties. If
    it has members, the memberships in it go too, so that its members are no longer tied by them.
    Those who signed or took part in the same things as it did remain tied. With a backbone
    selected, pairs keep the ties they have as long as they share a group.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample())
    >>> impact = impact_of(network, [network.organisation("kom")])
    >>> impact.before.largest, impact.after.largest, impact.pairs_parted
    (21, 12, 114)
    """
    metric = METRICS[chosen("metric", by, METRICS)]
    if not leaving:
        raise UsageError("name at least one organisation that leaves")
    form = network.two_mode
    ids = {node.id for node in leaving}
    stays = np.ones(len(form.organisations), dtype=bool)
    stays[[network.position(node) for node in leaving]] = False
    dissolved = np.array(
        [group.layer == "membership" and group.id in ids for group in form.groups], dtype=bool
    )
    after = _after(network, stays, dissolved)
    nodes = [network.organisations[network.index[name]] for name in form.organisations]
    pieces = (_pieces(network.tied)[stays], _pieces(after))
    staying = [node for node, here in zip(nodes, stays.tolist(), strict=True) if here]
    return Impact(
        leaving=tuple(node for node in nodes if node.id in ids),
        dissolved=tuple(
            group for group, gone in zip(form.groups, dissolved.tolist(), strict=True) if gone
        ),
        before=_shape(network.tied, pieces[0]),
        after=_shape(after, pieces[1]),
        parted=_parted(staying, *pieces),
        losses=tuple(_losses(network, stays, after)),
        by=metric.name,
        shifts=_shifts(staying, metric, network.tied, after, stays),
    )


def _after(
    network: Network, stays: npt.NDArray[np.bool_], dissolved: npt.NDArray[np.bool_]
) -> TwoMode:
    form = network.two_mode
    places = ~dissolved[form.members[1]] & stays[form.members[0]]
    left = together = form.take(places, stays)
    if network.selection.overlap and network.slices is not None:
        times = network.times
        cut = slices_of(left, times.left(np.ones(len(times.places), dtype=bool), places))
        together = left if cut is None else cut.form
    kept = network.backbone
    if kept is None:
        return together
    pairs = (np.cumsum(stays, dtype=np.int32) - 1)[kept.pairs]
    rows, columns = pairs
    still = stays[kept.pairs].all(axis=0) & np.array(
        [
            len(np.intersect1d(together.groups_of(row), together.groups_of(column))) > 0
            for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
        ],
        dtype=bool,
    )
    return tied_by(
        together,
        replace(
            kept,
            pairs=pairs[:, still],
            shared=kept.shared[still],
            p_values=kept.p_values[still],
        ),
    )


def _pieces(form: TwoMode) -> npt.NDArray[np.int64]:
    """For each organisation the number of its component."""
    return labels(form.compressed)


def _shape(form: TwoMode, staying: npt.NDArray[np.int64]) -> Shape:
    sizes = np.unique(_pieces(form), return_counts=True)[1]
    together = np.unique(staying, return_counts=True)[1]
    return Shape(
        organisations=len(form.organisations),
        ties=form.projection().nnz // 2,
        components=len(sizes),
        isolates=int((sizes == 1).sum()),
        largest=int(sizes.max(initial=0)),
        connected=int((together * (together - 1) // 2).sum()),
    )


def _parted(
    staying: Sequence[Node], before: npt.NDArray[np.int64], after: npt.NDArray[np.int64]
) -> tuple[tuple[tuple[Node, ...], ...], ...]:
    found: dict[int, dict[int, list[Node]]] = {}
    for node, old, new in zip(staying, before.tolist(), after.tolist(), strict=True):
        found.setdefault(old, {}).setdefault(new, []).append(node)
    parted = [
        tuple(sorted((tuple(_by_name(piece)) for piece in pieces.values()), key=_largest_first))
        for pieces in found.values()
        if len(pieces) > 1
    ]
    return tuple(sorted(parted, key=lambda pieces: _largest_first(sum(pieces, ()))))


def _losses(network: Network, stays: npt.NDArray[np.bool_], after: TwoMode) -> Sequence[Loss]:
    form = network.two_mode
    nodes = [network.organisations[network.index[name]] for name in form.organisations]
    old = _pieces(network.tied)
    new = np.full(len(stays), -1)
    new[stays] = _pieces(after)
    result = []
    for group, (coordinators, members) in _bodies(network).items():
        there = [each for each in coordinators if stays[each]]
        reached = np.isin(old, old[coordinators])
        lost = stays & reached & ~np.isin(new, new[there])
        inside = [each for each in members if stays[each]]
        losing = [nodes[each] for each in inside if lost[each]]
        outside = set(np.flatnonzero(lost).tolist()).difference(members) if there else set()
        if losing or outside:
            result.append(
                Loss(
                    group=group,
                    coordinators=tuple(nodes[each] for each in coordinators),
                    left=not there,
                    size=len(inside),
                    members=tuple(_by_name(losing)),
                    others=tuple(_by_name([nodes[each] for each in sorted(outside)])),
                )
            )
    return result


def _bodies(network: Network) -> dict[Group, tuple[list[int], list[int]]]:
    """Each group of members: who coordinates it, and its other members, as nodes' positions.

    A group that neither has a coordinator among the nodes nor is one itself is left out.
    """
    form = network.two_mode
    facts = network.facts
    position = {name: place for place, name in enumerate(form.organisations)}
    coordinating: dict[str, set[int]] = {}
    belonging: dict[str, set[int]] = {}
    for row in np.flatnonzero(facts.layer == _MEMBERSHIP).tolist():
        whole = network.organisations[int(network.wholes[facts.organisation[row]])]
        if whole.id in position:
            role = str(facts.stated[row].get("role", "")).strip().casefold()
            into = coordinating if role == COORDINATOR else belonging
            into.setdefault(facts.group[row], set()).add(position[whole.id])
    result = {}
    for group in form.groups:
        if group.layer == "membership":
            itself = {position[group.id]} if group.id in position else set()
            leading = coordinating.get(group.id, itself)
            members = belonging.get(group.id, set()) - leading - itself
            if leading:
                result[group] = (sorted(leading), sorted(members))
    return result


def _shifts(
    staying: Sequence[Node],
    metric: Metric,
    before: TwoMode,
    after: TwoMode,
    stays: npt.NDArray[np.bool_],
) -> tuple[Shift, ...]:
    values = [
        np.array(measure(measurable(form), metric, form.scheme), dtype=float)
        for form in (before, after)
    ]
    values[0] = values[0][stays]
    ranks = [shared_ranks(each, metric) for each in values]
    shifts = [
        Shift(node, *placed)
        for node, *placed in zip(
            staying, *(each.tolist() for each in (*ranks, *values)), strict=True
        )
        if placed[0] != placed[1]
    ]
    return tuple(
        sorted(
            shifts,
            key=lambda each: (
                -max(each.before, each.after) / min(each.before, each.after),
                min(each.before, each.after),
                each.organisation.name.casefold(),
                each.organisation.id,
            ),
        )
    )


def _by_name(nodes: Sequence[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: (node.name.casefold(), node.id))


def _largest_first(piece: Sequence[Node]) -> tuple[int, str, str]:
    return -len(piece), piece[0].name.casefold(), piece[0].id
