"""Tables as CSV and TSV, safe to open in a spreadsheet program.

Apostrophes keep such a program from running a text as a formula; see `formula_guards`.
"""

from __future__ import annotations

import csv
import io

from graphkit.export.table import Table, cell
from graphkit.sources.formula_guards import guarded


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
    def written(value: object) -> str:
        text = cell(value)
        if isinstance(value, int | float):
            return text.replace(".", ",") if decimal_comma else text
        return guarded(text)

    stream = io.StringIO()
    stream.write("\ufeff" if bom else "")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    writer.writerow(map(written, table.columns))
    writer.writerows(map(written, row) for row in table.rows)
    return stream.getvalue()
