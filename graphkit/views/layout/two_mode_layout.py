"""Where everything stands in the picture: organisations, the groups they share, and the isolates.

The two-mode graph is laid out, not the projection: members stand around what they share, and the
drawing needs one spoke per membership instead of one line per pair. A group needs no own place when
its organisation is in the picture (a cluster among its members) or when it joins two (a line).
The same two-mode form gives the same coordinates on every machine; see `stress`. Given the places
of an earlier picture, what was there stays, and what is new is put where there is room beside it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from graphkit.views.layout.label_room import Box, Name, by_importance
from graphkit.views.layout.placing import Placing
from graphkit.views.layout.saved_positions import Place, Positions

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from graphkit.network import TwoMode

Floats = npt.NDArray[np.float64]

HUB_RADIUS = 5.0


@dataclass(frozen=True, slots=True)
class Layout:
    """Coordinates in pixels at full size, y downwards.

    organisations: shape (n, 2). groups: for each group its point, or None when it is not drawn
    as a point of its own. isolates: the top of the rows of isolates, or None without any. unit: how
    many pixels a pixel of the screen is when the whole picture is shown in `room.WINDOW`.
    labels: the labels that have room then, each with the side of its mark and its box, by the
    index of the organisation, or n plus the index of the group. positions: the places by name.
    """

    organisations: Floats
    groups: tuple[Place | None, ...]
    isolates: float | None
    unit: float
    labels: Mapping[int, tuple[str, Box]]
    positions: Positions


def lay_out(
    form: TwoMode,
    anchors: Sequence[int | None],
    radii: Sequence[float],
    names: Sequence[str] | None = None,
    start: Positions | None = None,
    *,
    lines: int = 2,
) -> Layout:
    """Place the organisations and groups of a two-mode form.

    anchors: for each group the index of the organisation that it is (a cluster), if that is among
    its members. radii: of the organisations' marks, in pixels. names: what is written at the
    organisations; their ids unless given. start: places of an earlier picture, to be kept. lines:
    into how many a name may be broken.
    """
    count = len(form.organisations)
    members = form.sizes().tolist()
    hubs = [group for group, size in enumerate(members) if size > 2 and anchors[group] is None]
    lengths = _drawn_graph(form, anchors, hubs)
    degrees = np.diff(lengths.indptr).tolist()
    extents = [Name(name, lines).extent() for name in (names or form.organisations)]
    extents += [Name(form.groups[hub].name, 3, small=True).extent() for hub in hubs]
    picture = Placing(
        lengths=lengths,
        sizes=np.array([*radii, *([HUB_RADIUS] * len(hubs))], dtype=float),
        extents=np.array(extents, dtype=float).reshape(-1, 2),
        order=by_importance(radii, degrees[:count], [members[hub] for hub in hubs]),
    )
    places = None
    if start is not None:
        kept, rowed = _kept(start, form, hubs)
        if np.isfinite(kept[~rowed]).any():
            places = picture.continued(kept, rowed)
    # Adding 0 turns the -0.0 that rounding can leave into 0.0.
    places = (picture.drawn() if places is None else places).round(1) + 0.0
    top = picture.isolates_top(places)
    unit = picture.unit(places)
    points: list[Place | None] = [None] * len(form.groups)
    for group, (x, y) in zip(hubs, places[count:].tolist(), strict=True):
        points[group] = (x, y)
    return Layout(
        organisations=places[:count],
        groups=tuple(points),
        isolates=None if top is None else round(top, 1),
        unit=unit,
        labels={
            each if each < count else count + hubs[each - count]: label
            for each, label in picture.labels(places, unit).items()
        },
        positions=_named(form, places[:count], points, degrees),
    )


def anchors_of(form: TwoMode) -> list[int | None]:
    """For each group the index of the organisation that it is, if it stands among its members."""
    index = {name: position for position, name in enumerate(form.organisations)}
    pairs = {(organisation, group) for organisation, group in form.members.T.tolist()}
    return [
        own
        if group.layer == "membership"
        and (own := index.get(group.id)) is not None
        and (own, position) in pairs
        else None
        for position, group in enumerate(form.groups)
    ]


def _kept(
    start: Positions, form: TwoMode, hubs: Sequence[int]
) -> tuple[Floats, npt.NDArray[np.bool_]]:
    """The earlier places of the vertices, NaN where there is none, and which were isolates."""
    unknown = (math.nan, math.nan)
    kept = [
        start.organisations.get(name) or start.isolates.get(name) or unknown
        for name in form.organisations
    ]
    kept += [start.groups.get(form.groups[hub].key, unknown) for hub in hubs]
    rowed = [name in start.isolates for name in form.organisations] + [False] * len(hubs)
    return np.array(kept, dtype=float).reshape(-1, 2), np.array(rowed, dtype=bool)


def _named(
    form: TwoMode, places: Floats, points: Sequence[Place | None], degrees: Sequence[int]
) -> Positions:
    stands = [
        (name, (x, y), degree > 0)
        for name, (x, y), degree in zip(form.organisations, places.tolist(), degrees, strict=False)
    ]
    return Positions(
        organisations={name: place for name, place, tied in stands if tied},
        isolates={name: place for name, place, tied in stands if not tied},
        groups={
            group.key: point
            for group, point in zip(form.groups, points, strict=True)
            if point is not None
        },
    )


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
