"""The file by which a folder is known as a store, and known to be whole.

The engine opens a folder that lacks a file, or the end of one, and answers as if nothing had ever
been there. So the marker lists the files of records with their sizes when the store was last
closed. These files never shrink, so a smaller or a missing one is damage.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from graphkit.model import KINDS, LABELS, RELATIONS, StoreUnavailable

_NAME = "graphkit-store.json"
_SCHEMA = "schema.json"
_FORMAT = 1


def is_marked(folder: Path) -> bool:
    """Whether a folder is a store, whole or not."""
    return (folder / _NAME).is_file()


def write_marker(folder: Path) -> None:
    """Mark the folder of a closed store, replacing an earlier marker in one step."""
    content = {"format": _FORMAT, "files": _sizes(folder)}
    fresh = folder / f"{_NAME}.new"
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(content, file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / _NAME)


def check_whole(folder: Path) -> None:
    """Raise StoreUnavailable unless the store in a folder is of a known form and whole."""
    try:
        marker = json.loads((folder / _NAME).read_text(encoding="utf-8"))
        form, files = int(marker["format"]), dict(marker["files"])
    except (OSError, ValueError, KeyError, TypeError):
        raise damaged(folder, f"{_NAME} cannot be read") from None
    if form > _FORMAT:
        raise StoreUnavailable(
            f"{folder}: this store was made by a later graphkit; install that, or load anew "
            "elsewhere"
        )
    sizes = _sizes(folder)
    for name, size in files.items():
        if sizes.get(name, -1) < size:
            raise damaged(folder, f"{name} is {'cut short' if name in sizes else 'missing'}")
    try:
        types = json.loads((folder / _SCHEMA).read_text(encoding="utf-8"))["types"]
        lost = {*LABELS, *KINDS, *RELATIONS}.difference(types)
    except (OSError, ValueError, KeyError, TypeError):
        raise damaged(folder, f"{_SCHEMA} cannot be read") from None
    if lost:
        raise damaged(folder, f"{_SCHEMA} lacks {min(lost)}")


def damaged(folder: Path, why: str) -> StoreUnavailable:
    """The error for a store that cannot be trusted any more."""
    return StoreUnavailable(
        f"{folder}: this store is damaged ({why}); move it away and load the data again"
    )


def _sizes(folder: Path) -> dict[str, int]:
    return {file.name: file.stat().st_size for file in sorted(folder.glob("*.bucket"))}
