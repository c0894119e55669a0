"""A symmetric matrix as a chart: named rows, numbered columns, one shaded cell for each two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphkit.views.charts.rows import Heads
from graphkit.views.figure.fonts import LEADING, width, wrapped
from graphkit.views.figure.labels import Box
from graphkit.views.figure.primitives import Area, Paper
from graphkit.views.themes import INK, MUTED, PAPER

_NARROWEST, _WIDEST, _TALLEST = 2.7, 9.0, 3.4
_HEAD_LINES = 3
_DARK = 0.55
_INNER = 0.5


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, one text for each line, and its fill."""

    lines: tuple[str, ...]
    fill: str
    ink: str = INK


def fitting(texts: Sequence[str], text: float, room: float, widest: float) -> int:
    """How many of the first rows have room for their columns too.

    widest: the width of the widest text in a cell.
    """
    cell = max(_NARROWEST * text, widest + _INNER * text)
    for count in range(len(texts), 1, -1):
        if count * cell <= room - Heads.of(texts[:count], text, room, numbers(count)).width - text:
            return count
    return min(1, len(texts))


def numbers(count: int) -> list[str]:
    """The numbers of rows, by which their columns are called."""
    return [f"{at}. " for at in range(1, count + 1)]


def draw_matrix(
    paper: Paper,
    box: Box,
    text: float,
    names: Sequence[str],
    cells: Mapping[tuple[int, int], Cell],
) -> float:
    """Draw the lower half of a matrix with its diagonal; returns where it ends.

    cells: by row and column, the row at least the column.
    """
    left, top, right, _ = box
    count = len(names)
    plain_heads = Heads.of(names, text, right - left)
    inner = max((width(line, text) for cell in cells.values() for line in cell.lines), default=0.0)
    least = max(_NARROWEST * text, inner + _INNER * text)
    across = min(_WIDEST * text, (right - left - plain_heads.width - text) / count)
    fits = [wrapped(name, text, across - _INNER * text, _HEAD_LINES) for name in names]
    longest = max(width(word, text) for name in names for word in name.split() or [""])
    if all(whole for _, whole in fits) and longest <= across - _INNER * text:
        heads = plain_heads
        columns = [lines for lines, _ in fits]
    else:
        heads = Heads.of(names, text, right - left, numbers(count))
        across = min(_WIDEST * text, (right - left - heads.width - text) / count)
        columns = [(str(at),) for at in range(1, count + 1)]
    across = max(across, least)
    lines = max((len(cell.lines) for cell in cells.values()), default=1)
    least_tall = max(min(across, _TALLEST * text), (lines * LEADING + _INNER) * text)
    start = left + heads.width + 0.8 * text
    first = top + max(map(len, columns)) * LEADING * text + 0.2 * text
    for column, said in enumerate(columns):
        middle = start + (column + 0.5) * across
        above = first - 0.2 * text - len(said) * LEADING * text
        paper.write(said, middle, above, text, MUTED, centred=True)
    y = first
    for row, said in enumerate(heads.lines):
        tall = max(least_tall, heads.tall(said))
        heads.write(paper, said, left, y + tall / 2)
        for column in range(row + 1):
            x = start + column * across
            cell = cells[row, column]
            paper.areas.append(Area.box(x, y, x + across, y + tall, cell.fill, PAPER))
            middle = y + tall / 2 - len(cell.lines) * LEADING * text / 2
            paper.write(cell.lines, x + across / 2, middle, text, cell.ink, centred=True)
        y += tall
    return y


def shaded(share: float, colour: str = "#0B4F83") -> tuple[str, str]:
    """A fill between nearly white and a colour, by a share, and the ink that shows on it."""
    share = min(max(share, 0.0), 1.0)
    low = (243, 245, 247)
    high = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    mixed = [round(a + (b - a) * share) for a, b in zip(low, high, strict=True)]
    return "#" + "".join(f"{part:02X}" for part in mixed), PAPER if share > _DARK else INK
