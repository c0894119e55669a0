"""A report as a folder: the page, figures as SVG and PNG, tables as CSV and as one workbook."""

from __future__ import annotations

import html
import json
from dataclasses import replace
from pathlib import Path

from graphkit.export import Table, render
from graphkit.files import write_folder
from graphkit.report.tree import Grid, Interactive, Picture, Report, Run, Value, text_of
from graphkit.report.writers.html import Places, report_html

PAGE = "index.html"
KEPT = "report.json"
"""The file by which a folder of a report is known: what the report rests on."""

_WORKBOOK = "tables.xlsx"


def write_report_folder(report: Report, folder: Path) -> None:
    """Write a report as a folder.

    Parameters
    ----------
    report : Report
        The report.
    folder : Path
        The folder. One that holds an earlier report is replaced whole.

    Raises
    ------
    UsageError
        If the folder holds anything else, or cannot be written.
    """
    write_folder(report_files(report), folder, (KEPT,))


def report_files(report: Report) -> dict[str, bytes]:
    """Return the files of a report by name.

    Parameters
    ----------
    report : Report
        The report.

    Returns
    -------
    dict of str to bytes
        The files. The same report gives the same bytes.
    """
    blocks = [block for section in report.sections for block in section.blocks]
    files: dict[str, bytes] = {
        PAGE: report_html(report, _beside(report)).encode("utf-8"),
        KEPT: (json.dumps(report.manifest, indent=2, sort_keys=True) + "\n").encode("utf-8"),
    }
    tables: list[Grid] = []
    for block in blocks:
        match block:
            case Picture():
                files |= {f"{block.name}.{form}": block.draw(form) for form in ("svg", "png")}
                if block.shows is not None:
                    tables.append(block.shows)
            case Interactive():
                page = block.page().encode("utf-8", errors="replace")
                files[f"{block.name}.html"] = page
            case Grid():
                tables.append(block)
            case _:
                pass
    if tables:
        first, *rest = made = [_table(each) for each in tables]
        files |= {
            f"{grid.name}.csv": _bytes(render(each, "csv", bom=True))
            for grid, each in zip(tables, made, strict=True)
        }
        files[_WORKBOOK] = _bytes(render(replace(first, beside=tuple(rest)), "xlsx"))
    return files


def _beside(report: Report) -> Places:
    def more(block: Grid | Picture) -> str:
        endings = [] if isinstance(block, Grid) else ["svg", "png"]
        table = block if isinstance(block, Grid) else block.shows
        endings += ["csv"] if table is not None else []
        links = [
            f'<a href="{html.escape(block.name)}.{ending}">{ending.upper()}</a>'
            for ending in endings
        ]
        if table is not None:
            links.append(f'<a href="{_WORKBOOK}">XLSX</a>')
        return f' <span class="on-screen">({", ".join(links)})</span>'

    return Places(
        picture=lambda each: f"{each.name}.svg",
        frame=lambda each: f'src="{each.name}.html"',
        more=more,
    )


def _table(grid: Grid) -> Table:
    """The table with exact numbers, and everything else as it is read."""
    rows = [tuple(_cell(run) for run in row) for row in grid.rows]
    types: dict[str, type] = {
        name: float for name, numeric in zip(grid.columns, grid.numeric, strict=True) if numeric
    }
    return Table.of(grid.columns, rows, title=grid.name[:31], types=types)


def _cell(run: Run) -> object:
    if len(run) == 1 and isinstance(run[0], Value) and not isinstance(run[0].value, str):
        return run[0].value
    return text_of(run) or None


def _bytes(written: str | bytes) -> bytes:
    return written.encode("utf-8") if isinstance(written, str) else written
