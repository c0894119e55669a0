"""From a raw table to checked columns: first the header, then each cell.

Columns are read as a whole, and each distinct text of a column once, because tables of facts repeat
few texts in many rows. Whatever depends on other rows or tables is checked later.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from graphkit.model import TABLES, Cell, Column, Problem, Table
from graphkit.model.own_columns import PREFIX, name_made_of, own_name
from graphkit.sources.cell_names import column_name
from graphkit.sources.cells import Parse, parser_for
from graphkit.sources.choices import Choices
from graphkit.sources.column_hints import cure_of, ends_of_ties
from graphkit.sources.own_values import typed
from graphkit.sources.problem_texts import Fault, bare
from graphkit.sources.raw import RawTable, Row, table_of

_IDS = (Cell.ID, Cell.KIND)

MOST_COLUMNS = 1_000
"""More names than this are not a header but a table turned on its side, or a mistake."""

MOST_SOURCES = 2**14
"""How many texts of a column of sources are remembered: each row may have a locator of its own."""

_CHUNK = 10_000

T = TypeVar("T")

Cited = tuple[tuple[str, str], ...] | None
"""The ids of the sources of a row, each with its locator; None where there is none."""


class Once(dict[Any, Any]):
    """Reads each distinct text once; `faults` keeps what was wrong with it.

    most: how many texts it remembers at a time, or None for all.
    """

    def __init__(self, parse: Callable[[Any, list[Fault]], Any], most: int | None = None) -> None:
        super().__init__()
        self._parse = parse
        self._most = most
        self.faults: dict[Any, list[Fault]] = {}

    def __missing__(self, text: Any) -> Any:
        faults: list[Fault] = []
        if self._most is not None and len(self) >= self._most:
            self.clear()
        value = self[text] = self._parse(text, faults)
        if faults:
            self.faults[text] = faults
        return value


class Checked:
    """A table's rows as columns of values; None is a cell that is blank or wrong.

    `own` names the columns of one's own, and `remarks` says why some of them are kept as text.
    `unusable` holds the texts of invalid ids: a reference to one finds nothing, but is not reported
    as a second problem. `find_sources` says what the texts of a cell of sources mean. `choices` are
    the words that cells of lists may hold.
    """

    def __init__(
        self,
        raw: RawTable,
        numbers: Sequence[int],
        problems: list[Problem],
        choices: Choices | None = None,
    ) -> None:
        self.table: Table = table_of(raw.table)
        self.place = raw.place
        self.complete = raw.complete
        self.numbers = numbers
        self.problems = problems
        self.choices = choices or Choices()
        self.columns: dict[str, list[Any]] = {}
        self.own: list[str] = []
        self.remarks: list[str] = []
        self.unusable: set[str] = set()
        self.find_sources: Callable[[Any], Cited] = lambda texts: None

    def __len__(self) -> int:
        return len(self.numbers)

    def values(self, name: str) -> list[Any]:
        """The values of a column, all None when the file does not have it."""
        return self.columns.get(name) or [None] * len(self)

    def report(self, index: int, column: str | None, what: str, cure: str) -> None:
        """Report a problem of the row at this index."""
        self.problems.append(Problem(self.place, self.numbers[index], column, what, cure))

    def fill(
        self,
        name: str,
        texts: list[Any],
        parse: Callable[[Any, list[Fault]], Any],
        most: int | None = None,
    ) -> Once:
        """Make a column of these texts' values, in their place, and report what is wrong with them.

        most: how many texts to remember, or None for all.
        """
        once = Once(parse, most)
        self.columns[name] = texts
        for first in range(0, len(texts), _CHUNK):  # the texts can go as they are read
            part = texts[first : first + _CHUNK]
            texts[first : first + _CHUNK] = [once[text] for text in part]
            if once.faults:
                for index, text in enumerate(part, first):
                    for fault in once.faults.get(text, ()):
                        self.report(index, name, fault.what, fault.cure)
        return once

    def cited(self, *, last: bool = False) -> Iterator[Cited]:
        """The sources of each row.

        last: whether nobody asks for them again, so that their texts can go: there may be a
        million, and what they mean takes twice their memory.
        """
        held = self.values("source")
        for at, texts in enumerate(held):
            if last:
                held[at] = None
            yield self.find_sources(texts) if texts else None

    def fill_own(self, name: str, texts: list[Any], parse: Parse) -> None:
        """Make a column of one's own of these texts, whose values all cells decide together."""
        self.fill(name, texts, parse)
        cells = self.columns[name]
        found = typed(Counter(text for text in cells if text is not None))
        self.columns[name] = [None if text is None else found.values.get(text) for text in cells]
        self.own.append(name)
        if found.remark:
            self.remarks.append(f"{name} is kept as {found.type}: {found.remark}")


def check(raw: RawTable, problems: list[Problem], choices: Choices | None = None) -> Checked:
    """Check a raw table's header and every cell; problems are appended.

    choices: the words that cells of lists may hold, by default those of the vocabulary.
    """
    if not raw.header:
        return Checked(raw, [], problems)
    if len(raw.header) > MOST_COLUMNS and len(_trimmed(raw.header)) > MOST_COLUMNS:
        what = f"the header has {len(_trimmed(raw.header)):,} columns"
        cure = f"a table has at most {MOST_COLUMNS:,}: delete what does not belong to it"
        problems.append(Problem(raw.place, raw.header_row, None, what, cure))
        unread = Checked(raw, [], problems)
        unread.complete = False
        return unread
    positions = _positions(raw, problems)
    numbers, texts = _columns(raw, list(positions.values()), problems)
    checked = Checked(raw, numbers, problems, choices)
    for name, position in positions.items():
        if name.startswith(PREFIX):
            parse = parser_for(
                Column(name, Cell.TEXT, name), quoted=raw.sheet is None, lost=raw.lost
            )
            checked.fill_own(name, texts.pop(position), parse)
            continue
        column = checked.table.column(name)
        parse = parser_for(column, checked.choices, quoted=raw.sheet is None, lost=raw.lost)
        most = MOST_SOURCES if column.cell is Cell.SOURCES else None
        once = checked.fill(name, texts.pop(position), parse, most)
        if column.cell in _IDS:
            checked.unusable.update(text.strip() for text in once.faults)
    if any(c.cell in _IDS and c.name not in positions for c in checked.table.columns):
        checked.complete = False  # its rows cannot be referred to, but that is the column's fault
    return checked


def _positions(raw: RawTable, problems: list[Problem]) -> dict[str, int]:
    """Where each known column stands, in the table's order; the header's problems are appended."""
    table = table_of(raw.table)
    known = {column.name for column in table.columns}
    found: dict[str, int] = {}

    def report(column: str | None, what: str, cure: str) -> None:
        problems.append(Problem(raw.place, raw.header_row, column, what, cure))

    header = _trimmed(raw.header)
    other_ends = ends_of_ties(header, table.name)
    suggested = set()
    for position, cell in enumerate(header):
        name = cell.strip().casefold()
        if position in other_ends:
            suggested.add(meant := other_ends[position])
            cure = f"rename it to {meant}: {table.column(meant).meaning}"
            report(bare(cell.strip()), f"the table {table.name} calls this column {meant}", cure)
        elif name in found:
            report(name, "the column appears twice", "keep one of the two")
        elif name in known:
            found[name] = position
        elif name.startswith(PREFIX) and table.name in TABLES:
            _take_own(cell, position, found, report)
        elif name:
            free = [each.name for each in table.columns if each.name not in found]
            near, cure = cure_of(cell, table.name, free)
            if near is not None:
                suggested.add(near)
            report(bare(cell.strip()), f"the table {table.name} does not have this column", cure)
        elif any(len(cells) > position and cells[position].strip() for _, cells in raw.rows):
            at = position + 1 if raw.sheet is None else column_name(position)
            report(None, f"column {at} has cells but no name", "name it, or delete it")
    for column in table.columns:
        if column.required and column.name not in found and column.name not in suggested:
            report(column.name, "the column is missing", f"add it: {column.meaning}")
    ordered = [column.name for column in table.columns if column.name in found]
    return {
        name: found[name] for name in (*ordered, *(each for each in found if each not in known))
    }


def _take_own(
    cell: str, position: int, found: dict[str, int], report: Callable[[str, str, str], None]
) -> None:
    """Note where a column of one's own stands, if its name can be kept."""
    try:
        name = own_name(cell)
    except ValueError as error:
        report(bare(cell.strip()), str(error), f"name it such as {name_made_of(cell)}")
        return
    if name in found:
        report(name, "the column appears twice", "keep one of the two")
    found[name] = position


def _trimmed(cells: Sequence[str]) -> Sequence[str]:
    """The cells without the blank ones at the end, which spreadsheets like to save."""
    width = len(cells)
    while width and not cells[width - 1].strip():
        width -= 1
    return cells[:width]


def _columns(
    raw: RawTable, positions: Sequence[int], problems: list[Problem]
) -> tuple[Sequence[int], dict[int, list[str]]]:
    """The numbers of the rows that are not blank, and their cells in each of these columns.

    Rows that repeat another in all of these columns are left out and reported.
    """
    numbers = array("q")
    columns: dict[int, list[str]] = {position: [] for position in positions}
    rows = _full_rows(raw, problems)
    while chunk := list(islice(rows, _CHUNK)):
        numbers.extend(number for number, _ in chunk)
        across = list(zip(*(cells for _, cells in chunk), strict=True))
        for position, column in columns.items():
            column.extend(across[position])
    if again := _repeated(raw, numbers, list(columns.values()), problems):
        numbers = array("q", _without(numbers, again))
        columns = {position: [*_without(column, again)] for position, column in columns.items()}
    return numbers, columns


def _full_rows(raw: RawTable, problems: list[Problem]) -> Iterator[Row]:
    """The rows that are not blank, each as wide as the header."""
    width = len(_trimmed(raw.header))
    for row in raw.rows:
        number, cells = row
        if not "".join(cells).strip():
            continue
        if len(cells) == width:
            yield row
            continue
        if len(cells) < width:
            cells = [*cells, *[""] * (width - len(cells))]
        elif "".join(cells[width:]).strip():
            problems.append(Problem(raw.place, number, None, *_beyond(raw, number, cells, width)))
        yield number, cells[:width]


def _beyond(raw: RawTable, number: int, cells: Sequence[str], width: int) -> tuple[str, str]:
    """What is wrong with a row of more cells than the header has, and the cure."""
    if raw.sheet is None:
        what = f"the row has {len(_trimmed(cells))} cells, the header {width}"
        return what, "put cells that contain the delimiter in quotation marks"
    at = next(at for at in range(width, len(cells)) if cells[at].strip())
    what = f"cell {column_name(at)}{number} stands beyond the columns of the header"
    return what, "delete it, or name its column"


def _repeated(
    raw: RawTable,
    numbers: Sequence[int],
    columns: Sequence[Sequence[str]],
    problems: list[Problem],
) -> set[int]:
    """Where rows stand that repeat an earlier one, which are reported."""
    if len(columns) < 2 or any(len(set(column)) == len(numbers) for column in columns):
        return set()
    if len(set(zip(*columns, strict=True))) == len(numbers):
        return set()
    first: dict[tuple[str, ...], int] = {}
    again = set()
    for at, key in enumerate(zip(*columns, strict=True)):
        earlier = first.setdefault(key, at)
        if earlier != at:
            again.add(at)
            what = f"the row repeats row {numbers[earlier]}"
            problems.append(Problem(raw.place, numbers[at], None, what, "remove one of the two"))
    return again


def _without(items: Iterable[T], places: Container[int]) -> Iterator[T]:
    return (item for at, item in enumerate(items) if at not in places)
