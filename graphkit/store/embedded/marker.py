"""The marker: the file by which a folder is known as a store, and known to be whole.

The engine opens a folder that lacks a file, or whose bytes have changed, and answers as if nothing
had ever been there. So the marker lists every file of the engine's, with its size and its CRC-32
when the store was closed, and they are compared before the engine sees any of them. That finds what
disks, backups and careless hands do. It does not protect against a rewritten marker.

While a store is written to in its place the marker says that it is not closed, and only what holds
at any moment is compared: these files never shrink, and the schema names the others.
"""

from __future__ import annotations

import json
import os
import re
import zlib
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from graphkit.model import DATASET, LABELS, RELATIONS, StoreUnavailable
from graphkit.model.bounded_json import parse_json

NAME = "graphkit-store.json"
LOCK = "graphkit-store.lock"

SCHEMA = "schema.json"
_FORMAT = 2
_COMPONENT = re.compile(r".+\.\d+\.\d+\.v\d+\.\w+")
_BESIDE_COMPONENTS = {
    "configuration.json",
    "last-tx-id.bin",
    "schema.json",
    "schema.prev.json",
    "statistics.json",
}
_NEVER_SHRINK = (".bucket", ".dict")
_BLOCK = 1 << 16
_ZEROS = bytes(1 << 12)


@dataclass(frozen=True, slots=True)
class Entry:
    """Size of a file in bytes and its CRC-32; None where only a size was kept."""

    size: int
    checksum: int | None = None


@dataclass(frozen=True, slots=True)
class Marker:
    """What a marker says.

    files: every file of the engine's, by name. closed: whether nobody was writing when it was
    written. update: the folder with the files of an update that stand in for those beside the
    marker. dropped: files that the update does without. unaltered: the data sets of which the store
    holds exactly what their last load left, because nothing but loads has written since.
    """

    files: Mapping[str, Entry]
    closed: bool = True
    update: str = ""
    dropped: tuple[str, ...] = field(default=())
    unaltered: tuple[str, ...] = field(default=())


def is_store(path: Path) -> bool:
    """Whether there is a store at `path`; StoreUnavailable when there is something else."""
    if not path.exists() and not path.is_symlink():
        return False
    if not path.is_dir():
        raise StoreUnavailable(f"{path}: this is a file, not the folder of a store")
    if (path / NAME).is_file():
        return True
    if (path / SCHEMA).is_file():
        raise damaged(path, f"{NAME} is missing")
    if any(path.iterdir()):
        raise StoreUnavailable(
            f"{path}: this folder holds something other than a store; name another folder"
        )
    return False


def read_marker(folder: Path) -> Marker:
    """The marker of a store. StoreUnavailable when it is damaged or of a later graphkit."""
    try:
        content = parse_json((folder / NAME).read_text(encoding="utf-8"))
        form = int(content["format"])
        if form == 1:  # sizes of the files of records alone, whether the store was closed or not
            sizes = dict(content["files"])
            return Marker({name: Entry(int(size)) for name, size in sizes.items()}, closed=False)
    except (ValueError, KeyError, TypeError):
        raise damaged(folder, f"{NAME} cannot be understood") from None
    if form > _FORMAT:
        raise StoreUnavailable(
            f"{folder}: this store was made by a later graphkit; install that, or load the data "
            "again elsewhere"
        )
    try:
        if content.pop("checksum") != _checksum(content):
            raise damaged(folder, f"{NAME} has changed")
        return Marker(
            {name: Entry(*entry) for name, entry in content["files"].items()},
            content["closed"],
            content["update"],
            tuple(content["dropped"]),
            tuple(content.get("unaltered", ())),
        )
    except (KeyError, TypeError, AttributeError):
        raise damaged(folder, f"{NAME} cannot be understood") from None


def write_marker(folder: Path, marker: Marker) -> None:
    """Write the marker, replacing an earlier one in one step. OSError when that cannot be done."""
    content: dict[str, Any] = {
        "format": _FORMAT,
        "closed": marker.closed,
        "update": marker.update,
        "dropped": marker.dropped,
        "unaltered": marker.unaltered,
        "files": {
            name: [entry.size, entry.checksum] for name, entry in sorted(marker.files.items())
        },
    }
    content["checksum"] = _checksum(content)
    fresh = folder / f"{NAME}.new"
    mode = mode_of(folder)
    try:
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(content, file)
            file.flush()
            os.fsync(file.fileno())
        fresh.chmod(mode)
        fresh.replace(folder / NAME)
    except OSError:
        with suppress(OSError):
            fresh.unlink()
        raise


def mode_of(folder: Path) -> int:
    """The mode of a store's files: that of its marker, else the one that new files get."""
    with suppress(OSError):
        return (folder / NAME).stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def give_mode(folder: Path, names: Collection[str], mode: int) -> None:
    """Give all files the same mode: the engine makes some of them for their owner alone."""
    for name in names:
        file = folder / name
        if file.stat().st_mode & 0o777 != mode:
            with suppress(PermissionError):  # another user's; it was not made just now
                file.chmod(mode)


def engine_files(folder: Path) -> list[str]:
    """The names of the files in a folder that make a store of the engine's."""
    return [
        name
        for name in sorted(os.listdir(folder))
        if _COMPONENT.fullmatch(name) or name in _BESIDE_COMPONENTS
    ]


def listed(folder: Path) -> dict[str, Entry]:
    """The engine's files in a folder, as a marker lists them. OSError when one cannot be read."""
    return {name: entry_of(folder / name) for name in engine_files(folder)}


def entry_of(file: Path) -> Entry:
    """Size and checksum of a file."""
    checksum = size = 0
    block = bytearray(_BLOCK)
    step = len(_ZEROS)
    with file.open("rb", buffering=0) as opened:
        while count := opened.readinto(block):
            size += count
            if count < _BLOCK or not block.endswith(_ZEROS):
                checksum = zlib.crc32(memoryview(block)[:count], checksum)
                continue
            for start in range(0, count, step):
                if block.startswith(_ZEROS, start):
                    checksum = _with_zeros(checksum)
                else:
                    checksum = zlib.crc32(memoryview(block)[start : start + step], checksum)
    return Entry(size, checksum)


def _with_zeros(checksum: int) -> int:
    """The checksum of bytes and `_ZEROS` after them, from that of the bytes.

    Most of a small store is room that nothing has been written into yet. Every byte of the checksum
    before the zeros changes the one after them in a way of its own, which is computed once.
    """
    return (
        _crc32_of_zeros(checksum & 0xFF)
        ^ _crc32_of_zeros(checksum & 0xFF00)
        ^ _crc32_of_zeros(checksum & 0xFF0000)
        ^ _crc32_of_zeros(checksum & 0xFF000000)
        ^ _crc32_of_zeros(0)
    )


@cache
def _crc32_of_zeros(checksum: int) -> int:
    return zlib.crc32(_ZEROS, checksum)


def check_files(folder: Path, marker: Marker, places: Mapping[str, Path]) -> None:
    """Compare the files of a store, which lie at `places`, with its marker.

    StoreUnavailable names the first that is not as it was.
    """
    for name, entry in marker.files.items():
        if not marker.closed and not name.endswith(_NEVER_SHRINK):
            continue
        try:
            size = (places.get(name) or folder / name).stat().st_size
        except FileNotFoundError:
            raise damaged(folder, f"{name} is missing") from None
        if size < entry.size:
            raise damaged(folder, f"{name} is {'cut short' if size else 'empty'}")
        if size > entry.size and marker.closed:
            raise damaged(folder, f"{name} is longer than it was")
    for name, entry in marker.files.items():
        if marker.closed and entry_of(places[name]) != entry:
            raise damaged(folder, f"{name} has changed since the store was closed")


def check_schema(folder: Path, names: Collection[str]) -> None:
    """StoreUnavailable unless the schema has all of the vocabulary, and all that it names a file,
    and every bucket a type.

    The engine drops from the schema what it does not find, and goes on.
    """
    try:
        types = parse_json((folder / SCHEMA).read_text(encoding="utf-8"))["types"]
        buckets = {name: list(types[name]["buckets"]) for name in types}
        indexes = [index for each in types.values() for index in each["indexes"]]
        nodes = {name for name in types if types[name]["type"] == "v"}
    except (ValueError, KeyError, TypeError):
        raise damaged(folder, f"{SCHEMA} cannot be understood") from None
    for name in sorted({*LABELS, DATASET, *RELATIONS}):
        if not buckets.get(name):
            raise damaged(folder, f"{SCHEMA} lacks {name}")
    there = {name.split(".")[0] for name in names}
    named = set()
    for name in sorted(buckets):
        for bucket in buckets[name]:
            wanted = [bucket]
            if name in nodes:
                wanted += [f"{bucket}_out_edges", f"{bucket}_in_edges"]
            named.update(wanted)
            for each in wanted:
                if each not in there:
                    raise damaged(folder, f"the file of {each} is missing")
    for each in sorted({name.split(".")[0] for name in names if name.endswith(".bucket")} - named):
        raise damaged(folder, f"{SCHEMA} lacks the type of {each}")
    for index in indexes:
        if index not in there:
            raise damaged(folder, f"the file of the index {index} is missing")


def damaged(folder: Path, why: str) -> StoreUnavailable:
    """The error for a store that cannot be trusted any more."""
    return StoreUnavailable(
        f"{folder}: this store is damaged ({why}); restore it from a backup, or move it away and "
        "load the data again"
    )


def _checksum(content: Mapping[str, Any]) -> int:
    return zlib.crc32(json.dumps(content, sort_keys=True).encode())
