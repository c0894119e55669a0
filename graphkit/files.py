"""Writing files whole or not at all, in UTF-8 with line feeds on every system."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from graphkit.model import UsageError


def write_text(text: str, path: str | Path) -> None:
    """Write UTF-8 with line feeds, whole or not at all: an interrupted write leaves the old file.

    A link stays one, and what it leads to is written; a device or a pipe is written straight to.
    Raises UsageError when the place cannot be written.
    """
    target = Path(path)
    try:
        if target.exists() and not target.is_file():
            target.write_text(text, encoding="utf-8", newline="\n")
            return
        target = target.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
            _as_new_files_are(name)
            os.replace(name, target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written: {error.strerror}; choose another place"
        ) from None


def _as_new_files_are(name: str) -> None:
    # A temporary file is for its owner alone; a result is for whom the umask allows.
    mask = os.umask(0)
    os.umask(mask)
    Path(name).chmod(0o666 & ~mask)
