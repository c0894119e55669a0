"""Periods from what a table says of each year: runs of years in which it says the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from graphkit.sources.mapping.cells.words_of_marks import NO, is_mark, role_of_mark

CODES = {"-9", "-8", "-7", "-1", "0", "1", "2", "3", "0.0", "1.0"}
_MISSING = {"-9", "-8", "-7", "NA", "n/a", ".", "..", "?", "nan", "NaN"}
_NOT_THERE = {"-1", "0", "0.0"}
_ROLES = {"2": "associate member", "3": "observer"}
"""What the codes mean in the data on intergovernmental organisations; 1 is a member."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a table says of a year; role is None where it says no, and "" for a plain yes.

    row: where it stands. known: whether it says anything.
    """

    year: int
    row: int
    role: str | None
    known: bool = True


@dataclass(frozen=True, slots=True)
class Period:
    """A run of years in which a table says the same; `end` is blank where nobody knows it."""

    row: int
    role: str
    start: int
    end: str


@dataclass(frozen=True, slots=True)
class Codes:
    """How the cells of a table are read.

    coded: whether codes below 0 stand for missing values, so that 2 and 3 are roles. blank_is_no:
    whether a blank cell says no, because no other cell does.
    """

    coded: bool
    blank_is_no: bool

    @classmethod
    def of(cls, texts: Collection[str]) -> Codes:
        """The way to read cells in which these different texts stand, without blanks."""
        said_no = any(text in _NOT_THERE or (text and text.casefold() in NO) for text in texts)
        return cls(any(text.startswith("-") for text in texts), not said_no)

    def stated(self, text: str, year: int, row: int) -> Stated:
        """What a cell says of a year."""
        text = text.strip()
        if not text:
            return Stated(year, row, None, self.blank_is_no)
        if text in _MISSING:
            return Stated(year, row, None, False)
        if text in _NOT_THERE or text.casefold() in NO:
            return Stated(year, row, None)
        if text in _ROLES:
            return Stated(year, row, _ROLES[text] if self.coded else text)
        role = role_of_mark(text)
        return Stated(year, row, text if role is None else role)


def is_code(text: str) -> bool:
    """Whether a cell of a panel may hold this: a code, or a mark.

    >>> is_code("-9"), is_code("yes"), is_code("17")
    (True, True, False)
    """
    return text in CODES or text in _MISSING or is_mark(text)


def periods(stated: Sequence[Stated], years: Sequence[int]) -> Iterator[Period]:
    """The periods.

    Parameters
    ----------
    stated : sequence of Stated
        What is said of one fact, by year.
    years : sequence of int
        All years of the table, in order. One of which nothing is stated breaks a period off.

    Yields
    ------
    Period
        Each period. It ends in its last year if the next year of the table says something else;
        otherwise nobody knows its end.
    """
    place = {year: at for at, year in enumerate(years)}
    first: Stated | None = None
    for at, now in enumerate(stated):
        following = stated[at + 1] if at + 1 < len(stated) else None
        if following is not None and place[following.year] != place[now.year] + 1:
            following = None
        if not now.known or now.role is None:
            first = None
            continue
        first = first or now
        if following is not None and following.known and following.role == now.role:
            continue
        told = following is not None and following.known
        yield Period(first.row, now.role, first.year, str(now.year) if told else "")
        first = None
