"""Writing files whole or not at all; text in UTF-8 with line feeds on every system."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from graphkit.model import GraphkitError, UsageError

_FULL = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your quota on this disk is used up",
}


def write_text(text: str, path: str | Path) -> None:
    """Write UTF-8 with line feeds, as `write_bytes` does; the text's own line ends are LF."""
    write_bytes(text.encode("utf-8"), path)


def write_bytes(content: bytes, path: str | Path) -> None:
    """Write a file whole or not at all, as `whole_file` does."""
    with whole_file(path) as file:
        file.write(content)


@contextmanager
def whole_file(path: str | Path) -> Iterator[IO[bytes]]:
    """Open a file that is written whole or not at all: an interrupted write leaves the old one.

    A link stays one, and what it leads to is written; a device or a pipe is written straight to.
    Raises GraphkitError when the disk is full, UsageError when the place cannot be written.
    """
    target = Path(path)
    try:
        if target.exists() and not target.is_file():
            with target.open("wb") as straight:
                yield straight
            return
        target = target.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                yield stream
            _as_new_files_are(name)
            os.replace(name, target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _unwritten(path, error) from None


def write_folder(files: Mapping[str, bytes], folder: str | Path, marks: Collection[str]) -> None:
    """Write the files of a folder, all of them or none: an interrupted write leaves the old ones.

    marks: the names of files by which a folder that was written so is known.

    What is in the folder is replaced when one of these files is there, and the files written now
    include every one of it. Raises UsageError when the folder holds anything else or the place
    cannot be written, GraphkitError when the disk is full.
    """
    target = Path(folder)
    try:
        target = target.resolve()
        if target.exists() and not target.is_dir():
            raise UsageError(f"{folder} is a file; name a folder")
        held = sorted(each.name for each in target.iterdir()) if target.exists() else []
        known = any(each in marks for each in held)
        for name in held:
            if not known or name not in files:
                raise UsageError(
                    f"{folder} already holds {name}, which would be lost; name another folder"
                )
        target.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
        old = made / "old"
        try:
            new = made / "new"
            new.mkdir()
            for name, content in files.items():
                (new / name).write_bytes(content)
            if target.exists():
                target.rename(old)
            new.rename(target)
        except BaseException:
            if old.exists() and not target.exists():
                old.rename(target)
            raise
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as error:
        raise _unwritten(folder, error) from None


def _unwritten(path: str | Path, error: OSError) -> GraphkitError:
    if error.errno in _FULL:
        return GraphkitError(
            f"{path} cannot be written: {_FULL[error.errno]}; make room there and try again, "
            "or choose another place"
        )
    return UsageError(f"{path} cannot be written: {error.strerror}; choose another place")


def _as_new_files_are(name: str) -> None:
    # A temporary file is for its owner alone; a result is for everyone the umask allows.
    mask = os.umask(0)
    os.umask(mask)
    Path(name).chmod(0o666 & ~mask)
