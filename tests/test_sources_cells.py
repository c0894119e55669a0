"""What a cell may hold, by the type of its column."""

from __future__ import annotations

from typing import Any

import pytest

from graphkit.model import TABLES
from graphkit.sources.cells import parser_for
from graphkit.sources.problem_texts import Fault


def value(column: str, text: str) -> Any:
    table, name = column.split(".")
    faults: list[Fault] = []
    result = parser_for(TABLES[table].column(name))(text, faults)
    if faults:
        raise faults[0]
    return result


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("-3", -3),
        ("1234.5", 1234.5),
        ("1234,5", 1234.5),
        ("0,125", 0.125),
        ("1234,567", 1234.567),
        ("1.234", 1.234),
        (".5", 0.5),
        ("1 234 567", 1234567),
        ("1\u00a0234,50", 1234.5),
        ("\u22127", -7),
        ("2e3", 2000.0),
        # The smallest whole number that a store holds, but for one.
        ("-9223372036854775807", -(2**63) + 1),
    ],
)
def test_numbers_are_read_with_point_or_comma(text: str, number: float) -> None:
    result = value("participants.contribution", text)
    assert result == number
    assert type(result) is type(number)


@pytest.mark.parametrize(
    "text",
    [
        *("1,234", "1,234.5", "1.234.567", "12 34", "1_000", "0x10", "٣", ",", "-", "e5", "1."),
        *("nan", "inf", "-Infinity", "1e999", "9" * 20, "9" * 5000, "5%", "about 5"),
    ],
)
def test_what_is_no_single_finite_number_is_told(text: str) -> None:
    with pytest.raises(Fault):
        value("participants.contribution", text)


def test_a_comma_before_three_digits_is_told_with_both_readings() -> None:
    with pytest.raises(Fault) as raised:
        value("participants.contribution", "1,234")
    assert raised.value.what == "'1,234' may mean thousands or decimals"
    assert raised.value.cure == "write 1234 or 1.234"


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("places.latitude", "90.5"),
        ("places.longitude", "-181"),
        ("ties.weight", "0"),
        ("ties.weight", "-1"),
    ],
)
def test_numbers_out_of_bounds_are_told(column: str, text: str) -> None:
    with pytest.raises(Fault):
        value(column, text)


@pytest.mark.parametrize("text", ["2014", "2014-11", "2014-11-07", "2016-02-29"])
def test_dates_keep_their_precision(text: str) -> None:
    assert value("memberships.start", text) == text


@pytest.mark.parametrize("text", ["2015-02-29", "2014-13", "0000", "14", "2014-1-1", "..", "soon"])
def test_impossible_dates_are_told(text: str) -> None:
    with pytest.raises(Fault):
        value("memberships.start", text)


def test_a_date_with_the_day_first_is_told_with_its_iso_form() -> None:
    with pytest.raises(Fault) as raised:
        value("memberships.start", "7.11.2014")
    assert "2014-11-07" in raised.value.cure


def test_a_date_with_a_time_is_told() -> None:
    with pytest.raises(Fault, match="time of day"):
        value("memberships.start", "2014-11-07 10:30:00")


def test_an_end_may_be_open() -> None:
    assert value("memberships.end", "..") == ".."
    assert value("memberships.end", " ") is None


@pytest.mark.parametrize("text", ["working group", "Working_Group", "WORKING-GROUP"])
def test_choices_are_stored_as_the_vocabulary_spells_them(text: str) -> None:
    assert value("organisations.kind", text) == "WorkingGroup"


def test_an_unknown_choice_is_told_with_the_nearest() -> None:
    with pytest.raises(Fault) as raised:
        value("organisations.kind", "Univeristy")
    assert raised.value.cure == "did you mean University? Otherwise add it to the table kinds"
    with pytest.raises(Fault) as raised:
        value("figures.nature", "xyz")
    assert raised.value.cure == "write one of reported, target, forecast"


@pytest.mark.parametrize(
    ("scheme", "text", "normal"),
    [
        ("krs", "28860", "0000028860"),
        ("nip", "542-020-87-21", "5420208721"),
        ("regon", "000001672", "000001672"),
        ("ror", "https://ror.org/02bzfsy61", "02bzfsy61"),
        ("vat", "PL5420208721", "PL5420208721"),
    ],
)
def test_identifiers_are_stored_in_their_normal_form(scheme: str, text: str, normal: str) -> None:
    assert value(f"organisations.{scheme}", text) == normal


@pytest.mark.parametrize(
    ("scheme", "text"),
    [("nip", "5420208722"), ("regon", "000001673"), ("krs", "12345678901"), ("vat", "XX1")],
)
def test_identifiers_with_a_wrong_check_digit_are_told(scheme: str, text: str) -> None:
    with pytest.raises(Fault, match=f"is not a valid {scheme.upper()} number"):
        value(f"organisations.{scheme}", text)


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("https://pb.edu.pl/", ("https://pb.edu.pl/",)),
        ("www.pb.edu.pl | http://x.pl:80/a?b=1", ("http://www.pb.edu.pl", "http://x.pl:80/a?b=1")),
        ("https://łódź.pl", ("https://łódź.pl",)),
        (" | ", None),
    ],
)
def test_web_addresses(text: str, urls: tuple[str, ...] | None) -> None:
    assert value("organisations.website", text) == urls


@pytest.mark.parametrize(
    "text",
    [
        *("javascript:alert(1)", "data:text/html,x", "pb.edu.pl", "ftp://x.pl", "//x.pl"),
        *("http://", "http:///x", "http://x y.pl", "http://[::1", "http://x.pl:port/"),
        'http://x.pl/"onclick=',
    ],
)
def test_what_is_no_web_address_is_told(text: str) -> None:
    with pytest.raises(Fault, match="is not a web address"):
        value("organisations.website", text)


@pytest.mark.parametrize("text", ["a b", "a\u00a0b", "a|b", "x" * 201])
def test_ids_have_no_spaces_and_a_sane_length(text: str) -> None:
    with pytest.raises(Fault):
        value("organisations.id", text)


@pytest.mark.parametrize("text", ["", " \u00a0", "---", "…"])
def test_a_name_has_a_letter_or_a_digit(text: str) -> None:
    with pytest.raises(Fault):
        value("organisations.name", text)


def test_text_is_trimmed_and_composed() -> None:
    assert value("organisations.name", "\u00a0 Spo\u0301łka\u00ad X\u200b ") == "Spółka X"


@pytest.mark.parametrize(
    ("character", "point"),
    [
        ("\0", "U+0000"),
        ("\x1b", "U+001B"),
        ("\n", "U+000A"),
        ("\u0085", "U+0085"),
        ("\u2028", "U+2028"),
        ("\u2029", "U+2029"),
        ("\u202e", "U+202E"),
        ("\u2066", "U+2066"),
        ("\ud800", "U+D800"),
        ("\ufffd", "U+FFFD"),
        ("\uffff", "U+FFFF"),
        ("\U0001fffe", "U+1FFFE"),
    ],
)
def test_characters_that_hide_or_harm_are_told_by_code_point(character: str, point: str) -> None:
    with pytest.raises(Fault) as raised:
        value("organisations.name", f"a{character}b")
    assert point in raised.value.what
    assert raised.value.what.isprintable()


def test_a_failed_formula_is_told() -> None:
    with pytest.raises(Fault, match="#REF!"):
        value("organisations.name", "#REF!")


def test_every_wrong_part_of_a_list_is_told() -> None:
    faults: list[Fault] = []
    parser_for(TABLES["organisations"].column("website"))("x|http://ok.pl|y", faults)
    assert len(faults) == 2


@pytest.mark.parametrize("text", ["NA", "n/a", "-", "?", "brak", "na"])
@pytest.mark.parametrize("column", ["organisations.founded", "organisations.website", "ties.start"])
def test_a_word_for_a_blank_is_told_with_its_cure(column: str, text: str) -> None:
    # Our own tables are read strictly; files that are read by a mapping count these as blank.
    with pytest.raises(Fault) as raised:
        value(column, text)
    assert raised.value.cure == "leave the cell blank where nothing is known"


@pytest.mark.parametrize("text", ["nan", "NaN", "+inf", "Infinity"])
def test_a_number_that_is_not_finite_is_told(text: str) -> None:
    with pytest.raises(Fault) as raised:
        value("ties.weight", text)
    assert raised.value.what == f"'{text}' is not a finite number"
    assert raised.value.cure == "give a number, or leave it blank"


@pytest.mark.parametrize("character", ["\ud800", "\uffff", "\ufdd0"])
def test_what_is_not_a_character_is_to_be_deleted(character: str) -> None:
    with pytest.raises(Fault) as raised:
        value("organisations.name", f"a{character}b")
    assert raised.value.what.endswith("which is not a character")
    assert raised.value.cure == "delete it"


@pytest.mark.parametrize(
    ("column", "text", "what", "cure"),
    [
        (
            "organisations.id",
            "A|b c",
            "'A|b c' holds a bar",
            "write an id without spaces and bars, as 'a-b-c'",
        ),
        (
            "organisations.id",
            "a b",
            "'a b' holds a space",
            "write an id without spaces and bars, as 'a-b'",
        ),
        ("memberships.start", "1 may", "not a date", "write 2014, 2014-11 or 2014-11-07"),
        ("organisations.name", "#REF!", "the error #REF!", "fix the formula, or write the value"),
    ],
)
def test_what_is_wrong_comes_with_the_cure(column: str, text: str, what: str, cure: str) -> None:
    with pytest.raises(Fault) as raised:
        value(column, text)
    assert what in raised.value.what
    assert raised.value.cure == cure
