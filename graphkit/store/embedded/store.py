"""The embedded store: a graph in a folder, opened inside this process, without a server.

It holds the folder for itself (any number may hold it together who only read) and is made by its
first load. The engine reads through links, and a load changes a copy that then takes the store's
place (see `copies`): neither touches the folder. Only statements that write work in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self, TypeVar

from graphkit.model import (
    KINDS,
    LABELS,
    Dataset,
    Fact,
    GraphkitError,
    Node,
    StoredDataset,
    StoreError,
    StoreUnavailable,
)
from graphkit.model.digests import Leaves
from graphkit.model.fact_columns import FactColumns
from graphkit.model.progress import Progress
from graphkit.names import Decision
from graphkit.paused_gc import collector_at_rest
from graphkit.store import merging, plan, records, statements
from graphkit.store.base import Login, Result, Store
from graphkit.store.deciding import Deciding
from graphkit.store.embedded import copies, faults, first_load, jvm, lookups, scan, values
from graphkit.store.embedded import database as arcadedb
from graphkit.store.embedded.graph import DatabaseGraph
from graphkit.store.embedded.marker import (
    LOCK,
    Marker,
    check_files,
    check_schema,
    damaged,
    engine_files,
    give_mode,
    is_store,
    listed,
    mode_of,
    read_marker,
    write_marker,
)
from graphkit.store.embedded.opening import Opener
from graphkit.store.embedded.schema import kinds_needed, lacks_types, make_types
from graphkit.store.embedded.task import Task
from graphkit.store.embedded.temporary_folders import temporary_folder
from graphkit.store.kept_decisions import decisions_of
from graphkit.store.locks import FileLock, Held
from graphkit.store.parameters import check_limits, check_statement
from graphkit.store.reports import Decided, LoadReport
from graphkit.store.shared_nodes import Content
from graphkit.store.stored import StoredFact, StoredNode

T = TypeVar("T")


class EmbeddedStore(Store):
    """The store in a folder; it needs no server.

    Parameters
    ----------
    path : Path
        The folder.
    create : bool, default True
        Whether the first load may make the store if it is not there yet.
    read_only : bool, default False
        Whether to open it for reading only.

    Raises
    ------
    StoreUnavailable
        If there is no store, or something else; or if the store is damaged, or another process
        holds it. Nothing is changed then.

    Notes
    -----
    A load that fails leaves what the store held before.
    """

    _guard: Any = None
    """Whom the engine asks what a client may do; None when there are no clients."""

    def __init__(self, path: Path, *, create: bool = True, read_only: bool = False) -> None:
        self.location = str(path)
        self._path = path.absolute()
        self._opener = Opener(self.location, self._path, self._guard)
        self._read_only = read_only
        self._lock: FileLock | None = None
        self._marker: Marker | None = None
        self._database: Any = None
        self._writing = False
        self._held = ExitStack()
        """What ends with the engine's hold on its files."""
        self._closed = False
        if self._is_there():
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
        login: Login | None = None,
    ) -> Self:
        return cls(Path(target).expanduser(), create=create, read_only=read_only)

    @collector_at_rest()
    def load(
        self, dataset: Dataset, *, prune: bool = False, progress: Progress | None = None
    ) -> LoadReport:
        self._check_writable()
        if self._marker is None:
            kept, made = self._build(dataset, progress)
            self._open(made)
            return plan.added_only(dataset, kept)
        graph = self._to_compare()
        leaves = Leaves.of(dataset)
        # Where only loads have written since the last of this data set, its digest says it all.
        if dataset.name in self._marker.unaltered and (
            report := merging.as_loaded(graph, dataset, leaves)
        ):
            return report
        planned = merging.compare(graph, dataset, progress, leaves=leaves)
        if planned.changes(prune=prune):
            self._update(
                lambda graph: planned.carry_out(graph, prune=prune, progress=progress),
                unaltered=tuple(sorted({*self._marker.unaltered, dataset.name})),
                kinds=kinds_needed(dataset.nodes),
            )
        return planned.report(prune=prune)

    def decisions(self) -> tuple[Decision, ...]:
        return tuple(sorted(decisions_of(DatabaseGraph(self._checked()))))

    @collector_at_rest()
    def decide(
        self, add: Iterable[Decision] = (), withdraw: Iterable[tuple[str, str]] = ()
    ) -> Decided:
        self._check_writable()
        deciding = Deciding(self._to_compare(), add, withdraw)
        if deciding.changes():
            assert self._marker is not None
            self._update(deciding.carry_out, unaltered=self._marker.unaltered, kinds=())
        return deciding.report()

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
        check_limits(limit, timeout)
        check_statement(text, write=write)
        if write:
            self._check_writable()
        given = parameters or {}
        if write:  # all rows are read: a row that is not read is not written either
            database = self._to_write()
            with faults.told(self.location, "nothing can be written"):
                rows = arcadedb.write(database, text, given, timeout=timeout)
        else:
            database = self._checked()
            one_more = None if limit is None else limit + 1
            rows = arcadedb.read(database, text, given, limit=one_more, timeout=timeout)
        columns = tuple(rows[0]) if rows else arcadedb.columns(database, text)
        kept = rows[:limit]
        return Result(
            columns,
            tuple(tuple(row.get(column) for column in columns) for row in kept),
            len(kept) < len(rows),
        )

    def datasets(self) -> tuple[StoredDataset, ...]:
        return records.datasets(arcadedb.read(self._checked(), statements.DATASETS, {}))

    @collector_at_rest()
    def nodes(self, label: str) -> Iterator[Node]:
        return self._scanned(scan.nodes, records.checked_label(label))

    @collector_at_rest()
    def facts(self, relation: str) -> Iterator[Fact]:
        return self._scanned(scan.facts, records.checked_relation(relation))

    @collector_at_rest()
    def stored_nodes(self, label: str) -> Iterable[StoredNode]:
        return self._scanned(scan.stored_nodes, records.checked_label(label))

    @collector_at_rest()
    def stored_facts(self, relation: str) -> Iterable[StoredFact]:
        return self._scanned(scan.stored_facts, records.checked_relation(relation))

    def mislaid(
        self, what: str, items: Sequence[StoredNode] | Sequence[StoredFact]
    ) -> Mapping[str, str]:
        find: Any = lookups.mislaid_nodes if what in LABELS else lookups.mislaid_facts
        return self._scanned(lambda database, name, check: find(database, name, items, check), what)

    @collector_at_rest()
    def named(self, label: str) -> Iterator[Node]:
        return self._scanned(scan.named, records.checked_label(label))

    @collector_at_rest()
    def fact_columns(self, relation: str) -> FactColumns:
        return self._scanned(scan.fact_columns, records.checked_relation(relation))

    def close(self) -> None:
        self._closed = True
        try:
            self._stop()
        finally:
            self._let_go()

    def _is_there(self) -> bool:
        try:
            return is_store(self._path)
        except OSError as error:
            raise faults.unavailable(
                self.location, "graphkit cannot tell whether there is a store here", error
            ) from error

    def _build(self, dataset: Dataset, progress: Progress | None) -> tuple[Content, Marker]:
        faults.check_handles(self.location, first_load.FILES)
        items = len(dataset.nodes) + len(dataset.facts)
        jvm.start(default=jvm.heap_to_load(items) if self.only_loads else jvm.DEFAULT_HEAP)
        try:
            with faults.told(self.location, "no store can be made here", do="write"):
                return Task[tuple[Content, Marker]](
                    lambda task: first_load.build(self._path, dataset, task.check, progress)
                ).run()
        except OverflowError as error:
            raise StoreError(f"{dataset.name}: {error}") from error
        except Exception as error:
            if not values.is_from_java(error) or isinstance(error, GraphkitError):
                raise
            raise StoreError(f"{self.location}: loading failed: {values.said(error)}") from error

    def _open(self, made: Marker | None = None) -> None:
        """Take hold of the store, see that it is whole, and have the engine open it.

        A store that this process has just `made` is whole, and opened when somebody asks.
        """
        try:
            with faults.told(
                self.location,
                "this store cannot be opened",
                do="read" if self._read_only else "write",
            ):
                self._lock = FileLock(self._path / LOCK, shared=self._read_only)
            with faults.told(self.location, "this store cannot be opened"):
                marker = read_marker(self._path)
                if marker != made:
                    check_files(self._path, marker, copies.places(self._path, marker))
            self._marker = marker
            if not self._read_only:
                with faults.told(self.location, "this store cannot be opened", do="write"):
                    self._mend(marker)
            if marker != made:
                self._start()
        except Held:
            raise StoreUnavailable(
                f"{self.location}: this store is in use, by another process or elsewhere in this "
                "one; try again when it has been closed"
            ) from None
        except BaseException:
            self._let_go()
            raise

    def _mend(self, marker: Marker) -> None:
        """Finish what a killed writer left: an update to be moved, or changes in the log."""
        if marker.closed:
            copies.settle(self._path, marker)
        else:
            self._marker = copies.replace(
                self._path, marker, lambda folder: self._opener.recover(folder, marker)
            )

    def _start(self) -> None:
        """Have the engine open the store to read it, without touching its folder."""
        assert self._marker is not None
        with faults.told(self.location, "this store cannot be read"), ExitStack() as held:
            linked = self._marker.closed and self._guard is None
            temporary = temporary_folder(self.location, large=not linked)
            folder = held.enter_context(temporary) / "store"
            folder.mkdir()
            files = copies.places(self._path, self._marker)
            if linked:
                copies.link(files, folder)
            else:
                copies.copy(files, folder)
            if not self._marker.closed:
                self._opener.recover(folder, self._marker)
            # The drivers of clients read in transactions, which a read-only database refuses.
            self._database = self._opener.open(folder, self._marker, read_only=self._guard is None)
            self._held = held.pop_all()

    def _to_write(self) -> Any:
        """The engine's database, open in the store's own folder. The marker says so meanwhile."""
        database = self._checked()
        if self._writing:
            return database
        assert self._marker is not None
        if lacks_types(database, KINDS):  # a statement may name any of them
            self._update(lambda graph: None, unaltered=self._marker.unaltered, kinds=KINDS)
        self._stop()
        self._check_strangers(self._marker)
        with faults.told(self.location, "nothing can be written", do="write"), ExitStack() as held:
            folder = held.enter_context(copies.reachable(self._path, self.location))
            write_marker(self._path, Marker(self._marker.files, closed=False))
            self._database = self._opener.open(folder, self._marker, read_only=False)
            self._writing = True
            self._held = held.pop_all()
        return self._database

    def _to_compare(self) -> DatabaseGraph:
        """The store as it is read before a copy of it is changed."""
        first_load.clear_leftovers(self._path)
        if self._writing:
            self._stop()
        return DatabaseGraph(self._checked())

    def _check_strangers(self, marker: Marker) -> None:
        """The engine would take them for the store's."""
        for name in engine_files(self._path):
            if name not in marker.files:
                raise StoreUnavailable(
                    f"{self.location}: {name} is not a file of this store; move it elsewhere"
                )

    def _stop(self) -> None:
        """Have the engine close its files, and mark the store when it was written to."""
        database, self._database = self._database, None
        writing, self._writing = self._writing, False
        with self._held:
            if database is not None:
                database.close()
        if writing and database is not None:
            with faults.told(self.location, "this store cannot be closed", do="write"):
                self._seal()

    def _seal(self) -> None:
        copies.check_log(self._path, self.location)
        copies.check_closed(self._path, self.location)
        names = engine_files(self._path)
        check_schema(self._path, names)
        give_mode(self._path, names, mode_of(self._path))
        self._marker = Marker(listed(self._path))
        write_marker(self._path, self._marker)

    def _update(
        self,
        change: Callable[[plan.Graph], None],
        *,
        unaltered: tuple[str, ...],
        kinds: Iterable[str],
    ) -> None:
        """Change a copy of the store, which then takes its place. kinds: those that it needs."""
        self._stop()
        marker = self._marker
        assert marker is not None

        def changed(folder: Path) -> None:
            with self._opener.written(folder, marker) as database:
                make_types(database, kinds)
                change(DatabaseGraph(database))

        with faults.told(self.location, "this store cannot be changed", do="write"):
            self._marker = copies.replace(self._path, marker, changed, unaltered)

    def _let_go(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _checked(self) -> Any:
        """The engine's database, which after a load is opened when somebody asks."""
        self._check_open()
        if self._marker is None:
            raise self._missing()
        if self._database is None:
            self._start()
        return self._database

    def _check_open(self) -> None:
        if self._closed:
            raise StoreError(f"{self.location}: this store has been closed")

    def _check_writable(self) -> None:
        self._check_open()
        if self._read_only:
            raise StoreError(f"{self.location}: this store is open read-only")

    def _missing(self) -> StoreUnavailable:
        return StoreUnavailable(
            f"{self.location}: there is no store here; load data first: graphkit load PATH"
        )

    def _scanned(self, read: Callable[[Any, str, scan.Check], T], name: str) -> T:
        database = self._checked()
        try:
            return arcadedb.run(lambda task: read(database, name, task.check))
        except StoreError as error:
            cause = error.__cause__
            if cause is None or values.ran_out(cause) or faults.of_system(cause):
                raise
            raise damaged(self._path, values.said(cause)) from error
