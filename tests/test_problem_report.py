"""What `check` and `load` print of many problems, and the file that lists every one."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import openpyxl
import pytest

from graphkit.model import Problem
from graphkit.model.problem_report import problem_lines
from tests.commands import graphkit


def rows_of_no_kind(count: int) -> str:
    rows = "".join(f"o{n},Name {n},Kind{n}\n" for n in range(count))
    return f"id,name,kind\n{rows}"


def test_two_thousand_problems_are_a_screenful(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "organisations.csv").write_text(rows_of_no_kind(2_000), encoding="utf-8")
    ran = graphkit("check", "mine", "--problems", "all.csv", cwd=tmp_path)
    assert ran.returncode == 3
    assert ran.stdout == ""
    lines = ran.stderr.splitlines()
    assert len(lines) < 10
    assert "organisations.csv, column kind: 2,000 rows, the first 3:" in lines[1]
    assert "row 2: 'Kind0'" in lines[2]
    with (tmp_path / "all.csv").open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file))
    assert len(listed) == 2_000
    assert listed[0]["row"] == "2"
    assert "Kind0" in listed[0]["problem"]


def test_the_cure_for_too_many_lines_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "organisations.csv").write_text(rows_of_no_kind(101), encoding="utf-8")
    ran = graphkit("load", "mine", cwd=tmp_path)
    assert ran.returncode == 3
    assert "101 problems in all; --problems FILE lists every one" in ran.stderr


def test_few_problems_are_told_one_by_one(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "organisations.csv").write_text(rows_of_no_kind(100), encoding="utf-8")
    ran = graphkit("check", "mine", cwd=tmp_path)
    assert len(ran.stderr.splitlines()) == 100


def test_a_file_of_problems_runs_no_formula(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "organisations.csv").write_text("id,name,kind,=1+1\na,A,Company,x\n", "utf-8")
    graphkit("check", "mine", "--problems", "all.csv", cwd=tmp_path)
    with (tmp_path / "all.csv").open(encoding="utf-8", newline="") as file:
        (problem,) = csv.DictReader(file)
    assert problem["column"] == "'=1+1"


def test_kinds_beyond_the_last_line_are_counted() -> None:
    problems = [
        Problem("o.csv", row, f"c{column}", "is blank", "fill it")
        for column in range(30)
        for row in range(2, 12)
    ]
    lines = problem_lines(problems, most=9)
    # Two kinds take eight lines; a third does not fit.
    assert len(lines) == 9
    assert lines[-1] == "and 280 problems of 28 other kinds"


def test_the_ending_of_a_file_of_problems_sets_its_format(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "organisations.csv").write_text("id,name,kind\na,A,Kind\n", "utf-8")
    for name in ("all.json", "all.XLSX", "all.md"):
        ran = graphkit("check", "mine", "--problems", name, cwd=tmp_path)
        assert (ran.returncode, ran.stderr.splitlines()[0]) == (3, f"wrote {name}")
    (record,) = json.loads((tmp_path / "all.json").read_text("utf-8"))
    assert (record["file"], record["row"], record["column"]) == ("organisations.csv", 2, "kind")
    book = openpyxl.load_workbook(tmp_path / "all.XLSX")
    assert list(book["problems"].values)[1] == tuple(record.values())
    assert (tmp_path / "all.md").read_text("utf-8").startswith("| file | row | column |")


@pytest.mark.parametrize("command", ["check", "load"])
def test_a_file_of_problems_with_an_unknown_ending_is_refused(tmp_path: Path, command: str) -> None:
    ran = graphkit(command, "absent", "--problems", "all.log", cwd=tmp_path)
    assert ran.returncode == 2
    assert "--problems all.log: use one of the endings .txt, .csv" in ran.stderr
