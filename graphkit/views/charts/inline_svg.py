"""A composed sheet as SVG inside a page: elements without styles, which its policy would refuse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from graphkit.views.figure.primitives import Paper
from graphkit.views.figure.sheet import Sheet
from graphkit.views.marks import corners
from graphkit.views.themes import PAPER

_FONTS = "'DejaVu Sans', Verdana, sans-serif"


def inline_svg(sheet: Sheet) -> str:
    """The sheet as an `svg` element that says in words what it shows."""
    wide, tall = _short(sheet.width), _short(sheet.height)
    return "".join(
        (
            f'<svg viewBox="0 0 {wide} {tall}" role="img" lang="{escape(sheet.language)}" '
            f'aria-label="{escape(sheet.title)}. {escape(sheet.description)}" '
            f'font-family="{_FONTS}">',
            f'<rect width="{wide}" height="{tall}" fill="{PAPER}"/>',
            *_drawn(sheet.paper),
            "</svg>",
        )
    )


def _drawn(paper: Paper) -> Iterator[str]:
    """Areas, lines, rings, marks and text, each above the ones before, as in a file."""
    for area in paper.areas:
        outlines = "".join(f"M{_points(outline)}Z" for outline in area.outlines)
        edge = f' stroke="{area.edge}" stroke-width="{_short(area.width)}"' if area.edge else ""
        yield f'<path d="{outlines}" fill="{area.fill}"{edge}/>'
    for rule in paper.rules:
        dash = f' stroke-dasharray="{" ".join(map(_short, rule.dash))}"' if rule.dash else ""
        yield (
            f'<path d="M{_points(rule.points())}" fill="none" stroke="{rule.colour}" '
            f'stroke-width="{_short(rule.width)}"{dash}/>'
        )
    for ring in paper.rings:
        yield (
            f'<circle cx="{_short(ring.x)}" cy="{_short(ring.y)}" r="{_short(ring.radius)}" '
            f'fill="{PAPER}" stroke="{ring.colour}" stroke-width="0.6"/>'
        )
    for stamp in paper.stamps:
        colours = f'fill="{stamp.mark.colour}" stroke="{stamp.mark.edge}" stroke-width="0.6"'
        outline = corners(stamp.mark.shape)
        if outline:
            at = ((stamp.x + x * stamp.radius, stamp.y + y * stamp.radius) for x, y in outline)
            yield f'<path d="M{_points(at)}Z" {colours}/>'
        else:
            place = f'cx="{_short(stamp.x)}" cy="{_short(stamp.y)}" r="{_short(stamp.radius)}"'
            yield f"<circle {place} {colours}/>"
    for text in paper.texts:
        middle = ' text-anchor="middle"' if text.centred else ""
        yield (
            f'<text x="{_short(text.x)}" y="{_short(text.y)}" font-size="{_short(text.size)}" '
            f'fill="{text.colour}"{middle}>{escape(text.text)}</text>'
        )


def _points(places: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_short(x)} {_short(y)}" for x, y in places)


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
