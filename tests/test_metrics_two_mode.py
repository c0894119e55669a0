"""Centrality in who is in which group: published tables, networkx's values, and values by hand."""

from __future__ import annotations

import math
import random
from itertools import combinations

import networkx as nx
import pytest

import graphkit as library
from graphkit.metrics import METRICS, TWO_MODE_METRICS, rank_bands, rank_groups
from graphkit.metrics import memberships as memberships_module
from graphkit.metrics.memberships import Memberships
from graphkit.metrics.two_mode_centrality import most_between
from graphkit.model import UsageError
from graphkit.network import Network
from graphkit.sources import read_sample
from tests.commands import graphkit
from tests.generated import generated
from tests.networks import dataset, random_affiliations

DEGREE, BETWEENNESS, CLOSENESS = list(TWO_MODE_METRICS)[:3]


def davis():
    """The women at the events that they attended; networkx has Davis, Gardner and Gardner's."""
    graph = nx.davis_southern_women_graph()
    names = {woman: woman.split()[0].lower() for woman in graph.graph["top"]}
    # Two women are called Rogers and two Anderson, none shares a first name.
    assert len(set(names.values())) == 18
    rows = [(names[w], event.lower()) for w in graph.graph["top"] for event in graph[w]]
    return Network.of(dataset(" ".join(names.values()), took_part=rows))


def of_organisations(network, name):
    ranking = library.rank(network, name)
    ids = [node.id for node in ranking.organisations]
    return dict(zip(ids, ranking.values[name], strict=True))


def of_groups(network, name, **how):
    ranking = rank_groups(network, name, **how)
    return dict(zip((each.id for each in ranking.groups), ranking.values[name], strict=True))


def of_both(network, name):
    return of_organisations(network, name) | of_groups(network, name)


# Borgatti and Halgin (2011), Analyzing affiliation networks, the table of normalised centralities
# of the Davis data: degree, closeness, betweenness, in the normalisations of Borgatti and Everett
# (1997).
PUBLISHED = {
    "e8": (0.78, 0.85, 0.24),
    "e9": (0.67, 0.79, 0.23),
    "e7": (0.56, 0.73, 0.13),
    "nora": (0.57, 0.80, 0.11),
    "evelyn": (0.57, 0.80, 0.10),
    "theresa": (0.57, 0.80, 0.09),
    "e6": (0.44, 0.69, 0.07),
    "sylvia": (0.50, 0.77, 0.07),
    "laura": (0.50, 0.73, 0.05),
    "brenda": (0.50, 0.73, 0.05),
    "katherina": (0.43, 0.73, 0.05),
    "e5": (0.44, 0.59, 0.04),
    "helen": (0.36, 0.73, 0.04),
    "e3": (0.33, 0.56, 0.02),
    "ruth": (0.29, 0.71, 0.02),
    "verne": (0.29, 0.71, 0.02),
    "e12": (0.33, 0.56, 0.02),
    "myra": (0.29, 0.69, 0.02),
}


@pytest.mark.parametrize("column", range(3))
def test_the_women_and_their_events_are_as_published(column):
    values = of_both(davis(), (DEGREE, CLOSENESS, BETWEENNESS)[column])
    for name, row in PUBLISHED.items():
        assert values[name] == pytest.approx(row[column], abs=0.0051), name


def in_networkx(network):
    """networkx's two-mode graph, its nodes named as here, and the organisations."""
    graph = network.graph(two_mode=True)
    sides = nx.get_node_attributes(graph, "bipartite")
    names = {node: node.partition(" ")[2] if sides[node] else node for node in graph}
    return nx.relabel_nodes(graph, names), [node for node in graph if not sides[node]]


THEIRS = {
    DEGREE: nx.bipartite.degree_centrality,
    BETWEENNESS: nx.bipartite.betweenness_centrality,
    CLOSENESS: nx.bipartite.closeness_centrality,
}


@pytest.mark.parametrize("name", THEIRS)
def test_a_connected_network_has_networkx_s_values(name):
    network = davis()
    assert of_both(network, name) == pytest.approx(THEIRS[name](*in_networkx(network)))


@pytest.mark.parametrize("name", [DEGREE, BETWEENNESS])
def test_so_has_one_in_pieces_but_for_closeness(name):
    network = Network.of(generated()).select(layer=["declaration", "collaboration"])
    assert len(network.two_mode.groups) > 5
    assert of_both(network, name) == pytest.approx(THEIRS[name](*in_networkx(network)))


@pytest.mark.parametrize("name", TWO_MODE_METRICS)
def test_the_compiled_engine_gives_the_same_values(monkeypatch, name):
    form = Network.of(generated()).two_mode
    plain = TWO_MODE_METRICS[name].compute(Memberships(form))
    monkeypatch.setattr(memberships_module, "_COMPRESSED_FROM", 0)
    compressed = TWO_MODE_METRICS[name].compute(Memberships(form))
    assert not isinstance(Memberships(form).graph, nx.Graph)
    assert compressed == pytest.approx(plain, nan_ok=True, rel=1e-12)


def test_small_components_are_not_close():
    # a, b and c in x, c and d in y; e alone in z; f in nothing. By hand, n = 6 and m = 3: a reaches
    # x in 1, b and c in 2, y in 3, d in 4: 12, where 2 + 2 * 3 = 8 is the least of one that reaches
    # 2 groups and 3 others, 5 of the 8 that there are. e reaches z, in 1.
    rows = [("a", "x"), ("b", "x"), ("c", "x"), ("c", "y"), ("d", "y"), ("e", "z")]
    network = Network.of(dataset("a b c d e f", took_part=rows))
    values = of_both(network, CLOSENESS)
    assert values["a"] == pytest.approx(5 / 8 * 8 / 12)
    assert values["c"] == pytest.approx(5 / 8 * 8 / (1 + 1 + 2 + 2 + 2))
    assert values["e"] == values["z"] == pytest.approx(1 / 8)
    assert values["f"] == 0
    # x: a, b, c in 1, y in 2, d in 3; the least with 4 organisations and 1 other group is 4 + 2.
    assert values["x"] == pytest.approx(5 / 8 * 6 / (1 + 1 + 1 + 2 + 3))
    # networkx puts the two that have nobody else before all others.
    theirs = nx.bipartite.closeness_centrality(*in_networkx(network))
    assert theirs["e"] > max(theirs[each] for each in "abcd")


def test_the_most_betweenness_is_that_of_the_best_graph():
    # By enumeration of all two-mode graphs of two and three, and three and two, nodes.
    for own, other in ((2, 3), (3, 2), (1, 4), (3, 3)):
        cells = [(a, own + b) for a in range(own) for b in range(other)]
        best = 0.0
        for chosen in range(2 ** len(cells)):
            graph = nx.empty_graph(own + other)
            graph.add_edges_from(cell for at, cell in enumerate(cells) if chosen >> at & 1)
            found = nx.betweenness_centrality(graph, normalized=False)
            best = max(best, *(found[node] for node in range(own)))
        assert most_between(own, other) == best


def test_one_group_of_all_is_all_that_connects():
    network = Network.of(dataset("a b c", signed=[(each, "x") for each in "abc"]))
    assert of_both(network, BETWEENNESS) == {"a": 0, "b": 0, "c": 0, "x": 1}
    assert of_both(network, CLOSENESS) == {"a": 1, "b": 1, "c": 1, "x": 1}
    assert of_both(network, DEGREE) == {"a": 1, "b": 1, "c": 1, "x": 1}


@pytest.mark.parametrize("organisations", ["", "a", "a b"])
def test_without_groups_nobody_connects(organisations):
    network = Network.of(dataset(organisations))
    for name in (DEGREE, BETWEENNESS, CLOSENESS):
        assert set(of_organisations(network, name).values()) <= {0}
        assert len(rank_groups(network, name)) == 0
    assert len(rank_groups(network, "s-betweenness")) == 0


def by_s_paths(network, s):
    """networkx's betweenness on the graph of the groups that share s organisations."""
    members = {}
    for row, column in network.two_mode.members.T.tolist():
        members.setdefault(network.two_mode.groups[column].id, set()).add(row)
    graph = nx.Graph()
    graph.add_nodes_from(each for each, inside in members.items() if len(inside) >= s)
    graph.add_edges_from(
        pair for pair in combinations(graph, 2) if len(members[pair[0]] & members[pair[1]]) >= s
    )
    return dict.fromkeys(members, math.nan) | nx.betweenness_centrality(graph)


@pytest.mark.parametrize("s", [1, 2, 3, 5])
def test_s_betweenness_is_that_of_the_s_line_graph(s):
    networks = [davis(), *(random_affiliations(random.Random(seed)) for seed in range(12))]
    for network in networks:
        found = of_groups(network, "s-betweenness", s=s)
        assert found == pytest.approx(by_s_paths(network, s), nan_ok=True)


def test_a_group_between_two_by_two_members_is_by_hand():
    # x and y share a and b, y and z share c and d, and all three share e: with s 2 only y is
    # between the others, with s 1 nobody is, and with s 4 x is too small and y alone.
    rows = [(who, "x") for who in "abe"] + [(who, "y") for who in "abcde"]
    rows += [(who, "z") for who in "cdef"]
    network = Network.of(dataset("a b c d e f", took_part=rows))
    assert of_groups(network, "s-betweenness") == {"x": 0, "y": 1, "z": 0}
    assert of_groups(network, "s-betweenness", s=1) == {"x": 0, "y": 0, "z": 0}
    four = of_groups(network, "s-betweenness", s=4)
    assert math.isnan(four.pop("x"))
    assert four == {"y": 0, "z": 0}
    ranking = rank_groups(network, "s-betweenness", s=4)
    assert [each.id for each in ranking.groups] == ["y", "z", "x"]
    assert ranking.ranks == (1, 1, 3)


CHAIN = Network.of(
    dataset(
        {"k": "Cluster", **dict.fromkeys("abcde", "Company"), "u": "University"},
        members=[("a", "k"), ("b", "k", {"status": "inferred"})],
        signed=[("b", "x"), ("c", "x"), ("c", "x", {"role": "host"})],
        took_part=[("c", "y", {"start": "2010", "end": "2011"}), ("u", "y", {"start": "2013"})],
        ties=[("u", "d"), ("d", "e")],
    )
)


def test_groups_are_ranked_with_their_sizes_and_facts_and_ties_are_counted():
    ranking = rank_groups(CHAIN, DEGREE)
    assert [each.name for each in ranking.groups] == ["K", "X", "Y"]
    # k is a member of itself. n = 7.
    assert ranking.sizes == (3, 2, 2)
    assert ranking.values[DEGREE] == pytest.approx((3 / 7, 2 / 7, 2 / 7))
    assert ranking.ranks == (1, 2, 2)
    assert (ranking.facts, ranking.inferred, ranking.undated) == ((2, 3, 2), (1, 0, 0), (2, 3, 0))
    assert ranking.ties == 2
    # A tie is on the paths: without them d and e are out of reach, and y leads to u alone.
    with_ties, without = (
        of_groups(network, BETWEENNESS)
        for network in (CHAIN, CHAIN.select(layer=["membership", "declaration", "collaboration"]))
    )
    assert max(with_ties, key=with_ties.get) == "y"
    assert max(without, key=without.get) == "x"


def test_every_word_of_a_selection_counts():
    assert rank_groups(CHAIN.select(group_nodes="exclude"), DEGREE).sizes == (2, 2, 2)
    chosen = rank_groups(CHAIN.select(sector="business"), DEGREE)
    assert dict(zip([each.id for each in chosen.groups], chosen.sizes, strict=True)) == {
        "k": 2,
        "x": 2,
        "y": 1,
    }
    assert dict(zip([each.id for each in chosen.groups], chosen.facts, strict=True))["y"] == 1
    # With overlap, c had left y before u came: two slices of one.
    apart = rank_groups(CHAIN.select(overlap=True), DEGREE)
    assert [each.name for each in apart.groups][-2:] == [
        "Y (2010-01-01 – 2011-12-31)",
        "Y (2013-01-01 –)",
    ]
    assert apart.sizes == (3, 2, 1, 1)
    assert apart.facts == (2, 3, 2, 2)
    part = CHAIN.select(layer=["membership", "collaboration"], component="largest")
    assert [each.id for each in rank_groups(part).groups] == ["k"]


def test_what_cannot_be_ranked_is_refused_with_the_cure():
    with pytest.raises(UsageError, match="groups are ranked by two-mode-degree, two-mode-betw"):
        rank_groups(CHAIN, "betweenness")
    with pytest.raises(UsageError, match="did you mean s-betweenness"):
        rank_groups(CHAIN, DEGREE, ["s-betweeness"])
    with pytest.raises(UsageError, match="at least 1"):
        rank_groups(CHAIN, s=0)
    for ranked in (lambda each: rank_groups(each), lambda each: library.rank(each, DEGREE)):
        with pytest.raises(UsageError, match="`backbone` keeps pairs"):
            ranked(CHAIN.select(backbone=True))
    assert library.rank(CHAIN.select(backbone=True)).values


def test_a_ranking_of_organisations_takes_metrics_of_both_kinds_and_has_bands():
    ranking = library.rank(CHAIN, BETWEENNESS, ["degree", CLOSENESS])
    assert list(ranking.values) == ["degree", BETWEENNESS, CLOSENESS]
    assert ranking.organisations[0].id == "c"
    assert set(library.rank(CHAIN, metrics=METRICS).values) == set(METRICS)
    bands = rank_bands(CHAIN, ranking, draws=5, keep=1.0)
    assert bands.low == bands.high == ranking.ranks


def test_the_command_ranks_groups_by_name(sample):
    ran = graphkit("rank", "--of", "groups", "--format", "csv", "--top", 2, cwd=sample)
    assert ran.returncode == 0, ran.stderr
    first, second = ran.stdout.splitlines()[1:]
    # Twelve signed in Białystok; the six of Suwałki are joined to them by the cluster alone.
    assert first.startswith(
        "1,deklaracja-bialystok-2014,Deklaracja partnerów strategicznych Klastra Obróbki Metali "
        "(Białystok),declaration,12,0.25,"
    )
    assert second.startswith("2,deklaracja-suwalki-2014,")
    assert "1 direct tie counts in paths, as a group of two, and is not ranked" in ran.stderr
    ran = graphkit("rank", "--by", "two-mode-degree", "--top", 1, cwd=sample)
    assert "two-mode-degree" in ran.stdout


def test_no_group_of_the_sample_is_on_a_path_over_two_members():
    # docs/evidence.md says so: groups are connected by one organisation at a time.
    network = Network.of(read_sample())
    assert {each for each in of_groups(network, "s-betweenness").values() if each >= 0} == {0}
    assert max(of_groups(network, "s-betweenness", s=1).values()) > 0


def test_one_inferred_fact_of_the_sample_carries_a_declaration():
    # As docs/evidence.md says.
    network = Network.of(read_sample())
    second = rank_groups(network).groups[1]
    assert second.id == "deklaracja-suwalki-2014"
    stated = rank_groups(network.select(status="stated")).groups[:3]
    assert second not in stated


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--s", 2, "--unnamed"), "--s works only with --of groups"),
        (("--by", "s-betweenness"), "s-betweenness ranks groups; add --of groups"),
        (("--of", "groups", "--bands"), "--bands works only with --of organisations"),
        (("--of", "groups", "--by", "degree"), "degree ranks organisations; groups are ranked by"),
        (("--of", "groups", "--backbone"), "--backbone keeps pairs"),
    ],
)
def test_the_command_refuses_what_does_not_go_together(sample, words, said):
    ran = graphkit("rank", *words, cwd=sample)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr


@pytest.mark.parametrize("name", THEIRS)
def test_with_every_fact_kept_the_bands_are_the_ranks_whatever_is_selected(name):
    words = [
        {"component": "largest"},
        {"isolates": "exclude"},
        {"overlap": True, "component": "largest"},
        {"sector": "business"},
        {"layer": ["membership", "tie"], "group_nodes": "exclude"},
    ]
    for each in words:
        network = CHAIN.select(**each)
        ranking = library.rank(network, name)
        bands = rank_bands(network, ranking, draws=2, keep=1.0)
        assert bands.low == bands.high == ranking.ranks, each
