"""Read organisations that stand in the last of several columns for levels, below what they are in.

    level1, level2             ->    name, part of
    DEFENCE                          DEFENCE
    DEFENCE, NAVY                    NAVY, DEFENCE

The levels may also be of places or subjects, so that a person has to look at it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.formats.sheet import Holds, Sheet
from graphkit.sources.header_words import plain
from graphkit.sources.mapping.cells.table_head import find_head
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.mapping.form.sheet_mapping import SheetMapping
from graphkit.sources.raw import Row

_LEVEL = re.compile(r"(?:level|lvl|tier|poziom|szczebel|ebene|stufe|niveau|nivel|livello) ?(\d)")
_NAME, _WHOLE = "Organisation (the last level)", "Part of (the level above)"


def with_wholes(sheet: Sheet) -> tuple[Sheet, str]:
    """The sheet with a name and what it is part of in each row, and what to say of that; unchanged
    and nothing where it has no levels, where a name stands below several others, or where several
    rows have the same name.
    """
    if sheet.holds is not Holds.CELLS:
        return sheet, ""
    head = find_head(sheet.rows)
    levels = _levels(head.names) if head.row else []
    if not levels:
        return sheet, ""
    others = [at for at in range(len(head.names)) if at not in levels]
    rows: list[Row] = [row for row in sheet.rows if row[0] in head.above]
    rows.append((head.row, [*(head.names[at] for at in others), _NAME, _WHOLE]))
    chains: list[tuple[int, list[str], list[str]]] = []
    above: dict[str, str] = {}
    for number, cells in head.body:
        held = [*cells, *[""] * (len(head.names) - len(cells))]
        named = ["" if is_blank(held[at]) else held[at].strip() for at in levels]
        chain = [name for name in named if name]
        if named[: len(chain)] != chain or len({*chain}) < len(chain):
            return sheet, ""
        if any(above.setdefault(n, of) != of for of, n in zip(["", *chain], chain, strict=False)):
            return sheet, ""
        if any(map(str.strip, held[len(head.names) :])):
            return sheet, ""
        chains.append((number, chain, [held[at] for at in others]))
    lasts = [chain[-1] for _, chain, _ in chains if chain]
    done = {*lasts}
    if len(done) < len(lasts):
        return sheet, ""  # the rows are of something else, such as posts
    for number, chain, beside in chains:
        for name in chain[1:-1]:
            if name not in done:  # no row of its own says what it is part of
                done.add(name)
                rows.append((number, [*([""] * len(others)), name, above[name]]))
        name = chain[-1] if chain else ""
        rows.append((number, [*beside, name, above.get(name, "")]))
    shown = f"{head.names[levels[0]]} to {head.names[levels[-1]]}"
    return replace(sheet, rows=rows), f"{sheet.place}: each row is named by the last of {shown}"


def guess_of_levels(mapping: SheetMapping) -> str:
    """What to look at where rows were named by the last of several levels, or nothing."""
    if not {_NAME, _WHOLE} <= {*mapping.header}:
        return ""
    return "the levels are taken for organisations, each of which is a part of the one above it"


def _levels(names: Sequence[str]) -> list[int]:
    """The columns of two or more levels, which count 1, 2, 3; none where they do not."""
    found = [
        (int(m[1]), at) for at, name in enumerate(names) if (m := _LEVEL.fullmatch(plain(name)))
    ]
    counted = [number for number, _ in found]
    start = counted[0] if counted else 0
    if len(found) < 2 or start > 1 or counted != [*range(start, start + len(found))]:
        return []
    return [at for _, at in found]
