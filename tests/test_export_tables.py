"""graphkit's own tables, written from a network, load as the data set that they were made of."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from hypothesis import assume, given, settings

from graphkit.export.networks import export_network, rendered
from graphkit.export.networks.statements import statements_of
from graphkit.model import Dataset, Fact, InvalidData, dataset_digest
from graphkit.network import Network
from graphkit.sources import read, read_sample
from graphkit.sources.formula_guards import guarded, unguarded
from graphkit.sources.templates import write_sample
from graphkit.store import open_store
from tests.commands import graphkit
from tests.random_tables import read_rows, tables

FORMS = {"csv": "copy", "xlsx": "copy.xlsx"}


def stated(dataset: Dataset) -> list[tuple[object, ...]]:
    """Everything that a data set states, without the ids that are made."""
    nodes = [
        ("node", node.label, node.label != "Figure" and node.id, node.kind, _said(node.properties))
        for node in dataset.nodes
    ]
    return sorted(map(repr, [*nodes, *map(_fact, dataset.facts)]))


def _fact(fact: Fact) -> tuple[object, ...]:
    start = fact.start[0] if fact.start[0] == "Figure" else fact.start
    return ("fact", fact.relation, start, fact.end, _said(fact.properties))


def _said(properties: Mapping[str, object]) -> list[tuple[str, object]]:
    return sorted(properties.items())


def copied(dataset: Dataset, form: str) -> Dataset:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FORMS[form]
        export_network(Network.of(dataset), path, form)
        return read(path, people=True)


@pytest.mark.parametrize("form", FORMS)
def test_the_sample_loads_again_as_it_was(tmp_path: Path, form: str) -> None:
    write_sample(tmp_path / "sample")
    sample = read(tmp_path / "sample", people=True)
    assert any(node.label == "Person" for node in sample.nodes)
    again = copied(sample, form)
    assert stated(again) == stated(sample)
    assert dataset_digest(again) == dataset_digest(sample)


@settings(max_examples=60, deadline=None)
@given(tables())
def test_any_tables_load_again_as_they_were(rows) -> None:
    try:
        before = read_rows(rows)
    except InvalidData:
        assume(False)
    again = copied(before, "csv")
    assert stated(again) == stated(before)
    assert dataset_digest(again) == dataset_digest(before)


@settings(max_examples=15, deadline=None)
@given(tables())
def test_any_workbook_loads_again_as_it_was(rows) -> None:
    try:
        before = read_rows(rows)
    except InvalidData:
        assume(False)
    assert dataset_digest(copied(before, "xlsx")) == dataset_digest(before)


def test_a_store_loads_again_with_the_digest_that_it_kept(tmp_path: Path, sample: Path) -> None:
    where = ("--store", sample / "graphkit-store")
    assert graphkit("export", "-o", tmp_path / "copy", "--format", "csv", *where,
                    cwd=sample).returncode == 0  # fmt: skip
    assert graphkit("load", "copy", "--store", "again", cwd=tmp_path).returncode == 0
    with open_store(sample / "graphkit-store") as before, open_store(tmp_path / "again") as after:
        (kept,), (loaded,) = before.datasets(), after.datasets()
    assert loaded.digest == kept.digest
    said = json.loads((tmp_path / "copy" / "manifest.json").read_text())
    assert said["datasets"][0]["digest"] == kept.digest


def test_no_cell_of_the_csv_files_is_a_formula() -> None:
    rows = {
        "organisations": [
            {"id": "a", "name": "=1+1", "kind": "Company", "note": "x;@SUM(A1)"},
            {"id": "b", "name": "'=b", "kind": "Company", "note": "+48 555"},
        ],
        "places": [{"id": "p", "name": "P", "latitude": "-12.5"}],
    }
    written = rendered(Network.of(read_rows(rows)), "csv")
    assert isinstance(written, Mapping)
    first, second = csv.DictReader(io.StringIO(written["organisations.csv"].decode("utf-8-sig")))
    assert (first["name"], first["note"]) == ("'=1+1", "x;'@SUM(A1)")
    assert (second["name"], second["note"]) == ("''=b", "'+48 555")
    (place,) = csv.DictReader(io.StringIO(written["places.csv"].decode("utf-8-sig")))
    assert place["latitude"] == "-12.5"


@pytest.mark.parametrize("text", ["=1", "'=1", "''=1", "a;=1", "a;'=1", 'a,"=1', "it's", "", "-"])
def test_a_guard_is_taken_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "-", "+", "@"))


def test_the_cells_of_the_workbook_are_texts_and_the_manifest_is_in_it() -> None:
    book = openpyxl.load_workbook(io.BytesIO(rendered(Network.of(read_sample()), "xlsx")))
    kinds = {cell.data_type for row in book["organisations"].iter_rows() for cell in row}
    assert kinds <= {"s", "n"}  # "n" is what openpyxl calls an empty cell
    said = "\n".join(str(row[0].value) for row in book["_manifest"].iter_rows(min_row=2))
    assert json.loads(said)["datasets"][0]["name"] == "sample"


def test_a_selection_gives_its_facts_and_all_that_is_known_of_them() -> None:
    network = Network.of(read_sample())
    chosen = network.select(layer="membership", kind=["Cluster", "Company"], isolates="exclude")
    some = statements_of(chosen)
    # By hand: the cluster KOM with its coordinator and three members, of which two are companies.
    memberships = [fact for fact in some.facts if fact.relation == "MEMBER_OF"]
    assert {fact.start[1] for fact in memberships if fact.end[1] == "kom"} >= {"malow", "salag"}
    assert {fact.relation for fact in some.facts} >= {"LOCATED_IN", "PART_OF"}
    cited = {each for fact in memberships for each in fact.properties["sourceIds"]}
    assert cited <= {node.id for node in some.nodes if node.label == "Source"}
    again = Network.of(copied(some, "csv"))
    assert again.two_mode.groups == chosen.two_mode.groups


def test_what_is_only_planned_is_in_the_copy() -> None:
    sample = read_sample()
    assert Network.of(sample).counts()["planned"] == 5
    assert Network.of(copied(sample, "csv")).counts()["planned"] == 5
