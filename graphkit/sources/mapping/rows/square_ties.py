"""The ties of a square matrix, each of which may stand on both sides of the diagonal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphkit.sources.mapping.rows.entities import Entity

Stated = tuple[Entity, Entity, Mapping[str, str], int, int]
"""Two ends, what a cell says of their tie, and the numbers of the place and of the row."""
_MUTUAL = 0.8
"""Of a square matrix with a smaller share of ties stated from both ends these are counted."""


class SquareTies:
    """The ties that the cells of a square matrix state.

    found: by the identities of both ends.
    """

    def __init__(self, found: Mapping[tuple[int, int], Stated]) -> None:
        self._found = found

    def of_both_ends(self) -> str:
        """What to say of ties that are stated from both ends, where the matrix is not symmetric."""
        found = self._found
        mutual = sum(
            one != other and (other, one) in found and found[other, one][2] == said[2]
            for (one, other), said in found.items()
        )
        if not mutual or mutual >= _MUTUAL * len(found):
            return ""
        once = f"{mutual // 2:,} ties are" if mutual > 2 else "1 tie is"
        return f"{once} stated from both ends, and loaded once; directed = true keeps both"

    def each_once(self, *, directed: bool) -> Iterator[Stated]:
        """The ties, those that say the same in both directions once unless these are two."""
        done: set[tuple[int, int]] = set()
        for (left, right), stated in self._found.items():
            back = self._found.get((right, left))
            again = back is not None and back[2] == stated[2] and (right, left) in done
            if again and left != right and not directed:
                continue  # the matrix is symmetric here
            done.add((left, right))
            yield stated
