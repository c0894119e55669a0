"""Tables of results, and the formats in which they are written, in one table.

Values come from data that nobody has vouched for: a format must not let them do anything. NaN and
infinities are empty cells and nulls. To add a format, write a function from a `Table` to text or
bytes in a module of its own, and name it in `FORMATS`.
"""

from __future__ import annotations

import json
import math
import pkgutil
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graphkit.model import UsageError

FORMATS = {
    "table": "graphkit.export.plain_text:as_text",
    "csv": "graphkit.export.delimited:as_csv",
    "tsv": "graphkit.export.delimited:as_tsv",
    "json": "graphkit.export.json_text:as_json",
    "jsonl": "graphkit.export.json_text:as_json_lines",
    "md": "graphkit.export.markdown:as_markdown",
}
"""The writer of each format, as `module:name`: it takes a `Table` and returns text or bytes."""

_ENDING_OF = {"table": "txt"}
"""The endings of files that differ from the name of the format."""


@dataclass(frozen=True, slots=True)
class Table:
    """Named columns and rows of values: text, numbers, dates, booleans, None, lists and dicts."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]

    @classmethod
    def of(cls, columns: Iterable[str], rows: Iterable[Sequence[object]]) -> Table:
        """From any iterables."""
        return cls(tuple(columns), tuple(tuple(row) for row in rows))

    def records(self) -> list[dict[str, object]]:
        """The rows as dicts of values that JSON can hold."""
        return [
            dict(zip(self.columns, (plain(value) for value in row), strict=True))
            for row in self.rows
        ]


def render(table: Table, form: str) -> str | bytes:
    """The table in one of `FORMATS`, as text that ends in a line feed, or bytes.

    Raises UsageError for an unknown format.
    """
    if form not in FORMATS:
        raise UsageError(f"there is no format {form}; use {', '.join(FORMATS)}")
    written: str | bytes = pkgutil.resolve_name(FORMATS[form])(table)
    return written


def formats_by_ending() -> dict[str, str]:
    """The format for each ending of a file's name, which is in lower case and with its dot."""
    return {f".{_ENDING_OF.get(form, form)}": form for form in FORMATS}


def is_numeric(table: Table) -> list[bool]:
    """Of each column, whether it holds numbers and nothing else."""
    return [
        bool(table.rows) and all(isinstance(row[place], int | float | None) for row in table.rows)
        for place in range(len(table.columns))
    ]


def cell(value: object) -> str:
    """A value as the text of one cell on one line, with control characters made visible."""
    value = plain(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "|".join(cell(each) for each in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    text = repr(value) if isinstance(value, float) else str(value)
    return "".join(_visible(character) for character in text)


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


def _visible(character: str) -> str:
    if unicodedata.category(character) in ("Cc", "Cs") or character in "\u2028\u2029":
        return f"\\u{ord(character):04x}" if character not in "\n\r\t" else " "
    return character
