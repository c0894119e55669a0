"""`View`: a network as a picture, made once and shown by any renderer.

It holds what is drawn (positions, marks, sizes) and the details behind it (members of groups with
their facts and citations), but no HTML.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from graphkit.metrics import METRICS, Metric
from graphkit.model import Node, OwnKind
from graphkit.network import Backbone, Group, Manifest, Member, Selection
from graphkit.views.answered import Answered
from graphkit.views.authoring import UNAUTHORED, Authoring
from graphkit.views.colouring import Colouring
from graphkit.views.excerpt import Excerpt
from graphkit.views.layout.saved_positions import Positions
from graphkit.views.marks import Mark, marks_of

if TYPE_CHECKING:
    from graphkit.views.map.ground import Ground
from graphkit.views.themes import THEMES, Theme, marks_in

UNRANKED = "none"
"""Instead of a metric: marks have one size, and nothing is ranked."""


@dataclass(frozen=True, slots=True)
class ViewNode:
    """An organisation in the picture.

    In an overview a node is a community, named by its best connectors and its number of members.
    Its values are the numbers of its members, of the ties inside it and of the ties to others, and
    the rank of its best connector.

    Attributes
    ----------
    organisation : Node
        The organisation.
    x, y : float
        Its place in pixels at full size, y downwards.
    mark : Mark
        Its shape and colours.
    size : float
        The radius of its mark in pixels, which grows with the chosen metric.
    rank : int
        Its rank by the chosen metric; 0 where nothing is ranked.
    values : mapping of str to (float or None)
        Its value of each metric; None where it has none.
    ranks : mapping of str to (int or None)
        Its rank by each metric; None where it has no value.
    related : mapping of str to tuple of str
        By relationship type, the names of what it is related to, such as places.
    side : {"below", "above", "right", "left", ""}
        The side of the mark with room for the label; "" for none.
    short : str
        A shorter name that nothing else here has, for where the whole one has no room; or "".
    alias : str
        Its first alias that nothing else here has; or "".
    shares : tuple of (str, float)
        Of a community, the colours of its members with their shares, the largest first.
    """

    organisation: Node
    x: float
    y: float
    mark: Mark
    size: float
    rank: int
    values: Mapping[str, float | None]
    ranks: Mapping[str, int | None]
    related: Mapping[str, tuple[str, ...]]
    side: str = ""
    short: str = ""
    alias: str = ""
    shares: tuple[tuple[str, float], ...] = ()

    @property
    def id(self) -> str:
        """The organisation's id."""
        return self.organisation.id

    @property
    def label(self) -> str:
        """The organisation's name."""
        return self.organisation.name


@dataclass(frozen=True, slots=True)
class ViewGroup:
    """What organisations share, with its members and the facts that put them there.

    Attributes
    ----------
    group : Group
        The group.
    members : tuple of Member
        Its members in the picture, with their facts.
    weight : float
        What it adds to the tie between any two of its members.
    anchor : str or None
        The id of the organisation that the group is, when that is in the picture.
    point : (float, float) or None
        Where the spokes of its members meet, in pixels. None when a line joins its two members, or
        one stands alone.
    side, short : str
        The side with room for the label and a shorter name, as for a `ViewNode`.
    """

    group: Group
    members: tuple[Member, ...]
    weight: float
    anchor: str | None
    point: tuple[float, float] | None
    side: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A kind of organisation that occurs in the picture.

    Attributes
    ----------
    kind : str
        The kind, one of `KINDS` or of `View.kinds`.
    label : str
        Its name in the language of the view.
    mark : Mark
        Its mark.
    count : int
        How often it occurs.
    """

    kind: str
    label: str
    mark: Mark
    count: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the picture rests on.

    Attributes
    ----------
    selection : Selection
        What was selected.
    counts : mapping of str to int
        What `Network.counts` returns.
    sources : int
        How many sources the facts cite.
    datasets : tuple of str
        The names of the data sets.
    backbone : Backbone or None
        The backbone, when one is selected.
    excerpt : Excerpt or None
        The part that is drawn, when it is not the whole selection.
    shown : int
        How many organisations are in the picture; in an overview, within its communities.
    of : int
        How many organisations are selected.
    communities : (int, int) or None
        In an overview, how many communities are drawn and how many there are.
    manifest : Manifest or None
        The same as data, which every page and figure carries.
    """

    selection: Selection
    counts: Mapping[str, int]
    sources: int
    datasets: tuple[str, ...]
    backbone: Backbone | None = None
    excerpt: Excerpt | None = None
    shown: int = 0
    of: int = 0
    communities: tuple[int, int] | None = None
    manifest: Manifest | None = None


@dataclass(frozen=True)
class View:
    """A network as a picture. A notebook shows it as an interactive page.

    Make one with `build_view`.

    Attributes
    ----------
    title : str
        The title.
    language : str
        The language of the labels.
    by : str
        The metric that ranks and sizes; "none" where nothing is ranked.
    nodes : tuple of ViewNode
        The organisations, in the order of the ranking; in an overview, the communities.
    groups : tuple of ViewGroup
        What they share.
    names : mapping of str to str
        The names, by id, of organisations that facts mention but that have no node, such as parts
        and representatives.
    legend : tuple of LegendEntry
        The kinds that occur, or the categories that are coloured by.
    provenance : Provenance
        What the picture rests on.
    isolates : float or None
        The top of the rows of isolates, in pixels; None without any.
    links : {"spokes", "pairs"}
        Whether lines join organisations to what they share, or each to each.
    positions : Positions
        Where everything is, by name.
    inside : tuple of View
        In an overview, what each node opens into, in their order. Last comes the picture of those
        in no community that is drawn, if there are any.
    kinds : tuple of OwnKind
        The kinds that data sets add to the built-in ones.
    colouring : Colouring or None
        What colour and shape stand for; None for the kind.
    authoring : Authoring
        What an author writes on and around it.
    ground : Ground or None
        What lies below a map; None for any other picture.
    answers : Answered or None
        What was answered in a survey; None where the selection does not ask for answers.
    framed : callable or None
        Makes the page in a frame, by which notebooks show the view.
    """

    title: str
    language: str
    by: str
    nodes: tuple[ViewNode, ...]
    groups: tuple[ViewGroup, ...]
    names: Mapping[str, str]
    legend: tuple[LegendEntry, ...]
    provenance: Provenance
    isolates: float | None
    links: str = "spokes"
    positions: Positions = field(default_factory=Positions)
    inside: tuple[View, ...] = ()
    kinds: tuple[OwnKind, ...] = ()
    colouring: Colouring | None = None
    authoring: Authoring = UNAUTHORED
    ground: Ground | None = None
    answers: Answered | None = None
    framed: Callable[[View], str] | None = field(default=None, repr=False, compare=False)

    @cached_property
    def marks(self) -> dict[str, Mark]:
        """The mark of each kind, built-in and own, in the order of the legend."""
        return marks_in(self.authoring.theme, marks_of(self.kinds))

    @property
    def metrics(self) -> Mapping[str, Metric]:
        """The metrics of which it has values and ranks, by name."""
        return {} if self.by == UNRANKED else METRICS

    @property
    def theme(self) -> Theme:
        """The colours; light where the reader's system decides."""
        return THEMES.get(self.authoring.theme, THEMES["light"])

    @property
    def subjects(self) -> tuple[str, ...]:
        """The ids of the organisations that an excerpt is about."""
        excerpt = self.provenance.excerpt
        return () if excerpt is None else excerpt.subjects

    def written(self, node: ViewNode) -> tuple[str, str]:
        """Return what is written beside a mark.

        Parameters
        ----------
        node : ViewNode
            An organisation in the picture.

        Returns
        -------
        (str, str)
            The words, and a shorter form for where they have no room, or "".
        """
        if self.authoring.labels == "ranks" and not self.overview:
            return str(node.rank), ""
        if self.authoring.labels == "aliases" and node.alias:
            return node.alias, ""
        return node.label, node.short

    def noted(self, node: ViewNode) -> str:
        """Return what stands in the frame of a note instead of a name.

        Parameters
        ----------
        node : ViewNode
            A node of the picture.

        Returns
        -------
        str
            The name and the author's notes; "" where there is no note.
        """
        if not self.overview:
            notes = self._notes(node.id)
            name = self.written(node)[0]
            return f"{self._full(node, name)}: {notes}" if notes else ""
        inside = next(
            (part for each, part in zip(self.nodes, self.inside, strict=False) if each is node),
            None,
        )
        said = [
            f"{each.label}: {notes}"
            for each in (inside.nodes if inside is not None else ())
            if (notes := self._notes(each.id))
        ]
        return f"{node.label}. {' '.join(said)}" if said else ""

    def _full(self, node: ViewNode, written: str) -> str:
        return f"{written} {node.label}" if self.authoring.labels == "ranks" else written

    def _notes(self, organisation: str) -> str:
        """The author's notes on an organisation, not on chains."""
        return "; ".join(
            each.note
            for each in self.authoring.highlights
            if each.organisations == (organisation,) and each.note
        )

    @cached_property
    def foremost(self) -> frozenset[str]:
        """The ids of nodes that are named before all others; of an overview, communities."""
        return self._standing_for({*self.subjects, *self.authoring.foremost})

    @cached_property
    def ringed(self) -> frozenset[str]:
        """The ids of nodes that an author points out; of an overview, communities."""
        return self._standing_for({*self.authoring.ringed})

    def _standing_for(self, asked: Collection[str]) -> frozenset[str]:
        """The ids of the nodes that organisations are, or are in."""
        if not self.overview:
            return frozenset(node.id for node in self.nodes if node.id in asked)
        return frozenset(
            node.id
            for node, scene in zip(self.nodes, self.inside, strict=False)
            if any(each.id in asked for each in scene.nodes)
        )

    @property
    def overview(self) -> bool:
        """Whether the nodes are communities."""
        return self.provenance.communities is not None

    @property
    def scenes(self) -> tuple[View, ...]:
        """The pictures of organisations: this one, or those that an overview opens into."""
        return self.inside if self.overview else (self,)

    @cached_property
    def organisations(self) -> tuple[ViewNode, ...]:
        """All organisations in the order of the ranking.

        Those of an overview are the members of its communities and the rest.
        """
        nodes = (node for scene in self.scenes for node in scene.nodes)
        return tuple(sorted(nodes, key=lambda node: (node.rank, node.label.casefold(), node.id)))

    def _repr_html_(self) -> str | None:
        """The page in a sandboxed frame, for notebooks; None leaves the text form to them."""
        return None if self.framed is None else self.framed(self)
