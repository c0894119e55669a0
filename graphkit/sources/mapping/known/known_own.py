"""Know graphkit's own tables that are not about organisations, among files that need a mapping.

A folder may hold them beside other people's files. Places, people and sources must not become
organisations there.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graphkit.model import TABLES
from graphkit.sources.formats.sheet import Holds, Sheet
from graphkit.sources.mapping.cells.table_head import find_head
from graphkit.sources.mapping.form.sheet_mapping import Shape, SheetMapping
from graphkit.sources.mapping.known.recognisers import Known
from graphkit.sources.raw import table_named

_OF_ORGANISATIONS = {
    "organisations", "memberships", "declarations", "signatories", "collaborations",
    "participants", "ties",
}  # fmt: skip


def other_tables(sheets: Sequence[Sheet]) -> Known:
    """The sheets that are such a table, by name and columns; they are left out."""
    found: Known = []
    for sheet in sheets:
        table = table_named(sheet.title or Path(sheet.file).stem)
        if table is None or table in _OF_ORGANISATIONS or sheet.holds is not Holds.CELLS:
            continue
        head = find_head(sheet.rows)
        named = {name.casefold() for name in head.names}
        if {column.name for column in TABLES[table].columns if column.required} <= named:
            skip = SheetMapping(
                sheet.file, sheet.title, Shape.SKIP, head.names, ("skip",) * len(head.names),
                head.row,
            )  # fmt: skip
            found.append((sheet, [(sheet, skip)]))
    return found
