"""Ranks after hypothetical changes: what loading the changed data gives, metric by metric.

The oracle changes nodes and facts as the changes say, and makes a network of what is left.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.metrics import rank, rank_under
from graphkit.metrics.ranking_metrics import ORGANISATION_METRICS
from graphkit.model import Dataset, InvalidData, UsageError
from graphkit.network import DropFact, DropSource, Merge, Network, Selection
from graphkit.network.hypothetical import changed
from graphkit.sources import read_sample
from graphkit.store import open_store
from tests.amounts import examples
from tests.networks import dataset
from tests.random_tables import read_rows, tables

SELECTIONS = [
    {},
    {"weight": "newman", "group_nodes": "exclude"},
    {"at": "2013", "own_dates": True, "weight": "count"},
    {"at": "2014-11", "unknown": "exclude"},
    {"parts": "separate", "planned": "include", "overlap": True},
    {"status": "stated", "isolates": "exclude"},
    {"component": "largest", "sector": "civil"},
    {"place": "p0"},
]


def without_source(data, key):
    """What is left of a data set without a source and the facts that cite no other."""
    facts = []
    for fact in data.facts:
        cited = fact.properties.get("sourceIds", [])
        others = [each for each in cited if each != key]
        if others or not cited:
            facts.append(replace(fact, properties={**fact.properties, "sourceIds": others}))
    nodes = [node for node in data.nodes if (node.label, node.id) != ("Source", key)]
    return Dataset.of(data.name, nodes, facts)


def with_one_for_two(data, kept, merged):
    """A data set in which the facts of one organisation are those of another."""

    def end(at):
        return ("Organisation", kept) if at == ("Organisation", merged) else at

    moved = [replace(fact, start=end(fact.start), end=end(fact.end)) for fact in data.facts]
    nodes = [node for node in data.nodes if (node.label, node.id) != ("Organisation", merged)]
    return Dataset.of(data.name, nodes, [fact for fact in moved if fact.start != fact.end])


def made_anew(data, change):
    if isinstance(change, DropSource):
        return without_source(data, change.id)
    if isinstance(change, DropFact):
        left = [fact for fact in data.facts if fact.id != change.id]
        return Dataset.of(data.name, data.nodes, left)
    return with_one_for_two(data, change.kept, change.merged)


def ranked(ranking):
    """All that a ranking says, without the properties of its organisations."""
    placed = zip(ranking.ranks, ranking.organisations, strict=True)
    return {
        "order": [(rank, node.id) for rank, node in placed],
        "others": {name: ranking.ranks_by(name) for name in ORGANISATION_METRICS},
        "facts": (ranking.facts, ranking.inferred, ranking.undated),
    }


@st.composite
def changes_of(draw, data):
    """Up to three changes of a data set that do not depend on each other's order."""
    facts = [fact.id for fact in data.facts]
    sources = [node.id for node in data.nodes if node.label == "Source"]
    ids = [node.id for node in data.nodes if node.label == "Organisation"]
    found = [DropSource(each) for each in draw(st.sets(st.sampled_from(sources), max_size=1))]
    if facts:
        found += [DropFact(each) for each in draw(st.sets(st.sampled_from(facts), max_size=2))]
    pair = draw(st.permutations(ids))[:2]
    return found + ([Merge(*pair)] if draw(st.booleans()) else [])


@settings(max_examples=examples(30), deadline=None)
@given(rows=tables(), words=st.sampled_from(SELECTIONS), data=st.data())
def test_ranks_are_those_of_the_changed_tables_loaded_anew(rows, words, data):
    try:
        stated = read_rows(rows)
    except InvalidData:
        return
    changes = data.draw(changes_of(stated))
    anew = stated
    for change in changes:
        anew = made_anew(anew, change)
    network = Network.of(stated).select(**words)
    expected = rank(Network.of(anew).select(**words), metrics=ORGANISATION_METRICS)
    assert ranked(rank_under(network, changes, metrics=ORGANISATION_METRICS)) == ranked(expected)


def test_the_columns_of_a_changed_network_are_those_of_one_made_anew():
    stated = read_sample()
    network = Network.of(stated).select(at="2014-11-10", planned="include")
    for change in (Merge("umwl", "kom"), DropSource("lubuskie-klastry")):
        here = changed(network, [change])
        anew = Network.of(made_anew(stated, change)).select(at="2014-11-10", planned="include")
        assert here.facts.id == anew.facts.id
        assert here.facts.sources == anew.facts.sources
        for name in ("layer", "status", "organisation", "other", "weight", "kind"):
            assert np.array_equal(getattr(here.facts, name), getattr(anew.facts, name)), name
        numbered = [np.unique(each.facts.code, return_inverse=True)[1] for each in (here, anew)]
        assert np.array_equal(*numbered)
        assert np.array_equal(here.facts.lasting.days, anew.facts.lasting.days)
        assert np.array_equal(here.wholes, anew.wholes)
        assert here.bodies == anew.bodies
        assert here.two_mode.groups == anew.two_mode.groups
        assert here.nodes.keys() == anew.nodes.keys()


def test_a_network_of_a_store_without_evidence_can_be_changed(tmp_path):
    """The sources are read from the store too, which keeps them as lists."""
    with open_store(tmp_path / "store") as store:
        store.load(read_sample())
        network = Network.of(store, evidence=False)
    change = DropSource("kom-partnerzy")
    expected = rank(Network.of(made_anew(read_sample(), change)), "degree", ORGANISATION_METRICS)
    assert ranked(rank_under(network, [change], "degree", ORGANISATION_METRICS)) == ranked(expected)


def test_changed_facts_keep_the_data_sets_that_state_them(tmp_path):
    """By hand: the clusters k and m become one, of which the data set one names eight members."""
    mine, yours = [f"a{at}" for at in range(8)], [f"b{at}" for at in range(8)]
    with open_store(tmp_path / "store") as store:
        for name, who, group in (("one", mine, "k"), ("two", yours, "m")):
            members = [(each, group) for each in who]
            store.load(dataset(" ".join([*who, group]), members=members, name=name))
        network = Network.of(store, evidence=False)
    assert degrees(rank_under(network, [Merge("k", "m")], "degree"))["k"] == 16
    ranking = rank_under(network.select(dataset="one"), [Merge("k", "m")], "degree")
    assert degrees(ranking) == dict.fromkeys([*mine, "k"], 8) | dict.fromkeys(yours, 0)


# b in two declarations ties a to c, by hand: a-b by x, b-c by y.
PATH = dataset(
    "a b c d",
    signed=[
        ("a", "x", {"source": "s"}),
        ("b", "x", {"source": "s"}),
        ("b", "y", {"source": "t"}),
        ("c", "y"),
    ],
)


def degrees(ranking):
    values = ranking.values["degree"]
    return {node.id: value for node, value in zip(ranking.organisations, values, strict=True)}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([], {"a": 1, "b": 2, "c": 1, "d": 0}),
        ([DropSource("s")], {"a": 0, "b": 1, "c": 1, "d": 0}),
        ([DropSource("s"), DropSource("t")], {"a": 0, "b": 0, "c": 0, "d": 0}),
        ([Merge("d", "b")], {"a": 1, "c": 1, "d": 2}),
        ([Merge("a", "c")], {"a": 1, "b": 1, "d": 0}),
        ([Merge("a", "b"), Merge("b", "c")], {"a": 0, "d": 0}),
        ([Merge("a", "b"), Merge("b", "a")], {"a": 1, "c": 1, "d": 0}),
        ([Merge("a", "c"), DropSource("t")], {"a": 1, "b": 1, "d": 0}),
    ],
)
def test_degrees_worked_out_by_hand(changes, expected):
    assert degrees(rank_under(Network.of(PATH), changes, "degree")) == expected


def test_a_dropped_fact_takes_its_tie():
    (fact,) = (each for each in PATH.facts if each.start[1] == "c")
    ranking = rank_under(Network.of(PATH), [DropFact(fact.id)], "degree")
    assert degrees(ranking) == {"a": 1, "b": 1, "c": 0, "d": 0}


def test_the_changed_network_keeps_its_selection_and_can_be_selected_from():
    network = Network.of(PATH).select(isolates="exclude")
    left = changed(network, [DropSource("s")])
    assert left.selection == network.selection
    assert left.two_mode.organisations == ("b", "c")
    assert len(left.where(Selection()).two_mode.organisations) == 4
    assert len(Network.of(PATH).facts) == 4
    with pytest.raises(UsageError, match="without evidence"):
        assert left.facts.stated


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (DropSource("x"), "x: the network has no source of this id"),
        (DropFact("x"), "x: the network has no fact of this id"),
        (Merge("a", "x"), "x: the network has no organisation of this id"),
        (Merge("x", "a"), "x: the network has no organisation of this id"),
        (Merge("a", "a"), "a: an organisation cannot be merged with itself"),
        (("a", "b"), r"`changes` has \('a', 'b'\); give Merge"),
    ],
)
def test_a_change_of_what_is_not_there_is_refused(change, message):
    with pytest.raises(UsageError, match=message):
        rank_under(Network.of(PATH), [change])


def test_a_change_may_stand_alone():
    network = Network.of(PATH)
    assert rank_under(network, Merge("a", "b")) == rank_under(network, [Merge("a", "b")])
