"""Read .ods workbooks as a stream, as the texts that they show.

A few bytes can say that a cell or a row is repeated a million times. Blank repeats cost nothing
here, and others count towards the number of cells that a table may have.
"""

from __future__ import annotations

import re
import zipfile
from functools import partial
from pathlib import Path
from xml.parsers.expat import ExpatError

from graphkit.sources.formats.sheet import Format, Sheet, Wanted
from graphkit.sources.hidden_parts import hidden_rows, hidden_sheet
from graphkit.sources.problem_texts import Fault
from graphkit.sources.raw import MOST_CELLS, printable
from graphkit.sources.xlsx_parts import SAVE_AGAIN, Attributes, check_archive, parse
from graphkit.sources.xlsx_rows import (
    LAST_COLUMN,
    LAST_ROW,
    LONGEST_TEXT,
    SheetRow,
    fill_merged,
)
from graphkit.sources.xlsx_values import number_text

_MIMETYPE = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_CELLS = ("table-cell", "covered-table-cell")
_PASSED_OVER = ("annotation", "frame", "shapes", "forms", "tracked-changes")
"""Elements whose text is not that of the cell that they are in; some hold cells of their own."""

_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"(?:\d{1,2}|[^\W\d]+\.?)[ ./-]+\d{4}|\d{4}[./-]\d{1,2}")


def read_ods(path: Path, options: Wanted) -> tuple[Sheet, ...]:
    """The sheets of a workbook that hold something."""
    try:
        if not zipfile.is_zipfile(path):
            raise zipfile.BadZipFile
        check_archive(path)
        with zipfile.ZipFile(path) as archive:
            if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                raise Fault("is protected by a password", "save it without one")
            tables = _Tables()
            parse(archive, "content.xml", tables.start, tables.end, tables.text)
    except (ExpatError, KeyError, zipfile.BadZipFile):
        raise Fault("is damaged, or is not an .ods workbook", SAVE_AGAIN) from None
    return tuple(filter(None, (_sheet(path, table, tables, options) for table in tables.all)))


def _sheet(path: Path, table: _Table, tables: _Tables, options: Wanted) -> Sheet | None:
    place = f"{printable(path.name)}, sheet {printable(table.title)}"
    if table.style in tables.hidden:
        options.remarks.append(f"{place}: {hidden_sheet(visible=options.visible)}")
        if options.visible:
            return None
    fill_merged(table.rows, table.merged)
    if hidden := [row.number for row in table.rows if row.hidden]:
        options.remarks.append(f"{place}: {hidden_rows(hidden, visible=options.visible)}")
    rows = [(row.number, row.cells) for row in table.rows if not (options.visible and row.hidden)]
    return (
        Sheet(printable(path.name), rows, printable(table.title), workbook=True) if rows else None
    )


class _Table:
    """A sheet: its rows that hold something, and the cells that span several rows."""

    def __init__(self, title: str, style: str) -> None:
        self.title = title
        self.style = style
        self.rows: list[SheetRow] = []
        self.merged: list[tuple[int, int, int]] = []
        self.number = 1


class _Tables:
    """Makes tables of what the parser meets. hidden: the styles of tables that are not shown."""

    def __init__(self) -> None:
        self.all: list[_Table] = []
        self.hidden: set[str] = set()
        self._style = ""
        self._outside = self._passed = self._depth = 0
        self._row: dict[str, str] = {}
        self._cells: list[str] = []
        self._column = 0
        self._cell: dict[str, str] = {}
        self._pieces: list[str] = []
        self._length = 0
        self._paragraphs = 0
        self._inside = False
        self._kept = 0

    def start(self, tag: str, given: Attributes) -> None:
        """An element begins."""
        if self._passed or tag in _PASSED_OVER:
            self._passed += 1
            return
        own = {name.rpartition("}")[2]: value for name, value in given.items()}
        if tag == "style":
            self._style = own.get("name", "")
        elif tag == "table-properties" and own.get("display") == "false":
            self.hidden.add(self._style)
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.all.append(_Table(own.get("name", ""), own.get("style-name", "")))
        elif self._depth == 1 and tag == "table-row":
            self._row, self._cells, self._column = own, [], 0
        elif self._depth == 1 and tag in _CELLS:
            self._cell, self._length, self._paragraphs = own, 0, 0
            self._pieces.clear()
        elif tag == "p":
            self._paragraphs += 1
            self._inside = True
            self._add("\n" if self._paragraphs > 1 else "")
        elif tag == "s":
            self._add(" " * min(_count(own, "c"), LONGEST_TEXT))
        elif tag in ("tab", "line-break"):
            self._add(" " if tag == "tab" else "\n")

    def text(self, data: str) -> None:
        """Text of an element."""
        if self._inside and not self._passed:
            self._add(data)

    def _add(self, text: str) -> None:
        self._length += len(text)
        if self._length > LONGEST_TEXT:
            raise Fault("has a cell that holds more text than a cell can", "shorten it")
        self._pieces.append(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._passed:
            self._passed -= 1
        elif tag == "p":
            self._inside = False
        elif tag == "table":
            self._depth -= 1
        elif self._depth == 1 and tag in _CELLS:
            self._end_cell(tag)
        elif self._depth == 1 and tag == "table-row":
            self._end_row()

    def _end_cell(self, tag: str) -> None:
        times = _count(self._cell, "number-columns-repeated")
        text = _shown(self._cell, "".join(self._pieces)) if tag == "table-cell" else ""
        if text.strip():
            if self._column + times > LAST_COLUMN:
                raise Fault("has more columns than a spreadsheet can have", SAVE_AGAIN)
            self._cells.extend([""] * (self._column - len(self._cells)))
            self._cells.extend([text] * times)
            spanned = _count(self._cell, "number-rows-spanned")
            if spanned > 1:
                table = self.all[-1]
                last = min(table.number + spanned - 1, LAST_ROW)
                table.merged.append((table.number, last, self._column))
        self._column += times

    def _end_row(self) -> None:
        table = self.all[-1]
        times = _count(self._row, "number-rows-repeated")
        if self._cells:
            self._kept += len(self._cells) * times
            if self._kept > MOST_CELLS:
                raise Fault(f"has more than {MOST_CELLS:,} cells", "split it, or save it as CSV")
            if table.number + times - 1 > LAST_ROW:
                raise Fault("has more rows than a spreadsheet can have", SAVE_AGAIN)
            hidden = self._row.get("visibility", "visible") != "visible"
            made = partial(SheetRow, hidden=hidden)
            table.rows += (made(table.number + at, [*self._cells]) for at in range(times))
        table.number += times


def _count(own: Attributes, name: str) -> int:
    text = own.get(name, "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def _shown(cell: Attributes, text: str) -> str:
    """The text that one would type for a cell: what it holds, as precisely as it is shown."""
    kind = cell.get("value-type", "string")
    text = text.strip()
    if kind in ("float", "currency", "percentage"):
        raw = cell.get("value", text)
        zeros = text.startswith("0") and text.isascii() and text.isdigit()
        try:
            return text if zeros and int(text) == float(raw) else number_text(
                raw, "General", from_1904=False
            )  # fmt: skip
        except ValueError:
            return text
    if kind == "date":
        day = cell.get("date-value", text).removesuffix("T00:00:00")
        if _YEAR.fullmatch(text):
            return day[:4]
        return day[:7] if _MONTH.fullmatch(text) else day.replace("T", " ")
    if kind == "boolean":
        return cell.get("boolean-value", text)
    return text or cell.get("string-value", "").strip()


def _is_ods(head: bytes) -> bool:
    return _MIMETYPE in head


OPEN_DOCUMENT = Format("an .ods workbook", (".ods",), read_ods, _is_ods, certain=True)
