"""Brokerage roles, sector bridging and the categories that they go by."""

from __future__ import annotations

import math
import random
from itertools import combinations, permutations

import networkx as nx
import pytest

from graphkit.metrics import brokers, categories
from graphkit.metrics.brokerage import ROLES
from graphkit.model import Dataset, Fact, Node, UsageError, date_properties, fact_id
from graphkit.network import Network
from graphkit.sources import read_sample
from tests.networks import dataset, network_of_graph, random_affiliations

# The broker v, two firms and a third of its own sector, two of research, one public, one unknown;
# of its neighbours r1 and r2 are tied, and b1 and p.
KINDS = {
    "v": "Company",
    "b1": "Company",
    "b2": "Company",
    "r1": "University",
    "r2": "University",
    "p": "PublicBody",
    "x": "Other",
}
TIES = [("v", each) for each in KINDS if each != "v"] + [("r1", "r2"), ("b1", "p")]


def column(found, name):
    return {
        node.id: value for node, value in zip(found.organisations, found.columns[name], strict=True)
    }


def node_of(found, name):
    return next(node for node in found.organisations if node.id == name)


def test_the_roles_of_a_broker_by_hand():
    found = brokers(Network.of(dataset(KINDS, ties=TIES)))
    assert found.organisations[0].id == "v"
    values = {name: values[0] for name, values in found.columns.items()}
    # 15 pairs of neighbours, two of them tied. b1 b2; each firm with r1, r2, p but for b1 p;
    # nothing, since r1 r2 is tied; r1 p and r2 p; x with the five others.
    assert values["brokered"] == 13
    assert [values[role] for role in ROLES] == [1, 5, 0, 2]
    assert values["unknown"] == 5
    # Of the 8 pairs of known sectors all but b1 b2; with the tied ones, of 10 all but two.
    assert values["bridging"] == 7 / 8
    assert values["bridging_all"] == 8 / 10
    # Its ties to known sectors: two within business, three out.
    assert values["ei"] == pytest.approx(1 / 5)
    assert found.spans[0] == ("business", "public", "research")
    assert found.spans[found.organisations.index(node_of(found, "b2"))] == ("business",)
    assert found.uncategorised == 1
    assert found.categories[0] == "business"
    assert set(column(found, "brokered").values()) == {13, 0}


def test_each_role_on_a_triad_of_its_own():
    for of_a, of_v, of_b, role in (
        ("Company", "Company", "Company", "coordinator"),
        ("Company", "Company", "University", "gatekeeper"),
        ("University", "Company", "University", "consultant"),
        ("University", "Company", "PublicBody", "liaison"),
        ("University", "Other", "PublicBody", "unknown"),
        ("Other", "Company", "PublicBody", "unknown"),
    ):
        kinds = {"a": of_a, "v": of_v, "b": of_b}
        found = brokers(Network.of(dataset(kinds, ties=[("a", "v"), ("v", "b")])), sort="brokered")
        assert found.organisations[0].id == "v"
        counts = {name: found.columns[name][0] for name in (*ROLES, "unknown")}
        assert counts == {name: int(name == role) for name in counts}


def directed(ties, of, v):
    """Gould and Fernandez (1989) on directed ties: a -> v -> b and not a -> b."""
    counts = dict.fromkeys(("coordinator", "gatekeeper", "representative", "consultant"), 0)
    counts |= {"liaison": 0, "unknown": 0}
    for a, b in permutations(of, 2):
        if v in (a, b) or (a, v) not in ties or (v, b) not in ties or (a, b) in ties:
            continue
        if None in (of[a], of[v], of[b]):
            role = "unknown"
        elif of[a] == of[v] == of[b]:
            role = "coordinator"
        elif of[v] == of[b]:
            role = "gatekeeper"
        elif of[a] == of[v]:
            role = "representative"
        else:
            role = "consultant" if of[a] == of[b] else "liaison"
        counts[role] += 1
    return counts


@pytest.mark.parametrize("seed", range(40))
def test_roles_are_those_of_the_directed_definition_with_both_directions(seed):
    network = random_affiliations(random.Random(seed))
    graph = network.graph()
    ties = {(a, b) for a, b in graph.edges} | {(b, a) for a, b in graph.edges}
    of = {name: data["sector"] or None for name, data in graph.nodes(data=True)}
    found = brokers(network)
    for v in graph:
        expected = directed(ties, of, v)
        for role in ("coordinator", "consultant", "liaison", "unknown"):
            assert 2 * column(found, role)[v] == expected[role]
        assert column(found, "gatekeeper")[v] == expected["gatekeeper"]
        assert column(found, "gatekeeper")[v] == expected["representative"]


@pytest.mark.parametrize("seed", range(40))
def test_bridging_is_the_share_of_pairs_that_differ(seed):
    network = random_affiliations(random.Random(100 + seed))
    graph = network.graph()
    of = dict(graph.nodes(data="sector"))
    found = brokers(network)
    for v in graph:
        known = [each for each in graph[v] if of[each]]
        pairs = list(combinations(known, 2))
        for name, kept in (
            ("bridging", [pair for pair in pairs if not graph.has_edge(*pair)]),
            ("bridging_all", pairs),
        ):
            value = column(found, name)[v]
            if kept:
                assert value == pytest.approx(sum(of[a] != of[b] for a, b in kept) / len(kept))
            else:
                assert math.isnan(value)


def test_one_of_unknown_sector_is_no_category_of_its_own():
    kinds = {"a": "Other", "v": "Other", "b": "Other"}
    found = brokers(Network.of(dataset(kinds, ties=[("a", "v"), ("v", "b")])))
    assert found.columns["brokered"][0] == found.columns["unknown"][0] == 1
    assert math.isnan(found.columns["bridging"][0])
    assert found.categories == (None, None, None)


def test_blocks_of_rows_give_what_the_whole_gives(monkeypatch):
    graph = nx.gnp_random_graph(40, 0.3, seed=4)
    kinds = {node: ("Company", "University", "PublicBody")[node % 3] for node in graph}
    network = network_of_graph(graph, kinds)
    whole = brokers(network)
    monkeypatch.setattr("graphkit.metrics.steps._BLOCK", 1)
    assert brokers(network) == whole


def test_brokers_are_sorted_by_the_column_asked_for():
    network = Network.of(read_sample())
    for sort in ("liaison", "ei"):
        values = [each for each in brokers(network, sort=sort).columns[sort] if each == each]
        assert values == sorted(values, reverse=True)
    with pytest.raises(UsageError, match="there is no column liason; did you mean liaison"):
        brokers(network, sort="liason")


def test_who_spans_three_sectors_keeps_the_rank_among_all():
    # By hand: v meets all three; p, a public body, is tied to firms alone, r1 to v and r2.
    network = Network.of(dataset(KINDS, ties=TIES))
    three = brokers(network, spans=["business", "research", "public"])
    assert [node.id for node in three.organisations] == ["v"]
    two = brokers(network, spans=["Research", "business"])
    assert [(node.id, rank) for node, rank in zip(two.organisations, two.ranks, strict=True)] == [
        ("v", 1),
        ("r1", 2),
        ("r2", 2),
    ]
    assert brokers(Network.of(dataset("a b")), spans=["business"]).organisations == ()
    with pytest.raises(UsageError, match="no sector reserch; did you mean research"):
        brokers(network, spans=["reserch"])


def by_id(network, by):
    of = categories(network, by)
    ids = network.two_mode.organisations
    return {each: of.name(position) for position, each in enumerate(ids)}


def test_categories_by_kind_by_sector_by_a_cluster_and_by_a_mapping():
    network = Network.of(
        dataset({"a": "Company", "k": "Cluster", "o": "Other"}, members=[("a", "k")])
    )
    assert by_id(network, "kind") == {"a": "Company", "k": "Cluster", "o": None}
    assert by_id(network, "sector") == {"a": "business", "k": "support", "o": None}
    assert by_id(network, "member:K") == {"a": "in K", "k": "in K", "o": "outside K"}
    assert by_id(network, {"a": "x", "o": ""}) == {"a": "x", "k": None, "o": None}


def test_places_are_those_stated():
    network = Network.of(read_sample())
    of = by_id(network, "place")
    # By hand from the sample's organisations and relations.
    assert of["politechnika-bialostocka"] == "Białystok"
    assert None in of.values()


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("sektor", "did you mean sector"),
        ("member:nobody", "no organisation"),
        ("member:a", "has no members in this selection"),
        ({"nobody": "x"}, "names nobody"),
    ],
)
def test_an_attribute_that_is_none_is_refused_with_the_cure(by, said):
    with pytest.raises(UsageError, match=said):
        categories(Network.of(dataset("a b", ties=[("a", "b")])), by)


@pytest.mark.parametrize("organisations", ["", "a", "a b"])
def test_networks_without_ties_have_brokers_of_nothing(organisations):
    found = brokers(Network.of(dataset(organisations)))
    assert len(found) == len(organisations.split())
    assert sum(found.columns["brokered"]) == 0


def test_what_is_counted_is_a_whole_number():
    found = brokers(Network.of(dataset(KINDS, ties=TIES)))
    for name in ("brokered", *ROLES, "unknown"):
        assert {type(value) for value in found.columns[name]} == {int}, name


def test_places_are_those_at_the_date_and_of_the_status():
    def located(organisation, place, status, start, end):
        dates = date_properties(start, end, None)
        ends = ("Organisation", organisation), ("Place", place)
        identity = fact_id("test", "LOCATED_IN", (organisation, place), "", 0)
        return Fact("LOCATED_IN", identity, *ends, {**status, **dates})

    stated, inferred = {"status": "stated"}, {"status": "inferred"}
    facts = dataset("a b c d e")
    places = [Node("Place", each, {"name": each.title()}) for each in ("x", "y")]
    network = Network.of(
        Dataset.of(
            "test",
            [*facts.nodes, *places],
            [
                located("a", "x", stated, "2010", ".."),
                located("b", "x", stated, "2010", "2012"),
                located("c", "y", stated, None, None),
                located("d", "y", inferred, "2010", ".."),
                located("e", "x", {}, "2010", ".."),
            ],
        )
    )
    # By hand: in 2015 b has left; c has no date, so that it is unknown whether it is there.
    everything = {"a": "X", "b": "X", "c": "Y", "d": "Y", "e": "X"}
    assert by_id(network, "place") == everything
    assert by_id(network.select(at="2015"), "place") == everything | {"b": None}
    certain = network.select(at="2015", unknown="exclude")
    assert by_id(certain, "place") == everything | {"b": None, "c": None}
    # Where no status is given, the fact counts as stated.
    assert by_id(network.select(status="stated"), "place") == everything | {"d": None}
