"""The loader of the query library, and parameters as people write them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graphkit.model import UsageError
from graphkit.store import parse_parameters, stored_queries, stored_query
from graphkit.store.library import read_query

SOURCE = """// Who asks?
//
// A question that
// takes two lines.
//
// parameter name: string, required; a name
// parameter day: date, default 2014-11-07; a day; any
// parameter least: int, default 2; how many
// parameter share: float, default 0.5; a share
// parameter sure: bool, default true; whether
// parameter names: list, default ""; some
//
// column who: the one who asks
//
// example: name="Żółw, z o.o." least="3"

// a comment of the statement
RETURN $name AS who
"""
QUERY = read_query("asking", SOURCE)


def test_a_file_is_read_whole() -> None:
    query = read_query("asking", SOURCE)
    assert (query.name, query.title, query.description) == (
        "asking",
        "Who asks?",
        "A question that takes two lines.",
    )
    assert [(p.name, p.type, p.required, p.default) for p in query.parameters] == [
        ("name", "string", True, None),
        ("day", "date", False, date(2014, 11, 7)),
        ("least", "int", False, 2),
        ("share", "float", False, 0.5),
        ("sure", "bool", False, True),
        ("names", "list", False, []),
    ]
    assert query.parameters[1].meaning == "a day; any"
    assert [(c.name, c.meaning) for c in query.columns] == [("who", "the one who asks")]
    assert query.example["name"] == "Żółw, z o.o."
    assert query.example["least"] == 3
    assert query.text == "// a comment of the statement\nRETURN $name AS who"
    assert query.source == SOURCE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("// Who asks?\n//\n", ""),
        ("// column who: the one who asks\n", ""),
        ("// example:", "// for instance:"),
        ("int, default", "number, default"),
        ("int, default 2;", "int, 2;"),
        ("int, default 2", "int, default two"),
        ("// column who: the one who asks", "// column who"),
    ],
)
def test_a_header_that_is_wrong_or_short_is_refused(old: str, new: str) -> None:
    assert old in SOURCE
    with pytest.raises((ValueError, UsageError)):
        read_query("asking", SOURCE.replace(old, new).replace("A question that\n", "\n"))


def test_values_get_their_declared_types() -> None:
    pairs = ["name=5", "day=2015-01-02", "least=7", "share=1", "sure=FALSE", "names=a|b c"]
    assert parse_parameters(pairs, QUERY) == {
        "name": "5",
        "day": date(2015, 1, 2),
        "least": 7,
        "share": 1.0,
        "sure": False,
        "names": ["a", "b c"],
    }


def test_what_is_not_given_has_its_default() -> None:
    assert parse_parameters(["name=x=y"], QUERY)["name"] == "x=y"
    assert parse_parameters(["name=x"], QUERY)["day"] == date(2014, 11, 7)


def test_in_free_cypher_a_value_is_a_text_unless_it_names_a_type() -> None:
    pairs = ["a=5", "b=int:5", "c=float:5", "d=date:2014-11-07", "e=bool:true", "g=string:int:5"]
    pairs += ['f=json:["a", {"b": 1}]', "h=", "i=http://x", 'j=list:["a"]', "k=list:a|b"]
    assert parse_parameters(pairs) == {
        "a": "5",
        "b": 5,
        "c": 5.0,
        "d": date(2014, 11, 7),
        "e": True,
        "f": ["a", {"b": 1}],
        "g": "int:5",
        "h": "",
        "i": "http://x",
        "j": ["a"],
        "k": ["a", "b"],
    }


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([], "parameter name is missing"),
        (["name"], "'name' is not a parameter; write it as name=value"),
        (["=5"], "write it as name=value"),
        (["name=x", "name=y"], "given twice"),
        (["name=x", "lest=3"], "no parameter lest; did you mean least"),
        (["name=x", "zzzz=3"], "no parameter zzzz; use name, day, least"),
        (["name=x", "least=three"], "parameter least: 'three' is not a whole number"),
        (["name=x", "day=2014"], "parameter day: '2014' is not a day of the form 2014-11-07"),
        (["name=x", "sure=yes"], "parameter sure: 'yes' is not true or false"),
        (["name=x", "names=[1"], "parameter names"),
        (["name=json:{"], "parameter name: '{' is not JSON"),
    ],
)
def test_an_error_names_the_parameter_and_the_cure(pairs: list[str], said: str) -> None:
    with pytest.raises(UsageError) as raised:
        parse_parameters(pairs, QUERY)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_an_unknown_query_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean co-members"):
        stored_query("comembers")
    with pytest.raises(UsageError, match="there is no stored query zzzzzz; use "):
        stored_query("zzzzzz")


def test_the_library_is_found_in_order_of_name() -> None:
    names = [query.name for query in stored_queries()]
    assert names == sorted(names)
    assert stored_query("co-members").title.startswith("Who belongs")
    folder = Path(__file__).parent.parent / "queries"
    assert {file.stem for file in folder.glob("*.cypher")} == set(names)
