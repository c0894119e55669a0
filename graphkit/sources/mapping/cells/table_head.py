"""Find the header of a sheet, and the titles above it.

People put a title above a table, leave a row blank, write the names of columns in two rows, or none
at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from weakref import WeakKeyDictionary

from graphkit.sources.header_tags import are_tags
from graphkit.sources.header_words import ends, meaning
from graphkit.sources.kept_rows import KeptRows, filled
from graphkit.sources.mapping.cells.codes_above_names import names_below_codes
from graphkit.sources.mapping.cells.numbered_columns import numbers_columns
from graphkit.sources.mapping.cells.roles_of_columns import role_of_column
from graphkit.sources.mapping.cells.survey_heads import (
    holds_options,
    holds_questions,
    with_options,
)
from graphkit.sources.mapping.form.lenient import is_date
from graphkit.sources.raw import Row

_LOOKED_AT = 25
_COMPARED = 300
_SHORT = 14
"""How long the cells of a matrix are at most."""
_SOME = 20
"""One row in this many fills a column that has a blank cell in the header."""
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Head:
    """Where the names of the columns stand.

    names: a name for each column, unique and never blank. row: the number of their row, or of the
    lower of two, and 0 when there is none. titles: the texts above them. body: the rows below.
    above: the numbers of the rows above that hold text. numbering: that of a row between them that
    numbers the columns, and 0 when there is none. upper: that of the upper of two rows of names,
    and 0 when there is one.
    """

    names: tuple[str, ...]
    row: int
    titles: tuple[str, ...]
    body: Sequence[Row]
    above: tuple[int, ...] = ()
    numbering: int = 0
    upper: int = 0

    def __post_init__(self) -> None:
        """Give every row of the body a cell for each column."""
        object.__setattr__(self, "body", filled(self.body, len(self.names)))


_HEADS: WeakKeyDictionary[KeptRows, Head] = WeakKeyDictionary()
"""What was found, since whatever looks at a sheet asks for its header."""


def find_head(rows: Sequence[Row]) -> Head:
    """The header of a sheet that holds something."""
    if not isinstance(rows, KeptRows):
        return _head_of(rows)
    if (known := _HEADS.get(rows)) is None:
        known = _HEADS[rows] = _head_of(rows)
    return known


def _head_of(rows: Sequence[Row]) -> Head:
    if (tagged := _tagged(rows)) is not None:
        return tagged
    widths = Counter(_filled(cells) for _, cells in rows[:_COMPARED])
    usual = max(widths, key=lambda width: (widths[width] * min(width, 3), width))
    at = next(
        (i for i, (_, cells) in enumerate(rows[:_LOOKED_AT]) if 2 * _filled(cells) >= usual), 0
    )
    titles = tuple(text for _, cells in rows[:at] for text in map(str.strip, cells) if text)
    width = max(_width(cells) for _, cells in rows[at : at + _COMPARED])
    number, cells = rows[at]
    if len(rows) > at + 2 and holds_questions(cells, rows[at + 1][1]):
        asked, names = rows[at + 1]
        above = tuple(number for number, _ in rows[: at + 1])
        return _head(unique_names(names, width), asked, titles, rows[at + 2 :], above)
    coded = _below_codes(rows[at : at + 2 + _COMPARED])
    if coded is None and not _is_header(cells, rows[at + 1 : at + 1 + _COMPARED]):
        return Head(unique_names((), width), 0, titles, rows[at:])
    above = tuple(number for number, _ in rows[:at])
    upper = 0
    if (joined := _in_several_rows(rows[at : at + 3 + _COMPARED])) is not None:
        more, cells = joined
        above += tuple(number for number, _ in rows[at : at + more]) if more > 1 else ()
        at += more
        upper, number = number if more == 1 else 0, rows[at][0]
    width = _named_width(cells, rows[at + 1 : at + 1 + _COMPARED], width)
    head = _head(unique_names(cells, width), number, titles, rows[at + 1 :], above)
    return replace(head, upper=upper)


def _tagged(rows: Sequence[Row]) -> Head | None:
    """The header of a sheet in which a row of tags stands below the names of columns."""
    for at, (number, cells) in enumerate(rows[:_LOOKED_AT]):
        if are_tags(cells):
            width = max(_width(row) for _, row in rows[at : at + _COMPARED])
            above = tuple(number for number, _ in rows[:at])
            return Head(unique_names(cells, width), number, (), rows[at + 1 :], above)
    return None


def _head(
    names: tuple[str, ...],
    row: int,
    titles: tuple[str, ...],
    below: Sequence[Row],
    above: tuple[int, ...],
) -> Head:
    """The header, with a row below it that numbers the columns apart from the body."""
    if below and numbers_columns(below[0][1], below[1 : 1 + _COMPARED]):
        return Head(names, row, titles, below[1:], above, below[0][0])
    return Head(names, row, titles, below, above)


def _in_several_rows(rows: Sequence[Row]) -> tuple[int, list[str]] | None:
    """How many rows below the first hold names of columns too, and the names that all give
    together; None when the second row is one of data.
    """
    if len(rows) > 2 and holds_options(rows[0][1], rows[1][1]):
        return 1, with_options(rows[0][1], rows[1][1])
    if (three := _in_three_rows(rows)) is not None:
        return 2, three
    both = _below_codes(rows) or _in_two_rows(rows)
    return (1, both) if both else None


def _below_codes(rows: Sequence[Row]) -> list[str] | None:
    """The names of columns of which the second row holds some, below codes in the first."""
    if len(rows) < 3:
        return None
    width = max(_width(cells) for _, cells in rows[:2])
    upper, lower = ([*cells[:width], *[""] * (width - len(cells))] for _, cells in rows[:2])
    return names_below_codes(upper, lower, _columns(rows[2:], width))


def _in_three_rows(rows: Sequence[Row]) -> list[str] | None:
    """The names of columns that stand in the third row, below two rows that head several each.

    A name that is in the third row twice has what stands above it before it.
    """
    if len(rows) < 4:
        return None
    width = max(_width(cells) for _, cells in rows[:3])
    first, second, third = (
        [cells[at].strip() if at < len(cells) else "" for at in range(width)]
        for _, cells in rows[:3]
    )
    full = sum(map(bool, third))
    if full < max(3, width) or any(map(_like_data, third)):
        return None
    heading = [{text for text in row if text} for row in (first, second)]
    if not all(heading) or any(2 * len(texts) > full for texts in heading):
        return None
    below = _columns(rows[3:], width)
    known = any(meaning(text)[1] for text in third)
    if not known or any(text in column for text, column in zip(third, below, strict=True)):
        return None
    spans: list[str] = []
    for over, under in zip(first, second, strict=True):
        spans.append(under or over or (spans[-1] if spans else ""))
    several = Counter(third)
    return [
        f"{span} {text}" if several[text] > 1 and span and span != text else text
        for span, text in zip(spans, third, strict=True)
    ]


def _in_two_rows(rows: Sequence[Row]) -> list[str] | None:
    """The names that the first two rows give together; None when the second is one of data.

    The lower row names columns that have no name above it, such as the second below a period of
    two, or repeats names as a cell does that spans both rows. What it says is known as the name of
    a column, or stands above numbers and dates.
    """
    if len(rows) < 2:
        return None
    (_, upper), (_, lower) = rows[:2]
    width = max(_width(upper), _width(lower))
    above = [upper[at].strip() if at < len(upper) else "" for at in range(width)]
    below = [lower[at].strip() if at < len(lower) else "" for at in range(width)]
    pairs = [(up, low) for up, low in zip(above, below, strict=True) if low]
    repeated = any(up.casefold() == low.casefold() for up, low in pairs)
    columns = _columns(rows[2:], width)
    named = all(
        meaning(low)[1] or above[at].casefold() == low.casefold() or _heads(low, columns[at])
        for at, low in enumerate(below)
        if low
    )
    spans = any(up and up == after for up, after in pairwise(above))
    if not (spans or any(not up for up, _ in pairs)):
        return None
    if not (repeated or named or _are_names(below, columns) or _are_above_marks(below, columns)):
        return None
    names = []
    span = ""
    for up, low in zip(above, below, strict=True):
        span = up or span
        several = sum(low == other for other in below) > 1
        names.append(f"{span} {low}" if low and several and span != low else low or up)
    return names


def _are_names(row: Sequence[str], columns: Sequence[Sequence[str]]) -> bool:
    """Whether half of the texts of a row are known as names of columns, and none stands below."""
    held = [(text, columns[at]) for at, text in enumerate(row) if text]
    known = sum(bool(meaning(text)[1]) or _heads(text, below) for text, below in held)
    texts = {text for text, _ in held}
    apart = all(text not in below for text, below in held) and not any(map(_like_data, texts))
    return apart and len(texts) == len(held) > 2 and known * 2 >= len(held)


def _are_above_marks(row: Sequence[str], columns: Sequence[Sequence[str]]) -> bool:
    """Whether texts name the columns of a matrix: each another, and below them stand a few short
    texts again and again, such as marks and roles.
    """
    named = [
        (text, columns[at]) for at, text in enumerate(row) if at and text and not meaning(text)[1]
    ]
    held = [text for _, below in named for text in below]
    texts = {text for text, _ in named}
    if len(named) < 2 or len(texts) < len(named) or any(map(_like_data, texts)):
        return False
    again = len(held) > 2 * len({*held}) or all(map(is_date, held))
    return bool(held) and again and texts.isdisjoint(held) and max(map(len, held)) <= _SHORT


def _named_width(cells: Sequence[str], below: Sequence[Row], width: int) -> int:
    """How many columns there are: those with names, and those without that most rows fill.

    What stands further right in a few rows has slipped there, which is reported with the row. Some
    rows suffice where the header has a blank cell for the column.
    """
    while width > _width(cells):
        filled = sum(width - 1 < len(row) and bool(row[width - 1].strip()) for _, row in below)
        if filled * (_SOME if width <= len(cells) else 2) > len(below):
            break
        width -= 1
    return width


def head_matching(rows: Sequence[Row], header: Sequence[str]) -> Head | None:
    """The header of a sheet where it is this one; a last column with reasons is passed over."""
    above: list[int] = []
    for at, (number, cells) in enumerate(rows[:_LOOKED_AT]):
        names = unique_names(cells, max(_width(cells), len(header)))
        if names[-1:] == (REASON,) and names[:-1] == tuple(header):
            body = [(below, row[: len(header)]) for below, row in rows[at + 1 :]]
            return _head(names[:-1], number, (), body, tuple(above))
        if names == tuple(header):
            return _head(names, number, (), rows[at + 1 :], tuple(above))
        joined = _in_several_rows(rows[at : at + 3 + _COMPARED])
        if joined and unique_names(joined[1], max(len(joined[1]), len(header))) == tuple(header):
            last = at + joined[0]
            passed = (number for number, _ in rows[at:last]) if joined[0] > 1 else ()
            head = _head(tuple(header), rows[last][0], (), rows[last + 1 :], (*above, *passed))
            return replace(head, upper=number if joined[0] == 1 else 0)
        above.append(number)
    return None


def head_at(rows: Sequence[Row], number: int) -> Head | None:
    """The header in the row of that number, or none of a sheet without one for 0."""
    width = max((_width(cells) for _, cells in rows[: number + _COMPARED]), default=0)
    if number == 0:
        return Head(unique_names((), width), 0, (), rows)
    at = next((at for at, (row, _) in enumerate(rows[:number]) if row == number), None)
    if at is None or at + 1 >= len(rows):
        return None
    above = tuple(row for row, _ in rows[:at])
    titles = tuple(text for _, cells in rows[:at] for text in map(str.strip, cells) if text)
    return _head(unique_names(rows[at][1], width), number, titles, rows[at + 1 :], above)


REASON = "rejected because"
"""The last column of a file of rejected rows."""


def unique_names(cells: Sequence[str], width: int) -> tuple[str, ...]:
    """A name for each column: its own, or `column 3`; a name that is repeated gets a number.

    >>> unique_names(["Name", "", "Name"], 4)
    ('Name', 'column 2', 'Name (2)', 'column 4')
    """
    names: dict[str, None] = {}
    counts: Counter[str] = Counter()
    for at in range(width):
        bare = " ".join(cells[at].split()) if at < len(cells) else ""
        name = wanted = bare or f"column {at + 1}"
        while name in names:
            counts[wanted] += 1
            name = f"{wanted} ({counts[wanted] + 1})"
        names[name] = None
    return tuple(names)


def _filled(cells: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)


def _width(cells: Sequence[str]) -> int:
    width = len(cells)
    while width and not cells[width - 1].strip():
        width -= 1
    return width


def _is_header(cells: Sequence[str], below: Sequence[Row]) -> bool:
    texts = [cell.strip() for cell in cells]
    filled = [text for text in texts if text]
    if any(meaning(text)[1] for text in filled) or _counts_years(filled) or ends(filled):
        return True
    if not below or len(set(filled)) < len(filled):
        return False
    if any(_NUMBER.fullmatch(text) and not is_date(text) for text in filled):
        return bool(not texts[0] and len(texts) > 2)
    columns = _columns(below, len(texts))
    if any(map(_is_data_in, texts, columns)) or _is_year_of_years(texts, columns):
        return False
    first, *others = texts
    if len(texts) > 2 and not _NUMBER.fullmatch(first):
        # A matrix: marks, numbers or dates below names of groups.
        data = [text for _, row in below for text in map(str.strip, row[1:]) if text]
        if data and all(len(text) <= 12 for text in data) and len({*data}) <= 12:
            return True
    if len(texts) == 1:
        held = {row[0] for _, row in below if row}
        return bool(role_of_column(texts[0])) and texts[0] not in held
    seen = {text.strip() for _, row in below for text in row}
    if seen & set(filled):
        square = [row[0].strip() for _, row in below if row]
        return len({*others} & {*square}) * 2 > len(others) > 2
    for column, text in enumerate(texts):
        values = [row[column].strip() for _, row in below if column < len(row)]
        values = [value for value in values if value]
        if _heads(text, values):
            return True
    return True


def _counts_years(filled: Sequence[str]) -> bool:
    """Whether a row names columns by years that follow each other, behind texts."""
    years = [int(text) for text in filled if re.fullmatch(r"(?:19|20)\d\d", text)]
    texts = filled[: len(filled) - len(years)]
    follow = all(later == year + 1 for year, later in pairwise(years))
    return len(years) > 2 and follow and bool(texts) and not any(map(_like_data, texts))


def _columns(below: Sequence[Row], width: int) -> list[list[str]]:
    cut = [[row[at].strip() for _, row in below if at < len(row)] for at in range(width)]
    return [[text for text in column if text] for column in cut]


def _is_data_in(text: str, below: list[str]) -> bool:
    """Whether a cell is a full date, as all below it are: then it heads no column."""
    return len(text) > 4 and is_date(text) and bool(below) and all(map(is_date, below))


def _is_year_of_years(texts: Sequence[str], columns: Sequence[Sequence[str]]) -> bool:
    """Whether the only year in a row stands above years: columns of years hold other things."""
    years = [at for at, text in enumerate(texts) if _YEAR.fullmatch(text)]
    below = columns[years[0]] if len(years) == 1 else []
    return len({*below}) > 1 and all(map(_YEAR.fullmatch, below))


def _heads(text: str, below: Sequence[str]) -> bool:
    """Whether most cells below a text are numbers or dates, and it is neither."""
    return not _like_data(text) and sum(map(_like_data, below)) * 2 > len(below)


def _like_data(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text)) or is_date(text)
