"""A part of a network for a separate picture: around one organisation, between two, or the members
of a group. Ranks and values stay those of the whole selection.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from graphkit.model import PAIRED, Node, UsageError
from graphkit.model.naming import find
from graphkit.network import Network

if TYPE_CHECKING:
    from graphkit.network import Group, TwoMode

_SAME = 1e-9
_LABEL = {"declaration": "Declaration", "collaboration": "Collaboration"}


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a network that is drawn, and why this part.

    Attributes
    ----------
    what : {"ego", "between", "group"}
        What the part is.
    names : tuple of str
        The names of the organisations, or of the group, that it is about.
    radius : int
        For an ego's neighbourhood its radius in ties; 0 otherwise.
    organisations : frozenset of str
        The ids of the organisations that are drawn.
    subjects : tuple of str
        The ids of the organisations that it is about, which are marked. There are none for a
        declaration or collaboration.
    """

    what: str
    names: tuple[str, ...]
    radius: int
    organisations: frozenset[str]
    subjects: tuple[str, ...] = ()

    def of(self, form: TwoMode) -> TwoMode:
        """Return what a two-mode form says of these organisations alone.

        Parameters
        ----------
        form : TwoMode
            The whole form.

        Returns
        -------
        TwoMode
            The part of it.
        """
        return part_of(form, self.organisations)


def part_of(form: TwoMode, organisations: Collection[str]) -> TwoMode:
    """What a two-mode form says of some organisations, by id, alone."""
    here = set(organisations)
    return form.part(np.array([name in here for name in form.organisations], dtype=bool))


def around(network: Network, organisation: Node, radius: int = 1) -> Excerpt:
    """Take an organisation and those within some ties of it.

    Parameters
    ----------
    network : Network
        The network as selected.
    organisation : Node
        The organisation in the middle, a node of the network.
    radius : int, default 1
        The largest number of ties from it.

    Returns
    -------
    Excerpt
        The part to draw. Ranks and values in it stay those of the whole selection.

    Raises
    ------
    UsageError
        If the radius is below 1, or the selection leaves the organisation out.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample())
    >>> len(around(network, network.organisation("kom")).organisations)
    21
    """
    if radius < 1:
        raise UsageError(f"`radius` {radius}: give a number of ties of at least 1")
    form = network.tied
    steps = _steps(form, network.position(organisation))
    return _excerpt(network, "ego", (organisation,), steps <= radius, radius)


def between(network: Network, start: Node, end: Node) -> Excerpt:
    """Take two organisations and those on any of the shortest chains between them.

    Parameters
    ----------
    network : Network
        The network as selected. When its ties are weighed, the length of a chain is the sum of the
        inverses of their strengths; otherwise it is the number of ties.
    start, end : Node
        The two ends, nodes of the network.

    Returns
    -------
    Excerpt
        The part to draw. Ranks and values in it stay those of the whole selection.

    Raises
    ------
    UsageError
        If both ends are the same, the selection leaves one out, or no chain joins them.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample())
    >>> ends = network.organisation("kom"), network.organisation("bpnt")
    >>> sorted(between(network, *ends).organisations)
    ['bpnt', 'kom']
    """
    if start.id == end.id:
        raise UsageError(f"{start.name} is both ends; name two different organisations")
    first, last = network.position(start), network.position(end)
    weighed = network.tied.scheme != "none"
    there = _steps(network.tied, first, weighed=weighed)
    back = _steps(network.tied, last, weighed=weighed)
    if not np.isfinite(there[last]):
        raise UsageError(
            f"no chain of ties leads from {start.name} to {end.name}; select more with `layer`, "
            "`at` or `status`, or draw the surroundings of each"
        )
    on_the_way = there + back <= there[last] * (1 + _SAME)
    return _excerpt(network, "between", (start, end), on_the_way, 0)


def members_of(network: Network, reference: str) -> Excerpt:
    """Take the members of a cluster, declaration or collaboration.

    Parameters
    ----------
    network : Network
        The network as selected.
    reference : str
        The id, name or alias of the group.

    Returns
    -------
    Excerpt
        The part to draw. Ranks and values in it stay those of the whole selection.

    Raises
    ------
    UsageError
        If no group, or more than one, is called that.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> sorted(members_of(Network.of(read_sample()), "kom").organisations)
    ['chm', 'cpiir', 'kom', 'malow', 'salag']
    """
    form = network.two_mode
    at = {group.key: column for column, group in enumerate(form.groups)}
    nodes = [_node_of(network, each) for each in form.groups if each.layer not in PAIRED]
    node = find(nodes, reference, "group", "graphkit info shows what there is")
    shown = np.zeros(len(form.organisations), dtype=bool)
    shown[form.members[0][form.members[1] == at[_key(node)]]] = True
    return _excerpt(network, "group", (node,), shown, 0)


def _node_of(network: Network, group: Group) -> Node:
    if group.layer == "membership":
        return network.organisations[network.index[group.id]]
    return network.nodes[_LABEL[group.layer], group.id]


def _key(node: Node) -> str:
    layers = {label: layer for layer, label in _LABEL.items()}
    return f"{layers.get(node.label, 'membership')} {node.id}"


def _steps(form: TwoMode, start: int, *, weighed: bool = False) -> npt.NDArray[np.float64]:
    """The distance of every organisation from one, infinite where no ties lead."""
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
    network: Network, what: str, about: tuple[Node, ...], shown: npt.NDArray[np.bool_], radius: int
) -> Excerpt:
    ids = frozenset(
        name for name, here in zip(network.tied.organisations, shown, strict=True) if here
    )
    subjects = (node.id for node in about if node.label == "Organisation" and node.id in ids)
    return Excerpt(what, tuple(node.name for node in about), radius, ids, tuple(subjects))
