"""Files read by mappings that name organisations which a store holds from another data set.

The expected organisations and facts are by hand.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.model import Dataset, Node
from graphkit.sources import FilesRead, read_files
from graphkit.store import Store, open_store, shared_nodes, verify
from tests.commands import graphkit
from tests.neo4j_versions import VERSIONS_IN_TURN
from tests.sources_tables import write
from tests.store_places import Place

pytestmark = VERSIONS_IN_TURN

FIRST = """\
id,name,kind,aliases,krs,website
diana,Diana Utility,PublicBody,,0000028860,https://diana.example
wa,Water Association,Association,WA,,
twin1,Twin,Company,,,
twin2,TWIN,Company,,,
pond,Pond,Company,,,
"""
MEMBERS = """\
Organisation,Association,KRS
DIANA  utility,Water Association,
Renamed since,Forum,0000028860
pond,WA,
Twin,Forum,
Pond.,Forum,
New Firm,wa,
"""
EDGES = {
    ("diana", "wa"),
    ("diana", "forum"),
    ("pond", "wa"),
    ("twin", "forum"),
    ("pond-44583f", "forum"),  # another organisation, which must not take the id of Pond
    ("new-firm", "wa"),
}


def read(store: Store, path: Path, name: str = "second") -> FilesRead:
    return read_files(
        [path], yes=True, save=False, dataset=name, known=tuple(store.nodes("Organisation"))
    )


def edges(dataset: Dataset) -> set[tuple[str, str]]:
    return {(fact.start[1], fact.end[1]) for fact in dataset.facts if fact.layer == "membership"}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    write(tmp_path / "first", {"organisations": FIRST})
    (tmp_path / "members.csv").write_text(MEMBERS, encoding="utf-8")
    return tmp_path


def test_a_file_names_organisations_of_another_data_set(place: Place, files: Path) -> None:
    with place.open() as store:
        store.load(read_files([files / "first"]).dataset)
        found = read(store, files / "members.csv")
        assert edges(found.dataset) == EDGES
        assert store.load(found.dataset).nodes.added == 8  # with the source and the new ones
        held = {node.id: node for node in store.nodes("Organisation")}
        assert sorted(held["diana"].properties["datasets"]) == ["first", "second"]
        assert (held["diana"].kind, held["pond"].kind) == ("PublicBody", "Company")
        again = store.load(read(store, files / "members.csv").dataset)
        assert (again.nodes.unchanged, again.facts.unchanged) == (8, 6)
        assert not verify(store, found.dataset).differences

        # The first data set is emptied: what the second names keeps its id.
        write(files / "first", {"organisations": "id,name,kind\nother,Other,Company\n"})
        store.load(read_files([files / "first"]).dataset, prune=True)
        found = read(store, files / "members.csv")
        again = store.load(found.dataset)
        assert (again.nodes.added, again.facts.added, again.facts.changed) == (0, 0, 0)
        assert edges(found.dataset) == EDGES


def test_matches_by_name_are_counted(files: Path) -> None:
    assert graphkit("load", "first", cwd=files).returncode == 0
    store = ("--store", "graphkit-store")
    checked = graphkit("check", "members.csv", *store, cwd=files)
    assert checked.returncode == 0
    said = checked.stderr.splitlines()
    assert (
        "3 names refer to organisations of the store: 'DIANA utility' is diana, 'WA' is wa, "
        "'Water Association' is wa"
    ) in said
    assert (
        "'Twin' is twin here and twin1 in the store; if they are the same organisation, use that id"
    ) in said
    loaded = graphkit("load", "members.csv", "--yes", cwd=files)
    assert loaded.returncode == 0
    assert {*said[1:]} <= {*loaded.stderr.splitlines()}
    assert graphkit("verify", "members.csv", cwd=files).returncode == 0


def test_an_official_number_that_differs_tells_namesakes_apart(tmp_path: Path) -> None:
    path = tmp_path / "members.csv"
    path.write_text("Member,Group,KRS\nDiana,Forum,0000000001\n", encoding="utf-8")
    diana = {"name": "Diana", "krs": "0000028860", "status": "stated", "datasets": ["first"]}
    store = [Node("Organisation", "diana", diana, "Company")]
    found = read_files([path], yes=True, save=False, known=store)
    assert edges(found.dataset) == {("krs-0000000001", "forum")}


def test_two_names_of_one_organisation_of_the_store_are_one(tmp_path: Path) -> None:
    path = tmp_path / "members.csv"
    path.write_text("Member,Group\nKOM,Forum\nKlaster,Forum\n", encoding="utf-8")
    kom = {"name": "Klaster", "aliases": ["KOM"], "status": "stated", "datasets": ["first"]}
    store = [Node("Organisation", "k", kom, "Cluster")]
    found = read_files([path], yes=True, save=False, known=store)
    names = {node.id: node.name for node in found.dataset.nodes if node.label == "Organisation"}
    assert (edges(found.dataset), names) == ({("k", "forum")}, {"k": "Klaster", "forum": "Forum"})


def test_an_own_kind_of_the_store_is_kept_by_files_that_state_none(tmp_path: Path) -> None:
    write(
        tmp_path / "m",
        {
            "kinds": "id,name\nUnion,Trade union\n",
            "organisations": "id,name,kind\nalpha,Alpha,Union\n",
        },
    )
    (tmp_path / "forum.csv").write_text("Organisation,Since\nAlpha,2014\n", encoding="utf-8")
    with open_store(tmp_path / "store") as store:
        store.load(read_files([tmp_path / "m"]).dataset)
        known = (*store.nodes("Organisation"), *store.nodes("Kind"))
        found = read_files([tmp_path / "forum.csv"], yes=True, save=False, dataset="a", known=known)
        store.load(found.dataset)
        held = {node.id: node.kind for node in store.nodes("Organisation")}
        assert held["alpha"] == "Union"


def test_names_of_data_sets_that_share_a_number_are_all_kept(tmp_path: Path) -> None:
    first = Node("Organisation", "rwth", {"name": "RWTH Aachen", "aliases": ["RWTH"]}, "University")
    (tmp_path / "b.csv").write_text(
        "Organisation,Since,ROR\nRWTH Aachen University,2014,04xfq0f34\n", encoding="utf-8"
    )
    stored = {**first.properties, "ror": "04xfq0f34", "status": "stated", "datasets": ["a"]}
    known = [Node("Organisation", "rwth", stored, "University")]
    found = read_files([tmp_path / "b.csv"], yes=True, save=False, dataset="b", known=known)
    assert (
        "1 new name with the official number of an organisation of the store: "
        "'RWTH Aachen University' is rwth"
    ) in found.remarks
    (second,) = (node for node in found.dataset.nodes if node.id == "rwth")
    claims = {
        "a": (first.kind, first.properties),
        "b": ("Other", second.properties),
    }
    kind, stated = shared_nodes.standing(claims)
    assert (kind, stated["name"]) == ("University", "RWTH Aachen")
    assert stated["aliases"] == ["RWTH", "RWTH Aachen University"]


def test_a_file_with_another_name_of_a_known_number_loads_again_unchanged(tmp_path: Path) -> None:
    for data, name in (("b", "RWTH Aachen"), ("a", "RWTH Aachen University")):
        path = tmp_path / f"{data}.csv"
        path.write_text(f"Member,Forum,ROR\n{name},F,04xfq0f34\n", encoding="utf-8")
    with open_store(tmp_path / "store") as store:
        store.load(read_files([tmp_path / "b.csv"], yes=True, save=False).dataset)
        store.load(read(store, tmp_path / "a.csv", "a").dataset)
        again = store.load(read(store, tmp_path / "a.csv", "a").dataset)
        assert (again.nodes.added, again.nodes.changed) == (0, 0)
