"""Shortest chains: values by hand on a small network, and networkx's."""

from __future__ import annotations

import math

import networkx as nx
import pytest

from graphkit.export.chains import chains_remark, chains_table, chains_text
from graphkit.metrics import shortest_chains
from graphkit.model import UsageError
from graphkit.network import Network
from tests.generated import generated
from tests.networks import dataset

# Two ways of two steps from a to d, over b and over c, and a strong detour over e and f.
SQUARE = Network.of(
    dataset(
        "a b c d e f z",
        ties=[
            *[("a", "b"), ("b", "d"), ("a", "c"), ("c", "d")],
            *[(*pair, {"weight": 4}) for pair in (("a", "e"), ("e", "f"), ("f", "d"))],
        ],
    )
)


def chains(network, start, end, **words):
    return shortest_chains(network, network.node(start), network.node(end), **words)


def ways(found):
    return [[chain[0].start.id, *(step.end.id for step in chain)] for chain in found.shown]


def test_the_first_of_the_shortest_chains_is_shown_and_all_are_counted():
    found = chains(SQUARE, "a", "d")
    assert (found.length, found.count, ways(found)) == (2, 2, [["a", "b", "d"]])
    assert ways(chains(SQUARE, "a", "d", most=9)) == [["a", "b", "d"], ["a", "c", "d"]]
    assert chains_remark(found) == ("A to D: 2 steps, 2 chains equally short, 1 shown")


def test_with_weights_strong_ties_are_short():
    found = chains(SQUARE.select(weight="count"), "a", "d")
    assert (found.length, found.count, ways(found)) == (0.75, 1, [["a", "e", "f", "d"]])
    assert "3 steps with a total length of 0.75" in chains_remark(found)


@pytest.mark.parametrize("weight", ["none", "newman"])
def test_chains_are_those_of_networkx(weight):
    network = Network.of(generated()).select(weight=weight, layer=["declaration", "tie"])
    graph = network.graph()
    component = sorted(max(nx.connected_components(graph), key=len))
    attribute = None if weight == "none" else "distance"
    for start, end in zip(component[:40:4], component[-40::4], strict=True):
        expected = sorted(nx.all_shortest_paths(graph, start, end, weight=attribute))
        found = chains(network, start, end, most=1000)
        assert ways(found) == expected
        assert found.count == len(expected)


def test_each_step_is_opened_to_its_groups_facts_and_sources():
    network = Network.of(
        dataset(
            {"k": "Cluster", "a": "Company", "b": "Company"},
            members=[("a", "k", {"source": "s1", "role": "founder"})],
            signed=[("k", "x", {"start": "2014"}), ("b", "x"), ("a", "y"), ("k", "y")],
        )
    )
    first, second = chains(network, "a", "b").shown[0]
    assert [group.id for group, _, _ in first.groups] == ["k", "y"]
    assert [group.id for group, _, _ in second.groups] == ["x"]
    text = chains_text(chains(network, "a", "b"))
    assert "membership: K\n     A: founder, date unknown, stated\n       source: s1 (p1)" in text
    assert "K: from 2014, stated" in text
    rows = chains_table(chains(network, "a", "b")).records()
    assert [(row["step"], row["group"], row["organisation"]) for row in rows] == [
        *[(1, "k", "a"), (1, "y", "a"), (1, "y", "k")],
        *[(2, "x", "k"), (2, "x", "b")],
    ]


def test_where_no_chain_joins_two_that_is_the_answer():
    found = chains(SQUARE, "a", "z")
    assert (found.length, found.count, found.shown) == (math.inf, 0, ())
    assert chains_remark(found) == (
        "A to Z: no chain joins them; the first reaches 5 organisations, the second 0"
    )
    assert chains_table(found).rows == ()
    with pytest.raises(UsageError, match="both ends"):
        chains(SQUARE, "a", "a")
