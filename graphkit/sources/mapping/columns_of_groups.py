"""Several columns of groups in a list: `Coalition 1` and `Coalition 2`, networks and alliances."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.columns import Look
from graphkit.sources.mapping.header_nouns import layer_of_noun
from graphkit.sources.mapping.worded_columns import is_worded


def alike_groups(columns: Sequence[Look], taken: Sequence[int], free: Sequence[int]) -> list[int]:
    """The places of columns that name groups of the same sort, or none.

    Those of different names cross: of a committee and its subcommittee, one is the group.

    Parameters
    ----------
    columns : sequence of Look
        The columns of a list.
    taken : sequence of int
        The column that names groups, where it is known.
    free : sequence of int
        The columns of which nothing is known.
    """
    free = [at for at in free if is_worded(columns[at])]
    for at in taken or free:
        stem = _unnumbered(columns[at].name)
        if "membership" not in (meaning(stem)[0], layer_of_noun(stem)):
            continue
        more = [n for n in free if n != at and _is_further(columns[at], columns[n])]
        return [at, *more] if more else []
    return []


def _is_further(one: Look, two: Look) -> bool:
    stem = _unnumbered(two.name)
    if stem != plain(two.name):
        return stem == _unnumbered(one.name)
    return layer_of_noun(stem) == "membership" and _cross(one, two)


def _unnumbered(name: str) -> str:
    """The plain name of a column without the number behind it: that of `Coalition 2`."""
    words = plain(name).split()
    return " ".join(words[:-1] if len(words) > 1 and words[-1].isdecimal() else words)


def _cross(one: Look, other: Look) -> bool:
    """Whether neither of two columns tells the other, as that of subcommittees tells committees."""
    rows = {*zip(one.cells, other.cells, strict=True)}
    return all(
        len({row[place] for row in rows if row[place]}) < sum(bool(row[place]) for row in rows)
        for place in (0, 1)
    )
