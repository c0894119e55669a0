"""Columns of one's own in our tables: their names, the type that their cells decide, and facts.

Expected types and messages are by hand; the law about numbers compares with Python's own reading.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.model import TABLES, InvalidData
from graphkit.model.own_columns import (
    LONGEST_NAME,
    OwnColumn,
    ValueType,
    is_own_name,
    name_made_of,
    own_name,
    type_of,
)
from graphkit.model.stated_properties import own_columns
from graphkit.sources import read
from graphkit.sources.own_values import typed
from tests.sources_tables import fact, found, load, node, write

HEAD = "id,name,kind"


def organisations(column: str, *cells: str) -> str:
    rows = [f"o{at},O{at},Other,{cell}" for at, cell in enumerate(cells)]
    return "\n".join([f"{HEAD},{column}", *rows]) + "\n"


@pytest.mark.parametrize(
    ("cells", "type", "values"),
    [
        (["energy", ""], "text", ["energy", None]),
        (["a|b", "b", "|"], "several texts", [["a", "b"], ["b"], None]),
        (["1|2", "3"], "several texts", [["1", "2"], ["3"]]),
        (["10", "-3", "1 234"], "whole number", [10, -3, 1234]),
        (["10", "2.5", "1e-3"], "decimal number", [10.0, 2.5, 0.001]),
        (["0,5", "7"], "decimal number", [0.5, 7.0]),
        (["yes", "NO", ""], "yes or no", [True, False, None]),
        (["tak", "nie"], "yes or no", [True, False]),
        (["True", "false"], "yes or no", [True, False]),
        (["2014-11-07", "2014-11", "2014"], "date", ["2014-11-07", "2014-11", "2014"]),
        (["2014", "2015"], "whole number", [2014, 2015]),
        (["1", "0"], "whole number", [1, 0]),
        # What looks like a number and is none, and what a number would not keep.
        (["007", "12"], "text", ["007", "12"]),
        (["0013", "0014"], "text", ["0013", "0014"]),
        (["+48123456789", "5"], "text", ["+48123456789", "5"]),
        (["2E10", "5"], "text", ["2E10", "5"]),
        (["12345678901234567890", "5"], "text", ["12345678901234567890", "5"]),
        (["0.12345678901234567", "5"], "text", ["0.12345678901234567", "5"]),
        (["1,234", "5"], "text", ["1,234", "5"]),
        (["yes", "partly"], "text", ["yes", "partly"]),
        (["2014-11-07", "2014-13"], "text", ["2014-11-07", "2014-13"]),
        (["=1+1", "<b>x</b>"], "text", ["=1+1", "<b>x</b>"]),
    ],
)
def test_all_cells_together_decide_the_type(
    tmp_path: Path, cells: list[str], type: str, values: list[object]
) -> None:
    quoted = [f'"{cell}"' for cell in cells]
    dataset = load(tmp_path, organisations=organisations("x_it", *quoted))
    kept = [each.properties.get("x_it") for each in dataset.nodes]
    assert [(each.__class__, each) for each in kept] == [(each.__class__, each) for each in values]
    assert own_columns(dataset) == (f"Organisation.x_it: {type}",)


@given(st.lists(st.integers(-(2**63) + 1, 2**63 - 1) | st.floats(-1e15, 1e15), min_size=1))
def test_numbers_are_kept_as_python_reads_them_or_as_they_are_written(numbers) -> None:
    texts = [repr(number) for number in numbers]
    found = typed(dict.fromkeys(texts, 1))
    for number, text in zip(numbers, texts, strict=True):
        assert found.values[text] in (number, text)
    if all(isinstance(number, int) for number in numbers):
        assert found.type is ValueType.WHOLE


@pytest.mark.parametrize("table", [name for name in TABLES if name not in ("people", "relations")])
def test_every_table_takes_further_columns(tmp_path: Path, table: str) -> None:
    texts = {
        "organisations": "id,name,kind,website,x_a\no,O,Company,,1\np,P,Cluster,,2\n",
        "declarations": "id,title,x_a\nd,D,1\n",
        "collaborations": "id,title,x_a\nc,C,1\n",
        "places": "id,name,x_a\nl,L,1\n",
        "sources": "id,title,x_a\ns,S,1\n",
        "figures": "subject,measure,value,x_a\no,members,5,1\n",
        "memberships": "member,group,x_a\no,p,1\n",
        "signatories": "declaration,organisation,x_a\nd,o,1\n",
        "participants": "collaboration,organisation,x_a\nc,o,1\n",
        "ties": "a,b,x_a\no,p,1\n",
        "kinds": "id,name,x_a\nBank,Bank,1\n",
        "questions": "id,text,kind,survey,x_a\nq,How often?,frequency,c,1\n",
        "ratings": "respondent,about,question,value,x_a\no,p,q,1,1\n",
    }
    dataset = read(write(tmp_path, texts), dataset="test")
    of = TABLES[table].label or TABLES[table].relation
    assert f"{of}.x_a: whole number" in own_columns(dataset)


def test_roles_of_people_and_relations_take_further_columns(tmp_path: Path) -> None:
    people = "person,name,organisation,role,x_since\njan,Jan,acme,head,2014-05\n"
    relations = "from,kind,to,x_share\nacme,part_of,pb,0.5\n"
    dataset = load(tmp_path, with_people=True, people=people, relations=relations)
    assert fact(dataset, "REPRESENTS").properties["x_since"] == "2014-05"
    assert fact(dataset, "PART_OF").properties["x_share"] == 0.5


def test_rows_that_differ_in_a_column_of_ones_own_alone_are_two_facts(tmp_path: Path) -> None:
    dataset = load(tmp_path, memberships="member,group,x_via\nacme,kom,web\nacme,kom,post\n")
    stated = sorted(str(each.properties["x_via"]) for each in dataset.facts)
    assert stated == ["post", "web"]
    (problem,) = found(tmp_path, memberships="member,group,x_via\nacme,kom,a\nacme,kom,a\n")
    assert problem.what == "the row repeats row 2"


@pytest.mark.parametrize(
    ("header", "what", "cure"),
    [
        ("x_", "it has no name after x_", "name it such as x_column"),
        ("x___", "it has no name after x_", "name it such as x_column"),
        (
            "x_" + "a" * 300,
            "its name has 302 characters, at most 60 can be kept",
            f"name it such as x_{'a' * 58}",
        ),
        (
            "x_topic area",
            "its name holds other characters than letters, digits and _",
            "name it such as x_topic_area",
        ),
        (
            "x_a`}) DETACH DELETE (n) //",
            "its name holds other characters than letters, digits and _",
            "name it such as x_a_detach_delete_n",
        ),
        (
            "x_<img src=x onerror=alert(1)>",
            "its name holds other characters than letters, digits and _",
            "name it such as x_img_src_x_onerror_alert_1",
        ),
        (
            "x_=HYPERLINK(1)",
            "its name holds other characters than letters, digits and _",
            "name it such as x_hyperlink_1",
        ),
        (
            "topic",
            "the table organisations does not have this column",
            "name it x_topic to keep it, or delete it",
        ),
        (
            "Topic Area",
            "the table organisations does not have this column",
            "name it x_topic_area to keep it, or delete it",
        ),
    ],
)
def test_a_name_that_cannot_be_kept_is_told(
    tmp_path: Path, header: str, what: str, cure: str
) -> None:
    (problem,) = found(tmp_path, organisations=organisations(header, "1"))
    assert (problem.row, problem.what, problem.cure) == (1, what, cure)


@pytest.mark.parametrize("second", ["x_topic", "X_TOPIC", "x_Topic "])
def test_names_that_differ_in_case_alone_are_one_column(tmp_path: Path, second: str) -> None:
    text = f"{HEAD},x_topic,{second}\no,O,Company,a,b\n"
    (problem,) = found(tmp_path, organisations=text)
    assert (problem.column, problem.what) == ("x_topic", "the column appears twice")


def test_names_may_have_letters_of_any_language_in_any_form(tmp_path: Path) -> None:
    text = f"{HEAD},X_Z\u0307o\u0301\u0142w,x_हिन्दी,x_sector,x_id\no,O,Company,a,b,c,d\n"
    properties = node(load(tmp_path, organisations=text), "o").properties
    assert properties["x_żółw"] == "a"
    assert properties["x_हिन्दी"] == "b"
    assert (properties["sector"], properties["x_sector"]) == ("business", "c")
    assert properties["x_id"] == "d"


@given(st.text(max_size=100))
def test_every_text_makes_a_name_that_is_one(text: str) -> None:
    made = name_made_of(text)
    assert is_own_name(made)
    assert len(made) <= LONGEST_NAME
    assert name_made_of(made) == made


@given(st.text(max_size=60))
def test_a_name_has_one_form_and_no_character_that_a_query_reads(text: str) -> None:
    try:
        name = own_name(f"x_{text}")
    except ValueError:
        return
    assert own_name(name) == name
    assert not set(name) & set("`'\"\\(){}[]<>=:;,. \t\n")


@given(st.text(max_size=20), st.sampled_from(["", *ValueType]))
def test_a_column_is_kept_as_a_text_that_can_be_read_again(name: str, type: str) -> None:
    column = OwnColumn("Organisation", name, type)
    if type or ": " not in name:
        assert OwnColumn.parse(str(column) if type else f"Organisation.{name}") == column


def test_mixed_values_of_a_data_set_made_in_python_count_as_text() -> None:
    assert type_of([1, "a"]) is ValueType.TEXT
    assert type_of([True, 1]) is ValueType.TEXT


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (["10", "20", "about 50"], "text: 1 of 3 cells is not a number: about 50"),
        (["10", "20", "1|2"], "several texts: 1 of 3 cells is not a number: 1|2"),
        (["yes", "no", "partly"], "text: 1 of 3 cells is neither yes nor no: partly"),
        (
            ["07.11.2014", "8.11.2014", "2014"],
            "text: 2 of 3 cells are not a date such as 2014-11-07: 07.11.2014, 8.11.2014",
        ),
        (["a", "b", "3"], None),
    ],
)
def test_a_column_that_a_few_cells_make_a_text_is_remarked_on(
    tmp_path: Path, cells: list[str], said: str | None
) -> None:
    folder = write(tmp_path, {"organisations": organisations("x_it", *cells)})
    remarks: list[str] = []
    read(folder, dataset="test", remark=remarks.append)
    expected = [] if said is None else [f"organisations.csv: x_it is kept as {said}"]
    assert remarks == expected


def test_faults_of_cells_are_told_with_their_row(tmp_path: Path) -> None:
    with pytest.raises(InvalidData) as raised:
        load(tmp_path, organisations=organisations("x_it", "1", "nan", "a\u202eb"))
    assert [(each.row, each.column) for each in raised.value.problems] == [(3, "x_it"), (4, "x_it")]


def test_a_second_row_of_names_may_hold_them(tmp_path: Path) -> None:
    text = "id,name,kind,figures,\n,,,x_staff,x_topic\no,O,Company,5,energy\n"
    properties = node(load(tmp_path, organisations=text), "o").properties
    assert (properties["x_staff"], properties["x_topic"]) == (5, "energy")
