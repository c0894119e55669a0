"""Which files are read, in which encodings and with which delimiters; what a row's number is."""

from __future__ import annotations

import unicodedata
import zipfile
from pathlib import Path

import pytest

from graphkit.model import InvalidData, UsageError
from graphkit.sources import read, read_files, read_sample, write_sample
from tests.sources_tables import ORGANISATIONS, found, load, node, places, write

SEMICOLONS = ORGANISATIONS.replace(",", ";")


@pytest.mark.parametrize(
    "content",
    [
        ORGANISATIONS.encode("utf-8-sig"),
        ORGANISATIONS.encode("utf-16"),
        ORGANISATIONS.encode("cp1250"),
        ORGANISATIONS.replace("\n", "\r\n").encode(),
        ORGANISATIONS.replace("\n", "\r").encode(),
        SEMICOLONS.encode("cp1250"),
        ORGANISATIONS.replace(",", "\t").encode(),
        ORGANISATIONS.replace("id,name,kind", " ID ,Name,KIND,,").encode(),
        unicodedata.normalize("NFD", ORGANISATIONS).encode(),
    ],
    ids=["bom", "utf-16", "cp1250", "crlf", "cr", "polish-excel", "tabs", "header", "nfd"],
)
def test_encodings_delimiters_and_line_ends_do_not_matter(tmp_path: Path, content: bytes) -> None:
    assert load(tmp_path / "a", organisations=content) == load(tmp_path / "b")


def test_the_delimiter_is_taken_from_the_header_alone(tmp_path: Path) -> None:
    text = 'id;name;kind\na;"One, two, three, four, five";Company\n'
    assert node(load(tmp_path, organisations=text), "a").name == "One, two, three, four, five"


def test_file_names_are_case_insensitive_and_may_end_in_tsv(tmp_path: Path) -> None:
    tabs = ORGANISATIONS.replace(",", "\t")
    folder = write(tmp_path, {"Organisations.TSV": tabs})
    assert len(read(folder).nodes) == 3


def test_the_data_set_is_named_after_the_folder_unless_told(tmp_path: Path) -> None:
    folder = write(tmp_path / "metal clusters", {"organisations": ORGANISATIONS})
    assert read(folder).name == "metal clusters"
    assert read(folder, dataset="metal").name == "metal"
    with pytest.raises(UsageError, match="the data set's name is empty; give a name"):
        read(folder, dataset=" ")


def test_the_explanation_hidden_files_and_other_formats_are_passed_over(tmp_path: Path) -> None:
    others = {"columns.csv": "x", "_draft.csv": "x", ".hidden.csv": "x", "read.md": "x"}
    write(tmp_path, others)
    assert found(tmp_path) == ()


def test_a_file_that_is_no_table_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, organizations=ORGANISATIONS)
    assert problem.file == "organizations.csv"
    assert "rename the file to organisations" in problem.cure


def test_two_files_for_one_table_are_told(tmp_path: Path) -> None:
    write(tmp_path, {"organisations.tsv": "id\tname\tkind\n"})
    (problem,) = found(tmp_path)
    assert (problem.file, problem.row) == ("organisations.tsv", None)
    assert "also in organisations.csv" in problem.what


def test_a_folder_must_have_organisations(tmp_path: Path) -> None:
    with pytest.raises(InvalidData, match="the table organisations is missing"):
        read(write(tmp_path, {"sources": "id,title\ns,Source\n"}))


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("absent", "check the name"),
        ("old.xls", "give a file with a table or a graph"),
        ("free.ods", "give a file with a table or a graph"),
        ("organisations.csv", "give a file with a table or a graph"),
        ("empty.xlsx", "give a file with a table or a graph"),
        ("text.pdf", "give a file that ends in"),
        ("other.xlsx", "password-protected workbook as .xlsx"),
    ],
)
def test_a_path_that_cannot_be_read_has_a_cure(tmp_path: Path, name: str, cure: str) -> None:
    if name != "absent":
        filled = name in ("text.pdf", "other.xlsx")
        (tmp_path / name).write_bytes(b"%PDF-1.7 \x00\x01" if filled else b"")
    with pytest.raises(InvalidData) as raised:
        read(tmp_path / name)
    (problem,) = raised.value.problems
    assert problem.row is None
    assert problem.file.endswith(name)
    assert cure in problem.cure


def test_a_workbook_is_known_by_its_content_when_its_ending_says_nothing(tmp_path: Path) -> None:
    (written,) = write_sample(tmp_path / "mine", xlsx=True)
    bare = written.rename(tmp_path / "download")
    assert read(bare, dataset="sample") == read_sample()


def test_a_folder_with_only_a_workbook_is_read_for_that(tmp_path: Path) -> None:
    (tmp_path / "graphkit.xlsx").write_bytes(b"no workbook")
    with pytest.raises(InvalidData, match=r"^graphkit\.xlsx is not an \.xlsx workbook"):
        read(tmp_path)


def test_bytes_of_no_encoding_are_told_with_their_line(tmp_path: Path) -> None:
    content = "id,name,kind\na,Spó".encode("cp1250") + b"\x81ka,Company\n"
    (problem,) = found(tmp_path, organisations=content)
    assert "encoding that is not recognised: byte 0xF3 on line 2" in problem.what
    assert "CSV UTF-8" in problem.cure


def test_broken_utf8_is_not_read_as_cp1250(tmp_path: Path) -> None:
    content = ORGANISATIONS.encode() + b"x,\xc5 broken,Company\n"
    (problem,) = found(tmp_path, organisations=content)
    assert "UTF-8 with a broken character on line 5" in problem.what


def test_a_file_that_cannot_be_read_makes_no_reference_to_it_dangle(tmp_path: Path) -> None:
    memberships = "member,group\nx,y\n"
    problems = found(tmp_path, organisations=b"PK\x03\x04", memberships=memberships)
    assert [problem.what for problem in problems] == ["is a workbook, not CSV"]


@pytest.mark.parametrize("content", [b"", b"\n\n", b" , ,\n", b"\xef\xbb\xbf"])
def test_a_file_without_column_names_is_told(tmp_path: Path, content: bytes) -> None:
    (problem,) = found(tmp_path, organisations=content)
    assert (problem.row, problem.what) == (1, "there are no column names")


def test_rows_count_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    text = 'id,name,kind,note\n\na,A,Company,"two\nlines"\n,,,\nb,,Company,\n'
    problems = found(tmp_path, organisations=text)
    assert places(problems) == [("organisations.csv", 5, "name")]


def test_line_breaks_in_notes_become_spaces(tmp_path: Path) -> None:
    text = 'id,name,kind,note\na,A,Company,"two\r\nlines\tand more"\n'
    assert node(load(tmp_path, organisations=text), "a").properties["note"] == "two lines and more"


def test_cells_beyond_the_header_are_told_and_blank_ones_are_not(tmp_path: Path) -> None:
    text = "id,name,kind\na,A,Company,,\nb,B,Company,,more\n"
    (problem,) = found(tmp_path, organisations=text)
    assert (problem.row, problem.what) == (3, "the row has 5 cells, the header 3")


def test_a_quotation_mark_left_open_is_told_once(tmp_path: Path) -> None:
    text = ORGANISATIONS + 'x,"X,Company\ny,Y,Company\n'
    problems = found(tmp_path, organisations=text, memberships="member,group\ny,kom\n")
    assert [problem.row for problem in problems] == [5]
    assert "opened but not closed" in problems[0].what
    assert problems[0].cure == "close it, or write it twice if it is part of the text"


def test_text_after_a_closing_quotation_mark_does_not_hide_what_follows(tmp_path: Path) -> None:
    text = ORGANISATIONS + 'x,"X" Ltd,Company\ny,,Company\n'
    problems = found(tmp_path, organisations=text)
    assert places(problems) == [("organisations.csv", 5, None), ("organisations.csv", 6, "name")]
    assert problems[0].what == "text follows a closing quotation mark"
    assert problems[0].cure == 'write a quotation mark inside a quoted cell twice: ""'


def test_a_cell_longer_than_any_field_is_told(tmp_path: Path) -> None:
    rows = f"id,name,kind\na,{'x' * 10_001},Company\nb,{'x' * 10_000},Company\n"
    assert places(found(tmp_path, organisations=rows)) == [("organisations.csv", 2, "name")]
    huge = f"id,name,kind\na,{'x' * 200_000},Company\n"
    (problem,) = found(tmp_path, organisations=huge)
    assert problem.row == 2


def test_columns_are_checked_by_name(tmp_path: Path) -> None:
    text = "id,nmae,kind,Kind,colour,,\na,A,Company,Other,red,,\n"
    problems = found(tmp_path, organisations=text)
    assert [(problem.column, problem.what, problem.cure) for problem in problems] == [
        (
            "colour",
            "the table organisations does not have this column",
            "name it x_colour to keep it, or delete it",
        ),
        ("kind", "the column appears twice", "keep one of the two"),
        ("nmae", "the table organisations does not have this column", "did you mean name?"),
    ]
    assert {problem.row for problem in problems} == {1}


def test_cells_under_no_name_are_told(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, organisations="id,,name,kind\na,x,A,Company\n")
    assert problem.what == "column 2 has cells but no name"


def test_a_row_that_repeats_another_is_told(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, organisations=ORGANISATIONS + "acme,Acme,Company\n")
    assert (problem.row, problem.what) == (5, "the row repeats row 4")


def test_all_problems_are_told_in_order_of_file_row_and_column(tmp_path: Path) -> None:
    problems = found(
        tmp_path,
        organisations="id,name,kind,nip\nb b,,Frim,1\na,A,Cluster,\na,B,Clster,\n",
        memberships="member,group,start,end\nz,a,2015,2014\n",
        ties="a,b,weight\na,A,0\n",
    )
    assert places(problems) == [
        ("memberships.csv", 2, "end"),
        ("memberships.csv", 2, "member"),
        ("organisations.csv", 2, "id"),
        ("organisations.csv", 2, "kind"),
        ("organisations.csv", 2, "name"),
        ("organisations.csv", 2, "nip"),
        ("organisations.csv", 4, "id"),
        ("organisations.csv", 4, "kind"),
        ("ties.csv", 2, "b"),
        ("ties.csv", 2, "weight"),
    ]
    assert all(problem.what and problem.cure for problem in problems)


def test_a_header_with_far_too_many_columns_ends_at_once(tmp_path: Path) -> None:
    header = ",".join(["id", "name", "kind", *(f"c{at}" for at in range(100_000))])
    with pytest.raises(InvalidData) as raised:
        load(tmp_path, organisations=f"{header}\na,A,Company\n", memberships="member,group\na,b\n")
    (problem,) = raised.value.problems
    assert problem.what == "the header has 100,003 columns"


@pytest.mark.parametrize("first", ["sep=;\r\n", '"sep=;"\n', "SEP=;\n"])
def test_excels_line_about_the_delimiter_is_obeyed_and_not_counted(
    tmp_path: Path, first: str
) -> None:
    assert load(tmp_path / "a", organisations=first + SEMICOLONS) == load(tmp_path / "b")
    text = first + "member;group\nx;kom\n"
    (problem,) = found(tmp_path / "c", memberships=text)
    assert problem.row == 2  # as a spreadsheet shows it


def test_titles_above_the_column_names_are_passed_over(tmp_path: Path) -> None:
    text = "List of members; as of 2014\n\nsource: the web site\n" + SEMICOLONS
    said: list[str] = []
    folder = write(tmp_path / "a", {"organisations": text})
    assert read(folder, dataset="test", remark=said.append) == load(tmp_path / "b")
    assert said == [
        "organisations.csv: the column names are in row 4; 2 rows above them are not read"
    ]


def test_two_rows_of_column_names(tmp_path: Path) -> None:
    text = "member,group,period,\n,,start,end\nacme,kom,2014,2015\n"
    data = load(tmp_path, memberships=text)
    (stated,) = [each.properties for each in data.facts]
    assert (stated["startDate"], stated["endDate"]) == ("2014", "2015")


def test_a_problem_of_a_header_names_its_row(tmp_path: Path) -> None:
    text = "The list\nid,name,kind,colour\na,A,Company,red\n"
    (problem,) = found(tmp_path, organisations=text)
    assert (problem.row, problem.column) == (2, "colour")


def test_one_name_under_two_ids_is_remarked_on(tmp_path: Path) -> None:
    text = "id,name,kind\na,Keenan WSC,PublicBody\nc,KEENAN  WSC,PublicBody\ng,Water,Association\n"
    found = read_files([write(tmp_path, {"organisations": text})])
    assert found.remarks == (
        "'Keenan WSC' is the name of a and c; if they are the same organisation, keep one row",
    )
    assert len(found.dataset.nodes) == 3


def test_an_ods_workbook_that_would_unpack_to_too_much_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.ods", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", bytes(11 * 2**20))
    with pytest.raises(InvalidData, match="would unpack to 11 MiB"):
        read_files([tmp_path / "b.ods"])


def test_all_that_is_packed_together_has_a_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphkit.sources.unpacking._LARGEST", 1000)
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as archive:
        for number in range(3):
            archive.writestr(f"{number}.csv", "member,group\n" + "acme,kom\n" * 50)
    with pytest.raises(InvalidData, match="would unpack to more than"):
        read_files([tmp_path / "many.zip"])
