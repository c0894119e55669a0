"""The picture on a figure: a view's marks, lines and points scaled into a box, with their names."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from graphkit.views.figure.fonts import LEADING, width
from graphkit.views.figure.ground import draw_ground
from graphkit.views.figure.labels import Box, Floats
from graphkit.views.figure.legend import CHAIN, POINTED_OUT, layer_rule
from graphkit.views.figure.names_part import Missed, draw_names, key_of
from graphkit.views.figure.primitives import Paper, Ring, Stamp
from graphkit.views.figure.scale import RING, Scale, scaled, small
from graphkit.views.layout.two_mode_layout import HUB_RADIUS
from graphkit.views.lines import Line, bend_of, on_chains
from graphkit.views.marks import REACH
from graphkit.views.themes import INK, MUTED
from graphkit.views.view import View

_MANY_LINES = 400
_APART = 0.24
_SPREADS = (0.0, 4.0, 9.0, 16.0)
"""How much more room names get above and below the marks, in sizes of text, while one that should
be there has none.
"""

_RING = 0.6
"""The width of a ring around a subject, in points."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn picture: where it ends, the boxes of the names on it, how many organisations are
    named, whether the words about the isolates had room, the key to the ranks beside marks, and the
    names and notes that had no room though they should be there.
    """

    bottom: float
    labels: tuple[Box, ...]
    named: int
    captioned: bool
    key: tuple[str, ...] = ()
    missed: tuple[Missed, ...] = ()


def draw_picture(
    paper: Paper,
    view: View,
    lines: Sequence[Line],
    box: Box,
    text: float,
    isolates: str,
    *,
    frame: View | None = None,
    taken: Sequence[Box] = (),
) -> Picture:
    """Draw into a box whose lower edge is the lowest that the picture may end at.

    isolates: the text above the rows of isolates. frame: a view of which this one is a part, and
    whose scale and crop it has. taken: boxes that names keep free. Raises UsageError for a position
    that is not a number.
    """
    if not view.nodes:
        return Picture(box[1], (), 0, True)
    whole = frame is None and view.ground is None
    picture = Picture(box[1], (), 0, True)
    for spread in _SPREADS if whole else _SPREADS[:1]:
        tried = Paper(paper.theme)
        picture = _drawn(tried, view, lines, box, text, isolates, frame or view, taken, spread)
        if not picture.missed:
            break
    paper.add(tried)
    return picture


def _drawn(
    paper: Paper,
    view: View,
    lines: Sequence[Line],
    box: Box,
    text: float,
    isolates: str,
    frame: View,
    taken: Sequence[Box],
    spread: float,
) -> Picture:
    """Draw with some room for names above and below the marks; else as `draw_picture`."""
    scale, bottom = scaled(frame, box, text, spread)
    places = {node.id: scale.place(node.x, node.y) for node in view.nodes}
    if view.ground is not None:
        draw_ground(paper, view.ground, scale.place)
    arcs = view.ground is not None
    chained = on_chains(view, lines)
    ends = _draw_lines(paper, lines, chained, places, scale, text, arcs=arcs)
    hub = scale.length(HUB_RADIUS)
    for group in view.groups:
        if group.point is not None:
            paper.rings.append(Ring(*scale.place(*group.point), hub))
    # The large ones first: should two marks touch all the same, the small one is seen.
    for node in sorted(view.nodes, key=lambda node: (-node.size, node.id)):
        paper.stamps.append(
            Stamp(node.mark, *places[node.id], scale.length(node.size), node.shares)
        )
        if node.id in view.subjects or node.id in view.ringed:
            around = scale.length(node.size) * REACH[node.mark.shape] + RING * text
            wide = POINTED_OUT if node.id in view.ringed else _RING
            paper.rings.append(Ring(*places[node.id], round(around, 2), INK, wide))
    room = (box[0], box[1], box[2], bottom)
    caption = _caption(paper, view, scale, room, text, isolates)
    labels, named, missed = draw_names(
        paper, view, lines, scale, room, ends, text, [*taken, *caption]
    )
    key = key_of(view, named) if view.authoring.labels == "ranks" and not view.overview else ()
    return Picture(bottom, labels, len(named), not isolates or bool(caption), key, missed)


def _draw_lines(
    paper: Paper,
    lines: Sequence[Line],
    on_chain: Sequence[bool],
    places: Mapping[str, tuple[float, float]],
    scale: Scale,
    text: float,
    *,
    arcs: bool,
) -> Floats:
    """Draw the lines, on a map as arcs; returns their ends, shape (m, 4)."""
    many = len(lines) > _MANY_LINES
    ends = []
    for line, pointed_out in zip(lines, on_chain, strict=True):
        x, y = places[line.start]
        u, v = scale.place(*line.to)
        long = math.hypot(u - x, v - y)
        if line.sides > 1 and long and not arcs:
            aside = (line.side - (line.sides - 1) / 2) * _APART * text
            dx, dy = round((y - v) / long * aside, 2), round((u - x) / long * aside, 2)
            x, y, u, v = x + dx, y + dy, u + dx, v + dy
        ends.append((round(x, 2), round(y, 2), round(u, 2), round(v, 2)))
        rule = layer_rule(
            ends[-1],
            line.layer,
            text,
            inferred=line.inferred,
            times=line.thickness,
        )
        if arcs:
            rule = replace(rule, bend=bend_of(ends[-1], line.side, line.sides))
        if pointed_out:
            rule = replace(rule, width=round(CHAIN * rule.width, 2))
        paper.rules.append(
            replace(rule, width=0.6 * rule.width, faint=True) if many and not pointed_out else rule
        )
    return np.array(ends, dtype=float).reshape(-1, 4)


def _caption(
    paper: Paper, view: View, scale: Scale, room: Box, text: float, isolates: str
) -> list[Box]:
    """Say above the rows of isolates what they are, where no mark is in the way."""
    if not isolates or view.isolates is None:
        return []
    size = small(text)
    long, tall = width(isolates, size), LEADING * size
    _, bottom = scale.place(0.0, view.isolates)
    marks = np.array([(each.x, each.y, each.radius * 1.4) for each in paper.stamps])
    start = float((marks[:, 0] - marks[:, 2]).min())
    for step in range(int(max(room[2] - start - long, 0.0) / text) + 1):
        left = start + step * text
        apart = (
            (marks[:, 0] + marks[:, 2] <= left)
            | (marks[:, 0] - marks[:, 2] >= left + long)
            | (marks[:, 1] + marks[:, 2] <= bottom - tall)
            | (marks[:, 1] - marks[:, 2] >= bottom)
        )
        if apart.all():
            paper.write([isolates], left, bottom - tall, size, MUTED, halo=True)
            return [(left, bottom - tall, left + long, bottom)]
    return []
