"""A network read from a store, in full or for analysis, is the one of the data set loaded."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import numpy as np
import pytest

from graphkit.metrics import rank
from graphkit.model import LABELS, RELATIONS, Dataset, Fact, Node, StoreError, UsageError
from graphkit.network import Network, explain, summarise
from graphkit.store import Store, verify
from graphkit.store.base import Readable
from graphkit.store.neo4j.transactions import Rows, Work
from tests.generated import generated
from tests.neo4j_servers import Neo4j
from tests.neo4j_versions import VERSIONS_IN_TURN
from tests.networks import dataset
from tests.store_places import ON_NEO4J, Neo4jPlace, rich_dataset

pytestmark = VERSIONS_IN_TURN

ODD = dataset(
    {"ż 1": "Company", "\U0001f422": "Cluster", 'O\'Neill "A"': "Company", "a,b": "University"},
    signed=[("ż 1", "x"), ("a,b", "x", {"note": "one\ntwo\u2028three \\u0001"})],
    members=[("ż 1", "\U0001f422")],
    ties=[
        ("ż 1", "a,b", {"weight": 2.5}),
        ("ż 1", 'O\'Neill "A"', {"weight": 3.0}),
        ("a,b", 'O\'Neill "A"'),
    ],
)
DATASETS = {
    "generated": generated,
    "rich": rich_dataset,
    "odd": lambda: ODD,
    "no facts": lambda: dataset("a b"),
    "nothing": lambda: Dataset.of("test", [], []),
}


@pytest.fixture(params=DATASETS)
def stated(request: pytest.FixtureRequest) -> Dataset:
    made: Dataset = DATASETS[request.param]()
    return made


def test_a_network_read_in_full_is_the_data_sets_own(store: Store, stated: Dataset) -> None:
    store.load(stated)
    expected, network = Network.of(stated), Network.of(store)
    assert columns(network) == columns(expected)
    assert network.organisations == expected.organisations
    assert network.nodes == expected.nodes
    assert network.facts.stated == expected.facts.stated
    assert network.context == expected.context


def test_a_network_read_for_analysis_has_the_same_numbers(store: Store, stated: Dataset) -> None:
    store.load(stated)
    expected, network = Network.of(stated), Network.of(store, evidence=False)
    assert columns(network) == columns(expected)
    assert called(network) == called(expected)
    assert network.counts() == expected.counts()
    for words in ({}, {"at": "2010", "weight": "newman"}, {"status": "stated", "kind": "Company"}):
        here, there = network.select(**words), expected.select(**words)
        assert columns(here) == columns(there)
        assert here.two_mode.groups == there.two_mode.groups
        assert np.array_equal(here.two_mode.members, there.two_mode.members)
        assert np.array_equal(here.two_mode.weights, there.two_mode.weights)
        if stated.nodes:
            ranks, wanted = rank(here, "degree"), rank(there, "degree")
            assert [node.id for node in ranks.organisations] == [
                node.id for node in wanted.organisations
            ]


@ON_NEO4J
def test_few_statements_read_all_of_a_server(
    neo4j_526: Neo4j, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One for all nodes and one for all facts, whatever labels and types there are."""
    asked, do = [], Work.do

    def counting(self: Work) -> Rows:
        asked.append(self._text)
        return do(self)

    neo4j_526.clear()
    stated = rich_dataset()
    with Neo4jPlace(neo4j_526).open() as store:
        store.load(stated)
        # Another program's node of two labels is read under both.
        store.query("CREATE (:Organisation:Place {id: 'both', name: 'Both'})", write=True)
        whole = store.at_once((*LABELS, *RELATIONS))
        for label in LABELS:
            assert list(whole.nodes(label)) == list(store.nodes(label))
        for relation in RELATIONS:
            assert list(whole.facts(relation)) == list(store.facts(relation))
        assert "both" in {node.id for node in store.nodes("Place")}
        store.query("MATCH (n {id: 'both'}) DELETE n", write=True)
        assert "both" not in {node.id for node in whole.nodes("Place")}  # asked again, read again
        monkeypatch.setattr(Work, "do", counting)
        assert store.load(stated).facts.unchanged == len(stated.facts)
        for read in (lambda: verify(store), lambda: Network.of(store)):
            asked.clear()
            read()
            assert 2 < len(asked) < 10, asked


def test_a_network_outlives_its_store(store: Store) -> None:
    store.load(ODD)
    network = Network.of(store)
    store.close()
    reasons = explain(network, network.organisation("a,b")).reasons
    notes = {statement.note for reason in reasons for statement in reason.member.statements}
    assert notes == {"", "one\ntwo\u2028three \\u0001"}


def test_a_network_read_for_analysis_says_that_it_cannot_be_opened(store: Store) -> None:
    store.load(ODD)
    network = Network.of(store, evidence=False)
    for ask in (
        lambda: explain(network, network.organisation("a,b")),
        lambda: summarise(network.select(layer="tie")),
    ):
        with pytest.raises(UsageError, match="read without evidence"):
            ask()


def test_what_is_deleted_with_its_node_is_not_read(store: Store) -> None:
    store.load(ODD)
    store.query("MATCH (n:Organisation {id: 'a,b'}) DETACH DELETE n", write=True)
    assert [fact.end[1] for fact in store.facts("COLLABORATES_WITH")] == ['O\'Neill "A"']
    for evidence in (True, False):
        facts = Network.of(store, evidence=evidence).facts
        assert sorted(facts.layer.tolist()) == [0, 1, 3]


def test_statuses_weights_and_dates_are_read_by_column(store: Store) -> None:
    """Worked out by hand; what is absent is "stated", 1 and 0."""
    store.load(
        dataset(
            "a b c",
            ties=[
                ("a", "b", {"weight": 2.5, "status": "disputed", "start": "2014-11-07"}),
                ("a", "c"),
            ],
        )
    )
    read = store.fact_columns("COLLABORATES_WITH")
    first, second = np.argsort(read.end)
    assert [read.status[first], read.status[second]] == ["disputed", "stated"]
    assert [read.weight[first], read.weight[second]] == [2.5, 1.0]
    assert [read.days["startFrom"][first], read.days["startFrom"][second]] == [735544, 0]
    assert not any(read.sources)
    assert set(read.datasets) == {("test",)}


FOREIGN = (
    "CREATE (:Organisation {name: 'Acme'})",
    "CREATE (:Declaration {name: 'nameless'})",
    "MATCH (a:Organisation {id: 'a'}), (b:Organisation {id: 'b'}) "
    "CREATE (a)-[:COLLABORATES_WITH]->(b), (a)-[:MEMBER_OF]->(b), (a)-[:PART_OF]->(b)",
    "MATCH (a:Organisation {id: 'a'}), (b:Organisation {name: 'Acme'}) "
    "CREATE (a)-[:COLLABORATES_WITH {id: 'to nobody'}]->(b), (b)-[:PART_OF {id: 'nobodys'}]->(a)",
    "MATCH (a:Organisation {id: 'a'}), (d:Declaration {id: 'x'}) "
    "CREATE (d)-[:SIGNED {id: 'reversed'}]->(a), (a)-[:CONCERNS {id: 'backwards'}]->(d)",
    "CREATE (:Other {name: 'no label of ours'})-[:SIGNED {id: 'strange'}]->(:Stranger)",
)
"""What graphkit would not have stated."""


def test_what_graphkit_would_not_have_stated_is_not_read(store: Store) -> None:
    stated = dataset("a b", signed=[("a", "x"), ("b", "x")], ties=[("a", "b")])
    store.load(stated)
    for text in FOREIGN:
        store.query(text, write=True)
    expected = Network.of(stated)
    for evidence in (True, False):
        network = Network.of(store, evidence=evidence)
        assert columns(network) == columns(expected)
        assert called(network) == called(expected)
        assert network.context == ()
    assert [node.id for node in store.nodes("Declaration")] == ["x"]
    summarise(Network.of(store))
    store.load(stated)


def test_values_that_graphkit_would_not_have_stated_are_read_alike(store: Store) -> None:
    """A day out of Python's years is no day; an empty text is no source."""
    store.load(dataset("a b"))
    for key, stated in (("1", "sourceIds: ''"), ("2", "sourceIds: ['s']"), ("3", "weight: 'much'")):
        store.query(
            "MATCH (a:Organisation {id: 'a'}), (b:Organisation {id: 'b'}) "
            f"CREATE (a)-[:COLLABORATES_WITH {{id: $key, {stated}}}]->(b)",
            {"key": key},
            write=True,
        )
    store.query(
        "MATCH (a:Organisation {id: 'a'}), (b:Organisation {id: 'b'}) CREATE (a)-"
        "[:COLLABORATES_WITH {id: '4', startFrom: date('2014-11-07') + duration('P55000Y')}]->(b)",
        write=True,
    )
    for evidence in (True, False):
        facts = Network.of(store, evidence=evidence).facts
        assert facts.id == ("1", "2", "3", "4")
        assert facts.sources == ((), ("s",), (), ())
        assert facts.weight.tolist() == [1, 1, 1, 1]
        assert not facts.bounds.dated().any()


@pytest.mark.parametrize(
    ("evidence", "gone"), [(True, "b"), (False, "b"), (True, "x"), (False, "x"), (True, "town")]
)
def test_what_is_removed_while_it_is_read_is_said(
    store: Store, monkeypatch: pytest.MonkeyPatch, evidence: bool, gone: str
) -> None:
    stated = dataset("a b", signed=[("b", "x")])
    town = Node("Place", "town", {"name": "Town"})
    lies = Fact("LOCATED_IN", "lies", ("Organisation", "a"), ("Place", "town"), {})
    store.load(Dataset.of("test", [*stated.nodes, town], [*stated.facts, lies]))
    reads = store.at_once

    def at_once(names: Iterable[str]) -> Readable:
        found = reads(names)
        for read in ("nodes", "named"):
            whole = getattr(found, read)
            pruned = partial(lambda whole, label: (n for n in whole(label) if n.id != gone), whole)
            monkeypatch.setattr(found, read, pruned)
        return found

    monkeypatch.setattr(store, "at_once", at_once)
    with pytest.raises(StoreError, match="the store changed while it was read; try again"):
        Network.of(store, evidence=evidence)


@pytest.mark.parametrize("evidence", [True, False])
def test_a_status_that_is_none_is_said_with_its_fact(store: Store, evidence: bool) -> None:
    store.load(dataset("a b", ties=[("a", "b")]))
    (fact,) = store.facts("COLLABORATES_WITH")
    store.query("MATCH ()-[r:COLLABORATES_WITH]->() SET r.status = 'maybe'", write=True)
    with pytest.raises(StoreError, match=rf"{fact.id} has the status 'maybe', .* stated, inferred"):
        Network.of(store, evidence=evidence)


def test_names_of_no_label_and_no_relation_are_refused(store: Store) -> None:
    store.load(ODD)
    with pytest.raises(UsageError, match="Nothing is not a label"):
        store.named("Nothing")
    with pytest.raises(UsageError, match="NOTHING is not a relationship type"):
        store.fact_columns("NOTHING")


def columns(network: Network) -> dict[str, object]:
    """All that counting and selecting run on."""
    facts = network.facts
    return {
        "id": facts.id,
        "group": facts.group,
        "layer": facts.layer.tolist(),
        "status": facts.status.tolist(),
        "ends": (facts.organisation.tolist(), facts.other.tolist()),
        "weight": facts.weight.tolist(),
        "days": facts.bounds.days.tolist(),
        "sources": facts.sources,
        "datasets": [facts.dataset_sets[each] for each in facts.stating.tolist()],
        "standing": network.standing.tolist(),
        "wholes": network.wholes.tolist(),
        "bodies": network.bodies,
    }


def called(network: Network) -> list[tuple[object, ...]]:
    nodes = [*network.organisations, *sorted(network.nodes.values(), key=lambda node: node.id)]
    return [
        (node.label, node.id, node.kind, node.name, node.properties.get("sector")) for node in nodes
    ]
