"""Building a server's database from exported tables with Neo4j's own import tool.

The database that was there is set aside first, and comes back when the import does not succeed.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graphkit.model import StoreError, StoreUnavailable
from graphkit.model.progress import Progress
from graphkit.store.neo4j.import_folder import DATABASE, arguments
from graphkit.store.neo4j.server.folder import Folder
from graphkit.store.neo4j.server.java import environment, import_command
from graphkit.store.neo4j.server.process import begin
from graphkit.store.neo4j.server.settings import Settings
from graphkit.store.neo4j.server.waiting import last_words, length

ROOM = 6
"""How many times the size of the tables has to be free. 211,000 rows took 3.6 times it, before the
indexes of the constraints.
"""


@dataclass(frozen=True, slots=True)
class Import:
    """An import into a server's folder.

    tables: a folder that was exported for the import tool, of `size` bytes. replace: whether a
    database that is there is replaced.
    """

    folder: Folder
    settings: Settings
    tables: Path
    size: int
    replace: bool

    def check(self) -> None:
        """Raise StoreError for a database that is not to be replaced, StoreUnavailable where there
        is no room.
        """
        home = self.folder.home
        _mend(self.folder)
        if not self.replace and any(place.exists() for place in _places(self.folder)):
            raise StoreError(
                f"{home} has a database, which an import replaces with all that it holds; if it "
                "may go, set `replace`, else name another folder"
            )
        free, needed = shutil.disk_usage(home).free, ROOM * self.size
        if free < needed:
            raise StoreUnavailable(
                f"{home} has {free / 1e9:.1f} GB free, but importing these tables needs "
                f"{needed / 1e9:.1f}; free some space, or choose another folder"
            )

    def run(self, jars: Path, progress: Progress | None = None) -> None:
        """Run the import tool. Raises StoreError when it fails."""
        home, log = self.folder.home, self.folder.log
        command = import_command(home, jars, self.settings.heap, arguments(replace=False))
        if progress is not None:
            progress("importing", 0, 1)
        self.settings.write()
        said = length(log)
        try:
            with _set_aside(self.folder):
                process = begin(command, self.tables, log, environment(home))
                try:
                    code = process.wait()
                except BaseException:  # the user has had enough of waiting
                    process.kill()
                    process.wait()
                    raise
                if code != 0:
                    raise StoreError(f"Neo4j's import tool has failed. {last_words(log, said)}")
        except BaseException:
            self.settings.restore()
            raise


def _places(folder: Folder) -> tuple[Path, ...]:
    return tuple(folder.data / part / DATABASE for part in ("databases", "transactions"))


@contextmanager
def _set_aside(folder: Folder) -> Iterator[None]:
    """Without the database while this lasts; it comes back when that ends with an error."""
    aside = _aside(folder)
    aside.mkdir()
    for place in _places(folder):
        if place.exists():
            place.replace(aside / place.parent.name)
    try:
        yield
    except BaseException:
        _mend(folder)
        raise
    shutil.rmtree(aside)


def _aside(folder: Folder) -> Path:
    return folder.home / "run" / "replaced"


def _mend(folder: Folder) -> None:
    """Bring back what was set aside, also by a process that was killed since."""
    aside = _aside(folder)
    if not aside.exists():
        return
    for place in _places(folder):
        shutil.rmtree(place, ignore_errors=True)
        if (kept := aside / place.parent.name).exists():
            kept.replace(place)
    shutil.rmtree(aside)
