"""Tables as JSON and JSON lines: every text exactly, and null for NaN and infinities."""

from __future__ import annotations

import json

from graphkit.export.table import Table
from graphkit.model.visible_text import visible_json


def as_json(table: Table) -> str:
    """A list of objects, one per row."""
    return visible_json(json.dumps(table.records(), ensure_ascii=False, indent=2)) + "\n"


def as_json_lines(table: Table) -> str:
    """One object per row, each on a line of its own."""
    lines = (visible_json(json.dumps(record, ensure_ascii=False)) for record in table.records())
    return "".join(line + "\n" for line in lines)
