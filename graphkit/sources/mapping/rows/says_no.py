"""Rows that say no to what they seem to state, by the columns that a mapping names."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.sources.mapping.cells.tally import Tally
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.mapping.rows.drafts import Mapped
from graphkit.sources.mapping.rows.said_of_rows import SAYS_NO


class SaysNo:
    """Tells which rows of one sheet state no fact since a cell of theirs says so."""

    def __init__(self, sheet: Mapped, tally: Tally) -> None:
        self._place = sheet.place
        self._tally = tally
        self._columns = [
            (sheet.header.index(name), {_plain(word) for word in words}, "" in words)
            for name, words in sheet.mapping.no_fact.items()
        ]

    def of(self, cells: Sequence[str], row: int) -> bool:
        """Whether the row states no fact, which then is counted."""
        for at, words, blank in self._columns:
            text = cells[at]
            if _plain(text) in words or (blank and is_blank(text)):
                self._tally.remark(self._place, row, "", SAYS_NO)
                return True
        return False


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
