"""Organisations of one name that a column tells apart; what is expected is by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.model import InvalidData
from graphkit.sources import Proposal, read_files

UNITS = (
    "Name,Parent,Staff\nDept A,,9\nDept B,,8\nFinance Office,Dept A,2\nFinance Office,Dept B,3\n"
    "Desk,Finance Office,1\n"
)
FIRMS = "No,Name,City\n1,Fabric,Radom\n2,Acme,Kielce\n3,Fabric,Gdynia\n4,Cool,Oslo\n"
RULES = (
    '[[sheet]]\nfile = "members.csv"\nshape = "pairs"\n[sheet.columns]\n"Who" = "member"\n'
    '"Where" = "group"\n'
)


def ids(path: Path, answer: str = "") -> set[str]:
    """The ids of the organisations of a file, where a person takes an answer that is offered."""

    def ask(proposal: Proposal) -> bool | Proposal:
        for doubt in proposal.made[0][1].doubts:
            for change in doubt.changes:
                if answer and change.said == answer:
                    return proposal.changed(0, change)
        assert not answer
        return True

    found = read_files([path], confirm=ask)
    return {node.id for node in found.dataset.nodes if node.label == "Organisation"}


def test_names_below_several_others_get_readable_ids_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "units.csv"
    path.write_text(UNITS)
    both = {"finance-office-dept-a", "finance-office-dept-b"}
    assert ids(path) == {"dept-a", "dept-b", "desk", *both}
    again = read_files([path])  # by the mapping
    assert {fact.end[1] for fact in again.dataset.facts if fact.start[1] in both} == {
        "dept-a",
        "dept-b",
    }
    assert any(
        "names as the whole one of several organisations with that name" in line
        for line in again.remarks
    )


@pytest.mark.parametrize(
    ("file", "text", "answer", "expected"),
    [
        (
            "units.csv", UNITS, "each name is that of one organisation",
            {"dept-a", "dept-b", "finance-office", "desk"},
        ),
        (
            "firms.csv", FIRMS, "rows of one name are of one organisation",
            {"fabric", "acme", "cool"},
        ),
        (
            "m.csv", "id,name,networks\n1,Acme,3\n2,Best,1;3\n3,Cool,\n",
            "networks holds something else, and is kept as a further column",
            {"acme", "best", "cool"},
        ),
        (
            "units.csv", "Name,Ward,Staff\nLibrary,North,2\nLibrary,South,3\nDesk,South,1\n",
            "rows of one name are several organisations, told apart by Ward",
            {"library-north", "library-south", "desk"},
        ),
    ],
)  # fmt: skip
def test_the_other_answer_is_offered(
    tmp_path: Path, file: str, text: str, answer: str, expected: set[str]
) -> None:
    path = tmp_path / file
    path.write_text(text)
    assert ids(path, answer) == expected


def test_a_name_alone_does_not_say_which_of_several_is_meant(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text(UNITS)
    ids(tmp_path / "units.csv")
    (tmp_path / "members.csv").write_text("Who,Where\nFinance Office,Forum\nDept A,Forum\n")
    (tmp_path / "members.mapping.toml").write_text(RULES)
    with pytest.raises(InvalidData) as refused:
        read_files([tmp_path / "units.csv", tmp_path / "members.csv"])
    assert str(refused.value.problems[0]) == (
        "members.csv, row 2, column Who: 'Finance Office' is the name of several organisations by "
        "told_apart_by of a table; say by this setting of the table at hand which is meant, or "
        "give ids to all"
    )
