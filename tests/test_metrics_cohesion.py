"""The measures of the whole network, and those of its two-mode form."""

from __future__ import annotations

import math
import random
from itertools import permutations

import networkx as nx
import pytest

from graphkit.metrics import CATALOGUE, cohesion, two_mode_measures
from graphkit.network import Network
from graphkit.sources import read_sample
from tests.networks import dataset, network_of_graph, random_affiliations

FAMILIES = nx.florentine_families_graph()
WITH_PUCCI = nx.Graph(FAMILIES)
WITH_PUCCI.add_node("Pucci")


def affiliations(pairs):
    organisations = sorted({one for one, _ in pairs})
    return Network.of(dataset(" ".join(organisations), took_part=pairs)).two_mode


def southern_women():
    graph = nx.davis_southern_women_graph()
    women, events = graph.graph["top"], graph.graph["bottom"]
    pairs = [(f"w{women.index(a):02}", f"e{events.index(b):02}") for a in women for b in graph[a]]
    return graph, affiliations(pairs)


def test_centralisation_of_the_florentine_families_is_as_published():
    # Wasserman, S. and Faust, K. (1994). Social Network Analysis, ch. 5: marriages.
    found = cohesion(network_of_graph(WITH_PUCCI))
    assert found.value("degree-centralisation") == pytest.approx(0.267, abs=5e-4)
    assert found.value("closeness-centralisation") == pytest.approx(0.322, abs=5e-4)
    assert found.value("isolates") == 1
    without = cohesion(network_of_graph(FAMILIES))
    assert without.value("betweenness-centralisation") == pytest.approx(0.437, abs=5e-4)
    # With the isolate and without: 20 marriages of 120 and of 105 pairs.
    assert found.value("density") == pytest.approx(20 / 120)
    assert without.value("density") == pytest.approx(20 / 105)


def test_a_star_is_wholly_centralised_and_a_ring_not_at_all():
    star, ring = (
        cohesion(network_of_graph(each)) for each in (nx.star_graph(5), nx.cycle_graph(6))
    )
    for name in ("degree", "betweenness", "closeness"):
        assert star.value(f"{name}-centralisation") == pytest.approx(1.0)
        assert ring.value(f"{name}-centralisation") == pytest.approx(0.0)
        measure = {each.name: each for each in star.measures}[f"{name}-centralisation"]
        assert [node.id for node in measure.organisations] == ["o00"]


def test_a_network_in_pieces_by_hand():
    # A path of three, a pair, an isolate: 4 of 15 pairs have a path, one of two steps.
    network = Network.of(dataset("a b c d e f", ties=[("a", "b"), ("b", "c"), ("d", "e")]))
    found = cohesion(network)
    assert found.value("density") == 3 / 15
    assert found.value("average-path-length") == (3 * 1 + 1 * 2) / 4
    assert found.value("diameter") == 2
    assert found.value("components") == 3
    assert found.value("largest-component") == 3 / 6
    assert found.value("connectedness") == pytest.approx(4 / 15)
    assert found.value("fragmentation") == pytest.approx(11 / 15)
    assert found.value("distance-fragmentation") == pytest.approx(1 - (3 + 1 / 2) / 15)
    assert found.value("degree-centralisation") == pytest.approx((2 * 6 - 6) / (5 * 4))
    measures = {(each.name, each.of): each for each in found.measures}
    assert [node.id for node in measures["isolates", ""].organisations] == ["f"]
    # Of the path alone: its middle is one step from both, the ends three steps from all.
    assert measures["closeness-centralisation", ""].value == pytest.approx(
        2 * (1 - 2 / 3) / (2 * 1 / 3)
    )
    assert "3 of 6" in measures["closeness-centralisation", ""].note


@pytest.mark.parametrize("seed", range(25))
def test_random_networks_have_networkx_numbers(seed):
    network = random_affiliations(random.Random(seed))
    graph = nx.Graph(network.graph())
    found = cohesion(network, draws=1)
    n = len(graph)
    lengths = [
        far
        for a, others in nx.all_pairs_shortest_path_length(graph)
        for b, far in others.items()
        if a != b
    ]
    nan = math.nan
    assert found.value("density") == pytest.approx(nx.density(graph) if n > 1 else nan, nan_ok=True)
    assert found.value("components") == nx.number_connected_components(graph)
    assert found.value("isolates") == nx.number_of_isolates(graph)
    assert found.value("average-path-length") == pytest.approx(
        sum(lengths) / len(lengths) if lengths else nan, nan_ok=True
    )
    assert found.value("diameter") == pytest.approx(max(lengths, default=nan), nan_ok=True)
    if n > 1:
        assert found.value("connectedness") == pytest.approx(len(lengths) / (n * (n - 1)))
        assert found.value("distance-fragmentation") == pytest.approx(
            1 - nx.global_efficiency(graph)
        )
    if n > 2:
        between = nx.betweenness_centrality(graph).values()
        expected = sum(max(between) - each for each in between) / (n - 1)
        assert found.value("betweenness-centralisation") == pytest.approx(expected)


def test_the_southern_women_are_reinforced_and_clustered_as_published():
    graph, form = southern_women()
    found = two_mode_measures(form)
    assert found.density == pytest.approx(89 / (18 * 14))  # 89 attendances (Davis et al. 1941)
    # networkx's own documentation gives 0.468.
    assert found.reinforcement == pytest.approx(nx.bipartite.robins_alexander_clustering(graph))
    assert round(found.reinforcement, 3) == 0.468
    assert found.clustering == pytest.approx(by_enumeration(form))


def by_enumeration(form):
    """Opsahl's coefficient, path by path."""
    groups = {each: set() for each in range(len(form.organisations))}
    for row, column in form.members.T.tolist():
        groups[row].add(column)
    paths = closed = 0
    for i, j, k in permutations(groups, 3):
        for p in groups[i] & groups[j]:
            for q in groups[j] & groups[k] - {p}:
                paths += 1
                closed += bool((groups[i] & groups[k]) - {p, q})
    return closed / paths if paths else math.nan


def test_three_pairs_that_meet_in_a_ring_are_clustered_and_a_chain_is_not():
    ring = affiliations(
        [(a, g) for g, pair in (("x", "ab"), ("y", "bc"), ("z", "ca")) for a in pair]
    )
    assert two_mode_measures(ring).clustering == 1.0
    assert two_mode_measures(ring).reinforcement == 0.0
    chain = affiliations([(a, g) for g, pair in (("x", "ab"), ("y", "bc")) for a in pair])
    assert two_mode_measures(chain).clustering == 0.0
    # One group of four has a dense projection, and no path of four memberships at all.
    assert math.isnan(two_mode_measures(affiliations([(a, "x") for a in "abcd"])).clustering)
    both = affiliations([(a, g) for a in "ab" for g in "xy"])
    assert two_mode_measures(both).reinforcement == 1.0


@pytest.mark.parametrize("seed", range(60))
def test_random_affiliations_have_the_measures_that_enumeration_gives(seed):
    form = random_affiliations(random.Random(seed), groups=2 + seed % 6).two_mode
    found = two_mode_measures(form)
    assert found.clustering == pytest.approx(by_enumeration(form), nan_ok=True)
    graph = nx.Graph((row, f"g{column}") for row, column in form.members.T.tolist())
    expected = nx.bipartite.robins_alexander_clustering(graph) if graph else 0
    assert (0 if math.isnan(found.reinforcement) else found.reinforcement) == pytest.approx(
        expected
    )


def test_every_measure_is_in_the_catalogue():
    names = {each.name for each in cohesion(Network.of(read_sample())).measures}
    assert names <= set(CATALOGUE)
    others = ("graphkit mixing --by sector", "graphkit multiplexity", "graphkit ratings")
    of_networks = {each for each in CATALOGUE.values() if each.on == ("network",)}
    assert {each.name for each in of_networks if each.command not in others} <= names


@pytest.mark.parametrize("organisations", ["", "a", "a b"])
def test_networks_without_ties_are_measured_too(organisations):
    found = cohesion(Network.of(dataset(organisations)))
    n = len(organisations.split())
    assert found.value("isolates") == found.value("components") == found.organisations == n
    assert math.isnan(found.value("average-path-length"))
    assert math.isnan(found.value("ei-index"))


def test_the_notes_say_what_the_numbers_are_of():
    def notes(data):
        return {each.name: each.note for each in cohesion(Network.of(data), draws=9).measures}

    pieces = notes(dataset("a b c d e f", ties=[("a", "b"), ("b", "c"), ("d", "e")]))
    assert pieces["components"] == "sizes 3, 2, 1"
    assert pieces["average-path-length"] == "over the 4 pairs with a path"
    pairs = notes(dataset("a b c d e", ties=[("a", "b"), ("c", "d")]))
    assert pairs["components"] == "sizes 2 of 2, 1"
    star = notes(dataset("a b c d", ties=[("a", each) for each in "bcd"]))
    assert (star["components"], star["average-path-length"]) == ("", "")
    # A star has no finite coreness: the remark of `core_periphery` stands in the note.
    assert star["core-periphery-fit"].startswith("a core of 1; ")
    assert star["core-periphery-fit"].endswith("a star around A")
