"""Cells that cannot be read, in the look at a mapping: they are counted there, and ways to go on
are offered by number. What then loads was worked out by hand. All costs about a second of CPU.
"""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path

import openpyxl
import pytest

from graphkit.cli.mapping_dialogue import look_over
from graphkit.model import InvalidData, UsageError
from graphkit.sources import read_files
from graphkit.sources.files_read import FilesRead
from graphkit.sources.mapping.form.mapping_file import read_mapping
from graphkit.sources.mapping.revision import shown_proposals
from tests.commands import graphkit
from tests.import_statements import statements

HEADER = "Organisation,Alliance,Since,Budget\n"
BELL = f"{HEADER}Acme,Pact,2014,1\nBe\x07st,Pact,2015,2\nCool,Pact,2016,3\n"
LONG = (
    "Organisation,Alliance,Since,Note\nAcme,Pact,2014,a\n"
    f"Best,Pact,2015,{'x' * 33_000}\nCool,Pact,2016,c\n"
)
DATES = (
    f"{HEADER}Acme,Pact,2014,1\nBest,Pact,soon,2\nCool,Pact,2016,3\nDale,Pact,never,4\n"
    "Edge,Pact,2018,5\nFund,Pact,2019,6\n"
)
PARTNERS = (
    "Project,Partner,Partner country,Role\nCoast,Acme,Poland,Coordinator\nCoast,,Sweden,Partner\n"
    "Hills,Best,Germany,Coordinator\n"
)
ENDS = "Source,Target,Target country,Year\nAcme,Best,Poland,2001\nAcme,,Sweden,2002\n"
ACME, COOL = "Acme : Pact | 2014.. x_budget=1", "Cool : Pact | 2016.. x_budget=3"
EDGE, FUND = "Edge : Pact | 2018.. x_budget=5", "Fund : Pact | 2019.. x_budget=6"
OFFERED = {
    "a control character in a name: only the row can be left out": (
        BELL, "1 of 3 rows cannot be read so:",
        ["- Organisation: contains the character U+0007, a control character (row 3)"],
        ["this row is left out, and written to list.rejected.csv to be corrected"],
    ),
    "a cell that is too long, beside the names": (
        LONG, "1 of 3 rows cannot be read so:",
        ["- Note: the cell has 33000 characters (row 3)"],
        ["this row is left out, and written to list.rejected.csv to be corrected",
         "what cannot be read in Note counts as blank"],
    ),
    "dates": (
        DATES, "2 of 6 rows cannot be read so:",
        ["- Since: 'soon' is not a date (row 3); 'never' is not a date (row 5)"],
        ["these 2 rows are left out, and written to list.rejected.csv to be corrected",
         "what cannot be read in Since counts as blank",
         "Since is kept as texts, as it stands"],
    ),
}  # fmt: skip
TAKEN = {
    "a partner whose country alone is known": (
        PARTNERS, ["2", ""],
        ["Acme * Coast | coordinator", "Best * Hills | coordinator",
         "[project] Coast x_partner_country=Sweden x_role=partner"],
    ),
    "an end of a tie whose country alone is known": (
        ENDS, ["2", ""],
        ["Acme = Best | 2001..", "Acme x_start=2002 x_target_country=Sweden"],
    ),
    "a name, left out": (BELL, ["", "l", "1", ""], [ACME, COOL]),
    "a long cell, blank": (LONG, ["2", ""],
        ["Acme : Pact | 2014.. note=a", "Best : Pact | 2015..", "Cool : Pact | 2016.. note=c"],
    ),
    "dates, left out": (DATES, ["1", ""], [ACME, COOL, EDGE, FUND]),
    "dates, blank": (
        DATES, ["2", ""],
        [ACME, "Best : Pact | x_budget=2", COOL, "Dale : Pact | x_budget=4", EDGE, FUND],
    ),
    "dates, as texts": (
        DATES, ["3", ""],
        ["Acme : Pact | x_budget=1 x_since=2014", "Best : Pact | x_budget=2 x_since=soon",
         "Cool : Pact | x_budget=3 x_since=2016", "Dale : Pact | x_budget=4 x_since=never",
         "Edge : Pact | x_budget=5 x_since=2018", "Fund : Pact | x_budget=6 x_since=2019"],
    ),
    "dates, blank after all": (
        DATES, ["1", "b", "2", ""],
        [ACME, "Best : Pact | x_budget=2", COOL, "Dale : Pact | x_budget=4", EDGE, FUND],
    ),
}  # fmt: skip


@pytest.fixture
def look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Load a file with this text and these answers, on a terminal of 100 columns."""
    monkeypatch.setenv("COLUMNS", "100")

    def load(text: str, *answers: str, **how: object) -> FilesRead:
        if text:
            (tmp_path / "list.csv").write_text(text)
        monkeypatch.setattr(sys, "stdin", StringIO("".join(f"{each}\n" for each in answers)))
        return read_files([tmp_path / "list.csv"], confirm=look_over, **how)

    return load


def _facts(found: FilesRead) -> list[str]:
    marks = (" : ", " * ", " = ", " x_")
    return [line for line in statements(found.dataset) if any(mark in line for mark in marks)]


@pytest.mark.parametrize("case", OFFERED)
def test_what_cannot_be_read_is_said_in_the_look(
    case: str, look, capsys: pytest.CaptureFixture[str]
) -> None:
    text, counted, said, offered = OFFERED[case]
    with pytest.raises(UsageError, match="look it over and load again"):
        look(text, "s")
    lines = capsys.readouterr().err.splitlines()
    at = lines.index(counted)
    numbered = [f"    {number}  {each}" for number, each in enumerate(offered, 1)]
    assert lines[at + 1 : at + 1 + len(said) + len(numbered)] == [*said, *numbered]
    last = f"[1{f'-{len(offered)}' if len(offered) > 1 else ''}]"
    assert lines[-1] == f"{last} change as above  [c]hange more  [s]top: "


@pytest.mark.parametrize("case", TAKEN)
def test_a_way_to_go_on_is_taken(case: str, look, tmp_path: Path) -> None:
    text, answers, expected = TAKEN[case]
    found = look(text, *answers)
    assert _facts(found) == expected
    names = {path.name for path in tmp_path.iterdir()}
    assert ("list.rejected.csv" in names) == ("1" in answers and "b" not in answers)
    if "1" not in answers:  # the mapping says all of it
        again = read_files([tmp_path / "list.csv"])
        assert _facts(again) == expected
        assert not any("rejected" in line for line in again.remarks)


def test_cells_that_count_as_blank_are_counted(look) -> None:
    found = look(DATES, "2", "")
    line = "list.csv: 2 cells of Since cannot be read and count as blank: soon, never (rows 3, 5)"
    assert line in found.remarks


def test_errors_of_formulas_may_count_as_blank(tmp_path: Path, look) -> None:
    """Of a workbook, in which `#N/A` beside the names is an error and no blank."""
    book = openpyxl.Workbook()
    for row in (["Organisation", "Alliance", "Budget"], ["Acme", "Pact", 1], ["Best", "Pact", 2]):
        book.active.append(row)
    book.active["C3"].value = "#N/A"
    book.active["C3"].data_type = "e"
    book.save(tmp_path / "list.xlsx")
    with pytest.raises(InvalidData, match="contains the error #N/A"):
        read_files([tmp_path / "list.xlsx"], yes=True)
    mapping = tmp_path / "list.mapping.toml"
    text = mapping.read_text().replace(
        "\n[sheet.columns]", 'blank_if_wrong = ["Budget"]\n\n[sheet.columns]'
    )
    mapping.write_text(text)
    assert _facts(read_files([tmp_path / "list.xlsx"])) == [
        "Acme : Pact | x_budget=1", "Best : Pact",
    ]  # fmt: skip


def test_a_group_of_problems_shows_the_first_three_cells(
    look, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "".join(
        f"Org {at} Works,Pact,{'later' if at in (1, 3, 5, 7) else 2000 + at},1\n"
        for at in range(15)
    )
    with pytest.raises(UsageError):
        look(f"{HEADER}{rows}", "s")
    said = " ".join(capsys.readouterr().err.split())
    assert "4 of 15 rows cannot be read so: - Since, 4 rows: 'later' is not a date (row 3);" in said
    assert "(row 5); 'later' is not a date (row 7); …" in said


@pytest.fixture
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are too large to be checked before they are loaded."""
    monkeypatch.setattr(shown_proposals, "_MOST_CHECKED", 0)


@pytest.mark.usefixtures("unchecked")
def test_where_a_load_stops_the_look_comes_again_with_all_answers(look, tmp_path: Path) -> None:
    answers = ["c", "layer", "declaration", ""]
    found = look(DATES, *answers, "1", "")
    assert [line for line in statements(found.dataset) if " ~ " in line] == [
        each.replace(":", "~") for each in (ACME, COOL, EDGE, FUND)
    ]  # fmt: skip
    assert [path.name for path in found.written] == ["list.mapping.toml", "list.rejected.csv"]
    (tmp_path / "list.mapping.toml").unlink()
    found = look(DATES, *answers, "3", "")
    (mapping,) = read_mapping(tmp_path / "list.mapping.toml")
    assert (mapping.layer, mapping.roles[2]) == ("declaration", "attribute")
    assert [path.name for path in found.written] == ["list.mapping.toml"]
    assert len(found.dataset.facts) == 6


@pytest.mark.usefixtures("unchecked")
@pytest.mark.parametrize("end", ["s", ""])
def test_who_stops_then_keeps_the_mapping_and_reads_how_to_go_on(
    end: str, look, tmp_path: Path
) -> None:
    said = "with `on_error` skip to leave out" if end else r"list\.mapping\.toml keeps how the file"
    with pytest.raises(UsageError, match=f"nothing was loaded.*{said}"):
        look(DATES, "", *([end] if end else []))
    assert {path.name for path in tmp_path.iterdir()} == {"list.csv", "list.mapping.toml"}
    ran = graphkit("load", "list.csv", "--on-error", "skip", cwd=tmp_path)
    assert "list: facts: 4 added" in ran.stdout, ran.stderr


def test_a_file_with_a_mapping_is_looked_at_where_rows_are_wrong(look, tmp_path: Path) -> None:
    """What a person may have written is not overwritten."""
    look(BELL.replace("\x07", ""), "")
    before = (tmp_path / "list.mapping.toml").read_bytes()
    assert _facts(look(BELL, "1", "")) == [ACME, COOL]
    found = look(DATES, "3", "")
    assert (tmp_path / "list.mapping.toml").read_bytes() == before
    assert [path.name for path in found.written] == ["list-2.mapping.toml"]


def test_nobody_is_asked_twice_who_gives_the_same_answer(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(DATES)
    asked = []
    with pytest.raises(InvalidData, match="'soon' is not a date"):
        read_files([tmp_path / "list.csv"], confirm=lambda made: asked.append(made) or True)
    assert [len(each.stopped_by) for each in asked] == [0, 2]


def test_with_yes_wrong_rows_stop(look) -> None:
    with pytest.raises(InvalidData, match="'soon' is not a date"):
        look(DATES, yes=True)


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ('blank_if_wrong = "Since"', "is not a list of texts"),
        ('blank_if_wrong = ["Sinse"]', "'Sinse' is not a column; name a column as below"),
    ],
)
def test_a_wrong_setting_is_said(setting: str, said: str, look, tmp_path: Path) -> None:
    look(BELL.replace("\x07", ""), "")
    mapping = tmp_path / "list.mapping.toml"
    mapping.write_text(mapping.read_text().replace("\n[sheet.col", f"{setting}\n\n[sheet.col"))
    with pytest.raises(UsageError, match=said):
        look("", "")


def test_a_wrong_name_cannot_count_as_blank(look, tmp_path: Path) -> None:
    look(BELL.replace("\x07", ""), "")
    mapping = tmp_path / "list.mapping.toml"
    setting = 'blank_if_wrong = ["Organisation", "Since"]'
    mapping.write_text(mapping.read_text().replace("\n[sheet.col", f"{setting}\n\n[sheet.col"))
    (tmp_path / "list.csv").write_text(BELL)
    with pytest.raises(InvalidData):
        read_files([tmp_path / "list.csv"])
