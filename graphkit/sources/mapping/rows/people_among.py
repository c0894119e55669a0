"""People among the organisations that a column names, told by their forms of address."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from graphkit.sources.mapping.cells.forms_of_address import is_addressed, seem_people
from graphkit.sources.mapping.cells.tally import Said, Tally
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.mapping.rows.drafts import Drafts, Mapped

PERSON = Said("names a person", "name people", "was left out")
_LOOKED_AT = 1000


class PeopleAmong:
    """Tells and leaves out people among the names of one subject.

    Where all of a column may be people, that was asked before, and they stay as they were accepted.

    word: the subject. names: the places of the columns that name it.
    """

    def __init__(
        self, sheet: Mapped, word: str, names: Sequence[int], drafts: Drafts, tally: Tally
    ) -> None:
        self._sheet = sheet
        self._word = word
        self._names = names
        self._drafts = drafts
        self._tally = tally

    @cached_property
    def _are_few(self) -> bool:
        if self._word == "group" or not self._names:
            return False
        rows = [row for _, row in self._sheet.body[:_LOOKED_AT]]
        return not any(
            seem_people(
                self._sheet.header[at],
                [row[at].strip() for row in rows if at < len(row) and not is_blank(row[at])],
            )
            for at in self._names
        )

    def has(self, name: str) -> bool:
        """Whether a name is that of a person among organisations."""
        return is_addressed(name) and name not in self._sheet.mapping.names and self._are_few

    def leave_out(self, name: str, key: str, scope: str, row: int) -> None:
        """Leave a person out, and what refers to them. key: their id, or ""."""
        named = name if self._sheet.locator != "row" else ""
        self._drafts.skipped |= {(scope, text) for text in (named, key) if text}
        self._tally.remark(self._sheet.place, row, name, PERSON)
