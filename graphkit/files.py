"""Writing files whole or not at all; text in UTF-8 with line feeds on every system."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from graphkit.model import GraphkitError, UsageError

_FULL = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your quota on this disk is used up",
}


def write_text(text: str, path: str | Path) -> None:
    """Write UTF-8 with line feeds, as `write_bytes` does; the text's own line ends are LF."""
    write_bytes(text.encode("utf-8"), path)


def write_bytes(content: bytes, path: str | Path) -> None:
    """Write a file whole or not at all: an interrupted write leaves the old one.

    A link stays one, and what it leads to is written; a device or a pipe is written straight to.
    Raises GraphkitError when the disk is full, UsageError when the place cannot be written.
    """
    target = Path(path)
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(content)
            return
        target = target.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            _as_new_files_are(name)
            os.replace(name, target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        if error.errno in _FULL:
            raise GraphkitError(
                f"{path} cannot be written: {_FULL[error.errno]}; make room there and try again, "
                "or choose another place"
            ) from None
        raise UsageError(
            f"{path} cannot be written: {error.strerror}; choose another place"
        ) from None


def _as_new_files_are(name: str) -> None:
    # A temporary file is for its owner alone; a result is for everyone the umask allows.
    mask = os.umask(0)
    os.umask(mask)
    Path(name).chmod(0o666 & ~mask)
