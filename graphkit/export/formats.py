"""Tables of results, and the formats in which they are written, in one table.

Values come from untrusted data, and no format may let them execute. Formats for people to read
round numbers (see `reading`). The others keep all digits, and NaN and infinities become empty cells
and nulls. To add a format, write a function from a `Table` to text or bytes in a module of its own,
and name it in `FORMATS`.
"""

from __future__ import annotations

import json
import math
import pkgutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from graphkit.model import UsageError
from graphkit.model.visible_text import visible, visible_json

FORMATS = {
    "table": "graphkit.export.plain_text:as_text",
    "csv": "graphkit.export.delimited:as_csv",
    "tsv": "graphkit.export.delimited:as_tsv",
    "json": "graphkit.export.json_text:as_json",
    "jsonl": "graphkit.export.json_text:as_json_lines",
    "md": "graphkit.export.markdown:as_markdown",
    "xlsx": "graphkit.export.spreadsheet:as_workbook",
}
"""The writer of each format, as `module:name`: it takes a `Table` and returns text or bytes."""

NESTED = ("json", "jsonl")
"""The formats that hold lists as lists."""

DELIMITED = ("csv", "tsv")
"""The formats that can be written for a spreadsheet program of another country."""

WORKBOOKS = ("xlsx",)
"""The formats that hold several tables; they are not text."""

_ENDING_OF = {"table": "txt"}
"""The endings of files that differ from the name of the format."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of results.

    Attributes
    ----------
    columns : tuple of str
        The names of the columns.
    rows : tuple of tuple
        One tuple of values per row: text, numbers, dates, booleans, None, lists and dicts.
    title : str
        What the table is called where it stands beside others.
    dates : frozenset of str
        The columns of texts that are dates, as precise as they are stated: 2014, 2014-11-07.
    beside : tuple of Table
        Tables that explain this one. A workbook has them as further sheets.
    spread : mapping of str to (mapping of str to str)
        The columns that hold lists of dicts as long as a network may be, and for each key of these
        dicts the name of a column of its own. See `flat`.

    Examples
    --------
    >>> Table.of(["name", "ties"], [["Acme", 3]]).records()
    [{'name': 'Acme', 'ties': 3}]
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    title: str = "result"
    dates: frozenset[str] = frozenset()
    beside: tuple[Table, ...] = ()
    spread: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        columns: Iterable[str],
        rows: Iterable[Sequence[object]],
        *,
        title: str = "result",
        dates: Iterable[str] = (),
        beside: Iterable[Table] = (),
        spread: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    ) -> Table:
        """Make a table from any iterables.

        Parameters
        ----------
        columns : iterable of str
            The names of the columns.
        rows : iterable of sequence
            The rows.
        title : str, default "result"
            What the table is called where it stands beside others.
        dates : iterable of str, optional
            The columns of texts that are dates.
        beside : iterable of Table, optional
            Tables that explain this one.
        spread : mapping of str to (mapping of str to str), optional
            The columns whose lists become rows where a format holds no lists.

        Returns
        -------
        Table
            The table.
        """
        return cls(
            tuple(columns),
            tuple(tuple(row) for row in rows),
            title,
            frozenset(dates),
            tuple(beside),
            spread,
        )

    def flat(self) -> Table:
        """Return the table with a row for each item of the lists that `spread` names.

        Returns
        -------
        Table
            Each row repeats the other cells; a row whose list is empty stays, with empty cells.

        Examples
        --------
        >>> people = [{"id": "a", "name": "Ada"}, {"id": "b", "name": "Bob"}]
        >>> spread = {"people": {"id": "person", "name": "person_name"}}
        >>> table = Table.of(["group", "people"], [["x", people], ["y", []]], spread=spread)
        >>> table.flat().columns
        ('group', 'person', 'person_name')
        >>> table.flat().rows
        (('x', 'a', 'Ada'), ('x', 'b', 'Bob'), ('y', None, None))
        """
        columns, rows = self.columns, self.rows
        for name, parts in self.spread.items():
            at = columns.index(name)
            columns = (*columns[:at], *parts.values(), *columns[at + 1 :])
            rows = tuple(
                (*row[:at], *map(each.get, parts), *row[at + 1 :])
                for row in rows
                for each in _dicts(row[at])
            )
        return replace(self, columns=columns, rows=rows, spread={})

    def records(self) -> list[dict[str, object]]:
        """Return the rows as dicts of values that JSON can hold.

        Returns
        -------
        list of dict
            One dict per row. NaN and infinities are None, and dates are texts.
        """
        return [
            dict(zip(self.columns, (plain(value) for value in row), strict=True))
            for row in self.rows
        ]


def render(
    table: Table, form: str, *, bom: bool = False, decimal_comma: bool = False
) -> str | bytes:
    """Write a table in a format.

    Parameters
    ----------
    table : Table
        The table. Its values are not trusted: no format lets them do anything.
    form : str
        One of `FORMATS`: table, csv, tsv, json, jsonl, md or xlsx.
    bom : bool, default False
        Whether csv and tsv begin with a byte order mark, by which spreadsheet programs know UTF-8.
    decimal_comma : bool, default False
        Whether csv and tsv have a comma in numbers. The cells of csv are then separated by
        semicolons, as spreadsheet programs expect where a decimal comma is usual.

    Returns
    -------
    str or bytes
        Text that ends in a line feed, or bytes. The formats table and md round numbers; the others
        keep all digits, and NaN and infinities are empty cells or nulls.

    Raises
    ------
    UsageError
        If the format is unknown, or does not have one of these settings.

    Examples
    --------
    >>> print(render(Table.of(["name", "ties"], [["Acme", 3]]), "md"), end="")
    | name | ties |
    | --- | ---: |
    | Acme | 3 |
    """
    if form not in FORMATS:
        raise UsageError(f"there is no format {form}; use {', '.join(FORMATS)}")
    settings = chosen_settings(form, bom=bom, decimal_comma=decimal_comma)
    if form not in NESTED:
        table = table.flat()
    written: str | bytes = pkgutil.resolve_name(FORMATS[form])(table, **settings)
    return written


def chosen_settings(form: str, **settings: bool) -> dict[str, bool]:
    """The settings that are on; UsageError for one that the format does not have."""
    chosen: dict[str, bool] = {name: value for name, value in settings.items() if value}
    if chosen and form not in DELIMITED:
        raise UsageError(
            f"`{next(iter(chosen))}` does not work with the format {form}; "
            f"use {' or '.join(DELIMITED)}"
        )
    return chosen


def formats_by_ending() -> dict[str, str]:
    """List the format for each ending of a file's name.

    Returns
    -------
    dict of str to str
        The endings, in lower case and with the dot, and their formats.

    Examples
    --------
    >>> formats_by_ending()[".txt"]
    'table'
    """
    return {f".{_ENDING_OF.get(form, form)}": form for form in FORMATS}


def _dicts(value: object) -> Iterable[Mapping[str, object]]:
    """The items of a list of dicts, of which there is always one."""
    assert isinstance(value, Sequence)
    return value or [{}]


def is_numeric(table: Table) -> list[bool]:
    """For each column, whether it holds only numbers."""
    return [
        bool(table.rows) and all(isinstance(row[place], int | float | None) for row in table.rows)
        for place in range(len(table.columns))
    ]


def cell(value: object) -> str:
    r"""Write a value as the text of one cell on one line.

    Parameters
    ----------
    value : object
        The value.

    Returns
    -------
    str
        The text, with unsafe characters as escapes (see `model.visible_text`); "" for None, NaN and
        infinities.

    Examples
    --------
    >>> cell(float("nan")), cell(0.5), cell("two\nlines")
    ('', '0.5', 'two lines')
    """
    value = plain(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "|".join(cell(each) for each in value)
    if isinstance(value, dict):
        return visible_json(json.dumps(value, ensure_ascii=False))
    return visible(repr(value) if isinstance(value, float) else str(value))


def plain(value: object) -> object:
    """The value in terms of JSON: dates as ISO text, NaN and infinities as None."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, Iterable):
        return [plain(each) for each in value]
    return str(value)
