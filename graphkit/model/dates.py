"""Dates as documents state them: a year, a month or a day, never more precise than the source.

`PartialDate` keeps the text and the first and last day that it can mean. The derived DATE
properties of a fact (`startFrom` … `observedTo`) and of an organisation's lifetime (`foundedFrom` …
`dissolvedTo`) are made here and nowhere else.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

OPEN = ".."
"""The text of an end date for what is known not to have ended."""

UNKNOWN_END = "?"
"""The text of an end date for what has ended, or will end early, nobody knows when."""

FOREVER = date.max
"""Stands for an open end in the DATE properties, so that comparing needs no special case."""

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, the month or the day.

    Attributes
    ----------
    text : str
        The date as stated.
    first, last : datetime.date
        The first and the last day that it can mean.
    """

    text: str
    first: date
    last: date


def parse_date(text: str) -> PartialDate:
    """Read a year, a month or a day.

    Parameters
    ----------
    text : str
        An ISO 8601 prefix: `2014`, `2014-11` or `2014-11-07`.

    Returns
    -------
    PartialDate
        The date, as precise as the text.

    Raises
    ------
    ValueError
        If the form is wrong or the day does not exist; with a message for the user.

    Examples
    --------
    >>> parse_date("2014-02").last
    datetime.date(2014, 2, 28)
    """
    match = _FORM.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a date of the form 2014, 2014-11 or 2014-11-07")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if year < 1:
        raise ValueError(f"{text!r}: there is no year 0")
    if month is None:
        return PartialDate(text, date(year, 1, 1), date(year, 12, 31))
    if not 1 <= month <= 12:
        raise ValueError(f"{text!r}: there is no month {month}")
    last_day = calendar.monthrange(year, month)[1]
    if day is None:
        return PartialDate(text, date(year, month, 1), date(year, month, last_day))
    if not 1 <= day <= last_day:
        raise ValueError(f"{text!r}: {year}-{month:02} has no day {day}")
    return PartialDate(text, date(year, month, day), date(year, month, day))


@dataclass(frozen=True, slots=True)
class Period:
    """The days from one to another, both included; what the word `at` of a selection takes.

    Attributes
    ----------
    text : str
        The period as given.
    first, last : datetime.date
        The first and the last day.
    """

    text: str
    first: date
    last: date


def parse_period(text: str) -> Period:
    """Read a date, or two dates joined by a slash.

    Parameters
    ----------
    text : str
        Such as `2014-11-10`, `2014` or `2010/2014`.

    Returns
    -------
    Period
        The days from the first that the text can mean to the last.

    Raises
    ------
    ValueError
        If the form is wrong, a day does not exist, or the period ends before it begins.

    Examples
    --------
    >>> parse_period("2010/2014").first
    datetime.date(2010, 1, 1)
    """
    begin, slash, end = text.strip().partition("/")
    first, last = parse_date(begin), parse_date(end if slash else begin)
    if last.last < first.first:
        raise ValueError(f"{text!r} ends before it begins")
    return Period(text.strip(), first.first, last.last)


def lifetime_properties(founded: str | None, dissolved: str | None) -> dict[str, date]:
    """Make the date properties of an organisation's lifetime from its two texts.

    Parameters
    ----------
    founded, dissolved : str or None
        The dates as stated.

    Returns
    -------
    dict of str to datetime.date
        The earliest and latest day of each. What is None is left out.

    Raises
    ------
    ValueError
        If a text is not a date.

    Examples
    --------
    >>> lifetime_properties("2014-11", None)["foundedTo"]
    datetime.date(2014, 11, 30)
    """
    result: dict[str, date] = {}
    for name, text in (("founded", founded), ("dissolved", dissolved)):
        if text is not None:
            day = parse_date(text)
            result |= {f"{name}From": day.first, f"{name}To": day.last}
    return result


def date_properties(
    start: str | None, end: str | None, observed: str | None
) -> dict[str, str | date]:
    """Make the date properties of a fact from its three texts.

    Parameters
    ----------
    start, end, observed : str or None
        The dates as stated; `..` as the end means that it has not ended, and `?` says expressly
        that the end is unknown.

    Returns
    -------
    dict of str to (str or datetime.date)
        The texts, and the earliest and latest day of each. What is None is left out.

    Raises
    ------
    ValueError
        If a text is not a date, or the dates contradict each other.

    Examples
    --------
    >>> date_properties("2014-11", None, None)["startTo"]
    datetime.date(2014, 11, 30)
    """
    result: dict[str, str | date] = {}
    begun = ended = seen = None
    if start is not None:
        begun = parse_date(start)
        result |= {"startDate": start, "startFrom": begun.first, "startTo": begun.last}
    if end == OPEN:
        result |= {"endDate": OPEN, "endFrom": FOREVER, "endTo": FOREVER}
    elif end is not None and end != UNKNOWN_END:
        ended = parse_date(end)
        result |= {"endDate": end, "endFrom": ended.first, "endTo": ended.last}
    if observed is not None:
        seen = parse_date(observed)
        result |= {"observedDate": observed, "observedFrom": seen.first, "observedTo": seen.last}
    if begun and ended and ended.last < begun.first:
        raise ValueError(f"it ends ({end}) before it starts ({start})")
    if begun and seen and seen.last < begun.first:
        raise ValueError(f"it was observed ({observed}) before it started ({start})")
    if ended and seen and seen.first > ended.last:
        raise ValueError(f"it was observed ({observed}) after it ended ({end})")
    return result
