"""Ego networks: values by hand on small networks, and networkx's."""

from __future__ import annotations

import math

import networkx as nx
import pytest

from graphkit.export.ego import ego_remark, ego_table
from graphkit.metrics import ego_network
from graphkit.network import Network
from graphkit.sources import read_sample
from tests.generated import generated
from tests.networks import dataset

GENERATED = Network.of(generated())


def ego(network, name):
    return ego_network(network, network.node(name))


def test_an_ego_network_lists_the_neighbours_and_by_which_groups():
    network = Network.of(
        dataset(
            {"a": "Company", "b": "Company", "u": "University", "v": "University"},
            signed=[("a", "x"), ("b", "x"), ("u", "x"), ("a", "y"), ("u", "y")],
            ties=[("a", "v")],
        )
    )
    found = ego(network, "a")
    assert [
        (each.organisation.id, [group.id for group in each.groups][:2], each.strength, each.shared)
        for each in found.neighbours
    ][:2] == [("u", ["x", "y"], 2, 1), ("b", ["x"], 1, 1)]
    assert found.sectors == {"research": 2, "business": 1}
    # By hand: of three pairs of neighbours b-u is tied; effective size 3 - 2 * 1 / 3.
    assert (found.ties, found.density) == (1, pytest.approx(1 / 3))
    assert found.effective_size == pytest.approx(3 - 2 / 3)
    assert "tied to 3 organisations (2 research, 1 business)" in ego_remark(found)


@pytest.mark.parametrize("weight", ["none", "newman"])
@pytest.mark.parametrize("origin", ["sample", "generated"])
def test_constraint_and_effective_size_are_those_of_networkx(origin, weight):
    network = Network.of(read_sample()) if origin == "sample" else GENERATED.select(layer="tie")
    network = network.select(weight=weight)
    graph = network.graph()
    attribute = None if weight == "none" else "weight"
    for name in list(graph)[:40]:
        found = ego(network, name)
        assert [found.constraint, found.effective_size] == pytest.approx(
            [
                nx.constraint(graph, nodes=[name], weight=attribute)[name],
                nx.effective_size(graph, nodes=[name], weight=attribute)[name],
            ],
            nan_ok=True,
        )
        around = graph.subgraph(graph[name])
        assert found.density == pytest.approx(
            nx.density(around) if len(around) > 1 else float("nan"), nan_ok=True
        )
        assert {each.organisation.id: each.shared for each in found.neighbours} == dict(
            around.degree()
        )


def test_an_isolate_has_an_ego_network_of_nobody():
    found = ego(Network.of(dataset("a b z", ties=[("a", "b")])), "z")
    assert found.neighbours == ()
    assert math.isnan(found.density)
    assert math.isnan(found.constraint)
    assert ego_remark(found) == "Z (z, Company): tied to 0 organisations"
    assert ego_table(found).rows == ()
