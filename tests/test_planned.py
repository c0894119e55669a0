"""What is only planned ties nobody, and is counted. Expected values are by hand unless noted."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import replace
from importlib.resources import files
from itertools import combinations
from pathlib import Path

import networkx as nx
import pytest

from graphkit.export.evidence import explanation_table, explanation_text
from graphkit.metrics import rank
from graphkit.model import Dataset
from graphkit.network import Network, explain, summarise
from graphkit.sources import read, read_sample
from graphkit.views import build_view
from graphkit.views.translation import provenance_words, words
from tests.commands import graphkit
from tests.networks import dataset


def planned(*keys: str) -> Dataset:
    """a and b: members of k, signatories of d, participants of p; those named are planned."""
    data = dataset(
        {"a": "Company", "b": "Company", "c": "Company", "k": "Cluster"},
        members=[("a", "k"), ("b", "k")],
        signed=[("a", "d"), ("b", "d")],
        took_part=[("a", "p"), ("b", "p"), ("c", "p")],
    )
    nodes = [
        replace(node, properties={**node.properties, "stage": "planned"})
        if node.id in keys
        else node
        for node in data.nodes
    ]
    return Dataset.of("test", nodes, data.facts)


def ties(network: Network) -> set[str]:
    return {"".join(sorted(pair)) for pair in network.graph().edges}


@pytest.mark.parametrize(
    ("group", "left_out", "left"),
    [
        # The declaration and the project still tie a and b; without p, c is tied to nobody.
        ("k", 2, {"ab", "ac", "bc"}),
        ("d", 2, {"ab", "ak", "bk", "ac", "bc"}),
        ("p", 3, {"ab", "ak", "bk"}),
    ],
)
def test_a_planned_group_ties_nobody_unless_included(group, left_out, left):
    network = Network.of(planned(group))
    assert ties(network) == left
    assert network.counts()["planned"] == left_out
    assert network.counts()["facts"] == 7 - left_out
    everything = network.select(planned="include")
    assert ties(everything) == {"ab", "ak", "bk", "ac", "bc"}
    assert everything.counts()["planned"] == 0
    assert str(everything.selection) == "planned included"
    # A planned cluster is a node all the same.
    assert list(network.graph()) == ["a", "b", "c", "k"]


def test_only_facts_that_would_otherwise_count_are_said_to_be_left_out():
    network = Network.of(planned("k", "p"))
    assert network.counts()["planned"] == 5
    assert network.select(layer="membership").counts()["planned"] == 2
    assert network.select(kind="Cluster").counts()["planned"] == 0


def test_the_reasons_name_what_is_planned():
    network = Network.of(planned("p"))
    found = explain(network, network.organisation("a"))
    assert [(group.id, each.organisation) for group, each in found.planned] == [("p", "a")]
    assert found.tied == 2
    row = explanation_table(found).rows[-1]
    assert row[:4] == ("collaboration", "p", "P", "a")
    assert "planned" in row
    assert "Planned, not yet a tie: P\n  A:" in explanation_text(found)
    cluster = explain(Network.of(planned("k")), network.organisation("k"))
    assert {each.organisation for _, each in cluster.planned} == {"a", "b"}


def test_a_summary_and_a_view_count_what_is_planned():
    network = Network.of(planned("p"))
    assert summarise(network).counts["planned"] == 3
    view = build_view(network)
    assert "3 facts of planned groups left out" in provenance_words(view.provenance, words("en"))
    assert {group.group.id for group in view.groups} == {"k", "d"}
    everything = build_view(network.select(planned="include"))
    assert {group.group.id for group in everything.groups} == {"k", "d", "p"}


def test_a_declaration_can_be_planned_in_a_table(tmp_path: Path):
    tables = {
        "organisations.csv": "id,name,kind\na,A,Company\nb,B,Company\n",
        "declarations.csv": "id,title,stage\nd,D,planned\n",
        "signatories.csv": "declaration,organisation\nd,a\nd,b\n",
    }
    for name, text in tables.items():
        (tmp_path / name).write_text(text)
    assert Network.of(read(tmp_path)).counts()["planned"] == 2


def test_commands_leave_out_what_is_planned_and_say_so(tmp_path: Path):
    tables = {
        "organisations.csv": "id,name,kind\na,A,Company\nb,B,Company\n",
        "collaborations.csv": "id,title,stage\np,P,planned\n",
        "participants.csv": "collaboration,organisation\np,a\np,b\n",
    }
    (tmp_path / "data").mkdir()
    for name, text in tables.items():
        (tmp_path / "data" / name).write_text(text)
    graphkit("load", "data", cwd=tmp_path)
    ranked = graphkit("rank", "--by", "degree", "--format", "csv", cwd=tmp_path)
    assert ranked.stdout.splitlines()[1].split(",")[5] == "0"
    assert "2 organisations, 0 with ties, 0 facts" in ranked.stderr
    assert "2 facts of planned groups left out, --planned include" in ranked.stderr
    included = graphkit(
        "rank", "--by", "degree", "--planned", "include", "--format", "csv", cwd=tmp_path
    )
    assert included.stdout.splitlines()[1].split(",")[5] == "1"
    assert "left out" not in included.stderr
    assert "facts left out" in graphkit("info", cwd=tmp_path).stdout
    why = graphkit("why", "a", cwd=tmp_path)
    assert "Planned, not yet a tie: P" in why.stdout
    assert "--planned include counts the facts of planned groups" in why.stderr
    # A question in Cypher sees it, with its stage.
    asked = graphkit("query", "ego-network", "--param", "organisation=a", cwd=tmp_path)
    assert asked.stdout.split()[-3:] == ["collaboration", "p", "planned"]


def table(name: str) -> list[dict[str, str]]:
    text = (files("graphkit.demo") / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def oracle(*, with_planned: bool, with_own: bool) -> nx.Graph:
    """The sample's network as networkx would have it, from the tables alone."""
    whole = {row["id"]: row["part_of"] or row["id"] for row in table("organisations")}
    bodies = {row["group"] for row in table("memberships")}
    whole = {each: each if each in bodies else of for each, of in whole.items()}
    for row in table("relations"):
        if row["kind"] == "part_of" and row["from"] in whole and row["to"] in whole:
            whole[row["from"]] = row["to"]
    stages = {row["id"]: row["stage"] for row in table("collaborations")}
    groups = defaultdict(set)
    for row in table("memberships"):
        groups["m", row["group"]] |= {whole[row["member"]], *([row["group"]] if with_own else [])}
    for row in table("signatories"):
        groups["d", row["declaration"]].add(whole[row["organisation"]])
    for row in table("participants"):
        if with_planned or stages[row["collaboration"]] != "planned":
            groups["c", row["collaboration"]].add(whole[row["organisation"]])
    graph = nx.Graph()
    graph.add_nodes_from(each for each, of in whole.items() if each == of)
    for members in groups.values():
        graph.add_edges_from(combinations(members, 2))
    graph.add_edges_from((whole[row["a"]], whole[row["b"]]) for row in table("ties"))
    return graph


@pytest.mark.parametrize("planned", ["include", "exclude"])
@pytest.mark.parametrize("own", ["include", "exclude"])
def test_the_sample_s_betweenness_is_that_of_its_tables(planned: str, own: str):
    graph = oracle(with_planned=planned == "include", with_own=own == "include")
    expected = nx.betweenness_centrality(graph)
    network = Network.of(read_sample()).select(planned=planned, group_nodes=own)
    ranking = rank(network)
    found = dict(
        zip((node.id for node in ranking.organisations), ranking.values["betweenness"], strict=True)
    )
    assert found == pytest.approx(expected, abs=1e-12)


def test_the_sample_s_figures_with_and_without_what_is_planned_and_group_nodes():
    # The oracle's figures, quoted in the documentation.
    def of(name: str, **words: bool) -> float:
        return round(nx.betweenness_centrality(oracle(**words))[name], 4)

    assert of("kom", with_planned=True, with_own=True) == 0.1017
    assert of("politechnika-bialostocka", with_planned=True, with_own=True) == 0.0198
    assert of("politechnika-bialostocka", with_planned=False, with_own=True) == 0.0013
    assert of("kom", with_planned=True, with_own=False) == 0.0740
    assert of("kom", with_planned=False, with_own=True) == 0.0957
    assert of("kom", with_planned=False, with_own=False) == 0.0694
