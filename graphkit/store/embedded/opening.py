"""Have the engine open the files of a store, or those of a copy of it, and say why it cannot."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphkit.model import StoreError, StoreUnavailable
from graphkit.store.embedded import copies, faults, jvm, scan, values
from graphkit.store.embedded import database as arcadedb
from graphkit.store.embedded.engine_log import EngineLog, first_line
from graphkit.store.embedded.marker import Marker, check_schema, damaged, engine_files
from graphkit.store.embedded.schema import make_types
from graphkit.store.embedded.task import Task


@dataclass(frozen=True, slots=True)
class Opener:
    """Opens the databases of one store.

    location: the store as its user names it. path: its folder. guard: what the engine asks for the
    rights of a client; None when there are no clients.
    """

    location: str
    path: Path
    guard: Any = None

    def open(self, folder: Path, marker: Marker, *, read_only: bool, durable: bool = True) -> Any:
        """The engine's database in a folder with the store's files.

        Raises StoreUnavailable when the engine cannot open it.
        """
        faults.check_handles(self.location, len(marker.files))
        jvm.start()

        def work(task: Task[Any]) -> Any:
            database = arcadedb.open_database(
                folder, read_only=read_only, durable=durable, guard=self.guard
            )
            try:
                task.check()
            except BaseException:  # nobody waits for it any more
                database.close()
                raise
            return database

        try:
            return Task(work).run()
        except Exception as error:
            if not values.is_from_java(error) or faults.of_system(error):
                raise
            if marker.closed:  # every byte is as it was: it is not the store
                raise StoreUnavailable(
                    f"{self.location}: the engine cannot open this store ({values.said(error)}); "
                    f"give it more memory ({jvm.HEAP_SETTING}=2g)"
                ) from error
            raise damaged(self.path, values.said(error)) from error

    @contextmanager
    def written(self, folder: Path, marker: Marker) -> Iterator[Any]:
        """The engine's database in a folder of a copy. Raises what it says in its log alone."""
        with copies.reachable(folder, self.location) as place, EngineLog() as log:
            database = self.open(place, marker, read_only=False, durable=False)
            try:
                yield database
            finally:
                database.close()
            copies.check_log(folder, self.location)
            if said := log.text():
                raise faults.said_by_java(said) or StoreError(
                    f"{self.location}: the engine failed ({first_line(said)})"
                )
            copies.check_closed(folder, self.location)

    def recover(self, folder: Path, marker: Marker) -> None:
        """Let the engine finish in a copy what a killed process left."""
        try:
            with self.written(folder, marker) as database:
                arcadedb.run(lambda task: scan.everything(database, task.check))
                make_types(database, ())
        except StoreError as error:
            if faults.of_system(error):
                raise
            raise damaged(self.path, f"the log of its last changes is garbled: {error}") from error
        check_schema(folder, engine_files(folder))
