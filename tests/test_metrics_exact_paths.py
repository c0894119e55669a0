"""Weighted paths of the same length count as such, whatever rounding makes of their sums.

The oracle computes in rational numbers; igraph gives the same.
"""

from __future__ import annotations

import random
from itertools import combinations

import networkx as nx
import pytest

from graphkit.metrics import impact_of, rank, shortest_chains
from graphkit.network import Network
from tests.exact_paths import betweenness, steps_of
from tests.networks import dataset

# Two ways from s to t, each of the lengths 1, 1 and 1/3 in another order.
CHAINS = {("s", "a"): 1, ("a", "b"): 1, ("b", "t"): 3, ("s", "c"): 1, ("c", "d"): 3, ("d", "t"): 1}


def tied(nodes, groups, ties):
    return Network.of(
        dataset(
            " ".join(nodes),
            took_part=[(node, f"g{at}") for at, group in enumerate(groups) for node in group],
            ties=[(one, other, {"weight": weight}) for (one, other), weight in ties.items()],
        )
    )


def ranked(network):
    ranking = rank(network)
    return {
        node.id: value
        for node, value in zip(ranking.organisations, ranking.values["betweenness"], strict=True)
    }


@pytest.fixture(params=["a graph", "compressed"])
def form(request, monkeypatch):
    """Small networks are measured in Python, large ones by a kernel: here either does it."""
    smallest = 0 if request.param == "compressed" else 10_000
    monkeypatch.setattr("graphkit.network.two_mode._COMPRESSED_FROM", smallest)


def test_two_chains_of_one_length_share_what_is_between(form):
    network = tied("abcdst", [], CHAINS).select(weight="count")
    exact = betweenness(steps_of(list("abcdst"), [], CHAINS, "count"))
    assert ranked(network) == pytest.approx(exact, abs=1e-12)
    # By hand: the one path of b to s, half of the two of s and t, and none of the others'.
    assert exact["a"] == pytest.approx((1 + 1 / 2) / 10)
    assert exact["d"] == exact["t"] == pytest.approx(0.25)
    s, t = (network.organisation(name) for name in "st")
    assert shortest_chains(network, s, t).count == 2


@pytest.mark.parametrize("scheme", ["count", "newman"])
@pytest.mark.parametrize("seed", range(12))
def test_betweenness_of_random_networks_is_exact(seed, scheme, form):
    draw = random.Random(seed)
    nodes = [f"n{at:02d}" for at in range(draw.randint(6, 16))]
    groups = [
        draw.sample(nodes, draw.choice((2, 3, 3, 4, 5))) for _ in range(draw.randint(0, len(nodes)))
    ]
    pairs = draw.sample(list(combinations(nodes, 2)), len(nodes))
    ties = {pair: draw.choice((1, 3)) for pair in pairs}
    exact = betweenness(steps_of(nodes, groups, ties, scheme))
    network = tied(nodes, groups, ties).select(weight=scheme)
    assert ranked(network) == pytest.approx(exact, abs=1e-12)


def test_networkx_itself_misses_ties_on_such_networks():
    # So that the tests above show something: without a tolerance the values differ.
    graph = tied("abcdst", [], CHAINS).select(weight="count").graph()
    found = nx.betweenness_centrality(graph, weight="distance")
    exact = betweenness(steps_of(list("abcdst"), [], CHAINS, "count"))
    assert found != pytest.approx(exact, abs=1e-3)
    ours = nx.betweenness_centrality(graph, weight="distance", backend="graphkit")
    assert ours == pytest.approx(found, abs=1e-12)


def test_edges_too_have_their_share_of_equally_long_paths_with_a_tolerance():
    graph = tied("abcdst", [], CHAINS).select(weight="count").graph()
    found = nx.edge_betweenness_centrality(
        graph, weight="distance", normalized=False, backend="graphkit", tolerance=1e-10
    )
    shares = {frozenset(edge): value for edge, value in found.items()}
    exact = betweenness(steps_of(list("abcdst"), [], CHAINS, "count"))
    # A path through a node takes two of its edges, and one of the 5 paths that end at it one.
    for node, value in exact.items():
        at_node = sum(share for edge, share in shares.items() if node in edge)
        assert at_node == pytest.approx(2 * 10 * value + 5, abs=1e-12)


def test_impact_compares_exact_values_before_and_after():
    ties = CHAINS | {("x", "s"): 1, ("x", "t"): 1}
    network = tied("abcdstx", [], ties).select(weight="count")
    found = impact_of(network, [network.organisation("x")])
    before = betweenness(steps_of(list("abcdstx"), [], ties, "count"))
    after = betweenness(steps_of(list("abcdst"), [], CHAINS, "count"))
    assert found.shifts
    for shift in found.shifts:
        name = shift.organisation.id
        assert shift.value_before == pytest.approx(before[name], abs=1e-12)
        assert shift.value_after == pytest.approx(after[name], abs=1e-12)
