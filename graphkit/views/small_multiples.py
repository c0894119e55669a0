"""Small multiples: views of several selections at the same positions, and what came and went.

Positions are computed once, over everything that has a tie in any of the selections, and marks have
one scale. Each panel is compared with the one before it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from graphkit.metrics.turnover import Turnover, tied_pairs
from graphkit.network import Group, Network, TwoMode
from graphkit.views.layout.saved_positions import Place, Positions
from graphkit.views.layout.two_mode_layout import Layout, anchors_of, lay_out
from graphkit.views.lines import Line, lines_of
from graphkit.views.marks import REACH
from graphkit.views.view import View, ViewGroup, ViewNode
from graphkit.views.view_nodes import extremes, radii

LineKey = tuple[str, str, str]
"""The layer of a line, where it starts, and the organisation or group at which it ends."""


@dataclass(frozen=True)
class Panel:
    """One of several selections that are drawn side by side.

    Attributes
    ----------
    heading : str
        What is selected, in a few words.
    view : View
        Its organisations that have ties, at the positions that all panels share.
    lines : tuple of Line
        The lines between them.
    new : frozenset of str
        The ids of the organisations that have no tie in the panel before; empty in the first.
    new_lines : frozenset of int
        The positions in `lines` of those that the panel before does not have; empty in the first.
    gone : tuple of ViewNode
        The organisations of the panel before that have no tie here.
    gone_lines : tuple of Line
        The lines of the panel before that are not here.
    gone_points : tuple of (float, float)
        The points of the panel before where no spokes meet here.
    organisations, ties : Turnover
        How many organisations and ties, which are tied pairs, stayed, came and went. In the first
        panel all are kept.
    """

    heading: str
    view: View
    lines: tuple[Line, ...]
    new: frozenset[str]
    new_lines: frozenset[int]
    gone: tuple[ViewNode, ...]
    gone_lines: tuple[Line, ...]
    gone_points: tuple[Place, ...]
    organisations: Turnover
    ties: Turnover


@dataclass(frozen=True)
class SmallMultiples:
    """Several selections as pictures at the same positions. Make them with `compare_views`.

    Attributes
    ----------
    title : str
        The title.
    panels : tuple of Panel
        The pictures, in the order in which they were asked for.
    frame : View
        Everything that any panel shows, with its largest mark: the crop and the legend of all.
    positions : Positions
        Where everything stands, by name.
    """

    title: str
    panels: tuple[Panel, ...]
    frame: View
    positions: Positions


def small_multiples(
    views: Mapping[str, View],
    networks: Sequence[Network],
    start: Positions | None,
) -> SmallMultiples:
    """The views of some networks, by heading, at the positions of their union.

    start: positions from an earlier picture, which are kept.
    """
    everyone = _everyone(views.values(), networks)
    union = together([_tied(network.tied) for network in networks])
    by = next(iter(views.values())).by
    ends = extremes([node.values[by] for view in views.values() for node in view.nodes], by)
    sized = [_sized(view, ends) for view in views.values()]
    largest = {
        name: max(sizes[name] for sizes in sized if name in sizes) for name in union.organisations
    }
    layout = lay_out(
        union,
        anchors_of(union),
        [largest[name] * REACH[everyone[name].mark.shape] for name in union.organisations],
        [everyone[name].label for name in union.organisations],
        start,
    )
    placed = _Placed.of(union, layout)
    shown = [
        _panel_view(view, network, sizes, placed)
        for view, network, sizes in zip(views.values(), networks, sized, strict=True)
    ]
    first = shown[0]
    frame = replace(
        first,
        nodes=tuple(
            placed.node(everyone[name], largest[name])
            for name in sorted(union.organisations, key=lambda each: (everyone[each].rank, each))
        ),
        groups=tuple(
            ViewGroup(group, (), 1.0, None, placed.points[group.key])
            for group in union.groups
            if first.links == "spokes" and placed.points[group.key] is not None
        ),
    )
    lines = [lines_of(view) for view in shown]
    pairs = [tied_pairs(network) for network in networks]
    panels = [
        Panel(
            heading=next(iter(views)),
            view=first,
            lines=lines[0],
            new=frozenset(),
            new_lines=frozenset(),
            gone=(),
            gone_lines=(),
            gone_points=(),
            organisations=_turnover(first, first),
            ties=Turnover.of(pairs[0], pairs[0]),
        )
    ]
    panels += [
        _panel(heading, shown[before], lines[before], shown[at], lines[at], pairs[before : at + 1])
        for heading, (before, at) in zip([*views][1:], pairwise(range(len(shown))), strict=True)
    ]
    return SmallMultiples(first.title, tuple(panels), frame, layout.positions)


def together(forms: Iterable[TwoMode]) -> TwoMode:
    """The union of two-mode forms: every organisation in every group that any form has it in."""
    forms = list(forms)
    names = sorted({name for form in forms for name in form.organisations})
    groups = {group.key: group for form in forms for group in form.groups}
    ordered = sorted(groups.values(), key=lambda group: (group.layer, group.id))
    row = {name: at for at, name in enumerate(names)}
    column = {group.key: at for at, group in enumerate(ordered)}
    pairs = sorted(
        {
            (row[form.organisations[organisation]], column[form.groups[group].key])
            for form in forms
            for organisation, group in form.members.T.tolist()
        }
    )
    return TwoMode(
        organisations=tuple(names),
        groups=tuple(ordered),
        members=np.array(pairs, dtype=np.int32).reshape(-1, 2).T,
        weights=np.ones(len(ordered)),
        scheme="none",
    )


@dataclass(frozen=True)
class _Placed:
    """Where each organisation stands, by id, and the point of each group, by key."""

    places: Mapping[str, Place]
    sides: Mapping[str, str]
    points: Mapping[str, Place | None]
    anchors: Mapping[str, str | None]

    @classmethod
    def of(cls, form: TwoMode, layout: Layout) -> _Placed:
        """The places of a layout of a form."""
        names = form.organisations
        anchors = anchors_of(form)
        return cls(
            places=dict(zip(names, map(tuple, layout.organisations.tolist()), strict=True)),
            sides={names[at]: side for at, (side, _) in layout.labels.items() if at < len(names)},
            points={
                group.key: point for group, point in zip(form.groups, layout.groups, strict=True)
            },
            anchors={
                group.key: None if at is None else names[at]
                for group, at in zip(form.groups, anchors, strict=True)
            },
        )

    def node(self, node: ViewNode, size: float) -> ViewNode:
        """An organisation in its place, with a mark of a size."""
        x, y = self.places[node.id]
        return replace(node, x=x, y=y, side=self.sides.get(node.id, ""), size=size)

    def of_group(self, group: Group, here: Container[str]) -> tuple[str | None, Place | None]:
        """The organisation that a group is, if that is a member here, else the point of its spokes.

        A group whose organisation another panel shows has its point in the place of that.
        """
        own = self.anchors[group.key]
        if own is not None and own in here:
            return own, None
        return None, self.points[group.key] if own is None else self.places[own]


def _tied(form: TwoMode) -> TwoMode:
    """A form without organisations that have no tie and groups that tie nobody."""
    left = form.part(form.have_ties())
    return left.take((left.sizes() > 1)[left.members[1]])


def _everyone(views: Iterable[View], networks: Sequence[Network]) -> dict[str, ViewNode]:
    """Each organisation as the first view has it in which it has ties."""
    found: dict[str, ViewNode] = {}
    for view, network in zip(views, networks, strict=True):
        tied = {*_tied(network.tied).organisations}
        for node in view.nodes:
            if node.id in tied:
                found.setdefault(node.id, node)
    return found


def _sized(view: View, ends: tuple[float, float] | None) -> dict[str, float]:
    """The radius of each mark at the scale that all panels share."""
    values = [node.values[view.by] for node in view.nodes]
    return {node.id: size for node, size in zip(view.nodes, radii(values, ends), strict=True)}


def _panel_view(view: View, network: Network, sizes: Mapping[str, float], placed: _Placed) -> View:
    """A view of those with ties alone, where the union has them."""
    form = _tied(network.tied)
    here = {name: sizes[name] for name in form.organisations}
    tying = {group.key for group in form.groups}
    groups = []
    for each in view.groups:
        if each.group.key not in tying:
            continue
        members = tuple(member for member in each.members if member.id in here)
        anchor, point = placed.of_group(each.group, {member.id for member in members})
        if view.links == "pairs":
            point = None
        groups.append(replace(each, members=members, anchor=anchor, point=point, side=""))
    return replace(
        view,
        nodes=tuple(placed.node(node, here[node.id]) for node in view.nodes if node.id in here),
        groups=tuple(groups),
        isolates=None,
    )


def _panel(
    heading: str,
    before: View,
    lines_before: Sequence[Line],
    view: View,
    lines: tuple[Line, ...],
    pairs: Sequence[set[tuple[str, str]]],
) -> Panel:
    """A panel, compared with the one before it; pairs: the ties of both."""
    was, now = ({node.id for node in each.nodes} for each in (before, view))
    points = {group.point for group in view.groups}
    known = {_key(before, line) for line in lines_before}
    kept = {_key(view, line) for line in lines}
    return Panel(
        heading=heading,
        view=view,
        lines=lines,
        new=frozenset(now - was),
        new_lines=frozenset(at for at, line in enumerate(lines) if _key(view, line) not in known),
        gone=tuple(node for node in before.nodes if node.id not in now),
        gone_lines=tuple(line for line in lines_before if _key(before, line) not in kept),
        gone_points=tuple(
            group.point
            for group in before.groups
            if group.point is not None and group.point not in points
        ),
        organisations=_turnover(before, view),
        ties=Turnover.of(*pairs),
    )


def _turnover(before: View, view: View) -> Turnover:
    return Turnover.of(*([node.id for node in each.nodes] for each in (before, view)))


def _key(view: View, line: Line) -> LineKey:
    """What makes a line the same in two panels."""
    if line.end is not None:
        return line.layer, line.start, line.end
    return line.layer, line.start, view.groups[line.groups[0]].group.key
