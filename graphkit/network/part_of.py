"""Parts and wholes: which organisation each one counts as."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt

from graphkit.model import Fact
from graphkit.network.in_force import Bounds, Standing, standings_of
from graphkit.network.selection import Selection


def wholes_of(
    context: Iterable[Fact],
    bodies: frozenset[int],
    index: dict[str, int],
    lifetimes: Bounds,
    selection: Selection,
) -> npt.NDArray[np.int32]:
    """For each organisation the one it counts as: itself, or the topmost whole it is part of.

    A group with its own members never counts as another. A part that was certainly not one at the
    date, because its whole did not exist then or for any other reason, counts as itself; one of
    unknown standing stays with its whole. All count as themselves
    when the selection keeps parts separate.
    """
    if selection.parts == "separate":
        return np.arange(len(index), dtype=np.int32)
    parts = [
        fact
        for fact in context
        if fact.relation == "PART_OF"
        and fact.start[0] == "Organisation"
        and (not selection.status or fact.properties.get("status", "stated") in selection.status)
    ]
    if selection.at is not None:
        answers = standings_of(parts, selection.at, lifetimes, index)
        parts = [
            fact
            for fact, answer in zip(parts, answers, strict=True)
            if answer != Standing.NOT_IN_FORCE
        ]
    above: dict[int, list[int]] = defaultdict(list)
    for fact in parts:
        if (part := index[fact.start[1]]) not in bodies:
            above[part].append(index[fact.end[1]])
    wholes = np.arange(len(index), dtype=np.int32)
    for part in above:
        seen = {part}
        top = part
        # Of several wholes the first by id counts. Two data sets together can state a ring of
        # parts, which no file alone may: its first by id then counts as the whole.
        while top in above:
            top = min(above[top])
            if top in seen:
                top = min(_ring(top, above))
                break
            seen.add(top)
        wholes[part] = top
    return wholes


def _ring(member: int, above: Mapping[int, list[int]]) -> list[int]:
    ring = [member]
    while (higher := min(above[ring[-1]])) != member:
        ring.append(higher)
    return ring
