"""Where the tests of stores get their stores, and what they ask of every store alike."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol
from unittest import mock

import pytest

from graphkit.model import KIND, LABELS, RELATIONS, Dataset, Fact, Node, date_properties, fact_id
from graphkit.store import Store, open_store
from tests.neo4j_servers import Neo4j

ON_NEO4J = pytest.mark.xdist_group("neo4j")
"""All tests on Neo4j run in one worker of xdist, so that each version is started once."""

STORES = [
    "embedded",
    pytest.param("neo4j-5.26", marks=ON_NEO4J),
    pytest.param("neo4j-2026", marks=ON_NEO4J),
]
"""The parameters of a fixture that gives a store of each sort."""

SERVERS = {"neo4j-5.26": "neo4j_526", "neo4j-2026": "neo4j_2026"}
"""The fixture of the server that each of them needs."""

RICH = {
    "name": "Żółw & Spółka „quoted” \\ 'single' \U0001f422",
    "aliases": ["Żółw", "żółw|pipe", ""],
    "share": 0.1,
    "whole": 10.0,
    "large": 1e300,
    "small": 5e-324,
    "minus": -0.0,
    "count": 2**62,
    "zero": 0,
    "yes": True,
    "no": False,
    "day": date(2014, 11, 7),
    "looksLikeADay": "2014-11-07",
    "looksLikeANumber": "12",
    "looksLikeTruth": "true",
    "lines": "one\ntwo\r\n\tthree\u2028four",
    "one": ["2014-11-07"],
}
"""A value of every sort, and the ones that stores are known to change."""


class Place(Protocol):
    """Somewhere that a store can be."""

    def open(self) -> Store:
        """Open the store; the first load makes it."""


@dataclass(frozen=True)
class EmbeddedPlace:
    """A folder that is not there yet."""

    path: Path

    def open(self) -> Store:
        """Open the store in the folder."""
        return open_store(self.path)


@dataclass(frozen=True)
class Neo4jPlace:
    """The one database of a Neo4j server."""

    server: Neo4j

    @property
    def settings(self) -> dict[str, str]:
        """The environment in which it is reached."""
        return {
            "NEO4J_URI": self.server.uri,
            "NEO4J_USERNAME": self.server.username,
            "NEO4J_PASSWORD": self.server.password,
            "NEO4J_DATABASE": "",  # the default one, which is checked and emptied
        }

    def open(self) -> Store:
        """Open the store at its address."""
        with mock.patch.dict(os.environ, self.settings):
            return open_store(self.server.uri)


def place_of(request: pytest.FixtureRequest, folders: pytest.TempPathFactory) -> Place:
    """The empty place that a fixture's parameter of `STORES` names.

    A server has one database: of its places the last one that was asked for holds. So a file of
    tests has one place for all of them, or a new one for each, and not both.
    """
    if request.param == "embedded":
        return EmbeddedPlace(folders.mktemp("store") / "store")
    server: Neo4j = request.getfixturevalue(SERVERS[request.param])
    server.clear()
    return Neo4jPlace(server)


def rich_dataset(name: str = "rich") -> Dataset:
    """A node of every label and a fact of every relation, with values of every sort."""
    nodes = [
        Node(
            label,
            f"{label}{number}" if label == KIND else f"{label.lower()} {number}",
            RICH | date_properties("2014", "..", None) | {"number": number},
            kind=("Company", "Kind1")[number] if label == "Organisation" else None,
        )
        for label in LABELS
        for number in (0, 1)
    ]
    facts = [
        Fact(
            relation.name,
            fact_id(name, relation.table, [start, end], "", ordinal),
            (start, f"{start.lower()} 0"),
            (end, f"{end.lower()} 1"),
            RICH | date_properties("2014-11", "2015-02-03", "2014-12"),
        )
        for relation in RELATIONS.values()
        for start, end in relation.ends
        for ordinal in (0, 1)
    ]
    return Dataset.of(name, nodes, facts)


def held(store: Store, name: str) -> Dataset:
    """What a store holds of a data set, as that data set would state it."""
    whole = store.at_once((*LABELS, *RELATIONS))
    nodes = [
        replace(node, properties=_stated(node.properties))
        for label in sorted(LABELS)
        for node in whole.nodes(label)
        if name in node.properties["datasets"]
    ]
    facts = [
        replace(fact, properties=_stated(fact.properties))
        for relation in sorted(RELATIONS)
        for fact in whole.facts(relation)
        if fact.properties["datasets"] == [name]
    ]
    return Dataset(name, tuple(nodes), tuple(facts))


def typed(dataset: Dataset) -> list[tuple[object, ...]]:
    """Everything in a data set with the types of its values: 10 is not 10.0, nor 1 True."""
    return [
        (item.id, sorted((key, type(value), str(value)) for key, value in item.properties.items()))
        for item in (*dataset.nodes, *dataset.facts)
    ]


def _stated(properties: object) -> dict[str, object]:
    assert isinstance(properties, dict)
    return {key: value for key, value in properties.items() if key != "datasets"}
