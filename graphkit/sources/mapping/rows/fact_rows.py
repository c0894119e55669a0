"""The rows of our tables of facts, made from what rows of other files state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graphkit.model.own_columns import is_own_name
from graphkit.sources.mapping.rows.drafts import Drafts, Mapped
from graphkit.sources.mapping.rows.stated_facts import Content
from graphkit.sources.raw import Row

FIRST_ROW = 2
_ENDS = {
    "memberships": ("member", "group"),
    "signatories": ("organisation", "declaration"),
    "participants": ("organisation", "collaboration"),
    "ties": ("a", "b"),
    "ratings": ("respondent", "about"),
}
_SOURCE = "source"


class Citations:
    """The source of each place, with the sheet and row as its locator."""

    def __init__(self, drafts: Drafts, sheets: Sequence[Mapped]) -> None:
        self._origins = drafts.origins
        self._sheets = [
            f"{sheet.source}:{_within(sheet)}".replace("|", "/") if sheet.source else ""
            for sheet in sheets
        ]

    def __call__(self, at: int) -> dict[str, str]:
        """The cells that cite a place."""
        text = self.text(at)
        return {_SOURCE: text} if text else {}

    def text(self, at: int) -> str:
        """The text that cites a place, or ""."""
        if not self._origins:
            return ""
        number, row = self._origins[at]
        start = self._sheets[number]
        return f"{start}{row}" if start else ""


def _within(sheet: Mapped) -> str:
    title = sheet.mapping.sheet
    return f"sheet {title}, row " if title and sheet.locator == "row" else f"{sheet.locator} "


class FactRows:
    """The rows of one table, made whenever they are gone through: there may be a million of them.

    Facts of one content have one row but for their ends and sources.

    columns: those of the table.
    """

    def __init__(self, table: str, columns: Sequence[str], drafts: Drafts, cite: Citations) -> None:
        self._drafts = drafts
        self._cite = cite
        self._ends = _ENDS[table]
        self._cells: dict[int, Mapping[str, str]] = {}
        used = dict.fromkeys(self._ends)
        for fact in drafts.facts.one_of_each(table):
            cells = self._cells[fact.content.number] = self._of(fact.content)
            filled = {**cells, **cite(fact.at)}.items()
            used |= dict.fromkeys([name for name, text in filled if text])
        self.header = (*(name for name in columns if name in used), *filter(is_own_name, used))

    def _of(self, content: Content) -> Mapping[str, str]:
        asked = self._drafts.asked.get(content.cells.get("question", ""))
        survey = {"survey": asked.survey.id} if asked and content.table == "ratings" else {}
        return {**content.cells, **content.attributes, **survey}

    def __iter__(self) -> Iterator[Row]:
        rows = {
            number: [cells.get(name, "") for name in self.header]
            for number, cells in self._cells.items()
        }
        first, second = map(self.header.index, self._ends)
        cited = self.header.index(_SOURCE) if _SOURCE in self.header else None
        ids = [entity.id for entity in self._drafts.entities]
        text, also = self._cite.text, self._drafts.also
        for number, one, other, at in self._drafts.facts.numbers():
            if (row := rows.get(number)) is None:
                continue
            row = row.copy()
            row[first], row[second] = ids[one], ids[other]
            if cited is not None:
                row[cited] = text(at)
                if also and (again := also.get((one, other, at))) is not None:
                    row[cited] += f"|{text(again)}"
            yield at + FIRST_ROW, row

    def let_go(self) -> None:
        """Have no rows any longer."""
        self._cells.clear()
