"""`Store`: the few verbs that every store has, and what they report.

A store holds data sets as a graph and answers Cypher. It computes nothing about partnerships: that
is for the rooms after it.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from graphkit.model import Dataset, Fact, Node
from graphkit.model.fact_columns import FactColumns

Progress = Callable[[str, int, int], None]
"""Called while loading with what is being done, how many are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a load did to the nodes, or to the facts, of its data set.

    `unstated` counts what the store holds of this data set that the data set no longer states;
    with pruning these are the ones `removed`.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    unstated: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did."""

    dataset: str
    nodes: Changes
    facts: Changes


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a query: column names, rows of Python values, and whether rows were left.

    Values are None, bool, int, float, str, datetime.date, lists and dicts of these; a node or a
    relationship comes as the dict of its properties. `truncated` tells that the row limit cut it.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    truncated: bool = False


def shown(address: str) -> str:
    """An address as it may be shown: without a user or password that somebody put into it.

    >>> shown("http://neo4j:secret@host")
    'http://host'
    """
    return re.sub("//.*@", "//", address)


class Store(ABC):
    """A graph of partnership facts. Use it as a context manager; a closed store is done."""

    location: str
    """Where it is, as a person would name it."""

    @classmethod
    @abstractmethod
    def at(
        cls,
        target: str,
        *,
        create: bool = True,
        read_only: bool = False,
        ask: Callable[[], str] | None = None,
    ) -> Self:
        """Open the store at a path or address; what the words mean is said at `open_store`.

        A store ignores the words that mean nothing to it. Raises UsageError for a wrong setting and
        StoreUnavailable when the store cannot be opened.
        """

    @abstractmethod
    def load(
        self, dataset: Dataset, *, prune: bool = False, progress: Progress | None = None
    ) -> LoadReport:
        """Merge a data set on its ids; nothing is written for what has not changed.

        With `prune`, what an earlier load of the same data set stated and this one does not is
        removed; what another data set states as well stays.
        """

    @abstractmethod
    def query(
        self,
        text: str,
        parameters: Mapping[str, object] | None = None,
        *,
        write: bool = False,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Result:
        """Run one Cypher statement; refuses to write unless `write`.

        `limit` is in rows, `timeout` in seconds; None sets none. Raises `StoreError` when the
        statement is refused, is wrong or takes too long.
        """

    @abstractmethod
    def nodes(self, label: str) -> Iterator[Node]:
        """All nodes of a label of the vocabulary, in order of id.

        Besides what was stated, their properties tell under `datasets` which data sets state them.
        """

    @abstractmethod
    def facts(self, relation: str) -> Iterator[Fact]:
        """All facts of a relationship type of the vocabulary, in order of id.

        Besides what was stated, their properties tell under `datasets` which data set states them.
        """

    @abstractmethod
    def named(self, label: str) -> Iterator[Node]:
        """All nodes of a label in order of id, with what they are called and sorted by alone:
        name, title, aliases and sector, and of organisations what is shown in tables.
        """

    @abstractmethod
    def fact_columns(self, relation: str) -> FactColumns:
        """What analysis needs of all facts of a relationship type that ties organisations."""

    @abstractmethod
    def close(self) -> None:
        """Let go of it; closing twice is no error."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
