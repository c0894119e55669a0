"""What a network holds so that smaller ones can be selected from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from graphkit.model import Dataset, Fact, StoredDataset
from graphkit.model.own_columns import ValueType, own_types
from graphkit.model.stated_properties import own_columns
from graphkit.names import Decision
from graphkit.network.in_force import Bounds
from graphkit.network.selected_ties import SelectedTies
from graphkit.network.tying_facts import FactTable


@dataclass(frozen=True)
class Selectable(SelectedTies):
    """A network as selected, with what a selection needs besides.

    Attributes
    ----------
    context : tuple of Fact
        The facts that tie nobody, such as those about parts, places and figures.
    lifetimes : Bounds
        The lifetime of each organisation, and last that of whatever is none, which is unbounded.
    bodies : frozenset of int
        The indices of the organisations that have members in the whole network.
    planned : FactTable or None
        The facts that would be selected if their groups were not only planned; None in a whole
        network.
    whole : Selectable or None
        The network from which this one was selected; None for a whole network.
    origin : Dataset or tuple of StoredDataset
        The data set that it was made from, or what the store keeps about each of its data sets.
    decisions : tuple of Decision
        What people decided about ids of organisations, as the store keeps it.
    within_one : int
        How many facts were left out because both ends are one organisation; 0 unless it is whole.
    repeated : int
        How many facts were left out because another of the data set states the same under another
        id; 0 unless it is whole.
    """

    context: tuple[Fact, ...]
    lifetimes: Bounds
    bodies: frozenset[int]
    planned: FactTable | None = None
    whole: Self | None = None
    origin: Dataset | tuple[StoredDataset, ...] = ()
    decisions: tuple[Decision, ...] = ()
    within_one: int = 0
    repeated: int = 0

    @cached_property
    def surveys(self) -> frozenset[str]:
        """The ids of the collaborations that asked questions. Those that it asked take part in it,
        which ties nobody.
        """
        return frozenset(each.end[1] for each in self.context if each.relation == "ASKED_IN")

    @cached_property
    def own_columns(self) -> Mapping[str, ValueType]:
        """The columns of one's own that the data sets have of organisations: types, by name."""
        if self.whole is not None:
            return self.whole.own_columns
        if isinstance(self.origin, Dataset):
            return own_types("Organisation", [own_columns(self.origin)])
        return own_types("Organisation", [each.columns for each in self.origin])
