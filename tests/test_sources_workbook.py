"""Workbooks: the same tables as sheets, with the values that a spreadsheet shows."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from graphkit.model import Dataset, InvalidData, Problem
from graphkit.sources import read, xlsx_parts
from graphkit.sources.xlsx_values import number_text
from tests.commands import graphkit
from tests.sources_tables import ORGANISATIONS, fact, load, node

Rows = Sequence[Sequence[Any]]

SHEET: Rows = [line.split(",") for line in ORGANISATIONS.splitlines()]


def book(path: Path, sheets: Mapping[str, Rows], touch: Callable[[Workbook], object] = id) -> Path:
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    touch(made)
    made.save(path)
    return path


def load_book(
    folder: Path, sheets: Mapping[str, Rows], touch: Callable[[Workbook], object] = id
) -> Dataset:
    path = book(folder / "test.xlsx", {"organisations": SHEET, **sheets}, touch)
    return read(path)


def found_in(
    folder: Path, sheets: Mapping[str, Rows], touch: Callable[[Workbook], object] = id
) -> tuple[Problem, ...]:
    with pytest.raises(InvalidData) as raised:
        load_book(folder, sheets, touch)
    return raised.value.problems


def with_part(path: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    """Change one part of a workbook's archive."""
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    parts[name] = change(parts.get(name, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)


def test_a_workbook_gives_what_the_same_csv_files_give(tmp_path: Path) -> None:
    members = [["member", "group", "start"], ["acme", "kom", 2014], ["pb", "kom", "2014-11"]]
    text = "member,group,start\nacme,kom,2014\npb,kom,2014-11\n"
    assert load_book(tmp_path, {"Memberships": members}) == load(tmp_path / "csv", memberships=text)


def test_numbers_are_texts_as_they_are_typed(tmp_path: Path) -> None:
    rows = [["id", "name", "kind", "krs", "founded"], [7, 2014.0, "Company", 28860, 1999]]
    properties = node(load_book(tmp_path, {"organisations": rows}), "7").properties
    assert properties["name"] == "2014"
    assert properties["krs"] == "0000028860"
    assert properties["founded"] == "1999"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [("999999999999999", "999999999999999"), ("1E+15", "1000000000000000.0"), ("-7", "-7")],
)
def test_whole_numbers_have_no_point_as_far_as_a_spreadsheet_keeps_all_digits(
    raw: str, shown: str
) -> None:
    assert number_text(raw, "General", from_1904=False) == shown


def test_numbers_keep_their_value(tmp_path: Path) -> None:
    rows = [["a", "b", "weight"], ["acme", "pb", 0.1]]
    assert (
        fact(load_book(tmp_path, {"ties": rows}), "COLLABORATES_WITH").properties["weight"] == 0.1
    )


@pytest.mark.parametrize(
    ("number_format", "text"),
    [
        ("yyyy-mm-dd", "2014-11-01"),
        ("mmm yyyy", "2014-11"),
        ("[$-415]mmmm yyyy;@", "2014-11"),
        ("yyyy", "2014"),
        ('yyyy "died"', "2014"),
        ("mmmm", "2014-11-01"),
    ],
)
def test_dates_are_as_precise_as_the_cell_shows(
    tmp_path: Path, number_format: str, text: str
) -> None:
    def touch(made: Workbook) -> None:
        made["memberships"]["C2"].number_format = number_format

    rows = [["member", "group", "start"], ["acme", "kom", date(2014, 11, 1)]]
    data = load_book(tmp_path, {"memberships": rows}, touch)
    assert fact(data, "MEMBER_OF").properties["startDate"] == text


def test_a_date_with_a_time_of_day_is_told(tmp_path: Path) -> None:
    rows = [["member", "group", "start"], ["acme", "kom", datetime(2014, 11, 7, 10, 30)]]
    (problem,) = found_in(tmp_path, {"memberships": rows})
    assert (problem.row, problem.column) == (2, "start")
    assert problem.file == "test.xlsx, sheet memberships"
    assert problem.cure == "write 2014-11-07"


def test_a_formula_without_a_value_is_told(tmp_path: Path) -> None:
    rows = [["member", "group"], ['="ac"&"me"', "kom"]]
    (problem,) = found_in(tmp_path, {"memberships": rows})
    assert (problem.row, problem.column) == (2, "member")
    assert "formula without a value" in problem.what


def test_the_saved_value_of_a_formula_is_read(tmp_path: Path) -> None:
    rows = [["member", "group", "role"], ["acme", "kom", "=1"]]
    path = book(tmp_path / "test.xlsx", {"organisations": SHEET, "memberships": rows})

    def saved(text: str) -> Callable[[bytes], bytes]:
        return lambda xml: xml.replace(
            b'<c r="C2"><f>1</f><v /></c>', f'<c r="C2" t="str"><f>1</f>{text}</c>'.encode()
        ).replace(
            b'<c r="C2"><f>1</f><v></v></c>', f'<c r="C2" t="str"><f>1</f>{text}</c>'.encode()
        )

    with_part(path, "xl/worksheets/sheet2.xml", saved("<v>host</v>"))
    assert fact(read(path), "MEMBER_OF").properties["role"] == "host"
    book(path, {"organisations": SHEET, "memberships": rows})
    with_part(path, "xl/worksheets/sheet2.xml", saved("<v></v>"))
    assert fact(read(path), "MEMBER_OF").properties["role"] == "member"


def test_a_failed_formula_is_told(tmp_path: Path) -> None:
    (problem,) = found_in(tmp_path, {"memberships": [["member", "group"], ["#REF!", "kom"]]})
    assert problem.what == "contains the error #REF!"


def test_sheets_are_known_by_name(tmp_path: Path) -> None:
    load_book(tmp_path, {"columns": [["x"]], "_draft": [["x"]]})
    (problem,) = found_in(tmp_path, {"membership": [["member", "group"]]})
    assert problem.file == "test.xlsx, sheet membership"
    assert problem.cure == "rename the sheet to memberships, or move it away"


def test_blank_rows_keep_their_numbers(tmp_path: Path) -> None:
    rows = [["member", "group"], [], [None, None], ["x", "kom"]]
    (problem,) = found_in(tmp_path, {"memberships": rows})
    assert problem.row == 4


def test_an_empty_sheet_is_told(tmp_path: Path) -> None:
    (problem,) = found_in(tmp_path, {"ties": []})
    assert (problem.file, problem.what) == ("test.xlsx, sheet ties", "there are no column names")


def test_a_workbook_that_would_unpack_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = book(tmp_path / "test.xlsx", {"organisations": SHEET})
    with_part(path, "xl/zeros.bin", lambda _: bytes(11 * 2**20))
    with pytest.raises(InvalidData, match="would unpack to 11 MiB"):
        read(path)
    monkeypatch.setattr(xlsx_parts, "LARGEST_UNPACKED", 1000)
    book(path, {"organisations": SHEET})
    with pytest.raises(InvalidData, match="would unpack"):
        read(path)


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "test.xlsx", {"organisations": SHEET})
    declared = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>'
    with_part(path, "xl/workbook.xml", lambda xml: declared + xml)
    with pytest.raises(InvalidData, match="document type"):
        read(path)


def test_a_row_beyond_any_spreadsheet_does_not_hang(tmp_path: Path) -> None:
    path = book(tmp_path / "test.xlsx", {"organisations": SHEET})
    with_part(
        path,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'<row r="4">', b'<row r="4000000000">'),
    )
    with pytest.raises(InvalidData, match="more rows than a spreadsheet"):
        read(path)


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9, 0.99])
def test_a_cut_file_is_a_problem(tmp_path: Path, kept: float) -> None:
    path = book(tmp_path / "test.xlsx", {"organisations": SHEET})
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    with pytest.raises(InvalidData):
        read(path)


def test_a_zip_that_is_no_workbook_is_a_problem(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("readme.txt", "hello")
    (tmp_path / "test.xlsx").write_bytes(packed.getvalue())
    with pytest.raises(InvalidData) as raised:
        read(tmp_path / "test.xlsx")
    (problem,) = raised.value.problems
    assert "cannot be read" in problem.what


def test_a_sheet_that_cannot_be_read_makes_no_reference_to_it_dangle(tmp_path: Path) -> None:
    path = book(
        tmp_path / "test.xlsx",
        {"memberships": [["member", "group"], ["new", "kom"]], "organisations": SHEET},
    )
    with_part(path, "xl/worksheets/sheet2.xml", lambda part: part[: len(part) // 2])
    with pytest.raises(InvalidData) as raised:
        read(path)
    assert [problem.file for problem in raised.value.problems] == ["test.xlsx, sheet organisations"]


def hide(*rows: int) -> Callable[[Workbook], None]:
    def touch(made: Workbook) -> None:
        for row in rows:
            made["memberships"].row_dimensions[row].hidden = True

    return touch


MEMBERS: Rows = [["member", "group"], ["acme", "kom"], ["pb", "kom"]]


def test_hidden_rows_are_read_with_a_remark_or_left_out(tmp_path: Path) -> None:
    sheets = {"organisations": SHEET, "memberships": MEMBERS}
    path = book(tmp_path / "b.xlsx", sheets, hide(3))
    said: list[str] = []
    assert len(read(path, remark=said.append).facts) == 2
    assert said == ["b.xlsx, sheet memberships: row 3 is hidden, but read; `visible` leaves it out"]
    said.clear()
    assert len(read(path, visible=True, remark=said.append).facts) == 1
    assert said == ["b.xlsx, sheet memberships: row 3 is hidden and left out"]
    book(path, sheets, hide(2, 3))
    assert len(read(path, visible=True).facts) == 0
    ran = graphkit("check", path, cwd=tmp_path)
    assert ran.stderr == (
        "b.xlsx, sheet memberships: 2 rows are hidden, but read (rows 2, 3); "
        "--visible leaves them out\n"
    )
    assert "2 facts" in ran.stdout
    assert "0 facts" in graphkit("check", path, "--visible", cwd=tmp_path).stdout


def test_hidden_sheets_are_read_with_a_remark_or_left_out(tmp_path: Path) -> None:
    def touch(made: Workbook) -> None:
        made["memberships"].sheet_state = "veryHidden"

    path = book(tmp_path / "b.xlsx", {"organisations": SHEET, "memberships": MEMBERS}, touch)
    said: list[str] = []
    assert len(read(path, remark=said.append).facts) == 2
    assert len(read(path, visible=True, remark=said.append).facts) == 0
    assert said == [
        "b.xlsx, sheet memberships: the sheet is hidden, but read; `visible` leaves it out",
        "b.xlsx, sheet memberships: left out, because the sheet is hidden",
    ]


def test_sheets_of_other_names_are_named_and_not_read(tmp_path: Path) -> None:
    sheets = {"organisations": SHEET, "Notes": [["how"]], "Resources": [["links"]]}
    said: list[str] = []
    read(book(tmp_path / "b.xlsx", sheets), remark=said.append)
    assert said == [
        f"b.xlsx, sheet {name}: not read, because its name is not that of a table"
        for name in ("Notes", "Resources")
    ]


@pytest.mark.parametrize("name", ["Members", "membership", "Członkowie"])
def test_a_sheet_that_means_a_table_is_told(tmp_path: Path, name: str) -> None:
    (problem,) = found_in(tmp_path, {name: MEMBERS})
    assert problem.cure == "rename the sheet to memberships, or move it away"


def test_titles_above_the_column_names_are_passed_over(tmp_path: Path) -> None:
    # A title may be wider than the table, and text beside the table is still told.
    rows = [["Members, as of 2014", None, None, "draft"], [], ["member", "group"], ["acme", "kom"]]
    sheets = {"organisations": SHEET, "memberships": rows}
    said: list[str] = []
    data = read(book(tmp_path / "b.xlsx", sheets), remark=said.append)
    assert fact(data, "MEMBER_OF").start == ("Organisation", "acme")
    assert said == [
        "b.xlsx, sheet memberships: the column names are in row 3; row 1 above them is not read"
    ]
    (problem,) = found_in(tmp_path, {"memberships": [*rows, ["x", "kom", "y"]]})[:1]
    assert str(problem).startswith(
        "test.xlsx, sheet memberships, row 5: cell C5 is to the right of the last column name, "
        "in B3"
    )


@pytest.mark.parametrize("merged", [(), ("A1:A2", "B1:B2", "C1:D1")])
def test_two_rows_of_column_names(tmp_path: Path, merged: tuple[str, ...]) -> None:
    def touch(made: Workbook) -> None:
        for cells in merged:
            made["memberships"].merge_cells(cells)

    rows = [
        ["member", "group", "period", None],
        [None, None, "start", "end"],
        ["acme", "kom", 2014, 2015],
    ]
    found = fact(load_book(tmp_path, {"memberships": rows}, touch), "MEMBER_OF").properties
    assert (found["startDate"], found["endDate"]) == ("2014", "2015")


def test_problems_of_a_workbook_name_cells(tmp_path: Path) -> None:
    rows = [["member", "group", None, "note"], ["acme", "kom", "x", "word " * 3000]]
    one, two = found_in(tmp_path, {"memberships": rows})
    assert one.what == "column C has cells but no name"
    assert two.cure == "shorten it to 10000"
