"""The worked examples of docs/import.md: the files that it shows, written in their formats."""

from __future__ import annotations

import csv
import gzip
import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

DOCUMENT = Path(__file__).parent.parent / "docs" / "import.md"
_BLOCK = re.compile(r"^```(\w*)(?: ([\w.-]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, the file that it shows, and its text."""

    language: str
    file: str
    text: str

    @property
    def command(self) -> str:
        """The command whose output it shows."""
        return self.text.partition("\n")[0].removeprefix("$ ") if self.text[:2] == "$ " else ""


def blocks(document: str) -> list[Block]:
    """The fenced blocks of a document."""
    return [Block(*found) for found in _BLOCK.findall(document)]


def write(folder: Path, name: str, text: str) -> None:
    """Write a file in the format that its name says; what is binary is shown as CSV."""
    path = folder / name
    rows = list(csv.reader(io.StringIO(text)))
    if name.endswith(".gz"):
        path.write_bytes(gzip.compress(text.encode()))
    elif name.endswith(".xlsx"):
        _write_xlsx(path, rows)
    elif name.endswith(".ods"):
        _write_ods(path, rows)
    elif name.endswith(".parquet"):
        _write_parquet(path, rows)
    else:
        path.write_text(text, encoding="utf-8", newline="")


def _write_xlsx(path: Path, rows: list[list[str]]) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)


def _write_ods(path: Path, rows: list[list[str]]) -> None:
    def cell(text: str) -> str:
        return (
            '<table:table-cell office:value-type="string">'
            f"<text:p>{escape(text)}</text:p></table:table-cell>"
        )

    body = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    names = "".join(
        f' xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"'
        for each in ("office", "table", "text")
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        archive.writestr(
            "content.xml",
            f"<office:document-content{names}><office:body><office:spreadsheet>"
            f'<table:table table:name="Sheet1">{body}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )


def _write_parquet(path: Path, rows: list[list[str]]) -> None:
    import pyarrow
    from pyarrow import parquet

    header, *body = rows
    columns = dict(zip(header, map(list, zip(*body, strict=True)), strict=True))
    parquet.write_table(pyarrow.table(columns), path)
