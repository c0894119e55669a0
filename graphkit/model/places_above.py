"""The places in which a place lies, in one step or many."""

from __future__ import annotations

from collections.abc import Collection, Mapping


def all_above(place: str, above: Mapping[str, Collection[str]]) -> set[str]:
    """A place and all that it lies in, by id; a ring of places does not matter.

    above: the places in which each place lies, directly.
    """
    seen, left = {place}, [place]
    while left:
        higher = {*above.get(left.pop(), ())} - seen
        seen |= higher
        left += higher
    return seen
