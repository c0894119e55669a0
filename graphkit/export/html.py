"""Results as tables in HTML, for notebooks; no value brings markup of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from graphkit.export.reading import cells_for_reading
from graphkit.export.results import table_of
from graphkit.export.table import cell, is_numeric

if TYPE_CHECKING:
    from graphkit.model.tabular import Tabular

MOST_ROWS = 20
"""How many rows a notebook shows."""

_LONGEST = 200
"""How many characters of a cell a notebook shows."""


def html_of(result: Tabular) -> str:
    """The first rows of a result, as on a terminal, and how many more there are."""
    table = table_of(result, short=True).flat()
    sides = ["right" if number else "left" for number in is_numeric(table)]

    def line(tag: str, texts: Iterable[str]) -> str:
        cells = (
            f'<{tag} style="text-align: {side}">{escape(_cut(text))}</{tag}>'
            for side, text in zip(sides, texts, strict=True)
        )
        return f"<tr>{''.join(cells)}</tr>\n"

    shown = replace(table, rows=table.rows[:MOST_ROWS])
    rest = len(table.rows) - len(shown.rows)
    more = f"<p>{rest:,} more {'row' if rest == 1 else 'rows'}</p>\n" if rest else ""
    return (
        f"<table>\n<thead>\n{line('th', map(cell, table.columns))}</thead>\n<tbody>\n"
        f"{''.join(line('td', row) for row in cells_for_reading(shown))}</tbody>\n</table>\n{more}"
    )


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
