"""CSV and TSV for spreadsheet programs: byte order mark, decimal comma, and no formulas."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from graphkit.export import FORMATS, Table, render
from graphkit.model import UsageError
from graphkit.workbooks import FORMULA_STARTS
from tests.commands import graphkit

TABLE = Table.of(
    ("name", "value", "count", "listed"),
    [("1.5 a;b", 0.28867513459481287, 3, [0.5, 1.5]), ("2.5", -1e-07, None, []), ("c", 20.0, 1, 0)],
)


def cells(text: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), delimiter=delimiter))


@pytest.mark.parametrize(("form", "delimiter"), [("csv", ";"), ("tsv", "\t")])
def test_a_decimal_comma_is_in_number_cells_alone(form: str, delimiter: str) -> None:
    _, *rows = cells(render(TABLE, form, decimal_comma=True), delimiter)
    assert rows == [
        ["1.5 a;b", "0,28867513459481287", "3", "0.5|1.5"],
        ["2.5", "-1e-07", "", ""],
        ["c", "20,0", "1", "0"],
    ]
    exact = [row[1] for row in cells(render(TABLE, "csv"), ",")[1:]]
    assert [row[1].replace(",", ".") for row in rows] == exact


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_a_byte_order_mark_comes_first_and_once(form: str) -> None:
    marked = render(TABLE, form, bom=True)
    assert marked == "\ufeff" + render(TABLE, form)


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in ("csv", "tsv")])
@pytest.mark.parametrize("setting", ["bom", "decimal_comma"])
def test_other_formats_refuse_them(form: str, setting: str) -> None:
    with pytest.raises(UsageError, match=f"`{setting}` does not work .* {form}; use csv or tsv"):
        render(TABLE, form, **{setting: True})


@pytest.mark.parametrize("how", [{}, {"decimal_comma": True}], ids=["point", "comma"])
@pytest.mark.parametrize("form", ["csv", "tsv"])
@pytest.mark.parametrize("opened_with", [",", ";", "\t"])
@pytest.mark.parametrize("hidden", ["", "x", "x,", "x;", "x,;", 'x;"', 'x,""', "x;x,"])
def test_no_cell_begins_a_formula_whatever_the_delimiter(form, how, opened_with, hidden) -> None:
    own = "\t" if form == "tsv" else ";" if how else ","
    for start in FORMULA_STARTS:
        table = Table.of(("a", f"{hidden}{start}1+1"), [(1, f"{hidden}{start}2")])
        text = render(table, form, **how)
        found = [cell for row in cells(text, opened_with) for cell in row]
        if opened_with != own:  # a program may then take a quote for part of the text
            found += [cell for line in text.splitlines() for cell in line.split(opened_with)]
        for cell in found:
            assert not cell.lstrip('"').startswith(FORMULA_STARTS), (text, cell)


def test_a_text_with_delimiters_stays_as_it_is_where_no_formula_follows() -> None:
    text = 'a, b;c -1 "d";'
    for form, delimiter in (("csv", ","), ("tsv", "\t")):
        assert cells(render(Table.of(("x",), [(text,)]), form), delimiter)[1] == [text]


@pytest.mark.parametrize("to", [[], ["-o", "-"], ["-o", "metrics.csv"]], ids=" ".join)
def test_commands_write_csv_for_spreadsheets(tmp_path: Path, to: list[str]) -> None:
    how = ["--format", "csv", "--bom", "--decimal-comma"]
    ran = graphkit("metrics", "degree", *how, *to, cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    file = tmp_path / "metrics.csv"
    text = file.read_text(encoding="utf-8") if "metrics.csv" in to else ran.stdout
    assert text.startswith("\ufeffname;on;meaning;")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--bom"], "--bom does not work with the format table; use csv or tsv"),
        (["--decimal-comma", "--format", "md"], "--decimal-comma does not work with the format md"),
        (["--bom", "-o", "rank.xlsx"], "--bom does not work with the format xlsx"),
    ],
)
def test_commands_refuse_them_before_the_work(tmp_path: Path, arguments, said) -> None:
    ran = graphkit("rank", "--store", "absent", *arguments, cwd=tmp_path)
    assert ran.returncode == 2
    assert said in ran.stderr
