"""Exports for databases, read by the databases themselves."""

from __future__ import annotations

import re

from graphkit.export.networks import rendered
from graphkit.export.networks.cypher import statements
from graphkit.export.networks.statements import statements_of
from graphkit.model import LABELS, RELATIONS, Dataset, Fact, Node
from graphkit.network import Network
from graphkit.sources import read_sample
from graphkit.store import Store
from tests.hostile_names import HOSTILE_NAMES

TRAPS = (
    "' }) DETACH DELETE n //",
    "\\u0027 }) DETACH DELETE n //",
    "\\\\u0027",
    "ends with \\",
    "'; MATCH (n) DETACH DELETE n; //",
    '`backtick` "double" /* comment */',
)


def held(store: Store) -> tuple[list[Node], list[Fact]]:
    nodes = [node for label in sorted(LABELS) for node in store.nodes(label)]
    facts = [fact for relation in sorted(RELATIONS) for fact in store.facts(relation)]
    return nodes, facts


def test_the_script_makes_what_was_exported(store: Store) -> None:
    names = [name for name in (*HOSTILE_NAMES, *TRAPS) if not re.search("[\ud800-\udfff]", name)]
    hostile = [
        Node("Organisation", f"h{at}", {"name": name, "aliases": [name, "x"]}, "Other")
        for at, name in enumerate(names)
    ]
    sample = read_sample()
    dataset = Dataset.of("sample", [*sample.nodes, *hostile], sample.facts)
    script = str(rendered(Network.of(dataset), "cypher")).splitlines()
    assert script[0].startswith("// {")
    assert script[1:] == list(statements(statements_of(Network.of(dataset))))
    store.load(Dataset.of("first", [], []))  # an embedded store begins with a load
    for statement in script[1:]:
        store.query(statement.removesuffix(";"), write=True)
    nodes, facts = held(store)
    assert {(n.label, n.id): (n.kind, n.properties) for n in nodes} == {
        (n.label, n.id): (n.kind, n.properties) for n in dataset.nodes
    }
    assert {(f.relation, f.id): f for f in facts} == {(f.relation, f.id): f for f in dataset.facts}
