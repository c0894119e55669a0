"""What a selection states in graphkit's own tables: a folder of CSV files, or a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from graphkit.export.networks.formats import Export
from graphkit.model import TABLES, UsageError
from graphkit.model.table_schema import NUMERIC
from graphkit.sources.formula_guards import guarded
from graphkit.sources.stated_rows import own_tables
from graphkit.workbooks import LONGEST_TEXT, Sheet, workbook

Tables = Mapping[str, Sequence[Sequence[str]]]

MANIFEST = "manifest.json"
_WIDTH = 20


def as_csv_folder(export: Export) -> dict[str, bytes]:
    """One CSV file per table, as spreadsheet programs recognise it, and the manifest."""
    tables = own_tables(export.statements)
    return csv_files(tables, bom=True) | {MANIFEST: export.manifest.text().encode()}


def as_workbook(export: Export) -> bytes:
    """One sheet per table, every cell a text, and the manifest in a sheet that is not read."""
    tables: dict[str, Sequence[Sequence[str]]] = {**own_tables(export.statements)}
    _check_lengths(tables)
    lines = [["manifest"], *([line] for line in export.manifest.text().splitlines())]
    return workbook(
        Sheet(name, rows, [_WIDTH] * len(rows[0]), typed=False)
        for name, rows in {**tables, "_manifest": lines}.items()
    )


def _check_lengths(tables: Tables) -> None:
    """Refuse what a workbook would cut: these tables are to load as they were."""
    for name, rows in tables.items():
        for number, row in enumerate(rows, 1):
            for column, text in zip(rows[0], row, strict=True):
                if len(text.encode("utf-16-le", "surrogatepass")) > 2 * LONGEST_TEXT:
                    raise UsageError(
                        f"table {name}, row {number}, column {column}: the text has {len(text):,} "
                        f"characters and a cell of a workbook holds {LONGEST_TEXT:,}; choose csv"
                    )


def csv_files(tables: Tables, *, bom: bool) -> dict[str, bytes]:
    """The CSV file of each table; no text in it is a formula to a spreadsheet program.

    bom: whether a file begins with a byte order mark.
    """
    return {
        f"{name}.csv": _as_csv(name, rows).encode(
            "utf-8-sig" if bom else "utf-8", "backslashreplace"
        )
        for name, rows in tables.items()
    }


def _as_csv(table: str, rows: Sequence[Sequence[str]]) -> str:
    numeric = {each.name for each in TABLES[table].columns if each.cell in NUMERIC}
    header, *body = rows
    plain = [name in numeric for name in header]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    for row in body:
        writer.writerow(
            [
                cell if is_number else guarded(cell)
                for cell, is_number in zip(row, plain, strict=True)
            ]
        )
    return text.getvalue()
