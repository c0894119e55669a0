"""Put days, months and years that stand in columns of their own together as dates.

state, start_day, start_month, start_year
-> state, start_date
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graphkit.sources.formats.sheet import Holds, Sheet
from graphkit.sources.header_words import plain
from graphkit.sources.mapping.cells.table_head import find_head, unique_names
from graphkit.sources.raw import Row

_PARTS = {
    **dict.fromkeys("day tag dzien jour dia giorno".split(), "day"),
    **dict.fromkeys("month monat miesiac mois mes mese".split(), "month"),
    **dict.fromkeys("year jahr rok annee ano anno".split(), "year"),
}
_SHORT = {"yr": "year", "ye": "year", "mo": "month", "da": "day"}
_JOINED = re.compile(r"(year|yr|month|mo|day|da)([a-z]{3,})")
_MISSING = {"", "-9", "-8", "0", "-1"}


def with_whole_dates(sheet: Sheet) -> tuple[Sheet, str]:
    """The sheet with such columns as one, and what to say of that; unchanged and nothing where
    there are none.
    """
    if sheet.holds is not Holds.CELLS:
        return sheet, ""
    head = find_head(sheet.rows)
    dates = _dates(head.names) if head.row else []
    if not dates:
        return sheet, ""
    first = {min(parts.values()): (said, parts) for said, parts in dates}
    used = {at for _, parts in dates for at in parts.values()}
    names: list[str] = []
    for at, name in enumerate(head.names):
        if at in first:
            names.append(f"{first[at][0]} date".strip())
        elif at not in used:
            names.append(name)
    rows: list[Row] = [row for row in sheet.rows if row[0] in head.above]
    rows.append((head.row, [*unique_names(names, len(names))]))
    for number, cells in head.body:
        held = [*cells, *[""] * (len(head.names) - len(cells))]
        whole: list[str] = []
        for at in range(len(held)):
            if at in first:
                whole.append(_joined(held, first[at][1]))
            elif at not in used:
                whole.append(held[at])
        rows.append((number, whole))
    told = ", ".join(f"{said} date".strip() for said, _ in dates[:3])
    return replace(
        sheet, rows=rows
    ), f"{sheet.place}: day, month and year are read together: {told}"


def _dates(names: Sequence[str]) -> list[tuple[str, Mapping[str, int]]]:
    """The columns of each date, with what their names have in common."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for at, name in enumerate(names):
        *words, last = plain(name).split() or [""]
        if part := _PARTS.get(last):
            found[" ".join(words)].setdefault(part, at)
        elif match := _JOINED.fullmatch(plain(name)):  # yrexit, moexit and dayexit
            found[match[2]].setdefault(_SHORT[match[1][:2]], at)
    return [(said, parts) for said, parts in found.items() if len(parts) == len({*_PARTS.values()})]


def _joined(cells: Sequence[str], parts: Mapping[str, int]) -> str:
    """The date as far as it is stated; other texts than numbers are given as they stand."""
    said = [cells[parts[part]].strip().removesuffix(".0") for part in ("year", "month", "day")]
    while said and said[-1] in _MISSING:
        said.pop()
    if any(part in _MISSING for part in said) or not all(map(str.isdecimal, said)):
        return " ".join(said)
    return "-".join([said[0], *(part.zfill(2) for part in said[1:])]) if said else ""
