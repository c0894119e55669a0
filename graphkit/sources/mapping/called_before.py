"""Whether the rows of a sheet give one id to things of different names."""

from __future__ import annotations

from graphkit.model import Problem
from graphkit.sources.known_organisations import comparable
from graphkit.sources.mapping.drafts import Mapped
from graphkit.sources.mapping.tally import Said, Tally
from graphkit.sources.problem_texts import shown

_OTHERWISE = Said(
    "gives another name to an id than an earlier one; both were kept",
    "give another name to an id than an earlier one; both were kept",
)


class CalledBefore:
    """The name that each id of a sheet had first.

    column: what the sheet calls the column of ids.
    """

    def __init__(self, sheet: Mapped, column: str, tally: Tally) -> None:
        self._sheet = sheet
        self._column = column
        self._tally = tally
        self._names: dict[str, str] = {}

    def as_before(self, key: str, name: str, row: int) -> bool:
        """Whether the name is that of the rows before with the same id, or may be another one.

        Another name is counted and becomes an alias. Two nodes of a graph with one id are a
        mistake: nobody can tell whose the edges are.
        """
        first = self._names.setdefault(key, name)
        if first == name or comparable(first) == comparable(name):
            return True
        if not self._sheet.distinct:
            self._tally.remark(self._sheet.place, row, f"{first}: {name}", _OTHERWISE)
            return True
        what = f"{shown(key)} is the id of {shown(first)} too, and this is {shown(name)}"
        cure = "give each an id of its own"
        self._tally.problems.append(Problem(self._sheet.place, row, self._column, what, cure))
        return False
