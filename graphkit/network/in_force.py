"""The three answers to "was this in force then?": yes, no and unknown.

A fact runs from a start, known to lie in [startFrom, startTo], to an end in [endFrom, endTo]. It
was seen on a day in [observedFrom, observedTo], and nobody knows on which. A fact is one stretch of
time, so it had begun by the day on which it was seen, and by the day on which it ended. The answer
is yes when every choice of days within the bounds puts it in force on a day of the period, no when
none does, and unknown otherwise.

The lifetime of an organisation has the same form: it starts when the organisation was founded and
ends when it was dissolved. A fact is never in force outside the lifetimes of its organisations. One
that is said to begin before or to last longer begins and ends with them, and a sighting outside
them counts for nothing.

The page's script (`views/web/src/state/dates.ts`) and the query library follow the same rule.
`tests/date_questions.json` holds the cases that all three must answer alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cache

import numpy as np
import numpy.typing as npt

from graphkit.model import Fact, Node, Period
from graphkit.model.fact_columns import LIFETIME, days_of, ordinals

BEFORE_ALL = 0
AFTER_ALL = date.max.toordinal() + 1

# The values of absent bounds, chosen so that comparing with them decides nothing.
_ABSENT: Mapping[str, int] = {
    "startFrom": BEFORE_ALL,
    "startTo": AFTER_ALL,
    "endFrom": BEFORE_ALL,
    "endTo": AFTER_ALL,
    "observedFrom": BEFORE_ALL,
    "observedTo": AFTER_ALL,
}


class Standing(IntEnum):
    """Whether a fact was in force at a date.

    Attributes
    ----------
    NOT_IN_FORCE : int
        Its dates exclude it.
    UNKNOWN : int
        Its dates settle nothing.
    IN_FORCE : int
        Its dates show that it was.
    """

    NOT_IN_FORCE = 0
    UNKNOWN = 1
    IN_FORCE = 2


@dataclass(frozen=True, slots=True)
class Bounds:
    """The date bounds of n facts: n-by-6 ordinals (`date.toordinal`), absent ones at an extreme."""

    days: npt.NDArray[np.int32]

    @classmethod
    def of(cls, days: Mapping[str, npt.NDArray[np.int32]]) -> Bounds:
        """From the ordinals of each of the six, 0 where there is none."""
        columns = [np.where(days[name] > 0, days[name], none) for name, none in _ABSENT.items()]
        return cls(np.array(columns, dtype=np.int32).T)

    @classmethod
    def of_lifetimes(cls, organisations: Iterable[Node]) -> Bounds:
        """The lifetimes of n organisations, and last that of whatever is none, which is unbounded.

        So the position -1 stands for the latter.
        """
        said = [*(node.properties for node in organisations), {}]
        days = [ordinals([each.get(name) for each in said]) for name in LIFETIME]
        none = np.zeros(len(said), dtype=np.int32)
        return cls.of(dict(zip(_ABSENT, (*days, none, none), strict=True)))

    def __len__(self) -> int:
        """The number of facts."""
        return len(self.days)

    def take(self, keep: npt.NDArray[np.bool_] | npt.NDArray[np.int32]) -> Bounds:
        """The bounds of the facts marked True, or of those at these positions."""
        return Bounds(self.days[keep])

    def texts(self, row: int) -> tuple[str, ...]:
        """The six bounds of a fact as ISO days, "" where there is none."""
        return tuple(map(_text, self.days[row].tolist()))

    def dated(self) -> npt.NDArray[np.bool_]:
        """Which facts have any date at all: an open end alone dates nothing."""
        start_from, _, _, end_to, observed_from, _ = self.days.T
        forever = date.max.toordinal()
        known: npt.NDArray[np.bool_] = (
            (start_from > BEFORE_ALL) | (end_to < forever) | (observed_from > BEFORE_ALL)
        )
        return known

    def loosened(self, which: npt.NDArray[np.bool_]) -> Bounds:
        """With those marked True somewhere between their start and their end, nobody knows when."""
        days = self.days.copy()
        start_from, _, _, end_to, _, _ = self.days[which].T
        forever = date.max.toordinal()
        days[which] = list(_ABSENT.values())
        days[which, 0] = start_from
        days[which, 3] = np.where(end_to == forever, AFTER_ALL, end_to)
        return Bounds(days)

    def overlap(self, other: Bounds) -> Bounds:
        """The time that two lifetimes have in common, row by row."""
        (born, born_by, gone, gone_by), theirs = self.days.T[:4], other.days.T[:4]
        first = np.where(born > BEFORE_ALL, born_by, BEFORE_ALL)
        second = np.where(theirs[0] > BEFORE_ALL, theirs[1], BEFORE_ALL)
        begun = np.maximum(first, second)
        last = np.where(gone_by < AFTER_ALL, gone, AFTER_ALL)
        end = np.minimum(last, np.where(theirs[3] < AFTER_ALL, theirs[2], AFTER_ALL))
        days = [
            np.maximum(born, theirs[0]),
            np.where(begun > BEFORE_ALL, begun, AFTER_ALL),
            np.where(end < AFTER_ALL, end, BEFORE_ALL),
            np.minimum(gone_by, theirs[3]),
            *self.days.T[4:],
        ]
        return Bounds(np.array(days, dtype=np.int32).T)

    def within(self, lifetimes: Bounds) -> Bounds:
        """The bounds of facts that last no longer than their organisations, row by row."""
        start_from, start_to, end_from, end_to, observed_from, observed_to = self.days.T
        born, born_by, gone, gone_by, _, _ = lifetimes.days.T
        seen = (observed_from > BEFORE_ALL) & (observed_to >= born) & (observed_from <= gone_by)
        days = [
            np.maximum(start_from, born),
            np.where(start_to < born, born_by, start_to),
            np.where(end_from > gone_by, gone, end_from),
            np.minimum(end_to, gone_by),
            np.where(seen, np.maximum(observed_from, born), BEFORE_ALL),
            np.where(seen, np.minimum(observed_to, gone_by), AFTER_ALL),
        ]
        return Bounds(np.array(days, dtype=np.int32).T)

    def standing(self, period: Period) -> npt.NDArray[np.int8]:
        """Each fact's `Standing` in the period: was it in force on any of its days?

        Certain when, at the latest start and the earliest end that the bounds allow, the fact and
        the period still overlap; excluded when even the earliest start and latest end miss it.
        """
        start_from, start_to, end_from, end_to, observed_from, observed_to = self.days.T
        first, last = period.first.toordinal(), period.last.toordinal()
        begun_by = np.minimum(np.minimum(start_to, observed_to), end_to)
        lasting_to = np.maximum(np.maximum(end_from, observed_from), start_from)
        certain = (begun_by <= last) & (lasting_to >= first)
        # A lifetime may leave a fact no day at all.
        excluded = np.maximum(start_from, first) > np.minimum(end_to, last)
        result = np.full(len(self.days), Standing.UNKNOWN, dtype=np.int8)
        result[certain] = Standing.IN_FORCE
        result[excluded] = Standing.NOT_IN_FORCE
        return result

    def possible(self, period: Period | None) -> npt.NDArray[np.bool_]:
        """Which may have been in force in the period; all of them without one."""
        if period is None:
            return np.ones(len(self), dtype=bool)
        found: npt.NDArray[np.bool_] = self.standing(period) != Standing.NOT_IN_FORCE
        return found


def standings_of(
    facts: Sequence[Fact], period: Period, lifetimes: Bounds, index: Mapping[str, int]
) -> npt.NDArray[np.int8]:
    """The `Standing` in the period of facts that tie nobody, such as those about parts and places.

    lifetimes: those of `Bounds.of_lifetimes`. index: the position of each organisation, by id.
    """

    def lives(ends: Iterable[tuple[str, str]]) -> Bounds:
        at = [index[key] if label == "Organisation" else -1 for label, key in ends]
        return lifetimes.take(np.array(at, dtype=np.int32))

    both = lives(fact.start for fact in facts).overlap(lives(fact.end for fact in facts))
    return Bounds.of(days_of(facts)).within(both).standing(period)


def lifetime_words(organisation: Node) -> str:
    """The lifetime of an organisation, as stated.

    >>> lifetime_words(Node("Organisation", "kom", {"founded": "2006", "dissolved": "2015-06"}))
    'founded 2006, dissolved 2015-06'
    """
    stated = organisation.properties
    return ", ".join(
        f"{name} {stated[name]}" for name in ("founded", "dissolved") if stated.get(name)
    )


@cache
def _text(day: int) -> str:
    return "" if day in (BEFORE_ALL, AFTER_ALL) else date.fromordinal(day).isoformat()
