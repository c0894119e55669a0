"""`View`: a network as a picture, made once and shown by any renderer.

It holds what is to be seen (positions, marks, sizes) and what can be opened from it (members of
groups with their facts and citations), and no word of HTML.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from graphkit.model import Node
from graphkit.network import Backbone, Group, Member, Selection
from graphkit.views.excerpt import Excerpt
from graphkit.views.layout.saved_positions import Positions
from graphkit.views.marks import Mark


@dataclass(frozen=True, slots=True)
class ViewNode:
    """An organisation in the picture.

    x, y: in pixels at full size, y downwards. size: the radius of its mark, which grows with the
    chosen metric. rank: by the chosen metric. values, ranks: of each metric, None where it has
    none. related: by relationship type, the names of what it is related to, such as places. side:
    of the mark where there is room for the label: below, above, right, left, or "" for none.

    In an overview a node is a community, called by its best-connected member and how many it has;
    its values are the numbers of its members and of the ties inside it and to others outside.
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

    point: where members' spokes meet; None when a line joins the two members, or one stands alone.
    anchor: the id of the organisation that the group is, when that is in the picture. side: as of
    a `ViewNode`.
    """

    group: Group
    members: tuple[Member, ...]
    weight: float
    anchor: str | None
    point: tuple[float, float] | None
    side: str = ""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A kind that occurs, its name in the view's language, its mark, and how often it occurs."""

    kind: str
    label: str
    mark: Mark
    count: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the picture rests on: the selection, the counts of `Network.counts`, how many sources
    the facts cite, the names of the data sets, and the backbone when one is selected.

    excerpt: of what part the picture is, when it is of one. shown, of: how many organisations are
    in the picture, in an overview within communities, and how many are selected. communities: in an
    overview, how many are drawn and how many there are.
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


@dataclass(frozen=True)
class View:
    """A network as a picture.

    nodes: in the order of the ranking. by: the metric that ranks and sizes. names: of the
    organisations that facts mention but that have no node (parts, representatives), by id.
    isolates: the top of the rows of isolates, or None without any. links: spokes, which join
    organisations to what they share, or pairs, which join each to each. positions: what stands
    where, by name. inside: in an overview, what each node opens into, in their order, and last the
    picture of those in no community drawn, if there are any. framed: makes the page in a frame, by
    which notebooks show the view.
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
    framed: Callable[[View], str] | None = field(default=None, repr=False, compare=False)

    @property
    def overview(self) -> bool:
        """Whether nodes are communities."""
        return self.provenance.communities is not None

    @property
    def scenes(self) -> tuple[View, ...]:
        """The pictures of organisations: this one, or what an overview opens into."""
        return self.inside if self.overview else (self,)

    @cached_property
    def organisations(self) -> tuple[ViewNode, ...]:
        """All organisations, of an overview those in its communities and the rest, in the order of
        the ranking.
        """
        nodes = (node for scene in self.scenes for node in scene.nodes)
        return tuple(sorted(nodes, key=lambda node: (node.rank, node.label.casefold(), node.id)))

    def _repr_html_(self) -> str | None:
        """The page in a sandboxed frame, for notebooks; None leaves the text form to them."""
        return None if self.framed is None else self.framed(self)
