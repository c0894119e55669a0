"""The facts that tie organisations, as columns: one row per membership, signature, participation
or tie, each joining an organisation to a group.

Selecting and counting use the numeric columns; the others say what a row states, so that every
number can be traced to its facts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import compress, pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from graphkit.model import (
    ASKED_FOR,
    LAYER_OF,
    LAYERS,
    PAIRED,
    RELATIONS,
    STATUSES,
    Properties,
    StoreError,
    UsageError,
)
from graphkit.model.fact_columns import BOUNDS, FactColumns
from graphkit.network.in_force import Bounds, Standing
from graphkit.network.selection import Selection

LAYER_RELATIONS = tuple(name for name, layer in LAYER_OF.items() if layer not in ASKED_FOR)
"""The relationship types that tie organisations without being asked for."""


@dataclass(frozen=True)
class FactTable:
    """n facts as columns of length n, sorted by layer, group and id.

    Attributes
    ----------
    id : tuple of str
        The ids of the facts.
    layer, status : ndarray of int8
        Indices into `LAYERS` and `STATUSES`.
    organisation : ndarray of int32
        The position of the organisation in the network.
    other : ndarray of int32
        The position of the organisation at the far end: the group of a membership or the second of
        a tie; -1 elsewhere.
    group : tuple of str
        The id of the group's node or, for a tie, of the fact.
    code : ndarray of int64
        The group as a number, which grows with the rows and stays the same in what `take` leaves.
    weight : ndarray of float
        A tie's own weight; 1 elsewhere.
    bounds : Bounds
        The bounds of the dates, as stated.
    lasting : Bounds
        The same within the lifetimes of the organisations: what says when a fact was in force.
    sources : tuple of tuple of str
        The ids of the sources that state each fact.
    inherited : ndarray of bool
        Whether the dates are those of the collaboration or declaration.
    kind : ndarray of int32
        The place in `tie_kinds` of the kind of a direct tie; 0 elsewhere.
    tie_kinds : tuple of str
        The kinds of direct ties in the whole network, sorted; the first is "", for none stated.
    stating : ndarray of int32
        The place in `dataset_sets` of the data sets that state the fact.
    dataset_sets : tuple of tuple of str
        The data sets that together state a fact of the whole network, sorted.
    properties : tuple of mapping, or None
        The properties as the store holds them; None when the network was read without evidence.
    """

    id: tuple[str, ...]
    layer: npt.NDArray[np.int8]
    status: npt.NDArray[np.int8]
    organisation: npt.NDArray[np.int32]
    other: npt.NDArray[np.int32]
    group: tuple[str, ...]
    code: npt.NDArray[np.int64]
    weight: npt.NDArray[np.float64]
    bounds: Bounds
    lasting: Bounds
    sources: tuple[tuple[str, ...], ...]
    inherited: npt.NDArray[np.bool_]
    kind: npt.NDArray[np.int32]
    tie_kinds: tuple[str, ...]
    stating: npt.NDArray[np.int32]
    dataset_sets: tuple[tuple[str, ...], ...]
    properties: tuple[Properties, ...] | None

    @classmethod
    def of(
        cls, relations: Iterable[FactColumns], index: Mapping[str, int], lifetimes: Bounds
    ) -> FactTable:
        """From the facts of the four layers, each once, and each organisation's index and lifetime.

        lifetimes: those of `Bounds.of_lifetimes`.
        """
        every = sorted(relations, key=lambda columns: _layer(columns.relation))
        layer = np.repeat(
            [_layer(columns.relation) for columns in every], [len(columns.id) for columns in every]
        )
        ids = [key for columns in every for key in columns.id]
        group = [key for columns in every for key in _groups(columns)]
        by_group = sorted(range(len(ids)), key=list(zip(group, ids, strict=True)).__getitem__)
        order = np.array(by_group, dtype=np.int64)
        order = order[np.argsort(layer[order], kind="stable")]
        places = order.tolist()
        stated = [columns.stated for columns in every]
        sources = [each for columns in every for each in columns.sources]
        properties = [each for some in stated if some is not None for each in some]
        status = [
            _status(key, word)
            for columns in every
            for key, word in zip(columns.id, columns.status, strict=True)
        ]
        starts = [index[key] for columns in every for key in columns.start]
        others = [place for columns in every for place in _others(columns, index)]
        organisation = np.array(starts, dtype=np.int32)[order]
        other = np.array(others, dtype=np.int32)[order]
        bounds = Bounds.of(
            {
                name: np.concatenate([columns.days[name] for columns in every])[order]
                for name in BOUNDS
            }
        )
        both = lifetimes.take(organisation).overlap(lifetimes.take(other))
        kinds = [each for columns in every for each in columns.kind or [""] * len(columns.id)]
        tie_kinds = tuple(sorted({"", *kinds}))
        number = {kind: at for at, kind in enumerate(tie_kinds)}
        stating = [each for columns in every for each in columns.datasets]
        dataset_sets = tuple(sorted(set(stating)))
        set_number = {each: at for at, each in enumerate(dataset_sets)}
        return cls(
            id=tuple([ids[place] for place in places]),
            layer=layer[order].astype(np.int8),
            status=np.array(status, dtype=np.int8)[order],
            organisation=organisation,
            other=other,
            group=tuple([group[place] for place in places]),
            code=_codes(layer[order].tolist(), [group[place] for place in places]),
            weight=_weights(ids, every)[order],
            bounds=bounds,
            lasting=bounds.within(both),
            sources=tuple([sources[place] for place in places]),
            inherited=np.concatenate([columns.inherited for columns in every])[order],
            kind=np.array([number[each] for each in kinds], dtype=np.int32)[order],
            tie_kinds=tie_kinds,
            stating=np.array([set_number[each] for each in stating], dtype=np.int32)[order],
            dataset_sets=dataset_sets,
            properties=None if None in stated else tuple([properties[place] for place in places]),
        )

    @property
    def stated(self) -> tuple[Properties, ...]:
        """The properties of each fact; UsageError when the network was read without evidence."""
        if self.properties is None:
            raise UsageError(
                "this network was read without evidence and cannot show its facts; "
                "read it with Network.of(store)"
            )
        return self.properties

    def __len__(self) -> int:
        """The number of facts."""
        return len(self.id)

    def selected(self, selection: Selection) -> npt.NDArray[np.bool_]:
        """Whether each fact has a selected layer, kind, data set and status, and is in force."""
        keep = np.ones(len(self), dtype=bool)
        asked = {*selection.dataset}
        if selection.layer:
            keep &= np.isin(self.layer, [LAYERS.index(name) for name in selection.layer])
        if selection.tie_kind:
            wanted = [self.tie_kinds.index(name) for name in selection.tie_kind]
            keep &= (self.layer != LAYERS.index("tie")) | np.isin(self.kind, wanted)
        if selection.dataset:
            wanted = [not asked.isdisjoint(each) for each in self.dataset_sets]
            keep &= np.array(wanted, dtype=bool)[self.stating]
        if selection.status:
            keep &= np.isin(self.status, [STATUSES.index(name) for name in selection.status])
        if selection.at is not None:
            least = Standing.UNKNOWN if selection.unknown == "include" else Standing.IN_FORCE
            keep &= self.lasting.standing(selection.at) >= least
        return keep

    def with_own_dates(self, lifetimes: Bounds) -> FactTable:
        """The facts, of which participations lie somewhere in the time of their collaborations
        unless they have dates of their own. A signature keeps the date of its declaration.
        """
        loose = self.inherited & (self.layer == LAYERS.index("collaboration"))
        bounds = self.bounds.loosened(loose)
        both = lifetimes.take(self.organisation).overlap(lifetimes.take(self.other))
        return replace(
            self, bounds=bounds, lasting=bounds.within(both), inherited=self.inherited & ~loose
        )

    def take(self, keep: npt.NDArray[np.bool_] | npt.NDArray[np.int32]) -> FactTable:
        """The facts marked True, in their order, or those at these positions, in that order."""
        columns = self._by_fact().items()
        return replace(self, **{name: _taken(column, keep) for name, column in columns})

    def _by_fact(self) -> dict[str, Any]:
        """The columns that have a value for each fact, by name."""
        columns = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: column for name, column in columns.items() if name not in _LISTS}

    def between(
        self, position: npt.NDArray[np.int32], ids: Sequence[str], lifetimes: Bounds
    ) -> FactTable:
        """The facts between organisations that stand elsewhere now, or are one; without properties.

        position: of each organisation. ids, lifetimes: of each one at its new position, lifetimes
        as in `of`. A fact from an organisation to itself is left out.
        """
        organisation = position[self.organisation]
        far = self.other >= 0
        other = np.where(far, position[self.other], -1).astype(np.int32)
        member = (self.layer == LAYERS.index("membership")).tolist()
        rows = zip(member, self.group, other.tolist(), strict=True)
        both = lifetimes.take(organisation).overlap(lifetimes.take(other))
        moved = replace(
            self,
            organisation=organisation,
            other=other,
            group=tuple([ids[at] if body else group for body, group, at in rows]),
            lasting=self.bounds.within(both),
            properties=None,
        )
        return moved.take(organisation != other).in_order()

    def joined(self, other: FactTable, *, evidence: bool = False) -> FactTable:
        """These facts and others between the same organisations, in order.

        evidence: whether to keep their properties, which both tables must have then.
        """
        both = (self, other)
        if not evidence:
            both = (replace(self, properties=None), replace(other, properties=None))
        lists: dict[str, Any] = {
            name: tuple(sorted({*getattr(self, name), *getattr(other, name)})) for name in _LISTS
        }
        one, more = (each._numbered_by(lists)._by_fact() for each in both)
        columns: dict[str, Any] = {
            name: _appended(column, more[name]) for name, column in one.items()
        }
        return replace(both[0], **columns, **lists).in_order()

    def _numbered_by(self, lists: Mapping[str, tuple[Any, ...]]) -> FactTable:
        """The facts with other lists of what their columns number."""
        numbered = {}
        for name, listed in lists.items():
            number = {each: at for at, each in enumerate(listed)}
            new = np.array([number[each] for each in getattr(self, name)], dtype=np.int32)
            column = getattr(self, _LISTS[name])
            numbered[_LISTS[name]] = new[column] if len(column) else column
        return replace(self, **numbered)

    def in_order(self) -> FactTable:
        """The facts sorted by layer, group and id, and their groups numbered again."""
        keys = list(zip(self.layer.tolist(), self.group, self.id, strict=True))
        sorted_places = sorted(range(len(keys)), key=keys.__getitem__)
        ordered = self.take(np.array(sorted_places, dtype=np.int32))
        return replace(ordered, code=_codes(ordered.layer.tolist(), ordered.group))

    def without_group_nodes(self) -> FactTable:
        """The facts with memberships that state nothing of the group's own organisation."""
        member = self.layer == LAYERS.index("membership")
        return replace(self, other=np.where(member, -1, self.other).astype(np.int32))

    def counts(self) -> dict[str, int]:
        """How many facts there are, and how many need care: inferred, disputed, undated, unsourced.

        A fact is undated when no date of it is known, and unsourced without a source. `dates_from`
        counts those whose dates are those of the collaboration or declaration.
        """
        return {
            "facts": len(self),
            "inferred": int(np.count_nonzero(self.status == STATUSES.index("inferred"))),
            "disputed": int(np.count_nonzero(self.status == STATUSES.index("disputed"))),
            "undated": int(np.count_nonzero(~self.bounds.dated())),
            "dates_from": int(np.count_nonzero(self.inherited)),
            "unsourced": self.sources.count(()),
        }

    def stated_alone(self) -> Counter[str]:
        """By source, how many facts no other source states; a fact may cite one source twice."""
        alone: Counter[str] = Counter()
        for sources, number in Counter(self.sources).items():
            if len({*sources}) == 1:
                alone[sources[0]] += number
        return alone

    def groups(self) -> Iterator[tuple[tuple[str, str], range]]:
        """Each group as (layer, id) with the range of its rows, in order."""
        starts = np.flatnonzero(np.diff(self.code, prepend=-1)).tolist()
        for first, after in pairwise([*starts, len(self)]):
            yield (LAYERS[self.layer[first]], self.group[first]), range(first, after)


_LISTS = {"tie_kinds": "kind", "dataset_sets": "stating"}
"""The attributes of a `FactTable` that have no value for each fact but list what there is, and the
column that numbers it."""


def _taken(column: Any, keep: npt.NDArray[np.bool_] | npt.NDArray[np.int32]) -> Any:
    if isinstance(column, tuple):
        if keep.dtype == bool:
            return tuple(compress(column, keep))
        return tuple([column[place] for place in keep.tolist()])
    if isinstance(column, Bounds):
        return column.take(keep)
    return None if column is None else column[keep]


def _appended(column: Any, more: Any) -> Any:
    if isinstance(column, tuple):
        return column + more
    if isinstance(column, Bounds):
        return Bounds(np.concatenate([column.days, more.days]))
    return None if column is None else np.append(column, more)


def _codes(layers: Sequence[int], groups: Sequence[str]) -> npt.NDArray[np.int64]:
    """0 for the first group and one more at each change, of groups in order."""
    changes = [here != before for before, here in pairwise(zip(layers, groups, strict=True))]
    return np.cumsum([0, *changes] if groups else [], dtype=np.int64)


def _layer(relation: str) -> int:
    return LAYERS.index(LAYER_OF[relation])


def _status(key: str, word: str) -> int:
    if word not in STATUSES:
        raise StoreError(
            f"the fact {key} has the status {word!r}, which is not one of {', '.join(STATUSES)}; "
            "correct it in the store"
        )
    return STATUSES.index(word)


def _weights(ids: Sequence[str], every: Sequence[FactColumns]) -> npt.NDArray[np.float64]:
    """The weights as read; raises StoreError for a value that is not a valid tie strength."""
    weights = np.concatenate([columns.weight for columns in every])
    wrong = np.flatnonzero(~(np.isfinite(weights) & (weights > 0)))
    if len(wrong):
        raise StoreError(
            f"the fact {ids[wrong[0]]} has the weight {weights[wrong[0]]:g}, but a weight must be "
            "a number above 0; correct it in the store"
        )
    return weights


def _groups(columns: FactColumns) -> Sequence[str]:
    return columns.id if LAYER_OF[columns.relation] in PAIRED else columns.end


def _others(columns: FactColumns, index: Mapping[str, int]) -> list[int]:
    """The organisations that facts lead to, -1 for each where they lead to something else."""
    if {end for _, end in RELATIONS[columns.relation].ends} == {"Organisation"}:
        return [index[key] for key in columns.end]
    return [-1] * len(columns.id)
