"""The legend of a figure: kinds by shape and colour, layers by dash and colour, what size says."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from graphkit.metrics import METRICS
from graphkit.views.figure.fonts import LEADING, plain, width
from graphkit.views.figure.primitives import Paper, Ring, Rule, Stamp
from graphkit.views.lines import Line, on_chains
from graphkit.views.marks import STROKES, Mark
from graphkit.views.themes import INK, MUTED
from graphkit.views.translation import Words, capital, marks_title, size_words
from graphkit.views.view import View

Sign = Callable[[Paper, float, float, float], None]
"""Draws the sign of an entry around a point, beside text of a size."""

_INSET = 3.2
_LINES = 8
_COLUMNS, _COLUMN = 4, 15.0
_LINE_WIDTH, _INFERRED = 0.12, 0.4
CHAIN = 2.6
"""How thick a line on a chain that is pointed out is, in the thickness of its own."""

POINTED_OUT = 1.5
"""The width of a ring around an organisation that is pointed out, in points."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the legend says, and its sign; a heading has none."""

    text: str
    sign: Sign | None = None


def entries(
    view: View, lines: Sequence[Line], texts: Words
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """What the legend of a view says, of marks and of lines: only of what occurs in the picture."""
    return tuple(_of_marks(view, texts)), tuple(_of_lines(view, lines, texts))


def _of_marks(view: View, texts: Words) -> Iterator[Entry]:
    if view.legend:
        yield Entry(marks_title(view, texts))
    for kind in view.legend:
        yield Entry(f"{kind.label} ({kind.count})", partial(_stamp, kind.mark))
    if view.nodes and (view.metrics or view.overview):
        yield Entry(
            texts["page", "overviewSize" if view.metrics else "overviewSizeUnranked"].format(
                facet=marks_title(view, texts)
            )
            if view.overview
            else size_words(METRICS[view.by], view.language),
            _sizes,
        )
    if view.ringed:
        yield Entry(texts["page", "pointedOut"], _pointed_out)
    if view.ground is not None and view.ground.farthest:
        yield Entry(texts["map", "legend"], _beside)


def _of_lines(view: View, lines: Sequence[Line], texts: Words) -> Iterator[Entry]:
    layers = {line.layer for line in lines}
    if layers:
        yield Entry(texts["figure", "ties"])
    for layer in STROKES:
        if layer in layers:
            said = texts["page", "overviewTie"] if view.overview else texts["layer", layer]
            yield Entry(capital(said), partial(_line, layer, False))
    thin = next((line.layer for line in lines if line.inferred), None)
    if thin is not None:
        yield Entry(texts["page", "inferredLine"], partial(_line, thin, True))
    if any(on_chains(view, lines)):
        yield Entry(texts["page", "pointedOutChain"], _thick)
    if any(group.point is not None for group in view.groups):
        yield Entry(texts["page", "shared"], _ring)


def legend_width(said: Sequence[Entry], text: float, most: float) -> float:
    """The width of a legend in text of a size, at most `most`."""
    inset = _INSET * text
    return min(
        most,
        max(
            (width(plain(each.text), text) + (inset if each.sign else 0.0) for each in said),
            default=0.0,
        )
        + 0.2 * text,
    )


def draw_legend(
    paper: Paper, said: Sequence[Entry], left: float, top: float, text: float, room: float
) -> float:
    """Draw the legend from its upper left corner; returns where it ends."""
    inset = _INSET * text
    for nth, entry in enumerate(said):
        if entry.sign is None:
            top += 0.7 * text if nth else 0.0
            top = paper.write_wrapped(plain(entry.text), left, top, text, room, _LINES, MUTED)
        else:
            entry.sign(paper, left + inset * 0.42, top + LEADING * text / 2, text)
            top = paper.write_wrapped(
                plain(entry.text), left + inset, top, text, room - inset, _LINES, INK
            )
        top += 0.22 * text
    return top


def draw_below(
    paper: Paper,
    of_marks: Sequence[Entry],
    of_lines: Sequence[Entry],
    left: float,
    top: float,
    text: float,
    room: float,
) -> float:
    """Draw the legend in columns below a picture; returns where it ends."""
    count = max(2, min(_COLUMNS, int(room / (_COLUMN * text))))
    gap = 2 * text
    wide = (room - (count - 1) * gap) / count
    share = math.ceil(len(of_marks) / max(count - 1, 1))
    parts = [of_marks[at : at + share] for at in range(0, len(of_marks), share or 1)]
    return max(
        draw_legend(paper, said, left + at * (wide + gap), top, text, wide)
        for at, said in enumerate((*parts, of_lines))
    )


def layer_rule(
    ends: tuple[float, float, float, float],
    layer: str,
    text: float,
    *,
    inferred: bool = False,
    times: float = 1.0,
) -> Rule:
    """A line as its layer is drawn beside text of a size, some times as wide; thin when it is
    only inferred.
    """
    stroke = STROKES[layer]
    base = _LINE_WIDTH * text
    dash = tuple(round(part * base, 2) for part in stroke.dash)
    return Rule(ends, stroke.colour, dash, round(base * (_INFERRED if inferred else times), 2))


def _stamp(mark: Mark, paper: Paper, x: float, y: float, text: float) -> None:
    paper.stamps.append(Stamp(mark, x, y, 0.42 * text))


def _sizes(paper: Paper, x: float, y: float, text: float) -> None:
    paper.rings.append(Ring(x - 0.55 * text, y, 0.22 * text))
    paper.rings.append(Ring(x + 0.35 * text, y, 0.5 * text))


def _line(layer: str, inferred: bool, paper: Paper, x: float, y: float, text: float) -> None:
    ends = (x - 1.25 * text, y, x + 1.25 * text, y)
    paper.rules.append(layer_rule(ends, layer, text, inferred=inferred))


def _pointed_out(paper: Paper, x: float, y: float, text: float) -> None:
    paper.rings.append(Ring(x, y, 0.5 * text, INK, POINTED_OUT))


def _thick(paper: Paper, x: float, y: float, text: float) -> None:
    rule = layer_rule((x - 1.25 * text, y, x + 1.25 * text, y), "membership", text, times=CHAIN)
    paper.rules.append(rule)


def _ring(paper: Paper, x: float, y: float, text: float) -> None:
    paper.rings.append(Ring(x, y, 0.3 * text))


def _beside(paper: Paper, x: float, y: float, text: float) -> None:
    for dx, dy in ((-0.5, 0.28), (0.5, 0.28), (0.0, -0.5)):
        paper.rings.append(Ring(x + dx * text, y + dy * text, 0.36 * text))
