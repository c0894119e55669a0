"""The facts of an organisation, or of the members of a group, on a time line.

Each bar is dark for the days on which the fact was certainly in force, and light for those on which
it may have been, as precise as the dates that its sources state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from graphkit.model import FOREVER, LAYERS, PAIRED, UsageError
from graphkit.network import Member, Network, Statement, explain, explain_group
from graphkit.views.charts.chart import Asked, ChartKind, Content
from graphkit.views.charts.rows import Heads, grid_line
from graphkit.views.figure.fonts import LEADING, plain, width
from graphkit.views.figure.labels import Box
from graphkit.views.figure.legend import Entry
from graphkit.views.figure.primitives import Area, Paper
from graphkit.views.marks import STROKES
from graphkit.views.themes import INK, MUTED, PAPER
from graphkit.views.translation import Words, capital, when

MOST = 80
"""The largest number of rows; of more facts the latest are shown."""

_PALE = 0.68
_THIN, _THICK = 0.2, 0.36
_OWN = "own"
"""The section of a cluster's own members."""


@dataclass(frozen=True, slots=True)
class _Span:
    """When a fact was in force, in years; None where nothing bounds it.

    possible: from the earliest start to the latest end. certain: from the latest start to the
    earliest end, if that is any time. seen: when it was observed. is_open: whether it is known not
    to have ended.
    """

    possible: tuple[float | None, float | None]
    certain: tuple[float, float | None] | None
    seen: tuple[float, float] | None
    is_open: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """One fact: its section, name, layer, dates in words, span, and whether it is inferred."""

    section: str
    name: str
    layer: str
    dates: str
    span: _Span
    inferred: bool


def make(network: Network, asked: Asked, texts: Words) -> Content:
    """The time line of an organisation or a group."""
    if asked.about is None and asked.group is None:
        raise UsageError(
            "a timeline shows the facts of one organisation or group: give `ego` or `group`"
        )
    about = asked.about or asked.group
    assert about is not None
    every = sorted(_rows(network, asked, texts), key=_order)
    if not every:
        raise UsageError(
            f"{about.name} has no facts in this selection; select more with `layer`, `at` or "
            "`status`"
        )
    rows = every
    notes = []
    if len(every) > MOST:
        latest = sorted(every, key=lambda row: -(row.span.possible[0] or 0.0))[:MOST]
        rows = sorted(latest, key=_order)
        notes.append(texts["charts", "timelineRows"].format(shown=MOST, count=len(every)))
    title = texts["charts", "timelineMembers" if asked.about is None else "timelineTitle"].format(
        name=plain(about.name)
    )
    layers = [layer for layer in LAYERS if any(row.layer == layer for row in rows)]
    legend = [Entry(capital(texts["layer", each]), partial(_sign, each)) for each in layers]
    first = layers[0]
    for key, sign, wanted in (
        ("possible", _possible, any(_has_possible(row.span) for row in rows)),
        ("openEnd", _arrow, any(row.span.is_open for row in rows)),
        ("seen", _seen, any(row.span.seen for row in rows)),
    ):
        if wanted:
            legend.append(Entry(texts["charts", key], partial(sign, first)))
    if any(row.inferred for row in rows):
        legend.append(Entry(texts["page", "inferredLine"], partial(_sign, first, thick=_THIN)))
    if any(None in row.span.possible for row in rows):
        notes.append(texts["charts", "timelineEnds"])
    return Content(
        title=title,
        summary=texts["charts", "timelineSummary"].format(
            title=title, said="; ".join(f"{row.name}, {row.dates}" for row in rows[:10])
        ),
        head=(texts["page", "group"], texts["page", "layer"], texts["page", "when"]),
        rows=tuple((row.name, texts["layer", row.layer], row.dates) for row in every),
        draw=lambda paper, box, text: (_draw(paper, box, text, rows, texts), ()),
        legend=tuple(legend),
        notes=tuple(notes),
        settings={"about": about.id},
    )


CHART = ChartKind(
    name="timeline",
    meaning="the facts of an organisation, or of the members of a group, in time",
    takes=frozenset({"about", "group"}),
    make=make,
)


def _rows(network: Network, asked: Asked, texts: Words) -> Iterator[_Row]:
    node = asked.about or asked.group
    assert node is not None
    if node.label != "Organisation":
        found = explain_group(network, node)
        for member in found.members:
            yield from _members(member, found.group.layer, texts)
        return
    for reason in explain(network, node).reasons:
        layer = reason.group.layer
        if reason.is_of_its_own:
            for other in reason.others:
                yield from _members(other, layer, texts)
        elif asked.about is not None:
            for statement in reason.member.statements:
                other_end = statement.other_name or (reason.others and reason.others[0].name) or ""
                if layer in PAIRED and statement.other == node.id:
                    other_end = statement.name
                name = reason.group.name if layer not in PAIRED else other_end
                yield _row(layer, layer, name, statement, texts)


def _members(member: Member, layer: str, texts: Words) -> Iterator[_Row]:
    for statement in member.statements:
        yield _row(_OWN, layer, member.name, statement, texts)


def _row(section: str, layer: str, name: str, statement: Statement, texts: Words) -> _Row:
    return _Row(
        section=section,
        name=plain(f"{name} ({statement.role})" if statement.role else name),
        layer=layer,
        dates=when(statement, texts),
        span=_span(statement),
        inferred=statement.status == "inferred",
    )


def _order(row: _Row) -> tuple[int, float, str]:
    sections = (_OWN, *LAYERS)
    start = row.span.possible[0]
    return sections.index(row.section), 1e6 if start is None else start, row.name.casefold()


def _years(text: str, *, last: bool = False) -> float | None:
    """An ISO day in years; the end of the day if it is the last one; None without or for ever."""
    if not text or text == FOREVER.isoformat():
        return None
    day = date.fromisoformat(text)
    passed = (day - date(day.year, 1, 1)).days + last
    return day.year + passed / (366 if _is_leap(day.year) else 365)


def _is_leap(year: int) -> bool:
    return (year % 4 == 0 and year % 100 != 0) or year % 400 == 0


def _span(statement: Statement) -> _Span:
    start_from, start_to, end_from, end_to, seen_from, seen_to = statement.bounds
    is_open = end_from == FOREVER.isoformat()
    # One stretch of time: it had begun by the day on which it was seen, and lasted until then.
    begun = _years(min(filter(None, (start_to, seen_to)), default=""))
    lasting = max(filter(None, (end_from, seen_from)), default="")
    until = None if is_open else _years(lasting, last=True)
    certain = None
    if begun is not None and (is_open or (until is not None and until > begun)):
        certain = begun, until
    first, last = _years(seen_from), _years(seen_to, last=True)
    return _Span(
        possible=(_years(start_from), _years(end_to, last=True)),
        certain=certain,
        seen=None if first is None or last is None else (first, last),
        is_open=is_open,
    )


def _has_possible(span: _Span) -> bool:
    if span.certain is None:
        return span.possible != (None, None)
    return span.possible != span.certain


def _limits(rows: Sequence[_Row]) -> tuple[int, int]:
    """The years at both ends of the axis: all that is dated lies between them, with some room."""
    known = [
        each
        for row in rows
        for each in (
            *row.span.possible,
            *(row.span.certain or ()),
            *(row.span.seen or ()),
        )
        if each is not None
    ]
    if not known:
        this = 2000
        return this, this + 1
    first, last = min(known), max(known)
    begin, end = int(first), int(last) + (last > int(last))
    if any(row.span.possible[0] is None for row in rows):
        begin -= 1
    if any(row.span.is_open or row.span.possible[1] is None for row in rows):
        end += 1 if end - last < 0.5 else 0
    return begin, max(end, begin + 1)


def _draw(paper: Paper, box: Box, text: float, rows: Sequence[_Row], texts: Words) -> float:
    left, top, right, _ = box
    heads = Heads.of([row.name for row in rows], text, right - left)
    start, end = left + heads.width + 1.2 * text, right - 0.6 * text
    begin, finish = _limits(rows)

    def place(year: float) -> float:
        share = (min(max(year, begin), finish) - begin) / (finish - begin)
        return round(start + share * (end - start), 2)

    ticks = list(_ticks(begin, finish, end - start, text))
    for tick in ticks:
        wide = width(str(tick), text)
        at = min(place(tick) - wide / 2, right - wide)
        paper.write([str(tick)], at, top, text, MUTED)
    top += LEADING * text + 0.3 * text
    sections = _sections(rows)
    several = len({row.section for row in rows}) > 1
    grid = len(paper.areas)
    first = top
    placed = iter(zip(rows, heads.lines, strict=True))
    for section, count in sections:
        if several:
            said = texts["charts", f"section_{section}"]
            top = paper.write([said], left, top + 0.35 * text, text, MUTED) + 0.15 * text
        for _ in range(count):
            row, lines = next(placed)
            tall = heads.tall(lines)
            y = round(top + tall / 2, 2)
            heads.write(paper, lines, left, y)
            _draw_row(paper, row, y, text, place, (start, end))
            top += tall
    lines_of_grid = [grid_line(place(tick), first, top, text) for tick in ticks]
    paper.areas[grid:grid] = lines_of_grid
    return top


def _sections(rows: Sequence[_Row]) -> list[tuple[str, int]]:
    found: dict[str, int] = {}
    for row in rows:
        found[row.section] = found.get(row.section, 0) + 1
    return list(found.items())


def _ticks(begin: int, finish: int, room: float, text: float) -> Iterator[int]:
    most = max(2, int(room / (3.6 * text)))
    span = finish - begin
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if span / step < most)
    return (year for year in range(begin, finish + 1) if year % step == 0)


def _draw_row(
    paper: Paper,
    row: _Row,
    y: float,
    text: float,
    place: Callable[[float], float],
    ends: tuple[float, float],
) -> None:
    colour = STROKES[row.layer].colour
    half = (_THIN if row.inferred else _THICK) * text
    span = row.span
    begins, ends_at = span.possible
    if span.possible == (None, None) and not span.is_open and span.seen is None:
        paper.write([row.dates], ends[0] + 0.4 * text, y - LEADING * text / 2, text, MUTED)
        return
    left = ends[0] if begins is None else place(begins)
    right = ends[1] if ends_at is None else place(ends_at)
    least = 0.5 * text
    if (span.possible != (None, None)) and span.possible != span.certain:
        wide = (left, max(right, left + least))
        _draw_possible(
            paper, wide, y, half, colour, closed=(begins is not None, ends_at is not None)
        )
    if span.certain is not None:
        from_ = place(span.certain[0])
        to = ends[1] if span.certain[1] is None else place(span.certain[1])
        if span.is_open:
            to = ends[1] - 0.9 * text
        paper.areas.append(Area.box(from_, y - half, max(to, from_ + least), y + half, colour))
        if span.is_open:
            paper.areas.append(_arrow_head(to, ends[1], y, half, colour))
    elif span.is_open:
        paper.areas.append(_arrow_head(ends[1] - 0.9 * text, ends[1], y, half, colour))
    if span.seen is not None:
        _draw_seen(paper, place(span.seen[0]), place(span.seen[1]), y, text, colour)


def pale(colour: str) -> str:
    """A much lighter colour of the same hue."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(part + (255 - part) * _PALE):02X}" for part in parts)


def _draw_possible(
    paper: Paper,
    ends: tuple[float, float],
    y: float,
    half: float,
    colour: str,
    *,
    closed: tuple[bool, bool] = (True, True),
) -> None:
    """A pale bar; an end that nobody knows has no edge."""
    left, right = ends
    edge = 0.12 * half
    paper.areas.append(Area.box(left, y - half, right, y + half, pale(colour)))
    for top in (y - half, y + half - edge):
        paper.areas.append(Area.box(left, top, right, top + edge, colour))
    for x, known in zip((left, right - edge), closed, strict=True):
        if known:
            paper.areas.append(Area.box(x, y - half, x + edge, y + half, colour))


def _arrow_head(left: float, right: float, y: float, half: float, colour: str) -> Area:
    reach = half + 0.3 * (right - left)
    return Area((((left, y - reach), (right, y), (left, y + reach)),), colour)


def _draw_seen(paper: Paper, left: float, right: float, y: float, text: float, colour: str) -> None:
    """A white diamond in the middle of the time in which it was observed."""
    x, reach = (left + right) / 2, 0.42 * text
    if right - left > 1.2 * text:
        paper.areas.append(Area.box(left, y - 0.06 * text, right, y + 0.06 * text, INK))
    corners = ((x - reach, y), (x, y - reach), (x + reach, y), (x, y + reach))
    paper.areas.append(Area((corners,), PAPER, INK, 0.7))


def _sign(
    layer: str, paper: Paper, x: float, y: float, text: float, *, thick: float = _THICK
) -> None:
    half = thick * text
    colour = STROKES[layer].colour
    paper.areas.append(Area.box(x - 1.2 * text, y - half, x + 1.2 * text, y + half, colour))


def _possible(layer: str, paper: Paper, x: float, y: float, text: float) -> None:
    half, colour = _THICK * text, STROKES[layer].colour
    _draw_possible(paper, (x - 1.2 * text, x + 1.2 * text), y, half, colour)
    paper.areas.append(Area.box(x - 0.5 * text, y - half, x + 0.5 * text, y + half, colour))


def _arrow(layer: str, paper: Paper, x: float, y: float, text: float) -> None:
    half, colour = _THICK * text, STROKES[layer].colour
    paper.areas.append(Area.box(x - 1.2 * text, y - half, x + 0.3 * text, y + half, colour))
    paper.areas.append(_arrow_head(x + 0.3 * text, x + 1.2 * text, y, half, colour))


def _seen(layer: str, paper: Paper, x: float, y: float, text: float) -> None:
    _draw_seen(paper, x, x, y, text, STROKES[layer].colour)
