"""A name of a column that is a slip for a known word: another reading is offered, and loads."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.sources import Proposal, read_files
from tests.import_statements import statements

TABLE = "zone,{},AB,CD\nNorth,Front,1,0\nSouth,Union,1,1\nWest,Left,0,1\n"
AS_ALLIANCES = [
    "AB", "AB : Front", "AB : Union", "CD", "CD : Left", "CD : Union",
    "Front (Association) x_zone=North", "Left (Association) x_zone=West",
    "Union (Association) x_zone=South",
]  # fmt: skip


@pytest.mark.parametrize("name", ["allience", "allliance", "allianec"])
def test_a_misspelt_name_of_a_column_is_offered_as_the_known_word(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / "parties.csv"
    path.write_text(TABLE.format(name))

    def ask(proposal: Proposal) -> Proposal:
        doubt = next(
            doubt
            for doubt in proposal.made[0][1].doubts
            if doubt.alone == f"{name} may be a slip for alliance"
        )
        assert [change.said for change in doubt.changes] == [f"{name} is alliance"]
        return proposal.changed(0, doubt.changes[0])

    read = read_files([path], confirm=ask)
    assert statements(read.dataset) == AS_ALLIANCES
    assert statements(read_files([path]).dataset) == AS_ALLIANCES


@pytest.mark.parametrize("name", ["alliance", "balance", "defiance", "employees"])
def test_known_words_and_others_are_no_slips(name: str, tmp_path: Path) -> None:
    path = tmp_path / "parties.csv"
    path.write_text(TABLE.format(name))
    remarks = read_files([path], yes=True, save=False).remarks
    assert not [remark for remark in remarks if "slip" in remark]
