"""The nodes of a network, found by id, name or alias."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from graphkit.model import PAIRED, Node, OwnKind, own_kinds
from graphkit.model.naming import find

_GROUP_LABEL = {
    "membership": "Organisation",
    "declaration": "Declaration",
    "collaboration": "Collaboration",
}

_LAYER_OF_LABEL = {label: layer for layer, label in _GROUP_LABEL.items()}


@dataclass(frozen=True)
class Nodes:
    """Organisations and all other nodes.

    Attributes
    ----------
    organisations : tuple of Node
        Every organisation, sorted by id.
    nodes : mapping of (str, str) to Node
        Every other node, by label and id.
    """

    organisations: tuple[Node, ...]
    nodes: Mapping[tuple[str, str], Node]

    @cached_property
    def index(self) -> dict[str, int]:
        """The position of each organisation in `organisations`, by id."""
        return {node.id: position for position, node in enumerate(self.organisations)}

    @cached_property
    def own_kinds(self) -> dict[str, OwnKind]:
        """The kinds of organisations that data sets add to the built-in ones, by id."""
        return own_kinds(self.nodes.values())

    @cached_property
    def planned_groups(self) -> frozenset[tuple[str, str]]:
        """The layer and id of each cluster, declaration and collaboration that is only planned."""
        nodes = {("membership", node.id): node for node in self.organisations} | {
            (_LAYER_OF_LABEL[label], key): node
            for (label, key), node in self.nodes.items()
            if label in _LAYER_OF_LABEL
        }
        return frozenset(
            key for key, node in nodes.items() if node.properties.get("stage") == "planned"
        )

    def organisation(self, reference: str) -> Node:
        """Return the organisation with an id, name or alias.

        Parameters
        ----------
        reference : str
            An id, or a name or alias that only one organisation has.

        Returns
        -------
        Node
            The organisation.

        Raises
        ------
        UsageError
            If no organisation, or more than one, is called that. The message lists the candidates.

        Examples
        --------
        >>> from graphkit.network import Network
        >>> from graphkit.sources import read_sample
        >>> Network.of(read_sample()).organisation("ARLEG").id
        'arleg'
        """
        return find(self.organisations, reference)

    def group_name(self, layer: str, group_id: str) -> str:
        """Return the name of a cluster, declaration or collaboration.

        Parameters
        ----------
        layer : str
            The layer of the group, one of `LAYERS`.
        group_id : str
            The id of the group's node or, for a tie, of its fact.

        Returns
        -------
        str
            The name; "" for a tie.

        Examples
        --------
        >>> from graphkit.network import Network
        >>> from graphkit.sources import read_sample
        >>> Network.of(read_sample()).group_name("membership", "kom")
        'Klaster Obróbki Metali'
        """
        node = self.group_node(layer, group_id)
        return "" if node is None else node.name

    def group_node(self, layer: str, group_id: str) -> Node | None:
        """Return the node of a cluster, declaration or collaboration.

        Parameters
        ----------
        layer : str
            The layer of the group, one of `LAYERS`.
        group_id : str
            The id of its node or, for a tie, of its fact.

        Returns
        -------
        Node or None
            The node; None for a tie, which has none.

        Examples
        --------
        >>> from graphkit.network import Network
        >>> from graphkit.sources import read_sample
        >>> Network.of(read_sample()).group_node("membership", "kom").kind
        'Cluster'
        """
        if layer in PAIRED:
            return None
        if layer == "membership":
            return self.organisations[self.index[group_id]]
        return self.nodes[_GROUP_LABEL[layer], group_id]
