"""The cells of a table as people read them, with rounded numbers."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import TypeGuard

from graphkit.export.table import Table, cell, plain
from graphkit.model.rounded import DIGITS, EXACT, rounded
from graphkit.model.visible_text import visible_json

_MOST_DIGITS = 15
"""The most significant digits that a float certainly holds."""


def cells_for_reading(table: Table) -> list[tuple[str, ...]]:
    """Write the cells of a table for reading, row by row.

    Numbers have three significant digits. They have more where different numbers of neighbouring
    rows would read the same, so that unequal ranks do not look like an error. Numbers that differ
    only by rounding errors, as those that share a rank, read the same.

    >>> table = Table.of(["x", "y"], [[0.28867, 2.0], [0.28912, float("nan")], [0.1234, None]])
    >>> cells_for_reading(table)
    [('0.2887', '2'), ('0.2891', '–'), ('0.123', '')]
    """
    columns = [_column([row[at] for row in table.rows]) for at in range(len(table.columns))]
    return list(zip(*columns, strict=True)) if columns else [() for _ in table.rows]


def _column(values: list[object]) -> list[str]:
    equal = _equals({value for value in values if _is_number(value)})
    heads = [equal[value] if _is_number(value) else None for value in values]
    texts = _texts(set(equal.values()), set(pairwise(heads)))
    return [
        _read(value) if head is None or isinstance(value, int) else texts[head]
        for value, head in zip(values, heads, strict=True)
    ]


def _is_number(value: object) -> TypeGuard[float]:
    """Whether the value is a number, and not one that no float holds exactly."""
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < EXACT


def _read(value: object) -> str:
    if isinstance(value, float):
        return rounded(value)
    if isinstance(value, Mapping):
        return visible_json(json.dumps(_shortened(plain(value)), ensure_ascii=False))
    if isinstance(value, Iterable) and not isinstance(value, str):
        return "|".join(_read(each) for each in value)
    return cell(value)


def _shortened(value: object) -> object:
    """A value of JSON with rounded numbers in it."""
    if isinstance(value, float):
        short = float(rounded(value))
        return short if math.isfinite(short) else value
    if isinstance(value, dict):
        return {key: _shortened(each) for key, each in value.items()}
    return [_shortened(each) for each in value] if isinstance(value, list) else value


def _equals(numbers: Iterable[float]) -> dict[float, float]:
    """For each number the least of those that are equal to it but for rounding errors."""
    least: dict[float, float] = {}
    head = math.nan
    for number in sorted(numbers):
        # Near ones in a row must not add up: each is compared with the first of them. The bounds
        # are those within which organisations share a rank.
        if not math.isclose(number, head, rel_tol=1e-9, abs_tol=1e-15):
            head = number
        least[number] = head
    return least


def _texts(
    numbers: Iterable[float], neighbours: Iterable[tuple[float | None, float | None]]
) -> dict[float, str]:
    """The text of each number of a column, with as many digits as tell neighbours apart."""
    digits = dict.fromkeys(numbers, DIGITS)
    texts = {number: rounded(number) for number in digits}
    pairs = [(a, b) for a, b in neighbours if a is not None and b is not None and a != b]
    while alike := {
        number
        for pair in pairs
        if texts[pair[0]] == texts[pair[1]]
        for number in pair
        if digits[number] < _MOST_DIGITS
    }:
        for number in alike:
            digits[number] += 1
            texts[number] = rounded(number, digits[number])
    return texts
