"""The head of a sheet of cells, and how the columns below it look."""

from __future__ import annotations

from graphkit.sources.formats.sheet import Holds, Sheet
from graphkit.sources.mapping.columns import Look, looks
from graphkit.sources.mapping.table_head import Head, find_head


def headed_columns(sheet: Sheet) -> tuple[Head, list[Look]] | None:
    """The head and the columns; None for a graph, or where no row names the columns."""
    if sheet.holds is not Holds.CELLS:
        return None
    head = find_head(sheet.rows)
    return (head, looks(head.names, head.body)) if head.row else None
