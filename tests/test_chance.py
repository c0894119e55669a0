"""What chance gives for rankings, roles and whole networks.

Expectations are worked out by listing every network of a tiny case, by hand, or in closed form.
"""

from __future__ import annotations

import math
from itertools import product

import networkx as nx
import numpy as np
import pytest

from graphkit.backend.threads import in_turn
from graphkit.export.brokerage import brokers_chance_remark
from graphkit.export.chance import chance_words
from graphkit.export.ranking import ranking_chance_remark
from graphkit.metrics import (
    ROLES,
    Expectation,
    brokers,
    brokers_chance,
    cautions,
    cohesion,
    cohesion_chance,
    mixing,
    mixing_chance,
    rank,
    rank_bands,
    ranking_chance,
)
from graphkit.metrics import chance as chance_module
from graphkit.metrics.brokerage import brokerage_roles, triads_of
from graphkit.metrics.chance import drawn_betweenness, over_draws, sources_for
from graphkit.metrics.chance_of_cohesion import ei_indices
from graphkit.metrics.organisation_categories import Categories, categories
from graphkit.metrics.steps import adjacency
from graphkit.model import UsageError
from graphkit.network import Network
from graphkit.sources import read_sample
from graphkit.store import open_store
from tests.commands import graphkit
from tests.networks import dataset

SIGNED = ["ap", "aq", "bp", "cp", "dq", "er", "br", "cs", "ds"]
"""Declarations p of three and q, r, s of two, signed by a, b, c, d (two each) and e (one)."""


@pytest.fixture(scope="module")
def sample():
    return Network.of(read_sample())


def every_network():
    """Every two-mode network with the margins of `SIGNED`, as the projection of each."""
    choices = [[(x, y) for x in "pqrs" for y in "pqrs" if x < y]] * 4 + [[(x,) for x in "pqrs"]]
    for picked in product(*choices):
        size = dict.fromkeys("pqrs", 0)
        for group in (each for some in picked for each in some):
            size[group] += 1
        if size != {"p": 3, "q": 2, "r": 2, "s": 2}:
            continue
        graph = nx.Graph()
        graph.add_nodes_from("abcde")
        for one, mine in zip("abcde", picked, strict=True):
            for other, theirs in zip("abcde", picked, strict=True):
                if one < other and set(mine) & set(theirs):
                    graph.add_edge(one, other)
        yield graph


def test_numbers_are_compared_with_draws_as_worked_out_by_hand():
    drawn = np.array([[0.0, 1, 5, np.nan], [1, 1, 5, np.nan], [2, 1, 5, 2], [9, 1, 5, 4]])
    found = Expectation.of([9.0, 1.0, 6.0, 3.0], drawn)
    assert found.expected == (3, 1, 5, 3)
    assert (found.low, found.high) == ((0, 1, 5, 2), (9, 1, 5, 4))
    assert found.share == (2 / 5, 1, 1 / 5, 2 / 3)
    assert found.z[0] == pytest.approx(6 / math.sqrt((9 + 4 + 1 + 36) / 3))
    assert np.isnan(found.z[1:3]).all()
    # Four draws show nothing: one in five numbers is above them all.
    assert [found.finding(place) for place in range(4)] == [""] * 4
    assert chance_words(found, 2) == "5 expected (5 to 5)"
    found = Expectation.of([9.0, 1.0, 6.0, 3.0], np.repeat(drawn, 10, axis=0))
    assert [found.finding(place) for place in range(4)] == [
        "within chance",
        "",  # every draw gives it
        "more than chance",
        "within chance",
    ]
    nothing = Expectation.of([np.nan, 1.0], [[1.0, np.nan]])
    assert [nothing.finding(place) for place in (0, 1)] == ["", ""]
    assert [chance_words(nothing, place) for place in (0, 1)] == ["", ""]


def test_ranges_are_those_of_ninety_percent_of_the_draws():
    found = Expectation.of([96.0], np.arange(1.0, 101.0)[:, None])
    assert (found.low, found.high, found.finding(0)) == ((5,), (95,), "more than chance")
    assert Expectation.of([4.0], np.arange(1.0, 101.0)[:, None]).finding(0) == "less than chance"


@pytest.fixture(scope="module")
def listed():
    return list(every_network())


def test_betweenness_is_compared_with_its_mean_over_every_network(listed):
    network = Network.of(dataset("a b c d e", signed=SIGNED))
    draws = 200
    found = ranking_chance(network, rank(network), draws=draws)
    by_name = {node.id: place for place, node in enumerate(found.ranking.organisations)}
    all_values = [nx.betweenness_centrality(graph) for graph in listed]
    for name, place in by_name.items():
        values = np.array([each[name] for each in all_values])
        error = 4 * values.std() / math.sqrt(draws)
        assert found.expectation.expected[place] == pytest.approx(values.mean(), abs=error)
        share = np.mean(values >= found.expectation.values[place] - 1e-9)
        assert found.expectation.share[place] == pytest.approx(share, abs=4 * 0.5 / draws**0.5)


def test_the_whole_network_is_compared_with_its_mean_over_every_network(listed):
    sectors = {each: "business" if each in "ab" else "research" for each in "abcde"}
    network = Network.of(dataset("a b c d e", signed=SIGNED))
    draws = 100
    whole = cohesion_chance(network, cohesion(network, draws=1), draws=draws)
    mixed = mixing_chance(network, mixing(network, sectors, draws=0), sectors, draws=draws)
    expected = {
        name: whole.expectation.expected[whole.compared.index((name, ""))]
        for name in ("density", "betweenness-centralisation", "connectedness")
    } | {
        **dict(zip(mixed.pairs, mixed.ties.expected, strict=True)),
        "assortativity": mixed.assortativity.expected[0],
    }

    def values_of(graph):
        between = nx.betweenness_centrality(graph).values()
        nx.set_node_attributes(graph, sectors, "sector")
        ends = [
            tuple(sorted("business research".split().index(sectors[end]) for end in edge))
            for edge in graph.edges
        ]
        return {
            "density": nx.density(graph),
            "betweenness-centralisation": sum(max(between) - each for each in between) / 4,
            "connectedness": sum(len(nx.descendants(graph, each)) for each in graph) / 20,
            **{pair: ends.count(pair) for pair in mixed.pairs},
            "assortativity": nx.attribute_assortativity_coefficient(graph, "sector"),
        }

    every = [values_of(graph) for graph in listed]
    for name, mean in expected.items():
        values = np.array([each[name] for each in every])
        assert mean == pytest.approx(values.mean(), abs=4 * values.std() / math.sqrt(draws)), name


def test_roles_with_categories_dealt_have_the_expectation_of_the_closed_form(sample):
    draws = 100
    found = brokers_chance(sample, brokers(sample), first=1, draws=draws)
    of = categories(sample)
    among = of.codes[of.known & sample.two_mode.have_ties()]
    n, sizes = len(among), np.bincount(among)
    assert found.dealt == n
    three = sizes * (sizes - 1) * (sizes - 2) / (n * (n - 1) * (n - 2))
    two = sizes * (sizes - 1) * (n - sizes) / (n * (n - 1) * (n - 2))
    # Of a broker and its pair: all alike; the broker like one of the two; the two alike.
    chances = {"coordinator": three.sum(), "gatekeeper": 2 * two.sum(), "consultant": two.sum()}
    chances["liaison"] = 1 - sum(chances.values())
    pairs = found.brokers.columns["brokered"][0] - found.brokers.columns["unknown"][0]
    for role in ROLES:
        drawn = found.categories[role]
        spread = abs((drawn.values[1] - drawn.expected[1]) / drawn.z[1])
        assert drawn.expected[1] == pytest.approx(
            pairs * chances[role], abs=4 * spread / math.sqrt(draws)
        )


def test_the_samples_fifty_gatekeeper_pairs_are_no_finding(sample):
    found = brokers_chance(sample, brokers(sample), first=1)
    dealt = found.categories["gatekeeper"]
    assert (dealt.values[1], round(dealt.expected[1]), dealt.finding(1)) == (
        50,
        42,  # by the closed form 41.0
        "within chance",
    )
    assert found.memberships["brokered"].finding(1) == "more than chance"
    remark = brokers_chance_remark(found)
    assert "50 gatekeeper pairs; with sector shuffled, 41.7 expected" in remark
    assert "within chance" in remark


def test_counting_roles_by_the_kernel_and_by_products_gives_the_same():
    rng = np.random.default_rng(3)
    for _ in range(20):
        n = int(rng.integers(3, 30))
        signed = [
            (f"n{node:02}", f"d{group}")
            for group in range(n // 2)
            for node in rng.choice(n, min(n, int(rng.integers(1, 6))), replace=False)
        ]
        network = Network.of(dataset(" ".join(f"n{each:02}" for each in range(n)), signed=signed))
        ties = adjacency(network.two_mode)
        of = Categories.of("x", [str(each) for each in rng.choice(["", "a", "b", "c"], n)])
        by_products = brokerage_roles(ties, of)
        by_kernel = brokerage_roles(ties, of, triads_of(ties))
        for name in ("brokered", "unknown", "bridging", "bridgeable"):
            assert (getattr(by_products, name) == getattr(by_kernel, name)).all()
        for role in ROLES:
            assert (by_products.roles[role] == by_kernel.roles[role]).all()


def test_the_index_of_each_category_is_the_one_that_cohesion_prints(sample):
    printed = cohesion(sample, draws=1)
    of = categories(sample)
    indices = ei_indices(adjacency(sample.two_mode), of)
    assert indices.tolist() == pytest.approx(
        [printed.value("ei-index", each) for each in ("", *of.names)]
    )


def test_the_same_seed_gives_the_same_with_any_number_of_threads(sample, monkeypatch):
    ranking = rank(sample)

    def drawn_with(seed):
        return str(ranking_chance(sample, ranking, draws=20, seed=seed).expectation)

    monkeypatch.setitem(nx.config.backends["graphkit"], "threads", 1)
    one = drawn_with(3)
    monkeypatch.setitem(nx.config.backends["graphkit"], "threads", 3)
    assert drawn_with(3) == one
    assert drawn_with(4) != one


def test_weights_of_groups_stay_and_two_mode_degree_does_not_vary(sample):
    weighed = Network.of(dataset("a b c d e", signed=SIGNED)).select(weight="newman")
    found = ranking_chance(weighed, rank(weighed, "strength"), draws=30)
    # By newman each group adds 1 to the strength of each of its organisations.
    assert found.expectation.expected == pytest.approx(found.expectation.values)
    fixed = ranking_chance(sample, rank(sample, "two-mode-degree"), draws=30).expectation
    assert fixed.expected == pytest.approx(fixed.values)
    assert np.isnan(fixed.z).all()


def test_betweenness_from_some_sources_is_unbiased(sample):
    form = sample.two_mode
    exact = drawn_betweenness(form, "none", None, (0, 0))
    estimates = np.array([drawn_betweenness(form, "none", 12, (0, each)) for each in range(300)])
    error = 4 * estimates.std(axis=0) / math.sqrt(len(estimates)) + 1e-12
    assert (np.abs(estimates.mean(axis=0) - exact) <= error).all()
    whole = drawn_betweenness(form, "none", len(form.organisations), (0, 0))
    assert whole == pytest.approx(exact)


def test_sources_are_sampled_only_where_draws_would_take_long(sample, monkeypatch):
    assert sources_for(sample.two_mode, "none") is None
    monkeypatch.setattr(chance_module, "_A_STEP", 1.0)
    monkeypatch.setattr(chance_module, "_FEWEST", 10)
    assert sources_for(sample.two_mode, "none") == 10
    found = ranking_chance(sample, rank(sample), draws=20)
    assert found.sources == 10
    assert "estimated from paths that start at 10 of the 48" in ranking_chance_remark(found)
    by_constraint = ranking_chance(sample, rank(sample, "constraint"), draws=20)
    assert "of the first 10 by constraint (lowest first), " in ranking_chance_remark(by_constraint)
    by_degree = ranking_chance(sample, rank(sample, "degree"), draws=5)
    assert by_degree.sources is None


def test_findings_among_the_first_are_said_in_a_sentence(sample):
    found = ranking_chance(sample, rank(sample), draws=100)
    said = [ranking_chance_remark(found, top).splitlines()[1] for top in (1, 2, 10)]
    assert said[0] == "the first by betweenness is more than chance: Klaster Obróbki Metali"
    assert said[1].endswith(
        "more than chance: Klaster Obróbki Metali; of the others, 1 is within chance"
    )
    tied = Network.of(dataset("a b c d e", signed=SIGNED))
    remark = ranking_chance_remark(ranking_chance(tied, rank(tied), draws=30), 3)
    assert "none of the first 3 by betweenness is a finding" in remark


def test_draws_that_take_long_are_announced_once(monkeypatch):
    said = []
    clock = iter(range(0, 10_000, 60))
    monkeypatch.setattr(chance_module.time, "monotonic", lambda: next(clock))
    done = []
    table = over_draws(
        lambda each: np.array([float(each)]), range(8), 8, lambda *_: done.append(_), said.append
    )
    assert table.ravel().tolist() == list(range(8))
    assert len(done) == 8
    assert said == []  # a minute for four draws, two for all
    over_draws(lambda each: np.array([0.0]), range(80), 80, None, said.append)
    assert said == [80 * 60 / 4]


def test_work_in_turn_takes_no_more_items_than_it_needs(monkeypatch):
    monkeypatch.setitem(nx.config.backends["graphkit"], "threads", 2)
    taken = []
    found = in_turn(lambda each: each * each, (taken.append(each) or each for each in range(100)))
    assert [next(found) for _ in range(3)] == [0, 1, 4]
    assert len(taken) <= 6
    assert list(found)[-1] == 99 * 99


def test_chance_is_refused_where_it_says_nothing(sample):
    for word in ("overlap", "backbone"):
        network = sample.select(**{word: True})
        with pytest.raises(UsageError, match=f"`{word}`"):
            ranking_chance(network, rank(network))


@pytest.mark.parametrize(
    ("compare", "message"),
    [
        (lambda net, some: ranking_chance(some, rank(net)), "`ranking` is of another network"),
        (lambda net, some: ranking_chance(net, rank(some)), "`ranking` is of another network"),
        (lambda net, some: rank_bands(some, rank(net)), "`ranking` is of another network"),
        (lambda net, some: cautions(some, rank(net)), "`ranking` is of another network"),
        (lambda net, some: brokers_chance(some, brokers(net)), "`found` is of another network"),
        (lambda net, _: brokers_chance(net, brokers(net), "kind"), "by sector, and `by` is kind"),
        (lambda net, _: brokers_chance(net, brokers(net), first=-1), "`first` -1: give a whole"),
        (lambda net, _: cohesion_chance(net, cohesion(net, "kind", draws=0)), "by kind, and `by`"),
        (lambda net, some: mixing_chance(some, mixing(net)), "`found` is of another network"),
        (lambda net, _: mixing_chance(net, mixing(net), draws=0), "`draws` 0: give a whole number"),
        (lambda net, _: ranking_chance(net, rank(net), draws=2.5), "`draws` 2.5: give a whole"),
        (lambda net, _: rank_bands(net, rank(net), seed=-1), "`seed` -1: give a whole number"),
        (lambda net, _: cohesion(net, draws=-1), "`draws` -1: give a whole number of at least 0"),
        (lambda net, _: mixing(net, ["kom"]), "`by` .*: give an attribute or a mapping"),
        (lambda net, _: mixing(net, {"kom": 3}), "`by` has 3 for kom; give categories as text"),
    ],
)
def test_arguments_that_do_not_fit_are_named(sample, compare, message):
    with pytest.raises(UsageError, match=message):
        compare(sample, sample.select(layer="declaration"))


def test_one_broker_of_a_network_without_roles_is_not_described_by_half_a_line():
    network = Network.of(dataset("a b", ties=["ab"]))
    assert (
        brokers_chance_remark(brokers_chance(network, brokers(network), draws=1)).count("\n") == 1
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    target = tmp_path_factory.mktemp("chance") / "store"
    with open_store(target) as opened:
        opened.load(read_sample())
    return target


def run(store, *words):
    return graphkit(*words, "--store", store, cwd=store.parent)


def test_commands_say_whether_a_number_is_a_finding(store):
    ranked = run(store, "rank", "--chance", "--draws", "30", "--format", "json")
    assert '"finding": "more than chance"' in ranked.stdout
    assert "more than chance: Klaster Obróbki Metali" in ranked.stderr
    brokered = run(store, "brokers", "--chance", "--draws", "30", "--top", "1", "--format", "csv")
    assert ",gatekeeper,50," in brokered.stdout
    assert "within chance" in brokered.stderr
    whole = run(store, "cohesion", "--chance", "--draws", "30", "--format", "csv")
    assert "reinforcement" in whole.stderr


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (["brokers", "--draws", "5"], "--draws works only with --chance"),
        (["rank", "--keep", "0.5", "--chance"], "--keep works only with --bands"),
        (["rank", "--of", "groups", "--chance"], "--chance works only with --of organisations"),
        (["rank", "--chance", "--backbone"], "--backbone keeps what chance does not explain"),
        (["cohesion", "--chance", "--draws", "0"], "--draws 0"),
    ],
)
def test_wrong_uses_are_refused_in_one_line(store, command, message):
    result = run(store, *command)
    assert result.returncode == 2
    assert message in result.stderr
