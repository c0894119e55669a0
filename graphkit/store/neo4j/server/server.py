"""`Server`: a Neo4j server in a folder: start, stop, status and log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from graphkit.model import StoreError, StoreUnavailable
from graphkit.model.progress import Progress
from graphkit.store.base import Login
from graphkit.store.neo4j.import_folder import checked
from graphkit.store.neo4j.server import gds as plugin
from graphkit.store.neo4j.server.building import Import
from graphkit.store.neo4j.server.folder import Folder, State
from graphkit.store.neo4j.server.jars import fetch
from graphkit.store.neo4j.server.java import environment, password_command, server_command
from graphkit.store.neo4j.server.process import began, begin, end, kill, running
from graphkit.store.neo4j.server.settings import Settings
from graphkit.store.neo4j.server.versions import DEFAULT_VERSION, exact, order
from graphkit.store.neo4j.server.waiting import (
    USERNAME,
    last_words,
    length,
    log_lines,
    wait_for_answer,
)
from graphkit.store.ports import DEFAULT_PORT, claim_port, free_port

if TYPE_CHECKING:
    import psutil

DEFAULT_FOLDER = "graphkit-neo4j"
_SECONDS_TO_START = 120.0
_SECONDS_TO_STOP = 60.0


@dataclass(frozen=True, slots=True)
class Running:
    """A server that answers: its address, user and files.

    `already` tells that it ran before it was asked to start.
    """

    uri: str
    username: str
    password_file: Path
    data: Path
    log: Path
    version: str
    pid: int
    already: bool = False

    @property
    def password(self) -> str:
        """The password, read from its file."""
        return self.password_file.read_text(encoding="utf-8").strip()

    @property
    def login(self) -> Login:
        """Who opens the store there."""
        return Login(self.username, self.password)


@dataclass(frozen=True, slots=True)
class Status:
    """How a server is: absent (never started), running, stopped, or ended without being stopped."""

    state: Literal["absent", "running", "stopped", "crashed"]
    running: Running | None = None
    version: str | None = None
    port: int | None = None


class Server:
    """A Neo4j Community server whose everything is in one folder.

    Nothing is read or written before a method is called.
    """

    def __init__(self, folder: str | Path = DEFAULT_FOLDER) -> None:
        self._folder = Folder(Path(folder).expanduser().absolute())

    @property
    def folder(self) -> Path:
        """Where it is."""
        return self._folder.home

    def start(
        self,
        version: str | None = None,
        *,
        port: int | None = None,
        heap: str | None = None,
        settings: Mapping[str, str | None] | None = None,
        gds: bool = False,
        wait: float = _SECONDS_TO_START,
        progress: Progress | None = None,
    ) -> Running:
        """Start the server and wait until it answers; one that runs already is left as it is.

        `version` is 5.26, 2026 or an exact release, else the folder's, else 2026; data of an older
        release are brought up to it, for good. `port` is else the folder's, else 7687; 0 takes a
        free one. `heap` is memory as Java writes it (512m). `settings` are lines of neo4j.conf,
        kept for later starts; None takes one out. (A read-only database has to be there first.)
        `gds` installs the plugin Graph Data Science, which stays for later starts; then a new
        folder is by default for 5.26, the version that it runs on.

        Raises UsageError for a folder that is not ours or cannot be written, StoreError for data
        that the version cannot read or another server in the folder, and StoreUnavailable when
        the extra, the jars, the port or the room is missing or the server does not answer.
        """
        folder = self._folder
        before = folder.read()
        new = plugin.VERSION if gds else DEFAULT_VERSION
        release = exact(version or (before.version if before else new))
        folder.claim()
        with folder.lock():
            before = folder.read()
            if now := self._running(before):
                return self._as_asked(now, before, release if version else None, port, gds)
            self._check_readable(before, release)
            plugin.check(folder.plugins, release, wanted=gds)
            place = port if port is not None else before.port if before else DEFAULT_PORT
            place = place or free_port()
            claim_port(place)
            return self._start(release, place, heap, settings or {}, gds, wait, progress)

    def build(
        self,
        tables: str | Path,
        version: str | None = None,
        *,
        replace: bool = False,
        heap: str | None = None,
        progress: Progress | None = None,
    ) -> None:
        """Build the database from a folder that was exported for Neo4j's import tool.

        The server must not be running. A database that is there is kept, unless `replace` says that
        it goes; it also stays when the import fails. `version` and `heap` are as for `start`.

        Raises what `start` does, UsageError for a folder that is not as it was exported, and
        StoreError for a server that runs or has a database.
        """
        source = Path(tables).expanduser().absolute()
        size = checked(source)
        folder = self._folder
        before = folder.read()
        release = exact(version or (before.version if before else DEFAULT_VERSION))
        folder.claim()
        with folder.lock():
            before = folder.read()
            if self._process(before):
                raise StoreError(f"{folder.home}: the server is running; stop it first")
            self._check_readable(before, release)
            port = before.port if before else DEFAULT_PORT
            conf = Settings(folder.settings)
            conf.ask(release, port, heap, {})
            made = Import(folder, conf, source, size, replace=replace)
            made.check()
            made.run(fetch(release, progress), progress)
            folder.write(State(release, port))

    def stop(self, timeout: float = _SECONDS_TO_STOP) -> Literal["stopped", "killed"] | None:
        """Stop the server, killing it after `wait` seconds; None when it was not running."""
        return self._end(timeout)

    def kill(self) -> None:
        """End the server at once, as a crash would: its folder still says that it runs."""
        state = self._folder.read()
        if process := self._process(state):
            kill(process)

    def status(self) -> Status:
        """How the server is."""
        state = self._folder.read()
        if state is None:
            return Status("absent")
        now = self._running(state)
        word: Literal["running", "stopped", "crashed"] = (
            "running" if now else "stopped" if state.pid is None else "crashed"
        )
        return Status(word, now, state.version, state.port)

    def log(self, lines: int = 50) -> list[str]:
        """The last lines that the server and its Java have said."""
        self._folder.read()
        return log_lines(self._folder.log, lines)

    def _start(
        self,
        release: str,
        port: int,
        heap: str | None,
        more: Mapping[str, str | None],
        gds: bool,
        wait: float,
        progress: Progress | None,
    ) -> Running:
        folder = self._folder
        conf = Settings(folder.settings)
        conf.ask(release, port, heap, more)
        jars = fetch(release, progress)
        if gds:
            plugin.install(folder.plugins, jars, progress)
        password = folder.password()
        conf.write()
        try:
            if not folder.has_data:
                self._set_password(jars)
            return self._begin(release, port, conf, jars, password, wait)
        except BaseException:
            conf.restore()
            raise

    def _check_readable(self, before: State | None, release: str) -> None:
        if before is not None and order(release) < order(before.version):
            raise StoreError(
                f"{self.folder} holds data of Neo4j {before.version}, which {release} cannot "
                f"read; use `version` {before.version}, or another folder"
            )

    def _set_password(self, jars: Path) -> None:
        folder = self._folder
        (folder.data / "dbms" / "auth.ini").unlink(missing_ok=True)
        command = password_command(folder.home, jars, folder.password_file)
        said = length(folder.log)
        if begin(command, folder.home, folder.log, environment(folder.home)).wait() != 0:
            raise StoreUnavailable(f"Neo4j has not started. {last_words(folder.log, said)}")

    def _begin(
        self, release: str, port: int, conf: Settings, jars: Path, password: str, wait: float
    ) -> Running:
        folder = self._folder
        said = length(folder.log)
        command = server_command(folder.home, jars, release, conf.heap, conf.java_options)
        process = begin(command, folder.home, folder.log, environment(folder.home))
        try:
            home = str(folder.home.resolve())
            state = State(release, port, process.pid, began(process.pid), home)
            folder.write(state)
            now = self._described(state, conf.scheme)
            wait_for_answer(process, now.uri, password, wait, folder.log, said)
        except BaseException:
            # Also when the user has had enough of waiting: what was started is ended.
            process.kill()
            process.wait()
            folder.write(State(release, port))
            raise
        # It goes on without us, which Popen would complain about.
        process.returncode = 0
        return now

    def _as_asked(
        self, now: Running, state: State | None, release: str | None, port: int | None, gds: bool
    ) -> Running:
        assert state is not None
        if release not in (None, state.version) or port not in (None, 0, state.port):
            raise StoreError(
                f"{self.folder}: Neo4j {state.version} is running on port {state.port}; stop it "
                "first to start another"
            )
        if gds and not plugin.is_installed(self._folder.plugins):
            raise StoreError(
                f"{self.folder}: the server is running without Graph Data Science; stop it first"
            )
        return replace(now, already=True)

    def _running(self, state: State | None) -> Running | None:
        if state is None or self._process(state) is None:
            return None
        return self._described(state, Settings(self._folder.settings).scheme)

    def _process(self, state: State | None) -> psutil.Process | None:
        """The process that the state tells of, if it runs and this folder is the one it is for."""
        if state is None or state.home != str(self.folder.resolve()):
            return None
        return running(state.pid, state.started)

    def _described(self, state: State, scheme: str) -> Running:
        assert state.pid is not None
        return Running(
            uri=f"{scheme}://127.0.0.1:{state.port}",
            username=USERNAME,
            password_file=self._folder.password_file,
            data=self._folder.data,
            log=self._folder.log,
            version=state.version,
            pid=state.pid,
        )

    def _end(self, patience: float) -> Literal["stopped", "killed"] | None:
        if self._folder.read() is None:
            return None
        with self._folder.lock():
            state = self._folder.read()
            assert state is not None
            process = self._process(state)
            obeyed = process is not None and end(process, patience)
            if state.pid is not None:
                self._folder.write(State(state.version, state.port))
            return None if process is None else "stopped" if obeyed else "killed"
