"""Know a table of ties between the rows of several tables, as dumps of graph databases have them.

    nodes-companies: node_id, name   nodes-officers: node_id, name   relationships: start, end, type

Each table of nodes holds organisations, unless its name says that it holds places or people.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.sources.header_words import ends, plain

_FOUND = 0.9
"""The share of the ends of ties that must stand in the tables of nodes."""

_PLACES = {*"address addresses place places location locations country countries".split()}


def ends_in(
    names: Sequence[str], cells: Sequence[Sequence[str]], tables: Sequence[frozenset[str]]
) -> tuple[int, int, list[int]] | None:
    """The columns that hold the ends of ties, and the tables in which their ids stand.

    Parameters
    ----------
    names : sequence of str
        The names of the columns.
    cells : sequence of sequence of str
        The texts of each column.
    tables : sequence of frozenset of str
        The ids of the rows of other tables.

    Returns
    -------
    tuple of (int, int, list of int) or None
        None when the columns are not ends, or their ids do not stand in several tables.
    """
    places = ends([*names])
    if places is None:
        return None
    held = {text for at in places for text in cells[at] if text}
    named = [number for number, ids in enumerate(tables) if ids & held]
    union = frozenset().union(*(tables[number] for number in named))
    if len(named) < 2 or len(held & union) < _FOUND * len(held):
        return None
    if sum(len(tables[number]) for number in named) != len(union):
        return None  # two tables use the same ids for different things
    return *places, named


def is_of_places(title: str) -> bool:
    """Whether a table of nodes holds places, not organisations.

    >>> is_of_places("nodes-addresses"), is_of_places("nodes-officers")
    (True, False)
    """
    return bool(_PLACES & {*plain(title).split()})
