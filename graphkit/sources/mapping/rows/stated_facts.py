"""The facts that rows state, each once and in little memory: there may be a million of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graphkit.sources.mapping.rows.entities import Entities, Entity


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """What a fact says beside its ends: of which table it is, its cells, its further columns.

    number: counts the contents, of which facts that say the same have one.
    """

    number: int
    table: str
    cells: Mapping[str, str]
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Stated:
    """A fact: what it says, its two ends, and the number of the place where it stands."""

    content: Content
    first: Entity
    second: Entity
    at: int

    @property
    def table(self) -> str:
        """The table of which it is."""
        return self.content.table

    @property
    def cells(self) -> Mapping[str, str]:
        """Its cells, by column of our tables."""
        return self.content.cells

    @property
    def attributes(self) -> Mapping[str, str]:
        """Its further columns."""
        return self.content.attributes


class StatedFacts:
    """All facts, as the numbers of their contents, ends and places.

    entities: those that facts may join.
    """

    def __init__(self, entities: Entities) -> None:
        self._entities = entities
        self._contents: list[Content] = []
        self.clear()

    def clear(self) -> None:
        """Let go of all facts."""
        self._numbers = array("I")
        self._firsts, self._seconds = array("I"), array("I")
        self._places = array("q")

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[Stated]:
        return self._from(0)

    def content(
        self, table: str, cells: Mapping[str, str], attributes: Mapping[str, str]
    ) -> Content:
        """A content that facts can have."""
        made = Content(len(self._contents), table, cells, attributes)
        self._contents.append(made)
        return made

    def add(self, content: Content, first: Entity, second: Entity, at: int) -> None:
        """Take a fact."""
        self._numbers.append(content.number)
        self._firsts.append(first.number)
        self._seconds.append(second.number)
        self._places.append(at)

    def since(self, before: int) -> list[Stated]:
        """The facts that were taken after the first ones; before: the number of these."""
        return [*self._from(before)]

    def keep(self, before: int, facts: Iterable[Stated]) -> None:
        """Keep only these of the facts after the first ones."""
        for numbers in (self._numbers, self._firsts, self._seconds, self._places):
            del numbers[before:]
        for fact in facts:
            self.add(fact.content, fact.first, fact.second, fact.at)

    def tables(self) -> set[str]:
        """The tables of which there are facts."""
        return {self._contents[number].table for number in {*self._numbers}}

    def one_of_each(self, table: str) -> Iterator[Stated]:
        """One fact of each content that a table has."""
        last = {number: at for at, number in enumerate(self._numbers)}
        for number, at in last.items():
            if self._contents[number].table == table:
                yield next(self._from(at))

    def numbers(self) -> Iterator[tuple[int, int, int, int]]:
        """For each fact the number of its content, those of its ends, and that of its place."""
        return zip(self._numbers, self._firsts, self._seconds, self._places, strict=True)

    def _from(self, first: int) -> Iterator[Stated]:
        contents, entities = self._contents, self._entities
        for at in range(first, len(self)):
            yield Stated(
                contents[self._numbers[at]],
                entities[self._firsts[at]],
                entities[self._seconds[at]],
                self._places[at],
            )


_Key = tuple[str, tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]


class Once:
    """Takes each fact once."""

    def __init__(self, facts: StatedFacts) -> None:
        self._facts = facts
        self._contents: dict[_Key, Content] = {}
        self._seen: set[int] = set()

    def add(
        self,
        table: str,
        ends: tuple[Entity, Entity],
        at: int,
        cells: Mapping[str, str],
        attributes: Mapping[str, str],
    ) -> bool:
        """Take a fact; False when another says the same of the same ends."""
        key = (table, tuple(sorted(cells.items())), tuple(attributes.items()))
        content = self._contents.get(key)
        if content is None:
            content = self._contents[key] = self._facts.content(table, cells, attributes)
        first, second = ends
        fact = (content.number << 32 | first.number) << 32 | second.number
        if fact in self._seen:
            return False
        self._seen.add(fact)
        self._facts.add(content, first, second, at)
        return True
