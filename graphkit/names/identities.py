"""`Identities`: which ids mean the same organisation, by what people decided and by identifiers.

They depend on nothing but what all data sets state and on the decisions, not on the order in which
these came. Two decided to be the same are one. So are two with an equal official identifier,
unless

- a chain of PART_OF or SUCCEEDS connects them: a faculty has the number of its university;
- somebody decided that they are different;
- they differ in an identifier of another scheme, or it is not clear which of several is meant.

What equal identifiers would join is looked at as a whole. If anything stands against a part of it,
none of it is joined, and a `Conflict` says why. What people decided is joined in any case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from graphkit.model import SCHEMES, Node
from graphkit.names.decisions import Decision


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two organisations with an equal identifier that are not joined.

    Attributes
    ----------
    left, right : str
        Their ids.
    left_name, right_name : str
        Their names.
    scheme, value : str
        The identifier that both have.
    why : str
        What stands against joining them, as a part of a sentence.
    """

    left: str
    right: str
    left_name: str
    right_name: str
    scheme: str
    value: str
    why: str

    def __str__(self) -> str:
        return (
            f"{self.left_name} ({self.left}) and {self.right_name} ({self.right}) have the same "
            f"{self.scheme.upper()} {self.value}, but {self.why}"
        )


@dataclass(frozen=True, slots=True)
class Identities:
    """Which ids of organisations mean the same organisation.

    Attributes
    ----------
    classes : mapping of str to tuple of str
        For each organisation with several ids the id that stands for it, and all its ids: that one
        first, then the others in order.
    standing : mapping of str to str
        For each of these ids the one that stands for it. An organisation with one id is not here.
    conflicts : tuple of Conflict
        Organisations that have an equal identifier and are not joined, in order of id.

    Examples
    --------
    >>> from graphkit.model import Node
    >>> nodes = [
    ...     Node("Organisation", "a", {"name": "Arleg SA", "nip": "5250007738"}, "Company"),
    ...     Node("Organisation", "b", {"name": "ARLEG", "nip": "5250007738"}, "Company"),
    ...     Node("Organisation", "c", {"name": "Arleg"}, "Company"),
    ... ]
    >>> found = Identities.of(nodes, decisions=[Decision("c", "b", "same")])
    >>> found.classes
    {'c': ('c', 'a', 'b')}
    """

    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    standing: Mapping[str, str] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()

    @classmethod
    def of(
        cls,
        organisations: Iterable[Node],
        kin: Iterable[tuple[str, str]] = (),
        decisions: Iterable[Decision] = (),
    ) -> Identities:
        """Find out who is the same.

        Parameters
        ----------
        organisations : iterable of Node
            All organisations as the data sets state them. Several nodes with one id, as of several
            data sets, are one organisation with the identifiers of all.
        kin : iterable of (str, str)
            The ends of all PART_OF and SUCCEEDS between organisations.
        decisions : iterable of Decision
            What people decided; see `revised`, which has checked them.

        Returns
        -------
        Identities
            The same for the same input in any order.
        """
        return _Finding(organisations, kin, decisions).result()

    def of_id(self, id: str) -> str:
        """Find the id that stands for an organisation.

        Parameters
        ----------
        id : str
            Any of its ids.

        Returns
        -------
        str
            The id that stands for it.
        """
        return self.standing.get(id, id)


class Classes:
    """Items of which some are one; each class is known by one of its items."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def of(self, item: str) -> str:
        """The item by which the class of an item is known."""
        above = self._above
        top = item
        while (higher := above.get(top, top)) != top:
            top = higher
        while item != top:
            above[item], item = top, above.get(item, item)
        return top

    def join(self, one: str, other: str) -> None:
        """Make one class of two."""
        first, last = sorted((self.of(one), self.of(other)))
        self._above[last] = first

    def copy(self) -> Classes:
        """Classes that can be joined further without these."""
        made = Classes()
        made._above = dict(self._above)
        return made


def _identifiers(node: Node) -> Iterator[tuple[str, str]]:
    """The official numbers of an organisation, each with its scheme."""
    for scheme in SCHEMES:
        value = node.properties.get(scheme)
        if isinstance(value, str):
            yield scheme, value


def _shared(nodes: Iterable[Node]) -> dict[tuple[str, str], list[str]]:
    """The ids of the organisations that have one identifier, by scheme and number."""
    first: dict[tuple[str, str], str] = {}
    shared: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for node in nodes:
        for key in _identifiers(node):
            if (other := first.setdefault(key, node.id)) != node.id:
                shared[key] |= {other, node.id}
    return {key: sorted(ids) for key, ids in sorted(shared.items())}


class _Finding:
    """Everything that says who is the same.

    What people decided to be one is a part, known by one of its ids.
    """

    def __init__(
        self,
        organisations: Iterable[Node],
        kin: Iterable[tuple[str, str]],
        decisions: Iterable[Decision],
    ) -> None:
        nodes = list(organisations)
        decisions = sorted(decisions)
        self._shared = _shared(nodes)
        asked = {each for ids in self._shared.values() for each in ids}
        asked.update(key for each in decisions for key in each.pair)
        self._names: dict[str, str] = {}
        self._numbers: dict[str, dict[str, set[str]]] = {}
        for node in nodes:
            if node.id in asked:
                self._names.setdefault(node.id, node.name)
                for scheme, value in _identifiers(node):
                    numbers = self._numbers.setdefault(node.id, {})
                    numbers.setdefault(scheme, set()).add(value)
        self._kin = sorted(kin)
        self._same = [each for each in decisions if each.verdict == "same"]
        self._parts = Classes()
        for each in self._same:
            self._parts.join(each.left, each.right)
        self._ids: dict[str, set[str]] = defaultdict(set)
        for key in (key for each in self._same for key in (each.left, each.right)):
            self._ids[self._parts.of(key)].add(key)
        self._apart: dict[str, set[str]] = defaultdict(set)
        for each in decisions:
            if each.verdict == "different":
                one, other = self._parts.of(each.left), self._parts.of(each.right)
                self._apart[one].add(other)
                self._apart[other].add(one)
        self._related = self._related_by(self._parts)

    def result(self) -> Identities:
        """Join what may be joined."""
        linked = self._parts.copy()
        for held in self._shared.values():
            if self._obstacle(parts := self._parts_of(held)) is None:
                for one, other in pairwise(parts):
                    linked.join(one, other)
        joined = self._parts.copy()
        against: dict[str, str] = {}
        for parts in self._candidates(linked):
            if said := self._against(parts):
                against[linked.of(parts[0])] = said
            else:
                for one, other in pairwise(parts):
                    joined.join(one, other)
        classes = self._classes(joined)
        standing = {each: first for first, ids in classes.items() for each in ids}
        return Identities(classes, standing, tuple(self._conflicts(linked, joined, against)))

    def _related_by(self, classes: Classes) -> Classes:
        """Organisations that a chain of facts connects, each known by one of its class."""
        found = Classes()
        for one, other in self._kin:
            found.join(classes.of(one), classes.of(other))
        return found

    def _parts_of(self, ids: Iterable[str]) -> list[str]:
        return sorted({self._parts.of(each) for each in ids})

    def _obstacle(self, parts: Sequence[str]) -> str | None:
        """Why these are never all joined by an identifier; None if they may be."""
        first: dict[str, str] = {}
        for part in parts:
            if apart := self._apart[part].intersection(parts) if part in self._apart else ():
                what = "was decided to be different from"
                return f"{self._called(part)} {what} {self._called(min(apart))}"
            other = first.setdefault(self._related.of(part), part)
            if other != part:
                what = "is connected by PART_OF or SUCCEEDS with"
                return f"{self._called(other)} {what} {self._called(part)}"
        return None

    def _candidates(self, linked: Classes) -> Iterator[list[str]]:
        """The parts that equal identifiers would make one organisation."""
        found: dict[str, set[str]] = defaultdict(set)
        for held in self._shared.values():
            for each in held:
                found[linked.of(each)].add(self._parts.of(each))
        return (sorted(parts) for _, parts in sorted(found.items()) if len(parts) > 1)

    def _against(self, parts: Sequence[str]) -> str | None:
        """What stands against making these parts one organisation."""
        if obstacle := self._obstacle(parts):
            return obstacle
        for scheme in SCHEMES:
            first: dict[frozenset[str], str] = {}
            for part in parts:
                ids = self._ids.get(part, (part,))
                values = (self._numbers.get(each, {}).get(scheme, ()) for each in ids)
                if held := frozenset().union(*values):
                    first.setdefault(held, part)
            for (here, one), (there, other) in combinations(first.items(), 2):
                if here.isdisjoint(there):
                    return (
                        f"the {scheme.upper()} of {self._called(one)} is {min(here)} and that of "
                        f"{self._called(other)} is {min(there)}"
                    )
        return None

    def _classes(self, joined: Classes) -> dict[str, tuple[str, ...]]:
        found: dict[str, set[str]] = defaultdict(set)
        for ids in (*self._ids.values(), *self._shared.values()):
            for each in ids:
                if each in self._names:
                    found[joined.of(each)].add(each)
        first = {each.left for each in self._same} - {each.right for each in self._same}
        classes = {}
        for ids in found.values():
            if len(ids) > 1:
                standing = min(ids & first or ids)
                classes[standing] = (standing, *sorted(ids - {standing}))
        return dict(sorted(classes.items()))

    def _conflicts(
        self, linked: Classes, joined: Classes, against: Mapping[str, str]
    ) -> Iterator[Conflict]:
        """One for each identifier whose organisations are not one, unless that is as it should be.

        It is if facts connect them, or if somebody decided that they are different.
        """
        related = self._related_by(joined)
        apart: dict[str, set[str]] = defaultdict(set)
        for part, others in self._apart.items():
            apart[joined.of(part)].update(map(joined.of, others))
        for (scheme, value), held in self._shared.items():
            one_each = {joined.of(each): each for each in reversed(held)}
            for (here, left), (there, right) in combinations(sorted(one_each.items()), 2):
                if there not in apart.get(here, ()) and related.of(here) != related.of(there):
                    why = against.get(linked.of(left))
                    if why is None:
                        unclear = self._obstacle(self._parts_of(held))
                        why = f"several organisations could be meant: {unclear}"
                    names = self._names[left], self._names[right]
                    yield Conflict(left, right, *names, scheme, value, why)
                    break

    def _called(self, id: str) -> str:
        return f"{self._names[id]} ({id})" if id in self._names else id
