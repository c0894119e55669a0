"""`NetworkGraph`: a network as nodes and edges with attributes, for the formats of graphs.

In mode one organisations are joined by ties, which add up what two of them share. In mode two the
groups are nodes as well, and each organisation is joined to its groups. In mode directed answers of
a survey lead from the organisation that answers to the other. Nothing is added to what
the facts say: a date that is not known is absent, and a spell without a start or an end is open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from graphkit.model.graph_columns import NODE_TYPE
from graphkit.model.visible_text import visible

Value = str | int | float | bool
Spell = tuple[date | None, date | None]
"""The first and the last day on which something may have been so; None where there is no bound."""

ALWAYS: Spell = (None, None)

MODES = ("one", "two", "directed")


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A node.

    Attributes
    ----------
    id : str
        Its id: that of an organisation, or of a group the layer, a blank and its id.
    label : str
        Its name.
    values : mapping of str to (str, int, float or bool)
        Its attributes; several texts are joined by |.
    spell : (date or None, date or None)
        The time in which it may have existed.
    """

    id: str
    label: str
    values: Mapping[str, Value]
    spell: Spell = ALWAYS


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """An edge.

    Attributes
    ----------
    source, target : int
        The positions of its nodes.
    weight : float
        Its weight; 1 in mode two.
    values : mapping of str to (str, int, float or bool)
        Its attributes. In mode two, several facts that state the same are joined by |, in the same
        order in every attribute.
    spells : tuple of (date or None, date or None)
        The times in which it may have been there.
    """

    source: int
    target: int
    weight: float
    values: Mapping[str, Value]
    spells: tuple[Spell, ...] = (ALWAYS,)


@dataclass(frozen=True)
class NetworkGraph:
    """A network as a graph.

    Attributes
    ----------
    mode : {"one", "two", "directed"}
        Whether groups are nodes, and whether edges lead from their source to their target.
    nodes : tuple of GraphNode
        The organisations in order and, in mode two, the groups after them.
    edges : tuple of GraphEdge
        The edges, in the order of their nodes.
    organisations : int
        How many of the nodes are organisations.

    Notes
    -----
    Make one with `graphkit.export.networks.graph_of.graph_of`.
    """

    mode: str
    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]
    organisations: int

    @cached_property
    def node_columns(self) -> dict[str, str]:
        """The attributes of nodes, each with the type of its values, in the order of appearance."""
        return columns_of(node.values for node in self.nodes)

    @cached_property
    def edge_columns(self) -> dict[str, str]:
        """The attributes of edges, as `node_columns`."""
        return columns_of(edge.values for edge in self.edges)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """A name for each node that no other has: where names repeat, with the id behind them."""
        names = [visible(node.label) for node in self.nodes]
        counted: dict[str, int] = {}
        for name in names:
            counted[name] = counted.get(name, 0) + 1
        taken = {name for name, count in counted.items() if count == 1}
        result: list[str] = []
        for node, name in zip(self.nodes, names, strict=True):
            unlike = name
            while counted[name] > 1 and (unlike == name or unlike in taken):
                unlike = f"{unlike} ({visible(node.id)})"
            taken.add(unlike)
            result.append(unlike)
        return tuple(result)

    @cached_property
    def is_dated(self) -> bool:
        """Whether anything has a bound in time."""
        spells = [node.spell for node in self.nodes]
        spells += [spell for edge in self.edges for spell in edge.spells]
        return any(spell != ALWAYS for spell in spells)

    @cached_property
    def degrees(self) -> tuple[int, ...]:
        """How many edges each node has."""
        found = [0] * len(self.nodes)
        for edge in self.edges:
            found[edge.source] += 1
            found[edge.target] += 1
        return tuple(found)

    @property
    def directed(self) -> bool:
        """Whether edges have a direction."""
        return self.mode == "directed"

    def types(self) -> list[str]:
        """What each node is."""
        return [str(node.values[NODE_TYPE]) for node in self.nodes]


def columns_of(records: Iterable[Mapping[str, Value]]) -> dict[str, str]:
    """The names in these records, each with the type of its values.

    Parameters
    ----------
    records : iterable of mapping
        The records.

    Returns
    -------
    dict of str to str
        For each name `boolean`, `long`, `double` or `string`.

    Examples
    --------
    >>> columns_of([{"kind": "Company", "share": 1}, {"share": 0.5}])
    {'kind': 'string', 'share': 'double'}
    """
    return {name: _type(types) for name, types in types_of(records).items()}


def types_of(records: Iterable[Mapping[str, object]]) -> dict[str, set[type]]:
    """The types that the values of each name have in these records."""
    found: dict[str, set[type]] = {}
    for record in records:
        for name, value in record.items():
            found.setdefault(name, set()).add(type(value))
    return found


def _type(types: set[type]) -> str:
    if types == {bool}:
        return "boolean"
    if types == {int}:
        return "long"
    return "double" if types <= {int, float} else "string"


def text(value: Value) -> str:
    """A value as text: numbers with all their digits, truth in lower case, text without what a
    reader of the format would stumble over.

    >>> text(True), text(0.1), text(3), text("a" + chr(10) + "b")
    ('true', '0.1', '3', 'a b')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    return visible(value) if isinstance(value, str) else repr(value)


def intervals(spells: Sequence[Spell]) -> list[str]:
    """Spells as texts of ISO 8601, with .. where there is no bound; none if there is none at all.

    >>> intervals([(date(2014, 11, 7), None)]), intervals([ALWAYS])
    (['2014-11-07/..'], [])
    """
    if list(spells) == [ALWAYS]:
        return []
    return ["/".join(".." if day is None else day.isoformat() for day in spell) for spell in spells]


def joined(spells: Sequence[Spell]) -> tuple[Spell, ...]:
    """Spells in order, those that touch or overlap made one.

    >>> joined([(date(2014, 1, 1), date(2014, 5, 1)), (None, date(2014, 2, 1))])
    ((None, datetime.date(2014, 5, 1)),)
    """
    days = sorted(
        (first or date.min, last or date.max)
        for first, last in spells
        if not _is_empty(first, last)
    )
    kept: list[tuple[date, date]] = []
    for first, last in days:
        if kept and (first <= kept[-1][1] or (first - kept[-1][1]).days == 1):
            kept[-1] = (kept[-1][0], max(last, kept[-1][1]))
        else:
            kept.append((first, last))
    return tuple(
        (None if first == date.min else first, None if last == date.max else last)
        for first, last in kept
    )


def common(one: Sequence[Spell], other: Sequence[Spell]) -> list[Spell]:
    """The times that are in both.

    >>> common([(None, date(2014, 5, 1))], [(date(2014, 4, 1), None)])
    [(datetime.date(2014, 4, 1), datetime.date(2014, 5, 1))]
    """
    found: list[Spell] = []
    for first, last in one:
        for begun, ended in other:
            start = max(first or date.min, begun or date.min)
            end = min(last or date.max, ended or date.max)
            if start <= end:
                found.append(
                    (None if start == date.min else start, None if end == date.max else end)
                )
    return found


def _is_empty(first: date | None, last: date | None) -> bool:
    return first is not None and last is not None and first > last
