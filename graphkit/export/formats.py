"""Tables of results as CSV, TSV, JSON, JSON lines or Markdown.

Values come from data that nobody has vouched for. In CSV and TSV a text that a spreadsheet would
run as a formula gets a leading apostrophe, the spreadsheets' own mark for plain text; JSON keeps
every text exactly. NaN and infinities are empty cells and nulls.
"""

from __future__ import annotations

import csv
import io
import json
import math
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graphkit.model import UsageError

FORMATS = ("csv", "tsv", "json", "jsonl", "md")

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


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


def render(table: Table, form: str) -> str:
    """The table as text in one of `FORMATS`, ending in a line feed.

    Raises UsageError for an unknown format.
    """
    if form == "json":
        return json.dumps(table.records(), ensure_ascii=False, indent=2) + "\n"
    if form == "jsonl":
        lines = (json.dumps(record, ensure_ascii=False) for record in table.records())
        return "".join(line + "\n" for line in lines)
    if form in ("csv", "tsv"):
        return _delimited(table, "," if form == "csv" else "\t")
    if form == "md":
        return _markdown(table)
    raise UsageError(f"--format {form}: no such format; use {', '.join(FORMATS)}")


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


def _delimited(table: Table, delimiter: str) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    writer.writerow([_tame(name) for name in table.columns])
    for row in table.rows:
        writer.writerow(
            [cell(value) if isinstance(value, int | float) else _tame(cell(value)) for value in row]
        )
    return stream.getvalue()


def _tame(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _markdown(table: Table) -> str:
    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(cells) + " |\n"

    numeric = [
        bool(table.rows) and all(isinstance(row[place], int | float | None) for row in table.rows)
        for place in range(len(table.columns))
    ]
    return (
        line(_escaped(name) for name in table.columns)
        + line("---:" if number else "---" for number in numeric)
        + "".join(line(_escaped(cell(value)) for value in row) for row in table.rows)
    )


def _escaped(text: str) -> str:
    for special in "\\`*_{}[]<>()#!|~":
        text = text.replace(special, f"\\{special}")
    return text.replace("&", "&amp;")
