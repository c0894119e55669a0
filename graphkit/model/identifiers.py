"""Official identifiers of organisations: the schemes, their written form and their check digits.

Scheme names follow org-id.guide. python-stdnum computes the check digits, except those of ROR:
ISO 7064 mod 97-10 over Crockford's base 32 (https://ror.readme.io/docs/identifier).
"""

from __future__ import annotations

import re
from collections.abc import Callable

_ROR = re.compile(r"(?:https://ror\.org/)?(0[0-9a-hj-km-np-tv-z]{6}[0-9]{2})")
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


def _krs(text: str) -> str:
    if not re.fullmatch(r"[0-9]{1,10}", text):
        raise ValueError("a KRS number has up to ten digits")
    return text.zfill(10)


def _nip(text: str) -> str:
    from stdnum.pl import nip

    return _by_stdnum(nip.validate, text, "a NIP has ten digits, the last one a check digit")


def _regon(text: str) -> str:
    from stdnum.pl import regon

    return _by_stdnum(
        regon.validate, text, "a REGON has nine or fourteen digits, the last one a check digit"
    )


def _lei(text: str) -> str:
    from stdnum import lei

    return _by_stdnum(lei.validate, text, "an LEI has twenty characters, the last two check digits")


def _vat(text: str) -> str:
    from stdnum.eu import vat

    return _by_stdnum(vat.validate, text, "a VAT number begins with its country's two letters")


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


def _by_stdnum(validate: Callable[[str], str], text: str, rule: str) -> str:
    from stdnum.exceptions import ValidationError

    try:
        return str(validate(text))
    except ValidationError:
        raise ValueError(rule) from None


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
