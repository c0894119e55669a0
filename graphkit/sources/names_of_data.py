"""What a data set is called, and where the mapping of its files stands."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from graphkit.model import UsageError
from graphkit.sources.raw import printable
from graphkit.sources.unpacking import is_stream, stem_of


def check_name(dataset: str | None) -> None:
    """Refuse a name of a data set that is blank or cannot be printed."""
    if dataset is not None and not dataset.strip():
        raise UsageError(
            "the data set's name is empty; give a name, or leave it out to use the folder's"
        )
    if dataset is not None and printable(dataset) != dataset:
        raise UsageError(f"the data set's name {dataset!r} contains a control character; remove it")


def name_of(path: Path) -> str:
    """The name of a data set that nobody has named: that of its first file or folder."""
    if is_stream(path):
        return "stdin"
    whole = path.resolve()
    stem = whole.name if whole.is_dir() else stem_of(whole.name)
    return unicodedata.normalize("NFC", printable(stem)) or "data"


def beside_of(path: Path) -> tuple[Path, str]:
    """The folder of the mapping, and the first part of its name."""
    if is_stream(path):
        return Path.cwd(), "stdin"
    if path.is_dir():
        return path, path.resolve().name or "data"
    return path.parent, stem_of(path.name)
