"""Tables as a workbook: typed cells, and the tables that explain a table as further sheets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from graphkit.export.table import Table, cell
from graphkit.workbooks import Sheet, workbook

_NARROWEST, _WIDEST = 8, 60
"""The widths of columns, in characters."""

_NUMBER = 12
"""The characters that a spreadsheet program shows of a number."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def as_workbook(table: Table) -> bytes:
    """The table and those beside it, one sheet for each."""
    return workbook(_sheet(each, wrapped=each is not table) for each in (table, *table.beside))


def _sheet(table: Table, *, wrapped: bool) -> Sheet:
    dates = [name in table.dates for name in table.columns]
    rows = [
        [_typed(value, is_date) for value, is_date in zip(row, dates, strict=True)]
        for row in table.rows
    ]
    head = [cell(name) for name in table.columns]
    widths = [_width([name, *(row[place] for row in rows)]) for place, name in enumerate(head)]
    return Sheet(table.title, [head, *rows], widths, wrapped=wrapped)


def _typed(value: object, is_date: bool) -> object:
    """The value as a cell of a workbook holds it; what is not a single value becomes a text."""
    if isinstance(value, int | float | date):
        return value
    if is_date and isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return cell(value)


def _width(values: Iterable[object]) -> float:
    longest = max(
        _NUMBER if isinstance(value, float | date) else len(str(value)) for value in values
    )
    return min(max(longest + 2, _NARROWEST), _WIDEST)
