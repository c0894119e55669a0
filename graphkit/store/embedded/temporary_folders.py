"""Temporary folders, each for one process alone, and the removal of those whose process was killed.

A process holds a lock in each of its folders. The lock ends with the process, however that ends, so
the next process that makes a folder can tell which are left over. Folders of other users are never
touched.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from graphkit.store.embedded import faults
from graphkit.store.locks import FileLock, Held

_PREFIX = "graphkit-"
_OURS = re.compile(rf"{_PREFIX}\w{{8}}")  # as tempfile names them
_LOCK = "owner.lock"
_LONG = 60.0
"""Seconds after which a folder without a lock is not one that is just being made."""
_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - tempfile makes the folder


@contextmanager
def temporary_folder(location: str, *, large: bool = False) -> Iterator[Path]:
    """A folder for this process alone: in memory where there is such a place, a `large` one on the
    disk for temporary files. It is gone when the block ends.

    Folders that killed processes of this user left in the same places are removed first. Raises
    StoreUnavailable, for the store at `location`, when no folder can be made.
    """
    clear_leftovers()
    refused: OSError | None = None
    for parent in reversed(_parents()) if large else _parents():
        try:
            place, lock = _made(parent)
        except OSError as error:
            if refused is None or parent != _IN_MEMORY:
                refused = error
            continue
        try:
            yield place
        finally:
            _remove(place, lock)
        return
    assert refused is not None
    raise faults.unavailable(
        location,
        f"no temporary folder can be made in {tempfile.gettempdir()} (see TMPDIR)",
        refused,
        do="write",
    ) from refused


def clear_leftovers() -> None:
    """Remove the temporary folders of this user whose process has ended."""
    for parent in _parents():
        with suppress(OSError):
            for name in sorted(os.listdir(parent)):
                if _OURS.fullmatch(name):
                    with suppress(OSError, Held):
                        _clear(parent / name)


def _parents() -> list[Path]:
    """Where folders are made: in memory, then the place for temporary files."""
    place = Path(tempfile.gettempdir())
    return [_IN_MEMORY, place] if _IN_MEMORY.is_dir() else [place]


def _made(parent: Path) -> tuple[Path, FileLock]:
    """A new folder and the lock that says that it is in use."""
    while True:
        place = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=parent))
        try:
            lock = FileLock(place / _LOCK)
        except (Held, FileNotFoundError):  # it was taken for left over before it was locked
            continue
        except BaseException:
            shutil.rmtree(place, ignore_errors=True)
            raise
        if (place / _LOCK).exists():
            return place, lock
        lock.release()


def _clear(place: Path) -> None:
    """Remove a folder when nobody holds its lock. Held when somebody does, OSError when it cannot
    be removed.
    """
    found = place.lstat()
    if not stat.S_ISDIR(found.st_mode) or (hasattr(os, "geteuid") and found.st_uid != os.geteuid()):
        return
    if (place / _LOCK).is_file():
        _remove(place, FileLock(place / _LOCK))
    elif time.time() - found.st_mtime > _LONG:
        place.rmdir()  # its process was killed before it could lock it, and it is empty


def _remove(place: Path, lock: FileLock) -> None:
    if os.name == "nt":  # there a file cannot go while it is open
        lock.release()
    shutil.rmtree(place, ignore_errors=True)
    lock.release()
