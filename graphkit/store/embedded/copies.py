"""Copies of a store: to read it by, to recover it, and to change it as a whole.

The engine writes into every folder that it opens, also to read. So it reads through a temporary
folder of links to the store's files. An update changes a copy, which lies in a folder of the store
and takes its place at once, when a new marker names it; after that its files are moved to theirs,
which the next who opens the store to write finishes when this one is killed. So a store holds all
of an update or nothing of it, and nobody needs the store's parent folder.
"""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from graphkit.model import StoreUnavailable
from graphkit.store.embedded.marker import (
    Marker,
    check_schema,
    damaged,
    engine_files,
    give_mode,
    listed,
    mode_of,
    read_marker,
    write_marker,
)
from graphkit.store.embedded.temporary_folders import temporary_folder

_UPDATE = "graphkit-update-"
_LOG = ".wal"
_OPENED = "database.lck"
_SPOILT_LOG = ".corrupt"


def places(folder: Path, marker: Marker) -> dict[str, Path]:
    """Where each file of a store lies.

    Of an update that has not been moved yet the files lie in its folder, the others beside the
    marker. Of a store that was not closed these are all that there are, with the engine's log.
    """
    if not marker.closed:
        return {name: folder / name for name in (*engine_files(folder), *_logs(folder))}
    update = folder / marker.update
    moved = set(os.listdir(update)) if marker.update and update.is_dir() else set()
    return {name: (update if name in moved else folder) / name for name in marker.files}


@contextmanager
def reachable(folder: Path, location: str) -> Iterator[Path]:
    """A path to a folder that the engine takes: by a link, because it refuses names with two dots
    in a row, and those that the language settings have no letters for.
    """
    with temporary_folder(location) as place:
        link = place / "store"
        try:
            os.symlink(folder, link, target_is_directory=True)
        except (OSError, NotImplementedError):  # Windows lets not everybody
            link = folder
        yield link


def link(files: Mapping[str, Path], folder: Path) -> None:
    """Lay a store into a folder for reading: links, and copies of the small files that change."""
    for name, file in files.items():
        if file.suffix in (".json", ".bin"):
            shutil.copyfile(file, folder / name)
        else:
            _link(file, folder / name)


def copy(files: Mapping[str, Path], folder: Path) -> None:
    """Lay a store into a folder for writing."""
    for name, file in files.items():
        shutil.copyfile(file, folder / name)


def check_log(folder: Path, location: str) -> None:
    """StoreUnavailable when the engine gave a log up that it should have recovered from."""
    for name in sorted(os.listdir(folder)):
        if name.endswith(_SPOILT_LOG):
            log = name.removesuffix(_SPOILT_LOG)
            raise damaged(Path(location), f"{log}, the log of its last changes, is garbled")


def check_closed(folder: Path, location: str) -> None:
    """StoreUnavailable when the engine could not write all of a store before it closed it."""
    if _logs(folder):
        raise StoreUnavailable(
            f"{location}: its files could not be written in full; see that the disk has room and "
            "try again; nothing has been lost"
        )


def replace(
    folder: Path, marker: Marker, change: Callable[[Path], None], unaltered: tuple[str, ...] = ()
) -> Marker:
    """Change a copy of a store and put it into the store's place: all of it, or nothing.

    `change` gets the folder of the copy and leaves it closed; `unaltered` are then the data sets
    that are as their loads left them. Gives the marker that holds then.
    OSError when the disk does not take it, and whatever `change` raises.
    """
    update = folder / f"{_UPDATE}{uuid.uuid4().hex[:12]}"
    update.mkdir()
    try:
        copy(places(folder, marker), update)
        change(update)
        fresh = _changed(folder, marker, update, unaltered)
        write_marker(folder, fresh)  # from here on the update holds
    except BaseException:
        if not _is_update(folder, update):
            shutil.rmtree(update, ignore_errors=True)
        raise
    settle(folder, fresh)
    return fresh


def settle(folder: Path, marker: Marker) -> None:
    """Move the files of an update to their places; harmless to repeat, and where there is none.

    What killed updates left is cleared away. Nobody else may hold the store.
    """
    update = folder / marker.update
    if marker.update and update.is_dir():
        flush_folder(folder)
        for file in sorted(update.iterdir()):
            os.replace(file, folder / file.name)
        for name in marker.dropped:
            with suppress(FileNotFoundError):
                (folder / name).unlink()
        flush_folder(folder)
    for left in folder.glob(f"{_UPDATE}*"):
        shutil.rmtree(left, ignore_errors=True)


def flush_folder(folder: Path) -> None:
    """Have the system write to the disk which files a folder has."""
    if os.name == "nt":  # there a folder cannot be opened, and needs no flushing
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def flush_file(file: Path) -> None:
    """Have the system write a file to the disk."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def _changed(folder: Path, marker: Marker, update: Path, unaltered: tuple[str, ...]) -> Marker:
    """The marker of an update, of which only the files that differ are kept, on the disk."""
    files = listed(update)
    check_schema(update, files)
    give_mode(update, files, mode_of(folder))
    for name in os.listdir(update):
        if marker.closed and files.get(name) == marker.files.get(name):
            (update / name).unlink()
        else:
            flush_file(update / name)
    flush_folder(update)
    dropped = {*marker.files, *_logs(folder)} - files.keys()
    return Marker(files, update=update.name, dropped=tuple(sorted(dropped)), unaltered=unaltered)


def _logs(folder: Path) -> list[str]:
    """What a killed writer left: the engine's log, and the sign that it had the store."""
    return [name for name in os.listdir(folder) if name.endswith(_LOG) or name == _OPENED]


def _is_update(folder: Path, update: Path) -> bool:
    """Whether the marker names the update; said to be so where that cannot be known."""
    try:
        return read_marker(folder).update == update.name
    except (OSError, StoreUnavailable):
        return True


def _link(file: Path, link: Path) -> None:
    for make in (os.symlink, os.link):
        with suppress(OSError, NotImplementedError):  # Windows lets not everybody
            make(file, link)
            return
    shutil.copyfile(file, link)
