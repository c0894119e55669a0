"""Whether a column of ties says of which kind these are: kinds are few, and repeat."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.raw import Row

_ENOUGH = 12
"""So many ties tell kinds from what is said of single ties."""
_MOST_KINDS, _LARGEST_SHARE, _UNLIKE = 20, 0.25, 0.75


def may_be_kinds(look: Look, ends: Sequence[Collection[str]] = ()) -> bool:
    """Whether the texts of a column may be kinds of ties.

    Parameters
    ----------
    look : Look
        The column.
    ends : sequence of collection of str, default ()
        What the ends of each tie are called, from `names_of_ends`.

    Returns
    -------
    bool
        False where most texts name an end of their tie, or nearly every tie has another text.
    """
    texts = len(look.texts)
    called = sum(
        text.casefold() in names for text, names in zip(look.cells, ends, strict=False) if text
    )
    if 2 * called > texts:
        return False
    many = look.distinct > max(_MOST_KINDS, _LARGEST_SHARE * texts)
    return texts < _ENOUGH or not (many or look.unlike > _UNLIKE)


def names_of_ends(
    edges: Sequence[Row], first: int, second: int, names: Mapping[str, str]
) -> list[set[str]]:
    """What the ends of each edge are called, folded: their names and ids.

    Parameters
    ----------
    edges : sequence of (int, sequence of str)
        The rows of the edges.
    first, second : int
        The columns that hold the ends.
    names : mapping of str to str
        The name of each node, by its id.

    Returns
    -------
    list of set of str
        The names, by row.
    """
    found = []
    for _, row in edges:
        ids = [row[at].strip() for at in (first, second) if at < len(row)]
        found.append({text.casefold() for key in ids for text in (key, names.get(key, key))})
    return found
