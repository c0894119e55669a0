"""A figure composed on paper: title, picture, legend on its right, provenance below.

Everything gets its place here, in points; `figure` draws it. Positions, shapes and colours are
those of the page, scaled. Text keeps a readable size, so that a wider sheet has room for more
names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphkit.model import UsageError
from graphkit.version import __version__
from graphkit.views.figure.fonts import plain, width
from graphkit.views.figure.labels import Box
from graphkit.views.figure.legend import draw_below, draw_legend, entries, legend_width
from graphkit.views.figure.network_part import draw_picture
from graphkit.views.figure.primitives import Paper
from graphkit.views.figure.scale import LEAST_TEXT
from graphkit.views.lines import Line, lines_of
from graphkit.views.picture_in_words import sentences
from graphkit.views.themes import INK, MUTED
from graphkit.views.translation import (
    Words,
    authored_words,
    ground_words,
    marks_title,
    provenance_words,
    words_with,
)
from graphkit.views.view import View

MOST = 5_000
"""The largest number of organisations in a figure; more are not readable on paper."""

NARROWEST, WIDEST = 8.0, 200.0
"""The widths of a figure in centimetres."""

_POINTS_A_CM = 72 / 2.54
_LARGEST_TEXT, _TEXTS_ACROSS = 20.0, 90.0
_TITLE, _FOOT = 1.45, 0.92
_LEGEND_SHARE, _NARROW_SHARE = 0.27, 0.38
_NARROW, _BESIDE = 14.0, 11.0
"""On a sheet narrower than this, in centimetres, the legend is below the picture unless another
place is asked for; and narrower than this it has no room beside it.
"""

_TALLEST = 1.25
_TITLE_LINES, _CAPTION_LINES, _FOOT_LINES = 3, 30, 40


@dataclass(frozen=True)
class Sheet:
    """A composed figure, in points.

    paper: what is drawn. picture: the box of the picture. labels: the boxes of the names on it.
    title, description: for those who do not see it. manifest: what the figure rests on, as JSON.
    """

    width: float
    height: float
    paper: Paper
    picture: Box
    labels: tuple[Box, ...]
    title: str
    description: str
    language: str
    manifest: str


def compose(view: View, width_cm: float) -> Sheet:
    """The figure of a view at a width.

    Raises UsageError for a width out of bounds, for a legend or a wanted name that has no room, for
    more organisations than `MOST`, and for a position that is not a number.
    """
    across = points_across(width_cm)
    if len(view.nodes) > MOST:
        raise UsageError(
            f"the selection has {len(view.nodes):,} organisations and a figure shows at most "
            f"{MOST:,}; leave `everything` out for its communities, draw a part with `excerpt`, or "
            "select fewer with `kind`, `sector`, `layer` or `at`"
        )
    texts = words_with(view.language, view.kinds)
    lines = lines_of(view)
    paper = Paper(view.theme)
    text = round(min(_LARGEST_TEXT, max(LEAST_TEXT, across / _TEXTS_ACROSS)), 2)
    margin = text
    room = across - 2 * margin
    title = plain(view.title)
    top = paper.write_wrapped(title, margin, margin, _TITLE * text, room, _TITLE_LINES, INK)
    said = view.authoring
    if said.subtitle:
        top = paper.write_wrapped(
            plain(said.subtitle), margin, top, text, room, _TITLE_LINES, MUTED
        )
    top += 0.5 * text
    isolates = _isolates(view, lines, texts)
    of_marks, of_lines = entries(view, lines, texts)
    where = said.legend
    if where == "auto":
        where = "below" if width_cm < _NARROW else "right"
    right = across - margin
    if where == "right":
        if width_cm < _BESIDE:
            raise UsageError(
                f"`legend` right: a figure {width_cm:g} cm wide has no room beside the picture; "
                f"use below, or a `width_cm` of at least {_BESIDE:g}"
            )
        share = _LEGEND_SHARE if width_cm >= _NARROW else _NARROW_SHARE
        column = legend_width((*of_marks, *of_lines), text, share * across)
        left = across - margin - column
        right = left - 1.5 * text
    if empty := _without(view, lines, texts):
        top = paper.write_wrapped(empty, margin, top, text, right - margin, _TITLE_LINES, INK)
    box = (margin, top, right, top + _TALLEST * across)
    picture = draw_picture(paper, view, lines, box, text, isolates)
    for missed in picture.missed:
        if missed.asked:
            raise UsageError(
                f"`width_cm` {width_cm:g}: {missed.name} has no room; draw a wider figure, name or "
                "point out fewer, or write less in notes"
            )
    foot = picture.bottom
    if where == "right":
        end = draw_legend(paper, (*of_marks, *of_lines), left, top, text, column)
        foot = max(foot, end)
    elif where == "below":
        foot = draw_below(paper, of_marks, of_lines, margin, foot + text, text, room)
    foot += 0.8 * text
    if picture.key:
        foot = paper.write_wrapped(
            unbroken(picture.key, text, room), margin, foot, text, room, _CAPTION_LINES, INK
        )
        foot += 0.4 * text
    small = max(LEAST_TEXT, _FOOT * text)
    for each in authored_words(view.authoring, texts):
        foot = paper.write_wrapped(plain(each), margin, foot, text, room, _CAPTION_LINES, INK)
        foot += 0.4 * text
    phrases = _phrases(view, picture.named, "" if picture.captioned else isolates, texts)
    end = paper.write_wrapped(
        unbroken(phrases, small, room),
        margin,
        foot,
        small,
        room,
        _FOOT_LINES,
        MUTED,
    )
    return Sheet(
        width=across,
        height=round(end + margin, 2),
        paper=paper,
        picture=(*box[:3], picture.bottom),
        labels=picture.labels,
        title=title,
        description=_description(view, texts),
        language=view.language,
        manifest=manifest.text() if (manifest := view.provenance.manifest) else "",
    )


def check_width(width_cm: float) -> None:
    """Raise UsageError for a width that no figure has."""
    if not NARROWEST <= width_cm <= WIDEST:
        raise UsageError(
            f"`width_cm` {width_cm:g}: a figure is {NARROWEST:g} to {WIDEST:g} cm wide"
        )


def points_across(width_cm: float) -> float:
    """The width of a figure in points. Raises UsageError for one out of bounds."""
    check_width(width_cm)
    return width_cm * _POINTS_A_CM


def unbroken(phrases: Sequence[str], size: float, room: float) -> str:
    """Phrases side by side, none of which is broken where it has room on a line."""
    return " · ".join(
        each.replace(" ", "\u00a0") if width(f"{each} ·", size) <= room else each
        for each in phrases
    )


def _without(view: View, lines: tuple[Line, ...], texts: Words) -> str:
    """What is said where nobody or no tie is drawn; empty where there are both."""
    if not view.nodes:
        return texts["figure", "noOrganisations"]
    return "" if lines or view.overview else texts["figure", "noTies"]


def _isolates(view: View, lines: tuple[Line, ...], texts: Words) -> str:
    """The text about the isolates; empty when there are none to set apart."""
    tied = {name for line in lines for name in (line.start, line.end)}
    alone = sum(node.id not in tied for node in view.nodes)
    if view.isolates is None or alone in (0, len(view.nodes)):
        return ""
    return texts["page", "isolates"].format(count=alone)


def _phrases(view: View, named: int, isolates: str, texts: Words) -> tuple[str, ...]:
    """What a figure rests on, and what of it could not be shown."""
    count = len(view.nodes)
    said = [] if view.ground is None else list(ground_words(view.ground, texts))
    said += provenance_words(view.provenance, texts)
    if isolates:
        said.append(isolates)
    if named < count:
        said.append(texts["figure", "names"].format(shown=named, count=count))
    said.append(f"graphkit {__version__}")
    return tuple(plain(each) for each in said)


def written(view: View) -> list[str]:
    """What the author says of a view: subtitle, caption, and notes after the names they concern."""
    names = {node.id: node.label for node in view.organisations}
    said = [each for each in (view.authoring.subtitle, view.authoring.caption) if each]
    return said + [
        f"{' – '.join(names[name] for name in each.organisations)}: {each.note}."
        for each in view.authoring.highlights
        if each.note
    ]


def _description(view: View, texts: Words) -> str:
    """The figure in words: its alternative text, what its author says of it, and the kinds."""
    said = sentences(view)
    said += written(view)
    kinds = [f"{entry.label} ({entry.count})" for entry in view.legend]
    said += [f"{marks_title(view, texts)}: {', '.join(kinds)}."] if kinds else []
    return " ".join(plain(each) for each in said)
