"""The first connectors as a dot plot: each rank with the range that it has when facts are dropped
at random, and without each source.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from graphkit.metrics import METRICS, rank, rank_bands, source_bands
from graphkit.metrics.bands import Bands
from graphkit.metrics.bands_of_sources import SourceBands
from graphkit.metrics.ranking import Ranking
from graphkit.network import Network
from graphkit.views.charts.chart import Asked, ChartKind, Content, metric_of
from graphkit.views.charts.rows import Heads, grid_line
from graphkit.views.figure.fonts import LEADING, plain, width
from graphkit.views.figure.labels import Box
from graphkit.views.figure.legend import Entry
from graphkit.views.figure.primitives import Area, Paper, Rule, Stamp
from graphkit.views.marks import Mark, marks_of
from graphkit.views.themes import MUTED
from graphkit.views.translation import Words, capital, first_words, kinds_shown, number

TOP = 10
MOST_SOURCES = 200
"""Ranking again without each of more sources than this would take too long."""

_BAND, _WHISKER = "#BBD3E6", "#3A4652"
_LINEAR_UP_TO = 20
_LINES = 3
_TICKS = (1, 2, 5)
_VALUES_FROM = 330.0
"""From this width of the chart on, in points, the values stand beside it."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One organisation: rank, name, value in words, mark, and its two ranges of ranks."""

    rank: int
    name: str
    value: str
    mark: Mark
    facts: tuple[int, int] | None
    sources: tuple[int, int] | None


def make(network: Network, asked: Asked, texts: Words) -> Content:
    """The dot plot of the first organisations by a metric."""
    by = metric_of(asked, "betweenness")
    metric = METRICS[by]
    ranking = rank(network, by)
    top = asked.top or TOP
    count, shared = _first(ranking, top)
    nobody = texts["charts", "ranksNone"] if count and not network.tied.have_ties().any() else ""
    if nobody:
        # Without ties everybody shares the first rank, which says nothing.
        count, shared = 0, None
    bands = sources = None
    if count and asked.draws:
        bands = rank_bands(
            network, ranking, draws=asked.draws, seed=asked.seed, progress=asked.progress
        )
    alone = len(network.facts.stated_alone())
    if count and 0 < alone <= MOST_SOURCES:
        sources = source_bands(network, ranking, progress=asked.progress)
    kinds = marks_of(network.own_kinds.values())
    rows = [_row(ranking, by, at, kinds, bands, sources, texts) for at in range(count)]
    legend = [
        Entry(each.label, partial(_stamp, each.mark))
        for each in kinds_shown(ranking.organisations[:count], kinds, texts)
    ]
    notes = []
    if shared:
        rank_shared, many = shared
        notes.append(texts["charts", "ranksShared"].format(rank=rank_shared, count=many))
    if bands is not None:
        legend.append(Entry(texts["charts", "bandFacts"].format(draws=bands.draws), _band))
    if sources is not None:
        legend.append(Entry(texts["charts", "bandSources"].format(count=alone), _whisker))
    elif alone > MOST_SOURCES:
        notes.append(texts["charts", "manySources"].format(count=alone, most=MOST_SOURCES))
    title = first_words(metric, asked.language)
    return Content(
        title=title,
        summary=f"{title}: {nobody}"
        if nobody
        else texts["charts", "ranksSummary"].format(
            title=title, said="; ".join(_in_words(each, texts) for each in rows)
        ),
        head=(
            texts["page", "rank"],
            texts["page", "organisation"],
            capital(metric.label[asked.language]),
            *([texts["charts", "rankFacts"]] if bands else []),
            *([texts["charts", "rankSources"]] if sources else []),
        ),
        rows=tuple(
            (
                str(each.rank),
                each.name,
                each.value,
                *([_range(each.facts)] if bands else []),
                *([_range(each.sources)] if sources else []),
            )
            for each in rows
        ),
        draw=lambda paper, box, text: (
            paper.write_wrapped(nobody, box[0], box[1], text, box[2] - box[0], _LINES, MUTED)
            if nobody
            else _draw(paper, box, text, rows, capital(metric.label[asked.language]), texts),
            (),
        ),
        legend=tuple(legend),
        notes=tuple(notes),
        settings={"by": by, "top": top, "draws": asked.draws, "seed": asked.seed},
    )


CHART = ChartKind(
    name="ranks",
    meaning="the first organisations by a metric, each with the range of its rank",
    takes=frozenset({"by", "top", "draws", "seed"}),
    make=make,
)


def _first(ranking: Ranking, top: int) -> tuple[int, tuple[int, int] | None]:
    """How many to show, and the shared rank that reaches beyond them, with how many share it.

    Organisations of one rank are shown all or not at all, unless nobody else would be shown.
    """
    ranks = ranking.ranks
    if len(ranks) <= top:
        return len(ranks), None
    at_edge = ranks[top - 1]
    many = ranks.count(at_edge)
    if ranks[top] != at_edge:
        return top, None
    before = ranks.index(at_edge)
    return before or top, (at_edge, many)


def _row(
    ranking: Ranking,
    by: str,
    at: int,
    kinds: dict[str, Mark],
    bands: Bands | None,
    sources: SourceBands | None,
    texts: Words,
) -> _Row:
    value = ranking.values[by][at]
    return _Row(
        rank=ranking.ranks[at],
        name=plain(ranking.organisations[at].name),
        value=number(value if math.isfinite(value) else None, texts),
        mark=kinds[str(ranking.organisations[at].kind)],
        facts=None if bands is None else (bands.low[at], bands.high[at]),
        sources=None if sources is None else (sources.best[at], sources.worst[at]),
    )


def _range(ends: tuple[int, int] | None) -> str:
    if ends is None:
        return ""
    return str(ends[0]) if ends[0] == ends[1] else f"{ends[0]}–{ends[1]}"


def _in_words(row: _Row, texts: Words) -> str:
    ends = row.facts or row.sources
    said = texts["charts", "ranksRow" if ends else "ranksRowPlain"]
    return said.format(rank=row.rank, name=row.name, value=row.value, range=_range(ends))


def _draw(
    paper: Paper, box: Box, text: float, rows: Sequence[_Row], metric: str, texts: Words
) -> float:
    left, top, right, _ = box
    if not rows:
        return paper.write([texts["page", "nothing"]], left, top, text, MUTED)
    heads = Heads.of(
        [row.name for row in rows], text, right - left, [f"{row.rank}. " for row in rows]
    )
    start = left + heads.width + 1.2 * text
    end = right - 0.8 * text
    beside = right - left >= _VALUES_FROM
    if beside:
        values = max(width(each, text) for each in (*(row.value for row in rows), metric))
        end -= values + 1.5 * text
    worst = max(max(ends) for row in rows for ends in (row.facts, row.sources, (row.rank,)) if ends)
    logarithmic = worst > _LINEAR_UP_TO
    name = texts["charts", "rankLog" if logarithmic else "rankAxis"]
    top = paper.write([name], start - 0.3 * text, top, text, MUTED)
    if beside:
        paper.write([metric], right - values, top, text, MUTED)
    ticks = _ticks(worst)

    def place(rank: float) -> float:
        share = (
            math.log(rank) / math.log(max(worst, 2))
            if logarithmic
            else (rank - 1) / max(worst - 1, 1)
        )
        return start + share * (end - start)

    for tick in ticks:
        said = str(tick)
        paper.write([said], place(tick) - width(said, text) / 2, top, text, MUTED)
    first = top + LEADING * text + 0.3 * text
    bottom = first + heads.height
    for tick in ticks:
        paper.areas.append(grid_line(place(tick), first, bottom, text))
    for row, (head, y) in zip(rows, heads.placed(first), strict=True):
        heads.write(paper, head, left, y)
        if row.facts:
            low, high = (place(each) for each in row.facts)
            reach = 0.42 * text
            paper.areas.append(_box(low - reach, y - reach, high + reach, y + reach))
        if row.sources:
            low, high = (place(each) for each in row.sources)
            _draw_whisker(paper, low, high, y, text)
        paper.stamps.append(Stamp(row.mark, round(place(row.rank), 2), y, round(0.4 * text, 2)))
        if beside:
            paper.write([row.value], right - values, y - LEADING * text / 2, text)
    return bottom


def _ticks(worst: int) -> list[int]:
    if worst <= _LINEAR_UP_TO:
        step = 1 if worst <= 10 else 2 if worst <= 14 else 5
        return [tick for tick in range(1, worst + 1) if tick == 1 or tick % step == 0]
    powers = range(int(math.log10(worst)) + 1)
    return [tick * 10**power for power in powers for tick in _TICKS if tick * 10**power <= worst]


def _box(left: float, top: float, right: float, bottom: float) -> Area:
    return Area.box(left, top, right, bottom, _BAND)


def _draw_whisker(paper: Paper, low: float, high: float, y: float, text: float) -> None:
    thick = round(0.11 * text, 2)
    reach = 0.3 * text
    paper.rules.append(Rule((low, y, high, y), _WHISKER, (), thick))
    for x in (low, high):
        paper.rules.append(Rule((x, y - reach, x, y + reach), _WHISKER, (), thick))


def _stamp(mark: Mark, paper: Paper, x: float, y: float, text: float) -> None:
    paper.stamps.append(Stamp(mark, x, y, 0.42 * text))


def _band(paper: Paper, x: float, y: float, text: float) -> None:
    paper.areas.append(_box(x - 1.2 * text, y - 0.4 * text, x + 1.2 * text, y + 0.4 * text))


def _whisker(paper: Paper, x: float, y: float, text: float) -> None:
    _draw_whisker(paper, x - 1.1 * text, x + 1.1 * text, y, text)
