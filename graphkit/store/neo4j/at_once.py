"""Reading several labels, or several relationship types, by one statement.

A server plans each statement that it has not seen lately, and each is a way there and back. Of a
whole store that is most of the time, unless it is large.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from graphkit.model import LABELS, RELATIONS, Fact, Node
from graphkit.model.fact_columns import FactColumns
from graphkit.store import records
from graphkit.store.base import Result, Store
from graphkit.store.stored import StoredFact, StoredNode

T = TypeVar("T")


class AtOnce:
    """A store of which `names` are read: all its labels when the first of them is asked for, and so
    its relationship types. Each is handed out once; asked for again, it is read again.

    rows: runs a statement, as `records` wants it.
    """

    def __init__(self, store: Store, rows: records.Read, names: Iterable[str]) -> None:
        wanted = frozenset(names)
        self._store = store
        self._nodes = _Waiting(rows, records.nodes, wanted & LABELS.keys(), store.nodes)
        self._facts = _Waiting(rows, records.facts, wanted & RELATIONS.keys(), store.facts)
        self._stored_nodes = _Waiting(
            rows, records.stored_nodes, wanted & LABELS.keys(), store.stored_nodes
        )
        self._stored_facts = _Waiting(
            rows, records.stored_facts, wanted & RELATIONS.keys(), store.stored_facts
        )

    def query(self, text: str, parameters: Mapping[str, object] | None = None) -> Result:
        """Run one Cypher statement that only reads."""
        return self._store.query(text, parameters)

    def nodes(self, label: str) -> Iterator[Node]:
        """All nodes of a label, in order of id."""
        return iter(self._nodes.of(label))

    def facts(self, relation: str) -> Iterator[Fact]:
        """All facts of a relationship type, in order of id."""
        return iter(self._facts.of(relation))

    def stored_nodes(self, label: str) -> Iterable[StoredNode]:
        """All that lies under a label."""
        return self._stored_nodes.of(label)

    def stored_facts(self, relation: str) -> Iterable[StoredFact]:
        """All relationships of a type."""
        return self._stored_facts.of(relation)

    def named(self, label: str) -> Iterator[Node]:
        """All nodes of a label with only what names and sorts them."""
        return self._store.named(label)

    def fact_columns(self, relation: str) -> FactColumns:
        """All facts of a relationship type as columns."""
        return self._store.fact_columns(relation)


class _Waiting(Generic[T]):
    """What is read together by `read`, as far as nobody has asked for it; `one` reads one alone."""

    def __init__(
        self,
        rows: records.Read,
        read: Callable[..., dict[str, list[T]]],
        names: Iterable[str],
        one: Callable[[str], Iterable[T]],
    ) -> None:
        self._rows = rows
        self._read = read
        self._names = sorted(names)
        self._one = one
        self._left: dict[str, list[T]] | None = None

    def of(self, name: str) -> Iterable[T]:
        if name in self._names and self._left is None:
            self._left = self._read(self._rows, *self._names)
        there = (self._left or {}).pop(name, None)
        return self._one(name) if there is None else there
