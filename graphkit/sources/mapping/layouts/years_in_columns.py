"""Read tables with a column for each year, in which cells say who belonged to what.

    organisation, 2019, 2020, 2021        -> organisation, member from, member until
    a, x, x,                                 a, 2019, 2020

    organisation, Energy 2019, Energy 2020 -> organisation, member of, member from, member until
    a, x, x                                   a, Energy, 2019,

Years in a row in which the cells say the same are one period. It ends in the last of them, unless
the table ends there; then nobody knows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graphkit.model.wording import counted
from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.header_words import ends, layer_in
from graphkit.sources.mapping.cells.columns import Look, headed_columns
from graphkit.sources.mapping.cells.words_of_marks import NO, is_mark, role_of_mark
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.raw import Row
from graphkit.sources.role_words import ROLE_WORDS

_LAST = re.compile(r"(.*?)[\s_(–-]*((?:19|20)\d\d)\)?")
_FIRST = re.compile(r"((?:19|20)\d\d)[\s_:–-]+(.+)")
_FEWEST = 2
Years = Mapping[str, Sequence[tuple[str, int]]]
"""For each group, or "" where columns name none, its years in order, each with its column."""


def with_periods(sheet: Sheet) -> tuple[Sheet, str]:
    """The sheet with a row for each period, and what to say of that; unchanged and nothing where
    it is something else.
    """
    found_in = headed_columns(sheet)
    years = _years(found_in[1]) if found_in else None
    if found_in is None or not years:
        return sheet, ""
    head, columns = found_in
    used = {at for found in years.values() for _, at in found}
    others = [at for at in range(len(columns)) if at not in used]
    names = [head.names[at] for at in others]
    if not others or ends(names):
        return sheet, ""  # ties, of which nobody is a member
    groups = [] if [*years] == [""] else ["Member of"]
    made: list[Row] = [row for row in sheet.rows if row[0] in head.above]
    made.append((head.row, [*names, *groups, "Role", "Member from", "Member until"]))
    count = 0
    for number, cells in head.body:
        held = [*cells, *[""] * (len(columns) - len(cells))]
        own = [held[at] for at in others]
        before = len(made)
        for group, found in years.items():
            for role, start, end in _periods([(year, held[at]) for year, at in found]):
                made.append((number, [*own, *([group] if groups else []), role, start, end]))
        count += len(made) - before
        if len(made) == before and groups:
            made.append((number, [*own, "", "", "", ""]))
    said = (
        f"{sheet.place}: {counted(len(used), 'column')} of years are read as "
        f"{counted(count, 'period')} of membership"
    )
    return replace(sheet, rows=made), said


def _years(columns: Sequence[Look]) -> Years:
    """The columns of marks whose names end or begin with a year, by what else their names say."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for at, look in enumerate(columns):
        match = _LAST.fullmatch(look.name.strip())
        turned = None if match else _FIRST.fullmatch(look.name.strip())
        if at == 0 or not (match or turned):
            continue
        if not _marked(look):
            return {}  # amounts, of which a year may hold 0 only
        group, year = (match[1], match[2]) if match else (turned[2], turned[1])  # type: ignore[index]
        found[group].append((year, at))
    if {layer_in(group) for group in found} & {"collaboration", "declaration"}:
        return {}  # each fair, and each project, is one of its own
    places = [at for each in found.values() for _, at in each]
    if all(_role(text) is None for at in places for text in columns[at].texts):
        return {}
    several = any(len(each) >= _FEWEST for each in found.values())
    if not several or ("" in found and len(found) > 1):
        return {}
    return {group: sorted(each) for group, each in found.items()}


def _marked(look: Look) -> bool:
    return all(is_mark(text) or text.casefold() in ROLE_WORDS for text in look.texts)


def _periods(cells: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """The role, the start and the end of each period. cells: the years, each with its cell."""
    said = [(year, _role(text)) for year, text in cells]
    first = ""
    for at, (year, role) in enumerate(said):
        if role is None:
            continue
        if at == 0 or said[at - 1][1] != role:
            first = year
        if at + 1 == len(said):
            yield role, first, ""
        elif said[at + 1][1] != role:
            yield role, first, year


def _role(text: str) -> str | None:
    if is_blank(text) or text.strip().casefold() in NO:
        return None
    role = role_of_mark(text)
    return text.strip() if role is None else role
