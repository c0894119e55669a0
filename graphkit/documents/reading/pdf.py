"""PDF files: text in the order in which the file draws it, so column after column."""

from __future__ import annotations

import io
import re

from graphkit.documents.reading.contents import Contents
from graphkit.documents.reading.plain_text import add_blocks
from graphkit.sources.problem_texts import Fault

MOST_PAGES = 2_000
_END = re.compile(r"[.!?:]['”\")]?$")
_PAGE_NUMBER = re.compile(r"\s*(?:[-–]\s*)?\d{1,4}(?:\s*(?:[-–]|/\s*\d{1,4}))?\s*$")
_GAP = re.compile(r"(?<=\S) +(?=\S)")
_SHORT = 0.75
"""A line that ends a sentence and is shorter than this share of the long ones ends a paragraph."""


def read_pdf(content: bytes) -> Contents:
    """Read a PDF file. Actions, forms and attachments in it are never run or opened."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Fault("is protected by a password", "save it without one")
    if len(reader.pages) > MOST_PAGES:
        raise Fault(f"has {len(reader.pages):,} pages", f"split it; {MOST_PAGES:,} are read")
    found = Contents()
    lines: list[str] = []
    for page in reader.pages:
        drawn = [line for line in page.extract_text().splitlines() if not _PAGE_NUMBER.match(line)]
        lines += _with_breaks(list(map(_evenly_spaced, drawn)))
        if lines and _END.search(lines[-1].rstrip()):
            lines.append("")
    if not any(line.strip() for line in lines):
        raise Fault("holds no text, only pictures", "run it through text recognition first")
    add_blocks(found.numbering, lines)
    title = reader.metadata.title if reader.metadata else None
    found.title = title if isinstance(title, str) else ""
    return found


def _evenly_spaced(line: str) -> str:
    """The line as it is, or, where it was stretched to the width of a column, without its gaps.

    A stretched line has somewhat wider gaps between most words, a row of a table has wide ones.
    """
    gaps = [len(each) for each in _GAP.findall(line)]
    stretched = gaps and max(gaps) <= 3 and 2 * sum(each > 1 for each in gaps) >= len(gaps)
    return _GAP.sub(" ", line) if stretched else line


def _with_breaks(lines: list[str]) -> list[str]:
    """The lines of a page with a blank one after each paragraph."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    long = lengths[int(len(lengths) * 0.8)] if lengths else 0
    found: list[str] = []
    for line in lines:
        found.append(line)
        said = line.strip()
        if said and len(said) < _SHORT * long and _END.search(said):
            found.append("")
    return found
