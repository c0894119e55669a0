"""What is put right in the cells of other people's files, where that is safe, and counted.

Blanks that are written as words, dates in the forms that people use, numbers with thousands
separators, web addresses without http. Nothing here guesses: a text of two meanings is a `Fault`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from graphkit.model import OPEN, SCHEMES, parse_date
from graphkit.model.naming import fold
from graphkit.sources.languages.months import MONTHS
from graphkit.sources.problem_texts import Fault, shown

BLANKS = (
    "NA",
    "N/A",
    "n.a.",
    "n.a",
    "not measured",
    "not provided",
    "-",
    "--",
    "–",
    "—",
    "?",
    "null",
    "none",
    "nan",
    "nil",
    "brak",
    "nie dotyczy",
    "b.d.",
    "NOTAPPLICABLE",
    "not applicable",
    "not available",
    "<NA>",
)
"""Texts that stand for a blank cell; compared without case. In a country, NA is Namibia."""

_BLANK = frozenset(word.casefold() for word in BLANKS)

STILL = (
    "..",
    "…",
    "present",
    "ongoing",
    "open",
    "current",
    "now",
    "obecnie",
    "trwa",
    "active",
    "*",
    "unbefristet",
    "unlimited",
    "indefinite",
    "bezterminowo",
    "bezterminowa",
    "indefinido",
    "indefinida",
    "indeterminato",
    "tempo indeterminato",
    "a tempo indeterminato",
    "illimitée",
    "indéterminée",
    "durée indéterminée",
    "en cours",
    "in corso",
    "laufend",
)
"""Ends that say that something has not ended."""


def is_still(text: str) -> bool:
    """Whether an end says that something has not ended."""
    return text.strip().casefold() in STILL


DAY_FIRST, MONTH_FIRST = "day first", "month first"

_ISO = re.compile(r"(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?", re.ASCII)
_COMPACT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)", re.ASCII)
_ZONE = r"(?:Z|UTC|[A-Z]{2,4}(?:[+-]\d+)?|[+-]\d\d:?\d\d)"
_TIMED = re.compile(rf"(\d{{4}}([-/])\d\d\2\d\d)[T ][\d:.,]+ ?(?:[AP]M)? ?{_ZONE}?", re.ASCII)
_MARKED = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?: [\d:]+)?", re.ASCII)
_MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})", re.ASCII)
_WORDED = re.compile(
    r"(?:(\d{1,2})\.?(?:st|nd|rd|th|er)? )?([^\W\d]+)\.? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})"
)
_YEAR_FIRST = re.compile(
    r"(\d{4})\.?(?: m\.| gada)? (?:(\d{1,2})\. )?([^\W\d]+)(?: (\d{1,2})(?: d\.?)?)?"
)
"""As in Hungarian, Lithuanian and Latvian: 2014. november 7."""
_OF_YEARS = re.compile(
    r"(?<=\d)\s*(?:r(?:\.|oku)?|р(?:\.|оку)?|г(?:\.|ода)?|\.)$|^(?:den|d\.) (?=\d)"
)
"""Words for a year behind it, a full stop behind a date, and words before a day."""
_HYPHENED = re.compile(r"(?:(\d{1,2})[-/])?([^\W\d]{3,})\.?[-/](\d{4})")
_SHORT_YEAR = re.compile(r"(\d{1,2})-([^\W\d]{3,})\.?-(\d\d)", re.ASCII)
_LAST_SHORT = 68
"""The last year of two digits that is read as one of 2000 to 2099, as POSIX has it."""
_NOTED = re.compile(r"(.*\d)\s*(?:\(([^()]*)\)|([*†‡§]+)|([A-Za-z]{1,2}))")
_ABOUT = re.compile(r"(c\.|ca\.?|circa|approx\.?|ok\.|około|vers|um) ?(?=\d{4}$)", re.IGNORECASE)
_PERIOD = re.compile(r"(\d{4}) ?[-–—] ?(\d{4}|[^\W\d]+)")
_YEAR_FLOAT = re.compile(r"(\d{4})\.0+", re.ASCII)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan stycznia styczen januar janvier enero gennaio i",
            "february feb lutego luty februar fevrier febrero febbraio ii",
            "march mar marca marzec marz mars marzo iii",
            "april apr kwietnia kwiecien avril abril aprile iv",
            "may maja maj mai mayo maggio v",
            "june jun czerwca czerwiec juni juin junio giugno vi",
            "july jul lipca lipiec juli juillet julio luglio vii",
            "august aug sierpnia sierpien aout agosto viii",
            "september sep sept wrzesnia wrzesien septembre septiembre settembre ix",
            "october oct pazdziernika pazdziernik oktober octobre octubre ottobre x",
            "november nov listopada listopad novembre noviembre xi",
            "december dec grudnia grudzien dezember decembre diciembre dicembre xii",
        ),
        1,
    )
    for name in (*names.split(), *MONTHS[number - 1].split())
}

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:([ ,.' \u2009\u202f])\d{3})(?:\1\d{3})*(?:[.,]\d+)?")
_UNITS = re.compile(r"^(?:EUR|PLN|USD|GBP|€|\$|£|zł)\s*|\s*(?:EUR|PLN|USD|GBP|€|\$|£|zł)$", re.I)
_SCHEME = re.compile(r"^(https?):/*", re.IGNORECASE)
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)


_REMEMBERED = 2**12
"""For how many texts it is kept whether they are dates: a column is looked at several times."""


def is_blank(text: str, *, country: bool = False) -> bool:
    """Whether the text of a cell stands for nothing.

    >>> is_blank("n/a"), is_blank("Naples"), is_blank("NA", country=True)
    (True, False, False)
    """
    bare = text.strip()
    return not bare or (bare.casefold() in _BLANK and not (country and bare == "NA"))


def iso_date(text: str, order: str = DAY_FIRST) -> str:
    """A date as people write it, in ISO form and as precise as it was.

    Parameters
    ----------
    text : str
        The date.
    order : str
        `day first` or `month first`: how 03/04/2014 is read.

    Returns
    -------
    str
        Such as 2014, 2014-11 or 2014-11-07. Raises Fault for any other text.

    Examples
    --------
    >>> iso_date("7.11.2014"), iso_date("Nov 2014"), iso_date("2014-11-07T00:00:00Z")
    ('2014-11-07', '2014-11', '2014-11-07')
    >>> iso_date("7-Nov-2014"), iso_date("2014/03/01 10:11:12 AM GMT+1"), iso_date("07-NOV-14")
    ('2014-11-07', '2014-03-01', '2014-11-07')
    """
    text = _OF_YEARS.sub("", text.strip().strip("()[] "))
    text = re.sub(r" del? ", " ", text)  # 7 de noviembre de 2014
    text = re.sub(r"(?<=\d)\. (?=\d)", ".", text)  # 7. 11. 2014
    if match := _YEAR_FLOAT.fullmatch(text):
        return match[1]  # as programs write years beside blanks; else it would have a month 0
    if match := _ISO.fullmatch(text):
        return _joined(match[1], match[2], match[3], text)
    if match := _TIMED.fullmatch(text):
        year, month, day = match[1].split(match[2])
        return _joined(year, month, day, text)
    if match := _COMPACT.fullmatch(text):
        return _joined(match[1], match[2], match[3], text)
    if match := _MARKED.fullmatch(text):
        first, second = int(match[1]), int(match[3])
        month_first = order == MONTH_FIRST and match[2] != "."
        if first > 12 >= second:
            month_first = False
        elif second > 12 >= first:
            month_first = True
        day, month = (second, first) if month_first else (first, second)
        return _joined(match[4], str(month), str(day), text)
    if match := _MONTH_YEAR.fullmatch(text):
        return _joined(match[2], match[1], None, text)
    if (match := _HYPHENED.fullmatch(text)) and (named := _MONTHS.get(fold(match[2]))):
        return _joined(match[3], str(named), match[1], text)
    if (match := _SHORT_YEAR.fullmatch(text)) and (named := _MONTHS.get(fold(match[2]))):
        century = "20" if int(match[3]) <= _LAST_SHORT else "19"
        return _joined(f"{century}{match[3]}", str(named), match[1], text)
    if (match := _WORDED.fullmatch(text)) and (named := _MONTHS.get(fold(match[2]))):
        return _joined(match[4], str(named), match[1] or match[3], text)
    if (match := _YEAR_FIRST.fullmatch(text)) and (named := _MONTHS.get(fold(match[3]))):
        return _joined(match[1], str(named), match[2] or match[4], text)
    raise Fault(f"{shown(text)} is not a date", "write 2014, 2014-11 or 2014-11-07")


def _joined(year: str, month: str | None, day: str | None, text: str) -> str:
    parts = [year, *(f"{int(part):02}" for part in (month, day) if part)]
    try:
        return parse_date("-".join(parts)).text
    except ValueError as error:
        raise Fault(
            str(error) if "-".join(parts) == text else f"{shown(text)} is not a date: {error}",
            "write 2014, 2014-11 or 2014-11-07",
        ) from None


@lru_cache(maxsize=_REMEMBERED)
def is_date(text: str) -> bool:
    """Whether the text is a date of any form; a bare year counts only from 1800 to 2100."""
    if not any(map(str.isdecimal, text)):
        return False
    try:
        year = int(iso_date(text)[:4])
    except Fault:
        return False
    return 1800 <= year <= 2100


@lru_cache(maxsize=_REMEMBERED)
def has_date(text: str) -> bool:
    """Whether the text is a date, also with a note behind it or `c.` before it, or two years."""
    if is_date(text) or is_date(_parted(text)[0]) or period_in(text):
        return True
    about = _ABOUT.match(text.strip())
    return about is not None and is_date(text.strip()[about.end() :])


def date_and_mark(text: str, order: str = DAY_FIRST) -> tuple[str, str]:
    """The date of a cell, and the letters or the note behind it; Fault for no date.

    In tables of treaties "20 Mar 1992 a" is an accession, and "r" a ratification, which is Polish
    for year elsewhere: the caller knows.

    >>> date_and_mark("20 Mar 1992 a"), date_and_mark("1992")
    (('1992-03-20', 'a'), ('1992', ''))
    >>> date_and_mark("2014 (founder)"), date_and_mark("7.11.2014 r."), date_and_mark("c. 2010")
    (('2014', 'founder'), ('2014-11-07', ''), ('2010', 'c.'))
    """
    if about := _ABOUT.match(text.strip()):
        return iso_date(text.strip()[about.end() :], order), about[1]
    bare, mark = _parted(text)
    if mark and (mark in ("r", "R") or not is_date(text)):
        try:
            return iso_date(bare, order), mark
        except Fault:
            pass
    return iso_date(text, order), ""


def has_note(text: str) -> bool:
    """Whether a note or letters stand behind a date.

    >>> has_note("2014 (founder)"), has_note("7.11.2014"), has_note("soon")
    (True, False, False)
    """
    try:
        return bool(date_and_mark(text)[1])
    except Fault:
        return False


def _parted(text: str) -> tuple[str, str]:
    """A text, and what stands behind its last digit: a note in brackets, stars, or letters."""
    match = _NOTED.fullmatch(text.strip())
    if match is None:
        return text, ""
    return match[1], (match[2] or match[3] or match[4] or "").strip()


def period_in(text: str) -> tuple[str, str] | None:
    """The two years of a cell that holds both; .. for a period that goes on; None for any other.

    >>> period_in("2011–2014"), period_in("2011 - present"), period_in("2011-12")
    (('2011', '2014'), ('2011', '..'), None)
    """
    match = _PERIOD.fullmatch(text.strip())
    if match is None or not (is_still(match[2]) or "1800" <= match[1] <= match[2] <= "2100"):
        return None
    return match[1], OPEN if is_still(match[2]) else match[2]


def order_of(texts: list[str]) -> str | None:
    """How the dates of a column are written: day first or month first; None when none of them says.

    >>> order_of(["03/04/2014", "12/31/2014"]), order_of(["03/04/2014"])
    ('month first', None)
    """
    undecided = False
    for text in texts:
        match = _MARKED.fullmatch(_parted(text)[0].strip())
        if match is None or match[2] == ".":
            continue
        first, second = int(match[1]), int(match[3])
        if first > 12:
            return DAY_FIRST
        if second > 12:
            return MONTH_FIRST
        undecided = undecided or first != second
    return None if undecided else DAY_FIRST


def plain_number(text: str) -> str:
    """A number without thousands separators and currency, as far as its form leaves no doubt.

    >>> plain_number("€ 1 234 567,50"), plain_number("1,234,567.5"), plain_number("0,75")
    ('1234567.50', '1234567.5', '0.75')
    """
    if text.isdecimal() and text.isascii():
        return text  # most numbers, read fast
    text = text.strip()
    if text.isascii() and text.replace(".", "", 1).isdecimal():
        return text
    whole, _, decimals = text.partition(",")
    if text.isascii() and whole.isdecimal() and decimals.isdecimal() and len(decimals) != 3:
        return f"{whole}.{decimals}"
    text = _UNITS.sub("", text)
    match = _GROUPED.fullmatch(text)
    if match is None:
        return text.replace(",", ".") if text.count(",") == 1 and "." not in text else text
    mark = match[1]
    if mark in ".," and text.count(mark) == 1 and not ({".", ","} - {mark}) & {*text}:
        return text  # 1,234 may be a thousand or one and a bit: the check of numbers decides
    text = text.replace(mark, "")
    return text.replace(",", ".")


def is_number(text: str) -> bool:
    """Whether the text is a number."""
    return bool(_NUMBER.fullmatch(plain_number(text)))


def web_address(text: str) -> str | None:
    """A web address, completed with http:// where that is missing; None for what is none.

    >>> web_address("beta.example.org/about"), web_address("soon")
    ('http://beta.example.org/about', None)
    """
    text = text.strip().rstrip(",;").replace("\\", "/")
    text = _SCHEME.sub(lambda found: f"{found[1].lower()}://", text)
    if not re.match(r"https?://", text):
        if "://" in text or "@" in text or not _HOST.match(text):
            return None
        text = "http://" + text
    try:
        host = urlsplit(text).hostname or ""
        _ = urlsplit(text).port
    except ValueError:
        return None
    sound = "." in host and any(map(str.isalnum, host)) and not re.search(r"[\s\"<>\\^`{}]", text)
    return text if sound else None


def identifier(scheme: str, text: str) -> str | None:
    """The normal form of an official number; None for what is not a valid one."""
    text = text.strip()
    for candidate in (text, re.sub(r"[\s.\-/]", "", text)):
        try:
            return SCHEMES[scheme](candidate)
        except ValueError:
            continue
    return None
