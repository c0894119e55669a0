"""Read a `.txt` file: a network of Pajek or UCINET, an adjacency list, a table, or names.

Lines that begin with # or % above the first other line are remarks, as in collections of networks;
the last of them may name the columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from graphkit.sources.formats import pajek, ucinet
from graphkit.sources.formats.adjacency import ADJACENCY, adjacency_in
from graphkit.sources.formats.decoded import text_of
from graphkit.sources.formats.delimited import NOTHING, found_delimiter, rows_of
from graphkit.sources.formats.json_lines import read_lines
from graphkit.sources.formats.sheet import Format, Sheet, Wanted
from graphkit.sources.formats.tagged_text import is_tagged, records_in
from graphkit.sources.raw import Row, printable

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_MOST_WORDS = 4
_FEWEST = 5


def read_text(path: Path, options: Wanted) -> tuple[Sheet, ...]:
    """The sheets of a text file, whatever it is."""
    text = text_of(path, options)
    head = text[:4096].lstrip().lower()
    if head.startswith("*"):
        return pajek.sheets_of(text, printable(path.name), options.remarks)
    if re.match(r"dl\b", head):
        return ucinet.sheets_of(text, printable(path.name))
    if is_tagged(text):
        return (Sheet(printable(path.name), records_in(text)),)
    if head.startswith(('{"', '[{"')):
        return read_lines(path, options)
    remarks, body = _remarks(text)
    if listed := adjacency_in(body):
        below = [(number + len(remarks), cells) for number, cells in listed]
        return (Sheet(printable(path.name), below, form=ADJACENCY),)
    rows = _rows(body)
    if _may_be_pairs(rows):
        options.remarks.append(
            f"{printable(path.name)}: in doubt: each line is taken for one name of two words; if "
            "it holds two names, put a tab between them"
        )
    if remarks:
        rows = [(number + len(remarks), cells) for number, cells in rows]
        named = rows_of(remarks[-1].lstrip("#% "), "\t")[:1]
        if named and rows and len(named[0][1]) == len(rows[0][1]) > 1:
            rows = [(len(remarks), named[0][1]), *rows]
    return (Sheet(printable(path.name), rows),)


def _remarks(text: str) -> tuple[list[str], str]:
    lines = text.splitlines(keepends=True)
    count = 0
    while count < len(lines) and lines[count].lstrip().startswith(("#", "%")):
        count += 1
    return lines[:count], "".join(lines[count:])


def _rows(text: str) -> Sequence[Row]:
    delimiter = found_delimiter(text)
    if delimiter == NOTHING and _is_of_words(text):
        lines = enumerate(text.splitlines(), 1)
        return [(number, line.split()) for number, line in lines if line.strip()]
    return rows_of(text, delimiter)


def _is_of_words(text: str) -> bool:
    """Whether lines are two words, or two and numbers: an edge list, not names of several words."""
    lines = [line.split() for line in text.splitlines()[:200] if line.strip()]
    widths = {len(words) for words in lines}
    if len(lines) < 2 or len(widths) != 1 or not 2 <= min(widths) <= _MOST_WORDS:
        return False
    if min(widths) > 2:
        return all(_NUMBER.fullmatch(word) for words in lines[1:] for word in words[2:])
    first, second = ({words[side] for words in lines} for side in (0, 1))
    return bool(first & second) or all(
        _NUMBER.fullmatch(word) for words in lines[1:] for word in words
    )


def _may_be_pairs(rows: Sequence[Row]) -> bool:
    """Whether lines may be members and groups of one word each: the second word is repeated."""
    words = [cells[0].split() for _, cells in rows if len(cells) == 1]
    if len(words) < max(_FEWEST, len(rows)) or any(len(each) != 2 for each in words):
        return False
    return len({second for _, second in words}) * 2 <= len(words)


def _is_text(head: bytes) -> bool:
    return (
        bool(head)
        and b"\x00" not in head[:512].replace(b"\x00", b"", 0)
        and not (
            head.startswith((b"PK\x03\x04", b"\x1f\x8b", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG"))
        )
    )


PLAIN_TEXT = Format("a text file", (".txt",), read_text, _is_text)
