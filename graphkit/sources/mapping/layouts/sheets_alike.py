"""Say of rows what their sheet is called, where sheets of one workbook have the same columns.

    sheet Energy cluster: Name, City    ->    Name, City, Member of
                          Acme, Kielce        Acme, Kielce, Energy cluster

What the names of sheets are is told by their words, as that of headings is. Years are dates, which
another part of the mapping states.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.formats.sheet import Holds, Sheet
from graphkit.sources.mapping.cells.table_head import find_head, unique_names
from graphkit.sources.mapping.form.doubt import Doubt
from graphkit.sources.mapping.layouts.headings import what_they_are
from graphkit.sources.mapping.layouts.laid_out import Laid
from graphkit.sources.raw import Row

_UNNAMED = re.compile(
    r"(?:sheet|arkusz|tabelle|feuil|hoja|foglio|blad|page|part|table)[\s_(]*\d*\)?", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST_NAMED = 3


def with_names_of_sheets(sheets: Sequence[Sheet]) -> list[Laid]:
    """The sheets, each with a column that holds its name where others have the same columns."""
    alike: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    for number, sheet in enumerate(sheets):
        if sheet.workbook and sheet.title and sheet.holds is Holds.CELLS:
            head = find_head(sheet.rows)
            if head.row:
                alike[sheet.file, head.names].append(number)
    found = [Laid(sheet) for sheet in sheets]
    for (_, names), places in alike.items():
        titles = [sheets[at].title or "" for at in places]
        if len(places) < 2 or any(map(_says_nothing, titles)):
            continue
        said = what_they_are(titles, names)
        listed = ", ".join(titles[:_MOST_NAMED]) + (" …" if len(titles) > _MOST_NAMED else "")
        text = f"sheets with the same columns have names ({listed}), which {said.taken}"
        for at, title in zip(places, titles, strict=True):
            laid = _with_column(sheets[at], said.column, said.value(title))
            found[at] = Laid(laid, (), (Doubt(f"{text} of their rows", said.offers),))
    return found


def _says_nothing(title: str) -> bool:
    """Whether the name of a sheet is only a number of it, or holds a year."""
    return bool(_UNNAMED.fullmatch(title.strip()) or _YEAR.search(title)) or title.isdecimal()


def _with_column(sheet: Sheet, column: str, value: str) -> Sheet:
    head = find_head(sheet.rows)
    width = len(head.names)
    rows: list[Row] = [row for row in sheet.rows if row[0] in head.above]
    rows.append((head.row, [*unique_names([*head.names, column], width + 1)]))
    for number, cells in head.body:
        held = [*cells[:width], *[""] * (width - len(cells))]
        alone = sum(map(bool, map(str.strip, cells))) < 2
        rows.append((number, cells if alone and width > 1 else [*held, value, *cells[width:]]))
    return replace(sheet, rows=rows)
