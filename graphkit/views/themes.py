"""The colours of a picture: on white, on a dark ground, or grey for black-and-white print.

Marks keep their colours on a dark ground; their edges show on both. Without colour, each colour
becomes a grey of its own, so that what differs in shape or colour still differs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from graphkit.views.marks import STROKES, Mark

INK, MUTED, PAPER = "#1B1F24", "#57606A", "#FFFFFF"
SEA, LAND, BORDER = "#E6EDF3", "#FAFAF6", "#AEB7C0"

GONE, GONE_EDGE, SAMPLE, PANEL = "#C4CAD1", "#8C959F", "#9BA7B4", "#D0D7DE"
"""In a comparison: lines and edges of what is gone, the mark in the legend, the edge of a panel."""

_DARKEST, _LIGHTEST = 0x26, 0xE6
_GREY_EDGE = "#1A1A1A"
_GREY_LINES = {"membership": "#7A7A7A"}
_GREY_LINE = "#3C3C3C"


@dataclass(frozen=True)
class Theme:
    """What stands for the colours of the light theme; those that are not named stay."""

    name: str
    colours: Mapping[str, str] = field(default_factory=dict)

    def of(self, colour: str) -> str:
        """The colour that stands for one of the light theme.

        >>> THEMES["dark"].of(PAPER), THEMES["light"].of(PAPER)
        ('#13171C', '#FFFFFF')
        """
        return self.colours.get(colour, colour)


THEMES = {
    "light": Theme("light"),
    "dark": Theme(
        "dark",
        {PAPER: "#13171C", INK: "#E6EBF0", MUTED: "#A2ADB8"}
        | {SEA: "#0D1216", LAND: "#1D242B", BORDER: "#4A5560"}
        | {GONE: "#46505A", GONE_EDGE: "#7B8794", PANEL: "#333C45"}
        | {stroke.colour: stroke.on_dark for stroke in STROKES.values()},
    ),
    "greyscale": Theme(
        "greyscale",
        {INK: "#000000", MUTED: "#4A4A4A", SEA: "#EBEBEB", LAND: "#FAFAFA", BORDER: "#B5B5B5"}
        | {GONE: "#C9C9C9", GONE_EDGE: "#949494", SAMPLE: "#A5A5A5", PANEL: "#D6D6D6"}
        | {
            stroke.colour: _GREY_LINES.get(layer, _GREY_LINE)
            for layer, stroke in reversed(STROKES.items())
        },
    ),
}
"""The themes by name."""


def marks_in(theme: str, marks: Mapping[str, Mark]) -> dict[str, Mark]:
    """The marks in a theme: without colour each colour is a grey of its own, else as they are.

    >>> marks_in("greyscale", {"a": Mark("dot", "#000080", ""), "b": Mark("dot", "#FFFF00", "")})
    {'a': Mark(shape='dot', colour='#262626', edge='#1A1A1A'), \
'b': Mark(shape='dot', colour='#E6E6E6', edge='#1A1A1A')}
    """
    if theme != "greyscale":
        return dict(marks)
    colours = sorted(
        {mark.colour for mark in marks.values()}, key=lambda each: (_light(each), each)
    )
    step = (_LIGHTEST - _DARKEST) / max(len(colours) - 1, 1)
    greys = {colour: f"{round(_DARKEST + at * step):02X}" * 3 for at, colour in enumerate(colours)}
    return {
        name: replace(mark, colour=f"#{greys[mark.colour]}", edge=_GREY_EDGE)
        for name, mark in marks.items()
    }


def _light(colour: str) -> float:
    """How light a colour is in greyscale (ITU-R BT.601)."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue
