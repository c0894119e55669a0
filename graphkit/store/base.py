"""`Store`: the operations of every store, and what they report.

A store holds data sets as a graph and answers Cypher. It computes nothing about partnerships; that
is left to the packages above it.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Protocol, Self

from graphkit.model import Dataset, Fact, Node, StoredDataset, StoreError
from graphkit.model.fact_columns import FactColumns
from graphkit.model.progress import Progress
from graphkit.model.tabular import Tabular
from graphkit.names import Decision
from graphkit.store.reports import Decided, LoadReport
from graphkit.store.stored import StoredFact, StoredNode


@dataclass(frozen=True, slots=True)
class Result(Tabular):
    """The answer to a query.

    Attributes
    ----------
    columns : tuple of str
        The names of the columns.
    rows : tuple of tuple
        One tuple of values per row: None, bool, int, float, str, `datetime.date`, lists and dicts
        of these. A node or a relationship is the dict of its properties.
    truncated : bool
        Whether the row limit cut the answer.
    """

    TABLE = "graphkit.export.results:query_table"

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    truncated: bool = False


def shown(address: str) -> str:
    """An address that is safe to show: without the user and password that it may contain.

    >>> shown("http://neo4j:secret@host")
    'http://host'
    """
    return re.sub("//.*@", "//", address)


@dataclass(frozen=True, slots=True)
class Login:
    """Who opens a Neo4j server's store, where the environment does not say it.

    Attributes
    ----------
    user, password : str
        The name and the password, which is never shown.
    database : str, optional
        The database; by default the server's own default.
    """

    user: str
    password: str = field(repr=False)
    database: str | None = None


class Readable(Protocol):
    """The operations of a store that read it; see `Store`."""

    def query(self, text: str, parameters: Mapping[str, object] | None = None) -> Result:
        """Run one Cypher statement."""

    def nodes(self, label: str) -> Iterator[Node]:
        """Read all nodes of a label."""

    def facts(self, relation: str) -> Iterator[Fact]:
        """Read all facts of a relationship type."""

    def stored_nodes(self, label: str) -> Iterable[StoredNode]:
        """Read all that lies under a label."""

    def stored_facts(self, relation: str) -> Iterable[StoredFact]:
        """Read all relationships of a type."""

    def named(self, label: str) -> Iterator[Node]:
        """Read what names and sorts all nodes of a label."""

    def fact_columns(self, relation: str) -> FactColumns:
        """Read what analysis needs of all facts of a relationship type."""


class Store(ABC):
    """A graph of partnership facts that answers Cypher.

    Open one with `open_store`, as a context manager. A closed store cannot be used again.

    Attributes
    ----------
    location : str
        Where it is, as a person would name it.
    only_loads : bool
        Whether this process does nothing with the store but load, so that less memory is enough.

    See Also
    --------
    graphkit.open_store : Opens a store; its example loads data and asks a question.
    """

    location: str
    """Where it is, as a person would name it."""
    only_loads = False
    """Whether this process does nothing with the store but load, so that less memory is enough."""

    @classmethod
    @abstractmethod
    def at(
        cls,
        target: str,
        *,
        create: bool = True,
        read_only: bool = False,
        ask: Callable[[], str] | None = None,
        login: Login | None = None,
    ) -> Self:
        """Open the store at a path or address; `open_store` is the function to call.

        Parameters
        ----------
        target : str
            The path or the address.
        create, read_only : bool
            As for `open_store`. A store ignores what means nothing to it.
        ask, login : optional
            As for `open_store`.

        Returns
        -------
        Store
            The open store.

        Raises
        ------
        UsageError
            If a setting is wrong.
        StoreUnavailable
            If the store cannot be opened.
        """

    @abstractmethod
    def load(
        self, dataset: Dataset, *, prune: bool = False, progress: Progress | None = None
    ) -> LoadReport:
        """Merge a data set into the store on its ids.

        Nothing is written for what has not changed.

        Parameters
        ----------
        dataset : Dataset
            What to load.
        prune : bool, default False
            Whether to remove what an earlier load of the same data set stated and this one does
            not. What another data set states as well stays.
        progress : callable, optional
            Called with what is being done, how many are done, and of how many.

        Returns
        -------
        LoadReport
            How many nodes and facts were added, changed and removed.

        Raises
        ------
        StoreError
            If the store refuses the load.
        StoreUnavailable
            If the store can no longer be reached.
        """

    def decisions(self) -> tuple[Decision, ...]:
        """Read what people decided about ids of organisations.

        Returns
        -------
        tuple of Decision
            In order of their ids; none from a kind of store that keeps none.
        """
        return ()

    def decide(
        self, add: Iterable[Decision] = (), withdraw: Iterable[tuple[str, str]] = ()
    ) -> Decided:
        """Keep and withdraw decisions, and join the organisations that are then one.

        Decisions apply to all data sets of the store, also to those that are loaded later. When one
        is withdrawn, the former nodes and facts are there again.

        Parameters
        ----------
        add : iterable of Decision
            New decisions. Each takes the place of what was decided about its pair before.
        withdraw : iterable of (str, str)
            Pairs of ids, in whatever order, about which nothing is decided any more.

        Returns
        -------
        Decided
            How many decisions were added, changed and withdrawn.

        Raises
        ------
        InvalidData
            If decisions would contradict each other.
        StoreError
            If the store refuses it, or this kind of store keeps no decisions.
        StoreUnavailable
            If there is no store yet, or it can no longer be reached.
        """
        raise StoreError(f"{self.location}: this kind of store keeps no decisions")

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
        """Run one Cypher statement.

        Parameters
        ----------
        text : str
            The statement.
        parameters : mapping of str to object, optional
            The values of its parameters, by name.
        write : bool, default False
            Whether it may write. By default a statement that writes is refused.
        limit : int, optional
            The largest number of rows to return; by default all.
        timeout : float, optional
            The longest time it may take, in seconds; by default without limit.

        Returns
        -------
        Result
            The columns and rows of the answer.

        Raises
        ------
        UsageError
            If a parameter or a limit means nothing.
        StoreError
            If the statement is wrong, is refused or takes too long.
        """

    def datasets(self) -> tuple[StoredDataset, ...]:
        """Read what the store keeps about each of its data sets.

        Returns
        -------
        tuple of StoredDataset
            In order of name; none from a kind of store that keeps nothing about them.
        """
        return ()

    @abstractmethod
    def nodes(self, label: str) -> Iterator[Node]:
        """Read all nodes of a label, in order of id.

        Parameters
        ----------
        label : str
            A label of the vocabulary, one of `LABELS`.

        Returns
        -------
        iterator of Node
            The nodes. Besides what was stated, the property `datasets` lists the data sets that
            state them.
        """

    @abstractmethod
    def facts(self, relation: str) -> Iterator[Fact]:
        """Read all facts of a relationship type, in order of id.

        Parameters
        ----------
        relation : str
            A relationship type of the vocabulary, one of `RELATIONS`.

        Returns
        -------
        iterator of Fact
            The facts. Besides what was stated, the property `datasets` lists the data set that
            states them.
        """

    def stored_nodes(self, label: str) -> Iterable[StoredNode]:
        """Read all that lies under a label for `verify`, also what was written by other means.

        Parameters
        ----------
        label : str
            A label of the vocabulary, one of `LABELS`.

        Returns
        -------
        iterable of StoredNode
            The nodes in any order, with all labels and all that the store keeps with them.

        Raises
        ------
        StoreError
            If this kind of store keeps nothing by which its content can be verified.
        """
        raise StoreError(f"{self.location}: this kind of store keeps nothing to verify it by")

    def stored_facts(self, relation: str) -> Iterable[StoredFact]:
        """Read all relationships of a type for `verify`, also those written by other means.

        Parameters
        ----------
        relation : str
            A relationship type of the vocabulary, one of `RELATIONS`.

        Returns
        -------
        iterable of StoredFact
            The facts in any order, with all that the store keeps with them.

        Raises
        ------
        StoreError
            If this kind of store keeps nothing by which its content can be verified.
        """
        raise StoreError(f"{self.location}: this kind of store keeps nothing to verify it by")

    def mislaid(
        self, what: str, items: Sequence[StoredNode] | Sequence[StoredFact]
    ) -> Mapping[str, str]:
        """Look for nodes or facts as queries do, and say which they do not find, for `verify`.

        Parameters
        ----------
        what : str
            The label of the nodes, or the relationship type of the facts.
        items : sequence of StoredNode or StoredFact
            All that lie in the store.

        Returns
        -------
        mapping of str to str
            What is wrong, by id. Empty for a store whose server looks after its own indexes.
        """
        return {}

    @abstractmethod
    def named(self, label: str) -> Iterator[Node]:
        """Read all nodes of a label, in order of id, with only what names and sorts them.

        Parameters
        ----------
        label : str
            A label of the vocabulary, one of `LABELS`.

        Returns
        -------
        iterator of Node
            The nodes with name, title, aliases and sector and, for organisations, with what tables
            show and columns of one's own.
        """

    @abstractmethod
    def fact_columns(self, relation: str) -> FactColumns:
        """Read what analysis needs of all facts of a relationship type that ties organisations.

        Parameters
        ----------
        relation : str
            A relationship type that has a layer.

        Returns
        -------
        FactColumns
            The facts as columns, in order of id.
        """

    def at_once(self, names: Iterable[str]) -> Readable:
        """Prepare to read several labels and relationship types, each of them whole.

        Parameters
        ----------
        names : iterable of str
            The labels and relationship types.

        Returns
        -------
        Readable
            What to read them from, in any order and with little delay. A store that is as quick to
            read them one by one gives itself.
        """
        return self

    @abstractmethod
    def close(self) -> None:
        """Close the store. Closing it twice is not an error."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
