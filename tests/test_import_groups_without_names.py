"""Groups that are all called by one word, and what is asked about them; expected values by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.model import UsageError
from graphkit.sources import Proposal, read_files
from tests.import_statements import statements

_ALLIED = (
    "Year,Municipality,Coalition,Parties\n2013,Ashford,COALICIÓN,North;South\n"
    "2013,Bury,COALICIÓN,East;West\n2013,Colne,Together,East;North\n"
)
_BIDS = (
    "Bidder,Consortium,Case\nAcme,Joint venture,B1\nBest,Joint venture,B1\n"
    "Cool,Joint venture,B2\nDale,Joint venture,B2\nAcme,North Consortium,B4\n"
)


def _read(folder: Path, text: str, *numbers: int, save: bool = False) -> tuple[list[str], str]:
    """What the text states once these changes of its first doubt were taken, and the doubt."""
    file = folder / "list.csv"
    file.write_text(text)
    said = []

    def ask(proposal: Proposal) -> bool | Proposal:
        said.append(proposal.made[0][1].doubts[0].text)
        for number in numbers:
            proposal = proposal.changed(0, proposal.made[0][1].doubts[0].changes[number])
        return proposal

    return statements(read_files([file], confirm=ask, save=save).dataset), said[0]


def test_each_row_that_lists_members_is_a_group_of_its_own(tmp_path: Path) -> None:
    expected = [
        "COALICIÓN (row 2) (Association)",
        "COALICIÓN (row 3) (Association)",
        "East",
        "East : COALICIÓN (row 3) | 2013.. x_municipality=Bury",
        "East : Together | 2013.. x_municipality=Colne",
        "North",
        "North : COALICIÓN (row 2) | 2013.. x_municipality=Ashford",
        "North : Together | 2013.. x_municipality=Colne",
        "South",
        "South : COALICIÓN (row 2) | 2013.. x_municipality=Ashford",
        "Together (Association)",
        "West",
        "West : COALICIÓN (row 3) | 2013.. x_municipality=Bury",
    ]
    found, said = _read(tmp_path, _ALLIED, save=True)
    assert found == expected
    assert said == (
        "2 rows call their group COALICIÓN, which is a word for groups and no name, and differ in "
        "its members; each of these rows is taken for a group of its own; if all are one, delete "
        "group_of_row"
    )
    again = read_files([tmp_path / "list.csv"])  # by the mapping that was written
    assert statements(again.dataset) == expected
    assert not [line for line in again.remarks if "not kept" in line]


def test_such_rows_of_two_files_are_two_groups(tmp_path: Path) -> None:
    for name in ("north", "south"):
        (tmp_path / f"{name}.csv").write_text(_ALLIED)
    files = [tmp_path / "north.csv", tmp_path / "south.csv"]
    found = read_files(files, confirm=lambda _: True, save=False)
    assert [line for line in statements(found.dataset) if line.startswith("COAL")] == [
        f"COALICIÓN ({file}, row {row}) (Association)"
        for file in ("north", "south")
        for row in (2, 3)
    ]


def test_all_such_rows_may_be_one_group(tmp_path: Path) -> None:
    found, _ = _read(tmp_path, _ALLIED, 0)
    assert [line for line in found if " : COALICIÓN" in line] == [
        "East : COALICIÓN | 2013.. x_municipality=Bury",
        "North : COALICIÓN | 2013.. x_municipality=Ashford",
        "South : COALICIÓN | 2013.. x_municipality=Ashford",
        "West : COALICIÓN | 2013.. x_municipality=Bury",
    ]


def test_what_was_taken_for_one_group_may_be_told_apart_again(tmp_path: Path) -> None:
    one, _ = _read(tmp_path, _ALLIED, 0)
    again, _ = _read(tmp_path, _ALLIED, 0, 0)
    assert [line for line in one if line.startswith("COAL")] == ["COALICIÓN (Association)"]
    assert [line for line in again if line.startswith("COAL")] == [
        "COALICIÓN (row 2) (Association)", "COALICIÓN (row 3) (Association)",
    ]  # fmt: skip


def test_another_column_may_tell_groups_of_one_word_apart(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(_BIDS)
    with pytest.raises(UsageError, match='if Case tells the groups apart, write "group id"'):
        read_files([tmp_path / "list.csv"], yes=True, save=False)
    found, _ = _read(tmp_path, _BIDS, 0)
    assert [line for line in found if line.startswith("Joint")] == [
        "Joint venture x_case=B1", "Joint venture x_case=B2",
    ]  # fmt: skip


def test_one_group_may_be_called_by_a_word(tmp_path: Path) -> None:
    file = tmp_path / "seats.csv"
    file.write_text("Member,Group,Since\nAcme,Consortium,2001\nBest,Consortium,2002\nCool,Board,\n")
    found = read_files([file], yes=True, save=False)
    assert [line for line in statements(found.dataset) if " : " in line] == [
        "Acme : Consortium | 2001..", "Best : Consortium | 2002..", "Cool : Board",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "mark", "group"),
    [
        ("Ventures", "Partner 1,Partner 2,Partner 3,Year,Topic\nAcme,Best,,2010,sea\n"
         "Best,Cool,Dale,2011,sky\n", ":", "Ventures (row {})"),
        ("Agreements", "Partners,Year,Topic\nAcme; Best,2010,sea\nBest; Cool; Dale,2011,sky\n",
         "~", "[agreement] Agreements (row {}) .."),
    ],
)  # fmt: skip
def test_rows_that_name_several_members_and_no_group_are_groups(
    tmp_path: Path, name: str, text: str, mark: str, group: str
) -> None:
    file = tmp_path / f"{name.lower()}.csv"
    file.write_text(text)
    left = []

    def ask(proposal: Proposal) -> bool | Proposal:
        own = "each row is a group of its own"
        doubts = proposal.made[0][1].doubts
        change = next(each for doubt in doubts for each in doubt.changes if each.said == own)
        proposal = proposal.changed(0, change)
        left.extend(doubt.text for doubt in proposal.made[0][1].doubts)
        return proposal

    found = statements(read_files([file], confirm=ask).dataset)
    assert not [text for text in left if "no column" in text]
    assert found == statements(read_files([file]).dataset)  # by the mapping that was written
    assert [line for line in found if f" {mark} " in line or "x_" in line] == [
        f"Acme {mark} {name} (row 2) | 2010..",
        f"Best {mark} {name} (row 2) | 2010..",
        f"Best {mark} {name} (row 3) | 2011..",
        f"Cool {mark} {name} (row 3) | 2011..",
        f"Dale {mark} {name} (row 3) | 2011..",
        f"{group.format(2)} x_topic=sea",
        f"{group.format(3)} x_topic=sky",
    ]
