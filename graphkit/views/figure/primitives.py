"""What a figure is made of on paper: lines, rings, marks and text, in points, y downwards."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, fields

from graphkit.views.figure.fonts import ASCENT, LEADING, wrapped
from graphkit.views.marks import Mark
from graphkit.views.themes import INK, MUTED, THEMES, Theme

_STEPS = 12
"""The straight parts of an arc."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text: where its base line begins or, when centred, has its middle."""

    text: str
    x: float
    y: float
    size: float
    colour: str = INK
    centred: bool = False
    halo: bool = False


@dataclass(frozen=True, slots=True)
class Stamp:
    """A mark; shares: of a community, colours with their shares, which are slices of it."""

    mark: Mark
    x: float
    y: float
    radius: float
    shares: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A line from x, y to x, y; dash in points, empty for none; faint among very many; bend: how
    far the control point of an arc lies beside the middle, 0 for a straight line.
    """

    ends: tuple[float, float, float, float]
    colour: str
    dash: tuple[float, ...]
    width: float
    faint: bool = False
    bend: float = 0.0

    def points(self) -> list[tuple[float, float]]:
        """The points that it goes through; an arc has a dozen."""
        x, y, u, v = self.ends
        if not self.bend:
            return [(x, y), (u, v)]
        long = math.hypot(u - x, v - y) or 1.0
        across = (x + u) / 2 + (v - y) / long * self.bend, (y + v) / 2 - (u - x) / long * self.bend
        return [
            (
                round((1 - t) ** 2 * x + 2 * t * (1 - t) * across[0] + t * t * u, 2),
                round((1 - t) ** 2 * y + 2 * t * (1 - t) * across[1] + t * t * v, 2),
            )
            for t in (step / _STEPS for step in range(_STEPS + 1))
        ]


@dataclass(frozen=True, slots=True)
class Ring:
    """An empty circle."""

    x: float
    y: float
    radius: float
    colour: str = MUTED
    width: float = 0.6


@dataclass(frozen=True, slots=True)
class Frame:
    """A filled rectangle with an edge, on which a note stands: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Area:
    """A filled shape of one or more outlines, each its corners; edge: the colour of its border, ""
    for none.
    """

    outlines: tuple[tuple[tuple[float, float], ...], ...]
    fill: str
    edge: str = ""
    width: float = 0.0

    @classmethod
    def box(
        cls, left: float, top: float, right: float, bottom: float, fill: str, edge: str = ""
    ) -> Area:
        """A rectangle."""
        x, y, u, v = (round(each, 2) for each in (left, top, right, bottom))
        return cls((((x, y), (u, y), (u, v), (x, v)),), fill, edge, 0.6 if edge else 0.0)


@dataclass
class Paper:
    """What is drawn, each kind in its order; areas lie lowest, then rules, and text uppermost.
    Colours are those of the light theme; drawing replaces them by those of `theme`.
    """

    theme: Theme = THEMES["light"]
    areas: list[Area] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    rings: list[Ring] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)

    def add(self, other: Paper) -> None:
        """Put what is on another paper on this one."""
        for each in fields(self):
            if each.name != "theme":
                getattr(self, each.name).extend(getattr(other, each.name))

    def write(
        self,
        lines: Iterable[str],
        x: float,
        top: float,
        size: float,
        colour: str = INK,
        *,
        centred: bool = False,
        halo: bool = False,
    ) -> float:
        """Put lines of text below each other; returns where the last one ends."""
        for line in lines:
            shown = line.replace("\u00a0", " ")
            self.texts.append(Text(shown, x, top + ASCENT * size, size, colour, centred, halo))
            top += LEADING * size
        return top

    def write_wrapped(
        self, text: str, x: float, top: float, size: float, room: float, most: int, colour: str
    ) -> float:
        """Put a text, broken into at most `most` lines; returns where the last one ends."""
        lines, _ = wrapped(text, size, room, most)
        return self.write(lines if text else (), x, top, size, colour)
