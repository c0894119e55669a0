"""The lines of a picture: spokes from members to what they share, and lines between two.

Facts of different layers are never one line: where a pair is tied by a declaration and by a
project, two lines run side by side.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from graphkit.network import Member
from graphkit.views.authoring import Highlight
from graphkit.views.marks import BETWEEN, STROKES
from graphkit.views.view import View, ViewGroup

_BEND = 0.2
"""How far the arcs of a map bend, as a share of their length."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one layer between two organisations, or from one to the point where spokes meet.

    Attributes
    ----------
    layer : str
        The layer of its facts.
    start : str
        The id of the organisation that it begins at.
    end : str or None
        The id of the organisation that it ends at; None for a spoke.
    to : (float, float)
        The place that it ends at, in pixels.
    groups : tuple of int
        The positions in `View.groups` of the shared groups that it stands for.
    weight : float
        The sum of their weights; 1 for a spoke.
    thickness : float
        In widths of a line for one group, at most 3.
    inferred : bool
        Whether every fact behind it is inferred.
    side, sides : int
        Its number, from 0, among the lines between the same two ends, and how many these are.
    """

    layer: str
    start: str
    end: str | None
    to: tuple[float, float]
    groups: tuple[int, ...]
    weight: float
    thickness: float
    inferred: bool
    side: int = 0
    sides: int = 1


def lines_of(view: View) -> tuple[Line, ...]:
    """List the lines of a picture.

    Parameters
    ----------
    view : View
        The picture.

    Returns
    -------
    tuple of Line
        Spokes first, then the rest by their ends and in the order of the layers. Facts of different
        layers are never one line.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> from graphkit.views import build_view
    >>> lines_of(build_view(Network.of(read_sample())))[0].layer
    'declaration'
    """
    places = {node.id: (node.x, node.y) for node in view.nodes}
    spokes = []
    pairs: dict[tuple[str, str], dict[str, list[tuple[int, bool]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for index, group in enumerate(view.groups):
        layer = BETWEEN if view.overview else group.group.layer
        members = {member.id: _inferred(member) for member in group.members}
        if group.point is not None:
            spokes += [
                Line(layer, name, None, group.point, (index,), 1.0, 1.0, inferred)
                for name, inferred in members.items()
            ]
            continue
        for one, other in _pairs(group, view.links):
            ends = min(one, other), max(one, other)
            pairs[ends][layer].append((index, members[one] or members[other]))
    strongest = max((group.weight for group in view.groups), default=1.0)
    between = []
    for (start, end), by_layer in sorted(pairs.items()):
        layers = [layer for layer in STROKES if layer in by_layer]
        weights = [_weight(view, [index for index, _ in by_layer[each]]) for each in layers]
        between += [
            Line(
                layer=layer,
                start=start,
                end=end,
                to=places[end],
                groups=tuple(index for index, _ in by_layer[layer]),
                weight=weight,
                # Ties between communities are hundreds: the strongest tells how thick one is.
                thickness=3.0 * math.sqrt(weight / strongest)
                if view.overview
                else min(0.5 + 0.5 * weight, 3.0),
                inferred=all(inferred for _, inferred in by_layer[layer]),
                side=side,
                sides=len(layers),
            )
            for side, (layer, weight) in enumerate(zip(layers, weights, strict=True))
        ]
    return (*spokes, *between)


def on_chains(view: View, lines: Sequence[Line]) -> list[bool]:
    """Whether each line is on a chain that an author points out."""
    wanted = [
        (key, {*ends, None})
        for each in view.authoring.highlights
        for key, ends in ties_of(view, each)
    ]
    return [
        any(
            {line.start, line.end} <= ends
            for at in line.groups
            for key, ends in wanted
            if key == view.groups[at].group.key
        )
        for line in lines
    ]


def ties_of(view: View, highlight: Highlight) -> list[tuple[str, list[str]]]:
    """The groups that a chain leads through, by key, with the ids of those that it joins there."""
    anchors = {group.group.key: group.anchor for group in view.groups}
    return [
        (
            key,
            sorted({*highlight.organisations[at : at + 2], *([own] if own else [])}),
        )
        for at, keys in enumerate(highlight.steps)
        for key in sorted(keys)
        if key in anchors
        for own in (anchors[key],)
    ]


def middle_of(view: View, highlight: Highlight) -> tuple[float, float] | None:
    """Where the note on a chain points: the middle of it; None where it is not in the picture."""
    step = len(highlight.steps) // 2
    keys = highlight.steps[step]
    for group in view.groups:
        if group.group.key in keys and group.point is not None:
            return group.point
    places = {node.id: (node.x, node.y) for node in view.nodes}
    ends = [places[each] for each in highlight.organisations[step : step + 2] if each in places]
    if len(ends) < 2:
        return None
    (x, y), (u, v) = ends
    return (x + u) / 2, (y + v) / 2


def _weight(view: View, groups: list[int]) -> float:
    """The sum of the weights of groups, slices of one group counted once.

    Ids hold no blanks; in the id of a slice, its number follows one.
    """
    weights = {
        (each.group.layer, each.group.id.split(" ")[0]): each.weight
        for each in (view.groups[index] for index in groups)
    }
    return sum(weights.values())


def _pairs(group: ViewGroup, links: str) -> list[tuple[str, str]]:
    """The pairs that a group without a point of its own joins by a line."""
    names = [member.id for member in group.members]
    if links == "pairs":
        return list(combinations(names, 2))
    centre = group.anchor or next(iter(names), None)
    return [(name, centre) for name in names if centre is not None and name != centre]


def _inferred(member: Member) -> bool:
    """Whether all facts that put a member into a group are inferred; False without facts."""
    return bool(member.statements) and all(
        statement.status == "inferred" for statement in member.statements
    )


def bend_of(ends: tuple[float, float, float, float], side: int, sides: int) -> float:
    """How far the control point of an arc on a map lies beside the middle of its ends.

    Arcs rise to the north whichever end comes first; several between the same two rise apart.

    >>> bend_of((0, 0, 100, 0), 0, 1), bend_of((100, 0, 0, 0), 0, 1)
    (20.0, -20.0)
    """
    x, y, u, v = ends
    share = _BEND * (1 + 0.45 * (side - (sides - 1) / 2) * (1 if sides > 1 else 0))
    east = (u, v) >= (x, y)
    return round((1 if east else -1) * share * math.hypot(u - x, v - y), 2)
