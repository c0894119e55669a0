"""The vertices of a picture as boxes: marks, with room below for the labels that are shown.

Each component is laid out by `stress` and parted by `packing`; labels have one size on the screen,
so the room they need grows with the picture, and is fitted to it. What is drawn already can be
continued instead: it stays, and new vertices are put where there is room beside it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from graphkit.views.layout.label_room import ALL_UP_TO, SIDES, WINDOW, Box, beside, sure, tried
from graphkit.views.layout.packing import free_place, grid, pack, separate
from graphkit.views.layout.stress import stress_layout

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]

ASPECT = 1.4
"""Width by height of the picture that is aimed at: a landscape window beside a panel."""

_MARGIN = 5.0
_AROUND = 3.0
"""Around a label, in pixels on the screen."""

_PAD = np.array([152.0, 104.0])
"""On the screen around the whole picture, for the labels at its rim."""

_LARGEST_SCALE = 1.6
_FILL_LABELLED, _FILL_BARE = 0.45, 0.11
_PACKED = 0.75
_GAP = 26.0
_FITTINGS = 3
"""How often the room for labels is fitted to the size that the picture comes to with it."""

_MOST_GROWTH = 1.25
_ROUNDING = 0.2
"""So far two boxes may reach into each other once their places have been rounded and kept."""


@dataclass(frozen=True, eq=False)
class Placing:
    """What is to be placed: n vertices.

    lengths: n-by-n, of the edges to draw. sizes: how far marks reach, shape (n,). extents: of the
    labels, shape (n, 2), in pixels on the screen. order: in which vertices get room for labels.
    """

    lengths: csr_array
    sizes: Floats
    extents: Floats
    order: Sequence[int]

    def drawn(self) -> Floats:
        """Places for all vertices, shape (n, 2), around 0.

        The last few are kept: a figure in several formats is drawn once.
        """
        return _drawn(self)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Placing) and self._fingerprint == other._fingerprint

    def __hash__(self) -> int:
        return hash(self._fingerprint)

    @cached_property
    def _fingerprint(self) -> bytes:
        found = hashlib.blake2b()
        parts = (self.lengths.indptr, self.lengths.indices, self.lengths.data, self.sizes)
        for each in (*parts, self.extents, np.array(self.order)):
            found.update(f"{each.dtype} {each.shape} ".encode())
            found.update(np.ascontiguousarray(each).tobytes())
        return found.digest()

    def draw(self) -> Floats:
        """The same, worked out."""
        if not len(self.sizes):
            return np.zeros((0, 2))
        unit = self._expected_unit()
        shapes = [self._shape(each, unit) for each in self.tied]
        places = self._packed(shapes, unit)
        for _ in range(_FITTINGS if self.all_labelled else 0):
            reached = self.unit(places)
            if reached <= 1.02 * unit:
                break
            unit = 1.02 * reached
            low, high = self._boxes(unit)
            shapes = [
                separate(points, low[each], high[each])
                for points, each in zip(shapes, self.tied, strict=True)
            ]
            roomier = self._packed(shapes, unit)
            if self.unit(roomier) > _MOST_GROWTH * reached:
                break
            places = roomier
        if not self.all_labelled:
            self._make_room(places)
        reach = self.sizes[:, None] + _MARGIN
        ends = (places - reach).min(axis=0), (places + reach).max(axis=0)
        middle: Floats = places - (ends[0] + ends[1]) / 2.0
        return middle

    def continued(self, kept: Floats, rowed: npt.NDArray[np.bool_]) -> Floats:
        """Places for all vertices of which some have one: kept, shape (n, 2), NaN where there is
        none. rowed: whose place is one in the rows of isolates.
        """
        low, high = self._boxes(1.0)
        places = kept.copy()
        isolate = np.zeros(len(places), dtype=bool)
        isolate[self.alone] = True
        places[isolate != rowed] = np.nan
        fresh = []
        for vertices in self.tied:
            known = np.isfinite(places[vertices, 0])
            # Of a component that is new for the most part, what is known would only be in the way.
            if 2 * np.count_nonzero(known) < len(vertices):
                places[vertices] = np.nan
                fresh.append(vertices)
        known = np.flatnonzero(np.isfinite(places[:, 0]) & ~isolate)
        bare = np.repeat((self.sizes + _MARGIN - _ROUNDING)[:, None], 2, axis=1)[known]
        places[known] = separate(places[known], bare, bare)
        self._attach(places, low, high, isolate)
        for vertices in fresh:
            self._beside(places, vertices, low, high)
        new = np.isnan(kept[:, 0]) | (isolate != rowed)
        top = self.isolates_top(places)
        passed = top is not None and bool((places[new & ~isolate, 1] > top).any())
        if passed or np.isnan(places[self.alone]).any() or self._rows_are_crowded(places):
            self._put_in_rows(places, self.alone, low, high)
        return places

    def _rows_are_crowded(self, places: Floats) -> bool:
        """Whether a mark lies on that of an isolate."""
        reach = self.sizes[:, None] + _MARGIN - _ROUNDING
        marks = np.column_stack([places - reach, places + reach])
        return any(
            np.count_nonzero(_met(tuple(marks[each]), marks)) > 1 for each in self.alone.tolist()
        )

    def isolates_top(self, places: Floats) -> float | None:
        """Where the rows of isolates begin, None without any."""
        if not len(self.alone):
            return None
        return float((places[self.alone, 1] - self.sizes[self.alone] - _MARGIN).min())

    def unit(self, places: Floats) -> float:
        """How many pixels of the picture a pixel of the screen is when all of it is shown."""
        if not len(places):
            return 1 / _LARGEST_SCALE
        across, down = np.ptp(places, axis=0).tolist()
        room = np.array(WINDOW) - _PAD
        return float(max(across / room[0], down / room[1], 1 / _LARGEST_SCALE))

    def labels(self, places: Floats, unit: float) -> dict[int, tuple[str, Box]]:
        """The vertices that have room for a label, each with its side of `SIDES` and its box."""
        found: dict[int, tuple[str, Box]] = {}
        marks = np.column_stack([places - self.sizes[:, None], places + self.sizes[:, None]])
        for vertex in tried(self.order):
            if not self._named[vertex]:
                continue
            boxes = beside(places[vertex].tolist(), self.sizes[vertex], self.extents[vertex], unit)
            taken = np.array([box for _, box in found.values()]).reshape(-1, 4)
            for side, box in zip(SIDES, boxes, strict=True):
                if not _met(box, marks).any() and not _met(box, taken).any():
                    found[vertex] = side, box
                    break
        return found

    @property
    def all_labelled(self) -> bool:
        """Whether every vertex is given room for its label."""
        return len(self.sizes) <= ALL_UP_TO

    @cached_property
    def tied(self) -> list[Indices]:
        """The vertices of each connected component of several, large ones first."""
        return [each for each in self._components if len(each) > 1]

    @cached_property
    def alone(self) -> Indices:
        """The vertices without edges."""
        return np.array([each[0] for each in self._components if len(each) == 1], dtype=np.int64)

    @cached_property
    def _components(self) -> list[Indices]:
        from scipy.sparse.csgraph import connected_components

        if not self.lengths.shape[0]:
            return []
        number, labels = connected_components(self.lengths, directed=False)
        order = np.argsort(labels, kind="stable").astype(np.int64)
        parts = np.split(order, np.cumsum(np.bincount(labels, minlength=number))[:-1])
        return sorted(parts, key=lambda part: (-len(part), int(part[0])))

    def _boxes(self, unit: float) -> tuple[Floats, Floats]:
        """How far each box reaches to the left and up, and to the right and down; with the labels
        when all get room.
        """
        low = np.repeat((self.sizes + _MARGIN)[:, None], 2, axis=1)
        high = low.copy()
        if self.all_labelled:
            across, down = (self.extents * unit).T
            named = self._named
            low[named, 0] = high[named, 0] = np.maximum(low[:, 0], across / 2 + _AROUND * unit)[
                named
            ]
            high[named, 1] = (1.15 * self.sizes + 2 + down + 2 * _AROUND * unit)[named]
        return low, high

    @cached_property
    def _named(self) -> npt.NDArray[np.bool_]:
        """Which vertices get room for a label: isolates only where there is nothing else."""
        named = np.ones(len(self.sizes), dtype=bool)
        named[self.alone] = not self.tied
        return named

    @property
    def _fill(self) -> float:
        """The share of the picture that marks cover."""
        return _FILL_LABELLED if self.all_labelled else _FILL_BARE

    def _expected_unit(self) -> float:
        """The unit at which marks and labels fill the window as they should."""
        marks = 4 * float(((self.sizes + _MARGIN) ** 2).sum()) / self._fill
        window = WINDOW[0] * WINDOW[1]
        across, down = (self.extents + 2 * _AROUND)[self._named].T
        area = float((across * down).sum()) / _FILL_LABELLED if self.all_labelled else 0.0
        room = max(_PACKED * window - area, 0.15 * window)
        return max(float(np.sqrt(marks / room)), 1 / _LARGEST_SCALE)

    def _make_room(self, places: Floats) -> None:
        """Move marks out of the way of the most important labels, to the nearest free places."""
        unit = self.unit(places)
        reach = self.sizes[:, None] + _MARGIN
        marks = np.column_stack([places - reach, places + reach])
        labels = np.zeros((0, 4))
        # The marks of isolates keep their rows, and those that have their labels their places.
        held = np.zeros(len(places), dtype=bool)
        held[self.alone] = True
        for vertex in sure([each for each in self.order if not held[each]]):
            boxes = beside(places[vertex].tolist(), self.sizes[vertex], self.extents[vertex], unit)
            others = np.arange(len(places)) != vertex
            covered = [_met(box, marks) & others for box in boxes]
            costs = [
                (int(each.sum()), side)
                for side, (box, each) in enumerate(zip(boxes, covered, strict=True))
                if not _met(box, labels).any() and not (each & held).any()
            ]
            held[vertex] = True
            if not costs:
                continue
            _, side = min(costs)
            labels = np.vstack([labels, boxes[side]])
            for moved in np.flatnonzero(covered[side]).tolist():
                taken = np.vstack([marks[np.arange(len(places)) != moved], labels])
                places[moved] = free_place(places[moved], reach[moved], reach[moved], taken)
                marks[moved] = [*(places[moved] - reach[moved]), *(places[moved] + reach[moved])]

    def _shape(self, vertices: Indices, unit: float) -> Floats:
        """One component's points, scaled to its boxes and without overlaps."""
        low, high = (side[vertices] for side in self._boxes(unit))
        points = stress_layout(self.lengths[vertices][:, vertices])
        across, down = np.maximum(np.ptp(points, axis=0), 1e-9).tolist()
        if self.all_labelled:
            stretch = min(ASPECT, max(1.0, ASPECT * down / across))
            points, across = points * [stretch, 1.0], across * stretch
        wanted = float((low + high).prod(axis=1).sum()) / self._fill
        # A thin component is measured as a flat ellipse: by its own area it would grow endlessly.
        area = max(across * down, max(across, down) ** 2 / 2)
        return separate(points * float(np.sqrt(wanted / area)), low, high)

    def _packed(self, shapes: Sequence[Floats], unit: float) -> Floats:
        """Places for all vertices: the components side by side, the isolates in rows below."""
        low, high = self._boxes(unit)
        places = np.zeros((len(low), 2))
        sides = []
        for vertices, points in zip(self.tied, shapes, strict=True):
            corner = (points - low[vertices]).min(axis=0)
            places[vertices] = points - corner
            across, down = ((points + high[vertices]).max(axis=0) - corner + _GAP).tolist()
            sides.append((across, down))
        cell = self._cell(low, high)

        def below(across: float) -> float:
            return grid(len(self.alone), cell, across, 0.0, ASPECT)[1] if len(self.alone) else 0.0

        for vertices, at in zip(self.tied, pack(sides, ASPECT, below), strict=True):
            places[vertices] += at
        self._put_in_rows(places, self.alone, low, high)
        return places

    def _cell(self, low: Floats, high: Floats) -> tuple[float, float]:
        """The width and height of an isolate's place in the rows."""
        if not len(self.alone):
            return 0.0, 0.0
        across, down = (low + high)[self.alone].max(axis=0).tolist()
        if self._named[self.alone].all() and self.all_labelled:
            return across + 8.0, down + 18.0
        return across + 6.0, down + 6.0

    def _put_in_rows(self, places: Floats, alone: Indices, low: Floats, high: Floats) -> None:
        """Put the isolates in rows below all else."""
        if not len(alone):
            return
        left = across = top = 0.0
        cell = self._cell(low, high)
        if self.tied:
            above = np.concatenate(self.tied)
            left = float((places[above] - low[above])[:, 0].min())
            across, top = (places[above] + high[above]).max(axis=0).tolist()
            top += _GAP
        columns, _ = grid(len(alone), cell, across - left, top, ASPECT)
        for position, vertex in enumerate(alone.tolist()):
            row, column = divmod(position, columns)
            places[vertex] = [
                left + (column + 0.5) * cell[0],
                top + row * cell[1] + self.sizes[vertex] + _MARGIN,
            ]

    def _attach(
        self, places: Floats, low: Floats, high: Floats, isolate: npt.NDArray[np.bool_]
    ) -> None:
        """Put each vertex without a place beside its neighbours that have one, round by round."""
        # The boxes of all that has a place, in front those that have one already.
        boxes = np.full((len(places), 4), np.nan)
        there = np.flatnonzero(np.isfinite(places[:, 0]))
        boxes[: len(there)] = np.column_stack([places - low, places + high])[there]
        filled = len(there)
        while True:
            known = np.isfinite(places[:, 0])
            reached = [
                (vertex, neighbours[known[neighbours]])
                for vertex in np.flatnonzero(~known & ~isolate).tolist()
                if known[neighbours := self.lengths[[vertex]].indices].any()
            ]
            if not reached:
                return
            for vertex, neighbours in reached:
                at = places[np.sort(neighbours)].mean(axis=0)
                place = free_place(at, low[vertex], high[vertex], boxes[:filled])
                places[vertex] = place
                boxes[filled] = [*(place - low[vertex]), *(place + high[vertex])]
                filled += 1

    def _beside(self, places: Floats, vertices: Indices, low: Floats, high: Floats) -> None:
        """Put a component that is new to the right of all that has a place."""
        points = self._shape(vertices, 1.0)
        there = np.isfinite(places[:, 0])
        low_end = (points - low[vertices]).min(axis=0)
        right = float((places[there] + high[there])[:, 0].max()) + _GAP if there.any() else 0.0
        bottom = float(places[there, 1].max()) if there.any() else 0.0
        shift = np.array([right - low_end[0], bottom - points[:, 1].max()])
        places[vertices] = points + shift


@lru_cache(maxsize=8)
def _drawn(picture: Placing) -> Floats:
    places = picture.draw()
    places.flags.writeable = False
    return places


def _met(box: Box, others: Floats) -> npt.NDArray[np.bool_]:
    """Which of other boxes, shape (k, 4), a box overlaps."""
    left, top, right, bottom = box
    met: npt.NDArray[np.bool_] = (
        (others[:, 2] > left)
        & (others[:, 0] < right)
        & (others[:, 3] > top)
        & (others[:, 1] < bottom)
    )
    return met
