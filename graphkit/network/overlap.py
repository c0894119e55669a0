"""Who was in a group together: groups cut into slices of time.

Two organisations whose times in a group certainly do not overlap were never in it together. The
time of a membership is the longest that its dates and the lifetimes of both sides allow, so no tie
is left out that may have been one. One that they allow no day ties nobody. A group is the union of
its slices, the sets of those that can have been in it on one day: a sweep over starts and ends
takes one at each end that follows a start.

A pair that shares several slices in a row shares one slice more than what neighbouring slices have
in common. So the weights of slices, less those of what neighbours have in common, give each pair
the weight of its group exactly once. What is taken off is the `surplus` of a form.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import numpy.typing as npt

from graphkit.network.in_force import AFTER_ALL, BEFORE_ALL, Bounds
from graphkit.network.two_mode import Group, Surplus, TwoMode

Integers = npt.NDArray[np.int64]

_DAYS = AFTER_ALL + 1


@dataclass(frozen=True)
class Times:
    """When organisations can have been in their groups, s statements of places.

    Attributes
    ----------
    places : ndarray of int64, shape (s,)
        The place of each statement, as an index into the members of a two-mode form.
    first, last : ndarray of int64, shape (s,)
        The first and the last day that it allows, as ordinals. Where the last comes before the
        first, the fact is certainly outside the lifetime of an organisation and allows no day.
    """

    places: Integers
    first: Integers
    last: Integers

    @classmethod
    def of(cls, bounds: Bounds, rows: Integers, places: Integers) -> Times:
        """From the bounds of facts, and for each statement its fact's row and its place."""
        first = bounds.days[rows, 0].astype(np.int64)
        last = bounds.days[rows, 3].astype(np.int64)
        return cls(places, first, last)

    def left(self, kept: npt.NDArray[np.bool_], places: npt.NDArray[np.bool_]) -> Times:
        """The statements marked in `kept` of the places marked in `places`, with new numbers."""
        here = kept & places[self.places]
        number = np.cumsum(places) - 1
        return Times(number[self.places[here]], self.first[here], self.last[here])

    def of_some_day(self) -> Times:
        """The statements that allow a day."""
        some = self.first <= self.last
        return Times(self.places[some], self.first[some], self.last[some])


@dataclass(frozen=True)
class Slices:
    """Groups cut into slices, those of members who can all have been in it together left whole.

    Attributes
    ----------
    form : TwoMode
        The slices as groups, in the order of the groups that they are of.
    of : ndarray of int64, shape (slices,)
        The group that each slice is of, as its position in the form that was cut.
    days : ndarray of int64, shape (slices,)
        A day, as an ordinal, on which all of a slice can have been there; -1 for a whole group.
    apart : int
        How many pairs of members of a group were certainly never in it together, added up over the
        groups.
    """

    form: TwoMode
    of: Integers
    days: Integers
    apart: int

    def companions(self, organisation: int) -> dict[int, set[int]]:
        """By group, the organisations that one can have been in it with, all as positions."""
        found: dict[int, set[int]] = defaultdict(set)
        slices = self.form.groups_of(organisation)
        rows, columns = self.form.members[:, np.isin(self.form.members[1], slices)]
        for row, group in zip(rows.tolist(), self.of[columns].tolist(), strict=True):
            if row != organisation:
                found[group].add(row)
        return found


def there_on(bounds: Sequence[str], day: int) -> bool:
    """Whether a fact with these bounds, as texts, can have put its organisation there on a day."""
    first, last = bounds[0], bounds[3]
    start = date.fromisoformat(first).toordinal() if first else BEFORE_ALL
    end = date.fromisoformat(last).toordinal() if last else AFTER_ALL
    return start <= day <= end


def slices_of(form: TwoMode, times: Times) -> Slices | None:
    """Cut the groups of which some members were certainly never in it together.

    Parameters
    ----------
    form : TwoMode
        Who is in which group. Weights do not change: under `newman` k counts all that were ever in
        the group.
    times : Times
        When they can have been there.

    Returns
    -------
    Slices or None
        The groups as slices; None when there is nothing to cut.
    """
    times = times.of_some_day()
    rows, columns = (each[times.places].astype(np.int64) for each in form.members)
    latest = np.zeros(len(form.groups), dtype=np.int64)
    earliest = np.full(len(form.groups), _DAYS)
    np.maximum.at(latest, columns, times.first)
    np.minimum.at(earliest, columns, times.last)
    never = np.bincount(times.places, minlength=form.members.shape[1]) == 0
    cut = latest > earliest
    cut[form.members[1, never]] = True
    if not cut.any():
        return None
    here = cut[columns]
    stated = _with_own_nodes(form, cut, np.stack([rows, columns, times.first, times.last])[:, here])
    sweep = _Sweep.of(stated)
    number = np.where(cut, np.bincount(sweep.group, minlength=len(cut)), 1)
    starts = np.cumsum(number) - number
    first_slice = np.searchsorted(sweep.group, np.arange(len(cut)))
    whole = ~cut[form.members[1]]
    slice_group = sweep.group[sweep.columns]
    members = np.concatenate(
        [
            np.stack([form.members[0, whole], starts[form.members[1, whole]]]),
            np.stack([sweep.rows, starts[slice_group] + sweep.columns - first_slice[slice_group]]),
        ],
        axis=1,
    )
    members = members[:, np.lexsort((members[1], members[0]))].astype(np.int32)
    of = np.repeat(np.arange(len(cut)), number)
    days = np.full(len(of), -1)
    days[cut[of]] = sweep.earliest
    surplus, surplus_of, often = sweep.surplus()
    return Slices(
        form=replace(
            form,
            groups=tuple(_groups(form, cut, sweep)),
            members=members,
            weights=form.weights[of],
            own=None if form.own is None else form.own[of],
            outside=None,
            surplus=Surplus(surplus, form.weights[surplus_of] * often, often),
        ),
        of=of,
        days=days,
        apart=_apart(form, cut, sweep),
    )


@dataclass(frozen=True)
class _Sweep:
    """The slices of some groups: their groups and moments, and who is in them.

    group, moment: of each slice, in order. latest, earliest: the last day on which one of a slice
    came and the first on which one left. rows, columns: the places in slices, by organisation, then
    slice.
    """

    group: Integers
    latest: Integers
    earliest: Integers
    rows: Integers
    columns: Integers

    @classmethod
    def of(cls, stated: Integers) -> _Sweep:
        rows, groups, first, last = stated
        ends = np.unique(groups * _DAYS + last)
        # The first end at or after each start: there is one, that of the same statement.
        came = ends[np.searchsorted(ends, groups * _DAYS + first)]
        moments = np.unique(came)
        lowest = np.searchsorted(moments, came)
        highest = np.searchsorted(moments, groups * _DAYS + last, side="right") - 1
        many = highest - lowest + 1
        step = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
        columns = np.repeat(lowest, many) + step
        latest = np.zeros(len(moments), dtype=np.int64)
        earliest = np.full(len(moments), AFTER_ALL, dtype=np.int64)
        np.maximum.at(latest, columns, np.repeat(first, many))
        np.minimum.at(earliest, columns, np.repeat(last, many))
        places = np.unique(np.repeat(rows, many) * len(moments) + columns)
        return cls(
            group=moments // _DAYS,
            latest=latest,
            earliest=earliest,
            rows=places // len(moments),
            columns=places % len(moments),
        )

    def surplus(self) -> tuple[npt.NDArray[np.int32], Integers, Integers]:
        """What counts too often: its members, and of each the group and how often it is to go.

        Neighbouring slices count what they have in common once too often. Somebody who left and
        came back can, besides, meet another in two slices apart: such pairs go one by one.
        """
        same = (self.rows[1:] == self.rows[:-1]) & (
            self.group[self.columns[1:]] == self.group[self.columns[:-1]]
        )
        next_to = same & (self.columns[1:] == self.columns[:-1] + 1)
        used, column = np.unique(self.columns[:-1][next_to], return_inverse=True)
        pairs = list(self._met_again(np.flatnonzero(same & ~next_to)))
        extra = np.array([each[:2] for each in pairs], dtype=np.int64).reshape(-1, 2)
        members = np.stack(
            [
                np.concatenate([self.rows[:-1][next_to], extra.ravel()]),
                np.concatenate([column, len(used) + np.repeat(np.arange(len(extra)), 2)]),
            ]
        )
        order = np.lexsort((members[1], members[0]))
        return (
            members[:, order].astype(np.int32),
            np.append(self.group[used], [each[2] for each in pairs]).astype(np.int64),
            np.append(np.ones(len(used)), [each[3] for each in pairs]).astype(np.int64),
        )

    def _met_again(self, gaps: Integers) -> Iterator[tuple[int, int, int, int]]:
        """Pairs that met in several runs of slices, with the group, and the runs but one."""
        gone = {
            (int(self.group[self.columns[each]]), int(self.rows[each])) for each in gaps.tolist()
        }
        for group in sorted({group for group, _ in gone}):
            slices_of: dict[int, set[int]] = defaultdict(set)
            here = self.group[self.columns] == group
            for row, column in zip(
                self.rows[here].tolist(), self.columns[here].tolist(), strict=True
            ):
                slices_of[row].add(column)
            back = [row for of, row in sorted(gone) if of == group]
            for row in back:
                for other, columns in slices_of.items():
                    # Of two who both came back, each pair once.
                    if other == row or ((group, other) in gone and other < row):
                        continue
                    common = columns & slices_of[row]
                    runs = sum(1 for each in common if each - 1 not in common)
                    if runs > 1:
                        yield (min(row, other), max(row, other), group, runs - 1)


def _with_own_nodes(form: TwoMode, cut: npt.NDArray[np.bool_], stated: Integers) -> Integers:
    """The statements with those of the groups' own organisations, who are there all the time."""
    place = {name: position for position, name in enumerate(form.organisations)}
    own = {
        column: place[group.id]
        for column in np.flatnonzero(cut).tolist()
        if (group := form.groups[column]).layer == "membership" and group.id in place
    }
    if not own:
        return stated
    itself = np.full(len(form.groups), -1, dtype=np.int64)
    itself[list(own)] = list(own.values())
    is_own = itself[stated[1]] == stated[0]
    there = np.unique(stated[1, is_own])
    always = np.stack(
        [itself[there], there, np.full_like(there, BEFORE_ALL), np.full_like(there, AFTER_ALL)]
    )
    return np.concatenate([stated[:, ~is_own], always], axis=1)


def _groups(form: TwoMode, cut: npt.NDArray[np.bool_], sweep: _Sweep) -> Iterator[Group]:
    slices: dict[int, list[int]] = defaultdict(list)
    for at, column in enumerate(sweep.group.tolist()):
        slices[column].append(at)
    for column, group in enumerate(form.groups):
        if not cut[column]:
            yield group
            continue
        for at in slices[column]:
            days = (_day(int(sweep.latest[at])), _day(int(sweep.earliest[at])))
            said = " – ".join(days) if any(days) else ""
            name = f"{group.name} ({said.strip()})" if said else group.name
            yield Group(group.layer, f"{group.id} {at - slices[column][0] + 1}", name)


def _day(day: int) -> str:
    known = BEFORE_ALL < day < date.max.toordinal()
    return date.fromordinal(day).isoformat() if known else ""


def _apart(form: TwoMode, cut: npt.NDArray[np.bool_], sweep: _Sweep) -> int:
    """How many pairs of a group's members share none of its slices, over all groups."""

    def pairs(sizes: Integers) -> Integers:
        return sizes * (sizes - 1) // 2

    members, of, often = sweep.surplus()
    in_slices = int(pairs(np.bincount(sweep.columns)).sum())
    twice = int((pairs(np.bincount(members[1], minlength=len(of))) * often).sum())
    return int(pairs(form.sizes()[cut]).sum()) - (in_slices - twice)
