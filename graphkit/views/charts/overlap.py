"""How many organisations each two groups have in common: clusters, declarations, collaborations."""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.model import LAYERS, PAIRED
from graphkit.network import Network
from graphkit.views.charts.chart import Asked, ChartKind, Content
from graphkit.views.charts.matrix import Cell, draw_matrix, fitting, shaded
from graphkit.views.figure.fonts import plain, width
from graphkit.views.figure.labels import Box
from graphkit.views.figure.legend import Entry
from graphkit.views.figure.primitives import Area, Paper
from graphkit.views.themes import INK, MUTED
from graphkit.views.translation import Words

TOP = 20

_OWN_FILL, _NONE = "#D5DAE0", "#FAFBFC"
_SHARES = (0.0, 0.5, 1.0)


@dataclass(frozen=True, slots=True)
class _Group:
    """A group with the ids of those in it, without itself."""

    layer: str
    name: str
    members: frozenset[str]


def make(network: Network, asked: Asked, texts: Words) -> Content:
    """The overlap of the largest groups of the selection."""
    found = _groups(network)
    every = [each for each in found if each.layer == "membership" or len(each.members) > 1]
    top = asked.top or TOP
    largest = sorted(every, key=lambda each: (-len(each.members), each.name.casefold()))[:top]
    layers = [*LAYERS]
    groups = sorted(largest, key=lambda each: layers.index(each.layer))
    pairs = {
        (row, column): len(groups[row].members & groups[column].members)
        for row in range(len(groups))
        for column in range(row + 1)
    }
    shared = [
        (row, column, count) for (row, column), count in pairs.items() if row != column and count
    ]
    shared.sort(key=lambda each: (-each[2], each[0], each[1]))
    notes = [texts["charts", "overlapOf"].format(shown=len(groups), count=len(every))]
    if single := len(found) - len(every):
        notes.append(texts["charts", "overlapSingle"].format(count=single))
    listed = "; ".join(
        f"{groups[column].name} – {groups[row].name}: {count}" for row, column, count in shared[:5]
    )

    def draw(paper: Paper, box: Box, text: float) -> tuple[float, tuple[str, ...]]:
        if not groups:
            return paper.write([texts["page", "nothing"]], box[0], box[1], text, MUTED), ()
        names = [each.name for each in groups]
        widest = max(width(str(count), text) for count in pairs.values())
        count = fitting(names, text, box[2] - box[0], widest)
        kept = sorted(
            sorted(range(len(groups)), key=lambda at: (-len(groups[at].members), at))[:count]
        )
        cells = {
            (new_row, new_column): _cell(groups, row, column, pairs[row, column])
            for new_row, row in enumerate(kept)
            for new_column, column in enumerate(kept[: new_row + 1])
        }
        left_out = len(groups) - count
        end = draw_matrix(paper, box, text, [names[at] for at in kept], cells)
        return end, (texts["charts", "noRoom"].format(count=left_out),) if left_out else ()

    return Content(
        title=texts["charts", "overlapTitle"],
        summary=texts["charts", "overlapSummary"].format(
            said=listed or texts["charts", "overlapNone"]
        ),
        head=(
            texts["charts", "groupOne"],
            texts["charts", "groupTwo"],
            texts["charts", "inCommon"],
            texts["charts", "shareOfSmaller"],
        ),
        rows=tuple(
            (
                groups[column].name,
                groups[row].name,
                str(count),
                _percent(count / min(len(groups[row].members), len(groups[column].members))),
            )
            for row, column, count in shared
        ),
        draw=draw,
        legend=(
            Entry(texts["charts", "overlapOwn"], _own),
            Entry(texts["charts", "overlapShade"], _scale),
        ),
        notes=tuple(notes),
        settings={"top": top},
    )


CHART = ChartKind(
    name="overlap",
    meaning="how many organisations each two groups have in common",
    takes=frozenset({"top"}),
    make=make,
)


def _groups(network: Network) -> list[_Group]:
    """The groups of the selection, without direct ties."""
    form = network.two_mode
    inside: list[set[str]] = [set() for _ in form.groups]
    for organisation, group in form.members.T.tolist():
        inside[group].add(form.organisations[organisation])
    return [
        _Group(group.layer, plain(group.name), frozenset(members - own))
        for group, members in zip(form.groups, inside, strict=True)
        if group.layer not in PAIRED
        # A cluster stands among its members; what it has in common with others are these.
        for own in ({group.id} if group.layer == "membership" else set[str](),)
        if members - own
    ]


def _cell(groups: list[_Group], row: int, column: int, count: int) -> Cell:
    if row == column:
        return Cell((str(count),), _OWN_FILL)
    if not count:
        return Cell(("·",), _NONE, MUTED)
    smaller = min(len(groups[row].members), len(groups[column].members))
    fill, ink = shaded(0.15 + 0.85 * count / smaller)
    return Cell((str(count),), fill, ink)


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _own(paper: Paper, x: float, y: float, text: float) -> None:
    reach = 0.6 * text
    paper.areas.append(Area.box(x - reach, y - reach, x + reach, y + reach, _OWN_FILL, INK))


def _scale(paper: Paper, x: float, y: float, text: float) -> None:
    for at, share in enumerate(_SHARES):
        left = x + (at - 1.5) * 0.85 * text
        fill, _ = shaded(0.15 + 0.85 * share)
        paper.areas.append(Area.box(left, y - 0.5 * text, left + 0.85 * text, y + 0.5 * text, fill))
