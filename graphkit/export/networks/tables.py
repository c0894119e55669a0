"""What a selection states in graphkit's own tables: a folder of CSV files, or a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from graphkit.export.networks.formats import Export
from graphkit.model import TABLES, Cell
from graphkit.sources.formula_guards import guarded
from graphkit.sources.stated_rows import own_tables
from graphkit.workbooks import Sheet, workbook

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
    lines = [["manifest"], *([line] for line in export.manifest.text().splitlines())]
    return workbook(
        Sheet(name, rows, [_WIDTH] * len(rows[0]), typed=False)
        for name, rows in {**tables, "_manifest": lines}.items()
    )


def csv_files(tables: Tables, *, bom: bool) -> dict[str, bytes]:
    """The CSV file of each table; no text in it is a formula to a spreadsheet program.

    bom: whether a file begins with a byte order mark.
    """
    return {
        f"{name}.csv": _as_csv(name, rows).encode("utf-8-sig" if bom else "utf-8")
        for name, rows in tables.items()
    }


def _as_csv(table: str, rows: Sequence[Sequence[str]]) -> str:
    numeric = {column.name for column in TABLES[table].columns if column.cell is Cell.NUMBER}
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
