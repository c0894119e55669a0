"""Tables of results in each format; data in them is never trusted."""

from __future__ import annotations

import csv
import datetime
import io
import json

import pytest

from graphkit.export import FORMATS, Table, render
from graphkit.export.phrases import spread
from graphkit.model import UsageError

TABLE = Table.of(
    ("name", "value", "when", "listed"),
    [
        ("Białystok", 0.1, datetime.date(2014, 11, 7), ["a", "b"]),
        ("=1+1", float("nan"), None, []),
        ('a,b\n"c"', -2, True, {"x": 1}),
    ],
)


def test_csv_reads_back_with_exact_numbers():
    rows = list(csv.reader(io.StringIO(render(TABLE, "csv"))))
    assert rows[1] == ["Białystok", "0.1", "2014-11-07", "a|b"]
    assert rows[3] == ['a,b "c"', "-2", "true", '{"x": 1}']


@pytest.mark.parametrize("form", ["csv", "tsv"])
@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "＝"])
def test_text_that_a_spreadsheet_would_run_is_marked_as_text(form, start):
    rows = render(Table.of(("x",), [(f"{start}cmd",)]), form).split("\n")
    assert rows[1].strip('"').startswith(("'", " "))


def test_json_keeps_every_text_and_has_no_nan():
    records = json.loads(render(TABLE, "json"))
    assert records[1] == {"name": "=1+1", "value": None, "when": None, "listed": []}
    assert [json.loads(line) for line in render(TABLE, "jsonl").splitlines()] == records


def test_markdown_cannot_be_broken_by_a_cell():
    text = render(Table.of(("a|b",), [("<img src=x> | *x*\n# y",)]), "md")
    assert text.splitlines() == ["| a\\|b |", "| --- |", "| \\<img src=x\\> \\| \\*x\\* \\# y |"]


def test_control_characters_are_shown_not_sent():
    assert "\x1b" not in render(Table.of(("x",), [("\x1b[31mred",)]), "csv")


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_table_gives_the_same_bytes(form):
    assert render(TABLE, form) == render(TABLE, form)


def test_a_list_of_organisations_is_rows_where_a_format_has_no_lists():
    names = [{"id": str(number), "name": f"N{number}"} for number in range(554)]
    table = Table.of(
        ["measure", "value", "organisations"],
        [["isolates", 554, names], ["density", 0.5, []]],
        spread=spread("organisations", "organisation"),
    )
    rows = list(csv.reader(io.StringIO(render(table, "csv"))))
    assert rows[0] == ["measure", "value", "organisation", "organisation_name"]
    assert rows[1] == ["isolates", "554", "0", "N0"]
    assert rows[-2:] == [["isolates", "554", "553", "N553"], ["density", "0.5", "", ""]]
    for form in ("tsv", "md", "table"):
        head = 2 if form == "md" else 1
        assert len(render(table, form).splitlines()) == 555 + head
    assert json.loads(render(table, "json"))[0]["organisations"] == names
    assert json.loads(render(table, "jsonl").splitlines()[1])["organisations"] == []


def test_an_unknown_format_is_refused():
    with pytest.raises(UsageError, match="use table, csv, tsv"):
        render(TABLE, "xml")
