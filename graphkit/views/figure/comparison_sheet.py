"""Small multiples composed on paper: panels of one scale and crop, one legend below them.

Each panel is headed by its selection and counts. What is new since the panel before has a ring or a
thicker line; what is gone is left as an empty mark or a grey line.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from graphkit.model import UsageError
from graphkit.version import __version__
from graphkit.views.figure.fonts import plain
from graphkit.views.figure.labels import Box
from graphkit.views.figure.legend import Entry, draw_legend, entries, layer_rule
from graphkit.views.figure.network_part import Picture, draw_picture
from graphkit.views.figure.primitives import Paper, Ring, Rule, Stamp
from graphkit.views.figure.scale import Scale, scaled
from graphkit.views.figure.sheet import MOST, Sheet, check_width, unbroken, written
from graphkit.views.layout.two_mode_layout import HUB_RADIUS
from graphkit.views.marks import REACH, Mark
from graphkit.views.picture_in_words import sentences
from graphkit.views.small_multiples import Panel, SmallMultiples
from graphkit.views.themes import GONE, GONE_EDGE, INK, MUTED, PANEL, PAPER, SAMPLE, Theme
from graphkit.views.translation import Words, authored_words, selection_words, words_with

_POINTS_A_CM = 72 / 2.54
_TEXT, _TITLE, _HEADING, _FOOT = 7.0, 1.45, 1.15, 0.92
_NARROWEST_PANEL = 6.4
"""In centimetres: a narrower panel has no room for names."""

_TALLEST = 1.1
_TITLE_LINES, _HEADING_LINES, _COUNT_LINES, _FOOT_LINES = 3, 2, 2, 40
_CAPTION_LINES = 30
_NEW, _GONE = 2.2, 0.6
"""How thick a line is, in the thickness of its own."""

_RING = 0.3
_COUNTED = ("facts", "inferred", "undated", "unknown", "absent")


def compose_comparison(drawn: SmallMultiples, width_cm: float) -> Sheet:
    """The figure of small multiples at a width. Raises UsageError as `compose` does."""
    check_width(width_cm)
    if len(drawn.frame.nodes) > MOST:
        raise UsageError(
            f"the selections have {len(drawn.frame.nodes):,} organisations and a figure shows at "
            f"most {MOST:,}; select fewer with `kind`, `sector` or `layer`"
        )
    frame = drawn.frame
    texts = words_with(frame.language, frame.kinds)
    paper = Paper(frame.theme)
    said = frame.authoring
    across = width_cm * _POINTS_A_CM
    text = _TEXT
    margin, gap = text, 1.5 * text
    room = across - 2 * margin
    title = plain(drawn.title)
    top = paper.write_wrapped(title, margin, margin, _TITLE * text, room, _TITLE_LINES, INK)
    if said.subtitle:
        top = paper.write_wrapped(
            plain(said.subtitle), margin, top, text, room, _TITLE_LINES, MUTED
        )
    top += 0.6 * text
    picture = (margin, top, across - margin, top)
    columns = columns_for(len(drawn.panels), width_cm)
    wide = (room - (columns - 1) * gap) / columns
    labels: list[Box] = []
    named = 0
    keys: list[str] = []
    for row in range(0, len(drawn.panels), columns):
        panels = drawn.panels[row : row + columns]
        lefts = [margin + at * (wide + gap) for at in range(len(panels))]
        begin = max(
            _head(paper, panel, row + at == 0, left, top, text, wide, texts)
            for at, (panel, left) in enumerate(zip(panels, lefts, strict=True))
        )
        for panel, left in zip(panels, lefts, strict=True):
            box = (left, begin + 0.3 * text, left + wide, begin + _TALLEST * wide)
            bottom, shown = _draw(paper, drawn, panel, box, text)
            _refuse_missed(shown, panel, width_cm)
            _border(paper, (left, box[1], left + wide, bottom))
            labels += shown.labels
            named += shown.named
            if shown.key:
                keys.append(f"{plain(panel.heading)}: {unbroken(shown.key, text, room)}")
        top = bottom + text
    picture = (*picture[:3], top - text)
    below = top - text
    if said.legend != "none":
        below = _legend(paper, drawn, margin, top, text, room, texts)
    below += 0.8 * text
    for each in (*keys, *map(plain, authored_words(said, texts))):
        below = paper.write_wrapped(each, margin, below, text, room, _CAPTION_LINES, INK)
        below += 0.4 * text
    end = paper.write_wrapped(
        unbroken(_phrases(drawn, named, texts), _FOOT * text, room),
        margin,
        below,
        _FOOT * text,
        room,
        _FOOT_LINES,
        MUTED,
    )
    manifest = frame.provenance.manifest
    return Sheet(
        width=across,
        height=round(end + margin, 2),
        paper=paper,
        picture=picture,
        labels=tuple(labels),
        title=title,
        description=" ".join(plain(each) for each in (*sentences(drawn), *written(frame))),
        language=frame.language,
        manifest=manifest.text() if manifest else "",
    )


def columns_for(panels: int, width_cm: float) -> int:
    """How many panels stand side by side, so that the rows are as even as possible."""
    most = max(1, min(panels, int(width_cm / _NARROWEST_PANEL), 3))
    return math.ceil(panels / math.ceil(panels / most))


def counts_of(panel: Panel, first: bool, texts: Words) -> list[str]:
    """How many organisations and ties a panel has, and how many came and went."""
    said = []
    for name, each in (("organisations", panel.organisations), ("ties", panel.ties)):
        count = texts["comparison", name].format(count=each.kept + each.gained)
        change = texts["comparison", "change"].format(new=each.gained, gone=each.lost)
        said.append(count if first else f"{count} ({change})")
    return said


def _head(
    paper: Paper,
    panel: Panel,
    first: bool,
    left: float,
    top: float,
    text: float,
    room: float,
    texts: Words,
) -> float:
    """Write what a panel selects and how many it has; returns where this ends."""
    heading, size = plain(panel.heading), _HEADING * text
    top = paper.write_wrapped(heading, left, top, size, room, _HEADING_LINES, INK)
    for said in counts_of(panel, first, texts):
        top = paper.write_wrapped(said, left, top, _FOOT * text, room, _COUNT_LINES, MUTED)
    return top


def _draw(
    paper: Paper, drawn: SmallMultiples, panel: Panel, box: Box, text: float
) -> tuple[float, Picture]:
    """Draw a panel; returns where it ends, and what is drawn."""
    scale, bottom = scaled(drawn.frame, box, text)
    _draw_gone(paper, panel, scale, text)
    for node in panel.view.nodes:
        if node.id in panel.new:
            around = scale.length(node.size) * REACH[node.mark.shape] + _RING * text
            # The ring of one that the author points out is inside the one that says it is new.
            around += _RING * text if node.id in panel.view.ringed else 0.0
            paper.rings.append(Ring(*scale.place(node.x, node.y), round(around, 2), INK))
    lines = [
        replace(line, thickness=_NEW * line.thickness) if at in panel.new_lines else line
        for at, line in enumerate(panel.lines)
    ]
    taken = [
        (x - r, y - r, x + r, y + r)
        for node in panel.gone
        for x, y in [scale.place(node.x, node.y)]
        for r in [scale.length(node.size)]
    ]
    picture = draw_picture(paper, panel.view, lines, box, text, "", frame=drawn.frame, taken=taken)
    return bottom, picture


def _refuse_missed(picture: Picture, panel: Panel, width_cm: float) -> None:
    """Raise UsageError for a name or note that the author wants and that has no room."""
    for missed in picture.missed:
        if missed.asked:
            raise UsageError(
                f"`width_cm` {width_cm:g}: {missed.name} has no room in the panel "
                f"{panel.heading}; draw a wider figure, name or point out fewer, or write less in "
                "notes"
            )


def _draw_gone(paper: Paper, panel: Panel, scale: Scale, text: float) -> None:
    places = {node.id: (node.x, node.y) for node in (*panel.gone, *panel.view.nodes)}
    for line in panel.gone_lines:
        ends = (*scale.place(*places[line.start]), *scale.place(*line.to))
        paper.rules.append(_gone_rule(ends, text))
    for point in panel.gone_points:
        paper.rings.append(Ring(*scale.place(*point), scale.length(HUB_RADIUS), GONE))
    for node in panel.gone:
        hollow = Mark(node.mark.shape, paper.theme.of(PAPER), paper.theme.of(GONE_EDGE))
        paper.stamps.append(Stamp(hollow, *scale.place(node.x, node.y), scale.length(node.size)))


def _gone_rule(ends: tuple[float, float, float, float], text: float) -> Rule:
    return Rule(ends, GONE, (), round(_GONE * 0.12 * text, 2))


def _border(paper: Paper, box: Box) -> None:
    left, top, right, bottom = (round(each, 2) for each in box)
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    for (x, y), (u, v) in zip(corners, (*corners[1:], corners[0]), strict=True):
        paper.rules.append(Rule((x, y, u, v), PANEL, (), 0.4))


def _legend(
    paper: Paper,
    drawn: SmallMultiples,
    left: float,
    top: float,
    text: float,
    room: float,
    texts: Words,
) -> float:
    """Draw the legend of all panels in columns below them; returns where it ends."""
    lines = [line for panel in drawn.panels for line in panel.lines]
    of_marks, of_lines = entries(drawn.frame, lines, texts)
    count = len(drawn.frame.legend) + 1
    kinds, last = of_marks[:count], of_marks[count:]
    half = math.ceil(len(kinds) / 2) + 1 if len(kinds) > 6 else len(kinds)
    parts: list[Sequence[Entry]] = [
        each
        for each in (kinds[:half], kinds[half:], (*of_lines, *last), _changes(texts, paper.theme))
        if each
    ]
    rows = 2 if room < 110 * text * 0.5 else 1
    across = math.ceil(len(parts) / rows)
    wide = (room - (across - 1) * 1.5 * text) / across
    for row in range(0, len(parts), across):
        top = max(
            draw_legend(paper, part, left + at * (wide + 1.5 * text), top, text, wide)
            for at, part in enumerate(parts[row : row + across])
        )
    return top


def _changes(texts: Words, theme: Theme) -> tuple[Entry, ...]:
    """What the legend says of what came and went."""
    mark = Mark("dot", theme.of(SAMPLE), "#4D4D4D")
    empty = Mark("dot", theme.of(PAPER), theme.of(GONE_EDGE))

    def dot(paper: Paper, x: float, y: float, text: float, *, mark: Mark, ring: bool) -> None:
        paper.stamps.append(Stamp(mark, x, y, 0.36 * text))
        if ring:
            paper.rings.append(Ring(x, y, 0.62 * text, INK))

    def new(paper: Paper, x: float, y: float, text: float) -> None:
        dot(paper, x - 0.7 * text, y, text, mark=mark, ring=True)
        line(paper, x + 0.1 * text, y, text, _NEW)

    def stayed(paper: Paper, x: float, y: float, text: float) -> None:
        dot(paper, x - 0.7 * text, y, text, mark=mark, ring=False)
        line(paper, x + 0.1 * text, y, text, 1.0)

    def gone(paper: Paper, x: float, y: float, text: float) -> None:
        dot(paper, x - 0.7 * text, y, text, mark=empty, ring=False)
        paper.rules.append(_gone_rule((x + 0.1 * text, y, x + 1.5 * text, y), text))

    def line(paper: Paper, x: float, y: float, text: float, times: float) -> None:
        ends = (x, y, x + 1.4 * text, y)
        paper.rules.append(layer_rule(ends, "membership", text, times=times))

    return (
        Entry(texts["comparison", "heading"]),
        Entry(texts["comparison", "new"], new),
        Entry(texts["comparison", "stayed"], stayed),
        Entry(texts["comparison", "gone"], gone),
    )


def _phrases(drawn: SmallMultiples, named: int, texts: Words) -> list[str]:
    """What the figure rests on, and how many names it has."""
    said = []
    provenance = drawn.frame.provenance
    if provenance.datasets:
        names = ", ".join(provenance.datasets)
        said.append(texts["provenance", "datasets"].format(names=names))
    said.append(texts["comparison", "rest"])
    for panel in drawn.panels:
        rests = panel.view.provenance
        counts = [
            texts["provenance", name].format(count=rests.counts[name])
            for name in _COUNTED
            if rests.counts[name] or name == "facts"
        ]
        chosen = selection_words(rests.selection, texts)
        said.append(f"{panel.heading}: {chosen} ({', '.join(counts)})")
    count = sum(len(panel.view.nodes) for panel in drawn.panels)
    if named < count:
        said.append(texts["figure", "names"].format(shown=named, count=count))
    said.append(f"graphkit {__version__}")
    return [plain(each) for each in said]
