"""Columns of one's own in both stores: kept with their types, refused where two data sets differ.

The tables and what they state are by hand.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graphkit.model import Dataset, InvalidData, dataset_digest
from graphkit.network import Network
from graphkit.sources import read
from graphkit.store import Store, verify
from tests.neo4j_versions import VERSIONS_IN_TURN
from tests.sources_tables import write
from tests.store_places import held, typed

pytestmark = VERSIONS_IN_TURN

TABLES = {
    "organisations": (
        "id,name,kind,x_topic,x_staff,x_share,x_certified,x_since,x_tags,x_żółw\n"
        "acme,Acme,Company,energy,120,0.5,yes,2014-11,a|b,=1+1\n"
        "beta,Beta,University,water,9,2,no,2015-01-02,b,<b>x</b>\n"
        "kom,Metal Cluster,Cluster,,,,,,,\n"
    ),
    "memberships": "member,group,x_fee,x_via\nacme,kom,100,web\nbeta,kom,,\n",
}
COLUMNS = (
    "MEMBER_OF.x_fee: whole number",
    "MEMBER_OF.x_via: text",
    "Organisation.x_certified: yes or no",
    "Organisation.x_share: decimal number",
    "Organisation.x_since: date",
    "Organisation.x_staff: whole number",
    "Organisation.x_tags: several texts",
    "Organisation.x_topic: text",
    "Organisation.x_żółw: text",
)


@pytest.fixture(scope="module")
def stated(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return read(write(tmp_path_factory.mktemp("tables"), TABLES), dataset="mine")


def other(folder: Path, header: str, *cells: str, name: str = "other") -> Dataset:
    rows = "\n".join(cells)
    return read(write(folder / name, {"organisations": f"{header}\n{rows}\n"}), dataset=name)


def test_they_come_back_with_their_types_and_by_cypher(store: Store, stated: Dataset) -> None:
    report = store.load(stated)
    assert typed(held(store, "mine")) == typed(stated)
    assert report.digest == dataset_digest(stated)
    assert store.datasets()[0].columns == COLUMNS
    text = (
        "MATCH (o:Organisation)-[r:MEMBER_OF]->() WHERE o.x_staff >= 50 AND 'b' IN o.x_tags "
        "RETURN o.x_topic, o.x_staff, o.x_share, o.x_certified, o.x_since, o.x_tags, o.x_żółw, "
        "r.x_fee, r.x_via"
    )
    row = ("energy", 120, 0.5, True, "2014-11", ["a", "b"], "=1+1", 100, "web")
    assert store.query(text).rows == (row,)
    assert verify(store, stated).differences == ()
    assert store.load(stated).nodes.unchanged == len(stated.nodes)


def test_a_network_has_them_with_and_without_its_evidence(store: Store, stated: Dataset) -> None:
    store.load(stated)
    types = {
        "x_certified": "yes or no",
        "x_share": "decimal number",
        "x_since": "date",
        "x_staff": "whole number",
        "x_tags": "several texts",
        "x_topic": "text",
        "x_żółw": "text",
    }
    for network in (Network.of(store), Network.of(store, evidence=False), Network.of(stated)):
        assert list(network.own_columns.items()) == list(types.items())
        properties = network.organisation("acme").properties
        assert {name: properties[name] for name in types} == {
            "x_certified": True,
            "x_share": 0.5,
            "x_since": "2014-11",
            "x_staff": 120,
            "x_tags": ["a", "b"],
            "x_topic": "energy",
            "x_żółw": "=1+1",
        }
        assert not types.keys() & network.organisation("kom").properties.keys()


def test_a_changed_or_removed_value_is_found_and_restored(store: Store, stated: Dataset) -> None:
    store.load(stated)
    for change in ("SET o.x_staff = 120.0", "REMOVE o.x_topic", "SET o.x_certified = false"):
        store.query(f"MATCH (o:Organisation {{id: 'acme'}}) {change}", write=True)
        assert {each.item for each in verify(store).differences} == {"Organisation", "Dataset"}
        assert store.load(stated).nodes.restored == 1
        assert verify(store, stated).differences == ()


def test_two_data_sets_that_differ_on_one_are_refused(
    store: Store, stated: Dataset, tmp_path: Path
) -> None:
    store.load(stated)
    second = other(tmp_path, "id,name,kind,x_staff,x_topic", "new,New,Company,many,energy")
    with pytest.raises(InvalidData) as raised:
        store.load(second)
    (problem,) = raised.value.problems
    assert str(problem) == (
        "data set other, column x_staff: its type is text here (organisations) and whole number in "
        "the data set mine, which the store holds; give it another name in one of the two, or make "
        "the cells alike"
    )
    assert [each.name for each in store.datasets()] == ["mine"]
    assert verify(store, stated).differences == ()


def test_whole_and_decimal_numbers_go_together(
    store: Store, stated: Dataset, tmp_path: Path
) -> None:
    store.load(stated)
    store.load(other(tmp_path, "id,name,kind,x_staff", "new,New,Company,7.5"))
    for network in (Network.of(store), Network.of(store, evidence=False)):
        assert network.own_columns["x_staff"] == "decimal number"
        found = {node.id: node.properties.get("x_staff") for node in network.organisations}
        assert found == {"acme": 120, "beta": 9, "kom": None, "new": 7.5}


def test_of_two_claims_on_a_value_the_first_data_set_by_name_stands(
    store: Store, stated: Dataset, tmp_path: Path
) -> None:
    second = other(tmp_path, "id,name,kind,x_topic,x_new", "acme,Acme,Company,water,1", name="aaa")
    store.load(stated)
    store.load(second)
    properties = Network.of(store, evidence=False).organisation("acme").properties
    assert (properties["x_topic"], properties["x_staff"], properties["x_new"]) == ("water", 120, 1)
    assert verify(store, stated, second).differences == ()
    store.load(replace(second, nodes=()), prune=True)
    properties = Network.of(store).organisation("acme").properties
    assert properties["x_topic"] == "energy"
    assert "x_new" not in properties


def test_a_type_may_change_when_nothing_of_the_old_one_is_left(
    store: Store, stated: Dataset, tmp_path: Path
) -> None:
    store.load(stated)
    fewer = other(tmp_path, "id,name,kind,x_staff", "acme,Acme,Company,many", name="mine")
    with pytest.raises(
        InvalidData, match=r"whole number.*load all tables of the data set with `prune`"
    ):
        store.load(fewer)
    store.load(fewer, prune=True)
    assert verify(store, fewer).differences == ()
    assert store.datasets()[0].columns == ("Organisation.x_staff: text",)
    again = other(tmp_path, "id,name,kind,x_staff", "acme,Acme,Company,5", name="mine")
    store.load(again)
    assert store.datasets()[0].columns == ("Organisation.x_staff: whole number",)


def test_what_a_store_says_of_columns_is_not_trusted(store: Store, stated: Dataset) -> None:
    store.load(stated)
    store.query(
        "MATCH (d:Dataset) SET d.columns = d.columns + "
        "['Organisation.x_a` AS b MATCH (n) DETACH DELETE n //: text', 'Organisation.hash: text']",
        write=True,
    )
    network = Network.of(store, evidence=False)
    assert [each.id for each in network.organisations] == ["acme", "beta", "kom"]
    assert "hash" not in network.own_columns
