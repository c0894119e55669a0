"""Key-player sets, of Borgatti (2006)."""

from __future__ import annotations

import math
import random
from itertools import combinations

import networkx as nx
import numpy as np
import pytest

from graphkit.metrics import key_players
from graphkit.metrics.cut_nodes import cut_pairs
from graphkit.metrics.steps import components, distances, reach
from graphkit.metrics.subset_search import best_set
from graphkit.model import UsageError
from graphkit.network import Network
from graphkit.sources import read_sample
from tests.networks import dataset, network_of_graph, random_affiliations

# Krackhardt's kite: o00 to o06 dense around o03, then a tail o07 - o08 - o09.
KITE = network_of_graph(nx.krackhardt_kite_graph())


def fragmentation(graph, by_distance=False):
    """The definitions of Borgatti (2006), pair by pair."""
    n = len(graph)
    lengths = dict(nx.all_pairs_shortest_path_length(graph))
    total = sum(
        (1 / lengths[a][b] if by_distance else 1)
        for a in graph
        for b in graph
        if a != b and b in lengths[a]
    )
    return 1 - total / (n * (n - 1)) if n > 1 else 0.0


def reached(graph, members, steps=None):
    """The share within so many steps, or the mean inverse distance, of all from the set."""
    lengths = nx.multi_source_dijkstra_path_length(graph, set(members), weight=None)
    values = (
        (1 / max(far, 1) if steps is None else float(far <= steps)) for far in lengths.values()
    )
    return sum(values) / len(graph)


def ids(found):
    return sorted(node.id for node in found.organisations)


def test_the_cut_of_the_kite_is_where_its_tail_begins():
    found = key_players(KITE, 1)
    assert ids(found) == ["o07"]
    # By hand: seven are left in one piece, two in another, of 9 * 8 ordered pairs.
    assert found.value == pytest.approx(1 - (7 * 6 + 2 * 1) / 72)
    assert (found.before, found.exact, found.equals) == (0.0, True, 1)


def test_two_reach_the_whole_kite():
    found = key_players(KITE, 2, "reach")
    # By hand: o03 is tied to o00 to o06, o08 to o07 and o09; the end of the tail needs o08 or
    # itself, and only o03 is tied to all of the head.
    assert ids(found) == ["o03", "o08"]
    assert (found.value, found.equals) == (1.0, 1)
    assert found.alone == (0.7, 0.3)
    assert found.added == pytest.approx((0.7, 0.3))
    assert key_players(KITE, 2, "reach", by_distance=True).value == 1.0


def test_a_star_without_its_hub_is_wholly_fragmented():
    star = network_of_graph(nx.star_graph(4))
    found = key_players(star, 1, by_distance=True)
    assert ids(found) == ["o00"]
    # By hand: four pairs at one step, six at two, of ten.
    assert found.before == pytest.approx(1 - (4 + 6 / 2) / 10)
    assert found.value == 1.0


def test_the_two_best_together_are_not_the_two_best_alone():
    # Two hubs over the same leaves stand in for one another; a chain hangs on.
    graph = nx.Graph([(hub, leaf) for hub in "AB" for leaf in "cdef"])
    graph.add_edges_from([("c", "x"), ("x", "y"), ("y", "z")])
    network = network_of_graph(graph)
    names = {f"o{number:02}": node for number, node in enumerate(graph)}
    assert [names[each] for each in ids(key_players(network, 1))] == ["c"]
    found = key_players(network, 2)
    best = max(
        fragmentation(graph.subgraph(set(graph) - set(pair))) for pair in combinations(graph, 2)
    )
    assert found.value == pytest.approx(best)


@pytest.mark.parametrize("seed", range(15))
@pytest.mark.parametrize("by_distance", [False, True])
def test_the_exact_set_is_the_best_of_all_sets(seed, by_distance):
    network = random_affiliations(random.Random(seed))
    graph = nx.Graph(network.graph())
    k = 2 if len(graph) > 3 else 1
    if len(graph) < 2:
        return
    left = {
        members: fragmentation(graph.subgraph(set(graph) - set(members)), by_distance)
        for members in combinations(graph, k)
    }
    found = key_players(network, k, by_distance=by_distance)
    assert found.value == pytest.approx(max(left.values()))
    assert left[tuple(ids(found))] == pytest.approx(found.value)
    best = [members for members, value in left.items() if value > found.value - 1e-12]
    assert (found.equals, tuple(ids(found))) == (len(best), min(best))
    steps = None if by_distance else 2
    values = {members: reached(graph, members, steps) for members in combinations(graph, k)}
    found = key_players(network, k, "reach", by_distance=by_distance, steps=2)
    assert found.value == pytest.approx(max(values.values()))
    best = [members for members, value in values.items() if value > found.value - 1e-9]
    assert (found.equals, tuple(ids(found))) == (len(best), min(best))


@pytest.mark.parametrize("aim", ["fragment", "reach"])
@pytest.mark.parametrize("by_distance", [False, True])
def test_exchanges_find_the_exact_set_of_the_sample(monkeypatch, aim, by_distance):
    network = Network.of(read_sample())
    exact = key_players(network, 2, aim, by_distance=by_distance)
    assert exact.exact
    from graphkit.metrics import subset_search

    monkeypatch.setattr(subset_search, "_all", None)
    monkeypatch.setattr(subset_search, "comb", lambda n, k: 10**9)
    found = key_players(network, 2, aim, by_distance=by_distance)
    assert not found.exact
    assert found.equals is None
    assert found.value == pytest.approx(exact.value)


def test_large_networks_are_searched_among_the_promising(monkeypatch):
    monkeypatch.setattr("graphkit.metrics.key_player_sets._ALL_TRIED", 5)
    monkeypatch.setattr("graphkit.metrics.key_player_sets._PROMISING", 2)
    monkeypatch.setattr("graphkit.metrics.key_player_sets._REACHERS", 3)
    found = key_players(KITE, 1, by_distance=True)
    # The two that cut off the most, and the two that broker the most.
    assert (ids(found), found.tried, found.exact) == (["o07"], 4, False)
    assert len(key_players(KITE, 6, by_distance=True).organisations) == 6
    assert ids(key_players(KITE, 1, "reach")) == ["o03"]


@pytest.mark.parametrize("seed", range(40))
def test_one_search_tells_what_each_loss_leaves(seed):
    chance = random.Random(seed)
    network = random_affiliations(chance, most=12)
    form = network.two_mode
    names = form.organisations
    gone = chance.sample(range(len(names)), chance.randint(0, len(names) - 1))
    found = cut_pairs(form.members, len(names), gone)
    graph = nx.Graph(network.graph())
    for position, name in enumerate(names):
        rest = graph.subgraph(set(names) - {names[each] for each in gone} - {name})
        assert found[position] == sum(
            len(part) * (len(part) - 1) for part in nx.connected_components(rest)
        )


@pytest.mark.parametrize("seed", range(20))
def test_distances_over_groups_are_those_of_the_projection(seed, monkeypatch):
    monkeypatch.setattr("graphkit.metrics.steps._BATCH", 3)
    network = random_affiliations(random.Random(seed))
    form = network.two_mode
    n = len(form.organisations)
    graph = nx.convert_node_labels_to_integers(network.graph())
    lengths = dict(nx.all_pairs_shortest_path_length(graph))
    table = distances(form.members, n, np.arange(n))
    assert table.tolist() == [[lengths[a].get(b, 255) for b in range(n)] for a in range(n)]
    assert reach(form.members, n).farness().tolist() == [sum(lengths[a].values()) for a in range(n)]
    piece = components(form.members, n)
    assert all((piece[a] == piece[b]) == (b in lengths[a]) for a in range(n) for b in range(n))


def test_the_same_seed_gives_the_same_set():
    network = network_of_graph(nx.gnp_random_graph(60, 0.05, seed=2))
    first = key_players(network, 4, seed=3)
    assert not first.exact
    assert first == key_players(network, 4, seed=3)


@pytest.mark.parametrize(("k", "steps"), [(0, 1), (3, 1), (1, 0)])
def test_sets_that_cannot_be_are_refused(k, steps):
    with pytest.raises(UsageError, match=r"for 3 organisations|steps of at least 1"):
        key_players(Network.of(dataset("a b c")), k, "reach", steps=steps)


def test_networks_without_ties_have_key_players_too():
    found = key_players(Network.of(dataset("a b c")), 1)
    assert (ids(found), found.value, found.before, found.equals) == (["a"], 1.0, 1.0, 3)
    assert not math.isnan(key_players(Network.of(dataset("a b")), 1, by_distance=True).value)


def test_key_players_come_with_their_facts_as_the_ranking_counts_them():
    network = Network.of(
        dataset(
            "a b c d e",
            ties=[
                ("a", "e"),
                ("a", "b", {"start": "2011"}),
                ("a", "c", {"status": "inferred", "start": "2012"}),
                ("a", "d"),
            ],
        )
    )
    found = key_players(network, 1)
    # By hand: four facts of a, of which one is inferred and two have no date.
    assert ids(found) == ["a"]
    assert (found.facts, found.inferred, found.undated) == ((4,), (1,), (2,))


def test_a_random_start_that_ends_in_a_worse_set_is_not_taken_for_the_best():
    # Of four, 0 and 1 are worth 5 together, and 2 and 3 worth 10; no exchange of one leads from
    # the first pair to the second.
    worth = {frozenset({0, 1}): 5.0, frozenset({2, 3}): 10.0, frozenset({2}): 1.0}

    def scores(taken):
        return np.array([worth.get(frozenset([*taken, each]), 0.0) for each in range(4)])

    # In some of the seeds the random start is the first pair.
    for seed in range(40):
        found = best_set(2, np.arange(4), scores, few=0, restarts=1, seed=seed)
        assert (found.members, found.score, found.exact) == ((2, 3), 10.0, False)
