"""Organisations that are one lie folded in a store, whatever came first and whatever broke off.

What is expected is what the same loads and decisions give in another order, or without a crash.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.model import Dataset, Fact, InvalidData, Node, StoreError, date_properties, fact_id
from graphkit.names import Decision, joined, revised
from graphkit.store.folding import Folded
from graphkit.store.stored import StoredFact
from tests.amounts import examples
from tests.memory_graph import Crash, MemoryGraph

IDS = "abcdef"
KINDS = ("Company", "University", "Other")
chances = st.randoms(use_true_random=False)
Step = Callable[[MemoryGraph], object]


def organisation(chance: Random, key: str) -> Node:
    stated: dict[str, object] = {"name": key.upper()}
    for scheme in chance.sample(["nip", "krs"], chance.choice([0, 0, 1, 2])):
        stated[scheme] = chance.choice("12")
    if chance.random() < 0.3:
        stated |= {"aliases": [f"{key}{key}"], "sourceIds": ["s"], "locators": ["p1"]}
    if chance.random() < 0.3:
        stated |= date_properties(None, None, chance.choice(["2014", "2015-02"]))
    # Both data sets give it one kind: a change of kind that breaks off is another subject.
    return Node("Organisation", key, stated, KINDS[ord(key) % 3])  # type: ignore[arg-type]


def data_set(chance: Random, name: str) -> Dataset:
    """A few organisations and facts between them."""
    keys = chance.sample(IDS, chance.randint(1, 5))
    nodes = [organisation(chance, key) for key in keys]
    nodes.append(Node("Declaration", "d", {"name": "D"}))
    facts = []
    for at in range(chance.randint(0, 6)):
        relation = chance.choice(["MEMBER_OF", "SIGNED", "PART_OF", "SUCCEEDS", "CONCERNS"])
        one, other = (("Organisation", chance.choice(keys)) for _ in range(2))
        declaration = ("Declaration", "d")
        start, end = {"SIGNED": (one, declaration), "CONCERNS": (declaration, one)}.get(
            relation, (one, other)
        )
        key = fact_id(name, relation, [start[1], end[1]], "", at)
        facts.append(Fact(relation, key, start, end, {"status": "stated"}))
    return Dataset.of(name, nodes, facts)


def some_decisions(chance: Random) -> tuple[Decision, ...]:
    """Decisions that do not contradict each other, some about ids that nobody states."""
    kept: tuple[Decision, ...] = ()
    for _ in range(chance.randint(0, 4)):
        left, right = chance.sample(f"{IDS}x", 2)
        verdict = chance.choice(["same", "same", "different", "unsure"])
        try:
            kept = revised(kept, [Decision(left, right, verdict, left_name="L", right_name="R")])
        except InvalidData:
            continue
    return kept


def steps(chance: Random) -> list[Step]:
    """Loads and decisions that may come in any order."""

    def load(dataset: Dataset) -> Step:
        return lambda graph: graph.load(dataset)

    def decide(decision: Decision) -> Step:
        return lambda graph: graph.decide([decision])

    loads = [load(data_set(chance, name)) for name in ("one", "two")]
    return [*loads, *map(decide, some_decisions(chance))]


def after(*steps: Step) -> MemoryGraph:
    graph = MemoryGraph()
    for step in steps:
        step(graph)
    return graph


@settings(max_examples=examples(20), deadline=None)
@given(chances)
def test_the_order_of_loads_and_decisions_does_not_matter(chance: Random) -> None:
    todo = steps(chance)
    graph = after(*todo)
    assert after(*chance.sample(todo, len(todo))).dump() == graph.dump()
    # Nothing is left to be done, and doing it again writes nothing but what the loads keep anyway.
    folded = Folded(graph)
    folded.read_facts()
    assert not folded.differences()
    before, graph.writes = graph.dump(), 0
    for step in todo:
        step(graph)
    assert (graph.dump(), graph.writes) == (before, 0)


@settings(max_examples=examples(20), deadline=None)
@given(chances)
def test_a_decision_that_is_withdrawn_leaves_no_trace(chance: Random) -> None:
    todo = steps(chance)
    decisions = some_decisions(chance)
    graph = after(*todo[:2])
    before = graph.dump()
    graph.decide(decisions)
    graph.decide(withdraw=[(each.right, each.left) for each in decisions])
    assert graph.dump() == before


@settings(max_examples=examples(20), deadline=None)
@given(chances)
def test_pruning_a_data_set_leaves_the_other(chance: Random) -> None:
    todo = steps(chance)
    alone = after(todo[1], *todo[2:]).dump()
    graph = after(*chance.sample(todo, len(todo)))
    graph.load(Dataset.of("one", [], []), prune=True)
    assert graph.dump() == alone


@settings(max_examples=examples(10), deadline=None)
@given(chances)
def test_what_breaks_off_is_completed_by_the_next_load(chance: Random) -> None:
    todo = steps(chance)
    changed = data_set(chance, "one")
    todo.insert(2, lambda graph: graph.load(changed, prune=True))
    whole = after(*todo)
    for left in range(chance.randint(0, 4), whole.writes, 5):
        graph, broken = MemoryGraph(), None
        graph.left = left
        for at, step in enumerate(todo):
            try:
                step(graph)
            except Crash:
                graph.left, broken = None, at
                # The next load may be one of the other data set.
                todo[chance.randint(1, 2) if at > 1 else at](graph)
                step(graph)
        assert broken is not None
        assert graph.dump() == whole.dump()


@settings(max_examples=examples(16), deadline=None)
@given(chances)
def test_a_data_set_in_memory_is_joined_as_in_a_store(chance: Random) -> None:
    dataset, decisions = data_set(chance, "one"), some_decisions(chance)
    graph = after(lambda graph: graph.load(dataset), lambda graph: graph.decide(decisions))
    kept = {"hash", "claims", "datasets", "joined", "id"}
    nodes, facts = graph.dump()
    found = joined(dataset, decisions)
    assert {
        key: ({"kind": labels[0]}, {name: it for name, it in stated.items() if name not in kept})
        for key, (labels, stated) in nodes.items()
        if key[0] == "Organisation"
    } == {
        (node.label, node.id): (
            {"kind": min("Organisation", str(node.kind))},
            dict(node.properties),
        )
        for node in found.nodes
        if node.label == "Organisation"
    }
    assert {
        key: (start, end, {name: it for name, it in stated.items() if name not in kept})
        for key, (start, end, stated) in facts.items()
    } == {
        (fact.relation, fact.id): (fact.start, fact.end, dict(fact.properties))
        for fact in found.facts
    }


def test_what_would_be_lost_is_refused_before_anything_is_written() -> None:
    nodes = [Node("Organisation", key, {"name": key}, "Company") for key in "ab"]
    graph = after(lambda graph: graph.load(Dataset.of("one", nodes, [])))
    ends = ("Organisation", "a"), ("Organisation", "b")
    graph.tied["KNOWS", "k"] = StoredFact("KNOWS", *ends, {"id": "k"})
    before = graph.dump()
    with pytest.raises(StoreError, match=r"organisation b is to be joined .* relationship KNOWS"):
        graph.decide([Decision("a", "b", "same")])
    del graph.tied["KNOWS", "k"]
    graph.held["Organisation", "b"].labels.append("Favourite")
    with pytest.raises(StoreError, match="the label Favourite"):
        graph.decide([Decision("a", "b", "same")])
    graph.held["Organisation", "b"].labels.pop()
    assert graph.dump()[0] == before[0]
