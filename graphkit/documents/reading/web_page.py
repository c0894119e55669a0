"""Web pages: the main text, with its lists and tables; navigation and scripts are left out."""

from __future__ import annotations

import email
import email.policy
import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from graphkit.documents.document import Numbering
from graphkit.documents.reading.contents import Contents
from graphkit.sources.problem_texts import Fault

_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_CHARSET = re.compile(r"[\w-]{1,40}")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def read_page(content: bytes, charset: str = "", url: str = "") -> Contents:
    """Read an HTML page.

    charset, url: what a file around it says of it.
    """
    from trafilatura import bare_extraction

    text = _decoded(content, charset)
    page = bare_extraction(
        text,
        url=url or None,
        favor_recall=True,
        include_comments=False,
        include_tables=True,
        include_links=True,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    found = Contents(url=url)
    if page is None or isinstance(page, dict) or page.body is None:
        raise Fault("holds no text", "save the page again when it is complete")
    found.title = page.title or ""
    found.publisher = page.sitename or ""
    found.url = url or _web_address(page.url)
    found.published = page.date if page.date and _DATE.fullmatch(page.date) else ""
    found.language = (page.language or "")[:2]
    if found.title and not any(
        each.tag == "head" and _said(each) == found.title for each in page.body.iter()
    ):
        found.numbering.paragraph(found.title, "heading")
    _walk(found.numbering, page.body)
    return found


def read_archive(content: bytes) -> Contents:
    """Read a page that a browser saved as one MIME file."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                url = str(message["Snapshot-Content-Location"] or part["Content-Location"] or "")
                found = read_page(payload, part.get_content_charset() or "", _web_address(url))
                found.retrieved = _day(str(message["Date"] or ""))
                return found
    raise Fault("holds no web page", "save the page again in the browser")


def _decoded(content: bytes, charset: str) -> str:
    from graphkit.documents.reading.plain_text import decoded

    declared = _DECLARED.search(content[:4096])
    for name in (charset, declared[1].decode("ascii", "replace") if declared else ""):
        if _CHARSET.fullmatch(name):
            try:
                return content.decode(name, errors="strict")
            except (LookupError, UnicodeDecodeError):
                continue
    return decoded(content)


def _web_address(url: str | None) -> str:
    return url if url and url.startswith(("http://", "https://")) else ""


def _day(text: str) -> str:
    try:
        found: datetime = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):
        return ""
    return f"{found:%Y-%m-%d}"


def _walk(numbering: Numbering, parent: Any) -> None:
    """Add the paragraphs below an element of trafilatura's tree."""
    for each in parent:
        if each.tag == "list":
            numbering.items([_said(item) for item in each.iter("item")])
        elif each.tag == "table":
            rows = [[_said(cell) for cell in row.iter("cell")] for row in each.iter("row")]
            numbering.cells(rows)
        elif each.tag == "head":
            numbering.paragraph(_said(each), "heading")
        elif len(each) and any(child.tag in _BLOCKS for child in each):
            _walk(numbering, each)
        else:
            numbering.paragraph(_said(each))
        if each.tail and each.tail.strip():
            numbering.paragraph(each.tail)


_BLOCKS = ("p", "list", "table", "head", "quote")


def _said(element: Any) -> str:
    """The text of an element."""
    pieces: list[str] = []

    def take(each: Any) -> None:
        pieces.append(each.text or "")
        for child in each:
            if child.tag == "lb":
                pieces.append(" ")
            take(child)
            pieces.append(child.tail or "")

    take(element)
    return "".join(pieces)
