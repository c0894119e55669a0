"""The Neo4j store: the same graph, kept by a Neo4j server and shared with all its clients.

Settings have the names that Neo4j's own tools use: NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE.
Everything runs in the driver's managed transactions, which retry after transient failures, and in
sessions that see each other's writes (by bookmarks). The Cypher is in `statements`.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Self

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from graphkit.model import Dataset, Fact, Node, StoredDataset, StoreError, UsageError
from graphkit.model.fact_columns import FactColumns
from graphkit.model.progress import Progress
from graphkit.names import Decision
from graphkit.store import records, statements
from graphkit.store.base import Login, Readable, Result, Store
from graphkit.store.kept_decisions import decisions_of
from graphkit.store.neo4j.announced import Announced
from graphkit.store.neo4j.at_once import AtOnce
from graphkit.store.neo4j.driver_errors import explained, unavailable
from graphkit.store.neo4j.transactions import Greeting, Rows, Work
from graphkit.store.parameters import check_limits, check_statement, check_values
from graphkit.store.read_as_stated import StoreGraph
from graphkit.store.reports import Decided, LoadReport
from graphkit.store.stored import StoredFact, StoredNode

CONNECTION_TIMEOUT = 15.0
"""Seconds within which a server has to answer."""

RETRY_TIME = 30.0
"""Seconds for which a transaction that failed for a passing reason is tried again."""

_FETCH = 10_000

# The driver tells of each attempt; without a handler Python would print that on standard error.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class Neo4jStore(Store):
    """The store at the address of a Neo4j server.

    Parameters
    ----------
    address : str
        The address, such as `neo4j://host:7687`.
    read_only : bool, default False
        Whether to refuse to write.
    ask : callable, optional
        Returns the password when NEO4J_PASSWORD is not set.
    login : Login, optional
        Who opens it, instead of what the settings say.

    Raises
    ------
    UsageError
        If a setting is wrong.
    StoreUnavailable
        If the server cannot be reached, or refuses the user.

    Notes
    -----
    The database of a server is there already, so nothing is created. Of two loads of one data set
    at once, the one that begins later takes over and the other raises StoreError. Loads of
    different data sets at once respect each other's claims; one that has to compare again counts as
    unchanged what it had written by then. See `announced`.
    """

    def __init__(
        self,
        address: str,
        *,
        read_only: bool = False,
        ask: Callable[[], str] | None = None,
        login: Login | None = None,
    ) -> None:
        if "@" in address:
            raise UsageError(
                "an address must not contain a user or password; set NEO4J_USERNAME and "
                "NEO4J_PASSWORD"
            )
        by = login or _login_of_settings(address, ask)
        user = by.user
        self.location = address
        self._read_only = read_only
        self._database = by.database
        self._closed = False
        self._driver = _driver(address, by)
        try:
            Greeting(lambda: self._session(neo4j.READ_ACCESS)).run()
        except (Neo4jError, DriverError) as error:
            self._driver.close()
            raise unavailable(address, user, self._database, error) from error
        except ValueError as error:
            self._driver.close()
            raise _no_address(address, error) from error
        except BaseException:
            self._driver.close()
            raise

    @classmethod
    def at(
        cls,
        target: str,
        *,
        create: bool = True,
        read_only: bool = False,
        ask: Callable[[], str] | None = None,
        login: Login | None = None,
    ) -> Self:
        return cls(target, read_only=read_only, ask=ask, login=login)

    def load(
        self, dataset: Dataset, *, prune: bool = False, progress: Progress | None = None
    ) -> LoadReport:
        self._check_writable()
        self._make_constraints()
        announced = Announced(self, self._run, dataset.name)
        return announced.load(dataset, prune=prune, progress=progress)

    def decisions(self) -> tuple[Decision, ...]:
        return tuple(sorted(decisions_of(StoreGraph(self))))

    def decide(
        self, add: Iterable[Decision] = (), withdraw: Iterable[tuple[str, str]] = ()
    ) -> Decided:
        self._check_writable()
        self._make_constraints()
        return Announced(self, self._run, statements.DECIDING).decide(add, withdraw)

    def query(
        self,
        text: str,
        parameters: Mapping[str, object] | None = None,
        *,
        write: bool = False,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Result:
        check_limits(limit, timeout)
        check_statement(text, write=write)
        given = check_values(parameters or {})
        if write:
            self._check_writable()
        self._check_open()
        one_more = None if limit is None else limit + 1
        columns, rows = self._run(text, given, write=write, timeout=timeout, limit=one_more)
        kept = rows[:limit]
        return Result(columns, tuple(tuple(row) for row in kept), len(kept) < len(rows))

    def datasets(self) -> tuple[StoredDataset, ...]:
        return records.datasets(self._rows(statements.DATASETS))

    def nodes(self, label: str) -> Iterator[Node]:
        return iter(records.nodes(self._rows, label)[label])

    def facts(self, relation: str) -> Iterator[Fact]:
        return iter(records.facts(self._rows, relation)[relation])

    def stored_nodes(self, label: str) -> Iterable[StoredNode]:
        return records.stored_nodes(self._rows, label)[label]

    def stored_facts(self, relation: str) -> Iterable[StoredFact]:
        return records.stored_facts(self._rows, relation)[relation]

    def named(self, label: str) -> Iterator[Node]:
        return records.named(self._rows, label)

    def fact_columns(self, relation: str) -> FactColumns:
        return records.fact_columns(self._rows, relation)

    def at_once(self, names: Iterable[str]) -> Readable:
        return AtOnce(self, self._rows, names)

    def close(self) -> None:
        self._closed = True
        self._driver.close()

    def _rows(self, text: str, **parameters: object) -> Iterator[dict[str, Any]]:
        self._check_open()
        columns, rows = self._run(text, parameters)
        return (dict(zip(columns, row, strict=True)) for row in rows)

    def _run(
        self,
        text: str,
        parameters: Mapping[str, object],
        *,
        write: bool = False,
        timeout: float | None = None,
        limit: int | None = None,
        before: Callable[[neo4j.ManagedTransaction], None] | None = None,
    ) -> Rows:
        mode = neo4j.WRITE_ACCESS if write else neo4j.READ_ACCESS
        with self._explained(timeout):
            return Work(
                lambda: self._session(mode),
                text,
                parameters,
                write=write,
                timeout=timeout,
                limit=limit,
                before=before,
            ).rows()

    def _session(self, mode: str) -> neo4j.Session:
        return self._driver.session(
            database=self._database,
            default_access_mode=mode,
            fetch_size=_FETCH,
            bookmark_manager=self._driver.execute_query_bookmark_manager,
        )

    @contextmanager
    def _explained(self, timeout: float | None = None) -> Iterator[None]:
        try:
            yield
        except (Neo4jError, DriverError) as error:
            raise explained(error, self.location, timeout) from error
        except OverflowError:
            raise StoreError("a number of more than 64 bits cannot be stored") from None

    def _make_constraints(self) -> None:
        # One question is quicker than a statement for each that changes nothing.
        there = {row["name"] for row in self._rows(statements.CONSTRAINTS)}
        for name, text in statements.uniqueness().items():
            if name not in there:
                self._run(text, {}, write=True)

    def _check_open(self) -> None:
        if self._closed:
            raise StoreError(f"{self.location}: this store has been closed")

    def _check_writable(self) -> None:
        self._check_open()
        if self._read_only:
            raise StoreError(f"{self.location}: this store is open read-only")


def _login_of_settings(address: str, ask: Callable[[], str] | None) -> Login:
    user = os.environ.get("NEO4J_USERNAME") or "neo4j"
    password = os.environ.get("NEO4J_PASSWORD")
    if password is None and ask is not None:
        password = ask()
    if password is None:
        raise UsageError(f"{address}: there is no password for {user}; set NEO4J_PASSWORD")
    return Login(user, password, os.environ.get("NEO4J_DATABASE") or None)


def _driver(address: str, login: Login) -> neo4j.Driver:
    try:
        return neo4j.GraphDatabase.driver(
            address,
            auth=(login.user, login.password),
            connection_timeout=CONNECTION_TIMEOUT,
            connection_acquisition_timeout=CONNECTION_TIMEOUT,
            max_transaction_retry_time=RETRY_TIME,
            notifications_min_severity="OFF",
            user_agent="graphkit",
        )
    except (ValueError, DriverError) as error:
        raise _no_address(address, error) from error


def _no_address(address: str, error: Exception) -> UsageError:
    return UsageError(
        f"{address}: this is not the address of a Neo4j server ({error}); write bolt://HOST:PORT "
        "or neo4j://HOST:PORT"
    )
