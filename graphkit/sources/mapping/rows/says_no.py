"""Rows that say no to what they seem to state, or name their own member as its group."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.sources.known_organisations import comparable
from graphkit.sources.mapping.cells.tally import Tally
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.mapping.form.sheet_mapping import names_as_role
from graphkit.sources.mapping.rows.drafts import Mapped
from graphkit.sources.mapping.rows.namesakes import only_of_themselves
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

        self._groups = [at for at, role in enumerate(sheet.mapping.roles) if role == "group"]
        self._stated = {
            comparable(row[at])
            for _, row in (sheet.body if self._columns else ())
            if not self._no(row)
            for at in self._groups
            if at < len(row)
        }

    def alone(self, cells: Sequence[str]) -> bool:
        """Whether the row says no, and no row that states a fact names a group of it."""
        if not self._columns or not self._groups or not self._no(cells):
            return False
        named = [comparable(cells[at]) for at in self._groups if not is_blank(cells[at])]
        return bool(named) and self._stated.isdisjoint(named)

    def of(self, cells: Sequence[str], row: int) -> bool:
        """Whether the row states no fact, which then is counted."""
        if said := self._no(cells):
            self._tally.remark(self._place, row, "", SAYS_NO)
        return said

    def _no(self, cells: Sequence[str]) -> bool:
        for at, words, blank in self._columns:
            text = cells[at] if at < len(cells) else ""
            if _plain(text) in words or (blank and is_blank(text)):
                return True
        return False


class Groupless:
    """Tells which rows of one sheet name no group but their member, where that counts as none.

    Attributes
    ----------
    alone : set of str
        The names of such groups, in the form in which names are compared.
    """

    def __init__(self, sheet: Mapped) -> None:
        mapping = sheet.mapping
        roles = enumerate(mapping.roles)
        members = [at for at, role in roles if role == "member" or names_as_role(role)]
        self._groups = mapping.columns("group")
        self.alone: set[str] = set()
        if mapping.same_name and members and self._groups:
            self.alone = only_of_themselves(mapping, sheet.body, members, self._groups)

    def of(self, cells: Sequence[str]) -> tuple[Sequence[str], bool]:
        """The cells of a row without groups that are none, and whether there was one."""
        if not self.alone:
            return cells, False
        none = {at for at in self._groups if comparable(cells[at]) in self.alone}
        return ["" if at in none else text for at, text in enumerate(cells)], bool(none)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
