"""From the text of a cell to its value, by the type of its column.

Here each cell is checked by itself. References, and whether a cell agrees with the rest of its
row, are checked later.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from graphkit.model import (
    OPEN,
    UNKNOWN_END,
    Cell,
    Column,
    normal_identifier,
    parse_date,
)
from graphkit.model.own_columns import PREFIX
from graphkit.model.own_kinds import PALETTE, colour_of, wrong_kind
from graphkit.model.wording import loose
from graphkit.sources.choices import Choices
from graphkit.sources.cleaning import LONGEST_CELL, clean
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.problem_texts import Fault, shown

LONGEST_ID = 200
_LARGEST_WHOLE = 2**63 - 1

_NAMES = ("name", "title", "aliases")
_LINES = ("description", "note")
_BOUNDS = {"latitude": 90, "longitude": 180}

DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", re.ASCII)
"""A date such as 07.11.2014, whose first number may be the day or the month."""

_TIMED = re.compile(r"\d{4}-\d\d-\d\d[ T]\d", re.ASCII)
_WRONG_IN_URL = re.compile(r"[\s\"<>\\^`{}]")
_SPACED = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2212": "-"})
_NUMBER = re.compile(
    r"(?P<sign>[+-]?)(?:(?P<grouped>\d{1,3}(?: \d{3})+)|(?P<plain>\d+))?"
    r"(?:(?P<mark>[.,])(?P<decimals>\d+))?(?P<exponent>[eE][+-]?\d{1,4})?",
    re.ASCII,
)

Parse = Callable[[str, list[Fault]], Any]
"""From a cell's text to its value (None when blank); what is wrong is appended to the list."""


def parser_for(
    column: Column, choices: Choices | None = None, *, quoted: bool = True, lost: bool = False
) -> Parse:
    """The function that reads this column's cells; a column with `many` gives a tuple.

    choices: the words of lists, by default those of the vocabulary. quoted: whether the cells come
    from text, in which a quotation mark left open makes a long cell. lost: whether cells
    other than ids may hold the sign for a lost character.
    """
    one: Callable[[str, Column], Any] = _READERS.get(column.cell) or (choices or Choices()).reader
    lost = lost and column.cell not in (Cell.ID, Cell.KIND)
    lines = column.name in _LINES or column.name.startswith(PREFIX)

    def parse(text: str, faults: list[Fault]) -> Any:
        try:
            if len(text) > LONGEST_CELL:
                raise Fault(
                    f"the cell has {len(text)} characters",
                    f"shorten it to {LONGEST_CELL}"
                    + ("; is a quotation mark left open above it?" if quoted else ""),
                )
            text = clean(text, lines=lines, lost=lost)
            if not text:
                if column.required:
                    raise Fault("is empty", f"give {column.meaning}")
                return None
            if not column.many:
                return one(text, column)
        except Fault as fault:
            faults.append(_cured(fault, text, column))
            return None
        return _several(text, column, faults)

    def _several(text: str, column: Column, faults: list[Fault]) -> tuple[str, ...] | None:
        values: dict[str, None] = {}
        for part in filter(None, map(str.strip, text.split("|"))):
            try:
                values[one(part, column)] = None
            except Fault as fault:
                faults.append(_cured(fault, part, column))
        return tuple(values) or None

    return parse


def _cured(fault: Fault, text: str, column: Column) -> Fault:
    """The fault, with its own cure where the text is a word for a blank, such as NA."""
    if is_blank(text) and not column.required and "blank" not in fault.cure:
        return Fault(fault.what, "leave the cell blank where nothing is known")
    return fault


def _text(text: str, column: Column) -> str:
    if text in ("nan", "NaN"):  # what data frames write for a missing value
        raise Fault(f"{shown(text)} stands for a missing value", "give it, or leave it blank")
    if column.name in _NAMES and not any(map(str.isalnum, text)):
        raise Fault(f"{shown(text)} has no letters or digits", f"give {column.meaning}")
    return text


def _id(text: str, column: Column) -> str:
    if "|" in text or any(map(str.isspace, text)):
        raise Fault(
            f"{shown(text)} holds {'a bar' if '|' in text else 'a space'}",
            "write an id without spaces and bars, as "
            + shown(re.sub(r"[\s|]+", "-", text).casefold()),
        )
    if len(text) > LONGEST_ID:
        raise Fault(f"the id has {len(text)} characters", f"shorten it to {LONGEST_ID}")
    return text


def _reference(text: str, column: Column) -> str:
    return text


def _date(text: str, column: Column) -> str:
    match = DAY_FIRST.fullmatch(text)
    if match:
        iso = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
        raise Fault(f"{shown(text)} is not an ISO date", f"write {iso} if the day comes first")
    if _TIMED.match(text):
        raise Fault(f"{shown(text)} has a time of day", f"write {text[:10]}")
    try:
        return parse_date(text).text
    except ValueError as error:
        what = str(error) if len(text) < 20 else f"{shown(text)} is not a date"
        raise Fault(what, "write 2014, 2014-11 or 2014-11-07") from None


def _end(text: str, column: Column) -> str:
    if text == UNKNOWN_END:
        return UNKNOWN_END
    return OPEN if text in (OPEN, "…") else _date(text, column)


def _number(text: str, column: Column) -> int | float:
    value = any_number(text)
    bound = _BOUNDS.get(column.name)
    if bound is not None and abs(value) > bound:
        raise Fault(f"{shown(text)} is beyond {bound}", f"give {column.meaning}")
    if column.name == "weight" and value <= 0:
        raise Fault(
            f"{shown(text)} is not a valid tie strength", "give a number above 0, or leave it blank"
        )
    return value


def _answer(text: str, column: Column) -> int | float | str:
    """A number or, where the text is none, the text: a word that the question's scale may have."""
    try:
        return any_number(text)
    except Fault:
        return text


def any_number(text: str) -> int | float:
    """A number as people write it, with a point or comma before decimals. Raises Fault."""
    if text.isdecimal() and text.isascii() and len(text) < 19:
        return int(text)  # most numbers, read fast
    whole, _, decimals = text.partition(".")
    if text.isascii() and whole.isdecimal() and decimals.isdecimal() and len(text) < 19:
        return float(text)
    match = _NUMBER.fullmatch(text.translate(_SPACED))
    if match is None or not (match["plain"] or match["grouped"] or match["decimals"]):
        if loose(text).lstrip("+") in ("nan", "inf", "infinity"):
            raise Fault(f"{shown(text)} is not a finite number", "give a number, or leave it blank")
        raise Fault(
            f"{shown(text)} is not a number",
            "write digits with a point before decimals and no thousands separator, such as 1234.5",
        )
    whole, decimals = match["grouped"] or match["plain"] or "", match["decimals"] or ""
    may_be_thousands = len(decimals) == 3 and match["plain"] and len(whole) < 4 and whole != "0"
    if match["mark"] == "," and may_be_thousands:
        raise Fault(
            f"{shown(text)} may mean thousands or decimals",
            f"write {whole}{decimals} or {whole}.{decimals}",
        )
    digits = match["sign"] + whole.replace(" ", "")
    too_large = Fault(f"{shown(text)} is too large", "give it in a larger unit")
    if not decimals and not match["exponent"]:
        if len(digits) > 20 or abs(int(digits)) > _LARGEST_WHOLE:
            raise too_large
        return int(digits)
    value = float(f"{digits}.{decimals}{match['exponent'] or ''}")
    if not math.isfinite(value):
        raise too_large
    return value


def _url(text: str, column: Column) -> str:
    if text[:4].casefold() == "www.":
        text = "http://" + text
    try:
        parts = urlsplit(text)
        sound = parts.scheme in ("http", "https") and any(map(str.isalnum, parts.hostname or ""))
        _ = parts.port  # it raises when it is not a number
    except ValueError:
        sound = False
    if not sound or _WRONG_IN_URL.search(text):
        raise Fault(
            f"{shown(text)} is not a web address",
            "start it with http:// or https:// and use no spaces",
        )
    return text


def _kind(text: str, column: Column) -> str:
    wrong = wrong_kind(text)
    if wrong is not None:
        raise Fault(f"{shown(text)} {wrong}", f"give {column.meaning}")
    return text


def _colour(text: str, column: Column) -> str:
    colour = colour_of(text)
    if colour is None:
        raise Fault(
            f"{shown(text)} is not a colour",
            f"write it as #1F77B4, or one of {', '.join(PALETTE)}",
        )
    return colour


def _identifier(text: str, column: Column) -> str:
    try:
        return normal_identifier(column.name, text)
    except ValueError as error:
        raise Fault(
            f"{shown(text)} is not a valid {column.name.upper()} number: {error}",
            "correct it, or leave it blank",
        ) from None


_READERS: dict[Cell, Callable[[str, Column], Any]] = {
    Cell.TEXT: _text,
    Cell.ID: _id,
    Cell.REFERENCE: _reference,
    Cell.SOURCES: _reference,
    Cell.DATE: _date,
    Cell.END: _end,
    Cell.NUMBER: _number,
    Cell.URL: _url,
    Cell.IDENTIFIER: _identifier,
    Cell.KIND: _kind,
    Cell.COLOUR: _colour,
    Cell.ANSWER: _answer,
}
