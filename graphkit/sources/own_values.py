"""From the cells of a column of one's own to values: all its cells together decide their type.

The first of these types that fits every cell that is not blank is the column's: several texts (a
bar stands in some cell), yes or no, whole number, decimal number, date; else text. What only looks
like a number (a leading zero or plus, more digits than a number keeps) stays a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from graphkit.model import Value
from graphkit.model.own_columns import ValueType, is_date, said_yes
from graphkit.sources.cells import DAY_FIRST, any_number
from graphkit.sources.problem_texts import Fault, bare

_DIGITS = 15
_SHOWN = 3
_NO_NUMBER = re.compile(r"\+|-?0\d|[^.,]*[eE]\d+")
"""How texts begin that are ids or phone numbers rather than numbers: +48, 007, 2E10."""


@dataclass(frozen=True, slots=True)
class Typed:
    """The type of a column, and the value of each text in it.

    remark: why it is kept as text although most cells are something else; or "".
    """

    type: ValueType
    values: Mapping[str, Value]
    remark: str = ""


def typed(counts: Mapping[str, int]) -> Typed:
    """Decide the type of a column from its texts and how many cells hold each.

    >>> typed({"10": 2, "2.5": 1}).values
    {'10': 10.0, '2.5': 2.5}
    >>> typed({"10": 4, "about 50": 1}).remark
    '1 of 5 cells is not a number: about 50'
    """
    if any("|" in text for text in counts):
        values: dict[str, Value] = {text: parts for text in counts if (parts := _parts(text))}
        return Typed(ValueType.TEXTS, values, _remark(counts))
    for kind, read in _READ.items():
        found: dict[str, Value] = {}
        for text in counts:
            value = read(text)
            if value is None:
                break
            found[text] = value
        else:
            return Typed(kind, found)
    return Typed(ValueType.TEXT, dict(zip(counts, counts, strict=True)), _remark(counts))


def _parts(text: str) -> list[str]:
    return [part for each in text.split("|") if (part := each.strip())]  # a series repeats itself


def _whole(text: str) -> int | None:
    value = _number(text)
    return value if isinstance(value, int) else None


def _decimal(text: str) -> float | None:
    value = _number(text)
    if value is None or sum(map(str.isdecimal, text.partition("e")[0].lstrip("-0.,"))) > _DIGITS:
        return None
    return float(value)


def _number(text: str) -> int | float | None:
    if _NO_NUMBER.match(text):
        return None
    try:
        return any_number(text)
    except Fault:
        return None


def _date(text: str) -> str | None:
    return text if is_date(text) else None


_READ: Mapping[ValueType, Callable[[str], Value | None]] = {
    ValueType.YES_NO: said_yes,
    ValueType.WHOLE: _whole,
    ValueType.DECIMAL: _decimal,
    ValueType.DATE: _date,
}
"""The types that are tried, in this order; text fits all."""


def _remark(counts: Mapping[str, int]) -> str:
    """Which cells keep a column from the type that most of its cells have."""
    all_cells = sum(counts.values())
    for word, fits in (
        ("neither yes nor no", lambda text: said_yes(text) is not None),
        ("not a number", lambda text: _number(text) is not None),
        ("not a date such as 2014-11-07", _looks_dated),
    ):
        fitting = sum(count for text, count in counts.items() if fits(text))
        if 2 * fitting >= all_cells:
            return _odd(word, counts, [text for text in counts if not fits(text)], all_cells)
    return ""


def _looks_dated(text: str) -> bool:
    return is_date(text) or DAY_FIRST.fullmatch(text) is not None


def _odd(word: str, counts: Mapping[str, int], odd: Iterable[str], all_cells: int) -> str:
    texts = list(odd)
    if word.startswith("not a date"):
        texts = [text for text in counts if not is_date(text)]
    if not texts:
        word = f"written with more than {_DIGITS} digits"
        texts = [text for text in counts if _decimal(text) is None and _whole(text) is None]
    number = sum(counts[text] for text in texts)
    shown = ", ".join(map(bare, texts[:_SHOWN])) + (", …" if len(texts) > _SHOWN else "")
    verb = "is" if number == 1 else "are"
    return f"{number:,} of {all_cells:,} cells {verb} {word}: {shown}"
