"""graphkit's own tables, written from a network, load as the data set that they were made of."""

from __future__ import annotations

import csv
import io
import json
import math
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import openpyxl
import pyarrow.parquet
import pytest
from hypothesis import assume, given, settings

from graphkit.export.networks import NETWORK_FORMATS, export_network, rendered
from graphkit.export.networks.statements import statements_of
from graphkit.model import Dataset, Fact, InvalidData, Node, UsageError, dataset_digest
from graphkit.network import Network
from graphkit.sources import read, read_sample
from graphkit.sources.formula_guards import guarded, unguarded
from graphkit.sources.templates import write_sample
from graphkit.store import open_store
from tests.amounts import examples
from tests.commands import graphkit
from tests.random_tables import read_rows, tables

FORMS = {"csv": "copy", "xlsx": "copy.xlsx", "parquet": "copy", "datapackage": "copy"}


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


@settings(max_examples=examples(25), deadline=None)
@given(tables())
def test_any_tables_load_again_as_they_were(rows) -> None:
    try:
        before = read_rows(rows)
    except InvalidData:
        assume(False)
    again = copied(before, "csv")
    assert stated(again) == stated(before)
    assert dataset_digest(again) == dataset_digest(before)


@pytest.mark.parametrize("form", ["xlsx", "parquet", "datapackage"])
@settings(max_examples=examples(6), deadline=None)
@given(rows=tables())
def test_any_workbook_parquet_folder_or_package_loads_again_as_it_was(form: str, rows) -> None:
    try:
        before = read_rows(rows)
    except InvalidData:
        assume(False)
    assert dataset_digest(copied(before, form)) == dataset_digest(before)


def test_what_a_parquet_folder_does_not_keep_is_that_a_number_had_a_point(tmp_path: Path) -> None:
    organisations = [{"id": "a", "name": "A", "kind": "Company"}]
    figures = [{"subject": "a", "measure": "staff", "value": text} for text in ("5.0", "2.5", "7")]
    made = read_rows({"organisations": organisations, "figures": figures})
    before = Counter(repr(n.properties["value"]) for n in made.nodes if n.label == "Figure")
    assert before == {"5.0": 1, "2.5": 1, "7": 1}
    loaded = copied(made, "parquet")
    after = Counter(repr(n.properties["value"]) for n in loaded.nodes if n.label == "Figure")
    assert after == {"5": 1, "2.5": 1, "7": 1}


def broken(folder: Path, name: str, change: Callable[[list[dict]], None]) -> str:
    """What is said of a Parquet folder of which one file has been changed."""
    export_network(Network.of(read_sample()), folder, "parquet")
    table = pyarrow.parquet.read_table(folder / name)
    rows = table.to_pylist()
    change(rows)
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows, table.schema), folder / name)
    with pytest.raises(InvalidData) as caught:
        read(folder)
    return "\n".join(map(str, caught.value.problems))


@pytest.mark.parametrize(
    ("file", "column", "value", "said"),
    [
        ("nodes", "label", "X`) DETACH DELETE n //", "column label: "
         "'X`) DETACH DELETE n //' is not a label; use Organisation"),
        ("facts", "relation", None, "facts.parquet, row 2, column relation: '' is not a relation"),
        ("facts", "endId", "nobody", "facts.parquet, row 2, column endId: 'nobody' is not "
         "the id of any Organisation; add it to nodes.parquet"),
        ("facts", "startLabel", "Source", "row 2, column startLabel: COLLABORATES_WITH does not "
         "lead from 'Source' to 'Organisation'; it leads from Organisation to Organisation"),
        ("nodes", "id", "chm", "column id: 'chm' is there twice; leave one of them out"),
        ("nodes", "kind", "Nonsense", "as table organisations, row 2, column kind: 'Nonsense' is"),
        ("nodes", "name", "a\x1b[31m", "as table organisations, row 2, column name contains the "
         "character U+001B"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_parquet_folder_is_named(
    tmp_path: Path, file: str, column: str, value: object, said: str
) -> None:
    def change(rows: list[dict]) -> None:
        about = next(row for row in rows if row.get("label", "Organisation") == "Organisation")
        about[column] = value

    assert said in broken(tmp_path / "frames", f"{file}.parquet", change)


def test_a_damaged_file_of_a_parquet_folder_is_named(tmp_path: Path) -> None:
    export_network(Network.of(read_sample()), tmp_path / "frames", "parquet")
    (tmp_path / "frames" / "facts.parquet").write_bytes(b"PAR1")
    with pytest.raises(InvalidData, match=r"facts\.parquet is damaged, or is not a Parquet file"):
        read(tmp_path / "frames")


def test_columns_of_ones_own_with_several_types_are_texts_in_parquet() -> None:
    # Two data sets of one store may give one column different types.
    nodes = [
        Node("Organisation", key, {"name": key, "x_size": value}, "Other")
        for key, value in (("a", 7), ("b", "large"), ("c", ["x", "y"]), ("d", True))
    ]
    loaded = copied(Dataset.of("mixed", nodes, []), "parquet")
    assert {node.id: node.properties["x_size"] for node in loaded.nodes} == {
        "a": ["7"], "b": ["large"], "c": ["x", "y"], "d": ["true"],
    }  # fmt: skip


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


def test_a_text_that_a_workbook_would_cut_is_refused() -> None:
    long = Node("Organisation", "a", {"name": "A", "note": "n" * 32_768}, "Other")
    network = Network.of(Dataset.of("long", [long], []))
    with pytest.raises(UsageError, match=r"table organisations, row 2, column note: .* choose csv"):
        rendered(network, "xlsx")
    assert "n" * 32_768 in rendered(network, "csv")["organisations.csv"].decode()


ODD = {
    "x_big": 10**30,
    "x_up": math.inf,
    "x_none": math.nan,
    "x_text": "\x00\ud800\u202e\uffff",
    "x_day": date(1, 1, 1),
    "x_list": ["a|b", "=1+1", ""],
}
"""What Cypher can write into a store, or Python into a data set, and no table states."""


@pytest.mark.parametrize("form", NETWORK_FORMATS)
def test_values_that_no_table_states_are_written_or_left_out(form: str) -> None:
    nodes = [
        Node("Organisation", "a/../../b", {"name": "", **ODD}, "Other"),
        Node("Organisation", "c`\n'\"", {"name": "=1"}, "Other"),
        Node("Collaboration", "p", {"name": "P"}),
    ]
    facts = [
        Fact("PARTICIPATES_IN", each.id, ("Organisation", each.id), ("Collaboration", "p"), ODD)
        for each in nodes[:2]
    ]
    nodes.append(Node("Question", "q", {"name": "Q", "kind": "yes/no"}))
    ends = (("Organisation", node.id) for node in nodes[:2])
    facts.append(Fact("RATES", "r", *ends, {**ODD, "questionId": "q", "value": 1}))
    network = Network.of(Dataset.of("odd", nodes, facts))
    about = NETWORK_FORMATS[form]
    for mode in about.modes or (None,):
        waves = ["2013", "2014"] if about.has_waves else []
        chosen = network.select(layer="rating") if mode == "directed" else network
        written = rendered(chosen, form, mode=mode, waves=waves)
        files = written if isinstance(written, Mapping) else {"": written}
        for name, content in files.items():
            assert "/" not in name
            held = content.decode("utf-8", "replace") if isinstance(content, bytes) else content
            assert not re.search(r"[:=\[ ]-?(NaN|Infinity|nan|inf)\b", held), form
            if form in ("node-link", "cytoscape"):
                json.loads(held, parse_constant=pytest.fail)


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
