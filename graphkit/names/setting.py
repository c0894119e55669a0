"""What is stated about organisations beside their names, as far as it tells who is who."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from graphkit.model import ASKED_FOR, LAYER_OF, Fact
from graphkit.model.places_above import all_above

Group = tuple[str, str]
"""The layer and the id of a cluster, declaration, collaboration or tie."""

_LARGEST = 100
"""Members of larger groups do not count as neighbours: half of a network would share some."""


@dataclass(frozen=True)
class Setting:
    """What is stated about organisations beside their names; everything by id.

    Attributes
    ----------
    places : mapping of str to collection of str
        The places in which each organisation is.
    within : mapping of str to collection of str
        The places in which each place lies, directly.
    groups : mapping of str to set of (str, str)
        The groups in which each organisation is, by layer and id.
    kin : set of frozenset of str
        The pairs of organisations of which one is part or successor of the other.
    """

    places: Mapping[str, Collection[str]] = field(default_factory=dict)
    within: Mapping[str, Collection[str]] = field(default_factory=dict)
    groups: Mapping[str, set[Group]] = field(default_factory=dict)
    kin: Collection[frozenset[str]] = frozenset()

    @classmethod
    def of(cls, facts: Iterable[Fact], groups: Mapping[str, set[Group]] | None = None) -> Setting:
        """Gather what facts state.

        Parameters
        ----------
        facts : iterable of Fact
            Facts of a data set, a store or a network.
        groups : mapping of str to set of (str, str), optional
            Groups that are known already; further ones are taken from the facts.

        Returns
        -------
        Setting
            What they state.

        Examples
        --------
        >>> from graphkit.sources import read_sample
        >>> setting = Setting.of(read_sample().facts)
        >>> setting.places["malow"]
        ['strefa-suwalska', 'suwalki']
        """
        places: defaultdict[str, list[str]] = defaultdict(list)
        within: defaultdict[str, list[str]] = defaultdict(list)
        found: defaultdict[str, set[Group]] = defaultdict(set, groups or {})
        kin: set[frozenset[str]] = set()
        for fact in facts:
            (label, start), (_, end) = fact.start, fact.end
            if fact.relation == "LOCATED_IN" and label == "Organisation":
                places[start].append(end)
            elif fact.relation in ("PART_OF", "SUCCEEDS") and label == "Organisation":
                kin.add(frozenset((start, end)))
            elif fact.relation == "PART_OF" and label == "Place":
                within[start].append(end)
            elif (layer := LAYER_OF.get(fact.relation)) and layer not in ASKED_FOR:
                group = (layer, fact.id if layer == "tie" else end)
                found[start].add(group)
                if fact.end[0] == "Organisation":
                    found[end].add(group)
        return cls(dict(places), dict(within), dict(found), frozenset(kin))

    def groups_of(self, id: str) -> set[Group]:
        """Find the groups in which an organisation is.

        Parameters
        ----------
        id : str
            Its id.

        Returns
        -------
        set of (str, str)
            Their layers and ids.
        """
        return self.groups.get(id, set())

    def neighbours(self, id: str) -> set[str]:
        """Find the organisations with which one shares a group of up to 100 members.

        Parameters
        ----------
        id : str
            Its id.

        Returns
        -------
        set of str
            Their ids.
        """
        found: set[str] = set()
        for group in self.groups_of(id):
            members = self._members[group]
            if len(members) <= _LARGEST:
                found.update(members)
        found.discard(id)
        return found

    def lies_in(self, place: str) -> set[str]:
        """Find the places in which a place lies, and itself.

        Parameters
        ----------
        place : str
            Its id.

        Returns
        -------
        set of str
            Their ids.
        """
        return all_above(place, self.within)

    @cached_property
    def _members(self) -> Mapping[Group, list[str]]:
        members: defaultdict[Group, list[str]] = defaultdict(list)
        for each, groups in self.groups.items():
            for group in groups:
                members[group].append(each)
        return members
