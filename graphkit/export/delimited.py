"""Tables as CSV and TSV, safe to open in a spreadsheet program.

A text that such a program would run as a formula gets a leading apostrophe, the spreadsheets' own
mark for plain text.
"""

from __future__ import annotations

import csv
import io

from graphkit.export.formats import Table, cell
from graphkit.workbooks import starts_a_formula


def as_csv(table: Table) -> str:
    """Comma-separated values with a header row and line feeds."""
    return _delimited(table, ",")


def as_tsv(table: Table) -> str:
    """Tab-separated values with a header row and line feeds."""
    return _delimited(table, "\t")


def _delimited(table: Table, delimiter: str) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    writer.writerow([_tame(cell(name)) for name in table.columns])
    for row in table.rows:
        writer.writerow(
            [cell(value) if isinstance(value, int | float) else _tame(cell(value)) for value in row]
        )
    return stream.getvalue()


def _tame(text: str) -> str:
    return f"'{text}" if starts_a_formula(text) else text
