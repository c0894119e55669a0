"""What a workbook shows counts in mapped files as it does in our own tables.

Expected statements are by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from graphkit.sources import FilesRead, read_files
from tests.commands import graphkit
from tests.import_statements import statements

Rows = Sequence[Sequence[object]]
TWO_ROWS: Rows = [
    ["Organisation", "Group", "Period", None],
    [None, None, "From", "To"],
    ["Acme", "Forum", 2010, 2014],
    ["Best", "Forum", 2011, None],
]


def book(path: Path, rows: Rows, merged: Sequence[str] = (), hidden: Sequence[int] = ()) -> Path:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "Members"
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    for row_number in hidden:
        sheet.row_dimensions[row_number].hidden = True
    made.save(path)
    return path


def read(path: Path, *, visible: bool = False) -> FilesRead:
    return read_files([path], yes=True, save=False, visible=visible)


@pytest.mark.parametrize(
    ("merged", "title"), [((), False), (("A1:A2", "B1:B2", "C1:D1"), False), ((), True)]
)
def test_two_rows_of_column_names(tmp_path: Path, merged: tuple[str, ...], title: bool) -> None:
    rows = [["Members of the forum"], [], *TWO_ROWS] if title else TWO_ROWS
    found = read(book(tmp_path / "members.xlsx", rows, merged))
    assert statements(found.dataset) == [
        "Acme",
        "Acme : Forum | 2010..2014",
        "Best",
        "Best : Forum | 2011..",
        "Forum (WorkingGroup)",
    ]
    place = "members.xlsx, sheet Members"
    said = f"{place}: the column names are in rows 3 and 4; row 1 above them is not read"
    assert (said in found.remarks) == title


def test_two_rows_that_name_each_column_and_name_several_alike(tmp_path: Path) -> None:
    rows: Rows = [
        ["Project", "Coordinator", None, "Partner", None],
        [None, "Name", "Country", "Name", "Country"],
        ["WATER", "Acme", "Poland", "Best", "Germany"],
    ]
    found = read(book(tmp_path / "projects.xlsx", rows))
    assert [line for line in statements(found.dataset) if " * " in line or "at=" in line] == [
        "Acme * WATER | coordinator",
        "Acme at=Poland",
        "Best * WATER",
        "Best at=Germany",
    ]


def test_a_row_that_repeats_the_column_names_is_no_organisation(tmp_path: Path) -> None:
    rows: Rows = [["Organisation", "Group"], ["Acme", "Forum"], ["Organisation", "Group"]]
    found = read(book(tmp_path / "members.xlsx", rows))
    assert statements(found.dataset) == ["Acme", "Acme : Forum", "Forum (WorkingGroup)"]
    said = "members.xlsx, sheet Members: 1 row repeats the column names and was passed over: row 3"
    assert said in found.remarks


def test_a_file_with_two_rows_of_names_is_read_by_its_mapping_again(tmp_path: Path) -> None:
    path = tmp_path / "members.csv"
    path.write_text("Organisation;Group;Period;\n;;From;To\nAcme;Forum;2010;2014\n")
    first = graphkit("load", path, "--yes", cwd=tmp_path)
    again = graphkit("load", path, cwd=tmp_path)
    assert (first.returncode, again.returncode) == (0, 0), first.stderr + again.stderr
    assert "0 added, 0 changed, 3 unchanged" in again.stdout


def test_lists_of_what_cells_may_say_are_left_out(tmp_path: Path) -> None:
    place = book(
        tmp_path / "list.xlsx",
        [
            ["Organisation", "Country", "Category"],
            *([name, "Italy", "Industry"] for name in ("Acme", "Best", "Cool")),
            *([name, "Malta", "Science"] for name in ("Done", "East")),
        ],
    )
    workbook = load_workbook(place)
    lists = workbook.create_sheet("Lists")
    for row in (
        ["Countries", "Categories"],
        ["Italy", "Industry"],
        ["Malta", "Science"],
        ["Spain"],
    ):
        lists.append(row)
    workbook.save(place)
    found = read_files([place], yes=True, save=False)
    said = "list.xlsx, sheet Lists: lists what cells of other sheets may say; left out"
    assert said in found.remarks
    names = {node.name for node in found.dataset.nodes if node.label == "Organisation"}
    assert names == {"Acme", "Best", "Cool", "Done", "East", "Members"}


def test_hidden_rows_and_sheets_are_told_and_left_out_on_demand(tmp_path: Path) -> None:
    path = book(tmp_path / "members.xlsx", [["Organisation"], ["Acme"], ["Best"]], hidden=(3,))
    place = "members.xlsx, sheet Members"
    found = read(path)
    assert f"{place}: row 3 is hidden, but read; `visible` leaves it out" in found.remarks
    assert "Best" in statements(found.dataset)
    found = read(path, visible=True)
    assert f"{place}: row 3 is hidden and left out" in found.remarks
    assert "Best" not in statements(found.dataset)


def test_facts_outside_the_lifetime_of_an_organisation_are_told(tmp_path: Path) -> None:
    rows = [["Organisation", "Founded", "Group", "Since"], ["Acme", 2015, "Forum", 2010]]
    found = read(book(tmp_path / "members.xlsx", rows))
    assert (
        "members.xlsx, sheet Members, row 2, column Since: it starts (2010) before Acme was "
        "founded (2015); correct the wrong date; if both are right, it counts while the "
        "organisation existed"
    ) in found.remarks


def test_several_organisations_of_one_name_are_told(tmp_path: Path) -> None:
    rows = [["PIC", "Organisation", "Group"], [999886574, "Acme", "A"], [999985223, "ACME", "A"]]
    found = read(book(tmp_path / "members.xlsx", rows))
    assert found.remarks[-1] == (
        "'Acme' is the name of pic-999886574 and pic-999985223; if they are the same "
        "organisation, keep one row"
    )


def test_the_year_that_a_sheet_is_named_by_is_the_date_of_its_rows(tmp_path: Path) -> None:
    made = Workbook()
    for year, names in (("2019", ["Acme", "Best"]), ("2020", ["Acme", "Cool"])):
        sheet = made.create_sheet(year)
        for name in ("Organisation", *names):
            sheet.append([name, "Country" if name == "Organisation" else "PL"])
    del made["Sheet"]
    made.save(tmp_path / "members.xlsx")
    found = read_files([tmp_path / "members.xlsx"], yes=True)
    assert [line for line in statements(found.dataset) if ":" in line] == [
        "Acme : Members | seen 2019",
        "Acme : Members | seen 2020",
        "Best : Members | seen 2019",
        "Cool : Members | seen 2020",
    ]
    assert read_files([tmp_path / "members.xlsx"]).dataset == found.dataset  # by the mapping
