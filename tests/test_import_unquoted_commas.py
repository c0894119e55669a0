"""Cells with commas that nobody put in quotation marks; what they state was worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.model import InvalidData
from graphkit.sources import read_files
from tests.import_statements import statements

_LIST = """Organisation,Network,Address
Acme,Water Forum,Rue Haute 1, Namur
Best, Ltd.,Water Forum,Main Road 2, North End, Leeds
Cool,Wind Forum,Nowhere
"""


def test_what_begins_with_a_space_is_the_rest_of_the_cell_before(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(_LIST)
    found = read_files([file], yes=True)
    assert [line for line in statements(found.dataset) if " : " in line] == [
        "Acme : Water Forum | x_address=Rue Haute 1, Namur",
        "Best, Ltd. : Water Forum | x_address=Main Road 2, North End, Leeds",
        "Cool : Wind Forum | x_address=Nowhere",
    ]
    said = next(line for line in found.remarks if "more cells" in line)
    assert said == (
        "in doubt: list.csv: 2 rows have more cells than the 3 columns; what begins with a space "
        "is taken for the rest of the cell before it: 'Rue Haute 1, Namur' (row 2)"
    )


@pytest.mark.parametrize(
    "row",
    ["Dale,Wind Forum,Road 3,Hull", "Dale, Wind Forum,Road 3", "Dale,Wind Forum, Road 3, Hull"],
)
def test_where_it_is_not_certain_the_row_is_refused(tmp_path: Path, row: str) -> None:
    file = tmp_path / "list.csv"
    file.write_text(f"{_LIST}{row}\n")
    with pytest.raises(InvalidData, match="cells, the header"):
        read_files([file], yes=True)


def test_a_list_with_spaces_behind_the_delimiter_of_the_file_is_a_list(tmp_path: Path) -> None:
    file = tmp_path / "umowy.csv"
    file.write_text("Umowa;Strony;Data\nUmowa nr 1;Acme; Best;2014\nUmowa nr 2;Acme;2015\n")
    found = read_files([file], yes=True)
    assert [fact.start[1] for fact in found.dataset.facts] == ["acme", "acme", "best"]
    assert any("what begins with a space" in line for line in found.remarks)


def test_a_matrix_whose_file_says_directed_keeps_both_directions(tmp_path: Path) -> None:
    file = tmp_path / "ties_directed.csv"
    file.write_text(",Acme,Best,Cool\nAcme,0,1,1\nBest,1,0,0\nCool,0,0,0\n")
    assert len(read_files([file], yes=True).dataset.facts) == 3
