"""Decisions in both stores, held to what the same loads and decisions give in memory."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from graphkit.model import LABELS, RELATIONS, Dataset, InvalidData, StoreUnavailable
from graphkit.names import Decision
from graphkit.network import Network
from graphkit.store import Store, open_store, plan, verify
from graphkit.store.neo4j.announced import Announced
from tests.memory_graph import Crash, MemoryGraph
from tests.neo4j_versions import VERSIONS_IN_TURN
from tests.store_places import Place
from tests.test_store_identities import data_set, some_decisions

pytestmark = VERSIONS_IN_TURN
SEED = 456
"""It makes data sets and decisions by which one organisation after another stands for several."""


def dump(store: Store) -> tuple[dict[Any, Any], dict[Any, Any]]:
    whole = store.at_once((*LABELS, *RELATIONS))
    nodes = [node for label in LABELS for node in whole.stored_nodes(label)]
    facts = [fact for relation in RELATIONS for fact in whole.stored_facts(relation)]
    return (
        {(each.label, each.id): (sorted(each.labels), each.properties) for each in nodes},
        {(each.relation, each.id): (each.start, each.end, each.properties) for each in facts},
    )


def expected(graph: MemoryGraph) -> tuple[dict[Any, Any], dict[Any, Any]]:
    nodes, facts = graph.dump()
    return {key: it for key, it in nodes.items() if key[0] in LABELS}, facts


def test_both_stores_do_what_the_graph_in_memory_does(store: Store) -> None:
    chance = Random(SEED)
    graph = MemoryGraph()
    one, two, later = (data_set(chance, name) for name in ("one", "two", "one"))
    decisions = some_decisions(chance)
    for each in (graph, store):
        each.load(one)
        each.decide(decisions[:2])
        each.load(two)
        each.decide(decisions[2:])
    assert dump(store) == expected(graph)
    assert verify(store, one, two).differences == ()
    assert [each for each in decisions if each not in store.decisions()] == []
    for each in (graph, store):
        each.load(later, prune=True)
        each.decide(withdraw=[decisions[0].pair])
    assert dump(store) == expected(graph)
    chain = [
        Decision("p", "q", "same"),
        Decision("q", "r", "same"),
        Decision("r", "p", "different"),
    ]
    with pytest.raises(InvalidData, match="r = q, q = p, but r ≠ p"):
        store.decide(chain)
    assert dump(store) == expected(graph)


def test_a_tampered_fold_is_found_and_put_right_by_the_next_load(store: Store) -> None:
    chance = Random(SEED)
    dataset = data_set(chance, "one")
    first, second = sorted(node.id for node in dataset.nodes if node.label == "Organisation")[:2]
    store.load(dataset)
    store.decide([Decision(second, first, "same")])
    before = dump(store)
    whose = f"MATCH (o:Organisation {{id: '{second}'}}) "
    for change in ("SET o.joined = ['{']", "SET o.name = 'Forged'", "SET o.statedIds = ['x']"):
        store.query(whose + change, write=True)
        found = verify(store).differences
        assert ("Organisation", second) in {(each.item, each.id) for each in found}
        store.load(dataset)
        assert (dump(store), verify(store).differences) == (before, ())
    # What somebody adds is nobody's, and stays.
    store.query(f"{whose}SET o.score = 5", write=True)
    assert verify(store).differences == ()
    store.decide(withdraw=[(first, second)])
    assert store.query(f"{whose}RETURN o.score AS score, o.joined AS joined").rows == ((5, None),)


def test_decisions_that_break_off_on_a_server_are_completed_by_any_load(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "Embedded" in type(place).__name__:
        pytest.skip("the embedded store changes a copy, which takes its place at the end")
    chance = Random(SEED)
    datasets = [data_set(chance, name) for name in ("one", "two")]
    keys = [node.id for node in datasets[0].nodes if node.label == "Organisation"]
    decisions = [Decision(keys[0], each, "same") for each in keys[1:]]
    graph = MemoryGraph()
    for dataset in datasets:
        graph.load(dataset)
    graph.decide(decisions)
    whole = graph.dump()
    original = Announced._send
    left = 2  # the decisions are there, and no fold

    def send(self: Announced) -> None:
        nonlocal left
        if self._waiting:
            left -= 1
        if left == 0:
            raise Crash
        original(self)

    with place.open() as store:
        for dataset in datasets:
            store.load(dataset)
        monkeypatch.setattr(plan, "BATCH", len(decisions))
        monkeypatch.setattr(Announced, "_send", send)
        with pytest.raises(Crash):
            store.decide(decisions)
        monkeypatch.undo()
        with pytest.raises(StoreUnavailable, match="a decision about organisations, begun"):
            Network.of(store)
        store.load(datasets[1])
        assert dump(store) == ({k: v for k, v in whole[0].items() if k[0] in LABELS}, whole[1])
        assert [each.name for each in store.datasets()] == ["one", "two"]
        assert verify(store).differences == ()


def test_a_store_must_be_there_and_open_for_writing(tmp_path: Any) -> None:
    with open_store(tmp_path / "store") as store:
        with pytest.raises(StoreUnavailable, match="load data first"):
            store.decide([Decision("a", "b", "same")])
        store.load(Dataset.of("empty", [], []))
        assert store.decide([Decision("a", "b", "same")]).unknown == ("a", "b")
    with open_store(tmp_path / "store", read_only=True) as store:
        assert [each.left for each in store.decisions()] == ["a"]
