"""The E-I index, of Krackhardt and Stern (1988), and its permutation test."""

from __future__ import annotations

import math
import random
from itertools import combinations, permutations, product

import pytest

from graphkit.metrics import ei_index
from graphkit.network import Network
from graphkit.sources import read_sample
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
    # An isolate of a sector of its own takes no part in the deal.
    kinds = KINDS | {"alone": "PublicBody"}
    found = ei_index(Network.of(dataset(kinds, ties=TIES)), draws=20_000)
    ties = [(a, b) for a, b in TIES if "x" not in (a, b)]
    indices = []
    for dealt in permutations(["Company", "Company", "University", "University"]):
        of = dict(zip("abcd", dealt, strict=True))
        external = sum(of[a] != of[b] for a, b in ties)
        indices.append((2 * external - len(ties)) / len(ties))
    mean = sum(indices) / len(indices)
    assert found.dealt == 4
    assert found.expected == pytest.approx(mean)
    as_far = sum(abs(i - mean) >= abs(0.5 - mean) - 1e-12 for i in indices) / len(indices)
    assert found.p_value == pytest.approx(as_far, abs=0.01)


def test_the_same_seed_gives_the_same_test_and_another_does_not():
    network = Network.of(read_sample())
    assert repr(ei_index(network, seed=1)) == repr(ei_index(network, seed=1))  # with its NaN
    assert ei_index(network, seed=1).p_value != ei_index(network, seed=2).p_value


def test_the_sample_s_index_is_compared_with_deals_among_organisations_with_ties():
    # Oracle: deals by Python's own generator over the graph's nodes. Among all organisations,
    # isolates too, as many ties would lead out in 5 % of the deals only.
    network = Network.of(read_sample())
    graph = network.graph()
    of = dict(graph.nodes(data="sector"))
    edges = [(a, b) for a, b in graph.edges if of[a] and of[b]]
    tied = sorted({node for edge in edges for node in edge})
    draw, sectors, counts = random.Random(1), [of[node] for node in tied], []
    for _ in range(4_000):
        draw.shuffle(sectors)
        dealt = dict(zip(tied, sectors, strict=True))
        counts.append(sum(dealt[a] != dealt[b] for a, b in edges))
    found = ei_index(network, draws=4_000)
    mean = sum(counts) / len(counts)
    as_far = sum(abs(each - mean) >= abs(found.external - mean) for each in counts) / len(counts)
    assert found.dealt == len(tied) == 27
    assert found.p_value == pytest.approx(as_far, abs=0.04)
    assert sum(each >= found.external for each in counts) / len(counts) > 0.3


def test_a_network_tied_within_its_categories_and_one_tied_between_are_both_far_from_chance():
    firms, universities = "abcde", "vwxyz"
    kinds = dict.fromkeys(firms, "Company") | dict.fromkeys(universities, "University")
    within = [pair for part in (firms, universities) for pair in combinations(part, 2)]
    between = list(product(firms, universities))
    for ties, value in ((within, -1.0), (between, 1.0)):
        found = ei_index(Network.of(dataset(kinds, ties=ties)))
        # By hand: of 252 ways to choose the firms 2 have every tie within (or between).
        assert (found.value, found.dealt) == (value, 10)
        assert found.p_value < 0.03


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
    assert math.isnan(found.p_value)
    assert math.isnan(ei_index(Network.of(dataset(KINDS, ties=TIES)), draws=0).p_value)
