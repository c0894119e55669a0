"""How much room names take in the picture, and which of them get it.

The page measures and places its labels itself, in the order of importance used here; it finds the
room that the layout has left below the marks of the first. What a browser measures is estimated.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

WINDOW = (1000.0, 720.0)
"""The size on the screen, in pixels, of the picture that labels are to be legible in."""

ALL_UP_TO = 90
"""Up to this number of vertices, each one gets room for its label."""

SURE = 24
"""In a larger picture, marks make way for the labels of this many most important vertices."""

_MANY = 1_000
"""From here on no marks make way: pushed out of the thick of it, they would stand in stripes. The
first names stand apart from their marks instead.
"""

_TRIED_UP_TO, _TRIED_AT_MOST = 400, 48

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""

SIDES = ("below", "above", "right", "left")
"""Where a label may stand beside its mark, the first that is free."""

_APART = 3.0
"""Between a mark and its label, in pixels on the screen."""

_PART = re.compile(r"(?<=\s)|(?<=[^\W\d_][-–])(?=[^\W\d_])")
_NARROW, _WIDE = frozenset("iljItfr.,;:'|!()[] "), frozenset("mwMWĄŻŹĘŁŃÓŚĆ@%—")


@dataclass(frozen=True, slots=True)
class Name:
    """A label's text, in a limited number of lines. small: of a group, in smaller letters."""

    text: str
    most: int = 2
    small: bool = False

    def extent(self) -> tuple[float, float]:
        """Width and height in pixels on the screen."""
        size, leading, widest = (11.0, 13.0, 150.0) if self.small else (12.0, 14.0, 126.0)
        lines = [0.0]
        for part in _PART.split(self.text.strip()):
            width = size * sum(map(_width, part))
            if lines[-1] and lines[-1] + width > widest:
                lines.append(0.0)
            lines[-1] += width
        across = min(max(lines), widest) if len(lines) <= self.most else widest
        return across, leading * min(len(lines), self.most)


def _width(letter: str) -> float:
    """The width of a letter in ems, rather too much than too little."""
    if letter in _NARROW:
        return 0.36
    return 0.92 if letter in _WIDE else 0.72 if letter.isupper() else 0.64


def by_importance(
    sizes: Sequence[float], degrees: Sequence[int], members: Sequence[int]
) -> list[int]:
    """The order in which vertices get labels: organisations, and after every third of them a group.

    sizes, degrees: of the organisations, the largest first. members: of the groups, whose indices
    follow those of the organisations; the one with most first.
    """
    count = len(sizes)
    ordered = sorted(range(count), key=lambda each: (-sizes[each], -degrees[each], each))
    groups = sorted(range(len(members)), key=lambda each: (-members[each], each))
    places = [(float(place), vertex) for place, vertex in enumerate(ordered)]
    places += [(3.0 * place + 2.5, count + group) for place, group in enumerate(groups)]
    return [vertex for _, vertex in sorted(places)]


def sure(order: Sequence[int]) -> Sequence[int]:
    """Those whose labels marks make way for."""
    return order[: SURE if len(order) <= _MANY else 0]


def tried(order: Sequence[int]) -> Sequence[int]:
    """Those whose labels are shown where there is room, the picture seen as a whole."""
    return order if len(order) <= _TRIED_UP_TO else order[:_TRIED_AT_MOST]


def beside(
    point: Sequence[float], size: float, extent: Sequence[float], unit: float
) -> tuple[Box, Box, Box, Box]:
    """The boxes in which a label may stand, in the order of `SIDES`.

    extent: of the label in pixels on the screen, of which one is `unit` of the picture.
    """
    (x, y), across, down = point, extent[0] * unit, extent[1] * unit
    off = 1.15 * size + _APART * unit
    return (
        (x - across / 2, y + off, x + across / 2, y + off + down),
        (x - across / 2, y - off - down, x + across / 2, y - off),
        (x + off, y - down / 2, x + off + across, y + down / 2),
        (x - off - across, y - down / 2, x - off, y + down / 2),
    )
