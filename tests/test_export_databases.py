"""Exports for databases, read by the databases themselves."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path

import pytest

from graphkit.export.networks import export_network, rendered
from graphkit.export.networks.cypher import statements
from graphkit.export.networks.statements import statements_of
from graphkit.model import LABELS, RELATIONS, Dataset, Fact, Node, dataset_digest
from graphkit.model.stated_properties import own_columns
from graphkit.model.visible_text import visible_lines
from graphkit.network import Network
from graphkit.sources import read, read_sample
from graphkit.store import Store, verify
from tests.hostile_names import HOSTILE_NAMES
from tests.neo4j_servers import QUICK_JAVA, Neo4j, run
from tests.neo4j_versions import VERSIONS_IN_TURN
from tests.store_places import ON_NEO4J, Neo4jPlace

TRAPS = (
    "' }) DETACH DELETE n //",
    "\\u0027 }) DETACH DELETE n //",
    "\\\\u0027",
    "ends with \\",
    "'; MATCH (n) DETACH DELETE n; //",
    '`backtick` "double" /* comment */',
)


HOSTILE = [
    Node("Organisation", f"h{at}", {"name": name, "aliases": [name, "", "x;y"]}, "Other")
    for at, name in enumerate((*HOSTILE_NAMES, *TRAPS))
    if not re.search("[\ud800-\udfff]", name)
]


OWN = {"x_size": 7, "x_new": True, "x_share": 0.5, "x_topics": ["water", "a|b"], "x_code": "007"}
HOSTILE.append(Node("Organisation", "own", {"name": "Own columns", **OWN}, "Other"))


def held(store: Store) -> tuple[list[Node], list[Fact]]:
    whole = store.at_once((*LABELS, *RELATIONS))
    nodes = [node for label in sorted(LABELS) for node in whole.nodes(label)]
    facts = [fact for relation in sorted(RELATIONS) for fact in whole.facts(relation)]
    return nodes, facts


@VERSIONS_IN_TURN
def test_the_script_makes_what_was_exported(store: Store) -> None:
    sample = read_sample()
    dataset = Dataset.of("sample", [*sample.nodes, *HOSTILE], sample.facts)
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


@VERSIONS_IN_TURN
def test_the_script_makes_infinite_numbers_and_those_that_are_none(store: Store) -> None:
    said = {"name": "A", "x_up": math.inf, "x_down": -math.inf, "x_none": math.nan}
    made = Dataset.of("x", [Node("Organisation", "a", said, "Other")], [])
    store.load(Dataset.of("first", [], []))
    for statement in statements(made):
        store.query(statement.removesuffix(";"), write=True)
    (node,) = (each for each in store.nodes("Organisation") if each.id == "a")
    assert (node.properties["x_up"], node.properties["x_down"]) == (math.inf, -math.inf)
    assert math.isnan(node.properties["x_none"])


@ON_NEO4J
def test_neo4js_import_tool_makes_the_store_that_a_load_makes(
    neo4j_2026: Neo4j, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if (server := neo4j_2026.server) is None:
        pytest.skip("a server that is not ours cannot be stopped")
    sample = read_sample()
    # Tables cannot state the other names, and files for the import hold escapes for them.
    told = [node for node in HOSTILE if node.name == visible_lines(node.name)]
    dataset = Dataset.of("sample", [*sample.nodes, *told], sample.facts)
    export_network(Network.of(dataset), tmp_path / "export", "neo4j-import")
    server.stop()
    monkeypatch.setenv("JDK_JAVA_OPTIONS", QUICK_JAVA)
    imported = run("import", tmp_path / "export", server.folder, "--replace", "--wait", 300)
    assert f"digest {dataset_digest(dataset)[:16]}; no differences" in imported.stderr
    with Neo4jPlace(neo4j_2026).open() as store:
        assert verify(store, dataset).differences == ()
        (kept,) = store.datasets()
        assert kept.columns == own_columns(dataset)
        report = store.load(dataset)
    assert (report.nodes.unchanged, report.facts.unchanged) == (
        len(dataset.nodes),
        len(dataset.facts),
    )


def test_frictionless_finds_the_package_valid(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    export_network(Network.of(read_sample()), tmp_path / "package", "datapackage")
    report = frictionless.validate(str(tmp_path / "package" / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])[:5]
    # It sees what is wrong, such as a member that no row of organisations has.
    broken = tmp_path / "package" / "memberships.csv"
    broken.write_text(broken.read_text("utf-8").replace("malow,", "nobody,"), "utf-8")
    report = frictionless.validate(str(tmp_path / "package" / "datapackage.json"))
    assert "foreign-key" in {row[0] for row in report.flatten(["type"])}


def test_the_package_says_what_each_column_holds_and_loads_as_it_was(tmp_path: Path) -> None:
    export_network(Network.of(read_sample()), tmp_path / "package", "datapackage")
    said = json.loads((tmp_path / "package" / "datapackage.json").read_text("utf-8"))
    resources = {each["name"]: each for each in said["resources"]}
    assert set(resources) == {path.stem for path in (tmp_path / "package").glob("*.csv")}
    (member, *_) = resources["memberships"]["schema"]["fields"]
    assert (member["name"], member["description"]) == ("member", "the member")
    assert resources["memberships"]["schema"]["foreignKeys"][0] == {
        "fields": ["member"],
        "reference": {"resource": "organisations", "fields": ["id"]},
    }
    assert dataset_digest(read(tmp_path / "package")) == dataset_digest(read_sample())
