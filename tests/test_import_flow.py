"""From a file to a store in one or two commands: what is asked, written, reused, refused."""

from __future__ import annotations

import gzip
import io
import os
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from graphkit.model import InvalidData, UsageError
from graphkit.sources import read, read_files
from graphkit.store import open_store
from tests.commands import graphkit
from tests.import_statements import statements

MEMBERS = "Organisation,Member since\nAcme,2014\nBest,2015-03\n"
STATED = [
    "Acme",
    "Acme : Forum members | 2014..",
    "Best",
    "Best : Forum members | 2015-03..",
    "Forum members (Association)",
]


@pytest.fixture
def members(tmp_path: Path) -> Path:
    path = tmp_path / "forum-members.csv"
    path.write_text(MEMBERS)
    return path


def test_where_nobody_can_be_asked_a_proposal_is_written_and_nothing_loaded(members: Path) -> None:
    folder = members.parent
    ran = graphkit("load", members.name, cwd=folder)
    assert ran.returncode == 2
    assert "forum-members.mapping.toml; look it over and load again" in ran.stderr
    assert "accept it with --yes" in ran.stderr
    assert not (folder / "graphkit-store").exists()
    written = (folder / "forum-members.mapping.toml").read_text()
    assert '"Organisation" = "member"' in written
    assert '"Member since" = "start"' in written
    assert "# Acme, Best" in written
    # Once a person has seen it, the same command loads, and the data set has the file's name.
    again = graphkit("load", members.name, cwd=folder)
    assert again.returncode == 0, again.stderr
    assert again.stdout.startswith("forum-members: nodes: 4 added")


def test_yes_accepts_what_is_proposed(members: Path) -> None:
    ran = graphkit("load", members.name, "--yes", "--dataset", "forum", cwd=members.parent)
    assert ran.returncode == 0
    assert "forum: facts: 2 added" in ran.stdout
    assert "wrote forum-members.mapping.toml" in ran.stderr
    with open_store(members.parent / "graphkit-store", read_only=True) as store:
        facts = [fact.properties for fact in store.facts("MEMBER_OF")]
    assert sorted(str(fact["locators"]) for fact in facts) == ["['row 2']", "['row 3']"]


def test_a_person_at_a_terminal_is_shown_the_proposal_and_five_rows(members: Path) -> None:
    shown = []
    with pytest.raises(UsageError, match="look it over"):
        read_files([members], confirm=lambda proposal: shown.append(proposal) or False)
    (proposal,) = shown
    assert '"Organisation" = "member"' in proposal.text
    assert proposal.rows == (
        (
            "forum-members.csv",
            ("Organisation", "Member since"),
            (("Acme", "2014"), ("Best", "2015-03")),
        ),
    )
    proposal.path.unlink()
    assert statements(read_files([members], confirm=lambda proposal: True).dataset) == STATED


def test_a_mapping_serves_every_file_with_the_same_header(members: Path) -> None:
    read_files([members], yes=True)
    later = members.with_name("2016.csv")
    later.write_text("Organisation,Member since\nCool,2016\n")
    found = read_files([later])
    assert "Cool : Forum members | 2016.." in statements(found.dataset)
    assert found.dataset.name == "2016"


def test_a_mapping_that_a_person_corrected_counts_and_is_not_overwritten(members: Path) -> None:
    read_files([members], yes=True)
    mapping = members.with_name("forum-members.mapping.toml")
    text = mapping.read_text().replace('layer = "membership"', 'layer = "declaration"')
    mapping.write_text(text.replace('kind = "Other"', 'kind = "Company"'))
    assert "Acme (Company)" in statements(read(members))
    assert "Acme ~ Forum members | 2014.." in statements(read(members))
    members.write_text("Name,Joined\nAcme,2014\n")
    found = read_files([members], yes=True)
    assert [path.name for path in found.written] == ["forum-members-2.mapping.toml"]


def test_a_named_mapping_is_used(members: Path, tmp_path: Path) -> None:
    read_files([members], yes=True)
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    other = moved / "forum-members.csv"
    other.write_text(MEMBERS)
    mapping = members.with_name("forum-members.mapping.toml")
    assert statements(read_files([other], mapping=mapping).dataset) == STATED
    other.write_text("Name,Joined\nAcme,2014\n")
    with pytest.raises(UsageError, match=r"has no part with the columns of forum-members\.csv"):
        read_files([other], mapping=mapping)


def test_check_shows_what_would_load_and_writes_nothing(members: Path) -> None:
    folder = members.parent
    ran = graphkit("check", members.name, cwd=folder)
    assert ran.returncode == 0
    assert "forum-members.csv: 4 nodes and 2 facts, no problems" in ran.stdout
    assert "organisations: Other" in ran.stdout
    assert "Acme → Forum members (member)" in ran.stdout
    assert list(folder.iterdir()) == [members]


def test_standard_input_is_read(tmp_path: Path) -> None:
    ran = graphkit("load", "-", "--yes", cwd=tmp_path, stdin=MEMBERS)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("stdin: nodes: 4 added")
    assert (tmp_path / "stdin.mapping.toml").exists()


def test_gzip_and_zip_are_opened(members: Path, tmp_path: Path) -> None:
    packed = tmp_path / "forum-members.csv.gz"
    packed.write_bytes(gzip.compress(MEMBERS.encode()))
    assert statements(read(packed, yes=True)) == STATED
    with zipfile.ZipFile(tmp_path / "forum.zip", "w") as archive:
        archive.writestr("inside/forum-members.csv", MEMBERS)
        archive.writestr("inside/readme.pdf", "no table")
    found = read_files([tmp_path / "forum.zip"], yes=True)
    assert statements(found.dataset) == STATED
    assert found.dataset.name == "forum"


def test_a_packed_bomb_is_refused(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with gzip.open(packed, "wb") as file:
        for _ in range(80):
            file.write(b"\0" * 2**20)
    (tmp_path / "bomb.csv.gz").write_bytes(packed.getvalue())
    with pytest.raises(InvalidData, match="would unpack to more than"):
        read(tmp_path / "bomb.csv.gz")


def test_our_own_tables_load_as_single_files(tmp_path: Path) -> None:
    (tmp_path / "organisations.csv").write_text("id,name,kind\na,Acme,Company\nc,Metal,Cluster\n")
    (tmp_path / "memberships.csv").write_text("member,group\na,c\n")
    paths = [tmp_path / "organisations.csv", tmp_path / "memberships.csv"]
    assert "Acme : Metal" in statements(read_files(paths).dataset)
    (tmp_path / "memberships.csv").write_text("member,group\na,NA\n")
    with pytest.raises(InvalidData, match="'NA'"):
        read_files(paths)


def test_one_of_our_tables_alone_makes_its_organisations(tmp_path: Path) -> None:
    path = tmp_path / "memberships.csv"
    path.write_text("member,group,role\nAcme,Metal,coordinator\n")
    assert statements(read(path, yes=True)) == [
        "Acme",
        "Acme : Metal | coordinator",
        "Metal (WorkingGroup)",
    ]


UNTIDY = """\
Name,Type,Website,Since
Acme,Company,acme.example,NA
Best,Company,soon,2014
Best,Zoo,best.example,2014
"""


def test_what_is_put_right_is_counted_with_the_first_examples(tmp_path: Path) -> None:
    path = tmp_path / "members.csv"
    path.write_text(UNTIDY)
    found = read_files([path], yes=True, save=False)
    assert [line.removeprefix("members.csv: ") for line in found.remarks] == [
        "proposed: pairs: Name = member, Type = member kind, Website = member website, "
        "Since = start",
        "in doubt: the file says that all rows are members, but not of what; write its name for "
        "'Members'",
        "1 cell of Since counts as blank: NA (row 2)",
        "1 cell of Type is not a known kind and became Other: Zoo (row 4)",
        "1 cell of Website is not a web address and was left out: soon (row 3)",
        "1 row repeats an earlier one and was dropped: Best – Members (row 4)",
        "1 row states another kind than an earlier one, which was kept: Best: Other (row 4)",
        "2 cells of Website lack http:// and were completed: acme.example, best.example "
        "(rows 2, 4)",
        "1 further column is kept: x_type (text, 1)",
        "of 3 rows 2 state facts, and 1 repeats an earlier one",
    ]


def test_rows_that_say_the_same_are_each_counted(tmp_path: Path) -> None:
    path = tmp_path / "members.csv"
    path.write_text(
        "Name,Group,Website\n" + "Acme,A,-\nAcme,B,-\nAcme,C,-\nAcme,D,-\nBest,A,b.pl\n"
    )
    found = read_files([path], yes=True, save=False)
    assert "members.csv: 4 cells of Website count as blank: - (rows 2, 3, 4, …)" in found.remarks


def test_strict_reading_refuses_what_would_be_put_right(tmp_path: Path) -> None:
    path = tmp_path / "members.csv"
    path.write_text(UNTIDY)
    with pytest.raises(InvalidData) as refused:
        read_files([path], yes=True, save=False, strict=True)
    told = [(problem.row, problem.column) for problem in refused.value.problems]
    assert told == [
        (2, "Since"),
        (2, "Website"),
        (3, "Website"),
        (4, None),
        (4, "Type"),
        (4, "Website"),
    ]


BROKEN = "Organisation,Member since\nAcme,2014\nBest,last year\n,2015\nCool,2016\n"


def test_how_a_file_was_read_is_told_also_when_a_row_is_wrong(members: Path) -> None:
    members.write_text(BROKEN)
    ran = graphkit("check", members.name, "--dataset", "forum", cwd=members.parent)
    assert ran.returncode == 3
    first, *problems, last = ran.stderr.splitlines()
    said = "proposed: pairs: Organisation = member, Member since = start"
    assert first == f"forum-members.csv: {said}"
    assert len(problems) == 2
    assert last == (
        "graphkit: --on-error skip loads the other rows, and writes these to a file to correct"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes")
def test_a_pipe_is_read_once_as_standard_input_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=("Name,Group\nAcme,Forum\n",))
    writer.start()
    found = read_files([pipe], yes=True, save=False)
    writer.join()
    assert found.dataset.name == "stdin"
    assert "Acme : Forum" in statements(found.dataset)


def test_a_file_that_is_not_there_is_likely_one_beside_it(members: Path) -> None:
    with pytest.raises(InvalidData, match=r"no such .*; did you mean forum-members\.csv\?"):
        read_files([members.with_name("forum-member.csv")])


def test_rows_that_are_wrong_stop_the_load(members: Path) -> None:
    members.write_text(BROKEN)
    ran = graphkit("load", members.name, "--yes", cwd=members.parent)
    assert ran.returncode == 3
    assert "forum-members.csv, row 3, column Member since: 'last year' is not a date" in ran.stderr
    assert "forum-members.csv, row 4, column Organisation is empty" in ran.stderr
    assert not (members.parent / "graphkit-store").exists()


def test_rows_that_are_wrong_can_be_skipped_corrected_and_loaded(members: Path) -> None:
    members.write_text(BROKEN)
    folder = members.parent
    ran = graphkit("load", members.name, "--yes", "--on-error", "skip", cwd=folder)
    assert ran.returncode == 0, ran.stderr
    assert "2 rows were rejected, with the reasons" in ran.stderr
    assert "forum-members: facts: 2 added" in ran.stdout
    rejected = folder / "forum-members.rejected.csv"
    lines = rejected.read_text().splitlines()
    assert lines[0] == "Organisation,Member since,rejected because"
    assert lines[1].startswith("Best,last year,\"'last year' is not a date")
    assert len(lines) == 3
    # It is passed over when its folder is read, and loads once it is corrected.
    rejected.write_text("\n".join([lines[0], "Best,2015,"]) + "\n")
    alone = read_files([folder], on_error="skip", save=False)
    assert "Best" not in statements(alone.dataset)
    corrected = graphkit("load", rejected.name, cwd=folder)
    assert corrected.returncode == 0, corrected.stderr
    assert corrected.stdout.startswith("forum-members: ")
    assert "facts: 1 added" in corrected.stdout


def test_many_problems_of_one_kind_are_told_as_one(members: Path) -> None:
    rows = "".join(f"Firm {n},then\n" for n in range(1726))
    members.write_text(f"Organisation,Member since\nAcme,2014\n{rows}")
    mapping = read_files  # by a mapping, since so many wrong dates make the column an attribute
    members.with_name("m.mapping.toml").write_text(
        '[[sheet]]\nshape = "pairs"\ngroup = "Forum"\n[sheet.columns]\n'
        '"Organisation" = "member"\n"Member since" = "start"\n'
    )
    with pytest.raises(InvalidData):
        mapping([members])
    ran = graphkit("load", members.name, cwd=members.parent)
    assert ran.returncode == 3
    assert "column Member since: 1,726 rows, the first 3:" in ran.stderr


PROJECTS = "id;acronym;title;startDate;endDate;frameworkProgramme\n7;WATER;Clean;2014;2015;H2020\n"
PARTNERS = (
    "projectID;organisationID;name;activityType;role;ecContribution\n"
    "7;999886574;ACME;PRC;coordinator;60,5\n7;999985223;BEST;HES;participant;lots\n"
)


def test_rejected_rows_of_a_known_kind_load_by_the_mapping_written_for_them(tmp_path: Path) -> None:
    (tmp_path / "project.csv").write_text(PROJECTS)
    (tmp_path / "organization.csv").write_text(PARTNERS)
    paths = [tmp_path / "project.csv", tmp_path / "organization.csv"]
    with pytest.raises(InvalidData, match="'lots' is not a number"):
        read_files(paths)
    found = read_files(paths, on_error="skip")
    assert [line for line in statements(found.dataset) if "*" in line] == [
        "ACME * WATER | coordinator contribution=60.5"
    ]
    assert [path.name for path in found.written] == [
        "organization.rejected.csv",
        "project.mapping.toml",
    ]
    rejected = tmp_path / "organization.rejected.csv"
    rejected.write_text(rejected.read_text().replace(",lots,", ",30,"))
    assert "BEST * Project 7 | contribution=30" in statements(read(rejected))


def test_rejected_edges_name_their_nodes_because_ids_hold_in_one_file_alone(tmp_path: Path) -> None:
    network = (
        'graph [ node [ id 1 label "Acme" ] node [ id 2 label "Best" ] edge [ source 1 target 9 ] ]'
    )
    path = tmp_path / "net.gml"
    path.write_text(network)
    read_files([path], on_error="skip")
    rejected = tmp_path / "net.edges.rejected.csv"
    assert rejected.read_text().splitlines()[1].startswith("Acme,9,")
    rejected.write_text(rejected.read_text().replace("Acme,9,", "Acme,Best,"))
    assert "Acme = Best" in statements(read(rejected))


def test_a_second_load_of_the_same_file_changes_nothing(members: Path) -> None:
    graphkit("load", members.name, "--yes", cwd=members.parent)
    again = graphkit("load", members.name, cwd=members.parent)
    assert "0 added, 0 changed, 4 unchanged" in again.stdout


def test_several_files_are_one_data_set(tmp_path: Path) -> None:
    (tmp_path / "a-members.csv").write_text("Organisation\nAcme\nBest\n")
    (tmp_path / "b-members.csv").write_text("Organisation,Country\nACME,PL\n")
    found = read_files([tmp_path / "a-members.csv", tmp_path / "b-members.csv"], yes=True)
    assert statements(found.dataset) == [
        "@ Poland",
        "A members",
        "Acme : A members",
        "Acme : B members",
        "Acme at=Poland",
        "B members",
        "Best",
        "Best : A members",
    ]
    assert found.dataset.name == "a-members"


def test_ids_are_readable_stable_and_made_from_the_name(tmp_path: Path) -> None:
    path = tmp_path / "members.csv"
    path.write_text("Name\nPolitechnika Białostocka\nACME (Poland) Ltd.\nAcme Poland, Ltd\n")
    ids = [node.id for node in read(path, yes=True).nodes if node.label == "Organisation"]
    # By hand: the third folds to the id of the second, so digits of its own name tell it apart.
    assert ids[0] == "acme-poland-ltd"
    assert ids[1].startswith("acme-poland-ltd-")
    assert ids[2:] == ["members", "politechnika-bialostocka"]
    path.write_text("Name\nA New One\n" + path.read_text().partition("\n")[2])
    again = [node.id for node in read(path, yes=True).nodes if node.label == "Organisation"]
    assert set(ids) < set(again)
