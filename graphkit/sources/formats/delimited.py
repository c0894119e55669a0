"""Read delimited text: the delimiter and lines above the table are found, not asked for.

The delimiter is the one that cuts most lines into the same number of cells. A first line `sep=;`,
which spreadsheet programs write and read, decides it.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from graphkit.sources.csv_text import SEPARATOR, lines_told
from graphkit.sources.formats.decoded import opened_text
from graphkit.sources.formats.sheet import Format, Sheet, Wanted
from graphkit.sources.formats.unquoted_commas import with_whole_cells
from graphkit.sources.formula_guards import texts_of_formulas, unguarded
from graphkit.sources.header_words import meaning
from graphkit.sources.kept_rows import KeptRows
from graphkit.sources.problem_texts import Fault
from graphkit.sources.raw import Row, printable

DELIMITERS = "\t;,|"
NOTHING = "\x1f"
"""A delimiter that no text contains: each line is one cell."""

_COMMENT = re.compile(r"#(?:\s|$)")
_LONG = 5
"""A cell of this many words or more is part of a sentence and does not name a column."""
_FEWEST = 2
_LOOKED_AT = 200
_HEAD = 2**18


def read_delimited(path: Path, options: Wanted) -> tuple[Sheet, ...]:
    """The one sheet of a delimited file."""
    with opened_text(path, options) as text:
        head = text.read(_HEAD)
        text.seek(0)
        lines = lines_told(text, path, options.progress)
        if passed := _comments_above(head):
            said = "1 line begins" if passed == 1 else f"{passed:,} lines begin"
            options.remarks.append(
                f"{printable(path.name)}: {said} with # above the table, and "
                f"{'is' if passed == 1 else 'are'} not read"
            )
        rows, said = with_whole_cells(_rows(lines, head, None, passed), found_delimiter(head))
        if said:
            options.remarks.append(f"in doubt: {printable(path.name)}: {said}")
        return (Sheet(printable(path.name), rows),)


def rows_of(text: str, delimiter: str | None = None) -> Sequence[Row]:
    """The records of a delimited text that hold something, each with its number.

    Parameters
    ----------
    text : str
        The text.
    delimiter : str, optional
        What separates the cells; by default it is found.

    Returns
    -------
    sequence of (int, list of str)
        The rows; a number counts records, as a spreadsheet does. Raises Fault when a quotation mark
        is not closed.
    """
    return _rows(io.StringIO(text, newline=""), text[:_HEAD], delimiter)


def _comments_above(head: str) -> int:
    """How many lines above a table are comments: `# …`. The last may name the columns."""
    lines = head.splitlines(keepends=True)
    count = next((at for at, line in enumerate(lines) if not _COMMENT.match(line)), 0)
    if count:
        cells = lines[count - 1].split(found_delimiter("".join(lines[count:])))
        count -= len(cells) > 1 and all(len(cell.split()) < _LONG for cell in cells)
    return count


def _rows(lines: Iterator[str], head: str, delimiter: str | None, passed: int = 0) -> Sequence[Row]:
    """The records of lines of text, of which `head` is the beginning, but the lines passed over."""
    if passed:
        head = "".join(head.splitlines(keepends=True)[passed:])
        lines = islice(lines, passed, None)
    if match := SEPARATOR.match(head):
        delimiter = delimiter or match[1]
        next(lines)
        head = head[match.end() :]
    if delimiter is None:
        delimiter = found_delimiter(head)
    lines = texts_of_formulas(lines, delimiter)
    spaced = f'{delimiter} "' in head and f'{delimiter}"' not in head
    reader = csv.reader(
        lines, delimiter=delimiter, strict=delimiter != NOTHING, skipinitialspace=spaced
    )
    rows = KeptRows()
    number = passed
    try:
        for number, cells in enumerate(reader, passed + 1):
            text = "".join(cells)
            if text and not text.isspace():
                rows.add(number, map(unguarded, cells) if "'" in text else cells)
    except csv.Error as error:
        raise _broken(number + 1, str(error)) from None
    if delimiter == NOTHING or all(len(cells) == 1 for _, cells in rows[:_LOOKED_AT]):
        return _without_comment(_unwrapped(rows))
    return _without_comment(rows)


def _unwrapped(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of a table of which each line was quoted as if it were one cell.

    A spreadsheet does so with lines of CSV that stand in its first column.
    """
    texts = [cells[0] if cells else "" for _, cells in rows]
    quoted = sum('"' in text for text in texts[:_LOOKED_AT])
    if len(rows) < _FEWEST or quoted * 10 < 9 * len(texts[:_LOOKED_AT]):
        return rows
    mark = found_delimiter("\n".join(texts))
    if mark == NOTHING:
        return rows
    try:
        cut = [*csv.reader(texts, delimiter=mark, skipinitialspace=True)]
    except csv.Error:
        return rows
    if len(cut) != len(rows) or any(len(cells) != len(cut[0]) for cells in cut):
        return rows
    return [(number, cells) for (number, _), cells in zip(rows, cut, strict=True)]


def _without_comment(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows, where the first is a comment that names the columns: `# index, name`."""
    if not rows or len(rows[0][1]) < 2 or not rows[0][1][0].startswith("# "):
        return rows
    number, cells = rows[0]
    return [(number, [cells[0].removeprefix("# "), *cells[1:]]), *rows[1:]]


def _broken(row: int, message: str) -> Fault:
    if "expected after" in message:
        what = "text follows a closing quotation mark"
        return Fault(f"row {row}: {what}", 'write a quotation mark inside a quoted cell twice: ""')
    if "field limit" in message:
        what = f"row {row}: a cell is longer than 131,072 characters, or a quotation mark is open"
        return Fault(what, "shorten the cell, or close the quotation mark in it or before it")
    return Fault(
        f"row {row}: a quotation mark is opened but not closed",
        "close it, or write it twice if it is part of the text",
    )


def found_delimiter(text: str) -> str:
    """The delimiter that cuts most of the first lines into the same number of cells.

    >>> found_delimiter("name;city\\nKlaster, sp. z o.o.;Kielce\\n")
    ';'
    >>> found_delimiter("name\\nKlaster, sp. z o.o.\\nUniwersytet\\n") == NOTHING
    True
    """
    best, fitness = NOTHING, (0.0, 1)
    for delimiter in DELIMITERS:
        widths = Counter(_widths(text, delimiter))
        if not widths:
            continue
        width, count = max(widths.items(), key=lambda found: (found[0] > 1, found[1], found[0]))
        share = round(count / widths.total(), 1)
        if (
            width > 1
            and (share > 0.5 or _names_columns(text, delimiter))
            and (share, width) > fitness
        ):
            best, fitness = delimiter, (share, width)
    return best


def _names_columns(text: str, delimiter: str) -> bool:
    """Whether the first line is a header of known words in this delimiter."""
    line = next(iter(text[: 2**14].splitlines()), "")
    return sum(bool(meaning(name)[1]) for name in line.split(delimiter)) > 1


def _widths(text: str, delimiter: str) -> Iterator[int]:
    """How many cells each of the first lines has."""
    lines = texts_of_formulas(io.StringIO(text[:_HEAD], newline=""), delimiter)
    reader = csv.reader(lines, delimiter=delimiter)
    try:
        for cells in islice(reader, _LOOKED_AT):
            if any(map(str.strip, cells)):
                yield len(cells)
    except csv.Error:
        return


def _never(head: bytes) -> bool:
    return False


DELIMITED = Format("a CSV or TSV file", (".csv", ".tsv", ".tab"), read_delimited, _never)
