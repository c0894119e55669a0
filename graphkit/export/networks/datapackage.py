"""What a selection states as a Frictionless data package: graphkit's own tables as CSV files, and a
descriptor with the type and meaning of every column.
"""

from __future__ import annotations

import json
from typing import Any

from graphkit.export.networks.formats import Export
from graphkit.export.networks.tables import csv_files
from graphkit.model import TABLES, Cell, Column, Table
from graphkit.model.table_schema import NUMERIC
from graphkit.sources.choices import CHOICES
from graphkit.sources.stated_rows import own_tables
from graphkit.version import __version__

DESCRIPTOR = "datapackage.json"

_OPEN = ("kinds", "sectors")
"""The lists of words to which a data set may add."""

_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
_END = r"^(\d{4}(-\d{2}(-\d{2})?)?|\.\.|\?)$"


def as_package(export: Export) -> dict[str, bytes]:
    """The tables and `datapackage.json`, which holds the manifest too.

    A date is a string with a pattern, because it may be a year or a month.
    """
    tables = own_tables(export.statements)
    described = {
        "profile": "tabular-data-package",
        "name": "graphkit-network",
        "title": export.title,
        "graphkit": export.manifest.content() | {"graphkit": __version__},
        "resources": [
            _resource(TABLES[name], rows[0], set(tables)) for name, rows in tables.items()
        ],
    }
    text = json.dumps(described, ensure_ascii=True, indent=2) + "\n"
    return csv_files(tables, bom=False) | {DESCRIPTOR: text.encode()}


def _resource(table: Table, header: list[str], there: set[str]) -> dict[str, Any]:
    known = {column.name: column for column in table.columns}
    schema: dict[str, Any] = {
        "fields": [_field(name, known.get(name)) for name in header],
        "missingValues": [""],
    }
    if "id" in header:
        schema["primaryKey"] = ["id"]
    if keys := [
        _key(known[name]) for name in header if name in known and _is_key(known[name], there)
    ]:
        schema["foreignKeys"] = keys
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n"},
        "schema": schema,
    }


def _field(name: str, column: Column | None) -> dict[str, Any]:
    if column is None:
        return {"name": name, "type": "string", "description": "a column of one's own"}
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.cell in (Cell.DATE, Cell.END):
        constraints["pattern"] = _DATE if column.cell is Cell.DATE else _END
    if column.choices and column.choices not in _OPEN:
        constraints["enum"] = list(CHOICES[column.choices])
    return {
        "name": name,
        "type": "number" if column.cell in NUMERIC else "string",
        "description": column.meaning,
        **({"constraints": constraints} if constraints else {}),
    }


def _is_key(column: Column, there: set[str]) -> bool:
    """Whether a column refers to one table, which is in the package and has ids."""
    return (
        column.cell is Cell.REFERENCE
        and not column.many
        and len(column.refers) == 1
        and column.refers[0] in there - {"people"}
    )


def _key(column: Column) -> dict[str, Any]:
    return {
        "fields": [column.name],
        "reference": {"resource": column.refers[0], "fields": ["id"]},
    }
