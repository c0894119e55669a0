"""The formats of files that people have, in one table: each gives `Sheet`s, rows without a meaning.

To add a format, write a module that makes a `Format`, and name it here.
"""

from __future__ import annotations

import pkgutil
from pathlib import Path

from graphkit.sources.formats.sheet import Format, Graph, Holds, Sheet, Wanted

FORMATS = [
    "graphkit.sources.formats.delimited:DELIMITED",
    "graphkit.sources.formats.xlsx:XLSX",
    "graphkit.sources.formats.old_spreadsheets:OLD_SPREADSHEETS",
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


def formats() -> tuple[Format, ...]:
    """The formats of the table, in its order."""
    return tuple(pkgutil.resolve_name(place) for place in FORMATS)


def format_by_ending(name: str) -> Format | None:
    """The format to which the ending of a file's name belongs."""
    ending = Path(name).suffix.lower()
    return next((each for each in formats() if ending in each.endings), None)


def format_of(path: Path) -> Format | None:
    """The format of a file: by its ending, else by its first bytes.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    Format or None
        The format; None when no format knows the file.
    """
    found = format_by_ending(path.name)
    if found is not None:
        return found
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return next((each for each in formats() if each.sniff(head)), None)


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
