"""Make the graph of a network, in either mode."""

from __future__ import annotations

from graphkit.export.networks.graph import NetworkGraph
from graphkit.export.networks.graph_arcs import arcs
from graphkit.export.networks.graph_edges import memberships, ties
from graphkit.export.networks.graph_nodes import group_nodes, organisation_nodes
from graphkit.network import Network


def graph_of(network: Network, mode: str) -> NetworkGraph:
    """Make the graph of a network.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence.
    mode : {"one", "two", "directed"}
        Whether groups are nodes, or answers of a survey are arcs.

    Returns
    -------
    NetworkGraph
        The graph, with the organisations that stand as nodes, isolates included. A backbone removes
        ties in mode one, and leaves mode two as it is.

    Raises
    ------
    UsageError
        In mode directed, if the selection has other layers than rating.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> graph = graph_of(Network.of(read_sample()), "two")
    >>> len(graph.nodes), len(graph.edges)
    (62, 42)
    """
    nodes = organisation_nodes(network)
    if mode == "directed":
        return NetworkGraph(mode, tuple(nodes), tuple(arcs(network)), len(nodes))
    if mode == "one":
        return NetworkGraph(mode, tuple(nodes), tuple(ties(network)), len(nodes))
    every = (*nodes, *group_nodes(network))
    return NetworkGraph(mode, every, tuple(memberships(network, len(nodes))), len(nodes))
