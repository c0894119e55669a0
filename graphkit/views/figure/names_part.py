"""The names on a picture, the notes of its author, and what they take the place of."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from graphkit.views.figure.fonts import LEADING, plain, width, wrapped
from graphkit.views.figure.labels import Box, Floats, Label, Wanted, place_labels
from graphkit.views.figure.primitives import Frame, Paper, Rule
from graphkit.views.figure.scale import RING, Scale, small
from graphkit.views.layout.label_room import by_importance
from graphkit.views.layout.two_mode_layout import HUB_RADIUS
from graphkit.views.lines import Line, middle_of
from graphkit.views.marks import REACH
from graphkit.views.themes import INK, MUTED
from graphkit.views.view import View

Forms = tuple[tuple[tuple[str, ...], tuple[float, float, bool]], ...]
"""The ways to write a name: its lines, and their width, height and whether it is all of it."""

_NAME_WIDTHS, _WIDEST, _NAME_LINES = (11.6, 9.0), 22.0, 4
_NOTE_WIDTHS, _NOTE_LINES, _NOTE_EDGE = (19.0, 15.0, 12.0), 12, 0.45
_BESIDE, _LEADER, _COMMUNITY = 0.3, 0.05, 13.0
_LED = 20
_ALL_UP_TO, _FIRST, _LETTERS_A_NAME = 400, 10, 60.0
_PLAIN = 6.2
"""Up to this radius a mark says that an organisation does not stand out."""


@dataclass(frozen=True, slots=True)
class Missed:
    """A name or note that should be there and has no room; asked: whether the author wants it."""

    name: str
    asked: bool


def draw_names(
    paper: Paper,
    view: View,
    lines: Sequence[Line],
    scale: Scale,
    room: Box,
    ends: Floats,
    text: float,
    taken: Sequence[Box],
) -> tuple[tuple[Box, ...], frozenset[str], tuple[Missed, ...]]:
    """Write the names that have room; returns their boxes, the ids of those named, and what should
    be there and had no room.
    """
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
        reach += RING * text if each.id in view.subjects or each.id in view.ringed else 0.0
        size = small(text) if each.group else text
        alone = view.isolates is not None and each.y > view.isolates and not each.group
        apart = alone and math.isfinite(cell[0])
        groups += each.group
        if each.note:
            forms: Forms = _note_forms(each.name, size)
        elif alone and tied and each.id not in view.foremost:
            # The strip of those without ties stays low.
            forms = ()
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
        asked = each.note or each.id in view.authoring.foremost
        extents = tuple(extent for _, extent in forms)
        wanted.append(Wanted(x, y, reach, extents, below=apart, asked=asked))
    # Lines to more communities than the first let more of them be named in order.
    for led in (max(sure, min(_LED, len(order))), sure) if view.overview else (sure,):
        placed = place_labels(
            wanted,
            room,
            ends,
            taken=taken,
            gap=0.25 * text,
            most=most,
            sure=led,
            covering=led if many or view.overview else 1,
            crowded=view.ground is not None,
        )
        if sum(label.index < sure for label in placed) == sure:
            break
    if view.overview:
        placed = _by_rank(view, order, placed, sure)
    for label in placed:
        if label.leader is not None:
            x, y, u, v = label.leader
            ends_at = (round(x, 2), round(y, 2), round(u, 2), round(v, 2))
            paper.rules.append(Rule(ends_at, MUTED, (), round(_LEADER * text, 2)))
        forms, is_group, size = written[label.index]
        middle, top = round((label.box[0] + label.box[2]) / 2, 2), round(label.box[1], 2)
        colour = MUTED if is_group else INK
        if order[label.index].note:
            paper.frames.append(Frame(*(round(edge, 2) for edge in label.box)))
            top += _NOTE_EDGE * size
        paper.write(forms[label.form][0], middle, top, size, colour, centred=True, halo=True)
    named = frozenset(order[label.index].id for label in placed) - {""}
    there = {label.index for label in placed}
    missed = [
        Missed(each.name, each.note or each.id in view.authoring.foremost)
        for at, each in enumerate(order[:sure])
        if at not in there and wanted[at].forms
    ]
    return tuple(label.box for label in placed), named, tuple(missed)


def _by_rank(
    view: View, order: Sequence[_Named], placed: Sequence[Label], sure: int
) -> list[Label]:
    """The names of communities without those that rank behind one that has no room."""
    best = {node.id: node.values["best"] or math.inf for node in view.nodes}
    there = {label.index for label in placed}
    missed = [
        best[each.id]
        for at, each in enumerate(order)
        if at not in there and at >= sure and each.id in best
    ]
    last = min(missed, default=math.inf)
    return [
        label
        for label in placed
        if label.index < sure or best.get(order[label.index].id, 0) <= last
    ]


def key_of(view: View, named: frozenset[str]) -> tuple[str, ...]:
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
    note: bool = False


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
    nodes.sort(key=lambda node: (not view.noted(node), node.id not in view.foremost))
    groups = sorted(view.groups, key=lambda group: group.group.key)
    pointed = [(group, group.point) for group in groups if group.point is not None]
    named = [
        _Named(
            node.id,
            name,
            short,
            node.x,
            node.y,
            node.size,
            node.mark.shape,
            False,
            bool(note),
        )
        for node in nodes
        for note in (plain(view.noted(node)),)
        for name, short in ((note, "") if note else map(plain, view.written(node)),)
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
    notes = [
        _Named("", plain(each.note), "", *middle, 0.0, "dot", False, True)
        for each in view.authoring.highlights
        if each.steps and each.note and (middle := middle_of(view, each)) is not None
    ]
    rest = [named[at] for at in (*range(sure), *(at for at in order if at >= sure))]
    return [*notes, *rest], len(notes) + sure


def _note_forms(note: str, size: float) -> Forms:
    """The ways to write a note in its frame, the wider ones first."""
    found: dict[tuple[str, ...], tuple[float, float, bool]] = {}
    for room in _NOTE_WIDTHS:
        lines, _ = wrapped(note, size, room * size, _NOTE_LINES)
        wide = max(width(line, size) for line in lines) + 2 * _NOTE_EDGE * size
        found[lines] = (wide, (len(lines) * LEADING + 2 * _NOTE_EDGE) * size, True)
    return tuple(found.items())


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
