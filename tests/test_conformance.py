"""Everything above the store is alike on every store: each stored question, of the sample and of a
network of some thousand facts that lie in one store, and each command that reads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import pytest

from graphkit.model import Dataset
from graphkit.network import Network
from graphkit.sources import read_sample
from graphkit.store import Result, Store, StoredQuery, parse_parameters, stored_queries
from tests.commands import graphkit
from tests.generated import generated
from tests.store_places import ON_NEO4J, STORES, EmbeddedPlace, Place, place_of

QUERIES = stored_queries()
NAMES = [query.name for query in QUERIES]

# What the questions are asked of the network of some thousand facts, so that each has an answer.
# With its example each is asked of the sample too.
ASKED = {
    "brokers-between-sectors": ["one=business", "other=research"],
    "candidate-introductions": ["organisation=o300", "most=50"],
    "cluster-overlap": [],
    "clusters-in-place": ["place=p0"],
    "co-members": ["organisation=o100"],
    "coordinators": [],
    "declared-not-lived": ["most=200"],
    "declared-not-realised": ["most=200"],
    "ego-network": ["organisation=o100"],
    "facts-at": ["first=2012-01-01", "last=2012-06-30"],
    "facts-by-status": ["status=disputed"],
    "facts-of-source": ["source=s3"],
    "facts-without-date": [],
    "facts-without-source": [],
    "figures-of": [],
    "in-several-clusters": ["least=3"],
    "known-of": ["organisation=o50"],
    "lived-not-declared": ["most=200"],
    "members-at": ["cluster=o0", "day=2012-06-01"],
    "members-changed": ["first=2010-01-01", "last=2012-12-31"],
    "one-sided-ratings": ["question=contact"],
    "only-through-coordinator": [],
    "path-between": ["from=o390", "to=o395", "most=50"],
    "ratings-received": [],
    "project-chains": ["from=o100", "to=o102", "most=50"],
    "realised-not-declared": ["most=200"],
    "sector-mix": ["cluster=o0"],
    "shared-declarations": ["organisation=o10"],
    "untied-organisations": [],
    "who-signed": [],
}


DAYS = "MATCH ()-[r:MEMBER_OF]->() RETURN r.startFrom, r.startDate ORDER BY r.id LIMIT 200"


@cache
def both() -> Dataset:
    """The two as one data set: Neo4j plans each question once."""
    parts = (read_sample(), generated())
    return Dataset.of(
        "both",
        [node for part in parts for node in part.nodes],
        [fact for part in parts for fact in part.facts],
    )


@dataclass(frozen=True)
class Answered:
    """What a store answers about the values of each question, by its name; days; the network."""

    results: Mapping[str, Sequence[Result]]
    days: Result
    network: Network


def answers(store: Store) -> Answered:
    """What a store answers once both data sets are loaded."""
    store.load(both())
    results = {
        query.name: [store.query(query.text, asked, timeout=60) for asked in values(query)]
        for query in QUERIES
    }
    return Answered(results, store.query(DAYS), Network.of(store))


def values(query: StoredQuery) -> list[dict[str, object]]:
    """The values of its example, and those of `ASKED` where they are others."""
    example = dict(query.example)
    asked = parse_parameters(ASKED[query.name], query) if query.name in ASKED else example
    return [example] if asked == example else [example, asked]


# For the session, since the tests on one version come before those on the other.
@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Answered:
    """What the embedded store answers, and the network read from it."""
    with EmbeddedPlace(tmp_path_factory.mktemp("embedded") / "store").open() as store:
        return answers(store)


@pytest.fixture(scope="module", params=STORES[1:])
def other(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Answered:
    """The same of a Neo4j server."""
    with place_of(request, tmp_path_factory).open() as store:
        return answers(store)


def typed(value: object) -> object:
    """A value with its type, all the way down: 1 is not 1.0, and a day is not its text."""
    if isinstance(value, list | tuple):
        return [typed(item) for item in value]
    return (type(value), value)


@pytest.mark.parametrize("name", NAMES)
def test_a_question_is_answered_alike(name: str, embedded: Answered, other: Answered) -> None:
    for here, there in zip(embedded.results[name], other.results[name], strict=True):
        assert there.columns == here.columns
        assert typed(there.rows) == typed(here.rows)
    assert embedded.results[name][-1].rows or name not in ASKED


def test_the_network_is_read_alike(embedded: Answered, other: Answered) -> None:
    assert read_out(other.network) == read_out(embedded.network) == read_out(Network.of(both()))


def read_out(network: Network) -> object:
    return (
        [
            (node.label, node.id, node.kind, items(node.properties))
            for node in network.organisations
        ],
        sorted((key, items(node.properties)) for key, node in network.nodes.items()),
        network.facts.id,
        network.facts.group,
        [items(stated) for stated in network.facts.stated],
        sorted((fact.id, fact.start, fact.end, items(fact.properties)) for fact in network.context),
    )


def items(properties: Mapping[str, object]) -> list[tuple[str, object]]:
    return sorted((key, typed(value)) for key, value in properties.items() if key != "datasets")


def test_no_question_is_asked_that_is_not_in_the_library() -> None:
    assert set(ASKED) <= set(NAMES)


def test_days_of_the_graph_are_days_in_python(embedded: Answered, other: Answered) -> None:
    for answered in (embedded, other):
        found = {tuple(map(type, row)) for row in answered.days.rows}
        assert found == {(date, str), (type(None), type(None))}


COMMANDS = (
    ["rank", "--format", "json"],
    ["rank", "--by", "constraint", "--weight", "newman", "--at", "2014-11"],
    ["why", "KOM"],
    ["why", "politechnika-bialostocka", "--format", "csv"],
    ["info"],
    ["query", "known-of", "--example", "--format", "csv"],
    ["query", "members-at", "--example"],
    ["brokers", "--format", "json"],
    ["keyplayers", "-k", "3", "--format", "json"],
    ["cohesion", "--format", "json"],
    ["impact", "KOM", "--format", "json"],
    ["communities", "--format", "json"],
    ["ego", "KOM", "--format", "json"],
    ["path", "ChM", "bfkk", "--weight", "newman", "--format", "json"],
    ["view", "-o", "network.html"],
)


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> list[list[str | bytes]]:
    """What the commands print from the embedded store.

    They run in another process, so that Python's hashes differ from those of the others.
    """
    folder = tmp_path_factory.mktemp("embedded")
    place = EmbeddedPlace(folder / "store")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(outputs, place, folder, COMMANDS).result()


# Every stored question is asked of both versions of Neo4j, above. Of the commands, which ask the
# same few things again, each version runs every other one.
@pytest.mark.parametrize(
    ("place", "first"),
    [
        pytest.param("neo4j-5.26", 0, marks=ON_NEO4J),
        pytest.param("neo4j-2026", 1, marks=ON_NEO4J),
    ],
    indirect=["place"],
)
def test_the_commands_print_the_same_bytes(
    place: Place, first: int, printed: list[list[str | bytes]], tmp_path: Path
) -> None:
    assert outputs(place, tmp_path, COMMANDS[first::2]) == printed[first::2]


def outputs(place: Place, folder: Path, commands: Sequence[list[str]]) -> list[list[str | bytes]]:
    """Output, remarks and page of each command."""
    with place.open() as store:
        store.load(read_sample())
    given = getattr(place, "settings", {"GRAPHKIT_STORE": str(getattr(place, "path", ""))})
    said: list[list[str | bytes]] = []
    for command in commands:
        ran = graphkit(*command, cwd=folder, **given)
        assert ran.returncode == 0, ran.stderr
        page = [(folder / "network.html").read_bytes()] if "view" in command else []
        said.append([ran.stdout, ran.stderr, *page])
    return said
