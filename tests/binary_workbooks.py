"""Write an .xlsb workbook of one sheet, as the records of [MS-XLSB] that its cells need."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Sequence

_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_TYPE}" Target="worksheets/sheet1.bin"/></Relationships>'
)


def xlsb(title: str, rows: Sequence[Sequence[str | float]], *, short: bool = False) -> bytes:
    """A workbook whose cells hold texts (BrtCellSt) and numbers (BrtCellReal).

    short: whether all but the first of a row state no column (BrtShortSt, BrtShortReal).
    """
    sheets = _record(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide(title))
    book = _record(131) + _record(143) + sheets + _record(144) + _record(157, bytes(26))
    cells = b""
    for at, row in enumerate(rows):
        cells += _record(0, struct.pack("<I", at) + bytes(13))
        for column, value in enumerate(row):
            after = short and column > 0
            place = struct.pack("<I", 0) if after else struct.pack("<II", column, 0)
            if isinstance(value, str):
                cells += _record(17 if after else 6, place + _wide(value))
            else:
                cells += _record(16 if after else 5, place + struct.pack("<d", value))
    size = _record(148, struct.pack("<4I", 0, len(rows) - 1, 0, len(rows[0]) - 1))
    sheet = _record(129) + size + _record(145) + cells + _record(146) + _record(130)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("xl/_rels/workbook.bin.rels", _RELATIONS)
        archive.writestr("xl/workbook.bin", book + _record(132))
        archive.writestr("xl/worksheets/sheet1.bin", sheet)
    return packed.getvalue()


def _record(kind: int, data: bytes = b"") -> bytes:
    return _number(kind) + _number(len(data)) + data


def _number(value: int) -> bytes:
    """A number in seven bits a byte, the lowest first."""
    return bytes([value]) if value < 128 else bytes([value & 127 | 128, value >> 7])


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")
