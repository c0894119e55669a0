"""Find the column names of one of our tables where they are not in the first row.

People put a title above a table, or two rows of names: general ones, and below them precise ones
("period" over "start" and "end"). Only names that the table has, and those of columns of one's own,
count, so that no row of data is taken for a header.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from graphkit.model import Problem
from graphkit.model.own_columns import is_own_name
from graphkit.sources.raw import RawTable, Row, table_of

LOOKED_AT = 20
"""How many rows that hold something are looked at for column names."""


@dataclass(frozen=True, slots=True)
class Header:
    """Where the column names are.

    names: one for each column. number: the row's number; of two rows, that of the second.
    above: the numbers of the rows above that hold text. body: the index of the first row below.
    """

    names: tuple[str, ...]
    number: int
    above: tuple[int, ...]
    body: int


def find_header(rows: Sequence[Row], table: str) -> Header | None:
    """The header of a table's rows; the first row that holds something where none is better.

    None when no row holds anything.
    """
    known = {column.name for column in table_of(table).columns}
    holding = (at for at, (_, cells) in enumerate(rows) if any(map(str.strip, cells)))
    filled = list(islice(holding, LOOKED_AT))
    if not filled:
        return None
    best, most = (filled[0], filled[0]), _count(rows[filled[0]][1], known)
    for at in filled:
        cells = rows[at][1]
        found = _count(cells, known)
        # One known name above a table may be a word of its title; of a narrow table it is enough.
        if found > most and (found > 1 or len(_texts(cells)) == 1):
            best, most = (at, at), found
        below = at + 1
        if below < len(rows) and _all_known(rows[below][1], known):
            together = _count(combined(cells, rows[below][1]), known)
            if together > max(most, found, _count(rows[below][1], known), 1):
                best, most = (at, below), together
    first, last = best
    names = combined(rows[first][1], rows[last][1])
    above = tuple(rows[at][0] for at in filled if at < first)
    return Header(tuple(names), rows[last][0], above, last + 1)


def combined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """The names of two rows: the lower where there is one, else the upper.

    >>> combined(["member", "period", ""], ["", "start", "end"])
    ['member', 'start', 'end']
    """
    width = max(len(upper), len(lower))
    padded = [[*row, *[""] * (width - len(row))] for row in (upper, lower)]
    return [low if low.strip() else up for up, low in zip(*padded, strict=True)]


def known_names(cells: Sequence[str], table: str) -> int:
    """How many columns of the table the cells name."""
    return _count(cells, {column.name for column in table_of(table).columns})


def _texts(cells: Sequence[str]) -> list[str]:
    return [text for cell in cells if (text := cell.strip().casefold())]


def _count(cells: Sequence[str], known: set[str]) -> int:
    return sum(text in known or is_own_name(text) for text in {*_texts(cells)})


def _all_known(cells: Sequence[str], known: set[str]) -> bool:
    texts = _texts(cells)
    return bool(texts) and all(text in known or is_own_name(text) for text in texts)


def raw_table(
    table: str,
    file: str,
    rows: Sequence[Row],
    problems: list[Problem],
    remarks: list[str],
    *,
    sheet: str | None = None,
    complete: bool = True,
) -> RawTable:
    """Part the rows of a table from its column names.

    Missing names are reported unless something else was wrong. A remark says which rows above the
    names are not read.
    """
    header = find_header(rows, table)
    if header is not None:
        found = RawTable(
            table, file, header.names, rows[header.body :], sheet, complete, header.number
        )
        if header.above:
            remarks.append(f"{found.place}: {passed_over(header.number, header.above)}")
        return found
    unread = RawTable(table, file, (), (), sheet, complete=False)
    if complete:
        problems.append(
            Problem(
                unread.place,
                1,
                None,
                "there are no column names",
                f"put them in the first row; {table} starts with "
                + ", ".join(column.name for column in table_of(table).columns[:3]),
            )
        )
    return unread


def passed_over(number: int, above: Sequence[int], upper: int = 0) -> str:
    """The remark on rows that stand above the column names.

    number: the row of these. upper: that of others which belong to them, or 0.
    """
    where = f"rows {upper} and {number}" if upper else f"row {number}"
    if len(above) == 1:
        return f"the column names are in {where}; row {above[0]} above them is not read"
    return f"the column names are in {where}; {len(above)} rows above them are not read"
