"""Identifiers by the published rules of their schemes."""

from __future__ import annotations

import pytest

from graphkit.model import normal_identifier


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
