"""Rows of published tables that state nothing of an organisation, and formulas that failed.

Expected statements and counts are by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from graphkit.model import InvalidData
from graphkit.sources import FilesRead, read_files
from tests.import_statements import statements


def read(path: Path, text: str, encoding: str = "utf-8", **how: bool) -> FilesRead:
    path.write_text(text, encoding=encoding)
    return read_files([path], yes=True, save=False, **how)


def book(path: Path, rows: Sequence[Sequence[object]]) -> FilesRead:
    made = Workbook()
    assert made.active is not None
    for row in rows:
        made.active.append(row)
    made.save(path)
    return read_files([path], yes=True, save=False)


@pytest.mark.parametrize("first", ["sep=;\r\n", '"sep=;"\n', "SEP=;\n"])
def test_the_line_about_the_delimiter_is_obeyed_and_not_counted(tmp_path: Path, first: str) -> None:
    path = tmp_path / "members.csv"
    found = read(path, first + "Organisation;Group\nAcme, Ltd;Forum\n")
    assert statements(found.dataset)[0] == "Acme, Ltd"
    (fact,) = found.dataset.facts
    assert fact.properties["locators"] == ["row 2"]  # as a spreadsheet shows it


def test_a_guard_against_formulas_is_taken_off_again(tmp_path: Path) -> None:
    found = read(tmp_path / "m.csv", "Organisation,Group\n'=Acme,Forum\nL'Oréal,'Forum'\n")
    assert {"=Acme", "L'Oréal"} <= {*statements(found.dataset)}
    assert "'Forum' (WorkingGroup)" in statements(found.dataset)


@pytest.mark.parametrize("numbers", ["1;2;3", "(1);(2);(3)", "1.;2.;3."])
def test_a_row_that_numbers_the_columns_is_passed_over(tmp_path: Path, numbers: str) -> None:
    text = f"Organisation;City;Joined\n{numbers}\nAcme;Kielce;2010\nBest;Radom;2011\n"
    found = read(tmp_path / "members.csv", text)
    assert statements(found.dataset) == [
        "@ Kielce",
        "@ Radom",
        "Acme : Members | 2010..",
        "Acme at=Kielce",
        "Best : Members | 2011..",
        "Best at=Radom",
        "Members",
    ]
    assert "members.csv: row 2 numbers the columns and is not read" in found.remarks


def test_ties_of_numbered_nodes_are_kept(tmp_path: Path) -> None:
    found = read(tmp_path / "ties.csv", "Source,Target,Weight\n1,2,3\n2,3,4\n3,4,5\n")
    assert len(found.dataset.facts) == 3


def test_footnotes_are_passed_over_and_told(tmp_path: Path) -> None:
    text = "Organisation;Group\nAcme;Forum\nBest;Forum\nSource: Forum office;\n* as of May;\n"
    found = read(tmp_path / "m.csv", text)
    assert statements(found.dataset) == [
        "Acme",
        "Acme : Forum",
        "Best",
        "Best : Forum",
        "Forum (WorkingGroup)",
    ]
    said = "are footnotes and were passed over: Source: Forum office, * as of May (rows 4, 5)"
    assert f"m.csv: 2 rows {said}" in found.remarks


@pytest.mark.parametrize(("total", "counts"), [("30", True), ("31", False)])
def test_a_row_of_totals_is_passed_over_when_it_adds_up(
    tmp_path: Path, total: str, counts: bool
) -> None:
    text = f"Organisation;Group;Grant\nAcme;Forum;10\nBest;Forum;20\nTotal;;{total}\n"
    found = read(tmp_path / "m.csv", text)
    assert ("Total x_grant=31" in statements(found.dataset)) != counts
    said = "m.csv: 1 row holds totals and was passed over: Total (row 4)"
    assert (said in found.remarks) == counts


def test_what_differs_by_row_is_said_of_the_fact_and_not_of_the_group(tmp_path: Path) -> None:
    text = (
        "Organisation;Group;Grant;Seat\nAcme;Forum;10;Bonn\nBest;Forum;20;Bonn\nAcme;Club;5;Rome\n"
    )
    assert [line for line in statements(read(tmp_path / "m.csv", text).dataset) if ":" in line] == [
        "Acme : Club | x_grant=5",
        "Acme : Forum | x_grant=10",
        "Best : Forum | x_grant=20",
    ]


ERRORS = (
    "#N/A #N/D! #NV #ADR! Err:502 Błąd:502 #Н/Д #ЗНАЧ! #HIÁNYZIK #DEĞER! #I/T #NOM\u00a0?".split(
        " "
    )
)
COLUMNS = ("Organisation", "Group", "Joined", "Website", "KRS", "Type", "Country", "Topic")


@pytest.mark.parametrize("error", ERRORS)
def test_a_formula_that_failed_is_an_error_in_any_language(tmp_path: Path, error: str) -> None:
    with pytest.raises(InvalidData) as raised:
        read(tmp_path / "m.csv", f"Organisation;Group\nAcme;Forum\nBest;{error}\n")
    what = f"m.csv, row 3, column Group contains the error {error}"
    assert str(raised.value) == f"{what}; fix the formula, or write the value"


def test_a_formula_that_failed_is_an_error_in_any_column(tmp_path: Path) -> None:
    whole = ["Acme", "Forum", "2010", "a.example", "", "Company", "PL", "energy"]
    for at, column in enumerate(COLUMNS):
        rows = [COLUMNS, whole, [*whole[:at], "#N/A", *whole[at + 1 :]]]
        with pytest.raises(InvalidData, match=f"row 3, column {column} contains the error #N/A"):
            book(tmp_path / "m.xlsx", rows)


def test_notes_beside_a_table_are_left_out_and_cells_of_no_column_named(tmp_path: Path) -> None:
    rows = [["Organisation", "Group"], ["Acme", "Forum"], ["Best", "Forum", None, "late"]]
    found = book(tmp_path / "m.xlsx", rows)
    said = "1 row holds a note beside the table and was read without it: D3: late (row 3)"
    assert f"m.xlsx, sheet Sheet: {said}" in found.remarks
    assert "Best : Forum" in statements(found.dataset)
    rows += [["Cool", "Forum", "x"], ["Done", "Forum", "y"], ["East", "Forum"], ["Fine", "Forum"]]
    with pytest.raises(InvalidData, match="row 4: cell C4 stands beyond the columns of the header"):
        book(tmp_path / "m.xlsx", rows)


def test_lost_characters_and_values_are_counted_and_refused_when_strict(tmp_path: Path) -> None:
    text = "Name;Group;Topic\nAcme;Forum;a\nBe\ufffdt;Forum;#N/D!\n"
    found = read(tmp_path / "m.csv", text)
    lost = "has a character that was lost before the file was made"
    assert f"m.csv: 1 cell of Name {lost}: Be\ufffdt (row 3)" in found.remarks
    assert "m.csv: 1 cell of Topic counts as blank: #N/D! (row 3)" in found.remarks
    with pytest.raises(InvalidData) as refused:
        read(tmp_path / "m.csv", text, strict=True)
    assert [each.column for each in refused.value.problems] == ["Name", "Topic"]


def test_time_points_that_are_no_years_are_left_out_and_told(tmp_path: Path) -> None:
    text = '*Vertices 2\n1 "Acme" [1-3]\n2 "Best"\n*Edges\n1 2 1 [2001,7]\n'
    said = "the time points of 1 vertex and 1 line, such as [1-3], are not years and were left out"
    assert read(tmp_path / "net.net", text).remarks == (f"net.net: {said}",)


def test_ids_that_no_row_names_are_told(tmp_path: Path) -> None:
    text = (
        '{"id": "a", "schema": "Company", "properties": {"name": ["Acme"]}}\n'
        '{"id": "m", "schema": "Ownership", "properties": {"owner": ["z"], "asset": ["a"]}}\n'
    )
    assert "1 id has no name in the files: z" in read(tmp_path / "e.jsonl", text).remarks


def test_words_that_name_no_place_are_counted_and_refused_when_strict(tmp_path: Path) -> None:
    text = "Member,Association,Country\nAcme,Forum,Various\nBest,Forum,Poland\n"
    found = read(tmp_path / "m.csv", text)
    assert "m.csv: 1 cell of Country names no place and was left out: Various (row 2)" in (
        found.remarks
    )
    with pytest.raises(InvalidData, match="row 2, column Country: 'Various' names no place"):
        read(tmp_path / "m.csv", text, strict=True)
