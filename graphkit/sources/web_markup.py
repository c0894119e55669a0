"""Read what was copied out of web pages as the text that these show: `Smith &amp; Co`, and links.

description                                   description    website
<a href="https://acme.example">Acme</a>  -->  Acme           https://acme.example
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape

from graphkit.model.wording import counted
from graphkit.sources.formats.sheet import Holds, Sheet
from graphkit.sources.raw import Row

_LOOKED_AT = 1000
_MOST = 0.8
"""The share of the cells of a column that must be links."""
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,4});")
_LINK = re.compile(
    r"\s*<a\s[^>]*?href\s*=\s*[\"']?([^\"'\s>]+)[^>]*>([^<>]*)</a>\s*", re.IGNORECASE
)


def without_markup(sheet: Sheet) -> tuple[Sheet, str]:
    """A table with the text of its links, their addresses in a further column, and characters for
    their names in HTML.

    Parameters
    ----------
    sheet : Sheet
        The sheet.

    Returns
    -------
    Sheet, str
        The sheet, and what is to be said of it.

    Examples
    --------
    >>> table = Sheet("w.csv", [(1, ["Name"]), (2, ["Smith &amp; Co"])])
    >>> found, said = without_markup(table)
    >>> found.rows[1], said
    ((2, ['Smith & Co']), '1 cell is written in HTML, such as &amp;, and is read as what it shows')
    """
    looked_at = sheet.rows[:_LOOKED_AT]
    if sheet.holds is not Holds.CELLS or not any(
        "&" in cell or "<" in cell for _, cells in looked_at for cell in cells
    ):
        return sheet, ""
    rows, links = _with_links(sheet.rows)
    number, example = links, "<a href=…>" if links else ""
    read: list[Row] = []
    for at, cells in rows:
        clean = [unescape(cell) if _ENTITY.search(cell) else cell for cell in cells]
        for cell, now in zip(cells, clean, strict=True):
            if cell != now:
                number += 1
                found = _ENTITY.search(cell)
                example = example or (found[0] if found else "")
        read.append((at, clean))
    if not number:
        return sheet, ""
    verb, they = ("is", "it shows") if number == 1 else ("are", "they show")
    read_as = "is" if number == 1 else "are"
    said = f"{counted(number, 'cell')} {verb} written in HTML, such as {example}, and {read_as} "
    return replace(sheet, rows=read), f"{said}read as what {they}"


def _with_links(rows: Sequence[Row]) -> tuple[list[Row], int]:
    """The rows, in which columns of links hold their texts, and how many cells were links."""
    width = max((len(cells) for _, cells in rows[:_LOOKED_AT]), default=0)
    found = [*rows]
    number = 0
    for at in range(width):
        first = next((n for n, row in enumerate(found[:_LOOKED_AT]) if _link_in(row, at)), 0)
        held = [row for row in found[first:] if at < len(row[1]) and row[1][at].strip()]
        if not first or sum(_link_in(row, at) is not None for row in held) < _MOST * len(held):
            continue
        named = [*found[first - 1][1]]
        widest = max(len(cells) for _, cells in found)
        title = "website" if "website" not in map(str.casefold, named) else f"{named[at]} link"
        for n, (row, cells) in enumerate(found):
            filled = [*cells, *[""] * (widest - len(cells)), title if n == first - 1 else ""]
            if n >= first and (link := _link_in((row, cells), at)) is not None:
                filled[at], filled[-1] = link[2].strip(), link[1]
                number += 1
            found[n] = (row, filled)
    return found, number


def _link_in(row: Row, at: int) -> re.Match[str] | None:
    """The link that fills a cell; or None."""
    cells = row[1]
    return _LINK.fullmatch(cells[at]) if at < len(cells) else None
