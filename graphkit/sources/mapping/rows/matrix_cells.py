"""What the cells of a matrix say: is there a fact, since when, in which role, how strong."""

from __future__ import annotations

from dataclasses import replace

from graphkit.model import Problem
from graphkit.sources.mapping.cells.cell_values import CellValues
from graphkit.sources.mapping.cells.columns import looks
from graphkit.sources.mapping.cells.survey_heads import option_of
from graphkit.sources.mapping.cells.tally import Tally
from graphkit.sources.mapping.cells.words_of_marks import role_of_mark, says_no
from graphkit.sources.mapping.cells.words_of_roles import plain_role
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.mapping.form.sheet_mapping import ONE_IS_YES, TWO_IS_YES
from graphkit.sources.mapping.rows.drafts import Mapped
from graphkit.sources.mapping.rows.said_of_rows import NO_MARK
from graphkit.sources.problem_texts import Fault, shown

_YES = {ONE_IS_YES: "1", TWO_IS_YES: "2"}


class MatrixCells:
    """Reads the cells of the matrix of one sheet."""

    def __init__(self, sheet: Mapped, values: CellValues, tally: Tally) -> None:
        self._sheet = sheet
        self._mapping = sheet.mapping
        self._values = values
        self._tally = tally
        self._marks: list[float] = []

    def of(self, text: str, row: int, column: int) -> dict[str, str] | None:
        """What a cell says of the fact; None when there is no fact."""
        text = text.strip()
        cells = self._mapping.cells
        if is_blank(text) or says_no(text):
            return None
        if cells in _YES and text in ("1", "2", "1.0", "2.0"):
            return {} if text[0] == _YES[cells] else None
        role = role_of_mark(text)
        if text == option_of(self._sheet.header[column])[1]:
            return {"weight": "1"} if cells == "weights" else {}
        if role == "" and cells != "weights":
            return {}
        try:
            if cells == "dates" and not role:
                date, mark = self._values.date_and_mark(text)
                return {"start": date} | (
                    {"role": self._mapping.roles_named.get(mark, mark)} if mark else {}
                )
            if cells == "weights":
                number = self._values.number(text)
                if number.startswith("-"):
                    cure = "give a number from 0, or leave such rows out with `on_error` skip"
                    raise Fault(f"{shown(text)} is below 0", cure)
                return {"weight": number} if number.strip("0.") else None
            if role and text not in self._mapping.roles_named:
                return {"role": role}
            if role or cells == "roles":
                return {"role": plain_role(text, self._mapping.roles_named)}
            cure = 'correct it, or set cells = "roles" in the mapping'
            if self._mostly_marks(column):
                said = replace(NO_MARK, column=self._sheet.header[column])
                self._tally.lenient(self._sheet.place, row, said.column, text, said, cure)
                return None
            raise Fault(f"{shown(text)} is neither yes nor no", cure)
        except Fault as fault:
            self._tally.problems.append(
                Problem(self._sheet.place, row, self._sheet.header[column], fault.what, fault.cure)
            )
            return None

    def _mostly_marks(self, column: int) -> bool:
        """Whether most cells of a column of the matrix say yes or no, so that it holds marks."""
        if not self._marks:
            self._marks = [look.marks for look in looks(self._sheet.header, self._sheet.body)]
        return self._marks[column] > 0.5
