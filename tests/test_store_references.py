"""A second data set that refers to organisations which a store holds from an earlier one.

The expected network is by hand: Diana Utility and Z Firm are members of the Water Association.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.model import InvalidData, Node
from graphkit.sources import read_files
from graphkit.sources.known_organisations import KnownOrganisations
from graphkit.sources.problem_texts import Fault
from graphkit.store import open_store, verify
from tests.commands import graphkit
from tests.sources_tables import write

FIRST = """\
id,name,kind,aliases,krs,website
diana,Diana Utility,PublicBody,,0000028860,https://diana.example
wa,Water Association,Association,WA,,
"""
SECOND = "id,name,kind\nz,Z Firm,Company\n"
MEMBERS = "member,group\nDiana Utility,WA\nz,wa\n"


def known(*nodes: Node) -> KnownOrganisations:
    return KnownOrganisations(nodes, "second")


def organisation(key: str, name: str, **properties: object) -> Node:
    given = {"name": name, "status": "stated", "datasets": ["first"], **properties}
    return Node("Organisation", key, given, "Company")  # type: ignore[arg-type]


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    write(tmp_path / "first", {"organisations": FIRST})
    write(tmp_path / "second", {"organisations": SECOND, "memberships": MEMBERS})
    return tmp_path


def test_a_second_data_set_refers_to_organisations_of_the_first(folders: Path) -> None:
    assert graphkit("check", "second", cwd=folders).returncode == 3
    assert graphkit("load", "first", cwd=folders).returncode == 0
    checked = graphkit("check", "second", "--store", "graphkit-store", cwd=folders)
    assert checked.returncode == 0
    said = "2 names refer to organisations of the store: 'Diana Utility' is diana, 'WA' is wa\n"
    assert checked.stderr == said
    loaded = graphkit("load", "second", cwd=folders)
    assert (loaded.returncode, loaded.stderr) == (0, said)
    assert "second: nodes: 3 added" in loaded.stdout
    assert graphkit("verify", "second", cwd=folders).returncode == 0
    again = graphkit("load", "second", cwd=folders)
    assert "nodes: 0 added, 0 changed, 3 unchanged" in again.stdout

    write(folders / "first", {"organisations": "id,name,kind\nother,Other,Company\n"})
    assert graphkit("load", "first", "--prune", cwd=folders).returncode == 0
    with open_store(folders / "graphkit-store", read_only=True) as store:
        kept = {node.id: node for node in store.nodes("Organisation")}
        facts = {(fact.start[1], fact.end[1]) for fact in store.facts("MEMBER_OF")}
        assert not verify(store).differences
    assert facts == {("diana", "wa"), ("z", "wa")}
    assert sorted(kept) == ["diana", "other", "wa", "z"]
    assert (kept["diana"].name, kept["diana"].kind) == ("Diana Utility", "PublicBody")
    assert "website" not in kept["diana"].properties  # the first data set alone stated it
    again = graphkit("load", "second", cwd=folders)
    assert "nodes: 0 added, 0 changed, 3 unchanged" in again.stdout
    assert graphkit("info", cwd=folders).returncode == 0


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("a", "a"),
        ("Alpha", "a"),
        (" ALPHA  ", "a"),
        ("AL", "a"),
        ("krs:28860", "a"),
        ("KRS: 0000028860", "a"),
        ("0000028860", "a"),
        ("gamma", None),
        ("krs:1", None),
    ],
)
def test_a_reference_is_an_id_an_identifier_or_a_name(text: str, key: str | None) -> None:
    store = known(organisation("a", "Alpha", aliases=["AL"], krs="0000028860"))
    found = store.find(text)
    assert (found and found.id) == key


def test_a_name_of_two_organisations_of_the_store_is_told() -> None:
    with pytest.raises(Fault) as raised:
        known(organisation("a", "Alpha"), organisation("b", "alpha")).find("Alpha")
    assert raised.value.what == "'Alpha' is the name of 2 organisations in the store"
    assert raised.value.cure == "write one id: a, b"


def test_what_the_data_set_alone_has_stated_is_not_known() -> None:
    own = organisation("z", "Z Firm", datasets=["second"])
    assert known(own).find("z") is None


def test_the_same_organisation_under_another_id_is_told(tmp_path: Path) -> None:
    text = "id,name,kind,krs\ndu,DIANA UTILITY,PublicBody,\nx,Another,Company,28860\n"
    folder = write(tmp_path / "second", {"organisations": text})
    store = [
        organisation("diana", "Diana Utility"),
        organisation("firm", "Firm", krs="0000028860"),
    ]
    found = read_files([folder], known=store)
    assert found.remarks == (
        "'DIANA UTILITY' is du here and diana in the store; if they are the same organisation, "
        "use that id",
        "x has the KRS 0000028860 of firm in the store; if they are the same organisation, use "
        "that id",
    )
    assert [node.id for node in found.dataset.nodes] == ["du", "x"]


def test_a_table_of_organisations_is_not_needed_beside_a_store(tmp_path: Path) -> None:
    folder = write(tmp_path / "second", {"memberships": "member,group\na,b\n"})
    found = read_files([folder], known=[organisation("a", "A"), organisation("b", "B")])
    assert [node.id for node in found.dataset.nodes] == ["a", "b"]
    with pytest.raises(InvalidData) as raised:
        read_files([folder])
    assert "the table organisations is missing" in [each.what for each in raised.value.problems]
