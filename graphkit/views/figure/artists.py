"""A sheet as matplotlib's artists: filled areas, lines, rings and marks, and the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import repeat
from typing import TYPE_CHECKING, Any

from graphkit.views.figure.fonts import font
from graphkit.views.figure.primitives import Paper, Rule
from graphkit.views.marks import corners
from graphkit.views.themes import INK, PAPER

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.transforms import Transform

_HALO = 0.38
_FAINT = 0.5


def areas(paper: Paper, points: Transform) -> Iterator[Artist]:
    """One path for each filled shape, below everything else and in their order."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path as Outline

    for area in paper.areas:
        closed = [
            Outline([*corners, corners[0]], closed=True)
            for corners in map(list, area.outlines)
            if corners
        ]
        shape = PathPatch(Outline.make_compound_path(*closed))
        shape.set(
            facecolor=paper.theme.of(area.fill),
            edgecolor=paper.theme.of(area.edge) if area.edge else "none",
            linewidth=area.width,
            transform=points,
            zorder=-1,
        )
        yield shape


def lines(paper: Paper, points: Transform) -> Iterator[Artist]:
    """One collection for all lines of a kind: few elements, in a fixed order."""
    from matplotlib.collections import LineCollection

    kinds: dict[tuple[str, tuple[float, ...], float, bool], list[Rule]] = defaultdict(list)
    for rule in paper.rules:
        kinds[rule.colour, rule.dash, rule.width, rule.faint].append(rule)
    for zorder, ((colour, dash, width, faint), rules) in enumerate(kinds.items()):
        yield LineCollection(
            [rule.points() for rule in rules],
            colors=paper.theme.of(colour),
            linewidths=width,
            alpha=_FAINT if faint else None,
            linestyles=[(0, dash)] if dash else "solid",
            transform=points,
            zorder=zorder / (len(kinds) + 1),
        )


def shapes(paper: Paper, points: Transform) -> Iterator[Artist]:
    """Rings and marks; each its own patch, so that those drawn first lie lowest."""
    from matplotlib.patches import Circle, Polygon, Rectangle, Wedge

    ground = paper.theme.of(PAPER)
    rings = [
        Circle(
            (ring.x, ring.y), ring.radius, facecolor=ground, edgecolor=paper.theme.of(ring.colour)
        )
        for ring in paper.rings
    ]
    marks: list[Circle | Polygon | Wedge] = []
    for stamp in paper.stamps:
        colours = {"facecolor": stamp.mark.colour, "edgecolor": stamp.mark.edge}
        outline = [
            (stamp.x + x * stamp.radius, stamp.y + y * stamp.radius)
            for x, y in corners(stamp.mark.shape)
        ]
        turn = 0.0
        for colour, share in stamp.shares if len(stamp.shares) > 1 else ():
            start, turn = turn, turn + 360 * share
            wedge = Wedge((stamp.x, stamp.y), stamp.radius, start - 90, turn - 90)
            wedge.set(facecolor=colour, edgecolor=ground)
            marks.append(wedge)
        if turn:
            continue
        if len(stamp.shares) == 1:
            colours["facecolor"] = stamp.shares[0][0]
        if outline:
            marks.append(Polygon(outline, closed=True, joinstyle="miter", **colours))
        else:
            marks.append(Circle((stamp.x, stamp.y), stamp.radius, **colours))
    frames = [
        Rectangle(
            (each.left, each.top),
            each.right - each.left,
            each.bottom - each.top,
            facecolor=ground,
            edgecolor=paper.theme.of(INK),
        )
        for each in paper.frames
    ]
    widths = [ring.width for ring in paper.rings]
    for zorder, patches, wide in (
        (1, rings, widths),
        (2, marks, repeat(0.6)),
        (2.5, frames, repeat(0.6)),
    ):
        for patch, edge in zip(patches, wide, strict=False):
            patch.set(transform=points, zorder=zorder, linewidth=edge)
            yield patch


def write_texts(figure: Figure, paper: Paper, points: Transform, form: str) -> None:
    """Write the text, that on the picture with a halo that parts it from the lines below."""
    from matplotlib.patheffects import Stroke

    ground = paper.theme.of(PAPER)
    for text in paper.texts:
        how: dict[str, Any] = {
            "fontproperties": font(text.size),
            "ha": "center" if text.centred else "left",
            "va": "baseline",
            "transform": points,
            "parse_math": False,
        }
        if text.halo:
            halo = figure.text(text.x, text.y, text.text, color=ground, zorder=3, **how)
            if form == "svg":
                # A path effect would make paths of the text; `finished` widens it instead.
                halo.set_gid(f"halo {_HALO * text.size:.2f}")
            else:
                halo.set_path_effects([Stroke(linewidth=_HALO * text.size, foreground=ground)])
        figure.text(text.x, text.y, text.text, color=paper.theme.of(text.colour), zorder=4, **how)
