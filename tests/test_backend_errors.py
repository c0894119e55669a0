"""Errors of the backend, and its values of some nodes only, compared with networkx's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

KARATE = nx.karate_club_graph()
STAR = nx.star_graph(3)


def said(call: Callable[..., Any], given: tuple[Any, ...], backend: str) -> Any:
    """The value, or the type and the words of the error."""
    try:
        return call(*given, backend=backend)
    except nx.NetworkXException as error:
        return type(error), str(error)


@pytest.mark.parametrize(
    ("call", "given"),
    [
        (nx.eigenvector_centrality, (KARATE, 1)),
        (nx.closeness_centrality, (KARATE, 99)),
        (nx.bipartite.closeness_centrality, (STAR, [99])),
        (nx.bipartite.weighted_projected_graph, (STAR, list(STAR))),
        (nx.community.modularity, (KARATE, [{0, 1}, {2}])),
        (nx.community.modularity, (STAR, [[0, 1, 1], [2, 3]])),
        (nx.community.modularity, (STAR, ({0, 1}, {2, 3, 4}))),
        (nx.community.modularity, (nx.Graph([(0, 0), (0, 1)], name="loop"), [{0}])),
    ],
)
def test_an_error_says_what_networkx_says(call: Any, given: tuple[Any, ...]) -> None:
    theirs = said(call, given, "networkx")
    assert isinstance(theirs, tuple)
    assert said(call, given, "graphkit") == theirs


@pytest.mark.parametrize("nodes", [None, 33, [33, 2]])
@pytest.mark.parametrize("call", [nx.triangles, nx.eccentricity])
def test_values_of_some_nodes_are_theirs(call: Any, nodes: Any) -> None:
    assert said(call, (KARATE, nodes), "graphkit") == said(call, (KARATE, nodes), "networkx")
