"""`Nodes`: what both compressed forms have of a graph, its nodes in order."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy.typing as npt


class Nodes:
    """Nodes in networkx's order, and results by node. networkx sends functions of it to us."""

    __networkx_backend__ = "graphkit"

    def __init__(self, nodes: Sequence[Hashable]) -> None:
        self.nodes = nodes
        self.title = "Graph"
        self.__networkx_cache__: dict[str, Any] = {}

    def is_multigraph(self) -> bool:
        """Neither form has parallel edges."""
        return False

    def __str__(self) -> str:
        """As networkx describes a graph, which its errors quote; `title` is its class and name."""
        edges = self.number_of_edges()
        return f"{self.title} with {len(self)} nodes and {edges} edges"

    def number_of_edges(self) -> int:
        """How many edges there are, self-loops included."""
        raise NotImplementedError

    def __len__(self) -> int:
        return len(self.nodes)

    def __iter__(self) -> Iterator[Hashable]:
        return iter(self.nodes)

    def __contains__(self, node: object) -> bool:
        try:
            return node in self.index
        except TypeError:  # as in networkx, what cannot be hashed is not a node
            return False

    @cached_property
    def index(self) -> dict[Hashable, int]:
        """Each node's position."""
        return {node: position for position, node in enumerate(self.nodes)}

    def by_node(self, values: npt.NDArray[Any]) -> dict[Hashable, Any]:
        """Plain Python values by node, in order."""
        return dict(zip(self.nodes, values.tolist(), strict=True))

    def for_nodes(self, nodes: Any, values: Sequence[Any]) -> Any:
        """The values of all nodes (None), of one, or of those of a collection that are here.

        Raises networkx's error for what is neither a node nor a collection of possible nodes.
        """
        import networkx as nx

        if nodes is None:
            return dict(zip(self.nodes, values, strict=True))
        if nodes in self:
            return values[self.index[nodes]]
        try:
            return {node: values[self.index[node]] for node in nodes if node in self.index}
        except TypeError as error:
            raise nx.NetworkXError(f"{nodes} is neither a node nor a list of nodes.") from error
