"""What a row says of an organisation or a group beside its name: kinds, dates, places, and more."""

from __future__ import annotations

from collections.abc import Mapping

from graphkit.model import SCHEMES, Problem
from graphkit.model.own_columns import PREFIX
from graphkit.sources.mapping.cells.cell_values import CellValues
from graphkit.sources.mapping.cells.listed_names import mark_in
from graphkit.sources.mapping.cells.tally import Said, Tally
from graphkit.sources.mapping.cells.words_of_marks import is_mark
from graphkit.sources.mapping.form.lenient import has_note, is_blank
from graphkit.sources.mapping.rows.drafts import Drafts, Mapped
from graphkit.sources.mapping.rows.entities import Entity
from graphkit.sources.mapping.rows.further_columns import Further
from graphkit.sources.mapping.rows.stated_places import PLACE, StatedPlaces
from graphkit.sources.problem_texts import Fault

_BAR = "|"
_DATES = ("founded", "dissolved", "start", "end", "observed")


class EntityCells:
    """Reads what the rows of one sheet say of one subject.

    columns: the places of the columns that say it, by what they say. split: what separates the
    parts of a cell, by the place of its column.
    """

    def __init__(
        self,
        sheet: Mapped,
        columns: Mapping[str, int],
        split: Mapping[int, str],
        values: CellValues,
        further: Further,
        drafts: Drafts,
        tally: Tally,
    ) -> None:
        self._sheet = sheet
        self._columns = columns
        self._split = split
        self._values = values
        self._further = further
        self._tally = tally
        mark = split.get(columns.get("country", -1), "")
        called = {word: sheet.header[column] for word, column in columns.items()}
        self._located = StatedPlaces(sheet.place, called, drafts.places, mark, tally)

    def describe(
        self, entity: Entity, texts: Mapping[str, str], at: int, row: int, group: str
    ) -> None:
        """Take what a row says in the columns of the subject; group: its layer, if it is one."""
        for word, text in texts.items():
            if word in ("id", *PLACE, *SCHEMES) or (word == "kind" and group):
                continue
            column = self._columns[word]
            if word == "aliases":
                self.also_called(entity, text, column)
                continue
            if word == "kind" and entity.layer in ("declaration", "collaboration"):
                self.set(entity, word, text, row)
                continue
            try:
                value = self._values.of_entity(word, text, row, column)
            except Fault as fault:
                if word in ("founded", "dissolved"):
                    self._keep_no_date(entity, text, column, row)
                    continue
                self._tally.problems.append(
                    Problem(self._sheet.place, row, self._sheet.header[column], fault.what,
                            fault.cure)
                )  # fmt: skip
                continue
            if value:
                self.set(entity, word, value, row)
            if word == "kind" and value == "Other":
                self._keep_word(entity, text, column, row)
            elif word in _DATES and value != text and has_note(text):
                self.keep(entity, {self._further.beside[column]: text}, row)
        if group and "kind" in texts and entity.layer in ("declaration", "collaboration"):
            entity.values.setdefault("kind", texts["kind"])
        elif group and "kind" in texts:
            self.set(
                entity,
                "kind",
                self._values.of_entity("kind", texts["kind"], row, self._columns["kind"]),
                row,
            )
        if any(word in texts for word in PLACE):
            self._located.add(entity, texts, at, row)

    def also_called(self, entity: Entity, text: str, column: int) -> None:
        """Take the other names that a cell of a column holds."""
        mark = mark_in(text, self._split.get(column, "|"))
        for part in filter(None, map(str.strip, text.split(mark))):
            if part.casefold() != entity.name.casefold() and not is_blank(part):
                entity.aliases.setdefault(part)

    def _keep_word(self, entity: Entity, text: str, column: int, row: int) -> None:
        """Keep a word that means no known kind as a further column."""
        if not self._values.knows_kind(text):
            self.keep(entity, {self._further.beside[column]: text}, row)

    def _keep_no_date(self, entity: Entity, text: str, column: int, row: int) -> None:
        """Keep a founding that is not a date as a further column."""
        name = self._further.beside[column]
        done = f"kept as {name}"
        said = Said("is not a date", "are not dates", f"was {done}", self._sheet.header[column])
        self._tally.lenient(
            self._sheet.place, row, said.column, text, said, "write 2014, 2014-11 or 2014-11-07"
        )
        self.keep(entity, {name: text}, row)

    def keep(self, entity: Entity, further: Mapping[str, str], row: int) -> None:
        """Keep what a row says in further columns, or of a fact that it does not state.

        Where rows state several texts of one organisation, all of them are kept.
        """
        for name, text in further.items():
            held = entity.attributes.setdefault(name, text)
            if held == text or text in held.split(_BAR):
                continue
            if self._further.holds_texts(name) and not (is_mark(held) and is_mark(text)):
                entity.attributes[name] = f"{held}{_BAR}{text}"
                self._differs(entity, name, text, "both were kept", row)
            else:
                self._differs(entity, name, text, "which was kept", row)

    def set(self, entity: Entity, word: str, value: str, row: int) -> None:
        """Take one value; the first that is stated holds, and others are kept in a column of it."""
        held = entity.values.setdefault(word, value)
        if held == value:
            return
        name, said = PREFIX + word, word.replace("_", " ")
        if word == "kind" or name in self._further.names.values():
            self._differs(entity, said, value, "which was kept", row)
            return
        held = entity.attributes.setdefault(name, value)
        if value not in held.split(_BAR):
            entity.attributes[name] = f"{held}{_BAR}{value}"
        self._differs(entity, said, value, f"which was kept; others are in {name}", row)

    def _differs(self, entity: Entity, said: str, value: str, done: str, row: int) -> None:
        what = f"another {said} than an earlier one, {done}"
        told = Said(f"states {what}", f"state {what}")
        self._tally.remark(self._sheet.place, row, f"{entity.name}: {value}", told)
