"""What a row says of the fact itself, and to which of our tables it belongs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter

from graphkit.model import UNKNOWN_END, Problem
from graphkit.sources.mapping.cells.cell_values import CellValues
from graphkit.sources.mapping.cells.tally import Remark, Tally
from graphkit.sources.mapping.cells.words_of_marks import YES
from graphkit.sources.mapping.cells.words_of_roles import MEMBER_OF
from graphkit.sources.mapping.form.lenient import is_blank, is_still, period_in
from graphkit.sources.mapping.form.sheet_mapping import FACT_COLUMNS, Shape, SheetMapping
from graphkit.sources.mapping.rows.drafts import Mapped
from graphkit.sources.mapping.rows.entities import Entity
from graphkit.sources.problem_texts import Fault

DATES = ("start", "end", "observed")
_REMEMBERED = 10_000
"""For how many rows it is kept what they say, since most repeat what others say."""


class FactCells:
    """Reads the cells of the facts of one sheet."""

    def __init__(self, sheet: Mapped, values: CellValues, tally: Tally) -> None:
        self._sheet = sheet
        self._mapping = sheet.mapping
        self._values = values
        self._tally = tally
        roles = enumerate(sheet.mapping.roles)
        self._facts = [(role, at) for at, role in roles if role in FACT_COLUMNS]
        self._known: dict[tuple[str, str], str] = {}
        columns = [at for _, at in self._facts]
        self._texts: Callable[[Sequence[str]], object] = (
            itemgetter(*columns) if columns else lambda cells: None
        )
        self._rows: dict[object, tuple[Mapping[str, str], list[Remark]]] = {}

    def of(self, cells: Sequence[str], row: int) -> Mapping[str, str] | None:
        """What the columns of the fact say; None when one of them is wrong."""
        texts = self._texts(cells)
        if (known := self._rows.get(texts)) is not None:
            own, told = known
            if told:
                self._tally.again(told, row)
            return own
        before = len(self._tally.problems)
        told = self._tally.recent = []
        found = self._read(cells, row)
        self._tally.recent = None
        if found is not None and len(self._tally.problems) == before:
            if len(self._rows) >= _REMEMBERED:
                self._rows.clear()
            self._rows[texts] = (found, told)
        return found

    def _read(self, cells: Sequence[str], row: int) -> dict[str, str] | None:
        own: dict[str, str] = {}
        marks: dict[int, str] = {}
        sound = True
        for role, column in self._facts:
            if not (text := cells[column]):
                continue
            if role == "ended early":
                if text.strip().casefold() in YES:
                    own.setdefault("end", UNKNOWN_END)
                continue
            if (known := self._known.get((role, text))) is not None:
                own[role] = known
                continue
            if self._values.blank(text, row, column):
                continue
            if role == "start" and (period := period_in(text)) and not self._says_end(cells):
                own["start"], own["end"] = period
                continue
            try:
                if role in DATES and not is_still(text):
                    own[role], mark = self._values.date_and_mark(text)
                    if mark:
                        marks[column] = mark
                        continue
                else:
                    own[role] = self._values.of_fact(role, text, row, column)
                self._known[role, text] = own[role]
            except Fault as fault:
                column_name = self._sheet.header[column]
                self._tally.problems.append(
                    Problem(self._sheet.place, row, column_name, fault.what, fault.cure)
                )
                sound = False
        self._note(own, marks)
        return own if sound else None

    def _says_end(self, cells: Sequence[str]) -> bool:
        return any(role == "end" and not is_blank(cells[at]) for role, at in self._facts)

    def _note(self, own: dict[str, str], marks: Mapping[int, str]) -> None:
        """Keep what stands behind dates: a role where the mapping says so, or else a note."""
        notes = [own["note"]] if "note" in own else []
        for column, mark in marks.items():
            if role := self._mapping.roles_named.get(mark):
                own.setdefault("role", role)
            else:
                notes.append(f"{self._sheet.header[column]}: {mark}")
        if notes:
            own["note"] = "; ".join(notes)


_TABLES = {
    "membership": ("memberships", ("weight", "kind", "contribution", "currency")),
    "declaration": ("signatories", ("weight", "kind", "contribution", "currency")),
    "collaboration": ("participants", ("weight", "kind")),
}


def table_of_fact(
    first: Entity, second: Entity, own: Mapping[str, str], mapping: SheetMapping
) -> tuple[str | None, Sequence[str]]:
    """The table for a fact between two entities, and the cells that it has no column for."""
    if second.layer in ("declaration", "collaboration"):
        return (
            (None, ()) if first.layer in ("declaration", "collaboration") else _TABLES[second.layer]
        )
    if mapping.shape in (Shape.PAIRS, Shape.MATRIX):
        return _TABLES["membership"]
    if second.layer == "membership" and first.layer != "membership":
        return _TABLES["membership"]
    if own.get("kind", "").casefold().replace("_", " ") in MEMBER_OF:
        return _TABLES["membership"]
    return "ties", ("role", "contribution", "currency")


def kind_as_role(own: Mapping[str, str]) -> Mapping[str, str]:
    """The kind of a tie that turns out to be a membership or participation is a role in it."""
    rest = {name: value for name, value in own.items() if name != "kind"}
    if own["kind"].casefold().replace("_", " ") in MEMBER_OF:
        return rest
    return rest | {"role": own["kind"]}


def in_our_tables(role: str) -> tuple[str, str]:
    """The column of our tables that a role fills, so that problems name the file's own column."""
    subject, _, word = role.partition(" ")
    if subject in ("member", "group", "a", "b"):
        return ("entity", word.replace(" ", "_") or "name")
    return ("fact", role)
