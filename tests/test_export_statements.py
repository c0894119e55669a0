"""Exports of what is stated: FollowTheMoney, RDF, Parquet, and RSiena's matrices."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stdout
from pathlib import Path

import numpy as np
import pyarrow.parquet
import pytest

from graphkit.export.networks import NETWORK_FORMATS, export_network, rendered
from graphkit.export.networks.statements import statements_of
from graphkit.export.networks.turtle import BASE
from graphkit.model import SCHEMES, Dataset, InvalidData, Node, UsageError
from graphkit.model.visible_text import visible
from graphkit.network import Network, Selection
from graphkit.sources import read_files, read_sample
from tests.commands import ENVIRONMENT
from tests.hostile_names import HOSTILE_NAMES
from tests.networks import dataset


@pytest.fixture(scope="module")
def sample() -> Network:
    return Network.of(read_sample())


@pytest.fixture(scope="module")
def hostile() -> Network:
    nodes = [
        Node("Organisation", f"h{at}", {"name": name, "website": [name]}, "Other")
        for at, name in enumerate(HOSTILE_NAMES)
    ]
    return Network.of(Dataset.of("hostile", nodes, []))


def entities(network: Network) -> dict[str, dict]:
    records = [json.loads(line) for line in str(rendered(network, "ftm")).splitlines()]
    found = {each["id"]: each for each in records}
    assert len(found) == len(records)
    return found


def test_every_entity_that_another_names_is_there(sample: Network) -> None:
    found = entities(sample)
    ends = ("member", "organization", "participant", "project", "entity", "document", "subject",
            "object", "successor", "predecessor", "proof", "addressEntity")  # fmt: skip
    for each in found.values():
        for name in ends:
            assert set(each["properties"].get(name, ())) <= found.keys(), each


def test_an_open_or_unknown_date_is_no_date_of_followthemoney() -> None:
    made = dataset("a b", members=[("a", "b", {"start": "2014", "end": ".."})])
    (edge,) = (e for e in entities(Network.of(made)).values() if e["schema"] == "Membership")
    assert edge["properties"]["startDate"] == ["2014"]
    assert "endDate" not in edge["properties"]


def test_followthemoney_accepts_every_entity(sample: Network, hostile: Network) -> None:
    """Its package compiles ICU, so it is in no extra; install it to run this."""
    ftm = pytest.importorskip("followthemoney")
    for network in (sample, hostile):
        for each in entities(network).values():
            ftm.model.get(each["schema"]).validate(each)
            proxy = ftm.model.get_proxy(each, cleaned=False)
            assert proxy.id == each["id"]


def test_memberships_participations_and_ties_come_back_from_followthemoney(
    sample: Network, tmp_path: Path
) -> None:
    whole = statements_of(sample)
    export_network(sample, tmp_path / "entities.jsonl")
    loaded = read_files([tmp_path / "entities.jsonl"], save=False).dataset

    def facts(stated: Dataset) -> set[tuple[object, ...]]:
        kept = ("MEMBER_OF", "PARTICIPATES_IN", "COLLABORATES_WITH")
        return {
            (each.relation, each.start[1], each.end[1], each.properties.get("role"))
            for each in stated.facts
            if each.relation in kept
        }

    # Roles are read as in any file of FollowTheMoney; the sample's need no change.
    assert facts(loaded) == facts(whole)
    names = {node.id: node.name for node in whole.nodes if node.label == "Organisation"}
    assert {n.id: n.name for n in loaded.nodes if n.label == "Organisation"} == names


def test_a_line_separator_in_a_text_ends_no_line_of_json(tmp_path: Path) -> None:
    # JSON allows U+2028 in a string (RFC 8259). graphkit wants it gone, and says in which row.
    entity = {"id": "a", "schema": "Company", "properties": {"name": ["A"], "notes": ["x\u2028y"]}}
    line = json.dumps(entity, ensure_ascii=False)
    (tmp_path / "entities.jsonl").write_text(f"{line}\r\n{line}\r\n", "utf-8", newline="")
    with pytest.raises(InvalidData, match=r"row 2, column notes contains the character U\+2028"):
        read_files([tmp_path / "entities.jsonl"], save=False)


def test_web_addresses_that_are_none_do_not_reach_other_programs(hostile: Network) -> None:
    written = [
        text
        for each in entities(hostile).values()
        for text in each["properties"].get("website", ())
    ]
    assert written == [name for name in HOSTILE_NAMES if name.startswith("https://")]
    names = [each["properties"]["name"][0] for each in entities(hostile).values()]
    assert max(map(len, names)) == 384  # the longest name of followthemoney 4.11
    good = Node("Organisation", "a", {"name": "A", "website": ["https://a.example/?x"]}, "Other")
    (entity,) = entities(Network.of(Dataset.of("x", [good], []))).values()
    assert entity["properties"]["website"] == ["https://a.example/?x"]


def test_turtle_is_read_by_rdflib_with_names_members_and_sources(sample: Network) -> None:
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(data=str(rendered(sample, "org")), format="turtle")
    found = graph.query(
        """
        PREFIX org: <http://www.w3.org/ns/org#>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX dct: <http://purl.org/dc/terms/>
        SELECT ?name ?role ?title WHERE {
          ?m a org:Membership ; org:member ?o ; org:organization <urn:x-graphkit:organisation/kom> ;
             org:role ?role ; prov:hadPrimarySource ?s .
          ?o skos:prefLabel ?name . ?s dct:title ?title }
        """
    )
    # The members of KOM in graphkit/demo/memberships.csv.
    rows = {(str(row.name), str(row.role)) for row in found}
    assert rows == {
        (sample.organisation(each).name, role)
        for each, role in (("cpiir", "coordinator"), ("malow", "member"), ("salag", "member"),
                           ("chm", "member"))
    }  # fmt: skip
    assert {str(row.title) for row in found} == {sample.nodes["Source", "kom-partnerzy"].name}


def test_a_date_of_rdf_is_as_precise_as_it_is_known() -> None:
    rdflib = pytest.importorskip("rdflib")
    made = dataset("a b", members=[("a", "b", {"start": "2014-11", "end": ".."})])
    graph = rdflib.Graph().parse(data=str(rendered(Network.of(made), "org")), format="turtle")
    time = rdflib.Namespace("http://www.w3.org/2006/time#")
    (month,) = graph.objects(predicate=time.inXSDgYearMonth)
    assert (str(month), month.datatype) == ("2014-11", rdflib.XSD.gYearMonth)
    assert not list(graph.objects(predicate=time.hasEnd))
    assert list(graph.objects(predicate=rdflib.URIRef("urn:x-graphkit:ended")))


def test_every_official_number_is_an_identifier_in_rdf() -> None:
    rdflib = pytest.importorskip("rdflib")
    numbers = {scheme: f"{at}" for at, scheme in enumerate(SCHEMES)}
    made = Dataset.of("x", [Node("Organisation", "a", {"name": "A", **numbers}, "Other")], [])
    graph = rdflib.Graph().parse(data=str(rendered(Network.of(made), "org")), format="turtle")
    identifier = rdflib.URIRef("http://www.w3.org/ns/org#identifier")
    found = {
        str(each.datatype).rpartition("/")[2]: str(each)
        for each in graph.objects(predicate=identifier)
    }
    assert "ror" in found
    assert found == numbers


def test_columns_of_ones_own_are_properties_in_rdf() -> None:
    rdflib = pytest.importorskip("rdflib")
    own = {"x_size": 7, "x_new": True, "x_topics": ["water", "energy"], "x_share": 0.5}
    made = Dataset.of("x", [Node("Organisation", "a", {"name": "A", **own}, "Other")], [])
    graph = rdflib.Graph().parse(data=str(rendered(Network.of(made), "org")), format="turtle")
    found = {
        name: sorted(
            each.toPython() for each in graph.objects(predicate=rdflib.URIRef(f"{BASE}{name}"))
        )
        for name in own
    }
    assert found == {"x_size": [7], "x_new": [True], "x_topics": ["energy", "water"],
                     "x_share": [0.5]}  # fmt: skip


def test_a_name_is_only_a_literal_of_turtle(hostile: Network) -> None:
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(data=str(rendered(hostile, "org")), format="turtle")
    label = rdflib.URIRef("http://www.w3.org/2004/02/skos/core#prefLabel")
    names = {str(each) for each in graph.objects(predicate=label)}
    assert names == {visible(name) for name in HOSTILE_NAMES}


def parquet(network: Network) -> dict[str, pyarrow.Table]:
    written = rendered(network, "parquet")
    assert isinstance(written, Mapping)
    return {
        name: pyarrow.parquet.read_table(io.BytesIO(content))
        for name, content in written.items()
        if name.endswith(".parquet")
    }


def test_parquet_holds_nodes_facts_sources_and_pairs(sample: Network) -> None:
    tables = parquet(sample)
    whole = statements_of(sample)
    sources = [node.id for node in whole.nodes if node.label == "Source"]
    assert tables["sources.parquet"]["id"].to_pylist() == sources
    assert len(tables["nodes.parquet"]) == len(whole.nodes) - len(sources)
    facts = tables["facts.parquet"].to_pylist()
    for fact, row in zip(whole.facts, facts, strict=True):
        known = {name: value for name, value in row.items() if value is not None}
        (start, one), (end, other) = fact.start, fact.end
        ends = {"startLabel": start, "startId": one, "endLabel": end, "endId": other}
        names = {"relation": fact.relation, "id": fact.id}
        assert known == names | ends | dict(fact.properties)
    form = sample.two_mode
    pairs = {(row["organisation"], row["layer"], row["group"], row["weight"])
             for row in tables["pairs.parquet"].to_pylist()}  # fmt: skip
    alone = set(form.organisations) - {form.organisations[o] for o in form.members[0].tolist()}
    assert len(alone) == 20
    assert pairs == {
        (form.organisations[o], form.groups[g].layer, form.groups[g].id, form.weights[g])
        for o, g in form.members.T.tolist()
    } | {(each, None, None, None) for each in alone}
    said = json.loads(tables["pairs.parquet"].schema.metadata[b"graphkit"])
    assert said["datasets"][0]["name"] == "sample"


def test_parquet_keeps_every_name(hostile: Network) -> None:
    names = parquet(hostile)["nodes.parquet"]["name"].to_pylist()
    expected = [name.encode("utf-8", "replace").decode() for name in HOSTILE_NAMES]
    assert sorted(names) == sorted(expected)


def waves(network: Network, *dates: str, mode: str = "one") -> list[list[list[str]]]:
    written = rendered(network, "rsiena", waves=dates, mode=mode)
    assert isinstance(written, Mapping)
    return [
        [line.split() for line in str(written[f"wave{at}.txt"]).splitlines()]
        for at in range(1, len(dates) + 1)
    ]


def test_a_wave_tells_ties_absence_and_ignorance_apart() -> None:
    made = dataset(
        "a b c d",
        took_part=[
            ("a", "p", {"start": "2010-01-01", "end": "2012-12-31"}),
            ("b", "p", {"start": "2010-01-01", "end": ".."}),
            ("c", "p"),
        ],
        lives={"d": ("2014", None)},
    )
    first, second = waves(Network.of(made), "2011-06-01", "2014-06-01")
    # By hand. In 2011 a and b are in p, c may be, and d does not exist. In 2014 a has left, c may
    # be in p with b, and d may exist, but has no facts.
    assert first == [
        ["0", "1", "NA", "10"],
        ["1", "0", "NA", "10"],
        ["NA", "NA", "0", "10"],
        ["10", "10", "10", "0"],
    ]
    assert second == [
        ["0", "0", "0", "0"],
        ["0", "0", "NA", "0"],
        ["0", "NA", "0", "0"],
        ["0", "0", "0", "0"],
    ]
    assert waves(Network.of(made), "2011-06-01", "2014-06-01", mode="two") == [
        [["1"], ["1"], ["NA"], ["10"]],
        [["0"], ["1"], ["NA"], ["0"]],
    ]


def test_waves_are_asked_for_and_belong_to_rsiena_alone(sample: Network) -> None:
    with pytest.raises(UsageError, match="give each with `wave`"):
        rendered(sample, "rsiena")
    with pytest.raises(UsageError, match="`wave` '2014-13'"):
        rendered(sample, "rsiena", waves=["2013", "2014-13"])
    with pytest.raises(UsageError, match="`wave` means nothing in gexf"):
        rendered(sample, "gexf", waves=["2013", "2014"])
    with pytest.raises(UsageError, match="`mode` two means nothing in csv"):
        rendered(sample, "csv", mode="two")


HASHED = """
import hashlib
from graphkit.export.networks import NETWORK_FORMATS, rendered
from graphkit.network import Network
from graphkit.sources import read_sample
for form in NETWORK_FORMATS:
    waves = ["2013", "2014"] if form == "rsiena" else []
    written = rendered(Network.of(read_sample()), form, waves=waves)
    files = written if hasattr(written, "items") else {"": written}
    for name, content in files.items():
        content = content if isinstance(content, bytes) else content.encode()
        print(form, name, hashlib.sha256(content).hexdigest())
"""


def test_every_format_gives_the_same_bytes_in_every_process() -> None:
    # The first with a seed of its own for hashes, the second with that of the tests.
    first = subprocess.run(
        [sys.executable, "-c", HASHED],
        capture_output=True,
        check=True,
        text=True,
        env=ENVIRONMENT | {"PYTHONHASHSEED": "1"},
    ).stdout
    second = io.StringIO()
    with redirect_stdout(second):
        exec(HASHED, {})
    assert first == second.getvalue()
    assert len({line.split(" ")[0] for line in first.splitlines()}) == len(NETWORK_FORMATS)


def test_a_selection_is_what_is_exported(sample: Network) -> None:
    chosen = sample.where(Selection().refined(layer="membership", isolates="exclude"))
    found = entities(chosen)
    assert {each["schema"] for each in found.values()} >= {"Membership", "Address", "Document"}
    assert not {"ProjectParticipant", "Project"} & {each["schema"] for each in found.values()}


def test_numbers_of_a_wave_are_whole() -> None:
    made = dataset("a b", ties=[("a", "b", {"start": "2010"})])
    for matrix in waves(Network.of(made), "2011", "2012"):
        assert set(np.array(matrix).ravel()) <= {"0", "1", "10", "NA"}
