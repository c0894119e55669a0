"""Tables as CSV and TSV, safe to open in a spreadsheet program.

A text that such a program would run as a formula gets a leading apostrophe, the spreadsheets' own
mark for plain text. It also gets one within it, where a program that expects another delimiter, as
they do by country, would begin a cell with a formula.
"""

from __future__ import annotations

import csv
import io
import re

from graphkit.export.table import Table, cell
from graphkit.workbooks import FORMULA_STARTS, starts_a_formula

_DELIMITERS = ",;\t"


def as_csv(table: Table, *, bom: bool = False, decimal_comma: bool = False) -> str:
    """Comma-separated values with a header row and line feeds.

    bom: begin with a byte order mark. decimal_comma: write numbers with a decimal comma, and
    separate by semicolons, as spreadsheet programs expect where that is usual.
    """
    return _delimited(table, ";" if decimal_comma else ",", bom, decimal_comma)


def as_tsv(table: Table, *, bom: bool = False, decimal_comma: bool = False) -> str:
    """Tab-separated values with a header row and line feeds.

    bom, decimal_comma: as for `as_csv`, but always separated by tabs.
    """
    return _delimited(table, "\t", bom, decimal_comma)


def _delimited(table: Table, delimiter: str, bom: bool, decimal_comma: bool) -> str:
    hidden = _within(_DELIMITERS.replace(delimiter, ""))

    def written(value: object) -> str:
        text = cell(value)
        if isinstance(value, int | float):
            return text.replace(".", ",") if decimal_comma else text
        text = hidden.sub("\\g<0>'", text)
        return f"'{text}" if starts_a_formula(text) else text

    stream = io.StringIO()
    stream.write("\ufeff" if bom else "")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    writer.writerow(map(written, table.columns))
    writer.writerows(map(written, row) for row in table.rows)
    return stream.getvalue()


def _within(delimiters: str) -> re.Pattern[str]:
    """Where a text would begin a cell with a formula if it were split at these delimiters."""
    return re.compile(f'[{delimiters}]"*(?=[{re.escape("".join(FORMULA_STARTS))}])')
