"""Tables as Markdown, in which no cell can break the table or bring markup of its own."""

from __future__ import annotations

from collections.abc import Iterable

from graphkit.export.reading import cells_for_reading
from graphkit.export.table import Table, cell, is_numeric


def as_markdown(table: Table) -> str:
    """A pipe table with rounded numbers; columns of numbers are aligned to the right."""

    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(cells) + " |\n"

    return (
        line(_escaped(cell(name)) for name in table.columns)
        + line("---:" if number else "---" for number in is_numeric(table))
        + "".join(line(map(_escaped, row)) for row in cells_for_reading(table))
    )


def _escaped(text: str) -> str:
    for special in "\\`*_{}[]<>()#!|~":
        text = text.replace(special, f"\\{special}")
    return text.replace("&", "&amp;")
