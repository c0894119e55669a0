"""The further columns of other people's files: kept under a name, on what they are about.

What is expected was worked out by hand from the text of each file.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.model import InvalidData, UsageError
from graphkit.model.stated_properties import own_columns
from graphkit.sources import FilesRead, read_files
from tests.commands import graphkit
from tests.import_statements import statements

MEMBERS = (
    "Organisation,Topic area,Employees,Signed the code\n"
    "Acme,energy,120,yes\n"
    "Best,water,n/a,no\n"
    "Cool,energy,9,\n"
)


def found(folder: Path, text: str, columns: str = "", **more: object) -> FilesRead:
    """What a file of members states, by a mapping of these lines or by what is proposed."""
    (folder / "forum-members.csv").write_text(text, encoding="utf-8")
    mapping = None
    if columns:
        mapping = folder / "m.toml"
        head = '[[sheet]]\nshape = "pairs"\ngroup = "Forum"\n'
        mapping.write_text(f"{head}[sheet.columns]\n{columns}", encoding="utf-8")
    return read_files([folder / "forum-members.csv"], mapping=mapping, yes=True, save=False, **more)


def test_they_are_named_after_the_header_and_counted(tmp_path: Path) -> None:
    read = found(tmp_path, MEMBERS)
    assert statements(read.dataset) == [
        "Acme : Forum members",
        "Acme x_employees=120 x_signed_the_code=True x_topic_area=energy",
        "Best : Forum members",
        "Best x_signed_the_code=False x_topic_area=water",
        "Cool : Forum members",
        "Cool x_employees=9 x_topic_area=energy",
        "Forum members (Association)",
    ]
    assert read.remarks[-2:] == (
        "forum-members.csv: 1 cell of further columns counts as blank: n/a (row 3)",
        "forum-members.csv: 3 further columns are kept: x_topic_area (text, 3), "
        "x_employees (whole number, 2), x_signed_the_code (yes or no, 2)",
    )


def test_a_mapping_names_them_and_says_what_they_are_about(tmp_path: Path) -> None:
    columns = (
        '"Organisation" = "member"\n"Topic area" = "member x_topic"\n'
        '"Employees" = "x_staff"\n"Signed the code" = "group x_code"\n'
    )
    assert statements(found(tmp_path, MEMBERS, columns).dataset) == [
        # One group of all rows has no column that names it: what a row says is of the membership.
        "Acme : Forum | x_code=True x_staff=120",
        "Acme x_topic=energy",
        "Best : Forum | x_code=False",
        "Best x_topic=water",
        "Cool : Forum | x_staff=9",
        "Cool x_topic=energy",
        "Forum",
    ]


def test_what_is_skipped_is_not_kept(tmp_path: Path) -> None:
    columns = (
        '"Organisation" = "member"\n"Topic area" = "skip"\n'
        '"Employees" = "attribute"\n"Signed the code" = "skip"\n'
    )
    assert own_columns(found(tmp_path, MEMBERS, columns).dataset) == (
        "MEMBER_OF.x_employees: whole number",
    )


def test_a_second_value_of_the_same_organisation_is_counted(tmp_path: Path) -> None:
    text = "Organisation,Project,Topic\nAcme,A,energy\nAcme,B,water\nBest,B,water\n"
    (tmp_path / "m.toml").write_text(
        '[[sheet]]\nshape = "pairs"\nlayer = "collaboration"\n[sheet.columns]\n'
        '"Organisation" = "member"\n"Project" = "group"\n"Topic" = "member attribute"\n'
    )
    (tmp_path / "p.csv").write_text(text)
    read = read_files([tmp_path / "p.csv"], mapping=tmp_path / "m.toml")
    assert "Acme x_topic=energy|water" in statements(read.dataset)
    said = "states another x_topic than an earlier one, both were kept: Acme: water (row 3)"
    assert f"p.csv: 1 row {said}" in read.remarks


@pytest.mark.parametrize(
    ("cells", "type", "values"),
    [
        (["07.11.2014", "Nov 2015", "2016"], "date", ["2014-11-07", "2015-11", "2016"]),
        (["1,234.5", "€ 12"], "decimal number", [1234.5, 12.0]),
        (["2014", "2015"], "whole number", [2014, 2015]),
        (["5.2014", "3.25"], "decimal number", [5.2014, 3.25]),
        (["007", "12"], "text", ["007", "12"]),
        (["a|b", "c"], "several texts", [["a", "b"], ["c"]]),
        (["07.11.2014", "soon"], "text", ["07.11.2014", "soon"]),
    ],
)
def test_dates_and_numbers_are_read_as_people_write_them(
    tmp_path: Path, cells: list[str], type: str, values: list[object]
) -> None:
    rows = "\n".join(f'"Firm {at}x";"{cell}"' for at, cell in enumerate(cells))
    columns = '"Organisation" = "member"\n"It" = "member attribute"\n'
    dataset = found(tmp_path, f"Organisation;It\n{rows}\n", columns).dataset
    assert own_columns(dataset) == (f"Organisation.x_it: {type}",)
    kept = [node.properties["x_it"] for node in dataset.nodes if "x_it" in node.properties]
    assert kept == values


def test_a_separator_makes_several_texts(tmp_path: Path) -> None:
    text = "Organisation,Tags\nAcme,red; blue\nBest,red\n"
    columns = (
        '"Organisation" = "member"\n"Tags" = "member attribute"\n[sheet.split]\n"Tags" = ";"\n'
    )
    lines = statements(found(tmp_path, text, columns).dataset)
    assert "Acme x_tags=red|blue" in lines
    assert "Best x_tags=red" in lines


@pytest.mark.parametrize(
    ("headers", "names"),
    [
        (["Topic", "topic ", "TOPIC"], ["x_topic", "x_topic_2", "x_topic_3"]),
        (["x_topic", "X-Topic"], ["x_topic", "x_topic_2"]),
        (["A`}) DETACH DELETE (n) //"], ["x_a_detach_delete_n"]),
        (["<img src=x onerror=alert(1)>"], ["x_img_src_x_onerror_alert_1"]),
        (["=cmd|' /C calc'!A0"], ["x_cmd_c_calc_a0"]),
        (["Żółw 🐢", "№"], ["x_żółw", "x_no"]),
        (["a" * 300, "a" * 301], ["x_" + "a" * 58, "x_" + "a" * 56 + "_2"]),
        (["ecMaxContribution"], ["x_ec_max_contribution"]),
    ],
)
def test_any_header_makes_a_name(tmp_path: Path, headers: list[str], names: list[str]) -> None:
    quoted = ",".join(f'"{each}"' for each in headers)
    text = f"Organisation,{quoted}\n" + "".join(
        f"Firm {at}x{',v' * len(headers)}\n" for at in range(3)
    )
    toml = "".join(
        f'"{each}" = "member attribute"\n' for each in dict.fromkeys(h.strip() for h in headers)
    )
    dataset = found(tmp_path, text, f'"Organisation" = "member"\n{toml}').dataset
    assert own_columns(dataset) == tuple(sorted(f"Organisation.{name}: text" for name in names))


def test_what_our_tables_have_no_column_for_is_kept_too(tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_text(
        '[[sheet]]\nshape = "pairs"\nlayer = "declaration"\n[sheet.columns]\n"Who" = "member"\n'
        '"Pact" = "group"\n"About" = "group description"\n"Paid" = "contribution"\n'
    )
    (tmp_path / "p.csv").write_text("Who,Pact,About,Paid\nAcme,Peace,short,5\n")
    read = read_files([tmp_path / "p.csv"], mapping=tmp_path / "m.toml")
    assert statements(read.dataset) == [
        "Acme",
        "Acme ~ Peace | .. x_contribution=5",
        "[declaration] Peace .. x_about=short",
    ]
    said = "states a contribution, which signatories do not have; it is kept as x_contribution"
    assert f"p.csv: 1 row {said}: 5 (row 2)" in read.remarks


def test_a_cell_that_is_too_long_is_left_out_and_counted(tmp_path: Path) -> None:
    columns = '"Organisation" = "member"\n"Text" = "member attribute"\n'
    read = found(tmp_path, f"Organisation,Text\nAcme,{'x' * 10_001}\nBest,y\n", columns)
    assert "Best x_text=y" in statements(read.dataset)
    assert (
        "forum-members.csv: 1 cell of Text is longer than 10,000 characters and was left out: "
        "xxxxxxxxxxxxxxxxxxxx… (row 2)"
    ) in read.remarks


def test_strict_reading_refuses_a_word_for_a_blank(tmp_path: Path) -> None:
    with pytest.raises(InvalidData) as raised:
        found(tmp_path, MEMBERS, strict=True)
    assert [str(each) for each in raised.value.problems] == [
        "forum-members.csv, row 3, column Employees: 'n/a' counts as blank; leave it blank"
    ]


def test_what_makes_a_text_of_a_column_of_numbers_is_told(tmp_path: Path) -> None:
    text = "Organisation,Employees\nAcme,10\nBest,about 50\nCool,20\n"
    columns = '"Organisation" = "member"\n"Employees" = "member attribute"\n'
    read = found(tmp_path, text, columns)
    assert read.remarks[-1] == (
        "forum-members.csv: x_employees is kept as text: 1 of 3 cells is not a number: about 50"
    )


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("member x_", "pairs have no 'member x_'"),
        ("member x_topic area", "pairs have no 'member x_topic area'"),
        ("member X_Topic", "pairs have no 'member X_Topic'"),
        ("a x_topic", "pairs have no 'a x_topic'"),
        ("group x_a`b", "pairs have no 'group x_a`b'"),
    ],
)
def test_a_wrong_name_in_a_mapping_is_told(tmp_path: Path, role: str, said: str) -> None:
    columns = f'"Organisation" = "member"\n"Topic" = "{role}"\n'
    with pytest.raises(UsageError, match=f"sheet 1, column 'Topic': {said}"):
        found(tmp_path, "Organisation,Topic\nAcme,a\n", columns)


def test_one_name_for_two_columns_is_told(tmp_path: Path) -> None:
    columns = '"Organisation" = "member"\n"A" = "member x_a"\n"B" = "member x_a"\n'
    with pytest.raises(UsageError, match="two columns are x_a; give one of them another name"):
        found(tmp_path, "Organisation,A,B\nAcme,a,b\n", columns)


def test_a_file_becomes_a_store_that_can_be_asked(tmp_path: Path) -> None:
    (tmp_path / "forum-members.csv").write_text(MEMBERS)
    ran = graphkit("load", "forum-members.csv", "--yes", cwd=tmp_path)
    assert ran.returncode == 0
    assert "3 further columns are kept: x_topic_area (text, 3)" in ran.stderr
    ran = graphkit("rank", "--where", "topic_area=energy", "--format", "csv", cwd=tmp_path)
    assert len(ran.stdout.splitlines()) == 3
    assert graphkit("verify", "forum-members.csv", cwd=tmp_path).returncode == 0
