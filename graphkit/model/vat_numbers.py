"""Numbers for value added tax of the European Union: how they look in each country, and their
check digits.

The structures are those that the European Commission publishes for VIES, its service that looks
numbers up; so are the check digits, which many countries make with weights and a remainder. The
numbers of Bulgaria, Czechia, Ireland, Latvia, Lithuania, Romania, Slovakia and Spain, of which some
are made from numbers of people, and those of Northern Ireland are compared with their structure
alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_SEPARATORS = re.compile(r"[\s./-]+")


def weighted(number: str, weights: Sequence[int]) -> int:
    """The sum of digits, each times its weight."""
    return sum(int(digit) * weight for digit, weight in zip(number, weights, strict=True))


def luhn(number: str) -> bool:
    """Whether digits satisfy the Luhn formula (ISO/IEC 7812): every second one is doubled."""
    doubled = [int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(number))]
    return sum(each - 9 * (each > 9) for each in doubled) % 10 == 0


def mod_97(text: str) -> int:
    """The remainder of ISO 7064 mod 97-10, in which A counts as 10 and Z as 35."""
    return int("".join(str(int(character, 36)) for character in text)) % 97


def _mod_11_10(number: str) -> bool:
    """ISO 7064 mod 11,10."""
    product = 10
    for digit in number[:-1]:
        product = ((int(digit) + product) % 10 or 10) * 2 % 11
    return (product + int(number[-1])) % 10 == 1


def nip(number: str) -> bool:
    """Whether ten digits are a Polish tax number."""
    return weighted(number[:9], (6, 5, 7, 2, 3, 4, 5, 6, 7)) % 11 == int(number[9])


def _austria(number: str) -> bool:
    doubled = [int(digit) * (1 + at % 2) for at, digit in enumerate(number[1:8])]
    return (sum(each - 9 * (each > 9) for each in doubled) + 4 + int(number[8])) % 10 == 0


def _cyprus(number: str) -> bool:
    odd = (1, 0, 5, 7, 9, 13, 15, 17, 19, 21)
    total = sum(odd[int(number[at])] for at in (0, 2, 4, 6)) + sum(map(int, number[1:8:2]))
    return chr(ord("A") + total % 26) == number[8]


def _france(number: str) -> bool:
    key, siren = number[:2], number[2:]
    if not luhn(siren) and not siren.startswith("000"):  # the last are of Monaco
        return False
    if key.isdigit():
        return int(siren + "12") % 97 == int(key)
    letters = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
    first, second = (letters.index(character) for character in key)
    check = first * 24 + second - 10 if key[0].isdigit() else first * 34 + second - 100
    return (int(siren) + 1 + check // 11) % 11 == check % 11


def _netherlands(number: str) -> bool:
    by_weights = weighted(number[:9], (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0
    return by_weights or mod_97(f"NL{number}") == 1


def _slovenia(number: str) -> bool:
    total = weighted(number[:7], range(8, 1, -1)) % 11
    return total != 0 and -total % 11 % 10 == int(number[7])


def _by_weights(*weights: int, modulo: int) -> Callable[[str], bool]:
    return lambda number: weighted(number, weights) % modulo == 0


def _any(number: str) -> bool:
    return True


_RULES: dict[str, tuple[str, Callable[[str], bool]]] = {
    "AT": (r"U\d{8}", _austria),
    "BE": (r"[01]\d{9}", lambda n: 97 - int(n[:8]) % 97 == int(n[8:])),
    "BG": (r"\d{9,10}", _any),
    "CY": (r"(?!12)\d{8}[A-Z]", _cyprus),
    "CZ": (r"\d{8,10}", _any),
    "DE": (r"[1-9]\d{8}", _mod_11_10),
    "DK": (r"[1-9]\d{7}", _by_weights(2, 7, 6, 5, 4, 3, 2, 1, modulo=11)),
    "EE": (r"\d{9}", _by_weights(3, 7, 1, 3, 7, 1, 3, 7, 1, modulo=10)),
    "EL": (
        r"\d{9}",
        lambda n: weighted(n[:8], [2**at for at in range(8, 0, -1)]) % 11 % 10 == int(n[8]),
    ),
    "ES": (r"[A-Z]\d{8}|\d{8}[A-Z]|[A-Z]\d{7}[A-Z]", _any),
    "FI": (r"\d{8}", _by_weights(7, 9, 10, 5, 8, 4, 2, 1, modulo=11)),
    "FR": (r"[0-9A-HJ-NP-Z]{2}\d{9}", _france),
    "HR": (r"\d{11}", _mod_11_10),
    "HU": (r"\d{8}", _by_weights(9, 7, 3, 1, 9, 7, 3, 1, modulo=10)),
    "IE": (r"\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W]", _any),
    "IT": (r"(?!0{7})\d{7}(?:0(?!00)\d\d|100|120|121|888|999)\d", luhn),
    "LT": (r"\d{9}|\d{12}", _any),
    "LU": (r"\d{8}", lambda n: int(n[:6]) % 89 == int(n[6:])),
    "LV": (r"\d{11}", _any),
    "MT": (r"[1-9]\d{7}", _by_weights(3, 4, 6, 7, 8, 9, 10, 1, modulo=37)),
    "NL": (r"\d{9}B(?!00)\d\d", _netherlands),
    "PL": (r"\d{10}", nip),
    "PT": (
        r"[1-9]\d{8}",
        lambda n: -weighted(n[:8], range(9, 1, -1)) % 11 % 10 == int(n[8]),
    ),
    "RO": (r"[1-9]\d{1,9}|\d{13}", _any),
    "SE": (r"\d{10}01", lambda n: luhn(n[:10])),
    "SI": (r"[1-9]\d{7}", _slovenia),
    "SK": (r"\d{10}", _any),
    "XI": (r"\d{9}|\d{12}|(?:GD|HA)\d{3}", _any),
}


_PADDED = {"BE": 10, "EL": 9, "NL": 12}
"""Countries whose numbers are also written without zeros at their beginning, and their length."""


def vat_number(text: str) -> str | None:
    """The normal form of a number, such as BE0123456749; None when it is not valid.

    >>> vat_number("PL 526-10-40-828"), vat_number("PL 526-10-40-829")
    ('PL5261040828', None)
    """
    whole = _SEPARATORS.sub("", text).upper()
    country, number = whole[:2].replace("GR", "EL"), whole[2:]
    if country not in _RULES:
        return None
    if country in _PADDED:
        number = number.zfill(_PADDED[country])
    pattern, is_right = _RULES[country]
    matches = number.isascii() and re.fullmatch(pattern, number)
    return country + number if matches and is_right(number) else None
