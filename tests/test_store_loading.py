"""Loading: what is stated comes back exactly, nothing is written twice, and nobody else's goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphkit.model import Dataset, Fact, GraphkitError, Node, StoreError
from graphkit.store import Changes, Store
from graphkit.store.embedded.store import EmbeddedStore
from tests.amounts import examples
from tests.networks import dataset
from tests.store_places import Place, held, rich_dataset, typed

SMALL = dataset({"kom": "Cluster", "a": "Company", "b": "Company"}, members=[("a", "kom")])


def changed(of: Dataset, key: str, **cells: object) -> Dataset:
    """The data set with other properties of the node or the fact with that id; None removes."""

    def change(item: Node | Fact) -> Node | Fact:
        if item.id != key:
            return item
        properties = {**item.properties, **cells}
        return replace(item, properties={k: v for k, v in properties.items() if v is not None})

    return replace(of, nodes=tuple(map(change, of.nodes)), facts=tuple(map(change, of.facts)))


def test_what_was_loaded_comes_back_exactly(store: Store) -> None:
    stated = rich_dataset()
    store.load(stated)
    assert held(store, "rich") == stated
    assert typed(held(store, "rich")) == typed(stated)


def test_what_was_merged_comes_back_exactly(store: Store) -> None:
    store.load(SMALL)
    stated = rich_dataset()
    store.load(stated)
    assert held(store, "rich") == stated
    assert typed(held(store, "rich")) == typed(stated)
    assert held(store, "test") == SMALL


def test_the_first_load_adds_everything(store: Store) -> None:
    report = store.load(SMALL)
    assert (report.dataset, report.nodes, report.facts) == (
        "test",
        Changes(added=3),
        Changes(added=1),
    )


def test_loading_twice_changes_nothing(store: Store) -> None:
    store.load(rich_dataset())
    report = store.load(rich_dataset())
    assert report.nodes == Changes(unchanged=len(rich_dataset().nodes))
    assert report.facts == Changes(unchanged=len(rich_dataset().facts))


def test_loading_again_after_closing_changes_nothing(place: Place) -> None:
    with place.open() as store:
        store.load(SMALL)
    with place.open() as store:
        assert store.load(SMALL).nodes == Changes(unchanged=3)
        assert held(store, "test") == SMALL


def test_a_changed_cell_changes_one_node(store: Store) -> None:
    store.load(SMALL)
    edited = changed(SMALL, "a", name="Another", sector=None, pic="123")
    assert store.load(edited).nodes == Changes(changed=1, unchanged=2)
    assert held(store, "test") == edited


def test_a_changed_cell_changes_one_fact(store: Store) -> None:
    store.load(SMALL)
    edited = changed(SMALL, SMALL.facts[0].id, role="coordinator", status=None)
    assert store.load(edited).facts == Changes(changed=1)
    assert held(store, "test") == edited


def test_a_changed_kind_keeps_the_facts(store: Store) -> None:
    store.load(SMALL)
    edited = replace(
        SMALL,
        nodes=tuple(
            replace(
                node, kind={"a": "University", "kom": "ClusterInitiative"}.get(node.id, node.kind)
            )
            for node in SMALL.nodes
        ),
    )
    assert store.load(edited).nodes == Changes(changed=2, unchanged=1)
    assert held(store, "test") == edited
    assert store.load(edited).nodes == Changes(unchanged=3)
    found = store.query(
        "MATCH (n:University)-[:MEMBER_OF]->(c:ClusterInitiative) RETURN n.id, c.id"
    )
    assert found.rows == (("a", "kom"),)
    assert store.query("MATCH (n:Cluster) RETURN n.id").rows == ()


def test_what_is_no_longer_stated_is_counted_and_stays(store: Store) -> None:
    store.load(SMALL)
    fewer = dataset({"kom": "Cluster", "a": "Company"})
    report = store.load(fewer)
    assert report.nodes == Changes(unchanged=2, unstated=1)
    assert report.facts == Changes(unstated=1)
    assert held(store, "test") == SMALL


def test_pruning_removes_what_is_no_longer_stated(store: Store) -> None:
    store.load(SMALL)
    fewer = dataset({"kom": "Cluster", "a": "Company"})
    report = store.load(fewer, prune=True)
    assert report.nodes == Changes(unchanged=2, unstated=1, removed=1)
    assert report.facts == Changes(unstated=1, removed=1)
    assert held(store, "test") == fewer
    assert store.query("MATCH (n:Organisation) RETURN count(n)").rows == ((2,),)


def test_a_node_that_two_data_sets_state_is_one_node_of_both(store: Store) -> None:
    store.load(SMALL)
    other = dataset({"kom": "Cluster", "c": "Company"}, members=[("c", "kom")], name="other")
    assert store.load(other).nodes == Changes(added=2)
    shared = next(node for node in store.nodes("Organisation") if node.id == "kom")
    assert shared.properties["datasets"] == ["other", "test"]
    assert store.load(other).nodes == Changes(unchanged=2)


def test_two_data_sets_that_state_the_same_fact_keep_one_each(store: Store) -> None:
    store.load(SMALL)
    store.load(dataset({"kom": "Cluster", "a": "Company"}, members=[("a", "kom")], name="other"))
    assert [fact.properties["datasets"] for fact in store.facts("MEMBER_OF")].count(["test"]) == 1
    assert len(list(store.facts("MEMBER_OF"))) == 2


def test_pruning_takes_nothing_of_another_data_set(store: Store) -> None:
    other = dataset({"kom": "Cluster", "a": "Company"}, members=[("a", "kom")], name="other")
    store.load(SMALL)
    store.load(other)
    report = store.load(Dataset.of("test", [], []), prune=True)
    assert report.nodes == Changes(unstated=3, removed=3)
    assert report.facts == Changes(unstated=1, removed=1)
    assert held(store, "other") == other
    assert held(store, "test") == Dataset("test", (), ())
    assert store.query("MATCH (n:Organisation) RETURN count(n)").rows == ((2,),)


def test_a_node_on_which_a_foreign_fact_hangs_is_not_deleted(store: Store) -> None:
    store.load(SMALL)
    store.query(
        "MATCH (a:Organisation {id: 'a'}), (b:Organisation {id: 'b'}) "
        "CREATE (a)-[:COLLABORATES_WITH {id: 'mine', datasets: ['mine']}]->(b)",
        write=True,
    )
    store.load(Dataset.of("test", [], []), prune=True)
    assert store.query("MATCH (n) RETURN n.id, n.datasets ORDER BY n.id").rows == (
        ("a", []),
        ("b", []),
    )
    assert store.load(SMALL).nodes == Changes(added=3)


def test_an_empty_data_set_can_be_the_first(store: Store) -> None:
    assert store.load(Dataset.of("empty", [], [])).nodes == Changes()
    assert list(store.nodes("Organisation")) == []
    assert store.load(SMALL).nodes == Changes(added=3)


def test_progress_tells_what_is_done_and_of_how_many(store: Store) -> None:
    told: list[tuple[str, int, int]] = []
    store.load(SMALL, progress=lambda *step: told.append(step))
    assert ("nodes", 3, 3) in told
    assert ("facts", 1, 1) in told


@pytest.mark.parametrize("stop", ["comparing", "nodes", "facts"])
def test_an_update_that_is_stopped_is_completed_by_the_next(store: Store, stop: str) -> None:
    def fail(what: str, done: int, _of: int) -> None:
        if what == stop and done:
            raise KeyboardInterrupt

    store.load(SMALL)
    edited = changed(changed(SMALL, "a", name="A2"), SMALL.facts[0].id, role="x")
    with pytest.raises(KeyboardInterrupt):
        store.load(edited, progress=fail)
    store.load(edited)
    assert held(store, "test") == edited


@pytest.mark.parametrize("first", [True, False])
def test_a_number_that_no_store_holds_is_refused(store: Store, first: bool) -> None:
    if not first:
        store.load(SMALL)
    with pytest.raises(GraphkitError, match="64 bits"):
        store.load(changed(SMALL, "a", count=2**63))


def test_infinities_and_days_long_ago_come_back(store: Store) -> None:
    stated = changed(SMALL, "a", share=float("inf"), other=float("-inf"))
    stated = changed(stated, "b", foundedFrom=date(1, 1, 1), foundedTo=date(1582, 10, 10))
    stated = changed(stated, "kom", foundedFrom=date(1969, 12, 31), foundedTo=date(9999, 12, 31))
    store.load(stated)
    assert held(store, "test") == stated


def test_nodes_and_facts_come_in_order_of_id(store: Store) -> None:
    names = " ".join(f"o{number}" for number in (3, 11, 2, 1)) + " Ż a Z"
    stated = dataset(names, ties=[("o3", "a"), ("Ż", "Z"), ("o1", "o2")])
    store.load(stated)
    ids = [node.id for node in store.nodes("Organisation")]
    assert ids == sorted(names.split())
    assert [fact.id for fact in store.facts("COLLABORATES_WITH")] == [f.id for f in stated.facts]


def test_a_write_is_there_afterwards(store: Store) -> None:
    store.load(SMALL)
    written = store.query("CREATE (n:Place {id: 'p'}) RETURN n.id AS id", write=True)
    assert (written.columns, written.rows) == (("id",), (("p",),))
    text = "UNWIND range(1, 20000) AS i CREATE (n:Figure {id: toString(i)}) RETURN n.id AS id"
    assert len(store.query(text, write=True, limit=3).rows) == 3
    assert store.query("MATCH (n:Figure) RETURN count(n)").rows == ((20_000,),)


def test_a_closed_store_is_done(place: Place) -> None:
    store = place.open()
    store.load(SMALL)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.load(SMALL)
    with pytest.raises(StoreError, match="closed"):
        list(store.nodes("Organisation"))


texts = st.text(max_size=6)
properties = st.dictionaries(
    st.sampled_from(["name", "note", "role", "weight", "aliases"]),
    texts | st.floats(allow_nan=False, allow_infinity=False) | st.lists(texts, min_size=1),
    max_size=4,
)


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    """Up to six organisations and up to eight memberships and ties between them."""
    kinds = draw(
        st.dictionaries(
            st.sampled_from("abcdef"), st.sampled_from(["Company", "Cluster", "Other"]), min_size=1
        )
    )
    nodes = [Node("Organisation", key, draw(properties), kind) for key, kind in kinds.items()]
    ends = st.sampled_from(sorted(kinds))
    ties = draw(
        st.dictionaries(
            st.tuples(st.sampled_from(["MEMBER_OF", "COLLABORATES_WITH"]), ends, ends),
            properties,
            max_size=8,
        )
    )
    facts = [
        Fact(relation, f"{start}-{end}", ("Organisation", start), ("Organisation", end), content)
        for (relation, start, end), content in ties.items()
    ]
    return Dataset.of("random", nodes, facts)


def differences(old: tuple[Node | Fact, ...], new: tuple[Node | Fact, ...]) -> Changes:
    """What loading `new` with pruning has to report when the store holds `old`."""

    def by_key(items: tuple[Node | Fact, ...]) -> dict[tuple[str, str], tuple[object, ...]]:
        return {
            (item.label, item.id) if isinstance(item, Node) else (item.relation, item.id): (
                item.kind if isinstance(item, Node) else None,
                sorted((k, type(v), repr(v)) for k, v in item.properties.items()),
            )
            for item in items
        }

    before, after = by_key(old), by_key(new)
    both = before.keys() & after.keys()
    same = sum(before[key] == after[key] for key in both)
    gone = len(before.keys() - after.keys())
    return Changes(len(after.keys() - before.keys()), len(both) - same, same, gone, gone)


def test_loading_is_idempotent_and_its_report_exact(store: Store) -> None:
    @settings(
        max_examples=examples(6 if isinstance(store, EmbeddedStore) else 3),
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(first=datasets(), second=datasets())
    def check(first: Dataset, second: Dataset) -> None:
        store.load(first, prune=True)
        assert held(store, "random") == first
        assert store.load(first).nodes == Changes(unchanged=len(first.nodes))
        report = store.load(second, prune=True)
        assert report.nodes == differences(first.nodes, second.nodes)
        assert report.facts == differences(first.facts, second.facts)
        assert held(store, "random") == second
        assert typed(held(store, "random")) == typed(second)

    check()
