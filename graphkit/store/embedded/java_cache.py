"""An archive of Java's classes, with which the embedded store's Java machine starts faster.

Java reads its classes from jars and prepares them again in each process, unless it finds them ready
in an archive (JEP 483). The first process that wants one and finds none has it made in the
background when it ends (`java_training`). Java itself checks that an archive fits and does without
it where it does not; what is here decides which file it gets to see.

An archive is named by all that it depends on, and lies in a folder that only its user may write to,
since what it holds is run.
"""

from __future__ import annotations

import atexit
import hashlib
import mmap
import os
import stat
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphkit.caches import cache_folder
from graphkit.store.embedded.machine import OPTIONS, Machine
from graphkit.store.locks import FileLock, Held

SETTING = "GRAPHKIT_JAVA_CACHE"
OFF = "off"
TRAINING = "1"
"""Another one makes all archives again: it says which classes `java_training` puts in."""

_JAVAS_OWN = ("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_AOT_VM_OPTIONS")
"""Settings with options for every Java machine; some keep it from starting with an archive."""
_RETRY = 7 * 24 * 3600.0
"""Seconds after which making an archive is tried again where it failed."""

_DETACHED: dict[str, Any] = {"start_new_session": True}
if sys.platform == "win32":
    _DETACHED = {"creationflags": subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP}


@dataclass(frozen=True, slots=True)
class Archive:
    """The archive for this machine, whether it is there or not.

    folder: where archives are kept. key: the first part of its name, made of all that it depends
    on. The second part is a sum of its bytes: Java does not check all of them, and ends the process
    over some that are damaged.
    """

    folder: Path
    key: str

    @property
    def failed(self) -> Path:
        """A file that says that it could not be made."""
        return self.folder / f"{self.key}.failed"

    def path(self) -> Path | None:
        """The file, if it is whole and this user alone can have written it."""
        if not _is_ours(self.folder, stat.S_ISDIR):
            return None
        for path in self.candidates():
            with suppress(OSError):
                if _is_ours(path, stat.S_ISREG) and path.name == self.named(path):
                    return path
        return None

    def candidates(self) -> list[Path]:
        """What has its name, but for the sum."""
        return sorted(self.folder.glob(f"{self.key}-*.aot"))

    def named(self, content: Path) -> str:
        """The name for an archive with that content."""
        with content.open("rb") as file:
            if not os.fstat(file.fileno()).st_size:  # an empty file cannot be mapped
                return ""
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole:
                return f"{self.key}-{zlib.crc32(whole):08x}.aot"

    def options(self) -> list[str]:
        """The options with which Java uses it; none if it is not there."""
        path = self.path()
        if path is None:
            return []
        with suppress(OSError):
            path.touch()  # those that were used last are kept
        return [f"-XX:AOTCache={path}", "-XX:AOTMode=auto"]

    def make_later(self) -> None:
        """Have it made in the background when this process ends, unless it is there by then."""
        if not getattr(sys, "frozen", False) and sys.executable:
            atexit.register(self._make)

    def _make(self) -> None:
        with suppress(OSError, Held):  # a command has done its work and says nothing of this
            if self.path() or self.has_failed() or not self.make_folder():
                return
            self.lock().release()  # nobody else makes it
            making = subprocess.Popen(
                [sys.executable, "-m", "graphkit.store.embedded.java_training"],
                cwd=self.folder,
                env={**os.environ, SETTING: str(self.folder)},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                **_DETACHED,
            )
            making.returncode = 0  # it goes on alone, and Python need not warn of that

    def has_failed(self) -> bool:
        """Whether it could not be made not long ago."""
        try:
            return time.time() - self.failed.stat().st_mtime < _RETRY
        except OSError:
            return False

    def lock(self) -> FileLock:
        """What one process holds that makes archives. Raises Held where another does."""
        return FileLock(self.folder / "lock")

    def make_folder(self) -> bool:
        """Make its folder; whether there is one that this user alone may write to."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _is_ours(self.folder, stat.S_ISDIR) and os.access(self.folder, os.W_OK)


def archive_for(machine: Machine) -> Archive | None:
    """The archive for a machine; None where there is to be none.

    That is so where the user turned it off, has given options to every Java, or installed graphkit
    in a folder whose name is not ASCII, for which JPype loads classes in its own way.
    """
    folder = os.environ.get(SETTING, "").strip()
    if folder.lower() == OFF or any(os.environ.get(name) for name in _JAVAS_OWN):
        return None
    if not machine.class_path.isascii():
        return None
    try:
        return Archive(_folder(folder), _fingerprint(machine))
    except (OSError, RuntimeError):  # a jar that cannot be looked at, or nobody's home
        return None


def _folder(said: str) -> Path:
    return Path(said).absolute() if said else cache_folder() / "java"


def _fingerprint(machine: Machine) -> str:
    """A text made of all that an archive depends on: Java, the jars and how Java is set."""
    known = hashlib.sha256("\0".join((TRAINING, *OPTIONS)).encode())
    for file in (machine.library, *machine.jars, machine.of_jpype):
        found = file.stat()
        known.update(f"\0{file}\0{found.st_size}\0{found.st_mtime_ns}".encode())
    return known.hexdigest()[:32]


def _is_ours(path: Path, has_kind: Callable[[int], bool]) -> bool:
    """Whether it is there, of that kind, and nobody but this user may have written to it."""
    try:
        found = path.lstat()
    except OSError:
        return False
    if not has_kind(found.st_mode):
        return False
    if sys.platform == "win32":  # the folders of a user are closed to others
        return True
    return found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
