"""Data sets that state the same nodes: neither overwrites the other, pruning gives back."""

from __future__ import annotations

import pytest

from graphkit.model import Dataset, InvalidData, Node
from graphkit.network import Network, explain
from graphkit.store import Changes
from tests.neo4j_versions import VERSIONS_IN_TURN
from tests.networks import dataset

pytestmark = VERSIONS_IN_TURN


def stating(dataset_name, **properties):
    kind = properties.pop("kind", "Company")
    return Dataset.of(dataset_name, [Node("Organisation", "a1", properties, kind)], [])


def found(store):
    return {node.id: (node.kind, dict(node.properties)) for node in store.nodes("Organisation")}


A = stating("A", name="Alfa", website=["http://a.example"])
B = stating("B", name="Alfa", founded="1999", website=["http://b.example"])


@pytest.mark.parametrize("order", [[A, B], [B, A]])
def test_the_order_of_loading_decides_nothing(store, order):
    for each in order:
        assert store.load(each).nodes == Changes(added=1)
    expected = {"name": "Alfa", "founded": "1999", "website": ["http://a.example"]}
    assert found(store) == {"a1": ("Company", expected | {"datasets": ["A", "B"]})}
    for each in order:
        assert store.load(each).nodes == Changes(unchanged=1)


def test_pruning_one_leaves_what_the_other_says(store):
    store.load(A)
    store.load(B)
    report = store.load(Dataset.of("B", [], []), prune=True)
    assert report.nodes == Changes(unstated=1, removed=1)
    assert found(store) == {
        "a1": ("Company", {"name": "Alfa", "website": ["http://a.example"], "datasets": ["A"]})
    }
    assert store.load(A).nodes == Changes(unchanged=1)


def test_a_changed_claim_changes_what_stands_and_is_counted_once(store):
    store.load(A)
    store.load(B)
    assert store.load(stating("B", name="Alfa", founded="2000")).nodes == Changes(changed=1)
    assert found(store)["a1"][1]["founded"] == "2000"
    assert store.load(A).nodes == Changes(unchanged=1)


def test_the_kind_is_that_of_the_first_by_name_and_comes_back(store):
    store.load(stating("B", name="Alfa", kind="Cluster"))
    store.load(stating("A", name="Alfa", kind="Association"))
    assert found(store)["a1"][0] == "Association"
    store.load(Dataset.of("A", [], []), prune=True)
    assert found(store)["a1"][0] == "Cluster"


def test_one_id_under_two_names_is_refused_and_nothing_is_loaded(store):
    facts = dataset("a b", ties=[("a", "b", {"source": "s1"})], name="A")
    store.load(facts)
    other = Dataset.of(
        "B",
        [
            Node("Source", "s1", {"title": "Another paper"}),
            Node("Organisation", "z", {"name": "Zet"}, "Other"),
        ],
        [],
    )
    with pytest.raises(
        InvalidData, match="source s1 is 'Another paper' here and 's1' in the data set A"
    ):
        store.load(other)
    assert set(found(store)) == {"a", "b"}
    network = Network.of(store)
    reason = explain(network, network.organisation("a")).reasons[0]
    assert reason.member.statements[0].citations[0].title == "s1"


def test_an_alias_shows_that_two_names_are_one(store):
    store.load(stating("A", name="Klaster Obróbki Metali", aliases=["KOM"]))
    assert store.load(stating("B", name="kom")).nodes == Changes(added=1)
