"""The names that a table gives to one organisation: short ones, by which it names groups too, and
others under the same id.
"""

from __future__ import annotations

from collections.abc import Mapping

from graphkit.model import Problem
from graphkit.sources.known_organisations import comparable
from graphkit.sources.mapping.cells.listed_names import names_in
from graphkit.sources.mapping.cells.tally import Said, Tally
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.mapping.form.sheet_mapping import Shape
from graphkit.sources.mapping.rows.drafts import Mapped
from graphkit.sources.problem_texts import shown


def spelt_out(sheet: Mapped) -> Mapping[str, str]:
    """The name of each organisation by its abbreviation, where most groups are named so.

    sheet: a table of organisations with their abbreviations, and of groups. Few groups may be
    called by chance as an organisation is; where most are, they are organisations of the table.
    """
    mapping = sheet.mapping
    member, short = mapping.column("member"), mapping.column("member aliases")
    group = mapping.column("group")
    if mapping.shape is not Shape.PAIRS or mapping.layer not in ("", "membership"):
        return {}
    if member is None or short is None or group is None:
        return {}
    marks = [mapping.split.get(sheet.header[at], "") for at in (short, group)]
    called: dict[str, set[str]] = {}
    named: set[str] = set()
    groups: set[str] = set()
    for _, row in sheet.body:
        if max(member, short, group) >= len(row) or is_blank(row[member]):
            continue
        named.add(comparable(row[member]))
        for text in names_in(row[short], marks[0] or "|"):
            called.setdefault(comparable(text), set()).add(row[member].strip())
        groups |= {comparable(text) for text in names_in(row[group], marks[1])}
    known = {text: names for text, names in called.items() if text not in named}
    if 2 * len(groups & known.keys()) <= len(groups):
        return {}
    return {text: names.pop() for text, names in known.items() if len(names) == 1}


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
