"""A reader, a store, a query and an output format each take one new file and at most one line.

Each test writes the file as somebody would who adds one, names it in the table, and finds it in
everything that follows from the table.
"""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import graphkit.cli.export
import graphkit.cli.loading
from graphkit.cli.main import cli
from graphkit.cli.options import Output, output_options
from graphkit.cli.output import emit
from graphkit.export import FORMATS, Table
from graphkit.export.networks import NETWORK_FORMATS, NetworkFormat, export_network
from graphkit.model import InvalidData, UsageError
from graphkit.network import Network
from graphkit.sources import READERS, formats, read, read_sample
from graphkit.sources.mapping.known import recognisers
from graphkit.store import STORES, library, open_store, stored_queries, stored_query
from tests.import_statements import statements
from tests.query_rules import breaches
from tests.store_places import EmbeddedPlace

ROOT = Path(__file__).parent.parent


def run(*arguments: object) -> click.testing.Result:
    return CliRunner().invoke(cli, [str(each) for each in arguments])


@pytest.fixture
def new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Writes a module that Python finds for the length of a test."""
    monkeypatch.syspath_prepend(tmp_path)

    def write(name: str, text: str) -> None:
        monkeypatch.delitem(sys.modules, name, raising=False)
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
        importlib.invalidate_caches()

    return write


@pytest.mark.parametrize(
    "table",
    [
        READERS,
        formats.FORMATS,
        recognisers.RECOGNISERS,
        list(STORES.values()),
        list(FORMATS.values()),
        [about.writer for about in NETWORK_FORMATS.values()],
    ],
)
def test_every_line_of_the_tables_leads_somewhere(table: list[str]) -> None:
    for place in table:
        module, _, name = place.partition(":")
        assert hasattr(importlib.import_module(module), name), place


READER = '''
"""A list of names of companies, below a line that says so."""
from graphkit.sources import RawTable, Reader, Reading

def read_list(path, options):
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [(at, (f"o{at}", name, "Company")) for at, name in enumerate(lines[1:], 2)]
    table = RawTable("organisations", path.name, ("id", "name", "kind"), rows)
    return Reading(path.name, (table,), ())

def is_list(path):
    return path.is_file() and path.read_bytes().startswith(b"COMPANIES")

COMPANIES = Reader("a list of companies", read_list, sniff=is_list, endings=(".companies",))
'''


@pytest.fixture
def with_reader(new_file, monkeypatch: pytest.MonkeyPatch) -> None:
    new_file("companies_reader", READER)
    monkeypatch.setattr(
        "graphkit.sources.readers.READERS", [*READERS, "companies_reader:COMPANIES"]
    )


FORMAT_OF_FILES = '''
"""Firms as lines of name=town."""
from graphkit.sources.formats import Format, Sheet

def read_firms(path, wanted):
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    rows = [(at, line.split("=")) for at, line in enumerate(lines, 2)]
    return [Sheet(path.name, [(1, ["Company", "City"]), *rows])]

FIRMS = Format("a list of firms", (".firms",), read_firms, lambda head: head.startswith(b"FIRMS"))
'''

RECOGNISER = '''
"""Know lists of firms: each is a member of the chamber."""
from graphkit.sources.mapping.form.sheet_mapping import Shape, SheetMapping

def firms(sheets):
    return [(sheet, [(sheet, SheetMapping(sheet.file, sheet.title, Shape.PAIRS, ("Company", "City"),
            ("member", "member city"), group="Chamber", group_kind="Chamber"))]) for sheet in sheets
            if list(sheet.rows[0][1]) == ["Company", "City"]]
'''


@pytest.mark.parametrize("name", ["mine.firms", "mine", "mine.bin"])
def test_a_format_of_files_and_a_kind_of_file_are_a_line_each(
    new_file, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    new_file("firms_format", FORMAT_OF_FILES)
    new_file("firms_known", RECOGNISER)
    added = [*formats.FORMATS[:-1], "firms_format:FIRMS", formats.FORMATS[-1]]
    monkeypatch.setattr(formats, "FORMATS", added)
    (tmp_path / name).write_text("FIRMS\nAcme=Kielce\n", encoding="utf-8")
    proposed = statements(read(tmp_path / name, yes=True))
    assert proposed == ["@ Kielce", "Acme at=Kielce"]
    next(tmp_path.glob("*.mapping.toml")).unlink()
    monkeypatch.setattr(recognisers, "RECOGNISERS", ["firms_known:firms"])
    assert "Acme : Chamber" in statements(read(tmp_path / name))


@pytest.mark.usefixtures("with_reader")
@pytest.mark.parametrize("name", ["mine.companies", "MINE.COMPANIES", "mine", "mine.bin"])
def test_a_reader_is_found_by_ending_and_by_content(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("COMPANIES\nAcme\nŻółw\n", encoding="utf-8")
    stated = read(tmp_path / name)
    assert [(node.id, node.name) for node in stated.nodes] == [("o2", "Acme"), ("o3", "Żółw")]


@pytest.mark.usefixtures("with_reader")
def test_an_ending_counts_for_more_than_the_content(tmp_path: Path) -> None:
    (tmp_path / "mine.xlsx").write_text("COMPANIES\nAcme\n")
    with pytest.raises(InvalidData, match=r"is not an \.xlsx workbook"):
        read(tmp_path / "mine.xlsx")
    (tmp_path / "mine.ods").write_text("COMPANIES\nAcme\n")
    with pytest.raises(InvalidData, match=r"mine\.ods is damaged"):
        read(tmp_path / "mine.ods")


@pytest.mark.usefixtures("with_reader")
def test_a_folder_is_never_read_by_its_ending(tmp_path: Path) -> None:
    folder = tmp_path / "tables.companies"
    folder.mkdir()
    (folder / "organisations.csv").write_text("id,name,kind\na,A,Company\n")
    assert [node.id for node in read(folder).nodes] == ["a"]


@pytest.mark.usefixtures("with_reader")
def test_messages_and_help_name_a_new_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = ".* or a list of companies"
    (tmp_path / "mine.companies").write_text("COMPANIES\nAcme\n")
    cure = "contains no CSV files; read the file in it: .*companies"
    with pytest.raises(InvalidData, match=cure):
        read(tmp_path)
    # The commands as they are when graphkit starts with the new line in its table.
    monkeypatch.setattr(graphkit.cli, "loading", graphkit.cli.loading)
    monkeypatch.delitem(sys.modules, "graphkit.cli.loading")
    for command in ("load", "check"):
        said = " ".join(run(command, "--help").output.split())
        assert re.search(rf"own tables are {listed}\.", said)
    assert "1 node and 0 facts" in run("check", tmp_path / "mine.companies").output


STORE = '''
"""A store in this process's memory."""
from graphkit.model import StoreError, StoreUnavailable
from graphkit.model.fact_columns import FactColumns
from graphkit.store import Changes, LoadReport, Store

HELD = {}

class MemoryStore(Store):
    @classmethod
    def at(cls, target, *, create=True, read_only=False, ask=None, login=None):
        if target not in HELD and not create:
            raise StoreUnavailable(f"{target}: there is no store")
        store = cls()
        store.location, store.facts_of = target, lambda: HELD[target]
        return store

    def load(self, dataset, *, prune=False, progress=None):
        HELD[self.location] = dataset
        added = [Changes(added=len(each)) for each in (dataset.nodes, dataset.facts)]
        return LoadReport(dataset.name, *added)

    def query(self, text, parameters=None, *, write=False, limit=None, timeout=None):
        raise StoreError("the store in memory answers no Cypher")

    def nodes(self, label):
        return iter([node for node in HELD[self.location].nodes if node.label == label])

    named = nodes

    def facts(self, relation):
        return iter([fact for fact in HELD[self.location].facts if fact.relation == relation])

    def fact_columns(self, relation):
        return FactColumns.of(relation, list(self.facts(relation)))

    def close(self):
        pass
'''


def test_a_store_is_found_by_its_scheme(new_file, monkeypatch: pytest.MonkeyPatch) -> None:
    new_file("memory_store", STORE)
    monkeypatch.setitem(STORES, "memory", "memory_store:MemoryStore")
    sample = read_sample()
    with open_store("memory://one") as store:
        assert store.load(sample).nodes.added == len(sample.nodes)
    with open_store("MEMORY://one".lower(), create=False) as store:
        assert Network.of(store).counts() == Network.of(sample).counts()
    # A command that reads asks the store, and says what the store says.
    ranked = run("rank", "--store", "memory://one", "--format", "json")
    assert ranked.exit_code == 0
    assert "Klaster Obróbki Metali" in ranked.output
    with pytest.raises(UsageError, match=r"use bolt, .*neo4j\+ssc, memory"):
        open_store("memoria://one")


QUERY = """\
// What is the longest name of an organisation?
//
// Of names of the same length the first in order of the alphabet.
//
// parameter most: int, default 1; how many at most
//
// column name: the name
// column length: its length in characters
//
// example: most="1"

MATCH (o:Organisation)
RETURN o.name AS name, size(o.name) AS length
ORDER BY length DESC, name
LIMIT $most
"""


def test_a_query_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "queries"
    folder.mkdir()
    (folder / "longest-name.cypher").write_text(QUERY, encoding="utf-8")
    monkeypatch.setattr(library, "_folder", lambda: folder)
    stored_queries.cache_clear()
    try:
        asked = stored_query("longest-name")
        assert list(breaches(asked.text)) == []
        assert run("queries", "longest-name").output == QUERY
        assert "What is the longest name of an organisation?" in run("queries").output
        place = EmbeddedPlace(tmp_path / "store")
        with place.open() as store:
            store.load(read_sample())
        names = [node.name for node in read_sample().nodes if node.label == "Organisation"]
        longest = min(names, key=lambda name: (-len(name), name))
        how = ("--store", place.path, "--format", "csv")
        ran = run("query", "longest-name", "--example", *how)
        assert ran.stdout == f"name,length\n{longest},{len(longest)}\n"
    finally:
        stored_queries.cache_clear()


FORMAT = '''
"""Tables as lines of name=value."""

def as_settings(table):
    return "".join(f"{key}={value}\\n" for row in table.records() for key, value in row.items())

def as_bytes(table):
    return bytes(range(256)) * len(table.rows)
'''


def test_an_output_format_is_offered_recognised_and_written(
    new_file, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_file("settings_format", FORMAT)
    monkeypatch.setitem(FORMATS, "settings", "settings_format:as_settings")
    monkeypatch.setitem(FORMATS, "raw", "settings_format:as_bytes")

    @click.command()
    @output_options
    def show(output: Output) -> None:
        emit(Table.of(("rank", "name"), [(1, "Acme")]), output)

    def shown(*arguments: object) -> click.testing.Result:
        return CliRunner().invoke(show, [str(each) for each in arguments])

    assert "|settings|raw]" in "".join(shown("--help").output.split())
    assert shown("--format", "settings").stdout == "rank=1\nname=Acme\n"
    assert shown("-o", tmp_path / "it.SETTINGS").exit_code == 0
    assert (tmp_path / "it.SETTINGS").read_text() == "rank=1\nname=Acme\n"
    assert shown("--format", "raw").stdout_bytes == bytes(range(256))
    assert shown("-o", tmp_path / "it.raw").exit_code == 0
    assert (tmp_path / "it.raw").read_bytes() == bytes(range(256))
    refused = shown("-o", tmp_path / "it.odt").exception
    assert isinstance(refused, UsageError)
    assert ".xlsx, .settings, .raw" in str(refused)


EXPORTER = '''
"""A network as lines of names."""

def as_names(export):
    return "".join(f"{node.label} {export.mode}\\n" for node in export.graph.nodes)
'''


def test_an_export_of_networks_is_offered_recognised_and_written(
    new_file, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_file("names_exporter", EXPORTER)
    added = NetworkFormat("names_exporter:as_names", "names alone", ".names", modes=("one", "two"))
    monkeypatch.setitem(NETWORK_FORMATS, "names", added)
    network = Network.of(read_sample())
    export_network(network, tmp_path / "it.NAMES", mode="two")
    lines = (tmp_path / "it.NAMES").read_text("utf-8").splitlines()
    assert len(lines) == 62
    assert "Klaster Obróbki Metali two" in lines
    with pytest.raises(UsageError, match=r"or use one of the endings .*\.names"):
        export_network(network, tmp_path / "it.odt")
    # The command as it is when graphkit starts with the new line in its table.
    monkeypatch.setattr(graphkit.cli, "export", graphkit.cli.export)  # and back for later tests
    monkeypatch.delitem(sys.modules, "graphkit.cli.export")
    said = " ".join(run("export", "--help").output.split())
    assert "names names alone" in said
