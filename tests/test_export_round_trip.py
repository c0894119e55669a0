"""A network that was exported and loaded again is the same, or differs as docs/export.md says.

The networks are the sample and random ones, from tables as people write them. What is compared is
named per format in `KEPT`; the document lists the same.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings

from graphkit.export.networks import NETWORK_FORMATS, export_network
from graphkit.export.networks.graph_of import graph_of
from graphkit.model import LAYERS, STATUSES, Dataset, InvalidData
from graphkit.network import Network
from graphkit.sources import read_files, read_sample
from tests.amounts import examples
from tests.random_tables import read_rows, tables

ENDINGS = {name: about.ending for name, about in NETWORK_FORMATS.items()}
FULL = ("gexf", "graphml", "node-link", "cytoscape")
"""The formats of graphs that keep organisations, groups and facts."""

_OF_FACTS = ("role", "kind", "startDate", "endDate", "observedDate", "datesFrom", "contribution")


def again(network: Network, form: str, **how: str) -> Network:
    """The network after it was exported and loaded."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"copy{ENDINGS[form] or form}"
        export_network(network, path, form, **how)
        return Network.of(read_files([path], save=False).dataset)


def organisations(network: Network) -> dict[str, tuple[object, ...]]:
    """The organisations that stand as nodes."""
    return {
        each: (node.name, node.kind, *(node.properties.get(name) for name in ("sector", "founded")))
        for each in network.two_mode.organisations
        for node in [network.organisations[network.index[each]]]
    }


def groups(network: Network) -> list[tuple[object, ...]]:
    """The groups, with the dates of those that are nodes; direct ties have no ids of their own."""
    found = []
    for group in network.two_mode.groups:
        if group.layer != "tie":
            label = {"declaration": "Declaration", "collaboration": "Collaboration"}
            node = network.nodes.get((label.get(group.layer, ""), group.id))
            said: Mapping[str, Any] = {} if node is None else node.properties
            dates = (said.get(name) for name in ("kind", "startDate", "endDate", "observedDate"))
            found.append((group.layer, group.id, group.name, *dates))
    return found


def facts(network: Network) -> set[str]:
    """Each fact with its ends, what it says, its dates and their bounds; each kind of fact once."""
    table = network.facts
    found = set()
    for row, said in enumerate(table.stated):
        layer = LAYERS[table.layer[row]]
        ends = [network.organisations[network.wholes[table.organisation[row]]].id]
        if layer == "tie":
            ends.append(network.organisations[network.wholes[table.other[row]]].id)
        group = "" if layer == "tie" else table.group[row]
        values = [said.get(name) for name in _OF_FACTS]
        note = str(said.get("note", "")).replace("|", "/")
        found.add(
            repr(
                (layer, sorted(ends), group, STATUSES[table.status[row]], values, note,
                 table.weight[row], table.bounds.texts(row))
            )
        )  # fmt: skip
    return found


def compare(network: Network, form: str) -> None:
    loaded = again(network, form, mode="two").where(network.selection)
    assert organisations(loaded) == organisations(network)
    assert groups(loaded) == groups(network)
    assert facts(loaded) == facts(network)


@pytest.fixture(scope="module")
def sample() -> Network:
    return Network.of(read_sample())


@pytest.mark.parametrize("form", FULL)
def test_the_sample_comes_back_with_its_groups_and_facts(sample: Network, form: str) -> None:
    compare(sample, form)


@pytest.mark.parametrize("form", FULL)
@settings(max_examples=examples(5), deadline=None)
@given(rows=tables())
def test_any_network_comes_back_with_its_groups_and_facts(form: str, rows) -> None:
    # A part that counts as its whole is not in the file; what ties a whole to itself is not either.
    compare(Network.of(stated(rows)).select(parts="separate"), form)


def built_in(rows) -> Dataset:
    """The data set without kinds of one's own, for formats that do not keep them."""
    known = [{**row, "kind": row["kind"].replace("Bank", "")} for row in rows["organisations"]]
    return stated({**rows, "kinds": [], "organisations": known})


def stated(rows) -> Dataset:
    # Of a declaration, a blank end means that it has not ended: an unknown one cannot be written.
    assume(all(row["end"] != "?" for row in rows["declarations"]))
    try:
        return read_rows(rows)
    except InvalidData:
        assume(False)
        raise


def strengths(network: Network) -> dict[frozenset[str], float]:
    return {frozenset((a, b)): weight for a, b, weight in network.graph().edges(data="weight")}


@pytest.mark.parametrize("form", FULL)
def test_what_the_file_has_as_a_name_alone_is_a_column_of_ones_own(form: str) -> None:
    rows = {
        "kinds": [{"id": "TradeUnion", "name": "Union", "colour": "#FF0000"}],
        "places": [{"id": "p", "name": "Plock"}, {"id": "q", "name": "Quedlinburg"}],
        "organisations": [
            {"id": "a", "name": "A", "kind": "TradeUnion", "place": "p|q", "part_of": "b"},
            {"id": "b", "name": "B", "kind": "Cluster", "succeeds": "c"},
            {"id": "c", "name": "C", "kind": "Company", "x_size": "7", "x_new": "yes",
             "x_share": "0.5", "x_topics": "water|energy", "x_since": "2014-11", "x_code": "007"},
        ],
        "memberships": [
            {"member": "a", "group": "b", "x_fee": "12.5", "x_mark": "it's | one"},
            {"member": "c", "group": "b", "x_fee": "3", "x_mark": ""},
        ],
    }  # fmt: skip
    network = Network.of(read_rows(rows)).select(parts="separate")
    loaded = again(network, form, mode="two")
    a, b, c = (loaded.organisation(each) for each in "abc")
    assert (a.kind, a.properties["x_place"], a.properties["x_part_of"]) == (
        "TradeUnion", ["Plock", "Quedlinburg"], "B",
    )  # fmt: skip
    assert b.properties["x_succeeds"] == "C"
    before = network.organisation("c").properties
    own = {name: value for name, value in before.items() if name.startswith("x_")}
    assert own == {"x_size": 7, "x_new": True, "x_share": 0.5, "x_topics": ["water", "energy"],
                   "x_since": "2014-11", "x_code": "007"}  # fmt: skip
    assert {name: c.properties.get(name) for name in own} == own
    (one,) = (each for each in again(network, form, mode="one").organisations if each.id == "c")
    assert {name: one.properties.get(name) for name in own} == own
    fees = {
        facts.organisation[row]: said.get("x_fee")
        for facts in [loaded.facts]
        for row, said in enumerate(facts.stated)
    }
    assert {loaded.organisations[at].id: fee for at, fee in fees.items()} == {"a": 12.5, "c": 3.0}


@pytest.mark.parametrize("form", FULL)
@settings(max_examples=examples(4), deadline=None)
@given(rows=tables())
def test_the_ties_of_any_network_come_back_with_their_strength(form: str, rows) -> None:
    network = Network.of(stated(rows)).select(weight="newman")
    assume(network.two_mode.organisations)
    loaded = again(network, form, mode="one")
    assert organisations(loaded) == organisations(network)
    assert strengths(loaded) == strengths(network)


NAMES_ALONE = ("pajek", "pajek-net", "ucinet")
"""The formats that keep names and edges: ids, dates and all that facts say are lost."""


def written(name: str) -> str:
    """A name as a label of Pajek and UCINET, read again."""
    return name.replace('"', "'").replace("\\", "/")


def names_by_id(network: Network, mode: str) -> dict[str, str]:
    graph = graph_of(network, mode)
    pairs = zip(graph.nodes, graph.labels, strict=True)
    return {node.id: written(label) for node, label in pairs}


def by_name(network: Network) -> dict[str, Any]:
    return {node.name: node for node in network.organisations}


@pytest.mark.parametrize("form", NAMES_ALONE)
@settings(max_examples=examples(4), deadline=None)
@given(rows=tables())
def test_names_and_strengths_come_back_from_formats_of_names(form: str, rows) -> None:
    network = Network.of(built_in(rows)).select(weight="newman")
    loaded = again(network, form, mode="one")
    name = names_by_id(network, "one")
    found = by_name(loaded)
    assert found.keys() == set(name.values())
    expected = {frozenset(map(name.get, pair)): w for pair, w in strengths(network).items()}
    named = {node.id: node.name for node in loaded.organisations}
    assert {
        frozenset(map(named.get, pair)): weight for pair, weight in strengths(loaded).items()
    } == expected
    if form == "pajek":
        for key, (_, kind, sector, _) in organisations(network).items():
            node = found[name[key]]
            assert (node.kind, node.properties.get("sector")) == (kind, sector)


@pytest.mark.parametrize("form", NAMES_ALONE)
@settings(max_examples=examples(4), deadline=None)
@given(rows=tables())
def test_who_is_in_what_comes_back_from_formats_of_names(form: str, rows) -> None:
    network = Network.of(built_in(rows)).select(group_nodes="exclude", parts="separate")
    assume(network.two_mode.groups)
    loaded = again(network, form, mode="two").select(group_nodes="exclude")
    name = names_by_id(network, "two")
    # In a project of Pajek direct ties are told from groups; elsewhere all are groups alike.
    assert pairs(loaded, {}, form) == pairs(network, name, form)


def pairs(network: Network, name: Mapping[str, str], form: str) -> set[tuple[str, ...]]:
    """Who is in which group, by names; two ends of a tie in a project of Pajek."""
    two_mode = network.two_mode
    found = set()
    ties: dict[int, set[str]] = {}
    for organisation, group in two_mode.members.T.tolist():
        key = two_mode.organisations[organisation]
        one = name.get(key) or network.organisations[network.index[key]].name
        other = two_mode.groups[group]
        if other.layer == "tie" and form == "pajek":
            ties.setdefault(group, set()).add(one)
        else:
            found.add((one, name.get(other.key) or other.name))
    return found | {tuple(sorted(ends)) for ends in ties.values()}


FOLLOWED = ("MEMBER_OF", "PARTICIPATES_IN", "COLLABORATES_WITH")
"""The relations that come back from FollowTheMoney."""


def entities(dataset: Dataset) -> tuple[list[tuple[object, ...]], Counter[tuple[object, ...]]]:
    """What comes back from FollowTheMoney of organisations and of facts."""

    def slashed(value: object) -> object:
        return value.replace("|", "/") if isinstance(value, str) else value

    nodes = []
    for node in dataset.nodes:
        said = node.properties
        if node.label == "Organisation":
            names = ("sector", "founded", "dissolved", "website", "aliases")
            nodes.append((node.id, slashed(node.name), node.kind, *map(repr, map(said.get, names))))
        elif node.label == "Collaboration":
            dates = (said.get("startDate"), str(said.get("endDate", "")).replace("..", ""))
            nodes.append((node.id, slashed(node.name), *dates))
    found = Counter(
        (
            each.relation,
            frozenset((each.start[1], each.end[1])),
            str(said.get("role", "")).lower(),
            said.get("kind"),
            said.get("startDate"),
            str(said.get("endDate", "")).replace("..", ""),
            said.get("observedDate"),
            slashed(said.get("note")),
        )
        for each in dataset.facts
        if each.relation in FOLLOWED
        for said in [each.properties]
    )
    return nodes, found


@settings(max_examples=examples(5), deadline=None)
@given(rows=tables())
def test_any_network_comes_back_from_followthemoney_but_for_what_it_has_no_place_for(rows) -> None:
    # A sector of one's own is no sector of graphkit's; the document lists what else is lost.
    for row in rows["organisations"]:
        row["sector"] = row["sector"].replace("finance", "")
    # A participation of which only that its end is open or unknown is stated gets its project's.
    for row in rows["participants"]:
        row["end"] = row["end"].strip(".?")
    dataset = built_in(rows)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "entities.jsonl"
        export_network(Network.of(dataset), path)
        loaded = read_files([path], save=False).dataset
    assert entities(loaded) == entities(dataset)
