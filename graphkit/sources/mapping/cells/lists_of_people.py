"""Tell lists of people in cells, such as those on a board, from names of groups."""

from __future__ import annotations

import re

from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.known_names import share_of_people

_PARTS = re.compile(r"[|;\n]")
_PEOPLE = 0.4
"""The share of parts that look like names of people; many first names are not known."""
_LOOKED_AT = 300


def lists_people(look: Look) -> bool:
    """Whether a good part of the cells of a column list people, each with what they do.

    Parameters
    ----------
    look : Look
        A column, such as `Board`: `Ann Smith, chair|John Brown, treasurer`.

    Returns
    -------
    bool
        Whether they do.
    """
    texts = look.texts[:_LOOKED_AT]
    listed = [text for text in texts if len(_PARTS.split(text)) > 1]
    if len(listed) * 3 < len(texts) or not listed:
        return False
    parts = (part.partition(",")[0].strip() for text in listed for part in _PARTS.split(text))
    return share_of_people([part for part in parts if part]) >= _PEOPLE
