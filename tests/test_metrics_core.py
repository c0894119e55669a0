"""Core and periphery, of Borgatti and Everett (2000)."""

from __future__ import annotations

import math
from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from scipy.optimize import minimize
from scipy.sparse import csr_array

from graphkit.metrics import core_periphery
from graphkit.metrics.core_and_periphery import (
    _best_prefixes,
    _exchange,
    best_core,
    pattern_fit,
)
from graphkit.metrics.coreness import (
    _starts,
    coreness_fit,
    corenesses,
    least_residual,
    stars_as_good,
)
from graphkit.metrics.steps import adjacency
from graphkit.network import Network
from graphkit.sources import read_sample
from tests.networks import dataset, network_of_graph


def core_of(network):
    return {node.id for node in core_periphery(network).core}


def correlation(graph, core):
    """Of ties and the ideal pattern over all pairs, by numpy."""
    pairs = list(combinations(graph, 2))
    tied = [graph.has_edge(a, b) for a, b in pairs]
    ideal = [a in core or b in core for a, b in pairs]
    if len(set(tied)) < 2 or len(set(ideal)) < 2:
        return math.nan
    return float(np.corrcoef(tied, ideal)[0, 1])


def test_a_star_is_exactly_a_core_and_a_periphery():
    # Borgatti and Everett (2000, p. 378): Freeman's star is the ideal with a core of one.
    found = core_periphery(network_of_graph(nx.star_graph(6)))
    assert [node.id for node in found.core] == ["o00"]
    assert (found.fit, found.exact) == (pytest.approx(1.0), True)
    assert found.density == (pytest.approx(math.nan, nan_ok=True), 1.0, 0.0)
    assert found.coreness[0] == max(found.coreness)


def test_an_ideal_pattern_with_a_core_of_four_is_found_among_many():
    ideal = nx.Graph((a, b) for a in range(4) for b in range(a + 1, 30))
    found = core_periphery(network_of_graph(ideal))
    assert {node.id for node in found.core} == {"o00", "o01", "o02", "o03"}
    assert found.fit == pytest.approx(1.0)
    assert found.density == (1.0, 1.0, 0.0)


def test_the_fit_of_a_path_by_hand():
    # Of 6 pairs 3 are tied; with the two middle ones as core 5 should be, these 3 among them.
    found = core_periphery(network_of_graph(nx.path_graph(4)))
    assert {node.id for node in found.core} == {"o01", "o02"}
    assert found.fit == pytest.approx((6 * 3 - 3 * 5) / math.sqrt(3 * 3 * 5 * 1))
    assert found.density == (1.0, 0.5, 0.0)


@pytest.mark.parametrize("seed", range(25))
def test_the_best_core_is_the_best_of_all(seed):
    graph = nx.gnp_random_graph(3 + seed % 6, 0.2 + seed % 5 / 8, seed=seed)
    network = network_of_graph(graph)
    fits = [
        correlation(graph, core)
        for size in range(1, len(graph))
        for core in combinations(graph, size)
    ]
    fits = [each for each in fits if not math.isnan(each)]
    found = core_periphery(network)
    if fits:
        assert found.fit == pytest.approx(max(fits))
        core = {int(node.id[1:]) for node in found.core}
        assert correlation(graph, core) == pytest.approx(found.fit)
    else:
        assert (math.isnan(found.fit), found.core) == (True, ())


def test_the_search_comes_near_to_the_best_of_all(monkeypatch):
    short = 0
    for seed in range(40):
        graph = nx.gnp_random_graph(12, 0.15 + seed % 6 / 10, seed=seed)
        ties = adjacency(network_of_graph(graph).two_mode)
        monkeypatch.setattr("graphkit.metrics.core_and_periphery._TRIED", 14)
        exact, everything = best_core(ties, corenesses(ties))
        monkeypatch.setattr("graphkit.metrics.core_and_periphery._TRIED", 0)
        found, searched = best_core(ties, corenesses(ties))
        assert (everything, searched) == (True, False)
        lack = pattern_fit(ties, exact) - pattern_fit(ties, found)
        assert -1e-12 < lack < 0.05
        short += lack > 1e-12
    assert short <= 2  # of 40: a search, but a good one


def test_coreness_is_where_no_other_value_leaves_less():
    # At the minimum each c_i is the sum of a_ij c_j over that of c_j^2, j not i; after scaling to
    # length 1 the two sides are in one proportion for all.
    graph = nx.gnp_random_graph(20, 0.5, seed=1)
    ties = adjacency(network_of_graph(graph).two_mode)
    coreness = corenesses(ties)
    assert float(coreness @ coreness) == pytest.approx(1.0)
    proportion = (ties @ coreness) / (coreness * (1 - coreness**2))
    assert proportion == pytest.approx(np.full(20, proportion[0]), rel=1e-6)
    rows, columns = np.triu_indices(20, 1)
    expected = np.corrcoef(ties.toarray()[rows, columns], coreness[rows] * coreness[columns])[0, 1]
    assert coreness_fit(ties, coreness) == pytest.approx(expected)


@pytest.mark.parametrize("seed", range(14))
def test_no_random_start_leaves_less_than_the_coreness_found(seed):
    # Oracle: scipy's bounded minimiser (L-BFGS-B) from random starts; where a star and finite
    # values are near to each other both creep, hence the tolerance.
    draw = np.random.default_rng(seed)
    size = int(draw.integers(4, 9))
    chosen = draw.random((size, size)) < draw.uniform(0.2, 0.8)
    ties = np.triu(chosen * draw.choice([1.0, 1 / 2, 1 / 3, 1 / 10], (size, size)), 1)
    ties[0, 1] = 1.0
    ties += ties.T
    apart = ~np.eye(size, dtype=bool)

    def left_over(values):
        error = (np.outer(values, values) - ties) * apart
        return (error**2).sum(), 4 * error @ values

    found = least_residual(csr_array(ties))
    least = min(
        minimize(
            left_over,
            draw.random(size),
            jac=True,
            method="L-BFGS-B",
            bounds=[(0, 50)] * size,
            options={"maxiter": 200},
        ).fun
        for _ in range(8)
    )
    if not len(stars_as_good(csr_array(ties), found)):
        assert left_over(found)[0] <= least + 1e-4 * (ties**2).sum()
    else:
        # By hand: a star meets the ties of its centre and leaves all others.
        star = (ties**2).sum() - 2 * (ties**2).sum(axis=0).max()
        assert star <= least + 1e-4 * (ties**2).sum()


def test_a_star_and_a_dyad_have_no_finite_coreness_and_say_so():
    # By hand: with c of the hub growing and the leaves' shrinking, a star's ties are met ever
    # better; in a dyad any two values with the right product meet the one tie.
    star = core_periphery(network_of_graph(nx.star_graph(6)))
    assert star.coreness == (1.0, *[0.0] * 6)
    assert "a star around" in star.remark
    dyad = core_periphery(network_of_graph(nx.path_graph(2)))
    assert all(math.isnan(each) for each in dyad.coreness)
    assert "any of 2 organisations" in dyad.remark
    assert core_periphery(network_of_graph(nx.complete_graph(4))).remark == ""


def test_weighed_as_newman_does_the_sample_s_coreness_is_degenerate():
    # Found by 100 random starts: the residual falls towards 11.3363..., that of a star, from the
    # 11.8965 of the local minimum at which a search by degree alone ends.
    found = core_periphery(Network.of(read_sample()).select(weight="newman"))
    assert "degenerate" in found.remark
    assert core_periphery(Network.of(read_sample())).remark == ""


def test_in_a_clique_all_are_alike_and_no_core_fits_better_than_another():
    found = core_periphery(network_of_graph(nx.complete_graph(4)))
    assert found.coreness == pytest.approx((0.5,) * 4)
    assert math.isnan(found.fit)
    assert math.isnan(found.coreness_fit)


def test_coreness_takes_weights_when_the_selection_weighs():
    ties = [("a", "b", {"weight": 5}), ("b", "c"), ("a", "c"), ("c", "d")]
    network = Network.of(dataset("a b c d", ties=ties))
    plain, weighed = (core_periphery(each) for each in (network, network.select(weight="count")))
    assert plain.organisations[0].id == "c"
    assert {node.id for node in weighed.organisations[:2]} == {"a", "b"}
    assert {node.id for node in plain.core} == {node.id for node in weighed.core}


@pytest.mark.parametrize("scheme", ["count", "newman"])
def test_weighted_coreness_leaves_less_than_any_neighbouring_values(scheme):
    """The weights are read from the graph, and what is left over is summed up as defined."""
    rows = [(f"o{at * 3 % 8}", f"g{at % 5}") for at in range(24)]
    ids = " ".join(f"o{at}" for at in range(8))
    ties = [("o0", "o1", {"weight": 4})]
    network = Network.of(dataset(ids, took_part=rows, ties=ties)).select(weight=scheme)
    found = core_periphery(network)
    order = [node.id for node in found.organisations]
    weights = nx.to_numpy_array(network.graph(), nodelist=order, weight="weight")
    assert len(set(weights[weights > 0])) > 1
    direction = np.array(found.coreness)
    # The published values have length 1; of their multiples the best is found by least squares.
    apart = ~np.eye(8, dtype=bool)
    products = np.outer(direction, direction)[apart]
    scale = weights[apart] @ products / (products @ products)

    def left_over(values):
        return ((weights - np.outer(values, values))[apart] ** 2).sum()

    best = direction * np.sqrt(scale)
    for step in (*np.eye(8), *-np.eye(8)):
        assert left_over(best) < left_over(np.maximum(best + step / 100, 0)) + 1e-12


@pytest.mark.parametrize("organisations", ["", "a", "a b"])
def test_without_ties_there_is_no_core(organisations):
    found = core_periphery(Network.of(dataset(organisations)))
    assert found.core == ()
    assert math.isnan(found.fit)
    assert all(math.isnan(each) for each in found.coreness)


@pytest.mark.parametrize("seed", range(6))
def test_the_search_starts_from_the_prefixes_of_the_order_that_fit_best(seed):
    graph = nx.gnp_random_graph(14, 0.3, seed=seed)
    ties = adjacency(network_of_graph(graph).two_mode)
    order = np.random.default_rng(seed).permutation(14)
    fits = {size: correlation(graph, set(order[:size].tolist())) for size in range(1, 14)}
    fits = {size: fit for size, fit in fits.items() if not math.isnan(fit)}
    starts = list(_best_prefixes(ties, np.diff(ties.indptr).astype(np.int64), order))
    assert len(starts) > 1
    for start, size in zip(starts, sorted(fits, key=fits.__getitem__, reverse=True), strict=False):
        assert fits[int(start.sum())] == pytest.approx(fits[size])
        assert set(np.flatnonzero(start)) == set(order[: int(start.sum())])


@pytest.mark.parametrize("seed", range(12))
def test_the_exchange_is_the_one_by_which_most_ties_touch_the_core(seed):
    graph = nx.gnp_random_graph(9, 0.2 + seed % 3 / 5, seed=seed)
    ties = adjacency(network_of_graph(graph).two_mode)
    core = np.zeros(9, dtype=bool)
    core[np.random.default_rng(seed).choice(9, 2 + seed % 4, replace=False)] = True
    members = set(np.flatnonzero(core).tolist())

    def touched(some):
        return sum(a in some or b in some for a, b in graph.edges)

    changes = {
        (leaving, coming): touched(members - {leaving} | {coming}) - touched(members)
        for leaving in members
        for coming in set(graph) - members
    }
    worth = np.array(
        [sum(other not in members for other in graph[node] if other != node) for node in range(9)]
    )
    pair, change = _exchange(ties, core, worth)
    assert change == max(changes.values()) == changes[tuple(pair)]


def test_the_coreness_is_sought_from_degrees_hubs_and_strong_ties():
    # A path a-b-c with ties of 1/2 and 1, by hand: degrees by the root of their sum 3; then each
    # hub, most ties first, with 1 for itself; then each tie, strongest first.
    ties = csr_array(np.array([[0, 0.5, 0], [0.5, 0, 1], [0, 1, 0]]))
    little = 1e-3
    assert (
        pytest.approx(
            np.array(
                [
                    np.array([0.5, 1.5, 1]) / math.sqrt(3),
                    [0.5, 1, 1],
                    [0, 1, 1],
                    [1, 0.5, 0],
                    [little, 1, 1],
                    [1, 1, little],
                ]
            )
        )
        == _starts(ties).T
    )
