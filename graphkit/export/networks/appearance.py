"""How the nodes of a graph look: colours by kind as in graphkit's own pictures, sizes by the number
of edges, and positions laid out as there.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphkit.export.networks.graph import NetworkGraph
from graphkit.views.marks import STROKES, marks_of

if TYPE_CHECKING:
    from graphkit.network import Network, TwoMode

MOST_PLACED = 50_000
"""The largest number of organisations that get positions."""

_SMALLEST, _LARGEST = 6.0, 20.0
_BESIDE = 12.0
"""How far beside its organisation a group stands that is the organisation itself."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """How a node looks.

    Attributes
    ----------
    colour : str
        Its colour, such as "#0072B2".
    size : float
        Its radius.
    place : (float, float) or None
        Where it stands, y downwards; None in a network too large to lay out.
    """

    colour: str
    size: float
    place: tuple[float, float] | None


def appearances(network: Network, graph: NetworkGraph) -> list[Appearance]:
    """How each node of a network's graph looks, in its order.

    Parameters
    ----------
    network : Network
        The network.
    graph : NetworkGraph
        Its graph, in either mode.

    Returns
    -------
    list of Appearance
        The same network gives the same on every machine.
    """
    sizes = _sizes(graph)
    places = _places(network, graph, sizes)
    marks = marks_of(network.own_kinds.values())
    return [
        Appearance(
            STROKES[what].colour
            if what in STROKES
            else marks[str(node.values.get("kind", "Other"))].colour,
            size,
            place,
        )
        for what, node, size, place in zip(graph.types(), graph.nodes, sizes, places, strict=True)
    ]


def _sizes(graph: NetworkGraph) -> list[float]:
    """Radii whose areas grow with the number of edges."""
    most = max([*graph.degrees, 1])
    return [
        round(math.sqrt(_SMALLEST**2 + degree / most * (_LARGEST**2 - _SMALLEST**2)), 2)
        for degree in graph.degrees
    ]


def _places(
    network: Network, graph: NetworkGraph, sizes: list[float]
) -> list[tuple[float, float] | None]:
    from graphkit.views.layout.two_mode_layout import anchors_of, lay_out

    form = network.two_mode if graph.mode == "two" else network.tied
    if not 0 < graph.organisations <= MOST_PLACED:
        return [None] * len(graph.nodes)
    anchors = anchors_of(form)
    names = [node.label for node in graph.nodes[: graph.organisations]]
    layout = lay_out(form, anchors, sizes[: graph.organisations], names)
    places = [(x, y) for x, y in layout.organisations.tolist()]
    if graph.mode != "two":
        return [*places]
    return [*places, *_between(form, anchors, places, layout.groups)]


def _between(
    form: TwoMode,
    anchors: list[int | None],
    places: list[tuple[float, float]],
    points: tuple[tuple[float, float] | None, ...],
) -> list[tuple[float, float]]:
    """The places of groups: their own points, beside their organisation, or amid the members."""
    inside: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for organisation, group in form.members.T.tolist():
        inside[group].append(places[organisation])
    found: list[tuple[float, float]] = []
    for group, (point, anchor) in enumerate(zip(points, anchors, strict=True)):
        if point is not None:
            found.append(point)
        elif anchor is not None:
            x, y = places[anchor]
            found.append((round(x + _BESIDE, 1), y))
        else:
            xs, ys = zip(*inside[group], strict=True)
            shift = _BESIDE if len(xs) == 1 else 0.0
            found.append((round(sum(xs) / len(xs) + shift, 1), round(sum(ys) / len(ys), 1)))
    return found
