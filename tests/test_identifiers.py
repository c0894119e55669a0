"""Identifiers by the published rules of their schemes."""

from __future__ import annotations

import random

import pytest
from stdnum import lei
from stdnum.eu import vat
from stdnum.exceptions import ValidationError
from stdnum.pl import nip, regon

from graphkit.model import normal_identifier
from graphkit.model.vat_numbers import vat_number


@pytest.mark.parametrize(
    ("scheme", "written", "normal"),
    [
        ("krs", "28860", "0000028860"),
        ("nip", "526-000-12-46", "5260001246"),
        ("nip", "5260001246", "5260001246"),
        ("regon", "000001330", "000001330"),
        # The ROR documentation's own example, and another institution's.
        ("ror", "https://ror.org/02mhbdp94", "02mhbdp94"),
        ("lei", "213800KUD8LAJWSQ9D15", "213800KUD8LAJWSQ9D15"),
        ("pic", "999886574", "999886574"),
        ("vat", "PL 5260001246", "PL5260001246"),
    ],
)
def test_an_identifier_is_brought_to_its_normal_form(scheme, written, normal):
    assert normal_identifier(scheme, written) == normal


@pytest.mark.parametrize(
    ("scheme", "written"),
    [
        ("krs", "12345678901"),
        ("krs", "12a"),
        ("nip", "5260001247"),
        ("regon", "000001331"),
        ("ror", "02mhbdp95"),
        ("ror", "02mhbdp9"),
        ("lei", "213800KUD8LAJWSQ9D16"),
        ("pic", "99988657"),
        ("vat", "PL5260001247"),
    ],
)
def test_a_wrong_check_digit_or_form_is_refused(scheme, written):
    with pytest.raises(ValueError, match=r"\w"):
        normal_identifier(scheme, written)


@pytest.mark.parametrize(
    "number",
    [
        # Numbers of companies and public bodies that they publish themselves, one for each rule.
        *("ATU13585627", "BE0428759497", "CY10259033P", "DE136695976", "DK13585628"),
        *("EE100931558", "EL094259216", "FI20774740", "FR40303265045", "HR33392005961"),
        *("HU12892312", "IT00743110157", "LU15027442", "MT11679112", "NL004495445B01"),
        *("PL8567346215", "PT501964843", "SE556188840401", "SI50223054"),
    ],
)
def test_the_check_digit_of_a_vat_number_counts(number: str) -> None:
    assert vat_number(number.lower()) == number
    at = max(place for place, character in enumerate(number[:11]) if character.isdigit())
    wrong = [number[:at] + digit + number[at + 1 :] for digit in "0123456789"]
    assert [each for each in wrong if vat_number(each)] == [number]


def test_greek_and_shortened_numbers_are_brought_to_one_form() -> None:
    assert vat_number("GR 94259216") == "EL094259216"
    assert vat_number("BE 428.759.497") == "BE0428759497"
    assert vat_number("NL 4495445B01") == "NL004495445B01"
    assert vat_number("US123456789") is None


_STRUCTURES = {
    "AT": "U11111111", "BE": "0111111111", "BG": "111111111", "CY": "11111111A", "CZ": "11111111",
    "DE": "111111111", "DK": "11111111", "EE": "111111111", "EL": "111111111", "ES": "A11111111",
    "FI": "11111111", "FR": "11111111111", "HR": "11111111111", "HU": "11111111",
    "IE": "1111111A", "IT": "11111110011", "LT": "111111111", "LU": "11111111",
    "LV": "41111111111", "MT": "11111111", "NL": "111111111B01", "PL": "1111111111",
    "PT": "111111111", "RO": "1111111111", "SE": "111111111101", "SI": "11111111",
    "SK": "1121111111", "XI": "111111111",
}  # fmt: skip
_BY_STRUCTURE = {"BG", "CZ", "ES", "IE", "LT", "LV", "RO", "SK", "XI"}


@pytest.mark.parametrize("country", _STRUCTURES)
def test_vat_numbers_are_those_that_stdnum_knows(country: str) -> None:
    """python-stdnum is the oracle. Of some countries the structure alone is compared, which all of
    its valid numbers have. Of Belgium it takes check digits above 97, which no number has.
    """
    chance = random.Random(country)
    for _ in range(2_000):
        number = country + "".join(
            chance.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") if each == "A"
            else chance.choice("0123456789") if each == "1" else each
            for each in _STRUCTURES[country]
        )  # fmt: skip
        theirs = _told(vat.validate, number)
        if country in _BY_STRUCTURE:
            assert theirs is None or vat_number(number) == theirs
        elif country != "BE" or int(number[-2:]) <= 97:
            assert vat_number(number) == theirs, number


@pytest.mark.parametrize(
    ("scheme", "length", "oracle"),
    [("nip", 10, nip), ("regon", 9, regon), ("regon", 14, regon), ("regon", 10, regon)],
)
def test_polish_numbers_are_those_that_stdnum_knows(
    scheme: str, length: int, oracle: object
) -> None:
    chance = random.Random(length)
    for _ in range(2_000):
        number = "".join(chance.choices("0123456789", k=length))
        assert _ours(scheme, number) == _told(oracle.validate, number)  # type: ignore[attr-defined]


def test_legal_entity_identifiers_are_those_that_stdnum_knows() -> None:
    chance = random.Random(1)
    for _ in range(2_000):
        body = "".join(chance.choices("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", k=18))
        for check in (f"{chance.randrange(100):02}", f"{98 - int(_digits(body + '00')) % 97:02}"):
            number = body + check
            assert _ours("lei", number) == _told(lei.validate, number)


def _digits(text: str) -> str:
    return "".join(str(int(character, 36)) for character in text)


def _ours(scheme: str, number: str) -> str | None:
    try:
        return normal_identifier(scheme, number)
    except ValueError:
        return None


def _told(validate: object, number: str) -> str | None:
    try:
        return str(validate(number))  # type: ignore[operator]
    except ValidationError:
        return None
