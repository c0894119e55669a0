"""Which categories are tied to which, compared with what chance gives."""

from __future__ import annotations

import math
from functools import partial

from graphkit.metrics import Mixing, MixingChance, mixing, mixing_chance
from graphkit.metrics.chance import LESS, MORE, WITHIN
from graphkit.model import UsageError
from graphkit.network import Network
from graphkit.views.charts.chart import Asked, ChartKind, Content
from graphkit.views.charts.matrix import Cell, draw_matrix, fitting
from graphkit.views.figure.fonts import plain, width
from graphkit.views.figure.labels import Box
from graphkit.views.figure.legend import Entry
from graphkit.views.figure.primitives import Area, Paper
from graphkit.views.themes import INK, MUTED
from graphkit.views.translation import Words, capital, number

MOST = 40
"""More categories than this are not readable as a matrix."""

_FILLS = {MORE: "#A9CDE8", LESS: "#F2C9A8", "": "#F1F3F5"}
_FINDINGS = {MORE: "more", LESS: "less", WITHIN: "within", "": "noFinding"}
_SIGNS = {MORE: "▲", LESS: "▼", "": ""}


def make(network: Network, asked: Asked, texts: Words) -> Content:
    """The mixing matrix of an attribute, the sector by default."""
    by = asked.by or "sector"
    found = mixing(network, by, draws=0)
    if len(found.names) > MOST:
        raise UsageError(
            f"`by` {by}: {len(found.names):,} categories are not readable as a matrix; name an "
            f"attribute with at most {MOST}"
        )
    chance, notes = None, []
    # Draws keep who is in which group; where ties are not made by groups alone, degrees are left.
    without = network.selection.backbone or network.selection.overlap
    if asked.draws and not without and len(found.names):
        chance = mixing_chance(
            network, found, by, draws=asked.draws, seed=asked.seed, progress=asked.progress
        )
        compared = texts["charts", "mixingDraws"].format(draws=chance.draws)
    else:
        compared = texts["charts", "mixingDegrees"]
    if math.isfinite(found.assortativity.values[0]):
        coefficient = number(found.assortativity.values[0], texts)
        notes.append(texts["charts", "assortativity"].format(value=coefficient))
    if found.apart:
        notes.append(texts["charts", "mixingApart"].format(count=found.apart))
    labels = [_label(found, name, texts) for name in found.names]
    cells = {
        (row, column): _cell(found, chance, row, column, texts) for row, column in _below(found)
    }

    def draw(paper: Paper, box: Box, text: float) -> tuple[float, tuple[str, ...]]:
        if not labels:
            return paper.write([texts["page", "emptyTies"]], box[0], box[1], text, MUTED), ()
        widest = max(width(line, text) for cell in cells.values() for line in cell.lines)
        room = box[2] - box[0]
        shown, brackets = cells, f"{texts['charts', 'brackets']}: {compared}"
        if fitting(labels, text, room, widest) < len(labels):
            brackets = compared if chance is not None else ""
            shown = {at: Cell(cell.lines[:1], cell.fill) for at, cell in cells.items()}
            widest = max(width(cell.lines[0], text) for cell in shown.values())
            if fitting(labels, text, room, widest) < len(labels):
                raise UsageError(
                    f"{len(labels)} categories have no room at this width; make `width_cm` larger"
                )
        return draw_matrix(paper, box, text, labels, shown), (brackets,) if brackets else ()

    title = texts["charts", "mixingTitle"].format(attribute=_attribute(found, texts))
    legend = []
    if chance is not None:
        legend = [
            Entry(texts["charts", "mixingMore"], partial(_sign, MORE)),
            Entry(texts["charts", "mixingLess"], partial(_sign, LESS)),
            Entry(texts["charts", "mixingWithin"], partial(_sign, "")),
        ]
    return Content(
        title=title,
        summary=texts["charts", "mixingSummary"].format(
            title=title,
            said="; ".join(
                f"{labels[column]} – {labels[row]}: {cells[row, column].lines[0]}"
                for row, column in _most(found)[:5]
            ),
        ),
        head=(
            texts["charts", "categoryOne"],
            texts["charts", "categoryTwo"],
            texts["charts", "ties"],
            texts["charts", "byChance"],
            texts["charts", "finding"],
        ),
        rows=tuple(
            (
                labels[column],
                labels[row],
                str(found.ties[row][column]),
                _expected(found, chance, row, column, texts),
                texts["charts", _FINDINGS[_finding(chance, row, column)]],
            )
            for row, column in _below(found)
        ),
        draw=draw,
        legend=tuple(legend),
        notes=tuple(notes),
        settings={"by": found.by, "draws": asked.draws, "seed": asked.seed},
    )


CHART = ChartKind(
    name="mixing",
    meaning="how many ties there are between each two sectors or other categories",
    takes=frozenset({"by", "draws", "seed"}),
    make=make,
)


def _below(found: Mixing) -> list[tuple[int, int]]:
    return [(row, column) for row in range(len(found.names)) for column in range(row + 1)]


def _most(found: Mixing) -> list[tuple[int, int]]:
    return sorted(_below(found), key=lambda at: (-found.ties[at[0]][at[1]], at))


def _label(found: Mixing, name: str, texts: Words) -> str:
    if found.by in ("sector", "kind"):
        return plain(capital(texts.section(found.by).get(name, name)))
    return plain(name)


def _attribute(found: Mixing, texts: Words) -> str:
    said = texts.section("column").get(found.by, found.by)
    return said[:1].lower() + said[1:]


def _place(chance: MixingChance, row: int, column: int) -> int:
    return chance.pairs.index((min(row, column), max(row, column)))


def _finding(chance: MixingChance | None, row: int, column: int) -> str:
    found = "" if chance is None else chance.ties.finding(_place(chance, row, column))
    return found


def _expected(
    found: Mixing, chance: MixingChance | None, row: int, column: int, texts: Words
) -> str:
    if chance is None:
        return number(round(found.by_degree[row][column], 1), texts)
    at = _place(chance, row, column)
    low, high = (number(each[at], texts) for each in (chance.ties.low, chance.ties.high))
    return low if low == high else f"{low}–{high}"


def _cell(found: Mixing, chance: MixingChance | None, row: int, column: int, texts: Words) -> Cell:
    finding = _finding(chance, row, column)
    sign = _SIGNS.get(finding, "")
    count = str(found.ties[row][column])
    return Cell(
        (f"{count} {sign}".strip(), f"({_expected(found, chance, row, column, texts)})"),
        _FILLS.get(finding, _FILLS[""]),
    )


def _sign(finding: str, paper: Paper, x: float, y: float, text: float) -> None:
    reach = 0.6 * text
    fill = _FILLS[finding]
    paper.areas.append(Area.box(x - 1.1 * text, y - reach, x + 1.1 * text, y + reach, fill))
    if _SIGNS[finding]:
        paper.write([_SIGNS[finding]], x, y - 0.6 * text, text, INK, centred=True)
