"""The facts behind a declaration or a collaboration, with their sources: who is in it, and why.

A cluster is an organisation: `graphkit.network.evidence.explain` lists its members.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from graphkit.model import Node
from graphkit.model.naming import find, fold, names
from graphkit.model.tabular import Tabular
from graphkit.network.evidence import Member, members_by_group
from graphkit.network.network import Network
from graphkit.network.two_mode import Group

_LAYERS = {"Declaration": "declaration", "Collaboration": "collaboration"}


@dataclass(frozen=True, slots=True)
class GroupExplanation(Tabular):
    """The facts behind a declaration or a collaboration.

    Attributes
    ----------
    group : Group
        The declaration or collaboration.
    members : tuple of Member
        The organisations in it that the selection keeps, with the facts that put them there.
        Empty where the selection leaves the group out.
    only_here : tuple of str
        The ids of those that share no other group with anybody: without this one they have no ties.
    """

    TABLE = "graphkit.export.group_evidence:group_explanation_table"

    group: Group
    members: tuple[Member, ...]
    only_here: tuple[str, ...]


def organisation_or_group(network: Network, reference: str) -> Node:
    """Return the organisation, or else the declaration or collaboration, of an id or name.

    Parameters
    ----------
    network : Network
        The network, as selected or whole.
    reference : str
        An id, or a name that only one organisation, else only one declaration or collaboration,
        has. Organisations have aliases, too.

    Returns
    -------
    Node
        The node.

    Raises
    ------
    UsageError
        If nothing, or more than one, is called that. The message lists the candidates.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> organisation_or_group(Network.of(read_sample()), "I Kongres Klastrów Polskich").label
    'Collaboration'
    """
    groups = [node for (label, _), node in network.nodes.items() if label in _LAYERS]
    wanted = fold(reference)
    for nodes, what in ((network.organisations, "organisation"), (groups, "group")):
        if any(node.id == reference or wanted in map(fold, names(node)) for node in nodes):
            return find(nodes, reference, what)
    return find(
        [*network.organisations, *groups],
        reference,
        "organisation, declaration or collaboration",
        "graphkit rank and graphkit rank --of groups list them all",
    )


def explain_group(network: Network, asked: Node) -> GroupExplanation:
    """List the facts behind a declaration or a collaboration.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence.
    asked : Node
        A declaration or a collaboration; `organisation_or_group` finds it by its id or title.

    Returns
    -------
    GroupExplanation
        Its members with the facts that put them there and their sources, and those who are tied to
        others by nothing else.

    Raises
    ------
    UsageError
        If the network was read without evidence.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample())
    >>> found = explain_group(network, organisation_or_group(network, "deklaracja-suwalki-2014"))
    >>> len(found.members), len(found.only_here)
    (6, 5)
    """
    layer = _LAYERS[asked.label]
    group = Group(layer, asked.id, network.group_name(layer, asked.id))
    members = members_by_group(network).get(group, ())
    form = network.two_mode
    sizes = form.sizes()
    shared = Counter(
        form.organisations[row] for row, column in form.members.T.tolist() if sizes[column] > 1
    )
    tied = len(members) > 1
    return GroupExplanation(
        group=group,
        members=members,
        only_here=tuple(each.id for each in members if tied and shared[each.id] == 1),
    )
