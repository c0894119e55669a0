"""The formats in which tables of results are written, in one table.

Values come from untrusted data, and no format may let them execute. Formats for people to read
round numbers (see `reading`). The others keep all digits, and NaN and infinities become empty cells
and nulls. To add a format, write a function from a `Table` to text or bytes in a module of its own,
and name it in `FORMATS`.
"""

from __future__ import annotations

import pkgutil

from graphkit.export.table import Table
from graphkit.model import UsageError

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
