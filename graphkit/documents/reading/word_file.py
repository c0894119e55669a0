"""Word files (.docx): paragraphs, lists and tables in the order of the text."""

from __future__ import annotations

import io
import zipfile

from graphkit.documents.reading.contents import Contents
from graphkit.sources.problem_texts import Fault

_LARGEST = 200 * 2**20
"""What is unpacked of a file may not be larger, in bytes."""


def read_word(content: bytes) -> Contents:
    """Read a Word file."""
    import docx
    from docx.table import Table

    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        if sum(each.file_size for each in parts.infolist()) > _LARGEST:
            raise Fault(f"would unpack to more than {_LARGEST // 2**20} MiB", "split it")
    document = docx.Document(io.BytesIO(content))
    found = Contents()
    found.title = document.core_properties.title or ""
    items: list[str] = []
    styles: dict[str | None, str] = {}
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            _flush(found, items)
            found.numbering.cells([[cell.text for cell in row.cells] for row in block.rows])
            continue
        properties = block._p.pPr
        key = block._p.style
        if key not in styles:  # the search for a style takes as long as the file has styles
            styles[key] = (block.style.name if block.style is not None else "") or ""
        style = styles[key]
        if style.startswith("List") or (properties is not None and properties.numPr is not None):
            items.append(block.text)
            continue
        _flush(found, items)
        heading = style.startswith(("Heading", "Title"))
        found.numbering.paragraph(block.text, "heading" if heading else "paragraph")
    _flush(found, items)
    return found


def _flush(found: Contents, items: list[str]) -> None:
    if items:
        found.numbering.items(items)
        items.clear()
