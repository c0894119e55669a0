"""Count as blank what cannot be read in the columns of which a mapping says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.model import Problem
from graphkit.sources.mapping.cells.tally import Said, Tally
from graphkit.sources.mapping.form.sheet_mapping import SheetMapping
from graphkit.sources.mapping.rows.cells_to_look_at import is_beside
from graphkit.sources.mapping.rows.drafts import Mapped


class BlankedCells:
    """The cells of sheets that count as blank since they cannot be read.

    wanted: whether a mapping wants this of any column. changed: whether the last problems were met
    so.
    """

    def __init__(self, sheets: Sequence[Mapped]) -> None:
        self.wanted = any(sheet.mapping.blank_if_wrong for sheet in sheets)
        self.changed = False
        self._blanked: list[tuple[str, int, str, str]] = []

    def without(
        self, sheets: Sequence[Mapped], problems: Sequence[Problem]
    ) -> tuple[list[Mapped], list[Problem]]:
        """The sheets without the cells that are wrong and may be blank; the problems of others."""
        wrong: dict[str, dict[int, set[str]]] = {}
        left: list[Problem] = []
        self.changed = False
        if not self.wanted:
            return [*sheets], [*problems]
        may = {sheet.place: _beside(sheet.mapping) for sheet in sheets}
        met = {(place, row, column) for place, row, column, _ in self._blanked}
        for problem in problems:
            place, row, column = problem.file, problem.row, problem.column or ""
            if row is None or column not in may.get(place, ()) or (place, row, column) in met:
                left.append(problem)
            else:
                wrong.setdefault(place, {}).setdefault(row, set()).add(column)
        self.changed = bool(wrong)
        return [self._blank(sheet, wrong.get(sheet.place, {})) for sheet in sheets], left

    def _blank(self, sheet: Mapped, wrong: dict[int, set[str]]) -> Mapped:
        if not wrong:
            return sheet
        body = []
        for row, cells in sheet.body:
            if row in wrong:
                kept = [*cells]
                for at, name in enumerate(sheet.header[: len(kept)]):
                    if name in wrong[row]:
                        self._blanked.append((sheet.place, row, name, kept[at].strip()))
                        kept[at] = ""
                cells = kept
            body.append((row, cells))
        return replace(sheet, body=body)

    def tell(self, tally: Tally) -> None:
        """Count the cells."""
        for place, row, name, text in self._blanked:
            said = Said(
                "cannot be read and counts as blank", "cannot be read and count as blank",
                column=name,
            )  # fmt: skip
            tally.remark(place, row, text, said)


def _beside(mapping: SheetMapping) -> set[str]:
    """The columns of which wrong cells may be blank; a wrong name stays wrong."""
    roles = dict(zip(mapping.header, mapping.roles, strict=True))
    return {name for name in mapping.blank_if_wrong if is_beside(roles[name])}
