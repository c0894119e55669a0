"""The named rows of a chart: names in a column at the left, long ones broken into lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphkit.views.figure.fonts import LEADING, width, wrapped
from graphkit.views.figure.primitives import Area, Paper
from graphkit.views.short_names import short_names
from graphkit.views.themes import INK

GRID = "#E2E6EA"

_SHARE, _LINES, _GAP = 0.42, 3, 0.55


@dataclass(frozen=True)
class Heads:
    """The names of rows. text: their size. width: of the column. lines: of each name."""

    text: float
    width: float
    lines: tuple[tuple[str, ...], ...]

    @classmethod
    def of(
        cls, names: Sequence[str], text: float, room: float, numbers: Sequence[str] = ()
    ) -> Heads:
        """The names in a column of at most a share of the room, with numbers before them.

        A name that is too long becomes one with the words that tell it from the others.
        """
        most = _SHARE * room
        before = numbers or [""] * len(names)
        lines = tuple(
            whole if fits or not short else wrapped(number + short, text, most, _LINES)[0]
            for name, short, number in zip(names, short_names(names), before, strict=True)
            for whole, fits in (wrapped(number + name, text, most, _LINES),)
        )
        wide = max((width(line, text) for each in lines for line in each), default=0.0)
        return cls(text, wide, lines)

    @property
    def height(self) -> float:
        """Of all rows together."""
        return sum(map(self.tall, self.lines))

    def tall(self, lines: Sequence[str]) -> float:
        """The height of the row of a name."""
        return len(lines) * LEADING * self.text + _GAP * self.text

    def placed(self, top: float) -> Iterator[tuple[tuple[str, ...], float]]:
        """The lines of each name with the middle of its row, from the top down."""
        for lines in self.lines:
            tall = self.tall(lines)
            yield lines, round(top + tall / 2, 2)
            top += tall

    def write(self, paper: Paper, lines: Sequence[str], left: float, middle: float) -> None:
        """Write a name beside the middle of its row."""
        top = middle - len(lines) * LEADING * self.text / 2
        paper.write(lines, left, top, self.text, INK)


def grid_line(x: float, top: float, bottom: float, text: float) -> Area:
    """A thin line behind what is drawn."""
    half = 0.04 * text
    return Area.box(x - half, top, x + half, bottom, GRID)
