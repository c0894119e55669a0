"""A chart of counts as horizontal bars, drawn the same way every time."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graphkit.views.figure.fonts import font, wrapped

_WIDTH = 6.3
_BAR = 0.3
_DPI = 150
_COLOUR = "#2f6690"
_INK = "#1a1a1a"
_SIZE = 9.0
_LABELS = 0.36
"""The share of the width that the names of the bars take."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar.

    Attributes
    ----------
    name : str
        What is counted.
    number : int
        How many there are.
    text : str
        The number for reading.
    """

    name: str
    number: int
    text: str


@lru_cache(maxsize=16)
def bar_chart(bars: tuple[Bar, ...], form: str) -> bytes:
    """Draw counts as bars.

    Parameters
    ----------
    bars : tuple of Bar
        What is drawn, from top to bottom.
    form : {"svg", "png"}
        The format.

    Returns
    -------
    bytes
        The file. The same bars give the same bytes. In an SVG letters are shapes, so that it looks
        the same everywhere.
    """
    import warnings

    import matplotlib
    from matplotlib.figure import Figure

    with matplotlib.rc_context(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from")
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(
            {"svg.hashsalt": "graphkit", "svg.fonttype": "path", "text.parse_math": False}
        )
        height = _BAR * len(bars) + 0.12
        figure = Figure(figsize=(_WIDTH, height), facecolor="white")
        axes = figure.add_axes((_LABELS, 0, 0.92 - _LABELS, 1))
        places = range(len(bars))
        axes.barh(places, [bar.number for bar in bars], height=0.68, color=_COLOUR)
        axes.set_ylim(len(bars) - 0.4, -0.6)
        axes.set_xlim(0, max((bar.number for bar in bars), default=1) or 1)
        axes.axis("off")
        room = _LABELS * _WIDTH * 72 - 8
        for place, bar in zip(places, bars, strict=True):
            name = wrapped(bar.name, _SIZE, room, 1)[0][0] if bar.name else ""
            how: dict[str, Any] = {"va": "center", "color": _INK, "fontproperties": font(_SIZE)}
            beside: dict[str, Any] = {"textcoords": "offset points", "annotation_clip": False}
            axes.annotate(name, (0, place), xytext=(-6, 0), ha="right", **how, **beside)
            axes.annotate(bar.text, (bar.number, place), xytext=(4, 0), ha="left", **how, **beside)
        stream = io.BytesIO()
        about = {"Date": None} if form == "svg" else {"Software": "graphkit"}
        figure.savefig(stream, format=form, dpi=_DPI, metadata=about)
        return stream.getvalue()
