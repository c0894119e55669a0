"""The three answers to "was this in force then?": yes, no and unknown.

A fact runs from a start, known to lie in [startFrom, startTo], to an end in [endFrom, endTo]. It
was seen on a day in [observedFrom, observedTo], and nobody knows on which. A fact is one stretch of
time, so it had begun by the day on which it was seen, and by the day on which it ended. The answer
is yes when every choice of days within the bounds puts it in force on a day of the period, no when
none does, and unknown otherwise.

The page's script (`views/web/src/state/dates.ts`) and the query library follow the same rule.
`tests/date_questions.json` holds the cases that all three must answer alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cache

import numpy as np
import numpy.typing as npt

from graphkit.model import Period

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

    def take(self, keep: npt.NDArray[np.bool_]) -> Bounds:
        """The bounds of the facts marked True."""
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
        excluded = (last < start_from) | (first > end_to)
        result = np.full(len(self.days), Standing.UNKNOWN, dtype=np.int8)
        result[certain] = Standing.IN_FORCE
        result[excluded] = Standing.NOT_IN_FORCE
        return result


@cache
def _text(day: int) -> str:
    return "" if day in (BEFORE_ALL, AFTER_ALL) else date.fromordinal(day).isoformat()
