"""The formats of files that people have, in one table: each gives `Sheet`s, rows without a meaning.

To add a format, write a module that makes a `Format`, and name it here.
"""

from __future__ import annotations

import codecs
import pkgutil
from functools import cache
from pathlib import Path

from graphkit.sources.formats.sheet import Format, Graph, Holds, Sheet, Wanted

FORMATS = [
    "graphkit.sources.formats.delimited:DELIMITED",
    "graphkit.sources.formats.xlsx:XLSX",
    "graphkit.sources.formats.open_document:OPEN_DOCUMENT",
    "graphkit.sources.formats.old_workbook:OLD_WORKBOOK",
    "graphkit.sources.formats.binary_workbook:BINARY_WORKBOOK",
    "graphkit.sources.formats.json_text:JSON_TEXT",
    "graphkit.sources.formats.json_lines:JSON_LINES",
    "graphkit.sources.formats.graphml:GRAPHML",
    "graphkit.sources.formats.gexf:GEXF",
    "graphkit.sources.formats.gml:GML",
    "graphkit.sources.formats.pajek:PAJEK",
    "graphkit.sources.formats.ucinet:UCINET",
    "graphkit.sources.formats.parquet:PARQUET",
    "graphkit.sources.formats.plain_text:PLAIN_TEXT",
]
"""Where each `Format` is, as `module:name`. Of several that know a file, the first reads it."""

_HEAD = 4096
_WORKBOOKS = (".xls", ".xlsx")


def formats() -> tuple[Format, ...]:
    """The formats of the table, in its order."""
    return tuple(map(_format, FORMATS))


@cache
def _format(place: str) -> Format:
    found = pkgutil.resolve_name(place)
    assert isinstance(found, Format)
    return found


def format_by_ending(name: str) -> Format | None:
    """The format to which the ending of a file's name belongs."""
    ending = Path(name).suffix.lower()
    return next((each for each in formats() if ending in each.endings), None)


def format_of(path: Path) -> Format | None:
    """The format of a file: by its ending, or by its first bytes where these say another one.

    An ending can be that of another program, or have no meaning: GraphML is also kept as `.gml` and
    `.xml`, and many an `.xls` is delimited text. Only bytes that leave no doubt count against it.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    Format or None
        The format; None when no format knows the file.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    told = next((each for each in formats() if each.sniff(head)), None)
    found = format_by_ending(path.name)
    if found is None or (told is not None and told.certain):
        return told
    if not found.sniff(head) and Path(path.name).suffix.lower() in _WORKBOOKS and _is_table(head):
        return format_by_ending("table.tsv")
    return found


def _is_table(head: bytes) -> bool:
    """Whether bytes are delimited text, which many programs save under the ending of a workbook."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    first, line_end, _ = head.partition(b"\n")
    return bool(line_end) and b"\0" not in head and any(mark in first for mark in (b"\t", b";"))


def endings() -> tuple[str, ...]:
    """List the endings of names of files that can be read, in the order of the table.

    Returns
    -------
    tuple of str
        The endings, each with its dot.

    Examples
    --------
    >>> endings()[:3]
    ('.csv', '.tsv', '.tab')
    """
    return tuple(dict.fromkeys(ending for each in formats() for ending in each.endings))


__all__ = [
    "FORMATS",
    "Format",
    "Graph",
    "Holds",
    "Sheet",
    "Wanted",
    "endings",
    "format_by_ending",
    "format_of",
    "formats",
]
