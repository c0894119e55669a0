"""What ties that a file states from both ends say of an end; worked out by hand from each text."""

from __future__ import annotations

from pathlib import Path

from graphkit.sources import Proposal, read_files
from tests.import_statements import statements

_TOTALS = "party1,party2,value,total\nP,Q,5,200\nQ,P,5,138\nQ,R,4,138\nR,Q,4,200\n"
_COLOURS = "source,target,colour\nP,Q,red\nQ,P,blue\nQ,R,green\nR,Q,red\nR,P,\nP,R,red\n"


def _changed(folder: Path, text: str, number: int) -> list[str]:
    """What the text states once the change of this number of its first doubt was taken."""
    file = folder / "pairs.csv"
    file.write_text(text)

    def ask(proposal: Proposal) -> bool | Proposal:
        if proposal.made[0][1].asked.roles or proposal.made[0][1].asked.settings:
            return True
        return proposal.changed(0, proposal.made[0][1].doubts[0].changes[number])

    return statements(read_files([file], confirm=ask, save=False).dataset)


def test_ties_of_a_mutual_kind_that_some_rows_state_from_both_ends_are_one(tmp_path: Path) -> None:
    file = tmp_path / "pairs.csv"
    file.write_text(
        "Organisation 1,Organisation 2,Relation,Topic\nP,Q,partnership,water\nQ,P,partnership,\n"
        "P,R,owns,\nR,P,owns,\nS,P,partnership,fire\n"
    )
    found = read_files([file], yes=True, save=False)
    assert [line for line in statements(found.dataset) if " = " in line] == [
        "P = Q | kind=partnership x_topic=water",
        "P = R | kind=owns",
        "P = R | kind=owns",
        "P = S | kind=partnership x_topic=fire",
    ]
    once = "pairs.csv: 1 tie is stated from both ends, and loaded once; directed = true keeps both"
    assert once in found.remarks
    told = [fact.properties for fact in found.dataset.facts]
    once = [each["locators"] for each in told if each.get("x_topic") == "water"]
    assert once == [["row 2", "row 3"]]


def test_the_two_rows_of_a_tie_that_differ_are_counted(tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text(_COLOURS)
    found = read_files([tmp_path / "pairs.csv"], yes=True, save=False)
    assert [line for line in statements(found.dataset) if " = " in line] == [
        "P = Q | x_colour=red", "P = R | x_colour=red", "Q = R | x_colour=green",
    ]  # fmt: skip
    assert (
        "pairs.csv: 2 rows state their ties again with another colour and were dropped: blue, red "
        "(rows 3, 5)"
    ) in found.remarks
    assert (
        "in doubt: 2 ties differ in colour between their two rows, and the first row counts; if "
        "both are to be kept, write directed = true"
    ) in found.remarks


def test_both_rows_of_a_tie_can_be_kept(tmp_path: Path) -> None:
    found = _changed(tmp_path, _COLOURS, 0)
    assert len([line for line in found if " = " in line]) == 6


def test_what_an_end_says_may_be_said_of_the_other(tmp_path: Path) -> None:
    found = _changed(tmp_path, _TOTALS, 0)
    assert {"P x_total=138", "Q x_total=200", "R x_total=138"} <= {*found}


def test_what_an_end_says_may_be_said_of_each_tie(tmp_path: Path) -> None:
    found = _changed(tmp_path, _TOTALS, 1)
    assert "P = Q | weight=5 x_total=200" in found
    assert "P = Q | weight=5 x_total=138" in found


def test_a_column_that_differs_in_no_tie_is_said_of_ties(tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text("party1,party2,value\nP,Q,5\nQ,P,5\nQ,R,4\nR,Q,4\n")
    found = read_files([tmp_path / "pairs.csv"], yes=True, save=False)
    assert [line for line in statements(found.dataset) if " = " in line] == [
        "P = Q | weight=5", "Q = R | weight=4",
    ]  # fmt: skip
