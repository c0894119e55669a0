"""`where`: which organisations meet conditions on columns of one's own.

Expected answers are by hand, from what each organisation below states; those about dates and about
alternatives are laws that hold whatever is stated.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.model import Node, UsageError, parse_date
from graphkit.model.own_columns import ValueType
from graphkit.network import Network, Selection
from graphkit.network.conditions import answers_of
from graphkit.sources import read
from tests.commands import graphkit
from tests.sources_tables import write

TABLES = {
    "organisations": (
        "id,name,kind,x_topic,x_tags,x_staff,x_share,x_certified,x_since,x_sector\n"
        "a,A,Company,energy,red|blue,120,0.5,yes,2014-11-07,heavy\n"
        "b,B,Company,Clean  Water,blue,50,2,no,2014-11,light\n"
        "c,C,Company,energy,,9,-1,,2014,\n"
        "d,D,University,,green,,,no,,light\n"
    ),
    "ties": "a,b\na,b\nb,c\nc,d\n",
}


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Network:
    return Network.of(read(write(tmp_path_factory.mktemp("tables"), TABLES), dataset="test"))


def kept(network: Network, *where: str) -> str:
    return "".join(network.select(where=where).two_mode.organisations)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (["topic=energy"], "ac"),
        (["x_topic=ENERGY"], "ac"),
        (["Topic = energy"], "ac"),
        (["topic=clean water"], "b"),
        (["topic!=energy"], "b"),
        (["topic="], "d"),
        (["topic!="], "abc"),
        (["topic=energy|"], "acd"),
        (["topic!=energy|"], "b"),
        (["topic=energy|clean water"], "abc"),
        (["topic=energy", "topic=clean water"], "abc"),
        (["topic=energy", "topic="], "acd"),
        (["tags=blue"], "ab"),
        (["tags!=blue"], "d"),
        (["tags=red|green"], "ad"),
        (["tags="], "c"),
        (["staff=50"], "b"),
        (["staff>=50"], "ab"),
        (["staff>50"], "a"),
        (["staff<=50"], "bc"),
        (["staff<50"], "c"),
        (["staff!=50"], "ac"),
        (["staff>=9.5"], "ab"),
        (["staff>=10", "staff<100"], "b"),
        (["share=0,5"], "a"),
        (["share>-1"], "ab"),
        (["share=-1"], "c"),
        (["certified=yes"], "a"),
        (["certified=false"], "bd"),
        (["certified!=yes"], "bd"),
        (["certified=tak|"], "ac"),
        (["topic=energy", "staff>=50"], "a"),
        (["sector=light"], "bd"),  # the column of one's own, which --sector does not ask about
        # 2014 and 2014-11 may or may not be what is asked: such an organisation is not kept.
        (["since=2014"], "abc"),
        (["since=2014-11"], "ab"),
        (["since=2014-11-07"], "a"),
        (["since!=2014-11-07"], ""),
        (["since!=2013"], "abc"),
        (["since>=2014-11"], "ab"),
        (["since>2014-10"], "ab"),
        (["since<=2014-11-07"], "a"),
        (["since<2015"], "abc"),
        (["since>2014"], ""),
    ],
)
def test_the_organisations_that_meet_it_are_kept(
    network: Network, where: list[str], expected: str
) -> None:
    assert kept(network, *where) == expected


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("topic", "`where` topic: there is no condition in it; write such as topic=energy"),
        ("=energy", "there is no condition in it"),
        ("", "there is no condition in it"),
        ("topic>", "> compares with one value"),
        ("staff>=1|2", ">= compares with one value"),
        ("topc=energy", "the data have no column topc of their own; did you mean topic?"),
        ("kind=Company", "`where` kind=Company: this has a setting of its own; use `kind`"),
        ("colour=red", "the data have no column colour of their own; use certified, sector,"),
        ("topic=enregy", "`where` topic=enregy: no organisation has it; did you mean energy?"),
        ("topic=coal", "no organisation has it; use Clean  Water, energy"),
        ("topic>=energy", ">= compares numbers and dates, and the type of topic is text"),
        ("staff>=many", "staff holds a number and many is none; write such as staff>=2.5"),
        ("staff>=1,000", "1,000 may mean thousands or decimals; write such as staff>=1000"),
        ("topic=energy, Clean Water", "for any of them write topic=energy|Clean Water"),
        ("staff=nan", "staff holds a number and nan is none"),
        ("certified=maybe", "certified holds yes or no and maybe is none"),
        ("since>=soon", "since holds a date and soon is none; write such as since>=2014-11"),
    ],
)
def test_a_condition_that_cannot_be_asked_is_told(network: Network, where: str, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        network.select(where=where)
    assert said in str(raised.value)


def test_data_without_columns_of_their_own_say_so(tmp_path: Path) -> None:
    tables = {"organisations": "id,name,kind\na,A,Company\n"}
    plain = Network.of(read(write(tmp_path, tables), dataset="test"))
    with pytest.raises(UsageError, match="no columns of their own, and so no topic"):
        plain.select(where="topic=energy")


def test_those_left_out_are_counted_by_whether_that_is_known(network: Network) -> None:
    names = ("unchosen", "unmet", "unstated")

    def counts(**words: object) -> list[int]:
        found = network.select(**words).counts()
        return [found[name] for name in names]

    assert counts() == [0, 0, 0]
    assert counts(where="certified=yes") == [0, 2, 1]
    assert counts(where="certified=yes", kind="Company") == [1, 1, 1]
    assert counts(where="topic=energy", kind="University") == [3, 0, 1]
    assert counts(where="since=2014-11-07") == [0, 0, 3]
    assert counts(where=["certified=yes", "certified="]) == [0, 2, 0]


def test_the_word_that_leaves_an_organisation_out_is_named(network: Network) -> None:
    selected = network.select(where="topic=energy", kind="Company")
    with pytest.raises(UsageError, match="leaves out B; check `where`"):
        selected.node("b")
    with pytest.raises(UsageError, match="leaves out D; check `kind` and `sector`"):
        selected.node("d")


def test_groups_keep_the_size_that_they_had(tmp_path: Path) -> None:
    tables = {
        "organisations": "id,name,kind,x_a\na,A,Company,1\nb,B,Company,1\nc,C,Company,2\n",
        "declarations": "id,title\nx,X\n",
        "signatories": "declaration,organisation\nx,a\nx,b\nx,c\n",
    }
    whole = Network.of(read(write(tmp_path, tables), dataset="test"))
    kept = whole.select(where="a=1", weight="newman")
    # Newman's weight with k = 3, although two stand: 1 / (3 - 1).
    assert dict(kept.graph().edges) == {("a", "b"): {"weight": 0.5, "distance": 2.0}}


def test_it_is_said_in_words_and_kept_in_one_form() -> None:
    selection = Selection().refined(where=[" topic = energy ", "staff>= 50", "topic=energy"])
    assert selection.where == ("topic=energy", "staff>=50")
    assert str(selection) == "where topic=energy and staff>=50"
    assert selection.refined(where=[]) == Selection()
    either = Selection().refined(where=["topic=energy", "x_topic=water", "topic!=air"])
    assert str(either) == "where topic=energy|water and topic!=air"


DAYS = st.dates(parse_date("2010").first, parse_date("2019").last)
DATES = st.builds(lambda day, length: day.isoformat()[:length], DAYS, st.sampled_from([4, 7, 10]))
SIGNS = {
    ">=": lambda day, given: day >= given.first,
    ">": lambda day, given: day > given.last,
    "<=": lambda day, given: day <= given.last,
    "<": lambda day, given: day < given.first,
    "=": lambda day, given: given.first <= day <= given.last,
    "!=": lambda day, given: not given.first <= day <= given.last,
}


@given(DATES, DATES, st.sampled_from(sorted(SIGNS)))
def test_a_date_decides_when_all_its_days_do(stated: str, asked: str, sign: str) -> None:
    node = Node("Organisation", "a", {"x_d": stated}, "Other")
    (answer,) = answers_of([f"d{sign}{asked}"], [node], {"x_d": ValueType.DATE})
    days, given_date = parse_date(stated), parse_date(asked)
    length = (days.last - days.first).days + 1
    of_days = {SIGNS[sign](days.first + timedelta(days=at), given_date) for at in range(length)}
    assert answer is (of_days.pop() if len(of_days) == 1 else None)


@given(st.lists(st.sampled_from(["", "red", "blue", "green"]), min_size=1), st.data())
def test_equality_and_its_opposite_part_what_is_stated(cells: list[str], data) -> None:
    nodes = [
        Node("Organisation", str(at), {"x_c": cell} if cell else {}, "Other")
        for at, cell in enumerate(cells)
    ]
    stated = sorted({cell for cell in cells if cell})
    asked = "|".join(data.draw(st.lists(st.sampled_from([*stated, ""]), min_size=1)))
    types = {"x_c": ValueType.TEXT}
    same, other = (answers_of([f"c{sign}{asked}"], nodes, types) for sign in ("=", "!="))
    parts = {part.strip() for part in asked.split("|")}
    for cell, yes, no in zip(cells, same, other, strict=True):
        if cell or "" in parts:
            assert (yes, no) == (cell in parts, cell not in parts)
        else:
            assert (yes, no) == (None, None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("commands")
    write(folder / "data", TABLES)
    assert graphkit("load", "data", cwd=folder).returncode == 0
    return folder


def test_commands_take_it_and_say_how_many_are_unknown(folder: Path) -> None:
    ran = graphkit("rank", "--where", "certified=no", "--format", "csv", cwd=folder)
    assert [line.split(",")[1] for line in ran.stdout.splitlines()[1:]] == ["b", "d"]
    assert "2 of 4 organisations (1 is not as --where asks, 1 is unknown for --where)" in ran.stderr
    assert "; where certified=no" in ran.stderr
    ran = graphkit("rank", "--where", "certifed=no", cwd=folder)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == (
        "graphkit: --where certifed=no: the data have no column certifed of their own; "
        "did you mean certified?\n"
    )
    ran = graphkit("info", "--where", "staff>=50", "--where", "topic=energy", cwd=folder)
    assert "organisations  " in ran.stdout
    assert "1 of 4 organisations (2 are not as --where asks, 1 is unknown for" in ran.stderr
