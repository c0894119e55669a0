"""Official identifiers of organisations: the schemes, their written form and their check digits.

Scheme names follow org-id.guide. The check digits are those that the issuers publish: weights and
a remainder of 11 for NIP and REGON; ISO 7064 mod 97-10 for LEI (ISO 17442), and for ROR over
Crockford's base 32 (https://ror.readme.io/docs/identifier); VAT has a module of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from graphkit.model.vat_numbers import mod_97, nip, vat_number, weighted

_ROR = re.compile(r"(?:https://ror\.org/)?(0[0-9a-hj-km-np-tv-z]{6}[0-9]{2})")
_SEPARATORS = re.compile(r"[ -]+")
_REGON = {
    9: (8, 9, 2, 3, 4, 5, 6, 7),
    14: (2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8),
}
"""The weights of the digits of a REGON, by its length."""

_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


def _krs(text: str) -> str:
    if not re.fullmatch(r"[0-9]{1,10}", text):
        raise ValueError("a KRS number has up to ten digits")
    return text.zfill(10)


def _nip(text: str) -> str:
    number = _SEPARATORS.sub("", text).upper().removeprefix("PL")
    if not re.fullmatch(r"[0-9]{10}", number) or not nip(number):
        raise ValueError("a NIP has ten digits, the last one a check digit")
    return number


def _regon(text: str) -> str:
    number = _SEPARATORS.sub("", text)
    digits = re.fullmatch(r"[0-9]{9}(?:[0-9]{5})?", number)
    # Fourteen digits begin with the nine of the whole, which have a check digit of their own.
    parts = (number[:9], number) if len(number) == 14 else (number,)
    if not digits or not all(
        weighted(part[:-1], _REGON[len(part)]) % 11 % 10 == int(part[-1]) for part in parts
    ):
        raise ValueError("a REGON has nine or fourteen digits, the last one a check digit")
    return number


def _lei(text: str) -> str:
    number = _SEPARATORS.sub("", text).upper()
    if not re.fullmatch(r"[0-9A-Z]{18}[0-9]{2}", number) or mod_97(number) != 1:
        raise ValueError("an LEI has twenty characters, the last two check digits")
    return number


def _vat(text: str) -> str:
    number = vat_number(text)
    if number is None:
        raise ValueError("a VAT number begins with its country's two letters")
    return number


def _pic(text: str) -> str:
    if not re.fullmatch(r"[0-9]{9}", text):
        raise ValueError("a PIC has nine digits")
    return text


def _ror(text: str) -> str:
    match = _ROR.fullmatch(text.lower())
    if match is None:
        raise ValueError("a ROR id looks like 02mhbdp94 or https://ror.org/02mhbdp94")
    body, check = match[1][:7], int(match[1][7:])
    number = 0
    for character in body:
        number = number * 32 + _CROCKFORD.index(character)
    if 98 - (number * 100) % 97 != check:
        raise ValueError("its check digits are wrong")
    return match[1]


SCHEMES: dict[str, Callable[[str], str]] = {
    "krs": _krs,
    "nip": _nip,
    "regon": _regon,
    "ror": _ror,
    "lei": _lei,
    "pic": _pic,
    "vat": _vat,
}
"""For each scheme, the function that normalises an identifier; its errors state the rule."""


def normal_identifier(scheme: str, text: str) -> str:
    """Bring an official identifier of an organisation to its normal form.

    Parameters
    ----------
    scheme : str
        One of `SCHEMES`: krs, nip, regon, ror, lei, pic or vat.
    text : str
        The identifier as written.

    Returns
    -------
    str
        Its normal form.

    Raises
    ------
    ValueError
        If it is malformed, or its check digits are wrong.
    KeyError
        If there is no such scheme.

    Examples
    --------
    >>> normal_identifier("krs", "28860")
    '0000028860'
    """
    return SCHEMES[scheme](text.strip())
