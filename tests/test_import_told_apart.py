"""Organisations of one name that a column tells apart; what is expected is by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.model import InvalidData, UsageError
from graphkit.sources import Proposal, read_files
from graphkit.sources.mapping.form.doubt import Change

UNITS = (
    "Name,Parent,Staff\nDept A,,9\nDept B,,8\nFinance Office,Dept A,2\nFinance Office,Dept B,3\n"
    "Desk,Finance Office,1\n"
)
FIRMS = "No,Name,City\n1,Fabric,Radom\n2,Acme,Kielce\n3,Fabric,Gdynia\n4,Cool,Oslo\n"
RULES = (
    '[[sheet]]\nfile = "members.csv"\nshape = "pairs"\n[sheet.columns]\n"Who" = "member"\n'
    '"Where" = "group"\n'
)


TWINS = (
    "city1,country1,city2,country2\nRadom,PL,Radom,Italy\nRadom,Poland,Kielce,Poland\n"
    "Oslo,Norway,RADOM,Italia\n"
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


@pytest.mark.parametrize(
    "header", ["city1,country1,city2,country2", "first_name,first_country,second_name,"
               "second_country", "Country A,Name A,Country B,Name B"],
)  # fmt: skip
def test_ends_of_ties_are_told_apart_by_their_own_countries(tmp_path: Path, header: str) -> None:
    path = tmp_path / "twins.csv"
    rows = [line.split(",") for line in TWINS.splitlines()[1:]]
    if header.startswith("Country"):
        rows = [[row[at] for at in (1, 0, 3, 2)] for row in rows]
    path.write_text("\n".join([header, *map(",".join, rows)]) + "\n")
    assert ids(path) == {"radom-poland", "radom-italy", "kielce", "oslo"}
    ties = [
        fact for fact in read_files([path]).dataset.facts if fact.relation == "COLLABORATES_WITH"
    ]
    assert {frozenset((tie.start[1], tie.end[1])) for tie in ties} == {
        frozenset(pair)
        for pair in (
            ("radom-poland", "radom-italy"), ("radom-poland", "kielce"), ("oslo", "radom-italy"),
        )
    }  # fmt: skip


def test_names_with_two_countries_that_are_not_tied_to_themselves_are_a_doubt(
    tmp_path: Path,
) -> None:
    path = tmp_path / "twins.csv"
    path.write_text(TWINS.replace("Radom,PL,Radom,Italy\n", ""))
    apart = "they are several organisations, told apart by country1"
    assert ids(path, apart) == {"radom-poland", "radom-italy", "kielce", "oslo"}


def test_another_shape_ties_names_and_the_setting_says_where_it_cannot_apply(
    tmp_path: Path,
) -> None:
    path = tmp_path / "twins.csv"
    path.write_text(TWINS)

    def ask(proposal: Proposal) -> Proposal:
        listed = proposal.changed(0, Change.to("", shape="organisations"))
        tied = listed.changed(0, Change.to("", shape="ties"))
        assert tied.made[0][1].mapping.roles == ("a", "a country", "b", "b country")
        with pytest.raises(UsageError, match="told_apart_by: 'city2' is not said of both ends"):
            tied.changed(0, Change.to("", told_apart_by="city2"))
        return tied

    found = read_files([path], confirm=ask)
    assert "radom-italy" in {node.id for node in found.dataset.nodes}


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


def test_a_first_name_that_is_an_end_of_ties_is_not_said_to_be_of_people(tmp_path: Path) -> None:
    path = tmp_path / "twins.csv"
    path.write_text("first_name,region,second_name\nRadom,north,Kielce\nOslo,south,Bergen\n")

    def ask(proposal: Proposal) -> Proposal:
        tied = proposal.changed(0, Change.to("", shape="ties"))
        assert {*tied.made[0][1].mapping.roles} == {"a", "b", "attribute"}
        assert not [doubt for doubt in tied.made[0][1].doubts if "people" in doubt.text]
        return tied

    read_files([path], confirm=ask)


def test_an_id_before_the_title_of_a_project_is_that_of_the_project(tmp_path: Path) -> None:
    path = tmp_path / "projects.csv"
    path.write_text(
        "id,title,organisation\nP-7,Green Paths,Alpha Works\nP-9,Blue Ways,Beta University\n"
    )
    found = read_files([path], yes=True, save=False)
    ids = {node.id: node.name for node in found.dataset.nodes if node.label == "Organisation"}
    assert {*ids.values()} == {"Alpha Works", "Beta University"}
    assert not [key for key in ids if key.startswith("p-")]
    assert [line for line in found.remarks if "id is taken for the ids of what title names" in line]


def test_groups_of_one_name_are_told_apart_by_their_codes(tmp_path: Path) -> None:
    groups = {"g1": "Four Rivers", "g2": "Green Hills", "g3": "Blue Bay", "g4": "Four Rivers"}
    path = tmp_path / "unions.csv"
    path.write_text(
        "code,union,member\n"
        + "".join(f"{key},{name},{key} {at}\n" for key, name in groups.items() for at in range(3))
    )
    found = read_files([path], yes=True, save=False)
    names = [node.name for node in found.dataset.nodes if node.label == "Organisation"]
    assert names.count("Four Rivers") == 2
    assert [line for line in found.remarks if "g1 and g4 have the same name" in line]
