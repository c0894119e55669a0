"""The embedded store: a graph in a folder, opened inside this process, without a server.

It holds the folder for itself (any number may hold it together who only read) and is made by its
first load. What is said in Cypher is said in `statements`; here is what the engine needs to be
told: opening, reading, writing, stopping.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Self, TypeVar

from graphkit.model import (
    Dataset,
    Fact,
    Node,
    StoreError,
    StoreUnavailable,
)
from graphkit.model.fact_columns import FactColumns
from graphkit.paused_gc import collector_at_rest
from graphkit.store import merging, records
from graphkit.store.base import LoadReport, Progress, Result, Store
from graphkit.store.embedded import database as arcadedb
from graphkit.store.embedded import first_load, jvm, scan, values
from graphkit.store.embedded.marker import check_whole, damaged, is_marked, write_marker
from graphkit.store.embedded.task import Task
from graphkit.store.locks import FileLock, Held
from graphkit.store.parameters import check_limits, check_statement

T = TypeVar("T")

_LOCK = "graphkit-store.lock"


class EmbeddedStore(Store):
    """The store in the folder `path`; with `create`, one that its first load will make there.

    Raises StoreUnavailable when there is no store, something else, a damaged store, or one that
    another process holds; nothing is changed then.
    """

    _guard: Any = None
    """Whom the engine asks what a client may do; None when there are no clients."""

    def __init__(self, path: Path, *, create: bool = True, read_only: bool = False) -> None:
        self.location = str(path)
        self._path = path.absolute()
        self._read_only = read_only
        self._lock: FileLock | None = None
        self._database: Any = None
        self._closed = False
        if _is_store(self._path):
            self._open()
        elif read_only or not create:
            raise self._missing()

    @classmethod
    def at(
        cls,
        target: str,
        *,
        create: bool = True,
        read_only: bool = False,
        ask: Callable[[], str] | None = None,
    ) -> Self:
        """See `Store.at`. The store has no password to ask for."""
        return cls(Path(target).expanduser(), create=create, read_only=read_only)

    @collector_at_rest()
    def load(
        self, dataset: Dataset, *, prune: bool = False, progress: Progress | None = None
    ) -> LoadReport:
        """See `Store.load`. The first load builds the store as a whole or not at all."""
        self._check_open()
        if self._read_only:
            raise StoreError(f"{self.location}: this store is open for reading only")
        first_load.clear_leftovers(self._path)
        if self._database is None:
            self._build(dataset, progress)
            self._open()
            return merging.added_only(dataset)
        return merging.merge(_Statements(self._database), dataset, prune=prune, progress=progress)

    @collector_at_rest()
    def query(
        self,
        text: str,
        parameters: Mapping[str, object] | None = None,
        *,
        write: bool = False,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Result:
        """See `Store.query`."""
        check_limits(limit, timeout)
        check_statement(text, write=write)
        if write and self._read_only:
            raise StoreError(f"{self.location}: this store is open for reading only")
        database = self._checked()
        given = parameters or {}
        if write:  # all rows are read: a row that is not read is not written either
            rows = arcadedb.write(database, text, given, timeout=timeout)
        else:
            one_more = None if limit is None else limit + 1
            rows = arcadedb.read(database, text, given, limit=one_more, timeout=timeout)
        columns = tuple(rows[0]) if rows else arcadedb.columns(database, text)
        kept = rows[:limit]
        return Result(
            columns,
            tuple(tuple(row.get(column) for column in columns) for row in kept),
            len(kept) < len(rows),
        )

    @collector_at_rest()
    def nodes(self, label: str) -> Iterator[Node]:
        """See `Store.nodes`."""
        return self._scanned(scan.nodes, records.checked_label(label))

    @collector_at_rest()
    def facts(self, relation: str) -> Iterator[Fact]:
        """See `Store.facts`."""
        return self._scanned(scan.facts, records.checked_relation(relation))

    @collector_at_rest()
    def named(self, label: str) -> Iterator[Node]:
        """See `Store.named`."""
        return self._scanned(scan.named, records.checked_label(label))

    @collector_at_rest()
    def fact_columns(self, relation: str) -> FactColumns:
        """See `Store.fact_columns`."""
        return self._scanned(scan.fact_columns, records.checked_relation(relation))

    def close(self) -> None:
        """See `Store.close`."""
        self._closed = True
        database, self._database = self._database, None
        try:
            if database is not None:
                database.close()
                if not self._read_only:
                    write_marker(self._path)
        finally:
            self._let_go()

    def _build(self, dataset: Dataset, progress: Progress | None) -> None:
        jvm.start()
        try:
            Task[None](
                lambda task: first_load.build(self._path, dataset, task.check, progress)
            ).run()
        except OSError as error:
            raise StoreUnavailable(
                f"{self.location}: no store can be made here ({error.strerror or error})"
            ) from error
        except OverflowError as error:
            raise StoreError(f"{dataset.name}: {error}") from error
        except Exception as error:
            if not values.is_from_java(error):
                raise
            raise StoreError(f"{self.location}: loading failed: {values.said(error)}") from error

    def _open(self) -> None:
        try:
            self._lock = FileLock(self._path / _LOCK, shared=self._read_only)
            check_whole(self._path)
            self._database = self._opened()
        except Held:
            raise StoreUnavailable(
                f"{self.location}: this store is in use, by another process or elsewhere in this "
                "one; try again when it has been closed there"
            ) from None
        except OSError as error:
            self._let_go()
            raise StoreUnavailable(
                f"{self.location}: this store cannot be opened ({error.strerror or error})"
            ) from error
        except BaseException:
            self._let_go()
            raise

    def _opened(self) -> Any:
        jvm.start()
        try:
            return self._try_to_open()
        except Exception as error:
            if not values.is_from_java(error):
                raise
            raise damaged(self._path, values.said(error)) from error

    def _try_to_open(self) -> Any:
        try:
            return self._start(read_only=self._read_only)
        except Exception as error:
            if not self._read_only or "needs recovery" not in str(error):
                raise
        self._recover()
        return self._start(read_only=True)

    def _start(self, *, read_only: bool) -> Any:
        def work(task: Task[Any]) -> Any:
            database = arcadedb.open_database(self._path, read_only=read_only, guard=self._guard)
            try:
                task.check()
            except BaseException:  # nobody waits for it any more
                database.close()
                raise
            return database

        return Task(work).run()

    def _recover(self) -> None:
        """Let the engine finish what a killed process left; nobody else may hold the store."""
        self._let_go()
        with FileLock(self._path / _LOCK):
            self._start(read_only=False).close()
        self._lock = FileLock(self._path / _LOCK, shared=True)

    def _let_go(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _checked(self) -> Any:
        self._check_open()
        if self._database is None:
            raise self._missing()
        return self._database

    def _check_open(self) -> None:
        if self._closed:
            raise StoreError(f"{self.location}: this store has been closed")

    def _missing(self) -> StoreUnavailable:
        return StoreUnavailable(
            f"{self.location}: there is no store here; load data first: graphkit load PATH"
        )

    def _scanned(self, read: Callable[[Any, str, scan.Check], T], name: str) -> T:
        database = self._checked()
        return arcadedb.run(lambda task: read(database, name, task.check))


class _Statements:
    """The store as `merging` sees it."""

    def __init__(self, database: Any) -> None:
        self._database = database

    def read(self, text: str, **parameters: object) -> Iterator[Mapping[str, Any]]:
        return iter(arcadedb.read(self._database, text, parameters))

    def write(self, text: str, **parameters: object) -> None:
        arcadedb.write(self._database, text, parameters)


def _is_store(path: Path) -> bool:
    """Whether there is a store at `path`; StoreUnavailable when there is something else."""
    if not path.exists() and not path.is_symlink():
        return False
    if not path.is_dir():
        raise StoreUnavailable(f"{path}: this is a file, not the folder of a store")
    if is_marked(path):
        return True
    if any(path.iterdir()):
        raise StoreUnavailable(
            f"{path}: this folder holds something else than a store; name another one"
        )
    return False
