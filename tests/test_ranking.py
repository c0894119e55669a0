"""Ranking: networkx's numbers, in an order that is the same every time."""

from __future__ import annotations

import math

import networkx as nx
import pytest

from graphkit.metrics import METRICS, rank
from graphkit.metrics.ranking import in_order
from graphkit.model import Node, UsageError
from graphkit.network import Network
from tests.networks import dataset

# A star of a declaration and a tail: the hub b lies between a and c.
CHAIN = dataset("a b c d", ties=[("a", "b"), ("b", "c", {"weight": 2})])


def by_name(network, metric):
    ranking = rank(network, metric)
    return {
        node.id: value
        for node, value in zip(ranking.organisations, ranking.values[metric], strict=True)
    }


def test_each_metric_is_networkx_on_the_projection():
    graph = nx.Graph([("a", "b", {"weight": 1.0}), ("b", "c", {"weight": 2.0})])
    graph.add_node("d")
    expected = {
        "degree": dict(graph.degree()),
        "strength": dict(graph.degree(weight="weight")),
        "betweenness": nx.betweenness_centrality(graph),
        "closeness": nx.closeness_centrality(graph),
        "harmonic": nx.harmonic_centrality(graph),
        "eigenvector": nx.eigenvector_centrality(graph, max_iter=5_000),
        "pagerank": nx.pagerank(graph, weight=None),
        "constraint": nx.constraint(graph),
    }
    assert set(expected) == set(METRICS)
    for metric, values in expected.items():
        assert by_name(Network.of(CHAIN), metric) == pytest.approx(values, rel=1e-9, nan_ok=True)


def test_weights_are_strengths_or_inverted_to_distances_as_each_metric_says():
    graph = nx.Graph()
    graph.add_nodes_from("abcd")
    graph.add_edge("a", "b", weight=1.0, distance=1.0)
    graph.add_edge("b", "c", weight=2.0, distance=0.5)
    network = Network.of(CHAIN).select(weight="count")
    assert by_name(network, "closeness") == pytest.approx(
        nx.closeness_centrality(graph, distance="distance")
    )
    assert by_name(network, "betweenness") == pytest.approx(
        nx.betweenness_centrality(graph, weight="distance")
    )
    assert by_name(network, "pagerank") == pytest.approx(nx.pagerank(graph, weight="weight"))
    assert by_name(network, "constraint") == pytest.approx(
        nx.constraint(graph, weight="weight"), nan_ok=True
    )
    assert by_name(network, "degree") == {"a": 1, "b": 2, "c": 1, "d": 0}


def test_equal_values_share_a_rank_and_stand_in_order_of_name():
    ranking = rank(Network.of(CHAIN), "degree")
    assert [node.id for node in ranking.organisations] == ["b", "a", "c", "d"]
    assert ranking.ranks == (1, 2, 2, 4)


def test_values_that_differ_by_rounding_alone_share_a_rank():
    nodes = [Node("Organisation", name, {"name": name}, "Company") for name in "abc"]
    values = {"a": 0.3, "b": 0.1 + 0.2, "c": 0.3 * (1 + 1e-6)}
    assert values["a"] != values["b"]
    ordered, ranks = in_order(nodes, values, METRICS["betweenness"])
    assert ([node.id for node in ordered], ranks) == (["c", "a", "b"], [1, 2, 2])


def test_the_least_constrained_come_first_and_the_unconstrained_isolate_last():
    ranking = rank(Network.of(CHAIN), "constraint")
    assert ranking.organisations[0].id == "b"
    assert ranking.organisations[-1].id == "d"
    assert math.isnan(ranking.values["constraint"][-1])


def test_each_rank_counts_the_facts_it_rests_on():
    network = Network.of(
        dataset(
            {"k": "Cluster", "a": "Company", "b": "Company"},
            members=[("a", "k", {"status": "inferred", "start": "2014"}), ("b", "k")],
            ties=[("a", "b", {"observed": "2014"})],
        )
    )
    ranking = rank(network, "degree")
    rows = dict(
        zip(
            (node.id for node in ranking.organisations),
            zip(ranking.facts, ranking.inferred, ranking.undated, strict=True),
            strict=True,
        )
    )
    assert rows == {"a": (2, 1, 0), "b": (2, 0, 1), "k": (2, 1, 1)}


def test_an_unknown_metric_is_named_with_the_nearest():
    with pytest.raises(UsageError, match="did you mean betweenness"):
        rank(Network.of(CHAIN), "betweeness")


@pytest.mark.parametrize("organisations", ["", "a", "a b"])
def test_networks_without_ties_are_ranked_too(organisations):
    ranking = rank(Network.of(dataset(organisations)))
    assert len(ranking) == len(organisations.split())
    assert set(ranking.ranks) <= {1}
