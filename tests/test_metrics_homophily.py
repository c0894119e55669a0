"""The E-I index, of Krackhardt and Stern (1988), and its permutation test."""

from __future__ import annotations

import math
import random
from itertools import permutations

import pytest

from graphkit.metrics import ei_index
from graphkit.network import Network
from tests.networks import dataset, random_affiliations

# Two firms, two universities, one of unknown sector. Within: a-b. Between: a-c, b-c, b-d.
KINDS = {"a": "Company", "b": "Company", "c": "University", "d": "University", "x": "Other"}
TIES = [("a", "b"), ("a", "c"), ("b", "c"), ("b", "d"), ("d", "x")]


def test_the_index_of_network_group_and_organisation_by_hand():
    found = ei_index(Network.of(dataset(KINDS, ties=TIES)))
    assert (found.external, found.internal, found.apart) == (3, 1, 1)
    assert found.value == (3 - 1) / 4
    groups = {each.name: (each.external, each.internal, each.value) for each in found.groups}
    assert groups == {"business": (3, 1, 0.5), "research": (3, 0, 1.0)}
    assert {name: value for name, value in found.organisations.items() if name != "x"} == {
        "a": 0.0,
        "b": pytest.approx(1 / 3),
        "c": 1.0,
        "d": 1.0,
    }
    assert math.isnan(found.organisations["x"])


def test_the_permutation_test_is_what_all_permutations_give():
    found = ei_index(Network.of(dataset(KINDS, ties=TIES)), draws=20_000)
    ties = [(a, b) for a, b in TIES if "x" not in (a, b)]
    indices = []
    for dealt in permutations(["Company", "Company", "University", "University"]):
        of = dict(zip("abcd", dealt, strict=True))
        external = sum(of[a] != of[b] for a, b in ties)
        indices.append((2 * external - len(ties)) / len(ties))
    assert found.expected == pytest.approx(sum(indices) / len(indices), abs=0.01)
    assert found.low == pytest.approx(sum(i <= 0.5 for i in indices) / len(indices), abs=0.01)
    assert found.high == pytest.approx(sum(i >= 0.5 for i in indices) / len(indices), abs=0.01)


def test_the_same_seed_gives_the_same_test_and_another_does_not():
    network = Network.of(dataset(KINDS, ties=TIES))
    assert repr(ei_index(network, seed=1)) == repr(ei_index(network, seed=1))  # with its NaN
    assert ei_index(network, seed=1).expected != ei_index(network, seed=2).expected


@pytest.mark.parametrize("seed", range(30))
def test_random_networks_have_the_index_that_counting_gives(seed):
    network = random_affiliations(random.Random(seed))
    graph = network.graph()
    of = dict(graph.nodes(data="sector"))
    found = ei_index(network, draws=10)

    def index(edges):
        known = [(a, b) for a, b in edges if of[a] and of[b]]
        external = sum(of[a] != of[b] for a, b in known)
        return (2 * external - len(known)) / len(known) if known else math.nan

    assert found.value == pytest.approx(index(graph.edges), nan_ok=True)
    for group in found.groups:
        touching = [(a, b) for a, b in graph.edges if group.name in (of[a], of[b])]
        assert group.value == pytest.approx(index(touching), nan_ok=True)
    for name in graph:
        expected = index(graph.edges(name)) if of[name] else math.nan
        assert found.organisations[name] == pytest.approx(expected, nan_ok=True)


def test_without_ties_or_draws_there_is_no_index_and_no_test():
    found = ei_index(Network.of(dataset("a b")))
    assert math.isnan(found.value)
    assert math.isnan(found.high)
    assert math.isnan(ei_index(Network.of(dataset(KINDS, ties=TIES)), draws=0).expected)
