"""What `graphkit init` writes: empty tables, the sample, and what explains the columns."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest
from openpyxl import load_workbook

from graphkit.model import TABLES, UsageError
from graphkit.sources import read, write_empty, write_sample


def test_empty_tables_are_read_as_an_empty_data_set(tmp_path: Path) -> None:
    paths = write_empty(tmp_path / "new" / "data")
    assert [path.name for path in paths] == ["columns.csv", *(f"{table}.csv" for table in TABLES)]
    data = read(tmp_path / "new" / "data")
    assert (data.name, data.nodes, data.facts) == ("data", (), ())


def test_an_empty_workbook_is_read_as_an_empty_data_set(tmp_path: Path) -> None:
    assert write_empty(tmp_path, xlsx=True) == (tmp_path / f"{tmp_path.name}.xlsx",)
    assert read(tmp_path / f"{tmp_path.name}.xlsx").nodes == ()


def test_every_column_of_every_table_is_explained(tmp_path: Path) -> None:
    write_empty(tmp_path)
    with (tmp_path / "columns.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["table"], row["column"]) for row in rows] == [
        (table.name, column.name) for table in TABLES.values() for column in table.columns
    ]
    assert all(row["may hold"] and row["meaning"] for row in rows)
    kind = next(row for row in rows if row["column"] == "kind")
    assert kind["required"] == "yes"
    assert {row["required"] for row in rows} == {"yes", ""}
    assert "ResearchInstitute" in kind["may hold"]


def test_a_workbook_begins_with_the_explanation_and_keeps_what_is_typed(tmp_path: Path) -> None:
    (path,) = write_empty(tmp_path, xlsx=True)
    made = load_workbook(path)
    assert made.sheetnames == ["columns", *TABLES]
    assert made["memberships"]["A1"].value == "member"
    assert made["memberships"].column_dimensions["D"].number_format == "@"


def test_the_sample_is_the_same_as_csv_and_as_a_workbook(tmp_path: Path) -> None:
    write_sample(tmp_path / "csv")
    (book,) = write_sample(tmp_path / "xlsx", xlsx=True)
    for people in (False, True):
        as_csv = read(tmp_path / "csv", dataset="sample", people=people)
        assert as_csv == read(book, dataset="sample", people=people)
        assert as_csv.nodes
        assert as_csv.facts


def test_the_sample_is_the_same_in_cp1250_with_semicolons(tmp_path: Path) -> None:
    write_sample(tmp_path / "csv")
    (tmp_path / "excel").mkdir()
    for path in (tmp_path / "csv").iterdir():
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        target = tmp_path / "excel" / path.name
        with target.open("w", encoding="cp1250", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)
    as_written = read(tmp_path / "csv", dataset="sample", people=True)
    assert read(tmp_path / "excel", dataset="sample", people=True) == as_written


@pytest.mark.parametrize("xlsx", [False, True])
def test_nothing_is_overwritten_and_then_nothing_is_written(tmp_path: Path, xlsx: bool) -> None:
    last = tmp_path / (f"{tmp_path.name}.xlsx" if xlsx else "sources.csv")
    last.write_text("mine")
    with pytest.raises(UsageError, match=rf"{last.name} already exists; name another folder"):
        write_empty(tmp_path, xlsx=xlsx)
    assert list(tmp_path.iterdir()) == [last]
    assert last.read_text() == "mine"


def test_a_failure_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def fails_at_places(self: Path, mode: str) -> object:
        if self.name == "places.csv":
            raise OSError(28, os.strerror(28))
        return opened(self, mode)

    monkeypatch.setattr(Path, "open", fails_at_places)
    with pytest.raises(UsageError, match="cannot be written"):
        write_empty(tmp_path / "a" / "b")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(UsageError, match="cannot be written"):
        write_empty(tmp_path / "file")
    assert (tmp_path / "file").read_text() == "mine"


def test_only_the_explanation_of_a_workbook_is_wrapped(tmp_path: Path) -> None:
    (path,) = write_empty(tmp_path, xlsx=True)
    for sheet in load_workbook(path):
        for cell in next(sheet.iter_rows()):
            assert cell.alignment.vertical == "top"
            assert bool(cell.alignment.wrap_text) is (sheet.title == "columns")
