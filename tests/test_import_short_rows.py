"""Rows with fewer cells than there are columns, as workbooks store rows that end in blanks.

Expected statements are by hand; of random rows, a padded file of the same cells is the oracle.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from graphkit.model import InvalidData, UsageError
from graphkit.sources import read_files
from tests.amounts import examples
from tests.import_statements import statements

MAPPING = (
    '[[sheet]]\nshape = "pairs"\nlayer = "membership"\n[sheet.columns]\n'
    '"Ministry" = "group"\n"Organization" = "member"\n'
)
OF_FOUR = MAPPING + '"Since" = "start"\n"Topic" = "member x_topic"\n'
CELLS = st.sampled_from(["", "Alpha", "Beta", "Energy", "2014", "yes", "x", "PL", "n/a"])
HEADER = ["Ministry", "Organization", "Since", "Topic"]


def book(folder: Path, rows: Sequence[Sequence[object]]) -> Path:
    made = Workbook()
    assert made.active is not None
    for row in rows:
        made.active.append(row)
    made.save(folder / "list.xlsx")
    return folder / "list.xlsx"


def test_a_row_that_ends_before_the_name_is_reported(tmp_path: Path) -> None:
    rows = [["Ministry", "Organization"], ["Health", "Alpha"], ["Health", "Beta"]]
    path = book(tmp_path, [*rows, ["Work", "Alpha"], ["Work"]])
    (tmp_path / "m.toml").write_text(MAPPING)
    with pytest.raises(InvalidData) as refused:
        read_files([path], mapping=tmp_path / "m.toml", save=False)
    (problem,) = refused.value.problems
    assert (problem.row, problem.column, problem.what) == (5, "Organization", "is empty")
    found = read_files([path], mapping=tmp_path / "m.toml", save=False, on_error="skip")
    assert [line for line in statements(found.dataset) if " : " in line] == [
        "Alpha : Health",
        "Alpha : Work",
        "Beta : Health",
    ]
    assert found.read[0].rows == 4


def outcome(rows: Sequence[Sequence[str]], mapped: bool) -> list[str]:
    """What a workbook states, or why it is refused."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        mapping = folder / "m.toml" if mapped else None
        (folder / "m.toml").write_text(OF_FOUR)
        path = book(folder, rows)
        try:
            found = read_files([path], yes=True, mapping=mapping, save=False, on_error="skip")
        except (InvalidData, UsageError) as error:
            return [str(error).replace(name, "")]
        return [*statements(found.dataset), *found.remarks]


@settings(max_examples=examples(6), deadline=None)
@given(st.lists(st.lists(CELLS, max_size=4), min_size=1, max_size=6), st.booleans())
def test_a_short_row_reads_as_one_with_blanks_at_its_end(rows, mapped) -> None:
    short = [HEADER, *rows]
    full = [[*row, *[""] * (len(HEADER) - len(row))] for row in short]
    assert outcome(short, mapped) == outcome(full, mapped)
