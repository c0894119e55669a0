"""The folder of a server: its layout, its owner and its password.

graphkit-neo4j.json   the Neo4j version, port and process; this file marks the folder
password              the password of the user neo4j, for this folder's owner only
conf data import logs plugins run
"""

from __future__ import annotations

import json
import os
import secrets
import shlex
import shutil
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from graphkit.files import write_text
from graphkit.model import StoreError, StoreUnavailable, UsageError
from graphkit.model.bounded_json import parse_json
from graphkit.store.locks import FileLock, Held

NEEDED = 100
"""Megabytes to have free to start: a new server takes 5, and stops working when there are none."""

_STATE = "graphkit-neo4j.json"
_PARTS = ("conf", "data", "import", "logs", "plugins", "run")


@dataclass(frozen=True, slots=True)
class State:
    """What was started last; `pid` is None after a stop."""

    version: str
    port: int
    pid: int | None = None
    started: float | None = None
    """When the process began, in seconds since 1970."""
    home: str | None = None
    """The folder that the process works on, for a copy of it holds this state as well."""

    def __post_init__(self) -> None:
        """Raises TypeError for what `Folder.write` would not have written."""
        for value, kinds in (
            (self.version, str),
            (self.port, int),
            (self.pid, int | None),
            (self.started, float | int | None),
            (self.home, str | None),
        ):
            if not isinstance(value, kinds):
                raise TypeError(value)


@dataclass(frozen=True, slots=True)
class Folder:
    """The places in a server's folder. `home` is absolute."""

    home: Path

    @property
    def settings(self) -> Path:
        """Neo4j's configuration."""
        return self.home / "conf" / "neo4j.conf"

    @property
    def data(self) -> Path:
        """The databases."""
        return self.home / "data"

    @property
    def plugins(self) -> Path:
        """Jars of plugins; in a folder below it, jars that these depend on."""
        return self.home / "plugins"

    @property
    def log(self) -> Path:
        """The output of the server and its Java; `debug.log` beside it has more."""
        return self.home / "logs" / "console.log"

    @property
    def password_file(self) -> Path:
        """Where the password is."""
        return self.home / "password"

    @property
    def has_data(self) -> bool:
        """Whether a server has run here; from then on it keeps the password itself."""
        return (self.data / "databases" / "system").is_dir()

    def claim(self) -> None:
        """Make the folder and its parts, or see that it is a server's already.

        Raises UsageError when it is something else's, and when it cannot be written.
        """
        try:
            self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._check_own()
            foreign = next((each.name for each in self.home.iterdir()), None)
            if foreign is not None and not (self.home / _STATE).exists():
                raise UsageError(
                    f"{self.home} contains something else ({foreign}); name an empty or a new "
                    "folder"
                )
            if foreign is None:
                (self.home / _STATE).touch()
            for name in _PARTS:
                (self.home / name).mkdir(exist_ok=True)
            if not os.access(self.home / "data", os.W_OK | os.X_OK):
                raise PermissionError(13, "Permission denied", str(self.home / "data"))
        except (FileExistsError, NotADirectoryError):
            raise UsageError(f"{self.home} is a file; name a folder") from None
        except OSError as error:
            raise UsageError(
                f"{error.filename or self.home} cannot be written: {error.strerror}; "
                "choose another folder"
            ) from error
        free = shutil.disk_usage(self.home).free // 10**6
        if free < NEEDED:
            raise StoreUnavailable(
                f"{self.home} has {free} MB free, but a server needs {NEEDED}; free some "
                "space, or choose another folder"
            )

    def lock(self) -> FileLock:
        """Keep other commands from this folder's server while one is at work on it."""
        path = self.home / "run" / "lock"
        try:
            return FileLock(path)
        except Held:
            raise StoreUnavailable(
                f"{self.home}: another command is starting or stopping this server; wait for it"
            ) from None
        except OSError as error:
            raise StoreUnavailable(
                f"{path} cannot be opened: {error.strerror}; only this folder's owner can start "
                "and stop its server"
            ) from error

    def read(self) -> State | None:
        """What was started here last; None when nothing was.

        Raises UsageError when the folder is not a server's.
        """
        path = self.home / _STATE
        try:
            text = path.read_text(encoding="utf-8")
            self._check_own()
            return State(**parse_json(text)) if text else None
        except FileNotFoundError:
            if self.home.is_dir() and any(self.home.iterdir()):
                raise UsageError(
                    f"{self.home} is not the folder of a server started by graphkit; name the one "
                    "given to graphkit neo4j start"
                ) from None
            return None
        except NotADirectoryError:
            raise UsageError(f"{self.home} is a file; name a folder") from None
        except PermissionError:
            raise UsageError(f"{path} cannot be read; only its owner can use this server") from None
        except OSError as error:
            raise StoreError(f"{path} cannot be read: {error.strerror}") from None
        except (ValueError, TypeError):
            raise StoreError(
                f"{path} is damaged; empty the file without deleting it, and start the server with "
                "the `version` of its data"
            ) from None

    def _check_own(self) -> None:
        """UsageError for a folder in which somebody else can put what we would run or believe."""
        if sys.platform == "win32":  # there the rights are those of the folder it is in
            return
        found = self.home.stat()
        if found.st_uid != os.geteuid():
            raise UsageError(f"{self.home} belongs to another user; name a folder of your own")
        if found.st_mode & 0o022:
            raise UsageError(
                f"{self.home} can be written by other users; name another folder, or if all in it "
                f"is yours run: chmod go-w {shlex.quote(str(self.home))}"
            )

    def write(self, state: State) -> None:
        """Note what was started or stopped."""
        write_text(json.dumps(asdict(state)) + "\n", self.home / _STATE)

    def password(self) -> str:
        """The password, made when the folder is new.

        Raises StoreError when there are data and the file is gone.
        """
        path = self.password_file
        try:
            password = path.read_text(encoding="utf-8").strip()
            if not password:
                raise StoreError(
                    f"{path} is empty; write the password into it, or remove the folder with its "
                    "data"
                )
            if os.name == "posix" and path.stat().st_mode & 0o077:
                raise StoreError(
                    f"{path} can be read by other users; see that nobody has used it, and run: "
                    f"chmod 600 {shlex.quote(str(path))}"
                )
            return password
        except FileNotFoundError:
            if self.has_data:
                raise StoreError(
                    f"{path} is gone, and the data in this folder still have a password; write "
                    "it into that file, or remove the folder with its data"
                ) from None
        except OSError as error:
            raise StoreError(f"{path} cannot be read: {error.strerror}") from error
        except UnicodeDecodeError:
            raise StoreError(f"{path} holds no password; write it into that file") from None
        if path.is_symlink():
            raise StoreError(f"{path} leads to a file that is not there; remove it, or that link")
        # Letters first, for Neo4j's command would take a leading dash for an option.
        password = "pw" + secrets.token_urlsafe(24)
        # Nobody else can read it at any moment. Windows ignores the mode: there the rights are
        # those of the folder, which are the owner's below a user's own folders.
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(password)
        return password
