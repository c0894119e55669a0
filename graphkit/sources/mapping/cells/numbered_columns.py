"""Tell a row that numbers the columns from one of data."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.sources.mapping.cells.survey_heads import holds_import_ids
from graphkit.sources.raw import Row

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


def numbers_columns(cells: Sequence[str], below: Sequence[Row]) -> bool:
    """Whether a row counts 1, 2, 3 … or (1), (2), (3) … below the names, as official tables do.

    A row of ids and a weight may look so too, but then other rows have numbers in all of its
    columns.
    """
    filled = [(at, text) for at, cell in enumerate(cells) if (text := cell.strip())]
    if holds_import_ids(cells):
        return True
    if len(filled) < 3 or not below:
        return False
    bare = [text.strip("().[]") for _, text in filled]
    if bare != [str(count) for count in range(1, len(bare) + 1)]:
        return False
    worded = sum(
        any(at < len(row) and row[at].strip() and not _NUMBER.fullmatch(row[at].strip())
            for at, _ in filled)
        for _, row in below
    )  # fmt: skip
    return worded * 2 > len(below)
