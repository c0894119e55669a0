"""Results for the nodes that a caller asks for, as networkx reads `nbunch`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graphkit.engine.adjacency import Adjacency
from graphkit.engine.incidence import Incidence


def for_nodes(graph: Adjacency | Incidence, nodes: Any, values: Sequence[Any]) -> Any:
    """The values of all nodes (None), of one, or of those of a collection that are in the graph.

    Raises networkx's error for what is neither a node nor a collection.
    """
    import networkx as nx

    if nodes is None:
        return dict(zip(graph.nodes, values, strict=True))
    if nodes in graph:
        return values[graph.index[nodes]]
    try:
        return {node: values[graph.index[node]] for node in nodes if node in graph}
    except TypeError:
        raise nx.NetworkXError("nbunch is not a node or a sequence of nodes.") from None
