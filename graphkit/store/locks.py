"""A file lock that ends with the process that holds it, however the process ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Self


class Held(Exception):
    """Another process, or another store of this one, holds the lock."""


class FileLock:
    """A lock on a file, which is made when it is not there; `shared` lets other sharers in.

    Raises Held when it cannot be had now, OSError when the file cannot be opened. A sharer goes
    without where there is none and none can be made. Windows knows no sharing here: there the
    second sharer is refused too.
    """

    def __init__(self, path: Path, *, shared: bool = False) -> None:
        self._held = False
        how = os.O_RDONLY if shared and os.name != "nt" else os.O_RDWR
        try:
            self._file = os.open(path, how | os.O_CREAT, 0o666)
        except OSError:
            if not shared or path.exists():
                raise
            return
        try:
            _lock(self._file, shared)
        except OSError as error:
            os.close(self._file)
            raise Held(str(path)) from error
        self._held = True

    def release(self) -> None:
        """Let go of it; once is enough."""
        if self._held:
            self._held = False
            os.close(self._file)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int, shared: bool) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: int, shared: bool) -> None:
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
