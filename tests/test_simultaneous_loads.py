"""Two loads into one Neo4j server at once, whose transactions take turns in a given order.

Each load has a thread and a connection of its own. A turn is one transaction, reading ones
included, so that the same order gives the same interleaving every time and nothing waits for a
clock. What a store has to hold is what the tables state: `verify` compares it with them.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from unittest import mock

import pytest

from graphkit.model import Dataset, InvalidData, Node, StoreError
from graphkit.names import Decision
from graphkit.network import Network
from graphkit.sources import read_sample
from graphkit.store import Store, plan, verify
from graphkit.store.neo4j.store import Neo4jStore
from tests.neo4j_servers import Neo4j
from tests.neo4j_versions import VERSIONS_IN_TURN
from tests.networks import dataset as made
from tests.store_places import ON_NEO4J, SERVERS, Neo4jPlace, held

pytestmark = [ON_NEO4J, VERSIONS_IN_TURN]

SAMPLE = read_sample()
OVERTAKEN = "another load of the data set sample has started"


@pytest.fixture(autouse=True)
def small_transactions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "BATCH", 25)


ORDERS = pytest.mark.parametrize(
    ("place", "seed"),
    [(version, seed) for seed, version in enumerate([*SERVERS, *SERVERS])],
    indirect=["place"],
)
"""Some orders on each version."""

OLDEST = next(iter(SERVERS))


@pytest.fixture
def place(request: pytest.FixtureRequest) -> Neo4jPlace:
    server: Neo4j = request.getfixturevalue(SERVERS[getattr(request, "param", OLDEST)])
    server.clear()
    return Neo4jPlace(server)


def version(number: int) -> Dataset:
    """The sample without a seventh of its facts, and with other values everywhere else."""
    nodes = [with_property(node, "size", number) for node in SAMPLE.nodes]
    facts = [
        replace(fact, properties={**fact.properties, "remark": f"version {number}"})
        for at, fact in enumerate(SAMPLE.facts)
        if at % 7 != number
    ]
    return Dataset.of(SAMPLE.name, nodes, facts)


def shared(name: str, column: str) -> Dataset:
    """Another data set about the organisations of the sample, with a column of its own."""
    nodes = [
        with_property(node, column, name) for node in SAMPLE.nodes if node.label == "Organisation"
    ]
    facts = [
        replace(fact, id=f"{name} {fact.id}", properties={})
        for fact in SAMPLE.facts
        if fact.start[0] == fact.end[0] == "Organisation"
    ]
    return Dataset.of(name, nodes, facts)


def with_property(node: Node, name: str, value: str | int) -> Node:
    return replace(node, properties={**node.properties, name: value})


class Turns:
    """Whose turn it is: the one that an order names, as long as both are there."""

    def __init__(self, order: Iterable[int]) -> None:
        self._order = iter(order)
        self._there = {0, 1}
        self._changed = threading.Condition()
        self._now = next(self._order)

    @contextmanager
    def turn(self, who: int) -> Iterator[None]:
        """Wait for a turn, take it, and pass on."""
        with self._changed:
            assert self._changed.wait_for(lambda: self._now == who, timeout=60)
            try:
                yield
            finally:
                self._pass_on()

    def leave(self, who: int) -> None:
        """Take no more turns."""
        with self._changed:
            self._there.discard(who)
            if self._now == who:
                self._pass_on()

    def _pass_on(self) -> None:
        following = next(self._order, 0)
        self._now = following if following in self._there else 1 - following
        self._changed.notify_all()


def at_once(
    place: Neo4jPlace, order: Iterable[int], *loads: Callable[[Store], object]
) -> list[Exception | None]:
    """Do two loads at once; gives the errors with which they ended."""
    turns, run = Turns(order), Neo4jStore._run
    errors: list[Exception | None] = [None, None]
    who = threading.local()

    def in_turn(self: Neo4jStore, *given: Any, **how: Any) -> Any:
        if not hasattr(who, "number"):
            return run(self, *given, **how)
        with turns.turn(who.number):
            return run(self, *given, **how)

    def work(number: int, store: Store) -> None:
        who.number = number
        try:
            loads[number](store)
        except Exception as error:
            errors[number] = error
        finally:
            turns.leave(number)

    with (
        place.open() as one,
        place.open() as other,
        mock.patch.object(Neo4jStore, "_run", in_turn),
    ):
        threads = [threading.Thread(target=work, args=pair) for pair in enumerate((one, other))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return errors


def by_chance(seed: int) -> list[int]:
    """An order in which each is some turns ahead of the other, now and then."""
    chance = random.Random(seed)
    return [who for _ in range(200) for who in [chance.randrange(2)] * chance.randrange(1, 9)]


def load(place: Neo4jPlace, *datasets: Dataset) -> None:
    with place.open() as store:
        for each in datasets:
            store.load(each, prune=True)


def check(place: Neo4jPlace, *datasets: Dataset) -> None:
    """The store holds exactly what the tables of these data sets state, and is not announced."""
    with place.open() as store:
        assert verify(store, *datasets).differences == ()
        Network.of(store)
        assert [each.name for each in store.datasets()] == [each.name for each in datasets]
        kept = store.query("MATCH (d:Dataset) UNWIND keys(d) AS key RETURN DISTINCT key").rows
        assert {key for (key,) in kept} == KEPT


KEPT = {"columns", "digest", "facts", "id", "nodes"}


@ORDERS
def test_of_two_loads_of_one_data_set_one_prevails_and_the_other_is_told(
    place: Neo4jPlace, seed: int
) -> None:
    if seed > 1:  # an update
        load(place, version(0))
    versions = version(1), version(2)
    errors = at_once(
        place,
        by_chance(seed),
        lambda store: store.load(versions[0], prune=True),
        lambda store: store.load(versions[1], prune=True),
    )
    (overtaken,) = [number for number, error in enumerate(errors) if error is not None]
    assert isinstance(errors[overtaken], StoreError)
    assert OVERTAKEN in str(errors[overtaken])
    check(place, versions[1 - overtaken])
    load(place, versions[overtaken])  # as the error says
    check(place, versions[overtaken])


@pytest.mark.parametrize("before", [4, 12, 20])
def test_a_load_that_another_has_overtaken_changes_nothing_more(
    place: Neo4jPlace, before: int
) -> None:
    load(place, version(0))
    errors = at_once(
        place,
        [0] * before + [1] * 1000,
        lambda store: store.load(version(1), prune=True),
        lambda store: store.load(version(2), prune=True),
    )
    assert errors[1] is None
    assert OVERTAKEN in str(errors[0])
    check(place, version(2))


@ORDERS
def test_two_loads_of_data_sets_that_share_nodes_keep_the_claims_of_both(
    place: Neo4jPlace, seed: int
) -> None:
    one, two = shared("one", "motto"), shared("two", "size")
    if seed > 1:
        load(place, shared("one", "slogan"))
    errors = at_once(
        place,
        by_chance(seed),
        lambda store: store.load(one, prune=True),
        lambda store: store.load(two, prune=True),
    )
    assert errors == [None, None]
    check(place, one, two)


@ORDERS
def test_nodes_that_one_load_prunes_and_another_states_are_kept(
    place: Neo4jPlace, seed: int
) -> None:
    one = shared("one", "motto")
    load(place, shared("two", "size"))
    errors = at_once(
        place,
        by_chance(seed),
        lambda store: store.load(one),
        lambda store: store.load(Dataset.of("two", [], []), prune=True),
    )
    assert errors == [None, None]
    check(place, one)
    with place.open() as store:
        assert held(store, "one") == one


@pytest.mark.parametrize("seed", range(3))
def test_decisions_and_a_load_at_once_are_both_done(place: Neo4jPlace, seed: int) -> None:
    one, two = shared("one", "motto"), shared("two", "size")
    load(place, one)
    keys = [node.id for node in one.nodes]
    decisions = [Decision(keys[at], keys[at + 1], "same") for at in range(0, 12, 2)]
    errors = at_once(
        place,
        by_chance(seed),
        lambda store: store.load(two),
        lambda store: store.decide(decisions),
    )
    assert errors[0] is None
    if errors[1] is not None:  # the load ended it, and it says what to do
        assert "decide again" in str(errors[1])
        with place.open() as store:
            store.decide(decisions)
    check(place, one, two)
    with place.open() as store:
        assert {each.pair for each in store.decisions()} == {each.pair for each in decisions}
        joined = "MATCH (o:Organisation) WHERE o.joined IS NOT NULL RETURN count(o) AS joined"
        assert store.query(joined).rows == ((6,),)


@pytest.mark.parametrize("there", [False, True], ids=["first load", "update"])
def test_a_load_that_is_refused_before_its_first_change_leaves_no_announcement(
    place: Neo4jPlace, there: bool
) -> None:
    load(place, made("a b"))
    other = made("c d")
    kept = Dataset.of("other", other.nodes, other.facts)
    if there:
        load(place, kept)
    zed = Node("Organisation", "a", {"name": "Zed"}, "Company")
    wrong = Dataset.of("other", [*other.nodes, zed], [])
    with place.open() as store, pytest.raises(InvalidData, match="Zed"):
        store.load(wrong)
    check(place, *([kept] if there else []), made("a b"))


def test_a_load_that_changes_nothing_writes_nothing(place: Neo4jPlace) -> None:
    load(place, version(1))
    run, written = Neo4jStore._run, []

    def watched(self: Neo4jStore, text: str, *given: Any, **how: Any) -> Any:
        if how.get("write"):
            written.append(text)
        return run(self, text, *given, **how)

    with place.open() as store, mock.patch.object(Neo4jStore, "_run", watched):
        store.load(version(1))
    assert written == []
