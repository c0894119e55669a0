"""Files of one name in one load, and the loop of rejected rows: nothing is mixed up or lost.

Expected values are by hand.
"""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from graphkit.model import Dataset, InvalidData, UsageError
from graphkit.sources import read_files
from tests.commands import graphkit
from tests.import_statements import statements

FORUM = "Organisation;Group;Joined\nAcme;Forum;2010\nBest;Forum;2011\n"
CLUB = "Organisation;Group;Joined\nAcme;Club;2010\nZed;Club;2013\nYed;Club;{}\n"


def cited(dataset: Dataset) -> dict[str, str]:
    """For each member and group, the title of the source and the place in it."""
    titles = {node.id: node.name for node in dataset.nodes if node.label == "Source"}
    return {
        f"{fact.start[1]} {fact.end[1]}": f"{titles[source]} {place}"
        for fact in dataset.facts
        for source, place in zip(
            fact.properties["sourceIds"], fact.properties["locators"], strict=True
        )
    }


def two_folders(folder: Path, joined: str) -> list[Path]:
    paths = [folder / "a" / "members.csv", folder / "b" / "members.csv"]
    for path, text in zip(paths, (FORUM, CLUB.format(joined)), strict=True):
        path.parent.mkdir()
        path.write_text(text)
    return paths


def test_files_of_one_name_are_sources_of_their_own(tmp_path: Path) -> None:
    found = read_files(two_folders(tmp_path, "2014"), yes=True, save=False)
    assert cited(found.dataset) == {
        "acme forum": "a/members.csv row 2",
        "best forum": "a/members.csv row 3",
        "acme club": "b/members.csv row 2",
        "zed club": "b/members.csv row 3",
        "yed club": "b/members.csv row 4",
    }
    sources = [node.id for node in found.dataset.nodes if node.label == "Source"]
    assert sources == ["a-members-csv", "b-members-csv"]


@pytest.mark.parametrize("wrong", [0, 1])
def test_what_is_wrong_in_one_of_them_is_told_and_skipped_there(tmp_path: Path, wrong: int) -> None:
    paths = two_folders(tmp_path, "2014")
    paths[wrong].write_text(paths[wrong].read_text().replace("2010", "soon"))
    for _ in range(3):  # so that the column stays one of dates
        with paths[wrong].open("a") as file:
            file.write("Dean;Forum;2012\n")
    name = ("a/members.csv", "b/members.csv")[wrong]
    with pytest.raises(InvalidData, match=f"^{name}, row 2, column Joined: 'soon' is not a date"):
        read_files(paths, yes=True, save=False)
    found = read_files(paths, yes=True, on_error="skip")
    lost = ("acme forum", "acme club")[wrong]
    assert lost not in cited(found.dataset)
    assert len({"acme forum", "acme club"} & {*cited(found.dataset)}) == 1
    assert paths[wrong].with_name("members.rejected.csv") in found.written


def test_packed_files_of_one_name_are_told_apart_by_where_they_are(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("2014/members.csv", FORUM)
        archive.writestr("2015/members.csv", CLUB.format("2015"))
    assert {*cited(read_files([tmp_path / "all.zip"], yes=True, save=False).dataset).values()} >= {
        "2014/members.csv row 2",
        "2015/members.csv row 4",
    }
    (tmp_path / "members.csv").write_text(FORUM)
    (tmp_path / "members.csv.gz").write_bytes(gzip.compress(CLUB.format("2015").encode()))
    paths = [tmp_path / "members.csv", tmp_path / "members.csv.gz"]
    assert {*cited(read_files(paths, yes=True, save=False).dataset).values()} >= {
        "members.csv row 2",
        "members.csv.gz row 4",
    }


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "members.csv"
    path.write_text(FORUM)
    found = read_files([path, tmp_path / "." / "members.csv"], yes=True, save=False)
    assert cited(found.dataset) == {
        "acme forum": "members.csv row 2",
        "best forum": "members.csv row 3",
    }
    assert not [line for line in found.remarks if "repeats" in line]


ROWS = [["Organisation", "Group", "Joined"], *([f"Firm {n}", "Forum", 2010] for n in range(3))]


def test_rejected_rows_of_a_table_and_a_workbook_of_one_name_are_both_kept(tmp_path: Path) -> None:
    lines = [";".join(map(str, row)) for row in [*ROWS, ["Best", "Forum", "soon"]]]
    (tmp_path / "members.csv").write_text("\n".join(lines))
    made = Workbook()
    assert made.active is not None
    for row in [*ROWS, ["Cool", "Forum", "later"]]:
        made.active.append(row)
    made.save(tmp_path / "members.xlsx")
    paths = [tmp_path / "members.csv", tmp_path / "members.xlsx"]
    found = read_files(paths, yes=True, on_error="skip")
    written = sorted(path.name for path in found.written if path.suffix == ".csv")
    assert written == ["members-2.rejected.csv", "members.rejected.csv"]
    text = "".join((tmp_path / name).read_text() for name in written)
    assert "Best,Forum,soon," in text
    assert "Cool,Forum,later," in text


BROKEN = "Organisation;Group;Joined\nAcme;Forum;2010\nBest;Forum;soon\nCede;Forum;2012\n"


def test_corrected_rows_join_the_data_set_and_take_nothing_from_it(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text(BROKEN)
    graphkit("load", "m.csv", "--yes", "--on-error", "skip", cwd=tmp_path)
    rejected = tmp_path / "m.rejected.csv"
    rejected.write_text(rejected.read_text().replace("soon,", "2011,"))
    pruned = graphkit("load", "m.rejected.csv", "--prune", cwd=tmp_path)
    assert pruned.returncode == 2
    assert "m.rejected.csv holds rejected rows alone, and --prune would remove" in pruned.stderr
    ran = graphkit("load", "m.rejected.csv", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert "m: facts: 1 added, 0 changed, 0 unchanged, 0 removed\n" in ran.stdout
    for name, source in (("Acme", "m.csv (row 2)"), ("Best", "m.rejected.csv (row 2)")):
        assert f"source: {source}" in graphkit("why", name, cwd=tmp_path).stdout


def test_rejected_rows_that_are_being_corrected_are_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    path.write_text(BROKEN)
    rejected = tmp_path / "m.rejected.csv"
    for _ in range(2):  # the same rows are not written twice
        assert rejected in read_files([path], yes=True, on_error="skip").written
    rejected.write_text(rejected.read_text().replace("soon,", "2011,"))
    again = read_files([path], on_error="skip")
    assert [each.name for each in again.written] == ["m-2.rejected.csv"]
    assert "Best,Forum,2011," in rejected.read_text()


def test_a_rejected_cell_is_no_formula_and_is_read_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    path.write_text(BROKEN.replace("Best", "=Best"))
    read_files([path], yes=True, on_error="skip")
    rejected = tmp_path / "m.rejected.csv"
    assert "\n'=Best,Forum,soon," in rejected.read_text()
    rejected.write_text(rejected.read_text().replace("soon,", "2011,"))
    assert "=Best" in statements(read_files([rejected], save=False).dataset)


def test_what_a_file_beside_another_needs_to_be_loaded_again_is_told(tmp_path: Path) -> None:
    paths = two_folders(tmp_path, "soon")
    with paths[1].open("a") as file:
        file.write("Dean;Club;2012\n")
    names = [path.relative_to(tmp_path) for path in paths]
    how = ("--yes", "--on-error", "skip", "--dataset", "all")
    ran = graphkit("load", *names, *how, cwd=tmp_path)
    assert (
        "members.rejected.csv: correct it, and load it with --dataset all and --mapping "
        "a/members.mapping.toml\n"
    ) in ran.stderr


def test_a_check_says_how_many_rows_would_be_left_out(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text(BROKEN)
    ran = graphkit("check", "m.csv", "--on-error", "skip", cwd=tmp_path)
    assert ran.returncode == 0
    assert "1 row was wrong and left out\n" in ran.stderr


def test_a_folder_of_folders_says_what_to_give(tmp_path: Path) -> None:
    two_folders(tmp_path, "2014")
    ran = graphkit("check", ".", cwd=tmp_path)
    assert ran.returncode == 3
    assert "give a folder in it, such as a, or files" in ran.stderr


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("Organisation;Group", ": only the mapping has Joined;"),
        ("Organisation;Group;Joined;City", ": only the file has City;"),
        ("Organisation;Club;Joined", ": only the file has Club; only the mapping has Group;"),
        ("Joined;Organisation;Group", ", which stand in another order;"),
        ("Firm;Club", "; correct its columns, or load the file without it to get a proposal"),
    ],
)
def test_a_mapping_that_does_not_fit_says_by_which_columns(
    tmp_path: Path, header: str, said: str
) -> None:
    (tmp_path / "2014.csv").write_text(FORUM)
    read_files([tmp_path / "2014.csv"], yes=True)
    other = tmp_path / "2015.csv"
    other.write_text(f"{header}\n{';'.join('Acme' for _ in header.split(';'))}\n")
    with pytest.raises(UsageError) as raised:
        read_files([other], mapping=tmp_path / "2014.mapping.toml")
    assert f"has no part with the columns of 2015.csv{said}" in str(raised.value)
