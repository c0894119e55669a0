"""Own kinds in both stores: the label in Cypher, digests, verification, restoring, pruning.

The expected values are by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graphkit.model import Dataset, InvalidData, Node, Value, dataset_digest
from graphkit.network import Network, summarise
from graphkit.sources import read_files
from graphkit.store import open_store, verify
from tests.commands import graphkit
from tests.neo4j_versions import VERSIONS_IN_TURN
from tests.networks import dataset
from tests.sources_tables import write
from tests.store_places import STORES, Place, held, place_of

pytestmark = VERSIONS_IN_TURN


@pytest.fixture(scope="module", params=STORES)
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Place:
    return place_of(request, tmp_path_factory)


def kind(id: str, **stated: Value) -> Node:
    return Node("Kind", id, stated)


def of_kinds(name: str, kinds: dict[str, str], *stated: Node) -> Dataset:
    """Organisations by kind, tied in a row, and the nodes of their own kinds."""
    plain = dataset(
        dict.fromkeys(kinds, "Other"),
        ties=[
            (a, b, {"kind": f"{a} lends to"}) for a, b in zip(kinds, list(kinds)[1:], strict=False)
        ],
        name=name,
    )
    nodes = [replace(node, kind=kinds.get(node.id, node.kind)) for node in plain.nodes]
    return Dataset.of(name, [*nodes, *stated], plain.facts)


BANK = kind("Bank", name="Bank", colour="#FFAA00", shape="star", sector="finance")
UNION = kind("TradeUnion", namePl="Związek zawodowy")
FIRST = of_kinds("first", {"a": "Bank", "b": "Company", "c": "TradeUnion"}, BANK, UNION)


@pytest.fixture
def emptied(place: Place) -> Iterator[Place]:
    """The place, from which the test's data sets are removed in the end."""
    yield place
    with place.open() as store:
        for each in store.datasets():
            store.load(Dataset.of(each.name, [], []), prune=True)
        store.query("MATCH (n) DETACH DELETE n", write=True)


LABELLED = "MATCH (o:Organisation) WHERE o:Bank OR o:TradeUnion OR o:City RETURN o.id ORDER BY o.id"


def test_own_kinds_go_through_the_life_of_a_data_set(emptied: Place) -> None:
    with emptied.open() as store:
        loaded = store.load(FIRST)
        assert (loaded.nodes.added, loaded.digest) == (5, dataset_digest(FIRST))
        assert store.query(LABELLED).rows == (("a",), ("c",))
        assert held(store, "first") == FIRST
        assert store.load(FIRST).nodes.unchanged == 5
        assert verify(store, FIRST).differences == ()

        # A kind that is new to a store with content, and organisations that change their kind.
        changed = of_kinds("first", {"a": "City", "b": "Bank", "c": "Company"}, BANK, kind("City"))
        report = store.load(changed, prune=True)
        assert (report.nodes.added, report.nodes.changed, report.nodes.removed) == (1, 3, 1)
        assert store.query("MATCH (o:City) RETURN o.id").rows == (("a",),)
        assert store.query(LABELLED).rows == (("a",), ("b",))
        assert held(store, "first") == changed
        assert verify(store, changed).differences == ()
        assert dict(summarise(Network.of(store)).kinds) == {"Bank": 1, "City": 1, "Company": 1}
        thin = Network.of(store, evidence=False)
        assert [node.kind_shown for node in thin.organisations] == ["City", "Bank", "Company"]
        assert thin.own_kinds["Bank"].colour == "#FFAA00"
        for network in (thin, Network.of(store)):
            assert len(network.select(tie_kind="a lends to").facts) == 1


def test_what_is_changed_by_other_means_is_found_and_restored(emptied: Place) -> None:
    with emptied.open() as store:
        store.load(FIRST)
        store.query("MATCH (k:Kind {id: 'Bank'}) SET k.colour = '#000000'", write=True)
        store.query("MATCH (o:Organisation {id: 'a'}) REMOVE o:Bank", write=True)
        store.query("MATCH (k:Kind {id: 'TradeUnion'}) DELETE k", write=True)
        found = {(each.what, each.item, each.id) for each in verify(store, FIRST).differences}
        assert {
            ("changed", "Kind", "Bank"),
            ("changed", "Organisation", "a"),
            ("changed", "Organisation", "c"),
            ("missing", "Kind", "TradeUnion"),
        } <= found
        # An organisation whose kind is gone is of no known kind, and reads as Other.
        network = Network.of(store)
        assert [node.kind for node in network.organisations] == ["Other", "Company", "Other"]
        report = store.load(FIRST)
        # That of c needs nothing: its label is there, and is a kind again.
        assert report.nodes.restored == 3
        assert held(store, "first") == FIRST
        assert verify(store, FIRST).differences == ()


def test_a_kind_that_two_data_sets_describe_differently_is_refused(emptied: Place) -> None:
    with emptied.open() as store:
        store.load(FIRST)
        other = of_kinds("second", {"x": "Bank"}, kind("Bank", name="Bank", colour="#000000"))
        with pytest.raises(InvalidData) as raised:
            store.load(other)
        (problem,) = raised.value.problems
        assert problem.file == "data set second"
        assert problem.what == (
            "the colour of the kind Bank is '#000000' here and '#FFAA00' in the data set first, "
            "which the store holds"
        )
        with pytest.raises(InvalidData, match="the kind BANK is Bank in the store"):
            store.load(of_kinds("second", {"x": "BANK"}, kind("BANK")))
        assert [each.name for each in store.datasets()] == ["first"]
        # What one of them leaves open does not differ.
        open_ = of_kinds("second", {"x": "Bank"}, kind("Bank", shape="star", namePl="Bank"))
        store.load(open_)
        assert held(store, "second").nodes != ()
        store.load(Dataset.of("first", [], []), prune=True)
        assert held(store, "second") == open_
        assert verify(store, open_).differences == ()


def test_a_label_that_no_data_set_states_is_no_kind(emptied: Place) -> None:
    with emptied.open() as store:
        store.load(FIRST)
        store.query("MATCH (o:Organisation {id: 'b'}) SET o:Cosy", write=True)
        assert verify(store, FIRST).unstated == (("label", "Cosy", 1),)
        store.query("CREATE (:Kind {id: '`) DETACH DELETE n //'})", write=True)
        assert sorted(Network.of(store).own_kinds) == ["Bank", "TradeUnion"]
        assert store.load(FIRST).nodes.unchanged == 5


def test_a_second_data_set_uses_a_kind_of_the_store(tmp_path: Path) -> None:
    write(
        tmp_path / "first",
        {"organisations": "id,name,kind\na,A,Bank\n", "kinds": "id,sector\nBank,finance\n"},
    )
    write(tmp_path / "second", {"organisations": "id,name,kind\nb,B,Bank\n"})
    assert graphkit("check", "second", cwd=tmp_path).returncode == 3
    assert graphkit("load", "first", cwd=tmp_path).returncode == 0
    assert graphkit("load", "second", cwd=tmp_path).returncode == 0
    with open_store(tmp_path / "graphkit-store") as store:
        (stated,) = [node for node in held(store, "second").nodes if node.label == "Organisation"]
        assert (stated.kind, stated.properties["sector"]) == ("Bank", "finance")
        # The first describes the kind anew, which the second does not hinder: it only uses it.
        write(tmp_path / "first", {"kinds": "id,name,sector\nBank,Lender,finance\n"})
        store.load(read_files([tmp_path / "first"]).dataset)
        assert Network.of(store).own_kinds["Bank"].name == "Lender"
        store.load(Dataset.of("first", [], []), prune=True)
        assert Network.of(store).own_kinds["Bank"].name == "Bank"
        assert verify(store).differences == ()
    # What a data set alone described must stay in its table.
    write(tmp_path / "first", {"kinds": "id,sector\nCity,\n"})
    checked = graphkit("check", "first", cwd=tmp_path)
    assert "'Bank' is not a known kind" in checked.stderr
