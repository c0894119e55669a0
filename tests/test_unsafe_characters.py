"""Characters that a terminal obeys, or that hide what is written, put into a store by Cypher: no
command prints them, in no format, and no error message holds them.

Which characters those are is told by Unicode's own categories and directions.
"""

from __future__ import annotations

import ast
import json
import unicodedata
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from graphkit.cli.main import HEADINGS
from graphkit.export import Table, render
from graphkit.export.formats import FORMATS, WORKBOOKS
from graphkit.model import GraphkitError, Problem
from graphkit.model.visible_text import visible, visible_json, visible_lines
from graphkit.sources import read_sample
from graphkit.store import open_store
from tests.commands import graphkit

CLI = Path(__file__).parent.parent / "graphkit" / "cli"
OVERRIDES = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}

BAD = "\x1b]0;x\x07\x1b[31m\x9b31m\x85\x7f\x08\x00\u202e\u2066\u2028\u2029\r\n\t"
ODD = f"Odd{BAD}name"
"""A name such as no table may hold."""

TEXTS = {
    "Organisation": ("name", "sector", "stage", "remark", "aliases"),
    "Declaration": ("title", "name"),
    "Collaboration": ("title", "name", "kind"),
    "Source": ("title", "publisher", "url"),
    "Place": ("name",),
}
FACT_TEXTS = ("role", "kind", "note", "representedBy")

COMMANDS = [
    ["info"],
    ["rank"],
    ["rank", "--bands", "--draws", "20"],
    ["rank", "--bands", "sources"],
    ["rank", "--chance", "--draws", "20"],
    ["rank", "--unnamed"],
    ["rank", "--of", "groups"],
    ["rank", "--backbone"],
    ["why", "kom"],
    ["why", "odd"],
    ["metrics"],
    ["brokers"],
    ["keyplayers", "-k", "2"],
    ["cohesion"],
    ["communities"],
    ["blockmodel"],
    ["compare", "at=2011", "at=2014-11", "--draws", "20"],
    ["multiplexity", "--draws", "20"],
    ["mixing", "--draws", "20"],
    ["ego", "kom"],
    ["path", "chm", "odd"],
    ["impact", "kom"],
    ["places"],
    ["ratings", "--draws", "20"],
    ["lived", "--layer", "rating", "--rating", "contact", "--draws", "20"],
    ["duplicates", "--least", "0"],
    ["decide", "--least", "0"],
    ["decide", "--list"],
    ["queries"],
    ["query", "-"],
    ["query", "known-of", "--example"],
    ["query", "sector-mix", "--example"],
]

ALL = (
    "MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN n, r, properties(n) AS `p\x1b[31m`, "
    "[n.name, m.name] AS names, n.name AS `\u202ename`, {a: n.name} AS a"
)


def unsafe(text: str, allowed: str = "\n") -> set[str]:
    """The characters of a text that must not be printed."""
    return {
        each
        for each in set(text) - set(allowed)
        if unicodedata.category(each) in ("Cc", "Cs", "Zl", "Zp")
        or unicodedata.bidirectional(each) in OVERRIDES
    }


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with every text made bad by Cypher, and an organisation that no table names."""
    path = tmp_path_factory.mktemp("unsafe") / "store"
    with open_store(path) as opened:
        opened.load(read_sample())
        for label, names in TEXTS.items():
            for name in names:
                value = f"[x IN n.{name} | x + $bad]" if name == "aliases" else f"n.{name} + $bad"
                opened.query(
                    f"MATCH (n:{label}) WHERE n.{name} IS NOT NULL SET n.{name} = {value}",
                    {"bad": BAD},
                    write=True,
                )
        for name in FACT_TEXTS:
            opened.query(
                f"MATCH ()-[r]->() WHERE r.{name} IS NOT NULL SET r.{name} = r.{name} + $bad",
                {"bad": BAD},
                write=True,
            )
        opened.query(
            "MATCH ()-[r]->() SET r.locators = [x IN r.locators | x + $bad]",
            {"bad": BAD},
            write=True,
        )
        opened.query(
            "MATCH (k:Organisation {id: 'kom'}) "
            "CREATE (:Organisation:Company {id: 'odd', name: $odd, aliases: []})"
            "-[:MEMBER_OF {id: $id, status: 'stated', sourceIds: [$bad], locators: [$bad], "
            "role: $bad, datasets: [$bad]}]->(k)",
            {"odd": ODD, "id": f"f{BAD}", "bad": BAD},
            write=True,
        )
        opened.query(
            "MATCH (k:Organisation {id: 'kom'}), (o:Organisation {id: 'odd'}) "
            "CREATE (:Question {id: 'contact', name: $bad, kind: 'frequency', scale: ['0..4']}) "
            "CREATE (o)-[:RATES {id: 'a1', questionId: 'contact', value: 2, status: 'stated', "
            "sourceIds: [$bad], locators: [$bad], note: $bad, datasets: [$bad]}]->(k)",
            {"bad": BAD},
            write=True,
        )
    return path


TEXT_FORMATS = [form for form in FORMATS if form not in WORKBOOKS]


def text_of(written: bytes, form: str) -> str:
    """All text of a file; of a workbook, that of its parts."""
    if form not in WORKBOOKS:
        return written.decode()
    with ZipFile(BytesIO(written)) as book:
        return "".join(book.read(part).decode() for part in book.namelist())


EVERY_FORMAT = [["rank"], ["why", "kom"], ["query", "-"]]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_prints_what_a_terminal_would_obey(
    store: Path, tmp_path: Path, command: list[str]
) -> None:
    where = [] if command[0] in ("metrics", "queries") else ["--store", store]
    for form in TEXT_FORMATS if command in EVERY_FORMAT else ["table"]:
        ran = graphkit(*command, *where, "--format", form, cwd=tmp_path, stdin=ALL)
        assert ran.returncode == 0, ran.stderr
        assert unsafe(ran.stdout, "\n\t" if form == "tsv" else "\n") == set()
        assert unsafe(ran.stderr) == set()


def test_the_names_are_in_the_results(store: Path, tmp_path: Path) -> None:
    shown = graphkit("rank", "--store", store, "--format", "csv", cwd=tmp_path).stdout
    assert "Odd\\u001b]0;x\\u0007" in shown
    text = graphkit("why", "odd", "--store", store, cwd=tmp_path).stdout
    assert text.startswith("Odd\\u001b]0;x\\u0007\\u001b[31m\\u009b31m")


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_holds_every_text_exactly(store: Path, tmp_path: Path, form: str) -> None:
    text = "MATCH (o {id: 'odd'}) RETURN o.name AS name"
    printed = graphkit(
        "query", "-", "--store", store, "--format", form, cwd=tmp_path, stdin=text
    ).stdout
    found = json.loads(printed)
    assert (found[0] if form == "json" else found) == {"name": ODD}


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_holds_none_of_them_either(store: Path, tmp_path: Path, form: str) -> None:
    file = tmp_path / "result"
    ran = graphkit("rank", "--store", store, "--format", form, "-o", file, cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    text = text_of(file.read_bytes(), form)
    assert unsafe(text, "\n\t" if form == "tsv" else "\n") == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ["why", "nobody"],
        ["why", f"x{BAD.replace(chr(0), '')}"],
        ["why", "Klaster"],
        ["ego", "Odd"],
        ["path", "odd", "a"],
        ["rank", "--sector", "nothing"],
        ["rank", "--sector", "\x1b[31m"],
        ["rank", "--kind", "\u202ecompany"],
        ["rank", "--place", "nowhere"],
        ["impact", "Kla"],
        ["rank", "--\x1b[31m"],
        ["query", "co-members", "--param", "organisation=Klaster"],
        ["query", "\x1b[31m"],
        ["view", "--ego", "nobody", "-o", "page.html"],
        ["\x9b31m"],
    ],
)
@pytest.mark.parametrize("debug", [[], ["--debug"]], ids=["", "debug"])
def test_no_error_message_holds_them(
    store: Path, tmp_path: Path, arguments: list[str], debug: list[str]
) -> None:
    ran = graphkit(*debug, *arguments, cwd=tmp_path, GRAPHKIT_STORE=str(store))
    assert ran.returncode != 0
    assert ran.stderr
    assert unsafe(ran.stderr) == set()
    if not debug and "Usage:" not in ran.stderr:
        assert len(ran.stderr.splitlines()) == 1


def test_the_library_s_own_errors_hold_none_of_them() -> None:
    assert str(GraphkitError(f"{ODD}: wrong")).isprintable()
    assert str(Problem(ODD, 1, ODD, ODD, ODD)).isprintable()


def test_every_unsafe_character_is_escaped_and_no_other() -> None:
    for character in map(chr, range(0x10000)):
        in_json = json.dumps(character, ensure_ascii=False)
        if unsafe(character, ""):
            assert visible(character) in (f"\\u{ord(character):04x}", " ")
            assert visible_lines(character) in (visible(character), "\n")
            assert visible_json(in_json).isascii()
            assert json.loads(visible_json(in_json)) == character
        elif unicodedata.category(character) != "Cn":  # not a character, or not yet
            assert visible(character) == visible_lines(character) == character
            assert visible_json(in_json) == in_json


@pytest.mark.parametrize("form", FORMATS)
def test_the_names_of_columns_hold_none_of_them(form: str) -> None:
    written = render(Table.of([f"c{BAD}", "n"], [[f"v{BAD}", 1]]), form)
    text = text_of(written.encode() if isinstance(written, str) else written, form)
    assert "u001b" in text
    assert unsafe(text, "\n\t" if form == "tsv" else "\n") == set()


def test_commands_print_through_one_place() -> None:
    """No command writes to a stream by itself: `output` and `main` make every text safe."""
    for module in sorted(CLI.glob("*.py")):
        if module.name in ("output.py", "main.py"):
            continue
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in ("print", "click.echo", "click.secho"), module.name
                assert not called.startswith(("sys.stdout.write", "sys.stderr.write")), module.name


def test_every_command_with_a_result_is_tried() -> None:
    tried = {command[0] for command in COMMANDS}
    others = {
        "demo",
        "init",
        "check",
        "load",
        "view",
        "figure",
        "doctor",
        "report",  # see test_report.py
        "export",
        "serve",
        "neo4j",
        "propose",  # these three read documents and folders: see test_propose.py
        "review",
        "source",
        "verify",
    }
    assert tried | others >= {name for names in HEADINGS.values() for name in names}
