"""`verify`: every change by other means is found, in each store, with and without the tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graphkit.model import Dataset, Fact, Node, dataset_digest, date_properties
from graphkit.store import Store, verify
from tests.commands import graphkit
from tests.neo4j_versions import VERSIONS_IN_TURN
from tests.store_places import Place, rich_dataset
from tests.test_store_tampering import CHANGES, OTHER, STATED

pytestmark = VERSIONS_IN_TURN

WHAT = {
    "a fact that is deleted": {"missing"},
    "a node that is deleted": {"missing"},
    "all that is stated": {"added", "missing"},
}
"""What verifying with the tables finds; "changed" for the others."""

LISTED_WITHOUT_TABLES = set(CHANGES) - {
    "a fact that is deleted",
    "a node that is deleted",
}
"""The changes that leave a node or fact behind which is not as it was loaded; where what is kept
about the data set is gone, so is the list of its own columns.
"""


@pytest.fixture
def store(where: Place) -> Iterator[Store]:
    """A store that holds what `STATED` and `OTHER` state, and nothing else."""
    with where.open() as opened:
        for each in (STATED, OTHER):
            opened.load(each, prune=True)
        yield opened


@pytest.mark.parametrize("what", CHANGES)
def test_it_finds(store: Store, what: str) -> None:
    store.query(CHANGES[what][0], write=True)
    alone, compared = verify(store), verify(store, STATED)
    listed = [each for each in alone.differences if each.item != "Dataset"]
    assert bool(listed) == (what in LISTED_WITHOUT_TABLES)
    assert alone.differences
    found = {each.what for each in compared.differences if each.item != "Dataset"}
    if what == "what is kept about the data set":
        (lost,) = (each for each in alone.differences if each.id == "mine")
        assert (lost.what, lost.item) == ("missing", "Dataset")
        assert lost.detail.endswith("nodes and facts that name it: 7")
    else:
        assert found == WHAT.get(what, {"changed"})


def test_it_finds_nothing_in_what_was_loaded(store: Store) -> None:
    store.load(rich_dataset())
    found = verify(store, rich_dataset(), STATED, OTHER)
    assert found.differences == found.unstated == ()
    assert found.digests == {
        each.name: dataset_digest(each) for each in (STATED, OTHER, rich_dataset())
    }
    assert found.counts["mine"] == (4, 3)
    store.load(Dataset.of("rich", [], []), prune=True)


def test_it_says_what_the_tables_state(store: Store) -> None:
    store.query("MATCH (o:Organisation {id: 'b'}) SET o.name = 'Forged'", write=True)
    (found,) = (each for each in verify(store, STATED).differences if each.item != "Dataset")
    assert (found.dataset, found.item, found.id) == ("mine", "Organisation", "b")
    assert "name is Forged, the tables state Beta" in found.detail


def test_it_finds_what_the_tables_no_longer_state(store: Store) -> None:
    fewer = Dataset.of("mine", STATED.nodes, STATED.facts[1:])
    store.load(fewer)
    assert verify(store).differences == ()
    (found,) = verify(store, fewer).differences
    assert (found.what, found.id) == ("added", STATED.facts[0].id)


def test_it_finds_nodes_and_facts_of_the_vocabulary_that_nobody_states(store: Store) -> None:
    for text in (
        "CREATE (:Place {id: 'nowhere', name: 'Nowhere'})",
        "CREATE (:Company {id: 'not an organisation'})",
        "MATCH (a:Organisation {id: 'a'}), (b:Organisation {id: 'b'}) "
        "CREATE (a)-[:COLLABORATES_WITH {id: 'mine'}]->(b)",
    ):
        store.query(text, write=True)
    found = verify(store)
    assert {(each.what, each.item, each.id) for each in found.differences} == {
        ("added", "Place", "nowhere"),
        ("added", "Company", ""),
        ("added", "COLLABORATES_WITH", "mine"),
    }
    for text in (
        "MATCH (p:Place {id: 'nowhere'}) DELETE p",
        "MATCH (c:Company {id: 'not an organisation'}) DELETE c",
        "MATCH ()-[r {id: 'mine'}]->() DELETE r",
    ):
        store.query(text, write=True)


def test_a_node_where_the_type_cannot_lead_is_no_end(store: Store) -> None:
    store.query(
        "MATCH (a:Organisation {id: 'a'}), (x:Place {id: 'x'}) "
        "CREATE (a)-[:MEMBER_OF {id: 'odd', datasets: ['mine']}]->(x)",
        write=True,
    )
    (found,) = (each for each in verify(store).differences if each.item != "Dataset")
    assert (found.id, found.detail.split(",")[0]) == ("odd", "an end is missing")


def test_bounds_that_contradict_a_date_are_found_though_the_hash_fits(store: Store) -> None:
    wrong = {**date_properties("2014", None, None), "startTo": date_properties("2016", "..", None)}
    wrong["startTo"] = date_properties("2016", None, None)["startTo"]
    nodes = [Node("Place", "p", {"name": "P", **wrong})]
    store.load(Dataset.of("dated", nodes, []))
    (found,) = verify(store).differences
    assert found.detail == "startTo is 2016-12-31, which is not what startDate 2014 means"
    store.load(Dataset.of("dated", [], []), prune=True)


def test_what_nobody_states_is_listed_and_no_difference(store: Store) -> None:
    for text in (
        "MATCH (o:Organisation {id: 'b'}) SET o.score = 7",
        "MATCH ()-[r:MEMBER_OF]->() SET r.checked = true",
        "MATCH (a {id: 'a'}), (b {id: 'b'}) CREATE (a)-[:KNOWS]->(b)",
        "CREATE (:Scribble)",
    ):
        store.query(text, write=True)
    found = verify(store, STATED)
    assert found.differences == ()
    assert found.unstated == (
        ("label", "Scribble", 1),
        ("property", "MEMBER_OF.checked", 2),
        ("property", "Organisation.score", 1),
        ("relationship type", "KNOWS", 1),
    )
    for text in (
        "MATCH (s:Scribble) DELETE s",
        "MATCH ()-[r:KNOWS]->() DELETE r",
        "MATCH (o:Organisation {id: 'b'}) REMOVE o.score",
        "MATCH ()-[r:MEMBER_OF]->() REMOVE r.checked",
    ):
        store.query(text, write=True)


def test_figures_verify_under_every_name_of_their_data_set(store: Store) -> None:
    figure = Node("Figure", "f", {"measure": "members", "value": 40})
    about = Fact("DESCRIBES", "d", ("Figure", "f"), ("Organisation", "a"), {})
    counted = Dataset.of("counted", [figure, OTHER.nodes[0]], [about])
    store.load(counted)
    assert verify(store, counted).differences == ()
    store.query("MATCH (f:Figure {id: 'f'}) SET f.value = 41", write=True)
    assert {each.item for each in verify(store, counted).differences} >= {"Figure", "Dataset"}
    store.load(Dataset.of("counted", [], []), prune=True)


def test_the_command_lists_differences_and_exits_with_5(tmp_path: Path) -> None:
    graphkit("init", "tables", "--sample", cwd=tmp_path)
    loaded = graphkit("load", "tables", cwd=tmp_path)
    digest = loaded.stdout.split()[-1]
    whole = graphkit("verify", "tables", "--format", "csv", cwd=tmp_path)
    assert (whole.returncode, whole.stderr) == (0, "no differences\n")
    assert whole.stdout.splitlines()[1:] == [
        f'digest,tables,Dataset,tables,"{digest}, 116 nodes, 139 facts"'
    ]
    forged = "MATCH (o:Organisation {id: 'arleg'}) SET o.name = 'Forged', o.score = 1"
    graphkit("query", "-", "--write", stdin=forged, cwd=tmp_path)
    for given in ((), ("tables",)):
        found = graphkit("verify", *given, "--format", "csv", cwd=tmp_path)
        assert found.returncode == 5
        assert "\nchanged,tables,Organisation,arleg," in found.stdout
        assert "\nnot stated,,property,Organisation.score,1\n" in found.stdout
        assert found.stderr.startswith("2 differences; ")
    graphkit("load", "tables", cwd=tmp_path)
    assert graphkit("verify", "tables", cwd=tmp_path).returncode == 0
    other = graphkit("verify", "tables", "--dataset", "mine", "--format", "csv", cwd=tmp_path)
    assert other.returncode == 5
    assert "\nmissing,mine,Dataset,mine,the store has no such data set; it has: tables\n" in (
        other.stdout
    )
