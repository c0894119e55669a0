"""What others write into a store: a load restores what data sets state, and leaves the rest alone.

Each test changes a store by Cypher, as anyone can who may write to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graphkit.model import Dataset, Fact, Node, date_properties, lifetime_properties
from graphkit.store import Changes, Store, open_store
from graphkit.store.embedded import scan
from tests.commands import graphkit
from tests.neo4j_versions import VERSIONS_IN_TURN
from tests.store_places import Place, held, rich_dataset, typed

pytestmark = VERSIONS_IN_TURN

NODES = [
    Node("Organisation", "kom", {"name": "Kom", "aliases": ["K"], "share": 0.5}, "Cluster"),
    Node(
        "Organisation",
        "a",
        {"name": "Alfa", "founded": "1999", **lifetime_properties("1999", None)},
        "Company",
    ),
    Node("Organisation", "b", {"name": "Beta"}, "Company"),
    Node("Place", "x", {"name": "X"}),
]
A, B, KOM = (("Organisation", name) for name in ("a", "b", "kom"))
DATED = date_properties("2014", None, "2015-03")
FACTS = [
    Fact("MEMBER_OF", "f1", A, KOM, {"role": "member", **DATED}),
    Fact("MEMBER_OF", "f2", B, KOM, {"role": "member", "own": 1}),
    Fact("COLLABORATES_WITH", "f3", A, B, {"weight": 2.0}),
]
STATED = Dataset.of("mine", NODES, FACTS)
OTHER = Dataset.of("other", [NODES[0], Node("Organisation", "a", {"name": "Alfa"}, "Park")], [])

CHANGES = {
    "a name": ("MATCH (o:Organisation {id: 'a'}) SET o.name = 'Forged'", 1, 0),
    "a name and the hash": ("MATCH (o {id: 'a'}) SET o.name = 'Forged', o.hash = 'x'", 1, 0),
    "a number that becomes whole": ("MATCH ()-[r {id: 'f3'}]->() SET r.weight = 2", 0, 1),
    "an own column": ("MATCH (o {id: 'kom'}) SET o.share = 0.9", 1, 0),
    "an own column where there was none": ("MATCH (o {id: 'b'}) SET o.share = 0.9", 1, 0),
    "a blank cell that is filled": ("MATCH (o {id: 'b'}) SET o.founded = '1999'", 1, 0),
    "a property that is taken away": ("MATCH (o {id: 'a'}) REMOVE o.founded", 1, 0),
    "all that is stated": ("MATCH (o {id: 'a'}) SET o = {id: 'a'}", 1, 0),
    "data sets": ("MATCH (o {id: 'a'}) SET o.datasets = ['nobody']", 1, 0),
    "a bound": ("MATCH ()-[r {id: 'f1'}]->() SET r.startFrom = date('2013-01-01')", 0, 1),
    "an end": (
        "MATCH (a {id: 'a'}), (:Organisation {id: 'b'})-[r:MEMBER_OF]->(k) "
        "WITH a, k, r, properties(r) AS p DELETE r CREATE (a)-[s:MEMBER_OF]->(k) SET s = p",
        0,
        1,
    ),
    "a fact that is deleted": ("MATCH ()-[r {id: 'f1'}]->() DELETE r", 0, 1),
    "a node that is deleted": ("MATCH (o {id: 'a'}) DETACH DELETE o", 1, 2),
    "a kind": ("MATCH (o:Organisation {id: 'a'}) REMOVE o:Company", 1, 0),
    "what is kept about the data set": ("MATCH (d:Dataset {id: 'mine'}) DELETE d", 0, 0),
}


@pytest.fixture
def store(where: Place) -> Iterator[Store]:
    """A store that holds what `STATED` and `OTHER` state, and nothing else."""
    with where.open() as opened:
        for each in (STATED, OTHER):
            opened.load(each, prune=True)
        yield opened


@pytest.mark.parametrize("what", CHANGES)
def test_a_load_restores(store: Store, what: str) -> None:
    text, nodes, facts = CHANGES[what]
    store.query(text, write=True)
    report = store.load(STATED)
    assert report.nodes.restored == nodes
    assert report.facts.restored == facts
    assert (report.nodes.added, report.nodes.changed) == (0, 0)
    assert (report.facts.added, report.facts.changed) == (0, 0)
    assert typed(held(store, "mine"))[1:3] == typed(STATED)[1:3]
    assert store.load(OTHER).nodes.restored in (0, 1)  # its claim goes with a deleted node
    assert held(store, "mine").facts == STATED.facts
    assert store.load(STATED) == store.load(STATED)
    assert store.load(STATED).nodes == Changes(unchanged=4)


def test_a_change_of_the_tables_is_a_change_and_no_restoring(store: Store) -> None:
    later = Dataset.of("mine", [*NODES[:2], Node("Organisation", "b", {"name": "Bee"}, "Park")], [])
    report = store.load(later)
    assert report.nodes == Changes(changed=1, unchanged=2, unstated=1)
    assert report.facts == Changes(unstated=3)


def test_what_no_data_set_states_survives_every_load(store: Store) -> None:
    for text in (
        "MATCH (o:Organisation {id: 'b'}) SET o.score = 7, o.seen = date('2014-11-07')",
        "MATCH ()-[r:MEMBER_OF {id: 'f2'}]->() SET r.checkedBy = ['me', 'you']",
        "MATCH (a {id: 'a'}), (b {id: 'b'}) CREATE (a)-[:KNOWS {since: 1999}]->(b)",
        "CREATE (:Scribble {text: 'mine'})",
        "MATCH (o:Organisation {id: 'b'}) SET o:Reviewed",
        "MATCH (o:Organisation {id: 'b'}) SET o.name = 'Forged'",
    ):
        store.query(text, write=True)
    store.load(STATED)
    changed = Dataset.of(
        "mine",
        [*NODES[:2], Node("Organisation", "b", {"name": "Bee"}, "Park"), NODES[3]],
        [*FACTS[:1], Fact("MEMBER_OF", "f2", B, KOM, {"role": "partner"}), FACTS[2]],
    )
    report = store.load(changed, prune=True)
    assert (report.nodes.changed, report.facts.changed) == (1, 1)
    found = store.query(
        "MATCH (o:Park:Reviewed {id: 'b'})-[r:MEMBER_OF]->() "
        "RETURN o.name, o.score, toString(o.seen), r.role, r.own, r.checkedBy"
    )
    assert found.rows == (("Bee", 7, "2014-11-07", "partner", None, ["me", "you"]),)
    assert store.query("MATCH ()-[r:KNOWS]->() RETURN r.since").rows == ((1999,),)
    assert store.query("MATCH (s:Scribble) RETURN s.text").rows == (("mine",),)
    for text in (
        "MATCH (s:Scribble) DELETE s",
        "MATCH ()-[r:KNOWS]->() DELETE r",
        "MATCH (o:Organisation {id: 'b'}) REMOVE o.score, o.seen, o:Reviewed",
    ):
        store.query(text, write=True)


def test_what_is_stated_of_every_sort_compares_as_the_same(store: Store) -> None:
    rich = rich_dataset()
    store.load(rich)
    again = store.load(rich)
    assert again.nodes == Changes(unchanged=len(rich.nodes))
    assert again.facts == Changes(unchanged=len(rich.facts))
    store.load(Dataset.of(rich.name, [], []), prune=True)


def test_a_forged_name_is_restored_and_counted(tmp_path: Path) -> None:
    graphkit("init", "tables", "--sample", cwd=tmp_path)
    graphkit("load", "tables", cwd=tmp_path)
    forged = "MATCH (o:Organisation {id: 'arleg'}) SET o.name = 'Forged'"
    graphkit("query", "-", "--write", stdin=forged, cwd=tmp_path)
    graphkit("query", "-", "--write", stdin="MATCH ()-[r:SIGNED]->() DELETE r", cwd=tmp_path)
    said = graphkit("load", "tables", cwd=tmp_path)
    assert "nodes: 0 added, 0 changed, 115 unchanged, 0 removed\n" in said.stdout
    assert "19 had been changed in the store by other means; restored\n" in said.stdout
    assert "Forged" not in graphkit("why", "arleg", cwd=tmp_path).stdout
    assert "other means" not in graphkit("load", "tables", cwd=tmp_path).stdout


def test_what_only_loads_have_written_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An embedded store knows from its marker that nothing else has written to it."""
    path = tmp_path / "store"
    with open_store(path) as store:
        store.load(STATED)
        store.load(OTHER)
    monkeypatch.setattr(scan, "stored_nodes", lambda *_: pytest.fail("read"))
    with open_store(path) as store:
        assert store.load(STATED).nodes == Changes(unchanged=4)
        assert store.load(OTHER).nodes == Changes(unchanged=2)
    monkeypatch.undo()
    with open_store(path) as store:
        store.query("MATCH (o:Organisation {id: 'a'}) SET o.name = 'Forged'", write=True)
    with open_store(path) as store:
        assert store.load(OTHER).nodes == Changes(unchanged=1, restored=1)
    with open_store(path) as store:
        assert store.load(STATED).nodes == Changes(unchanged=4)
