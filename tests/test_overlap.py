"""Those who were never in a group at the same time. Oracle: pairs taken one by one, by force."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.backend import Incidence
from graphkit.backend.functions.centrality import betweenness_centrality
from graphkit.export.networks.graph_of import graph_of
from graphkit.metrics import METRICS, ego_network, impact_of, rank, rank_bands
from graphkit.metrics.chains import shortest_chains
from graphkit.network import Network, explain, members_by_tie
from graphkit.views import build_view
from graphkit.views.lines import lines_of
from tests.amounts import examples
from tests.commands import graphkit
from tests.networks import dataset

DAYS = tuple(f"{year}-01-01" for year in range(2000, 2010))


@st.composite
def stays(draw: st.DrawFn) -> list[tuple[str, str, str, str]]:
    """Organisations' stays in groups, some more than once, with starts and ends known or not."""
    found = []
    for organisation in "abcdefg"[: draw(st.integers(2, 7))]:
        for group in "xyz":
            for _ in range(draw(st.sampled_from((0, 1, 1, 1, 2, 3)))):
                start, end = sorted(draw(st.tuples(*[st.sampled_from(DAYS)] * 2)))
                known = draw(st.sampled_from(("both", "both", "both", "start", "end", "none")))
                first = start if known in ("both", "start") else ""
                found.append((organisation, group, first, end if known in ("both", "end") else ""))
    return found


def network_of(found: list[tuple[str, str, str, str]], **words: object) -> Network:
    rows = [
        (organisation, group, {k: v for k, v in (("start", start), ("end", end)) if v})
        for organisation, group, start, end in found
    ]
    return Network.of(dataset("a b c d e f g", signed=rows)).select(**words)


def by_force(found: list[tuple[str, str, str, str]], weight: str) -> tuple[nx.Graph, int]:
    """The ties of those whose times may overlap, and how many pairs in a group do not."""
    groups: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for organisation, group, start, end in found:
        groups[group][organisation].append((start or "0000", end or "9999"))
    graph, apart = nx.Graph(), 0
    graph.add_nodes_from("abcdefg")
    for times in groups.values():
        value = Fraction(1, max(len(times) - 1, 1) if weight == "newman" else 1)
        for one, other in combinations(sorted(times), 2):
            if any(a <= d and c <= b for a, b in times[one] for c, d in times[other]):
                before = graph.edges[one, other]["weight"] if graph.has_edge(one, other) else 0
                graph.add_edge(one, other, weight=before + value)
            else:
                apart += 1
    return graph, apart


@settings(max_examples=examples(25), deadline=None)
@given(stays(), st.sampled_from(["none", "count", "newman"]))
def test_those_who_may_have_been_there_together_are_tied_and_no_others(found, weight):
    expected, apart = by_force(found, weight)
    network = network_of(found, overlap=True, weight=weight)
    graph = network.graph()
    assert {frozenset(edge) for edge in graph.edges} == {frozenset(edge) for edge in expected.edges}
    for one, other, data in expected.edges(data=True):
        assert graph.edges[one, other]["weight"] == pytest.approx(float(data["weight"]), rel=1e-12)
    assert network.counts()["apart"] == apart
    assert network.select(overlap=False).counts()["apart"] == apart


@settings(max_examples=examples(10), deadline=None)
@given(stays(), st.sampled_from(["none", "count", "newman"]))
def test_every_metric_is_that_of_the_ties_that_are_left(found, weight):
    network = network_of(found, overlap=True, weight=weight)
    graph = nx.convert_node_labels_to_integers(by_force(found, weight)[0])
    for *_, data in graph.edges(data=True):
        data["distance"] = 1 / data["weight"]
    form = network.tied
    compressed = Incidence(
        range(7),
        form.members,
        form.weights,
        form.surplus and Incidence(range(7), form.surplus.members, form.surplus.weights),
    )
    vector = np.arange(1.0, 8.0)
    for name in ("weight", None):
        dense = nx.to_numpy_array(graph, nodelist=range(7), weight=name, dtype=float)
        assert compressed.inflow(name)(vector) == pytest.approx(dense @ vector)
    # On the compressed form, as for large networks. networkx compares fractions exactly.
    length = None if weight == "none" else "distance"
    ours = betweenness_centrality(compressed, weight=length, tolerance=1e-10)
    exact = nx.betweenness_centrality(graph, weight=length)
    assert dict(ours) == pytest.approx({node: float(it) for node, it in exact.items()}, abs=1e-9)
    near = nx.closeness_centrality(compressed, distance=length, backend="graphkit")
    exact = nx.closeness_centrality(graph, distance=length)
    assert dict(near) == pytest.approx({node: float(it) for node, it in exact.items()}, abs=1e-9)


def case() -> Network:
    """X, of which A was a member from 2000 to 2005 and B from 2010 to 2015."""
    return Network.of(
        dataset(
            {"a": "Company", "b": "Company", "cl": "Cluster"},
            members=[
                ("a", "cl", {"start": "2000", "end": "2005"}),
                ("b", "cl", {"start": "2010", "end": "2015"}),
            ],
        )
    )


def test_two_members_of_different_years_are_tied_to_the_cluster_and_not_to_each_other():
    network = case()
    assert set(network.graph().edges) == {("a", "b"), ("a", "cl"), ("b", "cl")}
    assert network.counts()["apart"] == 1
    apart = network.select(overlap=True)
    assert set(apart.graph().edges) == {("a", "cl"), ("b", "cl")}
    # k counts all that were ever in the group: three, so each tie has 1/2.
    weighed = apart.select(weight="newman").graph()
    assert [data["weight"] for *_, data in weighed.edges(data=True)] == [1 / 2, 1 / 2]


def test_reasons_chains_and_neighbours_leave_out_those_of_other_years():
    network = case().select(overlap=True)
    found = explain(network, network.organisation("a"))
    assert [other.id for reason in found.reasons for other in reason.others] == ["cl"]
    assert found.tied == 1
    a, b = network.node("a"), network.node("b")
    (way,) = shortest_chains(network, a, b).shown
    assert [step.end.id for step in way] == ["cl", "b"]
    assert [each.organisation.id for each in ego_network(network, a).neighbours] == ["cl"]
    # Without the cluster nobody ties them, nor is there anything to leave out.
    left = impact_of(network, [network.organisation("cl")])
    assert (left.before.ties, left.after.ties) == (2, 0)


def test_a_picture_draws_the_group_as_its_slices():
    network = case().select(overlap=True)
    view = build_view(network, links="pairs")
    assert {frozenset((line.start, line.end)) for line in lines_of(view)} == {
        frozenset(("a", "cl")),
        frozenset(("b", "cl")),
    }
    assert [group.name for group in members_by_tie(network)] == [
        "Cl (2000-01-01 – 2005-12-31)",
        "Cl (2010-01-01 – 2015-12-31)",
    ]


def test_in_each_slice_stand_the_facts_of_that_time_alone():
    # a was there twice, b only the first time. In 2011/2014 both were members, but not together:
    # on the page, a date leaves a tie where two facts of one slice are in force.
    rows = [("a", "x", {"start": "2000", "end": "2002"}), ("a", "x", {"start": "2013"})]
    rows += [("b", "x", {"start": "2001", "end": "2012"})]
    network = Network.of(dataset("a b", signed=rows)).select(overlap=True)
    slices = [
        {each.id: [fact.start for fact in each.statements] for each in members}
        for members in members_by_tie(network).values()
    ]
    assert slices == [{"a": ["2000"], "b": ["2001"]}, {"a": ["2013"]}]
    assert not network.select(at="2011/2014").graph().edges


@settings(max_examples=examples(25), deadline=None)
@given(stays())
def test_all_of_a_slice_have_a_fact_of_its_time(found):
    tied = members_by_tie(network_of(found, overlap=True))
    assert all(each.statements for members in tied.values() for each in members)
    whole = members_by_tie(network_of(found))
    stated = {
        (each.id, fact.id)
        for members in tied.values()
        for each in members
        for fact in each.statements
    }
    assert stated == {
        (each.id, fact.id)
        for members in whole.values()
        for each in members
        for fact in each.statements
    }


def test_who_stayed_thickens_no_line_by_sharing_several_slices():
    rows = [(each, "x") for each in "ab"]
    rows += [("c", "x", {"end": "2005"}), ("d", "x", {"start": "2010"})]
    network = Network.of(dataset("a b c d", signed=rows)).select(overlap=True)
    lines = {
        (line.start, line.end): line.weight for line in lines_of(build_view(network, links="pairs"))
    }
    assert lines == dict.fromkeys([("a", "b"), ("a", "c"), ("a", "d"), ("b", "c"), ("b", "d")], 1.0)


def test_bands_and_isolates_take_the_ties_that_are_left():
    network = case().select(overlap=True, kind="Company")
    assert network.tied_organisations == 0
    assert list(network.select(isolates="exclude").graph()) == []
    ranking = rank(network, "degree")
    assert ranking.values["degree"] == (0, 0)
    bands = rank_bands(network, ranking, draws=5)
    assert bands.low == bands.high == (1, 1)


def test_a_backbone_counts_the_groups_in_which_two_were_together():
    # a and b share twelve of the 72 groups, and were in none of them at the same time.
    rows = [("a", f"g{i}", {"end": "2005"}) for i in range(12)]
    rows += [("b", f"g{i}", {"start": "2010"}) for i in range(12)]
    rows += [(each, f"h{i}") for i in range(60) for each in (f"c{i}", f"d{i}")]
    names = " ".join(["a", "b", *(f"{each}{i}" for i in range(60) for each in "cd")])
    network = Network.of(dataset(names, signed=rows)).select(backbone=True)
    assert network.graph().has_edge("a", "b")
    assert not network.select(overlap=True).graph().has_edge("a", "b")


def test_commands_say_how_many_were_never_there_together(tmp_path: Path):
    (tmp_path / "ov").mkdir()
    (tmp_path / "ov" / "organisations.csv").write_text(
        "id,name,kind\ncl,X,Cluster\na,A,Company\nb,B,Company\n"
    )
    (tmp_path / "ov" / "memberships.csv").write_text(
        "member,group,start,end\na,cl,2000,2005\nb,cl,2010,2015\n"
    )
    graphkit("load", "ov", cwd=tmp_path)
    plain = graphkit("rank", "--by", "degree", "--format", "csv", cwd=tmp_path)
    assert (
        "1 pair of members was never in its group at the same time: tied all the same"
        in plain.stderr
    )
    ran = graphkit("rank", "--by", "degree", "--overlap", "--format", "csv", cwd=tmp_path)
    assert (
        "1 pair of members was never in its group at the same time: not tied by that" in ran.stderr
    )
    rows = [line.split(",") for line in ran.stdout.splitlines()[1:]]
    assert {row[1]: row[5] for row in rows} == {"cl": "2", "a": "1", "b": "1"}


def test_a_fact_outside_a_lifetime_ties_nobody_at_any_day():
    # By hand: a was founded in 2014, after its time in p, the direct tie and the cluster was over.
    over = {"start": "2010", "end": "2012"}
    network = Network.of(
        dataset(
            {"a": "Company", "b": "Company", "c": "Company", "cl": "Cluster"},
            took_part=[("a", "p", over), ("b", "p"), ("c", "p")],
            ties=[("a", "b", over)],
            members=[("a", "cl", over), ("c", "cl")],
            lives={"a": ("2014", None)},
        )
    )
    assert network.counts()["apart"] == 5  # a with b and c, with b again, with c and the cluster
    apart = network.select(overlap=True)
    assert {frozenset(edge) for edge in apart.graph().edges} == {
        frozenset(("b", "c")),
        frozenset(("c", "cl")),
    }
    ties = graph_of(network, "one").edges
    marked = {(each.source, each.target) for each in ties if "neverTogether" in each.values}
    names = [node.id for node in graph_of(network, "one").nodes]
    assert {(names[a], names[b]) for a, b in marked} == {("a", "b"), ("a", "c"), ("a", "cl")}
    assert explain(apart, apart.organisation("a")).tied == 0
    assert rank_bands(apart, rank(apart, "degree"), draws=3).ranking.values["degree"][-1] == 0
    assert impact_of(apart, [apart.organisation("b")]).before.ties == 2


def test_large_groups_are_cut_exactly():
    # A hundred members with random stays, some of them twice; every pair once, by force.
    draw = random.Random(7)
    found = []
    for number in range(100):
        for _ in range(draw.choice((1, 1, 1, 2))):
            start, end = sorted(draw.sample(range(date(2000, 1, 1).toordinal(), 735_000), 2))
            days = (date.fromordinal(start).isoformat(), date.fromordinal(end).isoformat())
            found.append((f"o{number:03}", "x", *days))
    rows = [(name, group, {"start": a, "end": b}) for name, group, a, b in found]
    names = " ".join(sorted({name for name, *_ in found}))
    network = Network.of(dataset(names, signed=rows)).select(overlap=True, weight="newman")
    expected, apart = by_force(found, "newman")
    graph = network.graph()
    assert {frozenset(edge) for edge in graph.edges} == {frozenset(edge) for edge in expected.edges}
    assert {round(data["weight"] * 99, 9) for *_, data in graph.edges(data=True)} == {1.0}
    assert network.counts()["apart"] == apart > 0
    assert set(METRICS) >= {"pagerank"}
