"""The rows of a list that are headings of its parts, such as `Industry` above the firms."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from graphkit.model.naming import fold
from graphkit.sources.header_words import meaning
from graphkit.sources.mapping.cells.kind_words import kind_of, sector_of
from graphkit.sources.mapping.form.sheet_mapping import Shape
from graphkit.sources.raw import Row

_WORDS = frozenset(
    "industry academia business research science government public private other others".split()
) | {"civil society", "public sector", "private sector", "przemysl", "nauka", "inne"}
_LISTS = (Shape.PAIRS, Shape.ORGANISATIONS, Shape.GROUPS)
_FILLED = 3
"""In how many cells all other rows state something where headings are known by that alone."""


def section_rows(
    body: Sequence[Row], shape: Shape, without: Collection[int] = ()
) -> frozenset[int]:
    """The numbers of the rows that are headings.

    The first row is one, none follows another, and none fills more than one cell, or it repeats one
    text in all. They are words for kinds of organisations, or stand in a list in which all other
    rows fill three cells or more: an organisation of which nothing else is known looks alike.

    Parameters
    ----------
    body : sequence of Row
        The rows below the names of the columns.
    shape : Shape
        What a row is.
    without : collection of int
        The numbers of rows that count for nothing, such as footnotes.

    Returns
    -------
    frozenset of int
        None where that is not clear.

    Examples
    --------
    >>> rows = [(2, ["Industry", ""]), (3, ["A", "PL"]), (4, ["Others", ""]), (5, ["B", "DE"])]
    >>> sorted(section_rows(rows, Shape.PAIRS))
    [2, 4]
    >>> section_rows([(2, ["Acme", ""]), (3, ["Best", "PL"])], Shape.PAIRS)
    frozenset()
    """
    if len(body) < 2 or not heading_of(body[0][1]) or shape in (Shape.TIES, Shape.SKIP):
        return frozenset()
    found: list[int] = []
    texts: list[str] = []
    least = len(body[0][1])
    before = False
    for number, cells in body:
        if number in without:
            continue
        text = heading_of(cells)
        if text and before:
            return frozenset()
        before = bool(text)
        if text:
            found.append(number)
            texts.append(text)
        else:
            least = min(least, sum(bool(cell.strip()) for cell in cells))
    if before:  # the last row heads nothing
        return frozenset()
    clear = len(found) > 1 and least >= _FILLED and shape in _LISTS
    return frozenset(found) if clear or all(map(_is_known, texts)) else frozenset()


def heading_of(cells: Sequence[str]) -> str:
    """The one text of a row, in one cell or, where cells were merged, in all."""
    texts = [text for cell in cells if (text := cell.strip())]
    alone = len(texts) == 1 or (len(texts) == len(cells) and len({*texts}) == 1)
    return texts[0] if alone and len(cells) > 1 else ""


def _is_known(text: str) -> bool:
    known = fold(text.rstrip(":")) in _WORDS or meaning(text)[1] == "name"
    return known or kind_of(text) is not None or sector_of(text) is not None
