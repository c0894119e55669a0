"""Every command with a result writes it as a workbook, with the manifest and the metrics' meanings.

openpyxl, which did not write them, reads the workbooks; they hold what the command's JSON says.
"""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from graphkit.cli.main import main
from graphkit.metrics import CATALOGUE
from graphkit.names import Decision
from graphkit.sources import read_sample
from graphkit.store import open_store
from tests.commands import graphkit, graphkit_process
from tests.test_cli_output import COMMANDS

EXPLAINED = {
    "rank": {"betweenness", "degree", "constraint"},
    "brokers": {"brokerage-roles", "bridging", "ei-index"},
    "keyplayers": {"key-players-fragment"},
    "cohesion": {"density", "isolates", "ei-index"},
    "ego": {"tie-weight"},
    "impact": {"betweenness"},
    "blockmodel": {"profile-correlation", "block-density"},
    "compare": {"density", "ei-index", "betweenness"},
    "multiplexity": {"layer-correlation"},
    "mixing": {"assortativity"},
}
"""By command, some of the metrics that its workbook explains."""

FURTHER = {
    "blockmodel": ["blocks"],
    "compare": ["ties", "clusters", "measures", "counts"],
    "multiplexity": ["shared", "pairs"],
    "mixing": ["assortativity"],
}
"""By command, the sheets of further tables."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("workbooks")
    with open_store(place / "graphkit-store") as opened:
        opened.load(read_sample())
        opened.decide([Decision("chm", "malow", "different", when="2026-11-28")])
    return place


def as_read(value: object) -> object:
    """A value of JSON as a workbook holds it."""
    if isinstance(value, list):
        return "|".join(map(str, value)) or None
    return None if value == "" else value


def flat(records: list[dict[str, object]]) -> list[dict[str, object]]:
    """The records with a row for each organisation of a list, where there are such lists."""
    for column, one in (("organisations", "organisation"), ("with", "with")):
        if isinstance(records[0].get(column), list):
            at = list(records[0]).index(column)
            spread = []
            for record in records:
                for each in record[column] or [{}]:
                    items = [item for item in record.items() if item[0] != column]
                    pair = [(one, each.get("id")), (f"{one}_name", each.get("name"))]
                    spread.append(dict([*items[:at], *pair, *items[at:]]))
            return spread
    return records


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_workbook_holds_the_result_and_what_it_rests_on(folder: Path, command: list[str]) -> None:
    ran = graphkit(*command, "-o", "result.xlsx", cwd=folder)
    assert ran.returncode == 0, ran.stderr
    assert "wrote result.xlsx" in ran.stderr
    records = json.loads(graphkit(*command, "--format", "json", cwd=folder).stdout)
    book = load_workbook(folder / "result.xlsx")
    name = command[0]
    explained = ["metrics"] if name in EXPLAINED else []
    assert book.sheetnames == [name, *FURTHER.get(name, []), *explained, "manifest"]
    records = flat(records)
    header, *rows = book[name].iter_rows(values_only=True)
    assert list(header) == list(records[0])
    for row, record in zip(rows, records, strict=True):
        for value, expected in zip(row, map(as_read, record.values()), strict=True):
            # A day is a date in the workbook, and a text in JSON.
            day = f"{value:%Y-%m-%d}" if hasattr(value, "year") else value
            assert (day, type(day)) == (expected, type(expected))
    said = {row[1]: row[2] for row in book["manifest"].iter_rows(values_only=True)}
    assert said["command"] == name
    assert ("digest" in said) == (name not in ("metrics", "queries"))
    if name in EXPLAINED:
        told = {row[0]: row[2] for row in book["metrics"].iter_rows(values_only=True)}
        assert told.keys() >= EXPLAINED[name]
        assert all(told[each] == CATALOGUE[each].meaning for each in told.keys() - {"name"})


def test_days_are_dates_and_months_are_texts(folder: Path) -> None:
    graphkit("why", "ChM", "-o", "why.xlsx", cwd=folder)
    page = load_workbook(folder / "why.xlsx")["why"]
    header, *rows = page.iter_rows()
    at = [cell.value for cell in header].index("start")
    kinds = {cell.data_type: cell.value for cell in (row[at] for row in rows) if cell.value}
    assert f"{kinds['d']:%Y-%m-%d}" == "2014-11-07"


def test_the_manifest_in_a_workbook_is_the_one_in_a_file(folder: Path) -> None:
    command = ("rank", "--by", "degree", "--bands", "--draws", "5", "--layer", "membership")
    graphkit(*command, "-o", "rank.xlsx", "--manifest", "manifest.json", cwd=folder)
    said = json.loads((folder / "manifest.json").read_text())
    rows = list(load_workbook(folder / "rank.xlsx")["manifest"].iter_rows(values_only=True))
    settings = {name: value for part, name, value in rows if part == "settings"}
    assert settings == {name: as_read(value) for name, value in said["settings"].items()}
    assert settings["draws"] == 5
    selection = {name: value for part, name, value in rows if part == "selection"}
    assert selection == {name: as_read(value) for name, value in said["selection"].items()}
    (dataset,) = said["datasets"]
    stated = {name: value for part, name, value in rows if part == "data set sample"}
    assert stated == dataset


def test_the_same_command_gives_the_same_bytes_whenever_and_wherever_it_runs(folder: Path) -> None:
    graphkit("rank", "-o", "one.xlsx", cwd=folder)
    how = {"PYTHONHASHSEED": "3", "TZ": "Asia/Tokyo"}
    ran = graphkit_process("rank", "-o", "two.xlsx", cwd=folder, **how)
    assert ran.returncode == 0, ran.stderr
    assert (folder / "one.xlsx").read_bytes() == (folder / "two.xlsx").read_bytes()


@pytest.mark.parametrize("arguments", [[], ["-o", "-"]], ids=["no file", "hyphen"])
def test_a_pipe_gets_the_workbook(
    folder: Path, arguments: list[str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    command = ["metrics", "constraint", "--format", "xlsx", *arguments]
    with pytest.raises(SystemExit) as ended:
        main(command)
    assert ended.value.code == 0
    book = load_workbook(io.BytesIO(capfdbinary.readouterr().out))
    assert book["metrics"]["A2"].value == "constraint"


@pytest.mark.parametrize("arguments", [[], ["-o", "-"]], ids=["no file", "hyphen"])
def test_a_terminal_gets_no_workbook(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with pytest.raises(SystemExit) as ended:
        main(["rank", "--store", "absent", "--format", "xlsx", *arguments])
    assert ended.value.code == 2
    said = capsys.readouterr()
    # Before the store is looked for.
    assert "not text that a terminal can show; add -o FILE.xlsx" in said.err
    assert said.out == ""


def test_an_unknown_ending_is_refused_before_the_work(tmp_path: Path) -> None:
    ran = graphkit("rank", "--store", "absent", "-o", "rank.odt", cwd=tmp_path)
    assert ran.returncode == 2
    assert ".md, .xlsx" in ran.stderr
