"""The picture on a figure: a view's marks, lines and points scaled into a box, with their names."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from graphkit.model import UsageError
from graphkit.views.figure.fonts import LEADING, plain, width, wrapped
from graphkit.views.figure.labels import Box, Wanted, place_labels
from graphkit.views.figure.legend import layer_rule
from graphkit.views.figure.primitives import Paper, Ring, Rule, Stamp
from graphkit.views.layout.label_room import by_importance
from graphkit.views.layout.two_mode_layout import HUB_RADIUS
from graphkit.views.lines import Line
from graphkit.views.marks import REACH
from graphkit.views.themes import INK, MUTED
from graphkit.views.view import View

Floats = npt.NDArray[np.float64]
Forms = tuple[tuple[tuple[str, ...], tuple[float, float, bool]], ...]
"""The ways to write a name: its lines, and their width, height and whether it is all of it."""

_SIDE, _ABOVE, _BELOW = 3.5, 1.6, 3.2
"""Room around the marks for names, in sizes of text."""

_LARGEST_SCALE = 1 / 9
_SMALLEST_MARK = 0.27
_FARTHEST = 1e7
_NAME_WIDTHS, _WIDEST, _NAME_LINES, _GROUP_SIZE = (11.6, 9.0), 22.0, 4, 0.9
_LEAST_SIZE = 7.0
_BESIDE, _LEADER, _RING, _COMMUNITY = 0.3, 0.05, 0.3, 13.0
_ALL_UP_TO, _FIRST, _LETTERS_A_NAME = 400, 10, 60.0
_MANY_LINES = 400
_PLAIN = 6.2
"""Up to this radius a mark says that an organisation does not stand out."""
_APART = 0.24


@dataclass(frozen=True, slots=True)
class Scale:
    """From pixels of the view to points on paper; grow: by how much more marks are enlarged."""

    factor: float
    x: float
    y: float
    grow: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A place on paper."""
        return round(self.x + x * self.factor, 2), round(self.y + y * self.factor, 2)

    def length(self, radius: float) -> float:
        """A mark's radius on paper."""
        return round(radius * self.factor * self.grow, 2)


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn picture: where it ends, the boxes of the names on it, how many organisations are
    named, whether the words about the isolates had room, and the key to the ranks beside marks.
    """

    bottom: float
    labels: tuple[Box, ...]
    named: int
    captioned: bool
    key: tuple[str, ...] = ()


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
    scale, bottom = scaled(view if frame is None else frame, box, text)
    places = {node.id: scale.place(node.x, node.y) for node in view.nodes}
    ends = _draw_lines(paper, lines, places, scale, text)
    hub = scale.length(HUB_RADIUS)
    for group in view.groups:
        if group.point is not None:
            paper.rings.append(Ring(*scale.place(*group.point), hub))
    # The large ones first: should two marks touch all the same, the small one is seen.
    for node in sorted(view.nodes, key=lambda node: (-node.size, node.id)):
        paper.stamps.append(
            Stamp(node.mark, *places[node.id], scale.length(node.size), node.shares)
        )
        if node.id in view.subjects:
            around = scale.length(node.size) * REACH[node.mark.shape] + _RING * text
            paper.rings.append(Ring(*places[node.id], round(around, 2), INK))
    room = (box[0], box[1], box[2], bottom)
    caption = _caption(paper, view, scale, room, text, isolates)
    labels, named = _names(paper, view, lines, scale, room, ends, text, [*taken, *caption])
    key = _key(view, named) if view.authoring.labels == "ranks" and not view.overview else ()
    return Picture(bottom, labels, len(named), not isolates or bool(caption), key)


def scaled(view: View, box: Box, text: float) -> tuple[Scale, float]:
    """The scale at which the view fills the box, and where the picture then ends."""
    discs = [(node.x, node.y, node.size * REACH[node.mark.shape]) for node in view.nodes]
    discs += [(*group.point, HUB_RADIUS) for group in view.groups if group.point is not None]
    for (x, y, radius), node in zip(discs, view.nodes, strict=False):
        if not all(math.isfinite(each) and abs(each) < _FARTHEST for each in (x, y, radius)):
            raise UsageError(
                f"{node.id}: its position {x:g}, {y:g} cannot be drawn; correct it where "
                "positions are given, or leave it out"
            )
    circles = np.array(discs)
    if not np.isfinite(circles).all():
        raise UsageError("a shared group has a position that is not a number; leave it out")
    low = (circles[:, :2] - circles[:, 2:]).min(axis=0)
    high = (circles[:, :2] + circles[:, 2:]).max(axis=0)
    across, down = np.maximum(high - low, 1.0).tolist()
    wide = box[2] - box[0] - 2 * _SIDE * text
    tall = box[3] - box[1] - (_ABOVE + _BELOW) * text
    factor = max(min(wide / across, tall / down, _LARGEST_SCALE * text), 1e-9)
    smallest = min(node.size for node in view.nodes) * factor
    grow = max(1.0, min(_SMALLEST_MARK * text / smallest, _free(circles)))
    middle = (box[0] + box[2]) / 2
    top = box[1] + _ABOVE * text
    x = middle - factor * float(low[0] + high[0]) / 2
    y = top - factor * float(low[1])
    return Scale(factor, x, y, grow), top + factor * down + _BELOW * text


def _small(text: float) -> float:
    """The size of secondary words beside text of a size."""
    return max(_LEAST_SIZE, _GROUP_SIZE * text)


def _free(circles: Floats) -> float:
    """By how much all circles can grow before two of them touch."""
    from scipy.spatial import cKDTree

    reach = 4 * float(np.median(circles[:, 2])) + 2 * float(circles[:, 2].max())
    pairs = cKDTree(circles[:, :2]).query_pairs(reach, output_type="ndarray").astype(np.int64)
    if not len(pairs):
        return 4.0
    first, second = circles[pairs[:, 0]], circles[pairs[:, 1]]
    gap = np.hypot(first[:, 0] - second[:, 0], first[:, 1] - second[:, 1])
    return min(4.0, 0.95 * float((gap / (first[:, 2] + second[:, 2])).min()))


def _draw_lines(
    paper: Paper,
    lines: Sequence[Line],
    places: Mapping[str, tuple[float, float]],
    scale: Scale,
    text: float,
) -> Floats:
    """Draw the lines; returns their ends, shape (m, 4)."""
    many = len(lines) > _MANY_LINES
    ends = []
    for line in lines:
        x, y = places[line.start]
        u, v = scale.place(*line.to)
        long = math.hypot(u - x, v - y)
        if line.sides > 1 and long:
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
        paper.rules.append(replace(rule, width=0.6 * rule.width, faint=True) if many else rule)
    return np.array(ends, dtype=float).reshape(-1, 4)


def _caption(
    paper: Paper, view: View, scale: Scale, room: Box, text: float, isolates: str
) -> list[Box]:
    """Say above the rows of isolates what they are, where no mark is in the way."""
    if not isolates or view.isolates is None:
        return []
    size = _small(text)
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


def _names(
    paper: Paper,
    view: View,
    lines: Sequence[Line],
    scale: Scale,
    room: Box,
    ends: Floats,
    text: float,
    taken: Sequence[Box],
) -> tuple[tuple[Box, ...], frozenset[str]]:
    """Write the names that have room; returns their boxes, and the ids of those named."""
    wanted: list[Wanted] = []
    written: list[tuple[Forms, bool, float]] = []
    tied = {name for line in lines for name in (line.start, line.end)}
    cell = (math.inf, math.inf) if tied else _cell(view, scale)
    order, sure = _in_order(view, lines)
    many = len(order) > _ALL_UP_TO
    area = (room[2] - room[0]) * (room[3] - room[1])
    most = int(area / (_LETTERS_A_NAME * text * text)) if many else None
    groups = 0
    # A rank says nothing without its key, which has the first.
    keyed = view.authoring.labels == "ranks" and not view.overview
    for at, each in enumerate(order):
        x, y = scale.place(each.x, each.y)
        reach = scale.length(each.radius) * (1.0 if each.group else REACH[each.shape])
        reach += _RING * text if each.id in view.subjects else 0.0
        size = _small(text) if each.group else text
        alone = view.isolates is not None and each.y > view.isolates and not each.group
        apart = alone and math.isfinite(cell[0])
        groups += each.group
        if alone and tied and each.id not in view.foremost:
            # The strip of those without ties stays low.
            forms: Forms = ()
        elif keyed and at >= sure and not each.group:
            forms = ()
        elif view.overview:
            forms = _community_forms(each.name, size)
        elif most is not None and not (groups <= most // 4 if each.group else each.radius > _PLAIN):
            forms = ()
        elif apart:
            tall = int(min((cell[1] - 2 * reach) / LEADING / size, _NAME_LINES))
            forms = _forms(each, size, tall, (cell[0],))
        else:
            forms = _forms(each, size, _NAME_LINES)
        written.append((forms, each.group, size))
        wanted.append(Wanted(x, y, reach, tuple(extent for _, extent in forms), below=apart))
    placed = place_labels(
        wanted,
        room,
        ends,
        taken=taken,
        gap=0.25 * text,
        most=most,
        sure=sure,
        covering=sure if many or view.overview else 1,
    )
    for label in placed:
        if label.leader is not None:
            x, y, u, v = label.leader
            ends_at = (round(x, 2), round(y, 2), round(u, 2), round(v, 2))
            paper.rules.append(Rule(ends_at, MUTED, (), round(_LEADER * text, 2)))
        forms, is_group, size = written[label.index]
        middle, top = round((label.box[0] + label.box[2]) / 2, 2), round(label.box[1], 2)
        colour = MUTED if is_group else INK
        paper.write(forms[label.form][0], middle, top, size, colour, centred=True, halo=True)
    named = frozenset(order[label.index].id for label in placed) - {""}
    return tuple(label.box for label in placed), named


def _key(view: View, named: frozenset[str]) -> tuple[str, ...]:
    """Whose the ranks are that stand beside marks, in order."""
    return tuple(plain(f"{node.rank} {node.label}") for node in view.nodes if node.id in named)


@dataclass(frozen=True, slots=True)
class _Named:
    """Something with a name and maybe a shorter one, in pixels of the view."""

    id: str
    name: str
    short: str
    x: float
    y: float
    radius: float
    shape: str
    group: bool


def _in_order(view: View, lines: Sequence[Line]) -> tuple[list[_Named], int]:
    """What has a name, the most important first, and how many of them are always named: what the
    author asks for and the first organisations that have ties. Then the rest with a group after
    every third, as on the page.
    """
    degrees = Counter(name for line in lines for name in (line.start, line.end))
    nodes = sorted(
        view.nodes,
        key=lambda node: (
            node.values.get("best", 0),
            not degrees[node.id],
            node.rank,
            -degrees[node.id],
            node.id,
        ),
    )
    if view.overview:
        first = [node.id for node in nodes if (node.values["best"] or math.inf) <= _FIRST]
    else:
        first = [node.id for node in nodes[:_FIRST] if degrees[node.id] or not degrees]
    sure = len({*first, *view.foremost})
    nodes.sort(key=lambda node: node.id not in view.foremost)
    groups = sorted(view.groups, key=lambda group: group.group.key)
    pointed = [(group, group.point) for group in groups if group.point is not None]
    named = [
        _Named(
            node.id,
            plain(name),
            plain(short),
            node.x,
            node.y,
            node.size,
            node.mark.shape,
            False,
        )
        for node in nodes
        for name, short in (view.written(node),)
    ]
    named += [
        _Named("", plain(group.group.name), plain(group.short), *point, HUB_RADIUS, "dot", True)
        for group, point in pointed
    ]
    order = by_importance(
        [float(-at) for at in range(len(nodes))],
        [0] * len(nodes),
        [len(g.members) for g, _ in pointed],
    )
    return [named[at] for at in (*range(sure), *(at for at in order if at >= sure))], sure


def _cell(view: View, scale: Scale) -> tuple[float, float]:
    """The width and height that each isolate has for itself in the rows; endless where none stands
    beside or below it.
    """
    if view.isolates is None:
        return math.inf, math.inf
    places = [scale.place(node.x, node.y) for node in view.nodes if node.y > view.isolates]
    # Large marks stand a little lower in their row than small ones: that makes no row of its own.
    least = 2 * scale.length(max(node.size for node in view.nodes if node.y > view.isolates))
    wide, tall = (
        min((b - a for a, b in pairwise(sorted(found)) if b - a > least), default=math.inf)
        for found in zip(*places, strict=True)
    )
    return wide, tall


def _community_forms(name: str, size: float) -> Forms:
    """The way to write a community's name: each connector on a line, then how many it has."""
    names, _, members = name.rpartition(" ")
    parts = re.split(r", (?=\d+\. )", names)
    most = _NAME_LINES - 2 if len(parts) == 1 else 1
    rooms = [wrapped(part, size, _COMMUNITY * size, most) for part in parts]
    lines = (*(line for part, _ in rooms for line in part), members)
    wide = max(width(line, size) for line in lines) + 2 * _BESIDE * size
    return ((lines, (wide, len(lines) * LEADING * size, True)),)


def _rooms(name: str, size: float) -> list[float]:
    """The widths to break a name at, wide enough for its longest word within reason."""
    words = (width(word, size) + 2 * _BESIDE * size for word in name.split(" "))
    longest = min(max(words), _WIDEST * size)
    return [max(room * size, longest) for room in _NAME_WIDTHS]


def _forms(each: _Named, size: float, most: int, rooms: Sequence[float] = ()) -> Forms:
    """The ways to write a name in lines of at most some widths, the better ones first: the whole
    name on as few lines as it takes, then the shorter one. Only a name that has none is cut.
    """
    found: dict[tuple[str, ...], tuple[float, float, bool]] = {}
    for name in (each.name, each.short):
        for room in (rooms or _rooms(name, size)) if name else ():
            inner = min(room - 2 * _BESIDE * size, _WIDEST * size)
            for count in range(1, most + 1):
                lines, fits = wrapped(name, size, inner, count)
                if fits or (not each.short and count == most):
                    # A little room at either side, or two names side by side would read as one.
                    wide = max(width(line, size) for line in lines) + 2 * _BESIDE * size
                    whole = fits and name == each.name
                    found.setdefault(lines, (wide, len(lines) * LEADING * size, whole))
    return tuple(sorted(found.items(), key=lambda form: (not form[1][2], len(form[0]))))
