"""`Chart`: numbers of a network as a drawing, as a table of words and as a sentence.

A chart knows no file format. `on_sheet` composes it at a width, with title, legend and provenance;
the figure draws the sheet, and the page shows it with its table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from graphkit.metrics import METRICS
from graphkit.metrics.chance import DRAWS
from graphkit.model import Node, UsageError
from graphkit.network import Manifest, Network
from graphkit.version import __version__
from graphkit.views.authoring import Authoring, one_line
from graphkit.views.charts.inline_svg import inline_svg
from graphkit.views.figure.fonts import plain
from graphkit.views.figure.labels import Box
from graphkit.views.figure.legend import Entry, draw_legend
from graphkit.views.figure.primitives import Paper
from graphkit.views.figure.sheet import Sheet, points_across
from graphkit.views.provenance import provenance_of
from graphkit.views.themes import INK, MUTED
from graphkit.views.translation import Words, authored_words, provenance_words, words, words_with
from graphkit.views.view import UNRANKED

Progress = Callable[[str, int, int], None]

SMALLEST_TEXT = 7.0
"""In points; journals print nothing smaller."""

_TEXT, _LARGEST_TEXT, _TEXTS_ACROSS = 7.2, 20.0, 90.0
_TITLE, _FOOT = 1.45, 0.92
_TITLE_LINES, _FOOT_LINES = 3, 14
_INLINE, _INLINE_NARROW = 14.0, 8.0
"""The width of a chart in a page, in centimetres: there it is shown half as large again."""

_NARROW = 12.0
"""On a sheet narrower than this, in centimetres, the legend has one column."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a chart; each uses what concerns it.

    by: the metric, or the attribute; "" for the chart's own default. about: the organisation whose
    facts are shown. group: the group whose members are shown. top: how many organisations or groups
    at most. draws: how many for the comparisons with chance, 0 for none.
    """

    language: str = "en"
    by: str = ""
    about: Node | None = None
    group: Node | None = None
    top: int | None = None
    draws: int = DRAWS
    seed: int = 0
    progress: Progress | None = None


@dataclass(frozen=True)
class Content:
    """What a chart says, before title and provenance: made by the module of its kind.

    title: what it is called unless the author says otherwise. summary: one sentence that says what
    it shows. head, rows: the same as a table. draw: draws into a box with text of a size, and
    returns where it ends and what had no room. notes: what to know when reading it. settings: what
    else decides about it, for the manifest.
    """

    title: str
    summary: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    draw: Callable[[Paper, Box, float], tuple[float, tuple[str, ...]]]
    legend: tuple[Entry, ...] = ()
    notes: tuple[str, ...] = ()
    settings: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChartKind:
    """A kind of chart.

    name: its word on the command line. meaning: what it shows, for the help. takes: the fields of
    `Asked`, besides the language, that it uses. make: makes its content.
    """

    name: str
    meaning: str
    takes: frozenset[str]
    make: Callable[[Network, Asked, Words], Content]


@dataclass(frozen=True)
class Chart:
    """A chart, ready to be drawn at any width.

    Make one with `build_chart`; `write_figure` and `render_figure` draw it.

    Attributes
    ----------
    name : str
        The kind of chart.
    title : str
        The title.
    authoring : Authoring
        What the author writes around it: subtitle, caption and source.
    language : str
        The language of its words.
    description : str
        What it shows, in sentences, for readers who do not see it.
    head : tuple of str
        The heads of the columns of its table.
    rows : tuple of tuple of str
        What it shows as a table, every row of it.
    notes : tuple of str
        What to know when reading it, and what it rests on.
    manifest : str
        What it rests on, as JSON.
    content : Content
        How it is drawn.
    """

    name: str
    title: str
    authoring: Authoring
    language: str
    description: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]
    manifest: str
    content: Content = field(repr=False, compare=False)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that comes from the data."""
        said = self.authoring
        written = (self.title, said.subtitle, said.caption, said.source)
        return (*written, *(cell for row in self.rows for cell in row))

    def inline(self, *, narrow: bool = False) -> str:
        """Return the chart as an `svg` element for a page, without title and provenance.

        Parameters
        ----------
        narrow : bool, default False
            Whether it is drawn for the width of a phone.

        Returns
        -------
        str
            The element. It says in words what it shows.
        """
        return inline_svg(self.on_sheet(_INLINE_NARROW if narrow else _INLINE, bare=True))

    def _repr_html_(self) -> str:
        """The chart in a notebook."""
        return self.inline()

    def on_sheet(self, width_cm: float, *, bare: bool = False) -> Sheet:
        """Compose the chart at a width.

        Parameters
        ----------
        width_cm : float
            The width in centimetres, 8 to 200.
        bare : bool, default False
            Whether to leave out title, what the author writes, and provenance, for a page that has
            them already.

        Returns
        -------
        Sheet
            What is drawn, and where.

        Raises
        ------
        UsageError
            If the width is out of bounds.
        """
        across = points_across(width_cm)
        text = round(min(_LARGEST_TEXT, max(_TEXT, across / _TEXTS_ACROSS)), 2)
        foot = max(SMALLEST_TEXT, _FOOT * text)
        margin = text
        room = across - 2 * margin
        paper = Paper()
        top = margin
        if not bare:
            said = plain(self.title)
            top = paper.write_wrapped(said, margin, top, _TITLE * text, room, _TITLE_LINES, INK)
        if (said := plain(self.authoring.subtitle)) and not bare:
            top = paper.write_wrapped(said, margin, top, text, room, _TITLE_LINES, MUTED)
        box = (margin, top + 0.7 * text, across - margin, 0.0)
        end, left_out = self.content.draw(paper, box, text)
        entries = self.content.legend
        columns = 1 if width_cm < _NARROW or len(entries) < 2 else 2
        half = (room - (columns - 1) * 2 * text) / columns
        each = -(-len(entries) // columns) or 1
        below = end + (0.9 * text if entries else 0.0)
        ends = [
            draw_legend(
                paper, entries[at : at + each], margin + nth * (half + 2 * text), below, text, half
            )
            for nth, at in enumerate(range(0, len(entries), each))
        ]
        last = max(ends, default=below) + 0.8 * text
        written = () if bare else authored_words(self.authoring, words(self.language))
        for said in map(plain, written):
            last = paper.write_wrapped(said, margin, last, text, room, _FOOT_LINES, INK)
        last = paper.write_wrapped(
            " · ".join(map(plain, (*left_out, *(self.content.notes if bare else self.notes)))),
            margin,
            last,
            foot,
            room,
            _FOOT_LINES,
            MUTED,
        )
        return Sheet(
            width=across,
            height=round(last + margin, 2),
            paper=paper,
            picture=(*box[:3], end),
            labels=(),
            title=plain(self.title),
            description=plain(self.description),
            language=self.language,
            manifest=self.manifest,
        )


def finished_chart(
    kind: ChartKind, network: Network, asked: Asked, title: str | None, authoring: Authoring
) -> Chart:
    """The chart of a kind. Raises UsageError as its module does."""
    texts = words_with(asked.language, network.own_kinds.values())
    content = kind.make(network, asked, texts)
    provenance = provenance_of(network, None, len(network.tied.organisations))
    rests_on = provenance_words(provenance, texts)
    return Chart(
        name=kind.name,
        title=one_line(title) or content.title,
        authoring=authoring,
        language=asked.language,
        description=" ".join((content.summary, f"{'; '.join(rests_on)}.")),
        head=content.head,
        rows=content.rows,
        notes=(*content.notes, *rests_on, f"graphkit {__version__}"),
        manifest=Manifest.of(
            network, chart=kind.name, **content.settings, **authoring.settings()
        ).text(),
        content=content,
    )


def metric_of(asked: Asked, default: str) -> str:
    """The metric that is asked for. Raises UsageError when there is no such metric."""
    by = asked.by or default
    if by == UNRANKED:
        raise UsageError(
            f"`by` {by}: a chart of ranks needs a metric; use {', '.join(METRICS)}, or leave it out"
        )
    if by not in METRICS:
        raise UsageError(f"`by` {by}: unknown metric; use {', '.join(METRICS)}")
    return by
