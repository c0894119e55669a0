"""The facts that were found in one document, before they are written as rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graphkit.documents.finding.organisation import Find, Organisation
from graphkit.documents.finding.things import Collaboration, Declaration

Cell = str | Organisation | Collaboration | Declaration

IDENTITY = {
    "memberships": ("member", "group"),
    "participants": ("collaboration", "organisation"),
    "signatories": ("declaration", "organisation"),
    "figures": ("subject", "measure", "value", "nature", "observed", "start"),
    "relations": ("from", "kind", "to"),
    "people": ("person", "organisation"),
}
"""The cells by which two finds are the same fact."""


@dataclass(eq=False, slots=True)
class Stated:
    """A fact, with what it rests on."""

    table: str
    cells: dict[str, Cell]
    finds: list[Find] = field(default_factory=list)


class Findings:
    """The facts of one document.

    A membership that is found again with a role, or with dates, is the same membership.
    """

    def __init__(self) -> None:
        self.stated: list[Stated] = []
        self._known: dict[tuple[object, ...], Stated] = {}

    def add(self, table: str, find: Find, cells: Mapping[str, Cell]) -> Stated:
        """Add a fact, or what is new about one that was found before."""
        key = (table, *(cells.get(name, "") for name in IDENTITY[table]))
        kept = self._known.get(key)
        said = {name: value for name, value in cells.items() if value}
        if kept is None:
            kept = self._known[key] = Stated(table, said)
            self.stated.append(kept)
        else:
            for name, value in said.items():
                if name == "role" and kept.cells.get("role") in _WEAK and value not in _WEAK:
                    kept.cells["role"] = value
                elif name in ("start", "end") and _longer(value, kept.cells.get(name)):
                    kept.cells[name] = value
                else:
                    kept.cells.setdefault(name, value)
        if find not in kept.finds:
            kept.finds.append(find)
        return kept

    def of(self, table: str) -> list[Stated]:
        """The facts of a table."""
        return [each for each in self.stated if each.table == table]


_WEAK = (None, "", "member", "partner", "participant")
"""Roles that another role is more precise than."""


def _longer(value: Cell, other: Cell | None) -> bool:
    return isinstance(value, str) and isinstance(other, str) and len(value) > len(other)
