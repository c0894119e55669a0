"""What the cells of a column look like: numbers, dates, marks, names that repeat."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphkit.sources.formats.sheet import Holds, Sheet
from graphkit.sources.mapping.cells.table_head import Head, find_head
from graphkit.sources.mapping.cells.words_of_marks import is_mark
from graphkit.sources.mapping.form.lenient import has_date, is_blank, is_number
from graphkit.sources.problem_texts import bare
from graphkit.sources.raw import Row

_LOOKED_AT = 3000


@dataclass(frozen=True, slots=True)
class Look:
    """What the cells of a column look like, in its first rows.

    texts: the cells that are not blank. cells: all of them, "" for blanks, so that those of two
    columns can be compared row by row. empty: the share of all cells that are blank or 0. numbers,
    dates, marks: the share of the texts that is one; dates may have a letter or a note behind them.
    """

    name: str
    texts: tuple[str, ...]
    empty: float
    distinct: int
    numbers: float
    dates: float
    marks: float
    cells: tuple[str, ...] = ()

    @property
    def unlike(self) -> float:
        """The share of cells that differ from all others."""
        return self.distinct / len(self.texts) if self.texts else 0.0


def looks(names: Sequence[str], body: Sequence[Row]) -> list[Look]:
    """The look of each column."""
    rows = body[:_LOOKED_AT]
    found = []
    for at, name in enumerate(names):
        cells = tuple(row[at].strip() if at < len(row) else "" for _, row in rows)
        cells = tuple("" if is_blank(cell) else cell for cell in cells)
        texts = tuple(cell for cell in cells if cell)
        kinds = Counter(texts)
        total = max(len(texts), 1)

        def share(holds: Iterable[tuple[bool, int]], total: int = total) -> float:
            return sum(count for is_one, count in holds if is_one) / total

        found.append(
            Look(
                name,
                texts,
                1 - sum(text not in ("0", "0.0") for text in texts) / max(len(rows), 1),
                len(kinds),
                share((is_number(text), count) for text, count in kinds.items()),
                share((has_date(text), count) for text, count in kinds.items()),
                share((is_mark(text), count) for text, count in kinds.items()),
                cells,
            )
        )
    return found


def headed_columns(sheet: Sheet) -> tuple[Head, list[Look]] | None:
    """The head and the columns; None for a graph, or where no row names the columns."""
    if sheet.holds is not Holds.CELLS:
        return None
    head = find_head(sheet.rows)
    return (head, looks(head.names, head.body)) if head.row else None


def says_undirected(look: Look) -> bool:
    """Whether a column says of every tie only that it has no direction, as Gephi's Type does."""
    return bool(look.texts) and {text.casefold() for text in look.texts} == {"undirected"}


def sample(look: Look, most: int = 3, widest: int = 60) -> str:
    """A few different values, for people to recognise the column by."""
    values = list(dict.fromkeys(" ".join(text.split()) for text in look.texts[:200]))[:most]
    if not values:
        return "(blank)"
    text = bare(", ".join(value[:40] for value in values)).replace("\\'", "'")
    return text[: widest - 1] + "…" if len(text) > widest else text


def mostly_blank(body: Sequence[Row], at: int) -> bool:
    """Whether most rows say nothing in a column, so that a blank is not a mistake there."""
    filled = sum(bool(row[at].strip()) for _, row in body if at < len(row))
    return filled * 2 < len(body)


def is_signed(look: Look) -> bool:
    """Whether many numbers of a column are below 0, as those of conflicts are: no strengths."""
    below = sum(re.fullmatch(r"-\d[\d.,]*", text.strip()) is not None for text in look.texts)
    return below > 1 and below * 10 >= len(look.texts)
