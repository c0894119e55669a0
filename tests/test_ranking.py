"""Ranking: networkx's numbers, in an order that is the same every time."""

from __future__ import annotations

import math
from dataclasses import replace

import networkx as nx
import numpy as np
import pytest

from graphkit.metrics import METRICS, rank
from graphkit.metrics.centrality import ENTRIES
from graphkit.metrics.ranking import in_order
from graphkit.metrics.ranking_metrics import ORGANISATION_METRICS
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
        "eigenvector": nx.eigenvector_centrality(graph, max_iter=5_000, tol=1e-13),
        "pagerank": nx.pagerank(graph, weight=None, tol=1e-14, max_iter=500),
        "constraint": nx.constraint(graph),
    }
    assert set(expected) == {metric.name for metric in ENTRIES}
    for metric, values in expected.items():
        assert by_name(Network.of(CHAIN), metric) == pytest.approx(
            values, rel=1e-9, abs=1e-12, nan_ok=True
        )


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
    assert by_name(network, "pagerank") == pytest.approx(
        nx.pagerank(graph, weight="weight", tol=1e-14, max_iter=500)
    )
    assert by_name(network, "constraint") == pytest.approx(
        nx.constraint(graph, weight="weight"), nan_ok=True
    )
    assert by_name(network, "degree") == {"a": 1, "b": 2, "c": 1, "d": 0}


# In three groups a and b are tied three times, b and c twice, a and c once; c and d are tied twice
# directly. In both schemes the way from a to c is shorter by b, in steps alone it is not.
WEIGHED = dataset(
    "a b c d",
    took_part=[
        *(("a", "all"), ("b", "all"), ("c", "all")),
        *(("a", "first"), ("b", "first"), ("a", "second"), ("b", "second")),
        *(("b", "third"), ("c", "third")),
    ],
    ties=[("c", "d", {"weight": 2})],
)
# By hand: a group of three gives its pairs 1 (count) or 1/2 (newman), a group of two gives 1.
WEIGHTS = {
    "count": {"ab": 3, "ac": 1, "bc": 2, "cd": 2},
    "newman": {"ab": 5 / 2, "ac": 1 / 2, "bc": 3 / 2, "cd": 2},
}
# By hand: the inverses of the weights, added along a-b-c-d.
DISTANCES = {
    "count": {"ab": 1 / 3, "ac": 5 / 6, "ad": 4 / 3, "bc": 1 / 2, "bd": 1, "cd": 1 / 2},
    "newman": {"ab": 2 / 5, "ac": 16 / 15, "ad": 47 / 30, "bc": 2 / 3, "bd": 7 / 6, "cd": 1 / 2},
}


def matrix(pairs):
    """Values of pairs, named by two letters, as a symmetric matrix."""
    values = np.zeros((4, 4))
    for (one, other), value in pairs.items():
        at = ("abcd".index(one), "abcd".index(other))
        values[at] = values[at[::-1]] = value
    return values


def by_definition(scheme):
    """Each metric of a, b, c and d from weights and distances worked out by hand.

    What is more than a sum is solved by numpy: no value is networkx's.
    """
    weights, distances = matrix(WEIGHTS[scheme]), matrix(DISTANCES[scheme])
    strengths = weights.sum(axis=0)
    shares = weights / strengths[:, None]
    leading = np.abs(np.linalg.eigh(weights)[1][:, -1])
    walk = np.linalg.solve(np.eye(4) - 0.85 * shares.T, np.full(4, 0.15 / 4))
    inverses = np.divide(1, distances, out=np.zeros((4, 4)), where=distances > 0)
    return {
        "degree": [2, 2, 3, 1],
        "strength": strengths,
        # Of the three pairs of others: a-c and a-d pass b, a-d and b-d pass c.
        "betweenness": [0, 2 / 3, 2 / 3, 0],
        "closeness": 3 / distances.sum(axis=0),
        "harmonic": inverses.sum(axis=0),
        "eigenvector": leading,
        "pagerank": walk,
        "constraint": ((shares + shares @ shares) ** 2 * (weights > 0)).sum(axis=1),
    }


@pytest.mark.parametrize("scheme", ["count", "newman"])
@pytest.mark.parametrize("metric", [metric.name for metric in ENTRIES])
def test_each_metric_uses_the_weights_as_its_definition_says(scheme, metric):
    network = Network.of(WEIGHED).select(weight=scheme)
    expected = dict(zip("abcd", by_definition(scheme)[metric], strict=True))
    assert by_name(network, metric) == pytest.approx(expected, rel=1e-10)
    if metric not in ("degree", "strength"):
        unweighted = by_name(Network.of(WEIGHED), metric)
        assert unweighted != pytest.approx(expected, abs=1e-2)


def test_only_the_metrics_asked_for_are_computed_in_the_order_of_the_catalogue(monkeypatch):
    def never(graph, weight):
        raise AssertionError

    monkeypatch.setitem(
        ORGANISATION_METRICS, "pagerank", replace(METRICS["pagerank"], compute=never)
    )
    network = Network.of(CHAIN)
    assert list(rank(network, "closeness").values) == ["closeness"]
    some = rank(network, "closeness", ["Harmonic", "degree"])
    assert list(some.values) == ["degree", "closeness", "harmonic"]
    assert some.ranks_by("degree") == (1, 2, 2, 4)
    assert list(rank(network, "degree", "strength").values) == ["degree", "strength"]
    with pytest.raises(AssertionError):
        rank(network, "closeness", METRICS)
    with pytest.raises(UsageError, match="did you mean harmonic"):
        rank(network, "closeness", ["harmonics"])


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
