"""The short cells of .xlsb workbooks, which some programs write and calamine passes over.

A short cell has no column of its own: it follows the cell before it (MS-XLSB 2.4, BrtShort…).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

_ROW = 0
CELLS = frozenset((*range(1, 12), 62))
SHORT = {12: 1, 13: 2, 14: 3, 15: 4, 16: 5, 17: 6, 18: 7}
"""The types of short cells, each with that of the cell which states its column."""


def records(part: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """The records of a part: their type, what they hold, and all of their bytes."""
    at = 0
    while at < len(part):
        start = at
        kind, at = _varint(part, at, 2)
        size, at = _varint(part, at, 4)
        yield kind, part[at : at + size], part[start : at + size]
        at += size


def _varint(part: bytes, at: int, most: int) -> tuple[int, int]:
    value = 0
    for place in range(most):
        if at >= len(part):
            break
        byte = part[at]
        at += 1
        value |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            break
    return value, at


def with_columns(path: Path) -> io.BytesIO | Path:
    """The workbook with the column of each cell stated; its path where that is so already."""
    made = io.BytesIO()
    with zipfile.ZipFile(path) as held, zipfile.ZipFile(made, "w") as stated:
        sheets = [
            name
            for name in held.namelist()
            if name.startswith("xl/worksheets/") and name.endswith(".bin")
        ]
        if not any(kind in SHORT for name in sheets for kind, _, _ in records(held.read(name))):
            return path
        for name in held.namelist():
            part = held.read(name)
            stated.writestr(name, b"".join(_long(part)) if name in sheets else part)
    made.seek(0)
    return made


def _long(part: bytes) -> Iterator[bytes]:
    column = -1
    for kind, held, whole in records(part):
        if kind in SHORT:
            column += 1
            size = len(held) + 4
            yield bytes([SHORT[kind]]) + _size(size) + column.to_bytes(4, "little") + held
            continue
        if kind == _ROW:
            column = -1
        elif kind in CELLS:
            column = int.from_bytes(held[:4], "little")
        yield whole


def _size(number: int) -> bytes:
    found = bytearray()
    while number > 0x7F:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*found, number])
