"""What is only planned in the answers of the query library: it is marked, and ties nobody yet.

The oracle of questions about ties is networkx on the network that Python selects, with what is
planned and without it; Cypher shares no code with that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product

import pytest

from graphkit.metrics import documents_and_answers, ratings_of
from graphkit.model import Dataset
from graphkit.network import Network
from graphkit.store import Store, stored_queries
from tests.generated import generated
from tests.networks import dataset
from tests.store_places import EmbeddedPlace
from tests.test_queries import rows

# Questions about figures alone, and about answers of surveys, which no stage has.
NOT_ABOUT_FACTS = {"figures-of", "one-sided-ratings", "ratings-received"}

PLANNED = {"kp", "dp", "pp"}


def small() -> Dataset:
    """The cluster k and the declaration d exist; kp, dp and pp are planned.

    c is in the planned project alone, e in the planned cluster, f in nothing.
    """
    data = dataset(
        {"a": "Company", "b": "University", "c": "Company", "e": "Company", "f": "Company"}
        | {"k": "Cluster", "kp": "Cluster"},
        members=[
            ("a", "k", {"start": "2010", "end": ".."}),
            ("b", "k", {"start": "2010", "end": ".."}),
            ("b", "kp", {"start": "2010", "end": ".."}),
            ("e", "kp", {"observed": "2011"}),
        ],
        signed=[("a", "dp"), ("b", "dp"), ("a", "d"), ("k", "d")],
        took_part=[("b", "pp", {"start": "2010"}), ("c", "pp"), ("a", "pp")],
    )
    nodes = [
        replace(node, properties={**node.properties, "stage": "planned"})
        if node.id in PLANNED
        else node
        for node in data.nodes
    ]
    return Dataset.of("test", nodes, data.facts)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with EmbeddedPlace(tmp_path_factory.mktemp("small") / "store").open() as store:
        store.load(small())
        yield store


@cache
def sparse() -> Dataset:
    """The generated network with all answers and a third of the other facts; one in eight of its
    groups is planned.
    """
    whole = generated()
    answers = {"RATES", "ASKED_IN"}
    kept = [
        fact
        for number, fact in enumerate(whole.facts)
        if number % 3 == 0 or fact.relation in answers
    ]
    return Dataset.of(whole.name, whole.nodes, kept)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with a network of a thousand facts."""
    with EmbeddedPlace(tmp_path_factory.mktemp("large") / "store").open() as store:
        store.load(sparse())
        yield store


@pytest.fixture(scope="module")
def tied() -> dict[str, dict[str, set[str]]]:
    """Who is tied to whom, by what exists ("exclude") and by everything ("include")."""
    network = Network.of(sparse())
    return {
        planned: {
            name: set(others)
            for name, others in network.select(planned=planned, parts="separate")
            .graph()
            .adj.items()
        }
        for planned in ("exclude", "include")
    }


def test_every_question_about_facts_says_what_is_planned() -> None:
    for query in stored_queries():
        columns = {column.name for column in query.columns}
        about = query.name in NOT_ABOUT_FACTS or columns & {"stage", "stages", "planned"}
        assert about, query.name


def test_nothing_planned_is_in_force(asked: Store) -> None:
    day = ("first=2011-06-01", "last=2011-06-01")
    found = {(row[1], row[3]): (row[6], row[-1]) for row in rows(asked, "facts-at", *day)}
    assert found == {
        ("a", "k"): ("in force", None),
        ("b", "k"): ("in force", None),
        ("b", "kp"): ("planned", "planned"),
        ("e", "kp"): ("planned", "planned"),
        ("a", "d"): ("unknown", None),
        ("k", "d"): ("unknown", None),
        ("a", "dp"): ("planned", "planned"),
        ("b", "dp"): ("planned", "planned"),
        ("a", "pp"): ("planned", "planned"),
        ("b", "pp"): ("planned", "planned"),
        ("c", "pp"): ("planned", "planned"),
    }
    members = rows(asked, "members-at", "cluster=kp", "day=2011-06-01")
    assert [(row[0], row[3], row[-1]) for row in members] == [
        ("b", "planned", "planned"),
        ("e", "planned", "planned"),
    ]


def test_what_is_planned_is_not_yet_realised(asked: Store) -> None:
    # a and k signed d; a and b share the planned project pp and are to sign dp.
    declared = {(row[0], row[1], row[3]): row[5:] for row in rows(asked, "declared-not-realised")}
    assert declared == {("d", "a", "k"): (None, 0), ("dp", "a", "b"): ("planned", 1)}


def test_what_is_planned_is_not_yet_declared(asked: Store) -> None:
    # a, b and c are to take part in pp; a and b are to sign dp.
    realised = {(row[0], row[2]): row[4:] for row in rows(asked, "realised-not-declared")}
    assert realised == {("a", "b"): (1, 1, 1), ("a", "c"): (1, 1, 0), ("b", "c"): (1, 1, 0)}


def test_planned_groups_do_not_connect_a_member_yet(asked: Store) -> None:
    # b's other groups, kp, dp and pp, are planned; a has signed d. e has nothing but kp.
    assert rows(asked, "only-through-coordinator") == [
        ("k", "b", "B", [], None, 3),
        ("kp", "e", "E", [], "planned", 0),
    ]


def test_the_sectors_of_a_planned_cluster_are_marked(asked: Store) -> None:
    assert [(row[0], row[-1]) for row in rows(asked, "sector-mix", "cluster=kp")] == [
        ("business", "planned"),
        ("research", "planned"),
    ]


def test_untied_organisations_are_those_without_ties_in_python(
    asked: Store, large: Store, tied: dict[str, dict[str, set[str]]]
) -> None:
    found = [(row[0], row[3]) for row in rows(asked, "untied-organisations")]
    assert found == [("c", "planned"), ("e", "planned"), ("f", None), ("kp", "planned")]
    expected = {
        name: "planned" if tied["include"][name] else None
        for name, others in tied["exclude"].items()
        if not others
    }
    assert {row[0]: row[3] for row in rows(large, "untied-organisations")} == expected


@pytest.mark.parametrize("name", ["o300", "o45", "o17", "o391"])
def test_introductions_are_those_of_the_graph_in_python(
    large: Store, tied: dict[str, dict[str, set[str]]], name: str
) -> None:
    now, then = tied["exclude"], tied["include"]
    through = {}
    for middle in sorted(then[name]):
        for other in then[middle] - now[name] - {name}:
            both = middle in now[name] and other in now[middle]
            through.setdefault(other, {})[middle] = "" if both else "planned"
    expected = {
        other: (len(by), list(by), list(by.values()), "planned" if other in then[name] else None)
        for other, by in through.items()
    }
    found = rows(large, "candidate-introductions", f"organisation={name}", "most=1000")
    assert {row[0]: row[3:] for row in found} == expected
    real = [(row[5].count(""), row[3]) for row in found]
    assert real == sorted(real, reverse=True)


@pytest.mark.parametrize("sectors", [("business", "research"), ("public", "public")])
def test_brokers_are_those_of_the_graph_in_python(
    large: Store, tied: dict[str, dict[str, set[str]]], sectors: tuple[str, str]
) -> None:
    now, then = tied["exclude"], tied["include"]
    sector = {
        node.id: node.properties.get("sector")
        for node in sparse().nodes
        if node.label == "Organisation"
    }
    pairs: Counter[str] = Counter()
    existing: Counter[str] = Counter()
    for broker in then:
        ones, others = (
            [each for each in then[broker] if sector[each] == wanted] for wanted in sectors
        )
        for one, other in {frozenset(pair) for pair in product(ones, others)} - {
            frozenset([each]) for each in then[broker]
        }:
            if other not in now[one]:
                pairs[broker] += 1
                existing[broker] += one in now[broker] and other in now[broker]
    found = rows(large, "brokers-between-sectors", f"one={sectors[0]}", f"other={sectors[1]}")
    assert {row[0]: row[3] for row in found} == pairs
    assert {row[0]: row[3] - row[4] for row in found} == {each: existing[each] for each in pairs}


@pytest.fixture(scope="module")
def surveyed() -> Network:
    """The large network with the answers to one question as ties."""
    return Network.of(sparse()).select(
        layer=["declaration", "rating"], rating="contact>=1", parts="separate"
    )


def test_answers_against_documents_are_those_of_python(large: Store, surveyed: Network) -> None:
    words = ("question=contact", "most=9999")
    against_declarations = documents_and_answers(surveyed, draws=0)
    against_all = documents_and_answers(surveyed.select(layer="rating"), draws=0)
    for name, found, columns, what in (
        ("declared-not-lived", against_declarations, (1, 3), "declared only"),
        ("lived-not-declared", against_all, (1, 4), "lived only"),
    ):
        pairs = {
            tuple(row[at] for at in columns)
            for row in rows(large, name, *words)
            if row[-1] != "planned"  # the stage of a declaration
        }
        expected = {(each.one.id, each.other.id) for each in found.pairs if each.what == what}
        assert pairs == expected, name
        assert expected, name


def test_what_an_organisation_receives_is_that_of_python(large: Store, surveyed: Network) -> None:
    received = {
        (each.question, each.organisation.id): (each.raters, each.named_by, each.received)
        for each in ratings_of(surveyed, draws=0).received
        if each.raters
    }
    for row in rows(large, "ratings-received"):
        raters, named_by, mean = received.pop((row[0], row[2]))
        assert row[4:6] == (raters, named_by)
        assert (row[6] is None) == (raters < 3)
        assert row[6] is None or row[6] == pytest.approx(mean)
    assert not received
