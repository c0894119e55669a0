"""What all stores share and needs neither engine nor server; expected values are by hand."""

from __future__ import annotations

import ssl
from datetime import date, datetime
from hashlib import sha256
from typing import Any

import pytest
from neo4j.exceptions import AuthError, DriverError, Neo4jError, ServiceUnavailable

from graphkit.model import (
    GraphkitError,
    InvalidData,
    Node,
    StoreError,
    StoreUnavailable,
    UsageError,
)
from graphkit.store.embedded import values
from graphkit.store.library import read_query
from graphkit.store.neo4j.driver_errors import Clash, explained, unavailable
from graphkit.store.parameters import check_limits, check_statement, check_values, read_value
from graphkit.store.shared_nodes import check_same, content, held_claims, standing

ANNA = Node("Organisation", "anna", {"name": "Anna"}, "Company")
CLAIMS = {
    "second": ("Cluster", {"name": "Anna B", "since": date(2014, 11, 7), "url": "b"}),
    "first": ("Company", {"name": "Anna A", "aliases": ["A"]}),
}


def test_each_property_of_a_shared_node_is_what_the_first_data_set_by_name_gives():
    properties = {
        "name": "Anna A",
        "aliases": ["A", "Anna B"],  # but all names are kept
        "since": date(2014, 11, 7),
        "url": "b",
    }
    assert standing(CLAIMS) == ("Company", properties)


def test_a_node_that_one_data_set_states_is_stored_without_claims():
    leaf = sha256(b'["Organisation", "anna", "Company", {"name": "Anna"}]').hexdigest()
    assert content("Organisation", "anna", {"only": ("Company", {"name": "Anna"})}) == {
        "name": "Anna",
        "id": "anna",
        "hash": sha256(f'["anna", ["only", "{leaf}"]]'.encode()).hexdigest()[:32],
        "datasets": ["only"],
    }


def test_a_shared_node_is_stored_with_the_claims_of_each_data_set():
    stored = content("Organisation", "anna", CLAIMS)
    assert stored["claims"] == (
        '{"first": {"kind": "Company", "stated": {"aliases": ["A"], "name": "Anna A"}}, '
        '"second": {"kind": "Cluster", "stated": '
        '{"name": "Anna B", "since": {"date:": "2014-11-07"}, "url": "b"}}}'
    )
    assert stored["datasets"] == ["first", "second"]
    assert held_claims(stored, "Company") == CLAIMS


def test_claims_are_stored_as_readable_text():
    claims = {each: ("Company", {"name": "Żółw"}) for each in "ab"}
    assert "Żółw" in str(content("Organisation", "anna", claims)["claims"])


def test_a_node_without_claims_is_what_its_data_set_states():
    stored = content("Organisation", "anna", {"only": ("Company", {"name": "Anna", "url": "a"})})
    expected = {"only": ("Company", {"name": "Anna", "url": "a"})}
    assert held_claims(stored, "Company") == expected
    assert held_claims({"id": "anna", "name": "Anna"}, "Company") == {}


def test_one_id_with_two_names_is_refused_with_both_names():
    claims = {
        "new": ("Company", {"name": "Somebody"}),
        "old": ("Company", {"name": "Beata"}),
    }
    with pytest.raises(InvalidData) as raised:
        check_same("new", [(ANNA, claims)])
    [problem] = raised.value.problems
    assert (problem.file, problem.row, problem.column) == ("data set new", None, "id")
    assert problem.what == (
        "organisation anna is 'Anna' here and 'Beata' in the data set old, which the store holds"
    )
    assert problem.cure == (
        "if both are the same, make one name an alias of the other; if not, change this id"
    )


@pytest.mark.parametrize(
    "held", [{"name": "ANNA"}, {"name": "Beata", "aliases": ["anna"]}, {"name": "Änna"}]
)
def test_one_name_or_alias_in_common_is_enough_for_one_node(held):
    check_same("new", [(ANNA, {"old": ("Company", held)})])


@pytest.mark.parametrize(
    "value",
    [None, "żółw", 2**63 - 1, -(2**63), 0.5, True, date(2014, 11, 7), [1, ("a",)], {"a": [{}]}],
)
def test_a_value_that_a_store_can_hold_is_passed(value: object):
    assert check_values({"x": value}) == {"x": value}


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (2**63, "int"),
        (-(2**63) - 1, "int"),
        (datetime(2014, 11, 7, 1), "datetime"),
        ({1: 2}, "dict"),
        ({"a": object()}, "dict"),
        ([object()], "list"),
        ((2**63,), "tuple"),
        ({"a"}, "set"),
        (["\ud800"], "list"),
    ],
)
def test_a_value_that_no_store_can_hold_is_named_with_its_type(value: object, kind: str):
    with pytest.raises(UsageError, match=f"^parameter x: a {kind} is .* use texts, whole numbers"):
        check_values({"fine": 1, "x": value})


def test_half_a_character_is_not_a_text():
    with pytest.raises(UsageError, match=r"^parameter x: .* UTF-8"):
        check_values({"x": "\ud800"})
    with pytest.raises(UsageError, match=r"the query is .* UTF-8"):
        check_statement("RETURN '\ud800'", write=True)


def test_limits_have_bounds():
    check_limits(0, 1e9)
    check_limits(None, None)
    check_limits(1, 1e-3)
    with pytest.raises(UsageError, match=r"a limit of -1 rows .* give 0 or more"):
        check_limits(-1, None)
    for seconds in (0, -1, 1.1e9, float("nan")):
        with pytest.raises(UsageError, match="give more than 0, at most 1e"):
            check_limits(None, seconds)


def test_only_writing_may_end_transactions():
    statement = "terminate  transaction 'x'"
    check_statement(statement, write=True)
    # Cypher takes a comment for a space.
    for each in (statement, "TERMINATE/* now */TRANSACTION 'x'"):
        with pytest.raises(StoreError, match="this statement ends transactions"):
            check_statement(each, write=False)
    for quoted in ("'{}'", '"{}"', "`{}`", "/* {} */", "// {}\n", r"'\'{}'"):
        check_statement("RETURN " + quoted.format("TERMINATE TRANSACTIONS"), write=False)


def test_a_long_value_is_quoted_by_its_beginning():
    with pytest.raises(ValueError, match=r"^'" + "x" * 80 + "…' is not a whole number$"):
        read_value("x" * 81, "int")
    with pytest.raises(ValueError, match=r"^'" + "x" * 80 + "' is not a whole number$"):
        read_value("x" * 80, "int")


def test_a_value_nested_too_deeply_is_refused():
    with pytest.raises(ValueError, match="is nested too deeply; use fewer levels"):
        read_value("[" * 100_000, "json")


@pytest.mark.parametrize(
    ("text", "type", "value"),
    [
        (" TRUE ", "bool", True),
        (" 2014-11-07 ", "date", date(2014, 11, 7)),
        (' ["a|b", 1]', "list", ["a|b", 1]),
        ("a| |b ", "list", ["a", "b"]),
        ("a", "string", "a"),
    ],
)
def test_a_text_is_read_as_its_type(text: str, type: str, value: object):
    assert read_value(text, type) == value


def test_an_example_has_values_in_quotation_marks_or_single_words():
    parameters = "".join(f"// parameter {each}: string, required; x\n" for each in "abc")
    example = '// example: a=word b="two words" c=""'
    query = read_query("q", f"// T\n// D\n{parameters}// column x: y\n{example}\nRETURN 1")
    assert query.example == {"a": "word", "b": "two words", "c": ""}


def test_a_default_keeps_all_its_letters():
    parameters = '// parameter a: string, default "XL"; x\n// parameter b: string, default X; x\n'
    query = read_query("q", f"// T\n// D\n{parameters}// column x: y\n// example:\nRETURN 1")
    assert [each.default for each in query.parameters] == ["XL", "X"]


def test_a_header_names_the_line_that_is_wrong():
    with pytest.raises(ValueError, match=r"^q: 'column who' does not have the format of a header"):
        read_query("q", "// A title\n// A text\n// column who\n// example:\nRETURN 1")
    with pytest.raises(ValueError, match=r"^x: number is not a type; use one of: string, int"):
        read_query("q", "// T\n// D\n// parameter x: number, required; n\nRETURN 1")
    with pytest.raises(ValueError, match=r"^q: a header needs a title, a description, columns"):
        read_query("q", "// A title\nRETURN 1")


def _of_server(code: str, message: str = "first line\nmore") -> Neo4jError:
    return Neo4jError._hydrate_neo4j(code=code, message=message)


@pytest.mark.parametrize(
    ("code", "kind", "said"),
    [
        ("Neo.ClientError.Statement.AccessMode", StoreError, "this statement writes"),
        (
            "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
            StoreError,
            "the server's configuration makes this database read-only",
        ),
        (
            "Neo.ClientError.Statement.SyntaxError",
            StoreError,
            "the query cannot be understood: first line",
        ),
        (
            "Neo.ClientError.Schema.ConstraintValidationFailed",
            Clash,
            "the query failed: first line",
        ),
        (
            "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
            StoreError,
            "the server is busy: first line; try again",
        ),
        ("Neo.ClientError.Statement.TypeError", StoreError, "the query failed: first line"),
        (
            "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
            StoreError,
            "stopped after 5 s; raise the time limit or ask for less",
        ),
    ],
)
def test_what_the_server_refuses_is_explained(code: str, kind: type, said: str):
    found = explained(_of_server(code), "bolt://h", 5)
    assert type(found) is kind
    assert str(found).startswith(said)
    assert "\n" not in str(found)


@pytest.mark.parametrize(
    "error",
    [
        _of_server("Neo.DatabaseError.Transaction.TransactionLogError", "Could not append"),
        _of_server(
            "Neo.DatabaseError.Transaction.TransactionStartFailed",
            "The database has encountered a critical error, and needs to be restarted.",
        ),
    ],
)
def test_a_server_that_gave_up_its_database_is_no_failed_query(error: Neo4jError):
    for found in (explained(error, "bolt://h"), unavailable("bolt://h", "neo4j", None, error)):
        assert type(found) is StoreUnavailable
        assert str(found).startswith("bolt://h: the server cannot write to its disk and has given")


def test_a_limit_of_the_server_and_a_missing_parameter_are_named():
    timed_out = _of_server("Neo.ClientError.Transaction.TransactionTimedOut")
    assert str(explained(timed_out, "bolt://h")).startswith("stopped by the server's own limit;")
    missing = _of_server("Neo.ClientError.Statement.ParameterMissing", "Expected parameter(s): who")
    assert (
        str(explained(missing, "bolt://h"))
        == "the query needs the parameter who, which has no value"
    )


def _because(error: DriverError, cause: BaseException) -> DriverError:
    error.__cause__ = cause
    return error


def test_why_no_session_could_be_had():
    def said(error: Any, database: str | None = None) -> str:
        found: GraphkitError = unavailable("bolt://h", "neo4j", database, error)
        assert isinstance(found, StoreUnavailable)
        return str(found)

    def refused_by(reason: str) -> DriverError:
        return _because(ServiceUnavailable("x"), OSError(111, reason))

    assert said(AuthError("no")).startswith("bolt://h: the server refused the user neo4j; check")
    absent = _of_server("Neo.ClientError.Database.DatabaseNotFound")
    assert "the server has no database called films; check" in said(absent, "films")
    untrusted = _because(ServiceUnavailable("x"), ssl.SSLCertVerificationError("bad"))
    assert "certificate is not trusted; install" in said(untrusted)
    plain = _because(ServiceUnavailable("x"), ssl.SSLError("bad"))
    assert said(plain) == (
        "bolt://h: the server does not speak TLS; leave out +s or +ssc in the address, or turn TLS "
        "on in the server's settings"
    )
    attempts = ServiceUnavailable("x")
    attempts.exceptions = [refused_by("Connection refused")]
    assert "answers there (Connection refused);" in said(attempts)
    circle = ServiceUnavailable("x")
    circle.__cause__ = ServiceUnavailable("y")
    circle.__cause__.__cause__ = circle
    assert "answers there (x);" in said(circle)
    refused = refused_by("Connection refused")
    assert "answers there (Connection refused); check the address" in said(refused)
    assert "answers there (gone)" in said(ServiceUnavailable("gone (resolved to h:1)"))


class _Spent(Exception):
    """As jpype shows Java's error; Java's classes are not here to raise it."""

    def getClass(self) -> type[_Class]:  # noqa: N802
        return _Class

    def getCause(self) -> None:  # noqa: N802
        return None

    def getMessage(self) -> str:  # noqa: N802
        return "Java heap space"


class _Class:
    @staticmethod
    def getSimpleName() -> str:  # noqa: N802
        return "OutOfMemoryError"


def test_the_cure_for_too_little_memory_is_the_setting_for_more() -> None:
    told = values.said(_Spent())
    assert told == "Java's memory is used up; set GRAPHKIT_HEAP to more, such as 2g"
