"""Plain text and Markdown: blocks between blank lines, and the items of lists within them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from itertools import islice

from graphkit.documents.document import Numbering
from graphkit.documents.reading.contents import OPENING, Contents
from graphkit.sources.encodings import detect
from graphkit.sources.problem_texts import Fault

_ITEM = re.compile(r"\s*(?:[•·▪●◦‣*–—-]\s+|•|\(?\d{1,3}[.)]\s+|[a-zA-Z]\)\s+)(?=\S)")
_TITLE = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_EMPHASIS = re.compile(r"(\*\*|__|`|(?<!\w)[*_](?=\S))(.+?)(?<=\S)\1(?!\w)")
_LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)")
_RULE = re.compile(r"\s*\|?[\s:|-]*-{2,}[\s:|-]*\|?\s*$")
_COLUMNS = re.compile(r"\s{2,}|\t")
_FORM = re.compile(r"[^\W\d_][^:.]{2,40}:\s+\S|[^\W\d_][^:.]{2,40}:$")
_SHORT_TITLE = 40
_BROKEN_ADDRESS = re.compile(r"\S*(?:https?://|www\.)\S*[-/_]$")
_BROKEN_WORD = re.compile(r"[^\W\d_]{2,}-$")


def decoded(content: bytes) -> str:
    """The text of bytes, in the encoding that their words tell."""
    try:
        encoding = detect(io.BytesIO(content))
    except Fault as fault:
        # Documents are not tables, and `propose` takes no encoding.
        raise Fault(fault.what, "save it again as text in UTF-8") from fault
    return content.decode(encoding.codec, errors="replace").lstrip("\ufeff")


def read_text(content: bytes) -> Contents:
    """Read plain text."""
    found = Contents()
    lines = decoded(content).splitlines()
    found.opening = tuple(islice((line.strip() for line in lines if line.strip()), OPENING))
    add_blocks(found.numbering, lines)
    return found


def read_markdown(content: bytes) -> Contents:
    """Read Markdown: headings, lists, tables and paragraphs, without marks of emphasis."""
    found = Contents()
    lines: list[str] = []
    for line in decoded(content).splitlines():
        line = _EMPHASIS.sub(r"\2", line)
        line = _LINK.sub(r"\1", line)
        if heading := _TITLE.match(line):
            lines += ["", _HEADING + heading[2], ""]
        else:
            lines.append(line)
    add_blocks(found.numbering, lines)
    return found


_HEADING = "\x01"


def add_blocks(numbering: Numbering, lines: Iterable[str]) -> None:
    """Add the paragraphs of lines. A block ends at a blank line."""
    block: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            block.append(line)
        elif block:
            _add(numbering, block)
            block = []


def _add(numbering: Numbering, block: list[str]) -> None:
    if block[0].startswith(_HEADING):
        numbering.paragraph(block[0][1:], "heading")
        return
    if len(block) > 1 and all("|" in line for line in block):
        rows = [line.strip().strip("|").split("|") for line in block if not _RULE.match(line)]
        numbering.cells(rows)
        return
    if (table := _table_in(block)) is not None:
        numbering.items(map(str.strip, block[: table[0]]))
        numbering.cells(table[1])
        return
    if _is_of_lines(block):
        numbering.items(_aligned(block))
        return
    if _has_title(block):
        numbering.items([block[0], joined(block[1:])])
        return
    before: list[str] = []
    items: list[list[str]] = []
    for line in block:
        mark = _ITEM.match(line)
        if mark and not _goes_on(items[-1] if items else before, line, mark.group()):
            items.append([line[mark.end() :]])
        else:
            (items[-1] if items else before).append(line)
    numbering.items([joined(item) for item in items], joined(before))


def _table_in(block: list[str]) -> tuple[int, list[list[str]]] | None:
    """The line at which a table in columns begins, and its rows; None without one."""
    for at, line in enumerate(block[:3]):
        starts = [0, *(found.end() for found in _COLUMNS.finditer(line.rstrip()))]
        if len(starts) < 3 or len(block) - at < 3:
            continue
        below = block[at + 1 :]
        if all(each[start - 1 : start] in ("", " ") for each in below for start in starts[1:]):
            bounds = list(zip(starts, [*starts[1:], None], strict=True))
            return at, [[each[a:b].strip() for a, b in bounds] for each in block[at:]]
    return None


def _has_title(block: list[str]) -> bool:
    """Whether the first line of a block is its title: short, and without a stop."""
    if len(block) < 2 or any(_ITEM.match(line) for line in block[1:]):
        return False
    first, second = block[0].strip(), block[1].strip()
    return (
        len(first) <= _SHORT_TITLE
        and len(second) > len(first) + 15
        and first[-1:].isalnum()
        and second[:1].isupper()
    )


def _is_of_lines(block: list[str]) -> bool:
    """Whether each line of a block stands for itself: a form, a table in columns, names."""
    lines = [line.rstrip() for line in block]
    if any(_ITEM.match(line) and not line.strip()[:1].isdigit() for line in lines):
        return False
    columns = sum(bool(_COLUMNS.search(line.strip())) for line in lines)
    forms = sum(bool(_FORM.match(line.strip())) for line in lines)
    if max(2 * columns, 2 * forms) >= len(lines) and max(columns, forms) > 1:
        return True
    named = sum(line.strip()[:1].isupper() for line in lines)
    numbered = any(_ITEM.match(line) for line in lines)
    ended = any(line[-1:] in ",;:" or (line.endswith(".") and line[-3:-2] != ".") for line in lines)
    return len(lines) > 2 and 3 * named >= 2 * len(lines) and not numbered and not ended


def _aligned(block: list[str]) -> list[str]:
    """The lines of such a block; a line that is indented more belongs to the one before it."""
    found: list[list[str]] = []
    first = len(block[0]) - len(block[0].lstrip())
    for line in block:
        inner = len(line) - len(line.lstrip()) > first + 3
        if found and (inner or line.strip()[:1].islower()):
            found[-1].append(line)
        else:
            found.append([line])
    return [joined(lines) for lines in found]


def _goes_on(lines: list[str], line: str, mark: str) -> bool:
    """Whether a dash or a number that begins a line belongs to the sentence before it."""
    if not lines:
        return False
    said = mark.strip()
    last = lines[-1].rstrip()
    if said in ("–", "—"):
        return last[-1:] not in ".:;,"
    if said[:1].isdigit() and said.endswith("."):
        # The day of a date at the start of a line: "the\n7. of November".
        word = last.split()[-1]
        return not line[:1].isspace() and word.isalpha() and word.islower() and len(lines) > 1
    return False


def joined(lines: Iterable[str]) -> str:
    """Lines as one text; words and addresses that were broken at the end of a line are whole.

    >>> joined(["the clus-", "ter of", "Szkoleniowo-", "Doradczy"])
    'the cluster of Szkoleniowo-Doradczy'
    """
    text = ""
    for line in lines:
        line = line.strip()
        if not text:
            text = line
        elif _BROKEN_ADDRESS.search(text.rsplit(" ", 1)[-1]):
            text += line
        elif _BROKEN_WORD.search(text.rsplit(" ", 1)[-1]):
            text = text[:-1] + line if line[:1].islower() else text + line
        else:
            text += f" {line}"
    return text
