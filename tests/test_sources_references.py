"""References by id, name or alias; ids that must be single; circles and self references."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.sources.problem_texts import either
from tests.sources_tables import ORGANISATIONS, fact, found, load, places

ALIASES = """\
id,name,kind,aliases
pb,Politechnika Białostocka,University,PB|Białystok Tech
pb2,Powiat Bielski,LocalGovernment,PB
kom,Klaster Obróbki Metali,Cluster,KOM
"""


@pytest.mark.parametrize(
    "text", ["pb", "Politechnika Białostocka", " politechnika  BIAŁOSTOCKA", "białystok tech"]
)
def test_a_reference_is_an_id_or_a_name_or_an_alias(tmp_path: Path, text: str) -> None:
    data = load(tmp_path, organisations=ALIASES, memberships=f"member,group\n{text},kom\n")
    assert fact(data, "MEMBER_OF").start == ("Organisation", "pb")


def test_an_id_comes_before_a_name(tmp_path: Path) -> None:
    text = "id,name,kind\na,b,Company\nb,a,Company\nc,C,Cluster\n"
    data = load(tmp_path, organisations=text, memberships="member,group\na,c\n")
    assert fact(data, "MEMBER_OF").start[1] == "a"


def test_a_name_of_two_rows_is_told_with_their_ids(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, organisations=ALIASES, memberships="member,group\nPB,kom\n")
    assert (problem.row, problem.column) == (2, "member")
    assert problem.what == "'PB' is the name of 2 rows"
    assert problem.cure == "write one id: pb, pb2"


def test_an_alias_that_repeats_the_name_is_not_ambiguous(tmp_path: Path) -> None:
    text = "id,name,kind,aliases\na,Acme,Company,ACME\nc,C,Cluster,\n"
    data = load(tmp_path, organisations=text, memberships="member,group\nacme,c\n")
    assert fact(data, "MEMBER_OF").start[1] == "a"


def test_a_dangling_reference_is_told_with_the_nearest(tmp_path: Path) -> None:
    memberships = "member,group\nPolitechnika Bialostocka,kom\nzzz,kom\n"
    near, far = found(tmp_path, memberships=memberships)
    assert "did you mean 'Politechnika Białostocka'?" in near.cure
    assert far.what == "'zzz' is not a known organisation"
    assert far.cure == "add it to organisations"


def test_a_reference_to_another_table_is_told_as_such(tmp_path: Path) -> None:
    (problem,) = found(
        tmp_path, memberships="member,group\npb,town\n", places="id,name\ntown,Białystok\n"
    )
    assert problem.what == "'town' is a place, not an organisation"


def test_a_wrong_id_is_one_problem_and_not_many(tmp_path: Path) -> None:
    problems = found(
        tmp_path,
        organisations=ORGANISATIONS + "x y,X,Company\n",
        memberships="member,group\nx y,kom\nx y,pb\n",
    )
    assert places(problems) == [("organisations.csv", 5, "id")]


def test_suggestions_stay_affordable(tmp_path: Path) -> None:
    many = "".join(f"o{i},Organisation number {i},Company\n" for i in range(5000))
    memberships = "member,group\n" + "".join(f"Organisation numbr {i},kom\n" for i in range(2000))
    problems = found(tmp_path, organisations=ORGANISATIONS + many, memberships=memberships)
    assert len(problems) == 2000
    assert 0 < sum("did you mean" in problem.cure for problem in problems) <= 50


def test_ids_are_single_across_what_can_be_referred_to(tmp_path: Path) -> None:
    problems = found(
        tmp_path,
        places="id,name\npb,Białystok\nx,X\n",
        collaborations="id,title\nx,Project\n",
        sources="id,title\npb,A source may share an id\n",
    )
    assert [(problem.file, problem.row, problem.column) for problem in problems] == [
        ("places.csv", 2, "id"),
        ("places.csv", 3, "id"),
    ]
    assert "already used in organisations.csv, row 2" in problems[0].what
    assert "already used in collaborations.csv, row 2" in problems[1].what


SOURCES = "id,title\ns1,First report\ns:2,Second: a report\n"


@pytest.mark.parametrize(
    ("text", "ids", "locators"),
    [
        ("s1", ["s1"], [""]),
        ("s1:p5", ["s1"], ["p5"]),
        ("s1:p5|s1:p7|s:2", ["s1", "s1", "s:2"], ["p5", "p7", ""]),
        ("s:2:p3:line 4", ["s:2"], ["p3:line 4"]),
        ("first report", ["s1"], [""]),
        ("Second: a report:p1", ["s:2"], ["p1"]),
        ("s1|s1", ["s1"], [""]),
    ],
)
def test_sources_are_named_with_locators(
    tmp_path: Path, text: str, ids: list[str], locators: list[str]
) -> None:
    data = load(tmp_path, sources=SOURCES, ties=f"a,b,source\npb,acme,{text}\n")
    properties = fact(data, "COLLABORATES_WITH").properties
    assert properties["sourceIds"] == ids
    assert properties["locators"] == locators


def test_an_unknown_source_is_told(tmp_path: Path) -> None:
    ties = "a,b,source\npb,acme,s1:p5|s3|s4:p1\n"
    problems = found(tmp_path, sources=SOURCES, ties=ties)
    assert [problem.what for problem in problems] == [
        "'s3' is not a known source",
        "'s4' is not a known source",
    ]
    assert {problem.column for problem in problems} == {"source"}


@pytest.mark.parametrize(
    ("tables", "column"),
    [
        ({"memberships": "member,group\nkom,kom\n"}, "group"),
        ({"ties": "a,b\nacme,Acme\n"}, "b"),
        ({"relations": "from,kind,to\nkom,succeeds,kom\n"}, "to"),
        ({"places": "id,name,part_of\nx,X,x\n"}, "part_of"),
        ({"organisations": "id,name,kind,succeeds\na,A,Company,a\n"}, "succeeds"),
    ],
)
def test_nothing_is_related_to_itself(tmp_path: Path, tables: dict[str, str], column: str) -> None:
    (problem,) = found(tmp_path, **tables)
    assert (problem.row, problem.column) == (2, column)
    assert "related to itself" in problem.what


def test_a_circle_of_parts_is_told_once_with_its_chain(tmp_path: Path) -> None:
    text = "id,name,kind,part_of\na,A,Company,b\nb,B,Company,c\nc,C,Company,a\nd,D,Company,a\n"
    (problem,) = found(tmp_path, organisations=text)
    assert problem.what == "it is part of itself: a < b < c < a"
    assert (problem.row, problem.column) == (4, "part_of")


def test_a_circle_may_close_in_relations_unless_dated(tmp_path: Path) -> None:
    text = "id,name,kind,part_of\na,A,Company,b\nb,B,Company,\n"
    relations = "from,kind,to,start\nb,part_of,a,{}\n"
    (problem,) = found(tmp_path / "1", organisations=text, relations=relations.format(""))
    assert places((problem,)) == [("relations.csv", 2, "to")]
    assert found(tmp_path / "2", organisations=text, relations=relations.format("1999")) == ()


def test_a_long_chain_of_parts_is_no_circle(tmp_path: Path) -> None:
    rows = "".join(f"o{i},O{i},Company,o{i + 1}\n" for i in range(3000))
    text = f"id,name,kind,part_of\n{rows}o3000,Last,Company,\n"
    assert found(tmp_path, organisations=text) == ()


def test_a_relation_joins_what_its_kind_joins(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, relations="from,kind,to\npb,located in,kom\n")
    assert problem.column == "kind"
    assert problem.what == "located_in does not go from an organisation to an organisation"
    assert "from an organisation to a place" in problem.cure


def test_suggestions_end_after_fifty_of_them(tmp_path: Path) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    wrong = [f"Klaster Obr{one}bki Metal{two}" for one in "xy" for two in letters]
    rows = "".join(f"{name},kom\n" for name in wrong)
    cures = [each.cure for each in found(tmp_path, memberships=f"member,group\n{rows}")]
    assert [cure.startswith("did you mean") for cure in cures] == [True] * 50 + [False] * 2


def test_each_row_that_names_itself_is_told_and_the_rows_after_it_are_read(tmp_path: Path) -> None:
    problems = found(
        tmp_path,
        ties="a,b\npb,pb\nkom,kom\n",
        relations="from,kind,to\npb,grows_from,kom\nacme,part_of,acme\n",
    )
    assert places(problems) == [
        ("relations.csv", 2, "kind"),
        ("relations.csv", 3, "to"),
        ("ties.csv", 2, "b"),
        ("ties.csv", 3, "b"),
    ]


def test_names_are_compared_as_often_as_is_affordable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Three organisations have six ids and names: the first suggestion takes all that is allowed.
    monkeypatch.setattr("graphkit.sources.references._COMPARISONS", 6)
    memberships = "member,group\nAcmee,kom\nAcne,kom\n"
    first, second = found(tmp_path, memberships=memberships)
    assert first.cure.startswith("did you mean 'Acme'?")
    assert second.cure == "add it to organisations"


def test_three_alternatives_are_listed_with_an_or() -> None:
    assert either(["a", "b", "c"]) == "a, b or c"
