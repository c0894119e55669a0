"""A part of a network that is worth a picture of its own: around one organisation, between two, or
the members of a group. Ranks and values stay those of the whole selection.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from graphkit.model import Node, UsageError
from graphkit.model.naming import find
from graphkit.network import Network

if TYPE_CHECKING:
    from graphkit.network import Group, TwoMode

_SAME = 1e-9
_LABEL = {"declaration": "Declaration", "collaboration": "Collaboration"}


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The organisations that are shown, and why these.

    what: ego, between or group. names: of the organisations or the group in question. radius: of an
    ego's neighbourhood, in ties; 0 otherwise. organisations: the ids of those that are shown.
    """

    what: str
    names: tuple[str, ...]
    radius: int
    organisations: frozenset[str]

    def of(self, form: TwoMode) -> TwoMode:
        """What a two-mode form says of these organisations alone."""
        return part_of(form, self.organisations)


def part_of(form: TwoMode, organisations: Collection[str]) -> TwoMode:
    """What a two-mode form says of some organisations, by id, alone."""
    here = set(organisations)
    return form.part(np.array([name in here for name in form.organisations], dtype=bool))


def around(network: Network, organisation: Node, radius: int = 1) -> Excerpt:
    """An organisation and those that so many ties or fewer lead to.

    Raises UsageError for a radius below 1, or when the organisation does not stand in the network.
    """
    if radius < 1:
        raise UsageError(f"`radius` {radius}: give a number of ties from 1 on")
    form = network.tied
    steps = _steps(form, _position(network, organisation))
    return _excerpt(network, "ego", (organisation.name,), steps <= radius, radius)


def between(network: Network, start: Node, end: Node) -> Excerpt:
    """Two organisations and those on any of the shortest chains from one to the other.

    A chain is as long as in `shortest_chains`: by its ties or, when these are weighed, by the sum
    of the inverses of their strengths. Raises UsageError when both are the same, or no chain leads
    from one to the other.
    """
    if start.id == end.id:
        raise UsageError(f"{start.name} is both ends; name another organisation")
    first, last = _position(network, start), _position(network, end)
    weighed = network.tied.scheme != "none"
    there = _steps(network.tied, first, weighed=weighed)
    back = _steps(network.tied, last, weighed=weighed)
    if not np.isfinite(there[last]):
        raise UsageError(
            f"no chain of ties leads from {start.name} to {end.name}; select more with `layer`, "
            "`at` or `status`, or draw the surroundings of each"
        )
    on_the_way = there + back <= there[last] * (1 + _SAME)
    return _excerpt(network, "between", (start.name, end.name), on_the_way, 0)


def members_of(network: Network, reference: str) -> Excerpt:
    """The members of a cluster, declaration or collaboration, by its id, name or alias.

    Raises UsageError when there is none or when several are so called.
    """
    form = network.two_mode
    at = {group.key: column for column, group in enumerate(form.groups)}
    nodes = [_node_of(network, each) for each in form.groups if each.layer != "tie"]
    node = find(nodes, reference, "group", "graphkit info counts what there is")
    shown = np.zeros(len(form.organisations), dtype=bool)
    shown[form.members[0][form.members[1] == at[_key(node)]]] = True
    return _excerpt(network, "group", (node.name,), shown, 0)


def _node_of(network: Network, group: Group) -> Node:
    if group.layer == "membership":
        return network.organisations[network.index[group.id]]
    return network.nodes[_LABEL[group.layer], group.id]


def _key(node: Node) -> str:
    layers = {label: layer for layer, label in _LABEL.items()}
    return f"{layers.get(node.label, 'membership')} {node.id}"


def _position(network: Network, organisation: Node) -> int:
    try:
        return network.tied.organisations.index(organisation.id)
    except ValueError:
        raise UsageError(
            f"the selection leaves {organisation.name} out; see `kind` and `sector`"
        ) from None


def _steps(form: TwoMode, start: int, *, weighed: bool = False) -> npt.NDArray[np.float64]:
    """How far everybody is from one organisation, infinite where no ties lead."""
    from scipy.sparse.csgraph import dijkstra

    if weighed:
        matrix: Any = form.projection().copy()
        matrix.data = 1 / matrix.data
        found = dijkstra(matrix, directed=False, indices=np.array([start]))
        return np.asarray(found[0], dtype=np.float64)
    # Over the groups: a group of thousands would make millions of pairs.
    incidence = form.incidence()
    steps = np.full(len(form.organisations), np.inf)
    reached = np.zeros(len(steps))
    reached[start] = 1.0
    step = 0
    while reached.any():
        steps[reached > 0] = step
        step += 1
        reached = (incidence @ (incidence.T @ reached)) * np.isinf(steps)
    return steps


def _excerpt(
    network: Network, what: str, names: tuple[str, ...], shown: npt.NDArray[np.bool_], radius: int
) -> Excerpt:
    ids = (name for name, here in zip(network.tied.organisations, shown, strict=True) if here)
    return Excerpt(what, names, radius, frozenset(ids))
