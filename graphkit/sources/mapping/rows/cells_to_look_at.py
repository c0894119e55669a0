"""Cells of mapped rows that are not as they should be: lost characters, failed formulas, and notes
beside a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphkit.model import SCHEMES, Problem
from graphkit.sources.cell_names import column_name
from graphkit.sources.cleaning import LOST, NOT_AVAILABLE, check_formula
from graphkit.sources.mapping.cells.cell_values import BLANK
from graphkit.sources.mapping.cells.tally import Said, Tally
from graphkit.sources.mapping.form.sheet_mapping import SKIP
from graphkit.sources.mapping.rows.drafts import Mapped
from graphkit.sources.problem_texts import Fault

_WAS_LOST = "that was lost before the file was made"
_OF_NAMES = Said(
    f"names a column with a character {_WAS_LOST}", f"name columns with characters {_WAS_LOST}"
)
_NOTE = Said("holds a note beside the table", "hold notes beside the table", "was read without it")
_FEW = 20
"""One row in this many may have a note right beside the last column."""
_NAMING = {"member", "group", "a", "b", "about", "weight", "contribution"}


class CellsToLookAt:
    """Looks at the cells of one sheet, and says what is not as it should be."""

    def __init__(self, sheet: Mapped, tally: Tally) -> None:
        self._sheet = sheet
        self._tally = tally
        width = len(sheet.header)
        beyond = [cells[width:] for _, cells in sheet.body if len(cells) > width]
        beside = sum(bool(cells[0].strip()) for cells in beyond)
        self._few = beside <= max(1, len(sheet.body) // _FEW)
        lost = next((name for name in sheet.header if LOST in name), "")
        if lost:
            row = sheet.mapping.header_row
            tally.lenient(sheet.place, row, None, lost, _OF_NAMES, "write the right one")

    def beyond(self, row: int, cells: Sequence[str]) -> bool:
        """Whether a row is sound that has cells beyond the last column; notes there are counted."""
        width = len(self._sheet.header)
        held = [at for at in range(width, len(cells)) if cells[at].strip()]
        if not held:
            return True
        name = f"{column_name(held[0])}{row}"
        if self._sheet.workbook and (self._few or held[0] > width):
            text = f"{name}: {cells[held[0]].strip()}"
            cure = "delete the cell, or name its column"
            self._tally.lenient(self._sheet.place, row, None, text, _NOTE, cure)
            return True
        if self._sheet.workbook:
            what = f"cell {name} stands beyond the columns of the header"
            cure = "name its column, or delete it"
        else:
            what = f"the row has {len(cells)} cells, the header {width}"
            cure = "put cells that contain the delimiter in quotation marks"
        self._tally.problems.append(Problem(self._sheet.place, row, None, what, cure))
        return False

    def lost(self, row: int, cells: Sequence[str]) -> None:
        """Count the cells that hold a sign for a lost character, in columns that are read."""
        for name, role, text in self._columns(cells):
            if LOST in text and role != SKIP:
                said = Said(
                    f"has a character {_WAS_LOST}", f"have characters {_WAS_LOST}", column=name
                )
                self._tally.lenient(
                    self._sheet.place, row, name, text.strip(), said, "write the right one"
                )

    def failed(self, row: int, cells: Sequence[str]) -> tuple[Sequence[str], bool]:
        """The cells without those that say that there is no value; and whether no formula failed.

        In text, such a cell beside the names counts as blank: it is all that the file can say.
        """
        sound = True
        kept = [*cells]
        for at, (name, role, text) in enumerate(self._columns(cells)):
            try:
                if role != SKIP:
                    check_formula(text.strip())
            except Fault as fault:
                shown = text.strip()
                if shown.upper() in NOT_AVAILABLE and not self._sheet.workbook and is_beside(role):
                    said = Said(BLANK.one, BLANK.many, column=name)
                    cure = "leave the cell blank"
                    self._tally.lenient(self._sheet.place, row, name, shown, said, cure)
                    kept[at] = ""
                    continue
                problem = Problem(self._sheet.place, row, name, fault.what, fault.cure)
                self._tally.problems.append(problem)
                sound = False
        return kept, sound

    def _columns(self, cells: Sequence[str]) -> Iterator[tuple[str, str, str]]:
        return zip(self._sheet.header, self._sheet.mapping.roles, cells, strict=False)


def is_beside(role: str) -> bool:
    """Whether a column says something beside what names a row, and beside what it counts.

    >>> is_beside("member founded"), is_beside("attribute"), is_beside("group"), is_beside("weight")
    (True, True, False, False)
    """
    last = role.rpartition(" ")[2]
    named = role in _NAMING or last in ("id", "column", *SCHEMES)
    return not (named or role.startswith("member as "))
