"""The rows of one sheet of an XLSX workbook, read as a stream no further than its header is wide.

A sheet can name a cell in its last column in every row, at a few bytes each. What stands to the
right of the header is looked at and not kept, so that memory follows the table and not the sheet.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from graphkit.sources.cell_names import column_index, column_name
from graphkit.sources.cleaning import NO_VALUE
from graphkit.sources.header_row import LOOKED_AT, find_header
from graphkit.sources.problem_texts import Fault
from graphkit.sources.raw import MOST_CELLS
from graphkit.sources.xlsx_parts import (
    SAVE_AGAIN,
    Attributes,
    LocalNames,
    Parts,
    bare_parser,
    unescaped,
)
from graphkit.sources.xlsx_values import iso_text, number_text

LAST_ROW = 2**20
LAST_COLUMN = 2**14
LONGEST_TEXT = 2**20
_CHUNK = 2**18
_KEPT_TEXTS = 2**16


@dataclass(slots=True)
class SheetRow:
    """A row that holds something.

    number: as the spreadsheet shows it. cells: texts, up to the last one that is not blank.
    beyond: the name of the first cell that holds text to the right of the header, or "".
    hidden: whether the spreadsheet hides the row.
    """

    number: int
    cells: list[str] = field(default_factory=list)
    beyond: str = ""
    hidden: bool = False


def sheet_rows(
    archive: zipfile.ZipFile,
    part: str,
    parts: Parts,
    table: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[SheetRow]:
    """The rows of a sheet that hold something; a merged cell counts in each row that it spans.

    Of one of our tables, no more than the columns that its header names is kept; of other sheets,
    every column. progress: takes how many bytes are read, and the total.

    Raises Fault for a sheet that is larger than any, and whatever a damaged archive raises.
    """
    reader = _Reader(parts, table)
    rows: list[SheetRow] = []
    cells = 0
    for row in reader.read(archive, part, progress):
        cells += max(len(row.cells), reader.width or 0)
        if cells > MOST_CELLS:
            raise Fault(f"has more than {MOST_CELLS:,} cells", "split it, or save it as CSV")
        rows.append(row)
    fill_merged(rows, reader.merged)
    return [row for row in rows if row.beyond or any(text.strip() for text in row.cells)]


class _Reader:
    """Makes rows of what the parser meets.

    The header is looked for once the first rows have been read; what stands to its right in later
    rows is not kept.
    """

    def __init__(self, parts: Parts, table: str | None) -> None:
        self.width: int | None = None
        self._table = table
        self._first: list[SheetRow] = []
        self.merged: list[tuple[int, int, int]] = []
        self._parts = parts
        self._done: list[SheetRow] = []
        self._row = SheetRow(0)
        self._column = -1
        self._kind = self._style = ""
        self._formula = False
        self._pieces: list[str] = []
        self._length = 0
        self._into = ""
        self._texts: dict[tuple[str, str, str], str] = {}
        self._local = LocalNames()

    def read(
        self,
        archive: zipfile.ZipFile,
        part: str,
        progress: Callable[[int, int], None] | None,
    ) -> Iterator[SheetRow]:
        """The rows of a part, in the order of the file."""
        parser = bare_parser(self._start, self._end, self._text)
        with archive.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                parser.Parse(chunk, False)
                yield from self._taken()
                if progress is not None:
                    progress(stream.tell(), archive.getinfo(part).file_size)
        parser.Parse(b"", True)
        if self.width is None:
            self._find_width()
        yield from self._taken()

    def _taken(self) -> list[SheetRow]:
        done, self._done = self._done, []
        return done

    def _start(self, name: str, given: Attributes) -> None:
        tag = self._local[name]
        if tag == "c":
            self._begin_cell(given)
        elif tag in ("v", "t"):
            self._into = tag
        elif tag == "f":
            self._formula = True
        elif tag == "row":
            number = int(given.get("r") or self._row.number + 1)
            if not self._row.number < number <= LAST_ROW:
                raise Fault(
                    f"row {number} follows row {self._row.number}"
                    if number <= LAST_ROW
                    else "has more rows than a spreadsheet can have",
                    SAVE_AGAIN,
                )
            self._row = SheetRow(number, hidden=given.get("hidden") in ("1", "true"))
            self._column = -1
        elif tag == "mergeCell":
            self._merge(given.get("ref", ""))
        elif tag == "rPh":
            self._into = "hint"

    def _begin_cell(self, given: Attributes) -> None:
        named = column_index(given.get("r", ""))
        self._column = self._column + 1 if named < 0 else named
        if self._column >= LAST_COLUMN:
            raise Fault("has more columns than a spreadsheet can have", SAVE_AGAIN)
        self._kind = given.get("t", "n")
        self._style = given.get("s", "0")
        self._formula = False
        self._pieces.clear()
        self._length = 0

    def _text(self, data: str) -> None:
        if self._into in ("v", "t"):
            self._length += len(data)
            if self._length > LONGEST_TEXT:
                name = f"{column_name(self._column)}{self._row.number}"
                raise Fault(f"cell {name} holds more text than a cell can", "shorten it")
            self._pieces.append(data)

    def _end(self, name: str) -> None:
        tag = self._local[name]
        if tag == "c":
            self._end_cell()
        elif tag in ("v", "t", "rPh"):
            self._into = ""
        elif tag == "row":
            self._end_row()

    def _end_cell(self) -> None:
        raw = "".join(self._pieces)
        if not raw:
            # A formula whose value is the empty text says so in its cell's type.
            text = NO_VALUE if self._formula and self._kind == "n" else ""
        else:
            key = (self._kind, self._style, raw)
            known = self._texts.get(key)
            if known is None:
                if len(self._texts) >= _KEPT_TEXTS:
                    self._texts.clear()
                known = self._texts[key] = self._shown(*key)
            text = known
        if not text.strip():
            return
        cells = self._row.cells
        if self.width is not None and self._column >= self.width:
            self._row.beyond = self._row.beyond or f"{column_name(self._column)}{self._row.number}"
            return
        if self._column < len(cells):
            cells[self._column] = text
            return
        if missing := self._column - len(cells):
            cells.extend([""] * missing)
        cells.append(text)

    def _shown(self, kind: str, style: str, raw: str) -> str:
        """The text that a cell of a type and style shows for what is stored in it."""
        if kind == "s":
            return self._parts.texts[int(raw)]
        if kind in ("str", "inlineStr"):
            return unescaped(raw)
        if kind == "e":
            return raw
        if kind == "b":
            return "true" if raw.strip() == "1" else "false"
        formats = self._parts.formats
        number = int(style)
        code = formats[number] if 0 <= number < len(formats) else "General"
        if kind == "d":
            return iso_text(raw.strip(), code)
        return number_text(raw, code, from_1904=self._parts.from_1904)

    def _end_row(self) -> None:
        self._done.append(self._row)
        if self.width is None and self._table is not None and self._row.cells:
            self._first.append(self._row)
            if len(self._first) == LOOKED_AT:
                self._find_width()

    def _find_width(self) -> None:
        """Find how wide the header is, and cut the rows that were read before it was known."""
        if self._table is None:
            return
        header = find_header([(row.number, row.cells) for row in self._first], self._table)
        if header is None:
            return
        width = self.width = len(header.names)
        for row in self._first:
            right = row.cells[width:]
            beyond = next((at for at, text in enumerate(right, width) if text.strip()), None)
            if beyond is not None and row.number > header.number:
                row.beyond = f"{column_name(beyond)}{row.number}"
            del row.cells[width:]

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        start, end = _row_of(first), _row_of(last)
        if 0 < start < end <= LAST_ROW:
            self.merged.append((start, end, column_index(first)))


def _row_of(reference: str) -> int:
    digits = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits) if digits.isascii() and digits.isdigit() else 0


def fill_merged(rows: list[SheetRow], merged: list[tuple[int, int, int]]) -> None:
    """Give the text of a merged cell to every row that it spans and that is in the file."""
    if not merged:
        return
    place = {row.number: at for at, row in enumerate(rows)}
    steps = 0
    for start, end, column in sorted(merged):
        at = place.get(start)
        if at is None or column >= len(rows[at].cells) or not (text := rows[at].cells[column]):
            continue
        for index in range(at + 1, len(rows)):
            below = rows[index]
            if below.number > end:
                break
            steps += 1
            if steps > MOST_CELLS:
                raise Fault(
                    "has merged cells that overlap", "save it again in a spreadsheet program"
                )
            missing = column + 1 - len(below.cells)
            if missing > 0:
                below.cells.extend([""] * missing)
            below.cells[column] = below.cells[column] or text
