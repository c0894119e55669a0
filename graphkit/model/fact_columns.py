"""`FactColumns`: facts as columns, for counting and selecting without one record per fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from graphkit.model.dataset import Fact, Properties
from graphkit.model.own_kinds import KIND
from graphkit.model.table_schema import Shown
from graphkit.model.tables import TABLES
from graphkit.model.vocabulary import LAYER_OF

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

BOUNDS = ("startFrom", "startTo", "endFrom", "endTo", "observedFrom", "observedTo")
"""The DATE properties, which bound the time of a fact."""

LIFETIME = ("foundedFrom", "foundedTo", "dissolvedFrom", "dissolvedTo")
"""The DATE properties of an organisation, which bound the time in which it existed."""

NAMING = ("name", "title", "aliases", "sector", "stage")
"""The properties that name and sort a node, and say whether it is only planned."""


def ranking_properties(label: str) -> tuple[str, ...]:
    """The properties that a ranking needs of the nodes of a label: `NAMING`, and of organisations
    those of the columns that are shown in tables, `LIFETIME` and the ids of one that has several;
    of own kinds all, and of questions their kinds and scales.
    """
    if label == KIND:
        return tuple(each.property for each in TABLES["kinds"].columns[1:] if each.property)
    if label == "Question":
        return (*NAMING, "kind", "scale")
    if label != "Organisation":
        return NAMING
    shown = (column.property for column in TABLES["organisations"].shown(Shown.TABLE))
    return tuple(
        dict.fromkeys((*NAMING, *(each for each in shown if each), *LIFETIME, "statedIds"))
    )


@dataclass(frozen=True, slots=True)
class FactColumns:
    """n facts of one relation as columns of length n, in any order.

    start, end: the ids of the nodes. status: as stated, else "stated". weight: a fact's own, else
    1. days: for each of `BOUNDS` ordinals (`date.toordinal`), 0 for a missing date. sources: the
    ids of the sources. inherited: whether the dates are those of the collaboration or declaration
    (`datesFrom`). kind: of direct ties, "" where none is stated; None of other facts.
    datasets: the data sets that state each fact, sorted. stated: all properties, or None when
    they were not read.
    """

    relation: str
    id: Sequence[str]
    start: Sequence[str]
    end: Sequence[str]
    status: Sequence[str]
    weight: npt.NDArray[np.float64]
    days: Mapping[str, npt.NDArray[np.int32]]
    sources: Sequence[tuple[str, ...]]
    inherited: npt.NDArray[np.bool_]
    kind: Sequence[str] | None
    datasets: Sequence[tuple[str, ...]]
    stated: Sequence[Properties] | None

    @classmethod
    def of(cls, relation: str, facts: Sequence[Fact]) -> FactColumns:
        """From facts of the relation."""
        stated = [fact.properties for fact in facts]
        return cls.made(
            relation,
            [fact.id for fact in facts],
            [fact.start[1] for fact in facts],
            [fact.end[1] for fact in facts],
            status=[each.get("status") for each in stated],
            weight=[each.get("weight") for each in stated],
            sources=[each.get("sourceIds") for each in stated],
            dates_from=[each.get("datesFrom") for each in stated],
            kind=[each.get("kind") for each in stated] if is_direct(relation) else None,
            datasets=[each.get("datasets") for each in stated],
            days=days_of(facts),
            stated=stated,
        )

    @classmethod
    def made(
        cls,
        relation: str,
        id: Sequence[str],
        start: Sequence[str],
        end: Sequence[str],
        *,
        status: Iterable[object],
        weight: Iterable[object],
        sources: Iterable[object],
        dates_from: Iterable[object],
        datasets: Iterable[object],
        days: Mapping[str, npt.NDArray[np.int32]],
        kind: Iterable[object] | None = None,
        stated: Sequence[Properties] | None = None,
    ) -> FactColumns:
        """From the values of properties, None where a fact has none."""
        import numpy as np

        return cls(
            relation,
            id,
            start,
            end,
            ["stated" if value is None else str(value) for value in status],
            np.array([float(x) if isinstance(x, int | float) else 1.0 for x in weight]),
            days,
            _sources(sources),
            np.array([value is not None for value in dates_from], dtype=bool),
            None if kind is None else ["" if value is None else str(value) for value in kind],
            [tuple(sorted(map(str, x))) if isinstance(x, list) else () for x in datasets],
            stated,
        )


def _sources(values: Iterable[object]) -> list[tuple[str, ...]]:
    """The ids in each list, equal ones kept once; any other value names none."""
    known: dict[tuple[str, ...], tuple[str, ...]] = {}
    listed = (tuple(map(str, value)) if isinstance(value, list) else () for value in values)
    return [known.setdefault(each, each) for each in listed]


def is_direct(relation: str) -> bool:
    """Whether the facts of a relationship type are direct ties, which have kinds."""
    return LAYER_OF.get(relation) == "tie"


def days_of(facts: Sequence[Fact]) -> dict[str, npt.NDArray[np.int32]]:
    """The ordinals of the facts' DATE properties, as in `FactColumns.days`."""
    return {name: ordinals([fact.properties.get(name) for fact in facts]) for name in BOUNDS}


def ordinals(values: Sequence[object]) -> npt.NDArray[np.int32]:
    """The ordinals of dates, 0 for anything else."""
    import numpy as np

    known = _Ordinals({None: 0})
    try:
        return np.fromiter(map(known.__getitem__, values), dtype=np.int32)
    except TypeError:  # a list
        return np.array([x.toordinal() if type(x) is date else 0 for x in values], np.int32)


class _Ordinals(dict[object, int]):
    """Each value's ordinal, worked out once."""

    def __missing__(self, value: object) -> int:
        self[value] = value.toordinal() if type(value) is date else 0
        return self[value]
