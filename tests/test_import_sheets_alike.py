"""Sheets of a workbook with the same columns: their names say something of their rows.

Expected statements are by hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from graphkit.model import UsageError
from graphkit.sources import read_files
from tests.import_statements import statements

HEADER = ["Organisation", "City"]


def book(path: Path, sheets: Mapping[str, Sequence[Sequence[str]]]) -> Path:
    made = Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in [HEADER, *rows]:
            sheet.append(row)
    made.save(path)
    return path


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (
            ("Energy Forum", "Water Forum"),
            ["Acme : Energy Forum", "Acme : Water Forum", "Best : Energy Forum"],
        ),
        (("Poland", "Germany"), ["@ Bonn < Poland", "@ Germany", "@ Poland"]),
    ],
)
def test_names_of_sheets_are_groups_or_countries(
    tmp_path: Path, titles: tuple[str, str], expected: list[str]
) -> None:
    first, second = titles
    path = book(
        tmp_path / "list.xlsx",
        {first: [["Acme", "Kielce"], ["Best", "Bonn"]], second: [["Acme", "Kielce"]]},
    )
    found = read_files([path], yes=True)
    assert {*expected} <= {*statements(found.dataset)}
    assert read_files([path]).dataset == found.dataset  # by the mapping that was written


@pytest.mark.parametrize(
    ("titles", "said"),
    [
        (("North", "South"), "the headings of rows, or the names of sheets (North), may be groups"),
        (("2019", "2020"), "sheets are named by years, and nothing says what their rows were in"),
    ],
)
def test_names_of_sheets_that_may_be_anything_are_asked(
    tmp_path: Path, titles: tuple[str, str], said: str
) -> None:
    first, second = titles
    path = book(tmp_path / "list.xlsx", {first: [["Acme", "Kielce"]], second: [["Best", "Bonn"]]})
    with pytest.raises(UsageError) as refused:
        read_files([path], yes=True, save=False)
    assert said in str(refused.value)


def test_sheets_that_are_only_numbered_say_nothing(tmp_path: Path) -> None:
    path = book(
        tmp_path / "list.xlsx", {"Sheet1": [["Acme", "Kielce"]], "Sheet2": [["Best", "Bonn"]]}
    )
    found = read_files([path], yes=True, save=False)
    assert statements(found.dataset) == ["@ Bonn", "@ Kielce", "Acme at=Kielce", "Best at=Bonn"]
