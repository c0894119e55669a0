"""Where everything stands in the picture: organisations, the groups they share, and the isolates.

The two-mode graph is laid out, not the projection: members stand around what they share, and the
drawing needs a spoke a membership instead of a line a pair. A group needs no place of its own when
its organisation is in the picture (a cluster among its members) or when it joins two (a line).
The same two-mode form gives the same coordinates on every machine; see `stress`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from graphkit.views.packing import grid, pack, separate
from graphkit.views.stress import stress_layout

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from graphkit.network import TwoMode

Floats = npt.NDArray[np.float64]

ASPECT = 1.4
"""Width by height of the picture that is aimed at: a landscape window beside a panel."""

HUB_RADIUS = 5.0

_LABELLED = 90
"""Up to so many vertices every one is given room for its label."""

_LABEL_HALF, _LABEL_BELOW = 62.0, 34.0
_MARGIN = 5.0
_FILL_LABELLED, _FILL_BARE = 0.45, 0.11
_GAP = 26.0


@dataclass(frozen=True, slots=True)
class Layout:
    """Coordinates in pixels at full size, y downwards, the picture's middle at 0.

    organisations: shape (n, 2). groups: for each group its point, or None when it is not drawn
    as a point of its own. isolates: the top of the rows of isolates, or None without any.
    """

    organisations: Floats
    groups: tuple[tuple[float, float] | None, ...]
    isolates: float | None


def lay_out(form: TwoMode, anchors: Sequence[int | None], radii: Sequence[float]) -> Layout:
    """Place the organisations and groups of a two-mode form.

    anchors: for each group the index of the organisation that it is (a cluster), if that is among
    its members. radii: of the organisations' marks, in pixels.
    """
    count = len(form.organisations)
    hubs = [
        group
        for group, size in enumerate(form.sizes().tolist())
        if size > 2 and anchors[group] is None
    ]
    sizes = np.array([*radii, *([HUB_RADIUS] * len(hubs))], dtype=float)
    low, high = _boxes(sizes)
    places, top = _place(_drawn_graph(form, anchors, hubs), low, high)
    ends = np.vstack([places - low, places + high, np.zeros((0, 2))])
    middle = (ends.min(axis=0) + ends.max(axis=0)) / 2.0 if len(ends) else np.zeros(2)
    # Adding 0 turns the -0.0 that rounding can leave into 0.0.
    places = (places - middle).round(1) + 0.0
    points: list[tuple[float, float] | None] = [None] * len(form.groups)
    for group, (x, y) in zip(hubs, places[count:].tolist(), strict=True):
        points[group] = (x, y)
    return Layout(
        organisations=places[:count],
        groups=tuple(points),
        isolates=None if top is None else round(top - float(middle[1]), 1),
    )


def _place(lengths: csr_array, low: Floats, high: Floats) -> tuple[Floats, float | None]:
    """Points for all vertices, and where the rows of those without edges begin."""
    places = np.zeros((len(low), 2))
    components = _components(lengths)
    tied = [each for each in components if len(each) > 1]
    alone = [int(each[0]) for each in components if len(each) == 1]
    sides = []
    for vertices in tied:
        points = _component(lengths[vertices][:, vertices], low[vertices], high[vertices])
        corner = (points - low[vertices]).min(axis=0)
        places[vertices] = points - corner
        across, down = ((points + high[vertices]).max(axis=0) - corner + _GAP).tolist()
        sides.append((across, down))
    cell = _cell(low, high, alone)

    def below(across: float) -> float:
        return grid(len(alone), cell, across, 0.0, ASPECT)[1] if alone else 0.0

    for vertices, at in zip(tied, pack(sides, ASPECT, below), strict=True):
        places[vertices] += at
    return places, _rows(places, tied, alone, cell, low, high)


def _drawn_graph(form: TwoMode, anchors: Sequence[int | None], hubs: Sequence[int]) -> csr_array:
    """The graph that is drawn: a spoke from each member to its group, or a line for a pair.

    Lengths grow with the square root of the ends' degrees, which leaves room around the busy.
    """
    from scipy.sparse import csr_array

    count = len(form.organisations)
    hub_of = {group: count + position for position, group in enumerate(hubs)}
    members: list[list[int]] = [[] for _ in form.groups]
    for organisation, group in form.members.T.tolist():
        members[group].append(organisation)
    edges: set[tuple[int, int]] = set()
    for group, inside in enumerate(members):
        centre = hub_of.get(group, anchors[group])
        if centre is None:
            centre = inside[0]
        edges.update((min(each, centre), max(each, centre)) for each in inside if each != centre)
    total = count + len(hubs)
    ends = np.array(sorted(edges), dtype=np.int64).reshape(-1, 2)
    degrees = np.bincount(ends.ravel(), minlength=total)
    data = np.round(np.sqrt((degrees[ends[:, 0]] + degrees[ends[:, 1]]).astype(float)), 6)
    rows, columns = np.concatenate([ends, ends[:, ::-1]]).T
    return csr_array((np.concatenate([data, data]), (rows, columns)), shape=(total, total))


def _components(lengths: csr_array) -> list[npt.NDArray[np.int64]]:
    """The vertices of each connected component, large ones first."""
    from scipy.sparse.csgraph import connected_components

    if not lengths.shape[0]:
        return []
    number, labels = connected_components(lengths, directed=False)
    order = np.argsort(labels, kind="stable").astype(np.int64)
    parts = np.split(order, np.cumsum(np.bincount(labels, minlength=number))[:-1])
    return sorted(parts, key=lambda part: (-len(part), int(part[0])))


def _boxes(sizes: Floats) -> tuple[Floats, Floats]:
    """How far each vertex's box reaches to the left and up, and to the right and down."""
    bare = sizes + _MARGIN
    if len(sizes) > _LABELLED:
        return np.column_stack([bare, bare]), np.column_stack([bare, bare])
    aside = np.maximum(bare, _LABEL_HALF)
    return np.column_stack([aside, bare]), np.column_stack([aside, sizes + _LABEL_BELOW])


def _component(lengths: csr_array, low: Floats, high: Floats) -> Floats:
    """One component's points, scaled to its boxes and without overlaps."""
    points = stress_layout(lengths)
    boxes = low + high
    labelled = bool(boxes[0, 0] != boxes[0, 1])
    if labelled:
        points = points * np.array([ASPECT, 1.0])
    wanted = float((boxes[:, 0] * boxes[:, 1]).sum())
    wanted /= _FILL_LABELLED if labelled else _FILL_BARE
    across, down = (points.max(axis=0) - points.min(axis=0)).tolist()
    # A thin component is measured as a flat ellipse: by its own area it would grow endlessly.
    area = max(across * down, max(across, down) ** 2 / 2, 1e-9)
    return separate(points * float(np.sqrt(wanted / area)), low, high)


def _cell(low: Floats, high: Floats, alone: Sequence[int]) -> tuple[float, float]:
    """The width and height of an isolate's place in the rows."""
    if not alone:
        return 0.0, 0.0
    across, down = (low + high)[alone].max(axis=0).tolist()
    return across + 8.0, down + (6.0 if len(low) > _LABELLED else 18.0)


def _rows(
    places: Floats,
    tied: Sequence[npt.NDArray[np.int64]],
    alone: Sequence[int],
    cell: tuple[float, float],
    low: Floats,
    high: Floats,
) -> float | None:
    """Put the isolates in rows below all else; returns where their rows begin."""
    if not alone:
        return None
    across = top = 0.0
    if tied:
        above = np.concatenate(tied)
        across, top = (places[above] + high[above]).max(axis=0).tolist()
        top += _GAP
    columns, _ = grid(len(alone), cell, across, top, ASPECT)
    for position, vertex in enumerate(alone):
        row, column = divmod(position, columns)
        places[vertex] = [(column + 0.5) * cell[0], top + row * cell[1] + low[vertex, 1]]
    return top
