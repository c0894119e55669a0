"""What a spreadsheet shows for a stored number or date, as the text that one would type."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import cache

_QUOTED = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
_ZEROS = re.compile(r"(?:0|[-/ ()]|\x00[^\x00]*\x00)*")
_LITERAL = re.compile(r"\x00([^\x00]*)\x00")


def number_text(raw: str, code: str, *, from_1904: bool) -> str:
    """The text that one would type for a stored number, by the format that its cell shows it in.

    A format of zeros and separators, such as `0000000` or `000-00`, keeps leading zeros. A date
    keeps the precision that is shown: programs store the first of November for a typed `2014-11`
    and show the month; the day would be more than was written.

    >>> number_text("61", "0000000", from_1904=False)
    '0000061'
    >>> number_text("41944", "mmm yyyy", from_1904=False)
    '2014-11'
    """
    value = float(raw)
    if _is_date(code):
        try:
            return _date_text(value, code, from_1904=from_1904)
        except (OverflowError, ValueError):
            pass  # no day that a calendar has: the number itself is shown, and will be refused
    if value.is_integer() and abs(value) < 1e15:
        whole = int(value)
        padded = _padded(whole, code) if whole >= 0 else None
        return str(whole) if padded is None else padded
    return repr(value)


def iso_text(raw: str, code: str) -> str:
    """The text for a date that is stored as ISO 8601, as the Strict form of XLSX may do."""
    try:
        when = datetime.fromisoformat(raw.removesuffix("Z"))
    except ValueError:
        return raw
    return _shown(when, code)


@cache
def _is_date(code: str) -> bool:
    from openpyxl.styles.numbers import is_date_format

    return bool(is_date_format(code))


def _date_text(value: float, code: str, *, from_1904: bool) -> str:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

    found = from_excel(value, CALENDAR_MAC_1904 if from_1904 else CALENDAR_WINDOWS_1900)
    return str(found) if isinstance(found, time) else _shown(found, code)


def _shown(when: datetime, code: str) -> str:
    if when.time() != time(0):
        return when.isoformat(" ", "seconds")
    codes = _QUOTED.sub("", code).lower()
    day = date.isoformat(when.date())
    if "d" in codes or "y" not in codes:
        return day
    return day[:7] if "m" in codes else day[:4]


@cache
def _padding(code: str) -> str | None:
    """The part of a format that is for positive numbers, if it is made of zeros and separators.

    Literal text stands between NUL characters.
    """
    marked = _QUOTED.sub(lambda found: f"\0{found[1] or found[2] or ''}\0", code.replace("\0", ""))
    shown = marked.split(";", 1)[0]
    if shown.count("0") < 2 or not _ZEROS.fullmatch(shown):
        return None
    return shown


def _padded(value: int, code: str) -> str | None:
    """The number as a format of zeros and separators shows it; None where the format is another."""
    shown = _padding(code)
    if shown is None:
        return None
    pieces = _LITERAL.split(shown)
    places = sum(piece.count("0") for piece in pieces[::2])
    digits = str(value).zfill(places)
    extra, digits = digits[: len(digits) - places], digits[len(digits) - places :]
    result = ""
    at = 0
    for index, piece in enumerate(pieces):
        for character in piece:
            if index % 2 or character != "0":
                result += character
            else:
                result += extra + digits[at] if at == 0 else digits[at]
                at += 1
    return result.strip()
