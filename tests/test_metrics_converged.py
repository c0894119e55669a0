"""Eigenvector centrality and PageRank against dense solutions, and what has no value."""

from __future__ import annotations

import math
import random

import networkx as nx
import numpy as np
import pytest
from scipy.sparse import csc_array
from scipy.sparse.linalg import spsolve

from graphkit.metrics import METRICS, converged_vectors, rank
from graphkit.metrics.converged_vectors import eigenvector, pagerank
from graphkit.metrics.entry import NoValue
from graphkit.network import Network
from tests.generated import generated
from tests.networks import dataset, network_of_graph

# Ten significant digits.
DIGITS = 5e-11


def strengths(graph, weight):
    return nx.to_numpy_array(graph, nodelist=range(len(graph)), weight=weight)


def by_eigh(graph, weight):
    """The leading eigenvector by LAPACK, and its largest two eigenvalues."""
    values, vectors = np.linalg.eigh(strengths(graph, weight))
    return np.abs(vectors[:, -1]), values[-2:]


def by_solving(graph, weight):
    """PageRank as the solution of its linear equations; who has no tie jumps to anybody."""
    ties = strengths(graph, weight)
    n = len(ties)
    totals = ties.sum(axis=1, keepdims=True)
    walk = np.where(totals > 0, ties / np.where(totals > 0, totals, 1.0), 1.0 / n)
    # By SuperLU: LAPACK's threaded solver crashes in a process in which Java has been started.
    return spsolve(csc_array(np.eye(n) - 0.85 * walk.T), np.full(n, 0.15 / n))


def values(computed):
    return np.array([computed[node] for node in range(len(computed))])


def weighed(graph, seed):
    draw = random.Random(seed)
    for _, _, tie in graph.edges(data=True):
        tie["weight"] = draw.choice((1.0, 0.5, 1 / 3, 7.0))
    return graph


GRAPHS = {
    "karate club": nx.convert_node_labels_to_integers(nx.karate_club_graph()),
    "southern women": nx.convert_node_labels_to_integers(nx.davis_southern_women_graph()),
    "star": nx.star_graph(9),
    "with isolates": nx.disjoint_union(nx.gnp_random_graph(30, 0.2, seed=4), nx.empty_graph(5)),
    "larger": nx.disjoint_union(nx.gnm_random_graph(400, 1200, seed=2), nx.path_graph(30)),
}


@pytest.mark.parametrize("name", GRAPHS)
@pytest.mark.parametrize("weight", [None, "weight"])
def test_both_are_what_dense_solutions_give(name, weight):
    graph = weighed(GRAPHS[name].copy(), 1)
    leading, _ = by_eigh(graph, weight)
    assert values(eigenvector(graph, weight)) == pytest.approx(leading, rel=DIGITS, abs=1e-14)
    assert values(pagerank(graph, weight)) == pytest.approx(
        by_solving(graph, weight), rel=DIGITS, abs=0
    )


@pytest.mark.parametrize("weight", ["none", "newman"])
def test_the_compressed_form_of_a_large_network_gives_the_same(weight):
    network = Network.of(generated()).select(weight=weight)
    graph = network.two_mode.numbered_graph()
    attribute = None if weight == "none" else "weight"
    ranking = rank(network, metrics=("eigenvector", "pagerank"))
    order = [network.two_mode.organisations.index(node.id) for node in ranking.organisations]
    leading = by_eigh(graph, attribute)[0][order]
    assert ranking.values["eigenvector"] == pytest.approx(leading, rel=1e-9, abs=1e-12)
    solved = by_solving(graph, attribute)[order]
    assert ranking.values["pagerank"] == pytest.approx(solved, rel=DIGITS, abs=0)


def test_a_long_chain_has_the_values_of_its_sine_wave():
    # The leading eigenvector of a path is known: sin(pi i / (n + 1)). networkx gives up on it.
    expected = np.sin(np.pi * np.arange(1, 401) / 401)
    expected /= np.sqrt(expected @ expected)
    assert values(eigenvector(nx.path_graph(400), None)) == pytest.approx(expected, rel=DIGITS)


def test_small_values_far_from_the_core_are_right_too():
    # Along a tail tied to a clique each value is a fixed part of the one before it: by the
    # definition, lambda x_i = x_(i-1) + x_(i+1).
    found = values(eigenvector(nx.lollipop_graph(8, 40), None))
    size = (strengths(nx.lollipop_graph(8, 40), None) @ found)[0] / found[0]
    assert found[-1] < 1e-30
    assert found[8:-2] + found[10:] == pytest.approx(size * found[9:-1], rel=1e-11, abs=0)


def test_pagerank_needs_a_third_of_the_rounds_of_plain_iteration(monkeypatch):
    # By theory, each round leaves 0.557 of the error instead of 0.85: 48 rounds to 1e-12.
    asked = []
    ties = converged_vectors._ties

    def counted(graph, weight):
        inflow, component = ties(graph, weight)
        return (lambda given: asked.append(1) or inflow(given)), component

    monkeypatch.setattr(converged_vectors, "_ties", counted)
    pagerank(weighed(GRAPHS["larger"].copy(), 1), "weight")
    assert 30 < len(asked) < 60


@pytest.mark.parametrize("scale", [1e-12, 1e-7, 1.0, 1e9])
def test_the_unit_of_the_weights_does_not_matter(scale):
    graph = weighed(GRAPHS["karate club"].copy(), 3)
    plain = values(eigenvector(graph, "weight")), values(pagerank(graph, "weight"))
    for _, _, tie in graph.edges(data=True):
        tie["weight"] *= scale
    assert values(eigenvector(graph, "weight")) == pytest.approx(plain[0], rel=DIGITS)
    assert values(pagerank(graph, "weight")) == pytest.approx(plain[1], rel=DIGITS)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_nodes_moves_no_digit_that_is_shown(seed):
    graph = weighed(GRAPHS["larger"].copy(), 5)
    order = list(graph)
    random.Random(seed).shuffle(order)
    moved = nx.relabel_nodes(graph, dict(zip(graph, order, strict=True)))
    for compute in (eigenvector, pagerank):
        plain, other = (values(compute(each, "weight")) for each in (graph, moved))
        assert other[order] == pytest.approx(plain, rel=DIGITS, abs=0)


def test_outside_the_leading_component_the_eigenvector_is_nothing_at_all():
    found = values(eigenvector(GRAPHS["larger"], None))
    leads = sorted(max(nx.connected_components(GRAPHS["larger"]), key=len))
    assert set(np.flatnonzero(found)) == set(leads)
    assert (found[leads] > 0).all()


@pytest.mark.parametrize(
    "graph",
    [
        nx.disjoint_union(nx.complete_graph(4), nx.complete_graph(4)),
        nx.barbell_graph(8, 40),  # one component, whose two cliques pull alike from far apart
        nx.disjoint_union(nx.star_graph(4), nx.cycle_graph(7)),  # both have 2
    ],
)
def test_where_two_eigenvalues_agree_there_is_no_value(graph):
    _, (second, first) = by_eigh(graph, None)
    assert second == pytest.approx(first, rel=1e-9)
    with pytest.raises(NoValue, match="two largest eigenvalues"):
        eigenvector(graph, None)


def test_a_ranking_says_why_a_metric_has_no_value():
    two = dataset("a b c d", ties=[("a", "b"), ("c", "d")])
    ranking = rank(Network.of(two), "eigenvector", metrics=("degree",))
    assert all(math.isnan(value) for value in ranking.values["eigenvector"])
    assert list(ranking.remarks) == ["eigenvector"]
    assert "no single leading vector" in ranking.remarks["eigenvector"]
    assert rank(network_of_graph(nx.path_graph(3)), metrics=METRICS).remarks == {}


@pytest.mark.parametrize("organisations", ["a", "a b", "a b c"])
@pytest.mark.parametrize("scheme", ["none", "newman"])
def test_without_any_tie_no_metric_has_a_value_that_suggests_one(organisations, scheme):
    ranking = rank(Network.of(dataset(organisations)).select(weight=scheme), metrics=METRICS)
    for name, found in ranking.values.items():
        assert all(math.isnan(value) or value == 0 for value in found), name
    assert set(ranking.ranks) == {1}
    assert ranking.remarks == {"pagerank": "nobody is tied"}
