"""Tables as data frames of pandas and polars, of which graphkit needs neither."""

from __future__ import annotations

import importlib
import json
import math
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from graphkit.export.results import table_of
from graphkit.export.table import Table, cell, plain
from graphkit.model import UsageError
from graphkit.model.tabular import Tabular
from graphkit.model.wording import chosen

_INT64 = 2**63


def pandas_of(result: Tabular) -> Any:
    """A result as a data frame of pandas; see `Tabular.to_pandas`."""
    pandas = _library("pandas")
    table = table_of(result)
    columns = zip(table.columns, _columns(table), strict=True)
    return pandas.DataFrame({name: _in_pandas(pandas, *column) for name, column in columns})


def polars_of(result: Tabular) -> Any:
    """A result as a data frame of polars; see `Tabular.to_polars`."""
    polars = _library("polars")
    table = table_of(result)
    columns = zip(table.columns, _columns(table), strict=True)
    return polars.DataFrame([_in_polars(polars, name, *column) for name, column in columns])


def frame_of(result: Tabular, library: str) -> Any:
    """A result as a data frame of one of the `LIBRARIES`."""
    return LIBRARIES[chosen("data frame library", library, LIBRARIES)](result)


LIBRARIES: dict[str, Callable[[Tabular], Any]] = {"pandas": pandas_of, "polars": polars_of}


def _library(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        raise UsageError(
            f'{name} is not installed; install it with pip install "graphkit[{name}]"'
        ) from None


def _columns(table: Table) -> Iterable[tuple[type, list[Any]]]:
    """The type and the values of each column, with None where there is no value."""
    for place, name in enumerate(table.columns):
        values = [_value(row[place]) for row in table.rows]
        yield _type_of(values, table.types.get(name, str)), values


def _value(value: object) -> object:
    """A value as a data frame holds it: None for NaN, and texts that can be encoded."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, float) and math.isnan(value):
        return None
    if isinstance(value, Mapping):
        return {str(key): _value(each) for key, each in value.items()}
    if isinstance(value, Iterable):
        return [_value(each) for each in value]
    return value


def _type_of(values: list[Any], without_values: type) -> type:
    """The one type of the values, which is `object` where they have several."""
    found = {type(value) for value in values if value is not None}
    if found == {int, float}:
        return float
    if len(found) > 1:
        return str if found == {str, date} else object
    kind = found.pop() if found else without_values
    if kind is int and any(value is not None and abs(value) >= _INT64 for value in values):
        return object
    return kind


def _in_pandas(pandas: Any, kind: type, values: list[Any]) -> Any:
    missing = any(value is None for value in values)
    names = {
        int: "Int64" if missing else "int64",
        float: "float64",
        bool: "boolean" if missing else "bool",
        str: "string",
        date: "datetime64[s]",
        datetime: "datetime64[us]",
    }
    if kind is str:
        values = [None if value is None else _text(value) for value in values]
    return pandas.Series(values, dtype=names.get(kind, "object"))


def _in_polars(polars: Any, name: str, kind: type, values: list[Any]) -> Any:
    form = _polars_type(polars, kind, values)
    if form is None or kind is str:
        form = polars.String
        values = [None if value is None else _text(value) for value in values]
    return polars.Series(name, values, dtype=form, strict=False)


def _polars_type(polars: Any, kind: type, values: Iterable[Any]) -> Any:
    """The type of values of one kind; None where polars has none for all of them."""
    there = [value for value in values if value is not None]
    if kind is list:
        items = [item for value in there for item in value]
        inner = _polars_type(polars, _type_of(items, str), items)
        return inner and polars.List(inner)
    if kind is dict:
        keys = {tuple(value) for value in there}
        if len(keys) > 1:
            return None
        parts = {key: [value[key] for value in there] for key in keys.pop()}
        types = {key: _polars_type(polars, _type_of(of, str), of) for key, of in parts.items()}
        return polars.Struct(types) if all(types.values()) else None
    return {
        int: polars.Int64,
        float: polars.Float64,
        bool: polars.Boolean,
        str: polars.String,
        date: polars.Date,
        datetime: polars.Datetime,
    }.get(kind)


def _text(value: object) -> str:
    """A text as it is, a date as ISO text, and anything else as JSON."""
    if isinstance(value, str):
        return value
    return cell(value) if isinstance(value, date) else json.dumps(plain(value), ensure_ascii=False)
