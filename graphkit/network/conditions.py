"""Conditions on columns of one's own: `topic=energy`, `employees>=50`, `certified=`.

A condition has three answers. Of an organisation with a blank cell the answer is unknown, whatever
is asked: neither `certified=yes` nor `certified!=yes` keeps it, only `certified=` does. So is the
answer where a date is not precise enough to decide.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from graphkit.model import Node, PartialDate, UsageError, Value, parse_date
from graphkit.model.own_columns import PREFIX, ValueType, said_yes
from graphkit.model.wording import meant, nearest

_FORM = re.compile(r"\s*([^=!<>]*[^=!<>\s])\s*(!=|>=|<=|=|>|<)\s*(.*?)\s*", re.DOTALL)
_THOUSANDS = re.compile(r"[+-]?\d{1,3},\d{3}")
_EXAMPLE = "write such as topic=energy or employees>=50"
_MOST_LISTED = 12
_WORDS = ("kind", "sector", "place", "cluster")
_ORDERED = {ValueType.WHOLE, ValueType.DECIMAL, ValueType.DATE}

Answer = bool | None
"""Yes, no or unknown."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on a column.

    column: as it is written, with or without x_. sign: =, !=, >=, <=, > or <. values: what to
    compare with, any of them; "" stands for a blank cell.
    """

    column: str
    sign: str
    values: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> Condition:
        """From `column=value` or `column=one|another`. Raises UsageError."""
        match = _FORM.fullmatch(text)
        if match is None:
            raise UsageError(f"`where` {text}: there is no condition in it; {_EXAMPLE}")
        column, sign, value = match.groups()
        values = tuple(dict.fromkeys(part.strip() for part in value.split("|")))
        if sign not in ("=", "!=") and (len(values) > 1 or not values[0]):
            raise UsageError(f"`where` {text}: {sign} compares with one value; {_EXAMPLE}")
        return cls(column, sign, values)

    def __str__(self) -> str:
        """The condition as it is written."""
        return f"{self.column}{self.sign}{'|'.join(self.values)}"


def in_words(conditions: Iterable[str]) -> str:
    """Several conditions in words: those with = on one column are alternatives.

    >>> in_words(["topic=energy", "staff>=50", "topic=water"])
    'topic=energy|water and staff>=50'
    """
    said: dict[object, str] = {}
    for condition in map(Condition.parse, conditions):
        column = condition.column.casefold().removeprefix(PREFIX)
        key = column if condition.sign == "=" else condition
        values = "|".join(condition.values)
        said[key] = f"{said[key]}|{values}" if key in said else str(condition)
    return " and ".join(said.values())


def own_column(asked: str, known: Collection[str]) -> str | None:
    """The column of one's own that is meant, written with or without x_; None if there is none."""
    name = asked.strip().casefold()
    return next((each for each in (name, PREFIX + name) if each in known), None)


def no_column(asked: str, known: Iterable[str]) -> str:
    """What to say of a column that the data do not have."""
    if asked.strip().casefold() in _WORDS:
        return f"this has a setting of its own; use `{asked.strip().casefold()}`"
    short = [each.removeprefix(PREFIX) for each in known]
    if not short:
        return f"the data have no columns of their own, and so no {asked}"
    return f"the data have no column {asked} of their own; {meant(asked, short)}"


def answers_of(
    conditions: Sequence[str], nodes: Sequence[Node], types: Mapping[str, ValueType]
) -> list[Answer]:
    """The answer to all conditions together for each organisation.

    Conditions with = on one column are alternatives; all others must hold together.

    Raises UsageError when a column is not known, or does not hold what a condition compares with.
    """
    alternatives: dict[str, list[list[Answer]]] = {}
    together: list[list[Answer]] = []
    for condition in map(Condition.parse, conditions):
        name = own_column(condition.column, types)
        if name is None:
            raise UsageError(f"`where` {condition}: {no_column(condition.column, types)}")
        values = [node.properties.get(name) for node in nodes]
        answers = _answered(condition, types[name], values)
        if condition.sign == "=":
            alternatives.setdefault(name, []).append(answers)
        else:
            together.append(answers)
    together += (list(map(_any, zip(*each, strict=True))) for each in alternatives.values())
    return list(map(_all, zip(*together, strict=True))) if together else [True] * len(nodes)


def _any(answers: Iterable[Answer]) -> Answer:
    found = set(answers)
    return True if True in found else None if None in found else False


def _all(answers: Iterable[Answer]) -> Answer:
    found = set(answers)
    return False if False in found else None if None in found else True


def _answered(
    condition: Condition, kind: ValueType, values: Sequence[Value | None]
) -> list[Answer]:
    """The answer for each value of a column; None is a blank cell."""
    if condition.sign not in ("=", "!=") and kind not in _ORDERED:
        raise UsageError(
            f"`where` {condition}: {condition.sign} compares numbers and dates, and the type of "
            f"{condition.column} is {kind}; use = or !="
        )
    blank = "" in condition.values
    wanted = [value for value in condition.values if value]
    if kind in (ValueType.TEXT, ValueType.TEXTS):
        _check_stated(condition, wanted, values)
    test = _TESTS[kind]
    tests = [test(condition, value) for value in wanted]

    def answer(value: Value | None) -> Answer:
        if value is None:
            return condition.sign == "=" if blank else None
        found = _any(test(value) for test in tests)
        return not found if condition.sign == "!=" and found is not None else found

    return list(map(answer, values))


def _key(text: object) -> str:
    return " ".join(str(text).casefold().split())


def _check_stated(
    condition: Condition, wanted: Iterable[str], values: Iterable[Value | None]
) -> None:
    """Raise UsageError for a text that no organisation has: a slip would select nothing."""
    stated = {_key(each): each for value in values for each in _listed(value)}
    for value in wanted:
        if _key(value) not in stated:
            near = nearest(value, stated.values())
            shown = ", ".join(sorted(stated.values())[:_MOST_LISTED])
            more = ", …" if len(stated) > _MOST_LISTED else ""
            cure = f"did you mean {near}?" if near else f"use {shown or 'another'}{more}"
            parts = [part.strip() for part in value.split(",")]
            if len(parts) > 1 and all(_key(part) in stated for part in parts):
                cure = f"for any of them write {condition.column}{condition.sign}{'|'.join(parts)}"
            raise UsageError(f"`where` {condition}: no organisation has it; {cure}")


def _listed(value: Value | None) -> list[str]:
    return value if isinstance(value, list) else [] if value is None else [str(value)]


def _of_text(condition: Condition, wanted: str) -> Callable[[Any], Answer]:
    key = _key(wanted)
    return lambda value: any(_key(each) == key for each in _listed(value))


def _of_number(condition: Condition, wanted: str) -> Callable[[Any], Answer]:
    if _THOUSANDS.fullmatch(wanted):
        plain = f"{condition.column}{condition.sign}{wanted.replace(',', '')}"
        raise UsageError(
            f"`where` {condition}: {wanted} may mean thousands or decimals; write such as {plain}"
        )
    text = wanted.replace(",", ".")
    try:
        number = int(text) if text.lstrip("+-").isdecimal() else float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise _wrong(condition, wanted, "a number", "2.5")
    compare = _SIGNS[condition.sign]
    return lambda value: compare(value, number)


def _of_yes_or_no(condition: Condition, wanted: str) -> Callable[[Any], Answer]:
    yes = said_yes(wanted)
    if yes is None:
        raise _wrong(condition, wanted, "yes or no", "yes")
    return lambda value: value is yes


def _of_date(condition: Condition, wanted: str) -> Callable[[Any], Answer]:
    try:
        given = parse_date(wanted)
    except ValueError:
        raise _wrong(condition, wanted, "a date", "2014-11") from None

    @cache
    def test(value: str) -> Answer:
        return _DATES[condition.sign](parse_date(value), given)

    return test


def _wrong(condition: Condition, wanted: str, noun: str, example: str) -> UsageError:
    return UsageError(
        f"`where` {condition}: {condition.column} holds {noun} and {wanted} is none; write such as "
        f"{condition.column}{condition.sign}{example}"
    )


def _decided(certain: bool, impossible: bool) -> Answer:
    return True if certain else False if impossible else None


def _within(one: PartialDate, other: PartialDate) -> Answer:
    apart = one.last < other.first or one.first > other.last
    return _decided(other.first <= one.first and one.last <= other.last, apart)


_SIGNS: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.eq,
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}
_DATES: Mapping[str, Callable[[PartialDate, PartialDate], Answer]] = {
    "=": _within,
    "!=": _within,
    ">=": lambda one, other: _decided(one.first >= other.first, one.last < other.first),
    "<=": lambda one, other: _decided(one.last <= other.last, one.first > other.last),
    ">": lambda one, other: _decided(one.first > other.last, one.last <= other.last),
    "<": lambda one, other: _decided(one.last < other.first, one.first >= other.first),
}
"""How a date of some precision compares with another, which stands for all its days."""

_TESTS: Mapping[ValueType, Callable[[Condition, str], Callable[[Any], Answer]]] = {
    ValueType.TEXT: _of_text,
    ValueType.TEXTS: _of_text,
    ValueType.WHOLE: _of_number,
    ValueType.DECIMAL: _of_number,
    ValueType.YES_NO: _of_yes_or_no,
    ValueType.DATE: _of_date,
}
