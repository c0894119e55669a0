"""The table of any result."""

from __future__ import annotations

import inspect
import pkgutil

from graphkit.export.table import Table
from graphkit.model.tabular import Tabular
from graphkit.store import Result


def table_of(result: Tabular, *, short: bool = False) -> Table:
    """Make the table of a result; `short` leaves out what a terminal leaves out."""
    if isinstance(result, Table):
        return result
    make = pkgutil.resolve_name(type(result).TABLE)
    settings = {"short": True} if short and "short" in inspect.signature(make).parameters else {}
    table = make(result, **settings)
    assert isinstance(table, Table)
    return table


def query_table(result: Result) -> Table:
    """The answer to a query."""
    return Table.of(result.columns, result.rows)
