"""The lines of a picture: spokes from members to what they share, and lines between two.

Facts of different layers are never one line: where a pair is tied by a declaration and by a
project, two lines run side by side.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graphkit.model import LAYERS
from graphkit.network import Member
from graphkit.views.view import View


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one layer from an organisation to another, or to a point where spokes meet.

    start, end: ids of organisations; end is None for a spoke. to: where it ends. groups: how many
    shared groups it stands for. inferred: whether no fact behind it is stated. side, sides: which
    it is of so many lines between the same two.
    """

    layer: str
    start: str
    end: str | None
    to: tuple[float, float]
    groups: int
    inferred: bool
    side: int = 0
    sides: int = 1


def lines_of(view: View) -> tuple[Line, ...]:
    """All lines, spokes first, the rest by their ends and in the order of the layers."""
    places = {node.id: (node.x, node.y) for node in view.nodes}
    spokes = []
    pairs: dict[tuple[str, str], dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for group in view.groups:
        layer = group.group.layer
        members = {member.id: _inferred(member) for member in group.members}
        if group.point is not None:
            spokes += [
                Line(layer, name, None, group.point, 1, inferred)
                for name, inferred in members.items()
            ]
            continue
        centre = group.anchor or next(iter(members), None)
        for name, inferred in members.items():
            if centre is not None and name != centre:
                ends = min(name, centre), max(name, centre)
                pairs[ends][layer].append(inferred or members[centre])
    between = []
    for (start, end), by_layer in sorted(pairs.items()):
        layers = sorted(by_layer, key=LAYERS.index)
        between += [
            Line(
                layer=layer,
                start=start,
                end=end,
                to=places[end],
                groups=len(by_layer[layer]),
                inferred=all(by_layer[layer]),
                side=side,
                sides=len(layers),
            )
            for side, layer in enumerate(layers)
        ]
    return (*spokes, *between)


def _inferred(member: Member) -> bool:
    """Whether all facts that put a member into a group are inferred; none is no inference."""
    return bool(member.statements) and all(
        statement.status == "inferred" for statement in member.statements
    )
