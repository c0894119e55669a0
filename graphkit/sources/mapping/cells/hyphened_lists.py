"""Tell lists of members that hyphens join, such as `PAN-PRD-PT`, from names such as
`Alsace-Lorraine`: the parts of lists are members of their own elsewhere in the column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

HYPHEN = "-"
_LONGEST = 16
_ALONE = 0.5
"""The share of the parts that must stand alone in other cells."""
_KNOWN = 0.8
"""The share of the parts that must stand in other cells, alone or with others."""


def parts_of(text: str) -> list[str]:
    """What hyphens separate in a cell.

    >>> parts_of("PAN-PRD - PT")
    ['PAN', 'PRD', 'PT']
    """
    return [part for each in text.split(HYPHEN) if (part := each.strip())]


def joins_codes(texts: Iterable[str]) -> bool:
    """Whether the hyphens in the cells of a column separate short names in capitals.

    >>> joins_codes(["PAN", "PRD", "PAN-PRD", "PRD-PT", "PT"]), joins_codes(["A-B", "C-D"])
    (True, False)
    >>> joins_codes(["North-West", "South-West", "West"]), joins_codes(["OPL-231", "OPL-245"])
    (False, False)
    """
    cells = {*texts}
    joined = [parts_of(text) for text in cells if HYPHEN in text]
    listed = [parts for parts in joined if len(parts) > 1]
    if len(listed) < 2 or len(listed) < len(joined):
        return False
    if not all(map(_is_code, (part for parts in listed for part in parts))):
        return False
    count = Counter(part for parts in listed for part in {*parts})
    known = {part for part in count if part in cells or count[part] > 1}
    if any(known.isdisjoint(parts) for parts in listed):
        return False
    alone = sum(part in cells for part in count)
    return alone >= _ALONE * len(count) and len(known) >= _KNOWN * len(count)


def joined_names(texts: Iterable[str], known: Collection[str] = ()) -> list[str]:
    """The cells whose parts, which hyphens separate, all stand alone in other cells.

    Parameters
    ----------
    texts : iterable of str
        The cells.
    known : collection of str
        Other names of which a cell may be a list.

    Returns
    -------
    list of str
        The cells.

    Examples
    --------
    >>> joined_names(["Alsace-Lorraine", "Acme-Best", "Acme", "Best"])
    ['Acme-Best']
    """
    cells = [*dict.fromkeys(texts)]
    held = {*cells, *known}
    return [text for text in cells if len(parts := parts_of(text)) > 1 and held.issuperset(parts)]


def _is_code(part: str) -> bool:
    letters = all(each.isalpha() or each in " .&'" for each in part)
    return letters and 1 < len(part) <= _LONGEST and part == part.upper()
