"""The tables of the sample as plain rows, for the tests of what it states.

Only the standard library reads them here, so that the tests also hold where our own readers are at
fault.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

from tests.shared_data import ROOT

DEMO = ROOT / "graphkit" / "demo"
DOC = ROOT / "docs" / "sample.md"


Row = dict[str, str]


KEYS: dict[str, tuple[str, ...]] = {
    "organisations": ("id",),
    "memberships": ("member", "group"),
    "declarations": ("id",),
    "signatories": ("declaration", "organisation"),
    "collaborations": ("id",),
    "participants": ("collaboration", "organisation"),
    "ties": ("a", "b"),
    "relations": ("from", "kind", "to"),
    "figures": ("subject", "measure"),
    "places": ("id",),
    "people": ("person", "organisation"),
    "sources": ("id",),
}


def read_table(path: Path) -> list[Row]:
    """The rows of one table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


TABLES: dict[str, list[Row]] = {path.stem: read_table(path) for path in DEMO.glob("*.csv")}


def row_key(table: str, row: Row) -> str:
    """The key of a row as the documentation writes it."""
    return f"{table}/" + ">".join(row[column] for column in KEYS[table])


def split(cell: str | None) -> list[str]:
    """The values of a list cell."""
    return cell.split("|") if cell else []


def citations(row: Row) -> list[tuple[str, int, int | None]]:
    """Source, paragraph and list item (or None) of each reference of a row."""
    found: list[tuple[str, int, int | None]] = []
    for reference in split(row.get("source")):
        match = re.fullmatch(r"([a-z0-9-]+):p([1-9]\d*)(?:\.([1-9]\d*))?", reference)
        assert match, f"not a source reference: {reference!r} in {row}"
        source, paragraph, item = match.groups()
        found.append((source, int(paragraph), int(item) if item else None))
    return found
