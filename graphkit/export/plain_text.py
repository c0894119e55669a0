"""Tables as text in aligned columns, for reading."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from rich.cells import cell_len

from graphkit.export.reading import cells_for_reading
from graphkit.export.table import Table, cell, is_numeric

_NARROWEST = 20
"""The fewest characters to which a column of text is folded."""


def as_text(table: Table, width: int | None = None) -> str:
    """The table in aligned columns; where `width` is too narrow for them, one block per row.

    `width` is in characters of the terminal. With None lines are as long as they need: they are for
    scrolling or other programs.
    """
    if not table.columns:
        return ""
    names = [cell(name) for name in table.columns]
    cells = cells_for_reading(table)
    widths = [
        max(cell_len(text) for text in (name, *(row[place] for row in cells)))
        for place, name in enumerate(names)
    ]
    excess = 0 if width is None else sum(widths) + 2 * (len(widths) - 1) - width
    widest = widths.index(max(widths))
    if excess > 0 and widths[widest] - excess < _NARROWEST:
        return _blocks(names, cells)
    widths[widest] -= max(excess, 0)
    right = is_numeric(table)
    lines = []
    for row in (names, *cells):
        first, *rest = textwrap.wrap(row[widest], widths[widest]) or [""]
        lines.append(_line([*row[:widest], first, *row[widest + 1 :]], widths, right))
        lines += (f"{' ' * (sum(widths[:widest]) + 2 * widest)}{more}" for more in rest)
    return "".join(f"{line}\n" for line in lines)


def _line(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = []
    for text, width, to_the_right in zip(row, widths, right, strict=True):
        blank = " " * (width - cell_len(text))
        padded.append(blank + text if to_the_right else text + blank)
    return "  ".join(padded).rstrip()


def _blocks(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    widest = max(map(cell_len, columns))
    return "\n".join(
        "".join(
            f"{name}{' ' * (widest - cell_len(name))}  {text}\n"
            for name, text in zip(columns, row, strict=True)
            if text
        )
        for row in cells
    )
