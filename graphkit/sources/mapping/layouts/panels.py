"""Read panels: a row for each state and year, a column for each group, a code in each cell.

    state, year, EU, NATO        -> state, group, role, start, end
    a, 2001, 0, 1                   a, NATO, 1, 2001, 2002
    a, 2002, 1, 1                   a, EU, 1, 2002,
    a, 2003, 1, 0

Years in a row in which a cell says the same are one period. It ends in the last of them, unless
the table ends there, or the next cell is missing; then nobody knows. Codes below 0 state nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from graphkit.sources.countries import country_of
from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.header_words import meaning, numbered
from graphkit.sources.mapping.cells.columns import Look, headed_columns
from graphkit.sources.raw import Row

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_CODES = {"-9", "-1", "0", "1", "2", "3"}
_NOTHING = {"", "-9", "-1", "0", "NA"}
_FEWEST = 3
_REPEATED = 0.7
"""The share of differing names below which rows are several years of each."""
ROLES = {"2": "associate member", "3": "observer"}
"""What the codes mean in the data on intergovernmental organisations; 1 is a member."""


@dataclass(frozen=True, slots=True)
class _Panel:
    """Where the year, the names and the codes stand; turned: whether each row is a group."""

    year: int
    name: int
    codes: tuple[int, ...]
    turned: bool


def as_periods(sheet: Sheet) -> tuple[Sheet, str]:
    """The sheet with a row for each period, and what to say of that; unchanged and nothing where
    it is something else.
    """
    found_in = headed_columns(sheet)
    panel = _panel(found_in[1]) if found_in else None
    if found_in is None or panel is None:
        return sheet, ""
    head, columns = found_in
    used = {panel.year, panel.name, *panel.codes}
    others = [at for at in range(len(columns)) if at not in used]
    by_name: dict[str, list[Row]] = defaultdict(list)
    for number, cells in head.body:
        held = [*cells, *[""] * (len(columns) - len(cells))]
        if held[panel.name].strip() and _YEAR.fullmatch(held[panel.year].strip()):
            by_name[held[panel.name].strip()].append((number, held))
    for rows in by_name.values():
        rows.sort(key=lambda row: row[1][panel.year])
    kept = [at for at in others if _is_constant(at, by_name.values())]
    left = [head.names[at] for at in others if at not in kept]
    word, other = ("Member of", "Member") if panel.turned else ("Member", "Member of")
    names = [f"{word} ({head.names[panel.name]})", other, "Role", "Start", "End"]
    made: list[Row] = [row for row in sheet.rows if row[0] in head.above]
    made.append((head.row, [*names, *(head.names[at] for at in kept)]))
    coded = any("-" in text for at in panel.codes for text in {*columns[at].texts})
    roles = ROLES if coded else {"2": "2", "3": "3"}
    found = [
        (number, [name, head.names[at], roles.get(code, ""), start, end, *(first[n] for n in kept)])
        for name, rows in by_name.items()
        for at in panel.codes
        for number, first, code, start, end in _periods(rows, panel.year, at)
    ]
    made += sorted(found, key=lambda row: row[0])
    said = (
        f"{sheet.place}: {len(head.body):,} rows of years are read as {len(found):,} periods; "
        "codes below 0 state nothing"
    )
    if coded and any({"2", "3"} & {*columns[at].texts} for at in panel.codes):
        said += ", 2 is an associate member and 3 an observer"
    if left:
        said += f"; {', '.join(left[:3])} differ by year and are left out"
    return replace(sheet, rows=made), said


def _panel(columns: Sequence[Look]) -> _Panel | None:
    years = [
        at
        for at, look in enumerate(columns)
        if look.texts and meaning(look.name)[1] == "start" and all(map(_YEAR.fullmatch, look.texts))
    ]
    codes = [at for at, look in enumerate(columns) if look.texts and {*look.texts} <= _CODES]
    names = [
        at
        for at, look in enumerate(columns)
        if look.texts and look.numbers < 0.5 and look.unlike < _REPEATED
    ]
    if len(years) != 1 or len(codes) < _FEWEST or not names:
        return None
    codes = [at for at in codes if _may_be_name(columns[at].name)]
    if len(codes) < _FEWEST or numbered([columns[at].name for at in names]):
        return None  # or dyads, of which no cell says who of the two is meant
    name = max(names, key=lambda at: sum(map(len, columns[at].texts)))
    pairs = [*zip(columns[name].texts, columns[years[0]].texts, strict=False)]
    if len({*pairs}) < len(pairs):
        return None
    states = sum(country_of(columns[at].name.replace(".", " ")) is not None for at in codes)
    return _Panel(years[0], name, tuple(codes), states * 2 > len(codes))


def _may_be_name(name: str) -> bool:
    """Whether a column of codes may be called by the name of a group, and says nothing else."""
    is_id = name.casefold().endswith(("id", "code", "1", "2"))
    return name.isupper() or (meaning(name)[1] in ("", "name") and not is_id)


def _is_constant(at: int, groups: Collection[Sequence[Row]]) -> bool:
    return all(len({cells[at] for _, cells in rows}) == 1 for rows in groups)


def _periods(
    rows: Sequence[Row], year: int, at: int
) -> Iterator[tuple[int, Sequence[str], str, str, str]]:
    """The periods of one column: the first row of each, its code, start and end."""
    codes = [cells[at].strip() for _, cells in rows]
    first = 0
    for place, code in enumerate(codes):
        if place and codes[place - 1] != code:
            first = place
        following = codes[place + 1] if place + 1 < len(codes) else "-9"
        if code in _NOTHING or following == code:
            continue
        end = "" if following == "-9" else rows[place][1][year].strip()
        yield rows[first][0], rows[first][1], code, rows[first][1][year].strip(), end
