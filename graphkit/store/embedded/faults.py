"""What the system says when storing goes wrong, in words: what it is, where, and what mends it.

A full disk, a missing permission or too few file handles come as an OSError of Python or as an
exception of Java, sometimes in the engine's log alone. They are neither damage nor a bug.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graphkit.model import StoreUnavailable
from graphkit.store.embedded import values
from graphkit.store.locks import Held

_BESIDE = 90
"""File handles that Java and Python need beside those for the files of a store."""

_FILES = 300
_ROOM_FOR_A_STORE = 64 << 20
"""More files and bytes than a store of some tables takes."""

_SAID_BY_JAVA = {
    "No space left on device": errno.ENOSPC,
    "There is not enough space on the disk": errno.ENOSPC,
    "Disk quota exceeded": errno.EDQUOT,
    "File too large": errno.EFBIG,
    "Too many open files": errno.EMFILE,
    "Read-only file system": errno.EROFS,
    "Permission denied": errno.EACCES,
    "Input/output error": errno.EIO,
}

_ROOM = "make room there and try again; nothing has been lost"
_RIGHT = "let its owner give you the right to {do} it, or name another `store`"
_CURES = {
    errno.ENOSPC: ("the disk is full", _ROOM),
    errno.EDQUOT: ("your quota on this disk is used up", _ROOM),
    errno.EFBIG: ("a file would become larger than is allowed here", "raise the limit (ulimit -f)"),
    errno.EROFS: (
        "the file system is read-only",
        "name a `store` on another disk, or mount it for writing",
    ),
    errno.EMFILE: ("too few file handles", "allow more (ulimit -n 1024) and try again"),
    errno.ENFILE: ("this machine has no file handles left", "end other programs and try again"),
    errno.ENAMETOOLONG: ("the name is too long", "name another `store`"),
    errno.ENOTDIR: ("a part of this path is a file", "name another `store`"),
    errno.EIO: ("the disk fails", "copy the store to another disk, or restore it from a backup"),
}


@contextmanager
def told(location: str, what: str, *, do: str = "read") -> Iterator[None]:
    """Tell what the system says against `what` as such: a full disk, a missing permission."""
    try:
        yield
    except (StoreUnavailable, Held):
        raise
    except Exception as error:
        said = of_system(error)
        if said is None:
            raise
        raise unavailable(location, what, said, do=do) from error


def unavailable(
    place: str | Path, what: str, error: OSError, *, do: str = "read"
) -> StoreUnavailable:
    """The error for a store at `place` of which the system refuses `what`.

    `do` is what may not be done to it where a permission is missing.
    """
    if error.errno in (errno.EACCES, errno.EPERM):
        named = f"{error.filename} " if error.filename else ""
        reason, cure = f"{named}may not be {_PARTICIPLES[do]}", _RIGHT.format(do=do)
    elif error.errno == errno.ENOSPC and _without_inodes(Path(place)):
        reason = "the disk cannot hold that many files: it has too few free inodes"
        cure = "remove files there and try again; nothing has been lost"
    elif error.errno in _CURES:
        reason, cure = _CURES[error.errno]
    else:
        reason, cure = str(error.strerror or error), "name another `store`"
    return StoreUnavailable(f"{place}: {what}: {reason}; {cure}")


_PARTICIPLES = {"read": "read", "write": "written"}


def of_system(error: BaseException) -> OSError | None:
    """The system's own error behind one of Python or of Java, where there is one."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, OSError):
            return seen
        seen = seen.__cause__
    return said_by_java(" ".join(values.everything_said(error)))


def said_by_java(text: str) -> OSError | None:
    """The system's error of which a text of Java's tells."""
    for words, number in _SAID_BY_JAVA.items():
        if words in text:
            return OSError(number, words)
    return None


def check_handles(place: str, files: int) -> None:
    """Raise StoreUnavailable when this process may not open that many more files.

    Java would fail somewhere in its own classes, each time elsewhere.
    """
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    needed = files + _BESIDE
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or needed <= soft - _open_files():
        return
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
        soft = hard
    except (ValueError, OSError):
        pass
    if soft != resource.RLIM_INFINITY and needed > soft - _open_files():
        raise StoreUnavailable(
            f"{place}: too few file handles: a store takes about {needed} and this process may "
            f"open {soft}; allow more (ulimit -n 1024) and try again"
        )


def _open_files() -> int:
    try:
        return len(os.listdir("/proc/self/fd"))
    except OSError:
        return 20


def _without_inodes(place: Path) -> bool:
    """Whether a disk with room cannot hold the files of a store. Some that were made may be gone
    by now, so it need not be without any.
    """
    if not hasattr(os, "statvfs"):
        return False
    for folder in (place, *place.parents):
        try:
            room = os.statvfs(folder)
        except OSError:
            continue
        left = room.f_bavail * room.f_frsize
        return room.f_files > 0 and room.f_favail < (_FILES if left > _ROOM_FOR_A_STORE else 1)
    return False
