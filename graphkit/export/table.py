"""`Table`: a result as columns and rows, and its cells as text.

Values come from untrusted data; what writes a table lets none of them execute.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from graphkit.model.tabular import Tabular
from graphkit.model.visible_text import visible, visible_json


@dataclass(frozen=True, slots=True)
class Table(Tabular):
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
    types : mapping of str to type
        The columns that hold int, float, bool or list, and no texts. It counts where no row has a
        value.

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
    types: Mapping[str, type] = field(default_factory=dict)

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
        types: Mapping[str, type] = MappingProxyType({}),
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
        types : mapping of str to type, optional
            The columns that hold no texts.

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
            types,
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
