"""The engine gds asks for the right things, brings the answers to the catalogue's scale, and leaves
nothing behind.

No server here has Graph Data Science. A stand-in makes the ties from what it is handed and answers
as GDS 2.13.9 did when it was tried: networkx measures, on the scale of that plugin.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import networkx as nx
import numpy as np
import pytest

import graphkit
from graphkit import Network
from graphkit.engines.gds import projection
from graphkit.model import StoreUnavailable, UsageError
from graphkit.sources import read_sample
from graphkit.store.base import Result
from tests.engines import random_network, shared


class Plugin:
    """A server with Graph Data Science."""

    location = "bolt://stand-in"

    def __init__(self, heap: float = 0.1, *, there: bool = True) -> None:
        self.heap = heap
        self.there = there
        self.graphs: dict[str, nx.Graph] = {}
        self.asked: list[str] = []

    def query(self, text: str, parameters: dict[str, Any] | None = None) -> Result:
        given = parameters or {}
        self.asked.append(text)
        if text.startswith("SHOW FUNCTIONS"):
            return Result((), ((int(self.there),),), False)
        if ".estimate(" in text:
            return Result((), (("9 GiB", self.heap),), False)
        if "gds.graph.project(" in text:
            self.graphs[given["name"]] = _made(given["groups"])
        elif "gds.graph.drop(" in text:
            self.graphs.pop(given["name"], None)
        elif ".stream(" in text:
            procedure = text.split()[1].partition(".stream(")[0]
            found = _answers(self.graphs[given["name"]], procedure, given["settings"])
            return Result((), tuple(found.items()), False)
        return Result((), (), False)


def _made(groups: list[list[Any]]) -> nx.Graph:
    graph = nx.Graph()
    for weight, members in groups:
        graph.add_nodes_from(members)
        for at, one in enumerate(members):
            for other in members[at + 1 :]:
                before = graph.get_edge_data(one, other, {"weight": 0.0})["weight"]
                graph.add_edge(one, other, weight=before + weight)
    return graph


def _answers(graph: nx.Graph, procedure: str, settings: dict[str, Any]) -> dict[int, float]:
    weight = settings.get("relationshipWeightProperty")
    if procedure == "gds.degree":
        return dict(graph.degree(weight=weight))
    if procedure == "gds.closeness":
        return nx.closeness_centrality(graph)
    if procedure == "gds.closeness.harmonic":
        return {k: v / (len(graph) - 1) for k, v in nx.harmonic_centrality(graph).items()}
    if procedure == "gds.betweenness":
        return nx.betweenness_centrality(graph, normalized=False)
    assert procedure == "gds.pageRank"
    found = nx.pagerank(graph, settings["dampingFactor"], tol=1e-14, max_iter=1000, weight=weight)
    return {node: 7 * value for node, value in found.items()}


@contextmanager
def working(plugin: Plugin, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plugin]:
    @contextmanager
    def opened(address: str) -> Iterator[Plugin]:
        yield plugin

    monkeypatch.setenv("NEO4J_URI", plugin.location)
    monkeypatch.setattr(projection, "open_store", opened)
    yield plugin


@pytest.mark.parametrize("weight", ["none", "newman"])
def test_values_are_those_of_the_engine_local(weight: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for network in (Network.of(read_sample()), random_network(random.Random(3))):
        selected = network.select(weight=weight)
        names = shared("gds", selected)
        one = graphkit.rank(selected, names[0], names, engine="local")
        with working(Plugin(), monkeypatch) as plugin:
            other = graphkit.rank(selected, names[0], names, engine="gds")
        assert (other.organisations, other.ranks) == (one.organisations, one.ranks)
        for name in names:
            np.testing.assert_allclose(other.values[name], one.values[name], 1e-9, 1e-12, name)
        assert plugin.graphs == {}
        assert plugin.asked.index(projection._UNITE) == plugin.asked.index(projection._PROJECT) + 1


def test_what_does_not_fit_is_refused_before_anything_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    network = Network.of(read_sample())
    with (
        working(Plugin(heap=2.5), monkeypatch) as plugin,
        pytest.raises(StoreUnavailable, match=r"105 pairs .* need 9 GiB, 250% of the server's"),
    ):
        graphkit.rank(network, "degree", engine="gds")
    assert projection._PROJECT not in plugin.asked


def test_ties_are_dropped_whatever_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"{__name__}._answers", broken)
    with working(Plugin(), monkeypatch) as plugin, pytest.raises(KeyboardInterrupt):
        graphkit.rank(Network.of(read_sample()), "degree", engine="gds")
    assert plugin.graphs == {}


def test_a_server_without_the_plugin_and_no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    network = Network.of(read_sample())
    with (
        working(Plugin(there=False), monkeypatch),
        pytest.raises(UsageError, match="this server has no Graph Data Science"),
    ):
        graphkit.rank(network, "degree", engine="gds")
    monkeypatch.delenv("NEO4J_URI")
    with pytest.raises(UsageError, match="set NEO4J_URI to its address"):
        graphkit.rank(network, "degree", engine="gds")
